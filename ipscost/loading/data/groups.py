"""A column of texts to groups: arms, sites, covariates such as sex."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.delimited import original

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

ABSENT = -1
"""The group of a missing value."""


@dataclass
class GroupColumn:
    """A column of groups that is being read.

    most: how many groups there may be; beyond, `is_too_many`, and nothing more is kept.
    names: of the groups, in the order in which they were found.
    """

    missing: Collection[str]
    most: int
    names: dict[str, int] = field(default_factory=dict)
    is_too_many: bool = False
    _parts: list[Ints] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._absent = frozenset(text.strip().casefold() for text in self.missing)
        self._known: dict[str, int] = {}

    def add(self, cells: Sequence[str]) -> None:
        """Adds the cells of some rows."""
        if self.is_too_many:
            return
        known = self._known
        for cell in dict.fromkeys(cells):  # in the order of the file, on every machine
            if cell in known:
                continue
            bare = " ".join(original(cell).split())
            if not bare or bare.casefold() in self._absent:
                known[cell] = ABSENT
            else:
                known[cell] = self.names.setdefault(bare, len(self.names))
            if len(self.names) > self.most:
                self.is_too_many = True
                self.names, self._known, self._parts = {}, {}, []
                return
        found = np.fromiter((known[cell] for cell in cells), np.int64, len(cells))
        self._parts.append(found)

    def values(self) -> Ints:
        """The group of each row, (row,); ABSENT where missing."""
        return np.concatenate([*self._parts, np.empty(0, np.int64)])
