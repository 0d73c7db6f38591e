"""What is wrong with the cells of probabilistic results, and which draw a row is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.delimited import EXCEL_DA
from ipscost.errors import Problem, ScenarioError, cut
from ipscost.loading.psa_sheet import LARGEST, NUMBER, SHOWN, THOUSANDS, Body, Sheet, with_more

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.intp]
    Keys = NDArray[Any]
else:
    Keys = Any

_MISSING = re.compile(r"|nan|na|n/a|null|none|missing|\.|-|#[a-z0-9/]+[!?]?", re.IGNORECASE)
_INFINITE = re.compile(r"[+-]?inf(inity)?", re.IGNORECASE)
_WHOLE_DRAW = "write the number, or take the draw out for every arm"


# --- numbers ---------------------------------------------------------------------------------


def check_numbers(sheet: Sheet, body: Body, columns: Sequence[int]) -> list[Problem]:
    """What is wrong with the numbers of some columns, in the order of the file."""
    if sheet.dialect is EXCEL_DA and not body.commas:
        doubtful = [column for column in columns if column in body.thousands and body.rows]
        if doubtful:
            return [_doubtful_point(sheet, body, column) for column in doubtful]
    if body.commas and body.points:
        return _points_among_commas(sheet, body, columns)
    problems: list[Problem] = []
    cells: list[tuple[int, int]] = []
    for column in columns:
        wrong = np.flatnonzero(~(np.abs(body.numbers[column]) < LARGEST))
        if body.rows > 1 and len(wrong) == body.rows:
            problems.append(_no_number_at_all(sheet, body, column))
        else:
            cells += [(int(row), column) for row in wrong]
    cells.sort()
    found = [_wrong_number(sheet, body, row, column) for row, column in cells[:SHOWN]]
    return problems + with_more(found, len(cells))


def _wrong_number(sheet: Sheet, body: Body, row: int, column: int) -> Problem:
    text, span = sheet.cell(body, row, column)
    code, message, fix = not_a_number(text, commas=bool(body.commas))
    return Problem(span, code, "", f"expected {message}", fix)


def _no_number_at_all(sheet: Sheet, body: Body, column: int) -> Problem:
    """The problem of a column without a number."""
    text, span = sheet.cell(body, 0, column)
    code, _, fix = not_a_number(text, commas=bool(body.commas))
    found = f"'{cut(text)}'" if text else "an empty cell"
    message = f"expected numbers in {sheet.headers[column]}, found {found} "
    message += f"and {body.rows - 1:,} more cells that are none"
    if code == "E505" or not re.search(r"\d", text):
        fix = "write its numbers, or take the column out"
    return Problem(span, code, "", message, fix)


def not_a_number(text: str, *, commas: bool) -> tuple[str, str, str]:
    """The code, what was expected and found, and the fix of a cell that is no number to use.

    Where `commas` mark decimals in the file, so they do in the fix.
    """
    found = f"'{cut(text)}'" if text else "an empty cell"
    if _MISSING.fullmatch(text):
        return "E505", f"a number, found {found}", _WHOLE_DRAW
    if _INFINITE.fullmatch(text) or NUMBER.fullmatch(text.replace(",", ".") if commas else text):
        return "E505", f"a finite number below {LARGEST:g}, found {found}", _WHOLE_DRAW
    if text.startswith("="):
        fix = "write the value that the formula gives (in a spreadsheet: paste special, values)"
        return "E504", f"a number, found {found}", fix
    from ipscost.loading.fields import number_fix

    fix = number_fix(text)
    if commas:
        fix = fix.replace(".", ",").replace("decimal point", "decimal comma")
    return "E504", f"a number, found {found}", fix


def _doubtful_point(sheet: Sheet, body: Body, column: int) -> Problem:
    """The problem of a column whose points may mark thousands."""
    text, span = sheet.cell(body, 0, column)
    plain, decimal = text.replace(".", ""), text.replace(".", ",", 1)
    message = f"the point in {text}, as in every number of {sheet.headers[column]}, may mark "
    message += "thousands or decimals"
    fix = f"write {plain} if it marks thousands, {decimal} if it marks decimals"
    return Problem(span, "E504", "", message, fix)


def _points_among_commas(sheet: Sheet, body: Body, columns: Sequence[int]) -> list[Problem]:
    """The numbers with a point in a file of decimal commas."""
    cells = sheet.where(columns, lambda text: "." in text)
    problems = []
    for row, column in cells[:SHOWN]:
        text, span = sheet.cell(body, row, column)
        _, _, fix = not_a_number(text, commas=True)
        if THOUSANDS.fullmatch(text) and text.count(".") == 1:
            plain, decimal = text.replace(".", ""), text.replace(".", ",")
            fix = f"write {plain} if the point marks thousands, {decimal} if it marks decimals"
        elif NUMBER.fullmatch(text):
            fix = f"write {text.replace('.', ',')}"
        message = f"expected a number with a decimal comma like the others, found '{cut(text)}'"
        problems.append(Problem(span, "E504", "", message, fix))
    return with_more(problems, len(cells))


# --- draws and arms --------------------------------------------------------------------------


@dataclass(frozen=True)
class Draws:
    """The draws of a file: `keys` rise, (draw,), and `order` is the place of each in the file.

    Without a column of draws there are no keys, and the order is that of the file. `sure` is False
    then, and where keys are but the numbers of rows.
    """

    keys: Keys | None
    order: Whole
    sure: bool


def keys_of(texts: Sequence[str]) -> Keys:
    """What draws are told apart by: numbers where all are, else texts, (row,)."""
    numbers = [text.replace(",", ".") for text in texts]
    if all(map(NUMBER.fullmatch, numbers)):
        return np.fromiter(map(float, numbers), float, len(numbers))
    return np.array(texts, dtype=str)


def shown_key(key: Any) -> str:
    """A draw as it is written in a message."""
    return f"{key:.15g}" if isinstance(key, float) else cut(str(key))


def check_texts(sheet: Sheet, body: Body, column: int) -> list[Problem]:
    """The rows whose draw or arm is not stated."""
    rows = [r for r, text in enumerate(body.texts[column]) if text.lower() in ("", "na", "nan")]
    problems = []
    for row in rows[:SHOWN]:
        text, span = sheet.cell(body, row, column)
        found = f"'{text}'" if text else "an empty cell"
        header = sheet.headers[column] or "the first column"
        message = f"expected a name or number in {header}, found {found}"
        problems.append(Problem(span, "E505", "", message, "write it, or take the row out"))
    return with_more(problems, len(rows))


def twice(
    sheet: Sheet, body: Body, column: int, groups: Keys, name: Callable[[int], str]
) -> list[Problem]:
    """The rows that are of a group, (row,), that an earlier row is of; `name` tells of a row."""
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    again = np.flatnonzero(ordered[1:] == ordered[:-1]) + 1
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    pairs = sorted(
        (int(order[place]), int(order[begins[np.searchsorted(begins, place, "right") - 1]]))
        for place in again[: 50 * SHOWN]
    )
    problems = []
    for row, before in pairs[:SHOWN]:
        _, span = sheet.cell(body, row, column)
        message = f"{name(row)} stands twice, first on line {body.lines[before]}"
        problems.append(Problem(span, "E507", "", message, "keep one of the two rows"))
    return with_more(problems, len(again))


def refuse(problems: Sequence[Problem]) -> None:
    """Raises ScenarioError where there are problems."""
    if problems:
        raise ScenarioError(problems)
