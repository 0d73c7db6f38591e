"""The saving of each arm by month and by year, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.analysis.course import Trajectory, course_of
from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.scenario.nouns import Scenario
from ipscost.settings import LEVEL


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year: what is saved in it, and from the start to its end.

    Money a person, discounted; None where nothing of it is known. probability: the share of draws
    in which it has saved money so far, None where nothing is uncertain.
    """

    saving: Interval | None
    so_far: Interval | None
    probability: Interval | None


@dataclass(frozen=True, slots=True)
class ArmCourse:
    """The course of an arm against the reference arm: its years and months, where asked for.

    A last part of a year is a year.
    """

    arm: str
    years: tuple[Period, ...]
    months: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Courses:
    """The course of every intervention of a scenario, with intervals at `level`."""

    scenario: Scenario
    level: float
    arms: tuple[ArmCourse, ...]


def courses_of(
    view: View, level: float = LEVEL, *, months: bool = True, years: bool = False
) -> Courses:
    """The course of every intervention, by month or by year or both.

    Raises ValueError where the run was simulated without that course.
    """
    found = []
    for arm in view.run.scenario.interventions:
        course = course_of(view.run, arm, view.perspective)
        by_year = _periods(course.by_year(), level) if years else ()
        found.append(ArmCourse(arm, by_year, _periods(course, level) if months else ()))
    return Courses(view.run.scenario, level, tuple(found))


def _periods(course: Trajectory, level: float) -> tuple[Period, ...]:
    parts = zip(course.estimates(), course.so_far.estimates(), strict=True)
    return tuple(
        Period(now.cell(level), so_far.cell(level), so_far.minus().chance_below(0))
        for now, so_far in parts
    )
