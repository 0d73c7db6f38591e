"""A table that cannot be analysed is refused by line and column, never by a person's value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import fixes
import numpy as np
import pytest
from test_persons_table import DATA, HEAD, ROWS, column, model_of, read_rows

from ipscost.errors import Problem, ScenarioError
from ipscost.loading.data.model import read_model
from ipscost.loading.data.persons import read_data
from ipscost.scenario.data_model import DataModel
from ipscost.words.messages import rendered

SECRET = "Solvej4711"
"""What only one person has in a column: no message may tell it."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> DataModel:
    return model_of(tmp_path_factory.mktemp("model"))


def cells(rows: str = ROWS) -> list[list[str]]:
    return [line.split(",") for line in rows.splitlines()]


def joined(table: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in table)


def with_cell(line: int, name: str, text: str) -> str:
    """The rows with another text in one cell; lines are counted from 1, headings among them."""
    table = cells()
    table[line - 1][table[0].index(name)] = text
    return joined(table)


def with_column(name: str, change: Callable[[list[str]], str]) -> str:
    """The rows with another column, made of each row."""
    table = cells()
    place = table[0].index(name)
    for row in table[1:]:
        row[place] = change(row)
    return joined(table)


def of_arm(arm: str, most: int = 99) -> str:
    """The rows, with at most so many of an arm."""
    table = cells()
    kept = [row for row in table[1:] if row[1] == arm][:most]
    return joined([table[0], *(row for row in table[1:] if row[1] != arm or row in kept)])


REFUSED = {
    "a person twice": (with_cell(3, "id", "a"), "E362", "data.csv:3:1"),
    "no number of a person": (with_cell(4, "id", ""), "E362", "data.csv:4:1"),
    "an arm that is not in the model": (with_cell(3, "Tr", SECRET), "E363", "data.csv:3:2"),
    "no arm": (with_cell(3, "Tr", ""), "E363", "data.csv:3:2"),
    "nobody in the reference arm": (of_arm("0", 0), "E363", "model.yaml:20:17"),
    "one person in an arm": (of_arm("1", 1), "E363", "model.yaml:20:17"),
    "text in a number": (with_cell(5, "c1", SECRET), "E364", "data.csv:5:7"),
    "a number that is too large": (with_cell(5, "c1", "1e300"), "E364", "data.csv:5:7"),
    "not finite": (with_cell(5, "c1", "inf"), "E364", "data.csv:5:7"),
    "digits that Python alone reads": (with_cell(5, "c1", "1_000"), "E364", "data.csv:5:7"),
    "no groups": (with_column("sex", lambda row: row[0] + SECRET), "E367", "data.csv:1:5"),
    "many groups": (
        joined(
            cells() + [[f"x{n}", "0", "N", "3", f"{n}{SECRET}", *cells()[2][5:]] for n in range(30)]
        ),
        "E364",
        "data.csv",
    ),
    "no site": (with_cell(3, "town", ""), "E364", "data.csv:3:3"),
    "months below 0": (with_cell(3, "fup", "-1"), "E364", "data.csv:3:16"),
    "an event of another kind": (with_cell(3, "died", "2"), "E364", "data.csv:3:17"),
    "nothing measured": (with_column("jc", lambda row: ""), "E366", "model.yaml:26:16"),
    "nothing measured in an arm": (
        with_column("jc", lambda row: "NA" if row[1] == "1" else row[8]),
        "E366",
        "model.yaml:26:16",
    ),
    "no variation": (with_column("age", lambda row: "47"), "E367", "model.yaml:23:14"),
    "an outcome that all have": (with_column("job12", lambda row: "1"), "E367", "model.yaml:30"),
    "a covariate that follows": (with_column("c0", lambda row: row[3] + "0"), "E367", "model"),
    "a covariate that tells the arm": (
        with_column("age", lambda row: "60" if row[1] == "1" else "20"),
        "E367",
        "model.yaml:23:14",
    ),
    "a share above 1": (with_cell(3, "job12", "7"), "E369", "model.yaml:30:19"),
    "a utility above 1": (with_cell(3, "E6", "55"), "E369", "model.yaml:29:31"),
    "no such column": (ROWS.replace("jc,b,", "jk,b,"), "E361", "model.yaml:26:16"),
    "no headings": (joined(cells()[1:]), "E361", "data.csv:1:1"),
    "one column": (ROWS.replace(",", " "), "E361", "data.csv:1:1"),
    "a heading twice": (ROWS.replace("died\n", "age\n"), "E361", "model.yaml:31:34"),
    "a cell too many": (with_cell(3, "id", f"{SECRET},b"), "E360", "data.csv:3:18"),
    "a cell too few": (ROWS.replace("b,1,South", "South"), "E360", "data.csv:3:16"),
    "a quote that is not closed": (with_cell(3, "town", f'"{SECRET}'), "E360", "data.csv:3:1"),
    "headings alone": (joined(cells()[:1]), "E004", "data.csv"),
    "nothing": ("", "E004", "data.csv"),
    "a binary file": ("id,Tr\0\0", "E006", "data.csv"),
    "no workbook after all": ("PK\x03\x04abc", "E006", "data.csv"),
}


def problems_of(model: DataModel, folder: Path, rows: str) -> tuple[Problem, ...]:
    """What is wrong with a table."""
    file = folder / "data.csv"
    file.write_bytes(rows.encode("latin-1"))
    with pytest.raises(ScenarioError) as caught:
        read_data(str(file), model)
    return caught.value.problems


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_by_line_and_column(case: str, model: DataModel, tmp_path: Path) -> None:
    rows, code, place = REFUSED[case]
    found = problems_of(model, tmp_path, rows)
    assert {each.code for each in found} == {code}
    assert any(f"{place}" in rendered(each, "en") for each in found)
    for each in found:
        told = rendered(each, "en") + rendered(each, "da") + repr(each)
        assert SECRET not in told
        assert "løsning: " in told


MENDED_IN_THE_MODEL = [case for case, (_, code, _) in REFUSED.items() if code in ("E366", "E367")]


@pytest.mark.parametrize("case", [each for each in MENDED_IN_THE_MODEL if each != "no groups"])
def test_the_fix_applied_to_the_model_mends_it(case: str, tmp_path: Path) -> None:
    text, rows = HEAD + DATA, REFUSED[case][0]
    for _ in range(4):  # what is left out may leave another column without
        (tmp_path / "model.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "data.csv").write_text(rows, encoding="utf-8")
        try:
            read_data(str(tmp_path / "data.csv"), read_model(tmp_path / "model.yaml"))
        except ScenarioError as error:
            problem = error.problems[0]
            for action in fixes.ways(problem.fix)[0][0]:
                text = fixes.edited(text, problem, action)
        else:
            return
    pytest.fail(text)


@pytest.mark.parametrize(
    ("mark", "first"), [(".", 1250.0), (",", 1.25), ("", None)], ids=["point", "comma", "open"]
)
def test_a_mark_that_no_number_shows_has_to_be_told(
    mark: str, first: float | None, tmp_path: Path
) -> None:
    data = "\n".join(
        ["  arm: {column: Tr, usual: 0, ips: 1}", "  assigned: random", "  cost: {jobcenter: jc}"]
    )
    rows = "Tr;jc\n0;1,250\n1;3,500\n0;2,750\n1;1,100\n0;2,250\n1;3,750\n"
    if first is None:
        with pytest.raises(ScenarioError) as caught:
            read_rows(tmp_path, rows, data)
        (problem,) = caught.value.problems
        assert problem.code == "E365"
        assert 'add decimal: "," to data' in problem.fix
        return
    read = read_rows(tmp_path, rows, f'{data}\n  decimal: "{mark}"\n')
    assert column(read, "jc")[0] == first


WRITTEN = {
    "semicolons and decimal commas": ROWS.replace(",", ";").replace(".", ",").encode(),
    "with a byte-order mark": ("\ufeff" + ROWS.replace(",", ";")).encode(),
    "Windows-1252": ROWS.replace("North", "Sønder").encode("cp1252"),
    "UTF-16 and tabs, as Excel's Unicode text": ROWS.replace(",", "\t").encode("utf-16"),
    "bars": ROWS.replace(",", "|").encode(),
    "the separator told": ("sep=;\n" + ROWS.replace(",", ";")).encode(),
    "lines of a Mac": ROWS.replace("\n", "\r").encode(),
    "empty columns and a row behind": (ROWS.replace("\n", ",,\n") + "," * 18 + "\n").encode(),
    "thousands": ROWS.replace(",", ";").replace(".", ",").replace(";1000;", ";1.000,0;").encode(),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_the_same_persons_written_in_another_way(
    way: str, model: DataModel, tmp_path: Path
) -> None:
    file = tmp_path / "data.csv"
    file.write_bytes(ROWS.encode())
    plain = read_data(str(file), model)
    file.write_bytes(WRITTEN[way])
    other = read_data(str(file), model)
    assert other.data.columns == plain.data.columns
    np.testing.assert_array_equal(other.data.values, plain.data.values)
    assert other.data.site is not None
    np.testing.assert_array_equal(other.data.site, plain.data.site)


def test_a_workbook_is_read_like_a_table(model: DataModel, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in cells():
        book.active.append([_typed(cell) for cell in row])
    file = tmp_path / "data.xlsx"
    book.save(file)
    (tmp_path / "data.csv").write_text(ROWS, encoding="utf-8")
    plain = read_data(str(tmp_path / "data.csv"), model)
    np.testing.assert_array_equal(read_data(str(file), model).data.values, plain.data.values)


def _typed(cell: str) -> str | float | None:
    """A cell as a spreadsheet has it."""
    try:
        return float(cell)
    except ValueError:
        return cell or None


def test_more_covariates_than_an_arm_has_persons_are_refused(tmp_path: Path) -> None:
    data = DATA.replace("[age, sex]", "[age, c0, E, fup, job0]")
    with pytest.raises(ScenarioError) as caught:
        read_rows(tmp_path, ROWS, data)
    (problem,) = caught.value.problems
    assert problem.code == "E368"
    assert problem.span.text == "  baseline: [age, c0, E, fup, job0]"


def test_negative_costs_and_civil_registration_numbers_are_doubted(tmp_path: Path) -> None:
    table = cells(with_cell(3, "jc", "-99"))
    for place, row in enumerate(table[1:]):
        row[0] = f"0102{60 + place}-{1000 + place}"
    read = read_rows(tmp_path, joined(table))
    assert len(read.doubts) == 3  # one of what is missing after a death
    assert any("negative costs;" in doubt for doubt in read.doubts)
    assert any("civil registration numbers" in doubt for doubt in read.doubts)
    assert not any("0102" in doubt for doubt in read.doubts)
    quiet = read_rows(tmp_path, joined(table), DATA + '  missing: ["", NA, ".", -99]\n')
    assert column(quiet, "jc")[1] is None
    assert len(quiet.doubts) == 2


def test_an_amount_that_all_have_is_doubted(tmp_path: Path) -> None:
    doubts = read_rows(tmp_path, with_column("jc", lambda row: "0")).doubts
    assert "all persons have the same amount in jc" in doubts


def test_a_gain_is_a_negative_cost_and_money_is_restated(tmp_path: Path) -> None:
    head = HEAD.replace("kind: transfer", "kind: productivity")
    data = DATA.replace("benefit: b", "benefit: {columns: b, gain: true}")
    sums = {each.name: each for each in read_rows(tmp_path, ROWS, data, head).endpoints}
    read = read_rows(tmp_path, ROWS, data, head)
    assert sums["cost.benefit"].of(read.data.values)[0] == -1000
    assert sums["cost"].of(read.data.values)[0] == 350.5 - 1000
    older = data.replace("jobcenter: jc", "jobcenter: {columns: jc, unit: DKK_2017/person}")
    restated = {each.name: each for each in read_rows(tmp_path, ROWS, older, head).endpoints}
    assert 1.1 < restated["cost.jobcenter"].weights.sum() < 1.4


def test_what_was_measured_in_months_is_discounted_by_them(tmp_path: Path) -> None:
    head = HEAD.replace("cost: 0, outcome: 0", "cost: 0.04, outcome: 0.03")
    data = DATA.replace("columns: [c1, c2]", "columns: [c1, c2], months: [6, 12]")
    read = read_rows(tmp_path, ROWS, data, head)
    place = {name: index for index, name in enumerate(read.data.columns)}
    weights = next(each for each in read.endpoints if each.name == "cost.psychiatric").weights
    halves = [
        np.mean([1.04 ** -((month + 0.5) / 12) for month in range(first, first + 6)])
        for first in (0, 6)
    ]
    assert weights[[place["c1"], place["c2"]]] == pytest.approx(halves, rel=1e-12)
    assert read.discounted["cost.psychiatric"] == pytest.approx(np.mean(halves), rel=1e-12)
    area = next(each for each in read.endpoints if each.name == "outcome.qaly").weights
    full = np.mean([1.03 ** -((month + 0.5) / 12) for month in range(12)])
    assert area.sum() == pytest.approx(full, rel=1e-12)
    assert read.discounted["outcome.job"] == 1


def test_persons_of_an_arm_that_is_left_out_do_not_count(tmp_path: Path) -> None:
    head = HEAD.replace("  ips: {label: IPS}\n", "  ips: {label: IPS}\n  more: {label: IPS plus}\n")
    data = DATA.replace("ips: 1}", "ips: 1, more: 2}")
    rows = ROWS + "z,2,West,31,m,92,191,100,93,9000,0.2,0.3,0.1,1,0,12,0\n"
    (tmp_path / "model.yaml").write_text(head + data, encoding="utf-8")
    (tmp_path / "data.csv").write_text(rows, encoding="utf-8")
    model = read_model(tmp_path / "model.yaml", ["arm.more=null"])
    read = read_data(str(tmp_path / "data.csv"), model)
    assert read.data.arms == ("usual", "ips")
    assert read.persons == 12
    assert read.ids is not None
    assert read.ids.rows_of(["z", "a"]).tolist() == [-1, 0]


def test_all_may_be_in_one_arm_and_each_row_a_person(tmp_path: Path) -> None:
    data = "  arm: {all: usual}\n  assigned: observed\n  cost: {jobcenter: jc}\n"
    head = HEAD
    for line in ("psychiatric", "benefit", "qaly", "job"):
        head = head.replace(f"  {line}: {{", f"  {line}: {{usual: unknown, ips: unknown, ")
    head = head.replace("jobcenter: {", "jobcenter: {ips: {difference: -5, assumption: x}, ")
    read = read_rows(tmp_path, ROWS, data, head)
    assert read.data.arms == ("usual",)
    assert read.data.reference == 0
    assert read.ids is None
    assert read.persons == 12


def test_a_column_may_be_named_in_several_places(tmp_path: Path) -> None:
    data = DATA.replace("baseline: [age, sex]", "baseline: [age, fup, c0]")
    read = read_rows(tmp_path, ROWS, data)
    assert read.data.followed is not None
    assert read.data.followed.tolist() == column(read, "fup")
    groups = DATA.replace("months: fup", "months: sex")
    (problem,) = refused(tmp_path, ROWS, groups)
    assert (problem.code, problem.span.column) == ("E364", 5)


def refused(folder: Path, rows: str, data: str) -> tuple[Problem, ...]:
    """What is wrong with a table for a model with this section."""
    with pytest.raises(ScenarioError) as caught:
        read_rows(folder, rows, data)
    return caught.value.problems


def test_a_name_with_a_character_that_nobody_sees_is_unknown(tmp_path: Path) -> None:
    for part, name in (("cost", "jobcenter"), ("outcome", "job")):
        hidden = DATA.replace(f"    {name}: ", f'    "{name}\u200b": ')
        found = refused(tmp_path, ROWS, hidden)
        assert [(each.code, each.fix) for each in found] == [("E350", f"write {name}")], part


def test_an_arm_without_persons_can_be_left_out_as_the_fix_says(tmp_path: Path) -> None:
    rows = "Tr;jc\n" + "".join(f"IPS;{n}\n" for n in range(1, 5))
    data = "\n".join(["  arm: Tr", "  assigned: random", "  cost: {jobcenter: jc}"])
    with pytest.raises(ScenarioError) as caught:
        read_rows(tmp_path, rows, data)
    (problem,) = caught.value.problems
    assert problem.fix.startswith("write arm: {column: Tr, ips: ...};")
    mended = data.replace("arm: Tr", "arm: {column: Tr, ips: IPS}")
    assert read_rows(tmp_path, rows, mended).data.persons == 4


def test_a_covariate_of_weights_alone_is_named_where_it_is_listed(tmp_path: Path) -> None:
    rows = "Tr;jc;x\n" + "".join(f"{n % 2};{n};{n % 2}\n" for n in range(8))
    data = "\n".join(
        [
            "  arm: {column: Tr, usual: 0, ips: 1}",
            "  assigned: observed\n  balance: [x]\n  cost: {jobcenter: jc}",
        ]
    )
    with pytest.raises(ScenarioError) as caught:
        read_rows(tmp_path, rows, data)
    assert caught.value.problems[0].fix == "take balance out of data"
