"""The ledger: what every engine returns and every analysis reads.

Costs and outcomes per person on named axes: arm, category (or outcome), period, draw. Totals are
methods, never rows, so that nothing can be counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import NotFiniteError
from ipscost.flows import Flows, of_periods
from ipscost.rounding import less, settled
from ipscost.scenario.kinds import KINDS, untold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ipscost.scenario.nouns import Scenario

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

PARTS = ("observed", "extrapolated")
"""The parts of the horizon: the months in which people were followed, and those after."""

BLOCK = 16_384
"""How many draws a sum passes over at a time, so that what it needs stays in the cache."""


def parts_of(scenario: Scenario) -> tuple[str, ...]:
    """`observed` and `extrapolated`, where people were followed for a part of the horizon."""
    observed = scenario.observed
    return PARTS if observed is not None and observed < scenario.months else ()


@dataclass(frozen=True)
class Ledger:
    """Costs and outcomes per person, with all that is needed to add them up.

    An engine gives amounts per period, and how each period spreads over the months. There is a
    single period if amounts are stated over the horizon, or one for each cycle or point of time.

    arms, categories, kinds, outcomes, payers: the names on the axes; `kinds` has one per category,
        and `reference` is one of the arms.
    amount: (arm, category, period, draw), undiscounted, in the scenario's money; a cost is
        positive.
    spread: (category, period, month); an amount times its spread is the cost in a month.
    present: (category, period, month); an amount times this is its present value in a month.
    known: (arm, category); False if only the difference from the reference arm is known. The
        amount of the reference arm is then 0, and the other arms hold the difference.
    told: (arm, category); False if the difference from the reference arm is not known. It then
        counts as 0 in every sum, whatever the amounts are.
    payer_share: (category, payer), what a payer pays minus what it receives: each row sums to 1, or
        to 0 for a transfer whose receivers are stated.
    perspectives, counted: the names, and (perspective, category), the share of each category that
        a perspective counts.
    outcome_amount: (arm, outcome, period, draw), in the unit of the outcome; outcome_spread and
        outcome_present: (outcome, period, month); outcome_known and outcome_told: (arm, outcome),
        like `known` and `told`.
    observed: how many of the months, the first ones, were observed.
    clipped: by path, the draws, (draw,), in which numbers of a model were outside their range and
        moved into it; paths without such draws are left out.
    flows: the costs by month, if the periods do not give them.

    Raises ValueError if shapes or names do not fit, or if the payer shares of a category sum to
    neither 1 nor 0; NotFiniteError if a number is not finite.
    """

    arms: tuple[str, ...]
    reference: str
    categories: tuple[str, ...]
    kinds: tuple[str, ...]
    payers: tuple[str, ...]
    outcomes: tuple[str, ...]
    perspectives: tuple[str, ...]
    amount: Floats
    spread: Floats
    present: Floats
    known: Flags
    told: Flags
    payer_share: Floats
    counted: Floats
    outcome_amount: Floats
    outcome_spread: Floats
    outcome_present: Floats
    outcome_known: Flags
    outcome_told: Flags
    observed: int
    clipped: Mapping[str, Flags] = field(default_factory=dict)
    flows: Flows | None = None

    def __post_init__(self) -> None:
        arms, categories, outcomes = len(self.arms), len(self.categories), len(self.outcomes)
        if self.amount.ndim != 4 or self.outcome_amount.ndim != 4:
            raise ValueError("amounts must have four axes: arm, category or outcome, period, draw")
        periods, draws = self.amount.shape[2:]
        outcome_periods, months = self.outcome_amount.shape[2], self.spread.shape[-1]
        expected = {
            "amount": (arms, categories, periods, draws),
            "spread": (categories, periods, months),
            "present": (categories, periods, months),
            "known": (arms, categories),
            "told": (arms, categories),
            "payer_share": (categories, len(self.payers)),
            "counted": (len(self.perspectives), categories),
            "outcome_amount": (arms, outcomes, outcome_periods, draws),
            "outcome_spread": (outcomes, outcome_periods, months),
            "outcome_present": (outcomes, outcome_periods, months),
            "outcome_known": (arms, outcomes),
            "outcome_told": (arms, outcomes),
        }
        for name, shape in expected.items():
            if (found := getattr(self, name).shape) != shape:
                raise ValueError(f"{name} must have shape {shape}, not {found}")
        for names in (self.arms, self.categories, self.outcomes, self.payers):
            if len(set(names)) != len(names):
                raise ValueError(f"names must differ: {names}")
        if any(flags.shape != (draws,) for flags in self.clipped.values()):
            raise ValueError(f"what was clipped must be told for each of {draws} draws")
        if len(self.kinds) != categories or self.reference not in self.arms:
            raise ValueError("every category needs a kind, and the reference must be an arm")
        costs = (self.amount, self.spread, self.present, self.counted)
        effects = (self.outcome_amount, self.outcome_spread, self.outcome_present)
        if not all(np.isfinite(part).all() for array in (*costs, *effects) for part in array):
            raise NotFiniteError("every cost and outcome must be finite")
        shares = self.payer_share.sum(axis=1)
        is_transfer = np.array([not KINDS[kind].is_real for kind in self.kinds], dtype=bool)
        if not np.all(np.isclose(shares, 1) | (is_transfer & np.isclose(shares, 0))):
            raise ValueError("the payer shares of each category must sum to 1 (or 0: a transfer)")
        for name in expected:
            getattr(self, name).flags.writeable = False

    def __repr__(self) -> str:
        arms, categories, periods, draws = self.amount.shape
        return f"<Ledger: arms {arms}, costs {categories}, periods {periods:,}, draws {draws:,}>"

    @property
    def cost(self) -> Floats:
        """Cost by month, undiscounted, (arm, category, month, draw), in the scenario's money."""
        arms, categories, _, draws = self.amount.shape
        value = np.zeros((arms, categories, self.months, draws))
        for index, period in np.argwhere(self.spread.any(axis=2)).tolist():
            months = self.spread[index, period].nonzero()[0]
            factor = self.spread[index, period, months]
            value[:, index, months] += factor[:, None] * self.amount[:, index, period, None]
        return value

    def arm(self, name: str) -> int:
        """The index of an arm on its axis. Raises ValueError if there is no such arm."""
        return self.arms.index(name)

    @property
    def months(self) -> int:
        """The number of months on the month axis; of a collapsed ledger, the number of windows."""
        return int(self.spread.shape[-1])

    @cached_property
    def present_value(self) -> Floats:
        """Discounted cost over the horizon, (arm, category, draw), in the scenario's money."""
        return _valued(self.amount, self.present)

    @cached_property
    def _differences(self) -> dict[str, Floats]:
        """The incremental costs computed so far, by arm."""
        return {}

    @cached_property
    def present_outcome(self) -> Floats:
        """Outcomes over the horizon, (arm, outcome, draw), in their units; discounted if they are.

        Which outcomes an engine discounts: docs/method.md, Which outcomes are discounted.
        """
        return _valued(self.outcome_amount, self.outcome_present)

    def collapsed(self, windows: Floats | None = None) -> Ledger:
        """The ledger with windows in place of months, whose amounts are present values.

        windows: (window, month), the share of each month that a window counts: a year counts its 12
            months as 1 and all others as 0. By default those of `part_windows`.

        Amounts are (arm, category, window, draw), so that memory does not grow with months or
        periods: over draws, this is all that is kept unless costs by month are asked for. A month
        that no window counts is left out, and one that two count is in both. Outcomes are kept
        whole, in the last window, since many belong to no month, such as a share at the end.
        """
        if windows is None:
            windows = part_windows(self.observed, self.months)
        count = len(windows)
        amount = [_valued(self.amount, self.present * window) for window in windows]
        own = np.array([np.eye(count)] * len(self.categories))
        outcome_own = np.zeros((len(self.outcomes), 1, count))
        outcome_own[:, :, -1] = 1
        return replace(
            self,
            amount=np.stack(amount, axis=2) if count > 1 else amount[0][:, :, None],
            spread=own,
            present=own,
            outcome_amount=self.present_outcome[:, :, None],
            outcome_spread=outcome_own,
            outcome_present=outcome_own,
            observed=int((~windows[:, self.observed :].any(axis=1)).sum()),
            flows=None,
        )

    def within(self, part: str) -> Ledger:
        """The same with the months `observed` or `extrapolated` alone, collapsed to one window."""
        if part not in self._parts:
            observed = np.arange(self.months) < self.observed
            own = observed if part == PARTS[0] else ~observed
            self._parts[part] = self.collapsed(own[None].astype(float))
        return self._parts[part]

    @cached_property
    def _parts(self) -> dict[str, Ledger]:
        """The parts that were asked for; those of a collapsed ledger hold no amounts themselves."""
        return {}

    def weight(self, perspective: str) -> Floats:
        """The share of each category that a perspective counts, (category,).

        Raises ValueError if there is no such perspective.
        """
        counted: Floats = self.counted[self.perspectives.index(perspective)]
        return counted

    @property
    def moved(self) -> Flags:
        """True for the categories that only move money between people, transfers, (category,)."""
        return np.array([not KINDS[kind].is_real for kind in self.kinds], dtype=bool)

    def of_part(self, part: str) -> Flags:
        """True for the categories that make up a sum by kind, such as `resources`, (category,)."""
        return np.array([KINDS[kind].part == part for kind in self.kinds], dtype=bool)

    def untold(self, weight: Floats) -> set[str]:
        """The sums by kind that cannot be given if categories count with `weight`, (category,).

        A number that was published for several kinds as one is a part of each of their sums.
        """
        return untold(kind for kind, w in zip(self.kinds, weight, strict=True) if w != 0)

    def difference(self, arm: str) -> Floats:
        """Incremental cost of `arm` against the reference arm, discounted, (category, draw).

        In the scenario's money; 0 if it is not known. Computed once and kept.
        """
        if arm not in self._differences:
            change = np.empty((len(self.categories), self.amount.shape[3]))
            for index, own in enumerate(change):  # one category at a time, to save memory
                own[:] = self._change(arm, index, slice(None))[0]
            self._differences[arm] = change
        return self._differences[arm]

    def cost_of(self, arm: str, weight: Floats) -> Floats:
        """Discounted cost of `arm`, summed over categories with `weight`, (category,): (draw,).

        Draws are passed over in blocks that stay in the processor's cache.
        """
        place, total = self.arm(arm), np.zeros(self.amount.shape[3])
        counted = np.flatnonzero(weight).tolist()
        for block in self._blocks() if counted else ():
            rows = (self._present(place, index, block) for index in counted)
            total[block] = _added(rows, weight[counted])
        return total

    def difference_of(self, arm: str, weight: Floats) -> Floats:
        """The difference of `arm` from the reference arm, summed likewise, (draw,).

        0 in draws where all that is left of its parts is rounding.
        """
        total = np.zeros(self.amount.shape[3])
        counted = np.flatnonzero(weight).tolist()
        for block in self._blocks() if counted else ():
            changes, size = [], np.zeros(total[block].size)
            for index in counted:
                change, scale = self._change(arm, index, block)
                changes.append(change)
                size += scale if weight[index] == 1 else scale * abs(weight[index])
            total[block] = settled(_added(iter(changes), weight[counted]), size)
        return total

    def _change(self, arm: str, index: int, block: slice) -> tuple[Floats, Floats]:
        """A category's difference and the size of its parts, or 0 without one, each (draw,)."""
        if (arm, index) in self._changes:
            return self._changes[arm, index]
        places = self.arm(arm), self.arm(self.reference)
        one, other = (self._present(place, index, block) for place in places)
        scale = np.maximum(np.abs(one), np.abs(other))
        told = self.told[places[0], index]
        change = settled(one - other, scale) if told else np.zeros(scale.size)
        scale *= change != 0
        if self.is_small:
            self._changes[arm, index] = change, scale
        return change, scale

    @cached_property
    def _changes(self) -> dict[tuple[str, int], tuple[Floats, Floats]]:
        """What `_change` has found so far, by arm and category."""
        return {}

    def differs(self, arm: str) -> Flags:
        """True for the categories whose difference is not 0 in some draw, (category,)."""
        own, base = self.arm(arm), self.arm(self.reference)

        def moves(index: int, block: slice) -> bool:
            one, other = (self._present(place, index, block) for place in (own, base))
            equal = not self.is_small and np.array_equal(one, other)  # as most are
            return not equal and bool(self._change(arm, index, block)[0].any())

        every = range(len(self.categories))
        return np.array(
            [any(moves(i, block) for block in self._blocks()) for i in every], dtype=bool
        )

    def spends(self, arm: str) -> Flags:
        """True for the categories whose discounted cost is not 0 in some draw, (category,)."""
        place = self.arm(arm)
        found = [
            any(self._present(place, index, block).any() for block in self._blocks())
            for index in range(len(self.categories))
        ]
        return np.array(found, dtype=bool)

    def present_of(self, arm: int, index: int) -> Floats:
        """Discounted cost of a category in an arm, by their places, (draw,)."""
        return self._present(arm, index, slice(None))

    def _present(self, arm: int, index: int, block: slice) -> Floats:
        """The same of a block of draws; `present_value` without the rows that nobody asks for."""
        if self.is_small:
            return self.present_value[arm, index, block]
        factors, alone = self._factors
        if alone is not None:
            return self.amount[arm, index, alone, block]
        return summed(factors[index], self.amount[arm, index, :, block])

    @property
    def is_small(self) -> bool:
        """True where there are so few draws that all present values and differences are kept."""
        return bool(self.amount.shape[3] <= BLOCK)

    @cached_property
    def _factors(self) -> tuple[Floats, int | None]:
        """What an amount is worth, (category, period); the period of amounts that are all so."""
        return _factors(self.present)

    def _blocks(self) -> Iterator[slice]:
        """The places of the draws, a block at a time."""
        draws = self.amount.shape[3]
        return (slice(start, min(start + BLOCK, draws)) for start in range(0, draws, BLOCK))

    def size(self, arm: str, weight: Floats) -> Floats:
        """The size of the costs behind a sum of incremental costs, (draw,), to judge its rounding.

        weight: the share of each category, (category,). Its size is the larger of the costs of the
        two arms; categories without a difference are left out.
        """
        total = np.zeros(self.amount.shape[3])
        for index in np.flatnonzero(weight).tolist():
            scale = self._change(arm, index, slice(None))[1]
            total += scale if weight[index] == 1 else scale * abs(weight[index])
        return total

    def outcome_difference(self, arm: str, index: int) -> Floats:
        """Incremental outcome number `index` of `arm` against the reference arm, (draw,)."""
        outcome = self.present_outcome[:, index]
        return less(outcome[self.arm(arm)], outcome[self.arm(self.reference)])

    def monthly_difference(self, arm: str, perspective: str) -> Floats:
        """Incremental cost of `arm` by month from one perspective, discounted, (month, draw)."""
        course: Floats = self.monthly_differences(arm, (perspective,))[0]
        return course

    def monthly_differences(self, arm: str, perspectives: Sequence[str]) -> Floats:
        """Incremental cost of `arm` by month, discounted, (perspective, month, draw)."""
        told = self.told[self.arm(arm)]
        weights = np.array([self.weight(perspective) * told for perspective in perspectives])
        return self._flows.differences(self.arm(arm), self.arm(self.reference), weights)

    @cached_property
    def _flows(self) -> Flows:
        """The costs by month: as the engine counted them, or else from the periods."""
        return of_periods(self.amount, self.present) if self.flows is None else self.flows


def part_windows(observed: int, months: int) -> Floats:
    """The observed months as one window and the others, if any, as a second, (window, month)."""
    is_observed = np.arange(months) < observed
    parts = [is_observed, ~is_observed] if observed < months else [is_observed]
    return np.array(parts, dtype=float)


def summed(weight: Floats, amounts: Floats) -> Floats:
    """The sum over categories of `amounts`, (..., category, draw), times `weight`, (category,).

    Returns (..., draw). Categories are added one after another, so that the last digits do not
    depend on the number of draws or threads, nor on categories with weight 0.
    """
    counted = np.flatnonzero(weight)
    if not counted.size:
        return np.zeros((*amounts.shape[:-2], amounts.shape[-1]))
    return _added((amounts[..., index, :] for index in counted), weight[counted])


def _added(parts: Iterator[Floats], weights: Floats) -> Floats:
    """The sum of `parts` with their weights, one after another; there is one at least."""
    scaled = (a if w == 1 else a * w for a, w in zip(parts, weights, strict=True))
    total: Floats = next(scaled)
    for number, part in enumerate(scaled):
        total = np.add(total, part, out=total if number else None)
    return total


def over_months(factors: Floats) -> Floats:
    """The sum of `factors`, (..., month), over months: (...).

    Months are added one after another, so that months of 0 do not change a bit of the sum.
    """
    total: Floats = np.cumsum(factors, axis=-1)[..., -1]
    return total


def _valued(amount: Floats, present: Floats) -> Floats:
    """Amounts (arm, category, period, draw) times their factors summed over months."""
    factor, alone = _factors(present)
    if alone is not None:  # the amounts as they are, and no copy
        return amount[:, :, alone]
    if amount.shape[3] == 1:  # one after another too, without a step in Python for each period
        return np.cumsum(factor[:, :, None] * amount, axis=2)[:, :, -1] + 0.0
    value = np.zeros((*amount.shape[:2], amount.shape[3]))
    for index, period in np.argwhere(factor).tolist():
        value[:, index] += factor[index, period] * amount[:, index, period]
    return value


def _factors(present: Floats) -> tuple[Floats, int | None]:
    """Factors summed over months, (category, period), and the period of amounts that are their own
    present values: where no other period counts, and this one as it is."""
    factor = over_months(present) if present.shape[2] else np.zeros(present.shape[:2])
    used = np.flatnonzero(factor.any(axis=0))
    is_alone = len(used) == 1 and (factor[:, used] == 1).all()
    return factor, int(used[0]) if is_alone else None
