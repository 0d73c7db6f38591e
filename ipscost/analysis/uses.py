"""What each number of a scenario is used for, and the range of values that it can take.

A number belongs to a category or an outcome, to a state or a move of the model, or it has a name of
its own and several places refer to it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import Move, Rule, State, Stretch
from ipscost.scenario.nouns import Category, Number, Outcome, Scenario, Subgroup
from ipscost.scenario.quantity import RATIOS, Quantity
from ipscost.scenario.transfer import POINTS, Transfer
from ipscost.units import SHARE

Holder = Category | Outcome | State | Move | Number
SHARES = ("probability", "ever")
"""Measures of a move that are shares of people, at most 1."""
GROUP_SHARE = "group_share"
"""The role of the share of a group of people."""
TINY = 1e-9
"""The lowest scale, shape or half-life, which must be above 0."""

CARRIED = (
    "carried_share",
    "carried_pooled",
    "carried_weight",
    "carried_other",
    "carried_other_reference",
    "carried_other_intervention",
    "carried_baseline",
    "carried_own",
)
"""The roles of the numbers of an effect that is carried over to another group."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a number.

    holder: what it belongs to; None for the half-life of the long-term effect.
    role: that of the quantity, or `price`, `rate`, `clock`, `share`, `shape`, `start`, `count` or
        `half_life`; of a number of what is carried over one of CARRIED.
    limits: the lowest and highest possible value in the stated unit, all other numbers as they are.
    arms: the arms that use it; empty for a number that does not belong to an arm.
    rule: the rule of a category or outcome that it is part of. stretch: the part of the horizon
        that a move has it in. target: the state that those who leave move to.
    shared: the named number that it is, if several places refer to one.
    group: the group of people whose own number it is, or whose share: its role is then GROUP_SHARE.
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
    group: Subgroup | None = None


def uses(scenario: Scenario) -> dict[str, tuple[Use, ...]]:
    """All uses of each known number, by its path, in file order."""
    by_path: dict[str, list[Use]] = {}
    for use in (each for each in _all(scenario) if each.quantity.is_known):
        by_path.setdefault(use.quantity.path, []).append(use)
    for use in list(_of_groups(scenario, by_path)):
        by_path.setdefault(use.quantity.path, []).append(use)
    return {path: tuple(each) for path, each in by_path.items()}


def first_uses(scenario: Scenario) -> dict[str, Use]:
    """The first use of each known number, by its path, with limits that suit all of its uses.

    A number that several places refer to has the named number as `shared`.
    """
    names = {shared.path: shared for shared in scenario.shared}
    names |= {
        own.path: names[path]
        for group in scenario.subgroups
        for path, own in group.own.items()
        if path in names
    }
    return {path: _first(every, names.get(path)) for path, every in uses(scenario).items()}


def _first(every: tuple[Use, ...], shared: Number | None) -> Use:
    """The first use of a number, within the limits of all its uses."""
    low, high = (max(use.limits[0] for use in every), min(use.limits[1] for use in every))
    return replace(every[0], limits=(low, high), shared=shared)


def _all(scenario: Scenario) -> Iterator[Use]:
    """Every use of every number, in file order."""
    for holder in scenario.holders.values():
        yield from _stated(holder, scenario)
        for rule in holder.rules:
            for arms, number in _by_number(rule.arms):
                limits = _amount_limits(number, holder, rule.arms, scenario)
                yield Use(number, holder, number.role, limits, arms, rule)
        if isinstance(holder, Category):
            yield from _others(holder)
    if scenario.transfer is not None:
        yield from _carried(scenario.transfer, scenario)
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


def _of_groups(scenario: Scenario, found: Mapping[str, Sequence[Use]]) -> Iterator[Use]:
    """The shares of groups of people, and their own numbers, used as those whose place they take.

    found: the uses of the numbers of the scenario.
    """
    for group in scenario.subgroups:
        if group.share is not None:
            limits = _around(group.share, (0.0, 1.0), scenario)
            yield Use(group.share, None, GROUP_SHARE, limits, group=group)
        for path, number in group.own.items():
            for use in found.get(path, ()):
                low, high = _around(number, use.limits, scenario)
                yield replace(use, quantity=number, limits=(low, high), group=group)


# --- what is carried over ----------------------------------------------------------------------


def _carried(transfer: Transfer, scenario: Scenario) -> Iterator[Use]:
    """The numbers of an effect that is carried over."""
    whole, any_part = (0.0, 1.0), (0.0, math.inf)
    effects = (-1.0, 1.0) if transfer.scale == POINTS else (TINY, math.inf)
    for number, role, limits in (
        (transfer.share, "share", any_part),
        (transfer.pooled, "pooled", effects),
        (transfer.weight, "weight", whole),
    ):
        if number is not None:
            yield Use(number, None, f"carried_{role}", _around(number, limits, scenario))
    for number in transfer.other:
        if len(transfer.other) == 1:
            yield Use(number, None, "carried_other", _around(number, effects, scenario))
        else:
            role = f"carried_other_{number.path.rpartition('.')[2]}"
            yield Use(number, None, role, _around(number, whole, scenario))
    holders = scenario.holders
    for path, number in transfer.baselines.items():
        ends = whole if number.unit == SHARE else (-math.inf, math.inf)
        yield Use(number, holders[path], "carried_baseline", _around(number, ends, scenario))
    for path, number in transfer.own.items():
        limits = _around(number, any_part, scenario)
        yield Use(number, holders.get(path), "carried_own", limits)


# --- categories and outcomes -------------------------------------------------------------------


def _stated(holder: Category | Outcome, scenario: Scenario) -> Iterator[Use]:
    """The price of a category, and the amount in each arm."""
    price = holder.price if isinstance(holder, Category) else None
    if price is not None:
        limits = _amount_limits(price, holder, holder.arms, scenario, is_price=True)
        yield Use(price, holder, "price", limits)
    for arm, number in holder.arms.items():
        limits = _amount_limits(number, holder, holder.arms, scenario)
        yield Use(number, holder, number.role, limits, (arm,))


def _others(category: Category) -> Iterator[Use]:
    """The rate of a category, and the points in time that limit what it counts."""
    rates = [(category.rate, "rate")] if category.rate is not None else []
    for number, role in (*rates, *((n, "clock") for n in category.band_numbers)):
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
    """The limits of an amount: within them, the amount of every arm stays possible.

    Amounts are at least 0, except of kinds of cost that may be negative (productivity, transfers,
    amounts of several kinds) and of outcomes that are not shares; shares are at most 1. A
    difference or ratio is limited by the amount that it gives with the reference arm's; the
    reference arm's, by the differences and ratios stated against it. The present value is always
    within the limits, which are in the stated unit.
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
    """The range of amounts of this kind: 0 or minus infinity, to 1 or infinity."""
    if isinstance(holder, Category):
        is_use = holder.price is not None and not is_price
        may_fall = KINDS[holder.kind].may_be_negative and not is_use
    else:
        may_fall = holder.unit != SHARE
    is_share = SHARE in {number.unit for number in arms.values()} and not is_price
    return (-math.inf if may_fall else 0.0), (1.0 if is_share else math.inf)


# --- states and moves --------------------------------------------------------------------------


def _of_move(move: Move, scenario: Scenario) -> Iterator[Use]:
    """The numbers of a move: its levels and shapes by stretch, and the split over targets."""
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
    """The limits of a number of a move in one stretch, so that its level stays possible."""
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
    """The limits in the stated unit, widened to include the present value."""
    low, high = (end / number.factor for end in limits)
    now = scenario.now(number)
    return min(low, now), max(high, now)


# --- numbers by arm ----------------------------------------------------------------------------


def _by_number(arms: Mapping[str, Quantity]) -> list[tuple[tuple[str, ...], Quantity]]:
    """Each number once, with the arms that share it."""
    sharing: dict[str, list[str]] = {}
    for arm, number in arms.items():
        sharing.setdefault(number.path, []).append(arm)
    numbers = {number.path: number for number in arms.values()}
    return [(tuple(names), numbers[path]) for path, names in sharing.items()]
