"""A table with many columns as several tables that are as wide as a page allows."""

from __future__ import annotations

from dataclasses import replace

from ipscost.report.report import Row, Table, evenly, is_empty
from ipscost.words.text import Words


def divided(table: Table, most: int) -> tuple[Table, ...]:
    """The tables in which a table is shown, each with at most `most` of the columns to be divided.

    A table that must not be split is returned as it is; one without columns to divide gives none.
    """
    split = table.split
    if split is None:
        return (table,)
    groups = [list(group) for group in evenly(split.columns, most)]
    if not groups:
        return ()
    groups[-1] += range(split.columns, len(table.columns))
    return tuple(
        _part(table, group, split.title if number else table.title, sparse=split.sparse)
        for number, group in enumerate(groups)
    )


def _part(table: Table, indices: list[int], title: Words, *, sparse: bool) -> Table:
    """A table of some columns by index; if `sparse`, without rows that are empty in them."""
    rows, breaks, pending = list[Row](), list[int](), False
    for number, row in enumerate(table.rows):
        pending = pending or number in table.breaks
        cells = tuple(row.cells[index] for index in indices)
        if sparse and not row.strong and is_empty(cells):
            continue
        if pending:
            breaks.append(len(rows))
            pending = False
        rows.append(replace(row, cells=cells))
    columns = tuple(table.columns[index] for index in indices)
    return replace(
        table,
        title=title,
        columns=columns,
        rows=tuple(rows),
        breaks=tuple(breaks),
        split=None,
    )
