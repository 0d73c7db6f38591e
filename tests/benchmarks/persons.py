"""How fast persons are followed, as ratios of CPU time in one run, pinned to one core.

    python tests/benchmarks/persons.py [ROUNDS]

Person-months a second of a model of states against a plain loop over months in NumPy that follows
as many persons and counts as many categories; the time that 10,000 draws of 1,000 persons take, on
one core and, by the clock, on two; memory; and how far the means of 2 million persons are from
those expected. Exits 1 where a target is missed. hesim and WARDEN do not stand beside it: they are
packages of R, which could not be installed where this was written.
"""

from __future__ import annotations

import math
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np

import ipscost
from ipscost import Scenario, Settings
from ipscost.drawing import draws as drawing
from ipscost.drawing.streams import PERSONS, Streams
from ipscost.engines import ENGINES
from ipscost.engines.chain import Chain
from ipscost.engines.grid import grid
from ipscost.engines.persons import differing, follow

MODEL, AMOUNTS = "labour-market-ips", "inklusion-ips"
DIFFERING = (
    "jobcenter",
    "psychiatric.hospital",
    "productivity",
    "wages",
    "benefits",
    "study_grant",
)
"""Categories that differ between persons beside what their courses make of them, as bed days,
visits and hours do in a model of persons."""
SPREAD = ", ".join(f"{name}: {{cv: 1.2}}" for name in DIFFERING)
SETTINGS = ["arm.ipse=null", f"spread={{assumption: a guess, cost: {{{SPREAD}}}}}"]
MANY = 100_000
TARGETS = {
    "million person-months a second": (20, max),
    "times as fast as a loop over months": (4, max),
    "seconds, 10,000 x 1,000 persons as shipped": (15, min),
    "the same on two cores": (9, min),
    "MB for 1,000,000 persons": (200, min),
    "abs(z) at 2,000,000 persons": (4, min),
}


def cpu(function: Callable[[], object]) -> float:
    """CPU seconds of a call."""
    start = time.process_time()
    function()
    return time.process_time() - start


def engine(scenario: Scenario, persons: int) -> None:
    """The means of so many persons in the base case."""
    streams = Streams(1, persons=persons)
    ENGINES["persons"](scenario, drawing.base_case(scenario), streams, detail="totals")


def plain(scenario: Scenario, persons: int) -> None:
    """As many persons in a plain loop over months: a state each, and a sum a category.

    Amounts that differ between persons are gamma, drawn month by month, with shapes that add up to
    that of the horizon; all others are those of the state.
    """
    factors = {(each.arm, each.place) for each in differing(scenario).costs}
    chain = Chain(scenario, drawing.base_case(scenario), grid(scenario))
    categories, names = len(scenario.categories), {s: i for i, s in enumerate(chain.states)}
    generator = np.random.default_rng(1)
    amounts = generator.random((categories, len(names)))
    for arm in range(chain.arms):
        start = [share[arm, 0] for share in chain.start().values()]
        state = np.searchsorted(np.cumsum(start)[:-1], generator.random(persons))
        costs = np.zeros((categories, persons))
        for month in range(scenario.months):
            for category in range(categories):
                if (arm, category) in factors:
                    costs[category] += generator.gamma(1 / scenario.months, 1.0, persons)
                else:
                    costs[category] += amounts[category][state]
            cumulative = np.zeros((len(names), len(names)))
            for name, row in chain.rows(month).items():
                for target, share in row.exits.items():
                    cumulative[names[name], names[target]] = share[arm % len(share), 0]
                stay = 1.0 if row.stay is None else row.stay[arm % len(row.stay), 0]
                cumulative[names[name], names[name]] = stay
            own = np.cumsum(cumulative, axis=1)[state]
            uniform = generator.random(persons)[:, None]
            state = np.minimum((uniform >= own).sum(axis=1), len(names) - 1)
        costs.mean(axis=1)


def largest_z(scenario: Scenario, persons: int) -> float:
    """How far the means of persons are from those expected, in standard errors, at most."""
    base = drawing.base_case(scenario)
    expected = ENGINES["states"](scenario, base, Streams(1), detail="totals").ledger
    exact = np.concatenate([expected.present_value, expected.present_outcome], axis=1)[:, :, 0]
    total, squares = np.zeros(exact.shape), np.zeros(exact.shape)
    for block in follow(scenario, base, Streams(1, shared=True, persons=persons)):
        own = np.concatenate([block.costs, block.outcomes], axis=1) - exact[:, :, None]
        total += own.sum(axis=2)
        squares += (own**2).sum(axis=2)
    mean = total / persons
    sd = np.sqrt(np.maximum(squares / persons - mean**2, 0))
    differ = sd > 1e-6 * np.abs(exact)
    assert (np.abs(mean[~differ]) <= 1e-9 * np.abs(exact[~differ]) + 1e-9).all()
    return float(np.abs(mean[differ] / sd[differ]).max() * math.sqrt(persons))


def main() -> int:
    """Prints a line a target; 1 where one is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    few = Settings(draws=1_000, engine="persons", persons=1_000)
    shipped = ipscost.load(MODEL, SETTINGS[:1])
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, cores[:2])
    start = time.perf_counter()
    ipscost.simulate(shipped, few)
    on_two = (time.perf_counter() - start) * 10
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, cores[:1])
    model = ipscost.load(MODEL, SETTINGS)
    engine(model, PERSONS)
    fast, ratio = [], []
    for _ in range(rounds):
        own, loop = cpu(lambda: engine(model, MANY)), cpu(lambda: plain(model, MANY))
        fast.append(MANY * model.months * len(model.arms) / own / 1e6)
        ratio.append(loop / own)
    drawn = cpu(lambda: ipscost.simulate(shipped, few)) * 10
    engine(model, 1_000_000)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    z = max(largest_z(ipscost.load(name), 2_000_000) for name in (MODEL, AMOUNTS))
    found = (statistics.median(fast), statistics.median(ratio), drawn, on_two, memory, z)
    missed = 0
    print(f"Persons in {MODEL}, two arms; the median of {rounds} rounds on one core")
    for (name, (target, better)), value in zip(TARGETS.items(), found, strict=True):
        met = better(value, target) == value
        missed += not met
        sign = "at least" if better is max else "at most"
        verdict = "met" if met else "MISSED"
        print(f"{name:<44}{value:8.1f}  target {sign} {target:g}: {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
