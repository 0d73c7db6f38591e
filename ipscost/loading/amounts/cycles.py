"""Values that change by cycle: a list in the scenario, or a column of a separate file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from ipscost.errors import ScenarioError, Span, nearest
from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.fields import parse_number
from ipscost.loading.keys.schema_amounts import VALUE_KEYS
from ipscost.loading.text import shipped, yamldoc
from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.variants import SET
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.delimited import Contents

COLUMN = ("file", "column")
Value = tuple[float, Span]


class Columns:
    """The files with columns of values that the scenario at `path` names."""

    def __init__(self, path: Path, shown: str, inputs: Inputs) -> None:
        self.path = path
        self.shown = shown
        self.inputs = inputs

    def gather(self, root: yamldoc.Node) -> None:
        """Reads every file that `root` names; problems in them are reported when it is built."""
        for node in _columns(root):
            try:
                self.text(node["file"])
            except ScenarioError:
                continue

    def text(self, node: yamldoc.Node) -> tuple[str, str]:
        """The file that `node` names: its name for readers and its text.

        Raises ScenarioError if it cannot be read.
        """
        assert isinstance(node, yamldoc.Scalar)
        at = node.span.file
        folder = Path(self.shown if at == SET else at).parent
        shown = str(folder / node.text)
        file = self.path.parent / node.text if at in (self.shown, SET) else folder / node.text
        if not self.inputs.is_file(file) and Path(at).stem in self.inputs.shipped():
            file = shipped.SHIPPED / node.text
        return shown, self.inputs.text(file, shown)

    def values(self, at: Cursor) -> list[Value] | None:
        """The numbers of the column that `at` names, each with its position; None if unusable."""
        amiss = next((key for key in at if key not in COLUMN), None)
        for key in COLUMN:
            child = at.get(key)
            if amiss or child is None or not child.text:
                message = Message("expected the file and the column that hold one value a cycle")
                at.refuse("E268", message, Message("write {{file: rates.csv, column: rate}}"))
                return None
        file = at["file"]
        try:
            shown, text = self.text(file.node)
        except ScenarioError as error:
            message = Message(
                "{message}: {file}",
                message=error.problems[0].message,
                file=error.problems[0].span.file,
            )
            fix = Message("write its path as seen from the file that names it")
            at.refuse(error.problems[0].code, message, fix, file.span)
            return None
        return _column(at, text, shown)


def column_of(node: yamldoc.Node) -> tuple[str, ...]:
    """The file and the column that values by cycle are read from; empty for a list."""
    if not isinstance(node, yamldoc.Mapping):
        return ()
    named = (node[key] for key in COLUMN)
    return tuple(child.text for child in named if isinstance(child, yamldoc.Scalar))


def _columns(node: yamldoc.Node) -> Iterator[yamldoc.Mapping]:
    """Every mapping that names a file and a column, at any depth."""
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


def _column(at: Cursor, text: str, shown: str) -> list[Value] | None:
    """The numbers of the column that `at` names in delimited text, or None."""
    from ipscost import delimited
    from ipscost.numerals import Marks, either, is_doubtful, is_figure, plain

    column = at["column"]
    try:
        contents = delimited.read(text)
    except delimited.DelimitedError as error:
        if column.text not in text.lstrip().partition("\n")[0]:
            _refuse_table(at, shown)
            return None
        span = Span(shown, error.line, error.column, 1, error.source)
        at.refuse("E268", error.message, error.fix, span)
        return None
    header = contents.lines[0].texts if contents.lines else ()
    if column.text not in header:
        if _has_number(contents):
            message = Message("{shown} has no column {text}", shown=shown, text=column.text)
            at.refuse("E268", message, nearest(column.text, header), column.span)
        else:
            _refuse_table(at, shown)
        return None
    index, values, before = header.index(column.text), list[Value](), len(at.problems)
    marks = Marks()
    marks.add([c.text for each in contents.lines[1:] for c in each.cells if is_figure(c.text)])
    is_open = marks.decimal() is None and contents.dialect is not delimited.STANDARD
    decimal = marks.decimal() or contents.dialect.decimal
    for line in (line for line in contents.lines[1:] if any(text.strip() for text in line.texts)):
        if index >= len(line.cells):
            message = Message(
                "expected a number in the column {text}, found none", text=column.text
            )
            span = Span(shown, line.number, 1, len(line.source), line.source)
            at.refuse("E268", message, Message("write one, or take the line out"), span)
            continue
        cell = line.cells[index]
        source = line.source if cell.line == line.number else ""
        span = Span(shown, cell.line, cell.column, max(1, cell.length), source)
        if is_open and is_doubtful(cell.text):
            message = Message(
                "the mark in {text} may be for thousands or decimals", text=cell.text.strip()
            )
            at.refuse("E268", message, either(cell.text), span)
            continue
        try:
            value = parse_number(plain(cell.text, decimal) or cell.text.strip())
        except PydanticCustomError as error:
            context = error.context or {}
            at.refuse(error.type, str(context["text"]), str(context["fix"]), span)
            continue
        values.append((value, span))
    if not values and len(at.problems) == before:
        message = Message(
            "expected a value a cycle in the column {text}, found none", text=column.text
        )
        at.refuse("E268", message, Message("add lines below the header"), column.span)
    return values if len(at.problems) == before else None


def _has_number(contents: Contents) -> bool:
    """True for a table of numbers below headings, whose headings may be quoted in a message."""
    from ipscost.delimited import plain_number

    dialect = contents.dialect
    for cell in (cell for line in contents.lines[1:2] for cell in line.texts):
        with contextlib.suppress(PydanticCustomError):
            parse_number(plain_number(cell, dialect).strip())
            return True
    return False


def _refuse_table(at: Cursor, shown: str) -> None:
    """Refuses a file that is not a table with the column, without quoting it."""
    column = at["column"]
    message = Message(
        "expected a CSV file with the column {text}, found none in {shown}",
        text=column.text,
        shown=shown,
    )
    fix = Message(
        "name a file with the heading {text} and below it a number a line", text=column.text
    )
    at.refuse("E281", message, fix, column.span)


def listed(at: Cursor) -> list[Value] | None:
    """The numbers of a list, each with its position, or None if one of them is wrong."""
    values, before = list[Value](), len(at.problems)
    for item in at.items():
        try:
            values.append((parse_number(yamldoc.plain(item.node)), item.span))
        except PydanticCustomError as error:
            context = error.context or {}
            item.refuse(error.type, str(context["text"]), str(context["fix"]))
    if not at.items():
        at.refuse(
            "E268", Message("expected one value a cycle, found none"), Message("write [0.01, 0.02]")
        )
    return values if len(at.problems) == before else None


def varying(node: yamldoc.Node) -> str | None:
    """The key of an amount that holds values by cycle, or None."""
    if not isinstance(node, yamldoc.Mapping):
        return None
    return next(
        (k for k in VALUE_KEYS if isinstance(node.get(k), (yamldoc.Sequence, yamldoc.Mapping))),
        None,
    )


def with_first(node: yamldoc.Mapping, key: str, values: list[Value]) -> yamldoc.Mapping:
    """The amount with its values by cycle replaced by the first of them."""
    first = yamldoc.Scalar(repr(values[0][0]), node[key].span)
    return yamldoc.Mapping({**node.entries, key: first}, node.keys, node.span, node.was)
