"""Numbers as text, and rows for machines without rounding."""

from __future__ import annotations

import pytest

from ipscost.analysis.interval import Interval, opposite
from ipscost.formats.cells import grid, shown
from ipscost.formats.tidy import THRESHOLD, TIDY, tidy, tidy_columns
from ipscost.report.report import Cell, Column, Figure, Note, Report, Row, Table, joined, together
from ipscost.words.numbers import (
    amount,
    count,
    money,
    number,
    percent,
    probability,
    rate,
    unsure_digits,
)
from ipscost.words.text import say

MONEY = "DKK_2024/person"
CHANGE = Column("", style="change", numeric=True)


def cell(value: Cell, column: Column, unit: str = MONEY, language: str = "en") -> str:
    """`value` as it is shown in a row of `unit`."""
    return shown(value, column, Row("p", "Label", (), unit), language)


def report(*tables: Table, notes: tuple[Note, ...] = ()) -> Report:
    return Report("study", ("One sentence.",), tables, notes, {"seed": 1})


@pytest.mark.parametrize(
    ("value", "unit", "english", "danish"),
    [
        (72013.4, MONEY, "72,013", "72.013"),
        (1234567.0, MONEY, "1,234,567", "1.234.567"),
        (-0.4, MONEY, "-0.40", "-0,40"),
        (0.0000012, MONEY, "0.0000012", "0,0000012"),
        (0.300001 - 0.3, MONEY, "0.0000010", "0,0000010"),
        (9.5, MONEY, "9.50", "9,50"),
        (5.0, MONEY, "5", "5"),
        (14.2, MONEY, "14", "14"),
        (1e12, MONEY, "1,000,000,000,000", "1.000.000.000.000"),
        (-1e-11, MONEY, "0", "0"),
        (0.465, "share", "46.5%", "46,5%"),
        (-0.0004, "share", "-0.040%", "-0,040%"),
        (-1e-17, "share", "0.0%", "0,0%"),
        (0.134, "points", "13.4", "13,4"),
        (0.0255, "QALY/person", "0.0255", "0,0255"),
        (1234.567, "hour/person", "1,234.57", "1.234,57"),
        (-0.001, "hour/person", "-0.0010", "-0,0010"),
        (-0.0, "hour/person", "0.00", "0,00"),
        (0.000012, "QALY/person", "0.000012", "0,000012"),
        (0.00097, "p", "0.0010", "0,0010"),
    ],
)
def test_a_number_is_shown_in_the_digits_of_its_unit(
    value: float, unit: str, english: str, danish: str
) -> None:
    assert number(value, unit, "en") == english
    assert number(value, unit, "da") == danish


@pytest.mark.parametrize(
    ("value", "expected"),
    [(12.0, "+12"), (-12.0, "-12"), (-0.0, "0"), (-0.3, "-0.30"), (0.3, "+0.30")],
)
def test_a_sign_stands_before_everything_but_zero(value: float, expected: str) -> None:
    assert number(value, MONEY, "en", sign=True) == expected


@pytest.mark.parametrize(
    ("value", "english", "danish"),
    [
        (1.0, "over 99.9%", "over 99,9%"),
        (0.99901, "over 99.9%", "over 99,9%"),
        (0.999, "99.9%", "99,9%"),
        (0.5, "50.0%", "50,0%"),
        (0.001, "0.1%", "0,1%"),
        (0.00099, "under 0.1%", "under 0,1%"),
        (0.0, "under 0.1%", "under 0,1%"),
    ],
)
def test_a_probability_is_never_rounded_to_certainty(
    value: float, english: str, danish: str
) -> None:
    assert (probability(value, "en"), probability(value, "da")) == (english, danish)


def column(*means: float, unit: str = MONEY, language: str = "en") -> list[str]:
    """A column of levels as a table shows it."""
    rows = [Row("p", "Label", (Interval(mean),), unit) for mean in means]
    table = Table("", "", (Column("", numeric=True),), tuple(rows))
    return [cells[1] for _, cells in grid(table, language).lines]


def test_the_digits_of_a_column_follow_its_size_and_what_is_small_is_seen() -> None:
    assert column(72013.4, 12.4, 0.14, 0.0) == ["72,013", "12", "0.14", "0"]
    assert column(3.456, 0.14, 2.0) == ["3.46", "0.14", "2.00"]
    assert column(5.0, 2.0, 0.0) == ["5", "2", "0"]
    assert column(1e12, 1e-6) == ["1,000,000,000,000", "0.0000010"]
    assert column(0.000002, -0.0) == ["0.0000020", "0.0000000"]
    assert column(0.14, 3.0, language="da") == ["0,14", "3,00"]


def test_an_interval_has_the_digits_of_its_column() -> None:
    small = Interval(0.14, -0.001, 0.3)
    rows = [Row("p", "Label", (cell,), MONEY) for cell in (small, Interval(-5000.2, -1, 2))]
    table = Table("", "", (CHANGE,), tuple(rows))
    first, second = [cells[1] for _, cells in grid(table, "en").lines]
    assert first == "+0.14 (0.00 to 0.30)"
    assert second == "-5,000 (-1 to 2)"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.14, "0.14"), (36.4, "36"), (50.0, "50"), (0.0000012, "0.0000012"), (5.0, "5"), (-0.0, "0")],
)
def test_a_small_amount_in_a_sentence_is_not_0(value: float, expected: str) -> None:
    assert amount(value, "en") == expected


def test_shares_of_draws_may_be_none_and_all() -> None:
    style = Column("", unit="share", style="draws", numeric=True)
    texts = [cell(Interval(share, draws=1000), style) for share in (0.0, 1.0, 0.5, 0.0001)]
    assert texts == ["0%", "100%", "50.0%", "under 0.1%"]


def test_an_amount_in_kroner_is_written_with_kr() -> None:
    assert money(72013.4, "DKK", "en") == "72,013 kr."
    assert money(72013.4, "DKK", "da") == "72.013 kr."
    assert money(9543.0, "EUR", "en") == "9,543 EUR"


def test_a_rate_has_the_decimals_it_has() -> None:
    assert [rate(value, "en") for value in (0.035, 0.0, 0.03, 0.0125)] == [
        "3.5%",
        "0%",
        "3%",
        "1.25%",
    ]
    assert rate(0.035, "da") == "3,5%"


def test_counts_and_per_cents_follow_the_language() -> None:
    assert (count(10000, "en"), count(10000, "da")) == ("10,000", "10.000")
    assert (percent(0.2881, "en", 1, sign=True), percent(0.2881, "da", 0)) == ("+28.8%", "29%")


def test_what_is_not_known_is_a_dash() -> None:
    assert cell(None, CHANGE) == "-"


def test_a_text_stands_as_it_is() -> None:
    assert cell("agrees", Column("")) == "agrees"


def test_a_change_has_a_sign_and_its_interval() -> None:
    value = Interval(-28147.2, -60688.4, 4394.4)
    assert cell(value, CHANGE) == "-28,147 (-60,688 to 4,394)"
    assert cell(value, CHANGE, language="da") == "-28.147 (-60.688 til 4.394)"


def test_a_change_without_an_interval_is_a_number_alone() -> None:
    assert cell(Interval(6897.2), CHANGE) == "+6,897"


def test_a_level_shows_no_interval() -> None:
    assert cell(Interval(100.0, 50.0, 150.0), Column("", numeric=True)) == "100"


def test_a_partial_sum_has_a_star() -> None:
    assert cell(Interval(163556.0, partial=True), Column("", numeric=True)) == "163,556*"


def test_the_difference_of_two_shares_is_in_points() -> None:
    value = Interval(0.134, 0.046, 0.221)
    assert cell(value, CHANGE, "share") == "+13.4 points (4.6 to 22.1)"
    assert cell(value, CHANGE, "share", "da") == "+13,4 pct.point (4,6 til 22,1)"
    assert cell(Interval(0.465), Column("", numeric=True), "share") == "46.5%"


def test_styles_show_parts_and_relative_changes_as_shares() -> None:
    assert cell(Interval(0.391), Column("", style="part", numeric=True)) == "39%"
    assert cell(Interval(0.28817), Column("", style="relative", numeric=True)) == "+28.8%"
    assert cell(Interval(0.9995), Column("", style="probability", numeric=True)) == "over 99.9%"
    assert cell(Interval(13.2), Column("", style="signed", numeric=True)) == "+13"


def test_the_unit_of_a_column_goes_before_that_of_the_row() -> None:
    assert cell(Interval(0.5), Column("", unit="share", numeric=True)) == "50.0%"


def test_a_row_with_the_wrong_number_of_cells_is_refused() -> None:
    row = Row("cost.care", "Care", (None, None))
    with pytest.raises(ValueError, match=r"^row cost\.care has 2 cells for 1 columns$"):
        Table("", "", (CHANGE,), (row,))


def test_tidy_rows_are_not_rounded() -> None:
    value = Interval(1 / 3, 0.1, 2 / 3)
    figure = Figure("difference", "cost.care", "leaf", "Care", value, "ips", "usual", MONEY)
    (found,) = tidy(Report("study", (), (), (), {}, (figure,)))
    assert tuple(found) == TIDY
    assert found == {
        "scenario": "study",
        "arm": "ips",
        "versus": "usual",
        "measure": "difference",
        "path": "cost.care",
        "level": "leaf",
        "label": "Care",
        "mean": 1 / 3,
        "low": 0.1,
        "high": 2 / 3,
        "unit": MONEY,
        "partial": 0,
    }


def test_the_measure_of_a_partial_sum_says_so() -> None:
    figure = Figure("cost", "cost", "total", "Total", Interval(1.0, partial=True))
    (found,) = tidy(Report("study", (), (), (), {}, (figure,)))
    assert (found["measure"], found["partial"]) == ("cost_partial", 1)


def test_a_figure_of_another_scenario_is_named_after_it() -> None:
    figures = [
        Figure("cost", "cost", "total", "Total", Interval(1.0), scenario=n) for n in ("", "b")
    ]
    found = tidy(Report("a", (), (), (), {}, tuple(figures)))
    assert [row["scenario"] for row in found] == ["a", "b"]


def test_a_threshold_is_a_column_where_a_number_depends_on_one() -> None:
    figures = [Figure("nmb", "qaly", "arm", "IPS", Interval(1.0), threshold=t) for t in (None, 5.0)]
    report = Report("a", (), (), (), {}, tuple(figures))
    assert tidy_columns(report) == (*TIDY, THRESHOLD)
    assert [row[THRESHOLD] for row in tidy(report)] == [None, 5.0]


def test_texts_of_some_numbers_are_columns_behind_the_others() -> None:
    texts = ((), (("design", "trial"), ("whose", say("to"))))
    figures = [Figure("people", "study", "leaf", "A", Interval(1.0), about=t) for t in texts]
    report = Report("a", (), (), (), {}, tuple(figures))
    assert tidy_columns(report) == (*TIDY, "design", "whose")
    assert [row["design"] for row in tidy(report)] == [None, "trial"]
    assert [row["whose"] for row in tidy(report, "da")] == [None, "til"]


def test_a_line_below_the_last_row_is_not_drawn() -> None:
    rows = tuple(Row(name, name, (None,)) for name in "abc")
    assert grid(Table("", "", (CHANGE,), rows, breaks=(1, 3)), "en").breaks == {1}


def test_several_reports_become_one_with_each_note_once() -> None:
    a, b, c = (Note(name, name) for name in "abc")
    one, other = report(notes=(a, b)), report(notes=(b, c))
    both = together([one, other])
    assert both.headline == ("One sentence.", "One sentence.")
    assert both.notes == (a, b, c)
    assert both.record == {"study": {"seed": 1}}


def test_a_marked_row_has_a_dagger_for_readers_alone() -> None:
    row = Row("cost.care", "Care", (Interval(1.0),), MONEY, marked=True)
    table = Table("", "", (CHANGE,), (row,))
    assert grid(table, "en").lines[0][1] == ("Care†", "+1")


def test_the_opposite_of_an_interval_swaps_its_ends() -> None:
    assert opposite(Interval(1.0, -2.0, 5.0, partial=True)) == Interval(-1.0, -5.0, 2.0, True)
    assert opposite(Interval(1.0)) == Interval(-1.0)


def test_a_row_of_another_kind_has_a_style_of_its_own() -> None:
    column = Column("IPS", style="signed", numeric=True)
    cell = Interval(10.0, 5.0, 15.0)
    unit = "DKK_2024/person"
    rows = (
        Row("cost", "Saving", (cell,), unit),
        Row("cost", "95% interval", (cell,), unit, style="extent"),
        Row("cost", "No interval", (Interval(1.0),), unit, style="extent"),
        Row("cost", "Probability", (Interval(0.5),), "share", style="probability"),
    )
    table = Table("A title", "Result", (column,), rows)
    shown = [cells[1] for _, cells in grid(table, "en").lines]
    assert shown == ["+10", "5 to 15", "-", "50.0%"]


@pytest.mark.parametrize(
    ("value", "english", "danish"),
    [
        (999_999.4, "999,999 kr.", "999.999 kr."),
        (999_999.6, "1 million kr.", "1 mio. kr."),
        (1_500_000, "1.5 million kr.", "1,5 mio. kr."),
        (-1_234_567, "-1.23 million kr.", "-1,23 mio. kr."),
        (72_013_000, "72 million kr.", "72 mio. kr."),
        (123_456_789, "123 million kr.", "123 mio. kr."),
        (999_600_000, "1 billion kr.", "1 mia. kr."),
        (1_204_000_000, "1.2 billion kr.", "1,2 mia. kr."),
        (1_234_000_000_000, "1,230 billion kr.", "1.230 mia. kr."),
    ],
)
def test_a_large_amount_in_a_sentence_has_three_digits(
    value: float, english: str, danish: str
) -> None:
    assert (money(value, "DKK", "en"), money(value, "DKK", "da")) == (english, danish)


def test_a_large_amount_in_a_table_keeps_its_digits() -> None:
    assert cell(Interval(1_234_567.0), Column("", numeric=True)) == "1,234,567"
    assert cell(Interval(1_234_567.0), Column("", numeric=True), language="da") == "1.234.567"


@pytest.mark.parametrize(
    ("value", "draws", "expected"),
    [
        (1.0, 10, "over 90%"),
        (0.9, 10, "90%"),
        (0.0, 2, "under 50%"),
        (2 / 3, 3, "67%"),
        (1.0, 3, "over 66%"),
        (1.0, 300, "over 99.6%"),
        (0.999, 1_000, "99.9%"),
        (1.0, 10_000, "over 99.9%"),
        (1.0, 0, "over 99.9%"),
    ],
)
def test_a_probability_is_told_no_finer_than_its_draws(
    value: float, draws: int, expected: str
) -> None:
    assert probability(value, "en", draws) == expected
    cell = Interval(value, draws=draws)
    row = Row("cost", "Total", (cell,))
    assert shown(cell, Column("", style="probability", numeric=True), row, "en") == expected


@pytest.mark.parametrize(("error", "digits"), [(0.0, 0), (0.5, 1), (3.0, 2), (30.0, 3), (300.0, 4)])
def test_each_ten_times_larger_error_makes_one_more_digit_unsure(error: float, digits: int) -> None:
    assert unsure_digits(100_000.2, error, "DKK_2024/person") == digits


@pytest.mark.parametrize("value", [10435.5, 2.5, 3.5, 1e6 + 0.5, -10435.5])
@pytest.mark.parametrize("size", [1e-16, -1e-15, 1e-13, -1e-13])
def test_half_of_the_last_digit_is_rounded_alike_on_every_machine(
    value: float, size: float
) -> None:
    shown = number(value, "DKK_2024/person", "en")
    assert number(value * (1 + size), "DKK_2024/person", "en") == shown


def test_large_numbers_keep_all_their_digits() -> None:
    assert number(1_234_567_890_123.0, "DKK_2024/person", "en") == "1,234,567,890,123"
    assert number(123_456_789_012.0, "DKK_2024/person", "en") == "123,456,789,012"
    assert number(98_765_432_109.0, "DKK_2024/person", "en") == "98,765,432,109"


def test_reports_as_one_have_the_figures_of_each() -> None:
    figures = [Figure("cost", path, "leaf", path, Interval(1.0)) for path in ("a", "b")]
    first, second = (Report(f.path, (), (), (), {}, (f,)) for f in figures)
    both = [(row["scenario"], row["path"]) for row in tidy(together((first, second)))]
    assert both == [("a", "a"), ("b", "b")]
    assert [row["path"] for row in tidy(joined(second, first))] == ["b", "a"]
