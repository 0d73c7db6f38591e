"""A design as a product of factors, and its variants, made on request.

A factor varies one or more paths together, row by row: a sweep is a factor of one path, a design
file or a sample a factor of all its columns.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ipscost.errors import Span
from ipscost.messages import Message
from ipscost.numerals import either, has_thousands, without_marks

FILES = ("extends", "prices")
"""Sections that name files, which are read before variants are made."""


@dataclass(frozen=True, slots=True)
class Override:
    """A value for a path, as text, and the position where it was written.

    `head` is the position of the path, if it is written apart from the value.
    """

    path: str
    text: str
    span: Span
    head: Span | None = None

    @property
    def setting(self) -> str:
        """The change as `--set` takes it."""
        return f"{self.path}={self.text}"


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of the design: its number from 1, its name, and what it changes."""

    number: int
    name: str
    changes: tuple[Override, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """Paths that vary together: `rows` of values as text, and in `places` the position of each.

    `heads` are the positions of the paths, if written apart from the values; `digest` is the
    SHA-256 of the file that they were read from.
    """

    paths: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    places: Sequence[tuple[Span, ...]]
    names: tuple[str, ...] = ()
    heads: tuple[Span, ...] = ()
    digest: str = ""

    def changes(self, row: int) -> tuple[Override, ...]:
        """What a row changes."""
        heads = self.heads or (None,) * len(self.paths)
        cells = zip(self.paths, self.rows[row], self.places[row], heads, strict=True)
        return tuple(Override(path, text, place, head) for path, text, place, head in cells)


@dataclass(frozen=True, slots=True)
class Design:
    """The product of its factors, the last varying fastest; one variant if there are none.

    `asked` is what it was made from, for the record.
    """

    factors: tuple[Factor, ...] = ()
    asked: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths that vary, in the order in which they were given."""
        return tuple(path for factor in self.factors for path in factor.paths)

    def __len__(self) -> int:
        return math.prod(len(factor.rows) for factor in self.factors)

    def variant(self, index: int) -> Variant:
        """The variant at `index` from 0, made on request, since a design may be huge."""
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

    def probes(self) -> Iterator[tuple[Override, ...]]:
        """A few changes that show whether each path and each kind of value fits.

        All values of a list, the ends of a range, the first row of a design file.
        """
        for factor in self.factors:
            rows = range(len(factor.rows))
            for row in rows if len(rows) <= 20 else (rows[0], rows[-1]):
                yield factor.changes(row)


def value(text: str) -> str | float:
    """A varied value, as a number if it is one, so that a minus does not look like a formula."""
    try:
        number = float(text)
    except ValueError:
        return text
    return number if math.isfinite(number) else text


def thousands(texts: Sequence[str]) -> tuple[int, str, str] | None:
    """The index of a value such as `40.000` (40000 in Danish, 40 here), the message and the fix.

    None if no value is likely to be one: `1.875` is one only if all values look like that.
    """
    marked = [index for index, text in enumerate(texts) if has_thousands(text.strip(), ".")]
    likely = [p for p in marked if texts[p].endswith(".000") or texts[p].count(".") > 1]
    if not likely and (len(marked) < 2 or len(marked) < len(texts)):
        return None
    index = (likely or marked)[0]
    text = texts[index].strip()
    if text.count(".") > 1:
        return (
            index,
            Message("expected a number, found {unknown}", unknown=text),
            Message("write {meant}", meant=without_marks(text)),
        )
    return index, Message("the point in {text} is read as a decimal point", text=text), either(text)
