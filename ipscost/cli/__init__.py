"""The command line: each command loads, simulates, analyses and renders, and decides nothing.

app      the root: name, help, language, version
help     what --help says
screen   how wide a page is
spoken   the language of messages
refusal  what is said of a command that cannot be read
completing  what may follow on the command line, for shells that ask
shells   the scripts by which they ask, and how they are answered
values   how the text of an option is read
options  the options that commands share, each declared once: a dataclass per group
command  registers a command, and expands the groups into its options
bounds   numbers with two ends, as options take them
output   where results and complaints go
progress what a long command shows while it runs
waiting  how long a command has been computing, where it has nothing else to say
simulated  the run that options ask for
rolled     whether sensitivity and threshold ask for the net of a rollout
decided  what cea and voi decide on: a scenario, or results made elsewhere
studied  a study that is planned, as voi and power ask
whom     whom a choice is for, as voi and power ask
divided  who computes a batch
warned   how a batch reports the warnings about its scenarios
Every other module is the command of its name (`list_` is list, `import_` is import).

Heavy modules are imported inside the command that needs them, so that `--help` is quick.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Sequence
from copy import copy
from functools import cache
from typing import Any

import typer

from ipscost import files
from ipscost.cli import (
    analyse,
    batch,
    budget,
    calibrate,
    cea,
    check,
    compare,
    completion,
    distribution,
    evidence,
    explain,
    import_,
    list_,
    new,
    payers,
    plot,
    power,
    refusal,
    report,
    schema,
    sensitivity,
    simulate,
    spoken,
    threshold,
    trial,
    verify,
    voi,
    workbook,
)
from ipscost.cli.app import app, behind_language
from ipscost.cli.output import complain, tell, write
from ipscost.errors import TOO_LARGE_FIX, NotFiniteError, ScenarioError
from ipscost.messages import Message
from ipscost.texts import STAND_INS

__all__ = [
    "analyse",
    "app",
    "batch",
    "budget",
    "calibrate",
    "cea",
    "check",
    "compare",
    "completion",
    "distribution",
    "evidence",
    "explain",
    "import_",
    "list_",
    "main",
    "new",
    "payers",
    "plot",
    "power",
    "report",
    "schema",
    "sensitivity",
    "simulate",
    "threshold",
    "trial",
    "verify",
    "voi",
    "workbook",
]

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it: 128 and the number of the signal."""
ASKED = "_IPSCOST_SHELL"
"""The variable of the environment in which a shell that asks for completions names itself."""
NO_MEMORY = Message(
    "Error: this takes more memory than there is; write fewer --draws, or leave out what the "
    "result can do without, such as --months"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit code: 0 fine, 1 a file, 2 the command, 3 our bug."""
    run = files.RunFiles()
    try:
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        _prepare_streams()
        if arguments is None and ASKED in os.environ:
            return _complete()
        spoken.listen(sys.argv[1:] if arguments is None else arguments)
        with files.of_a_run(run):
            code = _narrowed(arguments)(args=arguments, prog_name="ipscost", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        if code == INTERRUPTED:  # typer may turn the interrupt into its exit code
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except ScenarioError as error:
        return complain(error)
    except (BrokenPipeError, SystemExit):  # typer exits by itself where the reader is gone
        with contextlib.suppress(OSError, AttributeError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        tell(Message("the result cannot be written: {strerror}", strerror=error.strerror or error))
        return 2
    except (KeyboardInterrupt, typer.Abort):
        tell(Message("interrupted; nothing was written"))
        return INTERRUPTED
    except MemoryError:
        tell(NO_MEMORY)
        return 2
    except NotFiniteError as error:
        tell(Message("Error: {error}; {too_large_fix}", error=error, too_large_fix=TOO_LARGE_FIX))
        return 1
    except Exception as error:
        usage: Any = (
            typer.BadParameter(str(error)) if isinstance(error, files.ClashError) else error
        )
        if callable(getattr(usage, "show", None)):
            refusal.show(usage)
            return int(getattr(usage, "exit_code", 2))
        if isinstance(error, ImportError) and _is_memory(error):
            tell(NO_MEMORY)
            return 2
        return _our_bug(error, is_personal=run.is_personal)


def _complete() -> int:
    """Answers a shell that asks how a line may go on; whatever is wrong, it is told nothing."""
    with contextlib.suppress(Exception):
        from ipscost.cli.completing import completed

        write(completed(lambda name: typer.main.get_command(_with(name))), None)
    return 0


def _narrowed(arguments: Sequence[str] | None) -> typer.Typer:
    """The command line with only the command that is requested; with all if none is.

    Preparing the options of a command takes a hundredth of a run, and there are many commands.
    """
    given = behind_language(sys.argv[1:] if arguments is None else arguments)
    return _with(next(iter(given), ""))


@cache
def _with(first: str) -> typer.Typer:
    """The command line with only the command `first`; with all if there is no such command."""
    narrowed = copy(app)
    narrowed.registered_commands = [
        each
        for each in app.registered_commands
        if first == (each.name or getattr(each.callback, "__name__", ""))
    ]
    return narrowed if narrowed.registered_commands else app


def _is_memory(error: ImportError) -> bool:
    """True if a library does not fit into the memory that is left."""
    return bool(re.search("cannot allocate|failed to map", str(error), re.IGNORECASE))


def _prepare_streams() -> None:
    """Lets both streams write any text, and reserves the numbers of closed ones."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # or the next file opened would get that number
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=STAND_INS)


def _our_bug(error: Exception, *, is_personal: bool) -> int:
    """Saves the traceback in a file and says so.

    Where data of persons were read, the text of the error is left out, which may quote them.
    """
    import tempfile
    import traceback

    if is_personal:
        kept, last = _without_texts(error)
    else:
        kept = traceback.format_exc()
        last = kept.strip().rsplit("\n", 1)[-1]

    with tempfile.NamedTemporaryFile(
        "w",
        prefix="ipscost-bug-",
        suffix=".txt",
        delete=False,
        encoding="utf-8",
        errors="backslashreplace",
    ) as file:
        file.write(kept)
    tell(Message("ipscost has a bug, and this is not your fault: {last}", last=last))
    tell(Message("  fix: report it with the file {name}", name=file.name))
    return 3


def _without_texts(error: BaseException) -> tuple[str, str]:
    """Where errors were raised and of which kind they are, without their texts; and the last."""
    import traceback

    parts: list[str] = []
    each: BaseException | None = error
    while each is not None:
        where = "".join(traceback.format_tb(each.__traceback__))
        parts.insert(0, f"Traceback (most recent call last):\n{where}{type(each).__name__}\n")
        each = each.__cause__ or each.__context__
    last = Message(
        "{kind}, whose text is left out, as it may quote the data", kind=type(error).__name__
    )
    return "\n".join(parts), last
