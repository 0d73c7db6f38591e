"""The cohort engine with drawing: processor time, and as a ratio to plain NumPy of the same size.

    python tests/benchmarks/cohort.py [ROUNDS]

10,000 draws, 2 arms, 4 states, over 18 and 120 months: the draws of all uncertain numbers, then
occupancy and discounted time in each state, for costs and for outcomes. The other side draws the
same numbers with NumPy's generators, multiplies the same occupancy by matrices that are made
beforehand with `einsum`, the quickest way of NumPy (`matmul` takes several times as long), and sums
it up. Both run in turn in every round, pinned to one core; their answers are compared first. Then
the same engine with a Weibull hazard, and with a ladder; a whole `simulate` with 20 categories;
and what it takes in memory for 18, 120 and 480 months. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from math import inf
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parents[1]))

import model_builders as mb
import numpy as np

import ipscost
from ipscost import Scenario, Settings
from ipscost.drawing import draws as drawing
from ipscost.drawing import interpolation, streams
from ipscost.drawing.streams import Streams
from ipscost.engines import kept, states
from ipscost.engines.walk import walk
from ipscost.scenario.distributions import Beta, Gamma, LogNormal
from ipscost.scenario.model import TimeBand

DRAWS, STATES = 10_000, ("benefit", "education", "job", "dead")
TARGETS = {18: 0.040, 120: 0.500}
WEEK = 7 / 365.25


def moves(shape: float | None = None) -> list[mb.Move]:
    """Moves between 4 states whose numbers are all uncertain; the first may be a Weibull hazard."""
    entry = {"usual": Gamma.from_se(0.03, 0.003), "ips": ("hazard_ratio", LogNormal(0.4, 0.1))}
    uncertain = None if shape is None else Gamma.from_se(shape, 0.05)
    return [
        mb.move("benefit", "job", entry, measure="rate", shape=uncertain),
        mb.move("benefit", "education", Beta.from_se(0.01, 0.001)),
        mb.move("benefit", "dead", Beta.from_se(0.001, 0.0001)),
        mb.move("education", "job", Beta.from_se(0.05, 0.005)),
        mb.move("education", "benefit", Beta.from_se(0.05, 0.005)),
        mb.move("job", "benefit", Gamma.from_se(0.06, 0.006), measure="rate"),
        mb.move("job", "dead", Gamma.from_se(0.001, 0.0001), measure="rate"),
    ]


def scenario(months: int, *, shape: float | None = None, bands: int = 0, more: int = 0) -> Scenario:
    """Time in each state for costs and outcomes; `more` categories of uncertain amounts."""
    places = [mb.state("benefit", "rest"), mb.state("education"), mb.state("job")]
    model = mb.model([*places, mb.state("dead", death=True)], moves(shape), years=months / 12)
    bounds = [0.0, 4.0, 26.0, 52.0, inf][: bands + 1]
    ladder = [
        TimeBand(("benefit",), low * WEEK, high * WEEK, 0.0, entry=False)
        for low, high in pairwise(bounds)
    ]
    categories = [mb.category("time", months, *(mb.rule("in", [s], 1.0) for s in STATES[:3]))]
    categories += [
        mb.category(f"step{i}", months, mb.rule("in", ["benefit"], 1.0), band=band)
        for i, band in enumerate(ladder)
    ]
    amounts = {"usual": Gamma.from_se(900, 90), "ips": Gamma.from_se(700, 70)}
    categories += [
        mb.category(f"more{i}", months, *(mb.rule("in", [s], amounts) for s in STATES[:3]))
        for i in range(more)
    ]
    weights = [mb.rule("in", [s], 0.5, years=1.0) for s in STATES[:3]]
    outcome = mb.outcome("qaly", months, *weights)
    return mb.scenario(model, categories, [outcome], cost=0.035, benefit=0.02)


def by_einsum(found: Scenario, columns: drawing.Draws) -> Callable[[], np.ndarray]:
    """The same by `einsum`, draws last: occupancy (state, arm, draw) times its matrices."""
    grid = states.grid_of(found)
    chain = states.Chain(found, columns, grid)
    size, rows = len(STATES), chain.rows(0)
    matrix = np.zeros((size, size, 2, columns.n))
    for place, name in enumerate(STATES):
        stay = rows[name].stay
        matrix[place, place] = 1.0 if stay is None else stay
        for target, share in rows[name].exits.items():
            matrix[place, STATES.index(target)] = share
    start = np.zeros((size, 2, columns.n))
    start[0] = 1
    weights = np.zeros((2, grid.cycles + 1))
    for row, rate in zip(weights, (0.035, 0.02), strict=True):
        row[:] = grid.at_points(grid.horizon).sum(axis=1) * (1 + rate) ** -grid.times

    def course() -> np.ndarray:
        now, total = start, np.zeros((2, *start.shape))
        for point in range(grid.cycles + 1):
            for place in range(2):
                total[place] += weights[place, point] * now
            now = np.einsum("sad,stad->tad", now, matrix)
        return total

    return course


def by_generators(found: Scenario) -> Callable[[], list[np.ndarray]]:
    """As many draws of the same numbers by NumPy's own generators, one after another."""
    dists = [quantity.dist for quantity in found.quantities if not quantity.is_fixed]

    def draws() -> list[np.ndarray]:
        rng = np.random.default_rng(1)
        columns = []
        for dist in dists:
            if isinstance(dist, Gamma):
                columns.append(rng.gamma(dist.shape, dist.scale, DRAWS))
            elif isinstance(dist, Beta):
                columns.append(rng.beta(dist.a, dist.b, DRAWS))
            else:
                columns.append(rng.lognormal(dist.mu, dist.sigma, DRAWS))
        return columns

    return draws


def drawn_anew(found: Scenario) -> drawing.Draws:
    """The draws of a scenario, none of which, nor any curve, is kept from before."""
    drawing._KEPT.columns.clear()
    drawing._KEPT.size = 0
    interpolation.curve.cache_clear()
    return drawing.draw(found, DRAWS, 1)


def engine(found: Scenario, columns: drawing.Draws) -> None:
    """The engine, with nothing of the cohort kept from before."""
    kept.COHORTS.walked = ()
    states.run(found, columns, Streams(1), detail="totals")


def simulated(found: Scenario) -> None:
    """A whole run with the draws of the one before, but not with its cohort."""
    kept.COHORTS.walked = ()
    ipscost.simulate(found, Settings(draws=DRAWS))


def seconds(work: Callable[[], object]) -> float:
    """How much processor time `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def inner(found: Scenario, columns: drawing.Draws) -> Callable[[], np.ndarray]:
    """Occupancy and accumulation alone: (cost or outcome, state, arm, draw)."""
    grid = states.grid_of(found)
    chain = states.Chain(found, columns, grid)
    planner = states.Planner(found, columns, grid, chain.states)
    held = [*(planner.category(c) for c in found.categories)]
    held += [planner.outcome(o) for o in found.outcomes]

    def work() -> np.ndarray:
        counts = states.Counts((chain.arms, chain.width))
        for line in (line for lines in held for line in lines):
            counts.want(line.key, line.course, line.course.present.sum(axis=1, keepdims=True))
        walk(chain, grid, counts)
        lines = (*held[0], *held[-1])
        return np.stack([counts.total(line.key, line.course)[0] for line in lines])

    return work


def against_plain(rounds: int) -> bool:
    """Drawing and the inner loop beside plain NumPy; True where a target is missed."""
    missed = False
    for months, target in TARGETS.items():
        found = scenario(months)
        columns = drawn_anew(found)
        ours, theirs = inner(found, columns), by_einsum(found, columns)
        mine = ours().reshape(2, 3, 2, DRAWS)
        np.testing.assert_allclose(mine, theirs()[:, :3], rtol=1e-9)
        sides = (partial(drawn_anew, found), ours, by_generators(found), theirs)
        taken = np.array([[seconds(side) for side in sides] for _ in range(rounds)])
        own, walking, generating, multiplying = 1000 * np.median(taken, axis=0)
        pairs = taken[:, :2].sum(axis=1), taken[:, 2:].sum(axis=1)
        whole, ratio = np.median(pairs[0]), np.median(pairs[0] / pairs[1])
        missed |= bool(whole > target)
        verdict = f"at most {1000 * target:.0f}: {'MISSED' if whole > target else 'met'}"
        print(f"{months:4} months, with drawing: {1000 * whole:.1f} ms ({verdict}),", end=" ")
        print(f"{ratio:.2f} x plain NumPy")
        print(f"     drawing {own:.1f} ms, generators {generating:.1f};", end=" ")
        print(f"inner loop {walking:.1f} ms, einsum {multiplying:.1f}")
        exact = 1000 * seconds(partial(by_inverse_cdf, found))
        print(f"     the same draws by the inverse CDFs of scipy: {exact:.1f} ms")
    return missed


def by_inverse_cdf(found: Scenario) -> list[np.ndarray]:
    """The draws of each uncertain number by its inverse CDF itself."""
    uncertain = [quantity for quantity in found.quantities if not quantity.is_fixed]
    return [q.dist.ppf(streams.uniforms(1, q.path, DRAWS)) for q in uncertain]


def others(rounds: int) -> None:
    """The engine with what makes it slower, and the whole of `simulate`."""
    kinds = {"plain": {}, "Weibull": {"shape": 0.8}, "ladder of 4": {"bands": 4}}
    for months in TARGETS:
        for name, more in kinds.items():
            found = scenario(months, **more)  # type: ignore[arg-type]
            columns = drawing.draw(found, DRAWS, 1)
            work = partial(engine, found, columns)
            taken = statistics.median(seconds(work) for _ in range(rounds))
            print(f"{months:4} months, {name}, engine: {1000 * taken:.1f} ms")
        found = scenario(months, more=20)
        work = partial(simulated, found)
        work()  # draws are kept from now on
        taken = statistics.median(seconds(work) for _ in range(rounds))
        print(f"{months:4} months, simulate with 21 categories: {1000 * taken:.1f} ms")


def memory() -> bool:
    """What the engine takes at most; True where it grows with the months."""
    peaks = []
    for months in (18, 120, 480):
        found = scenario(months, more=20)
        columns = drawing.draw(found, DRAWS, 1)
        engine(found, columns)
        tracemalloc.start()
        engine(found, columns)
        peaks.append(tracemalloc.get_traced_memory()[1] / 2**20)
        tracemalloc.stop()
        print(f"{months:4} months, engine with 21 categories: {peaks[-1]:.1f} MB at most")
    return peaks[1] > 1.2 * peaks[0]


def main() -> int:
    """Prints times, ratios and memory; 1 where a target is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"{DRAWS:,} draws x 2 arms x {len(STATES)} states, median of {rounds} rounds")
    missed = against_plain(rounds)
    others(rounds)
    return int(missed | memory())


if __name__ == "__main__":
    sys.exit(main())
