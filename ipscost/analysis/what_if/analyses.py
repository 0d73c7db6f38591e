"""The answer in each scenario analysis of a file, and its difference from the base case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.analysis.lacking import NoBudgetError
from ipscost.analysis.what_if.question import Question
from ipscost.run import Run
from ipscost.scenario.nouns import Analysis

NOT_KNOWN = Estimate(0.0, None, partial=True, empty=True)
"""The answer of an analysis in which part of it is not known."""

Variants = Iterable[tuple[Analysis, Run]]
"""Scenario analyses with their runs."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer of each arm in one scenario analysis.

    money: that of the answers; unit: theirs. moves: False if no saving depends on anything that it
        changes.
    """

    analysis: Analysis
    money: str
    unit: str
    answers: Mapping[str, Estimate]
    moves: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """The answer of an arm in one analysis, beside the base case.

    analysis: None for the base case itself. unit: of the answer.
    answer: with its interval. above: the probability that it is above 0.
    from_base: the difference from the base case; None for the base case, and for an analysis whose
        answer is in other money. All three are None if not known.
    """

    analysis: Analysis | None
    unit: str
    answer: Interval | None
    above: Interval | None
    from_base: Interval | None


def answered(question: Question, variants: Variants) -> list[Answered]:
    """The answers in each analysis; its run is dropped before the next one, to save memory.

    Not known in one in which nothing can be asked, such as that of a rollout that has no budget.
    """
    every = []
    for analysis, run in variants:
        money, changed = str(run.scenario.money), set(analysis.settings)
        try:
            variant = question.of_variant(run)
        except NoBudgetError:
            unknown = dict.fromkeys(question.arms, NOT_KNOWN)
            every.append(Answered(analysis, money, question.unit, unknown, moves=True))
            continue
        idle = variant.without_effect(changed)
        moves = len(idle) < len(changed)
        every.append(Answered(analysis, money, variant.unit, answers(variant), moves))
        del run, variant
    return every


def answers(question: Question) -> dict[str, Estimate]:
    """The answer of each arm by name, by the point estimates and over the draws, if any."""
    points, found = question.now.tolist(), question.drawn
    drawn = [None] * len(points) if found is None else list(found)
    return {
        arm: Estimate(point, draws) if question.is_known(arm) else NOT_KNOWN
        for arm, point, draws in zip(question.arms, points, drawn, strict=True)
    }


def compared(
    question: Question, arm: str, base: Estimate, every: Sequence[Answered], level: float
) -> Iterator[Compared]:
    """The answers of an arm, with intervals at `level`: the base case, then each analysis."""
    yield Compared(None, question.unit, base.cell(level), _above(base), None)
    for each in every:
        answer = each.answers[arm]
        difference = less(answer, base).cell(level) if each.unit == question.unit else None
        yield Compared(each.analysis, each.unit, answer.cell(level), _above(answer), difference)


def _above(answer: Estimate) -> Interval | None:
    """The probability that an answer is above 0."""
    return answer.minus().chance_below(0)


def less(one: Estimate, other: Estimate) -> Estimate:
    """The difference between two answers, draw by draw; a certain one is the same in each draw."""
    if one.partial or other.partial:
        return NOT_KNOWN
    point = one.point - other.point
    if one.draws is None and other.draws is None:
        return Estimate(point, None)
    drawn = [e.point if e.draws is None else e.draws for e in (one, other)]
    return Estimate(point, np.asarray(drawn[0] - drawn[1]))


def spans_zero(answer: Estimate, level: float) -> bool:
    """True if the interval at `level` includes 0; False without an interval."""
    extent = answer.interval(level)
    if extent.low is None or extent.high is None:
        return False
    return extent.low <= 0 <= extent.high
