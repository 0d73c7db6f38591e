"""compare --inputs: the inputs that differ, their lines in the files, and what each explains."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.inputs import Explanation, Input
from ipscost.analysis.interval import Interval
from ipscost.report.compare.labels import in_text, label_of
from ipscost.report.compare.sides import apart
from ipscost.report.report import Column, Row, Table
from ipscost.words.numbers import money_decimals
from ipscost.words.text import Words, count, money, say


def inputs_table(base: ComparedArm, other: ComparedArm, found: Explanation) -> Table:
    """Why `other` saves more or less than `base`: what explains most first, then the sums.

    Amounts are in money per person.
    """
    partial = base.saving.partial or other.saving.partial
    unit = f"{base.scenario.money}/person"
    rows: list[Row] = []
    for each, change in zip(found.inputs, found.changes, strict=True):
        rows += _rows(each, Interval(change, partial=partial), (base, other), unit)
    ends = len(rows)
    if interacts(found):
        rest = Interval(found.interaction, partial=partial)
        rows.append(Row("interaction", say("interaction"), ("", rest), unit))
    whole = ("", Interval(found.together, partial=partial))
    rows.append(Row("all_together", say("all_together"), whole, unit, strong=True))
    return Table(
        title=_title(base, other, found),
        first=say("input"),
        columns=(Column(say("value")), Column(say("explains"), style="signed", numeric=True)),
        rows=tuple(rows),
        breaks=(ends,),
        name="inputs",
    )


def interacts(found: Explanation) -> bool:
    """True where the interaction is not 0 in the digits that the changes are shown with."""
    size = max(map(abs, (found.together, *found.changes)), default=0.0)
    return round(found.interaction, money_decimals(size)) != 0


def _rows(
    each: Input, change: Interval, cases: tuple[ComparedArm, ComparedArm], unit: str
) -> Iterator[Row]:
    """An input and what it explains; below it a line for each scenario that states it."""
    base, other = cases
    only = base if each.other is None else other
    what: Words = ""
    if each.what != "value":
        what = say(f"inputs_{each.what}", name=label_of(only))
    yield Row(each.path, each.path, (what, change), unit)
    texts = apart(each.base, each.other)
    for case, side, stated in zip(cases, (each.base, each.other), texts, strict=True):
        if side is not None:
            cells = (say("labelled", label=label_of(case), text=stated), "")
            yield Row(each.path, side.place, cells, depth=1, style="place")


def _title(base: ComparedArm, other: ComparedArm, found: Explanation) -> Words:
    """Which of the two saves more and by how much, and how many inputs are the same."""
    names = {"name": in_text(other), "base": in_text(base), "count": count(found.same)}
    if base.saving.partial or other.saving.partial:
        return say("title_inputs_partial", **names)
    if found.together == 0:
        return say("title_inputs_same", **names)
    amount = money(abs(found.together), base.scenario.money.currency)
    key = "title_inputs_more" if found.together > 0 else "title_inputs_less"
    return say(key, amount=amount, **names)
