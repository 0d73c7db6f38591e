"""Batches: scaling from one process to two, overhead per scenario, memory of the one that asks.

    python tests/benchmarks/batch.py [SCENARIOS] [ROUNDS]
    python tests/benchmarks/batch.py memory [SCENARIOS]
    python tests/benchmarks/batch.py against CHECKOUT [SCENARIOS] [ROUNDS]

The first runs the shipped scenario, swept, with 10,000 draws: by `ipscost batch` with one process
and with two, and in a plain loop of build, simulate and what is found in the run, alone and as two
halves side by side, in turn within every round. Ratios are taken within a round and their medians
are printed. Scaling is the wall time of one process over twice that of two. Two cores share caches
and memory, so what is ideal is what the two half loops, which share nothing, gain over the whole
one; the target is for the share of that. Where the loop alone got less than 95% of a processor,
others used the machine, and scaling is not judged. Overhead is the CPU time of a scenario in the
batch beyond that in the loop.
The second runs many scenarios without draws and prints the peak memory of the process that asks.
The third runs a batch of this checkout and of another one in turn and prints the ratios of their
CPU times: without draws, where all is overhead, computed and again where all is finished; with
draws; and with a column and a schedule that are read from files. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATH = "cost.programme.ips.difference"
LOOP = """
import sys, time
from ipscost.analysis.simulate.summary import summarised
from ipscost.loading import build, read
from ipscost.run import simulate
n = int(sys.argv[1])
reading = read("inklusion-ips")
for step in range(n):
    scenario = build(reading, [f"{sys.argv[2]}={500 + 1000 * step / (n - 1):.10g}"])
    run = simulate(scenario)
    summarised(run)
"""
SCALING, OVERHEAD_MS, MEMORY_MB = 0.95, 3.0, 500.0
QUIET = 0.95
"""The share of a processor that a loop gets where nobody else uses the machine."""
GROWTH = 1.05
"""A median of few rounds on a busy machine is unsure by some per cent."""
ROOT = Path(__file__).parents[2]


def wall(command: list[str]) -> float:
    """Seconds that a command takes."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def wall_and_cpu(command: list[str]) -> tuple[float, float]:
    """Seconds that a command takes, and seconds of CPU that it takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = wall(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def side_by_side(command: list[str], times: int) -> float:
    """Seconds until `times` runs of a command, started together, have all ended."""
    started = time.perf_counter()
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(times)]
    for process in running:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - started


def batch(n: int, folder: Path, *more: str) -> list[str]:
    """The command line of a batch of `n` variants into a new folder."""
    sweep = f"{PATH}=500:1500:{n}"
    into = str(folder / str(time.monotonic_ns()))
    return [
        *(sys.executable, "-m", "ipscost", "batch", "inklusion-ips"),
        *("--sweep", sweep, "--out", into, *more),
    ]


def cpu(command: list[str], checkout: Path) -> float:
    """Seconds of CPU that a command of a checkout takes, with its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command, check=True, cwd=checkout, env=environment, **quiet)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def against(other: Path, n: int, rounds: int, folder: Path) -> bool:
    """Prints the ratio of this checkout's CPU times to those of another; True where none grew."""
    schedules = (
        f"discount.schedule={ROOT / 'scenarios' / 'discount' / 'danish_2013.yaml'},danish_2021"
    )
    states = ["examples/states.yaml", "--draws", "0", "--sweep", schedules]
    states += ["--sweep", f"cost.programme.at_start.ips.mean=1:9:{n // 4}"]
    swept = ["inklusion-ips", "--sweep", f"{PATH}=500:1500:{n}"]
    cases = {
        "without draws": ([*swept, "--draws", "0"], 1),
        "all finished before": ([*swept, "--draws", "0"], 2),
        "10,000 draws": (["inklusion-ips", "--sweep", f"{PATH}=500:1500:{n // 10}"], 1),
        "files beside a model": (states, 1),
    }
    good = True
    for name, (arguments, times) in cases.items():
        ratios = []
        for round_ in range(rounds):
            taken = {}
            for checkout in (ROOT, other) if round_ % 2 else (other, ROOT):
                into = folder / f"{name}-{round_}-{checkout.name}-{checkout is ROOT}"
                command = [sys.executable, "-m", "ipscost", "batch", *arguments, "--out", str(into)]
                taken[checkout] = [cpu(command, checkout) for _ in range(times)][-1]
            ratios.append(taken[ROOT] / taken[other])
        ratio = statistics.median(ratios)
        told, good = verdict(ratio <= GROWTH), good and ratio <= GROWTH
        print(f"{name:<22} {ratio:.3f} of the other's CPU time  target {GROWTH:g}: {told}")
    return good


def verdict(good: bool) -> str:
    """How a target was met."""
    return "met" if good else "MISSED"


def speed(n: int, rounds: int, folder: Path) -> bool:
    """Prints scaling and overhead; True where both targets are met."""
    scaling, ideal, overhead, quiet = [], [], [], []
    for _ in range(rounds):
        loop, loop_cpu = wall_and_cpu([sys.executable, "-c", LOOP, str(n), PATH])
        halves = side_by_side([sys.executable, "-c", LOOP, str(n // 2), PATH], 2)
        one, one_cpu = wall_and_cpu(batch(n, folder))
        two = wall(batch(n, folder, "--jobs", "2"))
        scaling.append(one / (2 * two))
        ideal.append(loop / (2 * halves))
        overhead.append((one_cpu - loop_cpu) / n * 1000)
        quiet.append(loop_cpu / loop)
        seconds = f"loop {loop:.2f} s, two halves {halves:.2f} s"
        print(f"{seconds}, one process {one:.2f} s, two {two:.2f} s", flush=True)
    share, limit = statistics.median(scaling), statistics.median(ideal)
    extra = statistics.median(overhead)
    is_quiet = statistics.median(quiet) >= QUIET
    good = is_quiet and share >= SCALING * min(1.0, limit), extra <= OVERHEAD_MS
    print(f"{n} scenarios x 10,000 draws, median of {rounds} rounds")
    print(f"scaling from 1 to 2 processes {share:.1%} of twice as fast")
    print(f"two loops that share nothing  {limit:.1%} of twice as fast")
    scaled = verdict(good[0]) if is_quiet else "NOT JUDGED, the machine is busy"
    print(f"share of that {share / limit:.1%}  target {SCALING:.0%}: {scaled}")
    print(f"overhead a scenario {extra:.2f} ms  target {OVERHEAD_MS:g} ms: {verdict(good[1])}")
    return all(good)


def memory(n: int, folder: Path) -> bool:
    """Prints the peak memory of the process that asks; True where the target is met."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    seconds = wall(batch(n, folder, "--draws", "0", "--jobs", "2"))
    peak = max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    good = peak <= MEMORY_MB
    print(f"{n:,} scenarios without draws: peak {peak:.0f} MB, {seconds:.0f} s")
    print(f"target {MEMORY_MB:g} MB: {verdict(good)}")
    return good


def main() -> int:
    """1 where a target is missed."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if arguments[:1] == ["memory"]:
            return 0 if memory(int((arguments[1:] or ["100000"])[0]), Path(folder)) else 1
        if arguments[:1] == ["against"]:
            n, rounds = (int(a) for a in (arguments[2:] + ["1000", "5"][len(arguments) - 2 :])[:2])
            return 0 if against(Path(arguments[1]).resolve(), n, rounds, Path(folder)) else 1
        n, rounds = (int(a) for a in (arguments + ["1000", "5"][len(arguments) :])[:2])
        return 0 if speed(n, rounds, Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())
