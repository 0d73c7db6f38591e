"""sensitivity: a one-way analysis, ranked by how much each number changes the result.

The report of a one-way analysis, shown as a tornado.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.question import Question
from ipscost.analysis.what_if.tornado import (
    Bounds,
    Swing,
    Tornado,
    tornado,
)
from ipscost.report.charts import HIGH, LOW, Bars, TornadoBar
from ipscost.report.notes.about import named, of_run, written
from ipscost.report.report import (
    MOST_CAVEATS,
    Column,
    Report,
    Row,
    Short,
    Table,
    joined,
)
from ipscost.report.simulate.headline import MOST_SENTENCES, first_of, others
from ipscost.report.what_if.caveats import caveats
from ipscost.report.what_if.figures import of_tornado
from ipscost.report.what_if.notes import SENSITIVITY, OneWay
from ipscost.report.what_if.rollout import of_rollout
from ipscost.report.what_if.text import (
    amount,
    answer_sentence,
    answer_title,
    arm_label,
    bar_label,
    label_of,
    money_line,
    record,
    some,
    subject_of,
)
from ipscost.settings import LEVEL
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, horizon, say, sentences, within

NO_TURN = "zero"
"""The words where the answer is 0, so that it has no sign to change."""
MOST_BARS = 4
"""So many numbers of a short tornado leave room for the answer and three caveats on a screen."""
OF_ARM = ("mean", "difference", "ratio")
"""The roles of a number of one arm, which the title of its tornado names."""


def one_way(
    question: Question,
    level: float = LEVEL,
    bounds: Bounds | None = None,
) -> Report:
    """The report of a one-way analysis: sentences, a tornado for each arm, and notes.

    Of one arm the sentences are the answer and what matters most; of several what matters most for
    each, as far as there is room, the answers being notes.
    """
    found = tornado(question, level, bounds)
    now = [answer_sentence(question, arm) for arm in question.arms]
    most = [most_sentence(question, found.bars[arm]) for arm in question.arms]
    alone, kept = len(question.arms) == 1, first_of(most)
    further = [] if alone else [*now, *most[len(kept) :]]
    cautions = tuple(caveats(question, level, len(found.unvaried)))
    return Report(
        scenario=question.scenario.name,
        headline=(*now, *most) if alone else (*kept, *others(len(kept), len(most))),
        tables=tuple(_table(question, arm, bars) for arm, bars in found.bars.items() if bars),
        notes=(
            *cautions,
            *(named("further", each) for each in further),
            *written(SENSITIVITY, of_run(OneWay(question, found), question.run, level)),
        ),
        record=record(question, level, bounds),
        figures=tuple(of_tornado(question, found)),
        short=Short(tuple(shortened(question, found)), cautions[:MOST_CAVEATS]),
    )


def with_analyses(first: Report, second: Report) -> Report:
    """A one-way analysis and scenario analyses in one report, with three sentences.

    What has no room among them is a note.
    """
    both = joined(first, second)
    kept, rest = both.headline[:MOST_SENTENCES], both.headline[MOST_SENTENCES:]
    notes = (*both.notes, *(named("further", each) for each in rest))
    return replace(both, headline=kept, notes=notes)


def most_sentence(question: Question, bars: Sequence[Swing]) -> Words:
    """The number that changes the result most, and whether any alone changes its sign."""
    if not bars:
        return say("tornado_nothing")
    turning = [bar for bar in bars if bar.flips]
    if of_rollout(question) is not None:
        return _most_of_rollout(question, bars, turning)
    key = "tornado_only" if len(bars) == 1 else "tornado_most"
    key = key if question.outcome is None else f"{key}_benefit"
    key = key if len(bars) == 1 or len(question.arms) == 1 else f"{key}_each"
    low, high = (amount(question, end) for end in bars[0].ends)
    scenario = question.scenario
    return say(
        f"{key}_{_turn(question, bars, turning)}",
        subject=subject_of(question, bars[0].varied),
        count=len(bars),
        horizon=horizon(scenario.stated_months),
        reference=within(arm_label(question, scenario.reference)),
        low=low,
        high=high,
        subjects=some([subject_of(question, bar.varied) for bar in turning]),
    )


def _most_of_rollout(question: Question, bars: Sequence[Swing], turning: Sequence[Swing]) -> Words:
    """The same of the net of a rollout."""
    low, high = (amount(question, end) for end in bars[0].ends)
    subjects = some([subject_of(question, bar.varied) for bar in turning])
    most = say(
        "rollout_only" if len(bars) == 1 else "rollout_most",
        subject=subject_of(question, bars[0].varied),
        count=len(bars),
        low=low,
        high=high,
    )
    turn = _turn(question, bars, turning)
    if turn == NO_TURN:
        return most
    return sentences(most, say(f"rollout_turns_{turn}", subjects=subjects))


def _turn(question: Question, bars: Sequence[Swing], turning: Sequence[Swing]) -> str:
    """The words for which numbers alone change the sign: none, the first itself, one, many."""
    if bars[0].now == 0:
        return NO_TURN
    kind = "saving" if bars[0].now > 0 else "cost"
    kind = "benefit" if question.outcome is not None else kind
    if not turning:
        return f"{kind}_none"
    if len(turning) > 1:
        return f"{kind}_many"
    return f"{kind}_itself" if turning[0] is bars[0] else f"{kind}_one"


def _table(question: Question, arm: str, bars: Sequence[Swing]) -> Table:
    """The range of each number, the result at both ends, and a bar between them."""
    chart, money = chart_of(question, bars), question.unit
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
    return Table(title, say("quantity_varied"), columns, tuple(rows), chart=chart, name="tornado")


def shortened(question: Question, found: Tornado) -> Iterator[Table]:
    """The tornado of the numbers that matter most, for each arm."""
    for arm, bars in found.bars.items():
        if bars:
            yield _short(question, arm, bars[:MOST_BARS])


def _short(question: Question, arm: str, bars: Sequence[Swing]) -> Table:
    """The results at both ends of a few numbers, with a bar between them."""
    chart = replace(chart_of(question, bars), labels=tuple(short_labels(question, bars)))
    columns = (
        Column(say("answer_low"), unit=question.unit, style="signed", numeric=True),
        Column(say("answer_high"), unit=question.unit, style="signed", numeric=True),
        Column(say("tornado_bar"), style="bar"),
    )
    rows = [
        Row(
            bar.varied.path,
            label,
            (Interval(bar.answer_low), Interval(bar.answer_high), drawn),
            str(bar.varied.unit),
        )
        for bar, label, drawn in zip(bars, chart.labels, chart.bars, strict=True)
    ]
    key = "title_tornado_short" if question.outcome is None else "title_tornado_benefit_short"
    key = key if of_rollout(question) is None else "title_tornado_rollout_short"
    title = say(
        key,
        arm=arm_label(question, arm),
        answer=answer_title(question),
        currency=currency_sign(question.scenario.money.currency),
        low=LOW,
        high=HIGH,
        now=amount(question, chart.now),
    )
    return Table(title, say("quantity_varied"), columns, tuple(rows), chart=chart, name="tornado")


def short_labels(question: Question, bars: Sequence[Swing]) -> Iterator[Words]:
    """What each number is called: its category or outcome, if no other bar has that label."""
    holders = [bar.varied.holder for bar in bars]
    for bar, holder in zip(bars, holders, strict=True):
        alone = bar.varied.role in OF_ARM and holders.count(holder) == 1
        yield holder.label if holder is not None and alone else label_of(question, bar.varied)


def chart_of(question: Question, bars: Sequence[Swing], axis: Words = "") -> Bars:
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
        axis=axis,
    )
