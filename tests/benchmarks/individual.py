"""Individual data: bootstraps and imputations, as ratios to a plain loop over samples.

    python tests/benchmarks/individual.py [ROUNDS]

The persons are those of Ben et al. 2023 (tests/replication/ben2023). 5,000 bootstrapped joint
regressions of 482 persons of whom nothing is missing, against a loop that samples rows and solves
the same equations by numpy; and 2,000 samples with an imputation nested in each, of 200 persons,
against a loop that imputes one sample at a time. Both sides run in turn in every round, pinned to
one core, and the loops on fewer samples, scaled; their answers are compared first. The medians of
the times and of the ratios within the rounds are printed. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

import ben2023

from ipscost.drawing.streams import generator
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.resampling import bootstrapped, drawn, nested

SAMPLES, PERSONS, NESTED = 5_000, 482, 2_000
LOOP, ALONE = 250, 20
"""How many samples the loops make."""
SECONDS, NESTED_SECONDS, FASTER, NESTED_FASTER = 1.0, 60.0, 2.0, 3.0
RANDOM = partial(generator, 1)


def joint(values: np.ndarray, data: IndividualData, both: tuple[Endpoint, Endpoint]) -> np.ndarray:
    """The effects of one sample by seemingly unrelated regressions, as one would write them."""
    designs = [
        np.column_stack([np.ones(data.persons), data.treated, values[:, list(each.adjust)]])
        for each in both
    ]
    answers = [each.of(values) for each in both]
    fits = [np.linalg.lstsq(x, y, rcond=None)[0] for x, y in zip(designs, answers, strict=True)]
    left = np.stack([y - x @ b for x, y, b in zip(designs, answers, fits, strict=True)])
    weight = np.linalg.inv(left @ left.T / (data.persons - designs[0].shape[1]))
    system = np.block(
        [[weight[i, j] * designs[i].T @ designs[j] for j in range(2)] for i in range(2)]
    )
    right = np.concatenate(
        [designs[i].T @ (weight[i, 0] * answers[0] + weight[i, 1] * answers[1]) for i in range(2)]
    )
    found = np.linalg.solve(system, right)
    return found[[1, 1 + designs[0].shape[1]]]


def by_loop(data: IndividualData, both: tuple[Endpoint, Endpoint], samples: int) -> np.ndarray:
    """The effects of each sample, (sample, endpoint)."""
    who = drawn(data, range(samples), RANDOM).who
    return np.array([joint(data.values[rows], data, both) for rows in who])


def one_by_one(data: IndividualData, both: tuple[Endpoint, Endpoint], samples: int) -> np.ndarray:
    """The effects of samples that are imputed one at a time, (sample, endpoint)."""
    each = [nested(data, both, numbers=range(s, s + 1), random=RANDOM) for s in range(samples)]
    return np.concatenate([one.effect[..., 0] for one in each])


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> int:
    """Prints the times and the ratios; 1 where a target is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    people = ben2023.persons()
    both, whole = ben2023.endpoints(people), ben2023.whole(people)
    chosen = np.random.Generator(np.random.PCG64(1)).integers(0, whole.persons, PERSONS)
    many = ben2023.some(whole, chosen)
    ours = partial(bootstrapped, many.values, many, both, random=RANDOM)
    theirs = by_loop(many, both, LOOP)
    np.testing.assert_allclose(ours(numbers=range(LOOP)).effect[..., 0], theirs, rtol=1e-6)
    nest = partial(nested, people, both, random=RANDOM)
    alone = one_by_one(people, both, ALONE)
    np.testing.assert_array_equal(nest(numbers=range(ALONE)).effect[..., 0], alone)
    times: dict[str, list[float]] = {name: [] for name in ("ours", "loop", "nested", "alone")}
    for _ in range(rounds):
        times["ours"].append(seconds(lambda: ours(numbers=range(SAMPLES))))
        loop = seconds(lambda: by_loop(many, both, LOOP))
        times["loop"].append(loop * SAMPLES / LOOP)
        times["nested"].append(seconds(lambda: nest(numbers=range(NESTED))))
        single = seconds(lambda: one_by_one(people, both, ALONE))
        times["alone"].append(single * NESTED / ALONE)
    middle = {name: statistics.median(each) for name, each in times.items()}
    ratio = statistics.median(b / a for a, b in zip(times["ours"], times["loop"], strict=True))
    over = statistics.median(b / a for a, b in zip(times["nested"], times["alone"], strict=True))
    print(f"{SAMPLES:,} samples of {PERSONS} persons, {NESTED:,} imputed of {people.persons};")
    print(f"median of {rounds} rounds")
    lines = (
        ("bootstrap, seconds", middle["ours"], SECONDS, middle["ours"] <= SECONDS),
        ("loop over bootstrap", ratio, FASTER, ratio >= FASTER),
        ("nested, seconds", middle["nested"], NESTED_SECONDS, middle["nested"] <= NESTED_SECONDS),
        ("one by one over nested", over, NESTED_FASTER, over >= NESTED_FASTER),
    )
    for name, value, target, good in lines:
        print(f"{name:<30}{value:8.2f}  target {target:g}: {'met' if good else 'MISSED'}")
    return 0 if all(good for *_, good in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
