"""The saving of each arm by month and by year, with its uncertainty."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.analysis.course import Trajectory, check_horizon, course_of
from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.scenario.nouns import Scenario
from ipscost.settings import LEVEL


@dataclass(frozen=True, slots=True)
class Period:
    """The saving in a month or a year, and the cumulative saving at its end.

    saving, so_far: money per person, discounted; None if nothing of it is known.
    probability: the share of draws with a cumulative saving above 0; None if nothing is uncertain.
    plain, plain_so_far: both before discounting; None where discounting changes nothing.
    """

    saving: Interval | None
    so_far: Interval | None
    probability: Interval | None
    plain: Interval | None = None
    plain_so_far: Interval | None = None


@dataclass(frozen=True, slots=True)
class ArmCourse:
    """The saving of an arm over time, by year and by month; empty if that was not asked for.

    A last incomplete year counts as a year.
    """

    arm: str
    years: tuple[Period, ...]
    months: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Courses:
    """The saving of every intervention over time, with intervals at `level`."""

    scenario: Scenario
    level: float
    arms: tuple[ArmCourse, ...]


def courses_of(
    view: View, level: float = LEVEL, *, months: bool = True, years: bool = False
) -> Courses:
    """The saving of every intervention by month, by year or both.

    Raises ValueError if the run has draws and was simulated without `months=True`, and AskedError
    where the horizon is not known.
    """
    check_horizon(view.run.scenario)
    arms = []
    for arm in view.run.scenario.interventions:
        course = course_of(view.run, arm, view.perspective)
        by_year = _periods(course.by_year(), level) if years else ()
        arms.append(ArmCourse(arm, by_year, _periods(course, level) if months else ()))
    return Courses(view.run.scenario, level, tuple(arms))


def _periods(course: Trajectory, level: float) -> tuple[Period, ...]:
    """The periods of a saving over time, with intervals at `level`."""
    total = course.so_far
    parts = zip(
        *(course.estimates(), total.estimates(), course.plain(), total.plain()), strict=True
    )
    return tuple(
        Period(now.cell(level), so_far.cell(level), so_far.minus().chance_below(0), *plain)
        for now, so_far, *plain in parts
    )
