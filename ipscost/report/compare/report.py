"""compare: scenarios side by side, and the difference of each to the base."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace

import numpy as np

from ipscost.analysis.compare.cases import Case, cases_of, chance, gap, gap_cell, refuse_unlike
from ipscost.analysis.compare.inputs import Explanation
from ipscost.analysis.compare.union import (
    Leaf,
    Part,
    at,
    below,
    counted_below,
    left_out,
    of_kind,
    outcome_change,
    outcome_labels,
    payer_part,
    saving,
    summed,
    union,
)
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.report.compare.headline import headline, money_line
from ipscost.report.compare.notes import NOTES, SideBySide
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.run import Run
from ipscost.scenario.kinds import path_of, pure_parts
from ipscost.settings import LEVEL
from ipscost.words.text import Words, rate, say

SIDE_BY_SIDE = 3

Weigh = Callable[[Case], "Part | None"]
"""What a row sums up in a column; None where it has no such thing."""


def compare(
    runs: Sequence[Run],
    level: float = LEVEL,
    *,
    base: str = "",
    arms: Sequence[str] = (),
    inputs: bool = False,
    allow: Sequence[str] = (),
) -> Report:
    """The report of runs side by side: columns are interventions, the first or `base` the base.

    The runs share settings and money. `inputs` adds why each differs from the base. Raises
    AskedError where there is nothing to compare, and ScenarioError where horizons or
    perspectives differ that are not in `allow`.
    """
    cases, place = cases_of(runs, arms, base)
    refuse_unlike(cases[place].scenario, [run.scenario for run in runs], allow)
    sheet = _Sheet(cases, place, level)
    tables = list(sheet.tables())
    why: tuple[Explanation, ...] = ()
    if inputs:
        from ipscost.report.compare.inputs_table import inputs_table

        others = [case for case in cases if case is not cases[place]]
        shown = [inputs_table(cases[place], other) for other in others]
        tables += [table for table, _ in shown]
        why = tuple(explanation for _, explanation in shown)
    return Report(
        scenario=cases[place].name,
        headline=headline(cases, place, level),
        tables=tuple(tables),
        notes=written(
            NOTES, of_run(SideBySide(tuple(cases), cases[place], why), cases[0].run, level)
        ),
        record={case.name: {**asdict(case.run.record), "level": level} for case in cases},
    )


class _Sheet:
    """The tables of a comparison."""

    def __init__(self, cases: Sequence[Case], place: int, level: float) -> None:
        self.cases = cases
        self.base = cases[place]
        self.others = [case for case in cases if case is not self.base]
        self.level = level
        self.unit = f"{self.base.scenario.money}/person"
        self.leaves = tuple(union(cases))

    def say(self, key: str, **values: object) -> Words:
        return say(key, **values)

    def tables(self) -> Iterator[Table]:
        """Side by side up to three columns, long beyond."""
        sides = [self.savings(), self.payers()]
        if any(case.scenario.outcomes for case in self.cases):
            sides.insert(1, self.outcomes())
        differences = self.differences()
        if len(self.cases) <= SIDE_BY_SIDE:
            yield from (*sides, differences)
            return
        yield beneath(self.overview(), differences)
        title = self.say("title_compare_categories")
        yield self.long(replace(sides[0], title=title), skip=3)
        for table in sides[1:]:
            yield self.long(table)

    def columns(self, measure: str, style: str) -> tuple[Column, ...]:
        """A column a case."""
        return tuple(
            Column(
                case.label(),
                measure,
                case.arm,
                case.scenario.reference,
                style=style,
                scenario=case.name,
            )
            for case in self.cases
        )

    # --- saving --------------------------------------------------------------------------

    def savings(self) -> Table:
        """The saving with its interval and probability, by category and by kind."""
        sums = list(self.sums())
        leaves = [self.leaf(leaf) for leaf in self.leaves]
        kinds, apart = list(self.kinds()), list(self.uncounted())
        ends = np.cumsum([len(sums), len(leaves), len(kinds)])
        return Table(
            title=self.say("title_compare", **money_line(self.cases)),
            first=self.say("category"),
            columns=self.columns("saving", "signed"),
            rows=(*sums, *leaves, *kinds, *apart),
            breaks=tuple(int(end) for end in ends),
        )

    def sums(self) -> Iterator[Row]:
        """The saving, its interval, and how likely it is."""
        cells = tuple(case.saving.cell(self.level) for case in self.cases)
        yield Row("cost", "total", self.say("saving"), cells, self.unit, strong=True)
        label = self.say("interval_row", level=rate(self.level))
        extent = Row("cost", "total", label, cells, self.unit, depth=1, style="extent", tidy=False)
        yield extent
        odds = [case.view.total(case.arm).chance_below(0) for case in self.cases]
        yield Row(
            "cost",
            "total",
            self.say("probability"),
            tuple(odds),
            "share",
            depth=1,
            style="probability",
            measure="probability_of_saving",
        )

    def leaf(self, leaf: Leaf) -> Row:
        """The saving of a category or group in each column."""
        weigh = below if leaf.is_group else at
        return Row(
            leaf.path,
            "group" if leaf.is_group else "leaf",
            leaf.label,
            self.cells(lambda case: weigh(case, leaf.path)),
            self.unit,
            depth=leaf.depth,
            shown=leaf.shown,
            marked=leaf.marked,
        )

    def cells(self, weigh: Weigh) -> tuple[Cell, ...]:
        """The saving in the part that `weigh` gives each column."""
        parts = [weigh(case) for case in self.cases]
        return tuple(
            None if part is None else saving(case, part).cell(self.level)
            for case, part in zip(self.cases, parts, strict=True)
        )

    def kinds(self) -> Iterator[Row]:
        """Real resources, productivity and transfers that count, where they can be told apart."""
        for name in pure_parts():
            cells = self.cells(lambda case, name=name: of_kind(case, name))  # type: ignore[misc]
            if any(cell is not None for cell in cells):
                label = self.say(name)
                yield Row(path_of(name), "group", label, cells, self.unit, suffix="_by_kind")

    def uncounted(self) -> Iterator[Row]:
        """What a perspective leaves out."""
        labels: dict[str, Words] = {}
        for case in self.cases:
            for category, weight in zip(case.scenario.categories, case.view.weight(), strict=True):
                if weight < 1:
                    labels.setdefault(category.path, category.label)
        for path, label in labels.items():
            cells = self.cells(lambda case, path=path: left_out(case, path))  # type: ignore[misc]
            text = self.say("not_counted", label=label)
            yield Row(path, "leaf", text, cells, self.unit, suffix="_not_counted")

    # --- outcomes and payers -------------------------------------------------------------

    def outcomes(self) -> Table:
        """The difference of each outcome from the reference arm."""
        rows = []
        for (path, unit), label in outcome_labels(self.cases).items():
            found = [outcome_change(case, path, unit) for case in self.cases]
            cells = tuple(None if each is None else each.cell(self.level) for each in found)
            rows.append(Row(path, "leaf", label, cells, unit))
        return Table(
            title=self.say("title_compare_outcomes", interval=self.in_brackets(rows)),
            first=self.say("outcome"),
            columns=self.columns("outcome_difference", "change"),
            rows=tuple(rows),
        )

    def payers(self) -> Table:
        """What each payer saves; transfers, which only move money, below."""
        labels: dict[str, Words] = {}
        for case in self.cases:
            for name, payer in case.scenario.payers.items():
                if payer_part(case, name, "both") is not None:
                    labels.setdefault(name, payer.label)
        rows: list[Row] = []
        breaks: list[int] = []
        for part, measure in (("saving", ""), ("transfers", "transfers"), ("both", "budget")):
            cells = {
                name: self.cells(lambda case, name=name, part=part: payer_part(case, name, part))  # type: ignore[misc]
                for name in labels
            }
            if measure and not any(self.moves(case) for case in self.cases):
                continue
            if measure:
                breaks.append(len(rows))
                blank = ("",) * len(self.cases)
                heading = self.say("transfers" if part == "transfers" else "budget")
                rows.append(Row("payer", "group", heading, blank, tidy=False))
            column = f"{measure}_by_payer" if measure else ""
            for name, label in labels.items():
                path, depth = f"payer.{name}", int(bool(measure))
                row = Row(path, "group", label, cells[name], self.unit, depth, measure=column)
                rows += [row] if any(cell is not None for cell in row.cells) else []
        return Table(
            title=self.say("title_compare_payers"),
            first=self.say("payer"),
            columns=self.columns("saving_by_payer", "signed"),
            rows=tuple(rows),
            breaks=tuple(breaks),
        )

    @staticmethod
    def moves(case: Case) -> bool:
        """True where a scenario has transfers."""
        return bool(case.run.point.moved.any())

    # --- differences to the base ---------------------------------------------------------

    def differences(self) -> Table:
        """Each other column minus the base, draw by draw."""
        totals = [gap(case.saving, self.base.saving) for case in self.others]
        cells = tuple(gap_cell(total, self.level) for total in totals)
        label = self.say("interval_row", level=rate(self.level))
        rows = [
            Row("cost", "total", self.say("saving_more"), cells, self.unit, strong=True),
            Row("cost", "total", label, cells, self.unit, depth=1, style="extent", tidy=False),
            self.chances(totals),
        ]
        breaks = [len(rows)]
        rows += [*self.gaps_by_category(totals), *self.gaps_by_payer()]
        breaks.append(len(rows))
        rows += self.gaps_by_outcome()
        base = self.base.label()
        columns = zip(self.others, self.columns_of(self.others), strict=True)
        return Table(
            title=self.say("title_gap", base=base, interval=self.in_brackets(rows)),
            first=self.say("category"),
            columns=tuple(replace(column, versus=self.base.key) for _, column in columns),
            rows=tuple(rows),
            breaks=tuple(breaks),
        )

    def in_brackets(self, rows: Sequence[Row]) -> Words:
        """` (95% interval)` where a row has one."""
        cells = (cell for row in rows for cell in row.cells)
        if not any(isinstance(cell, Interval) and cell.low is not None for cell in cells):
            return ""
        return self.say("in_brackets", level=rate(self.level))

    def columns_of(self, cases: Sequence[Case]) -> list[Column]:
        """The columns of `cases`, with differences to the base."""
        places = [self.cases.index(case) for case in cases]
        every = self.columns("saving_more", "signed")
        return [every[place] for place in places]

    def chances(self, totals: Sequence[Estimate]) -> Row:
        """How likely each saves more than the base."""
        found = [chance(total) for total in totals]
        return Row(
            "cost",
            "total",
            self.say("probability_more"),
            tuple(
                None if each is None else Interval(each, draws=len(total.ordered))
                for each, total in zip(found, totals, strict=True)
            ),
            "share",
            depth=1,
            style="probability",
            measure="probability_of_saving_more",
        )

    def gap_cells(self, value: Callable[[Case], Estimate | None]) -> tuple[Cell, ...]:
        """`value` of each other column minus that of the base; None where either has none."""
        under = value(self.base)
        found: list[Cell] = []
        for case in self.others:
            over = value(case)
            if over is None or under is None:
                found.append(None)
            else:
                found.append(gap_cell(gap(over, under), self.level))
        return tuple(found)

    def gaps_by_category(self, totals: Sequence[Estimate]) -> Iterator[Row]:
        """The differences of the categories that both have, and of those of one alone together."""
        common = np.zeros(len(self.others))
        for leaf in self.leaves:
            weigh: Callable[[Case, str], Part | None] = below if leaf.is_group else at
            cells = self.gap_cells(
                lambda case, leaf=leaf, weigh=weigh: summed(case, weigh(case, leaf.path))  # type: ignore[misc]
            )
            if leaf.is_group:  # a group of other categories stands with those of one alone
                mine = counted_below(self.base, leaf.path)
                pairs = zip(cells, self.others, strict=True)
                cells = tuple(
                    cell if counted_below(case, leaf.path) == mine else None for cell, case in pairs
                )
            level = "group" if leaf.is_group else "leaf"
            if not leaf.is_group:
                common += [cell.mean if isinstance(cell, Interval) else 0.0 for cell in cells]
            yield Row(
                leaf.path,
                level,
                leaf.label,
                cells,
                self.unit,
                depth=leaf.depth,
                shown=leaf.shown and any(cell is not None for cell in cells),
                marked=leaf.marked,
            )
        rest = [total.point - part for total, part in zip(totals, common, strict=True)]
        if any(abs(each) > 1e-6 for each in rest):
            apart = tuple(
                Interval(each, partial=total.partial) if abs(each) > 1e-6 else None
                for each, total in zip(rest, totals, strict=True)
            )
            yield Row("unmatched", "leaf", self.say("unmatched"), apart, self.unit)

    def gaps_by_payer(self) -> Iterator[Row]:
        """The differences of each payer's saving, for machines."""
        for name, payer in self.base.scenario.payers.items():
            cells = self.gap_cells(
                lambda case, name=name: summed(case, payer_part(case, name, "saving"))  # type: ignore[misc]
            )
            yield Row(
                f"payer.{name}",
                "group",
                payer.label,
                cells,
                self.unit,
                shown=False,
                suffix="_by_payer",
            )

    def gaps_by_outcome(self) -> Iterator[Row]:
        """The differences of the outcomes that both have."""
        for (path, unit), label in outcome_labels(self.cases).items():
            cells = self.gap_cells(
                lambda case, path=path, unit=unit: outcome_change(case, path, unit)  # type: ignore[misc]
            )
            if any(cell is not None for cell in cells):
                yield Row(path, "leaf", label, cells, unit, style="change", measure="outcome_more")

    # --- more than fit side by side ------------------------------------------------------

    def overview(self) -> Table:
        """A row a column, for readers: saving, probability, and difference to the base."""
        rows = []
        for case in self.cases:
            odds = case.view.total(case.arm).chance_below(0)
            more = None if case is self.base else gap(case.saving, self.base.saving)
            cells: tuple[Cell, ...] = (
                case.saving.cell(self.level),
                odds,
                None if more is None else gap_cell(more, self.level),
            )
            label = case.label()
            rows.append(Row("cost", "total", label, cells, self.unit, tidy=False))
        level = rate(self.level)
        base = self.base.label()
        return Table(
            title=self.say("title_compare", **money_line(self.cases)),
            first=self.say("scenario"),
            columns=(
                Column(self.say("saving_interval", level=level), "saving", style="change"),
                Column(self.say("probability"), "probability_of_saving", style="probability"),
                Column(
                    self.say("saving_more_interval", base=base, level=level),
                    "saving_more",
                    style="change",
                ),
            ),
            rows=tuple(rows),
        )

    def long(self, table: Table, skip: int = 0) -> Table:
        """A heading a row, and below it a row a column that has such a thing.

        The first `skip` rows are left to machines, for whom all numbers stay as they were.
        """
        rows: list[Row] = []
        for row in (row for row in table.rows[skip:] if row.shown):
            rows.append(replace(row, cells=("",), tidy=False))
            for column, cell in zip(table.columns, row.cells, strict=True):
                if isinstance(cell, Interval):
                    line = replace(row, label=column.label, cells=(cell,), depth=row.depth + 1)
                    rows.append(replace(line, tidy=False, marked=False, strong=False))
        uncertain = any(
            isinstance(c := row.cells[0], Interval) and c.low is not None for row in rows
        )
        outcome = table.columns[0].measure == "outcome_difference"
        name = "difference" if outcome else "saving"
        name = f"{name}_interval" if uncertain else name
        heading = self.say(name, level=rate(self.level))
        column = Column(heading, table.columns[0].measure, style="change")
        return beneath(Table(table.title, table.first, (column,), tuple(rows)), table)


def beneath(shown: Table, table: Table) -> Table:
    """`shown` for readers, with the rows and columns of `table` below it for machines alone."""
    before: tuple[Cell, ...] = (None,) * len(shown.columns)
    after: tuple[Cell, ...] = (None,) * len(table.columns)
    rows = [replace(row, cells=(*row.cells, *after)) for row in shown.rows]
    rows += [replace(row, cells=(*before, *row.cells), shown=False) for row in table.rows]
    columns = (*shown.columns, *(replace(column, shown=False) for column in table.columns))
    return replace(shown, columns=columns, rows=tuple(rows))
