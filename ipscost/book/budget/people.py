"""Who is planned to start, who starts and who waits, and the posts, by month of the calendar.

The formulas are those of `ipscost.rollout` (`intake`, `staff`, `waiting`) for one draw.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ipscost.book.budget.columns import (
    COUNT,
    FACTOR,
    PEOPLE,
    SHARE,
    Cells,
    MonthColumns,
    block,
    loose,
    of,
)
from ipscost.book.budget.context import Context
from ipscost.book.budget.person import PersonSheet
from ipscost.book.cells import BookCell, CellLook
from ipscost.book.formulas import (
    Compare,
    Constant,
    Formula,
    Minus,
    Over,
    call,
    is_just,
    plus,
    sum_of,
    times,
    when,
)
from ipscost.book.months import discount_factor
from ipscost.rollout.staff import SLACK as POST_SLACK
from ipscost.rollout.waiting import SLACK
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.rollout import Month, Role
from ipscost.words.text import tell

POSTS = CellLook("number", 4)


@dataclass(eq=False, slots=True)
class PeopleCells:
    """The columns of people and posts, (month,).

    starts: the index of the first month in which people are planned to start. active: 1 in the
    months in which the programme runs. factors: the discount factors of costs. posts: the filled
    posts of each role, by its name.
    """

    starts: int
    labels: Cells
    numbers: Cells
    planned: Cells
    recruited: Cells = ()
    started: Cells = ()
    waiting: Cells = ()
    supported: Cells = ()
    active: Cells = ()
    factors: Cells = ()
    posts: dict[str, Cells] = field(default_factory=dict)


class PeopleColumns:
    """Writes the columns."""

    def __init__(self, context: Context, columns: MonthColumns, person: PersonSheet) -> None:
        self.columns, self.inputs, self.person = columns, context.inputs, person
        self.rollout, self.say, self.language = context.rollout, context.say, context.language
        self.first, self.starts = context.budget.first, context.budget.calendar.start
        self.months = columns.rows
        staff = self.rollout.staff
        ahead = None if staff is None else staff.hired_ahead
        self.hired_ahead = 0.0 if ahead is None else self.inputs.scenario.base(ahead)

    def write(self) -> PeopleCells:
        """The calendar, the plan, the posts, and who starts."""
        columns, months = self.columns, range(self.months)
        names = [str(Month.of(self.first.number + month)) for month in months]
        labels = columns.add(self.say("month"), names, CellLook("line"), 12.0)
        counted = [month + 1.0 for month in months]
        numbers = columns.add(self.say("number"), counted, CellLook("key", 0), 8.0)
        factors = columns.add(self.say("factor"), list(map(self._discount, months)), FACTOR)
        columns.section(self.say("plan"))
        found = PeopleCells(self.starts, labels, numbers, self._planned(), factors=factors)
        clients = columns.add(self.say("clients"), self._clients(found.planned), PEOPLE)
        if self.hired_ahead:
            most = [self._ahead(clients, month) for month in months]
            clients = columns.add(self.say("clients_ahead"), most, PEOPLE)
        runs = [_sign(of(cell)) for cell in clients]
        found.active = columns.add(self.say("active"), runs, COUNT, 9.0)
        room = self._posts(found, clients) if self.rollout.staff is not None else None
        columns.section(self.say("people"))
        came = self._recruited(found.planned)
        found.recruited = columns.add(self.say("recruited"), came, PEOPLE)
        found.started = found.recruited
        if room is not None:
            found.started = self._started(found.recruited, room)
            late = self._waiting(found.recruited, found.started)
            found.waiting = columns.add(self.say("waiting"), late, PEOPLE)
        stay = self._clients(found.started)
        found.supported = columns.add(self.say("supported"), stay, PEOPLE)
        return found

    def _discount(self, month: int) -> Formula:
        """The discount factor of costs in the middle of a month, at the start of the rollout."""
        years, discount = (month - self.starts + 0.5) / 12, self.inputs.scenario.discount
        time = Constant(month - self.starts + 0.5) / 12.0
        return discount_factor(self.inputs, discount, "cost", time, years)

    # --- people ----------------------------------------------------------------------------------

    def _planned(self) -> Cells:
        """Who is planned to start: the target by the share of the full pace of each month."""
        intake, columns = self.rollout.intake, self.columns
        weights = columns.add(self.say("pace"), self._in_intake(self._pace), SHARE)
        own = weights[self.starts : self.starts + intake.months]
        target = self.inputs.now(intake.target)
        if intake.pace == "in_all":
            target = Over(target, sum_of(own))
        elif intake.pace == "year":
            target = target / 12.0

        def planned(k: int) -> Formula:
            return times(target, own[k]) if k < len(own) else Constant(0.0)

        return columns.add(self.say("planned"), self._in_intake(planned), PEOPLE)

    def _in_intake(self, formula: Callable[[int], Formula]) -> list[Formula]:
        """A formula in each month of the intake, counted from 0, and nothing in others."""
        intake = range(self.rollout.intake.months)
        months = (month - self.starts for month in range(self.months))
        return [formula(k) if k in intake else Constant(0.0) for k in months]

    def _pace(self, k: int) -> Formula:
        """The share of the full pace: of month k the part clip(ramp_up - k, 0, 1) rises to it."""
        ramp_up = self.rollout.intake.ramp_up
        if ramp_up is None:
            return Constant(1.0)
        months = self.inputs.now(ramp_up)
        rising = call("MAX", 0.0, call("MIN", 1.0, months - float(k)))
        on_line = Over(times(rising, plus((float(k), rising / 2.0))), months)
        share = plus((on_line, Minus(Constant(1.0), rising)))
        return when(Compare(months, ">", Constant(0.0)), share, 1.0)

    def _recruited(self, planned: Cells) -> list[Formula]:
        """Who is recruited: a share of the plan, so many months later."""
        share = self._now(self.rollout.intake.recruitment, 1.0)
        delay = self.rollout.intake.delay
        if delay is None:
            return [times(share, of(cell)) for cell in planned]
        return [times(share, self._delayed(planned, m, delay)) for m in range(self.months)]

    def _delayed(self, planned: Cells, month: int, delay: Quantity) -> Formula:
        """The plan of `delay` months before, in a straight line between whole months."""
        since = month - self.starts
        if since < 0:
            return Constant(0.0)
        months, column = self.inputs.now(delay), block(planned[self.starts : month + 1])
        before = call("INT", months)
        part = months - before

        def at(later: float) -> Formula:
            """The plan of as many whole months before, and `later` ones more."""
            is_there = Compare(before, "<=", Constant(since - later))
            return when(
                is_there, call("INDEX", column, Constant(since + 1.0 - later) - before), 0.0
            )

        return plus((times(Constant(1.0) - part, at(0.0)), times(part, at(1.0))))

    def _clients(self, people: Cells) -> list[Formula]:
        """Those of all who started that are still supported in each month."""
        person = self.person
        return [
            person.together(people, self.starts, month, person.support)
            for month in range(self.months)
        ]

    def _started(self, recruited: Cells, room: Cells) -> Cells:
        """Who starts: as many as wait or are recruited, and as the posts have room for."""
        starts, support = self.starts, self.person.support
        cells = [loose(self.columns.sheet, None, PEOPLE) for _ in range(self.months)]
        begin = of(support[-1])  # 1, or less where support is shorter than a month
        ready: list[Formula] = [Constant(0.0)] * self.months
        free = [*ready]
        for month in range(starts, self.months):
            before, since = cells[starts:month], month - starts
            ready[month] = sum_of(recruited[starts : month + 1])
            places: Formula = of(room[month])
            if before:
                late = support[len(support) - since - 1 : len(support) - 1]
                ready[month] = Minus(ready[month], sum_of(before))
                places = Minus(places, call("SUMPRODUCT", block(before), block(late)))
            free[month] = places
            cells[month].content = Constant(0.0)  # a cell that holds something, written below
        asked = self.columns.add(self.say("ready"), ready, PEOPLE)
        left = self.columns.add(self.say("free"), free, PEOPLE)
        for month in range(starts, self.months):
            everybody, places = of(asked[month]), of(left[month])
            has_room = Compare(
                times(everybody, begin), "<=", plus((places, times(of(room[month]), SLACK)))
            )
            some = Over(call("MAX", 0.0, places), begin)
            cells[month].content = when(has_room, everybody, some)
        return self.columns.place(self.say("started"), cells)

    def _waiting(self, recruited: Cells, started: Cells) -> list[Formula]:
        """Who waits at the end of each month: all recruited so far, less all who started."""
        found: list[Formula] = []
        for month in range(self.months):
            if month < self.starts or self.rollout.staff is None:
                found.append(Constant(0.0))
                continue
            ready = sum_of(recruited[self.starts : month + 1])
            both = Minus(ready, sum_of(started[self.starts : month + 1]))
            found.append(when(Compare(both, ">", times(ready, SLACK)), both, 0.0))
        return found

    # --- posts -----------------------------------------------------------------------------------

    def _posts(self, found: PeopleCells, clients: Cells) -> Cells:
        """The posts of each role, and for how many clients the first has room."""
        columns, staff = self.columns, self.rollout.staff
        assert staff is not None
        columns.section(self.say("posts"))
        needed: dict[str, Cells] = {}
        roles = {role.name: role for role in staff.roles}

        def posts_of(role: Role) -> Cells:
            if role.name not in needed:
                if role.posts is None and role.of:
                    above = posts_of(roles[role.of])
                else:
                    above = found.active if role.posts is not None else clients
                label = tell(role.label, self.language)
                own = [self._needed(role, cell) for cell in above]
                needed[role.name] = columns.add(label, own, POSTS)
            return needed[role.name]

        for role in staff.roles:
            own = posts_of(role)
            if staff.vacancy is not None:
                left = Constant(1.0) - self.inputs.now(staff.vacancy)
                label = self.say("filled", label=tell(role.label, self.language))
                own = columns.add(label, [times(left, of(cell)) for cell in own], POSTS)
            found.posts[role.name] = own
        first = found.posts[staff.roles[0].name]
        room = [times(self.caseload, of(cell)) for cell in first]
        return columns.add(self.say("room"), room, PEOPLE)

    def _needed(self, role: Role, above: BookCell) -> Formula:
        """The posts of a role, from those above it, from clients, or as stated while it runs."""
        if role.posts is not None:
            return times(self.inputs.now(role.posts), of(above))
        if role.of:
            assert role.per is not None
            return self._rounded(_over(of(above), self.inputs.now(role.per)))
        return self._rounded(_over(of(above), self.caseload))

    @property
    def caseload(self) -> Formula:
        """The clients of a post at a time."""
        staff, support = self.rollout.staff, self.rollout.support
        assert staff is not None
        if staff.caseload is not None:
            return self.inputs.now(staff.caseload)
        assert staff.clients_per_year is not None
        assert support is not None
        yearly = times(self.inputs.now(staff.clients_per_year), self.inputs.now(support.months))
        return yearly / 12.0

    def _ahead(self, clients: Cells, month: int) -> Formula:
        """The most clients from a month to `hired_ahead` months later."""
        full = int(self.hired_ahead)
        part, last = self.hired_ahead - full, month + full
        inside: list[Formula] = [block(clients[month : last + 1])]
        if part and last < self.months:
            after: Formula = of(clients[last + 1]) if last + 1 < self.months else Constant(0.0)
            inside.append(plus((times(of(clients[last]), 1 - part), times(after, part))))
        return call("MAX", *inside)

    def _rounded(self, need: Formula) -> Formula:
        """A need of posts, in whole posts where they are."""
        staff = self.rollout.staff
        assert staff is not None
        if not staff.whole or is_just(need, 0.0):
            return need
        return call("MAX", 0.0, call("ROUNDUP", need - POST_SLACK, 0.0))

    def _now(self, number: Quantity | None, otherwise: float) -> Formula:
        """A number, or what holds where there is none."""
        return Constant(otherwise) if number is None else self.inputs.now(number)


def _sign(formula: Formula) -> Formula:
    """1 for what is above 0, else 0."""
    if is_just(formula, 0.0):
        return formula
    return when(Compare(formula, ">", Constant(0.0)), 1.0, 0.0)


def _over(one: Formula, other: Formula) -> Formula:
    """A quotient; 0 of 0."""
    return one if is_just(one, 0.0) else Over(one, other)
