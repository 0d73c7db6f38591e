"""What differs between two scenarios, and how much of the difference in saving each explains.

Both scenarios are brought onto the same two arms. An input is switched by replacing it in the
base by the other's; the engine by the point estimates says what that does to the saving.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce

import numpy as np

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.ladders import other_steps, with_steps
from ipscost.analysis.compare.sides import (
    Holder,
    SharedArm,
    Side,
    correlated,
    discounted,
    lasting,
    modelled,
    of_number,
    own_path,
    part,
    slots,
    stated_path,
    stepped,
    timed,
    whole,
)
from ipscost.analysis.compare.switching import (
    Switch,
    apart,
    change,
    correlate,
    everywhere,
    exchanged,
    form,
    is_ruled,
    model_form,
    of_model,
    over,
    put,
    same_timing,
    shape,
    slotted,
    with_model,
    with_number,
    without_numbers,
)
from ipscost.analysis.estimates import View
from ipscost.rounding import less
from ipscost.run import simulate
from ipscost.scenario.nouns import (
    Category,
    Correlation,
    Label,
    Quantity,
    Scenario,
)
from ipscost.settings import Settings

REFERENCE, COMPARED = "reference", "compared"
SAME = 1e-12
"""Numbers that differ by no more than this share of their size differ by rounding alone."""


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


def explain_gap(base: ComparedArm, other: ComparedArm) -> Explanation:
    """How the saving of `other` comes to differ from that of `base`, by the point estimates."""
    start = onto_two_arms(base.scenario, base.arm)
    end = onto_two_arms(other.scenario, other.arm)
    start = replace(start, payers={**end.payers, **start.payers})
    found, same = differing(start, end)
    before = saving(start)
    all_at_once = saving(reduce(lambda scenario, each: each.switch(scenario), found, start))
    after = np.array([*(saving(each.switch(start)) for each in found), all_at_once])
    *changes, together = less(after, np.array(before)).tolist()
    ranked = sorted(zip(found, changes, strict=True), key=lambda pair: -abs(pair[1]))
    return Explanation(
        tuple(each for each, _ in ranked), tuple(change for _, change in ranked), together, same
    )


def saving(scenario: Scenario) -> float:
    """What the compared arm saves by the point estimates, in the reported money."""
    run = simulate(scenario, Settings(draws=0))
    return -View(run, scenario.perspective).total(COMPARED).point


def onto_two_arms(scenario: Scenario, arm: str) -> Scenario:
    """The scenario with its reference arm and `arm` alone, under names that both sides share.

    Each arm knows the name that its file gives it.
    """
    new = {scenario.reference: REFERENCE, arm: COMPARED}

    def member(path: str) -> str:
        start, _, end = path.rpartition(".")
        return f"{start}.{new.get(end, end)}"

    def renamed(number: Quantity) -> Quantity:
        path = member(number.path)
        return number if path == number.path else replace(number, path=path)

    return replace(
        everywhere(scenario, renamed, new),
        correlations=tuple(
            replace(each, members=tuple(member(path) for path in each.members))
            for each in scenario.correlations
        ),
        arms={
            name: SharedArm(name, Label.same(old), name == REFERENCE, None, own=old)
            for old, name in new.items()
        },
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
    as_whole = model_form(base) != model_form(other)
    yield from _frame(base, other, horizon=not as_whole)
    if as_whole:
        yield Input("model", "model", modelled(base), modelled(other), with_model(other))
    elif base.model is not None:
        yield _effect(base, other)
    climbed = frozenset() if as_whole else other_steps(base, other)
    ladders = sorted({ladder for ladder, _ in climbed})
    for ladder in ladders:
        sides = stepped(ladder, base), stepped(ladder, other)
        yield Input(ladder, "value", *sides, with_steps(ladder, other))
    yield from _by_path(base, other, as_whole=as_whole, ladders=ladders)
    mine, theirs = base.holders, other.holders
    with_ladder = {path for _, path in climbed}
    for path in dict.fromkeys((*mine, *theirs)):
        one, two = mine.get(path), theirs.get(path)
        if path in with_ladder:
            continue  # switched with its ladder
        if as_whole and any(each is not None and is_ruled(each) for each in (one, two)):
            continue  # switched with the model
        if one is None and two is not None:
            yield Input(path, "added", None, whole(two, other), put(two))
        elif two is None and one is not None:
            yield Input(path, "dropped", whole(one, base), None, put(without_numbers(one)))
        elif one is not None and two is not None:
            yield from _numbers(one, two, base, other)
            yield from _parts(one, two)
    yield from _together(base, other)


def _by_path(
    base: Scenario, other: Scenario, *, as_whole: bool, ladders: Sequence[str]
) -> Iterator[Input | None]:
    """How the numbers differ that are no amount of one category: of the model, shared, in states.

    Each is switched wherever it is referred to. A model that is switched `as_whole` takes its own
    along, and so do the `ladders` that are switched.
    """
    mine, theirs = (_referred(s, with_model=not as_whole) for s in (base, other))
    for path, one in mine.items():
        two = theirs.get(path)
        if path.rpartition(".")[0] in ladders:
            continue
        if two is not None and (one.role, shape(one.unit)) == (two.role, shape(two.unit)):
            shown = own_path(base, path), own_path(other, path)
            switch = partial(with_number, path=path, number=two)
            yield _number(shown, (base, one), (other, two), switch)


def _referred(scenario: Scenario, *, with_model: bool) -> dict[str, Quantity]:
    """The numbers that are not in the slots of a category or outcome, by path."""
    used = {number.path for number in scenario.quantities}
    found = {each.path: each.quantity for each in scenario.shared if each.path in used}
    if not with_model:
        return found
    of_model = scenario.model.numbers if scenario.model else ()
    ruled = (n for holder in scenario.holders.values() for n in holder.numbers)
    slotted = {q.path for holder in scenario.holders.values() for q in slots(holder).values()}
    found |= {n.path: n for n in (*ruled, *of_model) if n.path not in slotted}
    return found


def _effect(base: Scenario, other: Scenario) -> Input | None:
    """How the later effect differs but for its half-life, or None."""
    one, two = (s.model.effect if s.model else None for s in (base, other))
    if form(one) == form(two):
        return None

    def switch(scenario: Scenario) -> Scenario:
        assert scenario.model is not None
        return replace(scenario, model=replace(scenario.model, effect=apart(two, scenario)))

    return Input("effect", "value", lasting(one, base), lasting(two, other), switch)


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
        yield Input(f"correlation.{name}", what, here, there, correlate(name, two))


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


def _frame(base: Scenario, other: Scenario, *, horizon: bool) -> Iterator[Input | None]:
    """Perspective, discount rates, and the `horizon` where it is no part of the model."""

    def discount(key: str) -> Switch:
        rates = {name: getattr(other.discount, name) for name in (key, f"{key}_later")}
        return lambda s: replace(s, discount=replace(s.discount, **rates))

    def perspective(scenario: Scenario) -> Scenario:
        return replace(scenario, perspective=other.perspective)

    years = other.model.years if other.model else None
    pairs: list[tuple[str, Switch]] = []
    if horizon:
        pairs.append(("horizon.months", lambda s: over(s, other.months, years)))
    pairs.append(("perspective", perspective))
    pairs += [(f"discount.{key}", discount(key)) for key in ("cost", "outcome")]
    for path, switch in pairs:
        one, two = _framed(base, path), _framed(other, path)
        same = one.stated == two.stated
        yield None if same else Input(path, "value", one, two, switch)


def _framed(scenario: Scenario, path: str) -> Side:
    """The horizon, the perspective, or the discount rates of a scenario."""
    span = scenario.places[path]
    if path == "horizon.months":
        return Side(scenario.months, span)
    if path == "perspective":
        return Side(scenario.perspective, span)
    return discounted(scenario.discount, path.removeprefix("discount."), span)


def _numbers(one: Holder, two: Holder, base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """How the numbers and the timing differ of what both scenarios have at one path."""
    path = one.path
    if not same_form(one, two) and (is_ruled(one) or is_ruled(two)):
        yield Input(path, "form", whole(one, base), whole(two, other), exchanged(two))
        return
    if not same_form(one, two):
        numbers: dict[str, object] = {"arms": two.arms, "timing": two.timing}
        if isinstance(two, Category):
            numbers["price"] = two.price
        yield Input(path, "form", whole(one, base), whole(two, other), change(path, **numbers))
        return
    for key, number in slots(one).items():
        own = slots(two)[key]
        shown = stated_path(base, key, number), stated_path(other, key, own)
        yield _number(shown, (base, number), (other, own), slotted(path, key, own))
    if same_timing(one.timing, two.timing):
        yield None
    else:
        sides = timed(one), timed(two)
        yield Input(f"{path}.timing", "value", *sides, change(path, timing=two.timing))


def _parts(one: Holder, two: Holder) -> Iterator[Input | None]:
    """How the kind and the payers of a category differ."""
    if not (isinstance(one, Category) and isinstance(two, Category)):
        return
    for key, field in (("kind", "kind"), ("payer", "payers"), ("receiver", "receivers")):
        mine, theirs = getattr(one, field), getattr(two, field)
        if key == "receiver" and not (mine or theirs):
            continue  # no transfer
        sides = part(one, key), part(two, key)
        switch = change(one.path, **{field: theirs})
        same = _same_shares(mine, theirs)
        yield None if same else Input(f"{one.path}.{key}", "value", *sides, switch)


def _number(
    shown: tuple[str, str],
    base: tuple[Scenario, Quantity],
    other: tuple[Scenario, Quantity],
    switch: Switch,
) -> Input | None:
    """How a number of two scenarios differs, or None where it is the same, equally uncertain.

    `shown` is its path in either file.
    """
    one, two = base[1], other[1]
    if is_same(one, two):
        return None
    now, then = (scenario.base(number) for scenario, number in (base, other))
    same = math.isclose(now, then, rel_tol=1e-12) and one.series == two.series
    here, there = of_number(shown[0], one), of_number(shown[1], two)
    return Input(shown[0], "sure" if same else "value", here, there, switch)


def is_same(one: Quantity, two: Quantity) -> bool:
    """True for the same number, equally uncertain, but for the rounding of its arithmetic."""
    if (one.unit, one.gap) != (two.unit, two.gap) or type(one.dist) is not type(two.dist):
        return False
    mine, theirs = ((q.value, q.factor, q.dist.mean, q.dist.sd, *q.series) for q in (one, two))
    return _same_numbers(mine, theirs)


def _same_numbers(mine: Sequence[float], theirs: Sequence[float]) -> bool:
    pairs = zip(mine, theirs, strict=False)
    return len(mine) == len(theirs) and all(math.isclose(a, b, rel_tol=SAME) for a, b in pairs)


def _same_shares(mine: object, theirs: object) -> bool:
    """True for the same kind, or the same payers with the same shares but for rounding."""
    if not (isinstance(mine, Mapping) and isinstance(theirs, Mapping)):
        return mine == theirs
    alike = mine.keys() == theirs.keys()
    return alike and _same_numbers(tuple(mine.values()), tuple(theirs[name] for name in mine))


def same_form(base: Holder, other: Holder) -> bool:
    """True where both state the same numbers in the same roles, so that they can be exchanged."""

    def form(holder: Holder) -> object:
        slotted = {key: (q.role, shape(q.unit)) for key, q in slots(holder).items()}
        return slotted, holder.timing.monthly, of_model(holder)

    return type(base) is type(other) and form(base) == form(other)
