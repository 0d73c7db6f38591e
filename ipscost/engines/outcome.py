"""What an engine returns: a ledger, and the people it followed where it followed any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from ipscost.ledger import Ledger

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.int64]


Detail = Literal["totals", "months", "periods"]
"""What a ledger knows: present values of what was observed and what was not; also the differences
between arms by month; also each period, and so undiscounted what each category costs by month."""


@dataclass(frozen=True, eq=False)
class People:
    """Individuals, one number each in every column.

    arm: (person,), the place of the arm each was followed in, on the ledger's axis.
    draw: (person,), the draw whose numbers each lived under.
    columns: by name, (person,): what is known of each, as costs, months in a state, or age.

    Raises ValueError where the columns are of different lengths.
    """

    arm: Places
    draw: Places
    columns: Mapping[str, Floats]

    def __post_init__(self) -> None:
        for name, column in {"draw": self.draw, **self.columns}.items():
            if column.shape != self.arm.shape:
                raise ValueError(f"{name} must have shape {self.arm.shape}, not {column.shape}")

    @staticmethod
    def joined(blocks: Sequence[tuple[int, People]]) -> People | None:
        """The people of several blocks of draws, each with the number of its first draw.

        None without any block. Blocks have the same columns.
        """
        if not blocks:
            return None
        every = [people for _, people in blocks]
        return People(
            np.concatenate([people.arm for people in every]),
            np.concatenate([first + people.draw for first, people in blocks]),
            {n: np.concatenate([people.columns[n] for people in every]) for n in every[0].columns},
        )


@dataclass(frozen=True, eq=False)
class Outcome:
    """What an engine makes of a scenario and its draws.

    `ledger` is what every analysis reads: means over people. `people` are the individuals behind
    it, of an engine that follows individuals; None of one that follows shares of a cohort.
    """

    ledger: Ledger
    people: People | None = None
