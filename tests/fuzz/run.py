"""Runs altered scenarios, tables, command lines and texts through the program, to see what breaks.

    python tests/fuzz/run.py [--inputs 100000] [--seed 1] [--first 0] [--keep DIR] [--only N]

Each input is made from a seed and its number (`inputs.py`) and goes through the command line in
this process: scenarios through `check`, and where they load through analyses at few draws and all
formats; tables through `cea`, `voi` and `batch`; texts through the grammars that read them. Told
are: an error that is not the program's own, a step that takes over 5 seconds of processor time, a
result that is not finite, a character that a terminal obeys, a warning of a library, an end without
a word. All of them are kept in DIR with the input that did it, and `--only N` runs that one again.
Exits 1 where there is any.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import io
import json
import math
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

sys.path.insert(0, str(Path(__file__).parent))

import inputs  # noqa: E402
import typer  # noqa: E402
from pydantic_core import PydanticCustomError  # noqa: E402

from ipscost import batch, delimited, formats, units  # noqa: E402
from ipscost.analysis.interval import Interval  # noqa: E402
from ipscost.cli import main as command_line  # noqa: E402
from ipscost.cli import values  # noqa: E402
from ipscost.errors import ScenarioError  # noqa: E402
from ipscost.formats.cells import laid_out  # noqa: E402
from ipscost.formats.tidy import tidy  # noqa: E402
from ipscost.loading.keys import fields  # noqa: E402
from ipscost.loading.text import yamldoc  # noqa: E402
from ipscost.report.report import Report  # noqa: E402
from ipscost.words.locale import ENGLISH  # noqa: E402

typer.main.get_command = cache(typer.main.get_command)  # building it takes half of a short command
SECONDS = 5.0
"""How long a step may take, in processor time: of the machine's load nothing is known."""
STALLED = 120
"""After so many seconds on the clock a step waits for something that does not come."""
MEMORY = 4 << 30
BARE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069]"
)
"""What a terminal obeys, or does not show, and no text may hold as it is."""
BINARY = ("PK", "PAR1")
"""How a workbook and a Parquet file begin."""


class TooSlowError(BaseException):
    """A step took too long; no `except Exception` catches it."""


Finding = tuple[str, str]
"""What kind it is, and the text that tells it."""


# --- running ---------------------------------------------------------------------------------


def _parse_yaml(text: str) -> object:
    return yamldoc.parse(text, "study.yaml")


READERS: dict[str, Any] = {
    "unit": units.parse_unit,
    "money": units.parse_money,
    "number": fields.parse_number,
    "name": fields.check_name,
    "thresholds": values.thresholds,
    "whole": values.whole,
    "yaml": _parse_yaml,
    "delimited": delimited.read,
    "sweep": lambda text: batch.design([text], (), None, None, 1),
    "range": lambda text: batch.design((), [text], "lhs:3", None, 1),
}
REFUSALS = (
    *(ValueError, PydanticCustomError, ScenarioError, typer.BadParameter),
    delimited.DelimitedError,
)
"""What a reader may raise: each becomes a message with its place."""


def findings(given: inputs.Input, show: bool = False) -> Iterator[Finding]:
    """What breaks with an input, in the working folder."""
    for name, text in given.texts:
        with _watched() as told:
            try:
                READERS[name](text)
            except REFUSALS:
                pass
            except Exception:
                told.append(("traceback", traceback.format_exc()))
        yield from ((kind, f"{name} {text!r}\n{what}") for kind, what in told)
    for name, content in given.files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)
    for place, words in enumerate(given.steps):
        code, told = _step(words, given.stdin, show)
        yield from ((kind, f"ipscost {words}\n{what}") for kind, what in told)
        if given.first and place == 0 and code != 0:
            return


def _step(words: list[str], stdin: bytes, show: bool) -> tuple[int, list[Finding]]:
    """The exit code of a command, and what is amiss with it."""
    streams = [io.TextIOWrapper(io.BytesIO(content), "utf-8") for content in (stdin, b"", b"")]
    reports: list[Report] = []
    code = -1
    with _watched() as told, _kept(reports), _streams(streams):
        try:
            code = command_line(words)
        except Exception:
            told.append(("traceback", traceback.format_exc()))
    out, err = (_written(stream) for stream in streams[1:])
    if show:
        print(f"$ ipscost {words}\n{out}{err}exit {code}")
    if code == 3:
        told.append(("traceback", _bug(err)))
    elif code not in (-1, 0, 1, 2):
        told.append(("exit code", f"{code}\n{err}"))
    elif code == 0 and any(not math.isfinite(number) for r in reports for number in _numbers(r)):
        told.append(("not finite", out))
    elif code > 0 and not (out + err).strip():
        told.append(("no word", f"exit {code}"))
    shown = err if out.startswith(BINARY) else f"{out}{err}"
    if BARE.search(shown.replace("\r\n", "\n")):
        told.append(("bare", shown))
    if "memory" in err and code:
        told.append(("memory", err))
    return code, told


@contextlib.contextmanager
def _watched() -> Iterator[list[Finding]]:
    """Findings of what is run inside: too slow, or warned of by a library."""
    told: list[Finding] = []
    started = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, STALLED)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            yield told
        except TooSlowError:
            told.append(("too slow", "".join(traceback.format_exc().splitlines(True)[-24:])))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
    taken = time.process_time() - started
    if taken > SECONDS and not told:
        told.append(("too slow", f"{taken:.1f} s"))
    told += [("warning", f"{w.filename}:{w.lineno} {w.message}") for w in warned[:1]]


def _stop(_: int, __: FrameType | None) -> None:
    raise TooSlowError


@contextlib.contextmanager
def _streams(streams: list[io.TextIOWrapper]) -> Iterator[None]:
    old = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = old


@contextlib.contextmanager
def _kept(reports: list[Report]) -> Iterator[None]:
    """Keeps every report that is rendered."""
    render = formats.render

    def keeping(report: Report, *rest: Any) -> str | bytes:
        reports.append(report)
        return render(report, *rest)

    formats.render = keeping
    try:
        yield
    finally:
        formats.render = render


def _numbers(report: Report) -> Iterator[float]:
    """Every number of a report."""
    tables = laid_out(report, ENGLISH)
    for cell in (cell for table in tables for row in table.rows for cell in row.cells):
        if isinstance(cell, Interval):
            yield from (n for n in (cell.mean, cell.low, cell.high) if n is not None)
    for row in tidy(report):
        yield from (value for value in row.values() if isinstance(value, float))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]


def _bug(err: str) -> str:
    """The traceback that the program has written into a file."""
    found = re.search(r"\S*ipscost-bug-\S+\.txt", err)
    if found is None:
        return err
    file = Path(found[0])
    text = file.read_text("utf-8")
    file.unlink()
    return text


# --- all inputs ------------------------------------------------------------------------------


def _signature(kind: str, text: str) -> str:
    """By what findings of one cause are told: the last places in this program, and the error."""
    places = re.findall(r'File "\S*?/(ipscost/\S+)", line (\d+)', text)
    last = text.strip().rsplit("\n", 1)[-1][:100]
    where = " < ".join(f"{file}:{line}" for file, line in places[:-3:-1])
    return f"{kind}: {where} {last if kind in ('traceback', 'warning') else ''}".strip()


def _fill(folder: Path, names: Iterable[str]) -> None:
    """Writes the files of these names that scenarios refer to."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(inputs.beside()[name])


def _clear(folder: Path, clean: set[str]) -> None:
    """Removes what an input has left behind."""
    for entry in folder.iterdir():
        if entry.name in clean:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _keep(place: Path, given: inputs.Input, told: list[Finding]) -> None:
    """Writes an input and what it led to."""
    place.mkdir(parents=True, exist_ok=True)
    for name, content in given.files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    (place / "commands.json").write_text(json.dumps([*given.steps, *given.texts], indent=1))
    (place / "findings.txt").write_text("\n\n".join(f"{kind}\n{text}" for kind, text in told))


def fuzz(seed: int, numbers: range, keep: Path, *, show: bool = False) -> Counter[str]:
    """How many findings there are of each signature; each is kept in a folder of its number."""
    found: Counter[str] = Counter()
    begun = time.monotonic()
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            _fill(Path(folder), inputs.beside())
            clean = {entry.name for entry in Path(folder).iterdir()}
            for done, number in enumerate(numbers, start=1):
                faulthandler.dump_traceback_later(5 * STALLED, exit=True)
                given = inputs.made(seed, number)
                told = list(findings(given, show))
                for kind, text in told:
                    signature = _signature(kind, text)
                    if not found[signature]:
                        print(f"{number}: {signature}", flush=True)
                    found[signature] += 1
                if told:
                    _keep(keep / f"{seed}-{number}", given, told)
                _fill(Path(folder), given.files.keys() & inputs.beside().keys())
                _clear(Path(folder), clean)
                if done % 1000 == 0:
                    rate = done / (time.monotonic() - begun)
                    print(f"{done:,} inputs, {found.total():,} findings, {rate:.0f}/s", flush=True)
        finally:
            faulthandler.cancel_dump_traceback_later()
            os.chdir(home)
    return found


def main() -> int:
    """Prints a line a new kind of finding, and all kinds at the end; 1 where there is any."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--only", type=int, help="run this one alone and show what it writes")
    asked = parser.parse_args()
    _guard()
    numbers = range(asked.first, asked.first + asked.inputs)
    if asked.only is not None:
        numbers = range(asked.only, asked.only + 1)
    found = fuzz(asked.seed, numbers, asked.keep.resolve(), show=asked.only is not None)
    for signature, count in found.most_common():
        print(f"{count:7,}  {signature}")
    kept = f", kept in {asked.keep}" if found else ""
    print(f"{len(numbers):,} inputs of seed {asked.seed}: {found.total():,} findings{kept}")
    return 1 if found else 0


def _guard() -> None:
    """Stops a step that is too slow, and one that takes too much memory."""
    signal.signal(signal.SIGPROF, _stop)
    signal.signal(signal.SIGALRM, _stop)
    import resource

    with contextlib.suppress(ValueError, OSError):  # not every system can
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
