"""payers: categories by payer, the accounts with their intervals, sentences and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ipscost.analysis.payers.accounts import NetSavings
from ipscost.analysis.payers.division import divided
from ipscost.analysis.reaches import of_saving
from ipscost.report.notes.about import of_run, written
from ipscost.report.notes.given import intervals, unmoved
from ipscost.report.payers.figures import figures
from ipscost.report.payers.notes import NOTES
from ipscost.report.payers.sentences import sentences
from ipscost.report.payers.tables import tables
from ipscost.report.report import Report
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
    periods = [period for period, wanted in (("year", years), ("month", months)) if wanted]
    divisions = divided(run, level, periods, arms=arms, only=only)
    every = tuple(division.gains for division in divisions)
    return Report(
        scenario=run.scenario.name,
        headline=(
            *(each for division in divisions for each in sentences(division)),
            *_given(every),
            *unmoved(run.scenario, [each.name for each in every[0].shown]),
        ),
        tables=tuple(table for division in divisions for table in tables(division)),
        notes=written(NOTES, of_run(every, run, level)),
        record={**asdict(run.record), "level": level},
        figures=tuple(figures(divisions)),
    )


def _given(every: Sequence[NetSavings]) -> tuple[Words, ...]:
    """What the intervals of the accounts take for granted; nothing where there is none."""
    shown = [(gains, account) for gains in every for account in gains.shown]
    sure = [(g, account) for g, account in shown if g.of(account.weight).is_uncertain]
    scenario = every[0].scenario
    numbers = (q for g, account in sure for q in of_saving(scenario, g.arm, account.name))
    return intervals(scenario, numbers) if sure else ()
