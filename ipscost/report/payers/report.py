"""payers: categories by payer, the accounts with their intervals, sentences and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ipscost.analysis.payers.accounts import Gains, gains_of
from ipscost.analysis.reaches import of_saving
from ipscost.report.notes.about import of_run, written
from ipscost.report.notes.given import intervals, unmoved
from ipscost.report.payers.notes import NOTES
from ipscost.report.payers.sentences import sentences
from ipscost.report.payers.tables import accounts_table, category_tables, course_tables
from ipscost.report.report import Report, Table
from ipscost.run import Run
from ipscost.settings import LEVEL
from ipscost.words.text import Words


def payers(
    run: Run,
    level: float = LEVEL,
    *,
    months: bool = False,
    years: bool = False,
    arms: Sequence[str] = (),
    only: str = "",
) -> Report:
    """Who gains and who pays, arm by arm; with `months` or `years` also how it adds up in time.
    `arms` are the interventions that are shown, by default all; `only` names one account.

    The run must know the course of every account: `simulate(..., courses=names(scenario))`.
    """
    every = gains_of(run, arms, only)
    tables: list[Table] = []
    for gains in every:
        tables += category_tables(gains, level)
        tables.append(accounts_table(gains, level))
        for part, wanted in (("year", years), ("month", months)):
            tables += course_tables(gains, part, level) if wanted else []
    return Report(
        scenario=run.scenario.name,
        headline=(
            *(each for gains in every for each in sentences(gains, level)),
            *_given(every),
            *unmoved(run.scenario, [each.name for each in every[0].shown]),
        ),
        tables=tuple(tables),
        notes=written(NOTES, of_run(every, run, level)),
        record={**asdict(run.record), "level": level},
    )


def _given(every: Sequence[Gains]) -> tuple[Words, ...]:
    """What the intervals of the accounts take for granted; nothing where there is none."""
    shown = [(gains, account) for gains in every for account in gains.shown]
    sure = [(g, account) for g, account in shown if g.of(account.weight).is_uncertain]
    scenario = every[0].scenario
    numbers = (q for g, account in sure for q in of_saving(scenario, g.arm, account.name))
    return intervals(scenario, numbers) if sure else ()
