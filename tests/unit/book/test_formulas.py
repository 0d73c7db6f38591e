"""Formulas: what Excel reads, what they give, and what becomes of sums of products."""

from __future__ import annotations

import math

import pytest

from ipscost.book.algebra import replaced, slope
from ipscost.book.blocks import Join, Matching, Told
from ipscost.book.cells import Book, Cell, Look
from ipscost.book.formulas import (
    Compare,
    Formula,
    Number,
    Over,
    Ref,
    Span,
    Word,
    call,
    plus,
    sum_of,
    times,
    when,
)
from ipscost.book.writing import number_format


@pytest.fixture
def cells() -> list[Cell]:
    """Three numbers, 2, 3 and 5, in a column of a sheet whose name is two words."""
    sheet = Book("en").sheet("here", "This one", (10,))
    return [sheet.put(1, value, row=row) for row, value in enumerate((2.0, 3.0, 5.0))]


def test_brackets_stand_where_they_are_needed_and_nowhere_else(cells: list[Cell]) -> None:
    a, b, c = map(Ref, cells)
    for formula, text, value in (
        (a + b * c, "B1+B2*B3", 17),
        ((a + b) * c, "(B1+B2)*B3", 25),
        (a - (b - c), "B1-(B2-B3)", 4),
        (a - b * -c, "B1-B2*-B3", 17),
        (a / (b * c), "B1/(B2*B3)", 2 / 15),
        ((a + 1) ** -(b / 12), "(B1+1)^(-(B2/12))", 3**-0.25),
        ((-a) ** 2, "(-B1)^2", 4),
        (a * Number(-2.0), "B1*-2", -4),
    ):
        assert formula.text("This one") == text
        assert formula.number == pytest.approx(value, abs=1e-12), text


def test_a_cell_of_another_sheet_is_named_with_it_and_a_named_one_by_its_name(
    cells: list[Cell],
) -> None:
    assert sum_of(cells).text("Other") == "SUM('This one'!B1:B3)"
    cells[0].name = "cost.care.price.mean"
    assert (Ref(cells[0]) * 2.0).text("Other") == "cost.care.price.mean*2"


def test_a_text_in_a_formula_is_never_a_part_of_it() -> None:
    nasty = '"&cmd()&"'
    assert Word(nasty).text("") == '"""&cmd()&"""'
    long = Word('"' * 300)
    parts = long.text("").split("&")
    assert all(len(part) - 2 <= 255 for part in parts)
    assert "".join(part[1:-1] for part in parts) == '"' * 600


def test_the_branch_of_an_if_that_is_not_taken_needs_no_value(cells: list[Cell]) -> None:
    a = Ref(cells[0])
    nothing = when(Compare(a, "=", Number(0.0)), "", Over(a, Number(0.0)))
    assert nothing.text("This one") == 'IF(B1=0,"",B1/0)'
    assert math.isnan(nothing.number)
    other = when(Compare(a, ">", Number(1.0)), "yes", call("LN", Word("x")))
    assert other.value == "yes"


def test_a_number_in_a_text_has_the_marks_of_the_language(cells: list[Cell]) -> None:
    cells[0].content = 12_345.6
    text = Join((Word("saves "), Told(Ref(cells[0]), "da")))
    assert text.value == "saves 12.346"
    assert text.text("This one") == '"saves "&FIXED(B1,0)'


def test_cells_that_differ_are_counted(cells: list[Cell]) -> None:
    other = [cells[0], cells[0], cells[2]]
    formula = Matching(Span(tuple(cells)), "<>", Span(tuple(other)))
    assert formula.value == 1
    assert formula.text("This one") == "SUMPRODUCT(--(B1:B3<>B1:B3))"


def test_a_slope_is_that_of_the_sum_of_products_behind_cells(cells: list[Cell]) -> None:
    a, b, c = map(Ref, cells)
    cost = cells[0].sheet.put(2, a * b - a * 4.0, row=0)
    total = plus((Ref(cost), times(c, cost), b))
    found = slope(total, cells[0])
    assert found.number == (3 - 4) * 6
    before = total.number
    cells[0].content, cells[0]._value, cost._value = 7.0, None, None
    assert total.number - before == pytest.approx(5 * found.number)
    assert slope(total, cells[0].sheet.put(9, 1.0)).number == 0


def test_a_slope_through_what_is_no_sum_of_products_is_refused(cells: list[Cell]) -> None:
    bent: Formula = call("EXP", cells[0])
    with pytest.raises(TypeError, match="sum of products"):
        slope(bent * Ref(cells[1]), cells[0])
    assert slope(bent * Ref(cells[1]), cells[1]).number == pytest.approx(math.exp(2))


def test_what_depends_on_a_replaced_cell_is_written_out(cells: list[Cell]) -> None:
    a, b, _ = map(Ref, cells)
    product = cells[0].sheet.put(2, a * b, row=0)
    free = replaced(Ref(product) + Ref(cells[2]), {cells[0]: Number(0.0)})
    assert free.text("This one") == "0*B2+B3"
    assert replaced(Ref(cells[2]), {cells[0]: Number(0.0)}).text("This one") == "B3"


@pytest.mark.parametrize(
    ("look", "text"),
    [
        (Look("number"), "General"),
        (Look("number", 0), "#,##0;-#,##0;#,##0"),
        (Look("number", 0, partial=True), '#,##0"*";-#,##0"*";#,##0"*"'),
        (Look("number", 1, percent=True, signed=True), "+0.0%;-0.0%;0.0%"),
    ],
)
def test_number_formats(look: Look, text: str) -> None:
    assert number_format(look) == text
