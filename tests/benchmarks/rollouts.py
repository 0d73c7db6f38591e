"""The budget of a rollout: processor time and memory of sites, and beside one cohort.

    python tests/benchmarks/rollouts.py [ROUNDS]

27 sites over 10 years with monthly intakes, 10,000 draws and 2 arms of `ips-ten-years`, each site
with people and a caseload of its own: in one process, pinned to one core. Then the budget of one
rollout in ratio to `simulate` of the same scenario, for people who start over 1, 12, 48 and 96
months: a cohort is counted once and shifted, so that the ratio grows with the months of the
accounts, not with their product with those in which people start. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import ipscost
from ipscost import Settings
from ipscost.analysis.budget.accounts import budget
from ipscost.analysis.budget.sites import sites_budget
from ipscost.loading.build import build
from ipscost.loading.reading import read
from ipscost.loading.sites import read_sites

SITES, DRAWS = 27, 10_000
SECONDS, MEGABYTES = 3.0, 500.0
MONTHS = (1, 12, 48, 96)
MOST_GROWTH = 3.0
"""How many times as long the budget of people who start over 96 months may take as of 1 month."""
ROLLOUT = """\
ipscost: 1
title: A benchmark
extends: ips-ten-years
rollout:
  arm: ips
  outcome: ever_18
  starts: 2024-01
  until: 2033-12
  assumption: made up
  intake:
    target: {mean: 160, se: 10, unit: person, assumption: made up}
    months: MONTHS
    recruitment: {mean: 0.8, se: 0.05}
    ramp_up: 6
  support: {months: 18, leaving: 0.02}
  staff:
    caseload: 20
    vacancy: 0.1
    hired_ahead: 2
    role:
      specialist: {salary: {mean: 480000, se: 20000, unit: DKK_2021/year}}
      leader: {per: 6, of: specialist, salary: {mean: 560000, unit: DKK_2021/year}}
    pension: 0.143
    overhead: 0.2
"""


def written(months: int, folder: Path) -> Path:
    """The file of a scenario with people who start over so many months."""
    file = folder / f"months{months}.yaml"
    file.write_text(ROLLOUT.replace("MONTHS", str(months)), encoding="utf-8")
    return file


def seconds(run: Callable[[], object], rounds: int) -> float:
    """The median processor time of a run; a first one warms the caches."""
    run()
    found = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        found.append(time.process_time() - start)
    return statistics.median(found)


def main() -> int:
    """Prints what each takes; 1 where a target is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    settings = Settings(draws=DRAWS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reading = read(written(48, folder))
        one = build(reading)
        table = folder / "sites.csv"
        rows = [f"site {n},{100 + 5 * n},{15 + n % 9}" for n in range(SITES)]
        table.write_text("\n".join(["site,target,caseload", *rows]), encoding="utf-8")
        sites = read_sites(table, reading, one).sites
        taken = seconds(lambda: sites_budget(one, sites, settings), rounds)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        good = taken <= SECONDS and peak <= MEGABYTES
        print(f"{SITES} sites, {DRAWS:,} draws: {taken:.2f} s, {peak:.0f} MB", end="  ")
        print(f"target {SECONDS:g} s, {MEGABYTES:g} MB: {'met' if good else 'MISSED'}")
        ratios = []
        for months in MONTHS:
            each = ipscost.load(written(months, folder))
            unit = seconds(lambda each=each: ipscost.simulate(each, settings), rounds)
            ratios.append(seconds(lambda each=each: budget(each, settings), rounds) / unit)
            print(f"starts over {months:>2} months: {ratios[-1]:.1f} times one cohort")
    grown = ratios[-1] <= MOST_GROWTH * ratios[0]
    print(f"growth of at most {MOST_GROWTH:g}: {'met' if grown else 'MISSED'}")
    return 0 if good and grown else 1


if __name__ == "__main__":
    sys.exit(main())
