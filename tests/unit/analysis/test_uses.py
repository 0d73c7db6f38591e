"""What each number of a model is called, what it may be, and what it changes."""

from __future__ import annotations

import math

import builders
import model_texts
import numpy as np
import pytest
from builders import english
from told import told

import ipscost
from ipscost import Settings
from ipscost.analysis.chances import transitions
from ipscost.analysis.uses import first_uses
from ipscost.analysis.what_if.question import ask
from ipscost.analysis.what_if.tornado import tornado
from ipscost.errors import ScenarioError
from ipscost.report.explain.report import explain as _explain
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.simulate.uncertainty import with_uncertainty as _with_uncertainty
from ipscost.report.uses import labels, names
from ipscost.report.what_if.text import try_command

explain = told(_explain)
summary = told(_summary)
with_uncertainty = told(_with_uncertainty)

OUT = """
benefit:
  out:
    unit: share
    by: 18
    source: study table 1
    shape: {mean: 0.7}
    usual: {mean: 0.4, n: 100}
    ips: {hazard_ratio: 1.5, interval: [1.1, 2.0]}
    to: {job: {mean: 0.6, se: 0.05}, sick: rest}
job:
  benefit:
    unit: probability/month
    source: study table 2
    from_1: {usual: {mean: 0.1}, ips: {risk_ratio: 0.8, se: 0.1}}
    from_7: {all: {mean: 0.05}}
  job: rest
sick:
  source: study table 3
  counts: {sick: 70, job: 30}
"""
STATES = """
benefit: {label: {en: benefit, da: ydelse}, start: rest}
job: {label: {en: job, da: arbejde}, start: {mean: 0.1, source: study 1}}
sick: {label: {en: sick, da: syg}}
"""
COST = """
benefits:
  kind: transfer
  ladder: refund
  unit: DKK_2024/person/month
  source: study table 3
  in: {benefit: {mean: 10000, se: 500}}
work:
  kind: productivity
  payer: region
  price: {number: wage}
  use: {unit: hour/person/month, source: study 2, in: {job: {mean: 80}}}
  friction: {mean: 3, unit: month, assumption: the usual}
tax:
  kind: transfer
  payer: region
  of: cost.work
  rate: {mean: 0.3, source: study 1}
help:
  kind: service
  payer: region
  price: {number: wage_of_help}
  use:
    unit: hour/person
    source: study 2
    on_entry: {job: {usual: {mean: 1}, ips: {difference: 2, se: 1}}}
"""
MORE = """
effect:
  after: 18
  then: decays
  half_life: {mean: 24, se: 2, unit: month, assumption: a guess}
  assumption: it fades
number:
  wage:
    label: {en: What an hour gives, da: Hvad en time giver}
    mean: -200
    se: 10
    unit: DKK_2024/hour
    source: study 1
  wage_of_help: {mean: 300, unit: DKK_2024/hour, source: study 1}
ladder:
  refund:
    label: {en: Refund, da: Refusion}
    states: [benefit]
    weeks_at_start: {mean: 10, unit: week, assumption: a guess}
    source: study 3
    step:
      weeks_1_to_26: {to: 26, payer: {region: 0.4, municipality: 0.6}}
      after: {payer: {region: 0.2, municipality: 0.8}}
"""
CONTENT = model_texts.text(OUT, COST, states=STATES, more=MORE)


@pytest.fixture(scope="module")
def run() -> ipscost.Run:
    return ipscost.simulate(builders.load(CONTENT), Settings(draws=200))


def told(run: ipscost.Run, path: str, language: str = "en") -> dict[str, str]:
    """The steps of the last table that explains `path`, by their name."""
    table = explain(run, path, language).tables[-1]
    return {row.label.split(" ", 1)[1]: str(row.cells[0]) for row in table.rows}


def test_every_number_of_a_model_has_a_name_and_limits_around_it(run: ipscost.Run) -> None:
    found = first_uses(run.scenario)
    assert set(found) == {q.path for q in run.scenario.quantities}
    for use in found.values():
        low, high = use.limits
        assert low <= use.quantity.dist.mean <= high
        label = names(use, run.scenario).label
        assert "{" not in english(label)
        assert label.tell("da")


@pytest.mark.parametrize(
    ("path", "label", "limits"),
    [
        ("model.state.job.start", "job: share at the start, all arms", (0, 1)),
        ("model.transition.benefit.out.usual", "Leaving benefit: Normal practice", (0, 1)),
        (
            "model.transition.benefit.out.ips",
            "Leaving benefit: hazard ratio with IPS",
            (0, math.inf),
        ),
        (
            "model.transition.benefit.out.shape",
            "Leaving benefit: shape of the hazard, all arms",
            (1e-9, math.inf),
        ),
        (
            "model.transition.benefit.out.to.job",
            ("Leaving benefit, to “job”: share, all arms"),
            (0, 1),
        ),
        (
            "model.transition.job.benefit.from_1.ips",
            "job to benefit, from cycle 1: risk ratio with IPS",
            (0, 10),
        ),
        ("model.transition.sick.counts.job", "sick to job: people counted", (0, math.inf)),
        ("effect.half_life", "The difference between the arms: half-life", (1e-9, math.inf)),
        ("cost.benefits.in.benefit", "Benefits in “benefit”: all arms", (-math.inf, math.inf)),
        (
            "cost.help.use.on_entry.job.ips",
            "Help on entering “job”: difference with IPS",
            (-1, math.inf),
        ),
        ("cost.tax.rate", "Tax: rate", (0, 1)),
        ("number.wage", "What an hour gives", (-math.inf, math.inf)),
    ],
)
def test_a_number_is_called_by_what_it_is_of(
    run: ipscost.Run, path: str, label: str, limits: tuple[float, float]
) -> None:
    use = first_uses(run.scenario)[path]
    assert english(names(use, run.scenario).label) == label
    assert use.limits == pytest.approx(limits)
    assert labels(run.scenario)[path] == names(use, run.scenario).label


# --- explain ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "read"),
    [
        (
            "model.transition.benefit.out.ips",
            "hazard ratio of IPS against normal practice, for leaving “benefit”: 1.5",
        ),
        (
            "model.transition.benefit.out.usual",
            (
                "Leaving benefit: Normal practice: a share of 0.4 has moved by month 18, "
                "were it the only way out"
            ),
        ),
        (
            "model.transition.job.benefit.from_1.ips",
            (
                "risk ratio of IPS against normal practice, for moving from “job” to "
                "“benefit”, from cycle 1: 0.8"
            ),
        ),
        (
            "model.transition.job.benefit.from_7.all",
            "job to benefit, from cycle 7: all arms: a probability of 0.05 a month",
        ),
        ("model.transition.sick.counts.job", "sick to job: people counted: 30 people"),
        ("model.state.job.start", "job: share at the start, all arms: 0.1"),
        ("number.wage", "Work: a price of -200 DKK_2024/hour"),
        (
            "cost.help.use.on_entry.job.ips",
            "Help on entering “job”: difference with IPS: 2 hour/person more than normal practice",
        ),
    ],
)
def test_explain_reads_a_number_of_a_model_in_words(run: ipscost.Run, path: str, read: str) -> None:
    assert told(run, path)["read as"] == read


def test_explain_says_what_a_number_changes(run: ipscost.Run) -> None:
    assert told(run, "number.wage")["it changes"] == "cost.work and cost.tax"
    assert told(run, "cost.tax.rate")["it changes"] == "cost.tax"


def test_explain_of_a_move_says_what_it_comes_to_in_a_cycle(run: ipscost.Run) -> None:
    first, last = transitions(run.scenario, "job", "benefit")["ips"]
    assert first == pytest.approx(0.08)
    assert last == pytest.approx(0.05)
    text = told(run, "model.transition.job.benefit")["in a cycle"]
    assert "IPS 8.00% in the first, 5.00% in the last" in text


def test_explain_says_which_time_a_step_counts_and_who_pays(run: ipscost.Run) -> None:
    steps = told(run, "cost.benefits.after")
    assert steps["the time counted"] == (
        "every week after week 26 in “benefit”, 10 of them before the start"
    )
    assert steps["who pays"] == "Region 20% and Municipality 80%"
    entry = told(run, "cost.work")["the time counted"]
    assert entry == "the first 3 months after each time that “job” is entered"


def test_explain_says_that_the_points_of_a_clock_are_not_drawn(run: ipscost.Run) -> None:
    steps = told(run, "ladder.refund.weeks_at_start")
    assert "draws" not in steps
    assert steps["used for"].startswith("a point at which a clock changes")


def test_explain_of_a_state_without_numbers_says_who_begins_there(run: ipscost.Run) -> None:
    assert told(run, "model.state.benefit")["read as"] == (
        "benefit: everyone who starts nowhere else starts here"
    )
    assert told(run, "model.state.sick")["read as"] == "sick: nobody starts here"


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_number_of_a_model_explains_itself(run: ipscost.Run, language: str) -> None:
    holders = [*run.scenario.holders, *run.scenario.model_holders]
    for path in [*(q.path for q in run.scenario.quantities), *holders, "cost.benefits", "cost"]:
        assert explain(run, path, language).tables


def test_an_unknown_move_is_answered_with_the_nearest(run: ipscost.Run) -> None:
    with pytest.raises(ScenarioError) as caught:
        explain(run, "model.transition.benefit.outs")
    assert caught.value.problems[0].fix == "write model.transition.benefit.out"


# --- what if ---------------------------------------------------------------------------------


def test_the_tornado_varies_the_numbers_of_a_model(run: ipscost.Run) -> None:
    bars = tornado(ask(run)).bars["ips"]
    moved = {bar.varied.path for bar in bars if bar.width > 1}
    assert "model.transition.benefit.out.ips" in moved
    assert "number.wage" in moved
    assert "effect.half_life" in moved
    assert "ladder.refund.weeks_at_start" not in ask(run).varied


def test_moving_a_number_of_the_model_is_running_the_engine_at_it(run: ipscost.Run) -> None:
    question = ask(run)
    path = "model.transition.benefit.out.shape"
    (answer,) = question.answers({path: np.array([1.2])})[0]
    other = ipscost.simulate(builders.load(CONTENT, f"{path}.mean=1.2"), Settings(draws=0))
    assert answer == pytest.approx(ask(other).now[0])


@pytest.mark.parametrize(
    ("path", "setting"),
    [
        ("model.transition.benefit.out.ips", "model.transition.benefit.out.ips={hazard_ratio: 2}"),
        ("model.transition.sick.counts.job", "model.transition.sick.counts.job=2"),
        ("model.transition.benefit.out.shape", "model.transition.benefit.out.shape.mean=2"),
        ("number.wage_of_help", "number.wage_of_help.mean=2"),
    ],
)
def test_a_value_to_try_is_a_setting_that_can_be_typed(
    run: ipscost.Run, path: str, setting: str
) -> None:
    question = ask(run)
    assert setting in try_command(question, question.one(path), 2.0)
    found = builders.load(CONTENT, setting)
    (number,) = (q for q in found.quantities if q.path == path)
    assert number.value == 2


def test_the_uncertainty_comes_from_the_model_too(run: ipscost.Run) -> None:
    report = with_uncertainty(summary(run, "en"), run, "en")
    paths = {row.path for table in report.tables for row in table.rows}
    assert "model.transition.benefit.out.ips" in paths
