"""The numbers by which persons are found again in another file; nobody is ever shown one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False, repr=False)
class PersonIds:
    """The number of each person, to find the row that it has in the data.

    ordered: (person,), the numbers in rising order, as bytes. rows: (person,), the row of each.
    """

    ordered: NDArray[np.bytes_]
    rows: Ints

    @classmethod
    def of(cls, numbers: NDArray[np.bytes_]) -> PersonIds:
        """Of the number of each person, (person,), in the order of the data."""
        rows = np.argsort(numbers, kind="stable")
        return cls(numbers[rows], rows.astype(np.int64))

    def rows_of(self, numbers: Sequence[str]) -> Ints:
        """The row of each of some numbers, (number,); -1 for one that is none of the persons'."""
        if not self.rows.size:
            return np.full(len(numbers), -1, np.int64)
        asked = as_bytes(numbers)
        place = np.searchsorted(self.ordered, asked)
        place = np.minimum(place, self.rows.size - 1)
        return np.where(self.ordered[place] == asked, self.rows[place], -1)

    def repeated(self) -> Ints:
        """The rows of persons whose number stands in an earlier row too, in rising order."""
        again = self.ordered[1:] == self.ordered[:-1]
        return np.sort(self.rows[1:][again])


def as_bytes(texts: Sequence[str]) -> NDArray[np.bytes_]:
    """Texts as an array of bytes, (text,), which takes a quarter of the memory of one of texts."""
    return np.array([text.encode("utf-8", "surrogatepass") for text in texts], dtype=np.bytes_)
