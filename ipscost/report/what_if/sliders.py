"""A what-if for a page: numbers that a reader can change, and what follows from them.

A format that can compute shows sliders, and evaluates the coefficients (see
`analysis/what_if/live.py`); any other shows the tables: each number at its ends, and the saving.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.live import Live, LiveInput, Part
from ipscost.analysis.what_if.question import Question
from ipscost.report.frame import prices_of, whom
from ipscost.report.report import Column, Row, Table
from ipscost.report.simulate.labels import SumLabels
from ipscost.report.what_if.text import (
    arm_label,
    label_of,
    money_line,
    setting,
    shown_unit,
    simulate_command,
    subject_of,
)
from ipscost.rounding import NEARLY
from ipscost.units import SHARE
from ipscost.words.text import Words, horizon, listing, say, series, within

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

VALUE = "@"
"""Stands in a setting for the value of the number."""
AMOUNT = "{amount}"
"""Stands in a sentence for an amount that is not known before it is computed."""


@dataclass(frozen=True, slots=True)
class Slider:
    """A number that can be changed.

    unit: what stands behind its values; empty for shares, which are shown in per cent or, if they
        are differences, in `points`. setting: what `--set` takes, with VALUE for the value.
    """

    path: str
    label: Words
    unit: Words
    is_share: bool
    points: bool
    input: LiveInput
    setting: str


@dataclass(frozen=True, slots=True)
class WeightedSum:
    """A sum of categories, told as a saving: of a payer, or one category as far as it counts.

    `weight` is by category, (category,).
    """

    path: str
    label: Words
    weight: Floats


@dataclass(frozen=True, slots=True)
class ArmAnswer:
    """What follows for an arm.

    saves, costs: the sentences for a saving and for an extra cost, with AMOUNT in them.
    total: the account of the perspective. payers, categories: those that the numbers change, and
    in one sum the categories that they do not, so that categories add up to the total.
    parts: the cost difference of each category, in file order. now: the saving as it is.
    """

    arm: str
    label: Words
    saves: Words
    costs: Words
    total: WeightedSum
    payers: tuple[WeightedSum, ...]
    categories: tuple[WeightedSum, ...]
    parts: tuple[Part, ...]
    now: float


@dataclass(frozen=True, slots=True)
class Sliders:
    """Numbers that can be changed, the answers for each arm, and the same as tables.

    about: what to know of them, in sentences. currency: of all amounts, which are per person.
    people: for how many people the saving is told, too. command: what gives the same saving as
    nothing is changed; each changed number adds its setting.
    """

    sliders: tuple[Slider, ...]
    answers: tuple[ArmAnswer, ...]
    about: tuple[Words, ...]
    tables: tuple[Table, ...]
    currency: str
    people: int
    command: str


def what_if(found: Live, people: int = 1) -> Sliders:
    """The block of a page: sliders, answers and tables, with what to know of them."""
    question = found.question
    return Sliders(
        sliders=tuple(_slider(question, one) for one in found.inputs),
        answers=tuple(_answer(found, index, arm) for index, arm in enumerate(question.arms)),
        about=tuple(_about(found)),
        tables=tuple(_table(found, index) for index in range(len(question.arms))),
        currency=question.scenario.money.currency,
        people=people,
        command=simulate_command(question),
    )


def _slider(question: Question, one: LiveInput) -> Slider:
    varied = one.varied
    return Slider(
        path=varied.path,
        label=label_of(question, varied),
        unit=shown_unit(varied),
        is_share=varied.unit == SHARE,
        points=varied.points,
        input=one,
        setting=setting(question, varied, VALUE),
    )


def _answer(found: Live, index: int, arm: str) -> ArmAnswer:
    """The sentences and accounts of an arm; of payers, those whose account is fully known."""
    question, scenario = found.question, found.question.scenario
    view, parts = View(question.run, scenario.perspective), found.parts[arm]
    changing, lacking = _changing(parts), {*_lacking(found, arm)}
    weight, labels = view.weight(), SumLabels(scenario)
    share = question.run.point.payer_share
    payers = [
        WeightedSum(f"payer.{name}", one.label, share[:, place])
        for place, (name, one) in enumerate(scenario.payers.items())
        if (changing & (share[:, place] != 0)).any() and name not in lacking
    ]
    unit = np.eye(len(parts))
    categories = [
        WeightedSum(part.path, labels.holders[part.path].label, weight[place] * unit[place])
        for place, part in enumerate(parts)
        if changing[place] and weight[place]
    ]
    rest = np.where(changing, 0.0, weight)
    if any(rest[place] and part.coefficients.any() for place, part in enumerate(parts)):
        categories.append(WeightedSum("rest", say("live_rest"), rest))
    words = {
        "arm": arm_label(question, arm),
        "whom": whom(scenario),
        "amount": AMOUNT,
        "horizon": horizon(scenario.stated_months),
        "reference": within(arm_label(question, scenario.reference)),
        "year": prices_of(scenario.money),
    }
    return ArmAnswer(
        arm=arm,
        label=arm_label(question, arm),
        saves=say("live_saves", **words),
        costs=say("live_costs", **words),
        total=WeightedSum("cost", say("saving"), weight),
        payers=tuple(payers),
        categories=tuple(categories),
        parts=parts,
        now=float(found.savings({})[index]),
    )


def _changing(parts: Sequence[Part]) -> Flags:
    """True for the categories that the numbers change, (category,)."""
    return np.array([part.coefficients.size > 1 for part in parts], dtype=bool)


def _lacking(found: Live, arm: str) -> Iterator[str]:
    """The payers whose account the numbers change, but of which a part is not known."""
    run, scenario = found.question.run, found.question.scenario
    view, changing = View(run, scenario.perspective), _changing(found.parts[arm])
    for place, name in enumerate(scenario.payers):
        touched = changing & (run.point.payer_share[:, place] != 0)
        if touched.any() and view.seen_from(name).missing(arm):
            yield name


def _about(found: Live) -> Iterator[Words]:
    """What the values are, what is computed at which of them, and what had no room."""
    question = found.question
    yield say("live_about")
    grids = [one for one in found.inputs if one.is_grid]
    if grids:
        subjects = listing(subject_of(question, one.varied) for one in grids)
        yield say("live_grid", subjects=subjects)
    if found.crowded:
        subjects = listing(subject_of(question, one) for one in found.crowded)
        yield say("live_crowded", subjects=subjects)
    lacking = {name: None for arm in found.parts for name in _lacking(found, arm)}
    if lacking:
        payers = question.scenario.payers
        yield say("live_lacking", payers=listing(within(payers[name].label) for name in lacking))


def _table(found: Live, index: int) -> Table:
    """Each number at its ends, with the saving there; beside them the saving as it is."""
    question = found.question
    money = question.unit
    columns = (
        Column(say("varied_between"), style="extent", numeric=True),
        Column(say("answer_low"), unit=money, style="signed", numeric=True),
        Column(say("live_now"), unit=money, style="signed", numeric=True),
        Column(say("answer_high"), unit=money, style="signed", numeric=True),
    )
    now = Interval(float(found.savings({})[index]))
    rows = []
    for one in found.inputs:
        varied = one.varied
        ends = [
            Interval(float(found.savings({varied.path: end})[index])) for end in (one.low, one.high)
        ]
        cells = (Interval(varied.now, one.low, one.high), ends[0], now, ends[1])
        if all(abs(end.mean - now.mean) <= NEARLY * abs(now.mean) for end in ends):
            continue  # it changes another arm alone
        label = series((label_of(question, varied), shown_unit(varied)))
        rows.append(Row(varied.path, label, cells, str(varied.unit), points=varied.points))
    arm = arm_label(question, question.arms[index])
    title = say("title_live", arm=arm, line=money_line(question))
    return Table(title, say("quantity_varied"), columns, tuple(rows), name="what_if")
