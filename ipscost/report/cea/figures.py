"""The numbers of cea for machines, in an order that does not depend on how many arms there are."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval
from ipscost.decision.acceptability import AXES, QUADRANTS
from ipscost.decision.frontier import DOMINATED, EXTENDED, FRONTIER
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.report import Figure

FLAGS = {"on_frontier": FRONTIER, "dominated": DOMINATED, "extendedly_dominated": EXTENDED}
"""The measures that say where an arm stands."""


def figures(question: CeaTerms) -> Iterator[Figure]:
    """Every number of a decision, as rows of the CSV.

    Costs, effects and the frontier come first. Net benefits, the plane and the curves follow where
    something is uncertain. Money is in `cost_unit`, effects in the unit of the outcome;
    probabilities are shares from 0 to 1.
    """
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
    """A number of `arm`, on its own or against the arm `versus`; both are places among the arms."""
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
    """Each arm's step along the frontier, and where it stands: 1 where a flag holds, else 0."""
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
    """Net benefit against the reference arm at each tabled threshold, and how likely a gain is."""
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
    """At each threshold the acceptability of every arm and of the best; then losses and EVPI."""
    found, names, unit = question.curves, question.psa.arms, question.cost_unit
    labels = [question.threshold_label(wtp) for wtp in question.thresholds]
    best, frontier, evpi = found.best, found.frontier, found.evpi

    def at(place: int, measure: str, value: Interval, arm: str, unit: str) -> Figure:
        """A number at the threshold in this place."""
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
