"""The command that runs many scenarios at a time: batch."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipscost import files as own_files
from ipscost.cli import divided
from ipscost.cli.command import command
from ipscost.cli.options import Changes, Output, Simulation
from ipscost.cli.output import check_dialect, colored, tell
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipscost.batch.parts import BatchPart
    from ipscost.batch.plan import Plan
    from ipscost.batch.run import Done, Workers
    from ipscost.batch.store import DamagedError
    from ipscost.cli.progress import ProgressBar

NAMED = 3
"""How many damaged runs are named; the others are only counted."""

Scenarios = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", show_default=False),
]
Folder = Annotated[
    Path,
    typer.Option(metavar="DIR", show_default=False),
]
Sweep = Annotated[
    list[str] | None,
    typer.Option(metavar="PATH=LOW:HIGH:N", show_default=False),
]
Range = Annotated[
    list[str] | None,
    typer.Option("--range", metavar="PATH=LOW:HIGH", show_default=False),
]
Sample = Annotated[
    str | None,
    typer.Option(metavar="lhs:N|sobol:N", show_default=False),
]
DesignFile = Annotated[
    Path | None,
    typer.Option(metavar="CSV", show_default=False),
]


@command(
    without=("arm", "sampler", "format_", "out", "only", "list_tables", "notes"),
    after={"csv_dialect": "keep_draws"},
)
def batch(
    *,
    files: Scenarios,
    out: Folder,
    sweep: Sweep = None,
    range_: Range = None,
    sample: Sample = None,
    design: DesignFile = None,
    changes: Changes,
    simulation: Simulation,
    months: Annotated[bool, typer.Option("--months")] = False,
    keep_draws: Annotated[bool, typer.Option("--keep-draws")] = False,
    sharing: divided.Sharing,
    output: Output,
) -> None:
    """Run many scenarios, or many variants of some, into tidy CSVs; a second run goes on."""
    language = output.language
    _check(sharing, output.csv_dialect, keep_draws)
    part, others = divided.part(sharing), divided.others(sharing)
    _promise(out)
    from ipscost import batch as many
    from ipscost.cli.progress import ProgressBar
    from ipscost.cli.warned import tell_warnings

    variants = many.design(sweep or (), range_ or (), sample, design, simulation.seed)
    options = many.Options(
        simulation.draws,
        simulation.seed,
        simulation.level,
        simulation.price_year,
        language,
        months,
        keep_draws,
        tuple(changes.changes),
    )
    plan = many.plan(files, variants, options, divided.mine(part, variants))
    with (
        ProgressBar(color=colored(output.no_color), several=len(plan.entries) > 1) as bar,
        _explained(out, bar, language, part, join=sharing.join),
    ):
        if sharing.join:
            done = many.join(plan, out, others, dialect=output.csv_dialect, progress=bar)
        else:
            done = many.batch(
                plan,
                out,
                jobs=sharing.jobs,
                cluster=_cluster(sharing, plan.versions, bar),
                dialect=output.csv_dialect,
                progress=bar,
                part=part,
            )
    tell_warnings(done.doubts, out, language)
    _report(done, out, language, part, len(plan))
    if part is None:
        _tell_unmoved(plan, language)
    raise typer.Exit(1 if done.failures else 0)


def _check(sharing: divided.Sharing, dialect: str, keep_draws: bool) -> None:
    """Refuses options that do not fit one another, before any work is done."""
    scheduler = sharing.scheduler
    if scheduler is not None and sharing.jobs != 1:
        raise AskedError(
            Message("--jobs is for this machine and --scheduler for a cluster; keep one")
        )
    check_dialect(dialect)
    if keep_draws and find_spec("pyarrow") is None:
        raise AskedError(
            Message(
                "--keep-draws needs pyarrow, which is not installed: pip install 'ipscost[parquet]'"
            )
        )
    if scheduler is not None and not re.fullmatch(r"\w+://\S+|[\w.-]+:[0-9]+", scheduler):
        message = Message(
            "--scheduler must be an address such as tcp://host:8786, not '{scheduler}'",
            scheduler=scheduler,
        )
        raise AskedError(message)
    if sharing.worker_timeout is not None and scheduler is None:
        message = Message(
            "--worker-timeout is for the workers of a cluster; add --scheduler tcp://HOST:PORT"
        )
        raise AskedError(Message("{message}, or leave it out", message=message))


def _promise(out: Path) -> None:
    """Announces the files a batch will write. Refuses if it would read one of them."""
    from ipscost.batch.ours import OWN

    for name in OWN:
        own_files.writes(out / name, "--out")


def _cluster(
    sharing: divided.Sharing, versions: Any, bar: ProgressBar
) -> Callable[[], Workers] | None:
    """A function that connects to the cluster, or None for this machine."""
    scheduler = sharing.scheduler
    if scheduler is None:
        return None
    from ipscost.batch.cluster import cluster

    return lambda: cluster(scheduler, versions, bar.tell, sharing.worker_timeout)


class StoppedError(Exception):
    """The batch ends early, with this text and exit code."""

    def __init__(self, text: str, exit_code: int) -> None:
        super().__init__(text)
        self.exit_code = exit_code

    def show(self) -> None:
        """Prints the text to stderr."""
        tell(str(self), lines=True)


@contextmanager
def _explained(
    out: Path, bar: ProgressBar, lang: str, part: BatchPart | None, *, join: bool
) -> Iterator[None]:
    """Translates what can go wrong with the folder and the workers into the user's terms."""
    from ipscost.batch.incomplete import IncompleteError
    from ipscost.batch.ours import ForeignError
    from ipscost.batch.pool import WorkersError
    from ipscost.batch.store import DamagedError, GoneError, InUseError

    try:
        yield
    except KeyboardInterrupt:
        from ipscost.words import say

        total = _runs(bar.total, lang)
        text = say("batch_stopped", lang, done=bar.done, total=total, folder=out)
        raise StoppedError(text, 130) from None
    except InUseError:
        if part is not None:
            message: str = Message(
                "part {part} is being computed by another process; wait until it ends", part=part
            )
            raise AskedError(Message("--out {out}: {message}", out=out, message=message)) from None
        message = Message(
            "another batch is writing into it; wait until it ends, or name another folder"
        )
        raise AskedError(Message("--out {out}: {message}", out=out, message=message)) from None
    except DamagedError as error:
        message = _damage(error, divided.record(out, part), join=join)
        raise AskedError(Message("--out {out}: {message}", out=out, message=message)) from None
    except ForeignError as error:
        message = Message(
            "holds files that no batch wrote, or that were changed since ({error})", error=error
        )
        fix = Message("move it away, or name another folder")
        if ", " in str(error):
            fix = Message("move them away, or name another folder")
        raise AskedError(
            Message("--out {out} {message}; {fix}", out=out, message=message, fix=fix)
        ) from None
    except GoneError as error:
        lost = (
            Message(" with {runs} that had been finished", runs=_runs_of(bar.done))
            if bar.done
            else ""
        )
        message = Message(
            "--out {out} was removed or replaced while the batch ran{lost}", out=out, lost=lost
        )
        fix = Message("run the same command again, and leave the folder where it is")
        code = 130 if isinstance(error.__cause__, KeyboardInterrupt) else 2
        raise StoppedError(
            Message("error: {message}\n  fix: {fix}", message=message, fix=fix), code
        ) from None
    except (WorkersError, IncompleteError) as error:
        raise StoppedError(
            Message("error: {message}\n  fix: {fix}", message=error, fix=error.fix), 2
        ) from None
    except (FileExistsError, NotADirectoryError):
        raise AskedError(
            Message("--out {out} is a file, or lies in one; name a folder", out=out)
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        kept = (
            Message("; what is finished is kept ({runs})", runs=_runs_of(bar.done))
            if bar.done
            else ""
        )
        message = Message(
            "--out {out} cannot be written: {reason}{kept}; {remedy}",
            out=out,
            reason=reason,
            kept=kept,
            remedy=_remedy(error),
        )
        raise AskedError(message) from None


def _damage(error: DamagedError, record: str, *, join: bool) -> str:
    """What is damaged in a folder's record of finished runs, and what to do about it."""
    message = Message("its record of finished runs is damaged ({error})", error=error)
    if not error.runs:
        return Message("{message}; remove {record} and run again", message=message, record=record)
    named = ", ".join(error.runs[:NAMED])
    more = (
        Message(" and {width} more", width=_runs_of(len(error.runs) - NAMED))
        if error.runs[NAMED:]
        else ""
    )
    again = (
        Message("run the same command without --join")
        if join
        else Message("run the same command again")
    )
    anew = Message("it is computed anew")
    if len(error.runs) > 1:
        anew = Message("they are computed anew")
    return Message(
        "{message} in {named}{more}; {again}: {anew}",
        message=message,
        named=named,
        more=more,
        again=again,
        anew=anew,
    )


def _remedy(error: OSError) -> str:
    """The fix for a folder that cannot be written."""
    if error.errno in (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT):
        return Message("make room, and run it again")
    if error.errno == errno.EROFS:
        return Message("name a folder on a disk that can be written")
    if error.errno == errno.EPERM:
        return Message("name another folder, or lift what protects this one, as chattr -i does")
    return Message("name another folder, or mend its permissions")


def _report(done: Done, out: Path, lang: str, part: BatchPart | None, runs: int) -> None:
    """Prints what was done to stderr: stdout is for data, and the data is in the files."""
    from ipscost.words import say
    from ipscost.words.numbers import count

    numbers = {
        "total": _runs(done.total, lang),
        "computed": count(done.computed, lang),
        "reused": count(done.reused, lang),
        "failed": count(done.failed, lang),
        "joined": count(done.joined, lang),
    }
    files = ", ".join(done.files)
    if part is not None and not done.total:
        tell(say("batch_part_empty", lang, part=part, total=_runs(runs, lang)))
    elif part is not None:
        tell(say("batch_part_done", lang, **numbers, part=part, folder=out))
    else:
        key = "batch_joined" if done.joined else "batch_done"
        tell(say(key, lang, **numbers, files=files, folder=out))


def _tell_unmoved(plan: Plan, lang: str) -> None:
    """Prints to stderr which changes affect no saving."""
    from ipscost.batch.unmoved import unmoved
    from ipscost.words import listing, say

    if paths := list(unmoved(plan)):
        key = "unmoved_one" if len(paths) == 1 else "unmoved_many"
        tell(say(key, lang, paths=listing(paths, lang)))


def _runs_of(number: int) -> str:
    """`1,000 runs`, or `1 run`, in a message."""
    return Message("1 run") if number == 1 else Message("{runs:,} runs", runs=number)


def _runs(number: int, lang: str) -> str:
    """`1,000 runs`, or `1 run`."""
    from ipscost.words import say
    from ipscost.words.numbers import count

    return say("runs_one" if number == 1 else "runs", lang, count=count(number, lang))
