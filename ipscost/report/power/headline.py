"""power: how many people it takes, what the first size sees, and what a study is worth."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.power.plan import BEFORE_AFTER, GOALS, StudySize
from ipscost.report.frame import account_label
from ipscost.report.power.terms import StudyTerms, rounded
from ipscost.trial.designs import BySite
from ipscost.words.text import (
    Words,
    count,
    horizon,
    probability,
    rate,
    say,
    sentences,
    within,
)

CONCLUSIVE = 1_000
"""Of fewer draws than these nothing is concluded on a study's worth."""


def headline(terms: StudyTerms) -> Words:
    """The answer in a few sentences."""
    parts = (*_needed(terms), *_account(terms), *_seen(terms), *_worth(terms), *_unseen(terms))
    return sentences(*parts)


def _needed(terms: StudyTerms) -> Iterator[Words]:
    """How many people a power of 80 and of 90% takes."""
    plan = terms.plan
    first, second = (plan.needed(goal) for goal in GOALS)
    goals = {"goal": rate(GOALS[0]), "more_goal": rate(GOALS[1])}
    if first is None:
        key = "power_never" if isinstance(plan.design, BySite) else "power_never_small"
        yield say(key, effect=terms.effect, goal=goals["goal"])
        return
    key = "power_needed"
    values: dict[str, Words] = {
        **goals,
        "effect": terms.effect,
        "n": count(first),
        "arm": terms.arm_within,
        "reference": terms.reference_within,
        "controls": count(plan.controls(first)),
    }
    if plan.name == BEFORE_AFTER:
        key = f"{key}_before"
    elif plan.controls(first) == first:
        key = f"{key}_even"
    yield say(key, **values)
    if second is None:
        yield say("power_more_never", goal=goals["more_goal"])
    elif plan.asked:  # else it is one of the sizes in the table
        yield say("power_more", goal=goals["more_goal"], n=count(second))


def _seen(terms: StudyTerms) -> Iterator[Words]:
    """What the first of the sizes that were asked for sees, or all people of the rollout."""
    plan, key = terms.plan, "power_seen"
    if plan.asked and plan.population is not None:
        return  # what the study is worth is the answer, and the table has its power
    if plan.asked:
        first = plan.sizes[0]
    elif plan.rolled is not None and plan.rolled.people >= plan.design.fewest:
        first = plan.at(plan.rolled.people)
        key = "power_rolled" if first.power < GOALS[0] else "power_rolled_enough"
    else:
        return
    values: dict[str, Words] = {"n": count(first.n), "power": probability(first.power)}
    if first.assurance is None:
        yield say(key, **values)
    else:
        yield say(f"{key}_assured", assurance=probability(first.assurance), **values)


def _account(terms: StudyTerms) -> Iterator[Words]:
    """How many people it takes to see what a payer alone saves."""
    for other in terms.beside:
        found = other.plan.needed(GOALS[0])
        if found is not None and not other.is_outcome:
            account = within(account_label(other.run.scenario, other.run.scenario.perspective))
            effect = other.plan.target.compared.effect
            is_alike = effect * terms.plan.target.compared.effect > 0
            yield say(
                "power_beside_account" if is_alike else "power_beside_other",
                account=account,
                amount=other.size(abs(effect)),
                effect=other.effect,
                n=count(found),
            )


def _worth(terms: StudyTerms) -> Iterator[Words]:
    """What a study is worth to all whom the choice is for."""
    plan = terms.plan
    if not plan.sizes or plan.sizes[-1].each is None:
        return
    if terms.question.psa.draws < CONCLUSIVE:
        return
    if terms.question.is_constructed:
        if plan.choices is not None:
            yield say("voi_constructed")
        return
    last = plan.sizes[-1]
    if plan.choices is None:
        is_nothing = last.each is None or last.each < terms.NOTHING
        key = "power_worth_none" if is_nothing else "power_worth_each"
        yield say(key, n=count(last.n), worth=terms.each(last.each or 0.0))
        return
    if plan.population is None:
        yield from _worth_rolled(terms)
        return
    yield say(
        "power_worth",
        n=count(last.n),
        people=count(round(plan.population.people)),
        years=horizon(12 * plan.population.years),
        worth=terms.whole(rounded(last, "worth") or 0.0),
    )
    yield from left(terms, last)


def _worth_rolled(terms: StudyTerms) -> Iterator[Words]:
    """What a study of a rollout's people, or of the largest size, is worth to the next ones."""
    plan, rolled = terms.plan, terms.plan.rolled
    assert rolled is not None
    found = plan.sizes[-1] if plan.asked else plan.at(rolled.people)
    values = {"n": count(found.n), "people": count(rolled.people)}
    worth = found.worth or 0.0
    if worth < terms.NOTHING:
        yield say("power_worth_nothing", **values)
        return
    key = "power_worth_most" if found.cost is None else "power_worth_next"
    yield say(key, worth=terms.whole(rounded(found, "worth") or 0.0), **values)
    yield from left(terms, found)


def _unseen(terms: StudyTerms) -> Iterator[Words]:
    """That no study of the saving can be planned, and what none is worth more than."""
    unseen = terms.plan.target.unseen
    if unseen is None or unseen.saving == 0:
        return
    if unseen.saving is None:
        yield say("power_unseen_cost")
        return
    yield say("power_unseen", effect=terms.money_effect(unseen.saving))
    if unseen.evpi is not None and not terms.question.is_constructed:
        yield say("power_unseen_worth", worth=terms.each(unseen.evpi))


def left(terms: StudyTerms, last: StudySize) -> Iterator[Words]:
    """What is left of it after its cost, and the size at which that is most."""
    best = terms.plan.best
    if last.net is None or last.cost is None:
        return
    is_best = best is not None and best.n == last.n and last.net > 0
    key = "power_left" if last.net >= 0 else "power_short"
    key = "power_left_most" if is_best else key
    yield say(key, cost=terms.whole(last.cost), net=terms.whole(abs(rounded(last, "net") or 0.0)))
    if best is not None and best.net is not None and not is_best:
        if best.net > 0:
            yield say("power_best", n=count(best.n), net=terms.whole(rounded(best, "net") or 0.0))
        else:
            yield say("power_best_none")
