"""A cold compare of three scenarios, as a ratio of CPU time to a cold simulate of one.

    python tests/benchmarks/compare.py [ROUNDS]

Run and read as startup.py is: in turn, pinned to one core, the median of the ratios within each
round. Exits 1 where the target is missed.
"""

from __future__ import annotations

import os
import statistics
import sys
from pathlib import Path

from startup import RUN, cpu_seconds

EXAMPLES = Path(__file__).parents[2] / "examples"
BASE = [*RUN, "simulate", "inklusion-ips"]
THREE = ["inklusion-ips", "inklusion-ipse", str(EXAMPLES / "municipality.yaml")]
COMMANDS = {
    "compare of three": ([*RUN, "compare", *THREE], 1.5),
    "compare of three --inputs": ([*RUN, "compare", *THREE, "--inputs"], None),
}


def main() -> int:
    """Prints a line a command; 1 where one misses its target."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    ratios: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(rounds + 1):
        base = cpu_seconds(BASE)
        for name, (command, _) in COMMANDS.items():
            ratio = cpu_seconds(command) / base
            if number:
                ratios[name].append(ratio)
    missed = 0
    print(f"CPU time in units of `ipscost simulate inklusion-ips`, median of {rounds} rounds")
    for name, (_, target) in COMMANDS.items():
        median = statistics.median(ratios[name])
        verdict = ""
        if target is not None:
            missed += median > target
            verdict = f"target {target:g}: {'met' if median <= target else 'MISSED'}"
        print(f"{name:<30}{median:6.2f}  {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
