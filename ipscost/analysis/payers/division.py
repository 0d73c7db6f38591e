"""Who gains and who pays, as numbers: by category, account by account, and as time goes on.

All of it is per person, in the money of the scenario, over its horizon and discounted; a gain is
what an account no longer pays, or receives more, with an arm than with the reference arm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.course import BreakEven, Reach
from ipscost.analysis.frame import parts_of
from ipscost.analysis.interval import Interval, opposite
from ipscost.analysis.payers.accounts import Account, Gains, gains_of
from ipscost.analysis.payers.turning import Turn
from ipscost.run import Run
from ipscost.scenario.kinds import parts, path_of
from ipscost.scenario.nouns import Category
from ipscost.scenario.paths import walk
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MOST_CAUSES = 3
NOTABLE = 0.1
"""A category is a cause of what an account gains where it is at least this part of the largest."""


@dataclass(frozen=True, slots=True)
class Line:
    """What the accounts gain of one category (`level` leaf), a group of them, a kind, or the total.

    `gains` has one cell for each of `Division.columns`: None where nothing of it falls on the
    account, or it is not known what; the second are marked in `unknown`. `everybody` is what all
    payers gain together, None where that is not known or one account alone was asked for. A group
    is `repeated` where its sum is that of its only category. `depth` counts the groups around it.
    """

    path: str
    level: str
    gains: tuple[Interval | None, ...]
    unknown: tuple[bool, ...]
    everybody: Interval | None = None
    depth: int = 0
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one account stands: what it gains, how sure that is, from when, and why.

    gain: None where nothing of it is known, without an interval where a part of it is not.
    probability: that it gains, over the draws; None where nothing is uncertain.
    in_parts: the gain of the months that were observed and extrapolated, where these are apart.
    moves: whether it gains or loses anything on balance, or may do so.
    even, reach: from which month it is in plus; None where a part of the gain is not known.
    lacks: the categories whose share in it is not known.
    elsewhere: what stands for it and others in accounts that are not divided, where that is all
        that it lacks.
    causes: the categories that move it most, those of its own sign first.
    turns: the bounds of fixed numbers at which it has the other sign, farthest first.
    """

    account: Account
    gain: Interval | None
    probability: Interval | None
    in_parts: tuple[tuple[str, Interval | None], ...]
    moves: bool
    even: BreakEven | None
    reach: Reach | None
    lacks: tuple[Category, ...]
    elsewhere: tuple[tuple[Account, float], ...]
    causes: tuple[tuple[Category, Interval], ...]
    turns: tuple[Turn, ...]

    @property
    def point(self) -> float:
        """The gain by the point estimates, of what is known."""
        return 0.0 if self.gain is None else self.gain.mean

    @property
    def is_partial(self) -> bool:
        """True where a part of the gain is not known."""
        return self.gain is None or self.gain.partial


@dataclass(frozen=True, slots=True)
class SoFar:
    """What each of `Division.columns` has gained from the start to the end of each month or year.

    `gains` is (period, account); None where nothing of an account is known.
    """

    period: str
    gains: tuple[tuple[Interval | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Division:
    """What one arm gives and takes: of each category, for each account, and in time.

    `columns` are the accounts of `lines` and `courses`, the payers by default; `standings` has the
    perspectives too.
    """

    gains: Gains
    level: float
    columns: tuple[Account, ...]
    lines: tuple[Line, ...]
    standings: tuple[Standing, ...]
    courses: tuple[SoFar, ...]

    @property
    def has_everybody(self) -> bool:
        """True where the sum over all payers is of interest beside them."""
        return not self.gains.only

    @property
    def unit(self) -> str:
        """The unit of every gain."""
        return f"{self.gains.scenario.money}/person"


def divided(
    run: Run,
    level: float = LEVEL,
    periods: Sequence[str] = (),
    *,
    arms: Sequence[str] = (),
    only: str = "",
) -> tuple[Division, ...]:
    """One for each intervention, or for those named, with intervals at `level`.

    `periods` are those of the course in time, of `year` and `month`; `only` names the one account
    that is asked for. Raises ValueError where the run does not know the course of every account:
    `simulate(..., courses=names(scenario))`.
    """
    found = []
    for gains in gains_of(run, arms, only):
        columns = gains.shown if only else gains.payers
        found.append(
            Division(
                gains,
                level,
                columns,
                tuple(_lines(gains, columns, level)),
                tuple(_standing(gains, account, level) for account in gains.shown),
                tuple(_so_far(gains, columns, period, level) for period in periods),
            )
        )
    return tuple(found)


# --- by category -------------------------------------------------------------------------------


def _lines(gains: Gains, columns: Sequence[Account], level: float) -> Iterator[Line]:
    """Each group before what lies in it, then the sums by kind, then the total."""
    categories = gains.scenario.categories
    for node in walk([category.path for category in categories]):
        if node.is_leaf:
            yield _leaf(gains, columns, level, node.members[0], node.depth)
            continue
        inside = np.zeros(len(categories))
        inside[list(node.members)] = 1
        cells = _summed(gains, columns, level, inside)
        is_repeated = not node.shown
        yield Line(node.path, "group", *cells, depth=node.depth, repeated=is_repeated)
    for name in parts():
        inside = gains.of_part(name)
        if inside.any():
            yield Line(path_of(name), "kind", *_summed(gains, columns, level, inside))
    yield Line("cost", "total", *_summed(gains, columns, level, np.ones(len(categories))))


def _leaf(gains: Gains, columns: Sequence[Account], level: float, index: int, depth: int) -> Line:
    """What each account gains of the category at a place by itself."""
    category = gains.scenario.categories[index]
    point = gains.view.run.point
    is_known = bool(point.told[point.arm(gains.arm), index])
    cells = tuple(
        gains.gain_in(account, index).cell(level) if account.weight[index] else None
        for account in columns
    )
    unknown = tuple(bool(account.weight[index] != 0) and not is_known for account in columns)
    everybody = None
    if not gains.only:
        only = np.zeros(len(gains.everybody))
        only[index] = gains.everybody[index]
        everybody = gains.of(only).cell(level)
    return Line(category.path, "leaf", cells, unknown, everybody, depth)


def _summed(
    gains: Gains, columns: Sequence[Account], level: float, inside: Floats
) -> tuple[tuple[Interval | None, ...], tuple[bool, ...], Interval | None]:
    """What accounts, and all payers, gain of the categories marked with 1, (category,)."""
    cells = tuple(
        gains.gain(account, inside).cell(level) if (account.weight * inside).any() else None
        for account in columns
    )
    everybody = None if gains.only else gains.of(gains.everybody * inside).cell(level)
    return cells, (False,) * len(columns), everybody


# --- account by account --------------------------------------------------------------------------


def _standing(gains: Gains, account: Account, level: float) -> Standing:
    total, lacks = gains.gain(account), gains.lacks(account)
    seen, in_parts = gains.seen(account), []
    for part in parts_of(gains.scenario):
        cost = seen.difference_in(part, gains.arm, account.weight, seen.everything).cell(level)
        in_parts.append((part, opposite(cost) if cost else None))
    turns = [] if lacks else gains.bounds.turns(gains.arm, account.weight, total.point)
    return Standing(
        account,
        total.cell(level),
        total.minus().chance_below(0),
        tuple(in_parts),
        gains.moves(account),
        None if total.partial else gains.break_even(account),
        None if total.partial else gains.reach(account),
        lacks,
        tuple((each, gains.gain(each).point) for each in gains.missing(account)),
        tuple(_causes(gains, account, level, wins=total.point >= 0)),
        tuple(turns),
    )


def _causes(
    gains: Gains, account: Account, level: float, *, wins: bool
) -> Iterator[tuple[Category, Interval]]:
    """The categories that move an account most by the point estimates, and what it gains of each.

    Those that move it the way it goes come first.
    """
    moved = -gains.view.run.point.difference(gains.arm)[:, 0] * account.weight
    largest = np.argsort(-np.abs(moved), kind="stable")[:MOST_CAUSES]
    for index in sorted(largest, key=lambda each: ((moved[each] > 0) != wins, -abs(moved[each]))):
        if moved[index] and abs(moved[index]) >= NOTABLE * abs(moved[largest[0]]):
            yield gains.scenario.categories[index], gains.gain_in(account, index).interval(level)


# --- in time -------------------------------------------------------------------------------------


def _so_far(gains: Gains, columns: Sequence[Account], period: str, level: float) -> SoFar:
    courses = [gains.course(account) for account in columns]
    summed = [course.by_year() if period == "year" else course for course in courses]
    estimates = [course.so_far.estimates() for course in summed]
    cells = [tuple(each.cell(level) for each in row) for row in zip(*estimates, strict=True)]
    return SoFar(period, tuple(cells))
