"""How money went between the countries of a comparison, and what the other ways would have made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.comparison import Comparison
from ipscost.analysis.conversions import MATTERS, Apart, apart
from ipscost.analysis.interval import Interval
from ipscost.report.compare.labels import name_of
from ipscost.report.notes.about import About
from ipscost.report.report import Figure
from ipscost.words.text import Words, differ, listing, number, percent, say, sentences, series


def ways(found: Comparison) -> Words:
    """In which order money was converted, and by how much the other ways would change amounts.

    Nothing where no amounts went to another country, or the ways agree to a hundredth.
    """
    one_a_file = {case.scenario.file: case for case in reversed(_once(found.cases))}
    far = [
        (case, each)
        for case in reversed(one_a_file.values())
        for each in apart(case.scenario)
        if each.spread > MATTERS
    ]
    if not far:
        return ""
    parts = dict.fromkeys(_changes(case, each) for case, each in far)
    orders = listing(list(dict.fromkeys(say(each.order) for _, each in far)))
    return say("caveat_ways", order=orders, parts=listing(list(parts)))


def between_countries(about: About[Comparison]) -> Iterator[Words]:
    """Each conversion between countries: its order, its factor, and what the others would make."""
    for case in _once(about.found.cases):
        scenario = case.scenario
        for each in apart(scenario):
            others = [
                sentences(say(way), _share(each.change(way)))
                for way in each.factors
                if way != each.order
            ]
            yield say(
                "note_between",
                name=name_of(case),
                stated=each.start,
                country=each.country,
                money=scenario.money,
                target=each.target_country,
                order=say(each.order),
                factor=sentences(number(each.factors[each.order], "ratio"), str(scenario.money)),
                others=series(others, "; ") if others else say("way_none"),
            )


def factors(found: Comparison) -> Iterator[Figure]:
    """By each way, what an amount of each scenario is multiplied by, and how far apart they lie."""
    for case in _once(found.cases):
        for each in apart(case.scenario):
            unit = f"{case.scenario.money}/{each.start}"
            for way, factor in each.factors.items():
                measure = "conversion" if way == each.order else "conversion_otherwise"
                path = f"{each.start}.{way}"
                yield _figure(case, measure, path, say(way), factor, unit)
            path = str(each.start)
            yield _figure(case, "conversion_spread", path, path, each.spread, "share")


def _figure(
    case: ComparedArm, measure: str, path: str, label: Words, value: float, unit: str
) -> Figure:
    """A number about the money of a scenario."""
    return Figure(measure, path, "leaf", label, Interval(value), unit=unit, scenario=case.name)


def _once(cases: Sequence[ComparedArm]) -> tuple[ComparedArm, ...]:
    """The first arm of each scenario."""
    return tuple({case.name: case for case in reversed(cases)}.values())[::-1]


def _changes(case: ComparedArm, each: Apart) -> Words:
    """By how much another way would change the amounts of a scenario."""
    low, high = map(_share, _ends(each))
    if not differ(low, high):
        return say("way_changes_alone", name=name_of(case), change=low)
    return say("way_changes", name=name_of(case), low=low, high=high)


def _ends(each: Apart) -> tuple[float, float]:
    """The least and the most by which another way would change an amount."""
    changes = [each.change(way) for way in each.factors if way != each.order] or [0.0]
    return min(changes), max(changes)


def _share(change: float) -> Words:
    """A change in per cent."""
    return percent(change, 1, sign=True)
