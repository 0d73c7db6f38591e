"""Levels of what is known by the difference between the arms alone: made up, and told.

Persons must cost something, and from 0 some would cost less than nothing. So the reference arm gets
a level as large as the standard deviation between persons, and at least what an arm saves of it.
Outcomes, which may be losses, are counted from 0.
"""

from __future__ import annotations

from dataclasses import replace

from ipscost.ledger import Ledger
from ipscost.run import Run, simulate
from ipscost.scenario.distributions import Fixed
from ipscost.scenario.nouns import Category, Quantity, Scenario
from ipscost.scenario.spread import spread_above, spread_of
from ipscost.units import SHARE


def with_levels(run: Run) -> tuple[Run, dict[str, float]]:
    """The run of a scenario in which all that is told has a level, and the levels that are made up.

    Levels are by path: present values in the money of the scenario, and units of an outcome.
    """
    scenario, levels = run.scenario, dict[str, float]()
    categories, outcomes = list(scenario.categories), list(scenario.outcomes)
    for place, category in enumerate(categories):
        wanted = _wanted(scenario, run.point, category)
        made = None if wanted is None else _filled(scenario, run.point, category, wanted)
        if made is not None and wanted is not None:
            categories[place], levels[category.path] = made, wanted
    for place, outcome in enumerate(outcomes):
        is_lacking = not run.point.outcome_known[:, place].all()
        quantity = next((q for q in outcome.arms.values() if q.role == "difference"), None)
        if is_lacking and outcome.unit != SHARE and quantity is not None and quantity.is_known:
            level = _level(scenario, outcome.path, quantity, 0.0)
            outcomes[place] = replace(outcome, arms={**outcome.arms, scenario.reference: level})
            levels[outcome.path] = 0.0
    if not levels:
        return run, {}
    filled = replace(scenario, categories=tuple(categories), outcomes=tuple(outcomes))
    return simulate(filled, run.settings), levels


def _wanted(scenario: Scenario, ledger: Ledger, category: Category) -> float | None:
    """The level of a category in the reference arm; None where it is known, or nothing is."""
    place = ledger.categories.index(category.path)
    changes = ledger.present_value[:, place, 0]
    if ledger.known[:, place].all() or not ledger.told[:, place].all() or not changes.any():
        return None
    return max(_sd(scenario, ledger, category), -float(changes.min()), 0.0)


def _sd(scenario: Scenario, ledger: Ledger, category: Category) -> float:
    """The standard deviation between persons, as far as it is stated in money or derived.

    Categories of a group of which no level is known share that of the group evenly.
    """
    spread, sharing = spread_of(scenario, category.path), 1
    if spread is None:
        spread = spread_above(scenario, category.path)
        inside = [
            place
            for place, each in enumerate(scenario.categories)
            if spread is not None and spread_above(scenario, each.path) is spread
        ]
        if any(ledger.known[:, place].all() for place in inside):
            return 0.0  # it is taken up by those whose levels are known
        sharing = max(len(inside), 1)
    return 0.0 if spread is None else spread.around(0.0) / sharing


def _filled(
    scenario: Scenario, ledger: Ledger, category: Category, wanted: float
) -> Category | None:
    """The category with a level in the reference arm; None where none can be stated of it."""
    place = ledger.categories.index(category.path)
    for name, quantity in category.arms.items():
        change = float(ledger.present_value[ledger.arm(name), place, 0])
        if quantity.is_known and quantity.role == "difference" and quantity.value and change:
            value = wanted * quantity.value / change  # in the unit and time in which it is stated
            level = _level(scenario, category.path, quantity, value)
            return replace(category, arms={**category.arms, scenario.reference: level})
    return None


def _level(scenario: Scenario, path: str, like: Quantity, value: float) -> Quantity:
    """A level in the reference arm, stated as a difference is."""
    return replace(
        like,
        path=f"{path}.{scenario.reference}",
        role="mean",
        value=value,
        dist=Fixed(value),
        sure="assumed",
        bounds=None,
        series=(),
    )
