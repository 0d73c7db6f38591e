"""A sentence for each account that can be quoted, and the check that payers sum to the total."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from ipscost.analysis import gaps
from ipscost.analysis.payers.accounts import Account, Gains
from ipscost.analysis.uses import first_uses
from ipscost.report.simulate.months import break_even_ends, month_text, told
from ipscost.scenario.nouns import PUBLIC, SOCIETAL
from ipscost.table import Interval, extent, money, number, rate
from ipscost.table import amount as amount_text
from ipscost.words import horizon, listing, say, typed

MOST_CAUSES = 3
MOST_TURNS = 2
NOTABLE = 0.1
"""A category is told as a cause where it is at least this part of the largest."""


def sentences(gains: Gains, language: str, level: float) -> Iterator[str]:
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
            yield _sentence(gains, account, language, level)
        elif missing:
            parts = _elsewhere(gains, missing, language)
            words = _framed(gains, account, language)
            yield say("account_unplaced", language, parts=parts, **words)
        elif gains.lacks(account):
            yield gaps.sentence(gains.seen(account), gains.arm, language)
    if order and not moving:
        yield say("account_same", language, **_framed(gains, order[0], language))


def _framed(gains: Gains, account: Account, language: str) -> dict[str, str]:
    """Whose account it is, of which arm against which, over which time."""
    scenario = gains.scenario
    return {
        "account": account.label.text(language),
        "horizon": horizon(scenario.months, language),
        "arm": scenario.arms[gains.arm].label.text(language),
        "reference": scenario.arms[scenario.reference].label.text(language),
    }


def _sentence(gains: Gains, account: Account, language: str, level: float) -> str:
    """`Municipality: gain 407 kr. ...; in plus from month 9. Mainly: ...`."""
    total = gains.gain(account)
    wins = total.point >= 0
    found = (total if wins else total.minus()).interval(level)
    unclear = found.low is not None and found.low < 0
    key = ("gains" if wins else "loses") + ("_perhaps" if unclear else "")
    missing, lacks = gains.missing(account), gains.lacks(account)
    if lacks and not missing:  # something is not known, and not only undivided
        causes = _causes(gains, account, language, level, wins=wins)
        sentence = gaps.sentence(gains.seen(account), gains.arm, language)
        return f"{sentence} {causes}"
    currency = gains.scenario.money.currency
    parts = [
        say(
            f"account_{key}",
            language,
            amount=money(found.mean, currency, language),
            interval=_extent(gains, found, language, level),
            placed=say("placed", language) if lacks else "",
            **_framed(gains, account, language),
        )
    ]
    if missing:
        parts.append(say("not_whole", language, parts=_elsewhere(gains, missing, language)))
    else:
        parts.append(_in_plus(gains, account, language, level))
    causes = _causes(gains, account, language, level, wins=wins)
    turns = "" if lacks else _turns(gains, account, total.point, language)
    return f"{'; '.join(parts)}. {causes}{turns}"


def _elsewhere(gains: Gains, missing: list[Account], language: str) -> str:
    """`14,662 kr. on Municipality or region`: what stands in other accounts."""
    parts = []
    for account in missing:
        amount = money(gains.gain(account).point, gains.scenario.money.currency, language)
        label = account.label.text(language)
        parts.append(say("falls_on", language, amount=amount, label=label))
    return listing(parts, language)


def _extent(gains: Gains, found: Interval, language: str, level: float) -> str:
    """The interval, or that without draws there is none."""
    if found.low is None or found.high is None:
        return "" if gains.view.run.settings.draws else say("point_only", language)
    beside = max(abs(found.low), abs(found.high))
    return say(
        "headline_interval",
        language,
        level=rate(level, language),
        low=amount_text(found.low, language, beside),
        high=amount_text(found.high, language, beside),
    )


def _in_plus(gains: Gains, account: Account, language: str, level: float) -> str:
    """`in plus from month 9 (5 to after 18)`, or not within the horizon, or not known."""
    months, found, reach = gains.scenario.months, gains.break_even(account), gains.reach(account)
    spread = [category.label.text(language) for category in reach.categories]
    ends = "" if spread else break_even_ends(found, months, language, level)
    if math.isinf(found.month):
        return say("plus_never", language, horizon=horizon(months, language), ends=ends)
    if reach.is_known:
        return say("plus_from", language, month=f"{found.month:g}", ends=ends)
    return say(
        "plus_unknown",
        language,
        labels=told(spread, language),
        month=f"{found.month:g}",
        low=f"{reach.earliest:g}",
        high=month_text(reach.latest, months, language),
    )


def _causes(gains: Gains, account: Account, language: str, level: float, *, wins: bool) -> str:
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
        ends = extent(found, unit, language)
        words = {"amount": number(found.mean, unit, language, sign=True)}
        label = scenario.categories[place].label.text(language)
        ends = f" ({ends})" if ends else ""
        parts.append(say("cause", language, label=label, ends=ends, **words))
    return say("causes", language, parts=listing(parts, language))


def _turns(gains: Gains, account: Account, gain: float, language: str) -> str:
    """The fixed numbers that turn the account at a bound: ` A loss of 525 kr. if ...`."""
    found = gains.bounds.turns(gains.arm, account.weight, gain)
    uses = first_uses(gains.scenario) if found else {}
    key = "turns_to_loss" if gain > 0 else "turns_to_gain"
    parts = []
    for turn in found[:MOST_TURNS]:
        unit = turn.quantity.unit
        shown = "" if str(unit) in ("share", "ratio") else f" {unit}"
        parts.append(
            say(
                key,
                language,
                amount=money(abs(turn.gain), gains.scenario.money.currency, language),
                label=uses[turn.quantity.path].subject.text(language),
                value=f"{typed(turn.value, language)}{shown}",
                now=typed(turn.quantity.value, language),
            )
        )
    return f" {say('turns', language, parts=listing(parts, language))}" if parts else ""


def sum_check(gains: Gains, language: str) -> str:
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
        language,
        arm=f" ({scenario.arms[gains.arm].label.text(language)})" if several else "",
        payers=money(of_payers, currency, language),
        society=money(society, currency, language),
    )
    if not transfers.any():
        return sentence
    labels = [category.label.text(language) for category in gains.unreceived()]
    key = "sum_check_open" if labels else "sum_check_transfers"
    more = say(
        key,
        language,
        moved=money(moved, currency, language),
        labels=listing(labels, language),
    )
    return f"{sentence} {more}"
