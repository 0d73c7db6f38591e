"""Models of states for tests, built from a few words: what a test does not name is the usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import builders

from ipscost import Scenario
from ipscost.errors import Span
from ipscost.scenario.distributions import Distribution, Fixed
from ipscost.scenario.model import LongTermEffect, Model, Move, Rule, State, StateOutcome, Stretch
from ipscost.scenario.nouns import Category, Discount, Outcome, Timing
from ipscost.scenario.quantity import Label, Quantity
from ipscost.units import Unit, parse_unit

SPAN = Span("study.yaml")
MONTH = 1 / 12
ARMS = ("usual", "ips")
Number = float | Distribution | Quantity | Sequence[float]


def number(
    value: Number, path: str, role: str = "mean", series: tuple[float, ...] = ()
) -> Quantity:
    """A quantity of a value, a distribution, or values by cycle."""
    if isinstance(value, Quantity):
        return value
    if isinstance(value, Sequence):
        series, value = tuple(value), value[0]
    dist = Fixed(value) if isinstance(value, float | int) else value
    mean, unit = dist.mean, Unit("ratio")
    return Quantity(
        path,
        role,
        mean,
        unit,
        dist,
        None,
        None,
        "",
        "assumed",
        None,
        None,
        SPAN,
        None,
        None,
        series,
    )


def by_arm(numbers: Any, path: str) -> dict[str, Quantity]:
    """A number for each arm: one for all, or a mapping; `(role, value)` for a ratio."""
    if not isinstance(numbers, Mapping):
        return dict.fromkeys(ARMS, _one(numbers, path))
    return {arm: _one(value, f"{path}.{arm}") for arm, value in numbers.items()}


def _one(value: Any, path: str) -> Quantity:
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        return number(value[1], path, value[0])
    return number(value, path)


def stretch(
    numbers: Any,
    measure: str = "probability",
    years: float = MONTH,
    *,
    first: int = 1,
    shape: Any = None,
    path: str = "move",
) -> Stretch:
    """A stretch of a move."""
    shapes = {} if shape is None else by_arm(shape, f"{path}.shape.{first}")
    return Stretch(first, measure, years, by_arm(numbers, f"{path}.{first}"), shapes)


def move(
    origin: str,
    target: str | Mapping[str, Any],
    *numbers: Any,
    measure: str = "probability",
    years: float = MONTH,
    shape: Any = None,
    of: str = "",
) -> Move:
    """A move; each of `numbers` is that of an arm or all arms, or (first cycle, those)."""
    targets: dict[str, Any] = {target: None} if isinstance(target, str) else dict(target)
    name = target if isinstance(target, str) else "out"
    path = f"model.transition.{origin}.{name}"
    stretches = tuple(
        stretch(n[1], measure, years, first=n[0], shape=shape, path=path)
        if isinstance(n, tuple) and isinstance(n[0], int)
        else stretch(n, measure, years, shape=shape, path=path)
        for n in numbers
    )
    shares = {
        name: None if share is None else by_arm(share, f"{path}.to.{name}")
        for name, share in targets.items()
    }
    return Move(path, Label.same(path), origin, shares, stretches, None, SPAN, of)


def state(name: str, start: Any = 0, *, death: bool = False) -> State:
    """A state; `start` is a share (by arm), or "rest"."""
    path = f"model.state.{name}"
    begins = None if start == "rest" else by_arm(start, f"{path}.start") if start else {}
    return State(path, name, Label.same(name), begins, death, death, None, SPAN)


def model(
    states: Sequence[State],
    moves: Sequence[Move],
    *,
    cycle: str = "month",
    counting: str = "half_cycle",
    years: float = 1.0,
    death_first: bool = False,
    rest: Mapping[str, str] | None = None,
    effect: LongTermEffect | None = None,
) -> Model:
    """A model in which the rest of each row stays where it is."""
    origins = {move.origin: move.origin for move in moves}
    stays = origins if rest is None else dict(rest)
    named = {state.name: state for state in states}
    return Model(cycle, counting, years, death_first, named, tuple(moves), stays, effect, SPAN)


def effect(after: int, then: str, half_life: Number | None = None) -> LongTermEffect:
    """What becomes of the difference between the arms after a month."""
    half = None if half_life is None else number(half_life, "effect.half_life")
    return LongTermEffect(after, then, half, None, "", "assumed", None, SPAN)


def timing(months: int, first: int = 1, last: int | None = None, *, monthly: bool = True) -> Timing:
    """Months from `first` to `last`."""
    end = months if last is None else last
    inside = [1.0 if first <= month <= end else 0.0 for month in range(1, months + 1)]
    total = 1.0 if monthly else sum(inside)
    return Timing(tuple(i / total for i in inside), "months", first, end, monthly, True)


def rule(event: str, states: Sequence[str], amount: Any, *, years: float = MONTH) -> Rule:
    """An amount tied to states or moves; its holder completes its path."""
    return Rule(event, tuple(states), years, by_arm(amount, ".".join((event, *states))))


def below(path: str, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules with their numbers below a path."""

    def named(rule: Rule) -> dict[str, Quantity]:
        return {arm: replace(q, path=f"{path}.{q.path}") for arm, q in rule.arms.items()}

    return tuple(replace(rule, arms=named(rule)) for rule in rules)


def category(name: str, months: int, *rules: Rule, **more: Any) -> Category:
    """A cost category, of the region and a service unless said otherwise."""
    path = f"cost.{name}"
    stated: dict[str, Any] = {
        "kind": "service",
        "payers": {"region": 1.0},
        "timing": timing(months),
        "price": None,
        "arms": {},
        "note": None,
    }
    label = Label.same(name)
    return Category(path, label, span=SPAN, places={}, rules=below(path, rules), **stated | more)


def outcome(
    name: str,
    months: int,
    *rules: Rule,
    course: StateOutcome | None = None,
    unit: str = "QALY/person",
    **more: Any,
) -> Outcome:
    """An outcome."""
    stated: dict[str, Any] = {"timing": timing(months), "arms": {}, "relative": True, "note": None}
    path = f"outcome.{name}"
    return Outcome(
        path,
        Label.same(name),
        parse_unit(unit),
        span=SPAN,
        rules=below(path, rules),
        course=course,
        **stated | more,
    )


def scenario(
    found: Model,
    categories: Sequence[Category] = (),
    outcomes: Sequence[Outcome] = (),
    *,
    months: int | None = None,
    cost: float = 0.0,
    benefit: float = 0.0,
    observed: int | None = None,
    **more: Any,
) -> Scenario:
    """A scenario with the model; `cost` and `benefit` are the yearly rates of discount."""
    length = round(found.years * 12) if months is None else months
    base = builders.load(builders.text())
    categories = tuple(categories) or (category("nothing", length, rule("start", (), 0.0)),)
    return replace(
        base,
        model=found,
        months=length,
        observed=observed,
        categories=tuple(categories),
        outcomes=tuple(outcomes),
        discount=Discount(cost, benefit, None),
        groups={},
        **more,
    )
