"""What the headline of a comparison takes for granted, and what it must say before it compares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.compare.cases import Case, gap
from ipscost.analysis.compare.inputs import differing, onto_two_arms
from ipscost.analysis.frame import whom
from ipscost.analysis.reaches import of_saving, without_effect
from ipscost.report.notes.given import constructed, provided
from ipscost.scenario.nouns import Quantity
from ipscost.words.text import Words, bracketed, horizon, listing, say, sentences

MOST_PATHS = 6


def unlike(cases: Sequence[Case]) -> tuple[Words, ...]:
    """That horizons or perspectives differ, and which is whose; nothing where they do not."""
    parts = dict.fromkeys(
        say("named", name=case.name, text=how) for case in cases if (how := _how(case, cases)) != ""
    )
    return (say("compare_unlike", parts=listing(list(parts))),) if parts else ()


def named(case: Case, cases: Sequence[Case]) -> Words:
    """The heading of a column, with its horizon and perspective where these differ."""
    how, label = _how(case, cases), case.label()
    return bracketed(label, how)


def _how(case: Case, cases: Sequence[Case]) -> Words:
    """`over 10 years for society`, as far as the columns differ in it."""
    scenario, parts = case.scenario, list[Words]()
    if len({each.scenario.months for each in cases}) > 1:
        months = horizon(scenario.months)
        parts.append(say("compare_over", horizon=months))
    if len({each.scenario.perspective for each in cases}) > 1:
        parts.append(say("compare_for", whom=whom(scenario)))
    return sentences(*parts)


# --- what a probability takes for granted --------------------------------------------------------


def given(best: Case, other: Case) -> Words:
    """The conditions of a claim on the difference between two columns."""
    claims = [(case.scenario, of_saving(case.scenario, case.arm)) for case in (best, other)]
    paths = seen_twice(*(numbers for _, numbers in claims))
    more: list[Words] = []
    if paths:
        key = "given_alike_one" if len(paths) == 1 else "given_alike_many"
        more.append(say(key, count=len(paths)))
    return provided(claims, more)


def made(best: Case, other: Case) -> Iterator[Words]:
    """That the uncertainty of either is by construction."""
    found = (constructed(case.scenario, case.arm) for case in (best, other))
    yield from dict.fromkeys(sentence for each in found for sentence in each)


def seen_twice(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[str]:
    """The paths of uncertain numbers that differ in value and in source, in the order of theirs."""
    known = {number.path: number for number in mine}
    return [n.path for n in theirs if n.path in known and is_seen_twice(n, known[n.path])]


def is_seen_twice(one: Quantity, two: Quantity) -> bool:
    """True for two uncertain numbers that differ, and that other evidence is given for."""
    if one.is_fixed or two.is_fixed or (one.value, one.dist) == (two.value, two.dist):
        return False
    evidence = [(q.source and q.source.cite, q.place, q.assumption) for q in (one, two)]
    return evidence[0] != evidence[1]


# --- what changes nothing ----------------------------------------------------------------------


def unmoved(cases: Sequence[Case], base: Case) -> tuple[Words, ...]:
    """Settings, and what variants of one file change, that no saving depends on; each once."""
    return tuple(dict.fromkeys(_unmoved(cases, base)))


def _unmoved(cases: Sequence[Case], base: Case) -> Iterator[Words]:
    settings = base.scenario.settings
    free = [set(without_effect(case.scenario, settings)) for case in cases]
    paths = [path for path in without_effect(base.scenario, settings) if _in_all(path, free)]
    if paths:
        key = "unmoved_one" if len(paths) == 1 else "unmoved_many"
        yield say(key, paths=listing(paths))
    for case in cases:
        same = gap(case.saving, base.saving).point == 0
        if case.name == base.name or not (same or _are_variants(case, base)):
            continue
        found = _changed_in_vain(case, base)
        if found:
            shown: list[Words] = [*found[:MOST_PATHS]]
            if len(found) > MOST_PATHS:
                shown.append(say("others_too", count=len(found) - MOST_PATHS))
            told = listing(shown)
            yield say("compare_unmoved", name=case.name, paths=told)


def _in_all(path: str, every: Sequence[set[str]]) -> bool:
    """True where a path is in all of several sets."""
    return all(path in each for each in every)


def _are_variants(one: Case, two: Case) -> bool:
    """True where one file extends the other."""
    mine, theirs = (case.scenario.inputs for case in (one, two))
    own, other = mine.get(one.scenario.file), theirs.get(two.scenario.file)
    extends = own in theirs.values() or other in mine.values()
    return own is not None and other is not None and own != other and extends


def _changed_in_vain(case: Case, base: Case) -> list[str]:
    """The inputs that differ from the base's and that neither saving depends on."""
    start, end = (onto_two_arms(each.scenario, each.arm) for each in (base, case))
    inputs, _ = differing(replace(start, payers={**end.payers, **start.payers}), end)
    told = [each.path for each in inputs if each.what in ("value", "sure")]
    paths = [path for path in told if not path.endswith(".timing")]
    free = [set(without_effect(each.scenario, paths)) for each in (base, case)]
    return [path for path in paths if _in_all(path, free)]
