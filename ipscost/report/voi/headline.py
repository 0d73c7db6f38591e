"""voi: what is chosen now, what perfect information is worth, and what is most worth measuring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.report.notes.about import named
from ipscost.report.notes.given import unmeasured
from ipscost.report.report import Note
from ipscost.report.voi.paragraphs import CONCLUSIVE, is_settled, most, never
from ipscost.report.voi.study import study_told
from ipscost.report.voi.terms import Research
from ipscost.words.text import Words, count, horizon, listing, say, sentences

NAMED = 3
"""Of more other arms than these the sentence tells the number alone."""


def headline(research: Research) -> Words:
    """The answer in at most three sentences.

    That more research would hardly change the choice is said of the numbers that have a stated
    uncertainty alone. Of a study what it is worth; what perfect information is stands in a note.
    """
    told = tuple(study_told(research)) or tuple(_worth(research))
    return sentences(_choice(research), *told)


def unmeasured_of(research: Research) -> tuple[Note, ...]:
    """The caveat that numbers without a stated uncertainty are not covered, if there are any."""
    decision = research.question.decision
    if decision.run is None or not research.question.is_uncertain:
        return ()
    found = unmeasured(decision.run, decision.outcome, decision.psa.arms)
    return tuple(named("caveat_unmeasured", text) for text in found)


def _choice(research: Research) -> Words:
    """Which arm is chosen, by what, over which others."""
    question = research.question
    best = research.now.best
    tied = [arm for arm in question.psa.best_ones(research.wtp) if arm != best]
    if best in question.psa.best_ones(research.wtp) and tied:
        return _tie(research, tied)
    others = [question.within(a) for a in range(len(question.psa.arms)) if a != best]
    values: dict[str, Words] = {
        "arm": question.within(best) if question.has_population else question.label(best),
        "others": listing(others),
    }
    if len(others) > NAMED:
        values["others"] = say("voi_short_others", count=len(others))
    key = "voi_short_choice"
    if research.has_effect:
        values["worth"] = question.worth(research.wtp)
    else:
        key = f"{key}_{research.what_counts}"
    return say(question.framed(key, values), **values)


def _tie(research: Research, tied: Sequence[int]) -> Words:
    """That other arms are as good as the one that is chosen."""
    question, best = research.question, research.now.best
    values: dict[str, Words] = {
        "arm": question.within(best) if question.has_population else question.label(best),
        "others": listing([question.within(arm) for arm in tied]),
    }
    key = "voi_short_tie"
    if research.has_effect:
        key, values["worth"] = f"{key}_at", question.worth(research.wtp)
    return say(question.framed(key, values), **values)


def _worth(research: Research) -> Iterator[Words]:
    """What perfect information is worth, and what is most worth measuring better."""
    now, question = research.now, research.question
    draws = question.psa.draws
    if question.is_constructed:
        yield say("voi_constructed")
        return
    values: dict[str, Words] = {"amount": research.money(now.worth.value), "draws": count(draws)}
    if draws < CONCLUSIVE:
        yield never(research) if now.wrong == 0 else say("voi_short_few", **values)
        return
    if is_settled(research):
        yield say("voi_short_never" if now.wrong == 0 else "voi_short_settled", **values)
        return
    key = "voi_short_worth"
    if research.population is not None:
        key = f"{key}_all"
        values["whole"] = research.money(now.worth.value * research.population.size)
        values["people"] = research.people(research.population.people)
        values["years"] = horizon(12 * research.population.years)
    if question.has_odds:
        key = f"{key}_odds"
        values["probability"] = question.odds_text(now.wrong)
    yield say(key, **values)
    if research.ranking:
        yield most(research)
