"""Start-up and a cold simulate, as ratios of CPU time to `python -c 'import numpy'`.

    python tests/benchmarks/startup.py [ROUNDS]

Every round runs each command once, in turn and pinned to one core where the system allows it, so
that a drift of the machine's speed meets all of them; the ratio is taken within each round and
its median is printed. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys

BASE = [sys.executable, "-c", "import numpy"]
RUN = [sys.executable, "-m", "ipscost"]
COMMANDS = {
    "ipscost --help": ([*RUN, "--help"], 2.2),
    "ipscost check inklusion-ips": ([*RUN, "check", "inklusion-ips"], None),
    "ipscost simulate inklusion-ips": ([*RUN, "simulate", "inklusion-ips"], 5.0),
    "ipscost simulate labour-market-ips": ([*RUN, "simulate", "labour-market-ips"], 6.0),
    "ipscost simulate ips-ten-years": ([*RUN, "simulate", "ips-ten-years"], 6.0),
    "ipscost simulate inklusion-ips --format csv": (
        [*RUN, "simulate", "inklusion-ips", "--format", "csv"],
        None,
    ),
}


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run of `command`, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Prints a line a command; 1 where one misses its target."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
    ratios: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(rounds + 1):
        base = cpu_seconds(BASE)
        for name, (command, _) in COMMANDS.items():
            ratio = cpu_seconds(command) / base
            if number:  # the first round warms the caches
                ratios[name].append(ratio)
    missed = 0
    print(f"CPU time in units of `python -c 'import numpy'`, median of {rounds} rounds")
    for name, (_, target) in COMMANDS.items():
        median = statistics.median(ratios[name])
        verdict = ""
        if target is not None:
            good = median <= target
            missed += not good
            verdict = f"target {target:g}: {'met' if good else 'MISSED'}"
        print(f"{name:<45}{median:6.2f}  {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
