"""Studies as one: the mean effect, what a new place may expect, and what the answer hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from ipscost.analysis.interval import Interval
from ipscost.analysis.pooling import NotPooled, PooledStudies
from ipscost.analysis.studies import NO_EFFECT, side
from ipscost.report.evidence.pooled_figures import figures, of_study
from ipscost.report.evidence.pooled_notes import CAVEATS, NOTES
from ipscost.report.evidence.pooled_wording import effect, ends
from ipscost.report.evidence.wording import name_of, study
from ipscost.report.notes.about import About, written
from ipscost.report.report import MOST_CAVEATS, Cell, Column, Report, Row, Short, Table
from ipscost.synthesis.effects import DIFFERENCE
from ipscost.words.text import Words, count, number, percent, rate, say

NAME = "evidence"
SCALES = {DIFFERENCE: "points"}
"""What a scenario calls the scale of a measure, where that is not its name."""


def pooled(found: PooledStudies) -> Report:
    """The report of a pool of studies."""
    about = About(found, level=found.level)
    cautions = written(CAVEATS, about)
    both = studies(found), lines(found)
    others = () if found.most_telling is None else (without(found),)
    left = (left_out(found),) if found.left_out else ()
    return Report(
        scenario=NAME,
        headline=tuple(headline(found)),
        tables=(both[0], spread(found), *others, *left, both[1]),
        notes=(*cautions, *written(NOTES, about)),
        record={
            "measure": found.measure,
            "level": found.level,
            "studies": {name_of(e.found): asdict(e.found.run.record) for e in found.members},
        },
        figures=tuple(figures(found)),
        short=Short(both, cautions[:MOST_CAVEATS]),
    )


# --- sentences -------------------------------------------------------------------------------


def headline(found: PooledStudies) -> Iterator[Words]:
    """The mean over places, and then what a single new place may expect."""
    yield say(
        f"pooled_head_{found.measure}",
        mean=effect(found.measure, found.estimate.mean),
        interval=ends(found.measure, found.estimate),
        level=rate(found.level),
        studies=count(len(found.members)),
    )
    of = side(found.prediction, NO_EFFECT[found.measure])
    key = "pooled_new_place" if of else "pooled_new_place_none"
    yield say(key, interval=ends(found.measure, found.prediction), level=rate(found.level))
    if found.left_out:
        key = "pooled_left" if len(found.left_out) > 1 else "pooled_left_one"
        yield say(key, count=count(len(found.left_out)))


# --- tables ----------------------------------------------------------------------------------


def effect_column(found: PooledStudies, label: Words) -> Column:
    """A column of effects with their intervals."""
    is_difference = found.measure == DIFFERENCE
    unit, style = ("share", "change") if is_difference else ("ratio", "estimate")
    return Column(label, unit=unit, style=style, numeric=True)


def studies(found: PooledStudies) -> Table:
    """Each study with its effect and weight; then the mean over places, and a new place."""
    columns = (
        Column(say("evidence_comparator_short")),
        effect_column(found, say(f"pooled_{found.measure}")),
        Column(say("pooled_weight"), unit="share", style="part", numeric=True),
    )
    rows = [
        _row(
            f"study.{study(each.found)}",
            study(each.found),
            each.found.study.comparator,
            of_study(found, each),
            Interval(each.weight),
            marked=bool(each.found.assumed_people),
        )
        for each in found.members
    ]
    mean = _row("mean", say("pooled_mean"), "", found.estimate, Interval(1.0), strong=True)
    place = _row("new_place", say("pooled_place"), "", found.prediction, None, strong=True)
    title = say(
        "pooled_title",
        level=rate(found.level),
        i2=percent(found.pooled.i2, 0),
        tau=number(found.pooled.tau, "ratio"),
    )
    first, breaks = say("evidence_study"), (len(rows),)
    return Table(title, first, columns, (*rows, mean, place), breaks=breaks, name="pooled")


def spread(found: PooledStudies) -> Table:
    """How far places differ, in several measures."""
    pooled = found.pooled
    rows = (
        _row("tau", say("pooled_tau"), Interval(pooled.tau), unit="ratio"),
        _row("tau_dl", say("pooled_tau_dl"), Interval(pooled.tau2_dl**0.5), unit="ratio"),
        _row("i2", say("pooled_i2"), Interval(pooled.i2), unit="share"),
        _row("q", say("pooled_q"), Interval(pooled.q), unit="ratio"),
        _row("q_p", say("pooled_q_p"), Interval(pooled.q_p), unit="ratio"),
    )
    column = Column(say("pooled_value"), numeric=True)
    return Table(say("pooled_title_spread"), "", (column,), rows, name="spread")


def without(found: PooledStudies) -> Table:
    """The answer without each of the studies in turn."""
    columns = (
        effect_column(found, say("pooled_mean")),
        effect_column(found, say("pooled_place")),
        Column(say("pooled_i2_short"), unit="share", style="part", numeric=True),
    )
    rows = tuple(
        _row(
            f"without.{study(each.found)}",
            study(each.found),
            found.in_units(each.without),
            found.new_place(each.without),
            Interval(each.without.i2),
        )
        for each in found.members
        if each.without is not None
    )
    return Table(say("pooled_title_without"), say("pooled_without"), columns, rows, name="without")


def left_out(found: PooledStudies) -> Table:
    """The studies that are not in the pool, and why."""
    rows = tuple(
        _row(f"left_out.{study(each.found)}", study(each.found), why(each))
        for each in found.left_out
    )
    column = Column(say("pooled_why"))
    return Table(say("pooled_title_left"), say("evidence_study"), (column,), rows, name="left_out")


def why(left: NotPooled) -> Words:
    """Why a study is not in the pool."""
    other = "" if left.other is None else study(left.other)
    return say(f"pooled_{left.why}", other=other)


def lines(found: PooledStudies) -> Table:
    """The lines of a scenario that carries the pooled effect over to another group."""
    measure, place = found.measure, found.prediction
    value, low, high = (f"{each:.4g}" for each in (place.mean, place.low or 0.0, place.high or 0.0))
    level = () if found.level == 0.95 else ((2, f"level: {found.level:g}"),)
    stated: tuple[tuple[int, Words], ...] = (
        (0, "transfer:"),
        (1, f"scale: {SCALES.get(measure, measure)}"),
        (1, "pooled:"),
        (2, f"{measure}: {value}"),
        (2, f"prediction_interval: [{low}, {high}]"),
        *level,
        (2, say("pooled_assumption", studies=count(len(found.members)))),
    )
    rows = tuple(Row(f"line.{n}", text, (), depth=depth) for n, (depth, text) in enumerate(stated))
    return Table(say("pooled_title_lines"), "YAML", (), rows, name="lines")


def _row(
    path: str,
    label: Words,
    *cells: Cell,
    unit: str = "",
    strong: bool = False,
    marked: bool = False,
) -> Row:
    return Row(path, label, cells, unit, strong=strong, marked=marked)
