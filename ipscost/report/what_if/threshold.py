"""threshold: the value of one number at which the saving, or the net benefit, is zero."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.turning import (
    ThresholdResult,
    asked_for,
    is_worth,
    marked,
    thresholds,
)
from ipscost.report.frame import whom
from ipscost.report.notes.about import of_run, written
from ipscost.report.notes.gaps import left_out
from ipscost.report.notes.given import unmoved
from ipscost.report.report import Column, Report, Row, Table
from ipscost.report.what_if.figures import of_thresholds
from ipscost.report.what_if.notes import THRESHOLD, AtZero
from ipscost.report.what_if.text import (
    amount,
    answer_sentence,
    answer_title,
    arm_label,
    mark_label,
    money_line,
    record,
    shown_unit,
    subject_of,
    worth,
)
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category
from ipscost.settings import LEVEL
from ipscost.words.text import (
    Words,
    bracketed,
    capital,
    named,
    number,
    points,
    rate,
    say,
    sentences,
    series,
)


def threshold(question: Question, path: str, level: float = LEVEL) -> Report:
    """The report of the threshold of the number at `path`.

    Raises ScenarioError E304 where the scenario has no such number, and AskedError where what it is
    to be is given.
    """
    varied = asked_for(question, path)
    found = thresholds(question, varied, level)
    told = [each for each in found if each.matters] or found
    lines: list[Words] = [
        sentences(answer_sentence(question, each.arm), _sentence(question, varied, each, level))
        for each in told
    ]
    if question.outcome is None:
        lines += unmoved(question.scenario)
    tables = [_table(question, varied, each, level) for each in found if each.zeros]
    ends = tuple(_text(varied, end) for end in varied.limits if np.isfinite(end))
    at_zero = AtZero(question, varied, found, ends)
    return Report(
        scenario=question.scenario.name,
        headline=(*lines, *left_out(question.run, question.outcome, question.left_out)),
        tables=tuple(tables),
        notes=written(THRESHOLD, of_run(at_zero, question.run, level)),
        record={**record(question, level), "path": varied.path},
        figures=tuple(of_thresholds(question, varied, found, level)),
    )


def _sentence(question: Question, varied: Varied, found: ThresholdResult, level: float) -> Words:
    """The threshold in words: an upper or lower limit, a range, or that there is none."""
    values = {
        "subject": subject_of(question, varied),
        "arm": arm_label(question, found.arm),
        "whom": whom(question.scenario),
        "reference": arm_label(question, question.scenario.reference),
        "now": _worded(question, varied, varied.now),
        "nearest": amount(question, abs(found.nearest)),
        "worth": worth(question),
        "looked": _looked(question, varied),
    }
    kind = _kind(question, found)
    if not found.matters:
        return capital(say(f"threshold_idle_{kind.partition('_')[0]}", **values))
    if not found.zeros:
        return say(f"threshold_none_{kind}", **values)
    below = [zero for zero in found.zeros if zero < varied.now]
    above = [zero for zero in found.zeros if zero >= varied.now]
    if found.now == 0:
        return say("threshold_now", **values)
    if below and above:
        values |= {
            "low": _short(question, varied, below[-1]),
            "high": _worded(question, varied, above[0]),
            "aside": _aside(question, varied, (below[-1], above[0])),
        }
        return capital(say(f"threshold_between_{kind}", **values))
    way, zero = ("up", above[0]) if above else ("down", below[-1])
    values["value"] = _worded(question, varied, zero)
    values["aside"] = _aside(question, varied, (zero,))
    key = f"threshold_{way}_{kind}"
    if is_worth(question, varied):
        key = "threshold_worth"
    if way == "up" and kind == "saving" and _is_programme(varied):
        key = "threshold_cost"
        assert varied.holder is not None
        values["subject"] = varied.holder.label
    text = capital(say(key, **values))
    return sentences(text, _sure_sentence(question, varied, found, level))


def _sure_sentence(
    question: Question, varied: Varied, found: ThresholdResult, level: float
) -> Words:
    """Beyond which value the whole interval is a saving, or that it never is; or nothing."""
    side = "saving" if question.outcome is None else "benefit"
    extent = rate(level)
    if found.never:
        return say(f"sure_never_{side}", level=extent)
    if found.sure is None:
        return ""
    text = _worded(question, varied, found.sure)
    if (stated := _stated(varied, (found.sure,))) is not None:
        text = bracketed(text, stated)
    return say(f"sure_{_way_of_sure(varied, found)}_{side}", sure=text, level=extent)


def _looked(question: Question, varied: Varied) -> Words:
    """`from 0 to 1`, `0 or more`, ...: the range that was searched."""
    low, high = varied.limits
    ends = [_short(question, varied, end) for end in (low, high) if np.isfinite(end)]
    key = (
        "looked_between" if len(ends) == 2 else "looked_low" if np.isfinite(low) else "looked_high"
    )
    return say(
        key if ends else "looked_all",
        low=ends[0] if ends else "",
        high=ends[-1] if ends else "",
    )


def _kind(question: Question, found: ThresholdResult) -> str:
    """Whether the result is a saving or a net benefit, and whether it is above 0."""
    if question.outcome is None:
        return "saving" if found.now >= 0 else "cost"
    return "benefit" if found.now >= 0 else "benefit_less"


def _is_programme(varied: Varied) -> bool:
    """True for what a programme costs, which a sentence says in plainer words."""
    is_amount = varied.role in ("mean", "difference") and varied.unit.money is not None
    is_category = isinstance(varied.holder, Category)
    return is_amount and is_category and KINDS[varied.holder.kind].is_programme  # type: ignore[union-attr]


def _way_of_sure(varied: Varied, found: ThresholdResult) -> str:
    """Whether the interval is a saving above or below the value, and whether it is one now."""
    assert found.sure is not None
    is_above = found.sure > found.zero(varied.now)
    holds_now = varied.now >= found.sure if is_above else varied.now <= found.sure
    if not holds_now:
        return "only_up" if is_above else "only_down"
    return "down" if is_above else "up"


def _worded(question: Question, varied: Varied, value: float) -> Words:
    """A value in a sentence, in the reported money: `78,910 kr. per person`."""
    text = _short(question, varied, value)
    if varied.unit.money is not None and varied.unit.per in (("person",), ("QALY",)):
        return say("worth_each", money=text, one=varied.unit.per[0])
    unit = shown_unit(varied)
    if varied.unit.money is not None:
        unit = named(str(varied.unit.in_money(question.scenario.money)))
        text = _text(varied, value * varied.factor)
    return sentences(text, unit)


def _short(question: Question, varied: Varied, value: float) -> Words:
    """A value without its denominator."""
    if varied.unit.money is not None:
        return amount(question, value * varied.factor)
    return _text(varied, value)


def _stated(varied: Varied, values: Sequence[float]) -> Words | None:
    """Values in the stated money, or None where that is the reported one."""
    if varied.unit.money is None or varied.factor == 1.0:
        return None
    texts = [_text(varied, value) for value in values]
    text = texts[0] if len(texts) == 1 else say("from_to", low=texts[0], high=texts[1])
    return sentences(text, str(varied.unit.money))


def _aside(question: Question, varied: Varied, values: Sequence[float]) -> Words:
    """The text in brackets: the value in the stated money, and the current value."""
    now = _short(question, varied, varied.now)
    stated = _stated(varied, values)
    if stated is None:
        return say("now_at", now=now)
    both = series((now, _stated(varied, (varied.now,)) or ""))
    return series((stated, say("now_at", now=both)), "; ")


def _text(varied: Varied, value: float) -> Words:
    """A value rounded as its unit requires."""
    return points(value) if varied.points else number(value, str(varied.unit))


def _table(question: Question, varied: Varied, found: ThresholdResult, level: float) -> Table:
    """The current value, the threshold and the difference, in the stated and the reported unit."""
    rows = []
    for mark in marked(question, varied, found):
        values = (mark.now, mark.value, mark.difference, mark.times)
        cells = tuple(None if value is None else Interval(value) for value in values)
        label = mark_label(mark, level)
        rows.append(Row(mark.path, label, cells, mark.unit, points=varied.points))
    columns = (
        Column(say("value_now"), numeric=True),
        Column(say("value_at_zero"), numeric=True),
        Column(say("difference"), style="signed", numeric=True),
        Column(say("times_now"), unit="ratio", numeric=True),
    )
    title = say(
        "title_threshold",
        path=varied.path,
        arm=arm_label(question, found.arm),
        answer=answer_title(question),
        line=money_line(question),
    )
    return Table(title, say("unit"), columns, tuple(rows), name="threshold")
