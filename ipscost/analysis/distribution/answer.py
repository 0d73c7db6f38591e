"""How a saving and a cost are spread over persons: for each arm and account, with intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.distribution import measures
from ipscost.analysis.distribution.crowd import ALIKE, COURSE, DERIVED, STATED, Crowd
from ipscost.analysis.distribution.measures import DEAREST, GAIN, LOSS, QUANTILES, SAME
from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.analysis.payers import names
from ipscost.analysis.percentiles import ends
from ipscost.analysis.persons import ROUNDING
from ipscost.decision.dependence import bounds_of_quantile, bounds_of_share
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

Ends = tuple[float, float]
SHARES = (GAIN, LOSS, SAME)
MOST_ALIKE = 0.25
"""Where nobody knows how persons differ in more than this part of what differs between arms, or of
what is paid, everybody has nearly the same by construction, and nothing is claimed of persons."""


@dataclass(frozen=True, slots=True)
class SavingSpread:
    """How what an account saves with an arm is spread over persons.

    quantiles: one for each of QUANTILES, in the money of the scenario. shares: of persons with a
    saving, a loss and neither, by GAIN, LOSS, SAME. Intervals hold the uncertainty of the numbers
    alone.
    """

    arm: str
    account: str
    quantiles: tuple[Interval, ...]
    shares: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class SavingBounds:
    """What holds of the same whatever goes with what in one person: the least and the most."""

    gain: Ends
    loss: Ends
    quantiles: tuple[Ends, ...]


@dataclass(frozen=True, slots=True)
class GroupSpread:
    """How the saving of an arm is spread within a group of people.

    share: of all people. gain, loss: shares of the group with a saving and a loss. median: of what
    its people save. dearest: which part of the dearest of all people, in the reference arm, belong
    to it. carried: what the dearest of the group carry of its cost there, for each of DEAREST. Both
    are None where that is not known.
    """

    name: str
    share: float
    gain: float
    loss: float
    median: float
    dearest: float | None
    carried: tuple[float, ...] | None


@dataclass(frozen=True, eq=False)
class Distributions:
    """Of a run the distributions of every intervention's saving, and of each arm's cost.

    crowd: the persons. view: the run from its perspective. level: of the intervals.
    """

    crowd: Crowd
    view: View
    level: float = LEVEL
    _kept: dict[tuple[str, str], SavingSpread] = field(default_factory=dict, repr=False)
    _bounds: dict[str, SavingBounds] = field(default_factory=dict, repr=False)

    @property
    def main(self) -> str:
        """The perspective of the answer."""
        return self.view.perspective

    @property
    def arms(self) -> tuple[str, ...]:
        """The interventions."""
        return self.crowd.scenario.interventions

    @property
    def reference(self) -> str:
        """What they are compared with."""
        return self.crowd.scenario.reference

    @cached_property
    def payers(self) -> tuple[str, ...]:
        """The payers that pay or receive anything, in the order of the scenario."""
        known = self.crowd.scenario.payers
        return tuple(name for name in names(self.crowd.scenario) if name in known)

    @cached_property
    def accounts(self) -> tuple[str, ...]:
        """The perspective of the answer, then every payer."""
        return tuple(dict.fromkeys((self.main, *self.payers)))

    @cached_property
    def why(self) -> str:
        """Why persons differ in what the answer is of: ALIKE where nobody knows how.

        Where any spread is derived, all of it is as approximate as that.
        """
        weight = self.view.weight()
        counted = {
            self.crowd.why.get(path, ALIKE)
            for path, own in zip(self.view.run.point.categories, weight, strict=True)
            if own
        }
        return next((why for why in (DERIVED, STATED, COURSE) if why in counted), ALIKE)

    # --- weights -------------------------------------------------------------------------------

    def _place(self, arm: str) -> int:
        return self.view.run.point.arm(arm)

    def weight_of_saving(self, arm: str, account: str) -> Floats:
        """The share of each category in what an account saves, 0 where that is not known."""
        point = self.view.run.point
        weight: Floats = point.weight(account) * point.told[self._place(arm)]
        return weight

    def weight_of_cost(self, arm: str, account: str, *, path: str = "") -> Floats:
        """The share of each category in what an account pays in an arm; of one alone with `path`.

        What it gains is left out, and a category whose level is not known in every arm.
        """
        point = self.view.run.point
        weight = point.weight(account) * point.known.all(axis=0)
        mean = self.crowd.costs[self._place(arm)].mean(axis=1)
        if path:
            is_it = np.array(point.categories) == path
            return np.where(is_it & point.known.all(axis=0), np.sign(mean), 0.0)
        return np.where(weight * mean > 0, weight, 0.0)

    def is_partial(self, arm: str, account: str = "") -> bool:
        """True where what an account saves leaves out something that is not known."""
        seen = self.view.seen_from(account or self.main)
        return bool(seen.lacks(arm, seen.weight(), seen.everything).any())

    # --- what may be claimed -------------------------------------------------------------------

    def alike(self, arm: str, account: str = "") -> dict[str, float]:
        """What everybody saves alike since nobody knows how persons differ in it, by path.

        Each as a part of the sum of all absolute differences but those of prices, largest first.
        """
        weight = self.weight_of_saving(arm, account or self.main)
        change = np.abs(weight * self.view.run.point.difference(arm)[:, 0])
        change[~self.crowd.differ & ~self.crowd.unknown] = 0.0
        parts = change / (change.sum() or 1.0)
        places = np.flatnonzero((parts > 0) & self.crowd.unknown)
        paths = self.view.run.point.categories
        return {paths[p]: float(parts[p]) for p in sorted(places, key=lambda p: -parts[p])}

    def is_claimed(self, arm: str, account: str = "") -> bool:
        """False where too much of what differs between the arms is alike for everybody."""
        return sum(self.alike(arm, account).values()) <= MOST_ALIKE

    def is_untold(self, arm: str, account: str = "") -> bool:
        """True where nothing of what an account saves is known."""
        point, weight = self.view.run.point, self.view.run.point.weight(account or self.main)
        return not (point.told[self._place(arm)] & (weight != 0)).any()

    def _is_cost_claimed(self, arm: str, weight: Floats) -> bool:
        paid = np.abs(weight * self.crowd.costs[self._place(arm)].mean(axis=1))
        return float(paid[self.crowd.unknown].sum()) <= MOST_ALIKE * float(paid.sum())

    # --- what is found -------------------------------------------------------------------------

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        return [(arm, account) for arm in self.arms for account in self.accounts]

    @cached_property
    def _of_costs(self) -> list[tuple[str, str]]:
        return [(a, account) for a in (self.reference, *self.arms) for account in self.accounts]

    def _savings(self, costs: Floats, pair: tuple[str, str]) -> Floats:
        arm, account = pair
        weight = self.weight_of_saving(arm, account)
        return measures.saving(costs, self._place(self.reference), self._place(arm), weight)

    def savings(self, arm: str, account: str = "") -> Floats:
        """What each person of the base case saves, (person,), by default in the main account."""
        return self._savings(self.crowd.costs, (arm, account or self.main))

    def costs(self, arm: str, account: str, *, path: str = "") -> Floats:
        """What each person costs an account in an arm, (person,), as `weight_of_cost` counts."""
        weight = self.weight_of_cost(arm, account, path=path)
        return measures.summed(self.crowd.costs[self._place(arm)], weight)

    @cached_property
    def _moved(self) -> dict[tuple[str, str, str, str], Floats]:
        """How far each measure is moved in each draw, (draw,), for the same few persons."""
        found: dict[tuple[str, str, str, str], list[Floats]] = {}
        weights = {pair: self.weight_of_cost(*pair) for pair in self._of_costs}

        def measured(costs: Floats) -> dict[tuple[str, str, str, str], Floats]:
            each = {}
            for pair in self._pairs:
                for name, value in measures.of_saving(self._savings(costs, pair)).items():
                    each["saving", *pair, name] = value
            for pair in self._of_costs:
                own = measures.summed(costs[self._place(pair[0])], weights[pair])
                for name, value in measures.of_cost(own).items():
                    each["cost", *pair, name] = value
            return each

        base = measured(self.crowd.few)
        for costs in self.crowd.in_draws():
            for key, value in measured(costs).items():
                found.setdefault(key, []).append(np.atleast_1d(value - base[key]))
        return {key: np.concatenate(parts) for key, parts in found.items()}

    def _interval(
        self, value: float, key: tuple[str, str, str, str], *, partial: bool, share: bool
    ) -> Interval:
        """A measure of the base case with how far the uncertainty of the numbers moves it."""
        moved = self._moved.get(key)
        if partial or moved is None or moved.size < 2 or not np.isfinite(moved).all():
            return Interval(value, partial=partial)
        if np.ptp(moved) <= ROUNDING * abs(value):
            return Interval(value)
        low, high = (value + end for end in ends(moved, self.level))
        if share:
            low, high = max(low, 0.0), min(high, 1.0)
        return Interval(value, low, high)

    def of(self, arm: str, account: str = "") -> SavingSpread:
        """How what an account saves with an arm is spread; by default that of the answer."""
        account = account or self.main
        if (arm, account) not in self._kept:
            partial = self.is_partial(arm, account)
            base = measures.of_saving(self.savings(arm, account))
            told = {
                name: self._interval(
                    float(value),
                    ("saving", arm, account, name),
                    partial=partial,
                    share=name in SHARES,
                )
                for name, value in base.items()
            }
            quantiles = tuple(told[f"{share:g}"] for share in QUANTILES)
            shares = {name: told[name] for name in SHARES}
            self._kept[arm, account] = SavingSpread(arm, account, quantiles, shares)
        return self._kept[arm, account]

    def sorted_costs(self, arm: str) -> tuple[Floats, Floats]:
        """What persons cost the account of the answer in the reference arm and in another.

        (person,) each in its own order, the cheapest first: what is known of one arm without the
        other. Of what is known as a difference alone the reference arm has nothing.
        """
        weight = self.weight_of_saving(arm, self.main)
        costs = self.crowd.costs
        one, other = (
            np.sort(measures.summed(costs[self._place(each)], weight))
            for each in (self.reference, arm)
        )
        return one, other

    def bounds(self, arm: str) -> SavingBounds:
        """What holds of the saving of an arm whatever goes with what, in the account of the answer.

        From what persons cost in each arm, as far as that is known.
        """
        if arm not in self._bounds:
            self._bounds[arm] = self._bounded(*self.sorted_costs(arm))
        return self._bounds[arm]

    @staticmethod
    def _bounded(one: Floats, other: Floats) -> SavingBounds:
        nearly = ROUNDING * float(max(np.abs(one).max(), np.abs(other).max()))
        return SavingBounds(
            bounds_of_share(one, other, nearly),
            bounds_of_share(other, one, nearly),
            tuple(bounds_of_quantile(one, other, share) for share in QUANTILES),
        )

    def carried(self, arm: str, account: str = "") -> tuple[Interval | None, ...]:
        """What the dearest of an arm carry of what an account pays, for each of DEAREST.

        None where it pays nothing of known size, or too much of it is alike for everybody; partial
        where the size of a part of it is not known.
        """
        account = account or self.main
        if not self._is_cost_claimed(arm, self.weight_of_cost(arm, account)):
            return (None,) * len(DEAREST)
        point = self.view.run.point
        partial = bool((~point.known.all(axis=0) & (point.weight(account) != 0)).any())
        found = measures.of_cost(self.costs(arm, account))
        return tuple(
            self._interval(float(v), ("cost", arm, account, n), partial=partial, share=True)
            if np.isfinite(v)
            else None
            for n, v in found.items()
        )

    def carried_of(self, arm: str, path: str) -> tuple[Interval | None, ...]:
        """The same of one category, a gain by its size; None where that is not known."""
        if not self._is_cost_claimed(arm, self.weight_of_cost(arm, self.main, path=path)):
            return (None,) * len(DEAREST)
        found = measures.of_cost(self.costs(arm, self.main, path=path))
        return tuple(Interval(float(v)) if np.isfinite(v) else None for v in found.values())

    def of_groups(self, arm: str) -> tuple[GroupSpread, ...]:
        """The same within each group of people, in the account of the answer; none without any."""
        groups = self.crowd.groups
        if not groups:
            return ()
        savings, dearest = self.savings(arm), self._dearest()
        costs, found = self.costs(self.reference, self.main), []
        for name, members in groups.items():
            own = measures.of_saving(savings[members])
            part, carried = None, None
            if dearest is not None:
                part = float(members[dearest].mean())
                carried = tuple(float(e) for e in measures.of_cost(costs[members]).values())
            share = self.crowd.group_shares[name]
            numbers = share, float(own[GAIN]), float(own[LOSS]), float(own["0.5"])
            found.append(GroupSpread(name, *numbers, part, carried))
        return tuple(found)

    def _dearest(self) -> Places | None:
        """The dearest MAIN of all people in the reference arm, dearest first; None if not known."""
        if self.carried(self.reference)[0] is None:
            return None
        order = np.argsort(-self.costs(self.reference, self.main), kind="stable")
        return order[: max(1, round(measures.MAIN * order.size))]

    def chance(self, share: float) -> float:
        """The standard error that a share of so many persons has by chance."""
        return float(np.sqrt(share * (1 - share) / self.crowd.size))

    def chance_of_median(self, arm: str) -> float:
        """The same of the median saving of an arm: half the way between the quantiles beside it."""
        beside = 0.5 + self.chance(0.5) * np.array([-1.0, 1.0])
        low, high = np.quantile(self.savings(arm), beside)
        return float(high - low) / 2


def distributions_of(view: View, level: float = LEVEL, persons: int = 0) -> Distributions:
    """The distributions of a run, over so many persons, seen from one perspective."""
    crowd = Crowd(view.run, persons) if persons else Crowd(view.run)
    return Distributions(crowd, view, level)


def at_main(carried: Sequence[Interval | None]) -> Interval | None:
    """Of what the dearest carry, that of the share that an answer tells."""
    return carried[DEAREST.index(measures.MAIN)]
