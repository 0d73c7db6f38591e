"""What simulate finds, as numbers: sums, payers, savings, courses and shares of a variance."""

from __future__ import annotations

import math

import builders
import pytest

from ipscost.analysis.course import recovery_of
from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.months import courses_of
from ipscost.analysis.simulate.saving import saving_of
from ipscost.analysis.simulate.summary import ArmComparison, PayerSaving, summarised
from ipscost.analysis.simulate.variance import variances_of
from ipscost.run import Run

EVERYTHING = (
    builders.PROGRAMME + builders.CARE + builders.HOSPITAL + builders.GAIN + builders.BENEFITS
)
DEARER = builders.CARE.replace("difference: -300", "difference: 300")
UNKNOWN = builders.CARE.replace("{difference: -300, se: 50}", "unknown")


def compared(cost: str, *, draws: int = 0, **more: str) -> ArmComparison:
    (found,) = summarised(builders.run(builders.text(cost, **more), draws=draws)).comparisons
    return found


def view(run: Run) -> View:
    return View(run, run.scenario.perspective)


# --- sums --------------------------------------------------------------------------------------


def test_the_categories_sum_to_the_kinds_and_to_the_total() -> None:
    costs = compared(EVERYTHING).costs
    leaves = [amounts.difference for node, amounts in costs.tree if node.is_leaf]
    kinds = [amounts.difference for amounts in costs.kinds]
    assert costs.total.difference == Interval(pytest.approx(-1140))
    assert costs.saves
    for found in (leaves, kinds):
        assert all(found)
        assert sum(each.mean for each in found if each) == pytest.approx(-1140)


def test_a_group_is_the_sum_of_what_lies_below_it() -> None:
    costs = compared(EVERYTHING).costs
    found = {amounts.path: amounts.difference for _, amounts in costs.tree}
    ward, clinic = found["cost.hospital.ward"], found["cost.hospital.clinic"]
    assert ward is not None
    assert clinic is not None
    assert found["cost.hospital"] == Interval(pytest.approx(ward.mean + clinic.mean))


def test_the_saving_is_the_difference_turned_with_its_interval() -> None:
    total = compared(builders.CARE, draws=200).costs.total
    assert total.saving is not None
    assert total.difference is not None
    assert total.difference.low is not None
    assert (total.saving.mean, total.saving.high) == (
        *(-total.difference.mean, -total.difference.low),
    )


def test_what_a_payer_counts_and_leaves_out_of_a_category_is_all_of_it() -> None:
    costs = compared(builders.HOSPITAL, perspective="region").costs
    counted = {amounts.path: amounts for _, amounts in costs.tree}["cost.hospital.clinic"]
    (left,) = (each for each in costs.left_out if each.path == "cost.hospital.clinic")
    assert (counted.counted, left.counted) == (0.75, 0.25)
    assert counted.difference == Interval(pytest.approx(30))
    assert left.difference == Interval(pytest.approx(10))
    assert (left.share, left.probability) == (None, None)


def test_of_an_unknown_amount_nothing_is_a_number() -> None:
    costs = compared(UNKNOWN).costs
    ((_, care),) = costs.tree
    assert (care.own, care.difference, care.saving, care.share) == (None,) * 4
    assert care.reference == Interval(1000)


def test_payers_save_what_all_save_together() -> None:
    found = compared(EVERYTHING)
    saved = {each.path: each.saving for each in found.payers}
    assert list(saved) == ["payer.municipality", "payer.region"]
    assert found.together.saving == Interval(pytest.approx(1140))
    assert sum(each.mean for each in saved.values() if each) == pytest.approx(1140)
    assert found.together.budget is None  # who receives the transfers is not stated


def test_without_transfers_there_are_no_numbers_of_them() -> None:
    found = compared(builders.CARE)
    assert found.payers == (PayerSaving("payer.region", Interval(300), None, None),)
    assert found.together == PayerSaving("payer", Interval(300), None, None)


# --- savings -----------------------------------------------------------------------------------


def test_a_saving_and_an_extra_cost_have_positive_amounts() -> None:
    for cost, saves in ((builders.CARE, True), (DEARER, False)):
        found = saving_of(view(builders.run(builders.text(cost))), "ips")
        assert found is not None
        assert (found.saves, found.amount, found.probability) == (saves, Interval(300), None)
        assert (found.is_nothing, found.is_clear, found.observed) == (False, True, None)


def test_a_saving_whose_interval_holds_nothing_is_not_clear() -> None:
    cost = builders.CARE.replace("difference: -300, se: 50", "difference: -30, se: 100")
    found = saving_of(view(builders.run(builders.text(cost), draws=1000)), "ips")
    assert found is not None
    assert not found.is_clear
    assert found.probability == pytest.approx(0.618, abs=0.03)  # of a normal number below 0.3 sd


def test_no_saving_is_found_in_an_account_that_is_not_whole() -> None:
    run = builders.run(builders.text(UNKNOWN))
    assert saving_of(view(run), "ips") is None
    assert recovery_of(view(run), "ips") is None


# --- courses -----------------------------------------------------------------------------------


def test_the_last_month_and_the_last_year_have_saved_the_total_so_far() -> None:
    run = builders.run(builders.text(months=14))
    (course,) = courses_of(view(run), years=True).arms
    assert (len(course.months), len(course.years)) == (14, 2)
    for periods in (course.months, course.years):
        last = periods[-1].so_far
        assert last is not None
        assert last.mean == pytest.approx(300)
        savings = [each.saving for each in periods]
        assert sum(each.mean for each in savings if each) == pytest.approx(300)


def test_only_what_is_asked_for_is_found() -> None:
    run = builders.run(builders.text())
    (course,) = courses_of(view(run), months=False, years=True).arms
    assert course.months == ()
    (course,) = courses_of(view(run)).arms
    assert course.years == ()


def test_an_extra_cost_is_never_paid_back() -> None:
    found = recovery_of(view(builders.run(builders.text(DEARER))), "ips")
    assert found is not None
    assert math.isinf(found.break_even.month)
    assert found.break_even.draws is None


# --- shares of a variance ----------------------------------------------------------------------


def test_shares_of_a_variance_sum_to_1() -> None:
    run = builders.run(builders.text(builders.CARE + builders.HOSPITAL), draws=500)
    (found,) = variances_of(run).arms
    shares = [share for _, share in found.quantities]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) + found.interactions == pytest.approx(1)
    assert found.has_payers
    assert sum(share for _, share in found.payers) == pytest.approx(1)


def test_too_few_draws_and_nothing_uncertain_are_told_apart() -> None:
    few = variances_of(builders.run(builders.text(), draws=99))
    certain = variances_of(builders.run(builders.text(builders.PROGRAMME), draws=200))
    assert (few.arms, few.has_few_draws) == ((), True)
    assert (certain.arms, certain.has_few_draws) == ((), False)
