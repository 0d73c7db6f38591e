"""The answer on one screen of 80 x 24: what carries it, three caveats, and how to see the rest."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from messages import flat, tells

from ipscost.cli import main

ROOT = Path(__file__).resolve().parents[2]
SCREEN = 23
"""The lines of a screen of 24 above the prompt."""
THREE_ARMS = 45
SHIPPED = {
    "inklusion-ips": SCREEN,
    "inklusion-ipse": SCREEN,
    "labour-market-ips": THREE_ARMS,
    "ips-ten-years": THREE_ARMS,
}


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("command", ["simulate", "payers"])
@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_answer_fits_on_its_screen(
    scenario: str, command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(capsys, command, scenario, "--draws", "400", "--lang", language).splitlines()
    assert len(lines) <= SHIPPED[scenario]
    assert sum(line.startswith("- ") for line in lines) <= 3
    assert lines[-1].endswith("--notes.")
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_answer_of_sensitivity_fits_on_its_screen(
    scenario: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What matters most, whether it turns the answer, and which scenario analyses do."""
    options = ["--draws", "200", "--lang", language]
    lines = shown(capsys, "sensitivity", scenario, *options).splitlines()
    assert len(lines) <= SHIPPED[scenario]
    assert sum(line.startswith("- ") for line in lines) <= 3
    assert lines[-1].endswith("--notes.")
    assert max(map(len, lines)) <= 80


def test_what_the_short_answer_of_sensitivity_leaves_out_is_in_the_notes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    options = ["sensitivity", "labour-market-ips", "--draws", "200"]
    short = flat(shown(capsys, *options))
    every = flat(shown(capsys, *options, "--notes"))
    assert tells(short, "analyses_saving_kept", arm="IPS")
    for arm in ("IPS", "IPSE"):
        assert tells(every, "answer_saves_of", arm=arm)
        assert tells(every, "analyses_saving_kept", arm=arm)
    assert not tells(short, "answer_saves_of", arm="IPS")
    caveats = short.rpartition(" Every table")[0].split(" - ")[1:]
    assert len(caveats) == 3
    assert all(each in every for each in caveats)


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(
    "arguments",
    [["verify", "inklusion-ips"], ["calibrate", str(ROOT / "examples" / "calibration.yaml")]],
    ids=["verify", "calibrate"],
)
def test_what_agrees_fits_on_its_screen(
    arguments: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(capsys, *arguments, "--lang", language).splitlines()
    assert len(lines) <= SCREEN
    assert sum(line.startswith("- ") for line in lines) <= 3
    assert max(map(len, lines)) <= 80


def test_verify_shows_what_differs_before_what_agrees(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Of many results the few that tell most, and all of them with --notes."""
    text = shown(capsys, "verify", "labour-market-ips")
    every = shown(capsys, "verify", "labour-market-ips", "--notes")
    rows = [line for line in text.splitlines() if line.endswith(("agrees", "off as stated"))]
    assert len(rows) == 6
    assert all(row.endswith("off as stated") for row in rows)
    assert every.count("agrees\n") == 3
    assert tells(text, "note_off")
    assert "(" not in "".join(rows)
    assert tells(text, "title_verify_some", name="labour-market-ips", shown="6", count="14")
    assert not tells(every, "title_verify_some")


def test_verify_marks_what_agrees_by_construction(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "verify", "inklusion-ipse")
    rows = [line for line in text.splitlines() if line.endswith(("agrees", "by construction"))]
    ends = ["agrees" if row.endswith("agrees") else "by construction" for row in rows]
    assert ends == ["agrees", *["by construction"] * 3]


def test_calibrate_shows_the_targets_only_where_they_are_missed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    agrees = shown(capsys, "calibrate", str(ROOT / "examples" / "calibration.yaml"))
    assert not tells(agrees, "title_calibrate_targets")
    missed = shown(capsys, "calibrate", str(ROOT / "tests" / "golden" / "calibrate-open.yaml"))
    assert tells(missed, "calibrate_differs")
    assert "targets and what the fit gives" in missed


def test_no_probability_of_the_base_case_by_construction(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(capsys, "sensitivity", "inklusion-ips", "--draws", "2000", "--notes")
    assert "99.9%" not in text
    table = text[text.index("\nBase case  ") : text.index("\nWhat ")]
    told = [line for line in table.splitlines() if "%" in line and "95.6%" not in line]
    assert len(told) == 1  # the analysis that states another uncertainty
    assert told[0].startswith("As unsure as the")


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("path", ["cost.programme.ips", "discount.cost"])
@pytest.mark.parametrize("scenario", ["inklusion-ips", "ips-ten-years"])
def test_the_answer_of_threshold_fits_on_a_screen(
    scenario: str, path: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [scenario, path, "--draws", "50", "--lang", language]
    lines = shown(capsys, "threshold", *asked).splitlines()
    assert len(lines) <= SHIPPED[scenario]
    assert sum(line.startswith("- ") for line in lines) <= 3
    assert lines[-1].endswith("--notes.")
    assert max(map(len, lines)) <= 80


def test_notes_show_every_table_and_note_in_groups(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "simulate", "inklusion-ips", "--notes", "--draws", "2000")
    headings = ["What to know first", "What is not known", "What is assumed", "The record"]
    places = [text.index(f"\n{heading}\n") for heading in headings]
    assert places == sorted(places)
    assert text.index("Who pays and who gains: IPS") < places[0]
    short = shown(capsys, "simulate", "inklusion-ips", "--draws", "2000")
    caveats = [line for line in short.splitlines() if line.startswith("- ")]
    assert len(caveats) == 3
    assert all(caveat in text for caveat in caveats)


def test_what_is_written_for_others_keeps_all(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    arguments = ["simulate", "inklusion-ips", "--draws", "200"]
    every = len(json.loads(shown(capsys, *arguments, "--format", "json"))["notes"])
    plain = shown(capsys, *arguments, "--format", "plain")
    assert plain.count("\n- ") == every
    file = tmp_path / "answer.txt"
    shown(capsys, *arguments, "--out", str(file))
    assert file.read_text(encoding="utf-8") == plain


def test_a_probability_on_weak_numbers_is_told_to_a_per_cent(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(capsys, "simulate", "labour-market-ips")
    (row,) = [line for line in text.splitlines() if line.startswith("Probability of saving")]
    assert row.split()[-4:] == ["over", "99%", "over", "99%"]


def test_a_probability_by_construction_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "robability" not in shown(capsys, "simulate", "inklusion-ips")


def test_payers_answers_first_and_tells_each_account_with_the_notes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    short = shown(capsys, "payers", "labour-market-ips", "--draws", "400")
    headline, table, caveats = short.split("\n\n", 1)[0], short, short[short.index("\n- ") :]
    assert headline.count("the public sector gains") == 2  # of each intervention
    assert "although that account is incomplete" in headline
    assert caveats.startswith("\n- How “Municipality or region (split")
    (row,) = [line for line in table.splitlines() if line.startswith("Municipality  ")]
    assert row.split() == ["Municipality", "+29,997*", "+10,835*"]
    text = shown(capsys, "payers", "labour-market-ips", "--draws", "400", "--notes")
    assert text.startswith(f"{headline}\n\nWho gains and who pays: IPS ")
    answer = text[text.index("\nWhat the answer is made of\n") :]
    for account in ("The public sector", "Municipality", "Region", "Citizen", "State"):
        assert f"\n- {account}: " in answer


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("command", ["simulate", "payers"])
@pytest.mark.parametrize("scenario", ["labour-market-ips", "ips-ten-years"])
def test_one_arm_of_several_fits_on_a_screen(
    scenario: str, command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [scenario, "--arm", "ips", "--draws", "200", "--lang", language]
    row_of_the_answer = command == "payers" and scenario == "ips-ten-years"  # beside five payers
    assert len(shown(capsys, command, *asked).splitlines()) <= SCREEN + row_of_the_answer


@pytest.mark.parametrize(("language", "label"), [("en", "The public sector"), ("da", "Det off")])
def test_the_account_that_answers_has_a_row_beside_five_payers(
    language: str, label: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["ips-ten-years", "--arm", "ips", "--draws", "20", "--lang", language]
    answer, table, *_ = shown(capsys, "payers", *asked).split("\n\n")
    (row,) = [line for line in table.splitlines() if line.startswith(label)]
    gained = re.search(r"\+([\d.,]+)", row)
    assert gained is not None
    assert gained[1] in answer


def test_many_categories_of_one_arm_add_up_to_their_total(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(capsys, "simulate", "ips-ten-years", "--arm", "ips", "--draws", "0")
    table = text.split("\n\n")[1].splitlines()[2:]
    amounts = [float(line.rpartition("  ")[2].replace(",", "")) for line in table]
    assert len(amounts) == 7
    assert table[-2].startswith("Other categories ")
    assert sum(amounts[:-1]) == pytest.approx(amounts[-1], abs=3)


def test_payers_of_one_arm_shows_intervals_and_months(capsys: pytest.CaptureFixture[str]) -> None:
    short = shown(capsys, "payers", "labour-market-ips", "--arm", "ips", "--draws", "400")
    (row,) = [line for line in short.splitlines() if line.startswith("State ")]
    assert row.endswith("  1 (1 to >18)")
    assert "Who gains and who pays" not in short
    asked = ["--arm", "ips", "--payer", "state", "--years"]
    alone = shown(capsys, "payers", "labour-market-ips", "--draws", "200", *asked)
    assert "Who gains and who pays: IPS" in alone
    assert "Gain to date, year by year: IPS" in alone
    # an analysis is seen from the same account
    assert "instead of saving 878 kr." in " ".join(alone.split())


def test_where_there_is_nothing_more_no_line_says_how_to_see_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "plain.yaml"
    file.write_text("ipscost: 1\ntitle: x\nname: x\nextends: inklusion-ips\n", encoding="utf-8")
    assert "--notes" not in shown(capsys, "verify", str(file))
