"""How a number enters a run: its draws, what it changes, and a category's way to the total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.run import Run
from ipscost.scenario.nouns import Category, Outcome, Quantity
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SHIFT = 0.01
"""To see what it changes, a number is raised by this share of itself, or from 0 to this."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Summary of the draws of a number, in its stated unit.

    mean, sd: mean and standard deviation. low, high: the central interval. first: the first draw.
    """

    mean: float
    sd: float
    low: float
    high: float
    first: float


def drawn(run: Run, quantity: Quantity, level: float = LEVEL) -> Drawn | None:
    """A summary of a number's draws, with the central interval at `level`; None without draws.

    A fixed number has none, and neither has a run of the point estimates.
    """
    column = run.draws.columns[quantity.path]
    if quantity.is_fixed or column.size == 0:
        return None
    tail = (1 - level) / 2
    low, high = np.quantile(column, [tail, 1 - tail])
    numbers = (column.mean(), column.std(), low, high, column[0])
    return Drawn(*(float(each) for each in numbers))


def entered(run: Run, quantity: Quantity) -> tuple[str, ...]:
    """The paths of the categories and outcomes that change with a number, categories first.

    The point estimates are run again with the number moved by SHIFT.
    """
    now = run.scenario.now(quantity)
    before, after = run.point, run.at({quantity.path: now * (1 + SHIFT) if now else SHIFT})
    pairs = (
        (before.categories, before.present_value, after.present_value),
        (before.outcomes, before.present_outcome, after.present_outcome),
    )
    return tuple(
        path
        for names, old, new in pairs
        for index, path in enumerate(names)
        if not np.allclose(old[:, index], new[:, index], rtol=1e-9, atol=1e-9)
    )


def amount_of(run: Run, category: Category, arm: str) -> float:
    """The use of a category with a price in an arm, in the unit of the use, by point estimates.

    A use stated as a difference remains one if that of the reference arm is not known.
    """
    scenario, quantity = run.scenario, category.arms[arm]
    base = category.arms.get(scenario.reference)
    amount = scenario.base(quantity)
    if quantity.role == "difference" and base is not None:
        amount += scenario.base(base)
    elif quantity.role == "ratio" and base is not None:
        amount *= scenario.base(base)
    return amount


# --- from monthly costs to the total -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Increment:
    """The difference of an arm from the reference arm in a category or an outcome.

    change: with its interval; None if not known. share: of the whole cost difference; None if that
        would mislead (`View.part_of_total`) and for outcomes.
    """

    arm: str
    change: Interval | None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The cost difference of an arm in one category, step by step, in money per person.

    first, last, whole: undiscounted, in the first month, the last month and over all months.
    present: discounted, over all months.
    counted: the share that the perspective counts.
    effect: the difference as it is counted; None if nothing of it is.
    """

    arm: str
    first: float
    last: float
    whole: float
    present: float
    counted: float
    effect: Increment | None


def passages(view: View, category: Category, level: float = LEVEL) -> Iterator[Passage | str]:
    """A passage for each intervention; only its name if its difference is not known."""
    point, reference = view.run.point, view.run.scenario.reference
    index, weight = point.categories.index(category.path), view.weight()
    only = np.zeros(len(point.categories))
    only[index] = weight[index]
    for arm in view.run.scenario.interventions:
        if not point.told[point.arm(arm), index]:
            yield arm
            continue
        course = point.cost[point.arm(arm), index, :, 0]
        course = course - point.cost[point.arm(reference), index, :, 0]
        effect = None
        if weight[index]:
            change = view.difference(arm, only)
            effect = Increment(arm, change.cell(level), view.part_of_total(arm, change))
        months = (float(course[0]), float(course[-1]), float(course.sum()))
        present = float(point.difference(arm)[index, 0])
        yield Passage(arm, *months, present, float(weight[index]), effect)


def levels(view: View, outcome: Outcome) -> dict[str, float]:
    """An outcome in each arm, in its unit per person, by the point estimates."""
    index = view.run.point.outcomes.index(outcome.path)
    return {arm: view.outcome(arm, index).point for arm in view.run.scenario.arms}


def effects(view: View, outcome: Outcome, level: float = LEVEL) -> Iterator[Increment]:
    """The difference in an outcome of each intervention from the reference arm."""
    index = view.run.point.outcomes.index(outcome.path)
    for arm in view.run.scenario.interventions:
        yield Increment(arm, view.outcome_difference(arm, index).cell(level))
