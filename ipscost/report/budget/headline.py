"""The answer in three paragraphs: what is bought, what must hold, and when it turns.

What must hold stands before any probability, and nothing is claimed that the evidence does not
carry: of whom it is, and on which condition, is said first; an account that is not whole has no
interval and no probability, and an effect carried over by a guess no probability.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.holds import sentence as holds_sentence
from ipscost.report.budget.labels import begins, in_all, named, three_digits, whole_span
from ipscost.report.budget.tables import is_claimed
from ipscost.report.frame import about_whom
from ipscost.report.notes.given import ROUGH, is_guessed
from ipscost.report.phrases import interval
from ipscost.scenario.in_force import month_text
from ipscost.scenario.rollout import PROGRAMME
from ipscost.words.numbers import BILLION, MILLION
from ipscost.words.text import (
    Words,
    amount,
    count,
    say,
    sentence,
    sentences,
    typed,
    within,
)
from ipscost.words.text import probability as probability_text

SIDES = ("gain", "loss")
"""What an amount is that is told as a gain: above 0, and below it."""


def headlines(found: BudgetAnswer) -> tuple[Words, ...]:
    """The answer: what is bought and whom it costs or saves, what must hold, when it turns."""
    paragraphs = (
        sentences(bought(found), net(found)),
        holds_sentence(found),
        sentences(deepest(found), paid_back(found), *chance(found)),
    )
    return tuple(each for each in paragraphs if each != "")


# --- what is bought --------------------------------------------------------------------------


def bought(found: BudgetAnswer) -> Words:
    """How many people start for which cost of the programme, and what more they reach."""
    scenario, view, rollout = found.scenario, found.view, found.rollout
    people = view.budget.people_point
    population = about_whom(scenario)
    cost = view.gain(PROGRAMME, "all").minus().interval(view.level)
    extra = extra_people(found)
    told = in_all(scenario, cost.mean)
    if view.budget.bearing.unknown_prices:
        told = say("budget_cost_known", cost=told)
    started, planned = (round(float(each.sum())) for each in (people.started, people.planned))
    words = {
        "arm": scenario.arms[view.budget.arm].label,
        "started": _people("budget_for_people", started),
        "planned": _people("budget_for_planned", planned),
        "cost": told,
        "population": population,
    }
    key = "budget_buys" if population is None else "budget_buys_of"
    if started == planned:
        key += "_all"
    else:
        words["started"] = count(started)
    if extra is None:
        return sentence(say(key, **words))
    is_more = extra.point >= 0
    reached = (extra if is_more else extra.minus()).interval(view.level)
    sides = ("more", "fewer") if is_more else ("fewer", "more")
    crosses = reached.low is not None and round(reached.low) < 0

    def told_end(end: float) -> Words:
        shown = count(round(abs(end)))
        return say(f"budget_end_{sides[end < 0]}", amount=shown) if crosses else shown

    label = within(scenario.holders[rollout.outcome].label)
    ends = interval(reached, view.level, told_end)
    words |= {"extra": count(round(reached.mean)), "outcome": label, "interval": ends}
    return sentence(say(f"{key}_{sides[0]}", **words))


def _people(key: str, number: int) -> Words:
    """So many people."""
    return say(f"{key}_one") if number == 1 else say(key, count=count(number))


def extra_people(found: BudgetAnswer) -> Estimate | None:
    """How many more people have the outcome of the rollout; None where there is none."""
    budget = found.view.budget
    if budget.people_point.extra is None or found.rollout.outcome not in found.scenario.holders:
        return None
    drawn = None if budget.people_draws is None else budget.people_draws.extra
    return found.view.estimate(np.asarray(budget.people_point.extra), drawn)


# --- whom it costs or saves ------------------------------------------------------------------


def net(found: BudgetAnswer) -> Words:
    """What the account gains or loses over the years of the accounts."""
    return net_of(found, found.view.gain(), found.view.years)


def net_of(
    found: BudgetAnswer, total: Estimate, years: Sequence[int], *, is_first: bool = False
) -> Words:
    """The same of what the account gains in all over some years.

    is_first: its interval is the first that is told, and names the level.
    """
    scenario, view = found.scenario, found.view
    gains = total.point >= 0
    told = (total if gains else total.minus()).interval(view.level)
    words = {
        "whom": named(scenario, view.account),
        "account": begins(scenario, view.account),
        "amount": in_all(scenario, told.mean),
        "years": whole_span(years),
        "last": str(years[-1]),
        "interval": brief_ends(found, told, SIDES if gains else SIDES[::-1], is_first=is_first),
    }
    key = f"budget_net_{'gains' if gains else 'loses'}"
    if total.partial:
        return sentence(say(f"{key}_partial", **words))
    if told.low is not None and told.low < 0:
        key += "_perhaps"
    return sentence(say(key, **words))


def brief_ends(
    found: BudgetAnswer, of: Interval, sides: tuple[str, str] = SIDES, *, is_first: bool = False
) -> Words:
    """` (12.5 to 66.1)`: an interval behind the first, which names the level, in the same unit.

    Where people reach nothing that has an interval, or `is_first`, it is the first itself. sides:
    what an amount above 0 is, and one below it; an interval with both says so: ` (loss of 63 to
    gain of 119)`.
    """
    if of.low is None or of.high is None:
        return ""
    extra, ends = extra_people(found), (three_digits(of.low), three_digits(of.high))
    is_first = is_first or extra is None or not extra.is_uncertain
    size, crosses = max(map(abs, ends)), ends[0] < 0 < ends[1]
    in_millions = MILLION <= size < BILLION and not is_first

    def told(end: float) -> Words:
        shown = abs(end) if crosses else end
        value: Words = amount(three_digits(shown), size)
        if in_millions:  # both with the decimals of the larger
            value = typed(round(shown / MILLION, 2 - int(math.log10(size / MILLION))))
        return say(f"budget_end_{sides[end < 0]}", amount=value) if crosses else value

    if is_first:
        return interval(of, found.view.level, told)
    key = "budget_ends_millions" if in_millions and abs(of.mean) < MILLION else "budget_ends"
    return say(key, low=told(of.low), high=told(of.high))


# --- when it turns ---------------------------------------------------------------------------


def deepest(found: BudgetAnswer) -> Words:
    """The deepest cumulative deficit of the account, and its month; nothing of one not whole."""
    view, turned = found.view, found.view.turned()
    if not view.is_whole():
        return ""
    if turned.deepest_in is None:
        return say("budget_never_deep")
    return say(
        "budget_deepest",
        month=month_text(turned.deepest_in),
        amount=in_all(found.scenario, turned.deepest.mean),
        interval=brief_ends(found, turned.deepest),
    )


def paid_back(found: BudgetAnswer) -> Words:
    """From which month the account is paid back for good, with the interval of that month."""
    view, turned = found.view, found.view.turned()
    if not view.is_whole() or turned.deepest_in is None:
        return ""
    low, high = turned.earliest, turned.latest
    words: dict[str, Words] = {"last": str(view.years[-1])}
    if turned.even is not None:
        words["month"] = month_text(turned.even)
    key = "budget_back" if turned.even is not None else "budget_never_back"
    if low is not None and low != high:
        words["low"] = month_text(low)
        key += "_later" if high is None else "_between"
        words["high"] = "" if high is None else month_text(high)
    return say(key, **words)


def chance(found: BudgetAnswer) -> Iterator[Words]:
    """How likely the account has gained at the end of the accounts, or why that cannot be said."""
    view, scenario = found.view, found.scenario
    if not view.is_whole():
        return
    if is_guessed(scenario):
        yield say("carried_unsure")
        return
    odds = view.gain().probability_below()
    if odds is not None and is_claimed(found):
        shown = probability_text(1 - odds, min(view.budget.settings.draws, ROUGH))
        yield say("budget_chance", probability=shown)
