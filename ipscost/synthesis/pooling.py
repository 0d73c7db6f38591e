"""Random effects over studies: the mean effect, how far places differ, what a new place may expect.

Each study i has an effect yᵢ with a variance vᵢ (its own chance), and the true effects of places
are taken as spread around their mean μ with variance τ². τ² is estimated by restricted maximum
likelihood (REML; Viechtbauer 2005, doi 10.3102/10769986030003261), the uncertainty of μ as Hartung
and Knapp do (Knapp and Hartung 2003, doi 10.1002/sim.1482).

statsmodels does what it has: weighted mean, ordinary and Hartung-Knapp standard error, Q, and the
τ² of DerSimonian and Laird, beside which the other may be seen. It has no REML, which is here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

HARTUNG_KNAPP: Final = "hartung_knapp"
NORMAL: Final = "normal"

FEWEST: Final = 2
"""One study has nothing to be pooled with."""
PLACES: Final = 400
"""Values of τ² at which the slope of the likelihood is looked at, over eight powers of ten; between
two neighbours a maximum is found by the change of sign. Measured on 20,000 sets of 2 to 8 studies
with variances from 0.0001 to 10: 4,000 values found no other maximum of any."""


class PoolingError(ValueError):
    """Effects that cannot be pooled."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """Effects of several studies as one, all on the scale of pooling.

    estimate, low, high: the mean over places μ, and its interval.
    prediction_low, prediction_high: where the effect of a new place lies, its own chance aside.
    se: the standard error of the estimate that the intervals are made with.
    ordinary_se: 1/√Σwᵢ, which takes τ² as known.
    hartung_knapp_se: that times the root of Hartung and Knapp's factor, which may be below 1.
    tau2: the variance of the true effects of places.
    tau2_dl: the same as DerSimonian and Laird estimate it, as many published reviews do.
    i2: the share of τ² in τ² and the typical variance of a study (Higgins and Thompson 2002, doi
        10.1002/sim.1186, equation 9), 0 to 1.
    q, q_p: Cochran's Q, and the probability of a larger one if τ² were 0.
    weights: the share of each study in the estimate, in the order given; they sum to 1.
    """

    estimate: float
    low: float
    high: float
    prediction_low: float
    prediction_high: float
    se: float
    ordinary_se: float
    hartung_knapp_se: float
    tau2: float
    tau2_dl: float
    i2: float
    q: float
    q_p: float
    weights: tuple[float, ...]

    @property
    def tau(self) -> float:
        """The standard deviation of the true effects of places."""
        return math.sqrt(self.tau2)

    @property
    def studies(self) -> int:
        """How many studies there are."""
        return len(self.weights)


def pool(
    effects: Sequence[float],
    variances: Sequence[float],
    method: str = HARTUNG_KNAPP,
    level: float = 0.95,
) -> Pooled:
    """The effects of two or more studies as one.

    effects, variances: on the scale of pooling, one for each study, in the same order.
    method: HARTUNG_KNAPP, or NORMAL for the ordinary standard error and normal quantiles.

    With HARTUNG_KNAPP quantiles are those of t with k - 1 degrees of freedom, and the standard
    error is the larger of Hartung and Knapp's and the ordinary one: theirs may be far too small
    where few studies happen to agree, and 0 where they do so exactly (Röver et al. 2015, doi
    10.1186/s12874-015-0091-1). This is metafor's test="adhoc", and its test="knha" where that
    one is the larger. The prediction interval is the estimate ± the same quantile times
    √(τ² + se²) (Higgins et al. 2009, doi 10.1111/j.1467-985X.2008.00552.x, with k - 1 degrees of
    freedom as in metafor, so that with τ² = 0 it is the interval of the mean).

    Raises PoolingError for fewer than two studies, as many variances as there are not effects,
    what is not finite, and variances that are not above 0.
    """
    y, v = np.asarray(effects, dtype=float), np.asarray(variances, dtype=float)
    if y.ndim != 1 or y.shape != v.shape:
        raise PoolingError("expected an effect and a variance for each study")
    if y.size < FEWEST:
        raise PoolingError("one study has nothing to be pooled with")
    if not (np.isfinite(y).all() and np.isfinite(v).all() and (v > 0).all()):
        raise PoolingError("expected finite effects, and finite variances above 0")
    tau2 = _tau2(y, v)
    fixed, random = _combined(y, v), _combined(y, v + tau2)
    degrees = y.size - 1
    ordinary, refined = float(random.sd_eff_w_fe), math.sqrt(random.var_hksj_fe)
    is_refined = method == HARTUNG_KNAPP
    se = max(ordinary, refined) if is_refined else ordinary
    quantile = _quantile(level, degrees if is_refined else None)
    estimate = float(random.mean_effect_fe)
    half, reach = quantile * se, quantile * math.hypot(math.sqrt(tau2), se)
    return Pooled(
        estimate=estimate,
        low=estimate - half,
        high=estimate + half,
        prediction_low=estimate - reach,
        prediction_high=estimate + reach,
        se=se,
        ordinary_se=ordinary,
        hartung_knapp_se=refined,
        tau2=tau2,
        tau2_dl=max(0.0, float(fixed.tau2)),
        i2=tau2 / (tau2 + _typical(v)),
        q=max(0.0, float(fixed.q)),
        q_p=float(fixed.test_homogeneity().pvalue),
        weights=tuple(random.weights_rel_fe.tolist()),
    )


def leave_one_out(
    effects: Sequence[float],
    variances: Sequence[float],
    method: str = HARTUNG_KNAPP,
    level: float = 0.95,
) -> tuple[Pooled, ...]:
    """The pool of all studies but one, for each study in turn; three or more are needed."""
    kept = [[j for j in range(len(effects)) if j != i] for i in range(len(effects))]
    return tuple(
        pool([effects[j] for j in others], [variances[j] for j in others], method, level)
        for others in kept
    )


def _combined(effects: Floats, variances: Floats) -> Any:
    """The weighted mean of effects with these variances and what belongs to it, by statsmodels.

    Given variances with τ² in them, what it calls the fixed effect is the mean of random effects.
    """
    from statsmodels.stats.meta_analysis import combine_effects

    with np.errstate(all="ignore"):  # what is not used of it: its own τ² may be below 0, even -v
        return combine_effects(effects, variances, method_re="dl")


def _tau2(effects: Floats, variances: Floats) -> float:
    """τ² at which the restricted likelihood is largest, 0 or more (Viechtbauer 2005, equation 11).

    A maximum is where the slope turns from rising to falling, or at 0. Where the slope is 0,
    τ² = Σw²((y-μ)² - v)/Σw² + 1/Σw with w = 1/(v+τ²), which is at most the `most` below, so that
    the slope falls from there on.
    """
    from scipy.optimize import brentq

    k = effects.size
    most = float(k * np.ptp(effects) ** 2 + variances.max()) / (k - 1)
    places = np.concatenate([[0.0], np.geomspace(most * 1e-8, most, PLACES)])
    rises = _slope(places, effects, variances) > 0
    found = [0.0]
    for i in np.flatnonzero(rises[:-1] & ~rises[1:]):
        low, high = float(places[i]), float(places[i + 1])
        found.append(
            brentq(
                lambda tau2: float(_slope(np.array([tau2]), effects, variances)[0]),
                low,
                high,
                xtol=high * 1e-13,
            )
        )
    return max(found, key=lambda tau2: _likelihood(tau2, effects, variances))


def _slope(places: Floats, effects: Floats, variances: Floats) -> Floats:
    """The derivative of twice the restricted log likelihood at each τ², (place,)."""
    w = 1 / (variances + places[:, None])
    total = w.sum(axis=1)
    means = (w * effects).sum(axis=1) / total
    squares = (w**2 * (effects - means[:, None]) ** 2).sum(axis=1)
    slope: Floats = squares - total + (w**2).sum(axis=1) / total
    return slope


def _likelihood(tau2: float, effects: Floats, variances: Floats) -> float:
    """Twice the restricted log likelihood at τ², without its constant."""
    w = 1 / (variances + tau2)
    mean = (w * effects).sum() / w.sum()
    squares = (w * (effects - mean) ** 2).sum()
    return float(np.log(w).sum() - np.log(w.sum()) - squares)


def _typical(variances: Floats) -> float:
    """The typical variance of a study within itself (Higgins and Thompson 2002, equation 9)."""
    w = 1 / variances
    return float((w.size - 1) * w.sum() / (w.sum() ** 2 - (w**2).sum()))


def _quantile(level: float, degrees: int | None) -> float:
    """How many standard errors an interval reaches to either side: of t, or normal if None."""
    from scipy.special import ndtri, stdtrit

    share = (1 + level) / 2
    return float(ndtri(share) if degrees is None else stdtrit(degrees, share))
