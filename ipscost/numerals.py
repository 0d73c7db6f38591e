"""How numbers are written: which mark is for decimals, and which, if any, for thousands.

`1.250` is one and a quarter or twelve hundred and fifty. What one number leaves open another may
tell, so the marks are decided for a whole file.

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
from collections.abc import Iterable
from dataclasses import dataclass, field

BARE = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
"""A number with a decimal point."""
NUMBER = re.compile(rf"\s*{BARE.pattern}\s*", re.ASCII)
"""The same, with blanks around it allowed."""


def _doubtful(mark: str) -> re.Pattern[str]:
    """A number whose only mark may be for thousands or for decimals."""
    return re.compile(rf"\s*[+-]?[1-9]\d{{0,2}}[{mark}]\d{{3}}\s*", re.ASCII)


def _with_decimal(mark: str, other: str) -> re.Pattern[str]:
    """A number that can be read in one way alone: `mark` is its mark for decimals."""
    whole = rf"(\d+|[1-9]\d{{0,2}}([{other}]\d{{3}})+)"
    many = rf"[1-9]\d{{0,2}}([{other}]\d{{3}}){{2,}}"
    return re.compile(
        rf"\s*[+-]?(({whole}[{mark}]\d*|[{mark}]\d+)([eE][+-]?\d+)?|{many})\s*", re.ASCII
    )


def _grouped(mark: str, other: str) -> re.Pattern[str]:
    """A number with `mark` for decimals and `other` for thousands."""
    return re.compile(rf"\s*[+-]?[1-9]\d{{0,2}}([{other}]\d{{3}})+([{mark}]\d*)?\s*", re.ASCII)


_FIGURE = re.compile(r"[\s+-]*[\d.,]*\d[\d.,]*([eE][+-]?\d+)?\s*%?", re.ASCII)
_OTHER = {".": ",", ",": "."}
_DOUBTFUL = {mark: _doubtful(mark) for mark in _OTHER}
_WITH = {mark: _with_decimal(mark, other) for mark, other in _OTHER.items()}
_GROUPED = {mark: _grouped(mark, other) for mark, other in _OTHER.items()}


def is_figure(text: str) -> bool:
    """True for what is meant as a number, whatever its marks."""
    return bool(_FIGURE.fullmatch(text))


def is_doubtful(text: str) -> bool:
    """True for a number such as `1.250` or `1,250`."""
    return any(pattern.fullmatch(text) for pattern in _DOUBTFUL.values())


@dataclass
class Marks:
    """What the numbers of a file tell of their marks.

    found: the marks that stand in them. told: the marks for decimals that a number shows.
    """

    found: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)

    def add(self, texts: Iterable[str]) -> None:
        """Takes in some cells; those that are no numbers tell nothing."""
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
        """True where some numbers have a decimal point and others a decimal comma."""
        return len(self.told) == 2

    def decimal(self) -> str | None:
        """The mark for decimals; None where no number tells it, or where they contradict."""
        if self.is_mixed:
            return None
        return next(iter(self.told)) if self.told else "." if not self.found else None


def _shows(text: str, decimal: str) -> bool:
    """True for a number that only `decimal` can be the decimal mark of."""
    return bool(_WITH[decimal].fullmatch(text)) and not _DOUBTFUL[decimal].fullmatch(text)


def plain(text: str, decimal: str) -> str | None:
    """The number with a decimal point and no mark for thousands, or None where it is none."""
    if _GROUPED[decimal].fullmatch(text):
        return text.replace(_OTHER[decimal], "").replace(decimal, ".").strip()
    if decimal == ",":
        if "." in text:
            return None
        text = text.replace(",", ".")
    return text.strip() if NUMBER.fullmatch(text) else None


def either(text: str, decimal: str = "") -> str:
    """The fix of a number of which it is open what its mark is for.

    Written as decimals it has the mark `decimal`, by default the one that it has.
    """
    bare = text.strip()
    whole = re.sub("[.,]", "", bare)
    decimals = bare.rstrip("0").rstrip(".,") if bare.endswith("0") else f"{bare}0"
    decimals = re.sub("[.,]", decimal, decimals) if decimal else decimals
    return f"write {whole} if it marks thousands, {decimals} if it marks decimals"
