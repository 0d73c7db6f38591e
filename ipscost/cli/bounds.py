"""Numbers with two ends on the command line: `PATH=LOW:HIGH`, of several options."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost import numerals
from ipscost.errors import AskedError
from ipscost.settings import LARGEST


def each_once(texts: Sequence[str], option: str) -> dict[str, tuple[float, float]]:
    """The two ends of each number, by path, of an option. Refuses a path that is named twice."""
    bounds: dict[str, tuple[float, float]] = {}
    for text in texts:
        path, ends = _bounds(text, option)
        if path in bounds:
            raise AskedError(f"{option} {path} stands twice; name its two ends once")
        bounds[path] = ends
    return bounds


def _bounds(text: str, option: str) -> tuple[str, tuple[float, float]]:
    """Path and bounds of `PATH=LOW:HIGH`."""
    path, equals, values = text.partition("=")
    parts = values.split(":")
    example = f"{option} cost.programme.ips=500:1500"
    if not equals or not path.strip() or len(parts) != 2:
        message = f"{option}: expected PATH=LOW:HIGH, found '{text}'; write for example {example}"
        raise AskedError(message)
    low, high = (figure(part, f"{option} {text}") for part in parts)
    rising(low, high, f"{option} {text}")
    return path.strip(), (low, high)


def figure(text: str, where: str) -> float:
    """A number with a decimal point. Refuses `4.200`, which in Danish is 4200."""
    stripped = text.strip()
    number = numerals.number(stripped)
    if number is not None and abs(number) >= LARGEST:
        message = f"{where}: expected numbers below {LARGEST:g}, found '{stripped}'; "
        raise AskedError(message + "write smaller ones")
    if number is None:
        message = f"{where}: expected a number, found '{stripped}'; "
        fix = "write it with a decimal point and no thousands mark"
        if "%" in stripped:
            fix = "write it in the unit of the number; a per cent of it is not read"
        raise AskedError(message + fix)
    if numerals.is_doubtful(stripped, "."):
        plain = numerals.without_marks(stripped)
        message = f"{where}: the point in {stripped} may mark thousands or decimals; write {plain} "
        raise AskedError(f"{message}or {numerals.with_decimals(stripped)}")
    return number


def rising(low: float, high: float, where: str) -> None:
    """Refuses two ends of which the first is not lower."""
    if low >= high:
        message = f"{where}: expected the lower value first, found {low:g} to {high:g}; "
        swapped = "write two different values" if low == high else f"write {high:g}:{low:g}"
        raise AskedError(message + swapped)
