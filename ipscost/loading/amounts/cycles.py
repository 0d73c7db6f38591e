"""Values that change by cycle: a list in the scenario, or a column of a file beside it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from ipscost.errors import Problem, ScenarioError, Span, nearest
from ipscost.loading.keys.fields import parse_number
from ipscost.loading.keys.schema_amounts import VALUE_KEYS
from ipscost.loading.text import shipped, yamldoc
from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.variants import SET

if TYPE_CHECKING:
    from ipscost.delimited import Contents

COLUMN = ("file", "column")
Value = tuple[float, Span]


class Columns:
    """The files with columns beside the scenario at `path`."""

    def __init__(self, path: Path, shown: str, inputs: Inputs) -> None:
        self.path = path
        self.shown = shown
        self.inputs = inputs

    def gather(self, root: yamldoc.Node) -> None:
        """Reads every file that `root` names; what is amiss with one shows when it is built."""
        for node in _columns(root):
            try:
                self.text(node["file"])
            except ScenarioError:
                continue

    def text(self, node: yamldoc.Node) -> tuple[str, str]:
        """The shown name and the text of the file that `node` names. Raises ScenarioError."""
        assert isinstance(node, yamldoc.Scalar)
        at = node.span.file
        folder = Path(self.shown if at == SET else at).parent
        shown = str(folder / node.text)
        file = self.path.parent / node.text if at in (self.shown, SET) else folder / node.text
        if not self.inputs.is_file(file) and Path(at).stem in self.inputs.shipped():
            file = shipped.SHIPPED / node.text
        return shown, self.inputs.text(file, shown)

    def values(
        self, node: yamldoc.Mapping, path: str, problems: list[Problem]
    ) -> list[Value] | None:
        """The numbers of the column that `node` names, each with its place; or None."""
        amiss = next((key for key in node if key not in COLUMN), None)
        for key in COLUMN:
            child = node.get(key)
            if amiss or not isinstance(child, yamldoc.Scalar) or not child.text:
                message = "expected the file and the column that hold one value a cycle"
                fix = "write {file: rates.csv, column: rate}"
                problems.append(Problem(node.span, "E268", path, message, fix))
                return None
        file, column = node["file"], node["column"]
        assert isinstance(column, yamldoc.Scalar)
        try:
            shown, text = self.text(file)
        except ScenarioError as error:
            message = f"{error.problems[0].message}: {error.problems[0].span.file}"
            fix = "write its path as seen from the file that names it"
            problems.append(Problem(file.span, error.problems[0].code, path, message, fix))
            return None
        return _column(text, shown, column, path, problems)


def column_of(node: yamldoc.Node) -> tuple[str, ...]:
    """The file and the column that values by cycle are read from; empty for a list."""
    if not isinstance(node, yamldoc.Mapping):
        return ()
    named = (node[key] for key in COLUMN)
    return tuple(child.text for child in named if isinstance(child, yamldoc.Scalar))


def _columns(node: yamldoc.Node) -> Iterator[yamldoc.Mapping]:
    """Every mapping of a file and a column, at any depth."""
    if isinstance(node, yamldoc.Scalar):
        return
    if isinstance(node, yamldoc.Sequence):
        for item in node.items:
            yield from _columns(item)
        return
    if set(node) == set(COLUMN) and isinstance(node["file"], yamldoc.Scalar):
        yield node
        return
    for child in node.entries.values():
        yield from _columns(child)


def _column(
    text: str, shown: str, column: yamldoc.Scalar, path: str, problems: list[Problem]
) -> list[Value] | None:
    """The numbers of one column of delimited text, or None where there are none."""
    from ipscost import delimited
    from ipscost.numerals import Marks, either, is_doubtful, is_figure, plain

    try:
        contents = delimited.read(text)
    except delimited.DelimitedError as error:
        if column.text not in text.lstrip().partition("\n")[0]:
            problems.append(_no_table(column, shown, path))
            return None
        span = Span(shown, error.line, error.column, 1, error.source)
        problems.append(Problem(span, "E268", path, error.message, error.fix))
        return None
    header = contents.lines[0].texts if contents.lines else ()
    if column.text not in header:
        message = f"{shown} has no column {column.text}"
        problem = Problem(column.span, "E268", path, message, nearest(column.text, header))
        problems.append(problem if _has_number(contents) else _no_table(column, shown, path))
        return None
    place, found, before = header.index(column.text), list[Value](), len(problems)
    marks = Marks()
    marks.add([c.text for each in contents.lines[1:] for c in each.cells if is_figure(c.text)])
    is_open = marks.decimal() is None and contents.dialect is not delimited.STANDARD
    decimal = marks.decimal() or contents.dialect.decimal
    for line in (line for line in contents.lines[1:] if any(text.strip() for text in line.texts)):
        if place >= len(line.cells):
            message = f"expected a number in the column {column.text}, found none"
            span = Span(shown, line.number, 1, len(line.source), line.source)
            problems.append(Problem(span, "E268", path, message, "write one, or take the line out"))
            continue
        cell = line.cells[place]
        source = line.source if cell.line == line.number else ""
        span = Span(shown, cell.line, cell.column, max(1, cell.length), source)
        if is_open and is_doubtful(cell.text):
            message = f"the mark in {cell.text.strip()} may be for thousands or decimals"
            problems.append(Problem(span, "E268", path, message, either(cell.text)))
            continue
        try:
            value = parse_number(plain(cell.text, decimal) or cell.text.strip())
        except PydanticCustomError as error:
            context = error.context or {}
            text, fix = str(context["text"]), str(context["fix"])
            problems.append(Problem(span, error.type, path, text, fix))
            continue
        found.append((value, span))
    if not found and len(problems) == before:
        message = f"expected a value a cycle in the column {column.text}, found none"
        problems.append(Problem(column.span, "E268", path, message, "add lines below the header"))
    return found if len(problems) == before else None


def _has_number(contents: Contents) -> bool:
    """True for a table of numbers below headings, whose headings may be told."""
    from ipscost.delimited import plain_number

    dialect = contents.dialect
    for cell in (cell for line in contents.lines[1:2] for cell in line.texts):
        with contextlib.suppress(PydanticCustomError):
            parse_number(plain_number(cell, dialect).strip())
            return True
    return False


def _no_table(column: yamldoc.Scalar, shown: str, path: str) -> Problem:
    """The problem of a file that is no table with the column; it is not quoted."""
    message = f"expected a CSV file with the column {column.text}, found none in {shown}"
    fix = f"name a file with the heading {column.text} and below it a number a line"
    return Problem(column.span, "E281", path, message, fix)


def listed(node: yamldoc.Sequence, path: str, problems: list[Problem]) -> list[Value] | None:
    """The numbers of a list, each with its place, or None where something is wrong with one."""
    found, before = list[Value](), len(problems)
    for index, item in enumerate(node.items):
        try:
            found.append((parse_number(yamldoc.plain(item)), item.span))
        except PydanticCustomError as error:
            context = error.context or {}
            here = f"{path}.{index}"
            text, fix = str(context["text"]), str(context["fix"])
            problems.append(Problem(item.span, error.type, here, text, fix))
    if not node.items:
        message, fix = "expected one value a cycle, found none", "write [0.01, 0.02]"
        problems.append(Problem(node.span, "E268", path, message, fix))
    return found if len(problems) == before else None


def varying(node: yamldoc.Node) -> str | None:
    """The key of an amount that holds values by cycle, or None."""
    if not isinstance(node, yamldoc.Mapping):
        return None
    return next(
        (k for k in VALUE_KEYS if isinstance(node.get(k), (yamldoc.Sequence, yamldoc.Mapping))),
        None,
    )


def with_first(node: yamldoc.Mapping, key: str, values: list[Value]) -> yamldoc.Mapping:
    """The amount with the first of its values by cycle in their place."""
    first = yamldoc.Scalar(repr(values[0][0]), node[key].span)
    return yamldoc.Mapping({**node.entries, key: first}, node.keys, node.span, node.was)
