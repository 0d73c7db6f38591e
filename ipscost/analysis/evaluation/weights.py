"""Weights where chance did not decide who got what, and what they do to the groups."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.evaluation.case import TOTAL, DataCase
from ipscost.analysis.evaluation.main import Weigh, unweighted
from ipscost.analysis.evaluation.nouns import Covariate, PersonsEvaluation, WeighedArm
from ipscost.errors import AskedError
from ipscost.individual.weighting import balance, e_value_of_difference, effective, weighed
from ipscost.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NONE = "none"
FOR_BALANCE = 20
"""Imputations over which balance is a mean."""


def weight_kind(case: DataCase) -> str:
    """`overlap`, `entropy` or `none`. Raises AskedError for weights of more than two arms."""
    plan = case.scenario.data
    kind = NONE if plan is None else plan.weights
    if kind == NONE or not case.arms:
        return NONE
    if len(case.arms) > 1:
        raise AskedError(
            Message(
                "weights make two arms alike, and the data hold {arms}; choose one with --arm "
                "{first}, or write weights: none",
                arms=len(case.arms) + 1,
                first=case.arms[0],
            )
        )
    if not case.balance:
        raise AskedError(
            Message(
                "weights need covariates, and the model names none; add balance: [...] to its "
                "section data, or write weights: none"
            )
        )
    return kind


def weights_of(
    case: DataCase, kind: str, values: Floats, treated: Floats, counts: Any = None
) -> Floats:
    """What each person counts, (..., person).

    values: (..., person, column), without holes. Raises AskedError where a covariate tells the arm.
    """
    found = weighed(kind, values, treated, case.balance, counts)
    if bool(np.any(found.impossible)) and counts is None:
        columns = ", ".join(case.data.columns[place] for place in case.balance)
        raise AskedError(
            Message(
                "no weights make the groups alike: the covariates ({columns}) tell who is in "
                "which arm, or lie too far apart; name fewer under balance, or write weights: none",
                columns=columns,
            )
        )
    return found.weights


def weighing(case: DataCase, kind: str) -> Weigh:
    """A function of values, (..., person, column), that gives what each person counts."""
    uncut = case.uncut
    if kind == NONE:
        return unweighted if uncut is None else lambda values: uncut
    treated = case.data.treated[:, 0]
    if uncut is None:
        return lambda values: weights_of(case, kind, values, treated)
    return lambda values: weights_of(case, kind, values, treated) * uncut


def weigh_by(case: DataCase, kind: str) -> Any:
    """The same of bootstrap samples; None where all count alike.

    Raises AskedError where people were cut off.
    """
    if case.uncut is not None:
        raise AskedError(
            Message(
                "there is no bootstrap of people who were cut off; leave --interval bootstrap out, "
                "or take followed out of the section data where nobody was"
            )
        )
    if kind == NONE:
        return None
    return partial(weights_of, case, kind)


def weighed_arms(case: DataCase, found: PersonsEvaluation, kind: str) -> tuple[WeighedArm, ...]:
    """What weights do to the groups: balance before and after, effective numbers, E-values.

    Nothing where chance decided. Without weights balance after is as before.
    """
    plan = case.scenario.data
    if plan is None or plan.is_random or not case.arms:
        return ()
    some = case.data.values[None]
    if not case.is_whole:
        times = min(FOR_BALANCE, found.differences.imputations)
        some = case.imputations.of(range(times))
    return tuple(_weighed_arm(case, found, arm, kind, some) for arm in case.arms)


def _weighed_arm(
    case: DataCase, found: PersonsEvaluation, arm: str, kind: str, values: Floats
) -> WeighedArm:
    """Of one arm against the reference."""
    data = case.data
    place = data.arms.index(arm)
    pair = (data.arm == place) | (data.arm == data.reference)
    treated = (data.arm[pair] == place).astype(np.float64)
    measured = values[:, pair]
    weights = np.ones(measured.shape[:-1])
    if kind != NONE:
        weights = weights_of(case, kind, values, (data.arm == place).astype(np.float64))[:, pair]
    before = balance(measured, treated).mean(axis=0)
    after = balance(measured, treated, weights).mean(axis=0)
    sizes = effective(weights, treated.astype(np.int64), 2).mean(axis=0)
    covariates = tuple(
        Covariate(data.columns[column], float(before[column]), float(after[column]))
        for column in case.balance
    )
    value, limit = _e_values(case, found, arm)
    return WeighedArm(arm, covariates, (float(sizes[1]), float(sizes[0])), value, limit)


def _e_values(
    case: DataCase, found: PersonsEvaluation, arm: str
) -> tuple[float | None, float | None]:
    """The E-value of the difference in cost, and of the end of its interval."""
    total = next((e for e in case.endpoints if e.name == TOTAL), None)
    contrast = found.cost(arm)
    told = contrast.interval(found.asked.level)
    if total is None or told.low is None or told.high is None or found.unknown:
        return None, None
    values = total.of(case.data.values)
    groups = [values[(case.data.arm == p) & ~np.isnan(values)] for p in range(len(case.data.arms))]
    squares = sum(float(((own - own.mean()) ** 2).sum()) for own in groups if own.size > 1)
    freedom = sum(own.size - 1 for own in groups if own.size > 1)
    if freedom < 1 or not squares > 0:
        return None, None
    sd = math.sqrt(squares / freedom)
    return e_value_of_difference(contrast.mean, told.low, told.high, sd)
