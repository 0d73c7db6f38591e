"""A table of persons and a model, to arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError
from ipscost.individual.data import IndividualData
from ipscost.individual.ids import PersonIds, as_bytes
from ipscost.loading.data import checks
from ipscost.loading.data.columns import Places, find
from ipscost.loading.data.groups import ABSENT, GroupColumn
from ipscost.loading.data.lines import RowLines
from ipscost.loading.data.numbers import MARKS, NumberColumn
from ipscost.loading.data.refusals import counted, problem, refusal
from ipscost.loading.data.sums import endpoints, present_values
from ipscost.loading.data.table import PersonTable, open_table
from ipscost.messages import Message
from ipscost.numerals import number
from ipscost.scenario.data_model import DataModel, DataRead
from ipscost.scenario.data_plan import DataPlan

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

MIN_CELL = 5
"""Groups of fewer persons are not told apart."""
MOST_GROUPS = 20
"""Groups that a covariate of texts may have."""
MOST_SITES = 10_000
MOST_ARMS = 1_000


def read_data(path: str, model: DataModel, *, min_cell: int = MIN_CELL) -> DataRead:
    """The persons in a file, as a model says what its columns hold.

    path: of the file, or `-` for the standard input. min_cell: groups of a covariate with fewer
    persons are put together.

    Raises ScenarioError with every problem of a kind; none tells a value of a person.
    """
    plan, scenario = model.plan, model.scenario
    table = open_table(path)
    reading = _PersonsReading(find(table, plan), plan)
    for block in table.blocks():
        reading.add(block.lines, block.column)
    reading.refuse()
    arm, kept = reading.arms(scenario.reference)
    columns, values, adjust, doubts = reading.measured(kept, min_cell)
    followed, complete = reading.followed(kept, scenario.stated_months)
    data = IndividualData(
        columns=columns,
        values=values,
        arm=arm,
        arms=plan.arms,
        reference=plan.arms.index(scenario.reference) if scenario.reference in plan.arms else -1,
        site=reading.sites(kept),
        followed=followed,
        complete=complete,
    )
    sums = endpoints(scenario, plan, columns, adjust)
    names = plan.balance or plan.baseline
    balance = tuple(dict.fromkeys(place for name in names for place in adjust[name]))
    doubts += checks.check(table.shown, data, sums, balance, scenario, plan)
    return DataRead(
        data=data,
        endpoints=sums,
        balance=balance,
        shown=table.shown,
        digest=table.digest,
        doubts=tuple(doubts),
        ids=reading.ids(kept),
        discounted=present_values(scenario, plan),
    )


@dataclass
class _PersonsReading:
    """The columns of a plan while a table is read."""

    places: Places
    plan: DataPlan
    lines: RowLines = field(default_factory=RowLines)

    def __post_init__(self) -> None:
        plan = self.plan
        shares = [each for each in plan.outcomes if each.is_share]
        flags = {name for each in shares for name in (*each.columns, *each.baseline)}
        flags |= {plan.until} if plan.until else set()
        single = [name for name in (plan.followed, plan.until) if name is not None]
        numeric = dict.fromkeys((*plan.measured, *single, *plan.covariates))
        self.numbers = {
            name: NumberColumn(plan.missing, plan.decimal, name in flags) for name in numeric
        }
        self.groups = {
            name: GroupColumn(plan.missing, MOST_GROUPS)
            for name in plan.covariates
            if name not in plan.measured
        }
        self.arm = GroupColumn(plan.missing, MOST_ARMS)
        self.site = GroupColumn(plan.missing, MOST_SITES)
        self.numbered: list[NDArray[np.bytes_]] = []
        self.read: dict[str, Floats] = {}

    @property
    def table(self) -> PersonTable:
        """The table that is read."""
        return self.places.table

    def add(self, lines: list[int], column: Callable[[int], list[str]]) -> None:
        """Adds some rows: the line of each, and what gives the cells of a column by its place."""
        plan, of = self.plan, self.places.of
        self.lines.add(lines)
        cells = {name: column(of(name)) for name in (*self.numbers, *self.groups)}
        for name, each in self.numbers.items():
            each.add(cells[name])
        for name, group in self.groups.items():
            group.add(cells[name])
        if plan.arm is not None:
            self.arm.add(column(of(plan.arm)))
        if plan.site is not None:
            self.site.add(column(of(plan.site)))
        if plan.person is not None:
            self.numbered.append(as_bytes([cell.strip() for cell in column(of(plan.person))]))

    # --- what is wrong with cells --------------------------------------------------------------

    def at(self, code: str, message: str, fix: str, row: int, name: str | None) -> Problem:
        """A problem with the cell of a row in a column."""
        column = 1 if name is None else self.places.of(name) + 1
        return problem(self.table.shown, code, message, fix, self.lines.of(row), column)

    def refuse(self) -> None:
        """Raises ScenarioError for cells that are no numbers, and for persons who stand twice."""
        if not self.lines.count:
            message = Message("expected a row for each person, found the headings alone")
            fix = Message("add a row for each person below the headings")
            raise refusal(self.table.shown, "E004", message, fix)
        problems = [*self._marks()]
        if problems:
            raise ScenarioError(problems)
        for name, column in self.numbers.items():
            values = self.read[name] = column.values(self.decimal or ".")
            is_text = name in self.groups and not self.groups[name].is_too_many
            if not is_text:
                problems += self._unread(name, values)
        problems += self._persons()
        if problems:
            raise ScenarioError(problems)

    def _marks(self) -> Iterator[Problem]:
        """Problems with columns whose numbers do not show their decimal mark; sets `decimal`."""
        self.decimal = self.plan.decimal
        shown = {each.shown_mark for each in self.numbers.values()} - {""}
        if not self.decimal:
            self.decimal = next(iter(shown)) if len(shown) == 1 else ""
        for name, column in self.numbers.items():
            if column.marks.is_mixed and not self.plan.decimal and not self._is_group(name):
                message = Message(
                    "{name} has decimal points in some rows and decimal commas in others", name=name
                )
                fix = Message("write all its numbers alike; decimal: says which mark it is")
                yield problem(self.table.shown, "E365", message, fix, 1, self.places.of(name) + 1)
            elif column.is_open and not self.decimal and not self._is_group(name):
                mark = next(iter(column.marks.found))
                message = Message(
                    "the numbers of {name} such as 1{mark}234 may have decimals, or thousands",
                    name=name,
                    mark=mark,
                )
                fix = Message(
                    'add decimal: "{mark}" to data if it marks decimals, or add decimal: '
                    '"{other}" to data if it marks thousands',
                    mark=mark,
                    other=next(other for other in MARKS if other != mark),
                )
                yield problem(self.table.shown, "E365", message, fix, 1, self.places.of(name) + 1)

    def _is_group(self, name: str) -> bool:
        """True for a covariate that may be read as groups."""
        return name in self.groups and not self.groups[name].is_too_many

    def _unread(self, name: str, values: Floats) -> Iterator[Problem]:
        """The problem that cells of a column are no numbers."""
        rows = np.flatnonzero(np.isinf(values))
        if not rows.size:
            return
        message = Message("expected numbers in {name}, found a cell that is none", name=name)
        fix = Message(
            "write a plain number, or leave it empty; add missing: [...] to data where a text "
            "stands for a missing value"
        )
        if name in self.groups:
            message = Message(
                "expected numbers or at most {most} groups in {name}, found other texts",
                most=MOST_GROUPS,
                name=name,
            )
        yield counted(self.at("E364", message, fix, int(rows[0]), name), rows.size)

    def _persons(self) -> Iterator[Problem]:
        """Problems with the numbers of persons: none, or one that stands twice."""
        name = self.plan.person
        if name is None:
            return
        self.every = np.concatenate(self.numbered)
        self.numbered = []
        empty = np.flatnonzero(self.every == b"")
        if empty.size:
            message = Message("expected the number of a person in {name}, found none", name=name)
            fix = Message("write it, or take the line out if it is no person")
            yield counted(self.at("E362", message, fix, int(empty[0]), name), empty.size)
            return
        again = PersonIds.of(self.every).repeated()
        if again.size:
            message = Message("a person stands in a second row")
            fix = Message(
                "keep one row for each person, with the sum of all; or take person out of data "
                "where each row is a person of its own"
            )
            yield counted(self.at("E362", message, fix, int(again[0]), name), again.size)

    # --- arms, sites, time ---------------------------------------------------------------------

    def arms(self, reference: str) -> tuple[Ints, Flags]:
        """The arm of each person that is kept, and which rows are kept, (row,).

        Raises ScenarioError for an arm that the model does not name, and where an arm has nobody.
        """
        plan, name = self.plan, self.plan.arm
        if name is None:
            return np.zeros(self.lines.count, np.int64), np.ones(self.lines.count, bool)
        known = [(arm, code) for arm, codes in plan.codes.items() for code in codes]
        left_out, unknown = -2, -3
        of_group = np.full(len(self.arm.names) + 1, ABSENT)  # the last place is for ABSENT
        for text, group in self.arm.names.items():
            arm = next((arm for arm, code in known if _is_alike(text, code)), None)
            if arm is not None:
                of_group[group] = plan.arms.index(arm)
            else:
                is_out = any(_is_alike(text, code) for code in plan.left_out)
                of_group[group] = left_out if is_out else unknown
        found = of_group[self.arm.values()] if not self.arm.is_too_many else None
        if found is None or (found == unknown).any():
            rows = np.zeros(1, int) if found is None else np.flatnonzero(found == unknown)
            message = Message("{name} has an arm that data does not name", name=name)
            fix = Message(
                "write what stands there for each arm, as in arm: {{column: {name}, {arms}}}; "
                "or take those rows out",
                name=name,
                arms=", ".join(f"{arm}: ..." for arm in plan.arms),
            )
            first = self.at("E363", message, fix, int(rows[0]), name)
            raise ScenarioError([counted(first, rows.size)])
        absent = np.flatnonzero(found == ABSENT)
        if absent.size:
            message = Message("expected the arm of a person in {name}, found none", name=name)
            fix = Message("write it, or take the row out")
            first = self.at("E363", message, fix, int(absent[0]), name)
            raise ScenarioError([counted(first, absent.size)])
        kept = found >= 0
        return found[kept], kept

    def sites(self, kept: Flags) -> Ints | None:
        """The site of each person that is kept; None without sites."""
        name = self.plan.site
        if name is None:
            return None
        found = None if self.site.is_too_many else self.site.values()
        if found is None or (found == ABSENT).any():
            rows = np.zeros(1, int) if found is None else np.flatnonzero(found == ABSENT)
            message = Message("expected the site of a person in {name}, found none", name=name)
            if found is None:
                message = Message("{name} has more than {most:,} sites", name=name, most=MOST_SITES)
            fix = Message("write the site of each person, or take site out of data")
            first = self.at("E364", message, fix, int(rows[0]), name)
            raise ScenarioError([counted(first, rows.size)])
        _, again = np.unique(found[kept], return_inverse=True)
        return again.astype(np.int64)

    def followed(self, kept: Flags, horizon: int | None) -> tuple[Floats | None, Flags | None]:
        """The months that each person was followed, and whether all was seen that could be."""
        name, until = self.plan.followed, self.plan.until
        if name is None:
            return None, None
        months, problems = self.read[name], list[Problem]()
        amiss = np.flatnonzero(~(months >= 0))
        if amiss.size:
            message = Message("expected the months that a person was followed in {name}", name=name)
            fix = Message("write 0 or more months for each person")
            problems.append(counted(self.at("E364", message, fix, int(amiss[0]), name), amiss.size))
        complete = months >= (np.inf if horizon is None else horizon)
        if until is not None:
            ended = self.read[until]
            amiss = np.flatnonzero((ended != 0) & (ended != 1))
            if amiss.size:
                message = Message("expected 1 or 0, yes or no in {name}", name=until)
                fix = Message("write 1 where an event ended what was followed, and 0 elsewhere")
                first = self.at("E364", message, fix, int(amiss[0]), until)
                problems.append(counted(first, amiss.size))
            complete = complete | (ended == 1)
        if problems:
            raise ScenarioError(problems)
        return months[kept], complete[kept]

    def ids(self, kept: Flags) -> PersonIds | None:
        """The numbers of the persons that are kept."""
        return None if self.plan.person is None else PersonIds.of(self.every[kept])

    # --- what was measured ---------------------------------------------------------------------

    def measured(
        self, kept: Flags, min_cell: int
    ) -> tuple[tuple[str, ...], Floats, dict[str, list[int]], list[Message]]:
        """The columns, (person, column) of values, the places of each name, and doubts.

        A covariate of texts has a column for each group but the commonest, 1 for whoever is in it.
        """
        names: list[str] = []
        parts: list[Floats] = []
        doubts: list[Message] = []
        places: dict[str, list[int]] = {}
        for name in dict.fromkeys((*self.plan.measured, *self.plan.covariates)):
            values = self.read.pop(name)[kept]
            if not np.isinf(values).any() or name not in self.groups:
                places[name] = [len(names)]
                names.append(name)
                parts.append(values)
                continue
            places[name] = []
            for group, member in self._members(name, kept, min_cell, doubts):
                places[name].append(len(names))
                names.append(f"{name}: {group}")
                parts.append(member)
        rows = int(kept.sum())
        values = np.column_stack(parts) if parts else np.empty((rows, 0))
        return tuple(names), values, places, doubts

    def _members(
        self, name: str, kept: Flags, min_cell: int, doubts: list[Message]
    ) -> Iterator[tuple[str, Floats]]:
        """Each group of a covariate but the commonest, and who is in it: 1, 0 or not known."""
        column = self.groups[name]
        found = column.values()[kept]
        sizes = {text: int((found == group).sum()) for text, group in column.names.items()}
        large = sorted((-size, text) for text, size in sizes.items() if size >= min_cell)
        small = sum(0 < size < min_cell for size in sizes.values())
        if small:
            doubts.append(
                Message(
                    "{name} has {small} groups of fewer than {least} persons, who count with the "
                    "commonest group",
                    name=name,
                    small=small,
                    least=min_cell,
                )
            )
        for _, text in large[1:]:
            member = (found == column.names[text]).astype(np.float64)
            yield text, np.where(found == ABSENT, np.nan, member)


def _is_alike(text: str, code: str) -> bool:
    """True if a cell is what a model says stands for an arm: as a text, or as a number."""
    mine, other = number(text), number(code)
    if mine is not None and other is not None:
        return mine == other
    return text.casefold() == code.strip().casefold()
