"""A sentence for each account that can be quoted, and the check that payers sum to the total."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ipscost.analysis.interval import Interval, opposite
from ipscost.analysis.payers.accounts import Account, NetSavings
from ipscost.analysis.payers.division import AccountBalance, Division
from ipscost.analysis.uses import first_uses
from ipscost.report.frame import account_label
from ipscost.report.notes import gaps
from ipscost.report.phrases import of_money
from ipscost.report.simulate.months import break_even_ends, month_text, told
from ipscost.report.uses import names
from ipscost.scenario.nouns import PUBLIC, SOCIETAL, Scenario
from ipscost.words.text import (
    Words,
    extent,
    glued,
    horizon,
    joined,
    listing,
    money,
    number,
    say,
    typed,
)

MOST_TURNS = 2


def sentences(division: Division) -> Iterator[Words]:
    """One for the public purses together, then one for each payer whose account moves.

    The payers stand in the order of what they gain or lose, the largest first. Where no account
    moves, one sentence says so.
    """
    gains, only = division.gains, division.gains.only
    told_of = [
        e for e in division.standings if e.account.is_payer or e.account.name in (PUBLIC, only)
    ]
    order = sorted(told_of, key=lambda e: (e.account.is_payer, -abs(e.point)))
    for standing in order:
        if standing.moves:
            yield _sentence(division, standing)
        elif standing.elsewhere:
            parts = _elsewhere(gains.scenario, standing)
            yield say("account_unplaced", parts=parts, **_framed(gains, standing.account))
        elif standing.lacks:
            yield gaps.sentence(gains.seen(standing.account), gains.arm)
    if order and not any(standing.moves for standing in order):
        yield say("account_same", **_framed(gains, order[0].account))


def _framed(gains: NetSavings, account: Account) -> dict[str, Words]:
    """Whose account it is, of which arm against which, over which time."""
    scenario = gains.scenario
    return {
        "account": account_label(scenario, account.name),
        "horizon": horizon(scenario.months),
        "arm": scenario.arms[gains.arm].label,
        "reference": scenario.arms[scenario.reference].label,
    }


def _sentence(division: Division, standing: AccountBalance) -> Words:
    """`Municipality: gain 407 kr. ...; in plus from month 9. Mainly: ...`."""
    gains, scenario = division.gains, division.gains.scenario
    assert standing.gain is not None
    causes = _causes(scenario, standing)
    if standing.lacks and not standing.elsewhere:  # something is not known, and not only undivided
        return joined((gaps.sentence(gains.seen(standing.account), gains.arm), causes))
    wins = standing.point >= 0
    found = standing.gain if wins else opposite(standing.gain)
    unclear = found.low is not None and found.low < 0
    key = ("gains" if wins else "loses") + ("_perhaps" if unclear else "")
    parts: list[Words] = [
        say(
            f"account_{key}",
            amount=money(found.mean, scenario.money.currency),
            interval=_extent(gains, found, division.level),
            placed=say("placed") if standing.lacks else "",
            **_framed(gains, standing.account),
        )
    ]
    if standing.elsewhere:
        parts.append(say("not_whole", parts=_elsewhere(scenario, standing)))
    else:
        parts.append(_in_plus(division, standing))
    return joined((glued(joined(parts, "; "), "."), causes, _turns(scenario, standing)))


def _elsewhere(scenario: Scenario, standing: AccountBalance) -> Words:
    """`14,662 kr. on Municipality or region`: what stands in other accounts."""
    parts = []
    for account, gain in standing.elsewhere:
        amount = money(gain, scenario.money.currency)
        label = account_label(scenario, account.name)
        parts.append(say("falls_on", amount=amount, label=label))
    return listing(parts)


def _extent(gains: NetSavings, found: Interval, level: float) -> Words:
    """The interval, or that without draws there is none."""
    if found.low is None or found.high is None:
        return "" if gains.view.run.settings.draws else say("point_only")
    return of_money(found, level)


def _in_plus(division: Division, standing: AccountBalance) -> Words:
    """`in plus from month 9 (5 to after 18)`, or not within the horizon, or not known."""
    even, reach, months = standing.even, standing.reach, division.gains.scenario.months
    assert even is not None
    assert reach is not None
    spread: list[Words] = [category.label for category in reach.categories]
    ends = "" if spread else break_even_ends(even, months, division.level)
    if math.isinf(even.month):
        return say("plus_never", horizon=horizon(months), ends=ends)
    if reach.is_known:
        return say("plus_from", month=f"{even.month:g}", ends=ends)
    return say(
        "plus_unknown",
        labels=told(spread),
        month=f"{even.month:g}",
        low=f"{reach.earliest:g}",
        high=month_text(reach.latest, months),
    )


def _causes(scenario: Scenario, standing: AccountBalance) -> Words:
    """The categories that move an account most, with intervals."""
    unit = f"{scenario.money}/person"
    parts = []
    for category, gain in standing.causes:
        ends = extent(gain.low, gain.high, unit)
        amount = number(gain.mean, unit, sign=True)
        ends = "" if ends == "" else glued(" (", ends, ")")
        parts.append(say("cause", label=category.label, ends=ends, amount=amount))
    return say("causes", parts=listing(parts))


def _turns(scenario: Scenario, standing: AccountBalance) -> Words:
    """The fixed numbers that turn the account at a bound: ` A loss of 525 kr. if ...`."""
    uses = first_uses(scenario) if standing.turns else {}
    key = "turns_to_loss" if standing.point > 0 else "turns_to_gain"
    parts = []
    for turn in standing.turns[:MOST_TURNS]:
        unit = turn.quantity.unit
        shown = "" if str(unit) in ("share", "ratio") else str(unit)
        parts.append(
            say(
                key,
                amount=money(abs(turn.gain), scenario.money.currency),
                label=names(uses[turn.quantity.path], scenario).subject,
                value=joined((typed(turn.value), shown)),
                now=typed(turn.quantity.value),
            )
        )
    return say("turns", parts=listing(parts)) if parts else ""


def sum_check(gains: NetSavings) -> Words:
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
