"""The numbers of power for machines: of each size, and the people that an effect takes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.power.between import apart
from ipscost.analysis.power.checked import simulated_power
from ipscost.analysis.power.plan import GOALS, PARTS, StudySize
from ipscost.report.power.terms import StudyTerms
from ipscost.report.report import Figure
from ipscost.trial.power import TwoShares
from ipscost.words.text import say

Measured = tuple[str, float | None, str]
"""A measure, its value and its unit."""


def figures(terms: StudyTerms) -> Iterator[Figure]:
    """All numbers. `people` says of which size, `goal` for which power, `part` of which effect."""
    yield from _of_sizes(terms)
    yield from _between(terms)
    yield from needed_figures(terms)
    for other in terms.beside:
        account = "" if other.is_outcome else other.run.scenario.perspective
        yield from needed_figures(other, (("account", account),))
    yield from _best(terms)
    yield from _own(terms)


def _between(terms: StudyTerms) -> Iterator[Figure]:
    """How much people differ in what is measured, and how unsure the effect is over the draws."""
    target = terms.plan.target
    if isinstance(target.compared, TwoShares):
        return
    between = math.sqrt((target.compared.treated**2 + target.compared.control**2) / 2)
    yield _figure(terms, "sd_between", between, terms.unit, ())
    if target.is_uncertain:
        yield _figure(terms, "sd_of_effect", apart(target.treated - target.control), terms.unit, ())


def needed_figures(
    terms: StudyTerms, more: tuple[tuple[str, str | float], ...] = ()
) -> Iterator[Figure]:
    """The people that each power takes, of the effect and parts of it.

    more: what else is said of them, as whose account the effect is of.
    """
    plan = terms.plan
    for part in PARTS:
        for goal in GOALS:
            found = plan.needed(goal, part)
            if found is not None:
                about = (("goal", goal), ("part", part), *more)
                yield _figure(terms, "people_needed", float(found), "person", about, part)


def seen_figures(terms: StudyTerms) -> Iterator[Figure]:
    """The power, the assurance and half the interval of each size, as by the formulas."""
    for size in terms.plan.sizes:
        yield from _told(terms, size, _seen(terms, size))


def _own(terms: StudyTerms) -> Iterator[Figure]:
    """The p value and the power of each line of the study behind the scenario, at its own size."""
    own = terms.own
    if own is None:
        return
    psa, holders = terms.question.psa, terms.run.scenario.holders
    about = (("people", own.treated), ("controls", own.control))
    for line in own.lines:
        holder = holders.get(line.path)
        label = say("power_all_costs") if holder is None else holder.label
        for measure, value, unit in (
            ("p_own", line.p, "p"),
            ("power_own", line.power, "share"),
        ):
            yield Figure(
                measure=measure,
                path=line.path,
                level="total" if holder is None else "leaf",
                label=label,
                value=Interval(value),
                arm=psa.arms[terms.plan.target.arm],
                versus=psa.arms[psa.base],
                unit=unit,
                about=about,
            )


def of_worth(terms: StudyTerms) -> Iterator[Figure]:
    """What each size is worth and costs, and the size that is worth most less its cost."""
    for size in terms.plan.sizes:
        yield from _told(terms, size, _worth(terms, size))
    yield from _best(terms)


def _of_sizes(terms: StudyTerms) -> Iterator[Figure]:
    plan = terms.plan
    for size in plan.sizes:
        yield from _told(terms, size, [*_seen(terms, size), *_worth(terms, size)])
        for test in plan.tried:
            found = [("power_simulated", simulated_power(plan, size.n, test), "share")]
            yield from _told(terms, size, found, (("test", test),))


def _seen(terms: StudyTerms, size: StudySize) -> list[Measured]:
    """What a study sees, by the formulas."""
    return [
        ("power", size.power, "share"),
        ("assurance", size.assurance, "share"),
        ("half_width", size.half_width, "share" if terms.is_share else terms.unit),
    ]


def _worth(terms: StudyTerms, size: StudySize) -> list[Measured]:
    """What a study is worth per person and to all, what it costs, and what is left."""
    each, money = terms.question.cost_unit, terms.question.decision.money
    return [
        ("evsi", size.each, each),
        ("evsi_population", size.worth, money),
        ("study_cost", size.cost, money),
        ("enbs", size.net, money),
    ]


def _told(
    terms: StudyTerms,
    size: StudySize,
    numbers: Sequence[Measured],
    more: tuple[tuple[str, str | float], ...] = (),
) -> Iterator[Figure]:
    """The numbers of a size that are known; `more` is what else is said of them."""
    for measure, value, unit in numbers:
        if value is not None:
            about = (("people", size.n), ("controls", size.controls), *more)
            yield _figure(terms, measure, value, unit, about)


def _best(terms: StudyTerms) -> Iterator[Figure]:
    """The size that is worth most less its cost, where one is worth it."""
    best = terms.plan.best
    if best is not None and best.net is not None and best.net > 0:
        yield _figure(terms, "people_best", float(best.n), "person", ())


def _figure(
    terms: StudyTerms,
    measure: str,
    value: float,
    unit: str,
    about: tuple[tuple[str, str | float], ...],
    part: float = 1.0,
) -> Figure:
    """A number of the whole effect, or of a part of it."""
    psa = terms.question.psa
    return Figure(
        measure=measure,
        path=terms.path,
        level="total",
        label=terms.part(part),
        value=Interval(value),
        arm=psa.arms[terms.plan.target.arm],
        versus=psa.arms[psa.base],
        unit=unit,
        threshold=terms.plan.target.wtp,
        about=about,
    )
