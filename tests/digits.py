"""What of a result must be the same on every machine: its text, and six digits of its numbers.

Numbers for machines have ten significant digits, of which the last may hang on how a processor
rounds. Text that readers see is the same to the letter.
"""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

SIX_DIGITS = 5e-7
NOTHING = 1e-9
"""What is smaller may be rounding where the truth is 0."""


def same(found: str, kept: str, name: str) -> bool:
    """True where two texts of the format that `name` ends in say the same."""
    if found == kept:
        return True
    if name.endswith(".csv"):
        rows = [list(csv.reader(io.StringIO(text))) for text in (found, kept)]
        return _same(*rows)
    if name.endswith(".json"):
        return _same(json.loads(found), json.loads(kept))
    return False


def _same(found: Any, kept: Any) -> bool:
    if isinstance(found, dict) and isinstance(kept, dict):
        return [*found] == [*kept] and all(_same(found[key], kept[key]) for key in found)
    if isinstance(found, list) and isinstance(kept, list):
        return len(found) == len(kept) and all(map(_same, found, kept))
    one, other = _number(found), _number(kept)
    if one is None or other is None:
        return bool(found == kept)
    return math.isclose(one, other, rel_tol=SIX_DIGITS, abs_tol=NOTHING) or _rounded(one, other)


def _rounded(one: float, other: float) -> bool:
    """True where two numbers of six digits are neighbours: what lies between rounds either way.

    Numbers of a fit are written with six digits, so that one on the edge may be either.
    """
    if not (one and other) or any(float(f"{each:.6g}") != each for each in (one, other)):
        return False
    unit = 10.0 ** (math.floor(math.log10(max(abs(one), abs(other)))) - 5)
    return abs(one - other) < 1.01 * unit


def _number(value: Any) -> float | None:
    """A number, also as a cell of a CSV holds it; None for any other text."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
