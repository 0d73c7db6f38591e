"""What individual data are to the mathematics: arrays by person, and the sums an evaluation is of.

Nothing here holds an identifier of a person, the name of a site or a text of the data.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Endpoint:
    """A cost or an outcome of a person, as a weighted sum of columns of the data.

    A total cost is the sum of its columns (times what discounting and prices make of each), and
    quality-adjusted life years are the area below the utilities: both are linear in the columns,
    so what is missing is imputed where it was measured, and summed afterwards.

    name: the path of a category, a group (`cost` for the sum of all) or an outcome.
    weights: (column,), 0 for the columns that do not count.
    adjust: places of the columns that its regression has beside the arm: what was measured before.
    """

    name: str
    weights: Floats
    adjust: tuple[int, ...] = ()

    def of(self, values: Floats) -> Floats:
        """The endpoint of persons, (..., person), of their columns, (..., person, column).

        It is missing (not a number) where any column that counts is missing.
        """
        used = np.flatnonzero(self.weights)
        total = np.zeros(values.shape[:-1])
        for place in used:  # in a fixed order, so that digits are the same on every machine
            total = total + self.weights[place] * values[..., place]
        return total


@dataclass(frozen=True, eq=False)
class IndividualData:
    """Persons with what was measured of them.

    columns: names of what was measured, as the reader's file has them.
    values: (person, column), not a number where missing.
    arm: (person,), the place of each person's arm in `arms`; `reference` is the place of the
        comparator.
    site: (person,), the place of each person's site, counted from 0; None without sites.
    followed: (person,), months that each was followed; None where all were followed to the end.
    complete: (person,), whether what was to be seen was seen whole: followed to the end, or to an
        event after which nothing more can come; False where the person was cut off before.
    """

    columns: tuple[str, ...]
    values: Floats
    arm: Ints
    arms: tuple[str, ...]
    reference: int
    site: Ints | None = None
    followed: Floats | None = None
    complete: Flags | None = None

    @property
    def persons(self) -> int:
        """How many persons there are."""
        return int(self.arm.size)

    def some(self, which: Flags) -> IndividualData:
        """Some of the persons, (person,)."""
        site = None if self.site is None else np.unique(self.site[which], return_inverse=True)[1]
        return replace(
            self,
            values=self.values[which],
            arm=self.arm[which],
            site=site,
            followed=None if self.followed is None else self.followed[which],
            complete=None if self.complete is None else self.complete[which],
        )

    @property
    def treated(self) -> Floats:
        """1 for persons of an arm, (person, arm without the reference), in the order of `arms`."""
        others = [place for place in range(len(self.arms)) if place != self.reference]
        if not others:
            return np.zeros((self.persons, 0))
        return np.stack([(self.arm == place).astype(np.float64) for place in others], axis=1)

    @property
    def missing(self) -> Flags:
        """Where nothing was measured, (person, column)."""
        return np.isnan(self.values)
