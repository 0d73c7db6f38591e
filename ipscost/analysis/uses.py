"""What each number of a scenario is for: whose it is, what a reader calls it, what it may be.

A number of a category or an outcome, of a state or a move, or one that several places refer to.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import CYCLES, Move, Rule, State, Stretch
from ipscost.scenario.nouns import Category, Number, Outcome, Scenario
from ipscost.scenario.quantity import RATIOS, Quantity
from ipscost.units import RATIO, SHARE
from ipscost.words.text import Text, Words, behind, glued, listing, say

Holder = Category | Outcome | State | Move | Number
SHARES = ("probability", "ever")
TINY = 1e-9
"""The least that a scale or a shape may be."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a number.

    `role` is that of the quantity, or `price`, `rate`, `clock`, `share`, `shape`, `start`, `count`
    or `half_life`. `label` is what a table calls it, `subject` a sentence, `read` what the file is
    read as. `limits` are what is possible in the reported money while all else stays. `holder` is
    None for the later effect.
    """

    quantity: Quantity
    holder: Holder | None
    role: str
    label: Text
    subject: Text
    read: Text
    limits: tuple[float, float]


def uses(scenario: Scenario) -> dict[str, tuple[Use, ...]]:
    """Every use of each number, by its path, in file order."""
    found: dict[str, list[Use]] = {}
    for use in (each for each in _all(scenario) if each.quantity.is_known):
        found.setdefault(use.quantity.path, []).append(use)
    return {path: tuple(each) for path, each in found.items()}


def first_uses(scenario: Scenario) -> dict[str, Use]:
    """What each number is for; one that several places refer to goes by its own name."""
    found = uses(scenario)
    names = {shared.path: shared.label for shared in scenario.shared}
    return {path: _first(each, names.get(path)) for path, each in found.items()}


def _first(found: tuple[Use, ...], name: Text | None) -> Use:
    """The first use of a number, within the limits of all; called by its own `name`, if any."""
    low, high = (max(use.limits[0] for use in found), min(use.limits[1] for use in found))
    first = replace(found[0], limits=(low, high))
    if name is None:
        return first
    return replace(first, label=name, subject=say("subject_number", label=name))


def _all(scenario: Scenario) -> Iterator[Use]:
    for holder in scenario.holders.values():
        yield from _stated(holder, scenario)
        for rule in holder.rules:
            yield from _ruled(rule, holder, scenario)
        if isinstance(holder, Category):
            yield from _others(holder, scenario)
    model = scenario.model
    if model is None:
        return
    for state in model.states.values():
        for arms, number in _by_number(state.start or {}):
            yield _of_model(number, state, "start", (0.0, 1.0), scenario, arms, state.label)
    for move in model.moves:
        yield from _of_move(move, scenario)
    if model.effect is not None and model.effect.half_life is not None:
        number, label = model.effect.half_life, say("use_effect")
        yield _of_model(number, None, "half_life", (TINY, math.inf), scenario, (), label)


# --- categories and outcomes -------------------------------------------------------------------


def _stated(holder: Category | Outcome, scenario: Scenario) -> Iterator[Use]:
    """The price of a category, and the number of each arm."""
    price = holder.price if isinstance(holder, Category) else None
    reference = scenario.arms[scenario.reference].label
    if price is not None:
        label = _called(holder, price, scenario)
        yield Use(
            price,
            holder,
            "price",
            say("quantity_price", label=label),
            say("subject_price", label=label),
            say("role_price", label=label, value=price.value, unit=_unit(price)),
            _amount_limits(price, holder, holder.arms, scenario, is_price=True),
        )
    for arm, number in holder.arms.items():
        named = {"label": holder.label, "arm": scenario.arms[arm].label}
        yield Use(
            number,
            holder,
            number.role,
            say(f"quantity_{number.role}", **named),
            say(f"subject_{number.role}", reference=reference, **named),
            say(
                f"role_{number.role}",
                reference=reference,
                value=number.value,
                unit=_unit(number),
                **named,
            ),
            _amount_limits(number, holder, holder.arms, scenario),
        )


def _ruled(rule: Rule, holder: Category | Outcome, scenario: Scenario) -> Iterator[Use]:
    """The numbers of a rule, each once."""
    model = scenario.model
    assert model is not None
    labels = [model.states[name].label for name in rule.states]
    if rule.event == "move":
        when = say("when_move", origin=labels[0], target=labels[1])
    else:
        when = say(f"when_{rule.event}", states=joined(labels))
    for arms, number in _by_number(rule.arms):
        named = {
            "label": _called(holder, number, scenario),
            "who": _who(arms, scenario),
            "when": when,
        }
        label = say(f"rule_{number.role}", **named)
        read = say(
            f"read_{number.role}",
            label=label,
            reference=scenario.arms[scenario.reference].label,
            **_values(number),
        )
        limits = _amount_limits(number, holder, rule.arms, scenario)
        subject = say("subject_number", label=label)
        yield Use(number, holder, number.role, label, subject, read, limits)


def _others(category: Category, scenario: Scenario) -> Iterator[Use]:
    """The rate of a category, and the points of its clock."""
    found = [(category.rate, "rate")] if category.rate is not None else []
    for number, role in (*found, *((n, "clock") for n in category.rung_numbers)):
        assert number is not None
        label = say(f"use_{role}", label=_called(category, number, scenario))
        read = say("read_mean", label=label, **_values(number))
        top = 1.0 if number.unit == SHARE else math.inf
        subject = say("subject_number", label=label)
        yield Use(number, category, role, label, subject, read, (0.0, top))


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
    assert scenario.model is not None
    for stretch in move.stretches:
        for arms, number in _by_number(stretch.arms):
            yield _level(move, stretch, arms, number, scenario)
        for arms, number in _by_number(stretch.shape):
            limits = (TINY, math.inf)
            yield _of_model(number, move, "shape", limits, scenario, arms, move.label)
    for target, shares in move.targets.items():
        label = say("use_target", label=move.label, target=scenario.model.states[target].label)
        for arms, number in _by_number(shares or {}):
            yield _of_model(number, move, "share", (0.0, 1.0), scenario, arms, label)


def _level(
    move: Move, stretch: Stretch, arms: tuple[str, ...], number: Quantity, scenario: Scenario
) -> Use:
    """The number of a move in one stretch."""
    label: Text = move.label
    if len(move.stretches) > 1:
        label = say("use_stretch", label=label, first=str(stretch.first))
    if stretch.measure == "count" and number.role == "mean":
        return _of_model(number, move, "count", (0.0, math.inf), scenario, (), label)
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
    use = _of_model(
        number,
        move,
        number.role,
        limits,
        scenario,
        arms,
        label,
        against=_against(move, scenario),
        going=_going(move, stretch, scenario),
    )
    if number.role != "mean":
        return use
    by = f"{12 * stretch.years:g}"
    time = next((name for name, years in CYCLES.items() if years == stretch.years), "month")
    read = say(
        f"measure_{stretch.measure}",
        label=use.label,
        by=by,
        time=say(f"time_{time}"),
        **_values(number),
    )
    return Use(number, move, use.role, use.label, use.subject, read, use.limits)


def _against(move: Move, scenario: Scenario) -> Text:
    """What the ratios of a move are to: the reference arm, or another move in the same arm."""
    assert scenario.model is not None
    if not move.of:
        return scenario.arms[scenario.reference].label
    return next(other.label for other in scenario.model.moves if other.path == move.of)


def _going(move: Move, stretch: Stretch, scenario: Scenario) -> Text:
    """A move within a sentence: `moving from benefit to job, from cycle 7 on`."""
    assert scenario.model is not None
    states, (first, *more) = scenario.model.states, list(move.targets)
    origin = states[move.origin].label
    going = say("going_out", origin=origin)
    if not more and not move.path.endswith(".out"):
        going = say("going_to", origin=origin, target=states[first].label)
    if len(move.stretches) == 1:
        return going
    return say("use_stretch", label=going, first=str(stretch.first))


def _of_model(
    number: Quantity,
    holder: State | Move | None,
    role: str,
    limits: tuple[float, float],
    scenario: Scenario,
    arms: tuple[str, ...],
    label: Text,
    *,
    against: Text | None = None,
    going: Text | None = None,
) -> Use:
    """A number of a state, a move or the effect.

    `against` is what a ratio is to, and `going` what it is for.
    """
    who = _who(arms, scenario)
    short = say(f"model_{role}", label=label, who=who)
    against = against or scenario.arms[scenario.reference].label
    key = "mean" if role in ("start", "share", "shape", "count", "half_life") else role
    read = say(
        f"read_model_{key}",
        label=short if key == "mean" else going or label,
        who=who,
        against=against,
        **_values(number),
    )
    low, high = (end / number.factor for end in limits)
    now = scenario.now(number)
    subject = say("subject_number", label=short)
    return Use(number, holder, role, short, subject, read, (min(low, now), max(high, now)))


def _called(holder: Category | Outcome, number: Quantity, scenario: Scenario) -> Text:
    """What a number is of: its category, or all the steps of a ladder that have it."""
    above = holder.path.rpartition(".")[0]
    is_step = isinstance(holder, Category) and holder.rung is not None and not holder.rung.entry
    return scenario.groups[above].label if is_step and above in scenario.groups else holder.label


# --- what they share ---------------------------------------------------------------------------


def _by_number(arms: Mapping[str, Quantity]) -> list[tuple[tuple[str, ...], Quantity]]:
    """Each number with the arms that have it."""
    found: dict[str, list[str]] = {}
    for arm, number in arms.items():
        found.setdefault(number.path, []).append(arm)
    numbers = {number.path: number for number in arms.values()}
    return [(tuple(names), numbers[path]) for path, names in found.items()]


def _who(arms: tuple[str, ...], scenario: Scenario) -> Words:
    """The arms that a number is of: their names, or all of them."""
    if not arms or len(arms) == len(scenario.arms):
        return say("all_arms")
    return joined([scenario.arms[name].label for name in arms])


def joined(labels: Sequence[Words]) -> Words:
    """Several labels as one: `a, b and c`."""
    return listing(labels)


def _values(number: Quantity, **more: Text) -> dict[str, Words | float]:
    """The value and unit of a number, as words are filled in with them."""
    plain = number.unit in (SHARE, RATIO)
    return {"value": number.value, "unit": "" if plain else _unit(number, " "), **more}


def _unit(number: Quantity, before: str = "") -> Words:
    """The unit of a number, as it stands behind it in each language."""
    return glued(before, behind(str(number.unit)))
