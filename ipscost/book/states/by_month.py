"""What an arm costs more than the reference arm in each month after the start, as formulas."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ipscost.book.accounts import PutColumn
from ipscost.book.formulas import Constant, Formula, Minus, is_just, plus, times
from ipscost.book.states.block import CycleSheet
from ipscost.book.states.rates import rated
from ipscost.book.states.spans import Spans
from ipscost.drawing.draws import base_case
from ipscost.engines.plan import AmountLine, Planner
from ipscost.engines.terms import Terms
from ipscost.ledger import over_months
from ipscost.scenario.dated import without_dates
from ipscost.scenario.nouns import Category, Scenario
from ipscost.words.text import tell

NOTHING = Constant(0.0)


@dataclass(eq=False)
class MonthlyCounts:
    """The people that are counted in each month, undiscounted, and what they cost.

    A line counts people at points, in stretches or in cycles; what falls in a month is their sum,
    each by the share of it that the engine puts there (`TimeProfile.spread`). Amounts that are in
    force in some months alone count in all of them here: the calendar of a budget decides.
    """

    cycles: CycleSheet
    spans: Spans
    put: PutColumn
    _columns: dict[Hashable, Sequence[Formula]] = field(default_factory=dict)

    def change(
        self, category: Category, arm: str, others: Mapping[str, Sequence[Formula]]
    ) -> list[Formula]:
        """The difference of an arm from the reference arm, in the reported money, (month,).

        others: that of the categories before it, by path, of which it may be a rate.
        """
        scenario = self.scenario
        own = next(each for each in scenario.categories if each.path == category.path)
        of_others = rated(scenario, own) if category.rate is not None else None
        if of_others is not None and category.rate is not None:
            rate = self.cycles.number(category.rate)
            signed = [(others[each.path], sign) for each, sign in of_others if each.path in others]
            return [
                times(rate, plus(-each[m] if sign < 0 else each[m] for each, sign in signed))
                for m in range(scenario.months)
            ]
        here, base = (list(self._amounts(own, each)) for each in (arm, scenario.reference))
        return [_less(_sum(here, month), _sum(base, month)) for month in range(scenario.months)]

    @cached_property
    def scenario(self) -> Scenario:
        """The scenario, with every amount over the whole horizon."""
        return without_dates(self.cycles.scenario)

    @cached_property
    def planner(self) -> Planner:
        """What gives the lines of a category, as on the sheet of cycles."""
        states, grid = tuple(self.cycles.model.states), self.cycles.grid
        return Planner(self.scenario, base_case(self.scenario), grid, states, apart=True)

    def _amounts(
        self, category: Category, arm: str
    ) -> Iterator[tuple[Formula, list[Sequence[Formula]]]]:
        """Each amount of an arm, and the people by month whom it counts for."""
        together: dict[Terms, list[Sequence[Formula]]] = {}
        for line in self.planner.category(category):
            terms = line.terms.get(arm, ())
            if terms:
                together.setdefault(terms, []).append(self._counted(line, arm, category))
        for terms, counted in together.items():
            amount = self.cycles.amounts[arm].amount(terms)
            if amount is not None:
                yield amount, counted

    def _counted(self, line: AmountLine, arm: str, category: Category) -> Sequence[Formula]:
        """The people whom a line counts in each month."""
        course = line.course
        if course.periods == "months":
            weights = over_months(course.spread.T).tolist()
            left = self.spans.left() if course.weight is not None else None
            return [
                times(weight, left[month]) if left and weight else Constant(weight)
                for month, weight in enumerate(weights)
            ]
        key = (arm, line.key, course.periods, course.spread.tobytes())
        if key not in self._columns:
            found = [self._within(line, arm, month) for month in range(course.spread.shape[1])]
            self._columns[key] = self.put(self._title(line, arm, category), found)
        return self._columns[key]

    def _within(self, line: AmountLine, arm: str, month: int) -> Formula:
        """The people whom a line counts in a month."""
        parts = line.course.spread[:, month]
        return plus(
            times(weight, self._people(line, arm, period))
            for period, weight in enumerate(parts.tolist())
            if weight
        )

    def _people(self, line: AmountLine, arm: str, period: int) -> Formula:
        """The people whom a line counts in one of its periods."""
        key, rows = line.key, self.cycles.points[arm]
        if key is None:
            return Constant(1.0)
        if line.course.periods == "stretches":
            point = int(self.cycles.grid.stretches.points[period])
            return rows[point].bands.get((key, period), NOTHING)
        row = rows[period]
        if line.course.periods == "cycles":
            origin, target = key.states
            share = row.matrix[origin][0].get(target) if row.matrix else None
            return NOTHING if share is None else times(row.people[origin], share)
        return row.ever[key.states] if key.event == "ever" else row.people[key.states[0]]

    def _title(self, line: AmountLine, arm: str, category: Category) -> str:
        """What a column is called: what is counted, and the arm."""
        titles, scenario = self.cycles.titles, self.cycles.scenario
        label = str(tell(category.label, titles.language))
        what = titles.counted(line, "cost", label if line.key is None or line.key.band else "")
        name = str(tell(scenario.arms[arm].label, titles.language))
        return titles.say("month_counted", what=what, arm=name)


def _sum(amounts: Sequence[tuple[Formula, list[Sequence[Formula]]]], month: int) -> Formula:
    """What all amounts come to in a month."""
    found = []
    for amount, counted in amounts:
        people = [own[month] for own in counted if not is_just(own[month], 0.0)]
        if people:
            found.append(times(amount, plus(people)))
    return plus(found)


def _less(one: Formula, other: Formula) -> Formula:
    """A difference; 0 is left out."""
    if is_just(other, 0.0):
        return one
    return -other if is_just(one, 0.0) else Minus(one, other)
