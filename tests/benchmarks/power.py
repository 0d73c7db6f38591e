"""How fast studies are drawn and tested, as ratios of CPU time in one run, pinned to one core.

    python tests/benchmarks/power.py [ROUNDS]

`power` at four sizes, 2,000 studies each, by three tests: the seconds it takes, and how much faster
that is than a plain loop over studies that draws and resamples each by itself. Beside it how long
the worth of 36 sizes of a study takes (the search for the best one) from 10,000 draws, against the
preposterior means by Bayes' rule over all pairs of draws. Exits 1 where a target is missed.
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np

from ipscost.analysis.power.checked import STUDIES
from ipscost.decision.sample import evsi
from ipscost.trial import simulated, tested
from ipscost.trial.simulated import GAMMA, Sampled

SIZES = (60, 243, 500, 1000)
GROUPS = Sampled(110_000, 240_000, GAMMA), Sampled(180_000, 240_000, GAMMA)
"""A saving of about that of the trial, on costs that few people carry most of."""
FEW = 20
"""So many studies of the plain loop are timed, and multiplied."""
EVSI_SIZES, DRAWS = 36, 10_000
TARGETS = {
    "seconds, four sizes, 2,000 studies, three tests": (10, min),
    "times as fast as a loop over studies": (5, max),
    "seconds, the worth of 36 sizes": (2, min),
    "times as fast as all pairs of draws": (2, max),
}


def cpu(function: Callable[[], object]) -> float:
    """CPU seconds of a call."""
    start = time.process_time()
    function()
    return time.process_time() - start


def batched(n: int) -> None:
    """All studies of a size, by all tests."""
    random, again = (np.random.Generator(np.random.PCG64(seed)) for seed in (1, 2))
    for with_, without in simulated.people(random, STUDIES, *GROUPS, (n, n)):
        tested.welch(with_, without)
        tested.gamma(with_, without)
        tested.bootstrap(again, with_, without)


def plain(n: int, studies: int) -> None:
    """Some studies of a size one by one, each resampled person by person."""
    random = np.random.Generator(np.random.PCG64(1))
    for _ in range(studies):
        with_, without = (group.drawn(random, 1, n)[0] for group in GROUPS)
        a, b = with_.var(ddof=1) / n, without.var(ddof=1) / n
        abs(with_.mean() - without.mean()) / math.sqrt(a + b)
        squares = sum(((g / g.mean() - 1) ** 2).sum() for g in (with_, without))
        abs(math.log(with_.mean() / without.mean())) / math.sqrt(squares / (2 * n - 2) * 2 / n)
        means = [
            np.array([g[random.integers(0, n, n)].mean() for _ in range(tested.RESAMPLES)])
            for g in (with_, without)
        ]
        np.quantile(means[0] - means[1], [0.025, 0.975])


def splines(gain: np.ndarray, noise: np.ndarray) -> None:
    """The worth of each size by regression, as `power` and `voi --study` have it."""
    benefit = np.vstack([np.zeros_like(gain), gain])
    for place in range(EVSI_SIZES):
        evsi(benefit, 120_000 * math.sqrt(2 / (10 * (place + 1))), noise)


def pairs(gain: np.ndarray, points: int = 400) -> None:
    """The same by Bayes' rule: the mean of the draws given each of so many results."""
    for place in range(EVSI_SIZES):
        error = 120_000 * math.sqrt(2 / (10 * (place + 1)))
        seen = np.linspace(gain.min() - 4 * error, gain.max() + 4 * error, points)
        weights = np.exp(-0.5 * ((seen[:, None] - gain) / error) ** 2)
        np.maximum((weights * gain).mean(axis=1), 0).sum()


def main() -> int:
    """Prints a line a target; 1 where one is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    random = np.random.Generator(np.random.PCG64(3))
    gain, noise = (
        12_000 + 11_000 * random.standard_normal(DRAWS),
        random.standard_normal((8, DRAWS)),
    )
    batched(SIZES[0])
    found: list[list[float]] = [[], [], [], []]
    for _ in range(rounds):
        own = sum(cpu(lambda n=n: batched(n)) for n in SIZES)  # type: ignore[misc]
        loop = sum(cpu(lambda n=n: plain(n, FEW)) for n in SIZES)  # type: ignore[misc]
        worth, all_pairs = cpu(lambda: splines(gain, noise)), cpu(lambda: pairs(gain))
        for place, value in enumerate((own, loop * STUDIES / FEW / own, worth, all_pairs / worth)):
            found[place].append(value)
    missed = 0
    print(f"The median of {rounds} rounds on one core")
    for (name, (target, better)), values in zip(TARGETS.items(), found, strict=True):
        value = statistics.median(values)
        met = better(value, target) == value
        missed += not met
        print(f"{value:10.2f}  {name} (target {target:g}){'' if met else ': MISSED'}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
