"""What a run leaves undone: other commands' options, and searching for cycles."""

from __future__ import annotations

import subprocess
import sys

from ipscost.cli import _narrowed, app

COUNTED = """
import atexit, gc, sys
from ipscost.__main__ import run

def searches():
    return sum(generation["collections"] for generation in gc.get_stats())

gc.collect()
before = searches()
atexit.register(lambda: print(searches() - before, gc.get_freeze_count() > 10_000))
run()
"""
"""The program, which tells at its end how often it looked for cycles, and whether it still will."""


def test_a_run_is_not_searched_for_cycles() -> None:
    command = [sys.executable, "-c", COUNTED, "simulate", "inklusion-ips", "--draws", "10"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 True"


def test_a_command_makes_ready_its_own_options_alone() -> None:
    for name in ("simulate", "list", "payers"):
        (only,) = _narrowed([name, "inklusion-ips"]).registered_commands
        assert only in app.registered_commands
        assert name in (only.name, getattr(only.callback, "__name__", ""))
    for others in ([], ["--help"], ["simulat"], ["--version", "simulate"]):
        assert _narrowed(others) is app
