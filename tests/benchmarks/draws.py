"""A million draws of the shipped scenario: time and memory, beside a plain NumPy script of it.

    python tests/benchmarks/draws.py [ROUNDS]

Every round runs `import numpy`, a script that draws the same seven uncertain numbers a million
times with NumPy's own generators and sums them up, and `ipscost simulate` with a million draws, in
turn and on all processors. Printed are medians: wall-clock seconds, peak memory, and the ratios
within each round. The script reads no file, checks and converts nothing, and prints three results
where simulate prints tables; its generators are quicker than an inverse distribution function, but
give other draws to every scenario. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

DRAWS = 1_000_000
SECONDS, MEGABYTES = 3.0, 500.0
PLAIN = f"""
import numpy as np
rng, n = np.random.default_rng(1), {DRAWS}
kroner = 7.46038 * 1.0115
parts = [rng.normal(mean, sd, n) * kroner for mean, sd in
         [(-2992, 769.03), (-3730, 2200.76), (-1943, 988), (-1792, 1413.88)]]
saving = -(914 * kroner + sum(parts))
job = rng.beta(145.557, 97.443, n) - rng.beta(111.135, 127.865, n)
qaly = rng.normal(0.0255, 0.0244, n)
for values in (saving, job, qaly):
    print(values.mean(), np.quantile(values, [0.025, 0.975]), (values > 0).mean())
"""
COMMANDS = {
    "import numpy": [sys.executable, "-c", "import numpy"],
    "plain NumPy": [sys.executable, "-c", PLAIN],
    "ipscost simulate": [
        *(sys.executable, "-m", "ipscost", "simulate", "inklusion-ips"),
        *("--draws", str(DRAWS)),
    ],
}


def measured(command: list[str]) -> tuple[float, float]:
    """Wall-clock seconds and peak memory, in megabytes, of one run of `command`."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    size = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return time.perf_counter() - started, size / 1e6


def main() -> int:
    """Prints a line a command; 1 where a target is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for number in range(rounds + 1):
        for name, command in COMMANDS.items():
            result = measured(command)
            if number:  # the first round warms the caches
                found[name].append(result)
    print(f"{DRAWS:,} draws, medians of {rounds} rounds on {os.cpu_count()} processors")
    print(f"{'':<20}{'seconds':>9}{'MB':>8}{'x import numpy':>16}{'x plain NumPy':>16}")
    for name, results in found.items():
        seconds, size = (statistics.median(values) for values in zip(*results, strict=True))
        ratios = [
            statistics.median(
                one / base for (one, _), (base, _) in zip(results, found[other], strict=True)
            )
            for other in ("import numpy", "plain NumPy")
        ]
        print(f"{name:<20}{seconds:9.2f}{size:8.0f}{ratios[0]:16.1f}{ratios[1]:16.2f}")
    good = seconds <= SECONDS and size <= MEGABYTES
    verdict = "met" if good else "MISSED"
    print(f"target {SECONDS:g} seconds and {MEGABYTES:g} MB: {verdict}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
