"""Which numbers of a scenario are known, and what an account therefore lacks.

A number that nobody published is not 0. Engines count it as 0, so that what is known can be summed;
the flags here say which levels, differences and accounts are complete. Nothing here depends on
draws.
"""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario import perspectives
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.paths import is_within
from ipscost.scenario.quantity import Quantity


def level(scenario: Scenario, holder: Category | Outcome, arm: str) -> bool:
    """True if the level of an arm is known, not only its difference from the reference arm."""
    if isinstance(holder, Category) and not _factors_known(holder):
        return False
    if isinstance(holder, Category) and holder.rate is not None:
        return all(level(scenario, other, arm) for other in others(scenario, holder))
    if isinstance(holder, Outcome) and holder.course is not None:
        return True
    return all(_level(arms.get(arm), arms.get(scenario.reference)) for arms in _stated(holder))


def difference(scenario: Scenario, holder: Category | Outcome, arm: str) -> bool:
    """True if the difference between an arm and the reference arm is known."""
    if arm == scenario.reference:
        return True
    if isinstance(holder, Category) and not _factors_known(holder):
        return False
    if isinstance(holder, Category) and holder.rate is not None:
        return all(difference(scenario, other, arm) for other in others(scenario, holder))
    if isinstance(holder, Outcome) and holder.course is not None:
        return True
    if holder.rules:  # time in states differs between the arms, so both amounts count
        return all(
            q is not None and q.is_known
            for arms in _stated(holder)
            for q in (arms.get(arm), arms.get(scenario.reference))
        )
    return _difference(holder.arms.get(arm), holder.arms.get(scenario.reference))


def part_of(category: Category, arm: str) -> str:
    """The path of the category whose amount includes that of this one, undivided; empty if none."""
    number = category.arms.get(arm)
    return number.gap.part_of if number is not None and number.gap is not None else ""


def holders(scenario: Scenario, arm: str) -> tuple[int, ...]:
    """For each category, the index of the one whose amount includes it, or -1: (category,)."""
    indices = {category.path: index for index, category in enumerate(scenario.categories)}
    return tuple(indices.get(part_of(category, arm), -1) for category in scenario.categories)


def undivided(scenario: Scenario, perspective: str) -> tuple[bool, ...]:
    """True for categories of which a part may belong to a perspective that omits them: (category,).

    The payer of such a category stands for several (`of`), whose split is not known, and the
    perspective counts one of these.
    """
    return tuple(_is_undivided(scenario, perspective, c) for c in scenario.categories)


def _is_undivided(scenario: Scenario, perspective: str, category: Category) -> bool:
    return any(
        perspectives.share(category, name) != 0
        and not perspectives.counts(scenario, perspective, category, name)
        and any(
            perspectives.counts(scenario, perspective, category, member)
            for member in scenario.payers[name].of
        )
        for name in perspectives.bearers(category)
    )


def _stated(holder: Category | Outcome) -> Sequence[dict[str, Quantity]]:
    """The numbers by arm of each rule; without rules, those stated for the holder itself."""
    return [dict(rule.arms) for rule in holder.rules] or [dict(holder.arms)]


def others(scenario: Scenario, category: Category) -> tuple[Category, ...]:
    """The categories that this one is stated as a share of."""
    return _within(scenario, category.of)


@by_identity(16 * SCENARIOS)
def _within(scenario: Scenario, of: tuple[str, ...]) -> tuple[Category, ...]:
    """The categories at these paths or below them, which every arm asks for anew."""
    return tuple(
        other for other in scenario.categories if any(is_within(other.path, above) for above in of)
    )


def _factors_known(category: Category) -> bool:
    """True if the price, the rate and the times on a ladder are known, as far as there are any."""
    factors = (category.price, category.rate, *category.band_numbers)
    return all(number is None or number.is_known for number in factors)


def _level(number: Quantity | None, base: Quantity | None) -> bool:
    if number is None or not number.is_known:
        return False
    return number.role == "mean" or (base is not None and base.is_known)


def _difference(number: Quantity | None, base: Quantity | None) -> bool:
    if number is None or not number.is_known:
        return False
    return number.role == "difference" or (base is not None and base.is_known)
