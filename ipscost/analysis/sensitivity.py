"""sensitivity: each number moved by itself between two ends, ranked by how far the answer moves.

A one-way analysis (Briggs, Sculpher and Buxton 1994, doi 10.1002/hec.4730030206), shown as a
tornado. The ends are the file's `bounds:` or those asked for, else the ends of the central
interval of the number's own distribution.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.notes import run_lines
from ipscost.analysis.summary import perspective_text
from ipscost.analysis.what_if import RATES, AskedError, Question, Varied
from ipscost.settings import LEVEL
from ipscost.table import (
    BAR_EMPTY,
    BAR_HIGH,
    BAR_LOW,
    BAR_ZERO,
    Column,
    Interval,
    Report,
    Row,
    Table,
    rate,
)
from ipscost.words import horizon, listing, say

USUAL_RATE = 0.035
"""The yearly social discount rate of the Danish Ministry of Finance for years 0 to 35.

Source: fm.dk, news of 22-06-2023.
"""
BAR = 20
NEARLY = 1e-9
FLAG = "‡"

Bounds = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One number of one arm at its two ends, and the answers there."""

    varied: Varied
    low: float
    high: float
    answer_low: float
    answer_high: float
    now: float

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and highest answer between the ends; that now counts where it lies between."""
        answers = [self.answer_low, self.answer_high]
        if self.low <= self.varied.now <= self.high:
            answers.append(self.now)
        return min(answers), max(answers)

    @property
    def width(self) -> float:
        """How far the answer moves."""
        low, high = self.ends
        return high - low

    @property
    def flips(self) -> bool:
        """True where an end turns the sign of the answer."""
        low, high = self.ends
        return (low < 0 < self.now) or (self.now < 0 < high)


@dataclass(frozen=True)
class Tornado:
    """The bars of each arm, widest first, and what has none.

    `stated` had bounds of their own; `unvaried` would matter but have neither uncertainty nor
    bounds; `idle` do not matter to any arm's answer.
    """

    bars: Mapping[str, tuple[Bar, ...]]
    stated: tuple[str, ...]
    unvaried: tuple[str, ...]
    idle: tuple[str, ...]
    usual_rate: bool


def tornado(question: Question, level: float = LEVEL, bounds: Bounds | None = None) -> Tornado:
    """The one-way analysis of a question; `bounds` by path stand before those of the file.

    Raises AskedError where bounds name no number or leave what is possible.
    """
    given = {path: possible(question.one(path), *ends) for path, ends in (bounds or {}).items()}
    stated = dict(given)
    between: dict[str, tuple[float, float]] = {}
    counted = [v for v in question.varied.values() if _is_asked(question, v)]
    for varied in counted:
        quantity = varied.quantity
        if varied.path not in stated and quantity is not None and quantity.bounds is not None:
            stated[varied.path] = quantity.bounds
        ends = stated.get(varied.path) or default_ends(varied, level)
        if ends is not None:
            between[varied.path] = ends
    tried = {v.path: between.get(v.path, _nudged(v)) for v in counted}
    bars = _bars(question, tried)
    moves = {
        path for each in bars.values() for path, bar in each.items() if not _is_idle(bar, question)
    }
    ranked = {
        arm: tuple(
            sorted(
                (bar for path, bar in each.items() if path in moves and path in between),
                key=lambda bar: (-float(f"{bar.width:.9g}"), bar.varied.path),
            )
        )
        for arm, each in bars.items()
    }
    return Tornado(
        bars=ranked,
        stated=tuple(path for path in stated if path in moves),
        unvaried=tuple(v.path for v in counted if v.path in moves and v.path not in between),
        idle=tuple(
            path
            for path, v in question.varied.items()
            if path not in moves and (path in stated or (v in counted and _is_known(v)))
        ),
        usual_rate=any(path in moves and path not in stated for path in RATES),
    )


def default_ends(varied: Varied, level: float) -> tuple[float, float] | None:
    """The ends where none are asked for, in the stated unit; None for a fixed number without.

    The file's bounds, else 0 to the usual discount rate or its own if that is higher, else the
    ends of the central interval at `level` by the inverse CDF.
    """
    if varied.path in RATES:
        return 0.0, max(varied.now, USUAL_RATE)
    quantity = varied.quantity
    if quantity is None or quantity.bounds is not None or quantity.is_fixed:
        return None if quantity is None else quantity.bounds
    tail = (1 - level) / 2
    low, high = quantity.dist.ppf(np.array([tail, 1 - tail]))
    return float(low), float(high)


def _is_known(varied: Varied) -> bool:
    """True for a number with uncertainty of its own."""
    return varied.quantity is not None and not varied.quantity.is_fixed


def _is_asked(question: Question, varied: Varied) -> bool:
    """False for what an outcome is worth, unless that is the threshold of the answer."""
    if varied.role != "threshold":
        return True
    return varied.holder is question.outcome and not question.is_given


def possible(varied: Varied, low: float, high: float) -> tuple[float, float]:
    """The bounds. Raises AskedError where one is not possible."""
    least, most = varied.limits
    for end in (low, high):
        if not least <= end <= most:
            limits = f"at least {least:g}" if most == np.inf else f"from {least:g} to {most:g}"
            if least == -np.inf:
                limits = f"at most {most:g}"
            raise AskedError(
                f"{varied.path} must be {limits} {varied.unit}, so {end:g} is not possible; "
                "name other bounds"
            )
    return low, high


def _nudged(varied: Varied) -> tuple[float, float]:
    """The value now and one beside it that is possible too: enough to see whether it matters."""
    step = 0.1 * abs(varied.now) or 1.0
    least, most = varied.limits
    for beside in (varied.now + step, varied.now - step, (varied.now + most) / 2):
        if least <= beside <= most and beside != varied.now:
            return varied.now, float(beside)
    return varied.now, varied.now


def _bars(
    question: Question, between: Mapping[str, tuple[float, float]]
) -> dict[str, dict[str, Bar]]:
    """A bar for each arm and path: all ends in one evaluation, two values a path."""
    paths = list(between)
    values = {path: np.full(2 * len(paths), question.varied[path].now) for path in paths}
    for place, path in enumerate(paths):
        values[path][2 * place : 2 * place + 2] = between[path]
    answers = question.answers(values)
    found: dict[str, dict[str, Bar]] = {}
    for index, arm in enumerate(question.arms):
        now = float(question.now[index])
        found[arm] = {
            path: Bar(
                question.varied[path],
                *between[path],
                float(answers[index, 2 * place]),
                float(answers[index, 2 * place + 1]),
                now,
            )
            for place, path in enumerate(paths)
        }
    return found


def _is_idle(bar: Bar, question: Question) -> bool:
    """True where the answer moves by no more than rounding."""
    size = max(abs(bar.low), abs(bar.high)) * bar.varied.factor
    return bar.width <= NEARLY * max(1.0, abs(bar.now), size)


# --- the report ------------------------------------------------------------------------------


def one_way(
    question: Question,
    language: str = "en",
    level: float = LEVEL,
    bounds: Bounds | None = None,
) -> Report:
    """The report of a one-way analysis: sentences, a tornado for each arm, and notes."""
    found = tornado(question, level, bounds)
    sentences: list[str] = []
    for arm in question.arms:
        sentences.append(" ".join(_sentences(question, arm, found.bars[arm], language)))
    tables = [_table(question, arm, bars, language) for arm, bars in found.bars.items() if bars]
    return Report(
        scenario=question.scenario.name,
        language=language,
        headline=tuple(sentences),
        tables=tuple(tables),
        notes=tuple(_notes(question, found, language, level)),
        record=record(question, level, bounds),
    )


def record(question: Question, level: float, bounds: Bounds | None = None) -> dict[str, object]:
    """What the answer can be had again from."""
    more: dict[str, object] = {"level": level}
    if question.outcome is not None:
        more |= {"outcome": question.outcome.path, "wtp": question.wtp}
    if bounds:
        more["bounds"] = [f"{path}={low:g}:{high:g}" for path, (low, high) in bounds.items()]
    return {**asdict(question.run.record), **more}


def answer_sentence(question: Question, arm: str, language: str) -> str:
    """The answer at the expected values in one sentence."""
    now = float(question.now[question.arms.index(arm)])
    key = "answer_benefit"
    if question.outcome is None:
        key = "answer_saves" if now >= 0 else "answer_costs"
    worth = question.worth(language) if question.outcome is not None else ""
    return say(
        key,
        language,
        arm=question.arm_label(arm, language),
        reference=question.arm_label(question.scenario.reference, language),
        whom=question.whom(language),
        amount=question.money(now if question.outcome is not None else abs(now), language),
        worth=worth,
        horizon=horizon(question.scenario.months, language),
        year=question.scenario.money.year,
    )


def _sentences(question: Question, arm: str, bars: Sequence[Bar], language: str) -> Iterator[str]:
    yield answer_sentence(question, arm, language)
    if not bars:
        yield say("tornado_nothing", language)
        return
    first = bars[0]
    low, high = (question.money(end, language) for end in first.ends)
    subject = first.varied.subject.text(language)
    key = "tornado_most_benefit" if question.outcome is not None else "tornado_most"
    yield say(key, language, subject=subject, low=low, high=high)
    kind = "saving" if first.now >= 0 else "cost"
    kind = "benefit" if question.outcome is not None else kind
    flipping = [bar.varied.subject.text(language) for bar in bars if bar.flips]
    if flipping:
        count = "one" if len(flipping) == 1 else "many"
        subjects = listing(flipping, language)
        yield say(f"flips_{kind}_{count}", language, subjects=subjects)
    else:
        yield say(f"flips_{kind}_none", language)


def answer_title(question: Question, language: str) -> str:
    """`Saving`, or `Net benefit at ... per QALY`."""
    if question.outcome is None:
        return say("saving", language)
    return say("answer_benefit_at", language, worth=question.worth(language))


def money_line(question: Question, language: str) -> str:
    """The line below a title: money, horizon, perspective."""
    scenario = question.scenario
    return say(
        "answer_in",
        language,
        currency="kr." if scenario.money.currency == "DKK" else scenario.money.currency,
        horizon=horizon(scenario.months, language),
        year=scenario.money.year,
        perspective=perspective_text(scenario, language),
    )


def _table(question: Question, arm: str, bars: Sequence[Bar], language: str) -> Table:
    reference = question.scenario.reference
    measure, unit = question.measure, question.unit
    least = min(bar.ends[0] for bar in bars)
    most = max(bar.ends[1] for bar in bars)
    rows = []
    for bar in bars:
        varied = bar.varied
        mark = FLAG if bar.flips else ""
        label = say(
            "tornado_row", language, label=varied.label.text(language), unit=varied.unit, flag=mark
        )
        if varied.path in RATES:
            label = varied.label.text(language) + mark
        cells = (
            Interval(varied.now, bar.low, bar.high),
            Interval(bar.answer_low),
            Interval(bar.answer_high),
            Interval(bar.width),
            Interval(float(bar.flips)),
            _drawn(bar, least, most),
        )
        row = Row(varied.path, "quantity", label, cells, str(varied.unit), points=varied.points)
        rows.append(row)
    answer = say("saving" if question.outcome is None else "answer_net_benefit", language)
    columns = (
        Column(say("varied_between", language), "varied", arm, style="extent"),
        Column(
            say("answer_low", language, answer=answer),
            f"{measure}_at_low",
            arm,
            reference,
            unit,
            "signed",
        ),
        Column(
            say("answer_high", language, answer=answer),
            f"{measure}_at_high",
            arm,
            reference,
            unit,
            "signed",
        ),
        Column("", f"{measure}_width", arm, reference, unit, shown=False),
        Column("", "sign_changes", arm, reference, "share", shown=False),
        Column(say("tornado_bar", language), style="bar"),
    )
    title = say(
        "title_tornado",
        language,
        arm=question.arm_label(arm, language),
        answer=answer_title(question, language),
        line=money_line(question, language),
        low=BAR_LOW,
        high=BAR_HIGH,
        now=question.money(bars[0].now, language),
    )
    return Table(title, say("quantity_varied", language), columns, tuple(rows))


def _drawn(bar: Bar, least: float, most: float) -> str:
    """The bar as text: from the answer now to that at either end, on one scale for all bars."""

    def place(value: float) -> int:
        return round((value - least) / (most - least) * BAR)

    cells = [BAR_EMPTY] * BAR
    ends = [(bar.answer_low, BAR_LOW), (bar.answer_high, BAR_HIGH)]
    for value, mark in sorted(ends, key=lambda end: -abs(end[0] - bar.now)):
        first, last = sorted((place(bar.now), place(value)))
        cells[first:last] = mark * (last - first)
    if least < 0 < most:
        cells[min(place(0.0), BAR - 1)] = BAR_ZERO
    return "".join(cells)


def _notes(question: Question, found: Tornado, language: str, level: float) -> Iterator[str]:
    scenario = question.scenario
    bars = [bar for each in found.bars.values() for bar in each]
    if any(bar.flips for bar in bars):
        yield say("note_flag", language, flag=FLAG)
    paths = {bar.varied.path for bar in bars}
    if paths - set(found.stated) - set(RATES):
        tail = (1 - level) / 2
        yield say(
            "note_percentiles",
            language,
            low=_percentile(tail, language),
            high=_percentile(1 - tail, language),
        )
    if found.stated:
        yield say("note_stated_bounds", language, paths=listing(list(found.stated), language))
    if found.usual_rate:
        yield say("note_usual_rate", language, rate=rate(USUAL_RATE, language))
    together = [c for c in scenario.correlations if paths & set(c.members)]
    for correlation in together:
        members = [path for path in correlation.members if path in paths]
        yield say("note_together", language, paths=listing(members, language))
    if found.unvaried:
        first = found.unvaried[0]
        paths_text = listing(list(found.unvaried), language)
        yield say("note_unvaried", language, paths=paths_text, first=first)
    if found.idle:
        yield say("note_idle", language, paths=listing(list(found.idle), language))
    if bars:
        widest = max(bars, key=lambda bar: bar.width).varied.path
        yield say("note_threshold", language, file=scenario.file, path=widest)
    yield from run_lines(View(question.run, scenario.perspective), language)


def _percentile(share: float, language: str) -> str:
    return rate(round(share, 12), language).rstrip("%")
