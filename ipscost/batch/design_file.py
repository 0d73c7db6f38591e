"""A table with a column per path and a row per variant, as a factor of a design.

Layouts and numbers are those of results made elsewhere, and the same code reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ipscost.batch.variants import FILES, Factor
from ipscost.delimited import DelimitedRow
from ipscost.errors import Problem, ScenarioError, cut
from ipscost.loading.results.columns import is_rows
from ipscost.loading.results.sheet import Sheet, open_sheet
from ipscost.loading.results.values import Refuse, decimal_of, place, value_in
from ipscost.messages import Message

NAME = "name"
MAX_DESIGN_BYTES = 50_000_000
"""The largest design: a million variants of fifty characters each."""
MOST_COLUMNS = 1000
"""More than any scenario has numbers. Each column is tried out before the first run."""
_SMALLER = Message("split it, and run each part into a folder of its own")
_SUCH_AS = Message("write a line of paths, and below it a line of values per variant")


def design_file(file: Path, problems: list[Problem]) -> Factor | None:
    """The factor of a table with a column per path and a row per variant; None if it is unusable.

    A column `name` names the variants. Row numbers, as R and pandas write them, are ignored.
    """
    before = len(problems)
    read = _read(file, problems)
    if read is None:
        return None
    sheet, body = read
    where, shift = sheet.shown, int(sheet.layout.is_named)

    def refuse(line: DelimitedRow, column: int, message: str, fix: str) -> None:
        problems.append(Problem(place(where, line, column), "E402", "", message, fix))

    def refuse_head(column: int, message: str, fix: str) -> None:
        refuse(sheet.head, max(0, column - shift), message, fix)

    paths = list(sheet.headers)
    if len(paths) > MOST_COLUMNS:
        message = Message(
            "expected at most {most:,} columns, found {paths:,}",
            most=MOST_COLUMNS,
            paths=len(paths),
        )
        refuse_head(MOST_COLUMNS, message, Message("keep the columns of the paths that vary"))
        return None
    keep = range(len(paths))[int(_counts_rows(sheet, body)) :]
    _check_paths([paths[column] for column in keep], keep.start, refuse_head)
    if not body:
        refuse_head(
            0,
            Message("expected a row per variant, found none"),
            Message("add a row below the paths"),
        )
    for line in body:
        _check_row(line, paths, keep, refuse)
    varied = [column for column in keep if paths[column] != NAME]
    decimal = decimal_of(sheet, body, varied, refuse) if len(problems) == before else "."
    names = _names(paths, body, refuse) if len(problems) == before else ()
    if len(problems) > before:
        return None
    return Factor(
        paths=tuple(paths[column] for column in varied),
        rows=[tuple(value_in(line.texts[column], decimal) for column in varied) for line in body],
        places=[tuple(place(where, line, column) for column in varied) for line in body],
        names=names,
        heads=tuple(place(where, sheet.head, column - shift) for column in varied),
        digest=sheet.digest,
    )


def _read(file: Path, problems: list[Problem]) -> tuple[Sheet, list[DelimitedRow]] | None:
    """The table and its non-empty rows; None if it cannot be read."""
    try:
        sheet = open_sheet(
            str(file) if str(file) != "-" else "./-",
            most=MAX_DESIGN_BYTES,
            smaller=_SMALLER,
            holds=Message("paths and values"),
            such_as=_SUCH_AS,
        )
        return sheet, [line for line in sheet.lines() if any(map(str.strip, line.texts))]
    except ScenarioError as error:
        for problem in error.problems:
            is_file = problem.code.startswith("E0")
            problems.append(problem if is_file else replace(problem, code="E402"))
    return None


def _counts_rows(sheet: Sheet, body: Sequence[DelimitedRow]) -> bool:
    """True if the first column holds row names or row numbers."""
    if sheet.layout.is_named:
        return True
    if not is_rows(sheet, 0) or len(sheet.headers) < 2:
        return False
    first = [line.texts[0].strip() for line in body]
    counts = [list(map(str, range(start, start + len(first)))) for start in (0, 1)]
    return bool(first) and first in counts


def _check_paths(paths: Sequence[str], start: int, refuse: Callable[[int, str, str], None]) -> None:
    """Refuses columns, from `start` on, with a missing, repeated or fixed path."""
    seen: set[str] = set()
    for column, path in enumerate(paths, start):
        if not path:
            refuse(
                column,
                Message("column {column} has no path", column=column + 1),
                Message("write a path above it"),
            )
        elif path in seen:
            message = Message("the column {path} stands twice", path=path)
            refuse(column, message, Message("write the path that one of the two is of"))
        elif path.split(".")[0] in FILES:
            message = Message(
                "{path} names files, which are read before the variants are made", path=path
            )
            refuse(column, message, Message("write a scenario for each instead"))
        seen.add(path)
    if not [path for path in paths if path not in ("", NAME)]:
        refuse(
            0,
            Message("expected a column per path, found none"),
            Message("add one, headed by its path"),
        )


def _check_row(line: DelimitedRow, paths: Sequence[str], keep: range, refuse: Refuse) -> None:
    """Refuses a row with too many, too few or empty values."""
    given, wanted = len(line.cells), len(paths)
    if given != wanted:
        message = Message(
            "expected {wanted} values, one per column, found {given}", wanted=wanted, given=given
        )
        fix = Message("add a value for {paths}", paths=", ".join(paths[given:]))
        if given > wanted:
            fix = Message("take the rest away, or put a value that holds the separator into quotes")
        refuse(line, min(given, wanted), message, fix)
        return
    for column in keep:
        if not line.texts[column].strip():
            fix = Message(
                "write it; to leave it as in the scenario, write the scenario's own value"
            )
            refuse(
                line,
                column,
                Message("expected a value for {paths}, found nothing", paths=paths[column]),
                fix,
            )


def _names(paths: list[str], body: list[DelimitedRow], refuse: Refuse) -> tuple[str, ...]:
    """The names of the variants, all different; empty if there is no column of names."""
    if NAME not in paths:
        return ()
    column = paths.index(NAME)
    seen: dict[str, int] = {}
    for line in body:
        name = line.texts[column].strip()
        if name in seen:
            message = Message(
                "the name {name} stands twice, first on line {line}",
                name=cut(name),
                line=seen[name],
            )
            refuse(line, column, message, Message("give each row a name of its own"))
        seen.setdefault(name, line.number)
    return tuple(line.texts[column].strip() for line in body)
