"""compare: which saves most, by how much more than the others, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.analysis.compare.cases import ComparedArm, chance, gap, gap_interval
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.report.compare.claims import given, made, named, unlike, unmoved
from ipscost.report.compare.labels import label_of
from ipscost.report.frame import prices_of, whom
from ipscost.report.notes import gaps
from ipscost.report.phrases import interval
from ipscost.report.simulate.headline import headline as alone
from ipscost.words.text import (
    Words,
    horizon,
    listing,
    money,
    number,
    probability,
    say,
    sentences,
)

NEARLY = 1e-6
"""A difference that is a smaller share of the saving is rounding, and is told as none."""


def headline(cases: Sequence[ComparedArm], place: int, level: float) -> tuple[Words, ...]:
    """Which arm saves most, by how much more than the base, and how sure that is.

    The base is `cases[place]`; where that itself saves most, the runner-up takes its place. Arms
    whose account is not whole are not ranked: a sentence each says what they lack.
    """
    whole = [case for case in cases if not case.saving.partial]
    lacking = [case for case in cases if case.saving.partial]
    found: list[Words] = [
        gaps.sentence(case.view, case.arm, name=label_of(case)) for case in lacking
    ]
    base = cases[place]
    if len(whole) == 1:
        found.insert(0, alone(whole[0].view, whole[0].arm, level))
    if len(whole) > 1:
        ranked = sorted(whole, key=lambda case: -case.saving.point)
        best = ranked[0]
        other = ranked[1] if best is base or base in lacking else base
        first, second = _most(best, level), _more(best, other, level)
        if _is_tie(best, other, level):
            first = alone(best.view, best.arm, level)
        found = [first, second, *([say("compare_of_known")] if lacking else []), *found]
    return (*unlike(cases), *found, *unmoved(cases, base))


def _is_tie(best: ComparedArm, other: ComparedArm, level: float) -> bool:
    """True where the arm that saves most saves no more than the other."""
    difference = gap(best.saving, other.saving)
    return _is_nothing(difference, gap_interval(difference, level), best)


def _most(best: ComparedArm, level: float) -> Words:
    """What the arm that saves most saves against its reference arm."""
    scenario, saves = best.scenario, best.saving.point >= 0
    total = best.saving if saves else best.saving.minus()
    return say(
        "compare_most" if saves else "compare_least",
        name=label_of(best),
        whom=whom(scenario),
        amount=money(abs(total.point), scenario.money.currency),
        horizon=horizon(scenario.months),
        reference=scenario.arms[scenario.reference].label,
        interval=_extent(total.interval(level), str(scenario.money), level),
        year=prices_of(scenario.money),
    )


def _more(best: ComparedArm, other: ComparedArm, level: float) -> Words:
    """By how much `best` saves more than `other`, and how sure that is."""
    difference = gap(best.saving, other.saving)
    limits, odds = gap_interval(difference, level), chance(difference)
    pair = (best, other)
    names = {"name": named(best, pair), "other": named(other, pair)}
    if _is_nothing(difference, limits, best):
        return say("compare_same", **names)
    words = "compare_more" if best.saving.point >= 0 else "compare_less"
    if limits.low is not None and limits.low < 0:
        words = "compare_unclear"
    unit = str(best.scenario.money)
    moves = difference.is_uncertain
    sentence = say(
        words,
        amount=money(difference.point, best.scenario.money.currency),
        interval=_extent(limits, unit, level) if moves else "",
        **names,
    )
    return sentences(sentence, _sure(best, other, odds, moves=moves))


def _is_nothing(difference: Estimate, limits: Interval, best: ComparedArm) -> bool:
    """True for a difference that would be shown as 0, and is next to nothing beside the saving."""
    if not difference.is_uncertain:
        return difference.point == 0
    ends = [abs(end) for end in (difference.point, limits.low or 0.0, limits.high or 0.0)]
    return round(max(ends)) == 0 and max(ends) < NEARLY * abs(best.saving.point)


def _sure(best: ComparedArm, other: ComparedArm, odds: float | None, *, moves: bool) -> Words:
    """How sure it is that `best` saves more, or why that cannot be said."""
    draws = best.run.settings.draws
    if draws < 2:
        return say("headline_few" if draws else "headline_point")
    if odds is None:
        silent = [label_of(c) for c in (best, other) if not c.saving.is_uncertain]
        return say("compare_unsure", names=listing(silent))
    if not moves:
        return say("compare_every_draw")
    shown, conditions = probability(odds, draws), given(best, other)
    key = "compare_probability" if conditions == "" else "compare_probability_if"
    sentence = say(key, probability=shown, given=conditions)
    return sentences(sentence, *made(best, other))


def _extent(limits: Interval, unit: str, level: float) -> Words:
    """The interval of an amount, behind it in brackets; empty where there is none."""
    return interval(limits, level, lambda limit: number(limit, unit))
