"""The inputs that differ between two scenarios, and what each explains of the gap in savings.

Both scenarios are reduced to the same two arms. One input at a time, the base's value is replaced
by the other's, and the engine is run again by point estimates: the change in the saving is what
the input explains. What all inputs change together beyond that is their interaction.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce

import numpy as np

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.groups import of_groups
from ipscost.analysis.compare.ladders import other_steps, with_steps
from ipscost.analysis.compare.sides import (
    Holder,
    SharedArm,
    Side,
    carried,
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
    with_transfer,
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
from ipscost.scenario.transfer import SECTION
from ipscost.settings import Settings

REFERENCE, COMPARED = "reference", "compared"
"""The names of the two arms in both scenarios."""
SAME = 1e-12
"""Numbers are the same if they differ by no more than this share of their size: the rounding of a
few conversions, each of about 1e-16."""


@dataclass(frozen=True)
class Input:
    """An input that differs between the base and another scenario.

    what: how: `value`, `sure` (the same value, otherwise uncertain), `form`, `added`, `dropped` or
        `model`. base, other: the input in each; None if a scenario does not have it.
    switch: puts the other's input into the base.
    """

    path: str
    what: str
    base: Side | None
    other: Side | None
    switch: Switch


@dataclass(frozen=True)
class Explanation:
    """What explains the gap between two savings, in the reported money per person.

    inputs: those that differ, the one with the largest effect first. changes: the change in the
    base's saving if only this input is switched, for each. together: the change if all of them are.
    same: the number of inputs that are equal.
    """

    inputs: tuple[Input, ...]
    changes: tuple[float, ...]
    together: float
    same: int

    @property
    def interaction(self) -> float:
        """What all inputs change together beyond the sum of the changes one by one.

        0 if what is left is rounding.
        """
        rest = self.together - math.fsum(self.changes)
        scale = max(1.0, abs(self.together), *(abs(change) for change in self.changes))
        return rest if abs(rest) > 1e-9 * scale else 0.0


def explain_gap(base: ComparedArm, other: ComparedArm) -> Explanation:
    """What explains the gap between the savings of two columns, by point estimates.

    With S the saving, x the inputs of the base and y those of the other, input i explains S(x with
    y_i in place of x_i) - S(x), and all together explain S(y) - S(x) (docs/method.md, Comparing).
    The engine is run once for each input that differs, and once for all of them.
    """
    start = onto_two_arms(base.scenario, base.arm)
    end = onto_two_arms(other.scenario, other.arm)
    start = replace(start, payers={**end.payers, **start.payers})
    inputs, same = differing(start, end)
    before = saving(start)
    all_at_once = saving(reduce(lambda scenario, each: each.switch(scenario), inputs, start))
    after = np.array([*(saving(each.switch(start)) for each in inputs), all_at_once])
    *changes, together = less(after, np.array(before)).tolist()
    ranked = sorted(zip(inputs, changes, strict=True), key=lambda pair: -abs(pair[1]))
    return Explanation(
        tuple(each for each, _ in ranked), tuple(change for _, change in ranked), together, same
    )


def saving(scenario: Scenario) -> float:
    """The saving of the arm COMPARED by point estimates, in the reported money per person."""
    run = simulate(scenario, Settings(draws=0))
    return -View(run, scenario.perspective).total(COMPARED).point


def onto_two_arms(scenario: Scenario, arm: str) -> Scenario:
    """The scenario with only its reference arm and `arm`, renamed to REFERENCE and COMPARED.

    Each arm keeps the name that its file gives it (`SharedArm.own`).
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
            name: SharedArm(name, Label.same(old), name == REFERENCE, None, None, own=old)
            for old, name in new.items()
        },
    )


# --- what differs ----------------------------------------------------------------------------


def differing(base: Scenario, other: Scenario) -> tuple[tuple[Input, ...], int]:
    """The inputs in which `other` differs from `base`, and the number of those that are equal."""
    inputs: list[Input] = []
    same = 0
    for each in candidates(base, other):
        if each is None:
            same += 1
        else:
            inputs.append(each)
    return tuple(inputs), same


def is_alike(base: Scenario, other: Scenario) -> bool:
    """True where nothing differs that a comparison of the two could show."""
    same = base.interventions == other.interventions
    return same and all(is_alike_in(arm, base, other) for arm in base.interventions)


def is_alike_in(arm: str, base: Scenario, other: Scenario) -> bool:
    """True where nothing differs that a comparison of one intervention could show.

    Both scenarios have the intervention; it then has the same results in every draw.
    """
    if (base.months, base.perspective) != (other.months, other.perspective):
        return False
    if base.reference != other.reference:
        return False
    start, end = onto_two_arms(base, arm), onto_two_arms(other, arm)
    inputs, _ = differing(replace(start, payers={**end.payers, **start.payers}), end)
    return not inputs


def candidates(base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """An Input for each input that differs, None for each that is equal.

    Their order is that in which they are switched all together: the horizon first, since timings
    are within it.
    """
    as_whole = model_form(base) != model_form(other)
    yield from _frame(base, other, horizon=not as_whole)
    if as_whole:
        yield Input("model", "model", modelled(base), modelled(other), with_model(other))
    elif base.model is not None:
        yield _effect(base, other)
    carried_alike = form(base.transfer) == form(other.transfer)
    if not carried_alike:
        yield Input(SECTION, "value", carried(base), carried(other), with_transfer(other))
    yield from (Input(*each) for each in of_groups(base, other))
    climbed = frozenset() if as_whole else other_steps(base, other)
    ladders = sorted({ladder for ladder, _ in climbed})
    for ladder in ladders:
        sides = stepped(ladder, base), stepped(ladder, other)
        yield Input(ladder, "value", *sides, with_steps(ladder, other))
    yield from _by_path(base, other, as_whole=as_whole, ladders=ladders, alike=carried_alike)
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
    base: Scenario, other: Scenario, *, as_whole: bool, ladders: Sequence[str], alike: bool
) -> Iterator[Input | None]:
    """Inputs that are numbers outside the slots of one category or outcome.

    Those are the numbers of the model, of rules, of what is carried over, and named ones that
    several places refer to. Each is switched in every place. Numbers of a model that is switched
    `as_whole`, of `ladders` and of a transfer that are switched, go with these.
    """
    mine, theirs = (_referred(s, with_model=not as_whole, alike=alike) for s in (base, other))
    for path, one in mine.items():
        two = theirs.get(path)
        if path.rpartition(".")[0] in ladders:
            continue
        if two is not None and (one.role, shape(one.unit)) == (two.role, shape(two.unit)):
            shown = own_path(base, path), own_path(other, path)
            switch = partial(with_number, path=path, number=two)
            yield _number(shown, (base, one), (other, two), switch)


def _referred(scenario: Scenario, *, with_model: bool, alike: bool) -> dict[str, Quantity]:
    """The numbers that are not in the slots of a category or outcome, by path."""
    used = {number.path for number in scenario.quantities}
    numbers = {each.path: each.quantity for each in scenario.shared if each.path in used}
    if scenario.transfer is not None and alike:
        numbers |= {number.path: number for number in scenario.transfer.numbers}
    if not with_model:
        return numbers
    of_model = scenario.model.numbers if scenario.model else ()
    ruled = (n for holder in scenario.holders.values() for n in holder.numbers)
    slotted = {q.path for holder in scenario.holders.values() for q in slots(holder).values()}
    numbers |= {n.path: n for n in (*ruled, *of_model) if n.path not in slotted}
    return numbers


def _effect(base: Scenario, other: Scenario) -> Input | None:
    """The long-term effect as an input, apart from its half-life; None if it is equal."""
    one, two = (s.model.effect if s.model else None for s in (base, other))
    if form(one) == form(two):
        return None

    def switch(scenario: Scenario) -> Scenario:
        assert scenario.model is not None
        return replace(scenario, model=replace(scenario.model, effect=apart(two, scenario)))

    return Input("effect", "value", lasting(one, base), lasting(two, other), switch)


def _together(base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """Correlations as inputs: the mean of a product of two numbers includes their covariance."""
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
    """Every pair of correlated numbers of a scenario, with its correlation."""
    return frozenset().union(*(_pairs(each) for each in scenario.correlations))


def _pairs(correlation: Correlation) -> frozenset[tuple[frozenset[str], float]]:
    """Every pair of numbers in a correlation, with its coefficient."""
    members = correlation.members
    return frozenset(
        (frozenset({one, two}), correlation.matrix[i][j])
        for i, one in enumerate(members)
        for j, two in enumerate(members[:i])
    )


def _frame(base: Scenario, other: Scenario, *, horizon: bool) -> Iterator[Input | None]:
    """Perspective and discount rates as inputs, and the `horizon` if it is not switched with a
    model."""

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
    """The horizon, the perspective or the discount rates as a scenario states them."""
    span = scenario.places[path]
    if path == "horizon.months":
        return Side(scenario.months, span)
    if path == "perspective":
        return Side(scenario.perspective, span)
    return discounted(scenario.discount, path.removeprefix("discount."), span)


def _numbers(one: Holder, two: Holder, base: Scenario, other: Scenario) -> Iterator[Input | None]:
    """The numbers and the timing of a category or outcome that both scenarios have, as inputs.

    If the two are stated in different forms, they are switched as a whole.
    """
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
    """The kind, the payers and the receivers of a category as inputs."""
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
    """A number as an input; None if it is the same with the same uncertainty in both scenarios.

    `shown` is its path in each file.
    """
    one, two = base[1], other[1]
    if is_same(one, two):
        return None
    now, then = (scenario.base(number) for scenario, number in (base, other))
    same = math.isclose(now, then, rel_tol=1e-12) and one.series == two.series
    here, there = of_number(shown[0], one), of_number(shown[1], two)
    return Input(shown[0], "sure" if same else "value", here, there, switch)


def is_same(one: Quantity, two: Quantity) -> bool:
    """True for two numbers with the same value and uncertainty, apart from rounding."""
    if (one.unit, one.gap) != (two.unit, two.gap) or type(one.dist) is not type(two.dist):
        return False
    mine, theirs = ((q.value, q.factor, q.dist.mean, q.dist.sd, *q.series) for q in (one, two))
    return _same_numbers(mine, theirs)


def _same_numbers(mine: Sequence[float], theirs: Sequence[float]) -> bool:
    """True if the numbers are equal one by one, apart from rounding."""
    pairs = zip(mine, theirs, strict=False)
    return len(mine) == len(theirs) and all(math.isclose(a, b, rel_tol=SAME) for a, b in pairs)


def _same_shares(mine: object, theirs: object) -> bool:
    """True for the same kind, or the same payers with the same shares, apart from rounding."""
    if not (isinstance(mine, Mapping) and isinstance(theirs, Mapping)):
        return mine == theirs
    alike = mine.keys() == theirs.keys()
    return alike and _same_numbers(tuple(mine.values()), tuple(theirs[name] for name in mine))


def same_form(base: Holder, other: Holder) -> bool:
    """True if both state the same numbers in the same roles, so that each can be switched alone."""

    def form(holder: Holder) -> object:
        slotted = {key: (q.role, shape(q.unit)) for key, q in slots(holder).items()}
        return slotted, holder.timing.monthly, of_model(holder)

    return type(base) is type(other) and form(base) == form(other)
