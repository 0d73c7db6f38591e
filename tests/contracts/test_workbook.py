"""The workbook, read back: numbers in number cells, their formats, its sheets, the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from test_format_contract import EACH_REPORT, REPORTS, labelled
from told import render, untold

from ipscost import Report
from ipscost.analysis.interval import Interval
from ipscost.formats.cells import manner
from ipscost.formats.tidy import tidy
from ipscost.formats.workbook import _seen, number_format
from ipscost.report.report import Column, Row
from ipscost.words.locale import words_of


def book(report: Report) -> Workbook:
    """The workbook of a report, as a spreadsheet opens it."""
    content = render(report, "xlsx")
    assert isinstance(content, bytes)
    return openpyxl.load_workbook(io.BytesIO(content))


def line(sheet: Worksheet, label: str) -> tuple[Cell, ...]:
    """The first row that begins with `label`."""
    return next(row for row in sheet.iter_rows() if row[0].value == label)


def test_the_sheets_are_named_in_the_language_of_the_report() -> None:
    assert book(REPORTS["summary"]).sheetnames == ["Result", "Numbers", "Notes", "Record"]
    assert book(REPORTS["danish"]).sheetnames == ["Resultat", "Tal", "Noter", "Kørsel"]


@EACH_REPORT
def test_every_number_that_is_shown_stands_in_a_cell(report: Report) -> None:
    values = [
        cell.value
        for row in book(report).worksheets[0].iter_rows()
        for cell in row
        if isinstance(cell.value, int | float)
    ]
    for table in report.tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if isinstance(cell, Interval):
                    is_extent = manner(column, row)[0] == "extent" and cell.low is not None
                    ends = (cell.low, cell.high) if is_extent else (cell.mean,)
                    assert all(stands_in(end, values) for end in ends)


def stands_in(number: float | None, values: list[float]) -> bool:
    """True where a number stands there; points are counted in per cent."""
    assert number is not None
    return any(pytest.approx(number * factor, rel=1e-9) in values for factor in (1, 100))


def test_a_row_has_its_numbers_its_interval_and_its_formats() -> None:
    sheet = book(REPORTS["summary"]).worksheets[0]
    headings = [cell.value for cell in line(sheet, "Category")]
    assert headings[:7] == [
        *("Category", "Normal practice", "IPS", "Difference (95% interval)", "from", "to"),
        "Share of saving",
    ]
    care = line(sheet, "Care")
    rows = [row for row in tidy(REPORTS["summary"]) if row["path"] == "cost.care"]
    change = next(row for row in rows if row["measure"] == "difference")
    levels = [row["mean"] for row in rows if row["measure"] == "cost"]
    assert [cell.value for cell in care[1:3]] == pytest.approx(levels, rel=1e-9)
    found = [cell.value for cell in care[3:6]]
    assert found == pytest.approx([change["mean"], change["low"], change["high"]], rel=1e-9)
    assert [cell.number_format for cell in care[1:7]] == [
        *("#,##0", "#,##0", "+#,##0;-#,##0", "#,##0", "#,##0", "#,##0%"),
    ]
    assert not care[1].font.b
    assert line(sheet, "Total")[3].font.b
    assert line(sheet, "Total")[0].font.b


def test_what_is_not_known_is_a_dash_and_a_partial_sum_has_its_star() -> None:
    sheet = book(REPORTS["summary"]).worksheets[0]
    programme = line(sheet, "Programme")
    assert [cell.value for cell in programme[1:3]] == ["-", "-"]
    assert 100 < programme[3].value < 120
    assert [cell.value for cell in programme[4:6]] == [None, None]
    assert programme[1].quotePrefix
    assert line(sheet, "Total")[2].number_format.endswith('#,##0"*"')


def test_shares_are_per_cent_and_their_differences_points() -> None:
    job = line(book(REPORTS["danish"]).worksheets[0], "Arbejde")
    assert [cell.number_format for cell in job[1:7]] == [
        *(
            "#,##0.0%",
            "#,##0.0%",
            ('+#,##0.0" pct.point";-#,##0.0" pct.point"'),
            "#,##0.0",
            "#,##0.0",
        ),
        "+#,##0.0%;-#,##0.0%",
    ]
    assert job[3].value == pytest.approx(100 * (job[2].value - job[1].value))


@pytest.mark.parametrize(
    ("value", "style", "unit", "wanted"),
    [
        (1234.5, "level", "DKK_2024/person", "#,##0"),
        (1234.5, "signed", "DKK_2024/person", "+#,##0;-#,##0"),
        (-0.3, "signed", "DKK_2024/person", "+#,##0.00;-#,##0.00"),
        (-0.3, "level", "DKK_2024/person", "#,##0.00"),
        (-0.0, "level", "DKK_2024/person", "#,##0;#,##0"),
        (0.0, "draws", "share", "0%"),
        (-5e-17, "change", "share", '#,##0.0" points";#,##0.0" points"'),
        (0.00001, "level", "QALY/person", "#,##0.000000"),
        (0.001, "level", "p", "#,##0.0000"),
        (12.5, "level", "day/person", "#,##0.00"),
        (0.5, "part", "share", "#,##0%"),
        (0.5, "relative", "share", "+#,##0.0%;-#,##0.0%"),
        (0.5, "probability", "share", '[>0.999]"over 99.9%";[<0.001]"under 0.1%";0.0%'),
    ],
)
def test_a_number_format_follows_the_unit_and_the_style(
    value: float, style: str, unit: str, wanted: str
) -> None:
    row = Row("x", "x", (), unit)
    assert (
        number_format(Interval(value), Column("x", style=style, numeric=True), row, "mean", "en")
        == wanted
    )


def test_a_column_is_as_wide_as_its_numbers_whatever_the_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cell, column = Interval(0.02, -0.01, 0.05), Column("x", style="change", numeric=True)
    row = Row("x", "x", (cell,), "share")
    assert _seen(cell, column, row, "mean", "en") == "+2.0 points"
    monkeypatch.setitem(words_of("en"), "points_short", "points (of 100)")
    assert _seen(cell, column, row, "mean", "en") == "+2.0 points (of 100)"


def test_intervals_alone_have_their_ends_and_no_mean() -> None:
    from ipscost.formats.workbook import _plan, _value
    from ipscost.report.report import Table

    cell, column = Interval(2.0, 1.0, 3.0), Column("Interval", style="extent", numeric=True)
    row = Row("x", "x", (cell,), "DKK_2024/person")
    table = Table("t", "first", (column,), (row,))
    assert _plan(table) == [(0, "mean"), (0, "low"), (0, "high")]
    values = [_value(cell, column, row, part) for part in ("mean", "low", "high")]
    assert values == [None, 1.0, 3.0]


def test_the_numbers_have_a_header_that_stays_and_a_filter() -> None:
    sheet = book(REPORTS["summary"]).worksheets[1]
    assert sheet.freeze_panes == "A2"
    count = len(list(tidy(REPORTS["summary"])))
    assert sheet.auto_filter.ref == f"A1:L{count + 1}"


def test_sentences_notes_and_record_stand_in_the_workbook() -> None:
    report = REPORTS["summary"]
    found = book(report)
    result, _, notes, record = found.worksheets
    assert [result.cell(n + 1, 1).value for n in range(len(report.headline))] == [*report.headline]
    assert [row[0].value for row in notes.iter_rows()] == list(report.notes)
    values: dict[Any, Any] = {key.value: value.value for key, value in record.iter_rows()}
    assert list(values) == list(report.record)
    assert (values["draws"], values["seed"], values["money"]) == (500, 1, "DKK_2024")


def test_a_record_of_several_runs_is_flat() -> None:
    from ipscost.report.report import together

    report = together([untold(REPORTS["verify"])] * 2)
    record = book(report).worksheets[3]
    assert f"{report.scenario}.seed" in [row[0].value for row in record.iter_rows()]


def test_texts_are_seen_whole() -> None:
    sheet = book(REPORTS["danish"]).worksheets[0]
    widest = max(len(row.label) for table in REPORTS["danish"].tables for row in table.rows)
    assert sheet.column_dimensions["A"].width >= min(widest, 60)
    assert sheet.row_dimensions[1].height >= 30
    assert sheet.page_setup.orientation == "landscape"


def test_the_same_report_gives_the_same_bytes_without_the_time() -> None:
    content = render(REPORTS["summary"], "xlsx")
    assert isinstance(content, bytes)
    assert content == render(REPORTS["summary"], "xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {info.date_time[:3] for info in file.infolist()} == {(1980, 1, 1)}
        core = file.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2


def test_a_label_longer_than_a_cell_is_cut() -> None:
    label = "x" * 40_000
    content = render(labelled(label), "xlsx")
    assert isinstance(content, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
    longest = max(len(str(row[6].value)) for row in sheet.iter_rows())
    assert longest == 32_767


def test_a_workbook_of_nothing_opens() -> None:
    assert len(book(Report("none", (), (), (), {})).sheetnames) == 4
