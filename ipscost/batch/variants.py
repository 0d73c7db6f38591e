"""A design as a product of factors, and its variants, made when they are asked for.

A factor varies one path or more together, row by row: a sweep is a factor of one path, a design
file or a sample a factor of all its columns.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ipscost.errors import Span

FILES = ("extends", "prices")
"""Sections that name files, which are read before variants are made."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value for a path, as text, and where it was asked for."""

    path: str
    text: str
    span: Span

    @property
    def setting(self) -> str:
        """The change as `--set` takes it."""
        return f"{self.path}={self.text}"


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of the design: its number from 1, its name, and what it changes."""

    number: int
    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """Paths that vary together: `rows` of value texts, and the place of each row's values."""

    paths: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    places: Sequence[tuple[Span, ...]]
    names: tuple[str, ...] = ()

    def changes(self, row: int) -> tuple[Change, ...]:
        """What a row changes."""
        found = zip(self.paths, self.rows[row], self.places[row], strict=True)
        return tuple(Change(path, text, place) for path, text, place in found)


@dataclass(frozen=True, slots=True)
class Design:
    """The product of its factors, the last varying fastest; one variant where there are none.

    `asked` is what it was made from, for the record.
    """

    factors: tuple[Factor, ...] = ()
    asked: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths that vary, in the order in which they were asked for."""
        return tuple(path for factor in self.factors for path in factor.paths)

    def __len__(self) -> int:
        return math.prod(len(factor.rows) for factor in self.factors)

    def variant(self, index: int) -> Variant:
        """The variant at `index` from 0, made when it is asked for: a design may be huge."""
        rest, rows = index, list[int]()
        for factor in reversed(self.factors):
            rest, row = divmod(rest, len(factor.rows))
            rows.append(row)
        rows.reverse()
        changes = [
            change
            for factor, row in zip(self.factors, rows, strict=True)
            for change in factor.changes(row)
        ]
        names = [
            factor.names[row]
            for factor, row in zip(self.factors, rows, strict=True)
            if factor.names
        ]
        alone = not self.factors
        name = " ".join(names) if names and len(self.factors) == 1 else str(index + 1)
        return Variant(index + 1, "" if alone else name, tuple(changes))

    def probes(self) -> Iterator[tuple[Change, ...]]:
        """Changes that show whether each path and each kind of value fits, few in number.

        All values of a list, the ends of a range, the first row of a design file.
        """
        for factor in self.factors:
            rows = range(len(factor.rows))
            for row in rows if len(rows) <= 20 else (rows[0], rows[-1]):
                yield factor.changes(row)
