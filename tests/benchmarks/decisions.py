"""The curves of a decision: time in process, and as a ratio to a plain pandas group-by of the same.

    python tests/benchmarks/decisions.py [ROUNDS]

10,000 draws of 3 arms at 101 thresholds: probability of the highest net benefit and expected loss
of each arm. Both sides run in turn in every round, pinned to one core; their answers are compared
first. The medians of the times and of the ratios within the rounds are printed. Exits 1 where a
target is missed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import pandas as pd

from ipscost.decision import Psa
from ipscost.decision.acceptability import Curves, curves

DRAWS, ARMS, THRESHOLDS = 10_000, 3, 101
MILLISECONDS, FASTER = 20.0, 10.0


def results() -> tuple[Psa, pd.DataFrame]:
    """The same results as arrays, and as a table with a row per draw and arm."""
    rng = np.random.Generator(np.random.PCG64(1))
    cost = rng.normal([[40_000], [45_000], [50_000]], 8_000, size=(ARMS, DRAWS))
    effect = rng.normal([[1.0], [1.1], [1.15]], 0.2, size=(ARMS, DRAWS))
    arms = ("usual", "ips", "ipse")
    psa = Psa(arms, arms[0], cost, effect, cost.mean(axis=1), effect.mean(axis=1))
    draw, arm = np.tile(np.arange(DRAWS), ARMS), np.repeat(arms, DRAWS)
    frame = pd.DataFrame({"draw": draw, "arm": arm, "cost": cost.ravel(), "effect": effect.ravel()})
    return psa, frame


def by_pandas(frame: pd.DataFrame, thresholds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Probability and expected loss, (arm, threshold), as one would group them by draw."""
    probability, loss = [], []
    for wtp in thresholds:
        table = frame.assign(benefit=wtp * frame["effect"] - frame["cost"])
        best = table.groupby("draw")["benefit"].transform("max")
        table = table.assign(loss=best - table["benefit"], wins=table["benefit"] == best)
        means = table.groupby("arm", sort=False)[["wins", "loss"]].mean()
        probability.append(means["wins"].to_numpy())
        loss.append(means["loss"].to_numpy())
    return np.array(probability).T, np.array(loss).T


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> int:
    """Prints the times and the ratio; 1 where a target is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    psa, frame = results()
    thresholds = np.linspace(0, 500_000, THRESHOLDS)
    found: Curves = curves(psa, thresholds)
    probability, loss = by_pandas(frame, thresholds)
    np.testing.assert_allclose(found.probability, probability, atol=1e-12)
    np.testing.assert_allclose(found.loss, loss, rtol=1e-9)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(min(seconds(lambda: curves(psa, thresholds)) for _ in range(3)))
        theirs.append(seconds(lambda: by_pandas(frame, thresholds)))
    taken = 1_000 * statistics.median(ours)
    ratio = statistics.median(b / a for a, b in zip(ours, theirs, strict=True))
    print(f"{DRAWS:,} draws x {ARMS} arms x {THRESHOLDS} thresholds, median of {rounds} rounds")
    lines = (
        ("ipscost, milliseconds", taken, MILLISECONDS, taken <= MILLISECONDS),
        ("pandas over ipscost", ratio, FASTER, ratio >= FASTER),
    )
    for name, value, target, good in lines:
        print(f"{name:<30}{value:8.1f}  target {target:g}: {'met' if good else 'MISSED'}")
    print(f"{'pandas, milliseconds':<30}{1_000 * statistics.median(theirs):8.1f}")
    return 0 if all(good for *_, good in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
