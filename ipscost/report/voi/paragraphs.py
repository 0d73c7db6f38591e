"""What voi found in full sentences, for its notes: the EVPI, and what to measure."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.report.cea.paragraphs import most_often
from ipscost.report.notes.given import ROUGH
from ipscost.report.voi.terms import Research
from ipscost.words.text import Words, count, percent, rate, say, sentences

HARDLY = 0.001
"""A choice that is wrong in fewer draws is as good as settled."""
RARELY = 0.01
"""As good as settled in fewer, if perfect information is worth next to nothing too."""
CONCLUSIVE = 1_000
"""Of fewer draws than these nothing is concluded on research."""
RULE_OF_THREE = 3
"""Of something seen in none of n draws the probability is at most 3 / n (95%).

Source: Hanley and Lippman-Hand 1983, doi 10.1001/jama.1983.03330370053031.
"""
LEAST = 0.5
"""Less than this, in money, would be shown as nothing."""
SURE = 2.0
"""A worth is told from nothing where it is so many standard errors above it."""


def certain(research: Research) -> Words:
    """The sentence where nothing that counts is uncertain."""
    run = research.question.decision.run
    if run is not None and run.settings.draws < 2:
        return say("voi_no_draws")
    if run is None and research.question.psa.draws == 1:
        return say("voi_expected_alone")
    return say("voi_no_uncertainty")


def paragraphs(research: Research) -> Iterator[Words]:
    """How sure the choice is, what knowing everything is worth, and what is worth measuring."""
    now, question = research.now, research.question
    if question.is_constructed:  # the headline says what that means
        return
    if now.wrong == 0:
        yield never(research)
        return
    draws = question.psa.draws
    key = "voi_worth_small" if is_little(research) else "voi_worth"
    if draws < CONCLUSIVE:
        key = "voi_worth_few"
    elif is_settled(research):
        key = "voi_worth_little"
    if not question.has_odds:
        key = {"voi_worth_few": "voi_short_few", "voi_worth_little": "voi_short_settled"}.get(
            key, "voi_short_worth"
        )
    worth = say(
        key,
        probability=question.odds_text(now.wrong),
        amount=research.money(now.worth.value),
        draws=count(draws),
    )
    often = most_often(question, now.best, research.probability) if question.has_odds else ""
    yield sentences(worth, often)
    if research.population is not None:
        whole = now.worth.value * research.population.size
        yield say("voi_worth_people", amount=research.money(whole))
    if research.ranking and not (draws < CONCLUSIVE or is_settled(research)):
        yield most(research)


def is_settled(research: Research) -> bool:
    """True where the choice is hardly ever wrong, by the stated uncertainty."""
    return research.now.wrong < (RARELY if is_little(research) else HARDLY)


def is_little(research: Research) -> bool:
    """True where perfect information is worth less than can be shown of the money."""
    return bool(research.question.currency) and research.now.worth.value < LEAST


def never(research: Research) -> Words:
    """The sentence where the choice is the best in every draw, with a bound where one holds.

    No bound is told that is finer than a probability may be.
    """
    question = research.question
    draws, run = question.psa.draws, question.decision.run
    if draws < CONCLUSIVE:
        least = count(CONCLUSIVE)
        return say("voi_never_few", draws=count(draws), least=least)
    is_random = run is None or run.settings.sampler == "random"
    is_fine = question.fineness > ROUGH
    bound = rate(float(f"{RULE_OF_THREE / draws:.2g}"))
    key = "voi_never" if is_random and is_fine else "voi_never_sobol"
    return say(key, draws=count(draws), bound=bound)


def most(research: Research) -> Words:
    """The quantity that is most worth measuring, or that none is worth it alone."""
    name, worth = research.ranking[0]
    if worth.value <= SURE * worth.se:
        return say("voi_none_alone")
    return say(
        "voi_most_small" if is_little(research) else "voi_most",
        label=research.label(name),
        amount=research.money(worth.value),
        share=percent(worth.value / research.now.worth.value, 0),
    )
