"""What becomes of formulas that are sums of products: how they change, and what if."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ipscost.book.formulas import (
    Call,
    CellBlock,
    CellLike,
    Closed,
    Constant,
    Formula,
    Minus,
    Negative,
    Plus,
    Ref,
    Times,
    Word,
    is_just,
    plus,
    sources,
    times,
)


def slope(
    formula: Formula, cell: CellLike, known: dict[CellLike, Formula] | None = None
) -> Formula:
    """How fast a sum of products changes with what `cell` holds, as a formula; 0 if it does not.

    A formula cell on the way is followed to what it is made of. Raises TypeError for anything but
    sums and products on the way from `cell`.
    """
    found = {} if known is None else known
    if isinstance(formula, Constant | Word):
        return Constant(0.0)
    if isinstance(formula, Ref):
        if formula.cell is cell:
            return Constant(1.0)
        own = formula.cell.content
        if not isinstance(own, Formula) or cell not in formula.cell.sources:
            return Constant(0.0)
        if formula.cell not in found:
            found[formula.cell] = slope(own, cell, found)
        return found[formula.cell]
    if isinstance(formula, Plus):
        return _added(slope(part, cell, found) for part in formula.parts)
    if isinstance(formula, Minus):
        one, other = slope(formula.one, cell, found), slope(formula.other, cell, found)
        if is_just(other, 0.0):
            return one
        return Negative(other) if is_just(one, 0.0) else Minus(one, other)
    if isinstance(formula, Negative):
        own = slope(formula.one, cell, found)
        return own if is_just(own, 0.0) else Negative(own)
    if isinstance(formula, Times):
        parts = formula.parts
        return _added(
            times(*parts[:at], slope(part, cell, found), *parts[at + 1 :])
            for at, part in enumerate(parts)
        )
    if isinstance(formula, Call) and formula.name == "SUM" and not isinstance(formula, Closed):
        spans = (part.cells for part in formula.arguments if isinstance(part, CellBlock))
        return _added(slope(Ref(each), cell, found) for cells in spans for each in cells)
    if cell in sources(formula):
        raise TypeError(f"{type(formula).__name__} is no sum of products")
    return Constant(0.0)


def replaced(formula: Formula, by: Mapping[Any, Formula]) -> Formula:
    """The formula with some cells replaced; cells that depend on them are written out.

    For sums, differences, products and signs; anything else must not depend on those cells.
    """
    if isinstance(formula, Ref):
        if formula.cell in by:
            return by[formula.cell]
        own = formula.cell.content
        if not isinstance(own, Formula) or formula.cell.sources.isdisjoint(by):
            return formula
        changed = replaced(own, by)
        return formula if changed is own else changed
    if isinstance(formula, Plus | Times):
        parts = tuple(replaced(part, by) for part in formula.parts)
        same = all(new is old for new, old in zip(parts, formula.parts, strict=True))
        return formula if same else type(formula)(parts)
    if isinstance(formula, Minus):
        one, other = replaced(formula.one, by), replaced(formula.other, by)
        return formula if one is formula.one and other is formula.other else Minus(one, other)
    if isinstance(formula, Negative):
        own = replaced(formula.one, by)
        return formula if own is formula.one else Negative(own)
    return formula


def _added(parts: Iterable[Formula]) -> Formula:
    """The sum of the parts that are not 0."""
    return plus(part for part in parts if not is_just(part, 0.0))
