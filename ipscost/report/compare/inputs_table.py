"""compare --inputs: the table of what differs, down to the line, and what each explains."""

from __future__ import annotations

from ipscost.analysis.compare.cases import Case
from ipscost.analysis.compare.inputs import Explanation, Input, explain_gap
from ipscost.analysis.compare.sides import apart, place_of
from ipscost.analysis.interval import Interval
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.scenario.nouns import Quantity
from ipscost.units import Unit
from ipscost.words.numbers import money_decimals
from ipscost.words.text import Words, count, glued, money, say

LONGEST_PLACE = 38


def inputs_table(base: Case, other: Case) -> tuple[Table, Explanation]:
    """Why `other` differs from `base`: the largest first, and the sums."""
    found = explain_gap(base, other)
    partial = base.saving.partial or other.saving.partial
    unit = f"{base.scenario.money}/person"
    rows: list[Row] = []
    for each, change in zip(found.inputs, found.changes, strict=True):
        explained = Interval(change, partial=partial)
        rows += _rows(each, explained, (base, other), unit)
    ends = len(rows)
    whole = interacts(found)
    rest, together = (Interval(e, partial=partial) for e in (found.interaction, found.together))
    rows.append(_sum("interaction", rest, "leaf", unit, shown=whole))
    rows.append(_sum("all_together", together, "total", unit))
    title = _title(base, other, found)
    table = Table(
        title=title,
        first=say("input"),
        columns=_columns(base, other),
        rows=tuple(rows),
        breaks=(ends,),
    )
    return table, found


def interacts(found: Explanation) -> bool:
    """True where the interaction is more than nothing in the digits of the changes."""
    size = max(map(abs, (found.together, *found.changes)), default=0.0)
    return round(found.interaction, money_decimals(size)) != 0


def _columns(base: Case, other: Case) -> tuple[Column, ...]:
    """What is stated and what it explains; the numbers of both sides for machines."""
    explained = Column(
        say("explains"),
        "explained",
        other.arm,
        base.key,
        style="signed",
        scenario=other.name,
    )
    numbers = [
        Column(c.name, "input", c.arm, c.scenario.reference, shown=False, scenario=c.name)
        for c in (base, other)
    ]
    return (Column(say("value")), explained, *numbers)


def _rows(each: Input, change: Interval, cases: tuple[Case, Case], unit: str) -> list[Row]:
    """The input and what it explains; below it the line and what each scenario states there."""
    base, other = cases
    only = base if each.other is None else other
    what: Words = ""
    if each.what != "value":
        what = say(f"inputs_{each.what}", name=only.label())
    rows = [Row(each.path, "leaf", each.path, (what, change, None, None), unit)]
    texts = apart(each.base, each.other)
    for case, side, stated in zip(cases, (each.base, each.other), texts, strict=True):
        if side is None:
            continue
        text = glued(case.label(), ": ", stated)
        cells: tuple[Cell, ...] = (text, "", None, None)
        rows.append(Row(each.path, "leaf", _short(side.place), cells, depth=1, tidy=False))
        for path, number in side.numbers:
            value = case.scenario.base(number)
            rows.append(_machine_row(path, number, value, is_base=case is base))
    return rows


def _short(place: str) -> str:
    """A place that fits its column: the end of a long one, with the file's name and the line."""
    if len(place) <= LONGEST_PLACE:
        return place
    *folders, name = place.split("/")
    while folders and len(f"{folders[-1]}/{name}") < LONGEST_PLACE - 2:
        name = f"{folders.pop()}/{name}"
    return f"…/{name}" if len(name) < LONGEST_PLACE - 1 else f"…{name[1 - LONGEST_PLACE :]}"


def _machine_row(path: str, quantity: Quantity, now: float, *, is_base: bool) -> Row:
    """A number of one scenario in the reported money; its label is the line it stands on."""
    unit: Unit = quantity.unit
    value = Interval(now) if quantity.is_known else None
    if quantity.conversion is not None:
        unit = unit.in_money(quantity.conversion.steps[-1].money)
    cells = (None, None, value, None) if is_base else (None, None, None, value)
    return Row(path, "leaf", place_of(quantity.span), cells, str(unit), shown=False)


def _sum(word: str, value: Interval, level: str, unit: str, *, shown: bool = True) -> Row:
    cells: tuple[Cell, ...] = ("", value, None, None)
    strong = level == "total"
    label = say(word)
    return Row(word, level, label, cells, unit, strong=strong, shown=shown)


def _title(base: Case, other: Case, found: Explanation) -> Words:
    """Which of the two saves more, by how much, and how many inputs are the same."""
    names = {"name": other.label(), "base": base.label()}
    same = say("same_inputs", count=count(found.same))
    if base.saving.partial or other.saving.partial:
        return say("title_inputs_partial", same=same, **names)
    if found.together == 0:
        return say("title_inputs_same", same=same, **names)
    more = say("more" if found.together > 0 else "less")
    amount = money(abs(found.together), base.scenario.money.currency)
    return say("title_inputs", same=same, amount=amount, more=more, **names)
