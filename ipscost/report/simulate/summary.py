"""simulate: what each arm costs and saves against the reference arm, who gains, and outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.frame import (
    discounted_text,
    part_label,
    parts_of,
    perspective_text,
    prices_of,
)
from ipscost.analysis.interval import Interval, opposite
from ipscost.report.notes.about import About, written
from ipscost.report.notes.given import unmoved
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.report.simulate.headline import headline
from ipscost.report.simulate.notes import NOTES
from ipscost.run import Run
from ipscost.scenario.kinds import KINDS, path_of, pure_parts
from ipscost.scenario.nouns import SOCIETAL, WELFARE
from ipscost.scenario.paths import walk
from ipscost.settings import LEVEL
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, horizon, percent, rate, say


def summary(run: Run, level: float = LEVEL) -> Report:
    """The report of a run: a sentence per arm, tables of costs, payers and outcomes, and notes."""
    scenario = run.scenario
    view = View(run, scenario.perspective)
    return Report(
        scenario=scenario.name,
        headline=(
            *(headline(view, arm, level) for arm in scenario.interventions),
            *unmoved(scenario),
        ),
        tables=tables(view, level),
        notes=written(NOTES, About(None, view, level)),
        record={**asdict(run.record), "level": level},
    )


def tables(view: View, level: float) -> tuple[Table, ...]:
    """The tables of costs, outcomes and payers of each intervention."""
    found: list[Table] = []
    for arm in view.run.scenario.interventions:
        found.append(_Costs(view, arm, level).table())
        if view.run.scenario.outcomes:
            found.append(outcomes_table(view, arm, level))
        found.append(payers_table(view, arm, level))
    return tuple(found)


def _label(view: View, arm: str) -> Words:
    return view.run.scenario.arms[arm].label


# --- costs -----------------------------------------------------------------------------------


class _Costs:
    """The table of costs of one arm against the reference arm."""

    def __init__(self, view: View, arm: str, level: float) -> None:
        self.view = view
        self.arm = arm
        self.level = level
        self.scenario = view.run.scenario
        self.reference = self.scenario.reference
        self.weight = view.weight()
        self.total = view.total(arm)
        self.unit = f"{self.scenario.money}/person"

    def table(self) -> Table:
        counted = list(self.tree())
        sums = list(self.sums())
        apart = list(self.uncounted())
        breaks = [len(counted), len(counted) + len(sums)]
        rows = tuple(counted + sums + apart)
        return Table(
            title=self.title(),
            first=say("category"),
            columns=self.columns(any(_is_interval(row.cells[2]) for row in rows)),
            rows=rows,
            breaks=tuple(breaks),
        )

    def title(self) -> Words:
        scenario = self.scenario
        alone = len(scenario.interventions) == 1
        return say(
            "title_costs" if alone else "title_costs_arms",
            title=scenario.title,
            arm=_label(self.view, self.arm),
            reference=_label(self.view, self.reference),
            currency=currency_sign(scenario.money.currency),
            horizon=horizon(scenario.months),
            discounted=discounted_text(scenario),
            year=prices_of(scenario.money),
            perspective=perspective_text(scenario),
        )

    def columns(self, has_intervals: bool) -> tuple[Column, ...]:
        arm, reference = self.arm, self.reference
        share = "share_of_saving" if self.total.point <= 0 else "share_of_cost"
        difference = say("difference")
        if has_intervals:
            difference = say("difference_interval", level=rate(self.level))
        names = [_label(self.view, name) for name in (reference, arm)]
        return (
            Column(names[0], "cost", arm=reference),
            Column(names[1], "cost", arm=arm),
            Column(difference, "difference", arm, reference, style="change"),
            Column(say(share), share, arm, reference, "share", "part"),
            Column(say("saving"), "saving", arm, reference, style="change", shown=False),
            Column(
                say("probability"),
                "probability_of_saving",
                arm,
                reference,
                "share",
                "probability",
                shown=False,
            ),
            monte_carlo(arm, reference),
        )

    def row(
        self,
        path: str,
        level: str,
        label: Words,
        weight: np.ndarray,
        inside: np.ndarray | None = None,
        **more: object,
    ) -> Row:
        """A row whose numbers are sums with `weight` over what is `inside`, (category,)."""
        view, reference, arm = self.view, self.reference, self.arm
        change = view.difference(arm, weight, inside)
        difference = change.cell(self.level)
        counts = not more.pop("apart", False)
        share = self.view.part_of_total(self.arm, change) if counts else None
        cells: tuple[Cell, ...] = (
            view.level(reference, weight, self.level, inside),
            view.level(arm, weight, self.level, inside),
            difference,
            None if share is None else Interval(share),
            opposite(difference) if counts and difference else None,
            change.chance_below(0) if counts else None,
            error_cell(change, self.level) if level == "total" else None,
        )
        return Row(path, level, label, cells, unit=self.unit, **more)  # type: ignore[arg-type]

    def tree(self) -> Iterator[Row]:
        """The categories that count, in file order, each group before what lies below it."""
        categories = self.scenario.categories
        counted = (self.weight != 0).tolist()
        for node in walk([category.path for category in categories], counted):
            inside = np.zeros(len(categories), dtype=bool)
            inside[list(node.members)] = True
            only, depth = self.weight * inside, node.depth
            if not node.is_leaf:
                label: Words = self.scenario.groups[node.path].label
                yield self.row(
                    node.path, "group", label, only, inside, depth=depth, shown=node.shown
                )
                continue
            index = node.members[0]
            category = categories[index]
            label = category.label
            label = self.with_share(label, self.weight[index])
            rests = any(number.assumption for number in category.numbers)
            yield self.row(category.path, "leaf", label, only, depth=depth, marked=rests)

    def with_share(self, label: Words, share: float) -> Words:
        """The label with the share that counts; factors of welfare economics stand in a note."""
        if share == 1 or self.scenario.perspective == WELFARE:
            return label
        key = "counted_share" if share > 0 else "received_share"
        return say(key, label=label, share=percent(abs(share), 0))

    def sums(self) -> Iterator[Row]:
        """Real resources, productivity and the total, apart."""
        untold = self.view.run.point.untold(self.weight)
        for name in pure_parts():
            inside = self.view.run.point.of_part(name)
            weight = self.weight * inside
            if not weight.any() and name not in untold:
                continue
            label = say(name)
            if name in untold:
                nothing: tuple[Cell, ...] = (None,) * len(self.columns(False))
                yield Row(path_of(name), "group", label, nothing, unit=self.unit)
            else:
                yield self.row(path_of(name), "group", label, weight, inside, suffix="_by_kind")
        label = say("total")
        yield self.row("cost", "total", label, self.weight, self.view.everything, strong=True)
        for part in parts_of(self.scenario):
            yield self.part_row(part)

    def part_row(self, part: str) -> Row:
        """The part of the total in the months that were observed, or extrapolated."""
        arms = (self.reference, self.arm)
        every = self.view.everything
        change = self.view.difference_in(part, self.arm, self.weight, every)
        difference = change.cell(self.level)
        share = self.view.part_of_total(self.arm, change)
        cells: tuple[Cell, ...] = (
            *(self.view.level_in(part, arm, self.weight, self.level, every) for arm in arms),
            difference,
            None if share is None else Interval(share),
            opposite(difference) if difference else None,
            change.chance_below(0),
            None,
        )
        label = part_label(self.scenario, part)
        return Row("cost", "group", label, cells, unit=self.unit, depth=1, suffix=f"_{part}")

    def uncounted(self) -> Iterator[Row]:
        """What the perspective leaves out, shown apart."""
        left = self.view.uncounted()
        for index, category in enumerate(self.scenario.categories):
            if left[index]:
                rest = np.zeros(len(left))
                rest[index] = left[index]
                name = category.label
                label: Words = say("not_counted", label=name)
                if left[index] < 1:
                    label = self.with_share(label, left[index])
                rests = any(number.assumption for number in category.numbers)
                yield self.row(
                    category.path,
                    "leaf",
                    label,
                    rest,
                    apart=True,
                    marked=rests,
                    suffix="_not_counted",
                )


def monte_carlo(arm: str, reference: str) -> Column:
    """The column of Monte Carlo errors, for machines alone."""
    return Column("", "monte_carlo_error", arm, reference, shown=False)


def error_cell(change: Estimate, level: float) -> Cell:
    """The Monte Carlo errors of the mean of the draws and of both ends of the interval."""
    error = change.sampling_error(level)
    return None if error is None else Interval(error.mean, error.low, error.high)


# --- outcomes and payers ---------------------------------------------------------------------


def outcomes_table(view: View, arm: str, level: float) -> Table:
    """Outcomes in both arms, their difference, and the relative change."""
    scenario = view.run.scenario
    reference = scenario.reference
    rows = []
    for index, outcome in enumerate(scenario.outcomes):
        known = view.run.point.outcome_known[:, index]
        cells: list[Cell] = []
        for name in (reference, arm):
            seen = known[view.run.point.arm(name)]
            value = view.outcome(name, index)
            tied = view.is_tied_to_fixed(name, [outcome])
            cell = Interval(value.point) if tied else value.interval(level)
            cells.append(cell if seen else None)
        change = view.outcome_difference(arm, index)
        cells.append(change.cell(level))
        relative = view.outcome_relative(arm, index) if outcome.relative else None
        cells.append(relative.interval(level) if relative else None)
        cells.append(error_cell(change, level))
        label = outcome.label
        rows.append(Row(outcome.path, "leaf", label, tuple(cells), unit=str(outcome.unit)))
    uncertain = any(isinstance(c := row.cells[2], Interval) and c.low is not None for row in rows)
    difference = "difference_interval" if uncertain else "difference"
    return Table(
        title=say("title_outcomes"),
        first=say("outcome"),
        columns=(
            Column(_label(view, reference), "outcome", reference),
            Column(_label(view, arm), "outcome", arm),
            Column(
                say(difference, level=rate(level)),
                "outcome_difference",
                arm,
                reference,
                style="change",
            ),
            Column(say("relative"), "relative", arm, reference, "share", "relative"),
            monte_carlo(arm, reference),
        ),
        rows=tuple(rows),
    )


def _is_interval(cell: Cell) -> bool:
    """True for a number with an interval."""
    return isinstance(cell, Interval) and cell.low is not None


def _all_received(view: View) -> bool:
    """True where the receivers of every transfer are stated."""
    categories = view.run.scenario.categories
    return all(category.receivers for category in categories if not KINDS[category.kind].is_real)


def payers_table(view: View, arm: str, level: float) -> Table:
    """The saving of each payer; transfers, which only move money, in a column of their own."""
    scenario, point = view.run.scenario, view.run.point
    transfers = point.moved
    unit = f"{scenario.money}/person"
    rows = []

    def gains(seen: View, share: np.ndarray) -> tuple[Cell, Cell, Cell]:
        """The saving, the transfers saved and both, summed with `share`, (category,)."""
        cells: list[Cell] = []
        for part in (~transfers, transfers, view.everything):
            found = seen.difference(arm, share * part, part).cell(level)
            cells.append(opposite(found) if found else None)
        saving, moved, both = cells
        return (saving, moved, both) if transfers.any() else (saving, None, None)

    uncertain = False
    for index, (name, payer) in enumerate(scenario.payers.items()):
        share = point.payer_share[:, index]
        seen = view.seen_from(name)
        if not share.any() and not seen.missing(arm):
            continue
        cells = gains(seen, share)
        uncertain = uncertain or _is_interval(cells[0])
        rows.append(Row(f"payer.{name}", "group", payer.label, cells, unit=unit))
    # What payers save in transfers their receivers lose: added up where all receivers are stated.
    saving, moved, both = gains(view.seen_from(SOCIETAL), point.payer_share.sum(axis=1))
    cells = (saving, moved, both if _all_received(view) else None)
    total = say("all_payers")
    several = len(rows) > 1
    rows.append(Row("payer", "total", total, cells, unit=unit, strong=True, shown=several))
    heading = say("saving_interval" if uncertain else "saving", level=rate(level))
    reference = scenario.reference
    return Table(
        title=say("title_payers", arm=_label(view, arm)),
        first=say("payer"),
        columns=(
            Column(heading, "saving_by_payer", arm, reference, style="change"),
            Column(
                say("transfers"),
                "transfers_by_payer",
                arm,
                reference,
                style="change",
                shown=bool(transfers.any()),
            ),
            Column(
                say("budget"),
                "budget_by_payer",
                arm,
                reference,
                style="change",
                shown=bool(transfers.any()),
            ),
        ),
        rows=tuple(rows),
        breaks=(len(rows) - 1,),
    )
