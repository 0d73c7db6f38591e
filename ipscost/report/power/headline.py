"""power: how many people it takes, what the first size sees, and what a study is worth."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.power.plan import BEFORE_AFTER, GOALS, StudySize
from ipscost.report.power.terms import StudyTerms
from ipscost.trial.designs import BySite
from ipscost.words.text import Words, count, horizon, probability, rate, say, sentences


def headline(terms: StudyTerms) -> Words:
    """The answer in a few sentences."""
    return sentences(*_needed(terms), *_seen(terms), *_worth(terms))


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
    yield (
        say("power_more_never", goal=goals["more_goal"])
        if second is None
        else say("power_more", goal=goals["more_goal"], n=count(second))
    )


def _seen(terms: StudyTerms) -> Iterator[Words]:
    """What the first of the sizes that were asked for sees."""
    if not terms.plan.asked:
        return
    first = terms.plan.sizes[0]
    values: dict[str, Words] = {"n": count(first.n), "power": probability(first.power)}
    if first.assurance is None:
        yield say("power_seen", **values)
    else:
        yield say("power_seen_assured", assurance=probability(first.assurance), **values)


def _worth(terms: StudyTerms) -> Iterator[Words]:
    """What a study is worth to all whom the choice is for."""
    plan = terms.plan
    if plan.population is None or not plan.sizes or plan.sizes[-1].worth is None:
        return
    if terms.question.is_constructed:
        yield say("voi_constructed")
        return
    last = plan.sizes[-1]
    yield say(
        "power_worth",
        n=count(last.n),
        people=count(round(plan.population.people)),
        years=horizon(12 * plan.population.years),
        worth=terms.whole(last.worth or 0.0),
    )
    yield from _left(terms, last)


def _left(terms: StudyTerms, last: StudySize) -> Iterator[Words]:
    """What is left of it after its cost, and the size at which that is most."""
    best = terms.plan.best
    if last.net is None or last.cost is None:
        return
    key = "power_left" if last.net >= 0 else "power_short"
    yield say(key, cost=terms.whole(last.cost), net=terms.whole(abs(last.net)))
    if best is not None and best.net is not None:
        if best.net > 0:
            yield say("power_best", n=count(best.n), net=terms.whole(best.net))
        else:
            yield say("power_best_none")
