"""Ten years by month, cold: CPU time in units of `python -c 'import numpy'`, and peak memory.

    python tests/benchmarks/ten_years.py [ROUNDS]

Each round runs every command once, beside `simulate` without a course, which is what the others
cost at least. The median ratio is printed. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys

NAME = "ips-ten-years"
COMMANDS = {
    "simulate": (None, None),
    "simulate --months": (8.0, 150),
    "payers": (8.0, 150),
    "sensitivity": (10.0, None),
}
"""The most CPU time, in units, and memory, in MB, that each may take."""


def used(arguments: list[str]) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of one run of Python with `arguments`."""
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{arguments} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> int:
    """Prints a line a command; 1 where one misses its target."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        unit = used(["-c", "import numpy"])[0]
        for name in COMMANDS:
            command, *options = name.split()
            seconds, memory = used(["-m", "ipscost", command, NAME, *options])
            found[name].append((seconds / unit, memory))
    missed = 0
    for name, (most, room) in COMMANDS.items():
        ratio = statistics.median(ratio for ratio, _ in found[name])
        memory = max(memory for _, memory in found[name])
        good = (most is None or ratio <= most) and (room is None or memory <= room)
        missed += not good
        verdict = "" if most is None else f"target {most:g}: {'met' if good else 'MISSED'}"
        print(f"{name:<20}{ratio:6.1f} {memory:6.0f} MB  {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
