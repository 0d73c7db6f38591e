"""How much people differ from one another in a cost or an outcome.

Given with the command, stated by the scenario, or derived: the standard error of a difference
between n1 and n0 people is SD sqrt(1/n1 + 1/n0) if people differ as much in both arms. Where none
of these says, persons who are followed one by one do.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from ipscost.remembered import by_identity
from ipscost.run import Run, simulate
from ipscost.scenario.nouns import Category, Quantity, Scenario
from ipscost.scenario.paths import is_below, is_within
from ipscost.scenario.spread import derived as derived_of
from ipscost.scenario.spread import spread_above
from ipscost.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.int64]

GIVEN: Final = "given"
STATED: Final = "stated"
DERIVED: Final = "derived"
PARTLY: Final = "partly"
OF_SHARE: Final = "of_share"
FOLLOWED: Final = "followed"
PERSONS = 10_000
"""So many persons are followed: their standard deviation is then within about 3% (95%)."""
NEARLY = 0.05
"""A standard error by formula that is within this share of that of the draws is the exact one; of
few draws it may be further off, by CHANCE standard errors of their standard deviation."""
CHANCE = 4.0

ROUNDING = 1e-9
"""What sums of the same numbers may differ by, as a share of them."""


@dataclass(frozen=True, slots=True)
class Between:
    """The standard deviation between people, in the unit of what is measured.

    source: GIVEN, STATED, DERIVED, PARTLY (stated of some costs, derived of the others), OF_SHARE
    (p (1 - p), which follows from the share) or FOLLOWED (that of persons whom the model follows).
    people: of the arm and of the reference arm from which it is derived. lacking: paths of costs
    that count and in which nothing is known of how people differ, so that they add nothing to it.
    """

    sd: float
    source: str
    people: tuple[int, int] | None = None
    lacking: tuple[str, ...] = ()


def of_cost(run: Run, arm: str, change: Floats | None) -> Between | None:
    """How much people differ in the cost that the perspective counts; None if nobody says.

    arm: of the intervention. change: its cost less that of the reference arm, (draw,). In a model
    of states persons have courses of their own, so that what is stated or derived of single costs
    is a part of how they differ, and they are followed.
    """
    counted = _counted(run)
    derived = implied_of_cost(run, arm, change)
    found = _stated_whole(run, counted)
    if run.scenario.model is None:
        found = found or _stated_cost(run, counted) or derived
    return found or _followed_cost(run, arm, [(each.path, share) for each, share in counted])


def implied_of_cost(run: Run, arm: str, change: Floats | None) -> Between | None:
    """How much people differ in that cost as far as its standard error says; None if it does not.

    Arguments as of `of_cost`. Of a study that adjusts for what was measured before it is less than
    what people differ by.
    """
    counted = _counted(run)
    error = _error_of_cost(counted, run.scenario, arm)
    return _derived(run.scenario, arm, error, change, counted)


def _counted(run: Run) -> list[tuple[Category, float]]:
    """The categories that the perspective counts, and the share of each that it counts."""
    weight = run.point.weight(run.scenario.perspective)
    return [
        (holder, float(share))
        for path, share in zip(run.point.categories, weight.tolist(), strict=True)
        if share and isinstance(holder := run.scenario.holders[path], Category)
    ]


def _followed_cost(run: Run, arm: str, counted: Sequence[tuple[str, float]]) -> Between | None:
    """How much the cost of persons differs whom the model follows; None if all are alike."""
    columns = _persons(run)[1]
    known = [(path, share) for path, share in counted if path in columns]
    if not known:
        return None
    total = np.sum([share * columns[path] for path, share in known], axis=0)
    return _of_persons(run, arm, total, [path for path, _ in known])


def _of_persons(run: Run, arm: str, values: Floats, paths: Sequence[str] = ()) -> Between | None:
    """The standard deviation of what persons have, (person,), by the mean variance of both arms.

    paths: of the costs that it is the sum of, of which those are lacking that all have alike.
    """
    place, columns = _persons(run)
    arms = [place == run.point.arm(name) for name in (arm, run.point.reference)]
    sd = math.sqrt(math.fsum(apart(values[own]) ** 2 for own in arms) / 2)
    lacking = []
    for path in paths:
        parts = [columns[path][own] for own in arms]
        if any(part.any() for part in parts) and not any(apart(part) for part in parts):
            lacking.append(path)
    return Between(sd, FOLLOWED, lacking=tuple(lacking)) if sd else None


@by_identity(1)
def followed(run: Run) -> Run:
    """The base case of a run with persons followed one by one; itself where it has some."""
    if run.people is not None:
        return run
    settings = Settings(draws=0, seed=run.settings.seed, engine="persons", persons=PERSONS)
    return simulate(run.scenario, settings)


def _persons(run: Run) -> tuple[Places, Mapping[str, Floats]]:
    """The arm of each person of the base case, (person,), and what is recorded of each by path."""
    people = followed(run).people
    return (np.zeros(0, np.int64), {}) if people is None else (people.arm, people.columns)


def _stated_whole(run: Run, counted: Sequence[tuple[Category, float]]) -> Between | None:
    """How much people differ in the sum of all categories, where the scenario states it of that."""
    between = run.scenario.spread
    whole = None if between is None else between.by_path.get("cost")
    if whole is None or len(counted) != len(run.point.categories):
        return None
    level = _level(run, "cost")
    if any(share != 1 for _, share in counted) or (whole.sd is None and level is None):
        return None
    return Between(whole.around(level or 0.0), STATED)


def _stated_cost(run: Run, counted: Sequence[tuple[Category, float]]) -> Between | None:
    """How much people differ in the sum of categories, as the scenario states it of one of them.

    The variance of a sum is that of its parts and twice their covariances: `together` takes the
    correlation of any two, `frailty` a common factor with a mean of 1, so that a covariance is its
    squared coefficient of variation times both means. A part of which nothing is stated has what is
    derived of it. None where nothing is stated, or of a group of which only a part counts.
    """
    between = run.scenario.spread
    if between is None:
        return None
    parts: dict[str, tuple[float, float]] = {}
    people, lacking = None, []
    for category, share in counted:
        path = category.path
        found = between.by_path.get(path) or spread_above(run.scenario, path)
        if found is not None and found.path not in ("cost", path):
            inside = [c for c in run.point.categories if is_below(c, found.path)]
            if any(share != 1 or c not in {each.path for each, _ in counted} for c in inside):
                return None
        if found is None or found.path == "cost":
            found = derived_of(run.scenario, path)
            people = people or (None if found is None else _people(run.scenario))
        if found is None:
            lacking.append(path)
            continue
        level = _level(run, found.path)
        if found.sd is None and level is None:
            return None
        parts[found.path] = abs(share) * found.around(level or 0.0), share * (level or 0.0)
    if not any(path in parts for path in between.by_path):
        return None
    spreads, means = ([each[place] for each in parts.values()] for place in (0, 1))
    squares = math.fsum(each**2 for each in spreads)
    shared = 0.0
    if between.together is not None:
        shared = between.together.mean * (math.fsum(spreads) ** 2 - squares)
    elif between.frailty is not None:
        apart = math.fsum(means) ** 2 - math.fsum(each**2 for each in means)
        shared = between.frailty.mean**2 * apart
    sd = math.sqrt(max(squares + shared, 0.0))
    return Between(sd, PARTLY if people else STATED, people, tuple(lacking))


def _people(scenario: Scenario) -> tuple[int, int] | None:
    """The people of the first intervention and of the reference arm; None if not both are known."""
    counts = scenario.arms[scenario.interventions[0]].n, scenario.arms[scenario.reference].n
    return None if counts[0] is None or counts[1] is None else (counts[0], counts[1])


def _level(run: Run, path: str) -> float | None:
    """What is at `path` in the reference arm, per person; None if a part of it is not known."""
    ledger = run.point
    row = ledger.arm(ledger.reference)
    inside = [is_within(each, path) for each in ledger.categories]
    if not bool(ledger.known[row, inside].all()):
        return None
    return math.fsum(ledger.present_value[row, inside, 0].tolist())


def of_outcome(run: Run, arm: str, path: str, change: Floats | None) -> Between | None:
    """How much people differ in an outcome that is no share; None if nobody says."""
    scenario = run.scenario
    stated = None if scenario.spread is None else scenario.spread.by_path.get(path)
    if stated is not None:
        levels = run.point.present_outcome[run.point.arm(scenario.reference), :, 0]
        index = [outcome.path for outcome in scenario.outcomes].index(path)
        return Between(stated.around(float(levels[index])), STATED)
    holder = scenario.holders[path]
    quantity, base = holder.arms.get(arm), holder.arms.get(scenario.reference)
    found = _derived(scenario, arm, _error(quantity, base), change, ())
    columns = _persons(run)[1] if found is None else {}
    return found if path not in columns else _of_persons(run, arm, columns[path])


def _derived(
    scenario: Scenario,
    arm: str,
    by_formula: float | None,
    change: Floats | None,
    counted: Sequence[tuple[Category, float]],
) -> Between | None:
    """The standard deviation that a standard error and the people in both arms imply.

    The error by formula has no error of the draws; where it is not that of the draws, as where
    numbers are multiplied, these count. What is carried over to others has the spread of those
    whom it was seen among, so there the formula alone counts; so too in a model of states, whose
    uncertainty is not that of a mean of people.
    """
    people = scenario.arms[arm].n, scenario.arms[scenario.reference].n
    if people[0] is None or people[1] is None:
        return None
    drawn = 0.0 if change is None else apart(change)
    error = by_formula
    if (
        scenario.transfer is None
        and scenario.model is None
        and (error is None or abs(error - drawn) > _nearly(change) * drawn)
    ):
        error = drawn or error
    if not error:
        return None
    sd = error / math.sqrt(1 / people[0] + 1 / people[1])
    lacking = tuple(
        category.path
        for category, _ in counted
        if all(quantity.is_fixed for quantity in category.numbers)
    )
    return Between(sd, DERIVED, (people[0], people[1]), lacking)


def _nearly(change: Floats | None) -> float:
    """By which share of it a standard deviation of draws may be off: SE = 1 / sqrt(2 (n - 1))."""
    draws = 2 if change is None else max(change.size, 2)
    return max(NEARLY, CHANCE / math.sqrt(2 * (draws - 1)))


def apart(values: Floats) -> float:
    """The standard deviation of draws, (draw,); 0 where they differ by rounding alone."""
    if values.size < 2:
        return 0.0
    found = float(values.std(ddof=1))
    return found if found > ROUNDING * float(np.abs(values).max()) else 0.0


def _error_of_cost(
    counted: Sequence[tuple[Category, float]], scenario: Scenario, arm: str
) -> float | None:
    """The standard error of a sum of independent differences; None where they are no such sum."""
    if scenario.correlations:
        return None
    squares = []
    for category, share in counted:
        quantity, base = category.arms.get(arm), category.arms.get(scenario.reference)
        if category.price is not None or category.rate is not None or category.rules:
            return None
        error = _error(quantity, base)
        if error is None:
            return None
        squares.append((share * error) ** 2)
    return math.sqrt(math.fsum(squares))


def _error(quantity: Quantity | None, base: Quantity | None) -> float | None:
    """The standard error of the difference between two arms; None where it is not stated so."""
    if quantity is None or not quantity.is_known or quantity.unit.monthly:
        return None
    if quantity.role == "difference":
        return _reported(quantity)
    if quantity.role == "mean" and base is not None and base.is_known:
        return math.hypot(_reported(quantity), _reported(base))
    return None


def _reported(quantity: Quantity) -> float:
    """The standard error of a number in the money of the result, or in its unit."""
    factor = 1.0 if quantity.conversion is None else quantity.conversion.factor
    return factor * quantity.dist.sd
