"""Nothing is searched for cycles while a run starts, nor at its end."""

from __future__ import annotations

import subprocess
import sys

COUNTED = """
import atexit, gc, sys

def searches():
    return sum(generation["collections"] for generation in gc.get_stats())

gc.collect()
before = searches()
atexit.register(lambda: print(searches() - before, gc.get_freeze_count() > 10_000))
from ipscost.__main__ import run
run()
"""
"""The program, which tells at its end how often it looked for cycles, and whether it still will."""


def test_a_run_is_not_searched_for_cycles() -> None:
    command = [sys.executable, "-c", COUNTED, "simulate", "inklusion-ips", "--draws", "10"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 True"
