"""A sentence for each account that can be quoted, and the check that payers sum to the total."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from ipscost.analysis import gaps
from ipscost.analysis.interval import Interval
from ipscost.analysis.payers.accounts import Account, Gains
from ipscost.analysis.uses import first_uses
from ipscost.report.simulate.months import break_even_ends, month_text, told
from ipscost.report.uses import names
from ipscost.scenario.nouns import PUBLIC, SOCIETAL
from ipscost.words.text import (
    Words,
    extent,
    glued,
    horizon,
    joined,
    listing,
    money,
    number,
    rate,
    say,
    typed,
)
from ipscost.words.text import amount as amount_text

MOST_CAUSES = 3
MOST_TURNS = 2
NOTABLE = 0.1
"""A category is told as a cause where it is at least this part of the largest."""


def sentences(gains: Gains, level: float) -> Iterator[Words]:
    """One for the public purses together, then one for each payer whose account moves.

    The payers stand in the order of what they gain or lose, the largest first. Where no account
    moves, one sentence says so.
    """
    told_of = [a for a in gains.shown if a.is_payer or a.name == PUBLIC or a.name == gains.only]
    order = sorted(told_of, key=lambda a: (a.is_payer, -abs(gains.gain(a).point)))
    moving = [account for account in order if gains.moves(account)]
    for account in order:
        missing = gains.missing(account)
        if account in moving:
            yield _sentence(gains, account, level)
        elif missing:
            parts = _elsewhere(gains, missing)
            words = _framed(gains, account)
            yield say("account_unplaced", parts=parts, **words)
        elif gains.lacks(account):
            yield gaps.sentence(gains.seen(account), gains.arm)
    if order and not moving:
        yield say("account_same", **_framed(gains, order[0]))


def _framed(gains: Gains, account: Account) -> dict[str, Words]:
    """Whose account it is, of which arm against which, over which time."""
    scenario = gains.scenario
    return {
        "account": account.label,
        "horizon": horizon(scenario.months),
        "arm": scenario.arms[gains.arm].label,
        "reference": scenario.arms[scenario.reference].label,
    }


def _sentence(gains: Gains, account: Account, level: float) -> Words:
    """`Municipality: gain 407 kr. ...; in plus from month 9. Mainly: ...`."""
    total = gains.gain(account)
    wins = total.point >= 0
    found = (total if wins else total.minus()).interval(level)
    unclear = found.low is not None and found.low < 0
    key = ("gains" if wins else "loses") + ("_perhaps" if unclear else "")
    missing, lacks = gains.missing(account), gains.lacks(account)
    if lacks and not missing:  # something is not known, and not only undivided
        causes = _causes(gains, account, level, wins=wins)
        sentence = gaps.sentence(gains.seen(account), gains.arm)
        return joined((sentence, causes))
    currency = gains.scenario.money.currency
    parts: list[Words] = [
        say(
            f"account_{key}",
            amount=money(found.mean, currency),
            interval=_extent(gains, found, level),
            placed=say("placed") if lacks else "",
            **_framed(gains, account),
        )
    ]
    if missing:
        parts.append(say("not_whole", parts=_elsewhere(gains, missing)))
    else:
        parts.append(_in_plus(gains, account, level))
    causes = _causes(gains, account, level, wins=wins)
    turns = "" if lacks else _turns(gains, account, total.point)
    return joined((glued(joined(parts, "; "), "."), causes, turns))


def _elsewhere(gains: Gains, missing: list[Account]) -> Words:
    """`14,662 kr. on Municipality or region`: what stands in other accounts."""
    parts = []
    for account in missing:
        amount = money(gains.gain(account).point, gains.scenario.money.currency)
        label = account.label
        parts.append(say("falls_on", amount=amount, label=label))
    return listing(parts)


def _extent(gains: Gains, found: Interval, level: float) -> Words:
    """The interval, or that without draws there is none."""
    if found.low is None or found.high is None:
        return "" if gains.view.run.settings.draws else say("point_only")
    beside = max(abs(found.low), abs(found.high))
    return say(
        "headline_interval",
        level=rate(level),
        low=amount_text(found.low, beside),
        high=amount_text(found.high, beside),
    )


def _in_plus(gains: Gains, account: Account, level: float) -> Words:
    """`in plus from month 9 (5 to after 18)`, or not within the horizon, or not known."""
    months, found, reach = gains.scenario.months, gains.break_even(account), gains.reach(account)
    spread: list[Words] = [category.label for category in reach.categories]
    ends = "" if spread else break_even_ends(found, months, level)
    if math.isinf(found.month):
        return say("plus_never", horizon=horizon(months), ends=ends)
    if reach.is_known:
        return say("plus_from", month=f"{found.month:g}", ends=ends)
    return say(
        "plus_unknown",
        labels=told(spread),
        month=f"{found.month:g}",
        low=f"{reach.earliest:g}",
        high=month_text(reach.latest, months),
    )


def _causes(gains: Gains, account: Account, level: float, *, wins: bool) -> Words:
    """The categories that move an account most, those of its own sign first, with intervals."""
    scenario = gains.scenario
    moved = -gains.view.run.point.difference(gains.arm)[:, 0] * account.weight
    largest = np.argsort(-np.abs(moved), kind="stable")[:MOST_CAUSES]
    order = sorted(largest, key=lambda place: ((moved[place] > 0) != wins, -abs(moved[place])))
    unit = f"{scenario.money}/person"
    parts = []
    for place in order:
        if abs(moved[place]) < NOTABLE * abs(moved[largest[0]]) or not moved[place]:
            continue
        found = gains.gain_in(account, place).interval(level)
        ends = extent(found.low, found.high, unit)
        words = {"amount": number(found.mean, unit, sign=True)}
        label = scenario.categories[place].label
        ends = "" if ends == "" else glued(" (", ends, ")")
        parts.append(say("cause", label=label, ends=ends, **words))
    return say("causes", parts=listing(parts))


def _turns(gains: Gains, account: Account, gain: float) -> Words:
    """The fixed numbers that turn the account at a bound: ` A loss of 525 kr. if ...`."""
    found = gains.bounds.turns(gains.arm, account.weight, gain)
    uses = first_uses(gains.scenario) if found else {}
    key = "turns_to_loss" if gain > 0 else "turns_to_gain"
    parts = []
    for turn in found[:MOST_TURNS]:
        unit = turn.quantity.unit
        shown = "" if str(unit) in ("share", "ratio") else str(unit)
        parts.append(
            say(
                key,
                amount=money(abs(turn.gain), gains.scenario.money.currency),
                label=names(uses[turn.quantity.path], gains.scenario).subject,
                value=joined((typed(turn.value), shown)),
                now=typed(turn.quantity.value),
            )
        )
    return say("turns", parts=listing(parts)) if parts else ""


def sum_check(gains: Gains) -> Words:
    """Both sides of the check, computed apart: the payers' gains, and what society saves."""
    scenario, point = gains.scenario, gains.view.run.point
    transfers = gains.view.run.point.moved.astype(float)
    resources = 1 - transfers
    of_payers = sum(gains.of(account.weight * resources).point for account in gains.payers)
    moved = sum(gains.of(account.weight * transfers).point for account in gains.payers)
    society = gains.of(point.weight(SOCIETAL)).point
    currency = scenario.money.currency
    several = len(scenario.interventions) > 1
    sentence = say(
        "sum_check",
        arm=glued(" (", scenario.arms[gains.arm].label, ")") if several else "",
        payers=money(of_payers, currency),
        society=money(society, currency),
    )
    if not transfers.any():
        return sentence
    labels = [category.label for category in gains.unreceived()]
    key = "sum_check_open" if labels else "sum_check_transfers"
    more = say(
        key,
        moved=money(moved, currency),
        labels=listing(labels),
    )
    return joined((sentence, more))
