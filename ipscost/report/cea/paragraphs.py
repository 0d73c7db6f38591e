"""What cea found in full sentences, for its notes: odds, the frontier, net benefit, doubts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipscost.analysis.cea import FEW
from ipscost.decision.frontier import DOMINATED, EXTENDED, FRONTIER, SAME, IncrementalResult
from ipscost.report.cea.terms import CeaTerms
from ipscost.words import has
from ipscost.words.numbers import SMALL_MONEY, rounded_probability
from ipscost.words.text import (
    Either,
    Words,
    aside,
    bracketed,
    count,
    further,
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
"""With so many interventions none has a paragraph of its own: the table is quicker to read."""
NAMED = 10
"""Of more arms than these the sentence counts them: more names in a row are not read."""


def paragraphs(question: CeaTerms) -> Iterator[Words]:
    """What the headline leaves out, a paragraph each.

    How likely each intervention is cheaper and better; of several what each of them costs and
    achieves (of SEVERAL and more, none on its own), and which are dominated; and net benefit.
    """
    is_pair = len(question.others) == 1
    if len(question.others) < SEVERAL:
        for arm in question.others:
            found = odds(question, arm) if is_pair else differences(question, arm)
            if found != "":
                yield found
    if not is_pair:
        yield sentences(dominance(question), *doubts(question))
    yield from benefits(question)


# --- cost and effect -------------------------------------------------------------------------


def differences(question: CeaTerms, arm: int) -> Words:
    """What an arm costs and achieves against the reference arm, and how likely that is.

    `arm` is its place among the arms.
    """
    return sentences(difference(question, arm), odds(question, arm))


def odds(question: CeaTerms, arm: int) -> Words:
    """How likely an arm is to be cheaper, better, or both; nothing where that is not claimed."""
    found = question.odds(arm)
    if found is None or not question.has_odds:
        return ""
    shares = {"cheaper": found.cheaper, "better": found.better, "both": found.both}
    told = {name: question.odds_text(share) for name, share in shares.items()}
    return question.say("cea_odds", arm=question.label(arm), **told)


def difference(question: CeaTerms, arm: int) -> Words:
    """What an arm costs and achieves, in the outcome's own direction.

    With whom it is about, where that is known. The sentence depends on the unit of the effect:
    QALYs, a share, or a unit with or without a plural that the language knows.
    """
    unit = question.decision.effect_unit
    cost, effect = question.cost(arm), question.outcome(question.effect(arm))
    dearer, more = _direction(cost.point), _direction(effect.point)
    shown, plural = "points" if unit == "share" else unit, many(unit)
    values: dict[str, Words] = {
        "arm": question.label(arm),
        "reference": question.within(question.psa.base),
        "cost": question.money(abs(cost.point)),
        "cost_interval": question.limits(cost, turned=dearer == "less"),
        "effect": number(abs(effect.point), shown),
        "effect_interval": question.limits(effect, turned=more == "less", unit=shown),
        "many": plural,
        "unit": unit.replace("_", " "),
        "label": in_sentence(question.outcome_label),
    }
    key = f"{question.framed('cea', values)}_{dearer}_{more}"
    if has(own := f"{key}_{unit or 'unknown'}"):
        return say(own, **values)
    return Either(plural, say(key, **values), say(f"{key}_unit", **values))


def _direction(change: float) -> str:
    return "same" if change == 0 else "more" if change > 0 else "less"


# --- dominance and ratios --------------------------------------------------------------------


def dominance(question: CeaTerms) -> Words:
    """By the point estimates: which arms are dominated, and the ICERs of those that are not."""
    foot = question.on_frontier[0].arm
    if all(standing.status == DOMINATED for standing in question.standings if standing.arm != foot):
        return question.say("cea_all_dominated", arm=question.label(foot))
    steps = [_step(question, standing) for standing in question.on_frontier]
    lines = [say("cea_frontier", arms=listing(steps), one=question.one)]
    for status in (DOMINATED, EXTENDED, SAME):
        found = [question.label(s.arm) for s in question.standings if s.status == status]
        if len(found) > NAMED:
            lines.append(say(f"cea_off_many_{status}", count=len(found)))
        elif found:
            arms = listing(found)
            lines.append(say(f"cea_off_{status}", arms=arms))
    return sentences(*lines)


def _step(question: CeaTerms, standing: IncrementalResult) -> Words:
    """An arm on the frontier, with its ICER against the one before it in brackets."""
    label = question.label(standing.arm)
    if standing.icer is None:
        return label
    return bracketed(label, question.ratio(standing.icer))


def doubts(question: CeaTerms) -> Iterator[Words]:
    """With three arms or more: the comparisons whose difference in cost or effect may be 0.

    That is where its interval includes 0. With two arms `dominance` says so itself.
    """
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


def between_two(question: CeaTerms) -> Words:
    """Of two arms: one dominates, both are alike, or the dearer one has an ICER."""
    first, second = question.standings
    (arm,) = question.others
    kind = question.unclear(arm, question.psa.base)
    unclear = f"_unclear_{kind}" if kind else ""
    both = first if second.icer is None and first.versus is not None else second
    assert both.versus is not None
    draws = count(question.psa.draws)
    if both.status == SAME:
        names = {"arm": question.label(both.arm), "other": question.within(both.versus)}
        return say("cea_same", **names)
    if both.icer is None:
        weak = "_effect" if both.cost == 0 else "_cost" if both.effect == 0 else ""
        values = {"arm": question.within(both.versus), "other": question.within(both.arm)}
        return say(f"cea_dominates{weak}{unclear}", draws=draws, **values)
    icer = question.worth(both.icer)
    if both.versus == question.psa.base:
        return say(f"cea_ratio{unclear}", icer=icer, arm=question.within(both.arm), draws=draws)
    values = {"other": question.label(both.versus), "icer": icer, "draws": draws}
    if question.is_lower:
        values |= {"icer": question.ratio(both.icer), "one": question.one_more}
    return question.say(f"cea_given_up{unclear}", **values)


# --- net benefit -----------------------------------------------------------------------------


def benefits(question: CeaTerms) -> Iterator[Words]:
    """Net benefit at one or a few thresholds; else how the probability changes along the curves."""
    if 1 < len(question.given) <= FEW:
        yield _several(question)
    elif len(question.given) <= 1 and (question.given or question.own is not None):
        yield benefit(question, question.tabled[0])
    elif question.has_odds and len(question.thresholds) > 1:
        yield course(question)


def _several(question: CeaTerms) -> Words:
    """Net benefit at each of a few thresholds, or whose is highest, and how likely that is."""
    psa = question.psa
    is_pair = len(question.others) == 1
    first, *later = question.given
    arm = question.others[0] if is_pair else psa.best(first)
    return question.say(
        f"cea_at_{'pair' if is_pair else 'best'}{'_odds' if question.has_odds else ''}",
        worth=question.worth(first),
        arm=question.label(arm),
        reference=question.within(psa.base),
        amount=question.money(question.monetary(arm, first).point),
        probability=_odds_at(question, arm, first),
        aside=aside(_as_good_as(question, first)),
        others=further(_at(question, wtp) for wtp in later),
    )


def _at(question: CeaTerms, wtp: float) -> Words:
    """`at 50,000 kr. it is 1,200 kr. (64.1%)`: a further threshold in the listing of them."""
    is_pair = len(question.others) == 1
    arm = question.others[0] if is_pair else question.psa.best(wtp)
    text = say(
        "cea_at_pair_more" if is_pair else "cea_at_best_more",
        worth=question.ratio(wtp),
        arm=question.label(arm),
        amount=question.money(question.monetary(arm, wtp).point),
    )
    return bracketed(bracketed(text, _odds_at(question, arm, wtp)), _as_good_as(question, wtp))


def _odds_at(question: CeaTerms, arm: int, wtp: float) -> Words:
    """The probability that an arm has the highest net benefit; nothing where none is claimed."""
    if not question.has_odds:
        return ""
    return question.odds_text(float(question.curves.probability[arm, question.at(wtp)]))


def _as_good_as(question: CeaTerms, wtp: float) -> Words:
    """That two arms are as good as one another at a threshold, which is their ICER; or nothing."""
    is_tie = len(question.others) == 1 and len(question.psa.best_ones(wtp)) > 1
    return say("cea_at_as_good") if is_tie else ""


def benefit(question: CeaTerms, wtp: float) -> Words:
    """Net benefit at the threshold `wtp`, in money per unit of effect, with its interval.

    With a probability, also how likely the arm is to be the best and what perfect information is
    worth.
    """
    psa = question.psa
    best = psa.best(wtp)
    arm, key = best, "cea_best_reference" if best == psa.base else "cea_best"
    if len(question.others) == 1:
        arm, key = question.others[0], "cea_benefit"
    value = question.monetary(arm, wtp)
    values = {
        "worth": question.worth(wtp),
        "arm": question.label(arm),
        "reference": question.within(psa.base),
        "amount": question.money(value.point),
        "interval": question.limits(value),
    }
    equal = _as_good(question, wtp)
    if not question.has_odds:
        return sentences(question.say(key, **values), equal)
    place = question.at(wtp)
    values["probability"] = _odds_at(question, arm, wtp)
    values["evpi"] = small(question, float(question.curves.evpi[place]))
    return sentences(
        question.say(f"{key}_odds", **values),
        most_often(question, best, question.curves.probability[:, place]),
        equal,
    )


def _as_good(question: CeaTerms, wtp: float) -> Words:
    """That arms are as good as the best one at a threshold; empty where the best one stands alone.

    Of two neighbours on the frontier, that threshold is their ICER.
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
    """That an arm other than `best` is the best in most draws; empty where `best` is.

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
    """An amount of 0 or more beside costs: `less than 1 kr.` where it would be shown as 0."""
    if question.currency and 0 < value < 0.5 and question.stakes >= SMALL_MONEY:
        return say("cea_less_than_one", amount=question.money(1))
    return money(value, question.currency, question.stakes)


def course(question: CeaTerms) -> Words:
    """How the probability changes from the lowest threshold to the highest.

    Of the intervention where there is one, else of the arm that is best at the highest threshold.
    """
    found, draws = question.curves, question.fineness
    arm = question.others[0] if len(question.others) == 1 else int(found.best[-1])
    asked = question.given or question.thresholds
    ends = [question.at(wtp) for wtp in (asked[0], asked[-1])]
    odds = [float(found.probability[arm, place]) for place in ends]
    is_flat = rounded_probability(odds[0], draws) == rounded_probability(odds[1], draws)
    return say(
        "cea_course_flat" if is_flat else "cea_course",
        low=question.ratio(asked[0]),
        high=question.worth(asked[-1]),
        arm=question.label(arm),
        first=question.odds_text(odds[0]),
        last=question.odds_text(odds[1]),
    )
