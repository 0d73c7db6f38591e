"""What was counted of recent cohorts, kept for variants of a scenario that change costs alone.

What is counted depends on the model, its numbers and the grid, not on what anything costs. A
sensitivity analysis, a batch or a threshold runs many scenarios that differ in a price, and those
need not walk the same cohort again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import BLOCK
from ipscost.engines.chain import Chain
from ipscost.engines.grid import Grid
from ipscost.engines.plan import Key
from ipscost.engines.walk import HISTORY_MARK, Counted, Counts, Tally, walk

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

KEPT_BYTES = 60_000_000
"""The memory for what was counted: a dozen cohorts of 10,000 draws of the shipped models."""
COHORT_BYTES = 6_000_000
"""The most that is kept of one cohort: counts by month of many draws would fill the memory."""


class Origin:
    """All that decides how people move: the model, the draws of its numbers, the arms, the grid."""

    def __init__(self, chain: Chain, grid: Grid) -> None:
        self.named = chain.model, chain.levels.arms, chain.reference, chain.width
        carried = chain.levels.carried
        self.transfer = None if carried is None else carried.transfer
        self.grid = grid
        numbers = (*chain.model.numbers, *(self.transfer.effect if self.transfer else ()))
        self.columns = tuple(chain.levels.drawn(number) for number in numbers)

    def is_same(self, other: Origin) -> bool:
        """True where people surely move alike."""
        if self.grid is not other.grid or self.named != other.named:
            return False
        if self.transfer != other.transfer:
            return False
        pairs = zip(self.columns, other.columns, strict=True)
        return all(one is another or np.array_equal(one, another) for one, another in pairs)


@dataclass(eq=False)
class Walked:
    """A cohort that was walked, what was counted of it, and the draws in which it was clipped.

    size: the memory of what was counted, and of the draws that it hangs on, in bytes.
    """

    origin: Origin
    counted: dict[tuple[Key, bytes], Counted] = field(default_factory=dict)
    clipped: Mapping[str, Flags] | None = None
    size: int = 0

    def add(self, chain: Chain, counts: Counts) -> None:
        """Counts in `counts` what was asked for: as it is known, or by another walk."""
        missing = Counts(counts.shape)
        for key, asked in counts.by_key.items():
            for name, each in asked.items():
                known = self.counted.get((key, each.mark)) or self._summed(key, each)
                if known is None:
                    missing.by_key.setdefault(key, {})[name] = each
                else:
                    asked[name] = known
        if missing.by_key or self.clipped is None:
            walk(chain, self.origin.grid, missing)
            self.clipped = dict(chain.levels.clipped)
        for key, asked in missing.by_key.items():
            self.counted |= {(key, each.mark): each for each in asked.values()}
        if missing.by_key or not self.size:
            arrays = (*(each.total for each in self.counted.values()), *self.origin.columns)
            self.size = sum(array.nbytes for array in arrays)
        chain.levels.clipped = dict(self.clipped)

    def _summed(self, key: Key, asked: Counted) -> Counted | None:
        """Sums of what was counted in each period, where that is known; else None.

        Periods are added one after another, as a walk adds them, so that not a digit differs.
        """
        history = self.counted.get((key, HISTORY_MARK))
        if history is None or not isinstance(asked, Tally):
            return None
        if len(asked.weights) != len(history.total):
            return None
        for part, weights in enumerate(asked.weights.T):
            asked.total[part] = np.cumsum(weights[:, None, None] * history.total, axis=0)[-1]
        return asked


class Cohorts:
    """The cohorts walked last, the most recently used at the end; at most `most` bytes of counts.

    `walked` is replaced and never changed, so that threads do not disturb one another.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.walked: tuple[Walked, ...] = ()

    def count(self, chain: Chain, grid: Grid, counts: Counts) -> None:
        """Counts what is asked for in `counts` of the cohort that `chain` moves over `grid`.

        A full block of draws is one of many of a larger run, which is seldom followed by variants:
        nothing is kept of it.
        """
        origin = Origin(chain, grid)
        found = next((each for each in self.walked if each.origin.is_same(origin)), None)
        cohort = Walked(origin) if found is None else found
        cohort.add(chain, counts)
        others = tuple(each for each in self.walked if each is not found)
        is_kept = chain.width < BLOCK and cohort.size <= COHORT_BYTES
        kept = (*others, cohort) if is_kept else others
        while sum(each.size for each in kept) > self.most:
            kept = kept[1:]
        self.walked = kept


COHORTS = Cohorts(KEPT_BYTES)
