"""The numbers of cea for machines: in one order, however many arms there are."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval
from ipscost.decision.acceptability import AXES, QUADRANTS
from ipscost.decision.frontier import DOMINATED, EXTENDED, FRONTIER
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.report import Figure

FLAGS = {"on_frontier": FRONTIER, "dominated": DOMINATED, "extendedly_dominated": EXTENDED}


def figures(question: CeaTerms) -> Iterator[Figure]:
    """Costs and effects, the frontier, and where something is uncertain all that is of draws."""
    yield from _costs_and_effects(question)
    yield from _frontier(question)
    if question.is_uncertain:
        yield from _benefits(question)
        yield from _plane(question)
        yield from _curves(question)


def _of_arm(
    question: CeaTerms,
    arm: int,
    measure: str,
    value: Interval,
    unit: str,
    *,
    versus: int | None = None,
    threshold: float | None = None,
) -> Figure:
    """A number of an arm, by itself or against another."""
    names = question.psa.arms
    return Figure(
        measure=measure,
        path=question.decision.outcome,
        level="arm",
        label=question.label(arm),
        value=value,
        arm=names[arm],
        versus="" if versus is None else names[versus],
        unit=unit,
        threshold=threshold,
    )


def _costs_and_effects(question: CeaTerms) -> Iterator[Figure]:
    """What each arm costs and achieves, and its differences from the reference arm."""
    money, effect, base = question.cost_unit, question.decision.effect_unit, question.psa.base
    for each in question.arms:
        for measure, value, unit, versus in (
            ("cost", each.cost, money, None),
            ("effect", each.effect, effect, None),
            ("incremental_cost", each.cost_change, money, base),
            ("incremental_effect", each.effect_change, effect, base),
        ):
            if value is not None:
                yield _of_arm(question, each.arm, measure, value, unit, versus=versus)


def _frontier(question: CeaTerms) -> Iterator[Figure]:
    """Each arm against the one it is held against, and its standing: 1 for yes, 0 for no."""
    for each in question.standings:
        found: list[tuple[str, float, str]] = []
        if each.versus is not None:
            step = question.outcome_step(each)
            found += [
                ("frontier_cost", each.cost, question.cost_unit),
                ("frontier_effect", step, question.decision.effect_unit),
            ]
        if each.icer is not None:
            found.append(("icer", each.icer, question.icer_unit))
        found += [(name, float(each.status == status), "") for name, status in FLAGS.items()]
        for measure, value, unit in found:
            yield _of_arm(question, each.arm, measure, Interval(value), unit, versus=each.versus)


def _benefits(question: CeaTerms) -> Iterator[Figure]:
    """Net benefit against the reference arm, and how likely it is positive, by threshold."""
    for each in question.benefits:
        for measure, value, unit in (
            ("nmb", each.monetary, question.cost_unit),
            ("nhb", each.health, question.decision.effect_unit),
            ("probability_cost_effective", each.better, "share"),
        ):
            if value is not None:
                versus = question.psa.base
                at = each.wtp
                yield _of_arm(question, each.arm, measure, value, unit, versus=versus, threshold=at)


def _plane(question: CeaTerms) -> Iterator[Figure]:
    """The share of draws in each quadrant of the plane and on each axis."""
    names = [f"quadrant_{name}" for name in QUADRANTS] + [f"axis_{name}" for name in AXES]
    for arm in question.others:
        for measure, share in zip(names, question.plane[arm], strict=True):
            value, versus = question.chance(share), question.psa.base
            yield _of_arm(question, arm, measure, value, "share", versus=versus)


def _curves(question: CeaTerms) -> Iterator[Figure]:
    """The acceptability curves with their frontier, then expected losses with the EVPI."""
    found, names, unit = question.curves, question.psa.arms, question.cost_unit
    labels = [question.threshold_label(wtp) for wtp in question.thresholds]
    best, frontier, evpi = found.best, found.frontier, found.evpi

    def at(place: int, measure: str, value: Interval, arm: str, unit: str) -> Figure:
        """A number of a curve."""
        return Figure(
            measure=measure,
            path=question.decision.outcome,
            level="threshold",
            label=labels[place],
            value=value,
            arm=arm,
            unit=unit,
            threshold=question.thresholds[place],
        )

    for place in range(len(labels)):
        for arm, name in enumerate(names):
            yield at(place, "ceac", question.chance(found.probability[arm, place]), name, "share")
        yield at(place, "ceaf", question.chance(frontier[place]), names[best[place]], "share")
    for place in range(len(labels)):
        for arm, name in enumerate(names):
            yield at(place, "expected_loss", Interval(float(found.loss[arm, place])), name, unit)
        yield at(place, "evpi", Interval(float(evpi[place])), "", unit)
