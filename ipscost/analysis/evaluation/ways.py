"""What the method changes: the same question answered by other methods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.evaluation.case import DataCase
from ipscost.analysis.evaluation.differences import Differences
from ipscost.analysis.evaluation.main import analysed
from ipscost.analysis.evaluation.nouns import (
    BOOTSTRAP,
    BY_RUBIN,
    COMPLETE,
    INDEPENDENT,
    MAIN,
    RESAMPLED,
    ROBUST,
    SHIFTED,
    UNADJUSTED,
    UNWEIGHTED,
    MethodResult,
    MnarShift,
    PersonsEvaluation,
)
from ipscost.analysis.evaluation.resampled import with_samples
from ipscost.analysis.evaluation.weights import NONE, weigh_by, weighing
from ipscost.individual.imputation import shifted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MOST_RESAMPLED = 20_000
"""With more persons a bootstrap beside the main analysis would take longer than that."""
Found = tuple[str, Differences, MnarShift | None]


def ways_of(case: DataCase, found: PersonsEvaluation, kind: str) -> tuple[MethodResult, ...]:
    """The main analysis and the others, of each arm beside the reference, in turn.

    kind: of the weights.
    """
    others = [*_others(case, found, kind)] if case.arms else []
    ways = []
    for arm in case.arms:
        ways.append(MethodResult(MAIN, arm, found.persons, found.cost(arm), found.effect(arm)))
        for name, differences, shift in others:
            other = found.by(differences)
            persons = differences.persons
            ways.append(MethodResult(name, arm, persons, other.cost(arm), other.effect(arm), shift))
    return tuple(ways)


def _others(case: DataCase, found: PersonsEvaluation, kind: str) -> Iterator[Found]:
    """Other persons, other covariates, other weights, other values for what is missing."""
    weigh, times = weighing(case, kind), found.differences.imputations
    if not case.is_whole:
        complete = _complete(case, kind)
        if complete is not None:
            yield COMPLETE, complete, None
    if any(each.adjust for each in case.endpoints):
        bare = case.fewer_adjusted()
        yield UNADJUSTED, analysed(bare, weigh=weigh, imputations=times).differences, None
    if kind != NONE:
        yield UNWEIGHTED, analysed(case, imputations=times).differences, None
    if case.asked.interval == BOOTSTRAP:
        yield BY_RUBIN, replace(found.differences, drawn=None), None
    elif case.is_whole and case.data.persons <= MOST_RESAMPLED:
        yield RESAMPLED, with_samples(case, found.differences, weigh_by(case, kind)), None
    if case.asked.cluster == ROBUST:
        alone = case.independent()
        yield INDEPENDENT, analysed(alone, weigh=weigh, imputations=times).differences, None
    for shift in case.asked.shifts:
        move = partial(moved, case, shift)
        yield SHIFTED, analysed(case, weigh=weigh, move=move, imputations=times).differences, shift


def _complete(case: DataCase, kind: str) -> Differences | None:
    """The persons who lack nothing; None where they are too few."""
    less = case.only(case.whole)
    sizes = np.bincount(less.data.arm, minlength=len(less.data.arms))
    if sizes.min() < max(2, case.asked.min_cell):
        return None
    try:
        return analysed(less, weigh=weighing(less, kind)).differences
    except ValueError:  # no more of them than coefficients, or nothing to weigh them by
        return None


def moved(case: DataCase, shift: MnarShift, values: Floats) -> Floats:
    """Values with what was imputed of an endpoint moved, (..., person, column)."""
    endpoint = next((e for e in case.endpoints if e.name == shift.path), None)
    if endpoint is None:
        return values
    if shift.is_share:
        return shifted(values, case.data, endpoint, factor=1 + shift.value)
    return shifted(values, case.data, endpoint, by=shift.value)
