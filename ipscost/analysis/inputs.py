"""What differs between two scenarios, and how much of the difference in saving each explains.

Both scenarios are brought onto the same two arms. An input is switched by replacing it in the
base by the other's; the engine at the expected values says what that does to the saving.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import TypeVar

from ipscost.analysis.cases import Case
from ipscost.analysis.estimates import View
from ipscost.errors import Span
from ipscost.run import simulate
from ipscost.scenario import Arm, Category, Label, Outcome, Quantity, Scenario, Timing
from ipscost.settings import Settings
from ipscost.units import Unit
from ipscost.words import say, typed

REFERENCE, COMPARED = "reference", "compared"

Holder = Category | Outcome
Kept = TypeVar("Kept", Category, Outcome)
Switch = Callable[[Scenario], Scenario]


@dataclass(frozen=True, slots=True)
class Side:
    """An input as one scenario states it: its text, its place, and its numbers by their path."""

    text: Label
    span: Span
    numbers: tuple[tuple[str, Quantity], ...] = ()

    @property
    def place(self) -> str:
        """Where it stands, as `place_of` says it."""
        return place_of(self.span)


def place_of(span: Span) -> str:
    """`file:line`, or the file alone; a number of the command line has no line."""
    has_line = span.line and not span.file.startswith("--")
    return f"{span.file}:{span.line}" if has_line else span.file


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

    return replace(
        scenario,
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
            yield Input(path, "added", None, _whole(two, other), _put(two))
        elif two is None and one is not None:
            yield Input(path, "dropped", _whole(one, base), None, _put(_without_numbers(one)))
        elif one is not None and two is not None:
            yield from _numbers(one, two, base, other)
            yield from _parts(one, two)


def _frame(base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """Horizon, perspective and discount rates."""

    def discount(key: str) -> Switch:
        rate = getattr(other.discount, key)
        return lambda s: replace(s, discount=replace(s.discount, **{key: rate}))

    def perspective(scenario: Scenario) -> Scenario:
        return replace(scenario, perspective=other.perspective)

    pairs: list[tuple[str, str, str, Switch]] = [
        ("horizon.months", f"{base.months}", f"{other.months}", lambda s: over(s, other.months)),
        ("perspective", base.perspective, other.perspective, perspective),
    ]
    for key in ("cost", "outcome"):
        one, two = (f"{getattr(s.discount, key):g}" for s in (base, other))
        pairs.append((f"discount.{key}", one, two, discount(key)))
    for path, one, two, switch in pairs:
        sides = Side(_plain(one), base.places[path]), Side(_plain(two), other.places[path])
        yield None if one == two else Input(path, "value", *sides, switch)


def _numbers(one: Holder, two: Holder, base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """How the numbers and the timing differ of what both scenarios have at one path."""
    path = one.path
    if not same_form(one, two):
        numbers: dict[str, object] = {"arms": two.arms, "timing": two.timing}
        if isinstance(two, Category):
            numbers["price"] = two.price
        yield Input(path, "form", _whole(one, base), _whole(two, other), _change(path, **numbers))
        return
    for key, number in slots(one).items():
        shown = _stated_path(base, key, number), _stated_path(other, key, slots(two)[key])
        yield _number(path, key, shown, number, slots(two)[key])
    if same_timing(one.timing, two.timing):
        yield None
    else:
        sides = _part(one, "timing"), _part(two, "timing")
        yield Input(f"{path}.timing", "value", *sides, _change(path, timing=two.timing))


def _parts(one: Holder, two: Holder) -> Iterator[Input | None]:
    """How the kind and the payers of a category differ."""
    if not (isinstance(one, Category) and isinstance(two, Category)):
        return
    for key, field in (("kind", "kind"), ("payer", "payers")):
        mine, theirs = getattr(one, field), getattr(two, field)
        sides = _part(one, key), _part(two, key)
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
        Side(_both(number, converted), number.span, ((name, number),))
        for name, number in zip(shown, (one, two), strict=True)
    )

    def switch(scenario: Scenario) -> Scenario:
        holder = scenario.holders[path]
        if key == "price":
            return _replaced(scenario, path, price=two)
        return _replaced(scenario, path, arms={**holder.arms, key: two})

    return Input(shown[0], what, here, there, switch)


def _stated_path(scenario: Scenario, key: str, number: Quantity) -> str:
    """The path of a number with the name that its own file gives the arm."""
    end = scenario.arms[key].label.en if key in scenario.arms else key
    return f"{number.path.rpartition('.')[0]}.{end}"


def slots(holder: Holder) -> Mapping[str, Quantity]:
    """The numbers of a category or outcome by what they are for: an arm, or `price`."""
    price = holder.price if isinstance(holder, Category) else None
    return {**({"price": price} if price else {}), **holder.arms}


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


# --- as text ---------------------------------------------------------------------------------


def stated(number: Quantity, language: str, converted: bool = False) -> str:
    """A number as the file states it: `difference -2992 EUR_2016/person, p 0.0001 (two-sided)`.

    `converted` adds what it is in the reported money.
    """
    role = "" if number.role == "mean" else f"{say(f'stated_{number.role}', language)} "
    unit = "" if number.role == "ratio" else f" {number.unit}"
    text = f"{role}{typed(number.value, language, 10)}{unit}"
    if converted and number.conversion is not None:
        money = number.conversion.steps[-1].money
        text += f" = {typed(number.value * number.factor, language)} {number.unit.in_money(money)}"
    return text if number.way is None else f"{text}, {number.way.text(language)}"


def _both(number: Quantity, converted: bool) -> Label:
    """A number as stated, for readers of either language."""
    return Label(stated(number, "en", converted), stated(number, "da", converted))


def _plain(text: str) -> Label:
    """Words of the file, which are the same in both languages."""
    return Label(text, text)


def _whole(holder: Holder, scenario: Scenario) -> Side:
    """All numbers of a category or outcome, as one input."""
    numbers = tuple((_stated_path(scenario, k, q), q) for k, q in slots(holder).items())

    def text(language: str) -> str:
        texts = [f"{path.rpartition('.')[2]} {stated(q, language)}" for path, q in numbers]
        return "; ".join(texts)

    return Side(Label(text("en"), text("da")), holder.span, numbers)


def _part(holder: Holder, key: str) -> Side:
    """The kind, payers or timing of a category or outcome."""
    span = holder.span
    if isinstance(holder, Category):
        span = holder.places.get(key, span)
    if key == "timing":
        return Side(_plain(_timing(holder.timing)), span)
    assert isinstance(holder, Category)
    if key == "kind":
        return Side(_plain(holder.kind), span)
    shares = [f"{name} {share:g}" for name, share in holder.payers.items()]
    text = ", ".join(shares) if len(shares) > 1 else next(iter(holder.payers))
    return Side(_plain(text), span)


def _timing(timing: Timing) -> str:
    """A timing in the words of the file."""
    if timing.profile == "weights":
        shown = [f"{weight:.3g}" for weight in timing.weights[:6]]
        more = ", ..." if len(timing.weights) > len(shown) else ""
        return f"weights [{', '.join(shown)}{more}]"
    if timing.profile == "end":
        return "end"
    return f"months [{timing.first}, {timing.last}]"
