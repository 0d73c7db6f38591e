"""What a block grant moves between those who save, the others, and the one who gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def moved(saving: Floats, share: Floats) -> tuple[Floats, Floats, Floats]:
    """What a block grant moves for the one who saves, for the others and for the giver.

    (..., draw) each; a cost is positive, and the three sum to 0.

    A block grant that follows what all receivers together spend on some benefits falls by what is
    saved on them, krone for krone: the giver pays `saving` less. Receivers bear that by their size.
    Those who save are the share `share` of all receivers and bear so much of it, the others the
    rest: a receiver that saves alone keeps 1 - share of its saving, and all together keep nothing.

    saving: (..., draw); share: (draw,).
    """
    own = share * saving
    return own, saving - own, 0.0 * own - saving
