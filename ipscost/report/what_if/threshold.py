"""threshold: the value of one number at which the saving, or the net benefit, is zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ipscost.analysis.caveats import Variants, Worth, caveats_of
from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.turning import (
    Mark,
    ThresholdResult,
    asked_for,
    is_worth,
    marked,
    thresholds,
)
from ipscost.report.caveats import doubted
from ipscost.report.caveats import told as caveats_told
from ipscost.report.frame import about_whom
from ipscost.report.notes.about import named, of_run, written
from ipscost.report.notes.gaps import left_out
from ipscost.report.notes.given import unmoved
from ipscost.report.report import MOST_CAVEATS, Column, Note, Report, Row, Short, Table
from ipscost.report.simulate.headline import MOST_SENTENCES, first_of, others
from ipscost.report.what_if.caveats import caveats
from ipscost.report.what_if.figures import of_thresholds
from ipscost.report.what_if.notes import THRESHOLD, AtZero
from ipscost.report.what_if.rollout import of_rollout
from ipscost.report.what_if.text import (
    amount,
    answer_sentence,
    answer_title,
    arm_label,
    mark_label,
    money_line,
    record,
    saver,
    shown_unit,
    subject_of,
    worth,
)
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category
from ipscost.settings import LEVEL
from ipscost.words.text import (
    Words,
    behind,
    capital,
    in_sentence,
    number,
    one,
    points,
    rate,
    say,
    sentences,
    within,
)


def threshold(
    question: Question, path: str, level: float = LEVEL, variants: Variants = ()
) -> Report:
    """The report of the threshold of the number at `path`.

    `variants` are the scenario analyses, for the caveats. Raises ScenarioError E304 where the
    scenario has no such number, and AskedError where what it is to be is given.
    """
    varied = asked_for(question, path)
    found = thresholds(question, varied, level)
    ends = tuple(_text(varied, end) for end in varied.limits if np.isfinite(end))
    told = [_whole(question, varied, each, level) for each in _told(found)]
    whole = tuple(sentences(*each) for each in told) if len(told) > 1 else ()
    at_zero = AtZero(question, varied, found, ends, whole)
    beside = (
        *(unmoved(question.scenario) if question.measure == "saving" else ()),
        *left_out(question.run, question.outcome, question.left_out),
    )
    room = max(1, MOST_SENTENCES - len(beside))
    answer, further = _headlines(question, varied, found, room), list[Words]()
    if len(told) == 1:
        answer, further = (sentences(*told[0][:room]),), told[0][room:]
    cautions = _cautions(question, _told(found), variants, level)
    return Report(
        scenario=question.scenario.name,
        headline=(*answer, *beside),
        tables=tuple(_table(question, varied, each, level) for each in found if each.zeros),
        notes=(
            *cautions,
            *(named("further", each) for each in further),
            *written(THRESHOLD, of_run(at_zero, question.run, level)),
        ),
        record={**record(question, level), "path": varied.path},
        figures=tuple(of_thresholds(question, varied, found, level)),
        short=Short(tuple(_first(question, varied, found, level)), cautions),
    )


def _cautions(
    question: Question, told_of: Sequence[ThresholdResult], variants: Variants, level: float
) -> tuple[Note, ...]:
    """The caveats of the answer with the arms that are told of."""
    if of_rollout(question) is not None:  # the interval of one person's saving is not asked for
        return tuple(caveats(question, level))[:MOST_CAVEATS]
    view, outcome = View(question.run, question.scenario.perspective), question.outcome
    worth = None if outcome is None else Worth(outcome.path, question.wtp)
    arms = ("", *(each.arm for each in told_of))
    found = caveats_of(view, variants, level, worth)
    kept = [each for each in found if getattr(each, "arm", "") in arms]
    of_run = caveats_told(kept[:MOST_CAVEATS], view, level, worth)
    return (*doubted(question.scenario), *of_run)[:MOST_CAVEATS]


def _told(found: Sequence[ThresholdResult]) -> Sequence[ThresholdResult]:
    """The arms that the number matters for, or all where it matters for none."""
    return [each for each in found if each.matters] or found


def _headlines(
    question: Question, varied: Varied, found: Sequence[ThresholdResult], room: int
) -> tuple[Words, ...]:
    """Of several arms where the answer turns with each, in a sentence each, and of whom."""
    every = _told(found)
    kept = first_of(every, room)
    told = [_sentence(question, varied, each) for each in kept]
    if (population := about_whom(question.scenario)) is not None:
        told = [say("turns_for", population=population, sentence=in_sentence(t)) for t in told]
    return (*told, *others(len(kept), len(every)))


def _whole(question: Question, varied: Varied, found: ThresholdResult, level: float) -> list[Words]:
    """The answer with an arm, where it turns, and from which value on it is sure."""
    told = [answer_sentence(question, found.arm), _sentence(question, varied, found)]
    if found.zeros and found.now != 0:
        told.append(_sure_sentence(question, varied, found, level))
    return told


def _sentence(question: Question, varied: Varied, found: ThresholdResult) -> Words:
    """The threshold in words: an upper or lower limit, a range, or that there is none."""
    values = {
        "subject": subject_of(question, varied),
        "arm": arm_label(question, found.arm),
        "whom": saver(question),
        "reference": within(arm_label(question, question.scenario.reference)),
        "now": _worded(question, varied, varied.now),
        "aside": say("now_at", now=_short(question, varied, varied.now)),
        "nearest": amount(question, abs(found.nearest)),
        "worth": worth(question),
        "looked": _looked(question, varied),
    }
    kind = _kind(question, found)
    if not found.matters:
        return capital(say(f"threshold_idle_{kind.partition('_')[0]}", **values))
    if not found.zeros:
        key = "threshold_none" if of_rollout(question) is None else "rollout_none"
        return say(f"{key}_{kind}", **values)
    below = [zero for zero in found.zeros if zero < varied.now]
    above = [zero for zero in found.zeros if zero >= varied.now]
    if found.now == 0:
        return say("threshold_now", **values)
    if below and above:
        values |= {
            "low": _short(question, varied, below[-1]),
            "high": _worded(question, varied, above[0]),
        }
        return capital(say(f"threshold_between_{kind}", **values))
    way, zero = ("up", above[0]) if above else ("down", below[-1])
    values["value"] = _worded(question, varied, zero)
    key = f"threshold_{way}_{kind}"
    if is_worth(question, varied):
        key = "threshold_worth"
    if way == "up" and kind == "saving" and _is_programme(varied):
        key = "threshold_cost"
        assert varied.holder is not None
        values["subject"] = within(varied.holder.label)
    return capital(say(key, **values))


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
    if varied.unit.money is None:
        return sentences(text, behind(str(varied.unit)) if shown_unit(varied) else "")
    for each in varied.unit.per:
        text = say("worth_each", money=text, one=one(each))
    return text


def _short(question: Question, varied: Varied, value: float) -> Words:
    """A value without its denominator."""
    if varied.unit.money is not None:
        return amount(question, value * varied.factor)
    return _text(varied, value)


def _text(varied: Varied, value: float) -> Words:
    """A value rounded as its unit requires."""
    return points(value) if varied.points else number(value, str(varied.unit))


def _first(
    question: Question, varied: Varied, found: Sequence[ThresholdResult], level: float
) -> Iterator[Table]:
    """The table that is shown first: of one arm its own, of several a row each in one money."""
    turning = [each for each in found if each.zeros]
    if len(turning) == 1:
        yield _table(question, varied, turning[0], level)
    elif turning:
        rows = [
            _row(mark, arm_label(question, each.arm), varied)
            for each in turning
            for mark in marked(question, varied, each)
            if not mark.is_sure and mark.unit == str(varied.unit.in_money(question.scenario.money))
        ]
        title = _title("title_thresholds", question, varied)
        yield Table(title, say("arm"), COLUMNS, tuple(rows), name="threshold")


def _table(question: Question, varied: Varied, found: ThresholdResult, level: float) -> Table:
    """The current value, the threshold and the difference, in the stated and the reported unit."""
    marks = marked(question, varied, found)
    rows = tuple(_row(mark, mark_label(mark, level), varied) for mark in marks)
    title = _title("title_threshold", question, varied, arm_label(question, found.arm))
    return Table(title, say("unit"), COLUMNS, rows, name="threshold")


COLUMNS = (
    Column(say("value_now"), numeric=True),
    Column(say("value_at_zero"), numeric=True),
    Column(say("difference"), style="signed", numeric=True),
    Column(say("times_now"), unit="ratio", numeric=True),
)


def _row(mark: Mark, label: Words, varied: Varied) -> Row:
    values = (mark.now, mark.value, mark.difference, mark.times)
    cells = tuple(None if value is None else Interval(value) for value in values)
    return Row(mark.path, label, cells, mark.unit, points=varied.points)


def _title(key: str, question: Question, varied: Varied, arm: Words = "") -> Words:
    return say(
        key,
        path=varied.path,
        arm=arm,
        reference=within(arm_label(question, question.scenario.reference)),
        answer=answer_title(question),
        line=money_line(question),
    )
