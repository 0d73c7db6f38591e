"""evidence: what a reader sees of published evaluations, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import studies as texts

from ipscost.cli import main
from ipscost.library.elsewhere import shipped_studies
from ipscost.words import LANGUAGES

Capture = pytest.CaptureFixture[str]
FEW = ("--draws", "50")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    texts.write(tmp_path, veterans=texts.VETERANS, mood=texts.MOOD, sweden=texts.SWEDEN)
    return ["veterans.yaml", "mood.yaml", "sweden.yaml"]


def shown(capsys: Capture, *arguments: str) -> str:
    assert main(["evidence", *arguments, *FEW]) == 0
    return capsys.readouterr().out


def refused(capsys: Capture, *arguments: str) -> str:
    assert main(["evidence", *arguments, *FEW]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return " ".join(captured.err.split())


def test_a_line_a_study_and_nothing_stronger_than_its_source(
    files: list[str], capsys: Capture
) -> None:
    lines = shown(capsys, *files, "--lang", "da").splitlines()
    assert max(map(len, lines)) <= 80
    rows = [" ".join(line.split()) for line in lines]
    assert "USA veterans overgangsjob 18 39/23 1,66 1,28-2,16 +34.030±" in rows
    assert "DNK mood vanlig indsats 12 44/38 1,18 0,91-1,53 +1.183 EUR?" in rows
    assert "SWE sweden revalidering - - - - -62.223?" in rows
    assert len(lines) < 24
    english = [" ".join(line.split()) for line in shown(capsys, *files).splitlines()]
    assert "USA veterans transitional work 18 39/23 1.66 1.28-2.16 +34,030±" in english


def test_of_a_few_the_short_answer_tells_the_doubts_and_where_the_only_interval_lies(
    files: list[str], capsys: Capture
) -> None:
    told = " ".join(shown(capsys, "mood.yaml", "sweden.yaml").split())
    assert "Risk ratio: the only 95% interval includes 1 (no effect)." in told
    assert "- Doubts about DNK mood: hours fell = odd." in told
    full = " ".join(shown(capsys, "mood.yaml", "sweden.yaml", "--notes").split())
    assert full.count("hours fell = odd") == 1
    assert "In their own money, since the price year is not known: DNK mood (EUR)." in full


def test_all_of_a_study_is_one_row(files: list[str], capsys: Capture) -> None:
    told = shown(capsys, *files, "--format", "markdown")
    rows = [line for line in told.splitlines() if line.startswith("| ")]
    assert [row.split()[1] for row in rows] == ["Evaluation", "USA", "DNK", "SWE"]
    cells = [cell.strip() for cell in rows[1].split("|")[1:-1]]
    assert cells[:6] == (
        ["USA veterans", "transitional work", "a group", "randomised trial", "541", "18"]
    )
    assert cells[6:11] == ["the payer's", "In work", "38.7%", "23.3%", "1.66 (1.28 to 2.16)"]
    assert cells[12] == "abstract"
    assert cells[13].startswith("+4,584 (")
    assert cells[14:] == ["USD 2019", cells[15], "+35,266±; +34,574±", "abstract"]
    assert [cell.strip() for cell in rows[3].split("|")[8:13]] == ["In work", *"----"]
    assert "Doubts about DNK mood: hours fell = odd." in told
    assert "EUR not known" in told


def test_where_a_row_has_no_room_each_of_three_tables_names_the_comparator(
    files: list[str], capsys: Capture
) -> None:
    lines = shown(capsys, *files, "--notes", "--lang", "da").splitlines()
    assert max(map(len, lines)) <= 80
    assert sum(line.startswith("SWE sweden") for line in lines) == 3
    assert sum("revalidering" in line for line in lines) == 3
    alone = shown(capsys, *files, "--only", "costs")
    assert "USA veterans v" in alone
    assert "+35,266±" in alone
    assert "randomised" not in alone


def test_every_label_for_machines_names_the_comparator(files: list[str], capsys: Capture) -> None:
    rows = [*csv.DictReader(io.StringIO(shown(capsys, *files, "--format", "csv")))]
    assert all(" v " in row["label"] for row in rows)
    levels = [row for row in rows if row["measure"] == "outcome_level"]
    assert {row["design"] for row in rows} == {"trial"}
    assert {row["whose"] for row in rows} == {"the payer's"}
    assert {row["sure"] for row in levels} == {"abstract"}
    mood = next(row for row in rows if row["scenario"] == "mood")
    names = ("country", "groups", "population", "comparator", "sure")
    assert [mood[name] for name in names] == ["DNK", "mood", "a group", "services as usual", ""]
    own = {row["scenario"]: row["unit"] for row in rows if row["measure"] == "cost_difference"}
    assert own["mood"] == "EUR_unknown/person"
    money = [row for row in rows if row["measure"] == "cost_difference_in_money"]
    assert [row["scenario"] for row in money] == ["veterans"] * 3 + ["sweden"] * 3


def test_hours_have_their_unit_and_what_is_unknown_no_table(
    files: list[str], capsys: Capture
) -> None:
    hours = Path("veterans.yaml").read_text(encoding="utf-8")
    hours = hours.replace("unit: share", "unit: hour/person").replace("n: 27", "se: 2")
    cost = hours.index("    ips: {difference: 4584")
    hours = hours[:cost] + "    ips: unknown" + hours[hours.index("\n", cost) :]
    Path("hours.yaml").write_text(hours, encoding="utf-8")
    told = shown(capsys, "hours.yaml", "--notes")
    assert "hour/" in told
    assert "Risk ratio:" not in told
    assert "Cost difference" not in told


def test_the_record_of_a_study_says_what_numbers_cannot(files: list[str], capsys: Capture) -> None:
    told = json.loads(shown(capsys, *files, "--format", "json", "--lang", "da"))["record"]
    mood = told["studies"]["mood"]
    assert (told["money"], told["country"], mood["country"]) == ("DKK_2024", "DNK", "DNK")
    assert (mood["design"], mood["groups"]) == ("trial", ["mood"])
    assert (mood["comparator"], mood["doubt"]) == ("vanlig indsats", "timerne faldt")
    assert mood["sure"] == {"outcome": "abstract", "cost": "abstract"}


def test_the_picture_is_of_the_measure_that_was_asked_for(
    files: list[str], capsys: Capture
) -> None:
    told = shown(capsys, *files, "--plot", "--measure", "difference")
    assert "├──────●──────┤" in told
    assert "+6.6 (-4.0 to 17.3)" in told
    assert "DNK mood mod vanlig indsats" in shown(capsys, *files, "--plot", "--lang", "da")
    assert main(["evidence", *files, "--out", "forest.svg", *FEW]) == 0
    assert "USA veterans v transitional work" in Path("forest.svg").read_text(encoding="utf-8")
    assert "states a share in both arms" in refused(capsys, "sweden.yaml", "--out", "forest.png")


def test_a_programme_against_itself_stands_apart_and_counts_in_nothing(
    files: list[str], capsys: Capture
) -> None:
    texts.write(Path(), itself=texts.ITSELF)
    told = shown(capsys, *files, "itself.yaml", "--plot")
    words = " ".join(told.split())
    assert words.startswith("3 published evaluations (countries: 3, randomised trials: 3)")
    assert "above 1 in 1 of the 2 that have one" in words
    assert "not counted: one form of the programme" in words
    rows = [line for line in told.splitlines() if line.startswith(("SWE", "DNK itself"))]
    assert [row.split()[:2] for row in rows][:2] == [["SWE", "sweden"], ["DNK", "itself†"]]
    alone = shown(capsys, "itself.yaml", "--lang", "da")
    refusal = refused(capsys, "mood.yaml", "itself.yaml", "--pool", "risk_ratio")
    assert "only mood can be pooled" in refusal
    assert alone.startswith("Ingen offentliggjort evaluering her holder indsatsen op mod")


def test_people_per_arm_that_are_assumed_are_marked_and_told(
    files: list[str], capsys: Capture
) -> None:
    study = texts.ITSELF["study"].replace("same_programme: true, ", "")
    texts.write(Path(), taken={**texts.ITSELF, "study": study})
    told = shown(capsys, *files, "taken.yaml", "--notes", "--plot")
    words = " ".join(told.split())
    assert "In 1 of them the people in each arm are assumed (†)" in words
    assert "The interval of DNK taken rests on an assumption: two equal arms." in words
    assert "DNK taken v no time limit†" in told
    assert "DNK mood v services as usual†" not in told
    rows = csv.DictReader(io.StringIO(shown(capsys, *files, "taken.yaml", "--format", "csv")))
    assumed = [row["scenario"] for row in rows if row["measure"] == "people_assumed"]
    assert assumed == ["taken"]
    pooled = shown(capsys, "mood.yaml", "taken.yaml", "--pool", "risk_ratio", "--notes")
    assert "assumed (†) in DNK taken" in " ".join(pooled.split())


def test_rows_of_the_same_people_are_named_and_count_once(
    files: list[str], capsys: Capture
) -> None:
    texts.write(Path(), again=texts.MOOD)
    told = " ".join(shown(capsys, *files, "again.yaml").split())
    assert "4 published evaluations (countries: 3, randomised trials: 3)" in told
    assert "The same people, counted once among trials and intervals: again and mood." in told
    assert "lies wholly above 1 in 1 of the 2 that have one, wholly below in 0" in told


def test_a_half_is_rounded_as_a_reader_would(files: list[str], capsys: Capture) -> None:
    outcome = texts.VETERANS["outcome"].replace("0.233", "0.465")
    texts.write(Path(), half={**texts.VETERANS, "outcome": outcome})
    assert " 39/47 " in shown(capsys, "half.yaml")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--group", "moo"], "write mood"),
        (["--country", "FRA"], "use one of: USA, DNK, SWE"),
        (["--design", "model"], "use one of: trial"),
        (["--group", "ptsd", "--country", "SE"], "no evaluation is left by --group ptsd"),
        (["--money", "EUR_2024"], "as in /DEU or /ESP"),
        (["--money", "DKK_2030"], "known years: 1990 to 2024"),
        (["--money", "kroner"], "write DKK_2024 or EUR_2024/DEU"),
        (["--measure", "hazard_ratio"], "--measure must be one of risk_ratio"),
        (["--plot", "--out", "table.csv"], "ipscost evidence --out forest.svg"),
        (["--out", "forest.jpg"], ".xlsx, .svg, .png, .pdf, or add --format"),
    ],
)
def test_what_is_refused(
    arguments: list[str], told: str, files: list[str], capsys: Capture
) -> None:
    assert told in refused(capsys, *files, *arguments)


def test_a_scenario_that_is_no_study_is_refused(files: list[str], capsys: Capture) -> None:
    assert "tells no published evaluation" in refused(capsys, "ips-ten-years")
    assert "DNK mood" in shown(capsys, *files, "--group", "MOOD", "--country", "dk")


def test_the_costs_that_are_counted_are_the_whole_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", "san-diego", "vip-star", "saha", "--draws", "100"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "in the 2 that leave nothing out and have a price year (1 with an interval)" in said
    assert "-2,743*" in said


def test_a_file_that_is_named_in_two_ways_is_one_study(files: list[str], capsys: Capture) -> None:
    told = " ".join(
        shown(capsys, "mood.yaml", "./mood.yaml", str(Path("mood.yaml").absolute())).split()
    )
    assert told.startswith("1 published evaluation.")


def test_one_result_has_one_number_in_every_command(capsys: Capture) -> None:
    asked = (
        ["simulate", "inklusion-ips", "--price-year", "2024"],
        ["evidence", "inklusion-ips", "--money", "DKK_2024"],
        ["compare", "inklusion-ips", "vip-star", "--money", "DKK_2024", "--allow", "all"],
    )
    for arguments in asked:
        assert main([*arguments, "--draws", "0"]) == 0
        assert "84,399" in capsys.readouterr().out, arguments


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_evaluation_that_comes_with_ipscost_is_one_line(
    language: str, files: list[str], capsys: Capture
) -> None:
    lines = shown(capsys, "--lang", language).splitlines()
    assert max(map(len, lines)) <= 80
    first = next(n for n, line in enumerate(lines) if line.startswith("──")) + 1
    last = next(n for n, line in enumerate(lines) if line.startswith("- "))
    rows = [line for line in lines[first:last] if line.strip()]
    assert len(rows) == len(shipped_studies())


def test_one_note_is_not_told_as_notes(files: list[str], capsys: Capture) -> None:
    published = "reproduces: [{path: cost.total, arm: ips, what: difference, value: 4584, "
    published += "unit: USD_2019/person, to: 1, source: paper}]\n"
    Path("own.yaml").write_text(texts.text({**texts.VETERANS, "reproduces": published}))
    assert main(["verify", "own.yaml"]) == 0
    assert "and the only note: add --notes." in capsys.readouterr().out
