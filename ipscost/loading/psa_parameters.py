"""The parameters of probabilistic results: a column each, matched with the draws of the results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError
from ipscost.loading.psa_cells import (
    Draws,
    Keys,
    check_numbers,
    check_texts,
    keys_of,
    refuse,
    shown_key,
    twice,
)
from ipscost.loading.psa_headers import draw_column, is_rows, refuse_twice
from ipscost.loading.psa_sheet import Body, Sheet, open_sheet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.intp]


@dataclass(frozen=True)
class Parameters:
    """What was drawn, each (draw,) in the order of the results; and what is always the same."""

    values: Mapping[str, Floats]
    fixed: Mapping[str, float]
    sheet: Sheet
    has_commas: bool
    by_order: bool


def read_parameters(given: str, results: Draws, file: str) -> Parameters:
    """The parameters in the file `given`, for the draws of the results in `file`.

    Raises ScenarioError where they are of other draws, or do not vary.
    """
    sheet = open_sheet(given)
    refuse_twice(sheet)
    draw = draw_column(sheet)
    names = [c for c, header in enumerate(sheet.headers) if header and c != draw]
    nameless = [c for c, header in enumerate(sheet.headers) if not header and c != draw]
    doubtful = [draw] if draw is not None and is_rows(sheet, draw) and sheet.headers[draw] else []
    body = sheet.body([*doubtful, *names], [*nameless, *([] if draw is None else [draw])])
    if doubtful and not _are_rows(body.numbers[doubtful[0]]):
        names, draw = [*doubtful, *names], None
    _refuse_nameless(sheet, body, nameless)
    if not names:
        message = "expected a column for each parameter, found none"
        raise _refusal(sheet, message, "write them beside the draws, headed by their names")
    problems = [] if draw is None else check_texts(sheet, body, draw)
    refuse(problems + check_numbers(sheet, body, names))
    order = _matched(sheet, body, draw, results, file)
    values, fixed = {}, {}
    for column in names:
        name, drawn = sheet.headers[column], body.numbers[column]
        if drawn.min() == drawn.max():
            fixed[name] = float(drawn[0])
        else:
            values[name] = drawn[results.order if order is None else order]
    if not values:
        message = "expected parameters that vary, found the same numbers in every draw"
        raise _refusal(sheet, message, "give the file of what was drawn, or leave --parameters out")
    return Parameters(values, fixed, sheet, bool(body.commas), by_order=order is None)


def _refusal(sheet: Sheet, message: str, fix: str) -> ScenarioError:
    return ScenarioError([Problem(sheet.heading(0), "E510", "", message, fix)])


def _are_rows(column: Floats) -> bool:
    """True for numbers, (row,), that count the rows, as R and pandas do."""
    return np.array_equal(column, np.arange(len(column)) + column[:1])


def _refuse_nameless(sheet: Sheet, body: Body, columns: list[int]) -> None:
    """Raises ScenarioError where a column without a heading holds something."""
    problems = []
    for column in columns:
        if any(body.texts[column]):
            message, fix = f"column {column + 1} has no heading", "write the parameter's name"
            problems.append(Problem(sheet.heading(column), "E501", "", message, fix))
    refuse(problems)


def _matched(sheet: Sheet, body: Body, draw: int | None, results: Draws, file: str) -> Whole | None:
    """The row of each draw of the results, (draw,); None where rows are matched by their order.

    Row numbers, as R writes them, count as draws where they are those of the results.
    """
    if draw is not None and results.keys is not None:
        keys = keys_of(body.texts[draw])
        order = np.argsort(keys, kind="stable")
        is_alike = keys.dtype.kind == results.keys.dtype.kind
        if is_alike and np.array_equal(keys[order], results.keys):
            return order
        if results.sure and not is_rows(sheet, draw):
            texts = body.texts[draw]
            refuse(twice(sheet, body, draw, keys, lambda row: f"draw {texts[row]}"))
            raise _other_draws(sheet, body, draw, keys, results.keys, file)
    if body.rows != len(results.order):
        message = f"expected {len(results.order):,} rows, one for each draw of {file}, found "
        fix = "give the parameters of the same draws, each numbered in a column draw"
        raise _refusal(sheet, f"{message}{body.rows:,}", fix)
    return None


def _other_draws(
    sheet: Sheet, body: Body, draw: int, keys: Keys, wanted: Keys, file: str
) -> ScenarioError:
    """The problem of parameters whose draws are not those of the results."""
    found, known = {shown_key(key) for key in keys}, {shown_key(key) for key in wanted}
    lacking = [key for key in map(shown_key, wanted) if key not in found]
    beyond = [row for row, key in enumerate(keys) if shown_key(key) not in known]
    fix = "number the draws alike in both files, or take the column of draws out of one of them "
    fix += "to have rows matched by their order"
    if not beyond:
        return _refusal(sheet, f"{_some(lacking, f' of {file}')} not among the parameters", fix)
    _, span = sheet.cell(body, beyond[0], draw)
    message = f"{_some([shown_key(keys[row]) for row in beyond])} not among those of {file}"
    return ScenarioError([Problem(span, "E510", "", message, fix)])


def _some(draws: list[str], whose: str = "") -> str:
    """`draw 7 is`, or `draws 1, 2, 3 and 40 more are`."""
    if len(draws) == 1:
        return f"draw {draws[0]}{whose} is"
    more = f" and {len(draws) - 3:,} more" if len(draws) > 3 else ""
    return f"draws {', '.join(draws[:3])}{more}{whose} are"
