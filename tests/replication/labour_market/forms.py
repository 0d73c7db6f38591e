"""A second, independent model of the labour market, and the fits of other forms of leaving benefit.

Written without ipscost: numbers from here hold against those of `labour-market-ips.yaml`. People
are on benefit (for the first time, or again), in education or in a job; `hazard` per month is that
of leaving benefit in the reference arm.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

Floats = NDArray[np.float64]

ARMS = ("sau", "ips", "ipse")
PERSONS = np.array([239.0, 243.0, 238.0])
EVER_18 = np.array([0.465, 0.599, 0.591])
EVER_30 = np.array([0.53, 0.65, 0.65])
WEEKS_30 = np.array([17.0, 25.0, 21.0])
WEEKS_A_MONTH = 365.25 / 12 / 7
JOB_SHARE = 38 / 69

LATE = (EVER_30 - EVER_18) / (1 - EVER_18)
"""Of those not out by month 18, out by month 30."""
SE_EVER_18 = np.sqrt(EVER_18 * (1 - EVER_18) / PERSONS)
SE_LATE = np.hypot(
    np.sqrt(LATE * (1 - LATE) / (PERSONS * (1 - EVER_18))), 0.005 / np.sqrt(3) / (1 - EVER_18)
)
"""Binomial among those not yet out; and the rounding to a whole per cent, even within it."""
Z_OF_P_0_004 = 2.878162
SD_WEEKS = (25 - 17) / Z_OF_P_0_004 / np.sqrt(1 / 243 + 1 / 239)
"""What p = 0.004 for 8 weeks between 243 and 239 persons implies, about 30.5 weeks."""
SE_WEEKS = SD_WEEKS / np.sqrt(PERSONS)

TARGETS = np.concatenate([EVER_18, LATE, WEEKS_30])
ERRORS = np.concatenate([SE_EVER_18, SE_LATE, SE_WEEKS])

Hazard = Callable[[Mapping[str, float], Floats], Floats]
FORMS: dict[str, Hazard] = {
    "constant": lambda p, t: p["rate"] * t,
    "weibull": lambda p, t: (t / p["scale"]) ** p["shape"],
    "gompertz": lambda p, t: p["rate"] * (1 - np.exp(-p["decay"] * t)) / p["decay"],
    "step": lambda p, t: p["rate"] * np.minimum(t, 18) + p["later"] * np.maximum(t - 18, 0),
}
"""The cumulative hazard up to month t in the reference arm, by form."""
FIRST = {
    "constant": {"rate": 0.03},
    "weibull": {"scale": 70.0, "shape": 0.4},
    "gompertz": {"rate": 0.06, "decay": 0.06},
    "step": {"rate": 0.035, "later": 0.01},
}
COMMON = {"ratio_ips": 1.5, "ratio_ipse": 1.5, "exit": 0.05}


@dataclass(frozen=True)
class Fit:
    """The values of the unknowns, the sum of squared residuals, and the covariance of the logs."""

    values: Mapping[str, float]
    chi2: float
    covariance: Floats


def people(
    form: str, values: Mapping[str, float], months: int, *, ratio_until: float = np.inf
) -> Floats:
    """The shares (month, arm, state): never off benefit, on it again, in education, in a job."""
    hazard = np.diff(FORMS[form](values, np.arange(months + 1.0)))
    ratios = np.array([1.0, values["ratio_ips"], values["ratio_ipse"]])
    back = 1 - np.exp(-values["exit"] * np.array([values.get("education", 1.0), 1.0]))
    share = np.array([1 - JOB_SHARE, JOB_SHARE])
    never, again, out = np.ones(3), np.zeros(3), np.zeros((3, 2))
    found = [np.column_stack([never, again, out])]
    for month in range(months):
        leave = 1 - np.exp(-hazard[month] * (ratios if month < ratio_until else 1.0))
        returning = out * back
        left = leave * (never + again)
        never, again = never * (1 - leave), again * (1 - leave) + returning.sum(axis=1)
        out = out - returning + left[:, None] * share
        found.append(np.column_stack([never, again, out]))
    return np.array(found)


def months_in(shares: Floats, months: int) -> Floats:
    """Months on benefit, in education and in a job, (arm, 3); half of each end of a month."""
    three = np.stack([shares[..., 0] + shares[..., 1], shares[..., 2], shares[..., 3]], axis=-1)
    spent: Floats = ((three[:months] + three[1 : months + 1]) / 2).sum(axis=0)
    return spent


def predicted(form: str, values: Mapping[str, float], ratio_until: float = np.inf) -> Floats:
    """The nine figures that TARGETS holds."""
    shares = people(form, values, 30, ratio_until=ratio_until)
    never = shares[:, :, 0]
    weeks = months_in(shares, 30)[:, 2] * WEEKS_A_MONTH
    return np.concatenate([1 - never[18], 1 - never[30] / never[18], weeks])


def fit(form: str, *, ratio_until: float = np.inf, only: Sequence[int] | None = None) -> Fit:
    """Least squares over all targets, or those of the indices `only`, on the logs of the unknowns.

    With `only` the month-18 figures, the exit rate stays where it begins: they say nothing of it.
    """
    first = FIRST[form] | COMMON
    names = [name for name in first if only is None or name != "exit"]
    chosen = list(range(9)) if only is None else list(only)

    def values(logs: Floats) -> dict[str, float]:
        return first | dict(zip(names, np.exp(logs).tolist(), strict=True))

    def residuals(logs: Floats) -> Floats:
        off: Floats = (predicted(form, values(logs), ratio_until) - TARGETS) / ERRORS
        return off[chosen]

    start = np.log([first[name] for name in names])
    found = least_squares(residuals, start, xtol=1e-12, ftol=1e-12, gtol=1e-12)
    covariance = np.linalg.inv(found.jac.T @ found.jac)
    return Fit(values(found.x), float(2 * found.cost), covariance)
