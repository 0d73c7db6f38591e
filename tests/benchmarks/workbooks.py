"""Workbooks with random inputs, computed by LibreOffice, against `--set` of the same inputs.

    python tests/benchmarks/workbooks.py [--sets 200] [--seed 1] [SCENARIO...]

Tells the largest difference of each scenario, and exits 1 where one is half an oere or more.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

EXAMPLES = ROOT / "examples"
SCENARIOS = (
    "inklusion-ips",
    "inklusion-ipse",
    str(EXAMPLES / "municipality.yaml"),
    str(EXAMPLES / "municipality-dearer.yaml"),
    str(EXAMPLES / "municipality-together.yaml"),
    "labour-market-ips",
    "ips-ten-years",
    str(EXAMPLES / "states.yaml"),
    str(ROOT / "tests" / "golden" / "three-arms.yaml"),
)


def main() -> int:
    """Compares each scenario."""
    from office import computed, random_sets

    from ipscost.rounding import OERE

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenarios", nargs="*", default=SCENARIOS)
    parser.add_argument("--sets", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    worst = 0.0
    for source in asked.scenarios:
        with tempfile.TemporaryDirectory() as folder:
            drawn = random_sets(source, asked.sets, asked.seed, Path(folder))
            found = list(drawn.apart(computed(drawn.files, Path(folder))))
        most = max(found, key=lambda each: each.size)
        worst = max(worst, most.size)
        print(f"{source}: {len(found)} results of {asked.sets} sets, at most {most.size:.2g} apart")
        if most.size >= OERE:
            print(f"  {most}")
    return int(worst >= OERE)


if __name__ == "__main__":
    sys.exit(main())
