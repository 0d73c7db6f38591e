"""What a calibration fits to what: unknown numbers, and published targets with their errors.

Frozen, without arithmetic; `Scenario.calibration` holds it and `ipscost calibrate` fits it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.scenario.quantity import Quantity, Source
from ipscost.words.text import Text

AIMS = ("outcome", "difference", "saving", "cost", "relative")
"""What a target may be of: a level of an outcome or cost, or a change from the reference arm."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A number that is looked for from `low` to `high`, beginning at `start`: in its stated unit.

    `label` is None where the file names none; `owner` is then what the number is of.
    """

    quantity: Quantity
    low: float
    high: float
    start: float
    label: Text | None
    owner: Text | None
    note: Text | None
    span: Span

    @property
    def path(self) -> str:
        """The path of the number."""
        return self.quantity.path


@dataclass(frozen=True, slots=True)
class CalibrationTarget:
    """A published result that a fit should meet, with its standard error `se`.

    `what` is one of AIMS; `value` and `se` are in the stated unit, which `factor` turns into the
    reported money. `label` is None where the file names none. With `after`, the path of another
    share, it is the share among those who are not in that one: (a - b) / (1 - b).
    """

    name: str
    label: Text | None
    what: str
    path: str
    arm: str
    value: float
    se: float
    unit: str
    factor: float
    way: Text
    source: Source | None
    place: str
    sure: str
    assumption: Text | None
    note: Text | None
    span: Span
    after: str = ""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Unknowns by path and targets by name, in file order."""

    unknowns: Mapping[str, Unknown]
    targets: Mapping[str, CalibrationTarget]
    span: Span
