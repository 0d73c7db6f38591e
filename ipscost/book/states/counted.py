"""What is counted of the people in each row, and what it costs or is worth, as formulas."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ipscost.book.formulas import Constant, Formula, Over, plus, times
from ipscost.book.states.clocks import Matrix
from ipscost.book.states.rows import Shares
from ipscost.engines.grid import Grid
from ipscost.engines.plan import AmountLine, Key, TimeProfile
from ipscost.engines.terms import Term, Terms
from ipscost.ledger import over_months
from ipscost.scenario.quantity import Quantity

LENGTHS = {365.25 / 84: (365.25, 84.0), 365.25 / 12: (365.25, 12.0), 365.25 / 7: (365.25, 7.0)}
"""Weeks and days in a month and weeks in a year, as the quotients that a reader knows them by."""


@dataclass(eq=False, slots=True)
class PointRow:
    """A point of time of an arm.

    people: the share in each state. ever: the share that has ever been in one of some states.
    bands: those in a band in a stretch. matrix: the probabilities of the cycle that follows, empty
    at the last point. factors: by `cost` and `outcome`, the discount factor; `means` that of the
    cycle that follows, once it is asked for.
    """

    people: Shares
    ever: dict[tuple[str, ...], Formula]
    factors: dict[str, Formula]
    matrix: Matrix = field(default_factory=dict)
    bands: dict[tuple[Key, int], Formula] = field(default_factory=dict)
    means: dict[str, Formula] = field(default_factory=dict)


def fixed_weights(course: TimeProfile) -> list[float]:
    """How much of each period counts in the horizon, (period,)."""
    weights: list[float] = over_months(course.spread).tolist()
    return weights


class Counted:
    """What is counted of an arm in its rows, and what that costs or is worth.

    discounted is `cost` or `outcome`, by whose rate, or empty.

    number: what a number is in a formula, in the reported unit.
    put: writes what a line counts into its column of the row.
    weigh: gives the cell of a fixed weight, by the course, the period and the weight.
    mean: gives the discount factor of the cycle that follows a point.
    made: the share of a difference that a pooled effect, or a weight, comes to.
    """

    def __init__(
        self,
        arm: str,
        grid: Grid,
        quantities: Mapping[str, Quantity],
        number: Callable[[Quantity], Formula],
        put: Callable[[AmountLine, str, Formula], Formula],
        weigh: Callable[[TimeProfile, int, float], Formula],
        mean: Callable[[int, str], Formula],
        made: Formula | None = None,
    ) -> None:
        self.arm, self.grid, self.quantities, self.number = arm, grid, quantities, number
        self.put, self.weigh, self.mean = put, weigh, mean
        self.made = Constant(1.0) if made is None else made
        self._weights: dict[int, list[float]] = {}

    def of_row(
        self, lines: Sequence[AmountLine], rows: Sequence[PointRow], point: int, discounted: str
    ) -> Formula | None:
        """What some lines come to in the row of a point; None where nothing is counted."""
        found: dict[AmountLine, Formula] = {}
        for line in lines:
            people = self._people(line, rows[point], point)
            if people is not None and line.terms.get(self.arm):
                worth = times(people, *self._worth(line.course, rows[point], point, discounted))
                found[line] = self.put(line, discounted, worth)
        return self.amounts(found)

    def amounts(self, counted: Mapping[AmountLine, Formula]) -> Formula | None:
        """What each line counts times its amount; None where no amount is known."""
        found = [times(people, amount) for _, people, amount in self.products(counted)]
        return plus(found) if found else None

    def products(
        self, counted: Mapping[AmountLine, Formula]
    ) -> list[tuple[list[AmountLine], Formula, Formula]]:
        """Lines of the same amount, all that they count, and that amount, as far as it is known."""
        together: dict[Terms, list[AmountLine]] = {}
        for line in counted:
            together.setdefault(line.terms.get(self.arm, ()), []).append(line)
        pairs = [(lines, self.amount(terms)) for terms, lines in together.items()]
        return [
            (lines, plus(counted[line] for line in lines), amount)
            for lines, amount in pairs
            if amount is not None
        ]

    def amount(self, terms: Terms) -> Formula | None:
        """What a person counted has, the sum of some terms; None if none of them is known."""
        known = [term for term in terms if all(map(self._is_known, term.paths))]
        return plus(self._term(term) for term in known) if known else None

    def _term(self, term: Term) -> Formula:
        """A product of numbers."""
        parts = [self._value(path) for path in term.paths]
        size = abs(term.times)
        lengths = (both for value, both in LENGTHS.items() if math.isclose(size, value))
        one, other = next(lengths, (size, 1.0))
        length: Formula = Over(Constant(one), Constant(other)) if other != 1 else Constant(size)
        product = times(*parts, length)
        return -product if term.times < 0 else product

    def _is_known(self, path: str) -> bool:
        """True of a number that is known, and of a share that is worked out."""
        return path not in self.quantities or self.quantities[path].is_known

    def _value(self, path: str) -> Formula:
        """A number; of one that changes by cycle the first value, which is fixed."""
        quantity = self.quantities.get(path)
        if quantity is None:
            return self.made
        if quantity.series:
            return Constant(quantity.value * quantity.factor)
        return self.number(quantity)

    def _people(self, line: AmountLine, row: PointRow, point: int) -> Formula | None:
        """The people that a line counts in a row; None where it counts none there."""
        course, key = line.course, line.key
        if course.periods == "months":
            return None
        weights = self._fixed(course)
        if key is None:
            return Constant(1.0) if point == 0 and weights[0] else None
        if course.periods == "stretches":
            parts = [stretch for stretch in self.grid.of_point[point] if weights[stretch]]
            weighed = (
                times(row.bands[key, stretch], self.weigh(course, stretch, weights[stretch]))
                for stretch in parts
            )
            return plus(weighed) if parts else None
        if course.periods == "cycles":
            origin, target = key.states
            if point == self.grid.cycles or not weights[point]:
                return None
            probability = row.matrix[origin][0].get(target)
            return None if probability is None else times(row.people[origin], probability)
        if not weights[point]:
            return None
        return row.ever[key.states] if key.event == "ever" else row.people[key.states[0]]

    def _worth(
        self, course: TimeProfile, row: PointRow, point: int, discounted: str
    ) -> Iterator[Formula]:
        """What those counted by a course in a row weigh, and the discount factor."""
        if course.periods != "stretches":  # whose weights stand beside the people
            period = 0 if course.periods == "start" else point
            yield self.weigh(course, period, self._fixed(course)[period])
        if discounted and course.periods == "cycles":
            yield self.mean(point, discounted)
        elif discounted:
            yield row.factors[discounted]

    def _fixed(self, course: TimeProfile) -> list[float]:
        """The weights of a course, kept."""
        if id(course) not in self._weights:
            self._weights[id(course)] = fixed_weights(course)
        return self._weights[id(course)]
