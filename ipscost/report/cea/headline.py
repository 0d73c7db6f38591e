"""cea: what an arm costs and achieves, whether it is worth that, and what must hold for it."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.cea import FEW, Limit
from ipscost.report.cea.paragraphs import between_two, course, difference
from ipscost.report.cea.terms import CeaTerms
from ipscost.words.text import (
    Words,
    bracketed,
    further,
    in_sentence,
    listing,
    number,
    points,
    say,
    sentence,
    sentences,
)

NAMED = 6
"""Of more arms than these on the frontier the sentence names the ends alone."""


def headline(question: CeaTerms) -> tuple[Words, ...]:
    """The answer in at most three sentences.

    Of one intervention: what it costs and achieves, dominance or the ICER, and the net benefit at
    the threshold with what must hold for it. Of several: which of them has the highest net benefit,
    the efficiency frontier, and over which thresholds it stays the best choice.
    """
    if len(question.others) == 1:
        (arm,) = question.others
        told = (difference(question, arm), between_two(question), *_at_threshold(question, arm))
        return (sentences(*told),)
    found = [*_best(question), frontier(question), *_range(question)]
    return (sentences(*found),)


# --- one intervention ----------------------------------------------------------------------------


def _at_threshold(question: CeaTerms, arm: int) -> Iterator[Words]:
    """Net benefit at the threshold; without one how the probability changes, if one is claimed."""
    if 1 < len(question.given) <= FEW:
        yield _at_several(question, arm)
    elif question.has_threshold and len(question.tabled) == 1:
        yield _benefit(question, arm, question.tabled[0])
    elif question.has_odds and len(question.thresholds) > 1:
        yield course(question)


def _at_several(question: CeaTerms, arm: int) -> Words:
    """Net benefit at each of a few thresholds."""
    first, *later = question.given

    def amount(wtp: float) -> Words:
        return question.money(question.monetary(arm, wtp).point)

    others = (
        say("cea_at_pair_more", worth=question.ratio(wtp), amount=amount(wtp)) for wtp in later
    )
    values = {"worth": question.worth(first), "amount": amount(first), "others": further(others)}
    return sentence(say("cea_short_several", **values))


def _benefit(question: CeaTerms, arm: int, wtp: float) -> Words:
    """Net benefit at a threshold, how likely it is positive, and what must hold for that."""
    value, odds = question.monetary(arm, wtp), "plain"
    values = {
        "worth": question.worth(wtp),
        "amount": question.money(value.point),
        "interval": question.limits(value),
        "arm": question.label(arm),
        "reference": question.within(question.psa.base),
    }
    if question.has_odds:
        odds = "odds"
        place = question.at(wtp)
        values["probability"] = question.odds_text(float(question.curves.probability[arm, place]))
    form = "plain"
    if (limit := question.limit(arm, wtp)) is not None:
        form = _form(question, limit)
        values["limit"] = _limit(question, limit)
        values["label"] = in_sentence(question.outcome_label)
    return say(f"cea_short_benefit_{odds}_{form}", **values)


def _form(question: CeaTerms, limit: Limit) -> str:
    """The words for what must hold, by what it is of and whether it does."""
    held = "holds" if limit.holds else "would"
    if limit.what == "cost":
        return f"{held}_{'more' if limit.value > 0 else 'less'}"
    return f"{held}_{'at_most' if question.is_lower else 'at_least'}"


def _limit(question: CeaTerms, limit: Limit) -> Words:
    """The largest difference in cost, or the least (or largest) difference in the outcome."""
    if limit.what == "cost":
        return question.money(abs(limit.value))
    unit = question.decision.effect_unit
    if unit == "share":
        return points(limit.value, sign=True)
    return number(limit.value, unit, sign=True)


# --- several interventions -----------------------------------------------------------------------


def _best(question: CeaTerms) -> Iterator[Words]:
    """Which arm has the highest net benefit, and by how much it beats the reference arm."""
    if not question.has_threshold or len(question.given) > FEW:
        return
    first, *later = question.tabled
    arm = question.psa.best(first)
    value = question.monetary(arm, first)
    values: dict[str, Words] = {
        "worth": question.worth(first),
        "arm": question.label(arm),
        "reference": question.within(question.psa.base),
        "amount": question.money(value.point),
        "interval": question.limits(value),
        "others": further(
            say(
                "cea_short_best_more",
                worth=question.ratio(wtp),
                arm=question.label(question.psa.best(wtp)),
            )
            for wtp in later
        ),
    }
    kind = "reference" if arm == question.psa.base else "other"
    key = f"cea_best_of_{'several' if later else kind}"
    told = say(question.framed(key, values), **values)
    yield sentence(told) if later else told


def frontier(question: CeaTerms) -> Words:
    """The arms on the efficiency frontier with their ICERs; with many of them only its ends."""
    standings = question.on_frontier
    first, last = question.label(standings[0].arm), question.label(standings[-1].arm)
    if len(standings) == 1:
        return question.say("cea_all_dominated", arm=first)
    if len(standings) > NAMED:
        return say("cea_short_frontier_ends", count=len(standings), first=first, last=last)
    steps = [
        question.label(each.arm)
        if each.icer is None
        else bracketed(
            question.label(each.arm), say("cea_short_icer", ratio=question.ratio(each.icer))
        )
        for each in standings
    ]
    return say("cea_short_frontier", arms=listing(steps), one=question.one)


def _range(question: CeaTerms) -> Iterator[Words]:
    """Over which thresholds the best arm stays the best, and how likely it is the best."""
    if not question.has_threshold or len(question.tabled) > 1:
        return
    wtp = question.tabled[0]
    best, places = question.psa.best(wtp), [each.arm for each in question.on_frontier]
    if best not in places:
        return
    place = places.index(best)
    low = question.on_frontier[place].icer
    high = None if place + 1 == len(places) else question.on_frontier[place + 1].icer
    values: dict[str, Words] = {"arm": question.label(best), "worth": question.worth(wtp)}
    form = "above" if high is None else "between"
    if low is None:
        form = "any" if high is None else "below"
    if low is not None:
        values["low"] = question.ratio(low) if high is not None else question.worth(low)
    if high is not None:
        values["high"] = question.worth(high)
    odds = "plain"
    if question.has_odds:
        odds = "odds"
        found = float(question.curves.probability[best, question.at(wtp)])
        values["probability"] = question.odds_text(found)
    yield say(f"cea_short_range_{form}_{odds}", **values)
