"""Effects from counts, shares, intervals and p values, held against statsmodels and print."""

from __future__ import annotations

import math

import pytest

from ipscost.synthesis.effects import (
    CORRECTION,
    DIFFERENCE,
    MEASURES,
    ODDS_RATIO,
    RISK_RATIO,
    ZeroCellError,
    from_counts,
    from_interval,
    from_levels,
    from_p,
)

THEIRS = {RISK_RATIO: "risk-ratio", ODDS_RATIO: "odds-ratio", DIFFERENCE: "diff"}
"""What statsmodels calls each measure."""


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("counts", [(36, 91, 33, 96), (145.6, 243, 111.1, 239), (0, 20, 3, 25)])
def test_effects_of_counts_are_those_of_statsmodels(
    measure: str, counts: tuple[float, float, float, float]
) -> None:
    from statsmodels.stats.meta_analysis import effectsize_2proportions

    correction = CORRECTION if 0 in counts else 0.0
    effect, variance = effectsize_2proportions(
        *counts, statistic=THEIRS[measure], zero_correction=correction or None
    )
    found = from_counts(measure, *counts, correction=correction)
    assert found.scaled == pytest.approx(float(effect))
    assert found.se == pytest.approx(math.sqrt(variance))


def test_the_difference_of_a_trial_and_its_interval_follow_from_its_shares() -> None:
    """Christensen 2021, doi 10.1192/j.eurpsy.2020.111: 59.9% of 243 against 46.5% of 239."""
    effect = from_counts(DIFFERENCE, 0.599 * 243, 243, 0.465 * 239, 239)
    interval = effect.interval()
    assert interval is not None
    assert (effect.estimate, *interval) == pytest.approx((0.134, 0.046, 0.222), abs=5e-4)


def test_a_printed_risk_ratio_and_its_interval_follow_from_the_counts() -> None:
    """A trial of veterans, 76% of 42 against 28% of 43, as a review prints it (PMC8724223)."""
    effect = from_counts(RISK_RATIO, 32, 42, 12, 43)
    interval = effect.interval()
    assert interval is not None
    assert (effect.estimate, *interval) == pytest.approx((2.73, 1.64, 4.54), abs=5e-3)


CELLS = [(0, 20, 3, 25), (20, 20, 3, 25), (2, 20, 0, 25), (2, 20, 25, 25)]


@pytest.mark.parametrize("cells", CELLS)
@pytest.mark.parametrize("measure", MEASURES)
def test_a_zero_cell_is_refused_unless_a_correction_is_given(
    measure: str, cells: tuple[int, int, int, int]
) -> None:
    with pytest.raises(ZeroCellError):
        from_counts(measure, *cells)
    corrected = from_counts(measure, *cells, correction=CORRECTION)
    assert corrected.se is not None
    assert corrected.se > 0


def test_a_correction_changes_nothing_where_no_cell_is_zero() -> None:
    counts = (36, 91, 33, 96)
    corrected = from_counts(RISK_RATIO, *counts, correction=CORRECTION)
    assert corrected == from_counts(RISK_RATIO, *counts)


@pytest.mark.parametrize("measure", MEASURES)
def test_shares_without_people_give_the_estimate_alone(measure: str) -> None:
    effect = from_levels(measure, 36 / 91, 33 / 96)
    assert effect.estimate == pytest.approx(from_counts(measure, 36, 91, 33, 96).estimate)
    assert effect.se is None
    assert effect.interval() is None


@pytest.mark.parametrize("measure", MEASURES)
def test_an_interval_gives_back_the_effect_that_it_was_made_of(measure: str) -> None:
    effect = from_counts(measure, 36, 91, 33, 96)
    interval = effect.interval()
    assert interval is not None
    again = from_interval(measure, effect.estimate, *interval)
    assert again.se == pytest.approx(effect.se)


def test_a_p_value_gives_the_standard_error_that_it_was_made_with() -> None:
    """Christensen 2021, doi 10.1192/j.eurpsy.2020.111: 9,543 euro less, p 0.001: SE 2,900."""
    assert from_p(DIFFERENCE, -9543, 0.001).se == pytest.approx(2900, abs=1)
    assert from_p(RISK_RATIO, math.exp(1.959964), 0.05).se == pytest.approx(1)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: from_counts(RISK_RATIO, 5, 4, 1, 10),
        lambda: from_counts(RISK_RATIO, 1, 10, -1, 10),
        lambda: from_counts(RISK_RATIO, 0, 0, 1, 10, correction=CORRECTION),
        lambda: from_counts(RISK_RATIO, math.nan, 10, 1, 10),
        lambda: from_counts("hazard", 1, 10, 1, 10),
        lambda: from_counts(RISK_RATIO, 0, 10, 1, 10, correction=-1),
        lambda: from_levels(RISK_RATIO, 39.6, 34.4),
        lambda: from_levels(RISK_RATIO, 0.4, 0),
        lambda: from_levels(ODDS_RATIO, 1, 0.5),
        lambda: from_interval(RISK_RATIO, 1.3, 0, 2),
        lambda: from_interval(RISK_RATIO, 1.3, 1.4, 1.9),
        lambda: from_interval(DIFFERENCE, 0.1, 0.1, 0.1),
        lambda: from_interval(DIFFERENCE, 0.1, -math.inf, math.inf),
        lambda: from_p(RISK_RATIO, 1.3, 0),
        lambda: from_p(RISK_RATIO, 1.3, 1),
        lambda: from_p(RISK_RATIO, 1, 0.5),
        lambda: from_p(RISK_RATIO, -1, 0.5),
    ],
)
def test_what_is_no_effect_is_refused(wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(ValueError):  # noqa: PT011 - each says what it expects
        wrong()
