"""Which columns of individual data hold what, as the section `data` of a file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ipscost.errors import Span

SECTION = "data"
"""The section of a file."""
ASSIGNED = ("random", "matched", "observed", "self")
"""How persons came into their arms: by chance, matched, neither, or each is its own control."""
RANDOM, ITSELF = ASSIGNED[0], ASSIGNED[-1]
WEIGHTS = ("overlap", "entropy", "none")
"""How persons are weighted where chance did not decide; the first one unless the file says so."""
MISSING = ("", "NA", "N/A", "NaN", ".")
"""What stands for a missing value unless the file says: as R, Stata and spreadsheets write it."""


@dataclass(frozen=True, slots=True)
class CostColumns:
    """The columns whose amounts add up to a cost category.

    path: of the category. factor: from their unit to the reported money. baseline: columns of what
    it was before. months: the month in which the period of each column ends; empty where not
    stated.
    """

    path: str
    columns: tuple[str, ...]
    baseline: tuple[str, ...]
    months: tuple[float, ...]
    factor: float
    span: Span


@dataclass(frozen=True, slots=True)
class OutcomeColumns:
    """The columns of an outcome: one, or utilities by month, whose area in years counts.

    months: of each utility, the first of which is 0; empty for an outcome in one column.
    baseline: columns of what it was before, which is the utility at month 0 unless stated.
    is_share: persons either have it or not.
    """

    path: str
    columns: tuple[str, ...]
    baseline: tuple[str, ...]
    months: tuple[float, ...]
    is_share: bool
    span: Span


@dataclass(frozen=True, slots=True)
class WeekColumns:
    """From when register weeks count, and how the columns of their file are headed.

    start: the column of the data with each person's first week or day, or one week for all.
    behind: the column of the weeks behind on a ladder at the start; None where they are counted.
    headings: of person, week and code in the file of weeks, where these are not the usual ones.
    """

    start: str
    behind: str | None
    headings: Mapping[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class DataPlan:
    """What a file says of individual data.

    person: the column of a person's number; None where each row is a person.
    arm: the column of the arm; None where all are in one arm.
    codes: what stands in that column for each arm that data cover, in the order of the scenario.
    left_out: what stands there for persons of arms that are left out.
    assigned, weights: one of ASSIGNED, one of WEIGHTS.
    balance, baseline: covariates of the weights, and of every regression.
    followed, until: columns of the months followed, and of whether an event ended them.
    decimal: the decimal mark; empty where the numbers are to show it.
    places: where each column is named. weeks: from when register weeks count, where there are some.
    """

    person: str | None
    arm: str | None
    codes: Mapping[str, tuple[str, ...]]
    left_out: tuple[str, ...]
    assigned: str
    weights: str
    balance: tuple[str, ...]
    baseline: tuple[str, ...]
    site: str | None
    costs: tuple[CostColumns, ...]
    outcomes: tuple[OutcomeColumns, ...]
    followed: str | None
    until: str | None
    missing: tuple[str, ...]
    decimal: str
    span: Span
    places: Mapping[str, Span] = field(default_factory=dict)
    weeks: WeekColumns | None = None

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms that the data cover."""
        return tuple(self.codes)

    @property
    def is_random(self) -> bool:
        """True where chance decided who got what."""
        return self.assigned == RANDOM

    @property
    def covariates(self) -> tuple[str, ...]:
        """The columns of the regressions and the weights, each once."""
        return tuple(dict.fromkeys((*self.baseline, *self.balance)))

    def listed(self, covariate: str) -> str:
        """The key that lists a covariate."""
        return "baseline" if covariate in self.baseline else "balance"

    @property
    def parts(self) -> tuple[CostColumns | OutcomeColumns, ...]:
        """The columns of each cost and of each outcome."""
        return (*self.costs, *self.outcomes)

    @property
    def measured(self) -> tuple[str, ...]:
        """The columns of costs and outcomes, and of what these were before, each once."""
        parts = self.parts
        return tuple(
            dict.fromkeys(name for part in parts for name in (*part.columns, *part.baseline))
        )
