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
from ipscost.scenario.transfer import POINTS, Transfer
from ipscost.units import SHARE


def level(scenario: Scenario, holder: Category | Outcome, arm: str) -> bool:
    """True if the level of an arm is known, not only its difference from the reference arm."""
    if isinstance(holder, Category) and holder.is_never:
        return True  # nothing of it counts, so nothing is lacking
    if isinstance(holder, Category) and not _factors_known(holder):
        return False
    if isinstance(holder, Category) and holder.rate is not None:
        return all(level(scenario, other, arm) for other in others(scenario, holder))
    if isinstance(holder, Outcome) and holder.course is not None:
        return True
    if scenario.transfer is not None and isinstance(holder, Outcome) and not holder.rules:
        return _carried_level(scenario, scenario.transfer, holder, arm)
    is_carried = _is_carried(scenario, holder, arm)
    return all(
        _level(arms.get(arm), arms.get(scenario.reference), is_carried=is_carried)
        for arms in _stated(holder)
    )


def difference(scenario: Scenario, holder: Category | Outcome, arm: str) -> bool:
    """True if the difference between an arm and the reference arm is known."""
    if arm == scenario.reference:
        return True
    if isinstance(holder, Category) and holder.is_never:
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
    if scenario.transfer is not None and isinstance(holder, Outcome) and holder.unit == SHARE:
        return level(scenario, holder, arm) or (
            _adds_up(scenario, scenario.transfer)
            and _effect(scenario, scenario.transfer, holder, arm)
        )
    return _difference(holder.arms.get(arm), holder.arms.get(scenario.reference))


# --- what is carried over ----------------------------------------------------------------------


def _is_carried(scenario: Scenario, holder: Category | Outcome, arm: str) -> bool:
    """True if a share of an arm's difference is carried over, so that its level is made of it."""
    kind = holder.kind if isinstance(holder, Category) else ""
    transfer = scenario.transfer
    return transfer is not None and bool(transfer.share_at(holder.path, kind, arm))


def _carried_level(scenario: Scenario, transfer: Transfer, outcome: Outcome, arm: str) -> bool:
    """True if an arm's level in the new group is known: that of the reference arm, the effect."""
    base = transfer.baselines.get(outcome.path) or outcome.arms.get(scenario.reference)
    is_based = base is not None and base.is_known
    return is_based and (arm == scenario.reference or _effect(scenario, transfer, outcome, arm))


def _adds_up(scenario: Scenario, transfer: Transfer) -> bool:
    """True where the effect on a share of people is added to any level, and not a ratio to it."""
    return transfer.scale == POINTS or scenario.model is not None


def _effect(scenario: Scenario, transfer: Transfer, outcome: Outcome, arm: str) -> bool:
    """True if the trial's effect on an outcome is known, or a pooled one stands in its place."""
    shares = transfer.shares_of(outcome.path, "")
    if transfer.pooled in shares and outcome.path == transfer.of:
        return True
    number, base = outcome.arms.get(arm), outcome.arms.get(scenario.reference)
    if outcome.unit != SHARE or _adds_up(scenario, transfer):
        return _difference(number, base)
    return _level(number, base, is_carried=True)


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


def _level(number: Quantity | None, base: Quantity | None, *, is_carried: bool = False) -> bool:
    if number is None or not number.is_known:
        return False
    return (number.role == "mean" and not is_carried) or (base is not None and base.is_known)


def _difference(number: Quantity | None, base: Quantity | None) -> bool:
    if number is None or not number.is_known:
        return False
    return number.role == "difference" or (base is not None and base.is_known)
