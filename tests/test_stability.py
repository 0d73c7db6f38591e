"""What stands on linear algebra reads the same with other kernels, threads and roundings.

`stability.py` does so with every golden result; here a few commands with few draws.
"""

from __future__ import annotations

import pytest
from stability import SIZE, computed, differences

pytestmark = pytest.mark.programs
TOGETHER = "examples/municipality-together.yaml"
FEW = ("--draws", "300")
COMMANDS = {
    "voi.txt": (
        *("voi", TOGETHER, *FEW, "--outcome", "job_or_education", "--wtp", "20000"),
        *("--group", "All=cost", "--group", "Some=cost.benefits,cost.psychiatric"),
    ),
    "voi.csv": (
        *("voi", TOGETHER, "--draws", "1000", "--format", "csv"),
        *("--group", "Two=cost.benefits.use.ips,cost.psychiatric.bed_days.use.ips"),
        *("--group", "Some=cost.benefits,cost.psychiatric.bed_days.use.ips"),
    ),
    "cea.txt": (
        *("cea", TOGETHER, *FEW, "--outcome", "job_or_education", "--sampler", "sobol"),
        *("--wtp", "0:100000:20000"),
    ),
    "uncertainty.txt": ("simulate", TOGETHER, *FEW, "--uncertainty"),
    "uncertainty.csv": ("simulate", TOGETHER, *FEW, "--uncertainty", "--format", "csv"),
    "sensitivity.txt": ("sensitivity", TOGETHER, *FEW),
    "threshold.txt": ("threshold", TOGETHER, "cost.productivity.use.ips", *FEW),
    "calibrate.txt": ("calibrate", "tests/golden/calibrate.yaml"),
    "states.csv": ("simulate", "scenarios/labour-market-ips.yaml", *FEW, "--format", "csv"),
}


@pytest.fixture(scope="module")
def usual() -> dict[str, str]:
    """What the commands print with one kernel, on one thread."""
    _, found = computed(COMMANDS, "Haswell")
    assert "Traceback" not in "".join(found.values())
    assert "error" not in found["voi.csv"]
    return found


@pytest.mark.parametrize(
    ("kernel", "threads", "size"),
    [("Sandybridge", "2", 0.0), ("Prescott", "1", SIZE)],
    ids=["another kernel, two threads", "a third kernel, inputs moved"],
)
def test_what_is_printed_stays(
    usual: dict[str, str], kernel: str, threads: str, size: float
) -> None:
    _, found = computed(COMMANDS, kernel, threads, size)
    assert "\n".join(differences(found, usual)) == ""
