"""EVPPI of 40 quantities over 10,000 draws, beside polynomials and a spline for each quantity.

    python tests/benchmarks/information.py [ROUNDS]

All regress the same net benefits (linear, normal; two arms) on each quantity in turn within every
round: ours, with one design for all; ours with a design for each quantity; `numpy.polyfit` of
degree 4; and `scipy.interpolate.make_lsq_spline` with 12 knots and no smoothing. Times are CPU
times, medians over the rounds; ratios are taken within a round. Then groups of 4 and of 14 of these
quantities, beside the same with every design made anew, and beside least squares of plain NumPy on
as many products of powers, once for every design. Then bias and root mean square error over all
quantities and 20 samples, in per cent of the EVPI, against the closed form, beside the error that
is left where the regression is known exactly and only the draws are a sample. One core. Exits 1
where a target is missed.
"""

from __future__ import annotations

import itertools
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import NormalDist
from unittest import mock

for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy as np  # noqa: E402
from scipy.interpolate import make_lsq_spline  # noqa: E402

from ipscost.decision import regression  # noqa: E402
from ipscost.decision.information import WHOLE_LATTICE, Crosses, Information  # noqa: E402
from ipscost.decision.regression import Crossed, Ranked  # noqa: E402

QUANTITIES, N = 40, 10_000
MEAN, NOISE, FIRST = -0.3, 1.0, 0.6
TARGET_MS, BIAS, ERROR = 100.0, 0.005, 0.015
NORMAL = NormalDist()


def sample(seed: int, quantities: int = QUANTITIES) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Net benefits of two arms, and quantities of which each counts less than the one before."""
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((quantities, N))
    gain = MEAN + slopes(quantities) @ x + NOISE * rng.standard_normal(N)
    names = [f"q{place}" for place in range(quantities)]
    return np.stack([np.zeros(N), gain]), dict(zip(names, x, strict=True))


def slopes(quantities: int = QUANTITIES) -> np.ndarray:
    """How much each quantity counts."""
    return FIRST * 0.8 ** np.arange(quantities)


def loss(sd: float) -> float:
    """The expected value of max(0, a normal number with mean MEAN)."""
    return sd * NORMAL.pdf(MEAN / sd) + MEAN * NORMAL.cdf(MEAN / sd)


def ours(benefit: np.ndarray, drawn: dict[str, np.ndarray]) -> list[float]:
    """As `ipscost voi` does it, the shared design computed anew."""
    regression._shared.cache_clear()
    regression._scores.cache_clear()
    found = Information(benefit, drawn)
    return [found.single(name).value for name in drawn]


def apart(benefit: np.ndarray, drawn: dict[str, np.ndarray]) -> list[float]:
    """The same with a design for each quantity."""
    found, values = Information(benefit, drawn), []
    for name in drawn:
        regression._shared.cache_clear()
        values.append(found.single(name).value)
    return values


def worth(fitted: np.ndarray) -> float:
    """The EVPPI of a fitted gain."""
    return float(np.maximum(fitted, 0).mean() - max(fitted.mean(), 0))


def polynomial(benefit: np.ndarray, drawn: dict[str, np.ndarray]) -> list[float]:
    """By a polynomial of degree 4."""
    gain = benefit[1] - benefit[0]
    return [worth(np.polyval(np.polyfit(x, gain, 4), x)) for x in drawn.values()]


def splines(benefit: np.ndarray, drawn: dict[str, np.ndarray]) -> list[float]:
    """By scipy's least squares spline, 12 knots at quantiles."""
    gain, values = benefit[1] - benefit[0], []
    for x in drawn.values():
        order = np.argsort(x)
        ascending = x[order]
        inner = np.quantile(ascending, np.linspace(0, 1, 12)[1:-1])
        knots = np.r_[[ascending[0]] * 4, inner, [ascending[-1]] * 4]
        values.append(worth(make_lsq_spline(ascending, gain[order], knots)(ascending)))
    return values


def milliseconds(what: Callable[..., object], *arguments: object) -> float:
    """The CPU time of a call."""
    started = time.process_time()
    what(*arguments)
    return (time.process_time() - started) * 1000


def importing() -> float:
    """The CPU time of `import numpy` in a new process, in milliseconds."""
    before = os.times()
    subprocess.run([sys.executable, "-c", "import numpy"], check=True)
    after = os.times()
    user = after.children_user - before.children_user
    return (user + after.children_system - before.children_system) * 1000


class Anew(Crosses):
    """Designs of groups that are made anew whenever they are asked for."""

    def scored(
        self, quantities: Sequence[Ranked], larger: Crossed | None = None
    ) -> tuple[Crossed, float]:
        """The design of quantities and its error."""
        design = regression.crossed(quantities)
        return design, regression.score(design, self._gain)


def group(benefit: np.ndarray, drawn: dict[str, np.ndarray]) -> Information:
    """The worth of a group, each design made once."""
    found = Information(benefit, drawn)
    found.group(list(drawn))
    return found


def group_anew(benefit: np.ndarray, drawn: dict[str, np.ndarray]) -> Information:
    """The same with each design made anew."""
    with mock.patch("ipscost.decision.information.Crosses", Anew):
        return group(benefit, drawn)


def group_plain(benefit: np.ndarray, drawn: dict[str, np.ndarray]) -> None:
    """By normal equations of as many products of powers, for as many designs as a group needs."""
    gain, names = benefit[1] - benefit[0], list(drawn)
    if len(names) <= WHOLE_LATTICE:
        sizes = range(1, len(names) + 1)
        groups = [g for size in sizes for g in itertools.combinations(names, size)]
    else:
        groups = [tuple(names), *itertools.combinations(names, len(names) - 1)]
    for members in groups:
        degrees = regression.cross([12] * len(members), regression.MOST_FUNCTIONS)
        raw = np.ones((len(degrees), N))
        for name, powers in zip(members, degrees.T, strict=True):
            z = drawn[name] / np.abs(drawn[name]).max()
            raw *= np.vander(z, 12, increasing=True).T[powers]
        gram = raw @ raw.T + 1e-6 * np.eye(len(raw))
        worth(np.linalg.solve(gram, raw @ gain) @ raw)


GROUPS = {4: 1_000.0, 14: 4_000.0}
"""The CPU time that a group of so many members may take, in milliseconds."""


def groups(rounds: int) -> bool:
    """Prints what groups take; False where one misses its target."""
    ways = {"ours": group, "each design anew": group_anew, "plain NumPy": group_plain}
    good = True
    for members, target in GROUPS.items():
        benefit, drawn = sample(2, members)
        taken = {name: [] for name in ways}
        for number in range(rounds + 1):
            for name, way in ways.items():
                value = milliseconds(way, benefit, drawn)
                if number:
                    taken[name].append(value)
        print(f"a group of {members} x {N:,} draws, median of {rounds} rounds, one core")
        for name, values in taken.items():
            ratio = statistics.median(a / b for a, b in zip(values, taken["ours"], strict=True))
            print(f"{name:<24}{statistics.median(values):8.1f} ms  {ratio:5.2f} times ours")
        met = statistics.median(taken["ours"]) <= target
        print(f"target for ours: {target:g} ms: {'met' if met else 'MISSED'}")
        good = good and met
    return good


def accuracy() -> tuple[float, float, float]:
    """Bias, root mean square error and the error of the draws alone, in parts of the EVPI."""
    b = slopes()
    evpi = loss(math.hypot(math.sqrt(float(b @ b)), NOISE))
    exact = np.array([loss(each) for each in b])
    errors, known = [], []
    for seed in range(20):
        benefit, drawn = sample(seed)
        errors.append((np.array(ours(benefit, drawn)) - exact) / evpi)
        fitted = [MEAN + each * x for each, x in zip(b, drawn.values(), strict=True)]
        known.append((np.maximum(fitted, 0).mean(axis=1) - exact) / evpi)
    bias = float(np.abs(np.mean(errors, axis=0)).max())
    return bias, *(float(np.sqrt(np.mean(np.square(each)))) for each in (errors, known))


WAYS = {
    "ours": ours,
    "a design for each": apart,
    "polynomial, degree 4": polynomial,
    "scipy spline, 12 knots": splines,
}


def main() -> int:
    """Prints a line a measure; 1 where one misses its target."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    benefit, drawn = sample(1)
    times: dict[str, list[float]] = {name: [] for name in (*WAYS, "import numpy")}
    for number in range(rounds + 1):
        taken = {name: milliseconds(way, benefit, drawn) for name, way in WAYS.items()}
        taken["import numpy"] = importing()
        if number:
            for name, value in taken.items():
                times[name].append(value)
    print(f"EVPPI of {QUANTITIES} quantities x {N:,} draws, median of {rounds} rounds, one core")
    good = statistics.median(times["ours"]) <= TARGET_MS
    for name, values in times.items():
        pairs = zip(values, times["ours"], strict=True)
        ratio = statistics.median(other / own for other, own in pairs)
        print(f"{name:<24}{statistics.median(values):8.1f} ms  {ratio:5.1f} times ours")
    print(f"target for ours: {TARGET_MS:g} ms: {'met' if good else 'MISSED'}")
    good = groups(max(3, rounds // 3)) and good
    bias, error, known = accuracy()
    for name, value, target in (("largest bias", bias, BIAS), ("error", error, ERROR)):
        good = good and value <= target
        verdict = "met" if value <= target else "MISSED"
        print(f"{name:<24}{value:8.2%} of the EVPI  target {target:.1%}: {verdict}")
    print(f"{'error of the draws':<24}{known:8.2%} of the EVPI")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
