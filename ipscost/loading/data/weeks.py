"""Register weeks of persons, from a file of any length into an array of persons and weeks.

A row is a person and a week (long), or a person with a column for each week (wide, as the Danish
DREAM is kept). Rows may come in any order. They are read in blocks; what is kept is two bytes for
each person and week that counts, so memory grows with the persons, not with the rows.

No message holds a person's number, or the code of one person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NoReturn

import numpy as np

from ipscost.errors import cut
from ipscost.individual.ids import PersonIds
from ipscost.individual.weeks import UNSEEN, RegisterWeeks
from ipscost.loading.data.codes import CodeTable
from ipscost.loading.data.refusals import refusal
from ipscost.loading.data.table import PersonTable, open_table
from ipscost.loading.data.week_text import WeekTextError, is_week_heading, week_in
from ipscost.messages import Message, series

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Small = NDArray[np.int16]

CODE = "E358"
HISTORY = 156
"""Weeks before the start that are kept, three years: those behind on a ladder are counted there."""
MOST_CODES = 30_000
"""Different codes of a file: far more than any register has."""
HEADINGS = {
    "person": ("person", "id", "pnr", "persnr", "personnr", "person_id"),
    "week": ("week", "uge", "year_week", "årsuge", "date", "dato"),
    "code": ("code", "kode", "ydelse", "ydelseskode", "benefit"),
}
"""How each column may be headed where the scenario does not say."""
ONE_ROW = Message("keep one row for each person and week")


@dataclass(frozen=True, eq=False, repr=False)
class PersonsOfWeeks:
    """Whose weeks are read.

    ids: the persons that count. others: those of the data who do not, such as those of an arm that
    is left out. start: (person,), the week from which each is followed. is_one: whether it is one
    for all. followed: how many weeks are followed. seen: (person,), how many of them each was
    followed, or None for all of them. behind: (person,), weeks behind on a ladder at the start,
    or None where they are to be counted in the weeks before it.
    """

    ids: PersonIds
    start: Ints
    is_one: bool
    followed: int
    others: PersonIds | None = None
    seen: Ints | None = None
    behind: Floats | None = None


@dataclass
class WeeksRead:
    """What a file had.

    weeks: the codes. rows: how many rows were read, or cells with a code where weeks are columns.
    unknown: the persons of the data who have no week in the file. digest: SHA-256 of the file.
    doubts: what may be wrong. left_out: weeks that do not count.
    """

    weeks: RegisterWeeks
    rows: int
    unknown: int
    digest: str = ""
    doubts: list[Message] = field(default_factory=list)
    left_out: list[Message] = field(default_factory=list)


def read_weeks(
    file: str,
    codes: CodeTable,
    persons: PersonsOfWeeks,
    columns: Mapping[str, str] | None = None,
    *,
    least: int = 5,
    missing: Collection[str] = (),
) -> WeeksRead:
    """The weeks of persons in a file.

    columns: headings of person, week and code where they are not the usual ones. least: fewer
    persons are not told of. missing: what stands for no code, besides an empty cell.

    Raises ScenarioError with what is wrong with the file.
    """
    table = open_table(file)
    try:
        return _WeekReader(table, codes, persons, least, missing).read(columns or {})
    finally:
        table.close()


class _Memo(dict[str, int]):
    """Remembers what each text stands for; `find` is asked once for each."""

    def __init__(self, find: object) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, text: str) -> int:
        self[text] = found = self.find(text)  # type: ignore[operator]
        return int(found)


class _WeekReader:
    """Reads one file; `table` has 0 where nothing stands, else the place of the code from 1."""

    def __init__(
        self,
        given: PersonTable,
        codes: CodeTable,
        persons: PersonsOfWeeks,
        least: int,
        missing: Collection[str],
    ) -> None:
        self.given, self.codes, self.persons, self.least = given, codes, persons, least
        self.columns = HISTORY + persons.followed
        # Weeks first: the years before the start take no memory where the file does not have them.
        self.table = np.zeros((self.columns, len(persons.start)), np.int16)
        self.known = len(codes.meanings.state)
        self.without_meaning: list[str] = []
        self.place_of_code = _Memo(self._code)
        self.place_of_code.update(dict.fromkeys(missing, 0))
        self.week_of_text = _Memo(self._week)
        self.wrong_week: dict[str, WeekTextError] = {}
        self.rows = self.placed = self.older = self.later = 0
        self.first, self.last = 1 << 40, -1

    def read(self, columns: Mapping[str, str]) -> WeeksRead:
        """Reads all blocks; `columns` has the headings that are not the usual ones."""
        heads = self.given.headings
        person = self._column("person", columns)
        by_week = [place for place, head in enumerate(heads) if is_week_heading(head)]
        if len(by_week) > 1:
            self._read_wide(person, by_week)
        else:
            self._read_long(person, *(self._column(name, columns) for name in ("week", "code")))
        return self._result()

    # --- headings ------------------------------------------------------------------------------

    def _column(self, name: str, columns: Mapping[str, str]) -> int:
        """The place of a column; stops if it is not there, or twice."""
        stated = columns.get(name)
        wanted = (stated,) if stated else HEADINGS[name]
        folded = [text.casefold() for text in wanted]
        heads = enumerate(self.given.headings)
        found = [place for place, head in heads if head.casefold() in folded]
        if len(found) != 1:
            message = Message("expected a column {name}, found none", name=wanted[0])
            if found:
                message = Message("two columns may be {name}", name=wanted[0])
            fix = Message("add {name}: ... (its heading) to data.weeks of the model", name=name)
            self._stop(1, message, fix)
        return found[0]

    # --- blocks --------------------------------------------------------------------------------

    def _read_long(self, person: int, week: int, code: int) -> None:
        """Blocks of rows with a person, a week and a code each."""
        for rows in self.given.blocks():
            lines, texts = np.array(rows.lines), rows.column(week)
            who = self._who(rows.column(person), lines)
            weeks = np.fromiter(map(self.week_of_text.__getitem__, texts), np.int64, len(texts))
            if self.wrong_week:
                self._stop_at_week(texts, lines)
            found = map(self.place_of_code.__getitem__, rows.column(code))
            self.rows += len(texts)
            self._put(who, weeks, np.fromiter(found, np.int16, len(texts)), lines)

    def _read_wide(self, person: int, by_week: list[int]) -> None:
        """Blocks of rows with a person each, and a code for each of many weeks."""
        week = np.array([self._heading(self.given.headings[place]) for place in by_week])
        take, width = itemgetter(*by_week), len(by_week)
        self.first, self.last = int(week.min()), int(week.max())
        for rows in self.given.blocks():
            lines = np.array(rows.lines)
            who = self._who(rows.column(person), lines)
            cells = chain.from_iterable(map(take, rows.cells))
            found = map(self.place_of_code.__getitem__, cells)
            code = np.fromiter(found, np.int16, len(rows.cells) * width)
            filled = np.flatnonzero(code)
            self.rows += filled.size
            row, column = np.divmod(filled, width)
            self._put(who[row], week[column], code[filled], lines[row])

    def _heading(self, head: str) -> int:
        """The week that a heading names."""
        try:
            return week_in(head)
        except WeekTextError as error:
            message = Message("the heading {head}: {message}", head=head, message=error.message)
            self._stop(1, message, error.fix)

    def _put(self, who: Ints, week: Ints, code: Small, lines: Ints) -> None:
        """Puts codes into the table; stops where a person has two in a week."""
        if week.size:
            self.first, self.last = min(self.first, week.min()), max(self.last, week.max())
        counted = who >= 0
        column = week - self.persons.start[np.where(counted, who, 0)] + HISTORY
        early, late = counted & (column < 0), counted & (column >= self.columns)
        self.older += int(early.sum())
        self.later += int(late.sum())
        if self.persons.is_one and late.any():
            self._stop_beyond(int(lines[late][0]))
        inside = np.flatnonzero(counted & ~early & ~late & (code > 0))
        column, who, code = column[inside], who[inside], code[inside]
        before = self.table[column, who]
        self.table[column, who] = code
        differs = ((before != 0) & (before != code)) | (self.table[column, who] != code)
        if differs.any():
            place = int(np.flatnonzero(differs)[0])
            same = (column == column[place]) & (who == who[place])
            message = Message("a person has two codes in one week")
            self._stop(int(lines[inside][same].max()), message, ONE_ROW)
        self.placed += inside.size

    def _who(self, names: Sequence[str], lines: Ints) -> Ints:
        """The place of each person; -2 for those who do not count; stops at one not in the data."""
        bare = [name.strip() for name in names]
        who = self.persons.ids.rows_of(bare)
        lost = np.flatnonzero(who == -1)
        if lost.size and self.persons.others is not None:
            out = self.persons.others.rows_of([bare[place] for place in lost]) >= 0
            who[lost[out]] = -2
            lost = lost[~out]
        if lost.size:
            message = Message("a person is not in the data")
            fix = Message("keep weeks of the persons in the data alone, numbered as there")
            self._stop(int(lines[lost[0]]), message, fix)
        return who

    def _code(self, text: str) -> int:
        """The place of a code in the table, from 1; those without meaning come behind the rest."""
        bare = text.strip()
        if not bare:
            return 0
        row = self.codes.row(bare)
        if row == UNSEEN:
            if len(self.without_meaning) > MOST_CODES - self.known:
                self._stop(0, Message("the file has too many different codes"), ONE_ROW)
            self.without_meaning.append(bare)
            row = self.known + len(self.without_meaning) - 1
        return row + 1

    def _week(self, text: str) -> int:
        """The number of a week; what is wrong with one is told where it stands."""
        try:
            return week_in(text.strip())
        except WeekTextError as error:
            self.wrong_week[text] = error
            return 0

    # --- what was read -------------------------------------------------------------------------

    def _result(self) -> WeeksRead:
        """The weeks; raises ScenarioError for codes without meaning."""
        if not self.rows:
            message = Message("expected a row for each week, found none")
            fix = Message("add a row for each person and week")
            raise refusal(self.given.shown, "E004", message, fix)
        if self.without_meaning:
            self._refuse_codes()
        start, table = self.persons.start, self.table
        used = np.flatnonzero(table[:HISTORY].any(axis=1))
        before = HISTORY - int(used[0]) if used.size else 0
        reached = HISTORY + int(self.last - start.min()) + 1  # what the file has, of the horizon
        if reached <= HISTORY:
            message = Message("the file ends before the weeks of anybody begin")
            self._stop(0, message, Message("check data.weeks.start, or take a later extract"))
        codes = table[HISTORY - before : reached]
        unknown = int((~codes.any(axis=0)).sum())
        twice = self.placed - int(np.count_nonzero(codes))
        codes -= 1  # 0, where nothing stood, is UNSEEN now
        if self.codes.blank != UNSEEN:
            for place, column in enumerate(codes):
                then = start + place - before
                empty = (column == UNSEEN) & (then >= self.first) & (then <= self.last)
                column[empty] = self.codes.blank
        if self.persons.seen is not None:
            for week in range(len(codes) - before):
                codes[before + week, self.persons.seen <= week] = UNSEEN
        read = WeeksRead(RegisterWeeks(codes.T, before), self.rows, unknown, self.given.digest)
        read.doubts += self._doubts(unknown, twice)
        read.left_out += self._left_out()
        return read

    def _doubts(self, unknown: int, twice: int) -> Iterator[Message]:
        """What may be amiss, with no number of persons below `least`."""
        if twice:
            yield Message("rows that stand twice and count once: {n:,}", n=twice)
        if unknown >= self.least:
            yield Message("{n:,} persons of the data have no week in the file", n=unknown)
        elif unknown:
            yield Message(
                "fewer than {n} persons of the data have no week in the file", n=self.least
            )

    def _left_out(self) -> Iterator[Message]:
        """Weeks of the file that do not count."""
        if self.later:
            yield Message("weeks after the horizon that are left out: {n:,}", n=self.later)
        if self.older:
            yield Message(
                "weeks more than {most} weeks before the start that are left out: {n:,}",
                n=self.older,
                most=HISTORY,
            )

    def _refuse_codes(self) -> NoReturn:
        """Refuses codes without meaning; those of few persons are not told."""
        told, few = [], 0
        for place, code in enumerate(self.without_meaning, self.known + 1):
            has = self.table == place
            if int(has.any(axis=0).sum()) >= self.least:
                told.append(Message("{code} ({n:,} weeks)", code=cut(code, 20), n=int(has.sum())))
            else:
                few += 1
        if few:
            told.append(
                Message("{n} codes of fewer than {least} persons each", n=few, least=self.least)
            )
        message = Message("the table of codes has no row for {codes}", codes=series(told))
        fix = Message("add a row for each to the table of codes; its state may be empty")
        raise refusal(self.given.shown, CODE, message, fix)

    # --- where it stops ------------------------------------------------------------------------

    def _stop_at_week(self, weeks: Sequence[str], lines: Ints) -> NoReturn:
        """Stops at the first week that is none."""
        place = next(place for place, text in enumerate(weeks) if text in self.wrong_week)
        error = self.wrong_week[weeks[place]]
        self._stop(int(lines[place]), error.message, error.fix)

    def _stop_beyond(self, line: int) -> NoReturn:
        message = Message(
            "a week is after the horizon, which ends {n} weeks after the start",
            n=self.persons.followed,
        )
        fix = Message(
            "take later weeks out, write a longer horizon, or name the column of each "
            "person's start at data.weeks.start"
        )
        self._stop(line, message, fix)

    def _stop(self, line: int, message: str, fix: str) -> NoReturn:
        """Raises ScenarioError at a line, whose text is not shown."""
        raise refusal(self.given.shown, CODE, message, fix, line, 1 if line else 0)
