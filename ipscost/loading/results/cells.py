"""Checks the cells of probabilistic results, and tells which draw each row belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.errors import Problem, ScenarioError, cut
from ipscost.loading.keys.typed import UNKNOWN, number_fix
from ipscost.loading.results.measures import PERIODS, word
from ipscost.loading.results.rows import telling_apart
from ipscost.loading.results.sheet import LARGEST, SHOWN, Body, Sheet, with_more
from ipscost.messages import Message
from ipscost.numerals import INFINITE, NAMES, SIGN, either, is_doubtful, mark_in, numbers, plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.intp]
    Keys = NDArray[Any]
else:
    Keys = Any

_MISSING = re.compile(r"|nan|na|n/a|null|none|missing|\.|-|#[a-z0-9/]+[!?]?", re.IGNORECASE)
_INFINITE = re.compile(rf"{SIGN}{INFINITE}", re.IGNORECASE)
_WHOLE_DRAW = Message("write the number, or take the draw out for every arm")


# --- numbers ---------------------------------------------------------------------------------


def check_numbers(sheet: Sheet, body: Body, columns: Sequence[int]) -> list[Problem]:
    """The problems with the numbers of some columns, in the order of the file."""
    if body.decimal is None and (opened := _open_marks(sheet, body, columns)):
        return opened
    problems: list[Problem] = []
    cells: list[tuple[int, int]] = []
    for column in columns:
        wrong = np.flatnonzero(~(np.abs(body.numbers[column]) < LARGEST))
        if body.rows > 1 and len(wrong) == body.rows:
            problems.append(_no_number_at_all(sheet, body, column))
        else:
            cells += [(int(row), column) for row in wrong]
    cells.sort()
    shown = [_wrong_number(sheet, body, row, column) for row, column in cells[:SHOWN]]
    problems += with_more(shown, len(cells))
    return problems + (_open_marks(sheet, body, columns) if body.marks.is_mixed else [])


def _wrong_number(sheet: Sheet, body: Body, row: int, column: int) -> Problem:
    text, span = sheet.cell(body, row, column)
    code, message, fix = _refused(body, text)
    return Problem(span, code, "", Message("expected {instead}", instead=message), fix)


def _no_number_at_all(sheet: Sheet, body: Body, column: int) -> Problem:
    """The problem that a column has no number at all."""
    text, span = sheet.cell(body, 0, column)
    code, _, fix = _refused(body, text)
    shown = f"'{cut(text)}'" if text else Message("an empty cell")
    message = Message(
        "expected numbers in {headers}, found {shown} and {rows:,} more cells that are none",
        headers=sheet.headers[column],
        shown=shown,
        rows=body.rows - 1,
    )
    if code == "E505" or not re.search(r"\d", text):
        fix = Message("write its numbers, or take the column out")
    return Problem(span, code, "", message, fix)


def _refused(body: Body, text: str) -> tuple[str, str, str]:
    """The code, the message and the fix for a cell of a body that is not a usable number."""
    is_known = bool(body.marks.told) and not body.marks.is_mixed
    return not_a_number(
        text, commas=body.has_commas, mixed=body.marks.is_mixed, known=is_known or body.has_commas
    )


def not_a_number(
    text: str, *, commas: bool, mixed: bool = False, known: bool = False
) -> tuple[str, str, str]:
    """The code, the message and the fix for a cell that is not a usable number.

    The fix uses decimal commas if the file does (`commas`). In a `mixed` file, some
    numbers have the other mark. `known`: the numbers of the file show the decimal mark.
    """
    shown = f"'{cut(text)}'" if text else Message("an empty cell")
    decimal, other = (",", ".") if commas else (".", ",")
    if _MISSING.fullmatch(text):
        return "E505", Message("a number, found {shown}", shown=shown), _WHOLE_DRAW
    if _INFINITE.fullmatch(text) or plain(text, decimal) is not None:
        return (
            "E505",
            Message(
                "a finite number below {largest:g}, found {shown}", largest=LARGEST, shown=shown
            ),
            _WHOLE_DRAW,
        )
    if text.startswith("="):
        fix = Message(
            "write the value that the formula gives (in a spreadsheet: paste special, values)"
        )
        return "E504", Message("a number, found {shown}", shown=shown), fix
    if mixed and (number := plain(text, other)) is not None:
        message = Message(
            "a number with a decimal {names} like the others, found {shown}",
            names=NAMES[decimal],
            shown=shown,
        )
        return "E504", message, Message("write {meant}", meant=number.replace(".", decimal))
    if text.casefold() in UNKNOWN:
        return "E505", Message("a number, found {shown}", shown=shown), _WHOLE_DRAW
    return (
        "E504",
        Message("a number, found {shown}", shown=shown),
        number_fix(text, decimal if known else ""),
    )


def _open_marks(sheet: Sheet, body: Body, columns: Sequence[int]) -> list[Problem]:
    """A problem for each number whose mark may be for thousands or for decimals."""
    why = Message("no other number of the file tells which")
    decimal = ""
    marks = ".,"
    if body.marks.is_mixed:
        why = Message("other numbers of the file have points and commas for decimals")
        decimal, marks = (",", ".") if body.has_commas else (".", ",")
    cells = sorted(sheet.where(columns, lambda text: is_doubtful(text, marks)))
    problems = []
    for row, column in cells[:SHOWN]:
        text, span = sheet.cell(body, row, column)
        message = Message(
            "the {names} in {text} may mark thousands or decimals, and {why}",
            names=NAMES[mark_in(text)],
            text=text,
            why=why,
        )
        problems.append(Problem(span, "E504", "", message, either(text, decimal)))
    return with_more(problems, len(cells))


# --- draws and arms --------------------------------------------------------------------------


@dataclass(frozen=True)
class DrawOrder:
    """The draws of a file: `keys` in rising order, (draw,), and the row of each, `order`, (draw,).

    Without a column of draws, `keys` is None and the order is that of the file. `sure` is False
    then, and if the keys are only row numbers.
    """

    keys: Keys | None
    order: Whole
    sure: bool


def keys_of(texts: Sequence[str]) -> Keys:
    """The keys that identify the draws, (row,): as numbers if all of them are, else as texts."""
    as_numbers = numbers([text.replace(",", ".") for text in texts])
    return np.array(texts, dtype=str) if as_numbers is None else np.array(as_numbers, dtype=float)


def shown_key(key: Any) -> str:
    """The key of a draw as a message shows it."""
    return f"{key:.15g}" if isinstance(key, float) else cut(str(key))


def check_texts(sheet: Sheet, body: Body, column: int) -> list[Problem]:
    """A problem for each row whose draw or arm is missing."""
    rows = [r for r, text in enumerate(body.texts[column]) if text.lower() in ("", "na", "nan")]
    problems = []
    for row in rows[:SHOWN]:
        text, span = sheet.cell(body, row, column)
        shown = f"'{text}'" if text else Message("an empty cell")
        header = sheet.headers[column] or Message("the first column")
        message = Message(
            "expected a name or number in {header}, found {shown}", header=header, shown=shown
        )
        problems.append(
            Problem(span, "E505", "", message, Message("write it, or take the row out"))
        )
    return with_more(problems, len(rows))


def twice(
    sheet: Sheet,
    body: Body,
    column: int,
    groups: Keys,
    name: Callable[[int], str],
    used: Sequence[int] | None = None,
) -> list[Problem]:
    """A problem for each row whose group, (row,), an earlier row has already; `name` names a row.

    The fix names a column that distinguishes them, if there is one other than those `used`.
    """
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    again = np.flatnonzero(ordered[1:] == ordered[:-1]) + 1
    if not len(again):
        return []
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    pairs = sorted(
        (int(order[index]), int(order[begins[np.searchsorted(begins, index, "right") - 1]]))
        for index in again[: 50 * SHOWN]
    )
    apart = telling_apart(sheet, groups.tolist(), used or [column])
    problems = []
    for row, before in pairs[: 1 if apart else SHOWN]:
        _, span = sheet.cell(body, row, column)
        message = Message(
            "{name} stands twice, first on line {lines}", name=name(row), lines=body.lines[before]
        )
        fix = Message("number the draws apart, or take the line out that is no draw of its own")
        if apart and word(apart.partition(" (")[0]) in PERIODS:
            message = Message("{message}; another column tells the two apart", message=message)
            fix = Message(
                "add the rows of a draw and arm up over {apart}, where each is a part", apart=apart
            )
        elif apart:
            message = Message("{message}; another column tells the two apart", message=message)
            fix = Message("keep the rows of one value of {apart}", apart=apart)
        problems.append(Problem(span, "E507", "", message, fix))
    return with_more(problems, len(again))


def refuse(problems: Sequence[Problem]) -> None:
    """Raises ScenarioError if there are problems."""
    if problems:
        raise ScenarioError(problems)
