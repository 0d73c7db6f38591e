"""What the answer of a comparison rests on, and how finely it may be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.claims import Idle, are_settings, idle, seen_twice
from ipscost.analysis.interval import Interval
from ipscost.analysis.reaches import of_saving
from ipscost.report.compare.labels import in_text, name_of
from ipscost.report.frame import whom
from ipscost.report.notes.given import claimed, provided
from ipscost.words.text import Words, bracketed, horizon, listing, say

MOST_PATHS = 6
"""So many paths fill two lines of a terminal; of more the rest are counted."""

Pair = tuple[ComparedArm, ComparedArm]


def pair_of(cases: Sequence[ComparedArm], base: ComparedArm) -> Pair | None:
    """The arm that saves most, and the one it is held against: the base, else the runner-up.

    Arms whose account is not whole are not ranked; None where fewer than two are.
    """
    whole = [case for case in cases if not case.saving.partial]
    if len(whole) < 2:
        return None
    best, runner_up, *_ = sorted(whole, key=lambda case: -case.saving.point)
    return best, runner_up if best is base or base.saving.partial else base


def unlike(cases: Sequence[ComparedArm]) -> tuple[Words, ...]:
    """That horizons or perspectives differ, and whose are which; empty where all are the same."""
    parts = dict.fromkeys(
        say("named", name=name_of(case), text=how)
        for case in cases
        if (how := _how(case, cases)) != ""
    )
    return (say("compare_unlike", parts=listing(list(parts))),) if parts else ()


def named(case: ComparedArm, cases: Sequence[ComparedArm]) -> Words:
    """An arm in a sentence, with its horizon and perspective in brackets where these differ."""
    return bracketed(in_text(case), _how(case, cases))


def _how(case: ComparedArm, cases: Sequence[ComparedArm]) -> Words:
    """`over 10 years for society`: as much of it as differs between `cases`."""
    key = "compare"
    if len({each.scenario.months for each in cases}) > 1:
        key += "_over"
    if len({each.scenario.perspective for each in cases}) > 1:
        key += "_for"
    if key == "compare":
        return ""
    return say(key, horizon=horizon(case.scenario.stated_months), whom=whom(case.scenario))


# --- what a probability takes for granted --------------------------------------------------------


def twice(pair: Pair) -> list[str]:
    """The paths of numbers that both savings rest on and that are drawn as one, though they differ.

    Draws then say nothing of how sure the difference is. What a variant changes is no evidence.
    """
    if are_settings(*pair):
        return []
    return seen_twice(*(of_saving(case.scenario, case.arm) for case in pair))


def given(pair: Pair) -> Words:
    """What the interval of a difference takes for granted, in a sentence; or nothing."""
    claims = [(case.scenario, of_saving(case.scenario, case.arm)) for case in pair]
    return provided("given_intervals", claims, len(twice(pair)))


def odds_of(case: ComparedArm, odds: Interval | None) -> Interval | None:
    """The probability that an arm saves, as finely as it may be told.

    None where the uncertainty was made to give a published result.
    """
    return claimed(case.scenario, case.arm, odds)


def more_odds_of(pair: Pair, odds: Interval | None) -> Interval | None:
    """The probability that one arm saves more than another, as finely as it may be told.

    None also where a number that is drawn as one may be two.
    """
    told = [odds_of(case, odds) for case in pair]
    first, second = told
    if first is None or second is None or twice(pair):
        return None
    return replace(first, draws=min(first.draws, second.draws))


# --- what changes nothing ----------------------------------------------------------------------


def unmoved(cases: Sequence[ComparedArm], base: ComparedArm) -> tuple[Words, ...]:
    """What was changed, by settings or between variants of one file, that no saving depends on."""
    return tuple(dict.fromkeys(_unmoved(idle(cases, base))))


def _unmoved(found: Idle) -> Iterator[Words]:
    if found.settings:
        key = "unmoved_one" if len(found.settings) == 1 else "unmoved_many"
        yield say(key, paths=listing(found.settings))
    for case, paths in found.changed:
        yield say("compare_unmoved", name=in_text(case), paths=some(paths))


def some(paths: Sequence[str], most: int = MOST_PATHS) -> Words:
    """The first `most` of several paths, and how many more there are."""
    shown: list[Words] = [*paths[:most]]
    if len(paths) > most:
        shown.append(say("others_too", count=len(paths) - most))
    return listing(shown)
