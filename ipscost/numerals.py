"""The grammar of numbers written as text; each reader decides how much of it to accept.

A number is a sign, digits with a decimal mark, and a power of ten: `-1250.5`, `1.25e3`. Thousands
may be separated: `1.250.000,5`. So `1.250` may be one and a quarter or twelve hundred and fifty.
What one number leaves open, another may decide, so the marks are determined for a whole file.

>>> marks = Marks()
>>> marks.add(["1.250", "0.035"])
>>> marks.decimal(), plain("1.250", ".")
('.', '1.250')
>>> marks = Marks()
>>> marks.add(["1.250", "0,035"])
>>> marks.decimal(), plain("1.250", ","), plain("0,035", ",")
(',', '1250', '0.035')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ipscost.messages import Message

NAMES = {".": Message("point"), ",": Message("comma")}
"""The names of the marks in messages."""
_OTHER = {".": ",", ",": "."}


# --- parts of patterns, to be combined and compiled with re.ASCII --------------------------------

SIGN = "[+-]?"
POWER = r"(?:[eE][+-]?\d+)?"
POINTED, LOOSE = r"[\d.]+", r"[\d.,]+"
"""Digits and points, or points and commas, in any order."""
MARKED = r"[\d.,]*\d"
"""Digits, points and commas in any order, ending in a digit."""
INFINITE = "inf(?:inity)?"


def _grouped(mark: str, groups: str = "+") -> str:
    """Digits with thousands separated by `mark`; `groups` says how many separators there are."""
    return rf"[1-9]\d{{0,2}}(?:[{mark}]\d{{3}}){groups}"


def _with_decimals(mark: str, whole: str = r"\d+") -> str:
    """Digits, a decimal mark and decimals; either the digits or the decimals may be missing."""
    return rf"(?:{whole}[{mark}]\d*|[{mark}]\d+)"


def _telling(mark: str) -> str:
    """A number whose marks show that `mark` is the decimal mark, unless it is ambiguous."""
    thousands = _OTHER[mark]
    decimals = _with_decimals(mark, rf"(?:\d+|{_grouped(thousands)})")
    return rf"(?:{decimals}{POWER}|{_grouped(thousands, '{2,}')})"


def _signed(unsigned: str) -> re.Pattern[str]:
    """A number with an optional sign, and blanks around it."""
    return re.compile(rf"\s*{SIGN}{unsigned}\s*", re.ASCII)


_NUMBER = re.compile(rf"{SIGN}(?:{_with_decimals('.')}|\d+){POWER}", re.ASCII)
_DOUBTFUL = {mark: _signed(_grouped(mark, "")) for mark in _OTHER}
_TELLING = {mark: _signed(_telling(mark)) for mark in _OTHER}
_FULL = {
    mark: _signed(rf"{_grouped(other)}(?:[{mark}]\d*)?(?P<power>{POWER})")
    for mark, other in _OTHER.items()
}
_FIGURE = re.compile(rf"[\s+-]*{MARKED}[\d.,]*{POWER}\s*%?", re.ASCII)
_BLANKS = " \t\n\r\f\v"


# --- numbers that are unambiguous ----------------------------------------------------------------


def is_number(text: str) -> bool:
    """True for a number with a decimal point, without thousands separators and blanks."""
    return bool(_NUMBER.fullmatch(text))


def number(text: str) -> float | None:
    """The number in `text`, ignoring blanks around it; None if it is not a number."""
    bare = text.strip(_BLANKS)
    return float(bare) if _NUMBER.fullmatch(bare) else None


def numbers(texts: Sequence[str]) -> list[float] | None:
    """The numbers in some texts; None if one of them is not a number."""
    bare = [text.strip(_BLANKS) for text in texts]
    return list(map(float, bare)) if all(map(_NUMBER.fullmatch, bare)) else None


def count(text: str, digits: int) -> int | None:
    """A whole number of at most `digits` digits, without sign, marks or blanks; otherwise None."""
    is_count = text.isascii() and text.isdigit() and len(text) <= digits
    return int(text) if is_count else None


# --- numbers whose marks are to be interpreted ---------------------------------------------------


def is_figure(text: str) -> bool:
    """True for a text that is meant as a number, whatever its marks."""
    return bool(_FIGURE.fullmatch(text))


def is_doubtful(text: str, marks: str = ".,") -> bool:
    """True for a number such as `1.250` or `1,250`: its one mark may be for decimals or thousands.

    marks: the marks to consider.

    >>> is_doubtful("1.250"), is_doubtful("1,250", marks="."), is_doubtful("1.25")
    (True, False, False)
    """
    return any(_DOUBTFUL[mark].fullmatch(text) for mark in marks)


def doubtful_in(text: str) -> str:
    """The first number such as `1.250` within a longer text; empty if there is none.

    >>> doubtful_in("0:1.250:50")
    '1.250'
    """
    found = re.search(rf"(?<![\d.]){_grouped('.', '')}(?![\d.])", text, re.ASCII)
    return found[0] if found else ""


def has_thousands(text: str, mark: str) -> bool:
    """True for a number whose marks may all be thousands separators: `1.250`, `1.250.000`."""
    return bool(re.fullmatch(rf"{SIGN}{_grouped(mark)}", text, re.ASCII))


def without_marks(text: str) -> str:
    """The sign and digits of a number whose marks are all thousands separators."""
    return text.replace(".", "").replace(",", "")


def mark_in(text: str) -> str:
    """The mark of an ambiguous number."""
    return "." if "." in text else ","


@dataclass
class Marks:
    """What the numbers of a file show about their marks.

    found: the marks that occur. told: those that some number shows to be decimal marks.
    """

    found: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)

    def add(self, texts: Iterable[str]) -> None:
        """Adds some cells; those that are not numbers are ignored."""
        texts = list(texts)
        joined = "\n".join(texts)
        for mark in _OTHER:
            if mark not in joined:
                continue
            self.found.add(mark)
            for decimal in set(_OTHER) - self.told:
                if any(_shows(text, decimal) for text in texts):
                    self.told.add(decimal)

    @property
    def is_mixed(self) -> bool:
        """True if some numbers have a decimal point and others a decimal comma."""
        return len(self.told) == 2

    def decimal(self) -> str | None:
        """The decimal mark; None if no number shows it, or if numbers contradict one another."""
        if self.is_mixed:
            return None
        return next(iter(self.told)) if self.told else "." if not self.found else None


def _shows(text: str, decimal: str) -> bool:
    """True for a number that makes sense only with `decimal` as its decimal mark."""
    return bool(_TELLING[decimal].fullmatch(text)) and not _DOUBTFUL[decimal].fullmatch(text)


def plain(text: str, decimal: str, *, powers: bool = False) -> str | None:
    """The number with a decimal point and without thousands separators; None if it is not one.

    powers: allow a power of ten even in a number with thousands separators.

    >>> plain("1.234,5e3", ","), plain("1.234,5e3", ",", powers=True)
    (None, '1234.5e3')
    """
    full = _FULL[decimal].fullmatch(text)
    if full and (powers or not full["power"]):
        return text.replace(_OTHER[decimal], "").replace(decimal, ".").strip()
    if decimal == ",":
        if "." in text:
            return None
        text = text.replace(",", ".")
    bare = text.strip(_BLANKS)
    return bare if is_number(bare) else None


def plain_by_any(text: str, decimal: str = "") -> str | None:
    """`plain` with the decimal mark if it is known; otherwise a point is tried, then a comma."""
    for mark in (decimal, ".", ","):
        if mark and (found := plain(text, mark)) is not None:
            return found
    return None


def with_decimal_commas(text: str) -> list[str]:
    """The numbers that a list may stand for if its commas mark decimals; none if it cannot.

    Two whole numbers may be one number with decimals. More of them may be several where these rise
    or fall, and the whole numbers do not. A blank beside a comma, or a decimal point, shows that
    the commas are between numbers.

    >>> [with_decimal_commas(text) for text in ("500,5", "1,250", "0,5,0,75", "0,5,1")]
    [['500.5'], ['1.250'], ['0.5', '0.75'], ['0.5', '1']]
    >>> [with_decimal_commas(text) for text in ("500, 5", "5,10,15", "0,0.5", "1000,2000", "-1,-2")]
    [[], [], [], [], []]
    """
    number = rf"{SIGN}\d+,\d{{1,3}}"  # more than three decimals are hardly written by hand
    if not re.fullmatch(rf"{number}(?:,{number})*(?:,{SIGN}\d+)?", text, re.ASCII):
        return []
    parts = text.split(",")
    found = [".".join(parts[place : place + 2]) for place in range(0, len(parts), 2)]
    is_in_order = len(parts) > 2 and _in_order(list(map(int, parts)))
    return [] if is_in_order or not _in_order(list(map(float, found))) else found


def _in_order(values: Sequence[float]) -> bool:
    """True for values that only rise, or only fall."""
    rising = sorted({*values})
    return [*values] in (rising, rising[::-1])


# --- what to write instead -----------------------------------------------------------------------


def either(text: str, decimal: str = "", mark: str = Message("it")) -> str:
    """The fix for an ambiguous number: with decimals, or as a whole number.

    decimal: the decimal mark to write; by default the mark that the number has.
    mark: what the sentence calls the mark, such as "the point".
    """
    bare = text.strip()
    thousands, decimals = without_marks(bare), with_decimals(bare, decimal)
    return Message(
        "write {thousands} if {mark} marks thousands, {decimals} if it marks decimals",
        thousands=thousands,
        mark=mark,
        decimals=decimals,
    )


def with_decimals(text: str, decimal: str = "") -> str:
    """An ambiguous number written so that its mark can be for decimals alone, without more noughts.

    decimal: the decimal mark to write; by default the mark that the number has.

    >>> [with_decimals(text) for text in ("40.000", "1,250", "18.279")]
    ['40', '1,25', '18.2790']
    """
    decimals = text.rstrip("0").rstrip(".,") if text.endswith("0") else f"{text}0"
    return re.sub("[.,]", decimal, decimals) if decimal else decimals


def whole_meant(text: str) -> str:
    """The digits of the whole number that a text stands for; empty if it is not one.

    >>> [whole_meant(text) for text in ("10.000", "10 000", "1e4", "10,0", "10.5")]
    ['10000', '10000', '10000', '10', '']
    """
    if re.fullmatch(r"\d+(\.\d+)?[eE]\+?\d{1,2}", text, re.ASCII) and float(text) < 1e18:
        return f"{float(text):.0f}" if float(text).is_integer() else ""
    if re.fullmatch(r"\d{1,3}([., '_\u00a0\u202f]\d{3})+|\d+[.,]0+", text, re.ASCII):
        return re.sub(r"[.,]0{1,2}$|[^0-9]", "", text)
    return ""
