"""Amounts as sums of products of numbers, by arm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.scenario.quantity import Quantity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Term:
    """A product of the numbers at `paths`, and a factor.

    `gain` is what it is multiplied by in each cycle where a number of it changes by cycle; its
    last one holds on.
    """

    paths: tuple[str, ...]
    times: float = 1.0
    gain: tuple[float, ...] = ()

    def value(self, draws: Draws) -> Floats:
        """The product over draws, (draw,), of length 1 where it is the same in all."""
        return (draws.product(*self.paths) if self.paths else np.ones(1)) * self.times


Terms = tuple[Term, ...]


def by_arm(
    numbers: Mapping[str, Quantity], reference: str, *factors: Quantity, times: float = 1.0
) -> dict[str, Terms]:
    """The amount of each arm that has one: its number times `factors` and `times`.

    A difference is added to that of the reference arm and a ratio multiplies it; where the
    reference arm has none, a difference counts from 0.
    """
    base = numbers.get(reference)
    first: Terms = (Term((), times),)
    own = reduce(_times, (_number(factor) for factor in factors), first)
    level = () if base is None else _number(base)
    found = {}
    for arm, number in numbers.items():
        if number.role == "mean" or arm == reference:
            terms = _number(number)
        elif number.role == "difference":
            terms = (*level, *_number(number))
        else:
            terms = _times(level, _number(number))
        found[arm] = _times(terms, own)
    return found


def change(terms: Mapping[str, Terms], reference: str) -> dict[str, Terms]:
    """The difference of each arm from the reference arm; what both have is left out."""
    base = terms.get(reference, ())
    minus = tuple(replace(term, times=-term.times) for term in base)
    found = {}
    for arm, own in terms.items():
        both = own[: len(base)] == base
        found[arm] = own[len(base) :] if both else (*own, *minus)
    return found


def _number(number: Quantity) -> Terms:
    """One number: where it changes by cycle, in proportion to its first value (if not 0)."""
    if not number.series:
        return (Term((number.path,)),)
    if number.value:
        return (Term((number.path,), 1.0, tuple(now / number.value for now in number.series)),)
    gain = tuple(now * number.factor for now in number.series)
    return (Term((number.path,)), Term((), 1.0, gain))


def _times(left: Terms, right: Terms) -> Terms:
    """The products of each of `left` with each of `right`."""
    return tuple(
        Term((*a.paths, *b.paths), a.times * b.times, _gain(a.gain, b.gain))
        for a, b in product(left, right)
    )


def _gain(left: tuple[float, ...], right: tuple[float, ...]) -> tuple[float, ...]:
    if not left or not right:
        return left or right
    length = max(len(left), len(right))
    pairs = ((g[min(i, len(g) - 1)] for g in (left, right)) for i in range(length))
    return tuple(a * b for a, b in pairs)
