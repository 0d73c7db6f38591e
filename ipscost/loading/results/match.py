"""Matching the rows of one file with the draws of another, by number or by order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError
from ipscost.loading.results.cells import DrawOrder, Keys, keys_of, refuse, shown_key, twice
from ipscost.loading.results.columns import is_rows
from ipscost.loading.results.sheet import Body, Sheet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Whole = NDArray[np.intp]


def refusal(sheet: Sheet, message: str, fix: str, code: str = "E510") -> ScenarioError:
    """The error for a file as a whole."""
    return ScenarioError([Problem(sheet.heading(0), code, "", message, fix)])


def matched(
    sheet: Sheet, body: Body, draw: int | None, results: DrawOrder, file: str, what: str
) -> Whole | None:
    """The row for each draw of the results, (draw,); None if rows are matched by their order.

    Row numbers, as R writes them, count as draws if they match those of the results.
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
            raise _other_draws(sheet, body, draw, keys, results.keys, file, what)
    if body.rows != len(results.order):
        message = f"expected {len(results.order):,} rows, one for each draw of {file}, found "
        fix = f"give the {what} of the same draws, each numbered in a column draw"
        raise refusal(sheet, f"{message}{body.rows:,}", fix, _code(what))
    return None


def _other_draws(
    sheet: Sheet, body: Body, draw: int, keys: Keys, wanted: Keys, file: str, what: str
) -> ScenarioError:
    """The error for rows whose draws are not those of the results."""
    there, known = {shown_key(key) for key in keys}, {shown_key(key) for key in wanted}
    lacking = [key for key in map(shown_key, wanted) if key not in there]
    beyond = [row for row, key in enumerate(keys) if shown_key(key) not in known]
    fix = "number the draws alike in both files, or take the column of draws out of one of them "
    fix += "to have rows matched by their order"
    if not beyond:
        return refusal(
            sheet, f"{_some(lacking, f' of {file}')} not among the {what}", fix, _code(what)
        )
    _, span = sheet.cell(body, beyond[0], draw)
    message = f"{_some([shown_key(keys[row]) for row in beyond])} not among those of {file}"
    return ScenarioError([Problem(span, _code(what), "", message, fix)])


def _some(draws: list[str], whose: str = "") -> str:
    """`draw 7 is`, or `draws 1, 2, 3 and 40 more are`."""
    if len(draws) == 1:
        return f"draw {draws[0]}{whose} is"
    more = f" and {len(draws) - 3:,} more" if len(draws) > 3 else ""
    return f"draws {', '.join(draws[:3])}{more}{whose} are"


def _code(what: str) -> str:
    return "E510" if what == "parameters" else "E517"
