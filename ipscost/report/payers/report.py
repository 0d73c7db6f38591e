"""payers: who gains and who pays, categories by payer, the accounts, and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ipscost.analysis.caveats import Variants
from ipscost.analysis.course import check_horizon
from ipscost.analysis.payers import gains_of
from ipscost.report.notes.about import of_run, written
from ipscost.report.payers.figures import figures
from ipscost.report.payers.notes import NOTES, cautions
from ipscost.report.payers.sentences import headlines
from ipscost.report.payers.tables import short, tables
from ipscost.report.report import MadeLater, Report, Short
from ipscost.run import Run
from ipscost.settings import LEVEL


def payers(
    run: Run,
    level: float = LEVEL,
    variants: Variants = (),
    *,
    months: bool = False,
    years: bool = False,
    arms: Sequence[str] = (),
    only: str = "",
    answered: str = "",
) -> Report:
    """Who gains and who pays, arm by arm; with `months` or `years` also how it adds up in time.

    `arms` are the interventions that are shown, by default all; `only` names one account,
    and `answered` one that a page has told the answer of.
    `variants` are the scenario analyses, for the caveats. Raises ValueError without the course
    of every account: `simulate(..., courses=names(scenario))`, with `keeper=BreakEvens()` where
    neither months nor years are asked for.
    """
    scenario = run.scenario
    periods = [period for period, wanted in (("year", years), ("month", months)) if wanted]
    if periods:
        check_horizon(scenario)
    every = gains_of(run, level, periods=periods, arms=arms, only=only)
    caveats = MadeLater(lambda: cautions(every, variants))
    return Report(
        scenario=scenario.name,
        headline=headlines(every, answered),
        tables=tuple(table for gains in every for table in tables(gains)),
        notes=MadeLater(lambda: (*caveats, *written(NOTES, of_run(every, run, level)))),
        record={**asdict(run.record), "level": level},
        figures=tuple(figure for gains in every for figure in figures(gains)),
        short=Short(tuple(short(every)), caveats),
    )
