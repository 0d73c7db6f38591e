"""A column of numbers is the same whatever its marks and the blocks that it is read in."""

from __future__ import annotations

import io
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from test_persons_table import HEAD, model_of

from ipscost.loading.data import numbers, table
from ipscost.loading.data.groups import ABSENT, GroupColumn
from ipscost.loading.data.lines import RowLines
from ipscost.loading.data.numbers import NumberColumn
from ipscost.loading.data.persons import read_data
from ipscost.scenario.data_plan import MISSING


def read_by(cells: list[str], block: int, decimal: str = "", missing: tuple[str, ...] = MISSING):  # type: ignore[no-untyped-def]
    column = NumberColumn(missing, decimal)
    for first in range(0, len(cells), block):
        column.add(cells[first : first + block])
    mark = column.shown_mark or "."
    return column, np.concatenate([*column.values(mark)])


@pytest.mark.parametrize("block", [1, 2, 3, 100])
@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["1.250", "", "NA", "0.5", "3"], [1.25, None, None, 0.5, 3]),
        (["1.250", "2.500", "0,5", "1.234,5"], [1250, 2500, 0.5, 1234.5]),
        (["1,250", "-2,5", ".", "7"], [1.25, -2.5, None, 7]),
        (["1,250", "2,500", "1,234.5"], [1250, 2500, 1234.5]),
        (["1.000.000", "2"], [1_000_000, 2]),
        ([" 12 ", "+3", "1e3", "-0"], [12, 3, 1000, 0]),
        (["1", "nan", "2"], [1, None, 2]),
    ],
)
def test_marks_are_told_by_any_number_of_the_column(
    cells: list[str], found: list[float | None], block: int
) -> None:
    column, values = read_by(cells, block)
    assert [None if np.isnan(value) else value for value in values.tolist()] == found
    assert not column.has_text
    assert not column.is_open


@pytest.mark.parametrize("block", [1, 100])
@pytest.mark.parametrize("odd", ["x", "1_0", "0x1", "1e400", "Infinity", "1 2", "1.2.3", "٣"])
def test_what_is_no_number_is_not_read(odd: str, block: int) -> None:
    column, values = read_by(["1.5", odd, "2.5"], block)
    assert np.isinf(values).tolist() == [False, True, False]
    assert column.has_text


def test_numbers_that_show_no_mark_are_open_until_it_is_told() -> None:
    assert read_by(["1,250", "2,500"], 1)[0].is_open
    assert read_by(["1,250", "2,500"], 1, ",")[1].tolist() == [1.25, 2.5]
    assert read_by(["1,250", "2,500"], 1, ".")[1].tolist() == [1250, 2500]


def test_a_number_may_stand_for_a_missing_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbers, "MANY", 2)
    _, values = read_by(["1", "-99", "-99,0", "-99,00", "2,5"], 1, "", ("", "-99"))
    assert np.isnan(values).tolist() == [False, True, True, True, False]
    assert values[[0, 4]].tolist() == [1, 2.5]


def test_groups_are_numbered_as_they_are_found_and_never_too_many() -> None:
    column = GroupColumn(MISSING, most=3)
    column.add(["b", "a", "", "b "])
    column.add(["c", "NA", "a"])
    assert column.names == {"b": 0, "a": 1, "c": 2}
    assert column.values().tolist() == [0, 1, ABSENT, 0, 2, ABSENT, 1]
    column.add(["d"])
    assert column.is_too_many
    assert column.names == {}


def test_the_line_of_each_row_is_known_behind_empty_lines_and_long_cells() -> None:
    lines = RowLines()
    for block in ([2, 3, 4], [5, 6], [9, 10], [], [11, 14, 15]):
        lines.add(block)
    assert [lines.of(row) for row in range(lines.count)] == [2, 3, 4, 5, 6, 9, 10, 11, 14, 15]
    assert len(lines.rows) == 3


SHORT = "  arm: {column: Tr, usual: 0, ips: 1}\n  assigned: random\n  cost: {jobcenter: jc}\n"


def rows(persons: int) -> str:
    return "Tr;note;jc\n" + "".join(
        f"{n % 2};{'long text ' * 20};{n % 977},5\n" for n in range(persons)
    )


def test_a_table_is_read_from_a_pipe_in_small_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "BLOCK", 7)
    monkeypatch.setattr(numbers, "MANY", 3)
    stream = io.TextIOWrapper(io.BytesIO(rows(100).encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    read = read_data("-", model_of(tmp_path, SHORT, HEAD))
    assert read.shown == "<stdin>"
    assert read.data.values[:, 0].tolist() == [n % 977 + 0.5 for n in range(100)]


@pytest.mark.slow
def test_memory_goes_with_persons_and_named_columns_and_not_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "data.csv"
    file.write_text(rows(300_000), encoding="utf-8")
    model = model_of(tmp_path, SHORT, HEAD)
    tracemalloc.start()
    read = read_data(str(file), model)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read.persons == 300_000
    assert file.stat().st_size > 60_000_000
    assert peak < 30_000_000
