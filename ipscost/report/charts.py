"""Pictures as numbers: a format draws them, in characters or in lines, as wide as its page."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
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
class Spot:
    """A place on an axis that has a name: a threshold, the month of break-even."""

    label: Words
    at: float


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one line. Raises ValueError if there are more x than y or the reverse."""

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
    the greatest answer. `axis` says what the answer is.
    """

    labels: tuple[Words, ...]
    bars: tuple[TornadoBar, ...]
    now: float
    scale: tuple[float, float]
    unit: str
    axis: Words = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Several lines on the same axes: the probability of being best by threshold.

    `spot` is a place on the x axis that is marked, if any.
    """

    x: Axis
    y: Axis
    lines: tuple[Series, ...]
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A line over time with the interval of each of its points; None where one has none.

    `spot` is the time from which the line stays at or above 0, if that is known; `deepest` when it
    is lowest, where that is marked.
    """

    label: Words
    x: tuple[float, ...]
    values: tuple[Interval, ...]
    spot: Spot | None = None
    deepest: Spot | None = None


@dataclass(frozen=True, slots=True)
class Fan:
    """Lines over time, each in the band of its intervals: what is saved by the end of a month."""

    x: Axis
    y: Axis
    courses: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class Cloud:
    """Points of one arm, and the point that is expected, (x, y)."""

    points: Series
    expected: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scatter:
    """Clouds of points on the cost-effectiveness plane, whose origin is the reference arm.

    threshold: the line through the origin along which one more of the effect costs what it is
    worth, where that is stated; its `at` is the slope. frontier: the expected points of the arms on
    the efficiency frontier, from the cheapest on; of fewer than two arms there is none.
    """

    x: Axis
    y: Axis
    clouds: tuple[Cloud, ...]
    threshold: Spot | None = None
    frontier: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class BarSeries:
    """A bar for each label of its chart; None where an amount is not known."""

    label: Words
    values: tuple[Interval | None, ...]


@dataclass(frozen=True, slots=True)
class GroupedBars:
    """Bars from 0 with their intervals, below each label one of each series.

    A line is drawn above the labels with the indices `breaks`. `signed` is False where no amount
    can be below 0, so that a plus would say nothing.
    """

    axis: Axis
    labels: tuple[Words, ...]
    series: tuple[BarSeries, ...]
    breaks: tuple[int, ...] = ()
    signed: bool = True


@dataclass(frozen=True, slots=True)
class StackedBars:
    """Bars of several series below each label, gains one after another to one side of 0, costs to
    the other; `nets` are what they come to, called `net`, and stand beside the bar.
    """

    axis: Axis
    labels: tuple[Words, ...]
    series: tuple[BarSeries, ...]
    nets: tuple[Interval, ...]
    net: Words

    def stacked(self, row: int) -> tuple[tuple[int, float, float], ...]:
        """Of a label the places of the series, each with where its bar begins and ends."""
        ends, found = {True: 0.0, False: 0.0}, []
        for place, series in enumerate(self.series):
            value = series.values[row]
            if value is not None and value.mean:
                side = value.mean > 0
                found.append((place, ends[side], ends[side] + value.mean))
                ends[side] += value.mean
        return tuple(found)

    @property
    def reach(self) -> tuple[float, float]:
        """The ends of the longest bars, with 0 between them."""
        rows = [self.stacked(row) for row in range(len(self.labels))]
        ends = [end for row in rows for _, _, end in row]
        return min((*ends, 0.0)), max((*ends, 0.0))


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Labelled amounts that lead, one after another, from `start` to the end.

    An amount that is not known is None. `total` is the label of the bar at the end and `whole` its
    amount with its interval; `axis` says what the amounts are.
    """

    labels: tuple[Words, ...]
    amounts: tuple[float | None, ...]
    unit: str
    start: float = 0.0
    total: Words = ""
    whole: Interval | None = None
    axis: Words = ""

    @property
    def levels(self) -> tuple[float, ...]:
        """The running total before each amount, and at the end; what is not known adds nothing."""
        return tuple(accumulate((each or 0.0 for each in self.amounts), initial=self.start))


@dataclass(frozen=True, slots=True)
class Forest:
    """Numbers with intervals, one below the other, and a line of no difference.

    The first is the base case, which the others are held against, unless there is none (`has_base`
    is False): then each number stands with its interval, or is drawn open without one, and the last
    `pooled` ones, below a line, are what the others are pooled into, or the last `apart` ones are
    not to be read with the others. None is not known. Where it `is_ratio`, half and double are
    equally far from 1.
    """

    labels: tuple[Words, ...]
    intervals: tuple[Interval | None, ...]
    axis: Axis
    no_difference: float = 0.0
    has_base: bool = True
    pooled: int = 0
    apart: int = 0
    is_ratio: bool = False

    @property
    def breaks(self) -> tuple[int, ...]:
        """The rows above which a line is drawn."""
        if self.has_base:
            return (1,)
        below = self.pooled or self.apart
        return (len(self.labels) - below,) if 0 < below < len(self.labels) else ()

    @property
    def pools(self) -> tuple[int, ...]:
        """The rows of what the others are pooled into."""
        return tuple(range(len(self.labels) - self.pooled, len(self.labels)))

    def placed(self, value: float) -> float:
        """Where a value lies on the axis: a ratio at its logarithm."""
        return math.log(value) if self.is_ratio else value

    @property
    def drawn(self) -> tuple[Interval | None, ...]:
        """The intervals as they lie on the axis."""
        return tuple(each and self._drawn(each) for each in self.intervals)

    def _drawn(self, found: Interval) -> Interval:
        low, high = (None if end is None else self.placed(end) for end in (found.low, found.high))
        return replace(found, mean=self.placed(found.mean), low=low, high=high)


@dataclass(frozen=True, slots=True)
class IconGroup:
    """How many of `of` people in an arm have reached something."""

    label: Words
    count: int
    of: int = 100


@dataclass(frozen=True, slots=True)
class Icons:
    """People as signs, those who have reached something told apart; an arm beside another."""

    groups: tuple[IconGroup, ...]


@dataclass(frozen=True, slots=True)
class Panels:
    """Pictures of one kind below one another, as of several arms, each under its title."""

    titles: tuple[Words, ...]
    charts: tuple[Bars | Waterfall | Forest, ...]


Chart = (
    Bars | Lines | Fan | Scatter | GroupedBars | StackedBars | Waterfall | Forest | Icons | Panels
)
"""A picture of numbers."""
