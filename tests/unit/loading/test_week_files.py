"""Register weeks and tables of codes: what is read, what is refused; no message tells of anyone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from ipscost.errors import ScenarioError
from ipscost.individual.ids import PersonIds, as_bytes
from ipscost.individual.weeks import week_number
from ipscost.loading import load
from ipscost.loading.data.codes import CodeTable, read_codes
from ipscost.loading.data.week_text import WeekTextError, week_in
from ipscost.loading.data.weeks import PersonsOfWeeks, WeeksRead, read_weeks
from ipscost.scenario.nouns import Scenario

FILE = Path(__file__).parents[3] / "examples" / "states.yaml"
CODES = """\
code;state;benefit;behind;amount;unit
;job;;;;
B1*;benefit;reimbursement;1;;
B2-;dead;;0;;
200-210;benefit;benefits;ja;3.000,50;DKK_2024/week
205;benefit;;0;;
A;job;;;;
"""
SECRET = "0101901234"
"""A person's number, which no message may hold."""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load(FILE)


@pytest.fixture(scope="module")
def node() -> Any:
    return yaml.safe_load(FILE.read_text())


@pytest.fixture
def codes(tmp_path: Path, scenario: Scenario, node: Any) -> CodeTable:
    file = tmp_path / "codes.csv"
    file.write_text(CODES)
    return read_codes(str(file), scenario, node)


def ids(*names: str) -> PersonIds:
    return PersonIds.of(as_bytes(names))


def persons(start: str = "2020-W52", followed: int = 4, **more: Any) -> PersonsOfWeeks:
    return PersonsOfWeeks(ids(SECRET, "b", "c"), np.full(3, week_in(start)), True, followed, **more)


def weeks(
    tmp_path: Path, text: str, codes: CodeTable, of: PersonsOfWeeks | None = None
) -> WeeksRead:
    file = tmp_path / "weeks.csv"
    file.write_text(text)
    return read_weeks(str(file), codes, of or persons())


# --- how weeks are written ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["2024-W07", "2024W07", "2024-w7", "202407", "y_2407", "Y2407", "2024-02-12", "12.02.2024"],
)
def test_a_week_may_be_written_in_many_ways(text: str) -> None:
    assert week_in(text) == week_number(2024, 7)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2021-W53", "2021 has no week 53"),
        ("2021-W00", "a year has no week 0"),
        ("2024-02-13", "expected the Monday"),
        ("2024-02-30", "none of the calendar"),
        ("week seven", "expected a week"),
        ("2024", "expected a week"),
    ],
)
def test_what_is_no_week_is_refused(text: str, message: str) -> None:
    with pytest.raises(WeekTextError, match=message):
        week_in(text)
    assert week_in("2024-02-13", any_day=True) == week_number(2024, 7)
    assert week_in("y_9901") == week_number(1999, 1)


# --- codes -------------------------------------------------------------------------------------


def test_a_code_has_the_meaning_of_the_row_that_says_most_of_it(codes: CodeTable) -> None:
    rows = [codes.row(code) for code in ("", "B1", "B17", "B2-", "204", "205", "A", "0204", "B3")]
    assert rows == [0, 1, 1, 2, 3, 4, 5, -1, -1]
    found = codes.meanings
    assert found.state.tolist() == [1, 0, 2, 0, 0, 1]
    assert found.behind.tolist() == [False, True, False, True, False, False]
    assert found.benefits == ("cost.benefits",)
    assert found.benefit.tolist() == [-1, 0, -1, 0, -1, -1]
    assert found.amount[3] == 3000.5
    assert np.isnan(np.delete(found.amount, 3)).all()


@pytest.mark.parametrize(
    ("text", "line", "message", "fix"),
    [
        ("code;state\n1;benefti\n", 2, "unknown state benefti", "write benefit"),
        ("code;state\n1;job\n1;benefit\n", 3, "stand on line 2 too", "one row"),
        ("code;state\n10-20;job\n15-30;job\n", 3, "stand on line 2 too", "one row"),
        ("code;state\n20-10;job\n", 2, "expected a range", "130-139"),
        ("code;behind\n1;1\n", 1, "expected a column state", "code;state"),
        ("code;state;behnd\n1;job;1\n", 1, "unknown column behnd", "write behind"),
        ("code;state;behind\n1;job;maybe\n", 2, "expected 1 or 0", "write 1"),
        ("code;state;benefit\n1;job;visit\n", 2, "neither a ladder nor", "benefits"),
        (
            "code;state;benefit;amount\n1;benefit;benefits;5\n",
            2,
            "expected the unit",
            "DKK_2024/week",
        ),
        (
            "code;state;benefit;amount;unit\n1;benefit;benefits;5;DKK_2019/week\n",
            2,
            "the scenario in DKK_2024",
            "money: DKK_2019",
        ),
        ("code;state;amount;unit\n1;job;5;DKK_2024/week\n", 2, "what the amount is of", "benefit"),
        (
            "code;state;benefit;amount;unit\n1;job;benefits;-5;DKK_2024/week\n",
            2,
            "from 0",
            "from 0",
        ),
        ("code;state\n", 1, "expected a row for each code", "add a row"),
    ],
)
def test_a_table_of_codes_is_refused(
    tmp_path: Path, scenario: Scenario, node: Any, text: str, line: int, message: str, fix: str
) -> None:
    file = tmp_path / "codes.csv"
    file.write_text(text)
    with pytest.raises(ScenarioError) as error:
        read_codes(str(file), scenario, node)
    (problem,) = error.value.problems
    assert (problem.code, problem.span.line) == ("E357", line)
    assert message in problem.message
    assert fix in problem.fix


# --- weeks -------------------------------------------------------------------------------------

LONG = f"""\
person;week;code
b;2021-W01;205
{SECRET};2020-W52;B1
{SECRET};2020-W53;B1
{SECRET};2021-W01;
b;2020-W50;B12
b;202052;200
"""
WIDE = f"""\
id,y_2050,y_2051,y_2052,y_2053,y_2101
{SECRET},,,B1,B1,
b,B12,,200,,205
"""


@pytest.mark.parametrize("text", [LONG, WIDE, "\ufeff" + WIDE.replace(",", ";")])
def test_long_and_wide_files_are_the_same_weeks(
    tmp_path: Path, codes: CodeTable, text: str
) -> None:
    found = weeks(tmp_path, text, codes)
    # Weeks 50 and 51 lie before the start, and 52, 53 and 1 follow, with which the file ends; what
    # has no code until then is the row of empty codes.
    assert found.weeks.before == 2
    assert found.weeks.codes.tolist() == [
        [0, 0, 1, 1, 0],
        [1, 0, 3, 0, 4],
        [0, 0, 0, 0, 0],
    ]
    assert found.doubts == ["fewer than 5 persons of the data have no week in the file"]


def test_a_workbook_is_read_whose_rows_end_with_weeks_without_a_code(
    tmp_path: Path, codes: CodeTable
) -> None:
    from openpyxl import Workbook

    book, file = Workbook(), tmp_path / "weeks.xlsx"
    assert book.active is not None
    for row in (("id", "y_2052", "y_2053", "y_2101"), (SECRET, "B1", None, None), ("b", None, "A")):
        book.active.append(row)
    book.save(file)
    found = read_weeks(str(file), codes, persons())
    assert found.weeks.codes.tolist() == [[1, 0, 0], [0, 5, 0], [0, 0, 0]]


def test_each_person_may_start_in_a_week_of_their_own(tmp_path: Path, codes: CodeTable) -> None:
    start = np.array([week_in("2020-W53"), week_in("2020-W52"), week_in("2021-W01")])
    of = PersonsOfWeeks(ids(SECRET, "b", "c"), start, False, 2, ids("d"), np.array([2, 1, 2]))
    found = weeks(tmp_path, LONG + "d;2020-W52;A\nb;202052;200\n", codes, of)
    assert found.weeks.before == 2
    assert found.weeks.codes.tolist() == [[0, 1, 1, 0], [1, 0, 3, -1], [0, 0, 0, -1]]
    assert found.doubts[0] == "rows that stand twice and count once: 1"
    assert found.left_out == ["weeks after the horizon that are left out: 1"]


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        (f"{SECRET};2020-W52;A\nb;2020-W52;A\n{SECRET};2020-W52;205\n", 4, "two codes in one week"),
        (f"{SECRET};2021-W53;A\n", 2, "2021 has no week 53"),
        (f"{SECRET};2021-01-05;A\n", 2, "expected the Monday"),
        (f"{SECRET};2022-W01;A\n", 2, "is after the horizon, which ends 4 weeks"),
        ("b;2020-W52;A\n\n{SECRET}1;2020-W52;A\n", 4, "a person is not in the data"),
        (f"{SECRET};2020-W52;Q9\n", 0, "no row for 1 codes of fewer than 5 persons each"),
        (f"{SECRET};2020-W52\n", 2, "expected 3 cells"),
        ("", 0, "expected a row for each week"),
        (f"{SECRET};2020-W51;A\n", 0, "ends before the weeks of anybody begin"),
    ],
)
def test_weeks_are_refused_without_telling_of_anyone(
    tmp_path: Path, codes: CodeTable, rows: str, line: int, message: str
) -> None:
    with pytest.raises(ScenarioError) as error:
        weeks(tmp_path, "person;week;code\n" + rows.replace("{SECRET}", SECRET), codes)
    (problem,) = error.value.problems
    assert problem.span.line == line
    assert message in problem.message
    for told in (str(error.value), repr(error.value)):
        assert SECRET not in told
        assert "Q9" not in told


def test_a_code_without_meaning_is_told_where_enough_persons_have_it(
    tmp_path: Path, codes: CodeTable
) -> None:
    of = PersonsOfWeeks(ids(*map(str, range(6))), np.full(6, week_in("202401")), True, 4)
    rows = "".join(f"{n};202401;Q{n > 0}\n{n};202402;QTrue\n" for n in range(6))
    with pytest.raises(ScenarioError, match=r"QTrue \(11 weeks\) and|QTrue \(11 weeks\), 1 codes"):
        weeks(tmp_path, "person;week;code\n" + rows, codes, of)


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("who;week;code", "expected a column person"),
        ("id;person;week;code", "two columns may be person"),
        ("person;y_2153;y_2101", "the heading y_2153: 2021 has no week 53"),
    ],
)
def test_headings_are_refused(tmp_path: Path, codes: CodeTable, head: str, message: str) -> None:
    with pytest.raises(ScenarioError, match=message):
        weeks(tmp_path, f"{head}\n{SECRET};2020-W52;A\n", codes)
