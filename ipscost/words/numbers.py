"""Numbers as text, with as many digits as their unit needs: the only rounding in the program."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

from ipscost.units import parse_unit
from ipscost.words import say, typed
from ipscost.words.locale import currency_sign, marked

MILLION, BILLION = 1_000_000, 1_000_000_000
EXACT = 1e11
"""Numbers of this size and more are shown with all their digits."""
UNKNOWN_DIGITS = 5
"""Digits of a number whose unit is not known: enough to compare, few enough to read."""
TWO_ERRORS = 2.0
"""Monte Carlo standard errors on either side of a value: they cover it about 95% of the time."""
FINEST = 0.001
"""Probabilities are never shown closer to 0 or 1 than this: "over 99.9%"."""
COARSE = 100
"""With fewer draws than this, probabilities are shown in whole per cent."""
SMALL_MONEY = 10
"""Money is shown with decimals if all amounts next to it are smaller than this: 0.40 kr."""
SMALL_RATIO = 100
"""Money per unit of effect is shown with decimals below this: 40.50 kr. per hour."""
WHOLE = 1e-9
"""A number counts as whole if it is within this, or this share of itself, of a whole number."""
SEEN_DIGITS, SEEN_DECIMALS = 2, 9
"""A number that would be shown as 0 gets two digits, if nine decimals are enough for that."""
MOST_DECIMALS = 12
"""No number is shown with more decimals: in a double, further ones may be rounding error."""
MOST_DIGITS = 3
"""A number for many people has no more digits than this."""
SHARES = ("share", "points")


def number(
    value: float, unit: str, language: str, *, sign: bool = False, beside: float = 0.0
) -> str:
    """A number with the digits that its unit needs: whole money, shares as 46.5%, QALYs 0.0255.

    The unit `points` is the difference of two shares in percentage points. Small numbers get more
    digits, so that only 0 is shown as 0; `beside` is the size of the numbers next to it.
    """
    return to_places(value, unit, decimals(unit, value, beside), language, sign=sign)


def to_places(value: float, unit: str, places: int, language: str, *, sign: bool = False) -> str:
    if unit == "share":
        return percent(value, language, places, sign=sign)
    return _format(value * (100 if unit == "points" else 1), places, language, sign)


def shown(value: float, unit: str, beside: float = 0.0) -> tuple[float, int]:
    """A number as `number` rounds it, and its decimals: numbers that agree in both read alike."""
    places = decimals(unit, value, beside)
    return round_half_up(value * (100 if unit in SHARES else 1), places), places


def decimals(unit: str, value: float, beside: float = 0.0) -> int:
    """How many decimals a number in a unit is shown with; shares are shown in per cent.

    Five digits in all if the unit is not known, and for rates and probabilities; no decimals for
    money next to amounts of SMALL_MONEY or more. At least so many that the number is not shown as
    0 or, for shares, that the largest share next to it is not.
    """
    if unit in SHARES:
        return _seen(100 * max(abs(value), beside), 1)
    if not unit:
        whole = math.floor(math.log10(abs(value))) + 1 if value else 5
        return min(max(0, UNKNOWN_DIGITS - whole), MOST_DECIMALS)
    if unit == "p":
        return 4
    parsed = parse_unit(unit)
    if parsed.head in ("rate", "probability"):
        return decimals("", value)
    if parsed.money is not None:
        if not beside and is_whole(value):
            return 0
        return _seen(value, money_decimals(max(abs(value), beside)))
    return _seen(value, 4 if parsed.head == "QALY" else 2)


def money_decimals(size: float, small: float = SMALL_MONEY) -> int:
    """How many decimals money of this size has: 2 or more below `small`."""
    return _seen(size, 2) if 0 < abs(size) < small else 0


def is_whole(value: float) -> bool:
    """True for a whole number, up to rounding."""
    return math.isfinite(value) and abs(value - round(value)) <= WHOLE * max(1.0, abs(value))


def _seen(value: float, places: int) -> int:
    """`places`, or enough to give two significant digits to what would be shown as 0."""
    if value == 0 or not math.isfinite(value) or round(value, places) != 0:
        return places
    exponent = int(f"{value:.{SEEN_DIGITS - 1}e}".partition("e")[2])
    enough = SEEN_DIGITS - 1 - exponent
    return enough if enough <= SEEN_DECIMALS else places


def unsure_digits(value: float, error: float, unit: str) -> int:
    """How many of the last digits of `value`, as `number` shows it, sampling error may change.

    The last digit counts if two standard errors exceed half a unit of it or cross the point
    at which it is rounded, the digit before it if they exceed five units, and so on.
    """
    scale, places = (100, 1) if unit in SHARES else (1, decimals(unit, value))
    low, high = (scale * (value + sign * TWO_ERRORS * error) for sign in (-1, 1))
    digits = int(round(low, places) != round(high, places))
    while high - low > 10 ** (digits - places):
        digits += 1
    return digits


def extent(
    low: float | None, high: float | None, unit: str, language: str, places: int | None = None
) -> str:
    """An interval without its mean: `-60,688 to 4,394`, or empty if there is none.

    `places` is the number of decimals; by default each end has those it needs.
    """
    if low is None or high is None:
        return ""
    size = max(abs(low), abs(high))
    ends = [
        to_places(end, unit, decimals(unit, end, size) if places is None else places, language)
        for end in (low, high)
    ]
    return f" {say('to', language)} ".join(ends)


def change(
    mean: float,
    low: float | None,
    high: float | None,
    unit: str,
    language: str,
    *,
    places: int,
    partial: bool = False,
) -> str:
    """A difference with its sign and its interval: `-28,147 (-60,688 to 4,394)`.

    A difference of shares is in percentage points; a partial one has a star.
    """
    text = to_places(mean, unit, places, language, sign=True)
    if unit == "points":
        text += f" {say('points', language)}"
    if partial:
        text += "*"
    limits = extent(low, high, unit, language, places)
    return f"{text} ({limits})" if limits else text


def with_interval(
    mean: float,
    low: float | None,
    high: float | None,
    unit: str,
    language: str,
    *,
    sign: bool = False,
) -> str:
    """A number with its interval in as little room as it takes: `1.66 (1.25-2.20)`.

    Ends of which one is below 0 stand as in other intervals: `+5.2 (-8.6 to 19.0)`.
    """
    places = decimals(unit, mean)
    text = to_places(mean, unit, places, language, sign=sign)
    if low is None or high is None:
        return text
    ends = extent(low, high, unit, language, places)
    if low >= 0:
        ends = "-".join(to_places(end, unit, places, language) for end in (low, high))
    return f"{text} ({ends})"


def percent(value: float, language: str, places: int, *, sign: bool = False) -> str:
    """A share in per cent: 28.8%."""
    return _format(value * 100, places, language, sign) + "%"


def rate(value: float, language: str) -> str:
    """A rate or level in per cent, with as many decimals as it has: 3.5%, 95%, 0%."""
    return f"{typed(value * 100, language)}%"


def count(value: int, language: str) -> str:
    """A whole number: 10,000."""
    return _format(value, 0, language, False)


def probability(value: float, language: str, draws: int = 0) -> str:
    """A probability in per cent, never rounded to certainty: over 99.9%.

    It is no more precise than one in `draws`: if all of 10 draws agree, over 90%.
    """
    side, shown = rounded_probability(value, draws)
    text = f"{_format(shown, _places_of_odds(draws), language, False)}%"
    return f"{say('over' if side > 0 else 'under', language)} {text}" if side else text


def rounded_probability(value: float, draws: int = 0) -> tuple[int, float]:
    """What `probability` tells of a share, as numbers: two that read the same are equal.

    1 for over, -1 for under and 0 for neither, and the rounded per cent.
    """
    finest, places = resolution(draws), _places_of_odds(draws)
    scale = 10 ** (places + 2)
    shown_limit = math.ceil(scale * finest - 1e-9) / scale
    side, shown = 0, value
    if value > 1 - finest + 1e-9:
        side, shown = 1, 1 - shown_limit
    elif value < finest - 1e-9:
        side, shown = -1, shown_limit
    return side, round_half_up(100 * shown, places)


def _places_of_odds(draws: int) -> int:
    """How many decimals a probability in per cent has."""
    return 0 if 0 < draws <= COARSE else 1


def resolution(draws: int) -> float:
    """The least probability above 0 that is shown: FINEST, or 1 / `draws`; 0 draws are many."""
    return max(FINEST, 1 / draws) if draws else FINEST


def ratio_money(value: float, currency: str, language: str) -> str:
    """Money per unit of effect in a sentence; with decimals where it is small and not whole."""
    places = _seen(value, money_decimals(value, SMALL_RATIO))
    if not currency or not places or is_whole(value):
        return money(value, currency, language)
    return f"{_format(value, places, language, False)} {currency_sign(currency)}"


def money(value: float, currency: str, language: str, beside: float = 0.0, digits: int = 0) -> str:
    """An amount in a sentence with its currency: 72,013 kr., in Danish 72.013 kr.

    Without a currency, only the number. `beside` is the size of the amounts it is compared with;
    `digits` is that of `amount`.
    """
    if not currency:
        return number(value, "", language)
    return f"{amount(value, language, beside, digits)} {currency_sign(currency)}"


def amount(value: float, language: str, beside: float = 0.0, digits: int = 0) -> str:
    """An amount of money in a sentence: whole below a million, else to three digits.

    1.5 million, 2 billion; in Danish 1,5 mio., 2 mia. A small amount that is not whole has
    decimals, unless amounts as large as `beside` are next to it. `digits` is how many digits a
    large amount keeps, zeros too, as in a column; 0 leaves zeros at its end out.
    """
    if abs(round(value)) < MILLION:
        size = max(abs(value), beside)
        places = 0 if is_whole(value) else _seen(value, money_decimals(size))
        return _format(value, places, language, False)
    rounded = float(f"{value:.3g}")
    word, unit = ("million", MILLION) if abs(rounded) < BILLION else ("billion", BILLION)
    scaled = rounded / unit
    places = next(n for n in range(3) if n == 2 or round(scaled, n) == scaled)
    if digits:
        places = max(places, min(2, digits - 1 - _exponent(scaled)))
    return say(word, language, amount=_format(scaled, places, language, False))


def in_all(
    value: float,
    people: int,
    unit: str,
    language: str,
    *,
    sign: bool = False,
    in_column: bool = False,
) -> str:
    """A number of one person, in a `unit` per person, for so many people: 4.32 million kr.

    An empty unit is money that nobody states: the number stands alone.
    No more digits than the number of one person is shown with, and at most MOST_DIGITS: what is
    known of one person to the krone is not known of sixty to the krone. `in_column` keeps zeros at
    the end of millions: 3.30 million beside 4.51 million.
    """
    total, currency = value * people, ""
    if unit and unit not in SHARES and (parsed := parse_unit(unit)).money is not None:
        currency = parsed.money.currency
    digits = min(MOST_DIGITS, _digits(value, unit))
    rounded = float(f"{total:.{digits - 1}e}")
    if currency:
        text = money(rounded, currency, language, digits=digits if in_column else 0)
    else:
        places = max(0, digits - 1 - _exponent(rounded))
        text = _format(rounded, places, language, False)
    return f"+{text}" if sign and rounded > 0 else text


def _digits(value: float, unit: str) -> int:
    """How many significant digits a number is shown with."""
    number, places = shown(value, unit)
    return max(1, _exponent(number) + 1 + places)


def _exponent(value: float) -> int:
    """The power of ten of the first digit of a number; 0 for 0."""
    return math.floor(math.log10(abs(value))) if value else 0


def round_half_up(value: float, places: int) -> float:
    """A number to `places` decimals, from its first twelve digits: the rest is rounding error."""
    if abs(value) >= EXACT:
        return round(value, places) + 0.0
    last = Decimal(1).scaleb(-places)
    return float(Decimal(f"{value:.12g}").quantize(last, ROUND_HALF_UP)) + 0.0  # no minus before 0


def _format(value: float, places: int, language: str, sign: bool) -> str:
    rounded = round_half_up(value, places)
    text = f"{rounded:+,.{places}f}" if sign else f"{rounded:,.{places}f}"
    if rounded == 0:
        text = text.lstrip("+-")
    return marked(text, language)
