"""Which categories a sum lacks, since they are not known or their payers are not told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost import known
from ipscost.run import Run

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


def lacks(
    run: Run, undivided: Flags, arm: str, weight: Floats, inside: Flags | None = None
) -> Flags:
    """What the difference of `arm`, summed with `weight`, lacks: True by category, (category,).

    A category that is counted and not known, unless another one that is counted alike holds its
    amount; one of which the amount that holds it is `inside` the sum and counted otherwise; and one
    `inside` that is `undivided` (`known.undivided`) and differs between the arms. Without `inside`
    it is an amount by itself, which is what it says, whatever it holds.
    """
    is_sum = inside is not None
    inside = weight != 0 if inside is None else inside
    told = run.point.told[run.point.arm(arm)]
    open_ends = undivided & inside
    if told.all() and not open_ends.any():
        return np.zeros(len(told), dtype=bool)
    holder = np.array(known.holders(run.scenario, arm))
    is_held = (holder >= 0) & told[holder]
    alike = is_held & np.isclose(weight[holder], weight)
    amiss: Flags = (weight != 0) & ~told & ~alike
    if is_sum:
        amiss |= (inside | inside[holder]) & ~told & is_held & ~alike
    if open_ends.any():
        moved = (run.ledger or run.point).differs(arm)
        amiss |= open_ends & (moved | (~told & ~is_held))
    return amiss


def lacks_level(run: Run, undivided: Flags, arm: str, weight: Floats, inside: Flags) -> bool:
    """True where a level lacks what is not known, or an unknown part of what is undivided."""
    seen = run.point.known[run.point.arm(arm)]
    if not seen[weight != 0].all():
        return True
    open_ends = undivided & inside
    if not open_ends.any():
        return False
    return bool((open_ends & ((run.ledger or run.point).spends(arm) | ~seen)).any())
