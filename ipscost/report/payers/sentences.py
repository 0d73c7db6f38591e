"""The answer in three sentences, and one for each account: what it gains, from when, and why."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ipscost.analysis.payers import Account, NetSavings
from ipscost.analysis.uses import first_uses
from ipscost.report import phrases
from ipscost.report.frame import BUILT_IN, about_whom, account_label, framed, whom
from ipscost.report.notes import gaps
from ipscost.report.notes.given import unmoved
from ipscost.report.simulate.headline import MOST_SENTENCES, first_of, others
from ipscost.report.simulate.months import break_even_sentence, told, untimed
from ipscost.report.uses import names
from ipscost.scenario.nouns import PUBLIC, SOCIETAL
from ipscost.words import text
from ipscost.words.text import Words, bracketed, extent, listing, number, rate, say, typed, within

MOST_TURNS = 2

# --- the answer ------------------------------------------------------------------------------


def leading(gains: NetSavings) -> Account:
    """The account that answers first: of the public purses, of society, or the one asked for."""
    known = {account.name: account for account in gains.shown}
    return known.get(PUBLIC) or known.get(SOCIETAL) or gains.shown[0]


def headlines(every: Sequence[NetSavings], answered: str = "") -> tuple[Words, ...]:
    """The answer in at most three sentences.

    answered: the account whose answer stands before this one: of it only the break-even is told.

    What the public sector gains with each arm, or with those with most; then of the best of them
    who gains most and who loses. No gain of an account that is not whole is told as if it were.
    That a setting changes nothing takes the place of the last.
    """
    scenario = every[0].scenario
    idle = unmoved(scenario, [account.name for account in every[0].shown])
    room = MOST_SENTENCES - len(idle)
    ranked = sorted(every, key=lambda gains: (bool(leading(gains).lacks), -leading(gains).gained))
    kept = first_of([gains.arm for gains in ranked], room)
    found = [_answer(gains, answered) for gains in every if gains.arm in kept]
    found += others(len(kept), len(every))
    return (*(*found, *_most(ranked[0]))[:room], *idle)


def _answer(gains: NetSavings, answered: str) -> Words:
    """What the leading account gains, of whom, and from which month."""
    account, population = leading(gains), about_whom(gains.scenario)
    if account.name == answered and gains.scenario.is_horizon_known:
        return break_even_sentence(account.view, gains.arm, gains.level)
    if account.lacks or not account.moves:
        return sentence(gains, account)
    key, values = _stated(gains, account)
    start = "all" if population is None else "people"
    return say(f"payers_{start}_{key}", **{**values, "population": population})


def _called(account: Account) -> Words:
    """An account within a sentence."""
    scenario, name = account.gains.scenario, account.name
    return whom(scenario, name) if name in BUILT_IN else within(account_label(scenario, name))


def _most(gains: NetSavings) -> Iterator[Words]:
    """Which payer gains most and which lose; where accounts are not whole, as far as is known."""
    ranked = sorted((each for each in gains.columns if each.moves), key=lambda each: each.gained)
    is_known = not any(each.lacks for each in gains.payers)
    if len(gains.columns) < 2 or not ranked or (not is_known and ranked[-1].gained <= 0):
        return
    gaining = ranked[-1].gained > 0
    most, currency = ranked[-1 if gaining else 0], gains.scenario.money.currency
    key, values = _stated(gains, most)
    verb, _, _ = key.rpartition("_")
    losers = [
        bracketed(_called(each), text.money(-each.gained, currency))
        for each in ranked
        if gaining and each.gained < 0 and not each.lacks
    ]
    words = f"most_{verb}" if is_known else f"known_{'part' if most.lacks else 'whole'}"
    words += ("_losers" if losers else "_nobody") if gaining else ""
    yield say(words, **values, most=_called(most), losers=told(losers))


# --- each account ----------------------------------------------------------------------------


def sentences(gains: NetSavings) -> Iterator[Words]:
    """One for the public purses together, then one for each payer whose account moves.

    The payers stand in the order of what they gain or lose, the largest first. Where no account
    moves, one sentence says so.
    """
    told_of = [each for each in gains.shown if each.is_payer or each.name in (PUBLIC, gains.only)]
    order = sorted(told_of, key=lambda each: (each.is_payer, -abs(each.gained)))
    for account in order:
        if account.moves:
            why = _causes(gains, account), _turns(gains, account)
            yield text.sentences(sentence(gains, account), *why)
        elif account.lacks:
            yield sentence(gains, account)
    if order and not any(account.moves for account in order):
        yield say("account_same", **_framed(gains, order[0]))


def sentence(gains: NetSavings, account: Account) -> Words:
    """What one account gains and from when; of one that is not whole, what is known of it."""
    if account.lacks and not account.elsewhere:
        return gaps.sentence(account.view, gains.arm)
    if account.moves:
        key, values = _stated(gains, account)
        return say(f"account_{key}", **values)
    return say("account_unplaced" if account.lacks else "account_same", **_framed(gains, account))


def _framed(gains: NetSavings, account: Account) -> dict[str, Words]:
    """The account, the two arms and the horizon; and what is held in other accounts."""
    scenario, parts = gains.scenario, list[Words]()
    for each in account.elsewhere:
        amount = text.money(each.gained, scenario.money.currency)
        parts.append(say("falls_on", amount=amount, label=_called(each)))
    values = {**framed(scenario, gains.arm), "parts": listing(parts)}
    values["reference"] = within(scenario.arms[scenario.reference].label)
    return {"account": account_label(scenario, account.name), "whom": _called(account), **values}


def _stated(gains: NetSavings, account: Account) -> tuple[str, dict[str, Words]]:
    """How a gain or loss, and its month of break-even, are told: `gains_perhaps_from`.

    With the values that such a sentence needs: 407 kr., its interval, month 9.
    """
    wins = account.gained >= 0
    found = (account.total if wins else account.total.minus()).interval(gains.level)
    key = "gains" if wins else "loses"
    key += "_perhaps" if found.low is not None and found.low < 0 else ""
    interval = phrases.of_money(found, gains.level)
    if interval == "" and not gains.view.run.settings.draws:
        interval = say("point_only")
    when, month = break_even(gains, account)
    amount = text.money(found.mean, gains.scenario.money.currency)
    values = {**_framed(gains, account), **month, "amount": amount, "interval": interval}
    return f"{key}_{when}", values


def break_even(gains: NetSavings, account: Account) -> tuple[str, dict[str, Words]]:
    """Which words state the month of break-even, and the values they need.

    `timeless` is of a horizon that is not known, `partly` of an account that is not whole; `first`
    and `from` name a month, `between` its interval too, and `later` one that ends beyond the
    horizon, where `unlikely` begins within and `never` does not; `unknown` hangs on when amounts
    fall, and `open` may be beyond the horizon.
    """
    if not gains.scenario.is_horizon_known:
        return "timeless", {}
    if (found := account.recovery) is None:
        return "partly", {}
    even, reach, last = found.break_even, found.reach, gains.scenario.months
    if not found.is_known:
        named = untimed(reach)
        low, high, open_ended = reach.earliest, reach.latest, math.isinf(reach.latest)
        values = {"labels": named, "month": f"{even.month:g}", "low": f"{low:g}"}
        return "open" if open_ended else "unknown", values | {"high": f"{high:g}"}
    low, high = found.interval(gains.level) or (even.month, even.month)
    low = min(low, even.month)  # where hardly any draw breaks even
    values = {"month": f"{even.month:g}", "low": f"{low:g}", "high": f"{high:g}"}
    values |= {"level": rate(gains.level), "last": str(last)}
    if math.isinf(even.month):
        return "never" if math.isinf(low) else "unlikely", values
    if low == high:
        return "first" if even.month == 1 else "from", values
    return "later" if math.isinf(high) else "between", values


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
    way = "loss" if account.gained > 0 else "gain"
    return say(f"turns_to_{way}_{len(found)}", **values)
