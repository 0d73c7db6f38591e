"""An effect that is carried over to another group, in numbers worked out by hand."""

from __future__ import annotations

import math

import builders
import carried_texts
import numpy as np
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.analysis.carried import carried_over
from ipscost.analysis.reaches import free_outcomes, of_effect, of_saving, without_effect
from ipscost.changes import changes_at
from ipscost.scenario.left_out import without

POINT = Settings(draws=0)
JOB = """
job: {unit: share, source: study, usual: {mean: 0.4, n: 100}, ips: {mean: 0.5, n: 100}}
qaly: {unit: QALY/person, source: study, usual: {mean: 0.1}, ips: {difference: 0.04, se: 0.01}}
"""
COSTS = builders.CARE + builders.PROGRAMME
BASELINE = "transfer.baseline={job_or_education: {mean: 0.378, n: 164, source: christensen2019}}"


def scenario(transfer: str, *settings: str, outcomes: str = JOB) -> Scenario:
    """A scenario with a transfer."""
    section = f"transfer={{{transfer}}}"
    return builders.load(builders.text(COSTS, outcome=outcomes), section, *settings)


def run(transfer: str, draws: int = 0, outcomes: str = JOB) -> Run:
    """A run of it."""
    return ipscost.simulate(scenario(transfer, outcomes=outcomes), Settings(draws=draws))


def differences(run: Run) -> list[float]:
    """The differences of the costs and of the outcomes, in the base case."""
    point = run.point
    costs = point.present_value[1] - point.present_value[0]
    effects = point.present_outcome[1] - point.present_outcome[0]
    return [round(float(each), 9) for each in (*costs[:, 0], *effects[:, 0])]


def shipped(*settings: str) -> Run:
    """The trial's scenario with what is set."""
    return ipscost.simulate(ipscost.load("inklusion-ips", [*settings]), POINT)


# --- the scales --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scale", "level"),
    [("risk_ratio", 0.487), ("odds_ratio", 0.511), ("points", 0.512), ("hazard_ratio", 0.500)],
)
def test_the_trials_effect_at_another_level_depends_on_the_scale(scale: str, level: float) -> None:
    whole = shipped(f"transfer={{scale: {scale}, share: 1}}", BASELINE).point
    assert whole.present_outcome[:, 0, 0] == pytest.approx([0.378, level], abs=0.0005)
    trial = shipped().point.present_value
    assert whole.present_value == pytest.approx(trial, rel=1e-12)


@pytest.mark.parametrize("scale", ["risk_ratio", "odds_ratio", "points", "hazard_ratio"])
def test_all_of_the_effect_is_the_trials_and_none_of_it_is_none(scale: str) -> None:
    assert differences(run(f"scale: {scale}, share: 1")) == [-300, 120, 0.1, 0.04]
    assert differences(run(f"scale: {scale}, share: 0")) == [0, 120, 0, 0]


@pytest.mark.parametrize("scale", ["risk_ratio", "odds_ratio", "hazard_ratio"])
def test_all_of_the_effect_is_the_trials_to_the_last_bit(scale: str) -> None:
    levels = [
        ipscost.simulate(ipscost.load("davis", settings), Settings(draws=50)).ledger
        for settings in ([], [f"transfer={{scale: {scale}, share: 1}}"])
    ]
    assert levels[0] is not None
    assert levels[1] is not None
    assert (levels[0].present_outcome == levels[1].present_outcome).all()


def test_half_of_a_risk_ratio_is_its_root_and_half_of_each_cost() -> None:
    half = differences(run("scale: risk_ratio, share: 0.5"))
    assert half == pytest.approx([-150, 120, 0.4 * 1.25**0.5 - 0.4, 0.02])


def test_the_worlds_risk_ratio_at_another_level() -> None:
    world = "transfer={scale: risk_ratio, pooled: {risk_ratio: 2.07, source: christensen2019}}"
    assert shipped(world, BASELINE).point.present_outcome[1, 0, 0] == pytest.approx(0.378 * 2.07)


def test_other_differences_follow_a_pooled_effect_on_its_scale() -> None:
    twice = run("scale: risk_ratio, pooled: {risk_ratio: 1.5625, source: study}")  # 1.25 squared
    assert differences(twice) == pytest.approx([-600, 120, 0.225, 0.08])
    assert twice.carried == {"ips": pytest.approx((1.25, 1.5625))}
    points = run("scale: points, pooled: {difference: 0.05, source: study}")
    assert differences(points) == pytest.approx([-150, 120, 0.05, 0.02])


def test_a_weight_is_on_the_trial_and_the_rest_on_the_other_study() -> None:
    other = "other: {risk_ratio: 1.5625, source: study}"
    assert differences(run(f"scale: risk_ratio, weight: 1, {other}")) == [-300, 120, 0.1, 0.04]
    half = differences(run(f"scale: risk_ratio, weight: 0.5, {other}"))
    assert half == pytest.approx([-450, 120, 0.4 * 1.25**1.5 - 0.4, 0.06])
    two = "reference: {mean: 0.2, source: study}, intervention: {mean: 0.3, source: study}"
    alike = run(f"scale: points, weight: 0.3, other: {{{two}}}")
    assert differences(alike) == pytest.approx([-300, 120, 0.1, 0.04])


def test_levels_of_the_other_study_are_the_effect_between_them_in_a_model_too() -> None:
    ratio = math.log(0.65) / math.log(0.8)  # of the hazards by which 20 and 35% are reached
    ways = (
        carried_texts.MODEL_WAYS[3],
        f"weight: 0.6, other: {{hazard_ratio: {ratio!r}, source: study}}",
    )
    runs = [ipscost.simulate(builders.load(carried_texts.of_states(way)), POINT) for way in ways]
    assert differences(runs[0]) == pytest.approx(differences(runs[1]))
    assert abs(differences(runs[0])[0]) > 1


def test_costs_alone_follow_the_effect_as_costs_and_outcomes_do() -> None:
    twice = run("scale: risk_ratio, pooled: {risk_ratio: 1.5625, source: study}")
    alone = twice.at({"cost.care.ips": -300.0}, outcomes=False)
    assert alone.difference("ips")[0] == pytest.approx(-600)


# --- what hangs on it --------------------------------------------------------------------------


def test_shares_of_their_own_and_what_stays() -> None:
    own = "scale: points, share: 0.5, outcome: {qaly: 0.25}, cost: {programme: 0.1}"
    found = run(f"{own}, stays: [cost.care]")
    assert differences(found) == pytest.approx([-300, 12, 0.05, 0.01])
    told = carried_over(found)
    assert told is not None
    assert [each.path for each in told.stays] == ["cost.care"]
    assert [each.path for each, _ in told.own] == ["cost.programme", "outcome.qaly"]
    assert told.hangs == ()


def test_a_group_of_categories_has_a_share_of_its_own() -> None:
    trial = shipped().point
    part = shipped(
        "transfer={scale: points, share: 0.5, cost: {psychiatric: 0.25}}",
        "transfer.cost.psychiatric.mean=0.2",
    ).point
    at = part.categories.index("cost.psychiatric.hospital")
    assert part.difference("ips")[at] == pytest.approx(0.2 * trial.difference("ips")[at])


def test_a_level_of_an_outcome_that_is_no_share_is_only_moved() -> None:
    moved = run("scale: points, share: 0.5, baseline: {qaly: {mean: 0.3, source: study}}")
    assert moved.point.present_outcome[:, 1, 0] == pytest.approx([0.3, 0.32])


def test_what_is_not_known_stays_not_known() -> None:
    outcomes = JOB.replace("{mean: 0.5, n: 100}", "unknown")
    for transfer in ("scale: points, share: 0.5", "scale: risk_ratio, share: 0.5"):
        point = run(transfer, outcomes=outcomes).point
        assert point.outcome_told.tolist() == [[True, True], [False, True]]
    pooled = "scale: risk_ratio, pooled: {risk_ratio: 1.2, source: study}"
    stays = "stays: [cost.care, outcome.qaly]"
    known = run(f"{pooled}, {stays}", outcomes=outcomes)  # whose effect does not need the trial's
    assert differences(known) == pytest.approx([-300, 120, 0.08, 0.04])
    assert known.point.outcome_told.all()


# --- in draws ----------------------------------------------------------------------------------


def test_the_base_case_of_differences_is_the_mean_of_the_draws() -> None:
    share = "share: {mean: 0.5, interval: [0.2, 0.8], assumption: a guess}"
    drawn = run(f"scale: points, {share}", draws=4000)
    assert drawn.ledger is not None
    saving = drawn.ledger.difference("ips")[0]
    assert differences(drawn) == pytest.approx([-150, 120, 0.05, 0.02])
    assert saving.mean() == pytest.approx(-150, abs=5)
    sd = ((0.155**2 + 0.5**2) * 50**2 + (0.155 * 300) ** 2) ** 0.5  # of a product
    assert saving.std() == pytest.approx(sd, rel=0.1)


def test_a_share_of_people_never_exceeds_all_and_that_is_recorded() -> None:
    pooled = "pooled: {risk_ratio: 1.8, prediction_interval: [1, 3.3], source: study}"
    drawn = run(f"scale: risk_ratio, {pooled}", draws=1000)
    assert drawn.ledger is not None
    assert drawn.ledger.outcome_amount.max() == 1
    clipped = drawn.ledger.clipped["outcome.job"]
    assert 0.02 < clipped.mean() < 0.2


def test_expected_values_given_a_number_hold_for_the_costs_that_hang_on_it() -> None:
    share = "share: {mean: 0.5, interval: [0.2, 0.8], assumption: a guess}"
    drawn = run(f"scale: points, {share}", draws=50)
    given = drawn.given(frozenset({"transfer.share"}))
    assert given is not None
    shares = drawn.draws.columns["transfer.share"]
    assert given.difference("ips")[0] == pytest.approx(-300 * shares)
    ratio = run(f"scale: risk_ratio, {share}", draws=50)
    assert ratio.given(frozenset({"transfer.share"})) is None  # a power is no product


def test_what_a_saving_and_an_effect_depend_on() -> None:
    ratio = scenario("scale: risk_ratio, share: 0.5, cost: {care: 0.2}")
    saving = {number.path for number in of_saving(ratio, "ips")}
    assert saving == {"cost.care.ips", "cost.programme.ips", "transfer.cost.care"}
    job = {number.path for number in of_effect(ratio, ratio.outcomes[0], "ips")}
    assert job == {"outcome.job.usual", "outcome.job.ips", "transfer.share"}


def test_costs_hang_on_the_outcome_that_they_follow() -> None:
    pooled = scenario("scale: risk_ratio, pooled: {risk_ratio: 1.5, source: study}")
    assert free_outcomes(pooled) == ("outcome.qaly",)
    assert without_effect(pooled, ["outcome.job.ips.mean=0.6"]) == ()
    half = scenario("scale: risk_ratio, share: 0.5")
    assert without_effect(half, ["outcome.job.ips.mean=0.6"]) == ("outcome.job.ips.mean",)


def test_an_arm_that_is_left_out_leaves_what_is_carried_over() -> None:
    part = scenario("scale: points, share: 0.5, cost: {care: 0.2}")
    assert without(part, ["ips"]).transfer == part.transfer


def test_a_share_that_is_searched_for_may_be_huge() -> None:
    states = builders.load(carried_texts.of_states("share: 0.5"))
    ipscost.threshold(ipscost.simulate(states, POINT), "transfer.share")


def test_a_share_is_of_a_ratio_that_is_set_though_the_file_says_that_there_is_none() -> None:
    leave = "unit: rate/year, source: study table 2, "
    text = carried_texts.of_states(carried_texts.MODEL_WAYS[0])
    texts = (
        text.replace(
            f"{leave}all: {{mean: 0.5, se: 0.1}}", f"{leave}usual: {{mean: 0.5}}, ips: {arm}"
        )
        for arm in ("{hazard_ratio: 1}", "{hazard_ratio: 0.6}")
    )
    stated, other = map(builders.load, texts)
    path = "model.transition.job.benefit.ips"
    found = changes_at(stated, POINT, "ips", {path: np.array([0.6, 1.0])}).parts
    wanted = changes_at(other, POINT, "ips", {}).parts
    as_it_is = changes_at(stated, POINT, "ips", {}).parts
    for one, set_to, now in zip(found, wanted, as_it_is, strict=True):
        assert one.course[:, :1] == pytest.approx(set_to.course)
        assert one.course[:, -1:] == pytest.approx(now.course)
    assert found[0].course[:, 0] != pytest.approx(found[0].course[:, 1])
