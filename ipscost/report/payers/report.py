"""payers: categories by payer, the accounts with their intervals, sentences and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ipscost.analysis.payers import gains_of
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

    `arms` are the interventions that are shown, by default all; `only` names one account. Raises
    ValueError without the course of every account: `simulate(..., courses=names(scenario))`.
    """
    scenario = run.scenario
    periods = [period for period, wanted in (("year", years), ("month", months)) if wanted]
    every = gains_of(run, level, periods=periods, arms=arms, only=only)
    sure = [(gains.arm, e.name) for gains in every for e in gains.shown if e.total.is_uncertain]
    numbers = [number for each in sure for number in of_saving(scenario, *each)]
    return Report(
        scenario=scenario.name,
        headline=(
            *(each for gains in every for each in sentences(gains)),
            *(intervals(scenario, numbers) if sure else ()),
            *unmoved(scenario, [account.name for account in every[0].shown]),
        ),
        tables=tuple(table for gains in every for table in tables(gains)),
        notes=written(NOTES, of_run(every, run, level)),
        record={**asdict(run.record), "level": level},
        figures=tuple(figure for gains in every for figure in figures(gains)),
    )
