"""What to write in place of a number as people write it: `30.000 kr.`, `1,2 mio.`, `20 %`.

>>> number_fix("1,2 mio. kr.")
'write 1200000 (decimal point, no thousands mark)'
>>> number_fix("30.000 kr.")
'write 30000 if the point marks thousands, 30 if it marks decimals'
>>> number_fix("30.000 kr.", ",")
'write 30000 (decimal comma, no thousands mark)'
"""

from __future__ import annotations

import re
from decimal import Decimal

from ipscost.messages import Message
from ipscost.numerals import (
    MARKED,
    NAMES,
    POINTED,
    POWER,
    SIGN,
    is_doubtful,
    mark_in,
    plain,
    plain_by_any,
    without_marks,
)

SUCH_AS = Message("write a number such as 0.5")
SHARE = " (a share)"
UNKNOWN = ("unknown", "ukendt", "na", "n/a", "n.a.", "?", "not known", "ikke kendt")
"""How people write that a number is not known."""

_TYPED = str.maketrans({"\u2212": "-", "\u2013": "-", "'": "", "_": "", "\u201d": "", "\u201c": ""})
_FACTORS = {
    **dict.fromkeys(("k", "tkr", "t.kr", "tdkk", "teur", "tusind", "tusinde", "thousand"), 1_000),
    **dict.fromkeys(
        ("mio", "mill", "million", "millions", "millioner", "mkr", "mdkk", "meur"), 1_000_000
    ),
    **dict.fromkeys(("mia", "milliard", "milliarder", "bn", "billion"), 1_000_000_000),
}
_ALONE = "|".join(sorted(map(re.escape, _FACTORS), key=len, reverse=True))
_MONEY = r"kr\.?|kroner|dkk|eur|euros?|€|,-"
_TOLD = re.compile(
    r"(?:ca\.?|circa|approx\.?|about|around|omkring|~|≈)?"
    rf"(?:{_MONEY})?"
    rf"(?P<bare>{SIGN}{MARKED}{POWER})"
    rf"(?:(?P<factor>{_ALONE})\.?)?"
    rf"(?:{_MONEY})?(?:(?:pr\.?|per|/)[a-zæøå]+\.?)*"
    r"(?P<percent>%|pct\.?|percent|procent)?",
    re.IGNORECASE | re.ASCII,
)
_WITH_ERROR = re.compile(rf"({SIGN}{POINTED})(?:\+-|\+/-|±)({POINTED})", re.ASCII)
_YEARS = re.compile(rf"(?P<bare>{MARKED})(?:år|aar|years?|yrs?)", re.ASCII)


def number_fix(text: str, decimal: str = "") -> str:
    """The fix: what to write for `text`.

    `decimal` is the decimal mark if other numbers of the file show it.
    """
    bare = "".join(text.split()).translate(_TYPED)
    if text != UNKNOWN[0] and " ".join(text.lower().split()) in UNKNOWN:
        return Message("write unknown")
    if published := re.fullmatch(r"[<>]=?([0-9]+[.,]?[0-9]*)", bare):
        number = published[1].replace(",", ".")
        return Message(
            "write {number} and add assumption: published as {bare}",
            number=number,
            bare=bare.replace(",", "."),
        )
    if with_error := _WITH_ERROR.fullmatch(bare):
        return _with_error(with_error[1], with_error[2])
    if (years := _YEARS.fullmatch(bare)) and (number := plain_by_any(years["bare"], decimal)):
        return Message(
            "write {times} if months are asked for, {number} if years are",
            times=_times(number, 12),
            number=number,
        )
    parts = _TOLD.fullmatch(bare)
    if parts is None:
        leading = re.match(r"[0-9]+", bare)
        is_one = leading is not None and bare[leading.end() :].isalpha()
        return Message("write {meant}", meant=leading[0]) if leading and is_one else SUCH_AS
    if parts["percent"]:
        bare = parts["bare"].replace(",", ".") if is_doubtful(parts["bare"]) else parts["bare"]
        number = plain_by_any(bare, decimal if bare == parts["bare"] else ".")
        share = _times(number, 0.01) if number else ""
        return (
            Message("write {share} (a share)", share=share.replace(".", decimal or "."))
            if share
            else SUCH_AS
        )
    factor = _FACTORS[parts["factor"].lower()] if parts["factor"] else 1
    if is_doubtful(parts["bare"]) and not decimal:
        return _either(parts["bare"], factor)
    number = plain_by_any(parts["bare"], decimal)
    if number is None:
        return SUCH_AS
    shown = _times(number, factor) if factor > 1 else number
    mark = decimal or "."
    return Message(
        "write {shown} (decimal {names}, no thousands mark)",
        shown=shown.replace(".", mark),
        names=NAMES[mark],
    )


def _times(number: str, factor: float) -> str:
    product = (Decimal(number) * Decimal(str(factor))).normalize()
    return f"{product:f}"


def _either(bare: str, factor: int) -> str:
    """The fix for a number whose mark may be for thousands or for decimals."""
    mark = mark_in(bare)
    thousands, decimals = without_marks(bare), _decimals(bare)
    if factor > 1:
        thousands, decimals = _times(thousands, factor), _times(decimals, factor)
    return Message(
        "write {thousands} if the {names} marks thousands, {decimals} if it marks decimals",
        thousands=thousands,
        names=NAMES[mark],
        decimals=decimals,
    )


def _decimals(bare: str) -> str:
    """A number whose mark is for decimals, without the noughts that make it look like another."""
    return bare.replace(",", ".").rstrip("0").rstrip(".")


def _with_error(number: str, error: str) -> str:
    """The fix for `30000 +- 4000`: a standard error, or half the width of an interval."""
    ends = ""
    try:
        mean, half = Decimal(number), Decimal(error)
        ends = f"[{mean - half:f}, {mean + half:f}]"
    except ArithmeticError:
        return SUCH_AS
    return Message(
        "write {number} and add se: {error}, or write {number} and add interval: {ends}",
        number=number,
        error=error,
        ends=ends,
    )


RATIOS = ("ratio", "risk_ratio", "hazard_ratio", "odds_ratio")
_PER_CENT = re.compile(rf"(?P<sign>{SIGN})(?P<bare>{MARKED})%", re.ASCII)


def fix_at(key: str, text: str, fix: str, unit: str, mean: str) -> str:
    """The fix for a number, given its key, its unit, and the mean stated with it.

    `unit` is empty if the number may be a share, `mean` if none is stated.
    """
    bare = "".join(text.split()).translate(_TYPED)
    if key == "months" and _YEARS.fullmatch(bare):
        return Message("write {meant}", meant=fix.partition(" if ")[0].removeprefix("write "))
    match = _PER_CENT.fullmatch(bare)
    share = plain_by_any(match["bare"]) if match else None
    if match is None or share is None:
        return fix
    part = Decimal(share) / 100
    signed = -part if match["sign"] == "-" else part
    if key in RATIOS and match["sign"]:
        way = Message("less") if signed < 0 else Message("more")
        return Message(
            "write {times} ({share} per cent {way})",
            times=_times(str(1 + signed), 1),
            share=share,
            way=way,
        )
    if key == "events":
        return Message(
            "write mean: {text} and take events out and take n out", text=_times(str(part), 1)
        )
    if not unit:
        return fix
    if mean and key == "se":
        return Message(
            "write {times} ({share} per cent of {mean})",
            times=_times(mean, float(part)),
            share=share,
            mean=mean,
        )
    if mean and key in ("bounds", "interval"):
        number = _times(mean, float(1 + signed))
        if match["sign"]:
            way = Message("less") if signed < 0 else Message("plus")
            return Message(
                "write {number} ({mean} {way} {share} per cent)",
                number=number,
                mean=mean,
                way=way,
                share=share,
            )
        of_it = _times(mean, float(part))
        return Message(
            "write {number} if {share} per cent more is meant, {of_it} if {share} per cent of it",
            number=number,
            share=share,
            of_it=of_it,
        )
    return Message("write {key}: ... (in {unit}; a per cent is a share)", key=key, unit=unit)


def ends_fix(text: str) -> str:
    """The fix for two numbers with decimal commas, `[1,1, 2,05]`; empty for anything else."""
    inside = re.match(r"\[([^\[\]]*)\]", text)
    parts = re.split(r"(?:,\s+|;\s*)", inside[1].strip()) if inside else []
    if len(parts) != 2 or any(plain(part, ",") is None for part in parts):
        return ""
    low, high = (part.replace(",", ".") for part in parts)
    if all(map(is_doubtful, parts)):
        whole = ",".join(part.replace(",", "") for part in parts)
        rest = Message(
            "[{decimals}] if it marks decimals", decimals=",".join(map(_decimals, parts))
        )
        return Message(
            "write [{whole}] if the comma marks thousands, {rest}", whole=whole, rest=rest
        )
    return Message("write [{low}, {high}] (decimal point)", low=low, high=high)
