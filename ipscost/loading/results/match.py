"""Matching the rows of one file with the draws of another, by number or by order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError
from ipscost.loading.results.cells import DrawOrder, Keys, keys_of, refuse, shown_key, twice
from ipscost.loading.results.columns import is_rows
from ipscost.loading.results.sheet import Body, Sheet
from ipscost.messages import Message

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
            refuse(
                twice(sheet, body, draw, keys, lambda row: Message("draw {draw}", draw=texts[row]))
            )
            raise _other_draws(sheet, body, draw, keys, results.keys, file, what)
    if body.rows != len(results.order):
        message = Message(
            "expected {order:,} rows, one for each draw of {file}, found {rows:,}",
            order=len(results.order),
            file=file,
            rows=body.rows,
        )
        fix = Message(
            "give the {what} of the same draws, each numbered in a column draw", what=what
        )
        raise refusal(sheet, message, fix, _code(what))
    return None


def _other_draws(
    sheet: Sheet, body: Body, draw: int, keys: Keys, wanted: Keys, file: str, what: str
) -> ScenarioError:
    """The error for rows whose draws are not those of the results."""
    there, known = {shown_key(key) for key in keys}, {shown_key(key) for key in wanted}
    lacking = [key for key in map(shown_key, wanted) if key not in there]
    beyond = [row for row, key in enumerate(keys) if shown_key(key) not in known]
    fix = Message(
        "number the draws alike in both files, or take the column of draws out of one of them "
        "to have rows matched by their order"
    )
    if not beyond:
        return refusal(
            sheet,
            Message(
                "{some} not among the {what}",
                some=_some(lacking, file),
                what=what,
            ),
            fix,
            _code(what),
        )
    _, span = sheet.cell(body, beyond[0], draw)
    message = Message(
        "{some} not among those of {file}",
        some=_some([shown_key(keys[row]) for row in beyond]),
        file=file,
    )
    return ScenarioError([Problem(span, _code(what), "", message, fix)])


def _some(draws: list[str], file: str = "") -> str:
    """`draw 7 is`, or `draws 1, 2, 3 and 40 more of FILE are`."""
    named: str = ", ".join(draws[:3])
    if len(draws) > 3:
        named = Message("{names} and {more:,} more", names=named, more=len(draws) - 3)
    if file:
        named = Message("{draws} of {file}", draws=named, file=file)
    if len(draws) == 1:
        return Message("draw {draws} is", draws=named)
    return Message("draws {draws} are", draws=named)


def _code(what: str) -> str:
    return "E510" if what == "parameters" else "E517"
