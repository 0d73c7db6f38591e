"""Numbers and models of one scenario put into another, as the switches of `inputs` do it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ipscost.scenario.model import LongTermEffect, Model, Move, Rule, State, Stretch, TimeBand
from ipscost.scenario.nouns import Category, Correlation, Number, Outcome, Scenario, Timing
from ipscost.scenario.quantity import Quantity
from ipscost.units import Unit

HOLDERS = (Model, State, Move, Stretch, LongTermEffect, Rule, Category, Outcome, Number)
WORDS = ("label", "note", "span", "source", "place", "sure", "assumption", "places")
"""What makes no difference to a result."""
Thing = TypeVar("Thing")
Holder = Category | Outcome
Kept = TypeVar("Kept", Category, Outcome)
Switch = Callable[[Scenario], Scenario]
Change = Callable[[Quantity], Quantity]


def mapped(thing: Thing, change: Change, arms: Mapping[str, str] | None = None) -> Thing:
    """`thing` with each number in it changed; where `arms` are given, of those alone, renamed."""
    found: Any = thing
    if isinstance(thing, Quantity):
        found = change(thing)
    elif isinstance(thing, HOLDERS):
        new = {f.name: mapped(getattr(thing, f.name), change, arms) for f in fields(thing)}
        found = replace(thing, **new)
    elif isinstance(thing, tuple):
        found = tuple(mapped(each, change, arms) for each in thing)
    elif isinstance(thing, Mapping):
        found = {key: mapped(each, change, arms) for key, each in thing.items()}
        if arms is not None and any(isinstance(each, Quantity) for each in found.values()):
            found = {arms[key]: each for key, each in found.items() if key in arms}
    return found  # type: ignore[no-any-return]


def everywhere(
    scenario: Scenario, change: Change, arms: Mapping[str, str] | None = None
) -> Scenario:
    """The scenario with each number of its costs, outcomes and model changed."""
    return replace(
        scenario,
        categories=tuple(mapped(c, change, arms) for c in scenario.categories),
        outcomes=tuple(mapped(o, change, arms) for o in scenario.outcomes),
        model=mapped(scenario.model, change, arms),
        shared=tuple(mapped(each, change) for each in scenario.shared),
    )


def with_number(scenario: Scenario, path: str, number: Quantity) -> Scenario:
    """The scenario with another number at `path`, wherever it is referred to."""
    return everywhere(scenario, lambda q: number if q.path == path else q)


def apart(thing: Thing, scenario: Scenario) -> Thing:
    """`thing` for `scenario`: its numbers have paths of their own where others have theirs.

    Two scenarios may state different numbers at one path, and a path names one number.
    """
    taken = {number.path: number for number in scenario.quantities}

    def named(number: Quantity) -> Quantity:
        other = taken.get(number.path)
        if other is None or other == number:
            return number
        return replace(number, path=f"{number.path} (compared)")

    return mapped(thing, named)


def is_ruled(holder: Category | Outcome) -> bool:
    """True for what needs a model of states."""
    if isinstance(holder, Outcome):
        return bool(holder.rules or holder.course)
    return bool(holder.rules or holder.rate or holder.continues)


def form(thing: object) -> object:
    """What a model, a rule or a band is but for its numbers, as something that can be compared."""
    if isinstance(thing, Quantity):
        return thing.path, thing.role, shape(thing.unit)
    if isinstance(thing, tuple):
        return tuple(form(each) for each in thing)
    if isinstance(thing, Mapping):
        return tuple((key, form(each)) for key, each in thing.items())
    if is_dataclass(thing) and isinstance(thing, (*HOLDERS, TimeBand)):
        left = (*WORDS, "years") if isinstance(thing, Model) else WORDS  # that of the horizon
        kept = [each.name for each in fields(thing) if each.name not in left]
        return tuple((name, form(getattr(thing, name))) for name in kept)
    return thing


def shape(unit: Unit) -> tuple[str, tuple[str, ...]]:
    """A unit whatever its currency and year."""
    return ("money" if unit.money else str(unit.head), unit.per)


def model_form(scenario: Scenario) -> object:
    """What the model of a scenario is but for its numbers and its later effect."""
    model = scenario.model
    return None if model is None else form(replace(model, effect=None))


def of_model(holder: Category | Outcome) -> object:
    """What ties a category or outcome to a model, but for the numbers."""
    if isinstance(holder, Outcome):
        return form(holder.rules), holder.course
    return form(holder.rules), form(holder.rate), holder.of, holder.band, holder.continues


# --- switches ----------------------------------------------------------------------------


def slotted(path: str, key: str, number: Quantity) -> Switch:
    """A switch that puts a number into the slot `key` of the category or outcome at `path`."""

    def switch(scenario: Scenario) -> Scenario:
        if key == "price":
            return replaced(scenario, path, price=number)
        holder = scenario.holders[path]
        return replaced(scenario, path, arms={**holder.arms, key: number})

    return switch


def with_model(other: Scenario) -> Switch:
    """A switch that puts in the model with the horizon and all that the model rules."""

    def switch(scenario: Scenario) -> Scenario:
        years = other.model.years if other.model else None
        found = over(scenario, other.months, years)
        stated = {
            path: without_numbers(holder) if is_ruled(holder) else holder
            for path, holder in found.holders.items()
        }
        ruled = {path: h for path, h in other.holders.items() if is_ruled(h)}
        bare = replace(
            found,
            model=None,
            categories=tuple(h for h in stated.values() if isinstance(h, Category)),
            outcomes=tuple(h for h in stated.values() if isinstance(h, Outcome)),
        )
        mine = apart(tuple(ruled.values()), bare)
        kept = {**stated, **{holder.path: holder for holder in mine}}
        return replace(
            found,
            model=apart(other.model, bare),
            categories=tuple(h for h in kept.values() if isinstance(h, Category)),
            outcomes=tuple(h for h in kept.values() if isinstance(h, Outcome)),
        )

    return switch


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
    """A switch that replaces `fields` at `path`; a timing is brought to the months there are."""

    def switch(scenario: Scenario) -> Scenario:
        timing = fields.get("timing")
        fitted = {"timing": within(timing, scenario.months)} if isinstance(timing, Timing) else {}
        return replaced(scenario, path, **{**fields, **fitted})

    return switch


def correlate(name: str, correlation: Correlation | None) -> Switch:
    """A switch that puts a correlation in the place of the one of its name, or takes it out."""

    def switch(scenario: Scenario) -> Scenario:
        kept = tuple(each for each in scenario.correlations if each.name != name)
        return replace(scenario, correlations=(*kept, correlation) if correlation else kept)

    return switch


def put(holder: Holder) -> Switch:
    """A switch that puts a whole category or outcome, in the place of one of the same path."""

    def switch(scenario: Scenario) -> Scenario:
        fitted = replace(holder, timing=within(holder.timing, scenario.months))
        name = "categories" if isinstance(holder, Category) else "outcomes"
        kept = tuple(each for each in getattr(scenario, name) if each.path != holder.path)
        return replace(scenario, **{name: (*kept, fitted)})  # type: ignore[arg-type]

    return switch


def exchanged(two: Holder) -> Switch:
    """A switch that puts in what a holder states, with the kind and the payers of the base."""

    def switch(scenario: Scenario) -> Scenario:
        one = scenario.holders[two.path]
        bare = replaced(scenario, two.path, **nothing(one))
        found = apart(two, bare)
        if isinstance(one, Category) and isinstance(found, Category):
            found = replace(found, kind=one.kind, payers=one.payers, receivers=one.receivers)
        return put(found)(scenario)

    return switch


def without_numbers(holder: Holder) -> Holder:
    """A category or outcome that counts for nothing."""
    return replace(holder, **nothing(holder))  # type: ignore[arg-type]


def nothing(holder: Holder) -> dict[str, object]:
    """The fields of a category or outcome without its numbers."""
    if isinstance(holder, Category):
        own = {"price": None, "rate": None, "of": (), "band": None, "band_numbers": ()}
        return {"arms": {}, "rules": (), "continues": False, **own}
    return {"arms": {}, "rules": (), "course": None}


def over(scenario: Scenario, months: int, years: float | None = None) -> Scenario:
    """The scenario over another number of months; `years` where a model has another length."""

    def fitted(holder: Kept) -> Kept:
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
