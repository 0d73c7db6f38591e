"""The books of a rollout: what it costs and saves by calendar year, payer and draw.

Every amount is for the whole rollout, in the money of the scenario, undiscounted; a cost is
positive. "Change" is what the people who start cost more (or less, if negative) than they would
have with usual practice, without the programme itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.rollout.turns import NEVER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

__all__ = ["CONSTANT", "NEVER", "NOMINAL", "Books", "Participants", "Turn"]

CONSTANT, NOMINAL = "constant", "nominal"
"""The price bases: prices of the scenario's money throughout; or those of each year."""


@dataclass(frozen=True, eq=False)
class Participants:
    """Who starts and who waits, and the posts that there are, by calendar year.

    planned, recruited, started: people in the year, (year, draw). waiting, supported: people at its
    end, (year, draw). followed: the share of all person-months up to the horizon that the accounts
    hold, (draw,): below 1 where people are not followed to the end. extra: how many more have the
    outcome of the rollout at the end than without it, (draw,); None where there is none.
    posts: the mean number of filled posts in a year, (role, year, draw).
    """

    planned: Floats
    recruited: Floats
    started: Floats
    waiting: Floats
    supported: Floats
    followed: Floats
    extra: Floats | None
    posts: Floats


@dataclass(frozen=True, eq=False)
class Turn:
    """How the cumulative net of an account goes, in one price basis, as a block grant is counted.

    deepest: the largest cumulative net cost at the end of a month, (draw,), 0 if there is never
    one; deepest_month: when, the index of the month from January of the first year, (draw,).
    even_month: the first month from which the cumulative net never is a cost again, (draw,); NEVER
    where the last one is a cost, and the first month where there is never one.
    """

    deepest: Floats
    deepest_month: Places
    even_month: Places


@dataclass(frozen=True, eq=False)
class Books:
    """The accounts in one price basis: of the base case, with one draw, or over draws.

    payers: those of the scenario, and last `others` where a block grant has others that bear it.
    programme: what each payer pays for it, (payer, year, draw); lines: what it is made of, by the
        paths of `line_paths` (roles, then lines, then overhead), (line, year, draw).
    grant: what each payer gives (positive) or receives of grants, (payer, year, draw); sums to 0.
    change: other costs, (payer, year, draw); by_category: the same by category, whoever pays.
    block_one, block_all, block_own: what a block grant moves, (payer, year, draw), if one payer
        alone takes part, if all do, and as the scenario's `scope` says; sums to 0 over payers. All
        0 without financing.
    turns: by account (a payer, `public`, or `all` for everybody), with the block grant as in the
        scenario's scope.
    """

    basis: str
    years: tuple[int, ...]
    payers: tuple[str, ...]
    categories: tuple[str, ...]
    line_paths: tuple[str, ...]
    programme: Floats
    lines: Floats
    grant: Floats
    change: Floats
    by_category: Floats
    block_one: Floats
    block_all: Floats
    block_own: Floats
    turns: Mapping[str, Turn]

    def block(self, scope: str) -> Floats:
        """What a block grant moves if counted as `scope` (one, all, own), (payer, year, draw)."""
        moved: Floats = {"one": self.block_one, "all": self.block_all, "own": self.block_own}[scope]
        return moved

    def net(self, scope: str = "own") -> Floats:
        """The net cost of each payer, (payer, year, draw)."""
        net: Floats = self.programme + self.grant + self.change + self.block(scope)
        return net
