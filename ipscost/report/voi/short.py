"""The short answer of voi: the one or two tables that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ipscost.analysis.interval import Interval
from ipscost.report.report import Note, Row, Short, Table
from ipscost.report.voi.paragraphs import CONCLUSIVE, is_settled
from ipscost.report.voi.tables import groups_table, perfect_table, ranking_table
from ipscost.report.voi.terms import Research

MOST_ROWS = 3
"""So many quantities are shown first."""


def short(research: Research, caveats: Sequence[Note]) -> Short:
    """What a reader is shown first.

    The numbers and groups that are most worth measuring. Where the choice is settled, or there is
    nothing to rank, what perfect information is worth; so too at several thresholds.
    """
    is_open = research.question.psa.draws >= CONCLUSIVE and not is_settled(research)
    ranked = [shorter(ranking_table(research))] if is_open and research.ranking else []
    grouped = [groups_table(research)] if is_open and research.together else []
    if len(research.thresholds) > 1 or not ranked:
        return Short((perfect(research), *(grouped or ranked)), caveats)
    return Short((*ranked, *grouped), caveats)


def shorter(ranking: Table) -> Table:
    """The first rows of a ranking, without their paths, and the row of everything."""
    *rows, everything = (row for row in ranking.rows if row.depth == 0)
    return replace(ranking, rows=(*rows[:MOST_ROWS], everything), breaks=())


def perfect(research: Research) -> Table:
    """What perfect information is worth, with no more of a probability than may be claimed."""
    table, question = perfect_table(research), research.question
    if not question.has_odds:
        rows = tuple(replace(row, cells=(row.cells[0], *row.cells[2:])) for row in table.rows)
        return replace(table, columns=(table.columns[0], *table.columns[2:]), rows=rows)
    return replace(table, rows=tuple(_told(row, question.fineness) for row in table.rows))


def _told(row: Row, fineness: int) -> Row:
    """A row with its probability no finer than in a sentence."""
    chosen, wrong, *rest = row.cells
    assert isinstance(wrong, Interval)
    return replace(row, cells=(chosen, replace(wrong, draws=fineness), *rest))
