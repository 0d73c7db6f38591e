"""Draws: their mean, their range, the seed, the ends of every number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.stress.tested import (
    BROKEN,
    HELD,
    NEARLY,
    NONE,
    UNCERTAINTY,
    Subject,
    Test,
    Tested,
    discrepancy,
    each_alone,
    judged,
)
from ipscost.run import simulate
from ipscost.units import SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ENDS = (0.001, 0.999)
"""The quantiles of each number at which the model is run: far out, yet met in 10,000 draws."""
AGAIN = 1_000
"""So many draws are made again with the same seed."""
ERRORS = 4.0
"""How many Monte Carlo standard errors two means may lie apart: further happens by chance once in
16,000 times (two-sided, normal)."""
SPREAD = 0.1
"""How far the mean of the draws may lie from the base case, as a share of their standard deviation.
A model that is no sum of products has another mean; beyond a tenth, TECH-VER asks why."""


def _untried(name: str) -> Tested:
    return Tested(name, UNCERTAINTY, NONE, why="no_draws")


def mean_of_draws(subject: Subject) -> Tested:
    """The mean of the draws is near the base case, in the total of each arm."""
    ledger = subject.run.ledger
    if ledger is None:
        return _untried("mean_of_draws")
    weight = ledger.weight(subject.scenario.perspective)
    off = []
    for arm in subject.scenario.interventions:
        drawn = ledger.difference_of(arm, weight)
        point = float(subject.run.point.difference_of(arm, weight)[0])
        spread = max(float(drawn.std()), NEARLY * abs(point))  # of a certain total: rounding
        chance = ERRORS * spread / np.sqrt(drawn.size)
        away = max(abs(float(drawn.mean()) - point) - chance, 0.0)
        off.append((f"arm.{arm}", float(discrepancy(away, 0.0, spread))))
    return judged("mean_of_draws", UNCERTAINTY, off, within=SPREAD)


def in_range(subject: Subject) -> Tested:
    """Every draw of a share or probability is from 0 to 1, of a ratio above 0.

    What is carried over of an effect is no part of a whole: none, more than all, or the opposite.
    """
    draws = subject.run.draws
    if subject.run.ledger is None:
        return _untried("in_range")
    off, transfer = [], subject.scenario.transfer
    carried = () if transfer is None else (transfer.share, *transfer.own.values())
    for quantity in subject.scenario.quantities:
        if quantity.is_fixed or quantity in carried:
            continue
        column = draws.columns[quantity.path]
        if quantity.unit == SHARE and quantity.role == "mean":
            over = max(float(-column.min()), float(column.max()) - 1, 0.0)
            off.append((quantity.path, over))
        elif quantity.role not in ("mean", "difference"):
            off.append((quantity.path, max(float(-column.min()), 0.0)))
    return judged("in_range", UNCERTAINTY, off)


def same_seed(subject: Subject) -> Tested:
    """The same seed gives the same draws, to the last bit."""
    run = subject.run
    if run.ledger is None:
        return _untried("same_seed")
    sobol = run.settings.sampler == "sobol"  # whose points depend on how many there are
    count = run.settings.draws if sobol else min(run.settings.draws, AGAIN)
    again = simulate(run.scenario, replace(run.settings, draws=count)).ledger
    assert again is not None
    same = np.array_equal(again.amount, run.ledger.amount[..., :count])
    return Tested("same_seed", UNCERTAINTY, HELD if same else BROKEN, count, float(not same))


def other_seed(subject: Subject) -> Tested:
    """Another seed gives the same mean, within the Monte Carlo error of both."""
    run = subject.run
    if run.ledger is None:
        return _untried("other_seed")
    if run.settings.sampler == "sobol":
        return Tested("other_seed", UNCERTAINTY, NONE, why="sobol")
    other = simulate(run.scenario, replace(run.settings, seed=run.settings.seed + 1)).ledger
    assert other is not None
    weight, off = run.ledger.weight(run.scenario.perspective), []
    for arm in run.scenario.interventions:
        one, two = (ledger.difference_of(arm, weight) for ledger in (run.ledger, other))
        error = float(np.hypot(one.std(), two.std())) / np.sqrt(one.size)
        error = max(error, NEARLY * abs(float(one.mean())))
        apart = abs(float(one.mean() - two.mean()))
        off.append((f"arm.{arm}", float(discrepancy(apart, 0.0, ERRORS * error))))
    return judged("other_seed", UNCERTAINTY, off, within=1.0)


def ends(subject: Subject) -> Tested:
    """With each number at either end of its range, results are numbers, and payers still sum."""
    uncertain = [q for q in subject.scenario.quantities if not q.is_fixed]
    if not uncertain:
        return Tested("ends", UNCERTAINTY, NONE, why="nothing_uncertain")
    return judged("ends", UNCERTAINTY, _ends(subject))


def _ends(subject: Subject) -> Iterator[tuple[str, float]]:
    uncertain = (q for q in subject.scenario.quantities if not q.is_fixed)
    values = {q.path: q.dist.ppf(np.array(ENDS)) for q in uncertain}
    share = subject.run.point.payer_share
    for path, present in each_alone(subject, values, outcomes=True):
        if present is None:
            yield path, np.inf
            continue
        paid = np.einsum("acd,cp->acd", present, share)
        right = present * share.sum(axis=1).round()[None, :, None]
        size = max(float(np.abs(present).sum()), np.finfo(float).tiny)
        yield path, float(discrepancy(paid, right, size).max())


TESTS: tuple[Test, ...] = (mean_of_draws, in_range, same_seed, other_seed, ends)
