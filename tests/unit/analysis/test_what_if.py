"""The answer at other values: by the engine, in stated units, within what is possible."""

from __future__ import annotations

import builders
import numpy as np
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.analysis.what_if.analyses import answered, answers, compared
from ipscost.analysis.what_if.question import Question, ask
from ipscost.analysis.what_if.turning import asked_for, marked, thresholds
from ipscost.analysis.what_if.two_way import GridSide, two_way
from ipscost.errors import AskedError

QALY = """
qaly:
  label: {en: QALY, da: QALY}
  unit: QALY/person
  source: study table 8
  usual: {mean: 0.5, se: 0.05}
  ips: {difference: 0.02, se: 0.01}
  threshold: {mean: 20000, unit: EUR_2016/QALY, source: study table 9}
"""
EVERYTHING = builders.text(
    builders.CARE + builders.PROGRAMME + builders.HOSPITAL + builders.GAIN + builders.BENEFITS,
    outcome=builders.JOB + QALY,
    months=12,
    discount="{cost: 0.03, outcome: 0.02}",
)


@pytest.fixture(scope="module")
def run() -> Run:
    return builders.run(EVERYTHING, draws=200)


@pytest.fixture(scope="module")
def saving(run: Run) -> Question:
    return ask(run)


@pytest.fixture(scope="module")
def benefit(run: Run) -> Question:
    return ask(run, outcome="qaly")


def test_now_is_the_saving_that_simulate_shows(saving: Question, run: Run) -> None:
    weight = run.point.weight("societal")
    assert saving.now == pytest.approx([-(weight @ run.point.difference("ips"))[0]])


def test_the_net_benefit_is_what_the_effect_is_worth_and_the_saving(
    saving: Question, benefit: Question, run: Run
) -> None:
    effect = run.point.present_outcome[:, run.point.outcomes.index("outcome.qaly"), 0]
    gain = effect[run.point.arm("ips")] - effect[run.point.arm("usual")]
    worth = 20000 * run.scenario.outcomes[1].threshold.factor  # type: ignore[union-attr]
    assert benefit.now == pytest.approx(saving.now + worth * gain)
    assert ask(run, outcome="outcome.qaly", wtp=100.0).now == pytest.approx(saving.now + 100 * gain)


VALUES = {
    "cost.care.ips": -250.0,
    "cost.programme.ips": 200.0,
    "cost.hospital.ward.price": 80.0,
    "cost.hospital.ward.use.ips": 0.7,
    "discount.cost": 0.05,
    "discount.outcome": 0.01,
    "outcome.qaly.ips": 0.03,
    "outcome.qaly.threshold": 30000.0,
}
ROLES = {
    "cost.hospital.ward.price": "mean",
    "cost.hospital.ward.use.ips": "ratio",
    "outcome.qaly.threshold": "mean",
}


@pytest.mark.parametrize("path", VALUES)
def test_a_value_is_as_set_on_the_command_line(path: str, benefit: Question) -> None:
    role = "" if path.startswith("discount") else f".{ROLES.get(path, 'difference')}"
    scenario = builders.load(EVERYTHING, f"{path}{role}={VALUES[path]}")
    other = ask(point_of(scenario), outcome="qaly")
    values = np.array([benefit.varied[path].now, VALUES[path]])
    answers = benefit.answers({path: values})[0]
    assert answers[0] == pytest.approx(benefit.now[0])
    assert answers[1] == pytest.approx(other.now[0])
    assert answers[1] != pytest.approx(answers[0], rel=1e-12)


def point_of(scenario: Scenario) -> Run:
    return ipscost.simulate(scenario, Settings(draws=0))


TOGETHER = builders.text(
    builders.HOSPITAL.replace("{mean: 100, unit", "{mean: 100, se: 20, unit"),
    more=(
        "correlation:\n  both:\n    members: [cost.hospital.ward.price, "
        "cost.hospital.ward.use.usual, cost.hospital.ward.use.ips]\n    rho: 0.6\n"
        "    source: study table 9\n"
    ),
)
PARTS = ("price", "use.usual", "use.ips")


@pytest.mark.parametrize("parts", [PARTS[:1], PARTS[1:2], PARTS[2:], PARTS[:2], PARTS])
def test_numbers_that_go_together_at_their_means_give_the_answer_of_now(
    parts: tuple[str, ...],
) -> None:
    question = ask(builders.run(TOGETHER, draws=0))
    paths = [f"cost.hospital.ward.{part}" for part in parts]
    held = {path: np.array([question.varied[path].now]) for path in paths}
    assert question.answers(held)[0, 0] == pytest.approx(question.now[0], rel=1e-12)


@pytest.mark.parametrize("part", PARTS)
def test_a_number_that_goes_together_moves_the_answer_in_a_straight_line(part: str) -> None:
    question = ask(builders.run(TOGETHER, draws=0))
    path = f"cost.hospital.ward.{part}"
    values = question.varied[path].now * np.array([0.0, 0.5, 1.0, 1.5, 2.0])
    answers = question.answers({path: values})[0]
    assert np.diff(answers) == pytest.approx(np.diff(answers)[0], rel=1e-9)
    assert answers[2] == pytest.approx(question.now[0])


def test_a_difference_that_goes_together_is_shifted_and_keeps_its_covariance() -> None:
    content = TOGETHER.replace("ips: {ratio: 0.5, se: 0.1}", "ips: {difference: -4, se: 1}")
    run = builders.run(content, draws=0)
    question, path = ask(run), "cost.hospital.ward.use.ips"
    answers = question.answers({path: np.array([-4.0, 0.0])})[0]
    assert answers[0] == pytest.approx(question.now[0])
    assert answers[0] - answers[1] == pytest.approx(4 * 100)  # the shift times the mean price


def test_two_discount_rates_and_a_price_may_vary_together(benefit: Question) -> None:
    rates, prices = np.array([0.0, 0.05, 0.05]), np.array([90.0, 90.0, 100.0])
    together = benefit.answers({"discount.cost": rates, "cost.hospital.ward.price": prices})
    each = [
        benefit.answers(
            {"discount.cost": np.array([r]), "cost.hospital.ward.price": np.array([p])}
        )[0, 0]
        for r, p in zip(rates, prices, strict=True)
    ]
    assert together[0] == pytest.approx(each)


def test_over_draws_the_others_keep_theirs(run: Run) -> None:
    question = ask(run)
    low = question.over_draws("cost.programme.ips", 120.0)[0]
    high = question.over_draws("cost.programme.ips", 220.0)[0]
    assert run.ledger is not None
    assert low == pytest.approx(question.of_ledger(run.ledger)[0])
    assert np.ptp(low - high) == pytest.approx(0, abs=1e-9)


LIMITS = {
    "cost.care.usual": (300.0, np.inf),  # 300 less with IPS
    "cost.care.ips": (-1000.0, np.inf),
    "cost.programme.ips": (-np.inf, np.inf),  # its level is not known
    "cost.hospital.ward.price": (0.0, np.inf),
    "cost.hospital.ward.use.usual": (0.0, np.inf),
    "cost.gain.usual": (-np.inf, np.inf),  # a gain is a negative cost
    "outcome.job.ips": (0.0, 1.0),
    "outcome.qaly.usual": (-np.inf, np.inf),
    "outcome.qaly.threshold": (0.0, np.inf),
    "discount.cost": (0.0, np.nextafter(1.0, 0.0)),
}


@pytest.mark.parametrize("path", LIMITS)
def test_a_number_may_be_what_leaves_every_level_possible(path: str, saving: Question) -> None:
    assert saving.varied[path].limits == LIMITS[path]


def test_a_share_stays_below_1_when_a_ratio_or_difference_is_tied_to_it() -> None:
    job = """
job:
  label: Job
  unit: share
  source: study table 5
  usual: {mean: 0.4}
  ips: {ratio: 1.25}
  ipse: {difference: 0.2}
"""
    varied = ask(
        builders.run(builders.text(outcome=job, arm=builders.THREE_ARMS, cost=THREE))
    ).varied
    assert varied["outcome.job.usual"].limits == pytest.approx((0.0, 0.8))
    assert varied["outcome.job.ips"].limits == pytest.approx((0.0, 2.5))
    assert varied["outcome.job.ipse"].limits == pytest.approx((-0.4, 0.6))


THREE = builders.CARE + "  ipse: {difference: -100}\n"

REFUSALS = [
    ({"arms": ["ipss"]}, "--arm ipss: no intervention is called that; write ips"),
    ({"outcome": "qalys"}, "--outcome qalys: no outcome is called that; write qaly"),
    (
        {"outcome": "job"},
        "what one more of outcome.job is worth is not stated; add --wtp, in DKK_2024, or "
        "threshold: to the outcome in the file",
    ),
    ({"wtp": 1.0}, "--wtp is what an outcome is worth; add --outcome NAME, one of job, qaly"),
]


@pytest.mark.parametrize(("asked", "message"), REFUSALS)
def test_what_does_not_fit_is_refused(asked: dict, message: str, run: Run) -> None:  # type: ignore[type-arg]
    with pytest.raises(AskedError) as caught:
        ask(run, **asked)
    assert str(caught.value) == message


def test_an_outcome_of_a_scenario_without_one_is_refused() -> None:
    with pytest.raises(AskedError, match="the scenario has none"):
        ask(builders.run(builders.text()), outcome="qaly")
    with pytest.raises(AskedError, match="but the scenario has none"):
        ask(builders.run(builders.text()), wtp=1.0)


# --- as numbers ------------------------------------------------------------------------------


def test_two_numbers_together_give_the_answer_at_each_pair(saving: Question) -> None:
    sides = [GridSide("cost.programme.ips", 0, 200, 3), GridSide("cost.care.ips", -300, -100, 2)]
    found = two_way(saving, sides)
    assert (found.down.path, found.across.path) == ("cost.programme.ips", "cost.care.ips")
    assert found.answers.shape == (1, 3, 2)
    (at,) = saving.answers(
        {"cost.programme.ips": np.array([200.0]), "cost.care.ips": np.array([-100.0])}
    )
    assert found.answers[0, -1, -1] == pytest.approx(at[0])
    turned = found.turned("ips")
    signs = np.sign(found.answers[0])
    assert turned.of == 6
    assert turned.cells == np.count_nonzero(signs == -np.sign(saving.now[0]))
    assert not turned.is_idle


def test_a_threshold_is_marked_in_the_stated_and_in_the_reported_unit() -> None:
    euros = builders.PROGRAMME.replace("DKK_2024", "EUR_2016")
    question = ask(builders.run(builders.text(builders.CARE + euros)))
    varied = asked_for(question, "cost.programme.ips.")
    (found,) = thresholds(question, varied)
    stated, reported = marked(question, varied, found)
    assert (stated.unit, reported.unit) == ("EUR_2016/person", "DKK_2024/person")
    assert (stated.now, reported.value) == (120, pytest.approx(300))
    assert stated.value == pytest.approx(300 / varied.factor)
    assert stated.difference == pytest.approx(stated.value - 120)
    assert stated.times == reported.times == pytest.approx(stated.value / 120)
    assert not stated.is_sure


def test_an_analysis_is_compared_with_the_base_case_draw_by_draw(run: Run) -> None:
    question = ask(run)
    more = "analyses:\n  dearer: {set: {cost.programme.ips.difference: 220}}\n"
    (analysis,) = builders.load(EVERYTHING + more).analyses
    changed = builders.load(EVERYTHING, *analysis.settings)
    variant = ipscost.simulate(changed, run.settings)
    (found,) = answered(question, [(analysis, variant)])
    base = answers(question)["ips"]
    first, dearer = compared(question, "ips", base, [found], 0.95)
    assert (first.analysis, first.from_base) == (None, None)
    assert first.answer is not None
    assert first.answer.mean == pytest.approx(question.now[0])
    assert dearer.from_base is not None
    apart = question.of_ledger(variant.point) - question.of_ledger(run.point)
    assert dearer.from_base.mean == pytest.approx(apart[0, 0])
    assert dearer.from_base.low is None  # the same in each draw
    assert found.moves
