"""Other methods for the difference in cost: Welch, gamma, two-part, and people cut off."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.evaluation.case import TOTAL, DataCase
from ipscost.analysis.evaluation.differences import Contrast
from ipscost.analysis.evaluation.nouns import (
    BANG_TSIATIS,
    GAMMA,
    TWO_PART,
    UNADJUSTED,
    ZHAO_TIAN,
)
from ipscost.individual.beside import OtherMethod, gamma, two_part, unadjusted
from ipscost.individual.censoring import MeanCost, cut_off
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.rubin import pooled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Method = Callable[["Floats", IndividualData, Endpoint], OtherMethod]
ByArm = dict[str, Contrast]
"""A difference from the reference, by the name of the arm."""


def beside(case: DataCase, times: int) -> Iterator[tuple[str, ByArm, ByArm]]:
    """The differences in cost and in the outcome by methods without a joint regression.

    times: how many imputations there are. Empty for what a method says nothing of.
    """
    total = next((e for e in case.endpoints if e.name == TOTAL and e.weights.any()), None)
    outcome = next((e for e in case.endpoints if e.name == case.asked.outcome), None)
    if not case.is_followed:  # of those cut off a part of the cost is there: see `of_cut_off`
        return
    if case.asked.cluster:  # these take persons of one site for no more alike than others
        return
    yield UNADJUSTED, _by(case, unadjusted, total, times), _by(case, unadjusted, outcome, times)
    if total is None:
        return
    yield GAMMA, _by(case, gamma, total, times), {}
    if has_none(case, total):
        yield TWO_PART, _by(case, two_part, total, times), {}


def has_none(case: DataCase, total: Endpoint) -> bool:
    """True if somebody has no cost at all."""
    values = total.of(case.data.values)
    return bool((values[~np.isnan(values)] == 0).any())


def _by(case: DataCase, method: Method, endpoint: Endpoint | None, times: int) -> ByArm:
    """What a method finds of each arm, pooled over imputations; nothing if it finds nothing."""
    if endpoint is None:
        return {}
    effects, spreads, freedom = [], [], None
    try:
        for values in _values(case, times):
            found = method(values, case.data, endpoint)
            if not found.found.all():
                return {}
            effects.append(found.effect)
            spreads.append(np.diagonal(found.covariance, axis1=-2, axis2=-1))
            freedom = found.freedom
    except ValueError:  # a gamma regression knows no negative costs
        return {}
    effect, spread = np.concatenate(effects), np.concatenate(spreads)
    assert freedom is not None
    contrasts = {}
    for place, arm in enumerate(case.arms):
        one = effect[:, place : place + 1]
        all_ = pooled(one, spread[:, place, None, None], float(freedom[place]))
        contrasts[arm] = Contrast(
            float(all_.estimate[0]), float(all_.se[0]), float(all_.freedom[0])
        )
    return contrasts


def _values(case: DataCase, times: int) -> Iterator[Floats]:
    """Values without holes, (imputation, person, column), as many as there are, in blocks."""
    if case.is_whole:
        yield case.data.values[None]
        return
    for block in case.imputations.blocks(range(times)):
        yield case.imputations.of(block)


# --- people cut off ------------------------------------------------------------------------------


def of_cut_off(case: DataCase, times: int) -> Iterator[tuple[str, ByArm]]:
    """The differences in cost by Bang and Tsiatis, and by Zhao and Tian.

    Of a cost in one column, it is taken to accrue evenly while a person is followed.
    """
    total = next((e for e in case.endpoints if e.name == TOTAL and e.weights.any()), None)
    if total is None or case.data.followed is None:
        return
    end = float(case.scenario.months)
    simple: list[list[MeanCost]] = []
    fuller: list[list[MeanCost]] = []
    try:
        for values in _values(case, times):
            for each in values:
                first, second = cut_off(each, case.data, total, end, case.spans)
                simple.append([*first])
                fuller.append([*(second or first)])
    except ValueError:  # nobody of an arm was seen whole
        return
    yield BANG_TSIATIS, _pooled_means(case, simple)
    yield ZHAO_TIAN, _pooled_means(case, fuller)


def _pooled_means(case: DataCase, means: list[list[MeanCost]]) -> ByArm:
    """Differences of the means of arms, pooled over imputations."""
    places = {arm: place for place, arm in enumerate(case.data.arms)}
    reference = case.data.reference
    found = {}
    for arm in case.arms:
        own = places[arm]
        effect = np.array([[each[own].mean - each[reference].mean] for each in means])
        spread = np.array([[[each[own].se ** 2 + each[reference].se ** 2]] for each in means])
        if not np.isfinite(spread).all():  # too few were seen whole
            continue
        whole = pooled(effect, spread, math.inf)
        found[arm] = Contrast(float(whole.estimate[0]), float(whole.se[0]), float(whole.freedom[0]))
    return found
