"""Formulas of a workbook, each as what Excel reads and as the value that it has now.

Both come from one expression, so they cannot part: the value is what a preview shows before
anything has recalculated. Only functions that Excel 2010 has are in `FUNCTIONS`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, Union

Value = float | str
Operand = Union["Formula", "CellLike", float, str]
"""What may stand in a formula: another formula, a cell, a number or a text."""
SUM, PRODUCT, SIGN, ATOM = range(4)
"""How tightly the parts of a formula hold together, so that brackets stand where needed."""
LONGEST = 8_192
"""The most characters that Excel allows in a formula."""
LONGEST_WORD = 255
"""The most characters that Excel allows in a text within a formula."""


class CellLike(Protocol):
    """A cell as formulas see it (`cells.Cell`)."""

    @property
    def value(self) -> Value:
        """What the cell shows."""

    @property
    def content(self) -> float | str | Formula | None:
        """What stands in it."""

    @property
    def sources(self) -> frozenset[CellLike]:
        """The cells that it depends on."""

    @property
    def place(self) -> str:
        """Its address within its sheet."""

    def address(self, sheet: str) -> str:
        """Its address as seen from a sheet."""

    def called(self, sheet: str) -> str:
        """Its name, or its address as seen from a sheet."""


class TooLongError(ValueError):
    """A formula is longer than Excel allows."""


class Formula:
    """An expression: `value` is what it is now, `text` what a cell of a sheet holds."""

    __slots__ = ()
    binds = ATOM

    @property
    def value(self) -> Value:
        """What the formula gives with the cells as they are."""
        raise NotImplementedError

    @property
    def number(self) -> float:
        """The value of a formula that gives a number."""
        value = self.value
        assert not isinstance(value, str)
        return value

    def text(self, sheet: str) -> str:
        """The formula as it stands in a cell of `sheet`, without the equals sign."""
        raise NotImplementedError

    @property
    def inside(self) -> tuple[Formula, ...]:
        """The formulas that it is made of, where it is none of those of this module."""
        return ()

    def within(self, sheet: str, binds: int) -> str:
        """The formula as a part of another, in brackets where it holds together more loosely."""
        text = self.text(sheet)
        return f"({text})" if self.binds < binds else text

    def __add__(self, other: Formula | float) -> Formula:
        return Plus((self, as_formula(other)))

    def __sub__(self, other: Formula | float) -> Formula:
        return Minus(self, as_formula(other))

    def __mul__(self, other: Formula | float) -> Formula:
        return Times((self, as_formula(other)))

    def __truediv__(self, other: Formula | float) -> Formula:
        return Over(self, as_formula(other))

    def __pow__(self, other: Formula | float) -> Formula:
        return Power(self, as_formula(other))

    def __neg__(self) -> Formula:
        return Negative(self)


def as_formula(value: Operand) -> Formula:
    """A number, a text or a cell as a formula."""
    if isinstance(value, Formula):
        return value
    if isinstance(value, str):
        return Word(value)
    if isinstance(value, int | float):
        return Constant(float(value))
    return Ref(value)


@dataclass(frozen=True, slots=True, eq=False)
class Constant(Formula):
    """A number."""

    own: float

    @property
    def binds(self) -> int:  # type: ignore[override]
        return SIGN if self.own < 0 else ATOM

    @property
    def value(self) -> float:
        return self.own

    def text(self, sheet: str) -> str:
        return repr(self.own).removesuffix(".0").upper()


@dataclass(frozen=True, slots=True, eq=False)
class Word(Formula):
    """A text; quotes in it are doubled, and a long one is joined from parts."""

    own: str

    @property
    def value(self) -> str:
        return self.own

    def text(self, sheet: str) -> str:
        most = LONGEST_WORD // 2  # all of it may be quotes
        parts = [self.own[at : at + most] for at in range(0, len(self.own), most)] or [""]
        return "&".join(f'"{part}"' for part in (each.replace('"', '""') for each in parts))


@dataclass(frozen=True, slots=True, eq=False)
class Ref(Formula):
    """What another cell holds; an empty one counts as 0."""

    cell: CellLike

    @property
    def value(self) -> Value:
        return self.cell.value

    def text(self, sheet: str) -> str:
        return self.cell.called(sheet)


@dataclass(frozen=True, slots=True, eq=False)
class Plus(Formula):
    """A sum."""

    parts: tuple[Formula, ...]
    binds = SUM

    @property
    def value(self) -> float:
        return math.fsum(part.number for part in self.parts)

    def text(self, sheet: str) -> str:
        return "+".join(part.within(sheet, SUM) for part in self.parts) or "0"


@dataclass(frozen=True, slots=True, eq=False)
class Minus(Formula):
    """A difference."""

    one: Formula
    other: Formula
    binds = SUM

    @property
    def value(self) -> float:
        return self.one.number - self.other.number

    def text(self, sheet: str) -> str:
        return f"{self.one.within(sheet, SUM)}-{self.other.within(sheet, PRODUCT)}"


@dataclass(frozen=True, slots=True, eq=False)
class Negative(Formula):
    """A number with its sign reversed.

    In Excel a sign binds more tightly than a power, -2^2 is 4; so it is in brackets in one.
    """

    one: Formula
    binds = SIGN

    @property
    def value(self) -> float:
        return -self.one.number

    def text(self, sheet: str) -> str:
        return f"-{self.one.within(sheet, ATOM)}"


@dataclass(frozen=True, slots=True, eq=False)
class Times(Formula):
    """A product."""

    parts: tuple[Formula, ...]
    binds = PRODUCT

    @property
    def value(self) -> float:
        return math.prod(part.number for part in self.parts)

    def text(self, sheet: str) -> str:
        return "*".join(part.within(sheet, PRODUCT) for part in self.parts) or "1"


@dataclass(frozen=True, slots=True, eq=False)
class Over(Formula):
    """A quotient."""

    one: Formula
    other: Formula
    binds = PRODUCT

    @property
    def value(self) -> float:
        other = self.other.number
        return self.one.number / other if other else math.nan

    def text(self, sheet: str) -> str:
        return f"{self.one.within(sheet, PRODUCT)}/{self.other.within(sheet, SIGN)}"


@dataclass(frozen=True, slots=True, eq=False)
class Power(Formula):
    """A power."""

    base: Formula
    exponent: Formula
    binds = PRODUCT

    @property
    def value(self) -> float:
        return float(self.base.number**self.exponent.number)

    def text(self, sheet: str) -> str:
        return f"{self.base.within(sheet, ATOM)}^{self.exponent.within(sheet, ATOM)}"


@dataclass(frozen=True, slots=True, eq=False)
class Compare(Formula):
    """True where two values compare as `sign` says: one of <, <=, >, >=, =, <>."""

    one: Formula
    sign: str
    other: Formula
    binds = -2

    @property
    def value(self) -> float:
        return float(SIGNS[self.sign](self.one.value, self.other.value))

    def text(self, sheet: str) -> str:
        return f"{self.one.within(sheet, SUM)}{self.sign}{self.other.within(sheet, SUM)}"


@dataclass(frozen=True, slots=True, eq=False)
class CellBlock(Formula):
    """A block of cells of one sheet, from the first to the last, row by row.

    An empty cell, and one with a text, counts as 0 in sums.
    """

    cells: tuple[CellLike, ...]

    @property
    def value(self) -> Value:
        raise TypeError("a block of cells has no single value")

    @property
    def numbers(self) -> list[float]:
        """What the cells hold, a text as 0."""
        values = (cell.value for cell in self.cells)
        return [0.0 if isinstance(value, str) else value for value in values]

    def text(self, sheet: str) -> str:
        first, last = self.cells[0], self.cells[-1]
        return f"{first.address(sheet)}:{last.place}"


@dataclass(frozen=True, slots=True, eq=False)
class Call(Formula):
    """A function of Excel with its arguments, `FUNCTIONS` says what it gives."""

    name: str
    arguments: tuple[Formula, ...]

    @property
    def value(self) -> Value:
        if self.name == "IF":  # the branch that is not taken may have no value
            test, then, otherwise = self.arguments
            return then.value if test.value else otherwise.value
        given = [a.numbers if isinstance(a, CellBlock) else a.value for a in self.arguments]
        return FUNCTIONS[self.name](*given)

    def text(self, sheet: str) -> str:
        return f"{self.name}({','.join(each.text(sheet) for each in self.arguments)})"


@dataclass(frozen=True, slots=True, eq=False)
class Closed(Call):
    """A function whose arguments nobody looks into: a sum over the cycles of a model of states."""


def call(name: str, *arguments: Operand) -> Formula:
    """A function of Excel."""
    return Call(name, tuple(map(as_formula, arguments)))


def plus(parts: Iterable[Formula | CellLike | float]) -> Formula:
    """The sum of several parts; one alone is itself, and nothing is 0."""
    found = tuple(map(as_formula, parts))
    return found[0] if len(found) == 1 else Plus(found) if found else Constant(0.0)


def times(*parts: Formula | CellLike | float) -> Formula:
    """The product of several parts, without factors of 1."""
    found = tuple(part for part in map(as_formula, parts) if not is_just(part, 1.0))
    if any(is_just(part, 0.0) for part in found):
        return Constant(0.0)
    return found[0] if len(found) == 1 else Times(found) if found else Constant(1.0)


def when(
    test: Formula,
    then: Formula | CellLike | float | str,
    otherwise: Formula | CellLike | float | str,
) -> Formula:
    """One value where `test` holds, else the other."""
    return call("IF", test, then, otherwise)


def sum_of(cells: Sequence[CellLike]) -> Formula:
    """SUM over a block of cells."""
    return Call("SUM", (CellBlock(tuple(cells)),)) if cells else Constant(0.0)


def product_of(one: Sequence[CellLike], other: Sequence[CellLike]) -> Formula:
    """SUMPRODUCT of two blocks of cells of the same shape."""
    return Call("SUMPRODUCT", (CellBlock(tuple(one)), CellBlock(tuple(other))))


def is_just(formula: Formula, value: float) -> bool:
    """True for a number that is `value`."""
    return isinstance(formula, Constant) and formula.own == value


def _rounded(value: float, places: float) -> float:
    """ROUND, halves away from 0."""
    scale = 10.0 ** int(places)
    return math.copysign(math.floor(abs(value) * scale + 0.5) / scale, value)


SIGNS: dict[str, Callable[[Value, Value], bool]] = {
    "<": lambda one, other: one < other,  # type: ignore[operator]
    "<=": lambda one, other: one <= other,  # type: ignore[operator]
    ">": lambda one, other: one > other,  # type: ignore[operator]
    ">=": lambda one, other: one >= other,  # type: ignore[operator]
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
}

FUNCTIONS: dict[str, Callable[..., Value]] = {
    "ABS": abs,
    "AND": lambda *tests: float(all(tests)),
    "EXP": math.exp,
    "INDEX": lambda numbers, place: numbers[int(place) - 1],
    "INT": lambda value: float(math.floor(value)),
    "ISNUMBER": lambda value: float(isinstance(value, float)),
    "LN": lambda value: math.log(value) if value > 0 else math.nan,
    "MAX": lambda *values: max(_flat(values)),
    "MIN": lambda *values: min(_flat(values)),
    "OR": lambda *tests: float(any(tests)),
    "ROUND": _rounded,
    "ROUNDUP": lambda value, _: math.copysign(float(math.ceil(abs(value))), value),
    "SUM": lambda *values: math.fsum(_flat(values)),
    "SUMPRODUCT": lambda *blocks: math.fsum(map(math.prod, zip(*blocks, strict=True))),
}
"""What the functions of Excel that formulas call give, beside IF. Excel 2010 and LibreOffice have
all of them. The last argument of ROUNDUP is 0: to whole numbers."""


def _flat(values: Iterable[float | list[float]]) -> list[float]:
    return [each for value in values for each in (value if isinstance(value, list) else [value])]


def sources(formula: Formula) -> frozenset[CellLike]:
    """The cells that a formula depends on, those of other formulas and what these depend on."""
    if isinstance(formula, Ref):
        return formula.cell.sources | {formula.cell}
    return frozenset().union(*map(sources, _inside(formula)))


def _inside(formula: Formula) -> tuple[Formula, ...]:
    """The parts of a formula; a block as its cells."""
    if isinstance(formula, Minus | Over | Compare):
        return formula.one, formula.other
    if isinstance(formula, Negative):
        return (formula.one,)
    if isinstance(formula, Power):
        return formula.base, formula.exponent
    if isinstance(formula, Plus | Times):
        return formula.parts
    if isinstance(formula, CellBlock):
        return tuple(map(Ref, formula.cells))
    return formula.arguments if isinstance(formula, Call) else formula.inside
