"""The short answer of voi: the one or two tables that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ipscost.report.report import Note, Short, Table
from ipscost.report.voi.paragraphs import CONCLUSIVE, is_settled
from ipscost.report.voi.study import study_table
from ipscost.report.voi.tables import groups_table, perfect_table, ranking_table
from ipscost.report.voi.terms import Research

MOST_ROWS = 3
"""So many quantities are shown first."""


def short(research: Research, caveats: Sequence[Note]) -> Short:
    """What a reader is shown first.

    The numbers and groups that are most worth measuring. Where the choice is settled, or there is
    nothing to rank, what perfect information is worth; so too at several thresholds. Where a study
    was asked for, what it is worth.
    """
    is_open = research.question.psa.draws >= CONCLUSIVE and not is_settled(research)
    ranked = [shorter(ranking_table(research))] if is_open and research.ranking else []
    grouped = [groups_table(research)] if is_open and research.together else []
    of_study = study_table(research)
    if of_study is not None:
        return Short((of_study,), caveats)
    if len(research.thresholds) > 1 or not ranked:
        return Short((perfect_table(research), *(grouped or ranked)), caveats)
    return Short((*ranked, *grouped), caveats)


def shorter(ranking: Table) -> Table:
    """The first rows of a ranking, without their paths, and the row of everything."""
    *rows, everything = (row for row in ranking.rows if row.depth == 0)
    return replace(ranking, rows=(*rows[:MOST_ROWS], everything), breaks=())
