"""Decision uncertainty over draws: acceptability, expected loss, the cost-effectiveness plane."""

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
"""Numbers of one array that are worked on at a time, 512 kB: they stay in the processor's cache."""
QUADRANTS = ("ne", "se", "sw", "nw")
"""The quadrants of the plane against the reference arm: dearer and better, cheaper and better,
cheaper and worse, dearer and worse."""
AXES = ("n", "e", "s", "w", "origin")
"""The lines between the quadrants: dearer, better, cheaper or worse, the other being the same; and
the origin, where both are the same."""


@dataclass(frozen=True)
class Curves:
    """Acceptability and expected loss at each threshold.

    wtp: the thresholds, money per unit of effect, (threshold,).
    probability: the acceptability curves (CEAC): the probability that an arm has the highest net
        monetary benefit, (arm, threshold); it sums to 1 over arms.
    loss: the expected loss: the net monetary benefit lost on average by choosing an arm in draws in
        which another is better, (arm, threshold), in money per person.
    """

    wtp: Floats
    probability: Floats
    loss: Floats

    @property
    def best(self) -> Places:
        """The index of the arm with the highest expected net benefit, (threshold,).

        Of several equal ones it is the first. It is the arm with the lowest expected loss, since
        both differ from arm to arm by the same amounts.
        """
        arm: Places = self.loss.argmin(axis=0)
        return arm

    @property
    def frontier(self) -> Floats:
        """The probability that the `best` arm has the highest net benefit, (threshold,): the CEAF.

        It need not be the highest of the probabilities. Source: Fenwick, Claxton and Sculpher 2001,
        doi 10.1002/hec.635.
        """
        value: Floats = np.take_along_axis(self.probability, self.best[None], axis=0)[0]
        return value

    @property
    def evpi(self) -> Floats:
        """The expected value of perfect information, (threshold,), in money per person.

        It is the lowest expected loss. Source: Claxton 1999, doi 10.1016/S0167-6296(98)00039-3;
        Alarid-Escudero et al. 2019, doi 10.1016/j.jval.2019.02.008, for the expected loss.
        """
        value: Floats = self.loss.min(axis=0)
        return value


def curves(psa: Psa, wtp: Sequence[float] | Floats) -> Curves:
    """Acceptability curves and expected loss at each of the thresholds `wtp`, over the draws.

    wtp: money per unit of effect, (threshold,). With NB = wtp x effect - cost, (arm, draw), the
    probability of an arm is the share of draws in which its NB is the highest; a draw in which
    several arms tie is divided evenly. Its expected loss is the mean of max NB - NB. Net benefit
    is taken as the difference from the reference arm, which changes neither; differences within
    rounding (`Psa.noise`) count as ties. Draws are worked through in blocks to keep memory small.

    Sources: Fenwick, Claxton and Sculpher 2001, doi 10.1002/hec.635 (probability);
    Alarid-Escudero et al. 2019, doi 10.1016/j.jval.2019.02.008 (expected loss).
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
        for index, threshold in enumerate(thresholds):
            loss = threshold * effect
            loss -= cost
            np.subtract(loss.max(axis=0), loss, out=loss)
            is_worse = loss > threshold * of_effect + of_cost
            loss *= is_worse
            wins[:, index] += _shares(~is_worse)
            lost[:, index] += loss.sum(axis=1)
    return Curves(thresholds, wins / psa.draws, lost / psa.draws)


def _shares(is_highest: Flags) -> Floats:
    """The number of draws that each arm wins, (arm,), from (arm, draw); ties are divided evenly."""
    won = np.array([np.count_nonzero(row) for row in is_highest], dtype=float)
    if won.sum() > is_highest.shape[1]:
        won = (is_highest / is_highest.sum(axis=0)).sum(axis=1)
    return won


def pairwise(psa: Psa, wtp: float) -> Floats:
    """The probability that each arm has a higher net benefit than the reference arm, (arm,).

    wtp: the threshold, money per unit of effect. A draw in which both are equal counts as a half,
    so that with two arms this is the acceptability curve. That of the reference arm is 1/2.
    """
    change = wtp * psa.effect_change() - psa.cost_change()
    change[np.abs(change) <= psa.noise(wtp)] = 0.0
    value: Floats = ((change > 0).sum(axis=1) + (change == 0).sum(axis=1) / 2) / psa.draws
    return value


def plane(psa: Psa) -> Floats:
    """The share of draws in each quadrant and on each axis of the cost-effectiveness plane.

    (arm, region), each arm against the reference arm; the regions are those of QUADRANTS, then of
    AXES, and shares sum to 1. A draw with the same cost or the same effect as the reference arm
    lies on an axis, in no quadrant. Source: Black 1990, doi 10.1177/0272989X9001000308.
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
