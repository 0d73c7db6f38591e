"""Who gains and who pays, as numbers: by category, account by account, and as time goes on.

All of it is per person, in the money of the scenario, over its horizon and discounted; a gain is
what an account no longer pays, or receives more, with an arm than with the reference arm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.course import BreakEven, BreakEvenRange, break_even
from ipscost.analysis.interval import Interval, opposite
from ipscost.analysis.payers.accounts import Account, NetSavings, gains_of
from ipscost.analysis.payers.turning import SignReversal
from ipscost.ledger import parts_of
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
class BudgetLine:
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
class AccountBalance:
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
    reach: BreakEvenRange | None
    lacks: tuple[Category, ...]
    elsewhere: tuple[tuple[Account, float], ...]
    causes: tuple[tuple[Category, Interval], ...]
    turns: tuple[SignReversal, ...]

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

    gains: NetSavings
    level: float
    columns: tuple[Account, ...]
    lines: tuple[BudgetLine, ...]
    standings: tuple[AccountBalance, ...]
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


def _lines(gains: NetSavings, columns: Sequence[Account], level: float) -> Iterator[BudgetLine]:
    """Each group before what lies in it, then the sums by kind, then the total."""
    point, categories = gains.view.run.point, gains.scenario.categories
    told = point.told[point.arm(gains.arm)]

    def line(
        path: str, kind: str, inside: Floats, depth: int = 0, *, repeated: bool = False
    ) -> BudgetLine:
        """What is gained of the categories marked with 1, (category,)."""
        is_leaf = kind == "leaf"
        borne = [bool((account.weight * inside).any()) for account in columns]
        cells = tuple(
            gains.gain(account, inside, alone=is_leaf).cell(level) if bears else None
            for account, bears in zip(columns, borne, strict=True)
        )
        is_unknown = is_leaf and not told[inside != 0].all()
        unknown = tuple(bears and is_unknown for bears in borne)
        everybody = None if gains.only else gains.of(gains.everybody * inside).cell(level)
        return BudgetLine(path, kind, cells, unknown, everybody, depth, repeated)

    for node in walk([category.path for category in categories]):
        inside = np.zeros(len(categories))
        inside[list(node.members)] = 1
        kind = "leaf" if node.is_leaf else "group"
        yield line(node.path, kind, inside, node.depth, repeated=not node.shown)
    for name in parts():
        inside = point.of_part(name).astype(float)
        if inside.any():
            yield line(path_of(name), "kind", inside)
    yield line("cost", "total", np.ones(len(categories)))


# --- account by account --------------------------------------------------------------------------


def _standing(gains: NetSavings, account: Account, level: float) -> AccountBalance:
    total, lacks = gains.gain(account), gains.lacks(account)
    seen, in_parts = gains.seen(account), []
    for part in parts_of(gains.scenario):
        cost = seen.difference_in(part, gains.arm, account.weight, seen.everything).cell(level)
        in_parts.append((part, opposite(cost) if cost else None))
    turns = [] if lacks else gains.bounds.turns(gains.arm, account.weight, total.point)
    return AccountBalance(
        account,
        total.cell(level),
        total.minus().chance_below(0),
        tuple(in_parts),
        gains.moves(account),
        None if total.partial else break_even(gains.course(account)),
        None if total.partial else gains.reach(account),
        lacks,
        tuple((each, gains.gain(each).point) for each in gains.missing(account)),
        tuple(_causes(gains, account, level, wins=total.point >= 0)),
        tuple(turns),
    )


def _causes(
    gains: NetSavings, account: Account, level: float, *, wins: bool
) -> Iterator[tuple[Category, Interval]]:
    """The categories that move an account most by the point estimates, and what it gains of each.

    Those that move it the way it goes come first.
    """
    moved = -gains.view.run.point.difference(gains.arm)[:, 0] * account.weight
    largest = np.argsort(-np.abs(moved), kind="stable")[:MOST_CAUSES]
    for index in sorted(largest, key=lambda each: ((moved[each] > 0) != wins, -abs(moved[each]))):
        if moved[index] and abs(moved[index]) >= NOTABLE * abs(moved[largest[0]]):
            only = np.arange(moved.size) == index
            yield (
                gains.scenario.categories[index],
                gains.gain(account, only, alone=True).interval(level),
            )


# --- in time -------------------------------------------------------------------------------------


def _so_far(gains: NetSavings, columns: Sequence[Account], period: str, level: float) -> SoFar:
    courses = [gains.course(account) for account in columns]
    summed = [course.by_year() if period == "year" else course for course in courses]
    estimates = [course.so_far.estimates() for course in summed]
    cells = [tuple(each.cell(level) for each in row) for row in zip(*estimates, strict=True)]
    return SoFar(period, tuple(cells))
