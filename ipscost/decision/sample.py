"""The value of a study (EVSI), per person whom the choice is for, and what remains less its cost.

A study tells the difference in net benefit with an error. Before it is made, the expected net
benefit given its result is uncertain: its variance is that of the difference times the share of it
that the study resolves. Choosing given the result is worth what knowing that for certain would be.
Source: Raiffa and Schlaifer 1961, Applied Statistical Decision Theory; Jalal and Alarid-Escudero
2018, doi 10.1177/0272989X17715627, for the preposterior distribution.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from ipscost.decision.information import InformationValue, perfect, worth
from ipscost.decision.regression import ranked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NORMAL = NormalDist()


def unit_loss(mean: float, sd: float) -> float:
    """The expected gain from choosing by the sign of a normal difference once it is known.

    sd (phi(u) - u (1 - Phi(u))) for u = |mean| / sd, in the unit of the difference; 0 for an sd of
    0. Source: the unit normal loss of Raiffa and Schlaifer 1961.
    """
    if sd <= 0:
        return 0.0
    u = abs(mean) / sd
    return max(sd * (NORMAL.pdf(u) - u * NORMAL.cdf(-u)), 0.0)


def evsi_normal(mean: float, uncertainty: float, error: float) -> float:
    """The EVSI where the difference in net benefit is normal, in its unit.

    mean, uncertainty: of the difference, as it is known now. error: standard error of the study.
    The preposterior standard deviation is uncertainty^2 / sqrt(uncertainty^2 + error^2).
    """
    if uncertainty <= 0:
        return 0.0
    return unit_loss(mean, uncertainty**2 / math.hypot(uncertainty, error))


def evsi(
    benefit: Floats, error: float, noise: Floats, seen: Floats | None = None
) -> InformationValue:
    """The EVSI over draws, by regression of the net benefit on what the study would find.

    benefit: net benefit of two arms, (arm, draw). error: the standard error of the study. noise:
    standard normal, (draw,) or (study, draw): a study finds in each draw the difference of that
    draw plus error x noise. Studies with each noise and with its opposite are evaluated, and their
    mean told, since one alone may be far off where a study changes the choice seldom. seen: the
    difference that the study is of, (draw,), where it is another than that of net benefit. The
    regression is that of EVPPI. No result is below 0 or above the EVPI. Source: Strong, Oakley,
    Brennan and Breeze 2015, Estimating the Expected Value of Sample Information Using the
    Probabilistic Sensitivity Analysis Sample, Medical Decision Making. Raises ValueError for other
    than two arms.
    """
    if len(benefit) != 2:
        raise ValueError(f"a study compares two arms, not {len(benefit)}")
    now = perfect(benefit)
    if now.worth.value == 0:
        return InformationValue(0.0, 0.0)
    gain = benefit[1 - now.best] - benefit[now.best]
    values, errors = [], []
    for each in np.atleast_2d(noise):
        for sign in (1, -1):
            found = ranked((gain if seen is None else seen) + sign * error * each)
            if found is None:
                return InformationValue(0.0, 0.0)
            value = worth(found.design, gain[None, found.order])
            values.append(min(max(value.value, 0.0), now.worth.value))
            errors.append(value.se)
    return InformationValue(math.fsum(values) / len(values), math.fsum(errors) / len(errors))


def enbs(
    each: float, people: float, followed: float, fixed: float = 0.0, per_person: float = 0.0
) -> float:
    """The expected net benefit of sampling: what a study is worth to all, less what it costs.

    each: the EVSI per person. people: whom the choice is for, discounted. followed: people in the
    study. fixed, per_person: what it costs, in the same money.
    """
    return each * people - fixed - per_person * followed
