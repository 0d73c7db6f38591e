"""payers: categories by payer, the accounts with their intervals, sentences and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from ipscost.analysis import notes
from ipscost.analysis.estimates import View
from ipscost.analysis.model_notes import base_case, clipped, model_notes
from ipscost.analysis.months import even_notes
from ipscost.analysis.payers.accounts import Gains, gains_of
from ipscost.analysis.payers.sentences import sentences, sum_check
from ipscost.analysis.payers.tables import accounts_table, category_tables, course_tables
from ipscost.run import Run
from ipscost.settings import LEVEL
from ipscost.table import Report, Table
from ipscost.words import say


def payers(
    run: Run,
    language: str = "en",
    level: float = LEVEL,
    *,
    months: bool = False,
    years: bool = False,
) -> Report:
    """Who gains and who pays, arm by arm; with `months` or `years` also how it adds up in time.

    The run must know the course of every account: `simulate(..., courses=names(scenario))`.
    """
    every = gains_of(run)
    tables: list[Table] = []
    for gains in every:
        tables += category_tables(gains, language, level)
        tables.append(accounts_table(gains, language, level))
        for part, wanted in (("year", years), ("month", months)):
            tables += course_tables(gains, part, language, level) if wanted else []
    return Report(
        scenario=run.scenario.name,
        language=language,
        headline=tuple(each for gains in every for each in sentences(gains, language, level)),
        tables=tuple(tables),
        notes=tuple(_notes(every, run, language)),
        record={**asdict(run.record), "level": level},
    )


def _notes(every: tuple[Gains, ...], run: Run, language: str) -> Iterator[str]:
    """The check, what is doubtful, what is assumed, and how to ask for more."""
    scenario = run.scenario
    view = View(run, scenario.perspective)
    yield from (sum_check(gains, language) for gains in every)
    if run.ledger is not None:
        yield say("note_in_plus", language)
    yield from notes.extrapolated(scenario, language)
    yield from model_notes(scenario, language)
    yield from base_case(view, language)
    yield from clipped(view, language)
    yield from notes.doubts(scenario, language)
    yield from notes.unsplit(view, language)
    yield from even_notes(scenario, language)
    yield from notes.assumed(scenario, language)
    yield notes.discounting(scenario, language)
    yield from notes.welfare_factors(scenario, language)
    yield from notes.run_lines(view, language)
