"""Formulas that few sheets need: texts that hold numbers, and what is found in blocks of cells."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ipscost.book.formulas import PRODUCT, SIGNS, SUM, CellBlock, Formula, Value, Word
from ipscost.words.locale import marked


@dataclass(frozen=True, slots=True, eq=False)
class Join(Formula):
    """Texts one after another."""

    parts: tuple[Formula, ...]
    binds = -1

    @property
    def inside(self) -> tuple[Formula, ...]:
        return self.parts

    @property
    def value(self) -> str:
        return "".join(str(part.value) for part in self.parts)

    def text(self, sheet: str) -> str:
        return "&".join(part.within(sheet, SUM) for part in self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Told(Formula):
    """A number within a text: FIXED, without decimals.

    Excel shows it with the marks of its own language; until then it has those of `language`.
    """

    one: Formula
    language: str

    @property
    def inside(self) -> tuple[Formula, ...]:
        return (self.one,)

    @property
    def value(self) -> str:
        return marked(f"{self.one.number:,.0f}", self.language)

    def text(self, sheet: str) -> str:
        return f"FIXED({self.one.text(sheet)},0)"


@dataclass(frozen=True, slots=True, eq=False)
class Discounted(Formula):
    """The sum of a block of weights, each discounted over its years at a yearly rate.

    `SUMPRODUCT(F8:F25,(1+B4)^-C8:C25)`.
    """

    weights: CellBlock
    rate: Formula
    years: CellBlock

    @property
    def inside(self) -> tuple[Formula, ...]:
        return (self.weights, self.rate, self.years)

    @property
    def value(self) -> float:
        base = 1 + self.rate.number
        pairs = zip(self.weights.numbers, self.years.numbers, strict=True)
        return math.fsum(weight * base**-years for weight, years in pairs)

    def text(self, sheet: str) -> str:
        rate = self.rate.within(sheet, SUM)
        return f"SUMPRODUCT({self.weights.text(sheet)},(1+{rate})^-{self.years.text(sheet)})"


@dataclass(frozen=True, slots=True, eq=False)
class Matching(Formula):
    """How many cells of a block compare as `sign` says with a text, or with those of another block.

    `SUMPRODUCT(--(C4:C9<>H4:H9))`.
    """

    block: CellBlock
    sign: str
    other: CellBlock | Word

    @property
    def inside(self) -> tuple[Formula, ...]:
        return (self.block, self.other)

    @property
    def value(self) -> float:
        one = [cell.value for cell in self.block.cells]
        other = self.other
        found = (
            [c.value for c in other.cells]
            if isinstance(other, CellBlock)
            else [other.own] * len(one)
        )
        return float(sum(SIGNS[self.sign](a, b) for a, b in zip(one, found, strict=True)))

    def text(self, sheet: str) -> str:
        return f"SUMPRODUCT(--({self.block.text(sheet)}{self.sign}{self.other.text(sheet)}))"


@dataclass(frozen=True, slots=True, eq=False)
class Picked(Formula):
    """What stands in the cell of a block at a place, counted from 1: `INDEX(B8:B90,4)`."""

    block: CellBlock
    place: Formula

    @property
    def inside(self) -> tuple[Formula, ...]:
        return (self.block, self.place)

    @property
    def value(self) -> Value:
        return self.block.cells[int(self.place.number) - 1].value

    def text(self, sheet: str) -> str:
        return f"INDEX({self.block.text(sheet)},{self.place.text(sheet)})"


@dataclass(frozen=True, slots=True, eq=False)
class LastAbove(Formula):
    """The largest of `numbers` where `block` is above a limit, or 0 where it nowhere is.

    `SUMPRODUCT(MAX((H8:H90>0.005)*B8:B90))`.
    """

    block: CellBlock
    limit: Formula
    numbers: CellBlock

    @property
    def inside(self) -> tuple[Formula, ...]:
        return (self.block, self.limit, self.numbers)

    @property
    def value(self) -> float:
        pairs = zip(self.block.numbers, self.numbers.numbers, strict=True)
        limit = self.limit.number
        return max(number if own > limit else 0.0 for own, number in pairs)

    def text(self, sheet: str) -> str:
        limit = self.limit.within(sheet, SUM)
        block, numbers = self.block.text(sheet), self.numbers.text(sheet)
        return f"SUMPRODUCT(MAX(({block}>{limit})*{numbers}))"


@dataclass(frozen=True, slots=True, eq=False)
class FirstAtLeast(Formula):
    """The least of `numbers`, which count from 1, where `block` is a limit or more.

    `83-SUMPRODUCT(MAX((H8:H90>=0.005)*(83-B8:B90)))`, 83 being one more than there are.
    """

    block: CellBlock
    limit: Formula
    numbers: CellBlock
    binds = SUM

    @property
    def inside(self) -> tuple[Formula, ...]:
        return (self.block, self.limit, self.numbers)

    @property
    def value(self) -> float:
        limit, all_of = self.limit.number, len(self.block.cells) + 1.0
        pairs = zip(self.block.numbers, self.numbers.numbers, strict=True)
        return min((number for own, number in pairs if own >= limit), default=all_of)

    def text(self, sheet: str) -> str:
        limit, all_of = self.limit.within(sheet, PRODUCT), len(self.block.cells) + 1
        block, numbers = self.block.text(sheet), self.numbers.text(sheet)
        return f"{all_of}-SUMPRODUCT(MAX(({block}>={limit})*({all_of}-{numbers})))"


@dataclass(frozen=True, slots=True, eq=False)
class Sizes(Formula):
    """The sum of what a block holds, without signs: `SUMPRODUCT(ABS(H8:H90))`."""

    block: CellBlock

    @property
    def inside(self) -> tuple[Formula, ...]:
        return (self.block,)

    @property
    def value(self) -> float:
        return math.fsum(map(abs, self.block.numbers))

    def text(self, sheet: str) -> str:
        return f"SUMPRODUCT(ABS({self.block.text(sheet)}))"
