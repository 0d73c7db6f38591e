"""compare: which saves most, by how much more than the others, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.analysis.compare.cases import ComparedArm, chance, gap, gap_interval
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.report.compare.claims import Pair, more_odds_of, named, pair_of
from ipscost.report.compare.labels import in_text
from ipscost.report.frame import about_whom, prices_of, whom
from ipscost.report.notes import gaps
from ipscost.report.phrases import interval
from ipscost.report.simulate.headline import first_of, others
from ipscost.report.simulate.headline import headline as alone
from ipscost.words.text import (
    Words,
    differ,
    horizon,
    listing,
    money,
    number,
    probability,
    say,
    sentences,
    within,
)

NEARLY = 1e-6
"""A difference that is a smaller share of the saving is rounding, and is told as none."""


def headline(cases: Sequence[ComparedArm], place: int, level: float) -> tuple[Words, ...]:
    """Which arm saves most, by how much more than the base, and how sure that is: three sentences.

    The base is `cases[place]`; where that itself saves most, the runner-up takes its place. Arms
    whose account is not whole are not ranked; where fewer than two are whole, a sentence each says
    what the others lack, as far as there is room.
    """
    base = cases[place]
    lacking = [case for case in cases if case.saving.partial]
    pair = pair_of(cases, base)
    if pair is None:
        found: list[Words] = [alone(c.view, c.arm, level) for c in cases if c not in lacking]
        found += [gaps.sentence(c.view, c.arm, name=in_text(c)) for c in lacking]
        told = first_of(found)
        return (*told, *others(len(told), len(found)))
    best, other = pair
    if _are_elsewhere(cases):
        return (_range(cases),)
    first = _most(best, cases, level)
    if _is_tie(best, other, level):
        first = alone(best.view, best.arm, level)
    return first, _more(best, other, level)


def _are_elsewhere(cases: Sequence[ComparedArm]) -> bool:
    """True where these are no alternatives: of several countries, or studies of different people.

    Nobody can choose between what was done for others elsewhere, so none of them is the best.
    """
    countries = {case.scenario.country for case in cases} - {""}
    studied = {case.scenario.population for case in cases if case.scenario.study is not None}
    return len(countries) > 1 or len(studied - {None}) > 1


def _range(cases: Sequence[ComparedArm]) -> Words:
    """From what to what the savings go, of evaluations that are no alternatives."""
    whole = sorted(
        (case for case in cases if not case.saving.partial), key=lambda case: case.saving.point
    )
    low, high = whole[0], whole[-1]
    currency = low.scenario.money.currency
    return say(
        "compare_elsewhere",
        low=money(low.saving.point, currency),
        lowest=in_text(low),
        high=money(high.saving.point, currency),
        highest=in_text(high),
        year=prices_of(low.scenario.money),
    )


def _is_tie(best: ComparedArm, other: ComparedArm, level: float) -> bool:
    """True where the arm that saves most is expected to save no more than the other."""
    difference = gap(best.saving, other.saving)
    return _is_level(difference, best) or _is_nothing(
        difference, gap_interval(difference, level), best
    )


def _most(best: ComparedArm, cases: Sequence[ComparedArm], level: float) -> Words:
    """What the arm that saves most saves compared with its reference arm, and of whom."""
    scenario, saves = best.scenario, best.saving.point >= 0
    total = best.saving if saves else best.saving.minus()
    key = "compare_most" if saves else "compare_least"
    key = "compare_even" if best.saving.point == 0 else key
    words: dict[str, Words] = {}
    populations = {about_whom(case.scenario) for case in cases}
    if (population := about_whom(scenario)) is not None and len(populations) == 1:
        key, words = f"{key}_of", {"population": population}
    return say(
        key,
        name=in_text(best),
        whom=whom(scenario),
        amount=money(abs(total.point), scenario.money.currency),
        horizon=horizon(scenario.stated_months),
        reference=within(scenario.arms[scenario.reference].label),
        interval=_extent(total.interval(level), str(scenario.money), level),
        year=prices_of(scenario.money),
        **words,
    )


def _more(best: ComparedArm, other: ComparedArm, level: float) -> Words:
    """By how much `best` saves more than `other`, and how sure that is."""
    difference = gap(best.saving, other.saving)
    limits, odds = gap_interval(difference, level), chance(difference)
    pair, unit = (best, other), str(best.scenario.money)
    currency = best.scenario.money.currency
    names = {"name": named(best, pair), "other": named(other, pair)}
    if _is_nothing(difference, limits, best):
        return say("compare_same", **names)
    extent = _extent(limits, unit, level) if difference.is_uncertain else ""
    if _is_level(difference, best):
        return say("compare_level", amount=money(0.0, currency), interval=extent, **names)
    words = "compare_more" if best.saving.point >= 0 else "compare_less"
    if limits.low is not None and limits.low < 0:
        words = "compare_unclear"
    sentence = say(words, amount=money(difference.point, currency), interval=extent, **names)
    return sentences(sentence, _sure(pair, odds, moves=difference.is_uncertain))


def _is_level(difference: Estimate, best: ComparedArm) -> bool:
    """True for an expected difference that is told as 0."""
    currency = best.scenario.money.currency
    return not differ(money(difference.point, currency), money(0.0, currency))


def _is_nothing(difference: Estimate, limits: Interval, best: ComparedArm) -> bool:
    """True for a difference that would be shown as 0, and is next to nothing beside the saving."""
    if not difference.is_uncertain:
        return _is_level(difference, best)
    ends = [abs(end) for end in (difference.point, limits.low or 0.0, limits.high or 0.0)]
    return round(max(ends)) == 0 and max(ends) < NEARLY * abs(best.saving.point)


def _sure(pair: Pair, odds: float | None, *, moves: bool) -> Words:
    """How sure it is that the first saves more, or why that cannot be said.

    Nothing where the draws do not tell it: where the uncertainty was made to give a published
    result, or where numbers that are drawn as one may be two.
    """
    draws = pair[0].run.settings.draws
    if draws < 2:
        return say("headline_few" if draws else "headline_point")
    if odds is None:
        silent = [in_text(case) for case in pair if not case.saving.is_uncertain]
        return say("compare_unsure", names=listing(silent))
    if not moves:
        return say("compare_every_draw")
    told = more_odds_of(pair, Interval(odds, draws=draws))
    if told is None:
        return ""
    return say("compare_probability", probability=probability(told.mean, told.draws))


def _extent(limits: Interval, unit: str, level: float) -> Words:
    """The interval of an amount, behind it in brackets; empty where there is none."""
    return interval(limits, level, lambda limit: number(limit, unit))
