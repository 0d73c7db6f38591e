"""A sentence for each account that can be quoted, and the check that payers sum to the total."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from ipscost.analysis.months import break_even_ends, month_text, told
from ipscost.analysis.payers.accounts import Account, Gains
from ipscost.scenario import PUBLIC, SOCIETAL
from ipscost.table import Interval, money, number, rate
from ipscost.table import amount as amount_text
from ipscost.words import horizon, listing, say

MOST_CAUSES = 3
NOTABLE = 0.1
"""A category is told as a cause where it is at least this part of the largest."""


def sentences(gains: Gains, language: str, level: float) -> Iterator[str]:
    """One for each payer whose account moves, then one for the public purses together."""
    for account in gains.accounts:
        if account.is_payer or account.name == PUBLIC:
            found = _sentence(gains, account, language, level)
            if found:
                yield found


def _sentence(gains: Gains, account: Account, language: str, level: float) -> str:
    """`The municipality gains 407 kr. ...; in plus from month 9. Largest: ...`, or nothing."""
    scenario, total = gains.scenario, gains.of(account.weight)
    moved = gains.view.run.point.difference(gains.arm)[:, 0] * account.weight
    if not moved.any() and not total.is_uncertain:
        return ""
    wins = total.point >= 0
    same = round(total.point) == 0 and not total.is_uncertain
    found = (total if wins else total.minus()).interval(level)
    unclear = found.low is not None and found.low < 0
    key = ("gains" if wins else "loses") + ("_perhaps" if unclear else "")
    key = "same" if same else key
    sentence = say(
        f"account_{key}",
        language,
        account=account.label.text(language),
        amount=money(found.mean, scenario.money.currency, language),
        horizon=horizon(scenario.months, language),
        arm=scenario.arms[gains.arm].label.text(language),
        reference=scenario.arms[scenario.reference].label.text(language),
        interval=_extent(found, language, level),
        plus=_in_plus(gains, account, language, level),
    )
    if account.is_payer:
        sentence += f" {_causes(gains, account, language)}"
    return sentence


def _extent(found: Interval, language: str, level: float) -> str:
    if found.low is None or found.high is None:
        return ""
    return say(
        "headline_interval",
        language,
        level=rate(level, language),
        low=amount_text(found.low, language),
        high=amount_text(found.high, language),
    )


def _in_plus(gains: Gains, account: Account, language: str, level: float) -> str:
    """`in plus from month 9 (5 to after 18)`, or that it is not within the horizon, or not known."""
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


def _causes(gains: Gains, account: Account, language: str) -> str:
    """The categories that move an account most: `Largest: IPS consultant -36,549; ...`."""
    scenario = gains.scenario
    moved = -gains.view.run.point.difference(gains.arm)[:, 0] * account.weight
    order = np.argsort(-np.abs(moved), kind="stable")[:MOST_CAUSES]
    unit = f"{scenario.money}/person"
    parts = [
        say(
            "cause",
            language,
            label=scenario.categories[place].label.text(language),
            amount=number(float(moved[place]), unit, language, sign=True),
        )
        for place in order
        if abs(moved[place]) >= NOTABLE * abs(moved[order[0]]) and moved[place]
    ]
    return say("causes", language, parts=listing(parts, language))


def sum_check(gains: Gains, language: str) -> str:
    """Both sides of the check, computed apart: the payers' gains, and what society saves."""
    scenario, point = gains.scenario, gains.view.run.point
    transfers = gains.of_kind("transfer")
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
