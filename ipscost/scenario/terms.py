"""What a scenario states beside its costs and outcomes: discount rates, and results to reproduce.

Frozen nouns like those of `nouns`, which has them too.
"""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.scenario.quantity import Source
from ipscost.scenario.rollout import GRANT, POSTS, PROGRAMME
from ipscost.words.text import Text

RATIOS_OF_SHARES = ("risk_ratio", "odds_ratio")
"""Published results that are ratios of the share of people with an outcome in two arms."""
OF_ROLLOUT = (PROGRAMME, POSTS, GRANT)
"""Published results of a rollout: what its programme costs, its posts, and what is given to it."""
WHATS = (
    *("saving", "cost", "difference", "outcome", "relative", "probability", "p"),
    *RATIOS_OF_SHARES,
    *OF_ROLLOUT,
)
"""What a published result may be."""


@dataclass(frozen=True, slots=True)
class Target:
    """A published result that the scenario must reproduce, rounded to `to`.

    `by_construction` where an input is, or comes from, this value; `calibrated` where numbers were
    fitted to it. `within` is how far off the result is known to be at most, in the stated unit.
    `bound` is `low` or `high` for an end of the 95% interval of a ratio, else empty. `disagrees`
    where it is known not to follow from the other figures that are printed with it. `year` is that
    of a result of a rollout, None for all its years together.
    """

    what: str
    path: str
    arm: str
    value: float
    to: float
    unit: str
    factor: float
    source: Source | None
    place: str
    note: Text | None
    by_construction: bool
    span: Span
    calibrated: bool = False
    within: float | None = None
    bound: str = ""
    disagrees: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Discount:
    """Yearly discount rates for costs and outcomes; `note` says why these.

    `cost_later` and `outcome_later` hold the rates that follow, each with the year after which it
    holds: ((35, 0.025), (70, 0.015)). `source` is that of a named `schedule`.
    """

    cost: float
    outcome: float
    note: Text | None
    cost_later: tuple[tuple[float, float], ...] = ()
    outcome_later: tuple[tuple[float, float], ...] = ()
    schedule: str = ""
    source: str = ""

    @property
    def of_outcomes(self) -> bool:
        """True if outcomes are discounted at some time."""
        return bool(self.outcome or any(rate for _, rate in self.outcome_later))
