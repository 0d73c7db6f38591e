"""Which numbers a saving depends on, held against the engine that computes it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import builders
import numpy as np
import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.reaches import free_outcomes, of_effect, of_saving, without_effect
from ipscost.analysis.what_if.question import Question, ask

EXAMPLES = Path(__file__).parents[3] / "examples"
SEEN = (
    ("inklusion-ips", "societal"),
    ("labour-market-ips", "societal"),
    ("labour-market-ips", "state"),
    ("ips-ten-years", "public"),
    ("municipality.yaml", "societal"),
    ("municipality.yaml", "municipality"),
    ("states.yaml", "societal"),
    ("states.yaml", "region"),
)


@cache
def question(name: str, view: str) -> Question:
    file = EXAMPLES / name if name.endswith(".yaml") else name
    scenario = ipscost.load(file, [f"perspective={view}"])
    return ask(ipscost.simulate(scenario, Settings(draws=40)))


@pytest.mark.parametrize(("name", "view"), SEEN)
def test_no_saving_moves_with_a_number_that_it_is_said_not_to_depend_on(
    name: str, view: str
) -> None:
    asked = question(name, view)
    scenario = asked.scenario
    rest = [v for v in asked.varied.values() if v.quantity is not None and v.role != "threshold"]
    size = len(rest)
    values = {v.path: np.full(size, v.now) for v in rest}
    for place, varied in enumerate(rest):
        values[varied.path][place] = 1.1 * varied.now or min(0.1, varied.limits[1])
    answers = asked.answers(values)
    for index, arm in enumerate(asked.arms):
        depends = {number.path for number in of_saving(scenario, arm)}
        free = [place for place, varied in enumerate(rest) if varied.path not in depends]
        assert answers[index, free] == pytest.approx(asked.now[index], rel=1e-9, abs=1e-6)
        moving = np.flatnonzero(np.abs(answers[index] - asked.now[index]) > 1e-6)
        assert {rest[place].path for place in moving} <= depends


def test_nor_does_it_in_any_draw() -> None:
    asked = question("inklusion-ips", "societal")
    now = asked.over_draws("cost.programme.ips", 914.0)
    for path, value in (("outcome.job_or_education.ips", 0.2), ("cost.jobcenter.sau", 9e4)):
        assert path not in {number.path for number in of_saving(asked.scenario, "ips")}
        assert asked.over_draws(path, value) == pytest.approx(now, rel=1e-9)


def paths(cost: str, arm: str = "ips", **more: str) -> list[str]:
    return [number.path for number in of_saving(builders.load(builders.text(cost, **more)), arm)]


def test_a_difference_stands_by_itself_and_a_level_or_a_ratio_needs_the_reference_arm() -> None:
    assert paths(builders.CARE) == ["cost.care.ips"]
    assert paths(builders.GAIN) == ["cost.gain.ips", "cost.gain.usual"]
    assert paths(builders.HOSPITAL) == [
        "cost.hospital.ward.use.ips",
        "cost.hospital.ward.use.usual",
        "cost.hospital.ward.price",
        "cost.hospital.clinic.ips",
        "cost.hospital.clinic.usual",
    ]


def test_what_a_perspective_does_not_count_is_left_out() -> None:
    both = builders.CARE + builders.PROGRAMME
    assert paths(both, perspective="municipality") == ["cost.programme.ips"]
    assert paths(builders.BENEFITS) == []
    assert paths(builders.BENEFITS, perspective="region") == ["cost.benefits.ips"]


def test_an_outcome_depends_on_both_levels() -> None:
    scenario = builders.load(builders.STUDY)
    found = of_effect(scenario, scenario.outcomes[0], "ips")
    assert [number.path for number in found] == ["outcome.job.ips", "outcome.job.usual"]


# --- settings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "is_free"),
    [
        ("outcome.job.ips.events=50", True),
        ("outcome.job.label=Work", True),
        ("discount.outcome=0.05", True),
        ("arm.ips.n=50", True),
        ("cost.care.usual.mean=1500", True),
        ("cost.care.usual.se=1", True),
        ("cost.benefits.ips.difference=-5", True),
        ("cost.care.ips.difference=-100", False),
        ("cost.care.ips.se=100", False),
        ("cost.care.ips={mean: 500, unit: DKK_2024/person, assumption: ours}", False),
        ("discount.cost=0.05", False),
        ("cost.care.payer=municipality", False),
        ("cost.benefits.kind=service", False),
        ("horizon.months=5", False),
        ("title=Another", False),
    ],
)
def test_a_setting_that_no_saving_depends_on_is_known(setting: str, is_free: bool) -> None:
    cost = builders.CARE + builders.BENEFITS
    content = builders.text(cost, outcome=builders.JOB)
    path = setting.partition("=")[0]
    settings = [setting] if not setting.startswith("horizon") else []
    scenario = builders.load(content, *settings)
    assert without_effect(scenario, [setting]) == ((path,) if is_free else ())


def test_a_level_counts_once_the_other_arm_is_stated_as_a_ratio() -> None:
    settings = ("cost.care.ips.ratio=0.7", "cost.care.usual.mean=1500")
    assert without_effect(builders.load(builders.text(builders.CARE), *settings), settings) == ()


def test_a_number_that_costs_share_with_an_outcome_counts() -> None:
    shared = """
number:
  pace: {label: Pace, mean: 3, se: 0.2, unit: hour/person, source: study}
"""
    cost = """
help:
  kind: service
  payer: region
  price: {mean: 100, unit: DKK_2024/hour, source: study}
  use: {unit: hour/person, source: study, usual: {mean: 1}, ips: {number: pace}}
"""
    hours = """
hours: {unit: hour/person, source: study, usual: {mean: 1}, ips: {number: pace}}
"""
    scenario = builders.load(builders.text(cost, outcome=hours, more=shared))
    assert without_effect(scenario, ["number.pace.mean=4", "outcome.hours.usual.mean=2"]) == (
        "outcome.hours.usual.mean",
    )
    assert free_outcomes(scenario) == ()


def test_outcomes_with_numbers_of_their_own_are_those_that_no_cost_depends_on() -> None:
    found = ("outcome.job_or_education", "outcome.qaly")
    assert free_outcomes(ipscost.load("inklusion-ips")) == found
    assert free_outcomes(ipscost.load("labour-market-ips")) == ("outcome.qaly",)
