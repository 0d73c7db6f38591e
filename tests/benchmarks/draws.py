"""A million draws of the shipped scenarios: CPU time and memory, beside a plain NumPy script.

    python tests/benchmarks/draws.py [ROUNDS]

Every round runs `import numpy`, a script that draws the seven uncertain numbers of inklusion-ips a
million times with NumPy's own generators and sums them up, and `ipscost simulate` of each shipped
scenario with a million draws, in turn. Printed are medians: CPU seconds of all threads, peak
memory, and the ratios within each round. The script reads no file, checks and converts nothing, and
prints three results where simulate prints tables; its generators are quicker than an inverse
distribution function, but give other draws to every scenario. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys

DRAWS = 1_000_000
SECONDS, MEGABYTES = 2.0, 400.0
SCENARIOS = ("inklusion-ips", "inklusion-ipse", "labour-market-ips", "ips-ten-years")
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
    **{
        name: [sys.executable, "-m", "ipscost", "simulate", name, "--draws", str(DRAWS)]
        for name in SCENARIOS
    },
}


def measured(command: list[str]) -> tuple[float, float]:
    """CPU seconds and peak memory, in megabytes, of one run of `command`."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    size = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return usage.ru_utime + usage.ru_stime, size / 1e6


def main() -> int:
    """Prints a line a command; 1 where a target is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for number in range(rounds + 1):
        for name, command in COMMANDS.items():
            result = measured(command)
            if number:  # the first round warms the caches
                found[name].append(result)
    print(f"{DRAWS:,} draws, medians of {rounds} rounds")
    missed = 0
    print(f"{'':<20}{'seconds':>9}{'MB':>8}{'x import numpy':>16}{'x plain NumPy':>16}")
    for name, results in found.items():
        seconds, size = (statistics.median(values) for values in zip(*results, strict=True))
        ratios = [
            statistics.median(
                one / base for (one, _), (base, _) in zip(results, found[other], strict=True)
            )
            for other in ("import numpy", "plain NumPy")
        ]
        good = name not in SCENARIOS or (seconds <= SECONDS and size <= MEGABYTES)
        missed += not good
        verdict = "" if name not in SCENARIOS else "  met" if good else "  MISSED"
        print(f"{name:<20}{seconds:9.2f}{size:8.0f}{ratios[0]:16.1f}{ratios[1]:16.2f}{verdict}")
    print(f"targets of each scenario: {SECONDS:g} seconds and {MEGABYTES:g} MB")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
