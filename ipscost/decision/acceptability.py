"""How sure a decision is: acceptability, expected loss and the plane, over draws and thresholds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.decision.psa import Psa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]
    Flags = NDArray[np.bool_]

BLOCK = 65_536
QUADRANTS = ("ne", "se", "sw", "nw")
"""The quadrants of the plane: dearer and better, cheaper and better, cheaper and worse, dearer
and worse."""
AXES = ("n", "e", "s", "w", "origin")
"""Between them: dearer, better, cheaper or worse with the other the same, and both the same."""


@dataclass(frozen=True)
class Curves:
    """How sure a decision is at each threshold.

    wtp: what one more of the effect is worth, (threshold,).
    probability: that an arm has the highest net benefit, (arm, threshold); sums to 1 over arms.
        The acceptability curve (CEAC).
    loss: net benefit lost on average by choosing an arm where another is better, (arm, threshold),
        in the money of the cost per person.
    """

    wtp: Floats
    probability: Floats
    loss: Floats

    @property
    def best(self) -> Places:
        """The arm with the highest expected net benefit, (threshold,); the first of equal ones."""
        place: Places = self.loss.argmin(axis=0)
        return place

    @property
    def frontier(self) -> Floats:
        """The probability that this arm has the highest net benefit, (threshold,): the CEAF.

        Source: Fenwick, Claxton and Sculpher 2001, doi 10.1002/hec.635.
        """
        value: Floats = np.take_along_axis(self.probability, self.best[None], axis=0)[0]
        return value

    @property
    def evpi(self) -> Floats:
        """The value of perfect information per person, (threshold,): the lowest expected loss.

        Source: Claxton 1999, doi 10.1016/S0167-6296(98)00039-3; Alarid-Escudero et al. 2019,
        doi 10.1016/j.jval.2019.02.008, for the expected loss.
        """
        value: Floats = self.loss.min(axis=0)
        return value


def curves(psa: Psa, wtp: Sequence[float] | Floats) -> Curves:
    """Acceptability and expected loss at every threshold, from the draws.

    With NB = wtp x effect - cost (arm, draw), the probability of an arm is the share of draws in
    which its NB is the highest, those in which several share it being divided evenly; its expected
    loss is the mean of max NB - NB. Net benefit is taken against the reference arm, which changes
    neither; differences within rounding count as none. A block of draws at a time, so that memory
    stays small.
    """
    thresholds = np.asarray(wtp, dtype=float)
    arms = len(psa.arms)
    wins, lost = np.zeros((arms, thresholds.size)), np.zeros((arms, thresholds.size))
    length = max(1, BLOCK // arms)
    for start in range(0, psa.draws, length):
        block = slice(start, start + length)
        cost, effect = psa.cost_change(block), psa.effect_change(block)
        of_cost, of_effect = psa.noise(0.0, block), psa.noise(1.0, block)
        of_effect -= of_cost
        for place, worth in enumerate(thresholds):
            loss = worth * effect
            loss -= cost
            np.subtract(loss.max(axis=0), loss, out=loss)
            is_worse = loss > worth * of_effect + of_cost
            loss *= is_worse
            wins[:, place] += _shares(~is_worse)
            lost[:, place] += loss.sum(axis=1)
    return Curves(thresholds, wins / psa.draws, lost / psa.draws)


def _shares(is_highest: Flags) -> Floats:
    """How many draws each arm wins, (arm,), from (arm, draw); a draw with ties is divided."""
    won = np.array([np.count_nonzero(row) for row in is_highest], dtype=float)
    if won.sum() > is_highest.shape[1]:
        won = (is_highest / is_highest.sum(axis=0)).sum(axis=1)
    return won


def pairwise(psa: Psa, wtp: float) -> Floats:
    """The probability that each arm has a higher net benefit than the reference arm, (arm,).

    A draw in which both are the same counts half, so of two arms it is the acceptability curve.
    """
    change = wtp * psa.effect_change() - psa.cost_change()
    change[np.abs(change) <= psa.noise(wtp)] = 0.0
    value: Floats = ((change > 0).sum(axis=1) + (change == 0).sum(axis=1) / 2) / psa.draws
    return value


def plane(psa: Psa) -> Floats:
    """The share of draws in each of QUADRANTS and on AXES, arm against reference arm.

    The shape is (arm, place). A draw of the same cost or effect lies in no quadrant. Shares sum
    to 1. Source: Black 1990, doi 10.1177/0272989X9001000308.
    """
    cost, effect = np.sign(psa.cost_change()), np.sign(psa.effect_change())
    ways = {"n": (1, 0), "e": (0, 1), "s": (-1, 0), "w": (0, -1), "origin": (0, 0)}
    ways |= {"ne": (1, 1), "se": (-1, 1), "sw": (-1, -1), "nw": (1, -1)}
    shares = [
        ((cost == up) & (effect == right)).mean(axis=1)
        for up, right in (ways[name] for name in (*QUADRANTS, *AXES))
    ]
    value: Floats = np.stack(shares, axis=1)
    return value
