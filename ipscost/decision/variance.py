"""Where the variance of a result comes from: the part of each quantity, and what is left to all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.decision.regression import Design, crossed, fit, ranked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

MOST_SWEEPS = 20
ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of a variance that sum to 1: of each term alone, and of their `interactions`."""

    terms: Mapping[str, float]
    interactions: float


def variance_shares(result: Floats, terms: Mapping[str, Sequence[Floats]]) -> Shares:
    """The share of the variance of `result`, (draw,), that each term explains alone.

    A term is a quantity, or several that go together; the terms are independent of one another. Its
    share is Var(E[result | term]) / Var(result), the first-order index (Saltelli et al. 2010, doi
    10.1016/j.cpc.2009.09.018, equation 1). The expectations are spline regressions, fitted in turn
    to what the others leave (backfitting, Hastie and Tibshirani 1986, doi 10.1214/ss/1177013604),
    so that chance correlation between draws does not count twice; what all of them leave is due to
    interactions, as of a price and its use.
    """
    y = result - result.mean()
    designs = {name: _design(columns) for name, columns in terms.items()}
    parts = {name: np.zeros_like(y) for name in designs}
    left = y.copy()
    for _ in range(MOST_SWEEPS):
        change = 0.0
        for name, found in designs.items():
            if found is None:
                continue
            order, design = found
            part = np.empty_like(y)
            part[order] = fit(design, (left + parts[name])[order][None]).fitted[0]
            part -= part.mean()
            change = max(change, float(np.abs(part - parts[name]).max()))
            left += parts[name] - part
            parts[name] = part
        if change <= ENOUGH * np.abs(y).max():
            break
    variances = {name: float(part.var()) for name, part in parts.items()}
    whole = sum(variances.values()) + float(left.var())
    if whole == 0:
        return Shares(dict.fromkeys(terms, 0.0), 0.0)
    shares = {name: variance / whole for name, variance in variances.items()}
    return Shares(shares, float(left.var()) / whole)


def _design(columns: Sequence[Floats]) -> tuple[Places, Design] | None:
    """The order of the draws in a design of one or several quantities, and the design."""
    found = [quantity for quantity in map(ranked, columns) if quantity is not None]
    if not found:
        return None
    if len(found) == 1:
        return found[0].order, found[0].design
    return np.arange(columns[0].size), crossed(found)
