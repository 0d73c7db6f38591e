"""payers: categories by payer, the accounts with their intervals, sentences and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from ipscost.analysis.estimates import View
from ipscost.analysis.payers.accounts import Gains
from ipscost.analysis.payers.division import divided
from ipscost.analysis.payers.turning import held_fixed
from ipscost.analysis.reaches import of_saving
from ipscost.report.notes import common as notes
from ipscost.report.notes import gaps
from ipscost.report.notes.given import intervals, unmoved
from ipscost.report.notes.model import base_case, clipped, model_notes
from ipscost.report.payers.figures import figures
from ipscost.report.payers.sentences import sentences, sum_check
from ipscost.report.payers.tables import tables
from ipscost.report.report import Report
from ipscost.report.simulate.months import even_notes
from ipscost.run import Run
from ipscost.scenario.nouns import SOCIETAL
from ipscost.settings import LEVEL
from ipscost.words.text import Words, clause, glued, listing, say, sentence


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
        notes=tuple(_notes(every, run)),
        record={**asdict(run.record), "level": level},
        figures=tuple(figures(divisions)),
    )


def _given(every: Sequence[Gains]) -> tuple[Words, ...]:
    """What the intervals of the accounts take for granted; nothing where there is none."""
    shown = [(gains, account) for gains in every for account in gains.shown]
    sure = [(g, account) for g, account in shown if g.of(account.weight).is_uncertain]
    scenario = every[0].scenario
    numbers = (q for g, account in sure for q in of_saving(scenario, g.arm, account.name))
    return intervals(scenario, numbers) if sure else ()


def _notes(every: tuple[Gains, ...], run: Run) -> Iterator[Words]:
    """The check, what is doubtful, what is assumed, and how to ask for more."""
    scenario = run.scenario
    view = View(run, scenario.perspective)
    if scenario.note:
        yield sentence(scenario.note)
    yield from (sum_check(gains) for gains in every)
    if run.ledger is not None:
        yield say("note_in_plus")
    yield from _fixed(run)
    yield from notes.extrapolated(scenario)
    yield from model_notes(scenario)
    yield from base_case(view, outcomes=())
    yield from clipped(view)
    yield from notes.doubts(scenario)
    if any(gains.lacks(account) for gains in every for account in gains.shown):
        yield say("note_not_whole")
    yield from notes.unsplit(view)
    yield from gaps.notes(view.seen_from(SOCIETAL))
    yield from even_notes(scenario)
    yield from (_left_out(gains) for gains in every if gains.still())
    yield from _assumed(every)
    yield notes.discounting(scenario)
    yield from notes.welfare_factors(scenario)
    yield from notes.run_lines(view)


def _fixed(run: Run) -> Iterator[Words]:
    """That probabilities are of the draws, and what is the same in all of them."""
    fixed = [quantity for quantity in run.scenario.quantities if quantity.is_fixed]
    if run.ledger is None or not fixed:
        return
    words = {"count": len({q.path for q in fixed}), "name": notes.shell_name(run.scenario)}
    yield say("note_draws_alone", bounded=len(held_fixed(run.scenario)), **words)


def _left_out(gains: Gains) -> Words:
    """The categories that are 0 for everybody and have no row."""
    scenario = gains.scenario
    several = len(scenario.interventions) > 1
    labels = [category.label for category in gains.still()]
    arm = glued(" (", scenario.arms[gains.arm].label, ")") if several else ""
    return say("note_left_out", arm=arm, labels=listing(labels))


def _assumed(every: tuple[Gains, ...]) -> Iterator[Words]:
    """The assumptions about the categories of what is shown; where the others are told."""
    scenario = every[0].scenario
    told: dict[Words, list[str]] = {}
    others = {q.path for q in scenario.quantities if q.assumption}
    for gains in every:
        for number in gains.numbers():
            if number.assumption and number.path in others:
                others.remove(number.path)
                told.setdefault(clause(number.assumption), []).append(number.path)
    if told:
        yield say("note_dagger")
    for text, paths in told.items():
        yield say("note_assumption", path=listing(paths), text=text)
    if others:
        name = notes.shell_name(scenario)
        yield say("note_assumed_more", count=len(others), name=name)
