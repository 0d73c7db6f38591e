"""threshold: the value of one number at which the saving, or the net benefit, is zero."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.explain import explain
from ipscost.analysis.notes import run_lines
from ipscost.analysis.roots import grid, refined, roots
from ipscost.analysis.what_if import RATES, Question, Varied
from ipscost.analysis.what_if_text import answer_sentence, answer_title, money_line, record
from ipscost.errors import STDIN, Problem, ScenarioError, Span
from ipscost.scenario import Category
from ipscost.settings import LEVEL
from ipscost.table import Cell, Column, Interval, Report, Row, Table, number, rate
from ipscost.words import listing, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NEARLY = 1e-9
SEARCHED = 12
SURE_DIVISIONS, SURE_PARTS = 12, 4
"""Enough to place an end of the interval far more finely than its draws do."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the search for one arm found.

    `zeros` are the values at which the answer is zero, rising, in the stated unit. `least` is the
    answer nearest to zero within the limits. `sure` is the value at which the interval ends at
    zero, or None where there is none or nothing is uncertain. `matters` is False where the answer
    is the same whatever the value.
    """

    arm: str
    now: float
    zeros: tuple[float, ...]
    nearest: float
    sure: float | None
    matters: bool


def thresholds(question: Question, varied: Varied, level: float = LEVEL) -> tuple[Found, ...]:
    """What the search found for each arm of the question."""
    values = grid(varied.now, _scale(question, varied), _open_limits(varied))
    answers = question.answers({varied.path: values})
    found = []
    for index, arm in enumerate(question.arms):
        now, drawn = float(question.now[index]), answers[index]
        noise = NEARLY * (1 + abs(now) + np.abs(values) * varied.factor)
        if (np.abs(drawn - now) <= noise).all():
            found.append(Found(arm, now, (), now, None, False))
            continue

        def answer(at: Floats, index: int = index) -> Floats:
            line: Floats = question.answers({varied.path: at})[index]
            return line

        zeros = tuple(roots(answer, values, drawn))
        nearest = float(drawn[np.argmin(np.abs(drawn))])
        sure = _sure(question, varied, index, zeros, level)
        found.append(Found(arm, now, zeros, nearest, sure, True))
    return tuple(found)


def _scale(question: Question, varied: Varied) -> float:
    """A distance in which the number may well move: itself, its uncertainty, its reference.

    And the answer, where the number is money: what would outweigh it.
    """
    sizes = [abs(varied.now)]
    if varied.unit.money is not None:
        sizes.append(float(np.abs(question.now).max()) / varied.factor)
    if varied.quantity is not None:
        sizes.append(varied.quantity.dist.sd)
    if varied.holder is not None and varied.role == "difference":
        base = varied.holder.arms.get(question.scenario.reference)
        sizes.append(0.0 if base is None else abs(base.mean) / varied.factor)
    return max(sizes) or 1.0


def _open_limits(varied: Varied) -> tuple[float, float]:
    """The limits, less a rate or a ratio that a file could not state."""
    low, high = varied.limits
    if varied.role == "ratio":
        low = min(varied.now, np.finfo(float).tiny)
    if varied.path in RATES:
        high = float(np.nextafter(high, 0.0))
    return low, high


def _sure(
    question: Question, varied: Varied, index: int, zeros: Sequence[float], level: float
) -> float | None:
    """The value nearest to now at which an end of the interval at `level` is zero.

    It is looked for from now to the nearest zero of the answer, and from there away from it: the
    end of the interval that is nearer to zero, at the value in every draw and with the other
    numbers as they were drawn.
    """
    if question.run.ledger is None or not zeros:
        return None
    nearest = min(zeros, key=lambda zero: abs(zero - varied.now))
    now = float(question.now[index])
    tail = (1 - level) / 2 if now >= 0 else (1 + level) / 2

    def end(at: Floats) -> Floats:
        drawn = [question.over_draws(varied.path, float(value))[index] for value in at]
        return np.array([np.quantile(line, tail) for line in drawn])

    spread = question.over_draws(varied.path, varied.now)[index]
    if np.ptp(spread) <= NEARLY * max(1.0, abs(now)):
        return None
    low, high = _open_limits(varied)
    away = varied.now + (varied.now - nearest) * np.array([0, *2.0 ** np.arange(SEARCHED)])
    between = np.linspace(varied.now, nearest, 9)
    for values in (between, away[(away >= low) & (away <= high)]):
        level_at = end(values)
        turned = np.nonzero(level_at[1:] * level_at[:-1] < 0)[0]
        if turned.size:
            first = int(turned[0])
            low, high = sorted((float(values[first]), float(values[first + 1])))
            return refined(end, low, high, SURE_DIVISIONS, SURE_PARTS)
    return None


# --- the report ------------------------------------------------------------------------------


def threshold(question: Question, path: str, language: str = "en", level: float = LEVEL) -> Report:
    """The report of the threshold of the number at `path`.

    Raises ScenarioError E304 where the scenario has no such path or it is a sum of several
    numbers.
    """
    path = path.rstrip(".")
    if path not in question.varied:
        raise _no_number(question, path)
    varied = question.varied[path]
    found = thresholds(question, varied, level)
    sentences = [
        f"{answer_sentence(question, each.arm, language)} "
        f"{_sentence(question, varied, each, language, level)}"
        for each in found
    ]
    tables = [_table(question, varied, each, language, level) for each in found if each.zeros]
    return Report(
        scenario=question.scenario.name,
        language=language,
        headline=tuple(sentences),
        tables=tuple(tables),
        notes=tuple(_notes(question, varied, found, language, level)),
        record={**record(question, level), "path": path},
    )


def _no_number(question: Question, path: str) -> ScenarioError:
    """The error of a path that is no number: that of explain, or the numbers below it."""
    below = [other for other in question.varied if other.startswith(f"{path}.")]
    if below:
        message = f"{path} is not one number, and a threshold is of one"
        fix = f"use one of: {', '.join(below)}"
        span = Span(question.scenario.file)
        return ScenarioError([Problem(span, "E304", path, message, fix)])
    try:
        explain(question.run, path)
    except ScenarioError as error:
        return error
    message = f"{path} is a sum, and a threshold is of one number"
    fix = f"name one number, such as {next(iter(question.varied))}"
    return ScenarioError([Problem(Span(question.scenario.file), "E304", path, message, fix)])


def _sentence(question: Question, varied: Varied, found: Found, language: str, level: float) -> str:
    """The threshold in words: up to where, between where, from where on, or that there is none."""
    values = {
        "subject": varied.subject.text(language),
        "arm": question.arm_label(found.arm, language),
        "whom": question.whom(language),
        "now": _text(varied, varied.now, language),
        "unit": _unit(varied, language),
        "nearest": question.money(abs(found.nearest), language),
        "worth": question.worth(language) if question.outcome is not None else "",
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
            "low": _text(varied, below[-1], language),
            "high": _text(varied, above[0], language),
        }
        return _capital(say(f"threshold_between_{kind}", language, **values))
    way = "up" if above else "down"
    values["value"] = _text(varied, above[0] if above else below[-1], language)
    key = f"threshold_{way}_{kind}"
    if way == "up" and kind == "saving" and _is_programme(varied):
        key = "threshold_cost"
        assert varied.holder is not None
        values["subject"] = varied.holder.label.text(language)
    text = _capital(say(key, language, **values))
    if found.sure is not None:
        values["sure"] = _text(varied, found.sure, language)
        values["level"] = rate(level, language)
        text += " " + say(f"sure_{_way_of_sure(varied, found)}", language, **values)
    return text


def _kind(question: Question, found: Found) -> str:
    """Whether the answer is a saving or a net benefit, and above or below 0."""
    if question.outcome is None:
        return "saving" if found.now >= 0 else "cost"
    return "benefit" if found.now >= 0 else "benefit_less"


def _is_programme(varied: Varied) -> bool:
    """True for what a programme costs, which a sentence says in plainer words."""
    is_amount = varied.role in ("mean", "difference") and varied.unit.money is not None
    is_category = isinstance(varied.holder, Category)
    return is_amount and is_category and varied.holder.kind == "programme"  # type: ignore[union-attr]


def _way_of_sure(varied: Varied, found: Found) -> str:
    """Whether the sure value is an upper or a lower bound, and whether it holds now."""
    assert found.sure is not None
    nearest = min(found.zeros, key=lambda zero: abs(zero - varied.now))
    is_up = nearest >= varied.now
    holds_now = (found.sure >= varied.now) == is_up
    if not holds_now:
        return "only_down" if is_up else "only_up"
    return "up" if is_up else "down"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _unit(varied: Varied, language: str) -> str:
    """The unit behind a number in a sentence; nothing where the number shows it."""
    if varied.unit.money is not None and varied.unit.per == ("person",):
        return say("per_person", language, money=varied.unit.money)
    return "" if str(varied.unit) in ("share", "ratio") else f" {varied.unit}"


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
            label = unit
            if measure == "threshold_sure":
                label = say("row_sure", language, unit=unit, level=rate(level, language))
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
            unit=_unit(varied, language),
        )
    several = [question.arm_label(f.arm, language) for f in found if len(f.zeros) > 1]
    if several:
        yield say("note_several", language, arms=listing(several, language))
    quantity = varied.quantity
    if quantity is not None and quantity.is_median:
        yield say("note_of_mean", language, path=varied.path)
    together = any(varied.path in each.members for each in question.scenario.correlations)
    if together:
        yield say("note_alone", language, path=varied.path)
    if any(each.sure is not None for each in found):
        yield say("note_sure_by_draws", language, level=rate(level, language), path=varied.path)
    for each in found:
        if each.zeros and not together:
            zero = min(each.zeros, key=lambda value: abs(value - varied.now))
            yield say("note_try", language, command=_command(question, varied, zero))
    yield from run_lines(View(question.run, question.scenario.perspective), language)


def _command(question: Question, varied: Varied, value: float) -> str:
    """The command that simulates the scenario with the number at `value`.

    A number with uncertainty is set as a whole, without it: what was stated as a median, or with
    an interval around it, would be another number with the value alone changed.
    """
    scenario = question.scenario
    file = "-" if scenario.file == STDIN else scenario.file
    text = f"{value:.12g}"
    role = {"price": "mean", "threshold": "mean"}.get(varied.role, varied.role)
    if varied.role == "rate":
        setting = f"{varied.path}={text}"
    elif varied.quantity is not None and not varied.quantity.is_fixed:
        unit = "" if role == "ratio" else f", unit: {varied.unit}"
        setting = f"{varied.path}={{{role}: {text}{unit}}}"
    else:
        setting = f"{varied.path}.{role}={text}"
    words = ["simulate", file]
    if question.outcome is not None:
        words = ["sensitivity", file, "--outcome", question.outcome.path.partition(".")[2]]
        words += ["--wtp", f"{question.wtp:.12g}"] if question.is_given else []
    for each in (*scenario.settings, setting):
        words += ["--set", each]
    if scenario.money.year != scenario.stated_money.year:
        words += ["--price-year", str(scenario.money.year)]
    return shlex.join(["ipscost", *words])
