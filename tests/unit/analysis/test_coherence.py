"""What `check` doubts in a scenario whose numbers may each be right."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest
from builders import CARE, HOSPITAL, JOB, PROGRAMME

import ipscost
from ipscost.analysis.coherence import incoherences
from ipscost.cli import main

ROOT = Path(__file__).parents[3]
UNKNOWN = CARE.replace("ips: {difference: -300, se: 50}", "ips: unknown")
ZERO = CARE.replace("{difference: -300, se: 50}", "{difference: 0}")
SAME = CARE.replace("{difference: -300, se: 50}", "{mean: 1000}").replace(", se: 100", "")
NO_EFFECT = JOB.replace("events: 60", "events: 40").replace("events: 40, n: 100", "mean: 0.4")


def codes(cost: str, outcome: str = JOB, **more: str) -> list[str]:
    scenario = builders.load(builders.text(cost, outcome=outcome, **more))  # type: ignore[arg-type]
    return [each.code for each in incoherences(scenario)]


@pytest.mark.parametrize(
    ("cost", "outcome", "found"),
    [
        (PROGRAMME, JOB, ["W430"]),
        (PROGRAMME + SAME, JOB, ["W430"]),
        (PROGRAMME + CARE, JOB, []),
        (PROGRAMME + HOSPITAL, JOB, []),
        (PROGRAMME + UNKNOWN, JOB, []),  # it may differ: nobody says that it does not
        (PROGRAMME + ZERO, JOB, []),  # it was thought of
        (PROGRAMME, NO_EFFECT, []),
        (PROGRAMME, "", []),
        (PROGRAMME, JOB.replace("{events: 60, n: 100}", "unknown"), []),
    ],
)
def test_an_effect_changes_a_cost_beside_the_programme(
    cost: str, outcome: str, found: list[str]
) -> None:
    assert codes(cost, outcome) == found


def test_costs_that_follow_people_through_states_differ_where_their_moves_do() -> None:
    file = ROOT / "examples" / "states.yaml"
    assert incoherences(ipscost.load(file)) == ()
    assert [p.code for p in incoherences(ipscost.load(ROOT / "examples" / "calibration.yaml"))] == [
        "W430"
    ]


def test_sources_are_old_by_the_prices_and_not_by_the_day() -> None:
    def of(year: int, money: str) -> list[str]:
        content = builders.text(money=money).replace("made up", f"of {year} made up")
        return [each.code for each in incoherences(builders.load(content))]

    assert of(2014, "DKK_2024") == []
    assert of(2013, "DKK_2024") == ["W432"]
    assert of(2013, "DKK_2017") == ["W432"]  # prices of 2024 are known
    later = "DKK_2026\nprices: {assume: 2026, growth: 0.02, assumption: a guess}"
    assert of(2015, later) == ["W432"]


def test_who_says_what_carries_over_is_not_told_that_the_people_are_others() -> None:
    young = ["population=young people with anxiety"]
    of_trial = ipscost.load("inklusion-ips", young)
    assert {each.code for each in incoherences(of_trial)} == {"W431"}
    example = ROOT / "examples" / "our-young-people.yaml"
    assert incoherences(ipscost.load(example)) == ()


def test_no_other_command_repeats_what_check_doubts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    content = builders.text(PROGRAMME, outcome=JOB)
    Path("study.yaml").write_text(content, encoding="utf-8")
    assert main(["check", "study.yaml", "--lang", "da"]) == 0
    printed = capsys.readouterr()
    assert "[W430]" in printed.err
    assert "ips ændrer outcome.job, men ingen anden omkostning end selve indsatsens" in printed.err
    assert main(["check", "study.yaml", "--strict"]) == 1
    capsys.readouterr()
    assert main(["simulate", "study.yaml", "--draws", "0", "--notes"]) == 0
    printed = capsys.readouterr()
    assert "no cost but that of the programme" not in printed.out + printed.err


def test_no_shipped_scenario_is_doubted() -> None:
    found = {
        name: [each.render() for each in incoherences(ipscost.load(name))]
        for name in ("inklusion-ips", "inklusion-ipse", "labour-market-ips", "ips-ten-years")
    }
    assert {name: each for name, each in found.items() if each} == {}
