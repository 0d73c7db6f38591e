"""Pictures as numbers: a format draws them, in characters or in lines, as wide as its page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from ipscost.analysis.interval import Interval
from ipscost.words.text import Words

LOW, HIGH, ZERO, NOTHING = "░█│ "
"""The marks that a title says bars are drawn with: towards the low end, towards the high end, at
zero, nowhere. A format that draws with others puts its own in their place."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis measures, and in which unit."""

    label: Words
    unit: str


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one line or cloud. Raises ValueError if there are more x than y or the reverse."""

    label: Words
    x: tuple[float, ...]
    y: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.x) != len(self.y):
            raise ValueError(f"{len(self.x)} values of x have {len(self.y)} of y")


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """How far the answer moves, least and most, as a number is varied from now to each end.

    `low` is the range towards its low end, `high` towards its high end; both include the answer
    now.
    """

    low: tuple[float, float]
    high: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bars:
    """A tornado: a bar for each number varied, the widest first, all on one `scale`.

    `now` is the current answer, where the two sides of every bar meet; `scale` has the least and
    the greatest answer.
    """

    labels: tuple[Words, ...]
    bars: tuple[TornadoBar, ...]
    now: float
    scale: tuple[float, float]
    unit: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Several lines on the same axes: the probability of being best by threshold."""

    x: Axis
    y: Axis
    lines: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Scatter:
    """Clouds of points: cost and effect of each arm in each draw."""

    x: Axis
    y: Axis
    clouds: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class StepLines:
    """Step lines, where each y holds until the next x: people in a state, cycle by cycle."""

    x: Axis
    y: Axis
    lines: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Labelled amounts that lead, one after another, from `start` to the end."""

    labels: tuple[Words, ...]
    amounts: tuple[float, ...]
    unit: str
    start: float = 0.0

    @property
    def levels(self) -> tuple[float, ...]:
        """The running total before each amount, and at the end."""
        return tuple(accumulate(self.amounts, initial=self.start))


@dataclass(frozen=True, slots=True)
class Forest:
    """Numbers with intervals, one below the other, and a line of no difference."""

    labels: tuple[Words, ...]
    intervals: tuple[Interval, ...]
    unit: str
    no_difference: float = 0.0


Chart = Bars | Lines | Scatter | StepLines | Waterfall | Forest
"""A picture of numbers."""
