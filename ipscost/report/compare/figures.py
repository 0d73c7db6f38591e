"""The numbers of a comparison for machines, a row of the CSV each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.comparison import Branch, ComparedItem, Comparison, Values
from ipscost.analysis.compare.inputs import Explanation
from ipscost.analysis.compare.sides import place_of
from ipscost.analysis.interval import Interval
from ipscost.report.compare.converted import factors
from ipscost.report.compare.labels import of_category, of_path, of_payer
from ipscost.report.report import Figure
from ipscost.scenario.kinds import path_of
from ipscost.scenario.nouns import Quantity
from ipscost.units import Unit
from ipscost.words.text import Words, say

FEW = 3
"""Of more arms than these the gaps come first: the order that the CSV has always had."""


def figures(found: Comparison) -> Iterator[Figure]:
    """Each number once: the arms side by side, then their gaps to the base, then the inputs."""
    if len(found.cases) > FEW:
        yield from (*_gaps(found), *_sides(found))
    else:
        yield from (*_sides(found), *_gaps(found))
    for other, each in zip(found.others, found.why, strict=False):
        yield from _inputs(found, other, each)
    yield from factors(found)
    for alone in found.aside:
        case = alone.case
        row = _Row("saving_own_money", "cost", "total", say("saving"), case.unit)
        yield from _row(row, (case.saving.cell(found.level),), (case,))


class _Row(NamedTuple):
    """What a number is of, the same for every arm."""

    measure: str
    path: str
    level: str
    label: Words
    unit: str


def _row(
    row: _Row, values: Values, cases: Sequence[ComparedArm], base: ComparedArm | None = None
) -> Iterator[Figure]:
    """A number for each arm, against its own reference arm or against `base`."""
    for case, value in zip(cases, values, strict=True):
        if value is not None:
            versus = case.scenario.reference if base is None else base.key
            start = (row.measure, row.path, row.level, row.label)
            yield Figure(*start, value, case.arm, versus, row.unit, scenario=case.name)


# --- side by side --------------------------------------------------------------------------------


def _sides(found: Comparison) -> Iterator[Figure]:
    """What each arm saves, and by how much its outcomes differ from its reference arm."""
    cases, unit = found.cases, found.unit
    yield from _row(_Row("saving", "cost", "total", say("saving"), unit), found.saving, cases)
    odds = _Row("probability_of_saving", "cost", "total", say("probability"), "share")
    yield from _row(odds, found.chance, cases)
    for branch in found.categories:
        yield from _row(_of_branch("saving", branch, unit), branch.values, cases)
    for line in found.kinds:
        row = _Row("saving_by_kind", path_of(line.name), "group", say(line.name), unit)
        yield from _row(row, line.values, cases)
    for line in found.uncounted:
        label = say("not_counted", label=of_path(line.scenario, line.name))
        row = _Row("saving_not_counted", line.name, "leaf", label, unit)
        yield from _row(row, line.values, cases)
    for line in found.outcomes:
        yield from _row(_of_outcome("outcome_difference", line), line.values, cases)
    payers = found.payers
    for measure, lines in (
        ("saving_by_payer", payers.saving),
        ("transfers_by_payer", payers.transfers),
        ("budget_by_payer", payers.budget),
    ):
        for line in lines:
            yield from _row(_of_payer(measure, line), line.values, cases)


def _of_branch(measure: str, branch: Branch, unit: str) -> _Row:
    leaf = branch.leaf
    level = "group" if leaf.is_group else "leaf"
    return _Row(measure, leaf.path, level, of_category(leaf), unit)


def _of_outcome(measure: str, line: ComparedItem) -> _Row:
    return _Row(measure, line.name, "leaf", of_path(line.scenario, line.name), line.unit)


def _of_payer(measure: str, line: ComparedItem) -> _Row:
    label = of_payer(line.scenario, line.name)
    return _Row(measure, f"payer.{line.name}", "group", label, line.unit)


# --- differences to the base ---------------------------------------------------------------------


def _gaps(found: Comparison) -> Iterator[Figure]:
    """Every arm but the base, against the base."""
    gaps, others, base, unit = found.gaps, found.others, found.base, found.unit
    total = _Row("saving_more", "cost", "total", say("saving_more"), unit)
    yield from _row(total, gaps.saving, others, base)
    odds = _Row("probability_of_saving_more", "cost", "total", say("probability_more"), "share")
    yield from _row(odds, gaps.chance, others, base)
    for branch in gaps.categories:
        yield from _row(_of_branch("saving_more", branch, unit), branch.values, others, base)
    if gaps.unmatched is not None:
        rest = _Row("saving_more", "unmatched", "leaf", say("unmatched"), unit)
        yield from _row(rest, gaps.unmatched, others, base)
    for line in gaps.payers:
        yield from _row(_of_payer("saving_more_by_payer", line), line.values, others, base)
    for line in gaps.outcomes:
        yield from _row(_of_outcome("outcome_more", line), line.values, others, base)


# --- why -----------------------------------------------------------------------------------------


def _inputs(found: Comparison, other: ComparedArm, why: Explanation) -> Iterator[Figure]:
    """What each input explains, its value in both scenarios, and the sums."""
    base = found.base
    for each, change in zip(why.inputs, why.changes, strict=True):
        yield _explained(
            _Row("explained", each.path, "leaf", each.path, found.unit), change, found, other
        )
        for case, side in ((base, each.base), (other, each.other)):
            for path, number in side.numbers if side else ():
                if number.is_known:
                    yield _input(path, number, case)
    rest = _Row("explained", "interaction", "leaf", say("interaction"), found.unit)
    yield _explained(rest, why.interaction, found, other)
    total = _Row("explained", "all_together", "total", say("all_together"), found.unit)
    yield _explained(total, why.together, found, other)


def _explained(row: _Row, change: float, found: Comparison, other: ComparedArm) -> Figure:
    """By how much one input, or all of them, changes the saving of the base."""
    base = found.base
    value = Interval(change, partial=base.saving.partial or other.saving.partial)
    (figure,) = _row(row, (value,), (other,), base)
    return figure


def _input(path: str, number: Quantity, case: ComparedArm) -> Figure:
    """An input of one scenario, in the money of the report; its label is the line it stands on."""
    unit: Unit = number.unit
    if number.conversion is not None:
        unit = unit.in_money(number.conversion.steps[-1].money)
    value = Interval(case.scenario.base(number))
    row = _Row("input", path, "leaf", place_of(number.span), str(unit))
    (figure,) = _row(row, (value,), (case,))
    return figure
