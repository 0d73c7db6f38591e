"""The effect of an intervention on a share of people: as a ratio of risks, of odds, or in points.

Ratios are pooled as logarithms, in which their distribution is closer to a normal one and half and
double are equally far from 1; a difference of shares is pooled as it is. The formulas are one line
each and stand here. statsmodels has the same (`effectsize_2proportions`), to which the tests hold
them, but takes most of a second to import, and adds a correction also to counts without a zero.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

RISK_RATIO: Final = "risk_ratio"
ODDS_RATIO: Final = "odds_ratio"
DIFFERENCE: Final = "difference"
MEASURES: Final = (RISK_RATIO, ODDS_RATIO, DIFFERENCE)
RATIOS: Final = frozenset({RISK_RATIO, ODDS_RATIO})

CORRECTION: Final = 0.5
"""What is usually added to each cell of a table of counts in which one is 0."""


class ZeroCellError(ValueError):
    """Nobody, or everybody, of an arm had the outcome: the normal approximation has no variance."""


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect as one study has it.

    measure: one of MEASURES.
    estimate: in its own units: a ratio, or a difference of shares (0.134 is 13.4 points).
    se: the standard error of `scaled`; None where the study says too little to know it.
    """

    measure: str
    estimate: float
    se: float | None = None

    @property
    def scaled(self) -> float:
        """The estimate on the scale on which it is pooled: the logarithm of a ratio."""
        return scaled(self.measure, self.estimate)

    def interval(self, level: float = 0.95) -> tuple[float, float] | None:
        """The interval of the estimate in its own units; None without a standard error."""
        if self.se is None:
            return None
        half = _normal_quantile(level) * self.se
        return unscaled(self.measure, self.scaled - half), unscaled(
            self.measure, self.scaled + half
        )


def scaled(measure: str, value: float) -> float:
    """A value on the scale of pooling: the logarithm of a ratio, else the value.

    Raises ValueError for an unknown measure, and for a ratio that is not above 0 and finite.
    """
    if measure not in MEASURES:
        raise ValueError(f"expected one of {', '.join(MEASURES)}, found {measure!r}")
    if measure == DIFFERENCE:
        return value
    if not 0 < value < math.inf:
        raise ValueError(f"a ratio is a number above 0, found {value}")
    return math.log(value)


def unscaled(measure: str, value: float) -> float:
    """A value in its own units, from the scale of pooling."""
    return math.exp(value) if measure in RATIOS else value


def has_zero_cell(events: float, people: float, others: float, other_people: float) -> bool:
    """Whether nobody or everybody of an arm had the outcome: one of the four cells is 0."""
    return 0 in (events, people - events, others, other_people - others)


def from_counts(
    measure: str,
    events: float,
    people: float,
    control_events: float,
    control_people: float,
    correction: float = 0.0,
) -> Effect:
    """The effect from how many had the outcome, of how many, in each arm.

    Standard errors: of the log risk ratio √(1/a - 1/n₁ + 1/c - 1/n₀) (Katz et al. 1978, doi
    10.2307/2530610), of the log odds ratio √(1/a + 1/b + 1/c + 1/d) (Woolf 1955, doi
    10.1111/j.1469-1809.1955.tb01348.x), of the difference √(p₁(1-p₁)/n₁ + p₀(1-p₀)/n₀); a and b had
    and had not the outcome of n₁ people, c and d of n₀ in the control arm. Events need not be whole
    numbers: a share of an arm, as a publication prints it, seldom gives one.

    With a single zero cell a ratio is 0 or has no finite value, or its variance is that of one arm
    alone; such a study looks surer than it is, or cannot be used. So a zero cell is refused unless
    a `correction` is given (CORRECTION is the usual one), which is then added to each of the four
    cells, and only where one of them is 0.

    Raises ZeroCellError for a zero cell without a correction, and ValueError for counts that are
    no counts: people not above 0, events below 0 or more than people, or what is not finite.
    """
    cells = (events, people - events, control_events, control_people - control_events)
    if not all(math.isfinite(cell) and cell >= 0 for cell in cells):
        raise ValueError("expected events from 0 to the people of each arm")
    if people <= 0 or control_people <= 0:
        raise ValueError("expected people in each arm")
    if not math.isfinite(correction) or correction < 0:
        raise ValueError(f"expected a correction of 0 or more, found {correction}")
    if 0 in cells and correction == 0:
        raise ZeroCellError("nobody or everybody of an arm had the outcome")
    a, b, c, d = (cell + (correction if 0 in cells else 0.0) for cell in cells)
    share, control = a / (a + b), c / (c + d)
    if measure == RISK_RATIO:
        variance = 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)
    elif measure == ODDS_RATIO:
        variance = 1 / a + 1 / b + 1 / c + 1 / d
    else:
        variance = share * (1 - share) / (a + b) + control * (1 - control) / (c + d)
    return Effect(measure, _of_levels(measure, share, control), math.sqrt(variance))


def from_levels(measure: str, share: float, control: float) -> Effect:
    """The effect from the share of people with the outcome in each arm, 0 to 1.

    How many people there were is not known, so the effect has no standard error and no interval.
    Raises ZeroCellError for a ratio of a share of 0 or to one, and of odds also of 1, and
    ValueError for what is no share.
    """
    if not (0 <= share <= 1 and 0 <= control <= 1):
        raise ValueError("expected shares from 0 to 1")
    ends = {RISK_RATIO: {0.0}, ODDS_RATIO: {0.0, 1.0}}.get(measure, set())
    if {share, control} & ends:
        raise ZeroCellError("a share of 0 has no ratio")
    return Effect(measure, _of_levels(measure, share, control))


def from_interval(
    measure: str, estimate: float, low: float, high: float, level: float = 0.95
) -> Effect:
    """The effect from its estimate and interval as a publication prints them.

    The standard error is half the width on the scale of pooling divided by the quantile of the
    normal distribution. The interval made from it is that one again where the printed one lies
    evenly around the estimate. Raises ValueError where the bounds are not in order.
    """
    bounds = scaled(measure, low), scaled(measure, high)
    if not math.isfinite(bounds[1] - bounds[0]) or not low <= estimate <= high or low == high:
        raise ValueError("expected a lower bound, an estimate and an upper bound, in this order")
    return Effect(measure, estimate, (bounds[1] - bounds[0]) / (2 * _normal_quantile(level)))


def from_p(measure: str, estimate: float, p: float) -> Effect:
    """The effect from its estimate and a two-sided p value, above 0 and below 1.

    The standard error is the estimate on the scale of pooling divided by the quantile of the normal
    distribution that belongs to p (Altman and Bland 2011, doi 10.1136/bmj.d2090). An inequality
    such as p<0.001 bounds the standard error alone and must not be given as p.
    Raises ValueError for a p outside this range and for an estimate of no effect, of which p says
    nothing.
    """
    if not 0 < p < 1:
        raise ValueError(f"expected a p value above 0 and below 1, found {p}")
    value = scaled(measure, estimate)
    if value == 0:
        raise ValueError("a p value tells no standard error where the estimate is no effect")
    return Effect(measure, estimate, abs(value) / _normal_quantile(1 - p))


def _of_levels(measure: str, share: float, control: float) -> float:
    """The effect on two shares, in its own units."""
    if measure == RISK_RATIO:
        return share / control
    if measure == ODDS_RATIO:
        return share / (1 - share) / (control / (1 - control))
    if measure == DIFFERENCE:
        return share - control
    raise ValueError(f"expected one of {', '.join(MEASURES)}, found {measure!r}")


def _normal_quantile(level: float) -> float:
    """How many standard errors an interval of so much probability reaches to either side."""
    return NormalDist().inv_cdf((1 + level) / 2)
