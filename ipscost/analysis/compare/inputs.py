"""What differs between two scenarios, and how much of the difference in saving each explains.

Both scenarios are brought onto the same two arms. An input is switched by replacing it in the
base by the other's; the engine at the expected values says what that does to the saving.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from typing import TypeVar

from ipscost.analysis.compare.cases import Case
from ipscost.analysis.compare.sides import (
    Holder,
    Side,
    both,
    correlated,
    part,
    plain,
    slots,
    stated_path,
    whole,
)
from ipscost.analysis.estimates import View
from ipscost.run import simulate
from ipscost.scenario import (
    Arm,
    Category,
    Correlation,
    Discount,
    Label,
    Outcome,
    Quantity,
    Scenario,
    Timing,
)
from ipscost.settings import Settings
from ipscost.units import Unit

REFERENCE, COMPARED = "reference", "compared"

Kept = TypeVar("Kept", Category, Outcome)
Switch = Callable[[Scenario], Scenario]


@dataclass(frozen=True)
class Input:
    """What differs at `path`. A side of None is not there.

    `what` is `value`, or a way to differ that has a word of its own (`inputs_...`). `switch`
    replaces the base's by the other's.
    """

    path: str
    what: str
    base: Side | None
    other: Side | None
    switch: Switch


@dataclass(frozen=True)
class Explanation:
    """The inputs that differ, the largest first, with what each changes in the base's saving.

    `changes` has a number an input, in the reported money; `together` is what all of them change
    at once. `same` counts the inputs that are equal.
    """

    inputs: tuple[Input, ...]
    changes: tuple[float, ...]
    together: float
    same: int

    @property
    def interaction(self) -> float:
        """What all change together beyond the sum of what each changes alone; 0 to rounding."""
        rest = self.together - math.fsum(self.changes)
        scale = max(1.0, abs(self.together), *(abs(change) for change in self.changes))
        return rest if abs(rest) > 1e-9 * scale else 0.0


def explain_gap(base: Case, other: Case) -> Explanation:
    """How the saving of `other` comes to differ from that of `base`, at the expected values."""
    start = onto_two_arms(base.scenario, base.arm)
    end = onto_two_arms(other.scenario, other.arm)
    start = replace(start, payers={**end.payers, **start.payers})
    found, same = differing(start, end)
    before = saving(start)
    changes = [saving(each.switch(start)) - before for each in found]
    together = saving(reduce(lambda scenario, each: each.switch(scenario), found, start)) - before
    ranked = sorted(zip(found, changes, strict=True), key=lambda pair: -abs(pair[1]))
    return Explanation(
        tuple(each for each, _ in ranked), tuple(change for _, change in ranked), together, same
    )


def saving(scenario: Scenario) -> float:
    """What the compared arm saves at the expected values, in the reported money."""
    run = simulate(scenario, Settings(draws=0))
    return -View(run, scenario.perspective).total(COMPARED).point


def onto_two_arms(scenario: Scenario, arm: str) -> Scenario:
    """The scenario with its reference arm and `arm` alone, under names that both sides share.

    The labels of the arms are the names that the file gives them.
    """
    new = {scenario.reference: REFERENCE, arm: COMPARED}

    def renamed(holder: Holder) -> dict[str, Quantity]:
        numbers = {new[name]: number for name, number in holder.arms.items() if name in new}
        return {
            name: replace(number, path=f"{number.path.rpartition('.')[0]}.{name}")
            for name, number in numbers.items()
        }

    def member(path: str) -> str:
        start, _, end = path.rpartition(".")
        return f"{start}.{new.get(end, end)}"

    return replace(
        scenario,
        correlations=tuple(
            replace(each, members=tuple(member(path) for path in each.members))
            for each in scenario.correlations
        ),
        arms={
            name: Arm(name, Label(old, old), name == REFERENCE, None) for old, name in new.items()
        },
        categories=tuple(replace(c, arms=renamed(c)) for c in scenario.categories),
        outcomes=tuple(replace(o, arms=renamed(o)) for o in scenario.outcomes),
    )


# --- what differs ----------------------------------------------------------------------------


def differing(base: Scenario, other: Scenario) -> tuple[tuple[Input, ...], int]:
    """Every input in which `other` differs from `base`, and how many are the same."""
    found: list[Input] = []
    same = 0
    for each in candidates(base, other):
        if each is None:
            same += 1
        else:
            found.append(each)
    return tuple(found), same


def candidates(base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """An Input for each input that differs, None for each that is the same.

    The horizon comes first, since the months of a category are stated within it.
    """
    yield from _frame(base, other)
    mine, theirs = base.holders, other.holders
    for path in dict.fromkeys((*mine, *theirs)):
        one, two = mine.get(path), theirs.get(path)
        if one is None and two is not None:
            yield Input(path, "added", None, whole(two, other), _put(two))
        elif two is None and one is not None:
            yield Input(path, "dropped", whole(one, base), None, _put(_without_numbers(one)))
        elif one is not None and two is not None:
            yield from _numbers(one, two, base, other)
            yield from _parts(one, two)
    yield from _together(base, other)


def _together(base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """How the correlations differ: a product of correlated numbers holds their covariance."""
    mine, theirs = ({each.name: each for each in s.correlations} for s in (base, other))
    for name in dict.fromkeys((*mine, *theirs)):
        one, two = mine.get(name), theirs.get(name)
        if one and two and _pairs(one) == _pairs(two):
            yield None
            continue
        what = "value" if one and two else "dropped" if one else "added"
        here = correlated(one, base) if one else None
        there = correlated(two, other) if two else None
        yield Input(f"correlation.{name}", what, here, there, _correlate(name, two))


def pairs_together(scenario: Scenario) -> frozenset[tuple[frozenset[str], float]]:
    """Every pair of numbers that are drawn together, with its correlation."""
    return frozenset().union(*(_pairs(each) for each in scenario.correlations))


def _pairs(correlation: Correlation) -> frozenset[tuple[frozenset[str], float]]:
    members = correlation.members
    return frozenset(
        (frozenset({one, two}), correlation.matrix[i][j])
        for i, one in enumerate(members)
        for j, two in enumerate(members[:i])
    )


def _frame(base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """Horizon, perspective and discount rates."""

    def discount(key: str) -> Switch:
        rates = {name: getattr(other.discount, name) for name in (key, f"{key}_later")}
        return lambda s: replace(s, discount=replace(s.discount, **rates))

    def perspective(scenario: Scenario) -> Scenario:
        return replace(scenario, perspective=other.perspective)

    pairs: list[tuple[str, str, str, Switch]] = [
        ("horizon.months", f"{base.months}", f"{other.months}", lambda s: over(s, other.months)),
        ("perspective", base.perspective, other.perspective, perspective),
    ]
    for key in ("cost", "outcome"):
        one, two = (_rates(s.discount, key) for s in (base, other))
        pairs.append((f"discount.{key}", one, two, discount(key)))
    for path, one, two, switch in pairs:
        sides = Side(plain(one), base.places[path]), Side(plain(two), other.places[path])
        yield None if one == two else Input(path, "value", *sides, switch)


def _rates(discount: Discount, key: str) -> str:
    """`0.035`, or `0.035; 0.025 (35)` where the rate changes after that many years."""
    later = (f"{rate:g} ({year:g})" for year, rate in getattr(discount, f"{key}_later"))
    return "; ".join((f"{getattr(discount, key):g}", *later))


def _numbers(one: Holder, two: Holder, base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """How the numbers and the timing differ of what both scenarios have at one path."""
    path = one.path
    if not same_form(one, two):
        numbers: dict[str, object] = {"arms": two.arms, "timing": two.timing}
        if isinstance(two, Category):
            numbers["price"] = two.price
        yield Input(path, "form", whole(one, base), whole(two, other), _change(path, **numbers))
        return
    for key, number in slots(one).items():
        shown = stated_path(base, key, number), stated_path(other, key, slots(two)[key])
        yield _number(path, key, shown, number, slots(two)[key])
    if same_timing(one.timing, two.timing):
        yield None
    else:
        sides = part(one, "timing"), part(two, "timing")
        yield Input(f"{path}.timing", "value", *sides, _change(path, timing=two.timing))


def _parts(one: Holder, two: Holder) -> Iterator[Input | None]:
    """How the kind and the payers of a category differ."""
    if not (isinstance(one, Category) and isinstance(two, Category)):
        return
    for key, field in (("kind", "kind"), ("payer", "payers")):
        mine, theirs = getattr(one, field), getattr(two, field)
        sides = part(one, key), part(two, key)
        switch = _change(one.path, **{field: theirs})
        yield None if mine == theirs else Input(f"{one.path}.{key}", "value", *sides, switch)


def _number(
    path: str, key: str, shown: tuple[str, str], one: Quantity, two: Quantity
) -> Input | None:
    """How one number differs, or None where it is the same number, equally uncertain.

    `key` is its slot in the category or outcome at `path`, `shown` its path in either file.
    """
    mine, theirs = ((q.value, q.unit, q.dist, q.factor) for q in (one, two))
    if mine == theirs:
        return None
    what = "sure" if math.isclose(one.mean, two.mean, rel_tol=1e-12) else "value"
    converted = one.factor != two.factor
    here, there = (
        Side(both(number, converted), number.span, ((name, number),))
        for name, number in zip(shown, (one, two), strict=True)
    )

    def switch(scenario: Scenario) -> Scenario:
        holder = scenario.holders[path]
        if key == "price":
            return _replaced(scenario, path, price=two)
        return _replaced(scenario, path, arms={**holder.arms, key: two})

    return Input(shown[0], what, here, there, switch)


def same_form(base: Holder, other: Holder) -> bool:
    """True where both state the same numbers in the same roles, so that they can be exchanged."""

    def form(holder: Holder) -> object:
        return {key: (q.role, _shape(q.unit)) for key, q in slots(holder).items()}, (
            holder.timing.monthly
        )

    return type(base) is type(other) and form(base) == form(other)


def _shape(unit: Unit) -> tuple[str, tuple[str, ...]]:
    """A unit whatever its currency and year."""
    return ("money" if unit.money else str(unit.head), unit.per)


# --- switching -------------------------------------------------------------------------------


def _replaced(scenario: Scenario, path: str, **fields: object) -> Scenario:
    """The scenario with `fields` of the category or outcome at `path` replaced."""

    def change(holder: Kept) -> Kept:
        return replace(holder, **fields) if holder.path == path else holder  # type: ignore[arg-type]

    return replace(
        scenario,
        categories=tuple(change(c) for c in scenario.categories),
        outcomes=tuple(change(o) for o in scenario.outcomes),
    )


def _change(path: str, **fields: object) -> Switch:
    """A switch that replaces `fields` at `path`; a timing is brought to the months there are."""

    def switch(scenario: Scenario) -> Scenario:
        timing = fields.get("timing")
        fitted = {"timing": within(timing, scenario.months)} if isinstance(timing, Timing) else {}
        return _replaced(scenario, path, **{**fields, **fitted})

    return switch


def _correlate(name: str, correlation: Correlation | None) -> Switch:
    """A switch that puts a correlation in the place of the one of its name, or takes it out."""

    def switch(scenario: Scenario) -> Scenario:
        kept = tuple(each for each in scenario.correlations if each.name != name)
        return replace(scenario, correlations=(*kept, correlation) if correlation else kept)

    return switch


def _put(holder: Holder) -> Switch:
    """A switch that puts a whole category or outcome, in the place of one of the same path."""

    def switch(scenario: Scenario) -> Scenario:
        fitted = replace(holder, timing=within(holder.timing, scenario.months))
        name = "categories" if isinstance(holder, Category) else "outcomes"
        kept = tuple(each for each in getattr(scenario, name) if each.path != holder.path)
        return replace(scenario, **{name: (*kept, fitted)})  # type: ignore[arg-type]

    return switch


def _without_numbers(holder: Holder) -> Holder:
    """A category or outcome that counts for nothing."""
    if isinstance(holder, Category):
        return replace(holder, arms={}, price=None)
    return replace(holder, arms={})


def over(scenario: Scenario, months: int) -> Scenario:
    """The scenario over another number of months."""

    def fitted(holder: Kept) -> Kept:
        return replace(holder, timing=within(holder.timing, months))

    return replace(
        scenario,
        months=months,
        categories=tuple(fitted(c) for c in scenario.categories),
        outcomes=tuple(fitted(o) for o in scenario.outcomes),
    )


def within(timing: Timing, months: int) -> Timing:
    """The timing over another number of months: what lasts to the end lasts to the new end.

    Stated weights are cut, or followed by months of 0. An amount over the horizon stays whole.
    """
    old = len(timing.weights)
    if old == months:
        return timing
    last = months if timing.last == old else min(timing.last, months)
    first = min(timing.first, last)
    spread = [float(first <= month <= last) for month in range(1, months + 1)]
    if timing.profile == "end":
        spread = [0.0] * (months - 1) + [1.0]
    elif timing.profile == "weights":
        cut = [*timing.weights, *([0.0] * months)][:months]
        spread = cut if sum(cut) else spread
    total = 1.0 if timing.monthly else sum(spread)
    weights = tuple(weight / total for weight in spread)
    return replace(timing, weights=weights, first=first, last=last)


def same_timing(one: Timing, two: Timing) -> bool:
    """True where both fall in the same months, over the horizon of either."""
    forth = within(two, len(one.weights)).weights == one.weights
    return forth and within(one, len(two.weights)).weights == two.weights
