"""What moves the answer: one number at a time, and the scenario analyses of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.analyses import Compared
from ipscost.analysis.what_if.tornado import Swing
from ipscost.report.charts import Axis, Bars, Forest
from ipscost.report.notes.gaps import left_out
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import (
    MOST_TOLD,
    NoPictureError,
    Picture,
    amounts_told,
    below,
    beside,
    money_of,
    noted,
    with_limits,
)
from ipscost.report.report import FLAG, Column, Row, Table
from ipscost.report.what_if.figures import of_analyses, of_tornado
from ipscost.report.what_if.sensitivity import chart_of, most_sentence, short_labels
from ipscost.report.what_if.text import analysis_name, answer_title, arm_label
from ipscost.words.text import Words, count, rate, say, sentences, series, within

MOST_BARS = 12
"""So many numbers are drawn, those that matter most; the table has them all."""


# --- tornado ---------------------------------------------------------------------------------


def tornado(found: Findings) -> Picture:
    """How far the answer moves as each number alone goes from its low to its high end."""
    question, every = found.question, found.tornado
    bars = {arm: each for arm, each in every.bars.items() if each}
    if not bars:
        raise NoPictureError(
            f"no number of {found.scenario.file} that matters has an uncertainty or bounds, so "
            "none can be varied; add bounds: [low, high] to a number in the file"
        )
    axis = _answer_axis(found)
    charts = [_bars(found, each[:MOST_BARS], axis) for each in bars.values()]
    labels = [arm_label(question, arm) for arm in bars]
    rows = [
        [
            Row(
                bar.varied.path,
                label,
                (
                    Interval(bar.varied.now, bar.low, bar.high),
                    Interval(bar.answer_low),
                    Interval(bar.answer_high),
                ),
                str(bar.varied.unit),
                points=bar.varied.points,
            )
            for bar, label in zip(each, chart_of(question, each).labels, strict=True)
        ]
        for each in bars.values()
    ]
    most = max(map(len, bars.values()))
    flips = any(bar.flips for each in bars.values() for bar in each[:MOST_BARS])
    return Picture(
        name="tornado",
        title=_title(found, "picture_title_tornado", list(bars)),
        chart=beside(labels, charts),
        alt=sentences(*(most_sentence(question, each) for each in bars.values())),
        table=below(
            Table(
                title=axis,
                first=say("quantity_varied"),
                columns=(
                    Column(say("varied_between"), style="extent", numeric=True),
                    Column(say("answer_low"), unit=question.unit, style="signed", numeric=True),
                    Column(say("answer_high"), unit=question.unit, style="signed", numeric=True),
                ),
                rows=(),
                name="tornado",
            ),
            list(zip(labels, rows, strict=True)),
        ),
        figures=tuple(of_tornado(question, every)),
        note=noted(
            say("picture_more_bars", shown=count(MOST_BARS), all=count(most))
            if most > MOST_BARS
            else "",
            say("picture_flag") if flips else "",
            *_left_out(found),
        ),
    )


def _bars(found: Findings, bars: Sequence[Swing], axis: Words) -> Bars:
    """The bars of an arm with short labels: their units stand in the table."""
    question = found.question
    labels = [
        say("flagged", label=label, flag=FLAG) if bar.flips else label
        for bar, label in zip(bars, short_labels(question, bars), strict=True)
    ]
    return replace(chart_of(question, bars, axis), labels=tuple(labels))


def _answer_axis(found: Findings) -> Words:
    """What the answer is: a saving or a net benefit, in which money."""
    answer = answer_title(found.question)
    return series((answer, money_of(found.scenario)))


def _left_out(found: Findings) -> tuple[Words, ...]:
    """A sentence for each arm that is left out, since its answer is not known."""
    question = found.question
    return left_out(found.run, question.outcome, question.left_out)


def _title(found: Findings, key: str, arms: Sequence[str]) -> Words:
    """A title that says whether the saving moves or the net benefit, and of one arm which."""
    kind = "saving" if found.question.outcome is None else "benefit"
    if len(arms) == 1:
        return say(f"{key}_{kind}", arm=within(arm_label(found.question, arms[0])))
    return say(f"{key}_{kind}_arms")


# --- analyses --------------------------------------------------------------------------------


def analyses(found: Findings) -> Picture:
    """The answer in the base case and in each scenario analysis, with its interval."""
    question, scenario = found.question, found.scenario
    if not scenario.analyses:
        raise NoPictureError(
            f"{scenario.file} declares no scenario analyses; add some under analyses:, or hold a "
            "variant against it with ipscost compare --vs"
        )
    every = {
        arm: [each for each in answers if each.unit == question.unit]
        for arm, answers in found.analyses.items()
    }
    axis = _answer_axis(found)
    labels = [arm_label(question, arm) for arm in every]
    charts = [_forest(found, answers, axis) for answers in every.values()]
    columns = (
        Column(answer_title(question), style="change", numeric=True),
        Column(say("from_base_interval", level=rate(found.level)), style="change", numeric=True),
    )
    rows = [
        [
            Row(path, label, (each.answer, each.from_base), each.unit)
            for each in answers
            for path, label in (analysis_name(each.analysis),)
        ]
        for answers in every.values()
    ]
    has_band = any(
        e.answer is not None and e.answer.low is not None for a in every.values() for e in a
    )
    return Picture(
        name="analyses",
        title=_title(found, "picture_title_analyses", list(every)),
        chart=beside(labels, charts),
        alt=sentences(*(_told(found, arm, answers) for arm, answers in every.items())),
        table=below(
            Table(axis, say("one_analysis"), columns, (), name="analyses"),
            list(zip(labels, rows, strict=True)),
        ),
        figures=tuple(
            each for each in of_analyses(question, found.analyses) if each.measure != "probability"
        ),
        note=noted(
            say("picture_whiskers", level=rate(found.level)) if has_band else "",
            *_left_out(found),
        ),
    )


def _forest(found: Findings, answers: Sequence[Compared], axis: Words) -> Forest:
    return Forest(
        labels=tuple(analysis_name(each.analysis)[1] for each in answers),
        intervals=tuple(each.answer for each in answers),
        axis=Axis(axis, found.question.unit),
    )


def _told(found: Findings, arm: str, answers: Sequence[Compared]) -> Words:
    """The answer of an arm in the base case and in the analyses that move it most."""
    base, *others = answers
    moved = sorted(others, key=lambda each: -abs(each.from_base.mean if each.from_base else 0.0))
    kept = [each for each in others if each in moved[:MOST_TOLD]]
    pairs = [(analysis_name(each.analysis)[1], each.answer) for each in kept]
    unit = found.question.unit
    return say(
        "picture_analyses_saving" if found.question.outcome is None else "picture_analyses_benefit",
        arm=within(arm_label(found.question, arm)),
        money=money_of(found.scenario),
        base=with_limits(base.answer, unit, found.level),
        told=amounts_told(pairs, unit, more=len(others) - len(kept)),
    )
