"""The parameters of probabilistic results, a column each, matched with the draws of the results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem
from ipscost.loading.results.cells import DrawOrder, check_numbers, check_texts, refuse
from ipscost.loading.results.columns import Measures, draw_column, is_rows, one_of, refuse_twice
from ipscost.loading.results.match import matched, refusal
from ipscost.loading.results.measures import is_change, is_net_benefit, word
from ipscost.loading.results.rows import draws_alone
from ipscost.loading.results.sheet import Body, Sheet, open_sheet
from ipscost.loading.results.words import COST, EFFECT, OUTCOMES
from ipscost.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.intp]


@dataclass(frozen=True)
class Parameters:
    """The parameters that were drawn, each (draw,) in the order of the results, and the fixed ones.

    results: columns that hold results of the same draws, not parameters. rows: labels of the rows
    that are not draws.
    """

    values: Mapping[str, Floats]
    fixed: Mapping[str, float]
    sheet: Sheet
    body: Body
    by_order: bool
    results: Sequence[str]
    rows: Sequence[str]


def read_parameters(
    given: str, results: DrawOrder, of: Sheet, arms: Sequence[str], values: Floats
) -> Parameters:
    """The parameters in the file `given`, for the draws of the results in the sheet `of`.

    `values` of the results, (column, draw), and the `arms` show which columns are not parameters.
    Raises ScenarioError if they belong to other draws, or none of them varies.
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
    body, rows = draws_alone(sheet, body, draw, names)
    _refuse_nameless(sheet, body, nameless)
    if not names:
        message = Message("expected a column for each parameter, found none")
        raise refusal(sheet, message, Message("write them beside the draws, headed by their names"))
    problems = [] if draw is None else check_texts(sheet, body, draw)
    refuse(problems + check_numbers(sheet, body, names))
    order = matched(sheet, body, draw, results, of.shown, Message("parameters"))
    rows_of_draws = results.order if order is None else order
    drawn_of = {column: body.numbers[column][rows_of_draws] for column in names}
    outcomes = _results(sheet, drawn_of, arms, values, is_same=sheet.digest == of.digest)
    known, fixed = {}, {}
    for column, drawn in drawn_of.items():
        name = sheet.headers[column]
        if column in outcomes:
            continue
        if drawn.min() == drawn.max():
            fixed[name] = float(drawn[0])
        else:
            known[name] = drawn
    if not known:
        message = Message("expected parameters that vary, found the same numbers in every draw")
        if outcomes:
            message = Message("expected parameters that vary, found results alone")
        raise refusal(
            sheet, message, Message("give the file of what was drawn, or leave --parameters out")
        )
    left = [sheet.headers[column] for column in outcomes]
    return Parameters(known, fixed, sheet, body, order is None, left, rows)


def _results(
    sheet: Sheet,
    drawn: Mapping[int, Floats],
    arms: Sequence[str],
    values: Floats,
    *,
    is_same: bool,
) -> list[int]:
    """The columns that hold results of the same draws, judged by headings and numbers.

    In the file of the results itself, those headed like results; in another file, those whose
    numbers are also those of the results.
    """
    known = {arm.casefold() for arm in arms}
    headed = set[int]()
    for measures in (
        Measures(sheet.headers, one_of((*COST, *EFFECT, *OUTCOMES))),
        Measures(sheet.headers, is_net_benefit),
    ):
        for column, reading in measures.readings.items():
            if reading.arm.casefold() in known or is_change(reading.arm):
                headed.add(column)
    for column, header in enumerate(sheet.headers):
        text = word(header)
        parts = [part for part in text.split("_") if not is_change(part)]
        is_one = "_".join(parts) in (*COST, *EFFECT) or text == "icer" or is_net_benefit(text)
        if is_one and (is_same or text not in (*COST, *EFFECT)):
            headed.add(column)
    if is_same:
        return sorted(headed & set(drawn))
    few = [*values, *(a - b for a in values for b in values if a is not b)][:2_000]
    return [
        column
        for column in sorted(headed & set(drawn))
        if is_net_benefit(word(sheet.headers[column]).split("_")[0])
        or any(np.allclose(drawn[column], each, rtol=1e-6, atol=1e-9) for each in few)
    ]


def _are_rows(column: Floats) -> bool:
    """True for numbers, (row,), that merely count the rows, as R and pandas do."""
    return np.array_equal(column, np.arange(len(column)) + column[:1])


def _refuse_nameless(sheet: Sheet, body: Body, columns: list[int]) -> None:
    """Raises ScenarioError if a column without a heading is not empty."""
    problems = []
    for column in columns:
        if any(body.texts[column]):
            message, fix = (
                Message("column {column} has no heading", column=column + 1),
                Message("write the parameter's name"),
            )
            problems.append(Problem(sheet.heading(column), "E501", "", message, fix))
    refuse(problems)
