"""On which line of a file each row of a table stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class RowLines:
    """The line of each row: the rows from which the lines are counted anew, and their lines.

    Rows mostly follow one another line by line, so a file of ten million has a few entries here.
    """

    rows: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    count: int = 0

    def add(self, lines: Sequence[int]) -> None:
        """Adds rows that stand on these lines."""
        if not lines:
            return
        if self.rows and lines[0] == self.of(self.count) and _is_dense(lines):
            self.count += len(lines)
            return
        for line in lines:
            if not self.rows or line != self.of(self.count):
                self.rows.append(self.count)
                self.starts.append(line)
            self.count += 1

    def of(self, row: int) -> int:
        """The line of a row, both counted as the file does: lines from 1, rows from 0."""
        place = bisect_right(self.rows, row) - 1
        return self.starts[place] + row - self.rows[place]


def _is_dense(lines: Sequence[int]) -> bool:
    return lines[-1] - lines[0] == len(lines) - 1
