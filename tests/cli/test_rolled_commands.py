"""sensitivity and threshold of a rollout: a path of it, --budget or --payer ask for its net."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from rollout_texts import rollout_text

from ipscost.cli import main

FEW = ("--draws", "50")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("rolled") / "rollout.yaml"
    path.write_text(rollout_text(), encoding="utf-8")
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments, *FEW]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_a_path_of_the_rollout_asks_for_its_net(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = printed(capsys, "threshold", file, "rollout.staff.caseload")
    assert "saves the public sector 1.43 million kr. in all by the end of 2026" in found
    assert "The caseload may fall to 10.2" in found
    found = printed(capsys, "sensitivity", file, "--bounds", "rollout.staff.caseload=10:30")
    assert "Only the caseload can turn it into a cost on its own" in found


def test_the_net_of_a_payer_is_asked_for_by_its_name(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = printed(capsys, "sensitivity", file, "--payer", "state")
    assert "saves state 720,000 kr. in all" in found
    per_person = printed(capsys, "threshold", file, "cost.benefits.ips")
    assert "per person" in per_person
    assert "in all" not in per_person


def test_the_command_that_is_shown_runs_and_machines_get_the_unit_in_all(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tidy.csv"
    path = "rollout.intake.recruitment"
    asked = ("sensitivity", file, "--budget", "--payer", "municipality")
    notes = printed(capsys, *asked, "--notes")
    shown = f"ipscost threshold {file} cost.benefits.ips --budget --payer municipality"
    assert shown in notes
    assert main([*asked, *FEW, "--out", str(out)]) == 0
    with out.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["path"] == path]
    units = {row["measure"]: row["unit"] for row in rows}
    assert units["net_saving_at_low"] == "DKK_2024"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("sensitivity", "{file}", "--budget", "--plot"), "--plot draws the saving of one person"),
        (("threshold", "{file}", "rollout.place", "--outcome", "job"), "--outcome and --wtp make"),
        (("threshold", "{file}", "rollout.place"), "the scenario has no number rollout.place"),
        (
            ("threshold", "{file}", "rollout.between_sites", "--set", "rollout.between_sites=0.2"),
            "is how far single sites differ",
        ),
        (
            ("threshold", "ips-for-unge-2023", "rollout.published.trial", "--draws", "0"),
            "stands beside the accounts",
        ),
        (("threshold", "{file}", "--budget"), "rollout.intake.target, rollout.intake.recruit"),
        (("sensitivity", "{file}", "--payer", "town"), "no payer is called that; use one of"),
        (("sensitivity", "inklusion-ips", "--budget"), "says nothing of a rollout"),
    ],
)
def test_what_does_not_go_with_a_rollout_is_refused(
    file: str, arguments: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([each.format(file=file) for each in arguments]) != 0
    assert says in " ".join(capsys.readouterr().err.split())


def test_an_answer_per_person_says_that_the_rollout_is_no_part_of_it(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    apart = "What the rollout costs is not part of this answer per person: ask ipscost budget."
    changed = f"{file}.changed.yaml"
    Path(changed).write_text(
        f"ipscost: 1\ntitle: B\nextends: {Path(file).name}\n"
        "rollout: {intake: {recruitment: 0.5}}\n",
        encoding="utf-8",
    )
    for asked in (("simulate", file), ("compare", file, changed)):
        assert apart in printed(capsys, *asked)
    assert apart not in printed(capsys, "budget", file)
    assert main(["compare", file, "--vs", "half: rollout.intake.recruitment=0.5"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "ask ipscost budget FILE --set rollout.intake.recruitment=0.5" in told


def test_sites_stand_in_a_table_and_their_notes_say_what_they_share(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "sites.csv"
    table.write_text("site;recruitment\nNorth;0,5\nSouth;1\n", encoding="utf-8")
    financed = (
        "rollout.financing={guaranteed: [cost.benefits], payer: municipality, by: state, "
        "share: 0.1, source: study}"
    )
    asked = ("budget", file, "--sites", str(table), "--notes", "--set", financed)
    found = printed(capsys, *asked)
    assert "North 30" in found
    assert "South 60" in found
    assert "All sites 90" in found
    assert "All sites share one draw of the effect" in found
    assert "in full, since no column states its own: rollout.intake.target" in found
    assert "The 2 sites together are taken to be 20% of all who receive" in found
    table.write_text("site;recruitment\nNorth;1,5\n", encoding="utf-8")
    assert main([*asked, *FEW]) == 1
    assert "sites.csv:2:7: error[E114]" in capsys.readouterr().err
