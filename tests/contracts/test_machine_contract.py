"""The formats for machines hold the same rows, and labels that look like formulas do no harm."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from messages import said
from test_format_contract import EACH_REPORT, EACH_WITH_NUMBERS, REPORTS, labelled
from told import render, untold

from ipscost import Report, delimited
from ipscost.formats import MissingLibraryError, Page
from ipscost.formats.machine import frame, rounded, rows_of
from ipscost.formats.tidy import TIDY, tidy, tidy_columns

DANISH = Page(csv_dialect="excel-da")
FORMULAS = ("=1+1", "-Care", "@x", "+Plus", "care;=1+1", "＝1", "'=quoted")
NUMBERS = ("mean", "low", "high", "partial", "threshold")


def expected(report: Report) -> list[dict[str, Any]]:
    """The rows that every format must hold: None where there is no number."""
    return [{key: rounded(value) for key, value in row.items()} for row in tidy(report)]


def of_csv(report: Report, page: Page) -> list[dict[str, Any]]:
    """The rows of the CSV, as our own reader gives them."""
    content = render(report, "csv", page)
    found = delimited.read(content if isinstance(content, str) else content.decode())
    rows = [dict(zip(found.lines[0].texts, line.texts, strict=True)) for line in found.lines[1:]]
    for row in rows:
        for name in row.keys() & set(NUMBERS):
            text = delimited.plain_number(row[name], found.dialect)
            row[name] = float(text) if text else None
    return rows


def of_jsonl(report: Report) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in str(render(report, "jsonl")).removesuffix("\n").split("\n")
    ]


def of_parquet(report: Report) -> list[dict[str, Any]]:
    content = render(report, "parquet")
    assert isinstance(content, bytes)
    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    return rows


def of_workbook(report: Report) -> list[dict[str, Any]]:
    """The rows of the workbook's second sheet; an empty cell of text is an empty text."""
    content = render(report, "xlsx")
    assert isinstance(content, bytes)
    header, *lines = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1].values
    rows = [dict(zip(map(str, header), line, strict=True)) for line in lines]
    return [
        {key: value if key in NUMBERS else value or "" for key, value in row.items()}
        for row in rows
    ]


@EACH_WITH_NUMBERS
def test_every_format_for_machines_has_the_same_rows(report: Report) -> None:
    rows = expected(report)
    assert of_csv(report, Page()) == rows
    assert of_csv(report, DANISH) == rows
    assert of_jsonl(report) == rows
    assert of_parquet(report) == rows
    assert of_workbook(report) == rows
    assert json.loads(render(report, "json"))["rows"] == rows
    assert frame(untold(report)).replace({float("nan"): None}).to_dict("records") == rows


@pytest.mark.parametrize("label", FORMULAS)
def test_a_label_like_a_formula_is_no_formula_and_is_read_back(label: str) -> None:
    report = labelled(label)
    labels = [row["label"] for row in tidy(report)]
    assert labels.count(label) >= 5
    for page in (Page(), DANISH):
        assert [row["label"] for row in of_csv(report, page)] == labels
    assert [row["label"] for row in of_jsonl(report)] == labels
    assert [row["label"] for row in of_parquet(report)] == labels
    assert [row["label"] for row in of_workbook(report)] == labels


@pytest.mark.parametrize("label", FORMULAS)
@pytest.mark.parametrize("dialect", delimited.DIALECTS)
def test_no_cell_of_text_in_the_csv_begins_as_a_formula_does(label: str, dialect: str) -> None:
    content = render(labelled(label), "csv", Page(csv_dialect=dialect))
    text = content if isinstance(content, str) else content.decode("utf-8-sig")
    delimiter = delimited.DIALECTS[dialect].delimiter
    header, *lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    place = header.index("label")
    assert delimited.neutral(label) in {line[place] for line in lines}
    assert not [line for line in lines if line[place].startswith(tuple("=+-@\t＝"))]


@pytest.mark.parametrize("label", FORMULAS)
def test_no_cell_of_the_workbook_is_a_formula_or_a_link(label: str) -> None:
    content = render(labelled(label), "xlsx")
    assert isinstance(content, bytes)
    quoted = set()
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                assert cell.hyperlink is None
                if isinstance(cell.value, str):
                    is_formula = delimited.neutral(cell.value) != cell.value
                    assert cell.quotePrefix == is_formula, cell.value
                    quoted |= {cell.value} if is_formula else set()
    assert label in quoted


# --- CSV -------------------------------------------------------------------------------------


def test_csv_for_danish_excel_has_its_mark_delimiter_decimals_and_line_ends() -> None:
    content = render(labelled("Sygehus, æøå; ÆØÅ"), "csv", DANISH)
    assert isinstance(content, bytes)
    assert content[:3] == b"\xef\xbb\xbf"
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == ";".join(TIDY)
    assert lines[-1] == ""
    assert "\n" not in "".join(lines)
    found = next(line for line in lines if ";difference;cost.care;" in line)
    assert found.endswith(';leaf;"Sygehus, æøå; ÆØÅ";-300;;;DKK_2024/person;0')
    found = next(line for line in lines if ";share_of_saving;cost.care;" in line)
    assert found.endswith(';leaf;"Sygehus, æøå; ÆØÅ";1,666666667;;;share;0')


@EACH_REPORT
def test_csv_is_what_pandas_would_write(report: Report) -> None:
    headings, rows = rows_of(report)
    whole = pd.DataFrame(rows, columns=list(headings))
    text = whole.to_csv(index=False, float_format="%.10g", lineterminator="\n")
    assert render(report, "csv") == text


# --- JSON lines and Parquet ------------------------------------------------------------------


def test_a_report_of_texts_alone_is_written_as_it_is_shown() -> None:
    report = REPORTS["explain"]
    first = of_jsonl(report)[0]
    assert list(first) == [said("step"), said("what_it_is")]
    assert of_parquet(report) == of_jsonl(report) == frame(untold(report)).to_dict("records")


def test_a_line_of_json_has_the_columns_in_their_order_and_danish_letters() -> None:
    line = str(render(labelled("Pleje på sygehus"), "jsonl")).split("\n")[0]
    assert list(json.loads(line)) == list(TIDY)
    assert "Pleje på sygehus" in line


@EACH_WITH_NUMBERS
def test_the_types_of_parquet_do_not_hang_on_what_is_in_it(report: Report) -> None:
    content = render(report, "parquet")
    assert isinstance(content, bytes)
    schema = pyarrow.parquet.read_schema(io.BytesIO(content))
    kinds = {field.name: str(field.type) for field in schema}
    names = tidy_columns(report)
    assert kinds == {name: "double" if name in NUMBERS else "string" for name in names}


def test_the_types_of_a_frame_do_not_hang_on_what_is_in_it() -> None:
    empty = Report("none", (), (), (), {})
    for report in (*REPORTS.values(), empty):
        found = frame(untold(report))
        if report is not REPORTS["explain"]:
            kinds = {name: str(found[name].dtype) for name in tidy_columns(report)}
            assert kinds == {n: "float64" if n in NUMBERS else "string" for n in kinds}
            assert {*TIDY} <= {*kinds}


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingLibraryError) as caught:
        render(REPORTS["summary"], "parquet")
    assert str(caught.value) == (
        "parquet needs the library pyarrow, which is missing; install it with: pip install pyarrow"
    )
