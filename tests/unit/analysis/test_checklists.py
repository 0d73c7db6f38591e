"""What the checklists say is met is there: every line that they name, and every command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import builders
import pytest
from messages import flat

from ipscost import Run, Settings, load, simulate
from ipscost.analysis import checklists
from ipscost.analysis.checklists import DERIVED, MISSING, PARTLY, STATED, UNNEEDED, Item
from ipscost.analysis.stress.run import stressed
from ipscost.cli import main
from ipscost.cli.verify import OF_STRESS
from ipscost.loading.keys.schema_reporting import ReportingKeys
from ipscost.report.report import tables_by_name
from ipscost.report.verify.stress import stress

ROOT = Path(__file__).parents[3]
SHIPPED = ("inklusion-ips", "labour-market-ips", "examples/municipality.yaml")
KEYS = {
    "cheers_1": ("title",),
    "cheers_5": ("population",),
    "cheers_7": ("arm",),
    "cheers_8": ("perspective",),
    "cheers_9": ("horizon",),
    "cheers_10": ("cost", "outcome", "discount", "schedule"),
    "cheers_11": ("outcome",),
    "cheers_12": ("outcome",),
    "cheers_14": ("cost",),
    "cheers_15": ("money", "conversion"),
    "cheers_16": ("model",),
    "cheers_24": ("analyses",),
    "advishe_b2": ("calibrate",),
    "advishe_d3": ("analyses",),
    "advishe_d4": ("reproduces",),
}


def run_of(name: str) -> Run:
    return simulate(load(name), Settings(draws=60))


def items(run: Run) -> Iterator[Item]:
    yield from checklists.cheers(run)
    yield from checklists.advishe(run, stressed(run))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_line_that_meets_an_item_says_it(name: str) -> None:
    run = run_of(name)
    found = list(items(run))
    assert [item.name for item in found[:28]] == [f"cheers_{number}" for number in range(1, 29)]
    assert len(found) == 28 + 13
    for item in found:
        for place in item.places:
            file = next(iter(ROOT.glob(f"**/{Path(place.file).name}")))
            line = file.read_text(encoding="utf-8").splitlines()[place.line - 1]
            allowed = (*KEYS.get(item.name, ()), *ReportingKeys.model_fields)
            assert any(f"{key}:" in line for key in allowed), (item, line)
        is_met = item.status in (DERIVED, STATED, PARTLY, "done")
        assert bool(item.places or item.commands) == is_met
        assert bool(item.lacks) == (item.status in (PARTLY, MISSING, "not_done"))


def test_one_clause_about_the_people_meets_their_item_in_part() -> None:
    said = ("population: people with severe mental illness\n", "reporting: {population: Adults}\n")
    expected = {(): MISSING, said[:1]: PARTLY, said: DERIVED}
    for texts, status in expected.items():
        content = builders.STUDY + "".join(texts)
        item = checklists.cheers(simulate(builders.load(content), Settings(draws=2)))[4]
        assert item.status == status
        assert item.key == ("population" if status == PARTLY else "")


def test_every_command_that_shows_an_item_runs(capsys: pytest.CaptureFixture[str]) -> None:
    commands = {command for item in items(run_of("inklusion-ips")) for command in item.commands}
    assert len(commands) >= 6
    for command in sorted(commands):
        line = command.format("inklusion-ips").split()
        draws = [] if line[0] == "explain" else ["--draws", "60"]
        assert main([*line, *draws]) == 0, command
        assert capsys.readouterr().out


def test_what_its_author_states_meets_the_rest(tmp_path: Path) -> None:
    """Every key of reporting meets an item, and leaves none of CHEERS missing or in part."""
    keys = tuple(ReportingKeys.model_fields)
    said = "\n".join(f"  {key}: Something about {key}" for key in keys)
    head = "ipscost: 1\nextends: inklusion-ips\ntitle: What IPS costs and saves\n"
    text = f"{head}reporting:\n{said}\n"
    file = tmp_path / "said.yaml"
    file.write_text(text, encoding="utf-8")
    run = run_of(str(file))
    found = {item.name: item for item in items(run)}
    lines = text.splitlines()
    met = {
        place.line for item in found.values() for place in item.places if place.file == str(file)
    }
    said_lines = {number for number, line in enumerate(lines, 1) if line.startswith("  ")}
    model_only = {lines.index("  model: Something about model") + 1}
    assert said_lines - model_only <= met
    lacking = {name for name, item in found.items() if item.status in (PARTLY, MISSING)}
    assert lacking == {"cheers_20"}  # numbers without uncertainty remain
    assert (found["cheers_20"].count, found["cheers_20"].every) == (
        sum(q.is_fixed for q in run.scenario.quantities),
        len(run.scenario.quantities),
    )
    assert found["cheers_16"].status == UNNEEDED
    assert {found[f"cheers_{number}"].status for number in (2, 3, 4, 21, 27, 28)} == {STATED}


def test_a_title_must_say_that_it_is_an_economic_evaluation_and_of_what(tmp_path: Path) -> None:
    titles = {
        "Cost-effectiveness of IPS": DERIVED,
        "Omkostninger ved IPS": DERIVED,
        "IPS against usual practice": PARTLY,
        "What it costs": PARTLY,
    }
    for title, status in titles.items():
        file = tmp_path / "titled.yaml"
        file.write_text(f"ipscost: 1\nextends: inklusion-ips\ntitle: {title}\n", encoding="utf-8")
        assert checklists.cheers(run_of(str(file)))[0].status == status, title


def test_nothing_is_inherited_that_another_author_said(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    start = "ipscost: 1\nextends: {}\ntitle: T\n"
    one.write_text(start.format("inklusion-ips") + "reporting: {funding: A fund}\n", "utf-8")
    two.write_text(start.format("one.yaml"), "utf-8")
    assert load(one).reporting["funding"].text.tell("da") == "A fund"
    assert not load(two).reporting


def test_the_tests_and_what_is_missing_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "inklusion-ips", "--stress"]) == 0
    shown = capsys.readouterr().out
    assert "inklusion-ips: 13 tests of the model hold; 5 do not apply to it." in flat(shown)
    found = [item.status for item in checklists.cheers(run_of("inklusion-ips"))]
    lacking = found.count(PARTLY), found.count(MISSING)
    met = len(found) - found.count(UNNEEDED) - sum(lacking)
    told = "{} are met, {} in part, and {} are missing.".format(met, *lacking)
    assert told in flat(shown)
    assert len(shown.splitlines()) <= 34
    only = ["--only", "cheers", "--lang", "da", "--draws", "0"]
    assert main(["verify", "inklusion-ips", "--stress", *only]) == 0
    assert "27 Finansiering mangler tilføj reporting.funding" in flat(capsys.readouterr().out)
    assert main(["verify", "inklusion-ips", *only]) == 2
    assert "--only cheers: tilføj --stress" in flat(capsys.readouterr().err)
    report, _ = stress(run_of("inklusion-ips"))
    assert {*tables_by_name(report)} == {*OF_STRESS}


def test_commands_name_the_file_and_are_those_that_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {item.name: item for item in items(run_of("study.yaml"))}
    assert (found["cheers_24"].status, found["cheers_24"].lacks) == (PARTLY, "analyses")
    assert main(["verify", "study.yaml", "--stress", "--only", "cheers", "--draws", "0"]) == 0
    assert "ipscost sensitivity study.yaml" in flat(capsys.readouterr().out)
    study = (folder / "study.yaml").read_text(encoding="utf-8")
    (folder / "open.yaml").write_text(
        study.replace("ips: {difference: 120}", "ips: unknown"), encoding="utf-8"
    )
    run = run_of("open.yaml")
    found = {item.name: item for item in items(run)}
    assert [found[f"cheers_{n}"].lacks for n in (14, 20, 24)] == ["unknown"] * 3
    for command in {command for item in found.values() for command in item.commands}:
        assert main([*command.format("open.yaml").split()]) == 0, command
