"""A table with a column per path and a row per variant, as a factor of a design.

Layouts and numbers are those of results made elsewhere, and the same code reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ipscost.batch.variants import FILES, Factor
from ipscost.delimited import STANDARD, DelimitedRow
from ipscost.errors import Problem, ScenarioError, Span, cut
from ipscost.loading.results.columns import is_rows
from ipscost.loading.results.sheet import Sheet, open_sheet
from ipscost.messages import Message
from ipscost.numerals import NAMES, Marks, either, is_doubtful, is_figure, mark_in, plain

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
        problems.append(Problem(_place(where, line, column), "E402", "", message, fix))

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
    decimal = _decimal(sheet, body, varied, refuse) if len(problems) == before else "."
    names = _names(paths, body, refuse) if len(problems) == before else ()
    if len(problems) > before:
        return None
    return Factor(
        paths=tuple(paths[column] for column in varied),
        rows=[tuple(_value(line.texts[column], decimal) for column in varied) for line in body],
        places=[tuple(_place(where, line, column) for column in varied) for line in body],
        names=names,
        heads=tuple(_place(where, sheet.head, column - shift) for column in varied),
        digest=sheet.digest,
    )


Refuse = Callable[[DelimitedRow, int, str, str], None]


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


def _value(text: str, decimal: str) -> str:
    """A value, with a decimal point where it is a number."""
    return plain(text, decimal) or text.strip()


def _place(file: str, line: DelimitedRow, column: int) -> Span:
    """The position of a cell, or the end of the line if there is no such cell."""
    if column < len(line.cells):
        cell = line.cells[column]
        return Span(file, cell.line, cell.column, max(1, cell.length), line.source)
    return Span(file, line.number, len(line.source) + 1, 1, line.source)


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


def _decimal(
    sheet: Sheet, body: Sequence[DelimitedRow], columns: Sequence[int], refuse: Refuse
) -> str:
    """The decimal mark of the file; refuses numbers that it leaves ambiguous.

    Whole thousands with a point, such as `40.000`, are ambiguous even if other numbers are clear.
    """
    marks = Marks()
    cells = [(line, column) for line in body for column in columns]
    figures = [(ln, c) for ln, c in cells if is_figure(ln.texts[c]) and "%" not in ln.texts[c]]
    marks.add([line.texts[column] for line, column in figures])
    usual = "." if sheet.dialect is STANDARD else ","
    decimal = marks.decimal()
    opened = [(line, column) for line, column in figures if is_doubtful(line.texts[column])]
    if decimal is None and not marks.is_mixed:
        is_one_point = usual == "." and len(opened) == 1 and marks.found == {"."}
        if is_one_point and not opened[0][0].texts[opened[0][1]].strip().endswith(".000"):
            return "."
    elif marks.is_mixed:
        decimal = usual
        opened += [(ln, c) for ln, c in figures if plain(ln.texts[c], usual) is None]
    elif decimal == ".":
        opened = [(ln, c) for ln, c in opened if ln.texts[c].strip().endswith(".000")]
    else:
        opened = []
    for line, column in opened:
        _refuse_open(line, column, decimal, refuse, is_mixed=marks.is_mixed)
    return decimal or "."


def _refuse_open(
    line: DelimitedRow, column: int, decimal: str | None, refuse: Refuse, *, is_mixed: bool
) -> None:
    """Refuses a number with an ambiguous mark, or a mark unlike that of the others."""
    text = line.texts[column].strip()
    if is_doubtful(text):
        message = Message(
            "the {names} in {text} may mark thousands or decimals",
            names=NAMES[mark_in(text)],
            text=text,
        )
        refuse(line, column, message, either(text, decimal or ""))
        return
    kind = NAMES[decimal or "."]
    other = plain(text, "," if decimal == "." else ".")
    message = Message(
        "expected a number with a decimal {kind} like the others, found {text}",
        kind=kind,
        text=text,
    )
    fixed = (other or text).replace(".", decimal or ".")
    refuse(line, column, message, Message("write {meant}", meant=fixed))


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
