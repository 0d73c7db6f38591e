"""A column of texts to numbers, block by block, whatever their decimal mark.

A number such as `1.250` may be one and a quarter or twelve hundred and fifty. Until some number of
the column shows which (`0.5`, `1.234,50`), blocks with marks are kept in both readings.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.numerals import Marks, number, plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Block = dict[str, Floats]

MARKS = (".", ",")
NOTHING = "nan"
"""What stands for a missing value while a column is read, as Python reads it."""
UNREAD = math.inf
"""What stands for a cell that is no number."""
MANY = 16
"""Blocks that become one, of a megabyte."""
LARGEST = 1e15
"""Numbers of this size and more are refused, as in a scenario."""
FLAGS = {
    **dict.fromkeys(("yes", "y", "ja", "j", "true", "sand", "sandt"), "1"),
    **dict.fromkeys(("no", "n", "nej", "false", "falsk"), "0"),
}
"""Words for what persons either have or not."""


@dataclass
class NumberColumn:
    """A column of numbers that is being read.

    missing: texts that stand for a missing value. decimal: the decimal mark; empty where the
    numbers are to show it. is_flag: yes and no are numbers too.
    has_text: some cell was no number in any reading.
    """

    missing: Collection[str]
    decimal: str = ""
    is_flag: bool = False
    marks: Marks = field(default_factory=Marks)
    has_text: bool = False
    _parts: list[dict[str, Floats]] = field(default_factory=list)
    _few: int = 0

    def __post_init__(self) -> None:
        self._absent = frozenset(text.strip().casefold() for text in self.missing) | {NOTHING}
        self._written = frozenset((*self.missing, ""))
        values = (number(text) for text in self.missing)
        self._codes = [value for value in values if value is not None]

    def add(self, cells: Sequence[str]) -> None:
        """Adds the cells of some rows."""
        absent = self._written
        bare = [NOTHING if cell in absent else cell for cell in cells]
        joined = "\n".join(bare)
        has = {mark: mark in joined for mark in MARKS}
        if any(has.values()):
            self._keep(self._marked(bare, joined, has))
        else:
            self._keep({"": self._quick(bare, joined)})

    def _marked(self, bare: Sequence[str], joined: str, has: Mapping[str, bool]) -> Block:
        """Cells with marks, in each reading that is still possible."""
        if not any(has[mark] for mark in self._told):
            self.marks.add(bare)
        self.marks.found |= {mark for mark in MARKS if has[mark]}
        told = self._told
        if told == {"."} and not has[","]:
            return {".": self._quick(bare, joined)}
        if told == {","} and not has["."]:
            points = [cell.replace(",", ".") for cell in bare]
            return {",": self._quick(points, joined)}
        return {mark: self._careful(bare, mark) for mark in told or MARKS}

    def _keep(self, block: Block) -> None:
        """Keeps a block; many small ones become a large one, whose memory can be given back."""
        self.has_text = self.has_text or all(np.isinf(part).any() for part in block.values())
        if self._parts and self._parts[-1].keys() != block.keys():
            self._few = 0
        self._parts.append(block)
        self._few += 1
        if self._few == MANY:
            last = self._parts[-MANY:]
            self._parts[-MANY:] = [
                {mark: np.concatenate([part[mark] for part in last]) for mark in block}
            ]
            self._few = 0

    @property
    def _told(self) -> set[str]:
        """The marks that are known to mark decimals."""
        return {self.decimal} if self.decimal else self.marks.told

    def values(self, decimal: str) -> Iterator[Floats]:
        """The numbers, (row,) in stretches, given the decimal mark; what was kept is given up.

        Not a number where missing, and UNREAD for a cell that is no number.
        """
        self._parts.reverse()
        while self._parts:
            part = self._parts.pop()
            found = part.get("", part.get(decimal))
            if found is None:  # a number that shows another mark than the one stated
                found = next(iter(part.values()))
            for code in self._codes:
                found[found == code] = np.nan
            yield found

    @property
    def shown_mark(self) -> str:
        """The decimal mark that the column shows or that was stated; empty if it is open."""
        if self.decimal:
            return self.decimal
        return next(iter(self.marks.told)) if len(self.marks.told) == 1 else ""

    @property
    def is_open(self) -> bool:
        """True where marks were found and no number shows which of them marks decimals."""
        return bool(self.marks.found) and not self.decimal and not self.marks.told

    def _quick(self, cells: Sequence[str], joined: str) -> Floats:
        """Numbers with a decimal point, as Python reads them where that is right."""
        if "_" not in joined and joined.isascii():
            try:
                return _limited(np.fromiter(map(float, cells), float, len(cells)))
            except ValueError:
                pass
        return self._careful(cells, ".")

    def _careful(self, cells: Sequence[str], mark: str) -> Floats:
        """The numbers one by one, by a decimal mark."""
        return _limited(np.array([self._one(cell, mark) for cell in cells], dtype=np.float64))

    def _one(self, cell: str, mark: str) -> float:
        bare = cell.strip()
        if not bare or bare.casefold() in self._absent:
            return math.nan
        if self.is_flag:
            bare = FLAGS.get(bare.casefold(), bare)
        text = plain(bare, mark)
        return UNREAD if text is None else float(text)


def _limited(values: Floats) -> Floats:
    """Numbers of which none is too large; too large a one is not read."""
    large = np.abs(values) >= LARGEST
    return np.where(large, UNREAD, values) if large.any() else values
