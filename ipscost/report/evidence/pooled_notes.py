"""What a reader of a pool has to know: that a place is no mean, and what was pooled."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.pooling import PooledStudies
from ipscost.analysis.studies import NO_EFFECT, side
from ipscost.report.evidence.pooled_wording import effect, ends
from ipscost.report.evidence.wording import study
from ipscost.report.notes.about import About, Writer
from ipscost.words.text import Words, count, listing, say, sentences

Pool = About[PooledStudies]


MOST_NAMED = 3
"""More kinds of outcome or comparators than this are counted, and stand in the tables."""


def caveat_new_place(about: Pool) -> Iterator[Words]:
    """That the interval of the mean says nothing of one place."""
    found = about.found
    if found.pooled.tau2 == 0:
        yield say("pooled_caveat_alike", studies=count(len(found.members)))
        return
    of = side(found.prediction, NO_EFFECT[found.measure])
    yield say(
        "pooled_caveat_place" if of else "pooled_caveat_place_none",
        mean=ends(found.measure, found.estimate),
        place=ends(found.measure, found.prediction),
    )


def caveat_unlike_pooled(about: Pool) -> Iterator[Words]:
    """What was pooled although it is unlike, or had to be corrected, since it was asked for."""
    found = about.found
    kinds, months = _kinds(found), _months(found)
    if kinds and months:
        yield say("pooled_caveat_unlike", kinds=kinds, months=months)
    elif kinds or months:
        key = "pooled_caveat_outcomes" if kinds else "pooled_caveat_months"
        yield say(key, kinds=kinds, months=months)
    if found.corrected:
        yield say("pooled_caveat_corrected", studies=listing(map(study, found.corrected)))


def _kinds(found: PooledStudies) -> Words:
    """The kinds of outcome, where there are several: named, or how many."""
    if len(found.kinds) < 2:
        return ""
    if len(found.kinds) > MOST_NAMED:
        return say("pooled_kinds", count=count(len(found.kinds)))
    return listing(each.replace("_", " ") for each in found.kinds)


def _months(found: PooledStudies) -> Words:
    """After how many months outcomes were measured, where that differs: from the least on."""
    if len(found.months) < 2:
        return ""
    known = sorted(each for each in found.months if each is not None)
    if len(known) == 1:
        return say("pooled_months_or_unknown", months=known[0])
    key = "pooled_months_some_unknown" if None in found.months else "pooled_months"
    return say(key, first=known[0], last=known[-1])


def caveat_few_studies(about: Pool) -> Iterator[Words]:
    """That a few studies do not tell how far places differ."""
    if about.found.is_few:
        yield say("pooled_caveat_few", studies=count(len(about.found.members)))


def caveat_one_study(about: Pool) -> Iterator[Words]:
    """Without which study the answer would be furthest from what it is."""
    member = about.found.most_telling
    if member is not None and member.without is not None:
        value = effect(about.found.measure, about.found.in_units(member.without).mean)
        yield say("pooled_caveat_one", study=study(member.found), value=value)


def caveat_not_randomised(about: Pool) -> Iterator[Words]:
    """Which studies are no trials."""
    found, others = about.found, about.found.not_randomised
    if others:
        key = "pooled_caveat_no_trial" if len(others) == 1 else "pooled_caveat_no_trials"
        few = len(others) < len(found.members) - 1  # two trials or more are left
        text = say(key, studies=listing(map(study, others)), count=count(len(others)))
        yield sentences(text, say("pooled_trials_alone") if few else "")


def caveat_mixed_comparators(about: Pool) -> Iterator[Words]:
    """That the studies were held against different things."""
    compared = dict.fromkeys(each.found.study.comparator for each in about.found.members)
    if len(compared) > MOST_NAMED:
        yield say("pooled_caveat_many_comparators", count=count(len(compared)))
    elif len(compared) > 1:
        yield say("pooled_caveat_comparators", comparators=listing(compared))


CAVEATS: tuple[Writer[PooledStudies], ...] = (
    caveat_new_place,
    caveat_unlike_pooled,
    caveat_few_studies,
    caveat_not_randomised,
    caveat_mixed_comparators,
    caveat_one_study,
)


def pooling_method(about: Pool) -> Iterator[Words]:
    """How the studies were pooled."""
    yield say(f"pooled_method_{'points' if about.found.measure == 'difference' else 'ratio'}")


def narrower_than_usual(about: Pool) -> Iterator[Words]:
    """That the ordinary standard error was taken, where Hartung and Knapp's is smaller."""
    if about.found.pooled.hartung_knapp_se < about.found.pooled.ordinary_se:
        yield say("pooled_ordinary")


def pooled_assumed(about: Pool) -> Iterator[Words]:
    """Of which studies the people per arm are assumed, and with them what they weigh."""
    assumed = [study(each.found) for each in about.found.members if each.found.assumed_people]
    if assumed:
        yield say("pooled_assumed_people", studies=listing(assumed))


def pooled_as_one(about: Pool) -> Iterator[Words]:
    """What a pool cannot tell."""
    yield say("pooled_unpublished")


NOTES: tuple[Writer[PooledStudies], ...] = (
    pooling_method,
    narrower_than_usual,
    pooled_assumed,
    pooled_as_one,
)
