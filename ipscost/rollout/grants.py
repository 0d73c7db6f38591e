"""Grants by month, and what of them is paid back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ipscost.rollout.sums import in_order

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def paid(amounts: Mapping[int, Floats], active: Floats) -> Floats:
    """A grant by month, (month, draw).

    amounts: by the number of a year of the accounts, from 0, what is paid in it, (draw,). active: 1
    in the months in which the programme runs, else 0, (month, draw). What is paid in a year is paid
    evenly over its months in which the programme runs; over all its months if it runs in none.
    """
    width = max(active.shape[1], *(amount.size for amount in amounts.values()))
    money = np.zeros((len(active), width))
    for year, amount in amounts.items():
        own = active[12 * year : 12 * year + 12]
        own = np.where(own.any(axis=0), own, 1.0)
        money[12 * year : 12 * year + 12] = amount * (own / in_order(own))
    return money


def unspent(received: Floats, cost: Floats, own_share: Floats) -> Floats:
    """What of a grant is above what it may pay of the cost, (draw,): received - (1 - own) cost.

    0 where it is not above. received: all of the grant; cost: what the programme costs in its
    years; own_share: the share of the cost that the receiver pays itself; all (draw,), nominal.
    """
    rest: Floats = np.maximum(received - (1 - own_share) * cost, 0.0)
    return rest


def less_at(money: Floats, month: int, back: Floats) -> Floats:
    """Money by month, (month, draw), less what is paid back in one of the months, (draw,)."""
    wide = max(money.shape[1], back.size)
    left = np.broadcast_to(money, (len(money), wide)).copy()
    left[month] -= back
    return left
