"""What a block grant moves between those who save, the others, and the one who gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def moved(
    saving: Floats, share: Floats | float, payers: int, payer: int, giver: int, others: int
) -> Floats:
    """What a block grant moves, (payer, ..., draw): a cost is positive, and it sums to 0.

    A block grant that follows what all receivers together spend on some benefits falls by what is
    saved on them, krone for krone: the giver pays `saving` less. Receivers bear that by their size.
    Those who saved are the share `share` of all receivers and bear so much of it, the others the
    rest: a receiver that saves alone keeps 1 - share of its saving, and all together keep nothing.

    saving: (..., draw); share: (draw,) or one number. payers: how many there are; payer, giver and
    others: the places of the one who saves, of the one who gives, and of the other receivers.
    """
    move = np.zeros((payers, *np.broadcast_shapes(saving.shape, np.shape(share))))
    own = share * saving
    move[payer] += own
    move[others] += saving - own
    move[giver] -= saving
    return move
