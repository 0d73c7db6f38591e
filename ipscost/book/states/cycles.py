"""The sheet of cycles: a block an arm, a row a point of time."""

from __future__ import annotations

import math

from ipscost.book.cells import Book
from ipscost.book.inputs import InputCells
from ipscost.book.prices import Prices
from ipscost.book.states.block import ArmBlock, CycleSheet, too_large
from ipscost.book.states.columns import MOST_COLUMNS, SECTIONS, CycleColumns
from ipscost.book.states.titles import Titles
from ipscost.drawing.draws import base_case
from ipscost.engines.grid import grid as grid_of
from ipscost.engines.plan import Planner
from ipscost.scenario.nouns import Scenario
from ipscost.words import say

COLUMNS_A_PAGE = 15
UNTITLED = ("stated", "hazard", "scale", "sum")
"""The sections of columns without a heading of their own above them."""


def cycles_sheet(book: Book, inputs: InputCells, prices: Prices, scenario: Scenario) -> CycleSheet:
    """Writes the sheet of cycles of a model of states, the block of the reference arm first.

    Raises UnsupportedError for more cycles than a workbook can hold.
    """
    model, language = scenario.model, book.language
    assert model is not None
    grid, titles = grid_of(scenario), Titles(scenario, language)
    sheet = book.sheet("cycles", say("book_cycles", language), ())
    planner = Planner(scenario, base_case(scenario), grid, tuple(model.states), apart=True)
    lines = {c.path: planner.category(c) for c in scenario.categories}
    lines |= {o.path: planner.outcome(o) for o in scenario.outcomes}
    counted = (line.key for own in lines.values() for line in own if line.key is not None)
    columns, keys = CycleColumns(sheet, inputs.sheet), tuple(dict.fromkeys(counted))
    shared = CycleSheet(scenario, model, inputs, prices, grid, titles, columns, lines, keys)
    for part in ("people", "amounts", "fixed"):
        sheet.texts(titles.say(f"cycles_{part}"), style="key")
    sheet.next += 1
    head = sheet.next
    arms = (scenario.reference, *scenario.interventions)
    row = head + 2
    for done, arm in enumerate(arms, start=1):
        row = ArmBlock(shared, arm, row).write() + 2
        shared.check_size(columns.count / done)
    count = columns.place(
        head, {n: titles.say(f"section_{n}") for n in SECTIONS if n not in UNTITLED}
    )
    if count > MOST_COLUMNS:
        raise too_large(scenario)
    sheet.widths = (*sheet.widths, 16.0, *[13.0] * (count - 1))
    sheet.frozen, sheet.pages = (head + 2, 4), math.ceil(count / COLUMNS_A_PAGE)
    return shared
