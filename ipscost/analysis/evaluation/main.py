"""The main analysis: of what is there where nothing is missing, else of imputations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.evaluation.case import DataCase
from ipscost.analysis.evaluation.differences import Differences
from ipscost.individual.regression import Regressed
from ipscost.individual.rubin import FIRST, MOST, enough

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Weigh = Callable[["Floats"], "Floats | None"]
"""What each person counts, (..., person), by their values; None where everybody counts alike."""
Move = Callable[["Floats"], "Floats"]
"""Values with what was imputed moved, (..., person, column)."""


@dataclass(frozen=True, eq=False)
class MainAnalysis:
    """What differs, and whether there were as many imputations as are enough."""

    differences: Differences
    enough: bool


def unweighted(values: Floats) -> Floats | None:
    """Everybody counts alike."""
    return None


def unmoved(values: Floats) -> Floats:
    """Nothing is moved."""
    return values


def analysed(
    case: DataCase,
    *,
    weigh: Weigh = unweighted,
    move: Move = unmoved,
    imputations: int | None = None,
) -> MainAnalysis:
    """The differences between arms.

    weigh: what each person counts. move: what is done to imputed values before they count.
    imputations: how many; None for as many as are enough, by the Monte Carlo error of every
        estimate.

    Raises ValueError where there are no more persons than coefficients.
    """
    if case.is_whole:
        values = case.data.values
        return MainAnalysis(case.differences(case.fit(values, weigh(values))), enough=True)
    kept: list[Regressed] = []

    def of(numbers: range) -> tuple[Floats, Floats]:
        """Estimates (imputation, number) and their covariances, in blocks."""
        parts = []
        for block in case.imputations.blocks(numbers):
            values = move(case.imputations.of(block))
            parts.append(case.fit(values, weigh(values)))
        kept[:] = parts[-1:]
        estimates = np.concatenate([part.estimate for part in parts])
        covariances = np.concatenate([part.covariance for part in parts])
        return estimates.reshape(len(numbers), -1), covariances

    count = imputations
    first, most = (FIRST, MOST) if count is None else (count, count)
    found = enough(of, freedom=_freedom(case), first=first, most=most)
    last = kept[0]
    shape = (len(found.estimates), *last.estimate.shape[-2:])
    whole = Regressed(last.names, found.estimates.reshape(shape), found.covariances, last.freedom)
    return MainAnalysis(case.differences(whole), found.reached or count is not None)


def _freedom(case: DataCase) -> float:
    """Degrees of freedom are counted for each sum; the rule for enough needs none."""
    return float(max(1, case.data.persons - len(case.used)))
