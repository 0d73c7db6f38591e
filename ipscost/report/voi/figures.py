"""The numbers of voi for machines: perfect information, then every quantity and group."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval
from ipscost.decision.information import InformationValue
from ipscost.report.report import Figure
from ipscost.report.voi.study import study_figures
from ipscost.report.voi.terms import Research
from ipscost.words.text import Words, say

EVERYTHING = "everything"
OF_EVERYTHING = ("probability_wrong", "evpi", "evpi_se", "evpi_population")
"""What is told of perfect information at each threshold."""


def figures(research: Research) -> Iterator[Figure]:
    """All numbers, where something is uncertain."""
    if research.question.is_uncertain:
        yield from of_everything(research)
        yield from of_parts(research)
        yield from study_figures(research)


def of_everything(research: Research) -> Iterator[Figure]:
    """How likely the choice at each threshold is wrong, and the EVPI."""
    question = research.question
    for wtp in research.thresholds:
        found = research.perfect(wtp)
        wrong, worth = question.chance(found.wrong), found.worth
        values = (wrong, Interval(worth.value), Interval(worth.se), research.for_all(worth))
        units = ("share", question.cost_unit, question.cost_unit, question.decision.money)
        for measure, value, unit in zip(OF_EVERYTHING, values, units, strict=True):
            if value is not None:
                yield Figure(
                    measure=measure,
                    path=question.decision.outcome or "cost",
                    level="total",
                    label=research.threshold_label(wtp),
                    value=value,
                    arm=question.psa.arms[found.best],
                    unit=unit,
                    threshold=wtp if research.has_effect else None,
                )


def of_parts(research: Research) -> Iterator[Figure]:
    """The EVPPI of every quantity, of all of them at once, and of every group."""
    if research.ranking:
        for name, worth in research.ranking:
            yield from _worth(research, name, "leaf", research.label(name), worth)
        label = say("voi_everything")
        yield from _worth(research, EVERYTHING, "total", label, research.now.worth)
    for group, worth in research.together:
        yield from _worth(research, group.name, "group", group.label, worth)


def _worth(
    research: Research, path: str, level: str, label: Words, worth: InformationValue
) -> Iterator[Figure]:
    """The numbers of one quantity or group; `evppi_strays` where the value may be too low."""
    question = research.question
    for measure, value, unit in (
        ("evppi", Interval(worth.value), question.cost_unit),
        ("evppi_se", Interval(worth.se), question.cost_unit),
        ("evppi_share", research.share(worth), "share"),
        ("evppi_population", research.for_all(worth), question.decision.money),
        ("evppi_strays", Interval(1.0) if worth.strays else None, ""),
    ):
        if value is not None:
            at = research.wtp if research.has_effect else None
            yield Figure(measure, path, level, label, value, unit=unit, threshold=at)
