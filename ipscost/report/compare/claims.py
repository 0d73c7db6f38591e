"""What the headline of a comparison must say beside its claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.claims import Idle, idle, seen_twice
from ipscost.analysis.reaches import of_saving
from ipscost.report.compare.labels import label_of
from ipscost.report.frame import whom
from ipscost.report.notes.given import constructed, provided
from ipscost.words.text import Words, bracketed, horizon, listing, say

MOST_PATHS = 6
"""So many paths fill two lines of a terminal; of more the rest are counted."""


def unlike(cases: Sequence[ComparedArm]) -> tuple[Words, ...]:
    """That horizons or perspectives differ, and whose are which; empty where all are the same."""
    parts = dict.fromkeys(
        say("named", name=case.name, text=how) for case in cases if (how := _how(case, cases)) != ""
    )
    return (say("compare_unlike", parts=listing(list(parts))),) if parts else ()


def named(case: ComparedArm, cases: Sequence[ComparedArm]) -> Words:
    """The name of an arm, with its horizon and perspective in brackets where these differ."""
    return bracketed(label_of(case), _how(case, cases))


def _how(case: ComparedArm, cases: Sequence[ComparedArm]) -> Words:
    """`over 10 years for society`: as much of it as differs between `cases`."""
    key = "compare"
    if len({each.scenario.months for each in cases}) > 1:
        key += "_over"
    if len({each.scenario.perspective for each in cases}) > 1:
        key += "_for"
    if key == "compare":
        return ""
    return say(key, horizon=horizon(case.scenario.months), whom=whom(case.scenario))


# --- what a probability takes for granted --------------------------------------------------------


def given(best: ComparedArm, other: ComparedArm) -> Words:
    """What the probability that `best` saves more than `other` takes for granted; or nothing."""
    claims = [(case.scenario, of_saving(case.scenario, case.arm)) for case in (best, other)]
    paths = seen_twice(*(numbers for _, numbers in claims))
    more: list[Words] = []
    if paths:
        key = "given_alike_one" if len(paths) == 1 else "given_alike_many"
        more.append(say(key, count=len(paths)))
    return provided(claims, more)


def made(best: ComparedArm, other: ComparedArm) -> Iterator[Words]:
    """That the uncertainty of either was chosen to agree with a published figure, where it was."""
    found = (constructed(case.scenario, case.arm) for case in (best, other))
    yield from dict.fromkeys(sentence for each in found for sentence in each)


# --- what changes nothing ----------------------------------------------------------------------


def unmoved(cases: Sequence[ComparedArm], base: ComparedArm) -> tuple[Words, ...]:
    """What was changed, by settings or between variants of one file, that no saving depends on."""
    return tuple(dict.fromkeys(_unmoved(idle(cases, base))))


def _unmoved(found: Idle) -> Iterator[Words]:
    if found.settings:
        key = "unmoved_one" if len(found.settings) == 1 else "unmoved_many"
        yield say(key, paths=listing(found.settings))
    for case, paths in found.changed:
        shown: list[Words] = [*paths[:MOST_PATHS]]
        if len(paths) > MOST_PATHS:
            shown.append(say("others_too", count=len(paths) - MOST_PATHS))
        yield say("compare_unmoved", name=case.name, paths=listing(shown))
