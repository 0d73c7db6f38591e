"""One sentence for each account, fit to be quoted."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ipscost.analysis.payers import Account, NetSavings
from ipscost.analysis.uses import first_uses
from ipscost.report import phrases
from ipscost.report.frame import account_label, framed
from ipscost.report.notes import gaps
from ipscost.report.payers.tables import month_ends
from ipscost.report.simulate.months import month_text, told
from ipscost.report.uses import names
from ipscost.scenario.nouns import PUBLIC
from ipscost.words import text
from ipscost.words.text import Words, bracketed, extent, horizon, listing, number, say, typed

MOST_TURNS = 2


def sentences(gains: NetSavings) -> Iterator[Words]:
    """One for the public purses together, then one for each payer whose account moves.

    The payers stand in the order of what they gain or lose, the largest first. Where no account
    moves, one sentence says so.
    """
    told_of = [each for each in gains.shown if each.is_payer or each.name in (PUBLIC, gains.only)]
    order = sorted(told_of, key=lambda each: (each.is_payer, -abs(each.total.point)))
    for account in order:
        lacking = gaps.sentence(account.view, gains.arm) if account.lacks else ""
        if account.moves and (account.elsewhere or not account.lacks):
            why = _causes(gains, account), _turns(gains, account)
            yield text.sentences(_gain(gains, account), *why)
        elif account.moves:
            yield text.sentences(lacking, _causes(gains, account))
        elif account.elsewhere:
            yield say("account_unplaced", **_framed(gains, account))
        elif account.lacks:
            yield lacking
    if order and not any(account.moves for account in order):
        yield say("account_same", **_framed(gains, order[0]))


def _framed(gains: NetSavings, account: Account) -> dict[str, Words]:
    """The account, the two arms and the horizon; and what is held in other accounts."""
    scenario, parts = gains.scenario, list[Words]()
    for each in account.elsewhere:
        amount = text.money(each.total.point, scenario.money.currency)
        parts.append(say("falls_on", amount=amount, label=account_label(scenario, each.name)))
    label = account_label(scenario, account.name)
    return {"account": label, "parts": listing(parts), **framed(scenario, gains.arm)}


def _gain(gains: NetSavings, account: Account) -> Words:
    """`Municipality: gain 407 kr. ...; in plus from month 9 (5 to after 18).`."""
    wins = account.total.point >= 0
    found = (account.total if wins else account.total.minus()).interval(gains.level)
    key = "account_gains" if wins else "account_loses"
    key += "_perhaps" if found.low is not None and found.low < 0 else ""
    interval = phrases.of_money(found, gains.level)
    if interval == "" and not gains.view.run.settings.draws:
        interval = say("point_only")
    when, month = _in_plus(gains, account)
    values = {**_framed(gains, account), **month}
    amount = text.money(found.mean, gains.scenario.money.currency)
    return say(f"{key}_{when}", amount=amount, interval=interval, **values)


def _in_plus(gains: NetSavings, account: Account) -> tuple[str, dict[str, Words]]:
    """Which sentence states the month of break-even, and the values it needs.

    `from` a month, `never` within the horizon, `unknown`, or `partly` for an incomplete account.
    """
    if (found := account.recovery) is None:
        return "partly", {}
    even, reach, months = found.break_even, found.reach, gains.scenario.months
    if math.isinf(even.month):
        return "never", {"within": bracketed(horizon(months), month_ends(gains, found))}
    month = f"{even.month:g}"
    if found.is_known:
        return "from", {"month": bracketed(month, month_ends(gains, found))}
    labels = told([category.label for category in reach.categories])
    low, high = f"{reach.earliest:g}", month_text(reach.latest, months)
    return "unknown", {"labels": labels, "month": month, "low": low, "high": high}


def _causes(gains: NetSavings, account: Account) -> Words:
    """The categories that contribute most to the gain or loss, with intervals."""
    parts = []
    for category, estimate in account.causes():
        gain = estimate.interval(gains.level)
        amount = number(gain.mean, gains.unit, sign=True)
        ends = extent(gain.low, gain.high, gains.unit)
        parts.append(say("cause", label=category.label, amount=bracketed(amount, ends)))
    return say("causes", parts=listing(parts))


def _turns(gains: NetSavings, account: Account) -> Words:
    """The two fixed numbers that would turn a gain into a loss, or a loss into a gain, by most."""
    found = account.turns()[:MOST_TURNS]
    if not found:
        return ""
    uses, values = first_uses(gains.scenario), dict[str, Words]()
    for place, (fixed, bound, gain) in enumerate(found, start=1):
        values |= {
            f"amount_{place}": text.money(abs(gain), gains.scenario.money.currency),
            f"label_{place}": names(uses[fixed.path], gains.scenario).subject,
            f"value_{place}": text.measured(typed(bound), str(fixed.unit)),
            f"now_{place}": typed(fixed.value),
        }
    way = "loss" if account.total.point > 0 else "gain"
    return say(f"turns_to_{way}_{len(found)}", **values)
