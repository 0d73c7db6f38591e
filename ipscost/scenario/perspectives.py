"""Perspectives: which categories an account counts, and with what share.

Every perspective is a weight on each category, so that it is a sum of parts of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import HEALTH, PUBLIC, SOCIETAL, WELFARE, Category, Payer, Scenario
from ipscost.scenario.paths import is_within

WEIGHTS = 10 * SCENARIOS
"""How many weights are remembered: of each scenario those of as many perspectives as most have."""


def known(scenario: Scenario) -> tuple[str, ...]:
    """The perspectives that a scenario can be seen from, `societal` first."""
    welfare = scenario.welfare is not None
    return names(scenario.payers, scenario.perspectives, welfare=welfare)


def names(
    payers: Mapping[str, Payer], declared: Iterable[str], *, welfare: bool
) -> tuple[str, ...]:
    """The perspectives that follow from payers, declared perspectives and welfare factors."""
    found = dict.fromkeys((SOCIETAL, *payers))
    if any(payer.public for payer in payers.values()):
        found[PUBLIC] = None
    if any(payer.health for payer in payers.values()):
        found[HEALTH] = None
    if welfare:
        found[WELFARE] = None
    return tuple(dict.fromkeys((*found, *declared)))


@by_identity(WEIGHTS)
def weights(scenario: Scenario, perspective: str) -> tuple[float, ...]:
    """The share of each category that a perspective counts, (category,).

    `societal` counts every category but transfers, which move money between people without using
    resources (Drummond et al. 2015, Methods for the Economic Evaluation of Health Care Programmes,
    ch. 7). A payer counts what it pays less what it receives. `public` and `health` count that of
    the payers so flagged, without production. `welfare` counts resources and production in market
    prices, times the net tax factor, and what taxation distorts. Raises KeyError for another name.
    """
    if perspective not in known(scenario):
        raise KeyError(perspective)
    return tuple(
        sum(_part(scenario, perspective, payer, category) for payer in payers)
        for category, payers in zip(scenario.categories, _sharing(scenario), strict=True)
    )


def bearers(category: Category) -> tuple[str, ...]:
    """The payers that pay for a category, then those that receive it, each once."""
    return tuple(dict.fromkeys((*category.payers, *category.receivers)))


def is_unreceived(category: Category) -> bool:
    """True for a transfer of which it is not stated who receives it."""
    return not KINDS[category.kind].is_real and not category.receivers


def share(category: Category, payer: str) -> float:
    """The share of a category that a payer pays, minus the share that it receives."""
    return category.payers.get(payer, 0.0) - category.receivers.get(payer, 0.0)


def part(scenario: Scenario, perspective: str, payer: str) -> tuple[float, ...]:
    """The share of each category that a perspective counts on account of one payer, (category,).

    Summed over all payers, these are the weights.
    """
    return tuple(_part(scenario, perspective, payer, category) for category in scenario.categories)


@by_identity(SCENARIOS)
def _sharing(scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    """The payers with a share of each category, (category,), in the order of the scenario."""
    every = tuple(scenario.payers)
    return tuple(tuple(p for p in every if share(c, p)) for c in scenario.categories)


def counts(scenario: Scenario, perspective: str, category: Category, payer: str) -> bool:
    """True if a perspective counts what `payer` pays of a category."""
    is_resource = KINDS[category.kind].is_real
    declared = scenario.perspectives.get(perspective)
    if declared is not None:
        below = not declared.paths or any(is_within(category.path, p) for p in declared.paths)
        inside = below and (not declared.kinds or category.kind in declared.kinds)
        return inside and (payer in declared.payers if declared.payers else is_resource)
    is_public = scenario.payers[payer].public and KINDS[category.kind].is_paid
    is_health = scenario.payers[payer].health and KINDS[category.kind].is_paid
    if perspective == WELFARE and scenario.welfare is not None:
        return is_resource or is_public
    return {SOCIETAL: is_resource, PUBLIC: is_public, HEALTH: is_health}.get(
        perspective, perspective == payer
    )


def _part(scenario: Scenario, perspective: str, payer: str, category: Category) -> float:
    if not counts(scenario, perspective, category, payer):
        return 0.0
    paid = share(category, payer)
    if perspective in scenario.perspectives or perspective != WELFARE or scenario.welfare is None:
        return paid
    is_public = scenario.payers[payer].public and KINDS[category.kind].is_paid
    factor = scenario.welfare.net_tax_factor.mean
    loss = scenario.welfare.tax_distortion.mean - 1
    return factor * paid * (float(KINDS[category.kind].is_real) + loss * float(is_public))
