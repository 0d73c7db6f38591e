"""Who starts in a rollout, the posts that there are, and what the programme costs by month."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.numbers import PEOPLE, PRICE, Calendar, RolloutNumbers
from ipscost.rollout import intake, staff, waiting
from ipscost.rollout.shift import shifted
from ipscost.rollout.sums import in_order
from ipscost.scenario.nouns import Quantity
from ipscost.scenario.rollout import WAGES, Line, Rollout, Staff

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

OVERHEAD = "rollout.staff.overhead"
PLACE = "rollout.place"


@dataclass(frozen=True, eq=False)
class Starts:
    """Who starts by month.

    Where nobody waits, that is `shape`, (month, draw), times `scale`, (draw,): people in all times
    how they spread over the months, which mostly is the same in all draws. bound: the draws in
    which somebody waits; their starts are `held`, (month, bound draw).
    """

    shape: Floats
    scale: Floats
    bound: Places
    held: Floats

    @cached_property
    def people(self) -> Floats:
        """The people who start in each month, (month, draw)."""
        both = self.shape * self.scale
        if self.bound.size:
            both = np.broadcast_to(both, (len(both), self.width)).copy()
            both[:, self.bound] = self.held
        return both

    @property
    def width(self) -> int:
        """How many draws there are, where somebody waits."""
        most = int(self.bound.max()) + 1 if self.bound.size else 1
        return max(int(self.shape.shape[1]), self.scale.size, most)

    def brought(self, course: Floats) -> Floats:
        """What those who start bring by month, (month, draw), but for the `factor`.

        course: what each brings k months after the start, (month, draw).
        """
        together = shifted(self.shape, course)
        if not self.bound.size:
            return together
        wide = max(self.width, course.shape[1])
        both = np.broadcast_to(together, (len(together), wide)).copy()
        own = course if course.shape[1] == 1 else course[:, self.bound]
        both[:, self.bound] = shifted(self.held, own)
        return both

    @property
    def free(self) -> Starts:
        """The starts as if nobody had to wait."""
        nobody = np.zeros(0, dtype=np.intp)
        return Starts(self.shape, self.scale, nobody, self.held[:, :0])

    @property
    def waiting(self) -> Starts:
        """The starts of the draws in which somebody waits, alone."""
        nobody = np.zeros(0, dtype=np.intp)
        return Starts(self.held, np.ones(1), nobody, self.held[:, :0])

    @cached_property
    def factor(self) -> Floats:
        """What `brought` is still to be multiplied by, (draw,): the scale, 1 where people wait."""
        if not self.bound.size:
            return self.scale
        factor = np.broadcast_to(self.scale, self.width).copy()
        factor[self.bound] = 1.0
        return factor


@dataclass(frozen=True, eq=False)
class Spent:
    """A part of what the programme costs, before prices rise, (month, draw), and its own rate.

    rate: the number it rises by, or the name of a rate of the rollout; None: general prices.
    """

    path: str
    amount: Floats
    rate: Quantity | str | None
    has_overhead: bool


@dataclass(frozen=True, eq=False)
class Programme:
    """A programme by month: people, (month, draw), posts, (role, month, draw), and what it costs.

    active: 1 in the months in which it runs, else 0, (month, draw). overhead: its share of what
    has overhead, (draw,).
    """

    planned: Floats
    recruited: Floats
    starts: Starts
    waiting: Floats
    supported: Floats
    active: Floats
    posts: Floats
    spent: tuple[Spent, ...]
    overhead: Floats | None


def programme(rollout: Rollout, calendar: Calendar, numbers: RolloutNumbers) -> Programme:
    """The programme of a rollout with the given numbers."""
    plan, months = rollout.intake, calendar.months
    weights = intake.pace(plan.months, numbers.of(plan.ramp_up))
    unit = _placed(intake.planned(weights, np.ones(1), plan.pace), calendar)
    target = numbers.of(plan.target)
    planned = unit * target
    scale = target * numbers.of(plan.recruitment, 1.0) * numbers.held(PEOPLE)
    shape = intake.delayed(unit, numbers.of(plan.delay))
    support = np.ones((1, 1))
    if rollout.support is not None:
        stay = rollout.support
        support = staff.supported_after(numbers.of(stay.months), numbers.of(stay.leaving))
    clients = shifted(unit, support) * target
    posts, active, filled = np.zeros((0, months, 1)), _any(clients), np.zeros((months, 1))
    begun = Starts(shape, scale, np.zeros(0, dtype=np.intp), np.zeros((months, 0)))
    if rollout.staff is not None:
        own = rollout.staff
        ahead = staff.ahead(clients, numbers.of(own.hired_ahead))
        active = _any(ahead)
        caseload = _caseload(own, rollout, numbers)
        posts = _posts(own, numbers, caseload, ahead, active)
        filled = _in_order(posts)
        if caseload is not None:
            begun = _begun(shape, scale, support, posts[0] * caseload)
    recruited = shape * scale
    return Programme(
        planned=planned,
        recruited=recruited,
        starts=begun,
        waiting=waiting.waiting_at(recruited, begun.people),
        supported=begun.brought(support) * begun.factor,
        active=active,
        posts=posts,
        spent=tuple(_spent(rollout, numbers, planned, posts, filled, active)),
        overhead=_overhead(rollout.staff, numbers),
    )


def _any(clients: Floats) -> Floats:
    """1 in the months with clients, else 0, (month, draw); what rounding leaves is nobody.

    Without this a draw would have clients in months that the sums pass over for another draw.
    """
    return np.where(clients > staff.SLACK * clients.max(axis=0), 1.0, 0.0)


def _placed(values: Floats, calendar: Calendar) -> Floats:
    """The months of the intake in the calendar, (month, draw); those beyond it are dropped."""
    placed = np.zeros((calendar.months, values.shape[1]))
    count = min(len(values), calendar.months - calendar.start)
    placed[calendar.start : calendar.start + count] = values[:count]
    return placed


def _in_order(values: Floats) -> Floats:
    """The sum over the first axis, one after another."""
    total: Floats = sum((each for each in values[1:]), values[0])
    return total


def _begun(shape: Floats, scale: Floats, support: Floats, room: Floats) -> Starts:
    """Who starts where there is room for so many clients, (month, draw)."""
    free = Starts(shape, scale, np.zeros(0, dtype=np.intp), np.zeros((len(shape), 0)))
    clients = shifted(shape, support) * scale
    bound = np.flatnonzero(waiting.binds(clients, room))
    if not bound.size:
        return free
    width = max(clients.shape[1], room.shape[1])
    all_wait = bound.size == width
    if bound.size == 1 < width:
        bound = bound.repeat(2)  # else `shifted` takes it for what is the same in all draws
    recruited = shape * scale

    def some(values: Floats) -> Floats:
        return np.broadcast_to(values, (len(values), width))[:, bound]

    held = waiting.started(some(recruited), some(support), some(room))
    if all_wait:
        return Starts(held, np.ones(1), np.zeros(0, dtype=np.intp), np.zeros((len(shape), 0)))
    return Starts(shape, np.broadcast_to(scale, width), bound, held)


def _caseload(own: Staff, rollout: Rollout, numbers: RolloutNumbers) -> Floats | None:
    """Clients at a time per full post of the first role, (draw,); None where nothing limits them.

    So many start with a post in a year as it has places in it: clients_per_year x months / 12.
    """
    if own.caseload is not None:
        return numbers.of(own.caseload)
    if own.clients_per_year is None or rollout.support is None:
        return None
    return numbers.of(own.clients_per_year) * numbers.of(rollout.support.months) / 12


def _posts(
    own: Staff, numbers: RolloutNumbers, caseload: Floats | None, ahead: Floats, active: Floats
) -> Floats:
    """The filled posts of each role, (role, month, draw)."""
    found: dict[str, Floats] = {}
    left = {role.name: role for role in own.roles}
    while left:  # a role stands on posts of another, wherever that is in the file
        ready = (r for r in left.values() if r.posts is not None or not r.of or r.of in found)
        role = left.pop(next(ready).name)
        if role.posts is not None:
            posts = numbers.of(role.posts) * active
        elif role.of:
            need = found[role.of] / numbers.of(role.per, 1.0)
            posts = staff.posts_for(need, whole=own.whole)
        else:
            assert caseload is not None  # else the file states how many posts there are
            posts = staff.posts_for(ahead / caseload, whole=own.whole)
        found[role.name] = posts
    filled = [found[role.name] * (1 - numbers.of(own.vacancy)) for role in own.roles]
    width = max(posts.shape[1] for posts in filled)
    return np.stack([np.broadcast_to(posts, (len(posts), width)) for posts in filled])


def _spent(
    rollout: Rollout,
    numbers: RolloutNumbers,
    planned: Floats,
    posts: Floats,
    filled: Floats,
    active: Floats,
) -> list[Spent]:
    """What the programme costs without overhead: roles, a price for each person, then lines."""
    own, price = rollout.staff, numbers.held(PRICE)
    parts = []
    for index, role in enumerate(() if own is None else own.roles):
        assert own is not None
        year = staff.post_year(
            numbers.of(role.salary),
            numbers.of(own.employer),
            numbers.of(own.employer_above),
            numbers.of(own.pension),
        )
        path = f"rollout.staff.role.{role.name}"
        parts.append(Spent(path, posts[index] * (year * price / 12), WAGES, has_overhead=True))
    if rollout.place is not None:
        amount = planned * (numbers.of(rollout.place) * price)
        parts.append(Spent(PLACE, amount, None, has_overhead=False))
    for line in rollout.lines:
        amount = _of_line(line, planned, filled, active) * (numbers.of(line.amount) * price)
        parts.append(Spent(f"rollout.line.{line.name}", amount, line.growth, line.has_overhead))
    return parts


def _of_line(line: Line, planned: Floats, filled: Floats, active: Floats) -> Floats:
    """How many times the amount of a line is paid in each month, (month, draw)."""
    if line.per == "person":
        return planned
    if line.per == "post_year":
        return filled / 12
    if line.per == "post":
        return staff.new_posts(filled)
    if line.per == "year":
        return active / 12
    if line.is_spread:
        return active / np.maximum(in_order(active), 1.0)
    first = np.zeros_like(active)
    np.put_along_axis(first, np.argmax(active, axis=0)[None], active.max(axis=0)[None], axis=0)
    return first


def _overhead(own: Staff | None, numbers: RolloutNumbers) -> Floats | None:
    """The share of overhead, (draw,); None where there is none."""
    return None if own is None or own.overhead is None else numbers.of(own.overhead)
