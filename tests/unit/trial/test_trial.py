"""Power, assurance and the value of a study: closed forms against print, and against simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ipscost.decision.information import perfect
from ipscost.decision.sample import enbs, evsi, evsi_normal, unit_loss
from ipscost.trial.assurance import assurance, of_draws
from ipscost.trial.benefit import spread
from ipscost.trial.designs import BeforeAfter, BySite, Staggered, TwoGroups
from ipscost.trial.power import TwoMeans, TwoShares, expected_p, half_width, needed, power
from ipscost.trial.simulated import (
    GAMMA,
    LOGNORMAL,
    SHARE,
    Sampled,
    before_after,
    by_site,
    people,
    shares,
    staggered,
)
from ipscost.trial.tested import bootstrap, gamma, welch

JOB = TwoShares(0.599, 0.465)
SD = 31834.5
"""Between people, of the total cost in euros of 2016: 9,543 at p 0.001 with 243 and 239 people."""
SAVING = TwoMeans(9543, SD, SD)
OF_TRIAL = TwoGroups(239 / 243)


@pytest.mark.parametrize(
    ("compared", "goal", "people"),
    [
        (JOB, 0.8, 216.481),
        (JOB, 0.9, 289.307),
        (TwoShares(0.444, 0.378), 0.8, 871.203),
        (TwoShares(0.444, 0.378), 0.9, 1165.794),
        (SAVING, 0.8, 174.688),
        (SAVING, 0.9, 233.858),
        (SAVING.smaller(0.5), 0.8, 698.753),
        (SAVING.smaller(0.25), 0.8, 2795.013),
    ],
)
def test_people_needed_in_each_of_two_groups(
    compared: TwoMeans | TwoShares, goal: float, people: float
) -> None:
    found = needed(compared, TwoGroups(), goal)
    assert found == pytest.approx(people, abs=5e-4)
    assert power(compared, TwoGroups(), found or 0) == pytest.approx(goal)


def test_shares_of_27_and_19_per_cent_take_the_435_of_print_within_half_a_per_cent() -> None:
    """Torgerson and Campbell 2000, BMJ 321:697, state no formula; with the mean variance it is."""
    assert needed(TwoShares(0.27, 0.19), TwoGroups()) == pytest.approx(435, rel=5e-3)
    middle = math.sqrt(0.23 * 0.77)
    assert math.ceil(needed(TwoMeans(0.08, middle, middle), TwoGroups()) or 0) == 435


def test_power_of_the_trial_at_its_own_size_and_what_it_found() -> None:
    assert power(JOB, OF_TRIAL, 243) == pytest.approx(0.8406, abs=5e-5)
    for effect, sd, p in ((9543, SD, 0.001), (3730, 24_160, 0.0901), (1792, 15_522, 0.205)):
        assert expected_p(TwoMeans(effect, sd, sd), OF_TRIAL, 243) == pytest.approx(p, rel=0.01)
    assert half_width(SAVING, OF_TRIAL, 243) == pytest.approx(1.959964 * 2900.1, abs=1)


def test_assurance_of_the_saving_in_closed_form_and_over_draws() -> None:
    assert assurance(SAVING, 2900.1, TwoGroups(), 243) == pytest.approx(0.829, abs=5e-4)
    quantiles = (np.arange(2000) + 0.5) / 2000
    effects = np.array([*map(_normal_quantile, quantiles)]) * 2900.1 + 9543
    drawn = of_draws(SAVING, effects, np.zeros(2000), TwoGroups(), 243)
    assert drawn == pytest.approx(assurance(SAVING, 2900.1, TwoGroups(), 243), abs=2e-4)
    same = of_draws(JOB, np.full(3, 0.599), np.full(3, 0.465), OF_TRIAL, 243)
    assert same == pytest.approx(power(JOB, OF_TRIAL, 243))


def _normal_quantile(p: float) -> float:
    from statistics import NormalDist

    return NormalDist().inv_cdf(p)


def test_more_controls_than_treated_help_ever_less() -> None:
    found = [needed(SAVING, TwoGroups(k), 0.8) or 0 for k in (1, 2, 4)]
    assert found[1] / found[0] == pytest.approx(0.75)
    assert found[2] / found[0] == pytest.approx(0.625)


def test_net_benefit_is_that_of_glick() -> None:
    w, rho, cost, effect, change = 30_000, -0.3, 4_000, 0.2, (1_000, 0.08)
    z = 1.959964 + 0.841621
    above = z**2 * (2 * cost**2 + 2 * w**2 * effect**2 - 2 * w * rho * (2 * cost * effect))
    of_glick = above / (w * change[1] - change[0]) ** 2
    sd = spread(cost, effect, w, rho)
    own = needed(TwoMeans(w * change[1] - change[0], sd, sd), TwoGroups())
    assert own == pytest.approx(of_glick, rel=1e-5)


def test_sites_that_differ_set_a_limit() -> None:
    """27 municipalities of 167 people each: the design effects of 1, 2 and 5% between sites."""
    for icc, design_effect in ((0.01, 2.657), (0.02, 4.313), (0.05, 9.283)):
        assert BySite(54, icc).effect(4500) == pytest.approx(design_effect, abs=5e-4)
    assert needed(SAVING, BySite(8, 0.0), 0.8) == pytest.approx(needed(SAVING, TwoGroups(), 0.8))
    assert needed(SAVING, BySite(8, 0.2), 0.8) is None


def test_a_staggered_start_is_the_generalised_least_squares_of_its_cells() -> None:
    design = Staggered(6, 3, 0.05)
    within, between = design.parts(240, 10, 10)
    started = design.started
    columns = np.column_stack([started.ravel(), *(np.tile(row, 6) for row in np.eye(4))])
    cells = within * np.eye(24) + between * np.kron(np.eye(6), np.ones((4, 4)))
    variance = np.linalg.inv(columns.T @ np.linalg.inv(cells) @ columns)[0, 0]
    assert design.variance(240, 10, 10) == pytest.approx(variance)
    assert started.mean() == 0.5


@pytest.mark.parametrize("case", ["apart", "shares", "sites", "staggered", "before"])
def test_simulated_studies_find_what_the_formulas_say(case: str) -> None:
    """3,000 studies each: the error of a share of 0.8 is 0.0073, and four of them are allowed."""
    random, many = np.random.Generator(np.random.PCG64(7)), 3000
    with_, without = Sampled(10_000, 8_000, GAMMA), Sampled(12_500, 8_000, GAMMA)
    means = TwoMeans(-2_500, 8_000, 8_000)
    if case == "apart":
        drawn = people(random, many, with_, without, (162, 162))
        statistic = np.concatenate([welch(*each)[0] for each in drawn])
        closed = power(means, TwoGroups(), 162)
    elif case == "shares":
        statistic, _ = shares(random, many, 0.599, 0.465, (243, 239))
        closed = power(JOB, OF_TRIAL, 243)
    elif case == "sites":
        design = BySite(60, 0.02)
        statistic, _ = by_site(random, many, with_, without, design, 180)
        closed = power(means, design, 180)
    elif case == "staggered":
        stepped = Staggered(12, 4, 0.05)
        statistic, _ = staggered(random, many, with_, without, stepped, 400)
        closed = power(means, stepped, 400)
    else:
        paired = BeforeAfter(0.4)
        statistic, _ = before_after(random, many, with_, without, paired, 100)
        closed = power(means, paired, 100)
    found = float((statistic * math.copysign(1, -2_500 if case != "shares" else 1) > 1.96).mean())
    assert found == pytest.approx(closed, abs=0.03)
    assert 0.5 < closed < 0.95


@pytest.mark.parametrize("shape", [GAMMA, LOGNORMAL])
def test_people_have_the_mean_the_spread_and_the_zeros_that_are_asked_for(shape: str) -> None:
    random = np.random.Generator(np.random.PCG64(11))
    found = Sampled(1_000, 1_500, shape, 0.3).drawn(random, 40, 5_000)
    assert found.mean() == pytest.approx(1_000, rel=0.02)
    assert found.std() == pytest.approx(1_500, rel=0.06)
    assert (found == 0).mean() == pytest.approx(0.3, abs=0.01)
    alike = Sampled(1_000, 500, shape, 0.3).drawn(random, 2, 3)  # so many zeros make more alone
    assert {*alike.ravel().tolist()} <= {0.0, 1_000 / 0.7}
    assert {*Sampled(0.4, 0.5, SHARE).drawn(random, 5, 50).ravel().tolist()} == {0.0, 1.0}


def test_gamma_regression_of_two_groups_is_that_of_iterated_least_squares() -> None:
    """As GLM of statsmodels with scale X2 finds it: the model of two groups is saturated."""
    random = np.random.Generator(np.random.PCG64(12))
    with_ = Sampled(700, 900, GAMMA).drawn(random, 2, 40)
    without = Sampled(1_000, 900, GAMMA, 0.2).drawn(random, 2, 40)
    statistic, freedom = gamma(with_, without)
    x = np.column_stack([np.ones(80), np.repeat([1.0, 0.0], 40)])
    for study in range(2):
        y = np.concatenate([with_[study], without[study]])
        slopes = np.array([math.log(y.mean()), 0.0])
        for _ in range(50):  # the weights of a gamma with this link are all 1
            mean = np.exp(x @ slopes)
            slopes = np.linalg.lstsq(x, x @ slopes + y / mean - 1, rcond=None)[0]
        dispersion = ((y / np.exp(x @ slopes) - 1) ** 2).sum() / 78
        error = math.sqrt(dispersion * np.linalg.inv(x.T @ x)[1, 1])
        assert statistic[study] == pytest.approx(slopes[1] / error, rel=1e-9)
    assert freedom.tolist() == [78, 78]
    nothing, _ = gamma(np.zeros((1, 5)), np.ones((1, 5)))
    assert nothing.tolist() == [0]


def test_the_bootstrap_is_that_of_its_samples_one_by_one() -> None:
    seed = 13
    data = np.random.Generator(np.random.PCG64(2))
    with_, without = data.normal(0.4, 1, (3, 25)), data.normal(0, 1, (3, 30))
    found = bootstrap(np.random.Generator(np.random.PCG64(seed)), with_, without)
    again = np.random.Generator(np.random.PCG64(seed))
    rows = [again.integers(0, n, (1_000, n)) for n in (25, 30)]
    for study, p in enumerate(found.tolist()):
        difference = with_[study][rows[0]].mean(axis=1) - without[study][rows[1]].mean(axis=1)
        assert p == pytest.approx(2 * min((difference <= 0).mean(), (difference >= 0).mean()))


def test_without_a_difference_each_test_sees_one_in_a_twentieth_of_the_studies() -> None:
    random = np.random.Generator(np.random.PCG64(14))
    group = Sampled(1_000, 1_500, GAMMA, 0.2)
    found: list[list[float]] = [[], [], []]
    for with_, without in people(random, 2_000, group, group, (150, 150)):
        for place, test in enumerate((welch, gamma)):
            found[place] += (np.abs(test(with_, without)[0]) > 1.968).tolist()
        found[2] += (bootstrap(random, with_, without) < 0.05).tolist()
    for share in map(np.mean, found):
        assert share == pytest.approx(0.05, abs=0.02)


@pytest.mark.parametrize(
    ("n", "value"), [(10, 0.0723251203), (100, 0.0821176056), (1000, 0.0831946061)]
)
def test_value_of_a_study_of_n_in_closed_form(n: int, value: float) -> None:
    """The normal model of the vignette of the R package voi; the EVPPI is 0.0833154706."""
    found = evsi_normal(1, 1, 1 / math.sqrt(n))
    assert found == pytest.approx(value, abs=5e-10)
    assert found < unit_loss(1, 1) == pytest.approx(0.0833154706, abs=5e-10)


def test_value_of_a_study_over_draws_is_near_the_closed_form() -> None:
    random = np.random.Generator(np.random.PCG64(3))
    difference, noise = 1 + random.standard_normal(20_000), random.standard_normal(20_000)
    benefit = np.vstack([np.zeros(20_000), difference])
    values = [evsi(benefit, 1 / math.sqrt(n), noise).value for n in (1, 10, 100)]
    assert values == sorted(values)
    assert values[1] == pytest.approx(0.0723251, rel=0.05)
    assert values[-1] <= perfect(benefit).worth.value
    with pytest.raises(ValueError, match="two arms"):
        evsi(np.zeros((3, 5)), 1.0, np.zeros(5))


def test_what_a_study_is_worth_less_its_cost_is_most_at_the_published_size() -> None:
    """The EVSI by n of the chemotherapy vignette of the R package voi (odds ratio, GAM)."""
    curve = {400: 271.591858248992, 450: 276.564657275211, 500: 280.738324540238}
    people = 46_000 / 0.035 * (1 - math.exp(-0.035 * 10))
    found = {n: enbs(each, people, n, 7_500_000, 35_000) for n, each in curve.items()}
    assert max(found, key=lambda n: found[n]) == 450
    assert found[450] == pytest.approx(84_091_443, abs=500)
