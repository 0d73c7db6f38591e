"""The results of a comparison: the savings and outcomes of each column, and gaps to the base.

Savings are against the reference arm of the column's scenario, in money per person and discounted.
"""

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
"""Money per person: a remainder of at most this much is rounding in sums over categories."""

Values = tuple[Interval | None, ...]
"""A number for each column; None if the column has no such item or nothing of it is known."""


@dataclass(frozen=True, slots=True)
class Branch:
    """The saving in a category or a group, in every column."""

    leaf: Leaf
    values: Values

    @property
    def is_empty(self) -> bool:
        """True if no column has a number."""
        return is_empty(self.values)


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """An outcome, a sum by kind, a payer or an uncounted category, in every column.

    name: the path of the outcome or category, or the name of the payer or kind.
    scenario: the first that has it, whose label is used.
    values: one for each column, in `unit`.
    """

    name: str
    scenario: Scenario
    values: Values
    unit: str


@dataclass(frozen=True, slots=True)
class Payers:
    """The saving of each payer that has a number in some column.

    has_transfers: True if a scenario has transfers; otherwise only `saving` is filled.
    saving: without transfers. budget: `saving` and `transfers` together.
    """

    has_transfers: bool
    saving: tuple[ComparedItem, ...]
    transfers: tuple[ComparedItem, ...] = ()
    budget: tuple[ComparedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Gaps:
    """Each column minus the base, draw by draw; values are for each column but the base.

    A positive number is a larger saving than the base's, or more of an outcome.

    chance: the share of draws in which the saving is larger.
    categories: those that both have, and groups in which both count the same categories.
    unmatched: the rest of `saving`, from categories that only one of the two has; None if it is 0.
    payers: the gap in `Payers.saving`, for payers of the base.
    outcomes: the gap in the difference from the reference arm, for outcomes that both have.
    """

    saving: Values
    chance: Values
    categories: tuple[Branch, ...]
    unmatched: Values | None
    payers: tuple[ComparedItem, ...]
    outcomes: tuple[ComparedItem, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """An intervention in money of its own, which counts in nothing that is compared, and why."""

    case: ComparedArm
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Scenarios side by side: values for each column, with intervals at `level`, in `unit`.

    cases: the columns. base: the one that `gaps` are measured from.
    saving: the total saving of each column. chance: the share of draws in which it is above 0.
    categories: the saving by category and group, in file order.
    kinds: the saving in real resources and other sums by kind that can be separated.
    uncounted: the saving in what a perspective leaves out.
    outcomes: the difference in each outcome from the reference arm, in its own unit.
    payers: the saving of each payer.
    why: what explains the gap of each column but the base; empty if that was not asked for.
    aside: the interventions that have no column, since their money could not be converted.
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
    aside: tuple[Aside, ...] = ()

    @property
    def others(self) -> tuple[ComparedArm, ...]:
        """All columns but the base."""
        return others(self.cases, self.base)


def others(cases: Sequence[ComparedArm], base: ComparedArm) -> tuple[ComparedArm, ...]:
    """All columns but the base."""
    return tuple(case for case in cases if case is not base)


def is_empty(values: Values) -> bool:
    """True if no column has a number."""
    return all(value is None for value in values)


def comparison(
    cases: Sequence[ComparedArm],
    index: int,
    level: float,
    *,
    inputs: bool = False,
    aside: Sequence[Aside] = (),
) -> Comparison:
    """The comparison of columns, of which the one at `index` is the base.

    Intervals are at `level`. `inputs` adds what explains each gap, which runs the engine again.
    """
    base = cases[index]
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
        aside=tuple(aside),
    )


# --- side by side --------------------------------------------------------------------------------


def _savings(
    cases: Sequence[ComparedArm], level: float, weigh: Callable[[ComparedArm], CategorySum | None]
) -> Values:
    """The saving of each column in the sum that `weigh` gives for it."""
    parts = [(case, weigh(case)) for case in cases]
    return tuple(None if part is None else saving(case, part).cell(level) for case, part in parts)


def _weigh(leaf: Leaf) -> Callable[[ComparedArm], CategorySum | None]:
    """A function from a column to its sum for a category or group."""
    return partial(below if leaf.is_group else at, path=leaf.path)


def _branch(leaf: Leaf, cases: Sequence[ComparedArm], level: float) -> Branch:
    """The saving in a category or group, in every column."""
    return Branch(leaf, _savings(cases, level, _weigh(leaf)))


def _kinds(cases: Sequence[ComparedArm], level: float, unit: str) -> Iterator[ComparedItem]:
    """The savings in sums by kind that some column can separate."""
    for name in pure_parts():
        values = _savings(cases, level, partial(of_kind, part=name))
        if not is_empty(values):
            yield ComparedItem(name, cases[0].scenario, values, unit)


def _outcomes(cases: Sequence[ComparedArm], level: float) -> Iterator[ComparedItem]:
    """The difference in each outcome from the reference arm."""
    for outcome, scenario in outcomes(cases):
        unit = str(outcome.unit)
        changes = [outcome_change(case, outcome.path, unit) for case in cases]
        values = tuple(None if each is None else each.cell(level) for each in changes)
        yield ComparedItem(outcome.path, scenario, values, unit)


def _payers(cases: Sequence[ComparedArm], level: float, unit: str) -> Payers:
    """The saving of each payer that bears a cost in some column."""
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


# --- gaps to the base ----------------------------------------------------------------------------


def _gaps(
    cases: Sequence[ComparedArm], base: ComparedArm, level: float, leaves: Sequence[Leaf]
) -> Gaps:
    """Every column but the base, minus the base."""
    columns = others(cases, base)
    unit = f"{base.scenario.money}/person"
    totals = [gap(case.saving, base.saving) for case in columns]
    odds = [chance(total) for total in totals]

    def values(weigh: Callable[[ComparedArm], CategorySum | None]) -> Values:
        return tuple(
            _gap(summed(case, weigh(case)), summed(base, weigh(base)), level) for case in columns
        )

    def in_common(leaf: Leaf) -> Values:
        every = values(_weigh(leaf))
        if not leaf.is_group:
            return every
        mine = counted_below(base, leaf.path)
        return tuple(
            value if counted_below(case, leaf.path) == mine else None
            for value, case in zip(every, columns, strict=True)
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
    """The gaps in outcomes that a column has in common with the base."""
    for outcome, scenario in outcomes(cases):
        path, unit = outcome.path, str(outcome.unit)
        under = outcome_change(base, path, unit)
        values = tuple(
            _gap(outcome_change(case, path, unit), under, level) for case in others(cases, base)
        )
        if not is_empty(values):
            yield ComparedItem(path, scenario, values, unit)


def _gap(over: Estimate | None, under: Estimate | None, level: float) -> Interval | None:
    """The interval of one number minus another; None if either does not exist."""
    return None if over is None or under is None else gap_cell(gap(over, under), level)
