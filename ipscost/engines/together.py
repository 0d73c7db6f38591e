"""The variance of a sum of one person's costs, in closed form, and what a stated sum leaves.

With the normal score z of a person an amount is m Q(z). In Hermite polynomials Q(z) is the sum of
a_k h_k(z), and two such factors whose scores have the correlation r have the covariance sum
r^k a_k b_k over k >= 1 (Mehler's formula: Cramer 1946, Mathematical Methods
of Statistics, section 12.6).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ipscost.engines.shapes import STEPS, WIDEST, AnyShape

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TERMS = 40
"""How many polynomials: r^40 of what is left is below a thousandth for r up to 0.84."""
HALVINGS = 32


@dataclass(frozen=True, eq=False)
class Addend:
    """A part of the sum: its mean, the name of its score, its shape, and 1, or -1 where the score
    is turned round. Parts with one name have one score."""

    mean: float
    name: str
    shape: AnyShape
    sign: float = 1.0


@lru_cache(maxsize=400)
def coefficients(shape: AnyShape) -> Floats:
    """The a_k of a shape for k = 0, 1, ..., TERMS - 1, (k,)."""
    score = np.arange(-WIDEST, WIDEST, 1 / STEPS) + 0.5 / STEPS
    weight = np.exp(-(score**2) / 2) / math.sqrt(2 * math.pi) / STEPS
    value = shape.at(score) * weight
    found, before, now = [], np.zeros(score.size), np.ones(score.size)
    for k in range(TERMS):
        found.append(float((value * now).sum()))
        step = (score * now - math.sqrt(k) * before) / math.sqrt(k + 1)
        before, now = now, step
    return np.array(found)


@lru_cache(maxsize=400)
def square(shape: AnyShape) -> float:
    """The mean of the square of a shape: 1 and the squared coefficient of variation."""
    score = np.arange(-WIDEST, WIDEST, 1 / STEPS) + 0.5 / STEPS
    weight = np.exp(-(score**2) / 2) / math.sqrt(2 * math.pi) / STEPS
    return float((shape.at(score) ** 2 * weight).sum())


def product(one: AnyShape, other: AnyShape, link: float) -> float:
    """The mean of the product of two shapes whose scores have the correlation `link`."""
    if one is other and link == 1:
        return square(one)
    powers = link ** np.arange(TERMS)
    return float((powers * coefficients(one) * coefficients(other)).sum())


def variance(parts: Sequence[Addend], link: float, frailty: AnyShape | None = None) -> float:
    """The variance of the sum of parts.

    link: the correlation of the scores of parts with different names. frailty: what multiplies all
    parts of a person.
    """
    total = 0.0
    for one in parts:
        for other in parts:
            turned = one.sign * other.sign
            own = product(one.shape, other.shape, turned * (1 if one.name == other.name else link))
            common = 1.0 if frailty is None else product(frailty, frailty, turned)
            total += one.mean * other.mean * (own * common - 1)
    return total


def solved(found: Callable[[float], float], wanted: float, most: float) -> float | None:
    """The number from 0 to `most` at which a rising function is what is wanted; None if at none."""
    low, high = 0.0, most
    if not found(low) <= wanted <= found(high):
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if found(middle) < wanted else (low, middle)
    return (low + high) / 2
