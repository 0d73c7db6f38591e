"""Register weeks of persons: states at the points of a model, moves, spells, weeks behind.

A register such as the Danish DREAM has a code for each person and week. Here the codes are numbers,
what each means is an array by code, and a week is a column: the weeks before a person's start come
first, then those followed, so that column `before` is the first week of everybody, whenever that
was in the calendar.

The rule from weeks to the cycles of a model: the state of a person when a cycle begins is that of
the week in which this moment falls. A month is 1/12 of 365.25 days, that is 4.348 weeks and not 4:
18 months reach into the 79th week. What happens between two such moments and is undone before the
second is not seen, as in the model itself, in which people move at most once a cycle.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Small = NDArray[np.int16]
    Flags = NDArray[np.bool_]

WEEKS_IN_YEAR = 365.25 / 7
UNSEEN = -1
"""Stands for a code where nothing is known of the week, and for a state that is not known."""


# --- the calendar ----------------------------------------------------------------------------


def week_number(year: int, week: int) -> int:
    """The number of an ISO week, counted without a gap over the years.

    Raises ValueError if the year has no such week: most have 52, and some a week 53.

    >>> week_number(2021, 1) - week_number(2020, 53), week_number(2020, 53) - week_number(2020, 52)
    (1, 1)
    """
    return datetime.date.fromisocalendar(year, week, 1).toordinal() // 7  # Mondays are 1 past 7s


def week_of(day: datetime.date) -> int:
    """The number of the ISO week of a day.

    >>> week_of(datetime.date(2021, 1, 3)) == week_number(2020, 53)  # a Sunday
    True
    """
    return (day.toordinal() - 1) // 7


def points(cycles: int, years: float) -> Ints:
    """The week, counted from 0 at the start, in which each cycle begins: (cycle + 1,).

    years: the length of a cycle. The last point is the end of the last cycle.

    >>> points(3, 1 / 12).tolist()
    [0, 4, 8, 13]
    """
    times = np.arange(cycles + 1) * (years * WEEKS_IN_YEAR)
    whole: Ints = np.floor(times + 1e-9).astype(np.int64)
    return whole


# --- weeks of persons, and what codes mean ---------------------------------------------------


@dataclass(frozen=True, eq=False)
class RegisterWeeks:
    """The code of each person and week.

    codes: (person, week), a place in the arrays of `CodeMeanings`, or UNSEEN.
    before: how many of the weeks lie before the start; column `before` is the first week followed.
    """

    codes: Small
    before: int

    @property
    def persons(self) -> int:
        """How many persons there are."""
        return len(self.codes)

    @property
    def followed(self) -> int:
        """How many weeks there are from the start on."""
        return int(self.codes.shape[1]) - self.before


@dataclass(frozen=True, eq=False)
class CodeMeanings:
    """What each code means, (code,).

    state: the place of the state that a person with the code is in; UNSEEN where it is in none.
    behind: whether the week counts on the clock of a ladder.
    benefit: the place of the benefit that is paid in the week; UNSEEN without one.
    amount: what is paid a week, not a number where the code does not say.
    benefits: the path of each benefit.
    """

    state: Ints
    behind: Flags
    benefit: Ints
    amount: Floats
    benefits: tuple[str, ...] = ()


def states_by_week(weeks: RegisterWeeks, meanings: CodeMeanings) -> Small:
    """The state of each person in each week from the start on, (person, week followed)."""
    codes = weeks.codes[:, weeks.before :]
    states: Small = np.append(meanings.state, UNSEEN).astype(np.int16)[codes]  # -1 is the last
    return states


def states_at(states: Small, at: Ints) -> Small:
    """The state at each point, (person, point): that of the week in which it falls.

    at: weeks from the start, as `points` gives them; those behind the last week are UNSEEN.
    """
    found = np.full((len(states), at.size), UNSEEN, np.int16)
    reached = at < states.shape[1]
    found[:, reached] = states[:, at[reached]]
    return found


# --- moves -----------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class MovesCounted:
    """Moves from one point to the next, and how many persons made them.

    moves, persons: (arm, stretch, origin, target); who stays moves to where it is. A person who
    makes a move twice is counted twice in `moves`, once in `persons`.
    origins: (arm, stretch, origin), persons who were ever in the state with a next point known.
    leavers: the same, those of them who ever left it.
    unknown: (arm,), steps left out since the state is not known before or after.
    """

    moves: Ints
    persons: Ints
    origins: Ints
    leavers: Ints
    unknown: Ints


def moves_counted(
    at_points: Small, arm: Ints, arms: int, states: int, first: Sequence[int] = (0,)
) -> MovesCounted:
    """Counts moves between consecutive points, by arm and by stretch of cycles.

    at_points: (person, point). first: the first cycle, from 0, of each stretch, rising from 0.
    """
    shape = (arms, len(first), states, states)
    moves, persons = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    origins, leavers = np.zeros(shape[:3], np.int64), np.zeros(shape[:3], np.int64)
    origin, target = at_points[:, :-1], at_points[:, 1:]
    known = (origin != UNSEEN) & (target != UNSEEN)
    ends = [*first[1:], origin.shape[1]]
    for stretch, (low, high) in enumerate(zip(first, ends, strict=True)):
        part = slice(low, max(low, high))
        for source in range(states):
            here = known[:, part] & (origin[:, part] == source)
            went = here & (target[:, part] != source)
            origins[:, stretch, source] = _by_arm(here.any(axis=1), arm, arms)
            leavers[:, stretch, source] = _by_arm(went.any(axis=1), arm, arms)
            for goal in range(states):
                made = (here & (target[:, part] == goal)).sum(axis=1)
                moves[:, stretch, source, goal] = _by_arm(made, arm, arms)
                persons[:, stretch, source, goal] = _by_arm(made > 0, arm, arms)
    return MovesCounted(moves, persons, origins, leavers, _by_arm((~known).sum(axis=1), arm, arms))


def _by_arm(counts: NDArray[np.generic], arm: Ints, arms: int) -> Ints:
    """Whole numbers by person, added up by arm."""
    return np.bincount(arm, counts.astype(np.float64), arms).astype(np.int64)


# --- runs ------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Runs:
    """Unbroken runs of weeks with one value, in order of persons and time; arrays of equal length.

    person, first: whose it is, and its first week. length: in weeks. value: what they had.
    whole: False where it began in the first week or ended in the last, so that it may be longer.
    """

    person: Ints
    first: Ints
    length: Ints
    value: Small
    whole: Flags


def runs(values: Small) -> Runs:
    """The unbroken runs of the weeks of each person, (person, week)."""
    persons, weeks = values.shape
    begins = np.ones((persons, weeks), bool)
    begins[:, 1:] = values[:, 1:] != values[:, :-1]
    places = np.flatnonzero(begins.ravel())
    person, first = places // weeks, places % weeks
    length = np.diff(places, append=persons * weeks)
    value = values.ravel()[places]
    inside = (first > 0) & (first + length < weeks) & (value != UNSEEN)
    whole = inside & ~_beside(values, person, first, length)
    return Runs(person, first, length, value, whole)


def _beside(values: Small, person: Ints, first: Ints, length: Ints) -> Flags:
    """True for the runs that have a week before or after them of which nothing is known."""
    last = values.shape[1] - 1
    before = values[person, np.maximum(first - 1, 0)] == UNSEEN
    after = values[person, np.minimum(first + length, last)] == UNSEEN
    beside: Flags = before | after
    return beside


# --- the clock of a ladder -------------------------------------------------------------------


def behind_by_week(counts: Flags, before: int, at_start: Floats | None = None) -> Floats:
    """Weeks that a person has behind at the beginning of each week followed, (person, week).

    The clock counts the weeks that count, stands still in the others and is never set back.
    counts: (person, week), whether each counts, those before the start too. at_start: (person,),
    weeks behind at the start where that is known otherwise; the weeks before it then do not count.
    """
    counted = np.cumsum(counts, axis=1, dtype=np.int32)
    zero = counted[:, [before - 1]] if before else np.zeros((len(counts), 1), np.int32)
    since = np.concatenate([np.zeros_like(zero), counted[:, before:-1] - zero], axis=1)
    begin = zero if at_start is None else at_start[:, None]
    return np.asarray(begin + since, np.float64)


def step_of(behind: Floats, ends: Floats) -> Ints:
    """The step of a ladder in which a week falls that has `behind` weeks behind it.

    ends: (step,), the last week of each step, rising, the last of them infinite: with ends at 4,
    26, 52 and infinity the fourth week, with 3 behind it, is in the first step, and the fifth in
    the second.

    >>> step_of(np.array([0.0, 3, 4, 52]), np.array([4, 26, 52, np.inf])).tolist()
    [0, 0, 1, 3]
    """
    return np.searchsorted(ends, behind, side="right").astype(np.int64)


# --- means of persons ------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class MeansByArm:
    """Means over the persons of each arm: mean and standard error (arm, item), persons (arm,).

    persons: in the arm. nonzero: (arm, item), persons with anything but 0.
    """

    mean: Floats
    se: Floats
    persons: Ints
    nonzero: Ints


def means_by_arm(values: Floats, arm: Ints, arms: int) -> MeansByArm:
    """Means of what persons have, (person, item); a standard error needs two persons."""
    n = _by_arm(np.ones(len(arm)), arm, arms)
    divisor = np.maximum(n, 1)[:, None]
    mean = _sums(values, arm, arms) / divisor
    squares = _sums((values - mean[arm]) ** 2, arm, arms)
    se = np.sqrt(squares / np.maximum(n - 1, 1)[:, None] / divisor)
    nonzero = _sums((values != 0).astype(np.float64), arm, arms).astype(np.int64)
    return MeansByArm(mean, np.where(n[:, None] > 1, se, np.nan), n, nonzero)


def mean_a_week(amounts: Floats, weeks: Floats) -> tuple[float, float]:
    """The mean of an amount over the weeks of persons, and its standard error.

    amounts, weeks: (person,), what each had in all, and over how many weeks. The weeks of a person
    are alike, so persons and not weeks are what is sampled: the error is that of a ratio of means
    (Cochran, Sampling Techniques, 3rd ed., 1977, section 6.4), not a number with one person.
    """
    n, total = int((weeks > 0).sum()), float(weeks.sum())
    mean = float(amounts.sum()) / total
    squares = float(((amounts - mean * weeks) ** 2).sum())
    return mean, np.sqrt(squares * n / (n - 1)) / total if n > 1 else np.nan


def _sums(values: Floats, arm: Ints, arms: int) -> Floats:
    """Sums of each column by arm, (arm, item), in the order of persons."""
    columns = [np.bincount(arm, column, arms) for column in values.T]
    return np.stack(columns, axis=1) if columns else np.zeros((arms, 0))
