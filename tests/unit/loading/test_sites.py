"""A table of sites: cells as in every table, values as in the scenario, messages at the cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from danish import english_in
from rollout_texts import rollout_text

from ipscost.errors import Problem, ScenarioError
from ipscost.loading import Reading, build, read
from ipscost.loading.sites import read_sites
from ipscost.scenario.distributions import Fixed
from ipscost.scenario.rollout import Site


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    file = tmp_path_factory.mktemp("rollout") / "rollout.yaml"
    file.write_text(rollout_text(), encoding="utf-8")
    return read(file)


def sites(
    reading: Reading, folder: Path, text: str | bytes, settings: tuple[str, ...] = ()
) -> tuple[Site, ...]:
    file = folder / "sites.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_sites(file, reading, build(reading, settings), settings).sites


def problem(reading: Reading, folder: Path, text: str) -> Problem:
    with pytest.raises(ScenarioError) as caught:
        sites(reading, folder, text)
    (found,) = caught.value.problems
    assert found.code != "E340" or english_in(found) == []
    return found


def test_a_row_states_numbers_of_a_site_and_empty_cells_keep_the_scenarios(
    reading: Reading, tmp_path: Path
) -> None:
    head = "site;intake.target;recruitment;rollout.starts;salary"
    text = f"{head}\nÅby;1.200,5;0,7;2024-03;\nB;;;;52e4\n"
    one, other = sites(reading, tmp_path, text.encode("cp1252"))
    assert (one.name, other.name) == ("Åby", "B")
    assert one.own == ("rollout.intake.target", "rollout.intake.recruitment", "rollout.starts")
    assert one.rollout.intake.target.value == 1200.5
    assert one.rollout.intake.recruitment is not None
    assert one.rollout.intake.recruitment.dist == Fixed(0.7)
    assert str(one.rollout.starts) == "2024-03"
    assert other.rollout.intake.target.value == 60
    assert other.rollout.intake.recruitment is not None
    assert not other.rollout.intake.recruitment.is_fixed
    assert other.rollout.staff is not None
    assert other.rollout.staff.roles[0].salary.value == 520_000


def test_empty_columns_that_a_spreadsheet_saves_are_passed_over(
    reading: Reading, tmp_path: Path
) -> None:
    text = "\ufeffnr;Kommune;;target;;\r\n;A;;40;;\r\n;B;;50\r\n;C;;60;;;\r\n;;;;;\r\n"
    found = sites(reading, tmp_path, text.replace("nr", ""))
    assert [(one.name, one.rollout.intake.target.value) for one in found] == [
        ("A", 40),
        ("B", 50),
        ("C", 60),
    ]
    told = problem(reading, tmp_path, "site;target;\nA;40;2\n")
    assert "column 3 has no heading" in str(told.message)


def test_the_first_column_names_the_sites_whatever_its_heading(
    reading: Reading, tmp_path: Path
) -> None:
    found = sites(reading, tmp_path, "kommune,target\nNord by,10\nSyd,20\n")
    assert [(site.name, site.rollout.intake.target.value) for site in found] == [
        ("Nord by", 10),
        ("Syd", 20),
    ]


def test_a_change_on_the_command_line_holds_where_a_row_says_nothing(
    reading: Reading, tmp_path: Path
) -> None:
    changed = ("rollout.intake.target.mean=90",)
    found = sites(reading, tmp_path, "site;target\nA;10\nB;\n", changed)
    assert [site.rollout.intake.target.value for site in found] == [10, 90]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "says", "fix"),
    [
        (
            "site;target\nA;1\na;2\n",
            "E340",
            3,
            1,
            "the site a stands twice, first on line 2",
            "own",
        ),
        (
            "site;targts\nA;1\n",
            "E340",
            1,
            6,
            "no number of the rollout is called",
            "intake.target",
        ),
        ("site;target;salary\nA;1;2\nB;1\n", "E340", 3, 4, "expected 3 cells", "salary, empty"),
        ("site;target\nA;1;0,8\n", "E340", 2, 5, "expected 2 cells", "take the rest"),
        ("site;recruitment\nA;1,8\n", "E114", 2, 3, "at most 1, found 1.8", "write 1 for 1.8"),
        ("site;target\nA;-3\n", "E114", 2, 3, "at least 0, found -3", "write 3"),
        ("site;target\nA;1.200\n", "E340", 2, 3, "may mark thousands or decimals", "write 1200"),
        ("site;starts\nA;2024-13\n", "E321", 2, 3, "no such month", "2024-12"),
        ("site;support.months\nA;1e9\n", "E114", 2, 3, "at most 600 months", "such as 18"),
        ("site;until\nA;9999-12\n", "E321", 2, 3, "more than 100 years", "write 2024-12"),
        ("site;months\nA;12\n", "E340", 1, 6, "may mean rollout.intake.months", "intake.months"),
        ("site;payer\nA;state\n", "E340", 1, 6, "is the same for all sites", "take the column out"),
        ("site;rollout.intake.x\nA;1\n", "E101", 1, 6, "unknown key x", "ramp_up"),
        ("site;target\n;1\n", "E340", 2, 1, "expected the name", "write its name"),
        ("site;target;target\nA;1;1\n", "E340", 1, 13, "stands twice", "take one of the two out"),
        ("site;target\n", "E340", 1, 1, "a row for each site", "add a row"),
        ("site\nA\n", "E340", 1, 1, "found names alone", "add a column such as"),
    ],
)
def test_what_does_not_fit_is_told_at_its_cell(
    reading: Reading,
    tmp_path: Path,
    text: str,
    code: str,
    line: int,
    column: int,
    says: str,
    fix: str,
) -> None:
    found = problem(reading, tmp_path, text)
    assert (found.code, found.span.line, found.span.column) == (code, line, column)
    assert found.span.file.endswith("sites.csv")
    assert says in str(found.message)
    assert fix in str(found.fix)


def test_what_a_number_rests_on_is_the_table(reading: Reading, tmp_path: Path) -> None:
    (one,) = sites(reading, tmp_path, "site;target\nA;10\n")
    target = one.rollout.intake.target
    assert target.source is None
    assert target.assumption is not None
    assert target.assumption.tell("en").endswith("sites.csv")


def test_the_example_is_one_of_sites_of_the_example() -> None:
    examples = Path(__file__).parents[3] / "examples"
    reading = read(examples / "our-rollout.yaml")
    found = read_sites(examples / "sites.csv", reading, build(reading)).sites
    assert [site.name for site in found] == ["A (invented)", "B (invented)", "C (invented)"]
    assert [site.rollout.intake.target.value for site in found] == [40, 60, 20]
    assert [str(site.rollout.starts) for site in found] == ["2026-01", "2026-03", "2026-07"]
