"""What a number does in a run: its draws, what it changes, and a category's way to the total."""

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
"""By how much of itself, or by how much from 0, a number is moved to see what it changes."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The draws of a number in its stated unit: mean, standard deviation, interval, the first."""

    mean: float
    sd: float
    low: float
    high: float
    first: float


def drawn(run: Run, quantity: Quantity, level: float = LEVEL) -> Drawn | None:
    """The draws of a number with their central interval; None where it is the same in all."""
    column = run.draws.columns[quantity.path]
    if quantity.is_fixed or column.size == 0:
        return None
    tail = (1 - level) / 2
    low, high = np.quantile(column, [tail, 1 - tail])
    numbers = (column.mean(), column.std(), low, high, column[0])
    return Drawn(*(float(each) for each in numbers))


def entered(run: Run, quantity: Quantity) -> tuple[str, ...]:
    """The paths of the categories and outcomes that change when a number does: the run, again."""
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
    """What an arm uses of a category with a price, in the unit of its use.

    A difference where it is stated against a reference arm whose use is not.
    """
    scenario, quantity = run.scenario, category.arms[arm]
    base = category.arms.get(scenario.reference)
    amount = scenario.base(quantity)
    if quantity.role == "difference" and base is not None:
        amount += scenario.base(base)
    elif quantity.role == "ratio" and base is not None:
        amount *= scenario.base(base)
    return amount


# --- from the ledger to the total --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Increment:
    """What an arm changes, with its interval; None where that is not known.

    `share` is that of the whole saving; None where it would mislead.
    """

    arm: str
    change: Interval | None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """What an arm changes of a category, from the months to the table: all per person.

    first, last, whole: in the first month, the last, and all of them, before discounting.
    present: discounted.
    counted: the share of it that the perspective counts.
    effect: what it comes to there; None where nothing of it is counted.
    """

    arm: str
    first: float
    last: float
    whole: float
    present: float
    counted: float
    effect: Increment | None


def passages(view: View, category: Category, level: float = LEVEL) -> Iterator[Passage | str]:
    """One for each intervention; its name alone where it is not known what it changes."""
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
    """An outcome by arm, by the point estimates."""
    index = view.run.point.outcomes.index(outcome.path)
    return {arm: view.outcome(arm, index).point for arm in view.run.scenario.arms}


def effects(view: View, outcome: Outcome, level: float = LEVEL) -> Iterator[Increment]:
    """What each intervention changes of an outcome."""
    index = view.run.point.outcomes.index(outcome.path)
    for arm in view.run.scenario.interventions:
        yield Increment(arm, view.outcome_difference(arm, index).cell(level))
