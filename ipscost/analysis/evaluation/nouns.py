"""What is asked of individual data, and what an evaluation of them is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from ipscost.analysis.evaluation.differences import Contrast, Differences
from ipscost.scenario.data_plan import DataPlan
from ipscost.scenario.nouns import SOCIETAL, Outcome, Scenario
from ipscost.scenario.perspectives import weights
from ipscost.settings import LEVEL, SEED

RUBIN, BOOTSTRAP = "rubin", "bootstrap"
INTERVALS = (RUBIN, BOOTSTRAP)
"""Where intervals come from: Rubin's rules, or percentiles over bootstrap samples."""
ROBUST, TWO_STAGE = "robust", "two-stage"
CLUSTERS = (ROBUST, TWO_STAGE)
"""How it counts that persons of one site are alike."""
BOOTSTRAPS = 2000
"""Samples, so that the ends of a 95% interval rest on 50 of them each."""
MIN_CELL = 5
"""Counts of fewer persons than this are not shown."""


@dataclass(frozen=True, slots=True)
class MnarShift:
    """Imputed values of an endpoint, moved: by an amount, or by a share of themselves.

    path: of the category or outcome. value: what is added, or the share that is. arm: in which
    alone it is moved; empty for all.
    """

    path: str
    value: float
    is_share: bool = False
    arm: str = ""


@dataclass(frozen=True, slots=True)
class AskedOfData:
    """How data are evaluated.

    imputations: how many; None for as many as are enough. outcome: the path of the outcome that
    counts beside cost, empty for none. wtp: what one more of it is worth, in the reported money.
    cluster: one of CLUSTERS, or empty for persons who are independent.
    """

    interval: str = RUBIN
    imputations: int | None = None
    bootstraps: int = BOOTSTRAPS
    outcome: str = ""
    wtp: float | None = None
    shifts: tuple[MnarShift, ...] = ()
    min_cell: int = MIN_CELL
    cluster: str = ""
    seed: int = SEED
    level: float = LEVEL


MAIN, COMPLETE, UNADJUSTED, GAMMA, TWO_PART = "main", "complete", "unadjusted", "gamma", "two_part"
UNWEIGHTED, RESAMPLED, BY_RUBIN, SHIFTED = "unweighted", "resampled", "by_rubin", "shifted"
UNCUT = "uncut"
INDEPENDENT, BANG_TSIATIS, ZHAO_TIAN = "independent", "bang_tsiatis", "zhao_tian"
"""The names of the ways in which a result is had."""


@dataclass(frozen=True, eq=False)
class MethodResult:
    """The difference in cost and in the outcome, as another method finds it.

    name: one of the names above. arm: of whom. persons: from how many it is, None where that is
    held back. cost, effect: None
    where the method says nothing of it. shift: of SHIFTED, what was moved.
    """

    name: str
    arm: str
    persons: int | None
    cost: Contrast | None
    effect: Contrast | None
    shift: MnarShift | None = None


@dataclass(frozen=True, slots=True)
class Covariate:
    """A covariate in both groups: its standardised difference before and after weighting."""

    column: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class WeighedArm:
    """What weights do to an arm and the reference arm.

    effective: the effective number of persons, of the arm and of the reference arm. e_value: how
    strongly something unmeasured would have to go with both arm and cost to explain the difference
    away, and the end of its interval; None where it is not told.
    """

    arm: str
    covariates: tuple[Covariate, ...]
    effective: tuple[float, float]
    e_value: float | None = None
    e_limit: float | None = None


@dataclass(frozen=True, slots=True)
class PersonCount:
    """A count of persons: of whom, in which arm; None where it is held back."""

    row: str
    arm: str
    count: int | None


@dataclass(frozen=True, slots=True)
class PeopleInData:
    """Who is in the data, and what is missing; counts held back are None.

    arms: by arm how many; seen: by arm how many lack nothing, whole: in all arms. lacking: of each
    column that lacks something how many lack it in each arm. cut_off: by arm how many were cut
    off; empty where follow-up is not stated. held: how many counts are held back. few: paths of
    which fewer than `min_cell` of an arm have anything, or of a share all but so few.
    """

    arms: Mapping[str, int]
    seen: Mapping[str, int | None]
    whole: int | None
    lacking: tuple[PersonCount, ...] = ()
    cut_off: Mapping[str, int | None] = field(default_factory=dict)
    held: int = 0
    few: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class PersonsEvaluation:
    """An economic evaluation of individual data.

    scenario: what the model file says, with what data fill as unknown. measured: the paths that
    the data fill. differences: the main analysis. stated: what the file states of the categories
    that the data do not hold: by path and arm the difference from the reference arm and its
    standard error; stated_levels: by path the cost in the reference arm. spread: by path the
    standard deviation between persons, in the reported unit, and the share who have none of it,
    None where that is not told; together: how categories of one person go together, None where that
    is not told. ways: what other methods find.
    enough: whether the imputations brought the Monte Carlo error as low as asked for.
    sites: how many there are; 0 where they are not stated.
    """

    scenario: Scenario
    asked: AskedOfData
    people: PeopleInData
    measured: tuple[str, ...]
    differences: Differences
    persons: int
    stated: Mapping[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    stated_levels: Mapping[str, float] = field(default_factory=dict)
    spread: Mapping[str, tuple[float, float | None]] = field(default_factory=dict)
    together: float | None = None
    ways: tuple[MethodResult, ...] = ()
    weighed: tuple[WeighedArm, ...] = ()
    enough: bool = True
    sites: int = 0
    few_sites: bool = False

    @property
    def plan(self) -> DataPlan:
        """Which columns hold what."""
        assert self.scenario.data is not None
        return self.scenario.data

    @property
    def is_imputed(self) -> bool:
        """True where something was missing, and imputed."""
        return self.differences.imputations > 1

    @cached_property
    def arms(self) -> tuple[str, ...]:
        """The interventions that the data cover."""
        return self.differences.arms

    @cached_property
    def outcome(self) -> Outcome | None:
        """The outcome that counts beside cost."""
        return next((o for o in self.scenario.outcomes if o.path == self.asked.outcome), None)

    # --- sums of differences -----------------------------------------------------------------

    def category(self, path: str, arm: str, share: float = 1.0) -> Contrast | None:
        """The difference in a category or an outcome, measured or stated; None if not known.

        share: how much of it counts, such as the part that a payer bears.
        """
        if path in self.measured:
            return self.differences.of({path: share}, arm)
        if (path, arm) in self.stated:
            return Contrast(*self.stated[path, arm]).times(share)
        return None

    def account(self, perspective: str, arm: str) -> Contrast:
        """The difference in cost as a perspective or a payer counts it."""
        return self.sum_of(self.shares(perspective), arm)

    def cost(self, arm: str) -> Contrast:
        """The difference in cost from the scenario's own perspective."""
        return self.account(self.scenario.perspective, arm)

    def effect(self, arm: str) -> Contrast | None:
        """The difference in the outcome that counts."""
        return None if self.outcome is None else self.category(self.outcome.path, arm)

    def benefit(self, arm: str, wtp: float) -> Contrast | None:
        """Net monetary benefit: what the outcome is worth, less the cost."""
        if self.outcome is None or self.effect(arm) is None:
            return None
        costs = self.shares(self.scenario.perspective)
        worth = {self.outcome.path: wtp * self.outcome.sign}
        found = self.differences.of(worth | {p: -share for p, share in costs.items()}, arm)
        mean, se = self._stated_sum(costs, arm)
        return found.plus(-mean, se)

    def icer(self, arm: str) -> float | None:
        """Incremental cost per unit of effect; None where one arm dominates the other."""
        effect = self.effect(arm)
        if effect is None or self.outcome is None:
            return None
        cost, gain = self.cost(arm).mean, effect.mean * self.outcome.sign
        return cost / gain if cost * gain > 0 else None

    def shares(self, perspective: str = SOCIETAL) -> dict[str, float]:
        """How much of each category a perspective counts, by path."""
        found = zip(self.scenario.categories, weights(self.scenario, perspective), strict=True)
        return {category.path: share for category, share in found if share}

    def sum_of(self, shares: Mapping[str, float], arm: str) -> Contrast:
        """The difference in a sum of categories, of each the share that counts."""
        return self.differences.of(shares, arm).plus(*self._stated_sum(shares, arm))

    def stated_sum(self, arm: str) -> tuple[float, float]:
        """What the file states of the total, with its standard error."""
        return self._stated_sum(self.shares(self.scenario.perspective), arm)

    def _stated_sum(self, shares: Mapping[str, float], arm: str) -> tuple[float, float]:
        """What the file states of a sum, with its standard error."""
        parts = [
            (share * self.stated[path, arm][0], share * self.stated[path, arm][1])
            for path, share in shares.items()
            if (path, arm) in self.stated
        ]
        mean = sum(value for value, _ in parts)
        return mean, float(np.sqrt(sum(se * se for _, se in parts)))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Categories that the perspective counts, and neither data nor the file know of."""
        if not self.arms:
            return self.unknown_levels
        counted = self.shares(self.scenario.perspective)
        return tuple(
            path
            for path in counted
            if path not in self.measured
            and not any((path, arm) in self.stated for arm in self.arms)
        )

    @property
    def unknown_levels(self) -> tuple[str, ...]:
        """Categories that count, and of which it is not known what the reference arm costs."""
        counted = self.shares(self.scenario.perspective)
        known = {*self.measured, *self.stated_levels}
        return tuple(path for path in counted if path not in known)

    # --- levels ------------------------------------------------------------------------------

    def level_of(self, path: str) -> Contrast | None:
        """The mean of the reference arm; None if it is neither measured nor stated."""
        if path in self.measured:
            return self.differences.level({path: 1.0})
        stated = self.stated_levels.get(path)
        return None if stated is None else Contrast(stated, 0.0)

    def level(self) -> Contrast | None:
        """What the reference arm costs in all; None where a part of it is not known."""
        shares = self.shares(self.scenario.perspective)
        stated = [path for path in shares if path not in self.measured]
        if any(path not in self.stated_levels for path in stated):
            return None
        more = sum(shares[path] * self.stated_levels[path] for path in stated)
        return self.differences.level(shares).plus(more, 0.0)

    def by(self, differences: Differences) -> PersonsEvaluation:
        """The same by differences that another method found."""
        return replace(self, differences=differences, ways=())

    def with_ways(self, ways: tuple[MethodResult, ...]) -> PersonsEvaluation:
        """The same with what other methods find."""
        return replace(self, ways=ways)
