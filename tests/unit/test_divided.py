"""A table with many columns as several: every number once, and no row that says nothing."""

from __future__ import annotations

from ipscost.analysis.interval import Interval
from ipscost.formats.cells import laid_out
from ipscost.formats.divided import divided
from ipscost.report.report import UNKNOWN, Cell, Column, Report, Row, Split, Table, evenly


def row(path: str, *cells: Cell, strong: bool = False) -> Row:
    return Row(path, path, cells, strong=strong)


def numbers(*values: float) -> tuple[Interval, ...]:
    return tuple(Interval(value) for value in values)


def table(*rows: Row, columns: str, split: Split | None, breaks: tuple[int, ...] = ()) -> Table:
    found = tuple(Column(name, numeric=True) for name in columns)
    return Table("First", "What", found, rows, breaks, split=split)


def test_columns_stand_in_groups_as_even_as_can_be() -> None:
    assert [len(group) for group in evenly(7, 4)] == [4, 3]
    assert [len(group) for group in evenly(9, 4)] == [3, 3, 3]
    assert evenly(0, 4) == []
    assert max(len(group) for count in range(50) for group in evenly(count, 4)) == 4


def test_a_table_that_may_not_be_split_is_all_there_is() -> None:
    found = table(row("a", *numbers(1, 2, 3)), columns="abc", split=None)
    assert divided(found, 2) == (found,)


def test_what_stands_behind_the_split_columns_is_in_the_last_table() -> None:
    found = table(row("a", *numbers(1, 2, 3, 6)), columns="abcs", split=Split(3, "Then"))
    first, then = divided(found, 2)
    assert [first.title, then.title] == ["First", "Then"]
    assert ["".join(str(column.label) for column in each.columns) for each in (first, then)] == [
        "ab",
        "cs",
    ]
    assert [each.rows[0].cells for each in (first, then)] == [numbers(1, 2), numbers(3, 6)]
    assert divided(first, 1) == (first,)


def test_a_sparse_table_leaves_out_what_says_nothing_in_it_and_keeps_its_lines() -> None:
    rows = (
        row("left", Interval(1), None),
        row("right", Interval(0), Interval(2)),
        row("open", UNKNOWN, None),
        row("sum", None, Interval(0, -1, 1)),
        row("total", *numbers(0, 0), strong=True),
    )
    split = Split(2, "Then", sparse=True)
    first, then = divided(table(*rows, columns="ab", split=split, breaks=(3,)), 1)
    assert [each.path for each in first.rows] == ["left", "open", "total"]
    assert [each.path for each in then.rows] == ["right", "sum", "total"]
    assert (first.breaks, then.breaks) == ((2,), (1,))
    whole = Split(2, "Then")
    assert len(divided(table(*rows, columns="ab", split=whole), 1)[1].rows) == len(rows)


def test_a_page_holds_four_columns_beside_one_another() -> None:
    found = table(row("a", *numbers(*range(6))), columns="abcdef", split=Split(6, "Then"))
    report = Report("study", (), (found,), (), {})
    assert [len(each.columns) for each in laid_out(report, "en")] == [3, 3]
