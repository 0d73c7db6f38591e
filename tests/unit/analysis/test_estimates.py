"""Intervals, probabilities and p-values come from the draws, and are None without any."""

from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist

import builders
import numpy as np
import pytest

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.interval import Interval

HUNDRED = Estimate(50.0, np.arange(101.0))


def test_an_interval_is_the_percentiles_of_the_draws() -> None:
    found = HUNDRED.interval()
    assert (found.mean, found.low, found.high) == pytest.approx((50.0, 2.5, 97.5))
    assert HUNDRED.interval(0.5) == Interval(50.0, 25.0, 75.0)


def test_an_interval_keeps_the_expected_value_and_not_the_mean_of_the_draws() -> None:
    assert Estimate(47.0, np.arange(101.0)).interval().mean == 47.0


def test_a_probability_is_the_share_of_draws_strictly_below_the_limit() -> None:
    assert Estimate(-1.0, np.array([-2.0, -1.0, 0.0, 1.0])).probability_below() == 0.5
    assert HUNDRED.probability_below(25) == pytest.approx(25 / 101)


def test_a_p_value_is_that_of_a_normal_test() -> None:
    draws = np.random.default_rng(1).normal(-1.96, 1, 200_000)
    p = Estimate(-1.96, draws).p_value()
    z = 1.96 / float(np.std(draws, ddof=1))
    assert p == pytest.approx(2 * (1 - NormalDist().cdf(z)))
    assert p == pytest.approx(0.05, abs=0.002)


@pytest.mark.parametrize("draws", [None, np.full(10, 5.0), np.array([1.0]), np.array([])])
def test_without_uncertainty_there_is_no_interval_no_probability_and_no_p_value(
    draws: np.ndarray | None,
) -> None:
    estimate = Estimate(5.0, draws)
    assert not estimate.is_uncertain
    assert estimate.interval() == Interval(5.0)
    assert estimate.probability_below() is None
    assert estimate.p_value() is None


def test_draws_that_differ_by_rounding_alone_are_certain() -> None:
    assert not Estimate(1e6, np.array([1e6, 1e6 * (1 + 1e-15)])).is_uncertain
    assert Estimate(0.001, np.array([0.001, 0.002])).is_uncertain


def test_an_interval_may_be_partial() -> None:
    partial = replace(HUNDRED, partial=True)
    assert partial.interval() == Interval(HUNDRED.point, partial=True)
    assert partial.probability_below(0) is partial.p_value() is partial.sampling_error() is None
    assert partial.minus().partial
    assert replace(partial, empty=True).cell() is None


def test_a_saving_is_the_difference_with_the_other_sign() -> None:
    saving = Estimate(-3.0, np.array([-5.0, -4.0, -1.0])).minus()
    assert saving.point == 3.0
    assert saving.draws is not None
    assert saving.draws.tolist() == [5.0, 4.0, 1.0]
    assert Estimate(-3.0, None).minus() == Estimate(3.0, None)


def test_the_total_counts_what_the_perspective_counts() -> None:
    cost = builders.CARE + builders.PROGRAMME + builders.BENEFITS
    run = builders.run(builders.text(cost))
    assert View(run, "societal").total("ips").point == pytest.approx(-180)
    assert View(run, "municipality").total("ips").point == pytest.approx(120 - 800)
    assert View(run, "region").total("ips").point == pytest.approx(-300 - 200)


def test_the_relative_change_of_an_outcome_is_the_ratio_less_one() -> None:
    view = View(builders.run(builders.text(outcome=builders.JOB)), "societal")
    relative = view.outcome_relative("ips", 0)
    assert relative is not None
    assert relative.point == pytest.approx(0.5)


def test_there_is_no_relative_change_without_a_level_or_with_a_level_of_zero() -> None:
    for amounts in ("ips: {difference: 0.2}", "usual: {mean: 0}, ips: {mean: 0.2}"):
        outcome = f"job: {{unit: share, source: study, {amounts}}}\n"
        view = View(builders.run(builders.text(outcome=outcome)), "societal")
        assert view.outcome_relative("ips", 0) is None


def test_a_level_that_may_be_zero_in_a_draw_gives_no_infinite_limit() -> None:
    outcome = (
        "hours: {unit: hour/person, source: study, usual: {mean: 0.1, se: 3, dist: gamma}, "
        "ips: {mean: 2, se: 0.1}}\n"
    )
    view = View(builders.run(builders.text(outcome=outcome), draws=500), "societal")
    relative = view.outcome_relative("ips", 0)
    assert relative is not None
    limits = relative.interval()
    assert limits.high is None or np.isfinite(limits.high)


def test_the_sampling_error_shrinks_with_the_root_of_the_draws() -> None:
    stream = np.random.default_rng(1)
    errors = [
        error.ends
        for n in (10_000, 1_000_000)
        if (error := Estimate(0.0, stream.normal(0, 1, n)).sampling_error())
    ]
    # the standard error of a percentile: sqrt(p (1 - p) / n) over the density there
    expected = [np.sqrt(0.025 * 0.975 / n) / NormalDist().pdf(1.96) for n in (10_000, 1_000_000)]
    assert errors == pytest.approx(expected, rel=0.4)
    assert Estimate(5.0, None).sampling_error() is None
    assert Estimate(5.0, np.full(10, 5.0)).sampling_error() is None


def test_sums_that_cancel_out_are_0_and_small_ones_beside_large_levels_are_not() -> None:
    def cost(name: str, mean: float, difference: float) -> str:
        return builders.PROGRAMME.replace("programme:", f"{name}:", 1).replace(
            "  ips: {difference: 120}",
            f"  usual: {{mean: {mean!r}}}\n  ips: {{difference: {difference!r}}}",
        )

    cancelling = [cost("one", 1e5, 0.1), cost("two", 3e5, 0.2), cost("three", 2e5, -0.3)]
    total = View(builders.run(builders.text("".join(cancelling)), draws=10), "societal").total(
        "ips"
    )
    assert total.point == 0
    assert not total.is_uncertain
    small = cost("large", 1e12, 0.0) + cost("small", 0.14, 0.02)
    found = View(builders.run(builders.text(small), draws=10), "societal").total("ips")
    assert found.point == pytest.approx(0.02)
