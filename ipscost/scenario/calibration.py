"""What a calibration fits: unknown numbers, and the published targets that they should meet.

Frozen, without arithmetic; `Scenario.calibration` holds it and `ipscost calibrate` fits it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.scenario.quantity import Quantity, Source
from ipscost.words.text import Text

AIMS = ("outcome", "difference", "saving", "cost", "relative")
"""What a target may be: a level of an outcome or cost, or a difference from the reference arm."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A number to be fitted between `low` and `high`, starting at `start`, in its stated unit.

    `label` is None if the file gives none; `owner` is then what the number belongs to.
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

    `what` is one of AIMS. `value` and `se` are in the stated unit; times `factor` they are in the
    reported money. `label` is None if the file gives none. With `after`, the path of another share
    b, the target is the share among those who are not in it: (a - b) / (1 - b).
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
