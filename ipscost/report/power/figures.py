"""The numbers of power for machines: of each size, and the people that an effect takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.power.checked import simulated_power
from ipscost.analysis.power.plan import GOALS, PARTS, StudySize
from ipscost.report.power.terms import StudyTerms
from ipscost.report.report import Figure

Measured = tuple[str, float | None, str]
"""A measure, its value and its unit."""


def figures(terms: StudyTerms) -> Iterator[Figure]:
    """All numbers. `people` says of which size, `goal` for which power, `part` of which effect."""
    yield from _of_sizes(terms)
    plan = terms.plan
    for part in PARTS:
        for goal in GOALS:
            found = plan.needed(goal, part)
            if found is not None:
                yield _figure(
                    terms,
                    "people_needed",
                    float(found),
                    "person",
                    (("goal", f"{goal:g}"), ("part", f"{part:g}")),
                    part,
                )
    yield from _best(terms)


def of_worth(terms: StudyTerms) -> Iterator[Figure]:
    """What each size is worth and costs, and the size that is worth most less its cost."""
    for size in terms.plan.sizes:
        yield from _told(terms, size, _worth(terms, size))
    yield from _best(terms)


def _of_sizes(terms: StudyTerms) -> Iterator[Figure]:
    plan = terms.plan
    unit = "share" if terms.is_share else terms.unit
    for size in plan.sizes:
        numbers: list[Measured] = [
            ("power", size.power, "share"),
            ("assurance", size.assurance, "share"),
            ("half_width", size.half_width, unit),
        ]
        yield from _told(terms, size, [*numbers, *_worth(terms, size)])
        for test in plan.tried:
            found = [("power_simulated", simulated_power(plan, size.n, test), "share")]
            yield from _told(terms, size, found, (("test", test),))


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
    more: tuple[tuple[str, str], ...] = (),
) -> Iterator[Figure]:
    """The numbers of a size that are known; `more` is what else is said of them."""
    for measure, value, unit in numbers:
        if value is not None:
            about = (("people", str(size.n)), ("controls", str(size.controls)), *more)
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
    about: tuple[tuple[str, str], ...],
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
