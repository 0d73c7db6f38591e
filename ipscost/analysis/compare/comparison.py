"""What compare finds, as numbers alone: each column's sums, and the gap of each to the base."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from ipscost.analysis.compare.cases import ComparedArm, chance, gap, gap_cell
from ipscost.analysis.compare.inputs import Explanation, explain_gap
from ipscost.analysis.compare.union import (
    CategorySum,
    Leaf,
    at,
    below,
    counted_below,
    left_out,
    of_kind,
    outcome_change,
    outcomes,
    payer_part,
    saving,
    summed,
    uncounted,
    union,
)
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.scenario.kinds import pure_parts
from ipscost.scenario.nouns import Scenario

NOTHING = 1e-6
"""In money a person: less is what rounding leaves of a sum that is 0."""

Values = tuple[Interval | None, ...]
"""A number a column; None where the column has no such thing, or nothing of it is known."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A category, or a group of several, in every column."""

    leaf: Leaf
    values: Values

    @property
    def is_empty(self) -> bool:
        """True where no column has a number."""
        return is_empty(self.values)


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """Something else in every column.

    name: the path of an outcome or category, or the name of a payer or of a sum by kind.
    scenario: the first that has it, whose words name it; any of them for a sum by kind.
    """

    name: str
    scenario: Scenario
    values: Values
    unit: str


@dataclass(frozen=True, slots=True)
class Payers:
    """What each payer saves; a payer stands where a column has a number.

    has_transfers: True where money only moves in a scenario; without that `saving` is all.
    saving: of what does not only move money.
    budget: the sum of `saving` and `transfers`.
    """

    has_transfers: bool
    saving: tuple[ComparedItem, ...]
    transfers: tuple[ComparedItem, ...] = ()
    budget: tuple[ComparedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Gaps:
    """Each column but the base minus the base, draw by draw; values of (column but the base,).

    A positive number is a saving that is larger than the base's, or more of an outcome.

    chance: in which share of the draws the saving is larger.
    categories: what both have; of a group where both count the same categories in it.
    unmatched: the rest of `saving`, of categories that one of the two alone has; None for nothing.
    payers: of `Payers.saving`, those of the base.
    """

    saving: Values
    chance: Values
    categories: tuple[Branch, ...]
    unmatched: Values | None
    payers: tuple[ComparedItem, ...]
    outcomes: tuple[ComparedItem, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Scenarios side by side, in money of `unit`; values of (column,), intervals at `level`.

    base: the column that `gaps` are taken to.
    saving: what the arm of each column saves against its reference arm, over all that is counted.
    chance: in which share of the draws it saves.
    categories: the saving by category and group; in the order of the files.
    kinds: the saving in real resources and in other sums by kind, where they can be told apart.
    uncounted: the saving in what a perspective leaves out.
    outcomes: the difference of each outcome from the reference arm.
    why: what explains the gap of each column but the base; empty where that was not asked for.
    """

    cases: tuple[ComparedArm, ...]
    base: ComparedArm
    level: float
    unit: str
    saving: Values
    chance: Values
    categories: tuple[Branch, ...]
    kinds: tuple[ComparedItem, ...]
    uncounted: tuple[ComparedItem, ...]
    outcomes: tuple[ComparedItem, ...]
    payers: Payers
    gaps: Gaps
    why: tuple[Explanation, ...] = ()

    @property
    def others(self) -> tuple[ComparedArm, ...]:
        """The columns but the base."""
        return others(self.cases, self.base)


def others(cases: Sequence[ComparedArm], base: ComparedArm) -> tuple[ComparedArm, ...]:
    """The columns but the base."""
    return tuple(case for case in cases if case is not base)


def is_empty(values: Values) -> bool:
    """True where no column has a number."""
    return all(value is None for value in values)


def comparison(
    cases: Sequence[ComparedArm], place: int, level: float, *, inputs: bool = False
) -> Comparison:
    """What is found in columns of which the one at `place` is the base; `inputs` adds why."""
    base = cases[place]
    unit = f"{base.scenario.money}/person"
    leaves = tuple(union(cases))
    return Comparison(
        cases=tuple(cases),
        base=base,
        level=level,
        unit=unit,
        saving=tuple(case.saving.cell(level) for case in cases),
        chance=tuple(case.view.total(case.arm).chance_below(0) for case in cases),
        categories=tuple(_branch(leaf, cases, level) for leaf in leaves),
        kinds=tuple(_kinds(cases, level, unit)),
        uncounted=tuple(
            ComparedItem(path, scenario, _savings(cases, level, partial(left_out, path=path)), unit)
            for path, scenario in uncounted(cases).items()
        ),
        outcomes=tuple(_outcomes(cases, level)),
        payers=_payers(cases, level, unit),
        gaps=_gaps(cases, base, level, leaves),
        why=tuple(explain_gap(base, other) for other in others(cases, base)) if inputs else (),
    )


# --- side by side --------------------------------------------------------------------------------


def _savings(
    cases: Sequence[ComparedArm], level: float, weigh: Callable[[ComparedArm], CategorySum | None]
) -> Values:
    """The saving in the part that `weigh` gives each column."""
    parts = [(case, weigh(case)) for case in cases]
    return tuple(None if part is None else saving(case, part).cell(level) for case, part in parts)


def _weigh(leaf: Leaf) -> Callable[[ComparedArm], CategorySum | None]:
    """What a category or group sums up in a column."""
    return partial(below if leaf.is_group else at, path=leaf.path)


def _branch(leaf: Leaf, cases: Sequence[ComparedArm], level: float) -> Branch:
    """The saving of a category or group."""
    return Branch(leaf, _savings(cases, level, _weigh(leaf)))


def _kinds(cases: Sequence[ComparedArm], level: float, unit: str) -> Iterator[ComparedItem]:
    """The sums by kind that can be told apart."""
    for name in pure_parts():
        values = _savings(cases, level, partial(of_kind, part=name))
        if not is_empty(values):
            yield ComparedItem(name, cases[0].scenario, values, unit)


def _outcomes(cases: Sequence[ComparedArm], level: float) -> Iterator[ComparedItem]:
    """The difference of each outcome from the reference arm."""
    for outcome, scenario in outcomes(cases):
        unit = str(outcome.unit)
        found = [outcome_change(case, outcome.path, unit) for case in cases]
        values = tuple(None if each is None else each.cell(level) for each in found)
        yield ComparedItem(outcome.path, scenario, values, unit)


def _payers(cases: Sequence[ComparedArm], level: float, unit: str) -> Payers:
    """What each payer that bears something saves."""
    known: dict[str, Scenario] = {}
    for case in cases:
        for name in case.scenario.payers:
            if payer_part(case, name, "both") is not None:
                known.setdefault(name, case.scenario)

    def lines(part: str) -> Iterator[ComparedItem]:
        for name, scenario in known.items():
            values = _savings(cases, level, partial(payer_part, name=name, part=part))
            if not is_empty(values):
                yield ComparedItem(name, scenario, values, unit)

    if not any(bool(case.run.point.moved.any()) for case in cases):
        return Payers(False, tuple(lines("saving")))
    saved, moved, both = (tuple(lines(part)) for part in ("saving", "transfers", "both"))
    return Payers(True, saved, moved, both)


# --- differences to the base ---------------------------------------------------------------------


def _gaps(
    cases: Sequence[ComparedArm], base: ComparedArm, level: float, leaves: Sequence[Leaf]
) -> Gaps:
    """Each other column minus the base."""
    columns = others(cases, base)
    unit = f"{base.scenario.money}/person"
    totals = [gap(case.saving, base.saving) for case in columns]
    odds = [chance(total) for total in totals]

    def values(weigh: Callable[[ComparedArm], CategorySum | None]) -> Values:
        return tuple(
            _gap(summed(case, weigh(case)), summed(base, weigh(base)), level) for case in columns
        )

    def in_common(leaf: Leaf) -> Values:
        found = values(_weigh(leaf))
        if not leaf.is_group:
            return found
        mine = counted_below(base, leaf.path)
        return tuple(
            value if counted_below(case, leaf.path) == mine else None
            for value, case in zip(found, columns, strict=True)
        )

    branches = tuple(Branch(leaf, in_common(leaf)) for leaf in leaves)
    common = np.zeros(len(columns))
    for branch in branches:
        if not branch.leaf.is_group:
            common += [0.0 if value is None else value.mean for value in branch.values]
    rest = [total.point - part for total, part in zip(totals, common, strict=True)]
    unmatched = tuple(
        Interval(each, partial=total.partial) if abs(each) > NOTHING else None
        for each, total in zip(rest, totals, strict=True)
    )
    return Gaps(
        saving=tuple(gap_cell(total, level) for total in totals),
        chance=tuple(
            None if each is None else Interval(each, draws=len(total.ordered))
            for each, total in zip(odds, totals, strict=True)
        ),
        categories=branches,
        unmatched=None if is_empty(unmatched) else unmatched,
        payers=tuple(
            ComparedItem(
                name,
                base.scenario,
                values(partial(payer_part, name=name, part="saving")),
                unit,
            )
            for name in base.scenario.payers
        ),
        outcomes=tuple(_outcome_gaps(cases, base, level)),
    )


def _outcome_gaps(
    cases: Sequence[ComparedArm], base: ComparedArm, level: float
) -> Iterator[ComparedItem]:
    """The differences of the outcomes that both have."""
    for outcome, scenario in outcomes(cases):
        path, unit = outcome.path, str(outcome.unit)
        under = outcome_change(base, path, unit)
        values = tuple(
            _gap(outcome_change(case, path, unit), under, level) for case in others(cases, base)
        )
        if not is_empty(values):
            yield ComparedItem(path, scenario, values, unit)


def _gap(over: Estimate | None, under: Estimate | None, level: float) -> Interval | None:
    """One number minus another; None where either is not there."""
    return None if over is None or under is None else gap_cell(gap(over, under), level)
