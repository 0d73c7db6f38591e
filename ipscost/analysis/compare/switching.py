"""Numbers and models of one scenario put into another: the switches that `inputs` uses.

A switch is a function from a scenario to the same scenario with one input of another one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ipscost.scenario.dated import timed
from ipscost.scenario.model import LongTermEffect, Model, Move, Rule, State, Stretch, TimeBand
from ipscost.scenario.nouns import (
    Category,
    Correlation,
    Number,
    Outcome,
    Scenario,
    Subgroup,
    Timing,
)
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.transfer import Transfer
from ipscost.units import Unit

HOLDERS = (Model, State, Move, Stretch, LongTermEffect, Rule, Category, Outcome, Number, Transfer)
"""Classes that numbers are looked for in."""
WORDS = ("label", "note", "span", "source", "place", "sure", "assumption", "places")
"""Fields that make no difference to a result."""
Thing = TypeVar("Thing")
Holder = Category | Outcome
Kept = TypeVar("Kept", Category, Outcome)
Switch = Callable[[Scenario], Scenario]
Change = Callable[[Quantity], Quantity]


def mapped(thing: Thing, change: Change, arms: Mapping[str, str] | None = None) -> Thing:
    """`thing` with `change` applied to each number in it.

    arms: new names of arms; other arms are dropped. By default all are kept.
    """
    result: Any = thing
    if isinstance(thing, Quantity):
        result = change(thing)
    elif isinstance(thing, HOLDERS):
        new = {f.name: mapped(getattr(thing, f.name), change, arms) for f in fields(thing)}
        result = replace(thing, **new)
    elif isinstance(thing, tuple):
        result = tuple(mapped(each, change, arms) for each in thing)
    elif isinstance(thing, Mapping):
        result = {key: mapped(each, change, arms) for key, each in thing.items()}
        if arms is not None and any(isinstance(each, Quantity) for each in result.values()):
            result = {arms[key]: each for key, each in result.items() if key in arms}
    return result  # type: ignore[no-any-return]


def everywhere(
    scenario: Scenario, change: Change, arms: Mapping[str, str] | None = None
) -> Scenario:
    """The scenario with `change` applied to each number of its costs, outcomes and model."""
    return replace(
        scenario,
        categories=tuple(mapped(c, change, arms) for c in scenario.categories),
        outcomes=tuple(mapped(o, change, arms) for o in scenario.outcomes),
        model=mapped(scenario.model, change, arms),
        shared=tuple(mapped(each, change) for each in scenario.shared),
        transfer=mapped(scenario.transfer, change),
        subgroups=_grouped(scenario, change),
    )


def _grouped(scenario: Scenario, change: Change) -> tuple[Subgroup, ...]:
    """The groups of people with `change` applied to their numbers, and to those they replace."""
    if not scenario.subgroups:
        return ()
    path_of = {number.path: change(number).path for number in scenario.quantities}
    return tuple(
        replace(
            group,
            share=None if group.share is None else change(group.share),
            own={path_of[path]: change(number) for path, number in group.own.items()},
        )
        for group in scenario.subgroups
    )


def with_number(scenario: Scenario, path: str, number: Quantity) -> Scenario:
    """The scenario with `number` at `path`, in every place that refers to it."""
    return everywhere(scenario, lambda q: number if q.path == path else q)


def apart(thing: Thing, scenario: Scenario) -> Thing:
    """`thing` ready to be put into `scenario`: numbers whose paths are taken get new ones.

    Two scenarios may state different numbers at the same path, and within a scenario a path must
    name one number.
    """
    taken = {number.path: number for number in scenario.quantities}

    def named(number: Quantity) -> Quantity:
        other = taken.get(number.path)
        if other is None or other == number:
            return number
        return replace(number, path=f"{number.path} (compared)")

    return mapped(thing, named)


def is_ruled(holder: Category | Outcome) -> bool:
    """True for a category or outcome that depends on the states people are in."""
    if isinstance(holder, Outcome):
        return bool(holder.rules or holder.course)
    return bool(holder.rules or holder.rate or holder.continues)


def form(thing: object) -> object:
    """The structure of a model, a rule or a time band without its numbers, for comparison."""
    if isinstance(thing, Quantity):
        return thing.path, thing.role, shape(thing.unit)
    if isinstance(thing, tuple):
        return tuple(form(each) for each in thing)
    if isinstance(thing, Mapping):
        return tuple((key, form(each)) for key, each in thing.items())
    if is_dataclass(thing) and isinstance(thing, (*HOLDERS, TimeBand)):
        left = (*WORDS, "years") if isinstance(thing, Model) else WORDS  # set by the horizon
        kept = [each.name for each in fields(thing) if each.name not in left]
        return tuple((name, form(getattr(thing, name))) for name in kept)
    return thing


def shape(unit: Unit) -> tuple[str, tuple[str, ...]]:
    """A unit without its currency and price year."""
    return ("money" if unit.money else str(unit.head), unit.per)


def model_form(scenario: Scenario) -> object:
    """The structure of a scenario's model without its numbers and its long-term effect."""
    model = scenario.model
    return None if model is None else form(replace(model, effect=None))


def of_model(holder: Category | Outcome) -> object:
    """How a category or outcome depends on a model, without the numbers."""
    if isinstance(holder, Outcome):
        return form(holder.rules), holder.course
    return form(holder.rules), form(holder.rate), holder.of, holder.band, holder.continues


# --- switches ----------------------------------------------------------------------------


def slotted(path: str, key: str, number: Quantity) -> Switch:
    """A switch that sets the slot `key` of the category or outcome at `path` to a number."""

    def switch(scenario: Scenario) -> Scenario:
        if key == "price":
            return replaced(scenario, path, price=number)
        holder = scenario.holders[path]
        return replaced(scenario, path, arms={**holder.arms, key: number})

    return switch


def with_model(other: Scenario) -> Switch:
    """A switch to the other's model, its horizon, and the categories and outcomes that use it."""

    def switch(scenario: Scenario) -> Scenario:
        years = other.model.years if other.model else None
        extended = over(scenario, other.months, years)
        stated = {
            path: without_numbers(holder) if is_ruled(holder) else holder
            for path, holder in extended.holders.items()
        }
        ruled = {path: h for path, h in other.holders.items() if is_ruled(h)}
        bare = replace(
            extended,
            model=None,
            categories=tuple(h for h in stated.values() if isinstance(h, Category)),
            outcomes=tuple(h for h in stated.values() if isinstance(h, Outcome)),
        )
        mine = apart(tuple(ruled.values()), bare)
        kept = {**stated, **{holder.path: holder for holder in mine}}
        return replace(
            extended,
            model=apart(other.model, bare),
            categories=tuple(h for h in kept.values() if isinstance(h, Category)),
            outcomes=tuple(h for h in kept.values() if isinstance(h, Outcome)),
        )

    return switch


def with_transfer(other: Scenario) -> Switch:
    """A switch to what the other carries over."""
    return lambda scenario: replace(scenario, transfer=apart(other.transfer, scenario))


def replaced(scenario: Scenario, path: str, **fields: object) -> Scenario:
    """The scenario with `fields` of the category or outcome at `path` replaced."""

    def change(holder: Kept) -> Kept:
        return replace(holder, **fields) if holder.path == path else holder  # type: ignore[arg-type]

    return replace(
        scenario,
        categories=tuple(change(c) for c in scenario.categories),
        outcomes=tuple(change(o) for o in scenario.outcomes),
    )


def change(path: str, **fields: object) -> Switch:
    """A switch that replaces `fields` of what is at `path`; a timing is fitted to the horizon."""

    def switch(scenario: Scenario) -> Scenario:
        timing = fields.get("timing")
        fitted = {"timing": within(timing, scenario.months)} if isinstance(timing, Timing) else {}
        return replaced(scenario, path, **{**fields, **fitted})

    return switch


def correlate(name: str, correlation: Correlation | None) -> Switch:
    """A switch that sets the correlation called `name`, or removes it if that is None."""

    def switch(scenario: Scenario) -> Scenario:
        kept = tuple(each for each in scenario.correlations if each.name != name)
        return replace(scenario, correlations=(*kept, correlation) if correlation else kept)

    return switch


def put(holder: Holder) -> Switch:
    """A switch that adds a category or outcome, or replaces the one with the same path."""

    def switch(scenario: Scenario) -> Scenario:
        fitted = replace(holder, timing=within(holder.timing, scenario.months))
        name = "categories" if isinstance(holder, Category) else "outcomes"
        kept = tuple(each for each in getattr(scenario, name) if each.path != holder.path)
        return replace(scenario, **{name: (*kept, fitted)})  # type: ignore[arg-type]

    return switch


def exchanged(two: Holder) -> Switch:
    """A switch to the amounts of a category or outcome, keeping the base's kind and payers."""

    def switch(scenario: Scenario) -> Scenario:
        one = scenario.holders[two.path]
        bare = replaced(scenario, two.path, **nothing(one))
        new = apart(two, bare)
        if isinstance(one, Category) and isinstance(new, Category):
            new = replace(new, kind=one.kind, payers=one.payers, receivers=one.receivers)
        return put(new)(scenario)

    return switch


def without_numbers(holder: Holder) -> Holder:
    """A category or outcome without its numbers, which adds nothing to a sum."""
    return replace(holder, **nothing(holder))  # type: ignore[arg-type]


def nothing(holder: Holder) -> dict[str, object]:
    """The fields that remove the numbers of a category or outcome."""
    if isinstance(holder, Category):
        own = {"price": None, "rate": None, "of": (), "band": None, "band_numbers": ()}
        return {"arms": {}, "rules": (), "continues": False, **own}
    return {"arms": {}, "rules": (), "course": None}


def over(scenario: Scenario, months: int, years: float | None = None) -> Scenario:
    """The scenario with another horizon in months; `years` is the model's, by default the same."""

    def fitted(holder: Kept) -> Kept:
        starts = scenario.first_month
        if isinstance(holder, Category) and holder.always is not None and starts is not None:
            return timed(replace(holder, always=within(holder.always, months)), starts)
        return replace(holder, timing=within(holder.timing, months))

    model = scenario.model and replace(scenario.model, years=years or months / 12)
    return replace(
        scenario,
        months=months,
        model=model,
        categories=tuple(fitted(c) for c in scenario.categories),
        outcomes=tuple(fitted(o) for o in scenario.outcomes),
    )


def within(timing: Timing, months: int) -> Timing:
    """The timing with another horizon.

    An amount that lasts to the end of the horizon lasts to the new end. Stated weights are cut, or
    0 in the added months. An amount for the whole period is spread over what remains of it, so that
    it stays the same in total.
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
    """True if both timings give the same months, over the horizon of either."""
    forth = within(two, len(one.weights)).weights == one.weights
    return forth and within(one, len(two.weights)).weights == two.weights
