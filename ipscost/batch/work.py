"""The work of a batch: computes variants of a scenario as rows of text, on any machine.

Apart from the seconds it took, a result does not depend on when or where it was computed.
"""

from __future__ import annotations

import json
import pickle
import time
import traceback
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from ipscost import delimited
from ipscost.analysis.estimates import View
from ipscost.analysis.simulate.months import courses_of
from ipscost.analysis.simulate.summary import summary_of
from ipscost.batch.plan import Options, Versions, natural, own_version, placed
from ipscost.batch.variants import Variant, value
from ipscost.errors import (
    TOO_LARGE_FIX,
    NotFiniteError,
    Problem,
    ScenarioError,
    Span,
    in_file_order,
)
from ipscost.formats import tidy
from ipscost.formats.tidy import TIDY
from ipscost.loading import Reading, build
from ipscost.messages import Message, packed, unpacked
from ipscost.report.report import Figure
from ipscost.report.simulate import figures
from ipscost.run import Run, TooLargeError, simulate
from ipscost.scenario.nouns import Scenario
from ipscost.settings import Settings
from ipscost.texts import harmless

SUMMARY, CATEGORIES, PAYERS, MONTHS = "summary", "categories", "payers", "months"
DRAWS, WARNINGS = "draws", "warnings"
TABLES = (SUMMARY, CATEGORIES, PAYERS, MONTHS)


@dataclass(frozen=True, slots=True)
class Task:
    """Some variants of one scenario, to be sent to a process or a machine of a cluster.

    `packed` is the pickled reading, made once for each scenario and read once by each worker.
    """

    packed: bytes
    options: Options
    versions: Versions
    variants: tuple[Variant, ...]
    keys: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one variant: its tables as compressed CSV rows, or what went wrong.

    Its warnings are among the tables, even if it failed.
    """

    key: bytes
    scenario: str
    variant: Variant
    seconds: float = 0.0
    tables: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    bug: str = ""


class OtherVersionError(RuntimeError):
    """A worker runs another version; the text names both."""


def compute(task: Task) -> list[Result]:
    """The results of a task, in its order. Raises OtherVersionError if the versions differ."""
    check_version(task.versions)
    reading = _unpacked(task.packed)
    return [
        _result(reading, task.options, variant, key)
        for variant, key in zip(task.variants, task.keys, strict=True)
    ]


@lru_cache(maxsize=4)
def _unpacked(packed: bytes) -> Reading:
    """The reading in a task; the last one is cached, since a scenario's tasks are consecutive."""
    reading: Reading = pickle.loads(packed)
    return reading


def check_version(wanted: Versions) -> None:
    """Refuses to compute with a version of ipscost other than the one that sent the task."""
    here = own_version()
    if here != wanted.ipscost:
        raise OtherVersionError(
            Message(
                "a worker runs ipscost {here}, this machine ipscost {ipscost}",
                here=here,
                ipscost=wanted.ipscost,
            )
        )


def _result(reading: Reading, options: Options, variant: Variant, key: bytes) -> Result:
    """The result of one variant; a failure is kept in it, so that the others can continue."""
    started, tables = time.perf_counter(), dict[str, bytes]()
    doubts, problems, bug = tuple[Problem, ...](), tuple[Problem, ...](), ""
    settings = [*options.settings, *(change.setting for change in variant.changes)]
    try:
        scenario = build(reading, settings, price_year=options.price_year)
        doubts = scenario.warnings
        tables = _tables(scenario, options, variant)
    except ScenarioError as error:
        doubts = tuple(problem for problem in error.problems if not problem.is_error)
        errors = (problem for problem in error.problems if problem.is_error)
        problems = tuple(placed(problem, variant.changes) for problem in errors)
    except (TooLargeError, MemoryError) as error:
        message = str(error)
        if isinstance(error, MemoryError):
            message = Message("{draws:,} draws need more memory than there is", draws=options.draws)
        problems = (
            Problem(Span(reading.shown), "E405", "", message, Message("write fewer --draws")),
        )
    except NotFiniteError as error:
        problems = (Problem(Span(reading.shown), "E408", "", str(error), TOO_LARGE_FIX),)
    except Exception as error:
        last = f"{type(error).__name__}: {error}".strip(": ")
        message = Message("ipscost has a bug, and this is not your fault: {last}", last=last)
        fix = Message("report it with what stands under failed in manifest.json")
        problems = (Problem(Span(reading.shown), "E406", "", message, fix),)
        bug = traceback.format_exc()
    if doubts:
        tables[WARNINGS] = pack_warnings(doubts, reading.tree.files)
    seconds = 0.0 if problems else time.perf_counter() - started
    return Result(key, reading.name, variant, seconds, tables, problems, bug)


def _tables(scenario: Scenario, options: Options, variant: Variant) -> dict[str, bytes]:
    """Every table of one variant, compressed."""
    chosen = Settings(draws=options.draws, seed=options.seed)
    run = simulate(scenario, chosen, months=options.months)
    view = View(run, scenario.perspective)
    first = (scenario.name, variant.name, *(value(c.text) for c in variant.changes))
    parts = {
        name: _packed(
            [tidy.row(figure, scenario.name, options.language) for figure in numbers], first
        )
        for name, numbers in figures_of(view, options).items()
    }
    if options.keep_draws:
        parts[DRAWS] = pack_draws(draws_of(view))
    return parts


def figures_of(view: View, options: Options) -> dict[str, list[Figure]]:
    """The numbers of a run by table; each is in exactly one.

    `summary` has the totals and the outcomes, `categories` the costs below the total.
    """
    summary = summary_of(view, options.level)
    tables = {
        SUMMARY: figures.totals_and_outcomes(summary),
        CATEGORIES: figures.categories(summary),
        PAYERS: figures.payers(summary),
    }
    if options.months and view.run.scenario.is_horizon_known:
        tables[MONTHS] = figures.of_courses(courses_of(view, options.level))
    listed = {name: list(each) for name, each in tables.items()}
    return {name: each for name, each in listed.items() if each}


def columns(paths: Sequence[str]) -> tuple[str, ...]:
    """The columns of every table: scenario, variant, the paths that vary, then those of TIDY."""
    return ("scenario", "variant", *paths, *TIDY[1:])


def _packed(rows: list[dict[str, Any]], first: tuple[str | float, ...]) -> bytes:
    """Rows sorted by path, arm and measure, as compressed CSV without a heading."""
    order = sorted(rows, key=lambda row: (natural(row["path"]), *_rest(row)))
    lines = [[*first, *(row[name] for name in TIDY[1:])] for row in order]
    return zlib.compress(body(lines, "standard").encode(), 1)


def body(rows: Iterable[Sequence[delimited.Value]], dialect: str) -> str:
    """Rows as text, to follow a heading in `dialect`."""
    clean = [[harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    _, _, text = delimited.write([("heading",), *clean], dialect).partition("\n")
    return text


def _rest(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["arm"], row["versus"], row["measure"]


# --- draws -----------------------------------------------------------------------------------

Draw = tuple[dict[str, str], np.ndarray]


def draws_of(view: View) -> Iterator[Draw]:
    """The draws of the total difference in cost and of each difference in outcome, each (draw,).

    Empty if nothing is uncertain.
    """
    run: Run = view.run
    scenario = run.scenario
    for arm in scenario.interventions:
        names = {"arm": arm, "versus": scenario.reference}
        total = view.total(arm)
        if total.draws is not None and not total.partial:
            unit = f"{scenario.money}/person"
            yield names | {"measure": "difference", "path": "cost", "unit": unit}, total.draws
        for index, outcome in enumerate(scenario.outcomes):
            change = view.outcome_difference(arm, index)
            if change.draws is not None and not change.partial:
                more = {"measure": "outcome_difference", "path": outcome.path}
                yield names | more | {"unit": str(outcome.unit)}, change.draws


def pack_draws(draws: Iterator[Draw]) -> bytes:
    """Draws as a line of JSON, then the numbers as little-endian doubles, row after row."""
    pairs = list(draws)
    head = json.dumps([names for names, _ in pairs]).encode()
    return head + b"\n" + b"".join(np.asarray(values, "<f8").tobytes() for _, values in pairs)


def unpack_draws(packed: bytes) -> list[Draw]:
    """The draws that `pack_draws` packed."""
    head, _, body = packed.partition(b"\n")
    names = json.loads(head)
    if not names:
        return []
    values = np.frombuffer(body, "<f8").reshape(len(names), -1)
    return list(zip(names, values, strict=True))


# --- warnings --------------------------------------------------------------------------------


def pack_warnings(problems: Iterable[Problem], files: tuple[str, ...]) -> bytes:
    """Warnings as JSON, with the scenario's `files` by their index.

    By the time the warnings are shown, the files may have other names, and a design other lines.
    """
    rows = []
    for problem in in_file_order(problems):
        span = problem.span
        file = files.index(span.file) if span.file in files else span.file
        position = [file, span.line, span.column, span.length, span.text]
        texts = [packed(problem.message), packed(problem.fix)]
        rows.append([position, problem.code, problem.path, *texts])
    return json.dumps(rows).encode()


@lru_cache(maxsize=1000)
def unpack_warnings(warnings: bytes, files: tuple[str, ...]) -> tuple[Problem, ...]:
    """The warnings that `pack_warnings` packed, with the current names of the files.

    Most variants of a scenario have the same warnings, which are read once.
    """
    return tuple(
        Problem(Span(files[file] if isinstance(file, int) else file, *rest), *map(unpacked, texts))
        for (file, *rest), *texts in json.loads(warnings)
    )
