"""Categories that are a rate of others, so that their rows can say so."""

from __future__ import annotations

from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category, Scenario
from ipscost.scenario.paths import is_within


def rated(scenario: Scenario, category: Category) -> list[tuple[Category, float]] | None:
    """The categories that one is a rate of, each with its sign: a rate of a gain is of its size.

    None if it is no rate, or not one of all that these come to: where it is limited to some months,
    or one of them to a time after an entry, beyond which wages are paid too.
    """
    if category.rate is None:
        return None
    others = [c for c in scenario.categories if any(is_within(c.path, a) for a in category.of)]
    whole = category.timing.first == 1 and category.timing.last == scenario.months
    placed = [scenario.categories.index(c) for c in others]
    if not whole or any(place > scenario.categories.index(category) for place in placed):
        return None
    if any(_is_limited(scenario, other) for other in others):
        return None
    return [(other, -1.0 if KINDS[other.kind].is_gain else 1.0) for other in others]


def _is_limited(scenario: Scenario, category: Category) -> bool:
    """True if a category, or one that it is a rate of, counts only some time after an entry."""
    if category.band is not None and category.band.entry:
        return True
    others = (c for c in scenario.categories if any(is_within(c.path, a) for a in category.of))
    return any(_is_limited(scenario, other) for other in others)
