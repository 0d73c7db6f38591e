"""The numbers of simulate for machines: the rows of its CSV, straight from what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ipscost.analysis.interval import Interval
from ipscost.analysis.sampling import SamplingError
from ipscost.analysis.simulate.summary import ArmComparison, IncrementalCost, Summary
from ipscost.report.frame import part_label
from ipscost.report.report import Figure, Number, numbers_of
from ipscost.report.simulate.groups import groups_figures
from ipscost.report.simulate.labels import (
    SumLabels,
    kind_label,
    month_labels,
    payer_label,
    quantity_labels,
    year_labels,
)
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, say

if TYPE_CHECKING:  # a run without --months or --uncertainty needs neither
    from ipscost.analysis.simulate.months import Courses, Period
    from ipscost.analysis.simulate.variance import Variances

SHARE, ERROR = "share", "monte_carlo_error"


def figures(found: Summary) -> Iterator[Figure]:
    """The costs, the outcomes and the payers of each arm."""
    for each in found.comparisons:
        yield from _below_total(found, each)
        yield from _total(found, each)
        yield from _left_out(found, each)
        yield from _outcomes(found, each)
        yield from _payers(found, each)
        if found.groups:
            yield from groups_figures(found, each.arm)


# --- the same, apart ---------------------------------------------------------------------------


def totals_and_outcomes(found: Summary) -> Iterator[Figure]:
    """The total of each arm and its outcomes."""
    for each in found.comparisons:
        yield from _total(found, each)
        yield from _outcomes(found, each)


def categories(found: Summary) -> Iterator[Figure]:
    """The costs of each arm below the total, and what is not counted."""
    for each in found.comparisons:
        yield from _below_total(found, each)
        yield from _left_out(found, each)


def payers(found: Summary) -> Iterator[Figure]:
    """What each payer saves by each arm."""
    for each in found.comparisons:
        yield from _payers(found, each)


# --- costs -------------------------------------------------------------------------------------


def _below_total(found: Summary, each: ArmComparison) -> Iterator[Figure]:
    """The tree of categories, and the sums by kind."""
    labels = SumLabels(found.scenario)
    for node, amounts in each.costs.tree:
        label = labels.node(node, amounts)
        yield from _sum(found, each, amounts, "leaf" if node.is_leaf else "group", label)
    for amounts in each.costs.kinds:
        yield from _sum(found, each, amounts, "group", kind_label(amounts), "_by_kind")


def _total(found: Summary, each: ArmComparison) -> Iterator[Figure]:
    """The total with its Monte Carlo errors, and what of it is observed and extrapolated."""
    costs, label = each.costs, say("total")
    arms, money = (each.arm, found.scenario.reference), _money(found.scenario)
    yield from _sum(found, each, costs.total, "total", label)
    yield from numbers_of("cost", "total", label, (ERROR, _error(costs.error), *arms, money))
    if costs.between is not None:
        apart = (("sd_of_saving", "heterogeneity"), ("chance_of_saving", "chance"))
        for measure, name in apart:
            number = Interval(getattr(costs.between, name))
            yield from numbers_of("cost", "total", label, (measure, number, *arms, money))
    for part, amounts in costs.periods:
        yield from _sum(found, each, amounts, "group", part_label(found.scenario, part), f"_{part}")


def _left_out(found: Summary, each: ArmComparison) -> Iterator[Figure]:
    """What the perspective does not count; its difference is no saving to it."""
    labels = SumLabels(found.scenario)
    for amounts in each.costs.left_out:
        label, numbers = labels.left_out(amounts), _levels(found, each, amounts, "_not_counted")
        yield from numbers_of(amounts.path, "leaf", label, *numbers)


def _sum(
    found: Summary,
    each: ArmComparison,
    amounts: IncrementalCost,
    level: str,
    label: Words,
    suffix: str = "",
) -> Iterator[Figure]:
    """A sum of costs; `suffix` so that sums of another kind cannot be added to the categories."""
    arms, money = (each.arm, found.scenario.reference), _money(found.scenario)
    share = "share_of_saving" if each.costs.saves else "share_of_cost"
    part = None if amounts.share is None else Interval(amounts.share)
    yield from numbers_of(
        amounts.path,
        level,
        label,
        *_levels(found, each, amounts, suffix),
        (f"{share}{suffix}", part, *arms, SHARE),
        (f"saving{suffix}", amounts.saving, *arms, money),
        (f"probability_of_saving{suffix}", amounts.probability, *arms, SHARE),
    )


def _levels(
    found: Summary, each: ArmComparison, amounts: IncrementalCost, suffix: str
) -> Iterator[Number]:
    """The cost in both arms, and the difference."""
    arm, reference, money = each.arm, found.scenario.reference, _money(found.scenario)
    yield f"cost{suffix}", amounts.reference, reference, "", money
    yield f"cost{suffix}", amounts.own, arm, "", money
    yield f"difference{suffix}", amounts.difference, arm, reference, money


# --- outcomes and payers -----------------------------------------------------------------------


def _outcomes(found: Summary, each: ArmComparison) -> Iterator[Figure]:
    """Each outcome in both arms, and the difference."""
    reference, arms = found.scenario.reference, (each.arm, found.scenario.reference)
    for outcome, effect in zip(found.scenario.outcomes, each.effects, strict=True):
        unit = str(outcome.unit)
        yield from numbers_of(
            effect.path,
            "leaf",
            outcome.label,
            ("outcome", effect.reference, reference, "", unit),
            ("outcome", effect.own, each.arm, "", unit),
            ("outcome_difference", effect.difference, *arms, unit),
            ("relative", effect.relative, *arms, SHARE),
            (ERROR, _error(effect.error), *arms, unit),
        )


def _payers(found: Summary, each: ArmComparison) -> Iterator[Figure]:
    """What each payer saves, and all of them."""
    arms, money = (each.arm, found.scenario.reference), _money(found.scenario)
    for payer in (*each.payers, each.together):
        yield from numbers_of(
            payer.path,
            "total" if payer is each.together else "group",
            payer_label(found.scenario, payer.path),
            ("saving_by_payer", payer.saving, *arms, money),
            ("transfers_by_payer", payer.transfers, *arms, money),
            ("budget_by_payer", payer.budget, *arms, money),
        )


# --- months and years --------------------------------------------------------------------------


def of_courses(found: Courses) -> Iterator[Figure]:
    """The years and the months of each arm."""
    months = found.scenario.months
    for each in found.arms:
        yield from _periods(found, each.arm, "year", each.years, year_labels(months))
        yield from _periods(found, each.arm, "month", each.months, month_labels(months))


def _periods(
    found: Courses, arm: str, name: str, periods: Iterable[Period], labels: list[Words]
) -> Iterator[Figure]:
    """What is saved in each period and so far; by year it has names of its own."""
    arms, money = (arm, found.scenario.reference), _money(found.scenario)
    suffix = "_by_year" if name == "year" else ""
    for number, (period, label) in enumerate(zip(periods, labels, strict=False), start=1):
        yield from numbers_of(
            f"{name}.{number}",
            "leaf",
            label,
            (f"saving_in_{name}", period.saving, *arms, money),
            (f"saving_so_far{suffix}", period.so_far, *arms, money),
            (f"probability_so_far{suffix}", period.probability, *arms, SHARE),
            (f"saving_in_{name}_undiscounted", period.plain, *arms, money),
            (f"saving_so_far_undiscounted{suffix}", period.plain_so_far, *arms, money),
        )


# --- where the uncertainty comes from ----------------------------------------------------------


def of_variances(found: Variances) -> Iterator[Figure]:
    """The shares of quantities, and of payers where there are several, of each arm."""
    scenario, labels = found.scenario, quantity_labels(found.scenario)
    for each in found.arms:
        arms = (each.arm, scenario.reference)

        def share(
            path: str, level: str, label: Words, value: float, arms: tuple[str, str] = arms
        ) -> Iterator[Figure]:
            """A share of the variance, in the measure of its kind."""
            measure = "variance_share_by_payer" if level == "group" else "variance_share"
            yield from numbers_of(path, level, label, (measure, Interval(value), *arms, SHARE))

        for path, value in each.quantities:
            yield from share(path, "leaf", labels[path], value)
        yield from share("interactions", "total", say("interactions"), each.interactions)
        for path, value in each.payers if each.has_payers else ():
            yield from share(path, "group", payer_label(scenario, path), value)


# --- what they share ---------------------------------------------------------------------------


def _money(scenario: Scenario) -> str:
    return f"{scenario.money}/person"


def _error(error: SamplingError | None) -> Interval | None:
    """The Monte Carlo errors of the mean of the draws and of both ends of its interval."""
    return None if error is None else Interval(error.mean, error.low, error.high)
