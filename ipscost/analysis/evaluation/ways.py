"""What the method changes: the same question answered by other methods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.evaluation.beside import ByArm, beside, of_cut_off
from ipscost.analysis.evaluation.case import DataCase
from ipscost.analysis.evaluation.differences import Differences
from ipscost.analysis.evaluation.main import analysed, unweighted
from ipscost.analysis.evaluation.nouns import (
    BOOTSTRAP,
    BY_RUBIN,
    COMPLETE,
    INDEPENDENT,
    MAIN,
    RESAMPLED,
    SHIFTED,
    UNADJUSTED,
    UNCUT,
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
    if not case.arms or not case.is_measured:
        return ()
    others = [*_others(case, found, kind)]
    times = found.differences.imputations
    apart = [*beside(case, times)]
    cut = [*of_cut_off(case, times)] if _is_cut_told(case, found) else []
    return tuple(
        way
        for arm in case.arms
        for way in (
            MethodResult(MAIN, arm, found.persons, found.cost(arm), found.effect(arm)),
            *_of_arm(found, arm, [each for each in others if each[0] in FIRST]),
            *_alone(found, arm, apart),
            *_alone(found, arm, [(name, cost, {}) for name, cost in cut]),
            *_of_arm(found, arm, [each for each in others if each[0] not in FIRST]),
        )
    )


FIRST = (COMPLETE, UNCUT, UNWEIGHTED, UNADJUSTED)
"""What stands first behind the main analysis: other people."""


def _of_arm(found: PersonsEvaluation, arm: str, others: Sequence[Found]) -> Iterator[MethodResult]:
    """What other regressions find of an arm."""
    for name, differences, shift in others:
        other = found.by(differences)
        persons = found.people.whole if name == COMPLETE else differences.persons
        yield MethodResult(name, arm, persons, other.cost(arm), other.effect(arm), shift)


def _alone(
    found: PersonsEvaluation, arm: str, others: Sequence[tuple[str, ByArm, ByArm]]
) -> Iterator[MethodResult]:
    """What methods without a joint regression find of an arm, with what the file states added."""
    for name, costs, effects in others:
        cost, effect = costs.get(arm), effects.get(arm)
        if cost is not None:
            cost = cost.plus(*found.stated_sum(arm))
        if cost is not None or effect is not None:
            yield MethodResult(name, arm, found.persons, cost, effect)


def _others(case: DataCase, found: PersonsEvaluation, kind: str) -> Iterator[Found]:
    """Other persons, other covariates, other weights, other values for what is missing."""
    weigh, times = weighing(case, kind), found.differences.imputations
    if not case.is_whole:
        complete = _complete(case, kind)
        # what is told of them beside all would tell of the others, if these are few
        if complete is not None and found.people.whole is not None:
            yield COMPLETE, complete, None
    if case.uncut is not None and _is_cut_told(case, found):
        yield UNCUT, analysed(case, imputations=times).differences, None
    if kind != NONE:
        known = case.uncut
        plain = unweighted if known is None else lambda values: known
        yield UNWEIGHTED, analysed(case, weigh=plain, imputations=times).differences, None
    if case.asked.cluster and case.is_followed:
        bare = case.fewer_adjusted()
        yield UNADJUSTED, analysed(bare, imputations=times).differences, None
    if case.asked.interval == BOOTSTRAP:
        yield BY_RUBIN, replace(found.differences, drawn=None), None
    elif case.is_whole and case.is_followed and case.data.persons <= MOST_RESAMPLED:
        yield RESAMPLED, with_samples(case, found.differences, weigh_by(case, kind)), None
    if case.asked.cluster:
        alone = case.independent()
        yield INDEPENDENT, analysed(alone, weigh=weigh, imputations=times).differences, None
    for shift in case.asked.shifts:
        move = partial(moved, case, shift)
        yield SHIFTED, analysed(case, weigh=weigh, move=move, imputations=times).differences, shift


def _is_cut_told(case: DataCase, found: PersonsEvaluation) -> bool:
    """True where some were cut off, and enough for what is told with and without them."""
    return not case.is_followed and None not in found.people.cut_off.values()


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
    arm = case.data.arms.index(shift.arm) if shift.arm else None
    if shift.is_share:
        return shifted(values, case.data, endpoint, factor=1 + shift.value, arm=arm)
    return shifted(values, case.data, endpoint, by=shift.value, arm=arm)
