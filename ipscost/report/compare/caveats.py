"""What a reader must know before a comparison is used, the most important first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.carried import CarriedOver, carried_over
from ipscost.analysis.caveats import StudyDoubt, caveats_of, study_doubt
from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.comparison import Comparison
from ipscost.report.caveats import beside_rollout, doubt_of, doubted, told
from ipscost.report.compare.claims import pair_of, some, twice, unlike, unmoved
from ipscost.report.compare.converted import ways
from ipscost.report.compare.labels import in_text, name_of
from ipscost.report.notes.about import named
from ipscost.report.notes.carried import MOST_CARRIED, carried_text, effect_text
from ipscost.report.notes.gaps import MOST_NAMED, missing_text
from ipscost.report.report import Note
from ipscost.words.text import Words, listing, say, sentences

MOST_PATHS = 2
"""So many paths are named in a caveat, which is of two lines; of more the rest are counted."""


def caveats(found: Comparison) -> Iterator[Note]:
    """What is the matter with a comparison, then with the saving of the arm that saves most.

    A doubt about a file; how money went between countries; that scenarios are not counted alike or
    are of other people; that some are in money of their own; that a change is without effect; that
    accounts are not whole; that numbers are drawn as one which may be two.
    """
    cases, base = found.cases, found.base
    pair = pair_of(cases, base)
    yield from doubted(*(case.scenario for case in cases))
    yield from beside_rollout(*(case.scenario for case in cases))
    if (text := ways(found)) != "":
        yield named("caveat_ways", text)
    for text in (*unlike(cases), *_people(found)):
        yield named("caveat_unlike", text)
    if found.aside:
        names = listing(list(dict.fromkeys(in_text(each.case) for each in found.aside)))
        yield named("caveat_aside", say("caveat_aside", names=names))
    if carried := tuple(_carried(cases)):
        yield named("caveat_carried", sentences(*carried))
    for name, doubt in _doubts(found).items():
        text = say("caveat_study_of", name=name, text=doubt_of(doubt))
        yield named("caveat_study", text)
    for text in unmoved(cases, base):
        yield named("caveat_unmoved", text)
    lacking = [case for case in cases if case.saving.partial]
    if pair is not None and lacking:
        arm, parts = in_text(lacking[0]), missing_text(lacking[0].view, lacking[0].arm, MOST_NAMED)
        missing = say("caveat_missing", arm=arm, parts=parts)
        yield named("caveat_of_known", sentences(missing, say("compare_of_known")))
    if pair is None:
        return
    if paths := twice(pair):
        first, second = map(in_text, pair)
        words = {"paths": some(paths, MOST_PATHS), "name": first, "other": second}
        key = "compare_twice_one" if len(paths) == 1 else "compare_twice_many"
        yield named("caveat_twice", say(key, **words))
    best = pair[0]
    every = caveats_of(best.view, (), found.level)
    own = [each for each in every if not isinstance(each, CarriedOver | StudyDoubt)]
    yield from told(own, best.view, found.level)


def _doubts(found: Comparison) -> dict[Words, StudyDoubt]:
    """By file, what is doubted about the publications behind the scenarios."""
    cases = (*found.cases, *(each.case for each in found.aside))
    doubts = {in_text(case): study_doubt(case.scenario) for case in cases}
    return {name: doubt for name, doubt in doubts.items() if doubt is not None}


def _carried(cases: Sequence[ComparedArm]) -> Iterator[Words]:
    """What each case carries over; what goes with it and what stays, once where that is alike."""
    known = set[tuple[object, ...]]()
    for case in cases:
        if (found := carried_over(case.view.run)) is None:
            continue
        own = [(each.path, case.scenario.base(number)) for each, number in found.own]
        paths = [[each.path for each in holders] for holders in (found.hangs, found.stays)]
        parts = (*map(tuple, paths), *own)
        text_of = effect_text if parts in known else carried_text
        text = text_of(found, case.scenario, MOST_CARRIED)
        known.add(parts)
        yield say("labelled", label=name_of(case), text=text)


def _people(found: Comparison) -> Iterator[Words]:
    """That the scenarios are about different people."""
    about = {
        name_of(case): case.scenario.population
        for case in found.cases
        if case.scenario.population is not None
    }
    if len(set(about.values())) > 1:
        parts = [say("labelled", label=name, text=people) for name, people in about.items()]
        yield say("compare_people", parts=listing(parts))
