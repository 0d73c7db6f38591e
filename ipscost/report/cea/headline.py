"""The sentences of cea: cost and effect, dominance or ratio, net benefit and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipscost.analysis.cea import FEW
from ipscost.decision.frontier import DOMINATED, EXTENDED, FRONTIER, SAME, IncrementalResult
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.frame import prices_of
from ipscost.report.notes.given import sure
from ipscost.words import has
from ipscost.words.numbers import SMALL_MONEY
from ipscost.words.text import (
    Either,
    Words,
    alike,
    bracketed,
    count,
    glued,
    horizon,
    in_sentence,
    listing,
    many,
    money,
    number,
    say,
    sentences,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SEVERAL = 3
"""From so many interventions on, none has a sentence of its own."""
NAMED = 10
"""Of more dominated arms than these, the sentence tells how many there are."""


def headline(question: CeaTerms) -> tuple[Words, ...]:
    """The sentences above the tables, each on a line of its own."""
    paragraphs: list[Words] = []
    if len(question.others) < SEVERAL:
        paragraphs += [differences(question, arm) for arm in question.others]
    paragraphs.append(sentences(dominance(question), *doubts(question)))
    run = question.decision.run
    if not question.is_uncertain and run is not None and run.settings.draws > 1:
        paragraphs.append(say("cea_unsure"))
    paragraphs += benefits(question)
    if question.is_uncertain:
        for name, estimate in (("cost", question.cost), ("effect", question.effect)):
            if not any(estimate(arm).is_uncertain for arm in question.others):
                paragraphs.append(say(f"cea_{name}_fixed"))
        if run is not None:
            outcome, arms = question.decision.outcome, question.psa.arms
            paragraphs += sure(run, outcome, arms)
    return tuple(paragraphs)


# --- cost and effect -------------------------------------------------------------------------


def differences(question: CeaTerms, arm: int) -> Words:
    """What an arm costs and achieves against the reference arm, and with what probability."""
    values = {
        "arm": question.label(arm),
        "cost": _cost(question, arm),
        "effect": _effect(question, arm),
    }
    run = question.decision.run
    if run is None:
        sentence = say("cea_plain", **values)
    else:
        months = horizon(run.scenario.months)
        year = prices_of(run.scenario.money)
        sentence = say("cea_when", horizon=months, year=year, **values)
    odds = question.odds(arm)
    if odds is None:
        return sentence
    shares = {"cheaper": odds.cheaper, "better": odds.better, "both": odds.both}
    told = {name: question.odds_text(share) for name, share in shares.items()}
    return sentences(sentence, question.say("cea_odds", arm=question.label(arm), **told))


def _direction(change: float) -> str:
    return "same" if change == 0 else "more" if change > 0 else "less"


def _cost(question: CeaTerms, arm: int) -> Words:
    cost = question.cost(arm)
    direction = _direction(cost.point)
    return say(
        f"cea_cost_{direction}",
        amount=question.money(abs(cost.point)),
        reference=question.label(question.psa.base),
        interval=question.limits(cost, turned=direction == "less"),
    )


def _effect(question: CeaTerms, arm: int) -> Words:
    """How the outcome differs from that of the reference arm, in its own direction."""
    unit = question.decision.effect_unit
    effect = question.outcome(question.effect(arm))
    direction = _direction(effect.point)
    shown, plural = "points" if unit == "share" else unit, many(unit)
    values: dict[str, Words] = {
        "amount": number(abs(effect.point), shown),
        "many": plural,
        "unit": unit.replace("_", " "),
        "label": in_sentence(question.outcome_label),
        "interval": question.limits(effect, turned=direction == "less", unit=shown),
    }
    key = f"cea_effect_{direction}"
    if has(named := f"{key}_{unit or 'unknown'}"):
        return say(named, **values)
    return Either(plural, say(key, **values), say(f"{key}_unit", **values))


# --- dominance and ratios --------------------------------------------------------------------


def dominance(question: CeaTerms) -> Words:
    """Which arms are dominated, and the ratios of those that are not, by the point estimates."""
    if len(question.psa.arms) == 2:
        return _between_two(question)
    foot = question.on_frontier[0].arm
    if all(standing.status == DOMINATED for standing in question.standings if standing.arm != foot):
        return question.say("cea_all_dominated", arm=question.label(foot))
    steps = [_step(question, standing) for standing in question.on_frontier]
    per = question.per
    lines = [say("cea_frontier", arms=listing(steps), per=per)]
    for status in (DOMINATED, EXTENDED, SAME):
        found = [question.label(s.arm) for s in question.standings if s.status == status]
        if len(found) > NAMED:
            lines.append(say(f"cea_off_many_{status}", count=len(found)))
        elif found:
            arms = listing(found)
            lines.append(say(f"cea_off_{status}", arms=arms))
    return sentences(*lines)


def _step(question: CeaTerms, standing: IncrementalResult) -> Words:
    """An arm of the frontier with its ratio against the one before."""
    label = question.label(standing.arm)
    if standing.icer is None:
        return label
    return bracketed(label, question.ratio(standing.icer))


def doubts(question: CeaTerms) -> Iterator[Words]:
    """Of more than two arms: in which comparisons an interval of a difference includes 0."""
    if len(question.psa.arms) == 2:
        return
    if question.is_few:
        yield say("cea_doubts_few", draws=count(question.psa.draws))
        return
    found: dict[str, list[Words]] = {"cost": [], "effect": [], "both": []}
    for standing in question.standings:
        if standing.versus is None or standing.status not in (FRONTIER, DOMINATED):
            continue
        kind = question.unclear(standing.arm, standing.versus)
        arm, versus = question.label(standing.arm), question.label(standing.versus)
        if kind:
            found[kind].append(say("cea_pair", arm=arm, versus=versus))
    for kind, pairs in found.items():
        if len(pairs) > NAMED:
            yield say(f"cea_doubts_many_{kind}", count=len(pairs))
        elif pairs:
            yield say(f"cea_doubts_{kind}", pairs=listing(pairs))


def _between_two(question: CeaTerms) -> Words:
    """Of two arms: one dominates, both are the same, or the dearer one has a ratio."""
    first, second = question.standings
    (arm,) = question.others
    kind = question.unclear(arm, question.psa.base)
    draws = count(question.psa.draws)
    both = first if second.icer is None and first.versus is not None else second
    assert both.versus is not None
    values = {"arm": question.label(both.arm), "other": question.label(both.versus)}
    if both.status == SAME:
        return say("cea_same", **values)
    if both.icer is not None:
        key = "cea_ratio" if both.versus == question.psa.base else "cea_given_up"
        values["icer"] = question.worth(both.icer)
        if question.is_lower and key == "cea_given_up":
            values["icer"], values["one"] = question.ratio(both.icer), question.one_more
        doubt = f"cea_ratio_doubt_{kind}"
        values["doubt"] = say(doubt, draws=draws) if kind else ""
        return question.say(key, **values)
    values = {"arm": values["other"], "other": values["arm"]}
    values["doubt"] = say(f"cea_doubt_{kind}", draws=draws) if kind else ""
    weak = "_effect" if both.cost == 0 else "_cost" if both.effect == 0 else ""
    return say(f"cea_dominates{weak}", **values)


# --- net benefit -----------------------------------------------------------------------------


def benefits(question: CeaTerms) -> Iterator[Words]:
    """Net benefit at few thresholds; else how the probability goes along those of the curves."""
    if 1 < len(question.given) <= FEW:
        yield _several(question)
    elif len(question.given) <= 1 and (question.given or question.own is not None):
        yield benefit(question, question.tabled[0])
    elif question.is_uncertain and len(question.thresholds) > 1:
        yield _course(question)


def _several(question: CeaTerms) -> Words:
    """A clause for each of a few thresholds: net benefit, or whose is highest, and how likely."""
    psa = question.psa
    is_pair = len(question.others) == 1
    clauses = []
    for number_, wtp in enumerate(question.given):
        best = psa.best(wtp)
        arm = question.others[0] if is_pair else best
        odds, order = list[Words](), "more" if number_ else "first"
        if question.is_uncertain:
            share = question.curves.probability[arm, question.at(wtp)]
            probability = question.odds_text(float(share))
            label = question.label(arm)
            odds.append(say(f"cea_at_odds_{order}", probability=probability, arm=label))
        if is_pair and len(psa.best_ones(wtp)) > 1:
            odds.append(say("cea_at_as_good"))
        clauses.append(
            question.say(
                f"cea_at_{'pair' if is_pair else 'best'}_{order}",
                worth=question.ratio(wtp) if number_ else question.worth(wtp),
                arm=question.label(arm),
                reference=question.label(psa.base),
                amount=question.money(question.monetary(arm, wtp).point),
                odds=glued(*odds),
            )
        )
    return glued(listing(clauses), ".")


def benefit(question: CeaTerms, wtp: float) -> Words:
    """Net benefit at a threshold with its interval, the probability, and what knowing is worth."""
    psa = question.psa
    best = psa.best(wtp)
    arm, key = best, "cea_best_reference" if best == psa.base else "cea_best"
    if len(question.others) == 1:
        arm, key = question.others[0], "cea_benefit"
    value = question.monetary(arm, wtp)
    sentence = question.say(
        key,
        worth=question.worth(wtp),
        arm=question.label(arm),
        reference=question.label(psa.base),
        amount=question.money(value.point),
        interval=question.limits(value),
    )
    equal = _as_good(question, wtp)
    if not question.is_uncertain:
        return sentences(glued(sentence, "."), equal)
    place = question.at(wtp)
    return sentences(
        glued(
            sentence,
            say(
                "cea_benefit_odds",
                arm=question.label(arm),
                probability=question.odds_text(float(question.curves.probability[arm, place])),
                evpi=small(question, float(question.curves.evpi[place])),
            ),
        ),
        most_often(question, best, question.curves.probability[:, place]),
        equal,
    )


def _as_good(question: CeaTerms, wtp: float) -> Words:
    """A sentence where arms are as good as the best at a threshold; or nothing.

    Of two arms next to one another on the frontier that is where it is their ICER.
    """
    ones = question.psa.best_ones(wtp)
    if len(ones) == 1:
        return ""
    labels = [question.label(arm) for arm in ones]
    labels = [*labels[1:], labels[0]] if ones[0] == question.psa.base else labels
    first, rest = labels[0], listing(labels[1:])
    return say(
        "cea_as_good_icer" if question.is_icer(ones) else "cea_as_good",
        arm=first,
        others=rest,
        worth=question.worth(wtp),
    )


def most_often(question: CeaTerms, best: int, probability: Floats) -> Words:
    """A sentence where another arm than the `best` is the best in most draws; or nothing.

    `probability`: that each arm has the highest net benefit, (arm,).
    """
    other = int(probability.argmax())
    if probability[other] <= probability[best]:
        return ""
    return say(
        "cea_most_often",
        arm=question.label(best),
        other=question.label(other),
        probability=question.odds_text(float(probability[other])),
    )


def small(question: CeaTerms, value: float) -> Words:
    """An amount of at least 0 beside the costs: less than 1 kr. where it is nothing to them."""
    if question.currency and 0 < value < 0.5 and question.stakes >= SMALL_MONEY:
        return say("cea_less_than_one", amount=question.money(1))
    return money(value, question.currency, question.stakes)


def _course(question: CeaTerms) -> Words:
    """How the probability of the intervention, or of the last best arm, goes along the curves."""
    found = question.curves
    arm = question.others[0] if len(question.others) == 1 else int(found.best[-1])
    asked = question.given or question.thresholds
    ends = [question.at(wtp) for wtp in (asked[0], asked[-1])]
    odds = [question.odds_text(float(found.probability[arm, place])) for place in ends]
    return say(
        "cea_course_flat" if alike(*odds) else "cea_course",
        low=question.ratio(asked[0]),
        high=question.worth(asked[-1]),
        arm=question.label(arm),
        first=odds[0],
        last=odds[1],
    )
