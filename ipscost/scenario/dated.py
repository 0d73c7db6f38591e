"""Amounts that are in force in some months of the calendar alone, for a person who starts in one.

A month of the horizon is a month of the calendar, counted from that in which the person starts.
Engines know nothing of the calendar: the timing of a category has weights of 0 in the months in
which its amounts are not in force.
"""

from __future__ import annotations

from dataclasses import replace

from ipscost.scenario.nouns import Category, Scenario
from ipscost.scenario.rollout import Month


def in_calendar(scenario: Scenario) -> Scenario:
    """The scenario of a person who starts in its first month: each amount while it is in force."""
    starts = scenario.first_month
    if starts is None or not has_dates(scenario):
        return scenario
    return replace(scenario, categories=tuple(timed(c, starts) for c in scenario.categories))


def without_dates(scenario: Scenario) -> Scenario:
    """The scenario with every amount over the whole horizon, whenever it is in force.

    It answers no question by itself: who counts people by the months of the calendar multiplies
    what it gives by `mask`.
    """
    categories = tuple(
        c if c.always is None else replace(c, timing=c.always, always=None)
        for c in scenario.categories
    )
    return replace(scenario, categories=categories)


def mask(category: Category, first: Month, months: int) -> tuple[float, ...]:
    """1 in the months that a category is in force in and 0 in others, of `months` from `first`."""
    if category.in_force is None:
        return (1.0,) * months
    return category.in_force.mask(first, months)


def has_dates(scenario: Scenario) -> bool:
    """True if some amounts are in force in some months of the calendar alone."""
    return any(category.in_force is not None for category in scenario.categories)


def timed(category: Category, starts: Month) -> Category:
    """A category with the weights of the months that it is in force in, for one who starts then."""
    if category.in_force is None:
        return category
    always = category.timing if category.always is None else category.always
    holds = category.in_force.mask(starts, len(always.weights))
    weights = tuple(weight * held for weight, held in zip(always.weights, holds, strict=True))
    months = [n for n in range(always.first, always.last + 1) if holds[n - 1]]
    first, last = (months[0], months[-1]) if months else (1, 0)
    is_cut = (first, last) != (always.first, always.last)
    profile = "months" if is_cut and always.profile == "uniform" else always.profile
    timing = replace(always, weights=weights, profile=profile, first=first, last=last)
    return replace(category, timing=timing, always=always)
