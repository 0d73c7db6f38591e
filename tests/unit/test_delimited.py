"""CSV in two dialects: formulas made harmless, and every text and number read back as it was."""

from __future__ import annotations

import csv
import io
import re

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipscost import delimited
from ipscost.delimited import (
    DIALECTS,
    EXCEL_DA,
    STANDARD,
    DelimitedError,
    neutral,
    number_text,
    original,
    plain_number,
    read,
    write,
)

ANY_DIALECT = pytest.mark.parametrize("dialect", DIALECTS)
TEXTS = st.text() | st.text("'=+-@\t\r\n\"\ufeff;,＝x å", max_size=6)
NUMBERS = st.floats(-1e300, 1e300) | st.integers(-(10**9), 10**9)


@st.composite
def tables(draw: st.DrawFn) -> list[list[object]]:
    """A header of texts, and rows of texts and numbers under it."""
    width = draw(st.integers(1, 4))
    header = draw(st.lists(TEXTS, min_size=width, max_size=width))
    row = st.lists(TEXTS | NUMBERS | st.none(), min_size=width, max_size=width)
    return [header, *draw(st.lists(row, max_size=4))]


# --- formulas --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+Plus",
        "-Care",
        "@x",
        "\tTab",
        "\rx",
        "\nx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "'=1",
        " =1+1",
        "\u00a0@x",
        "' -1",
        "''@",
    ],
)
def test_text_that_would_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("care;=1+1", "care;'=1+1"),  # Danish Excel ends a cell of a comma CSV at a semicolon
        ("care;-1", "care;'-1"),
        ('care;"=1', "care;'\"=1"),
        ("care;'=1", "care;''=1"),
        ("care\t@x;+1", "care\t'@x;'+1"),
        ("care\r\n=1", "care\r\n'=1"),
        ("care,=1", "care,'=1"),  # and English Excel one of a semicolon CSV at a comma
        ("=1;=2", "'=1;'=2"),
    ],
)
def test_what_another_program_would_take_for_a_formula_gets_one_too(
    text: str, expected: str
) -> None:
    assert neutral(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "Care", "1=1", "'t Hooft", "'", " '=1", "æøå", "0,-5", "100,-", "a; b", "a;'b", "x; -"],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == original(text) == text


@given(TEXTS)
def test_what_holds_no_sign_of_a_formula_is_none(text: str) -> None:
    # most texts are told by their letters alone, without a search for what begins like a formula
    assert neutral(text) == delimited._PLAIN.sub("'", text)


@given(TEXTS)
def test_the_original_is_had_again(text: str) -> None:
    assert original(neutral(text)) == text
    assert neutral(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠")


@given(TEXTS, TEXTS)
def test_no_two_texts_become_the_same(one: str, other: str) -> None:
    assert (neutral(one) == neutral(other)) == (one == other)


# --- there and back --------------------------------------------------------------------------


@ANY_DIALECT
@given(rows=tables())
@example(rows=[["a;b"], ["1"]])
@example(rows=[["a", "b,c"], [1.5, "x\ry"]])
@example(rows=[["\ufeffa"], [None]])
@example(rows=[['5" pipe', '"'], ["=1;2", "a\r\nb"]])
def test_what_is_written_is_read_back(dialect: str, rows: list[list[object]]) -> None:
    found = read(write(rows, dialect))
    assert found.dialect == DIALECTS[dialect]
    assert len(found.lines) == len(rows)
    for line, row in zip(found.lines, rows, strict=True):
        for text, value in zip(line.texts, row, strict=True):
            if isinstance(value, str) or value is None:
                assert text == (value or "")
            else:
                assert float(plain_number(text, found.dialect)) == pytest.approx(value, rel=1e-9)


@ANY_DIALECT
@given(rows=tables())
def test_the_csv_module_reads_the_same_cells(dialect: str, rows: list[list[object]]) -> None:
    text = write(rows, dialect)
    way = DIALECTS[dialect]
    assert text.startswith("\ufeff") or not way.marked
    body = text[1:] if way.marked else text
    plain = list(csv.reader(io.StringIO(body, newline=""), delimiter=way.delimiter, strict=True))
    found = [tuple(original(cell) for cell in row) for row in plain]
    assert found == [line.texts for line in read(text).lines]


@ANY_DIALECT
@given(rows=tables())
def test_a_cell_stands_where_it_is_said_to_stand(dialect: str, rows: list[list[object]]) -> None:
    text = write(rows, dialect).removeprefix("\ufeff")
    lines = re.split(r"\r\n|\r|\n", text)
    for line in read(write(rows, dialect)).lines:
        assert line.source == lines[line.number - 1]
        assert line.number == line.cells[0].line
        for cell in line.cells:
            there = lines[cell.line - 1][cell.column - 1 :][: cell.length]
            assert there.startswith('"') or original(there) == cell.text


# --- numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (72013.14201285, "72013.14201"),
        (-0.5, "-0.5"),
        (-0.0, "0"),
        (float("nan"), ""),
        (1e-7, "1e-07"),
        (12_345_678_901, "12345678901"),
        (np.float64(0.25), "0.25"),
        (np.int64(3), "3"),
    ],
)
def test_a_number_has_ten_significant_digits(value: float, text: str) -> None:
    assert number_text(value) == text
    assert number_text(value, EXCEL_DA) == text.replace(".", ",")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("-1.234.567", "-1234567"),
        (" +0,25 ", "+0.25"),
        (",5", ".5"),
        ("1,5e-07", "1.5e-07"),
        ("12", "12"),
        ("1.23", "1.23"),
        ("0.500", "0.500"),
        ("1,234.5", "1,234.5"),
        ("1,2,3", "1,2,3"),
        (",", ","),
        ("", ""),
        ("beta(2, 3)", "beta(2, 3)"),
    ],
)
def test_a_danish_number_becomes_a_plain_one_and_other_text_stays(text: str, plain: str) -> None:
    assert plain_number(text, EXCEL_DA) == plain
    assert plain_number(text, STANDARD) == text


# --- which dialect, and where ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a,b\n1,2\n", "standard"),
        ("a;b\n1,5;2\n", "excel-da"),
        ("\ufeffa,b\n", "standard"),
        ("\ufeffa;b\n", "excel-da"),
        ("a\n1\n", "standard"),
        ("\ufeffa\n1,5\n", "excel-da"),
        ('"a;b;c",d\n', "standard"),
        ('"a,\nb,c";d\n', "excel-da"),
        ("\n\na;b\n", "excel-da"),
        ("", "standard"),
    ],
)
def test_the_dialect_is_told_by_the_header_and_the_mark(text: str, name: str) -> None:
    assert read(text).dialect.name == name


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    found = read('a;b\r\n\r\n"one\ntwo";\'=x\r\n;3')
    assert [(line.number, line.texts) for line in found.lines] == [
        (1, ("a", "b")),
        (3, ("one\ntwo", "=x")),
        (5, ("", "3")),
    ]
    places = [(cell.line, cell.column, cell.length) for cell in found.lines[1].cells]
    assert places == [(3, 1, 9), (4, 6, 3)]
    assert found.lines[2].source == ";3"
    assert read("").lines == ()


def test_a_quote_that_is_not_closed_is_told() -> None:
    with pytest.raises(DelimitedError) as caught:
        read('a,b\n1,"two\n3,4\n')
    assert str(caught.value) == (
        "line 2, column 3: expected a quote that ends the cell, found none; "
        'write " behind it, or remove the one before it'
    )
    assert caught.value.source == '1,"two'


def test_text_behind_a_quote_is_told() -> None:
    with pytest.raises(DelimitedError) as caught:
        read('a;b\n1;"two" 3\n')
    assert str(caught.value) == (
        "line 2, column 8: expected ';' or the end of the line behind a quote, found ' '; "
        'write a quote inside a cell as ""'
    )


def test_an_excel_file_begins_with_its_mark_and_ends_lines_as_windows_does() -> None:
    text = write([("navn", "beløb"), ("Ærø, Ørsted", 1234.5), (None, -2)], "excel-da")
    assert text.encode() == (
        b"\xef\xbb\xbfnavn;bel\xc3\xb8b\r\n\xc3\x86r\xc3\xb8, \xc3\x98rsted;1234,5\r\n;-2\r\n"
    )
