"""What register weeks tell of a scenario: two arms of two persons by hand, and who is few."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from ipscost.analysis.evaluation.week_nouns import HeldBack, MeanOfPersons, WeeksFound
from ipscost.analysis.evaluation.week_scenario import WeeksWritten
from ipscost.analysis.evaluation.weeks import horizon_weeks, weeks_of
from ipscost.individual import weeks as iw
from ipscost.loading import load
from ipscost.scenario.nouns import Scenario

MODEL = """\
ipscost: 1
title: Weeks
money: DKK_2024
horizon: {weeks: 9}
perspective: societal
discount: {cost: 0, outcome: 0}
arm: {usual: {label: Usual, reference: true}, ips: {label: IPS}}
payer: {municipality: {}, state: {}}
source: {ours: {cite: Register weeks, sure: verified}}
model:
  cycle: week
  counting: end
  state:
    benefit: {label: Benefit, start: rest}
    job: {label: Job, start: {mean: 0.1, unit: share, assumption: placeholder}}
  transition:
    benefit:
      assumption: placeholder
      job: {unit: rate/week, usual: {mean: 0.02, se: 0.01}, ips: {hazard_ratio: 2}}
      benefit: rest
    job:
      benefit: {unit: rate/week, all: {mean: 0.05, assumption: placeholder}}
      job: rest
ladder:
  refund:
    states: [benefit]
    assumption: placeholder
    weeks_at_start: {mean: 0, unit: week, assumption: placeholder}
    step:
      first: {to: 4, payer: {state: 0.8, municipality: 0.2}}
      second: {to: 6, payer: {state: 0.4, municipality: 0.6}}
      last: {payer: {state: 0.2, municipality: 0.8}}
cost:
  allowance:
    label: Allowance
    kind: service
    ladder: refund
    unit: DKK_2024/person/week
    assumption: placeholder
    in: {benefit: {mean: 90}}
analyses:
  slow: {label: Slow, set: {model.transition.benefit.job.usual.mean: 0.01}}
  cheap: {label: Cheap, set: {ladder.refund.step.first.to: 3}}
outcome:
  working: {label: Working, unit: week/person, time_in: [job]}
"""
CODES = np.array(
    [
        # before | weeks 0 to 9
        [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
        [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2],
        [0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0],
        [1, 0, 2, 2, 2, 2, 2, 3, 2, 2, -1, -1],
    ],
    np.int16,
)
MEANINGS = iw.CodeMeanings(
    state=np.array([1, 0, 0, -1]),
    behind=np.array([False, True, True, False]),
    benefit=np.array([-1, 0, 0, -1]),
    amount=np.array([np.nan, 100.0, 200.0, np.nan]),
    benefits=("cost.allowance",),
)
NODE: Any = yaml.safe_load(MODEL)


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return _loaded(tmp_path_factory.mktemp("weeks"), NODE)


def _loaded(folder: Path, node: Any) -> Scenario:
    file = folder / "model.yaml"
    file.write_text(yaml.safe_dump(node, sort_keys=False))
    return load(file)


def found_in(scenario: Scenario, times: int = 1, least: int = 1, **more: Any) -> WeeksFound:
    """What is found where each of the four persons is there so many times."""
    weeks = iw.RegisterWeeks(np.tile(CODES, (times, 1)), before=2)
    arm = np.tile([0, 0, 1, 1], times)
    return weeks_of(weeks, MEANINGS, scenario, NODE, arm, ("usual", "ips"), min_cell=least, **more)


def test_weeks_moves_and_payers_of_four_persons_by_hand(scenario: Scenario) -> None:
    assert scenario.model is not None
    assert horizon_weeks(scenario.model) == 10
    found = found_in(scenario)
    # Weeks on benefit: 5 and 10; 5 and 7. Weeks in a job: 5 and 0; 5 and 0.
    means = {key: mean and mean.mean for key, mean in found.in_state.items()}
    assert means == {
        ("benefit", "usual"): 7.5,
        ("job", "usual"): 2.5,
        ("benefit", "ips"): 6.0,
        ("job", "ips"): 2.5,
    }
    moves = {(m.path, m.arm): (m.count, m.steps) for m in found.moves}
    assert moves == {
        ("model.transition.benefit.job", "usual"): (1, 14),
        ("model.transition.job.benefit", "usual"): (0, 4),
        ("model.transition.benefit.job", "ips"): (2, 10),
        ("model.transition.job.benefit", "ips"): (1, 4),
    }
    assert found.starts["benefit", "ips"] == (2, 2)
    behind = found.behind[0]
    assert behind.weeks is not None
    assert (behind.weeks.mean, behind.weeks.persons) == (1.5, 2)
    assert behind.persons == {"first": 2, "second": 0, "last": 0}
    # Nine whole weeks count. Usual, person 1: 100 a week in steps 1, 1, 2, 2, 3; the municipality
    # pays 20 + 20 + 60 + 60 + 80 of 500. Person 2: 100 three times in step 1 and once in step 2,
    # 200 once in step 2 and four times in step 3: 60 + 60 + 120 + 640 of 1,400.
    paid = {(each.payer, each.arm): each.paid for each in found.paid}
    assert _mean(paid["municipality", "usual"]) == pytest.approx((240 + 880) / 2)
    assert _mean(paid["state", "usual"]) == pytest.approx((260 + 520) / 2)
    assert found.amounts["cost.allowance", "benefit"].mean == pytest.approx(1900 / 14)


def _mean(found: MeanOfPersons | None) -> float:
    assert found is not None
    return found.mean


def test_weeks_behind_that_the_data_state_move_the_ladder(scenario: Scenario) -> None:
    found = found_in(scenario, behind=np.array([50.0, 50, 0, 0]))
    assert found.behind[0].persons == {"first": 0, "second": 0, "last": 2}
    paid = {(each.payer, each.arm): each.paid for each in found.paid}
    assert _mean(paid["municipality", "usual"]) == pytest.approx(0.8 * 1900 / 2)
    weeks = found.behind[0].weeks
    assert weeks is not None
    assert weeks.mean == 6  # more than the last step's beginning changes nothing


def test_nothing_is_told_of_fewer_persons_than_asked(scenario: Scenario) -> None:
    found = found_in(scenario, least=5)
    assert {*found.in_state.values()} == {None}
    assert {each.paid for each in found.paid} == {None}
    assert {each.weeks for each in found.behind} == {None}
    assert found.amounts == {}
    assert {(each.count, each.steps) for each in found.moves} <= {(None, None), (0, None)}
    assert found.held > 10
    written = WeeksWritten(NODE, found, scenario, "ours")
    assert written.node["model"] == NODE["model"] | {
        "transition": written.node["model"]["transition"]
    }
    assert written.filled == []


def test_a_cell_alone_takes_the_smallest_of_the_others_with_it() -> None:
    held = HeldBack(5)
    assert held.of([3, 20, 7]) == [True, False, True]
    assert held.of([3, 4, 9]) == [True, True, False]
    assert held.of([0, 20, 9]) == [False] * 3
    assert held.count == 4


def test_a_move_is_held_back_where_the_few_who_stayed_would_be_told(scenario: Scenario) -> None:
    codes = np.ones((40, 12), np.int16)
    codes[:36, 3:] = 0  # 36 leave benefit after the first week, 4 stay all the time
    found = weeks_of(
        iw.RegisterWeeks(codes, 2), MEANINGS, scenario, NODE, np.zeros(40, int), ("usual",)
    )
    (leave, back) = found.moves
    assert leave.count is None
    assert back.count == 0


def test_the_reference_arm_is_filled_and_the_effect_stays(
    tmp_path: Path, scenario: Scenario
) -> None:
    written = WeeksWritten(NODE, found_in(scenario, times=10, least=5), scenario, "ours")
    model = written.node["model"]
    assert model["transition"]["benefit"]["job"] == {
        "unit": "probability/week",
        "usual": {"events": 10, "n": 140, "source": "ours"},
        "ips": {"hazard_ratio": 2, "assumption": "placeholder"},
    }
    assert model["transition"]["job"] == NODE["model"]["transition"]["job"]  # nobody was seen to go
    assert model["state"] == {
        "benefit": {"label": "Benefit", "start": "rest"},
        "job": {"label": "Job"},
    }
    assert written.node["ladder"]["refund"]["weeks_at_start"]["mean"] == 1.5
    allowance = written.node["cost"]["allowance"]["in"]
    assert allowance["benefit"]["mean"] == 135.714
    assert [*written.node["analyses"]] == ["cheap"]
    assert "too little was seen" in written.doubts[0]
    assert "analyses.slow" in written.doubts[-1]
    again = _loaded(tmp_path, written.node)
    assert again.model is not None
    assert again.model.moves[0].stretches[0].arms["ips"].value == 2
    assert not again.model.moves[0].stretches[0].arms["usual"].assumption


def test_arms_that_are_alike_each_have_their_own_moves(scenario: Scenario) -> None:
    found = found_in(scenario, times=10, least=5)
    written = WeeksWritten(NODE, found, scenario, "ours", is_comparable=True)
    assert written.node["model"]["transition"]["benefit"]["job"] == {
        "unit": "probability/week",
        "usual": {"events": 10, "n": 140, "source": "ours"},
        "ips": {"events": 20, "n": 100, "source": "ours"},
    }


def test_arms_that_are_alike_each_have_their_own_way_of_parting(tmp_path: Path) -> None:
    """Two of usual leave a benefit, one for a job; of the other arm three, two for a job."""
    node = deepcopy(NODE)
    model, stay = node["model"], node["model"]["transition"]["job"]
    model["state"]["school"] = {"label": "School"}
    model["transition"]["school"] = {"benefit": deepcopy(stay["benefit"]), "school": "rest"}
    out = model["transition"]["benefit"].pop("job")
    part = {"mean": 0.5, "n": 50, "assumption": "placeholder"}
    model["transition"]["benefit"]["out"] = {**out, "to": {"job": part, "school": "rest"}}
    node["analyses"] = {}
    scenario = _loaded(tmp_path, node)
    codes = np.ones((6, 10), np.int16)
    for person, went in enumerate((0, 3, 1, 0, 0, 3)):
        codes[person, 5:] = went
    meanings = replace(MEANINGS, state=np.array([1, 0, 0, 2]))
    weeks, arm = iw.RegisterWeeks(codes, before=0), np.array([0, 0, 0, 1, 1, 1])
    found = weeks_of(weeks, meanings, scenario, node, arm, ("usual", "ips"), min_cell=1)
    written = WeeksWritten(node, found, scenario, "ours", is_comparable=True)
    job = written.node["model"]["transition"]["benefit"]["out"]["to"]["job"]
    shares = {name: (each["events"], each["n"]) for name, each in job.items()}
    assert shares == {"usual": (1, 2), "ips": (2, 3)}
    alone = WeeksWritten(node, found, scenario, "ours", is_comparable=False)
    job = alone.node["model"]["transition"]["benefit"]["out"]["to"]["job"]
    assert (job["events"], job["n"]) == (1, 2)
    _loaded(tmp_path, written.node)


def test_an_effect_that_counts_a_cycle_would_change_keeps_its_move(
    tmp_path: Path,
) -> None:
    node = yaml.safe_load(MODEL)
    row = {"unit": "share", "by": 2, "usual": {"mean": 0.3}, "ips": {"risk_ratio": 2}}
    node["model"]["transition"]["benefit"]["job"] = row
    scenario = _loaded(tmp_path, node)
    written = WeeksWritten(node, found_in(scenario, times=10, least=5), scenario, "ours")
    assert written.node["model"]["transition"]["benefit"]["job"]["unit"] == "share"
    assert "the effect of ips is a risk_ratio over another time than a cycle" in written.doubts[0]


def test_rows_of_counts_stretches_and_amounts_by_arm_are_filled_too(tmp_path: Path) -> None:
    node = yaml.safe_load(MODEL)
    node["model"]["transition"] = {
        "benefit": {
            "assumption": "placeholder",
            "counts": {"benefit": 10, "job": 1},
            "from_1": {"ips": {"risk_ratio": 2}},
            "from_2": {"ips": {"risk_ratio": 1}},
        },
        "job": {
            "benefit": {
                "unit": "rate/week",
                "assumption": "placeholder",
                "from_1": {"usual": {"mean": 0.1}, "ips": {"hazard_ratio": 0.5}},
                "from_2": {"usual": {"mean": 0.2}, "ips": {"hazard_ratio": 0.9}},
            },
            "job": "rest",
        },
    }
    node["cost"]["allowance"]["in"]["benefit"] = {"usual": {"mean": 90}, "ips": {"ratio": 0.5}}
    scenario = _loaded(tmp_path, node)
    codes = CODES.copy()
    codes[0, 9:] = 1  # in a job in weeks 5 and 6 alone; month 2 begins in week 4
    weeks = iw.RegisterWeeks(np.tile(codes, (10, 1)), 2)
    arm = np.tile([0, 0, 1, 1], 10)
    found = weeks_of(weeks, MEANINGS, scenario, node, arm, ("usual", "ips"))
    written = WeeksWritten(node, found, scenario, "ours")
    rows = written.node["model"]["transition"]
    assert rows["benefit"]["counts"] == {"benefit": 150, "job": 10}
    ratio = {"risk_ratio": 2, "assumption": "placeholder"}
    assert rows["benefit"]["from_1"]["ips"] == ratio
    back = rows["job"]["benefit"]
    assert back["from_1"] == {
        "unit": "rate/week",
        "usual": {"mean": 0.1, "assumption": "placeholder"},
        "ips": {"hazard_ratio": 0.5, "assumption": "placeholder"},
    }
    assert back["from_2"]["usual"] == {"events": 10, "n": 20, "source": "ours"}
    allowance = written.node["cost"]["allowance"]["in"]["benefit"]
    assert allowance["ips"] == {"ratio": 0.5, "assumption": "placeholder"}
    assert allowance["usual"]["unit"] == "DKK_2024/person/week"
    again = _loaded(tmp_path, written.node)
    assert again.model is not None
