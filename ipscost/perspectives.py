"""Perspectives: which categories an account counts, and with what share.

Every perspective is a weight on each category, so that it is a sum of parts of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ipscost.scenario import HEALTH, PUBLIC, SOCIETAL, WELFARE, Category, Payer, Scenario


def known(scenario: Scenario) -> tuple[str, ...]:
    """The perspectives that a scenario can be seen from, `societal` first."""
    welfare = scenario.welfare is not None
    return names(scenario.payers, scenario.perspectives, welfare=welfare)


def names(
    payers: Mapping[str, Payer], declared: Iterable[str], *, welfare: bool
) -> tuple[str, ...]:
    """The perspectives that payers, declared ones and factors of welfare economics give."""
    found = dict.fromkeys((SOCIETAL, *payers))
    if any(payer.public for payer in payers.values()):
        found[PUBLIC] = None
    if any(payer.health for payer in payers.values()):
        found[HEALTH] = None
    if welfare:
        found[WELFARE] = None
    return tuple(dict.fromkeys((*found, *declared)))


def weights(scenario: Scenario, perspective: str) -> tuple[float, ...]:
    """The share of each category that a perspective counts, (category,).

    `societal` counts every category but transfers, which move money between people without using
    resources (Drummond et al. 2015, Methods for the Economic Evaluation of Health Care Programmes,
    ch. 7). A payer counts what it pays less what it receives. `public` and `health` count that of
    the payers so flagged, without production. `welfare` counts resources and production in market
    prices, times the net tax factor, and what taxation distorts. Raises KeyError for another name.
    """
    return tuple(_weight(scenario, perspective, category) for category in scenario.categories)


def share(category: Category, payer: str) -> float:
    """What a payer pays of a category less what it receives of it."""
    return category.payers.get(payer, 0.0) - category.receivers.get(payer, 0.0)


def _weight(scenario: Scenario, perspective: str, category: Category) -> float:
    is_resource = category.kind != "transfer"
    declared = scenario.perspectives.get(perspective)
    if declared is not None:
        below = not declared.paths or any(_is_below(category.path, p) for p in declared.paths)
        if not below or (declared.kinds and category.kind not in declared.kinds):
            return 0.0
        if not declared.payers:
            return float(is_resource)
        return sum(share(category, payer) for payer in declared.payers)
    if perspective == SOCIETAL:
        return float(is_resource)
    if perspective in scenario.payers:
        return share(category, perspective)
    purses = {
        PUBLIC: [payer.name for payer in scenario.payers.values() if payer.public],
        HEALTH: [payer.name for payer in scenario.payers.values() if payer.health],
    }
    if perspective in purses:
        paid = sum(share(category, payer) for payer in purses[perspective])
        return 0.0 if category.kind == "productivity" else paid
    if perspective == WELFARE and scenario.welfare is not None:
        factor = scenario.welfare.net_tax_factor.mean
        loss = (scenario.welfare.tax_distortion.mean - 1) * _weight(scenario, PUBLIC, category)
        return factor * (float(is_resource) + loss)
    raise KeyError(perspective)


def _is_below(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}.")
