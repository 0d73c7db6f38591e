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
    """A product of the numbers at `paths` and the factor `times`.

    `gain`: if one of the numbers changes by cycle, the factor of each cycle, (cycle,); the last one
    holds for all later cycles. Empty if none changes.
    """

    paths: tuple[str, ...]
    times: float = 1.0
    gain: tuple[float, ...] = ()

    def value(self, draws: Draws) -> Floats:
        """The product in each draw, (draw,); of length 1 if it is the same in all draws."""
        return (draws.product(*self.paths) if self.paths else np.ones(1)) * self.times


Terms = tuple[Term, ...]


def by_arm(
    numbers: Mapping[str, Quantity],
    reference: str,
    *factors: Quantity,
    times: float = 1.0,
    shares: Mapping[str, str] | None = None,
) -> dict[str, Terms]:
    """The amount of each arm that has a number: that number times `factors` and `times`.

    Returns terms by arm; their values are (draw,), in the unit of the number times those of the
    factors. A difference is added to the amount of the reference arm and a ratio multiplies it
    (docs/method.md, From draws to costs). If the reference arm has no number, a difference counts
    from 0 and a ratio gives no terms. Of arms in `shares` a share of the difference alone is added,
    that at the path given there.
    """
    base = numbers.get(reference)
    first: Terms = (Term((), times),)
    own = reduce(_times, (_number(factor) for factor in factors), first)
    level = () if base is None else _number(base)
    amounts = {}
    for arm, number in numbers.items():
        if number.role == "mean" or arm == reference:
            terms = _number(number)
        elif number.role == "difference":
            terms = (*level, *_number(number))
        else:
            terms = _times(level, _number(number))
        amounts[arm] = _times(terms, own)
    for arm, more in change(amounts, reference).items() if shares else ():
        if shares and arm in shares:
            part = tuple(replace(term, paths=(*term.paths, shares[arm])) for term in more)
            amounts[arm] = (*amounts.get(reference, ()), *part)
    return amounts


def change(terms: Mapping[str, Terms], reference: str) -> dict[str, Terms]:
    """The difference of each arm from the reference arm, as terms whose values are (draw,).

    Terms that an arm shares with the reference arm are left out, so that they cancel exactly.
    """
    base = terms.get(reference, ())
    minus = tuple(replace(term, times=-term.times) for term in base)
    differences = {}
    for arm, own in terms.items():
        both = own[: len(base)] == base
        differences[arm] = own[len(base) :] if both else (*own, *minus)
    return differences


def _number(number: Quantity) -> Terms:
    """A number as terms. If it changes by cycle, the draws scale all its values in proportion.

    That needs a first value other than 0; if it is 0, the later values are added to the draws.
    """
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
    """The factors by cycle of a product, from those of its two sides."""
    if not left or not right:
        return left or right
    length = max(len(left), len(right))
    pairs = ((g[min(i, len(g) - 1)] for g in (left, right)) for i in range(length))
    return tuple(a * b for a, b in pairs)
