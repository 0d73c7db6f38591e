"""sensitivity: a one-way analysis, ranked by how much each number changes the result.

The report of a one-way analysis, shown as a tornado.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.question import Question
from ipscost.analysis.what_if.tornado import (
    Bounds,
    Swing,
    Tornado,
    tornado,
)
from ipscost.report.charts import HIGH, LOW, Bars, TornadoBar
from ipscost.report.notes.about import of_run, written
from ipscost.report.notes.gaps import left_out
from ipscost.report.notes.given import unmoved
from ipscost.report.report import Column, Report, Row, Table
from ipscost.report.what_if.figures import of_tornado
from ipscost.report.what_if.notes import SENSITIVITY, OneWay
from ipscost.report.what_if.text import (
    amount,
    answer_sentence,
    answer_title,
    arm_label,
    bar_label,
    money_line,
    record,
    subject_of,
)
from ipscost.settings import LEVEL
from ipscost.words.text import Words, listing, say, sentences


def one_way(
    question: Question,
    level: float = LEVEL,
    bounds: Bounds | None = None,
) -> Report:
    """The report of a one-way analysis: sentences, a tornado for each arm, and notes."""
    found = tornado(question, level, bounds)
    lines: list[Words] = []
    for arm in question.arms:
        lines.append(sentences(*_sentences(question, arm, found)))
    if question.outcome is None:
        lines += unmoved(question.scenario)
    tables = [_table(question, arm, bars) for arm, bars in found.bars.items() if bars]
    return Report(
        scenario=question.scenario.name,
        headline=(*lines, *left_out(question.run, question.outcome, question.left_out)),
        tables=tuple(tables),
        notes=written(SENSITIVITY, of_run(OneWay(question, found), question.run, level)),
        record=record(question, level, bounds),
        figures=tuple(of_tornado(question, found)),
    )


def _sentences(question: Question, arm: str, found: Tornado) -> Iterator[Words]:
    """The result, the number that changes it most, and the numbers that were not varied."""
    bars = found.bars[arm]
    yield answer_sentence(question, arm)
    if bars:
        yield _most(question, bars)
        yield from _flips(question, bars)
    else:
        yield say("tornado_nothing")
    if fixed := len(found.fixed[arm]):
        yield say("tornado_fixed_one" if fixed == 1 else "tornado_fixed_many", count=fixed)


def _most(question: Question, bars: Sequence[Swing]) -> Words:
    """The number that changes the result most, or that only one was varied."""
    key = "tornado_only" if len(bars) == 1 else "tornado_most"
    low, high = (amount(question, end) for end in bars[0].ends)
    return say(
        key if question.outcome is None else f"{key}_benefit",
        subject=subject_of(question, bars[0].varied),
        count=len(bars),
        low=low,
        high=high,
    )


def _flips(question: Question, bars: Sequence[Swing]) -> Iterator[Words]:
    """The numbers that change the sign of the result; nothing if the result is 0."""
    if bars[0].now == 0:
        return
    kind = "saving" if bars[0].now > 0 else "cost"
    kind = "benefit" if question.outcome is not None else kind
    flipping = [subject_of(question, bar.varied) for bar in bars if bar.flips]
    key = {0: "none", 1: "one"}.get(len(flipping), "many")
    key = f"{key}_only" if len(bars) == 1 else key
    yield say(f"flips_{kind}_{key}", subjects=listing(flipping))


def _table(question: Question, arm: str, bars: Sequence[Swing]) -> Table:
    """The range of each number, the result at both ends, and a bar between them."""
    chart, money = _chart(question, bars), question.unit
    columns = (
        Column(say("varied_between"), style="extent", numeric=True),
        Column(say("answer_low"), unit=money, style="signed", numeric=True),
        Column(say("answer_high"), unit=money, style="signed", numeric=True),
        Column(say("tornado_bar"), style="bar"),
    )
    rows = []
    for swing, label, bar in zip(bars, chart.labels, chart.bars, strict=True):
        varied = swing.varied
        cells = (
            Interval(varied.now, swing.low, swing.high),
            Interval(swing.answer_low),
            Interval(swing.answer_high),
            bar,
        )
        rows.append(Row(varied.path, label, cells, str(varied.unit), points=varied.points))
    title = say(
        "title_tornado",
        arm=arm_label(question, arm),
        answer=answer_title(question),
        line=money_line(question),
        low=LOW,
        high=HIGH,
        now=amount(question, chart.now),
    )
    first = say("quantity_varied")
    return Table(title, first, columns, tuple(rows), chart=chart, name="numbers")


def _chart(question: Question, bars: Sequence[Swing]) -> Bars:
    """The tornado of an arm: bars from the answer now to that at either end, on one scale."""
    now = bars[0].now
    least = min(now, *(bar.ends[0] for bar in bars))
    most = max(now, *(bar.ends[1] for bar in bars))
    return Bars(
        labels=tuple(bar_label(question, bar) for bar in bars),
        bars=tuple(TornadoBar(bar.reach(low=True), bar.reach(low=False)) for bar in bars),
        now=now,
        scale=(least, most),
        unit=question.unit,
    )
