"""The numbers of studies for machines, a row of the CSV each; every label names the comparator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.studies import Evaluation, ReaderMoney, times
from ipscost.report.evidence.wording import against, name_of
from ipscost.report.report import Figure
from ipscost.synthesis.effects import DIFFERENCE, MEASURES
from ipscost.units import SHARE
from ipscost.words.text import Words, series


def figures(found: Sequence[Evaluation], reader: ReaderMoney) -> Iterator[Figure]:
    """What each study found, the numbers that are known."""
    for each in found:
        yield from _study(each)
        yield from effects(each)
        yield from _cost(each, reader)


def _figure(
    found: Evaluation,
    measure: str,
    path: str,
    label: Words,
    value: Interval,
    unit: str,
    arm: str = "",
    sure: str = "",
) -> Figure:
    """A number of a study: with an arm alone it is of that arm, else of the difference."""
    arm, versus = (arm, "") if arm else (found.study.arm, found.scenario.reference)
    name = name_of(found)
    texts = about(found, sure)
    return Figure(
        measure, path, "leaf", label, value, arm, versus, unit, scenario=name, about=texts
    )


def about(found: Evaluation, sure: str = "") -> tuple[tuple[str, Words], ...]:
    """What a row of a study says beside its number, by column; `sure` is the mark of the number."""
    return (
        ("country", found.country),
        ("groups", " ".join(found.study.groups)),
        ("population", found.scenario.population or ""),
        ("design", found.study.design),
        ("comparator", found.study.comparator),
        ("whose", found.study.whose),
        ("sure", sure),
    )


def _study(found: Evaluation) -> Iterator[Figure]:
    stated = found.study.outcome
    for measure, number, unit in (
        ("people", found.study.n, "person"),
        ("horizon", found.months, "month"),
        ("outcome_horizon", stated.months if stated else None, "month"),
        ("people_assumed", 1 if found.assumed_people else None, ""),
        ("same_programme", 1 if found.study.same_programme else None, ""),
    ):
        if number is not None:
            value = Interval(float(number))
            yield _figure(found, measure, "study", against(found), value, unit)


def effects(found: Evaluation) -> Iterator[Figure]:
    """The outcome in both arms, and what it differs by."""
    if found.outcome is None:
        return
    path, unit, sure = found.outcome.path, str(found.outcome.unit), found.outcome_sure
    label = series((against(found), found.outcome.label), ": ")
    arms = ((found.study.arm, found.reached), (found.scenario.reference, found.control))
    for arm, level in arms:
        if level is not None:
            yield _figure(found, "outcome_level", path, label, Interval(level), unit, arm, sure)
    for measure in MEASURES:
        value = found.effect(measure)
        if value is not None:
            name = "outcome_difference" if measure == DIFFERENCE else measure
            of = str(SHARE) if measure == DIFFERENCE else "ratio"
            yield _figure(found, name, path, label, value, of, sure=sure)
    if DIFFERENCE not in found.effects and found.change is not None:
        yield _figure(found, "outcome_difference", path, label, found.change, unit, sure=sure)


def _cost(found: Evaluation, reader: ReaderMoney) -> Iterator[Figure]:
    if found.cost is None:
        return
    label, money = against(found), f"{reader.money}/person"
    own, sure = f"{found.scenario.money}/person", found.cost_sure
    yield _figure(found, "cost_difference", "cost", label, found.cost, own, sure=sure)
    for way, factor in found.factors.items():
        value = times(found.cost, factor)
        yield _figure(
            found, "cost_difference_in_money", f"cost.{way}", label, value, money, sure=sure
        )
