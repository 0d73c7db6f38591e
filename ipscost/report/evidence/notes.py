"""What a reader of studies side by side has to know besides their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipscost.across import spread
from ipscost.analysis.studies import Evaluation, ReaderMoney, by_people
from ipscost.report.evidence.tables import SAME
from ipscost.report.evidence.wording import name_of, study
from ipscost.report.notes.about import About, Writer
from ipscost.units import WAYS
from ipscost.words.text import (
    Words,
    count,
    glued,
    listing,
    percent,
    rate,
    say,
    sentence,
    sentences,
    series,
)

FEW_DOUBTS = 4
"""So many publications with doubts have theirs below the table; of more they are only counted."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The studies that are told, and in whose money."""

    studies: tuple[Evaluation, ...]
    reader: ReaderMoney


# --- caveats ---------------------------------------------------------------------------------


def caveat_votes(about: About[SideBySide]) -> Iterator[Words]:
    """That signs are no votes."""
    if len(about.found.studies) > 1:
        yield say("evidence_votes")


def caveat_doubtful(about: About[SideBySide]) -> Iterator[Words]:
    """What is doubted of a few publications; of many, of how many something is."""
    doubts = tuple(_doubts(about.found.studies))
    if doubts and len(doubts) <= FEW_DOUBTS:
        yield sentences(*doubts)
    elif doubts:
        yield say("evidence_doubtful", doubted=len(doubts), studies=len(about.found.studies))


def caveat_same_people(about: About[SideBySide]) -> Iterator[Words]:
    """Which rows are of the same people: two arms of a trial, or a trial followed up."""
    shared = [
        listing(name_of(each) for each in group)
        for group in by_people(about.found.studies)
        if len(group) > 1
    ]
    if shared:
        yield say("evidence_same_people", rows=series(shared, "; "))


CAVEATS: tuple[Writer[SideBySide], ...] = (caveat_votes, caveat_same_people, caveat_doubtful)


# --- notes -----------------------------------------------------------------------------------


def study_doubts(about: About[SideBySide]) -> Iterator[Words]:
    """What does not add up in each of many publications; of a few the caveats say it."""
    doubts = tuple(_doubts(about.found.studies))
    if len(doubts) > FEW_DOUBTS:
        yield from doubts


def _doubts(found: Sequence[Evaluation]) -> Iterator[Words]:
    """What does not add up in each publication, in the words of its file."""
    for each in found:
        if each.study.doubt is not None:
            yield say("evidence_doubt", study=study(each), text=sentence(each.study.doubt))


def comparators(about: About[SideBySide]) -> Iterator[Words]:
    """What more is known of what each study was held against."""
    for each in about.found.studies:
        if each.study.comparator_note is not None:
            yield say(
                "evidence_comparator_note",
                study=study(each),
                comparator=each.study.comparator,
                text=sentence(each.study.comparator_note),
            )


def not_converted(about: About[SideBySide]) -> Iterator[Words]:
    """Why a study stands in its own money; those without a price year together."""
    kept = [each for each in about.found.studies if each.unconverted is not None]
    vague = [
        glued(study(each), f" ({each.scenario.money.currency})")
        for each in kept
        if each.scenario.money.year is None
    ]
    if vague:
        yield say("evidence_no_year", studies=listing(vague))
    for each in kept:
        if each.unconverted is not None and each.scenario.money.year is not None:
            yield say("evidence_not_converted", study=study(each), why=each.unconverted.message)


def ways_apart(about: About[SideBySide]) -> Iterator[Words]:
    """By how much the ways of conversion differ at most, and which is shown."""
    apart = [(spread(each.factors), each) for each in about.found.studies if each.factors]
    if apart:
        most, widest = max(apart, key=lambda pair: pair[0])
        key = "evidence_ways" if most > SAME else "evidence_one_way"
        way = say(f"evidence_{WAYS[0]}")
        yield say(key, way=way, most=percent(most, 0), study=study(widest))


def effects_worked_out(about: About[SideBySide]) -> Iterator[Words]:
    """Where intervals of effects come from."""
    if any(each.effects for each in about.found.studies):
        yield say("evidence_effects_note", level=rate(about.level))


def people_assumed(about: About[SideBySide]) -> Iterator[Words]:
    """What is assumed of the people from whom an interval was worked out."""
    for each in about.found.studies:
        for text in dict.fromkeys(n.assumption for n in each.assumed_people if n.assumption):
            yield say("evidence_assumed", study=study(each), text=sentence(text))


def studies_apart(about: About[SideBySide]) -> Iterator[Words]:
    """Which studies hold one form of a programme against another."""
    apart = [study(each) for each in about.found.studies if each.study.same_programme]
    if apart:
        yield say("evidence_apart_note", studies=listing(apart))


def study_marks(about: About[SideBySide]) -> Iterator[Words]:
    """What the marks of how sure a number is mean."""
    yield say("evidence_marks")


def study_order(about: About[SideBySide]) -> Iterator[Words]:
    """In which order the studies stand."""
    if len(about.found.studies) > 1:
        yield say("evidence_order")


def studies_run(about: About[SideBySide]) -> Iterator[Words]:
    """How each study was run, and how to see one of them in full."""
    settings = about.found.studies[0].run.settings
    yield say("evidence_run", draws=count(settings.draws), seed=settings.seed)


NOTES: tuple[Writer[SideBySide], ...] = (
    study_doubts,
    comparators,
    not_converted,
    ways_apart,
    effects_worked_out,
    people_assumed,
    studies_apart,
    study_marks,
    study_order,
    studies_run,
)
