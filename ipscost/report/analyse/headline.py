"""analyse: what the arm costs and gives, whether it is worth that, and how much was missing."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval, opposite
from ipscost.report.analyse.terms import EvaluationTerms
from ipscost.report.frame import about_whom, prices_of, whom
from ipscost.words.text import (
    Words,
    count,
    horizon,
    in_sentence,
    listing,
    probability,
    quoted,
    ratio_money,
    say,
    sentences,
    within,
)


def headlines(terms: EvaluationTerms) -> Iterator[Words]:
    """The answer: a paragraph for each intervention, or what the reference arm costs."""
    if not terms.found.arms:
        yield sentences(_alone(terms), _people(terms))
    for arm in terms.found.arms:
        told = (
            _first(terms, _cost(terms, arm)),
            *_effect(terms, arm),
            *_worth(terms, arm),
        )
        last = arm == terms.found.arms[-1]
        yield sentences(*told, *((_people(terms),) if last else ()))


def _first(terms: EvaluationTerms, text: Words) -> Words:
    """The first sentence, which says so where chance did not decide who got what."""
    if terms.found.plan.is_random:
        return text
    return say(f"analyse_{terms.found.plan.assigned}", text=in_sentence(text))


def _alone(terms: EvaluationTerms) -> Words:
    """What the reference arm costs, where the data hold no other."""
    found, scenario = terms.found, terms.scenario
    total = found.level()
    if total is None:
        labels = listing([within(scenario.holders[path].label) for path in found.unknown_levels])
        return say("analyse_partial", arm=terms.arm_opening(scenario.reference), labels=labels)
    return say(
        "analyse_alone",
        arm=terms.arm_opening(scenario.reference),
        whom=whom(scenario),
        amount=terms.money(total.mean),
        interval=terms.limits(total.interval(terms.level)),
        horizon=horizon(scenario.stated_months),
        year=prices_of(scenario.money),
    )


def _cost(terms: EvaluationTerms, arm: str) -> Words:
    """What an arm costs more or saves; nothing is claimed where the total is not whole."""
    scenario = terms.scenario
    if terms.is_partial:
        labels = [within(scenario.holders[path].label) for path in terms.found.unknown]
        return say("analyse_partial", arm=terms.arm_opening(arm), labels=listing(labels))
    total = terms.total(arm)
    saving = Interval(0.0) if total is None else opposite(total)
    is_sure = saving.low is None or saving.high is None or saving.low > 0 or saving.high < 0
    verb = "saves" if saving.mean > 0 else "costs_more"
    if saving.mean == 0:
        verb = "costs_the_same"
    if not is_sure:
        verb = {
            "saves": "may_save",
            "costs_more": "may_cost_more",
            "costs_the_same": "may_cost_the_same",
        }[verb]
    told = saving if saving.mean > 0 else opposite(saving)
    words = {
        "whom": whom(scenario),
        "arm": terms.arm_opening(arm),
        "amount": terms.money(abs(saving.mean)),
        "horizon": horizon(scenario.stated_months),
        "reference": terms.reference,
        "interval": terms.limits(told),
        "year": prices_of(scenario.money),
    }
    if (population := about_whom(scenario)) is None:
        return say(verb, **words)
    words |= {"arm": within(scenario.arms[arm].label), "population": population}
    return say(f"{verb}_of", **words)


def _effect(terms: EvaluationTerms, arm: str) -> Iterator[Words]:
    """The difference in the outcome."""
    effect = terms.found.effect(arm)
    if effect is None:
        return
    yield say(
        "analyse_effect",
        outcome=quoted(terms.effect_label),
        amount=terms.effect(effect.mean, sign=True),
        interval=terms.effect_limits(effect),
    )


def _worth(terms: EvaluationTerms, arm: str) -> Iterator[Words]:
    """Net benefit where it is said what the outcome is worth; else the ICER, if there is one."""
    found = terms.found
    if terms.is_partial or found.effect(arm) is None:
        return
    wtp = found.asked.wtp
    if wtp is None:
        icer = found.icer(arm)
        if icer is not None and found.cost(arm).mean > 0 and _is_clear(terms, arm):
            yield say("analyse_icer", ratio=ratio_money(icer, terms.currency), one=terms.one)
        return
    benefit = found.benefit(arm, wtp)
    assert benefit is not None
    values = {
        "worth": terms.worth(wtp),
        "amount": terms.money(benefit.mean),
        "interval": terms.short_limits(benefit.interval(terms.level)),
    }
    odds = benefit.above()
    if odds is None:
        yield say("analyse_benefit", **values)
    else:
        yield say("analyse_benefit_odds", odds=probability(odds), **values)


def _is_clear(terms: EvaluationTerms, arm: str) -> bool:
    """True where neither interval holds 0: else a ratio of the two says nothing."""
    effect = terms.cell(terms.found.effect(arm))
    return all(
        each is not None
        and (each.low is None or each.high is None or each.low > 0 or each.high < 0)
        for each in (terms.total(arm), effect)
    )


def _people(terms: EvaluationTerms) -> Words:
    """How many people it is from, how many lacked something, and what was done about it."""
    found = terms.found
    people = found.people
    everyone = count(found.persons)
    if not found.is_imputed:
        is_cut = any(each is None or each > 0 for each in people.cut_off.values())
        return say("analyse_people_cut_off" if is_cut else "analyse_people", people=everyone)
    times = count(found.differences.imputations)
    if people.whole is None:
        return say("analyse_people_imputed_some", people=everyone, times=times)
    lacking = count(found.persons - people.whole)
    return say("analyse_people_imputed", people=everyone, lacking=lacking, times=times)
