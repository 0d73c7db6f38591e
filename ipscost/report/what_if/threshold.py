"""threshold: the value of one number at which the saving, or the net benefit, is zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.given import unmoved
from ipscost.analysis.notes import direction, run_lines, sampling
from ipscost.analysis.what_if.question import AskedError, Question, Varied
from ipscost.analysis.what_if.turning import Found, thresholds
from ipscost.errors import Problem, ScenarioError, Span
from ipscost.report.what_if.text import (
    answer_sentence,
    answer_title,
    money_line,
    record,
    try_command,
)
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category
from ipscost.settings import LEVEL
from ipscost.table import Cell, Column, Interval, Report, Row, Table, number, rate
from ipscost.words import listing, nouns, say


def threshold(question: Question, path: str, language: str = "en", level: float = LEVEL) -> Report:
    """The report of the threshold of the number at `path`.

    Raises ScenarioError E304 where the scenario has no such number, and AskedError where what it is
    to be is given.
    """
    path = path.rstrip(".")
    for unknown in (each for each in question.scenario.unknowns if each.path == path):
        raise AskedError(
            f"{path} is unknown in the file, so there is nothing to vary; add a number to begin "
            f"with, --set {path}.{unknown.role}=0"
        )
    if path not in question.varied:
        span = Span(question.scenario.file)
        raise ScenarioError([Problem(span, "E304", path, *question.no_number(path))])
    varied = question.varied[path]
    if question.is_given and _is_worth(question, varied):
        raise AskedError(f"{path} is looked for, and --wtp would give it; leave --wtp out")
    found = thresholds(question, varied, level)
    told = [each for each in found if each.matters] or found
    sentences = [
        f"{answer_sentence(question, each.arm, language)} "
        f"{_sentence(question, varied, each, language, level)}"
        for each in told
    ]
    if question.outcome is None:
        sentences += unmoved(question.scenario, language)
    tables = [_table(question, varied, each, language, level) for each in found if each.zeros]
    return Report(
        scenario=question.scenario.name,
        language=language,
        headline=(*sentences, *question.left_out(language)),
        tables=tuple(tables),
        notes=tuple(_notes(question, varied, found, language, level)),
        record={**record(question, level), "path": path},
    )


def _sentence(question: Question, varied: Varied, found: Found, language: str, level: float) -> str:
    """The threshold in words: up to where, between where, from where on, or that there is none."""
    values = {
        "subject": varied.subject.text(language),
        "arm": question.arm_label(found.arm, language),
        "whom": question.whom(language),
        "reference": question.arm_label(question.scenario.reference, language),
        "now": _worded(question, varied, varied.now, language),
        "nearest": question.money(abs(found.nearest), language),
        "worth": question.worth(language) if question.outcome is not None else "",
        "looked": _looked(question, varied, language),
    }
    kind = _kind(question, found)
    if not found.matters:
        return _capital(say(f"threshold_idle_{kind.partition('_')[0]}", language, **values))
    if not found.zeros:
        return say(f"threshold_none_{kind}", language, **values)
    below = [zero for zero in found.zeros if zero < varied.now]
    above = [zero for zero in found.zeros if zero >= varied.now]
    if found.now == 0:
        return say("threshold_now", language, **values)
    if below and above:
        values |= {
            "low": _short(question, varied, below[-1], language),
            "high": _worded(question, varied, above[0], language),
            "aside": _aside(question, varied, (below[-1], above[0]), language),
        }
        return _capital(say(f"threshold_between_{kind}", language, **values))
    way, zero = ("up", above[0]) if above else ("down", below[-1])
    values["value"] = _worded(question, varied, zero, language)
    values["aside"] = _aside(question, varied, (zero,), language)
    key = f"threshold_{way}_{kind}"
    if _is_worth(question, varied):
        key = "threshold_worth"
    if way == "up" and kind == "saving" and _is_programme(varied):
        key = "threshold_cost"
        assert varied.holder is not None
        values["subject"] = varied.holder.label.text(language)
    text = _capital(say(key, language, **values))
    sure = _sure_sentence(question, varied, found, language, level)
    return f"{text} {sure}" if sure else text


def _sure_sentence(
    question: Question, varied: Varied, found: Found, language: str, level: float
) -> str:
    """From where on the whole interval is a saving; that it nowhere is; or nothing."""
    side = say("side_saving" if question.outcome is None else "side_benefit", language)
    extent = rate(level, language)
    if found.never:
        return say("sure_never", language, level=extent, side=side)
    if found.sure is None:
        return ""
    text = _worded(question, varied, found.sure, language)
    if (stated := _stated(varied, (found.sure,), language)) is not None:
        text += f" ({stated})"
    key = f"sure_{_way_of_sure(varied, found)}"
    return say(key, language, sure=text, level=extent, side=side)


def _looked(question: Question, varied: Varied, language: str) -> str:
    """`from 0 to 1`, `0 or more`, ...: where the value was looked for."""
    low, high = varied.limits
    ends = [_short(question, varied, end, language) for end in (low, high) if np.isfinite(end)]
    key = (
        "looked_between" if len(ends) == 2 else "looked_low" if np.isfinite(low) else "looked_high"
    )
    return say(
        key if ends else "looked_all",
        language,
        low=ends[0] if ends else "",
        high=ends[-1] if ends else "",
    )


def _is_worth(question: Question, varied: Varied) -> bool:
    """True for what one more of the outcome of the answer is worth."""
    return varied.role == "threshold" and varied.holder is question.outcome


def _kind(question: Question, found: Found) -> str:
    """Whether the answer is a saving or a net benefit, and above or below 0."""
    if question.outcome is None:
        return "saving" if found.now >= 0 else "cost"
    return "benefit" if found.now >= 0 else "benefit_less"


def _is_programme(varied: Varied) -> bool:
    """True for what a programme costs, which a sentence says in plainer words."""
    is_amount = varied.role in ("mean", "difference") and varied.unit.money is not None
    is_category = isinstance(varied.holder, Category)
    return is_amount and is_category and KINDS[varied.holder.kind].is_programme  # type: ignore[union-attr]


def _way_of_sure(varied: Varied, found: Found) -> str:
    """Whether the saving is sure above or below a value, and whether it is now."""
    assert found.sure is not None
    is_above = found.sure > found.zero(varied.now)
    holds_now = varied.now >= found.sure if is_above else varied.now <= found.sure
    if not holds_now:
        return "only_up" if is_above else "only_down"
    return "down" if is_above else "up"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _worded(question: Question, varied: Varied, value: float, language: str) -> str:
    """A value in a sentence, in the reported money: `78,910 kr. per person`."""
    text = _short(question, varied, value, language)
    if varied.unit.money is not None and varied.unit.per in (("person",), ("QALY",)):
        return say("worth_each", language, money=text, one=varied.unit.per[0])
    unit = varied.shown_unit(language)
    if varied.unit.money is not None:
        unit = nouns.named(str(varied.unit.in_money(question.scenario.money)), language)
        text = _text(varied, value * varied.factor, language)
    return f"{text} {unit}" if unit else text


def _short(question: Question, varied: Varied, value: float, language: str) -> str:
    """A value without what it is per."""
    if varied.unit.money is not None:
        return question.money(value * varied.factor, language)
    return _text(varied, value, language)


def _stated(varied: Varied, values: Sequence[float], language: str) -> str | None:
    """Values in the stated money, or None where that is the reported one."""
    if varied.unit.money is None or varied.factor == 1.0:
        return None
    texts = [_text(varied, value, language) for value in values]
    between = f" {say('to', language)} "
    return f"{between.join(texts)} {varied.unit.money}"


def _aside(question: Question, varied: Varied, values: Sequence[float], language: str) -> str:
    """What stands in brackets behind a value: the stated one, and what it is now in both."""
    now = _short(question, varied, varied.now, language)
    stated = _stated(varied, values, language)
    if stated is None:
        return say("now_at", language, now=now)
    now = f"{now}, {_stated(varied, (varied.now,), language)}"
    return f"{stated}; {say('now_at', language, now=now)}"


def _text(varied: Varied, value: float, language: str) -> str:
    """A value in the digits of its unit."""
    shown = number(value, "points" if varied.points else str(varied.unit), language)
    return f"{shown} {say('points', language)}" if varied.points else shown


def _table(question: Question, varied: Varied, found: Found, language: str, level: float) -> Table:
    """Now and the threshold in the stated and the reported unit, and how far apart they are."""
    arm, reference = found.arm, question.scenario.reference
    measured = [("threshold", zero) for zero in found.zeros]
    if found.sure is not None:
        measured.append(("threshold_sure", found.sure))
    rows = []
    for place, (measure, value) in enumerate(measured, start=1):
        for unit, factor in _units(question, varied):
            label = "%" if unit == "share" else nouns.named(unit, language)
            if measure == "threshold_sure":
                label = say("row_sure", language, unit=label, level=rate(level, language))
            is_factor = varied.now != 0 and value / varied.now > 0
            cells: tuple[Cell, ...] = (
                Interval(varied.now * factor),
                Interval(value * factor),
                Interval((value - varied.now) * factor),
                Interval(value / varied.now) if is_factor else None,
            )
            name = varied.path if len(found.zeros) == 1 else f"{varied.path}.{place}"
            row = Row(
                name,
                "number",
                label,
                cells,
                unit,
                suffix="" if measure == "threshold" else "_sure",
                points=varied.points,
            )
            rows.append(row)
    columns = (
        Column(say("value_now", language), "now", arm, reference),
        Column(say("value_at_zero", language), "threshold", arm, reference),
        Column(say("difference", language), "threshold_difference", arm, reference, style="signed"),
        Column(say("times_now", language), "threshold_factor", arm, reference, "ratio"),
    )
    title = say(
        "title_threshold",
        language,
        path=varied.path,
        arm=question.arm_label(arm, language),
        answer=answer_title(question, language),
        line=money_line(question, language),
    )
    return Table(title, say("unit", language), columns, tuple(rows))


def _units(question: Question, varied: Varied) -> Iterator[tuple[str, float]]:
    """The stated unit, and the reported one where it is another, with the factor to it."""
    yield str(varied.unit), 1.0
    if varied.unit.money is not None and varied.factor != 1.0:
        yield str(varied.unit.in_money(question.scenario.money)), varied.factor


def _notes(
    question: Question,
    varied: Varied,
    found: Sequence[Found],
    language: str,
    level: float,
) -> Iterator[str]:
    yield say("note_expected", language)
    yield from direction(question.outcome, language)
    low, high = varied.limits
    if np.isfinite(low) or np.isfinite(high):
        ends = [_text(varied, end, language) for end in (low, high) if np.isfinite(end)]
        key = "note_limits" if len(ends) == 2 else "note_least" if np.isfinite(low) else "note_most"
        yield say(
            key,
            language,
            path=varied.path,
            low=ends[0],
            high=ends[-1],
            unit=f" {varied.shown_unit(language)}" if varied.shown_unit(language) else "",
        )
    several = [question.arm_label(f.arm, language) for f in found if len(f.zeros) > 1]
    if several:
        yield say("note_several", language, arms=listing(several, language))
    quantity = varied.quantity
    if quantity is not None and quantity.is_median and question.scenario.model is None:
        yield say("note_of_mean", language, path=varied.path)
    together = varied.path in question.together
    if together:
        yield say("note_alone", language, path=varied.path)
    if any(each.sure is not None for each in found):
        key = "note_sure_moved" if together else "note_sure_by_draws"
        yield say(key, language, level=rate(level, language), path=varied.path)
    for each in found:
        if each.zeros and not together:
            zero = each.zero(varied.now)
            yield say("note_try", language, command=try_command(question, varied, zero))
    view = View(question.run, question.scenario.perspective)
    if question.outcome is None:
        yield from sampling(view, language, level, outcomes=False)
    yield from run_lines(view, language)
