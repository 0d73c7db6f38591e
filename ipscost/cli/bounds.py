"""Numbers with two ends on the command line: `PATH=LOW:HIGH`, of several options."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost import numerals
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.settings import LARGEST


def each_once(texts: Sequence[str], option: str) -> dict[str, tuple[float, float]]:
    """The two ends of each number, by path, of an option. Refuses a path that is named twice."""
    bounds: dict[str, tuple[float, float]] = {}
    for text in texts:
        path, ends = _bounds(text, option)
        if path in bounds:
            raise AskedError(
                Message(
                    "{option} {path} stands twice; name its two ends once", option=option, path=path
                )
            )
        bounds[path] = ends
    return bounds


def _bounds(text: str, option: str) -> tuple[str, tuple[float, float]]:
    """Path and bounds of `PATH=LOW:HIGH`."""
    path, equals, values = text.partition("=")
    parts = values.split(":")
    example = f"{option} cost.programme.ips=500:1500"
    if not equals or not path.strip() or len(parts) != 2:
        message = Message(
            "{option}: expected PATH=LOW:HIGH, found '{text}'; write for example {example}",
            option=option,
            text=text,
            example=example,
        )
        raise AskedError(message)
    low, high = (figure(part, f"{option} {text}") for part in parts)
    rising(low, high, f"{option} {text}")
    return path.strip(), (low, high)


def figure(text: str, where: str) -> float:
    """A number with a decimal point. Refuses `4.200`, which in Danish is 4200."""
    stripped = text.strip()
    number = numerals.number(stripped)
    if number is not None and abs(number) >= LARGEST:
        raise AskedError(
            Message(
                "{where}: expected numbers below {largest:g}, found '{stripped}'; write "
                "smaller ones",
                where=where,
                largest=LARGEST,
                stripped=stripped,
            )
        )
    if number is None:
        fix = Message("write it with a decimal point and no thousands mark")
        if "%" in stripped:
            fix = Message("write it in the unit of the number; a per cent of it is not read")
        raise AskedError(
            Message(
                "{where}: expected a number, found '{stripped}'; {fix}",
                where=where,
                stripped=stripped,
                fix=fix,
            )
        )
    if numerals.is_doubtful(stripped, "."):
        plain = numerals.without_marks(stripped)
        raise AskedError(
            Message(
                "{where}: the point in {stripped} may mark thousands or decimals; write "
                "{whole} or {decimals}",
                where=where,
                stripped=stripped,
                whole=plain,
                decimals=numerals.with_decimals(stripped),
            )
        )
    return number


def rising(low: float, high: float, where: str) -> None:
    """Refuses two ends of which the first is not lower."""
    if low >= high:
        fix = Message("write {high:g}:{low:g}", high=high, low=low)
        if low == high:
            fix = Message("write two different values")
        raise AskedError(
            Message(
                "{where}: expected the lower value first, found {low:g} to {high:g}; {fix}",
                where=where,
                low=low,
                high=high,
                fix=fix,
            )
        )
