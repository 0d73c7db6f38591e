"""What one person changes by month: the undiscounted differences of an arm by category.

An analysis that lets many people start, each from a month of their own, asks for these once and
shifts them. They come from the engine of the scenario, with discount rates of 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import BLOCK, Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import engine_of
from ipscost.flows import of_periods
from ipscost.ledger import Ledger
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.rounding import less
from ipscost.scenario.dated import without_dates
from ipscost.scenario.nouns import Discount, Scenario
from ipscost.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]

BLOCK_BYTES = 64 * 2**20
"""How much memory the courses of a block of draws may take, 64 MiB: small beside what a run may
take, and large enough for blocks of many draws."""
FEWEST = 256
"""The fewest draws of a block: below, the steps of an engine cost more than what they count."""


@dataclass(frozen=True, eq=False)
class ChangePart:
    """Differences of some categories that follow one course over the months.

    course: (month, draw), its axis of draws of length 1 if it is the same in all. amounts: by the
    index of a category, what it differs by where the course is 1, (draw,) or (1,). Where the people
    counted differ between the arms the course is that difference, and amounts are per person
    counted.
    """

    course: Floats
    amounts: Mapping[int, Floats]


@dataclass(frozen=True, eq=False)
class MonthlyChanges:
    """The differences of an arm from the reference arm, per person, by category and month.

    parts: their sum is the difference, undiscounted, in the scenario's money. told: False for the
        categories whose difference is not known, which count as 0, (category,).
    payer_share: (category, payer), what a payer pays minus what it receives.
    outcome: by how much the outcome that was asked for differs, (draw,) or (1,); None if that is
        not known or none was asked for.
    """

    months: int
    draws: int
    categories: tuple[str, ...]
    payers: tuple[str, ...]
    parts: tuple[ChangePart, ...]
    told: Flags
    payer_share: Floats
    outcome: Floats | None

    def by_month(self) -> Floats:
        """The differences, (category, month, draw)."""
        total = np.zeros((len(self.categories), self.months, self.draws))
        for part in self.parts:
            for index, amount in part.amounts.items():
                total[index] += part.course * amount
        return total

    def of(self, place: slice | Places) -> MonthlyChanges:
        """Those of some of the draws."""
        parts = tuple(
            ChangePart(
                _some(part.course, place), {i: _some(a, place) for i, a in part.amounts.items()}
            )
            for part in self.parts
        )
        outcome = None if self.outcome is None else _some(self.outcome, place)
        draws = 1 if self.draws == 1 else np.arange(self.draws)[place].size
        return replace(self, draws=draws, parts=parts, outcome=outcome)


def _some(values: Floats, place: slice | Places) -> Floats:
    """The draws at a place; what is the same in all stays as it is."""
    return values if values.shape[-1] == 1 else values[..., place]


def changes_at(
    scenario: Scenario,
    settings: Settings,
    arm: str,
    values: Mapping[str, Floats],
    outcome: str = "",
) -> MonthlyChanges:
    """The differences of `arm` with some numbers at `values`, all others as in the base case.

    values: by path, in the reported unit, (draw,) each, as many "draws" as there are values.
    outcome: the path of the outcome that is asked for.
    """
    n = max((np.size(value) for value in values.values()), default=1)
    wide = {path: np.broadcast_to(value, n) for path, value in values.items()}
    streams = Streams(settings.seed, shared=True, persons=settings.persons)
    return _changes(scenario, settings, arm, drawing.held(scenario, wide, n), streams, outcome)


def changes_over(
    scenario: Scenario, settings: Settings, arm: str, outcome: str = ""
) -> Iterator[tuple[slice, MonthlyChanges]]:
    """The differences of `arm` over the draws of a run, in blocks, each with its place.

    The draws are those that `run.simulate` has with the same settings; the blocks do not change
    any number.
    """
    point = changes_at(scenario, settings, arm, {}, outcome)
    columns = drawing.draw(scenario, settings.draws, settings.seed, settings.sampler)
    for place, block in columns.blocks_once(_size(point, settings.draws)):
        streams = Streams(settings.seed, block.first, persons=settings.persons)
        yield place, _changes(scenario, settings, arm, block, streams, outcome)


def even_size(most: int, draws: int) -> int:
    """The largest size of blocks up to `most` with which no block has a single draw.

    What is the same in all draws also has an axis of length 1, and may be summed in another order.
    """
    return next(size for size in range(most, 0, -1) if draws % size != 1 or size < 3)


def _size(point: MonthlyChanges, draws: int) -> int:
    """How many draws a block has: by what the courses take, and what was counted for them."""
    held = sum(2 * part.course.size for part in point.parts) + 4 * len(point.categories)
    most = int(np.clip(BLOCK_BYTES // (8 * max(held, 1)), FEWEST, BLOCK))
    return even_size(most, draws)


def _changes(
    scenario: Scenario,
    settings: Settings,
    arm: str,
    draws: Draws,
    streams: Streams,
    outcome: str,
) -> MonthlyChanges:
    asked = _undiscounted(scenario, outcome)
    engine = engine_of(scenario, settings)
    ledger = engine(asked, draws, streams, detail="months").ledger
    found = None
    if outcome:
        index = ledger.outcomes.index(outcome)
        if ledger.outcome_told[ledger.arm(arm), index]:
            found = ledger.outcome_difference(arm, index)
    return MonthlyChanges(
        months=scenario.months,
        draws=draws.n,
        categories=ledger.categories,
        payers=ledger.payers,
        parts=tuple(_parts(ledger, arm)),
        told=ledger.told[ledger.arm(arm)],
        payer_share=ledger.payer_share,
        outcome=found,
    )


@by_identity(4 * SCENARIOS)
def _undiscounted(scenario: Scenario, outcome: str) -> Scenario:
    """The scenario with discount rates of 0, and the outcomes that are needed alone.

    Amounts that are in force in some months of the calendar alone are there over the whole horizon:
    whoever shifts people masks them by the months of the calendar.
    """
    of = scenario.transfer.of if scenario.transfer and scenario.transfer.is_worked_out else ""
    outcomes = tuple(each for each in scenario.outcomes if each.path in (outcome, of))
    free = Discount(0.0, 0.0, None)
    return replace(without_dates(scenario), discount=free, outcomes=outcomes)


def _parts(ledger: Ledger, arm: str) -> Iterator[ChangePart]:
    """The differences of `arm` as courses with the amounts that follow each."""
    flows = of_periods(ledger.amount, ledger.present) if ledger.flows is None else ledger.flows
    own, base = ledger.arm(arm), ledger.arm(ledger.reference)
    told = ledger.told[own]
    for flow in flows.each:
        values: dict[int, list[Floats]] = {}
        for category, costs in flow.lines:
            if told[category]:
                pair = values.setdefault(category, [np.zeros(1), np.zeros(1)])
                for number, each in enumerate((own, base)):
                    if each in costs:
                        pair[number] = pair[number] + costs[each]
        if flow.people.shape[1] == 1:
            amounts = {category: less(*pair) for category, pair in values.items()}
            yield from _some_parts(flow.people[:, 0], amounts)
            continue
        one, other = flow.people[:, own], flow.people[:, base]
        alike = {c: pair[0] for c, pair in values.items() if np.array_equal(pair[0], pair[1])}
        yield from _some_parts(less(one, other), alike)
        for category, pair in values.items():
            if category not in alike:
                yield from _some_parts(less(pair[0] * one, pair[1] * other), {category: np.ones(1)})


def _some_parts(course: Floats, amounts: Mapping[int, Floats]) -> Iterator[ChangePart]:
    """The part with this course, unless nothing of it is other than 0."""
    moving = {category: amount for category, amount in amounts.items() if amount.any()}
    if moving and course.any():
        yield ChangePart(course, moving)
