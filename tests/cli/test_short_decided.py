"""The answer of cea and voi on one screen: what carries it, three caveats, what is not claimed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from messages import flat, said, tells

import ipscost
from ipscost.analysis.decisions import decision_of
from ipscost.cli import main
from ipscost.report.cea.report import cea
from ipscost.report.report import Choice
from ipscost.report.voi.report import voi

SCREEN = 23
"""The lines of a screen of 24 above the prompt."""
THREE_ARMS = 45
DECIDED = [
    ("cea inklusion-ips --outcome qaly", SCREEN),
    ("cea inklusion-ips --outcome job_or_education", SCREEN),
    ("cea inklusion-ipse", SCREEN),
    ("cea labour-market-ips --outcome qaly", SCREEN),
    ("cea labour-market-ips --outcome weeks_18 --wtp 5000", THREE_ARMS),
    ("voi inklusion-ips", SCREEN),
    ("voi inklusion-ips --outcome qaly", SCREEN),
    ("voi inklusion-ipse", SCREEN),
    ("voi labour-market-ips", THREE_ARMS),
]


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(("command", "most"), DECIDED)
def test_the_answer_of_a_decision_fits_on_its_screen(
    command: str, most: int, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--draws", "1000", "--lang", language)
    lines = shown(capsys, *command.split(), *options).splitlines()
    assert len(lines) <= most
    assert sum(line.startswith("- ") for line in lines) <= 3
    assert lines[-1].endswith("--notes.")
    assert max(map(len, lines)) <= 80
    headline = " ".join(lines[: lines.index("")])
    assert len(re.split(r"(?<=[a-z)%])[.] (?=[A-ZÆØÅ][a-zæøå ])", headline)) <= 3


@pytest.mark.parametrize("command", ["cea inklusion-ips --outcome qaly", "voi inklusion-ips"])
def test_all_caveats_and_sentences_of_a_decision_stand_among_its_notes(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [*command.split(), "--draws", "1000"]
    short = shown(capsys, *arguments)
    every = shown(capsys, *arguments, "--notes")
    caveats = [line for line in short.splitlines() if line.startswith("- ")]
    assert len(caveats) == 3
    assert all(caveat in every for caveat in caveats)
    assert every.startswith(short[: short.index("\n\n")])
    assert flat(every).count(said("given_construction")) == 1
    key = "note_cea_values" if command.startswith("cea") else "note_voi_evpi"
    assert tells(every, key)
    assert not tells(short, key)


def test_a_decision_tells_no_probability_by_construction(
    capsys: pytest.CaptureFixture[str],
) -> None:
    few = ("--draws", "2000")
    assert "robability" not in shown(capsys, "cea", "inklusion-ips", "--outcome", "qaly", *few)
    every = shown(capsys, "cea", "inklusion-ips", "--outcome", "qaly", "--notes", *few)
    tables = [every.index(title) for title in ("Net benefit of each arm", "Cost-effectiveness pl")]
    assert "99" not in every[slice(*tables)]
    assert "%" not in every[every.index("Acceptability: ") : every.index("\n- ")]
    assert tells(every, "given_construction_choice")
    answer = shown(capsys, "voi", "inklusion-ips", *few).split("\n\n- ")[0]
    assert "%" not in answer
    assert tells(answer, "voi_constructed")
    assert not tells(answer, "voi_short_never")


def test_tables_with_the_notes_are_no_surer_than_the_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ("labour-market-ips", "--outcome", "qaly", "--draws", "2000", "--notes")
    text = shown(capsys, "cea", *asked)
    tables = text[text.index("Net benefit of each arm") : text.index("What to know first")]
    assert "99.9%" not in tables
    assert "over 99%" in tables


@pytest.mark.parametrize(
    ("scenario", "name"), [("labour-market-ips", "acceptability"), ("inklusion-ips", "losses")]
)
def test_who_asks_for_a_grid_of_thresholds_sees_it(
    scenario: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Probabilities at each threshold, or where none is claimed what each choice would lose."""
    asked = (scenario, "--outcome", "qaly", "--wtp", "0:400000:50000", "--draws", "500")
    text = shown(capsys, "cea", *asked)
    table = shown(capsys, "cea", *asked, "--only", name)
    assert table in text
    rows = [line.split()[0] for line in table.splitlines() if line[:1].isdigit()]
    assert len(rows) == 10  # nine, and the scenario's own


def test_a_probability_of_a_decision_on_weak_numbers_is_told_to_a_per_cent(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = flat(shown(capsys, "cea", "labour-market-ips", "--outcome", "qaly"))
    assert "the probability that it is positive is over 99%." in text
    assert "99.9%" not in text


def test_caveats_of_a_decision_go_by_its_net_benefit(capsys: pytest.CaptureFixture[str]) -> None:
    few = ("--draws", "2000")
    text = shown(capsys, "cea", "inklusion-ips", "--outcome", "qaly", *few)
    assert tells(text, "caveat_benefit_unclear", arm="IPS", level="95%")
    text = shown(capsys, "cea", "inklusion-ips", "--outcome", "job_or_education", *few)
    assert tells(text, "caveat_swing_unclear")  # without a threshold by the saving


def test_results_made_elsewhere_have_their_own_caveats(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "results.csv"
    head = "draw,cost_usual,score_usual,cost_ips,score_ips\n"
    file.write_text(f"{head}1,100,0.5,90,0.6\n2,110,0.4,120,0.5\n", encoding="utf-8")
    text = shown(capsys, "cea", "--psa", str(file), "--wtp", "100")
    notes = [line for line in text.split("\n\n")[-1].splitlines() if line.startswith("- ")]
    assert len(notes) == 3
    assert tells(text, "cea_effect_fixed")
    assert tells(text, "note_cea_few", draws="2")
    assert tells(text, "note_better_option", label="score")
    every = shown(capsys, "cea", "--psa", str(file), "--wtp", "100", "--notes")
    assert tells(every, "caveat_elsewhere")


def test_an_arm_that_is_left_out_is_the_first_caveat(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "cea", "labour-market-ips", "--outcome", "qaly", "--draws", "500")
    first = text.split("\n\n- ")[1]
    assert tells(first, "left_out_effect", arm="IPSE")


def test_every_table_of_a_decision_has_a_name() -> None:
    run = ipscost.simulate(ipscost.load("labour-market-ips"), ipscost.Settings(draws=1000))
    outcome = next(each for each in run.scenario.outcomes if each.path == "outcome.weeks_18")
    decision = decision_of(run, outcome, {"version": "0"})
    for report in (cea(decision, wtp=[5000.0]), voi(decision, wtp=[2000.0, 5000.0])):
        assert report.short is not None
        names = [table.name for table in (*report.tables, *report.short.tables)]
        assert all(names)
        choices = [table for table in report.tables if isinstance(table, Choice)]
        inner = [each.name for choice in choices for each in (*choice.across, *choice.down)]
        assert all(inner)
        assert len(report.short.tables) <= 2


def test_what_was_not_observed_is_a_caveat_of_a_decision(
    capsys: pytest.CaptureFixture[str],
) -> None:
    few = ("--outcome", "weeks_10_years", "--wtp", "3000", "--draws", "200")
    text = shown(capsys, "cea", "ips-ten-years", *few)
    assert tells(text, "headline_extrapolated_of", arm="IPS", month="18")
