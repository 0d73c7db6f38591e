"""From when the register weeks of each person count, as the table of persons says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import numpy as np

from ipscost.errors import STDIN, Problem, ScenarioError, nearest
from ipscost.individual.ids import PersonIds, as_bytes
from ipscost.individual.weeks import WEEKS_IN_YEAR
from ipscost.loading.data.refusals import refusal
from ipscost.loading.data.table import PersonTable, open_table
from ipscost.loading.data.week_text import WeekTextError, week_in
from ipscost.loading.data.weeks import CODE, PersonsOfWeeks
from ipscost.messages import Message
from ipscost.numerals import plain_by_any
from ipscost.scenario.data_model import DataModel, DataRead
from ipscost.scenario.data_plan import WeekColumns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def check_weeks(model: DataModel) -> None:
    """Raises ScenarioError where the model says nothing of weeks, or has no states."""
    plan = model.plan
    if plan.weeks is None:
        message = Message("--weeks needs to know from when the weeks of a person count")
        fix = Message("add weeks: {{start: ...}} to data, a column or one week such as 2024-W07")
        raise ScenarioError([Problem(plan.span, "E351", "data", message, fix)])
    if model.scenario.model is None:
        message = Message("register weeks are of a model of states, and the scenario has none")
        fix = Message("add model: with the states that codes stand for")
        raise ScenarioError([Problem(plan.weeks.span, "E351", "data.weeks", message, fix)])


def persons_of_weeks(path: str, model: DataModel, read: DataRead, followed: int) -> PersonsOfWeeks:
    """Whose weeks count, and from when.

    path: of the table of persons, which `read` was read from. followed: weeks that count.

    Raises ScenarioError where a start cannot be read.
    """
    plan = model.plan
    assert plan.weeks is not None
    assert read.ids is not None
    assert model.scenario.model is not None
    one = _one_start(plan.weeks)
    columns = _StartColumns(path, model, read, plan.weeks, is_one=one is not None)
    start = np.full(read.persons, one) if one is not None else columns.start
    return PersonsOfWeeks(
        ids=read.ids,
        start=start,
        is_one=one is not None,
        followed=followed,
        others=columns.others,
        seen=_seen(read, followed, model.scenario.model.years * 12),
        behind=columns.behind,
    )


def _one_start(weeks: WeekColumns) -> int | None:
    """The week that is one for all; None where a column has it."""
    try:
        return week_in(weeks.start, any_day=True)
    except WeekTextError:
        return None


def _seen(read: DataRead, followed: int, horizon: float) -> Ints | None:
    """How many weeks each was followed, where some were not followed to the end.

    What comes after is not known, whether or not an event ended it: a register has no code for who
    has died, and that would be the row of weeks without one.
    """
    months = read.data.followed
    if months is None:
        return None
    weeks = np.floor(months * (WEEKS_IN_YEAR / 12) + 1e-9).astype(np.int64)
    return np.where(months >= horizon, followed, np.minimum(weeks, followed))


class _StartColumns:
    """The columns of the table of persons that are about weeks, read once more.

    start, behind: (person,), None where the table has no such column. others: persons of the table
    who do not count.
    """

    def __init__(
        self, path: str, model: DataModel, read: DataRead, weeks: WeekColumns, *, is_one: bool
    ) -> None:
        assert read.ids is not None
        assert model.plan.person is not None
        self.start = np.zeros(read.persons, np.int64)
        self.behind: Floats | None = None
        self.others: PersonIds | None = None
        self.weeks, self.plan, self.ids = weeks, model.plan, read.ids
        if is_one and weeks.behind is None and not model.plan.left_out:
            return
        if path == "-":
            message = Message("with --weeks the data are read twice, so they must be in a file")
            raise refusal(STDIN, CODE, message, Message("name a file"))
        self.table = open_table(path)
        names = [model.plan.person, *([] if is_one else [weeks.start])]
        self.places = [self._place(name) for name in (*names, *filter(None, [weeks.behind]))]
        if weeks.behind is not None:
            self.behind = np.zeros(read.persons)
        self._read(is_one=is_one)

    def _read(self, *, is_one: bool) -> None:
        """Reads the columns."""
        others = []
        for rows in self.table.blocks():
            names = [name.strip() for name in rows.column(self.places[0])]
            place = self.ids.rows_of(names)
            others.append(as_bytes([name for name, at in zip(names, place, strict=True) if at < 0]))
            for at, line, row in zip(place.tolist(), rows.lines, rows.cells, strict=True):
                if at >= 0 and not is_one:
                    self.start[at] = self._week(row[self.places[1]].strip(), line)
                if at >= 0 and self.behind is not None:
                    self.behind[at] = self._count(row[self.places[-1]].strip(), line)
        self.others = PersonIds.of(np.concatenate(others))

    def _place(self, name: str) -> int:
        """Where a column stands."""
        if name in self.table.headings:
            return self.table.headings.index(name)
        table: PersonTable = self.table
        message = Message("{file} has no column {name}", file=table.shown, name=name)
        fix = nearest(name, [head for head in table.headings if head], 8)
        raise ScenarioError([Problem(self.weeks.span, "E361", "data.weeks", message, fix)])

    def _week(self, text: str, line: int) -> int:
        """The week of a start."""
        try:
            return week_in(text, any_day=True)
        except WeekTextError as error:
            self._stop(line, 1, error.message, error.fix)

    def _count(self, text: str, line: int) -> float:
        """Weeks behind."""
        found = plain_by_any(text, self.plan.decimal)
        if found is None or not 0 <= float(found) < np.inf:
            message = Message("expected weeks behind at the start, found something else")
            self._stop(line, -1, message, Message("write a number of weeks from 0"))
        return float(found)

    def _stop(self, line: int, column: int, message: str, fix: str) -> NoReturn:
        """Raises ScenarioError at a cell, whose text is not shown."""
        place = self.places[column] + 1
        raise refusal(self.table.shown, CODE, message, fix, line, place)
