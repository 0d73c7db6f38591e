"""What each number of a scenario is for: whose it is, and what it may be.

A number of a category or an outcome, of a state or a move, or one that several places refer to.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import Move, Rule, State, Stretch
from ipscost.scenario.nouns import Category, Number, Outcome, Scenario
from ipscost.scenario.quantity import RATIOS, Quantity
from ipscost.units import SHARE

Holder = Category | Outcome | State | Move | Number
SHARES = ("probability", "ever")
TINY = 1e-9
"""The least that a scale or a shape may be."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a number.

    `role` is that of the quantity, or `price`, `rate`, `clock`, `share`, `shape`, `start`, `count`
    or `half_life`. `holder` is what it is of, None for the later effect. `limits` are what is
    possible in the stated unit while all else stays.

    arms: the arms that have it, none where that is no question. rule: the rule of a category or
    outcome that it stands in; stretch: the part of the horizon in which a move has it; target: the
    state that those who leave go to. shared: the number of its own name that it is, where several
    places refer to that.
    """

    quantity: Quantity
    holder: Holder | None
    role: str
    limits: tuple[float, float]
    arms: tuple[str, ...] = ()
    rule: Rule | None = None
    stretch: Stretch | None = None
    target: str = ""
    shared: Number | None = None


def uses(scenario: Scenario) -> dict[str, tuple[Use, ...]]:
    """Every use of each number, by its path, in file order."""
    found: dict[str, list[Use]] = {}
    for use in (each for each in _all(scenario) if each.quantity.is_known):
        found.setdefault(use.quantity.path, []).append(use)
    return {path: tuple(each) for path, each in found.items()}


def first_uses(scenario: Scenario) -> dict[str, Use]:
    """What each number is for; one that several places refer to goes by its own name."""
    found = uses(scenario)
    names = {shared.path: shared for shared in scenario.shared}
    return {path: _first(each, names.get(path)) for path, each in found.items()}


def _first(found: tuple[Use, ...], shared: Number | None) -> Use:
    """The first use of a number, within the limits of all."""
    low, high = (max(use.limits[0] for use in found), min(use.limits[1] for use in found))
    return replace(found[0], limits=(low, high), shared=shared)


def _all(scenario: Scenario) -> Iterator[Use]:
    for holder in scenario.holders.values():
        yield from _stated(holder, scenario)
        for rule in holder.rules:
            for arms, number in _by_number(rule.arms):
                limits = _amount_limits(number, holder, rule.arms, scenario)
                yield Use(number, holder, number.role, limits, arms, rule)
        if isinstance(holder, Category):
            yield from _others(holder)
    model = scenario.model
    if model is None:
        return
    for state in model.states.values():
        for arms, number in _by_number(state.start or {}):
            limits = _around(number, (0.0, 1.0), scenario)
            yield Use(number, state, "start", limits, arms)
    for move in model.moves:
        yield from _of_move(move, scenario)
    if model.effect is not None and model.effect.half_life is not None:
        number = model.effect.half_life
        yield Use(number, None, "half_life", _around(number, (TINY, math.inf), scenario))


# --- categories and outcomes -------------------------------------------------------------------


def _stated(holder: Category | Outcome, scenario: Scenario) -> Iterator[Use]:
    """The price of a category, and the number of each arm."""
    price = holder.price if isinstance(holder, Category) else None
    if price is not None:
        limits = _amount_limits(price, holder, holder.arms, scenario, is_price=True)
        yield Use(price, holder, "price", limits)
    for arm, number in holder.arms.items():
        limits = _amount_limits(number, holder, holder.arms, scenario)
        yield Use(number, holder, number.role, limits, (arm,))


def _others(category: Category) -> Iterator[Use]:
    """The rate of a category, and the points of its clock."""
    found = [(category.rate, "rate")] if category.rate is not None else []
    for number, role in (*found, *((n, "clock") for n in category.band_numbers)):
        assert number is not None
        top = 1.0 if number.unit == SHARE else math.inf
        yield Use(number, category, role, (0.0, top))


def _amount_limits(
    quantity: Quantity,
    holder: Category | Outcome,
    arms: Mapping[str, Quantity],
    scenario: Scenario,
    *,
    is_price: bool = False,
) -> tuple[float, float]:
    """The lowest and highest value in the stated unit at which no level leaves its range.

    A level is at least 0, but for productivity, transfers, amounts of several kinds and outcomes
    that are no shares; a share is at most 1. The value now is never outside.
    """
    bottom, top = _range(holder, arms, is_price=is_price)
    base = arms.get(scenario.reference)
    now, factor = scenario.base(quantity), quantity.factor
    level = 0.0 if base is None else scenario.base(base)
    low, high = bottom, top
    if quantity.role == "difference":
        low, high = -math.inf, math.inf
        if base is not None:
            low, high = bottom - level, top - level
        elif top == 1:
            low, high = -1.0, 1.0
    elif quantity.role == "ratio":
        low = 0.0
        high = top / level if level > 0 else math.inf
    elif quantity is base:
        for tied in arms.values():
            of = scenario.base(tied)
            if tied.role == "difference":
                low, high = max(low, bottom - of), min(high, top - of)
            elif tied.role == "ratio" and of > 0:
                high = min(high, top / of)
    return min(low, now) / factor, max(high, now) / factor


def _range(
    holder: Category | Outcome, arms: Mapping[str, Quantity], *, is_price: bool
) -> tuple[float, float]:
    """What a level of this kind may be."""
    if isinstance(holder, Category):
        is_use = holder.price is not None and not is_price
        may_fall = KINDS[holder.kind].may_be_negative and not is_use
    else:
        may_fall = holder.unit != SHARE
    is_share = SHARE in {number.unit for number in arms.values()} and not is_price
    return (-math.inf if may_fall else 0.0), (1.0 if is_share else math.inf)


# --- states and moves --------------------------------------------------------------------------


def _of_move(move: Move, scenario: Scenario) -> Iterator[Use]:
    """The numbers of a move: of each stretch, of its shape, and of where those who leave go."""
    for stretch in move.stretches:
        for arms, number in _by_number(stretch.arms):
            is_count = stretch.measure == "count" and number.role == "mean"
            limits = _level_limits(move, stretch, number, scenario)
            role, whose = ("count", ()) if is_count else (number.role, arms)
            yield Use(number, move, role, limits, whose, stretch=stretch)
        for arms, number in _by_number(stretch.shape):
            limits = _around(number, (TINY, math.inf), scenario)
            yield Use(number, move, "shape", limits, arms)
    for target, shares in move.targets.items():
        for arms, number in _by_number(shares or {}):
            limits = _around(number, (0.0, 1.0), scenario)
            yield Use(number, move, "share", limits, arms, target=target)


def _level_limits(
    move: Move, stretch: Stretch, number: Quantity, scenario: Scenario
) -> tuple[float, float]:
    """The lowest and highest value of a number of a move in one stretch."""
    base = stretch.arms[scenario.reference]
    level = scenario.base(base)
    top = 1.0 if stretch.measure in SHARES else math.inf
    limits = (TINY if stretch.measure == "scale" else 0.0, top)
    if number.role in RATIOS:
        most = math.inf
        if number.role == "risk_ratio" and top == 1 and not move.of and base.role == "mean":
            most = 1 / level if level > 0 else math.inf
        limits = (0.0, most)
    elif number.role == "difference":
        limits = (-level, top - level)
    return _around(number, limits, scenario)


def _around(
    number: Quantity, limits: tuple[float, float], scenario: Scenario
) -> tuple[float, float]:
    """The limits in the stated unit; the value now is never outside."""
    low, high = (end / number.factor for end in limits)
    now = scenario.now(number)
    return min(low, now), max(high, now)


# --- what they share ---------------------------------------------------------------------------


def _by_number(arms: Mapping[str, Quantity]) -> list[tuple[tuple[str, ...], Quantity]]:
    """Each number with the arms that have it."""
    found: dict[str, list[str]] = {}
    for arm, number in arms.items():
        found.setdefault(number.path, []).append(arm)
    numbers = {number.path: number for number in arms.values()}
    return [(tuple(names), numbers[path]) for path, names in found.items()]
