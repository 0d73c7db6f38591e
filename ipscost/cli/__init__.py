"""The command line: each command loads, simulates, analyses and renders, and decides nothing.

app      the root: name, help, version
options  the options that commands share
output   where results and complaints go
progress what a long command shows while it runs
simulated  the run that options ask for
decided  what cea and voi decide on: a scenario, or results made elsewhere
single   simulate, explain, check, verify, schema, new, list
accounts payers
batches  batch
many     compare
effectiveness  cea
information  voi
what_if  sensitivity, threshold
calibration  calibrate

Heavy modules are imported inside the command that needs them, so that `--help` is quick.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from typing import Any

import typer

from ipscost import files
from ipscost.cli import (
    accounts,
    batches,
    calibration,
    effectiveness,
    information,
    many,
    single,
    what_if,
)
from ipscost.cli.app import app
from ipscost.cli.output import complain
from ipscost.errors import ScenarioError

__all__ = [
    "accounts",
    "app",
    "batches",
    "calibration",
    "effectiveness",
    "information",
    "main",
    "many",
    "single",
    "what_if",
]

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit code: 0 fine, 1 the scenario, 2 the command, 3 our bug."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        with files.of_a_run():
            code = app(args=arguments, prog_name="ipscost", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # typer may turn the interrupt into its exit code
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except ScenarioError as error:
        complain(error)
        return 1
    except files.ClashError as error:
        typer.BadParameter(str(error)).show()
        return 2
    except (BrokenPipeError, SystemExit):  # typer exits by itself where the reader is gone
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        typer.echo(f"the result cannot be written: {error.strerror or error}", err=True)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("interrupted; nothing was written", err=True)
        return INTERRUPTED
    except Exception as error:
        show = getattr(error, "show", None)
        if callable(show):  # a usage error of the command line
            show()
            return int(getattr(error, "exit_code", 2))
        return _our_bug()


def _our_bug() -> int:
    """Keeps the traceback in a file and says so."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="ipscost-bug-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write(traceback.format_exc())
    last = traceback.format_exc().strip().rsplit("\n", 1)[-1]
    typer.echo(f"ipscost has a bug, and this is not your fault: {last}", err=True)
    typer.echo(f"  fix: report it with the file {file.name}", err=True)
    return 3
