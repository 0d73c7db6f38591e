"""A table of persons and a model, to arrays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
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
from ipscost.loading.data.refusals import (
    MOST_GROUPS,
    counted,
    no_groups,
    no_number,
    problem,
    refusal,
)
from ipscost.loading.data.sums import endpoints, present_values, with_nothing_after
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
MOST_SITES = 10_000
FIRST = 100
"""Persons by whom it is judged what their numbers are."""
_CIVIL = re.compile(rb"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}-?\d{4}")
"""What a Danish civil registration number looks like: a day, a month, a year, four digits."""
MOST_ARMS = 1_000


def read_data(path: str, model: DataModel, *, min_cell: int = MIN_CELL) -> DataRead:
    """The persons in a file, as a model says what its columns hold.

    path: of the file, or `-` for the standard input. min_cell: groups of a covariate with fewer
    persons are put together.

    Raises ScenarioError with every problem of a kind; none tells a value of a person.
    """
    plan, scenario = model.plan, model.scenario
    with closing(open_table(path)) as table:
        reading = _PersonsReading(find(table, plan), plan)
        for block in table.blocks():
            reading.add(block.lines, block.column)
    reading.refuse()
    arm, kept = reading.arms()
    checks.refuse_few(table.shown, arm, plan)
    columns, values, adjust, doubts = reading.measured(kept, min_cell)
    followed, complete = reading.followed(kept, scenario.stated_months)
    if followed is not None and complete is not None:
        values, more = with_nothing_after(plan, columns, values, followed, complete)
        doubts += more
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
    doubts += reading.doubts()
    doubts += checks.check(data, sums, balance, scenario, plan, adjust)
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
        self.decimal = plan.decimal
        self.filled: dict[str, Floats] = {}

    @property
    def table(self) -> PersonTable:
        """The table that is read."""
        return self.places.table

    def add(self, lines: list[int], column: Callable[[int], Sequence[str]]) -> None:
        """Adds some rows: the line of each, and what gives the cells of a column by its place."""
        plan, of = self.plan, self.places.of
        self.lines.add(lines)
        for name, group in self.groups.items():
            group.add(column(of(name)))
        for name, numbers in [*self.numbers.items()]:
            numbers.add(column(of(name)))
            if numbers.has_text and name in self.groups:
                self._as_groups(name)
        if plan.arm is not None:
            self.arm.add(column(of(plan.arm)))
        if plan.site is not None:
            self.site.add(column(of(plan.site)))
        if plan.person is not None:
            self.numbered.append(as_bytes([cell.strip() for cell in column(of(plan.person))]))

    def _as_groups(self, name: str) -> None:
        """Reads a covariate that has texts as groups alone; refuses too many of them."""
        if not self.groups[name].is_too_many:
            del self.numbers[name]

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
        problems = [*self._marks(), *self._too_many()]
        if not problems:
            problems += self._persons()
        if problems:
            raise ScenarioError(problems)

    def _too_many(self) -> Iterator[Problem]:
        """Problems with covariates of texts that have too many groups."""
        for name, group in self.groups.items():
            if group.is_too_many and name not in self.numbers:
                place = self.places.of(name) + 1
                yield problem(
                    self.table.shown, "E364", *no_groups(name, self.plan.listed(name)), 1, place
                )

    def _marks(self) -> Iterator[Problem]:
        """Problems with columns whose numbers do not show their decimal mark; sets `decimal`."""
        shown = {each.shown_mark for each in self.numbers.values()} - {""}
        if not self.decimal:
            self.decimal = next(iter(shown)) if len(shown) == 1 else ""
        for name, column in self.numbers.items():
            if column.marks.is_mixed and not self.plan.decimal:
                message = Message(
                    "{name} has decimal points in some rows and decimal commas in others", name=name
                )
                fix = Message("write all its numbers alike; decimal: says which mark it is")
                yield problem(self.table.shown, "E365", message, fix, 1, self.places.of(name) + 1)
            elif column.is_open and not self.decimal:
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

    def values(self, name: str, kept: Flags, out: Floats) -> Iterator[Problem]:
        """Writes the numbers of a column of the rows that are kept to `out`, (row,).

        Yields a problem where cells are no numbers.
        """
        if name in self.filled:  # a column may be named twice
            out[:] = self.filled[name]
            return
        column = self.numbers.pop(name, None)
        if column is None:  # a covariate of texts
            yield self.at("E364", *no_number(name), 0, name)
            return
        mark = column.shown_mark or self.decimal or "."
        first, count, row, place = -1, 0, 0, 0
        for stretch in column.values(mark):
            mine = kept[row : row + stretch.size]
            amiss = np.flatnonzero(np.isinf(stretch) & mine)
            if amiss.size:
                first, count = (row + int(amiss[0]) if first < 0 else first), count + amiss.size
            found = stretch if mine.all() else stretch[mine]
            out[place : place + found.size] = found
            row, place = row + stretch.size, place + found.size
        self.filled[name] = out
        if count:
            listed = self.plan.listed(name)
            message, fix = no_groups(name, listed) if name in self.groups else no_number(name)
            yield counted(self.at("E364", message, fix, first, name), count)

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
        self.found = PersonIds.of(self.every)
        again = self.found.repeated()
        if again.size:
            message = Message("a person stands in a second row")
            fix = Message(
                "keep one row for each person, with the sum of all; or take person out of data "
                "where each row is a person of its own"
            )
            yield counted(self.at("E362", message, fix, int(again[0]), name), again.size)

    # --- arms, sites, time ---------------------------------------------------------------------

    def arms(self) -> tuple[Ints, Flags]:
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
        rows = int(kept.sum())
        months, ended = np.empty(rows), np.zeros(rows)
        problems = [*self.values(name, kept, months)]
        if until is not None:
            problems += self.values(until, kept, ended)
        if not problems:
            problems += self._amiss(
                ~(months >= 0),
                kept,
                name,
                Message("expected the months that a person was followed in {name}", name=name),
                Message("write 0 or more months for each person"),
            )
        if until is not None and not problems:
            problems += self._amiss(
                (ended != 0) & (ended != 1),
                kept,
                until,
                Message("expected 1 or 0, yes or no in {name}", name=until),
                Message("write 1 where an event ended what was followed, and 0 elsewhere"),
            )
        if problems:
            raise ScenarioError(problems)
        return months, (months >= (np.inf if horizon is None else horizon)) | (ended == 1)

    def _amiss(
        self, amiss: Flags, kept: Flags, name: str, message: str, fix: str
    ) -> Iterator[Problem]:
        """The problem with the first of the kept rows that are amiss, if any is."""
        rows = np.flatnonzero(kept)[amiss]
        if rows.size:
            yield counted(self.at("E364", message, fix, int(rows[0]), name), rows.size)

    def doubts(self) -> Iterator[Message]:
        """What a reader should look at: numbers that tell who a person is."""
        name = self.plan.person
        if name is not None and all(_CIVIL.fullmatch(each) for each in self.every[:FIRST].tolist()):
            yield Message(
                "{name} looks like civil registration numbers, which are not needed: a number of "
                "your own for each person will do",
                name=name,
            )

    def ids(self, kept: Flags) -> PersonIds | None:
        """The numbers of the persons that are kept."""
        if self.plan.person is None:
            return None
        return self.found if kept.all() else PersonIds.of(self.every[kept])

    # --- what was measured ---------------------------------------------------------------------

    def measured(
        self, kept: Flags, min_cell: int
    ) -> tuple[tuple[str, ...], Floats, dict[str, list[int]], list[Message]]:
        """The columns, (person, column) of values, the places of each name, and doubts.

        A covariate of texts has a column for each group but the commonest, 1 for whoever is in it.
        """
        doubts: list[Message] = []
        numeric: dict[str, int] = {}
        members: dict[str, Floats] = {}
        places: dict[str, list[int]] = {}
        for name in dict.fromkeys((*self.plan.measured, *self.plan.covariates)):
            begin = len(numeric) + len(members)
            if name in self.numbers:
                numeric[name] = begin
            else:
                found = self._members(name, kept, min_cell, doubts)
                members |= {f"{name}: {text}": member for text, member in found}
            places[name] = [*range(begin, len(numeric) + len(members))]
        values = np.empty((int(kept.sum()), len(numeric) + len(members)), order="F")
        names, problems = [""] * values.shape[1], list[Problem]()
        for name, place in numeric.items():
            names[place] = name
            problems += self.values(name, kept, values[:, place])
        free = [place for place, name in enumerate(names) if not name]
        for place, (name, member) in zip(free, members.items(), strict=True):
            names[place], values[:, place] = name, member
        if problems:
            raise ScenarioError(problems)
        return tuple(names), values, places, doubts

    def _members(
        self, name: str, kept: Flags, min_cell: int, doubts: list[Message]
    ) -> Iterator[tuple[str, Floats]]:
        """Each group of a covariate but the commonest, and who is in it: 1, 0 or not known."""
        column = self.groups[name]
        found = column.values()[kept]
        sizes = {text: int((found == group).sum()) for text, group in column.names.items()}
        large = sorted((-size, text) for text, size in sizes.items() if size >= min_cell)
        if len(large) < 2:
            message = Message(
                "expected two groups of at least {least} persons in {name}",
                least=min_cell,
                name=name,
            )
            fix = Message(
                "take {name} out of {listed} of data", name=name, listed=self.plan.listed(name)
            )
            raise refusal(self.table.shown, "E367", message, fix, 1, self.places.of(name) + 1)
        small = sum(0 < size < min_cell for size in sizes.values())
        if small:
            doubts.append(
                Message(
                    "{name}: groups of fewer than {least} persons ({small}) count with the "
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
