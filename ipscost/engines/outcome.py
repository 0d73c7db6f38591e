"""What an engine returns: a ledger, and the individuals it followed, if any."""

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
"""What a ledger holds. `totals`: present values, of the observed and of the extrapolated months.
`months`: also the discounted difference between arms in each month. `periods`: also the amount of
each period, and so the undiscounted cost of each category by month."""


@dataclass(frozen=True, eq=False)
class People:
    """Simulated individuals, as columns with one number per person.

    arm: (person,), the index of the person's arm on the ledger's axis.
    draw: (person,), the index of the draw that the person was simulated with.
    columns: by name, (person,): what is recorded of each, such as costs, months in a state or age.
    group: (person,), the index of the person's group among those of the scenario; None without any.

    Raises ValueError if the columns differ in length.
    """

    arm: Places
    draw: Places
    columns: Mapping[str, Floats]
    group: Places | None = None

    def __post_init__(self) -> None:
        for name, column in {"draw": self.draw, **self.columns}.items():
            if column.shape != self.arm.shape:
                raise ValueError(f"{name} must have shape {self.arm.shape}, not {column.shape}")

    @staticmethod
    def joined(blocks: Sequence[tuple[int, People]]) -> People | None:
        """The people of several blocks of draws as one; each block comes with its first draw.

        Every column is (person,), in the order of the blocks, and `draw` counts from the first
        draw of the run. None if there is no block. All blocks must have the same columns.
        """
        if not blocks:
            return None
        every = [people for _, people in blocks]
        groups = [people.group for people in every if people.group is not None]
        return People(
            np.concatenate([people.arm for people in every]),
            np.concatenate([first + people.draw for first, people in blocks]),
            {n: np.concatenate([people.columns[n] for people in every]) for n in every[0].columns},
            np.concatenate(groups) if groups else None,
        )


@dataclass(frozen=True, eq=False)
class EngineResult:
    """The result of an engine.

    `ledger` holds means per person and is what analyses read. `people` are the individuals behind
    these means; None from a cohort engine, which follows shares of people.
    """

    ledger: Ledger
    people: People | None = None
