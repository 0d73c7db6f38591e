"""Discounting, payers, the length of the horizon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ipscost.analysis.stress.tested import (
    NONE,
    RESULT,
    Subject,
    Test,
    Tested,
    by_category,
    costs,
    discrepancy,
    judged,
)
from ipscost.run import simulate
from ipscost.scenario.nouns import Scenario

HIGHER = 0.05
"""How much higher than the file's the rate is, a year, at which costs must weigh less."""


def undiscounted(subject: Subject) -> Tested:
    """At a rate of 0 every cost is the sum of its months before discounting."""
    scenario = subject.scenario
    plain = subject.run.point.cost.sum(axis=2)[:, :, 0]
    found = costs(subject.run.at({"discount.cost": 0.0}, outcomes=False))
    off = by_category(scenario.categories, found, plain, np.abs(plain).sum())
    return judged("undiscounted", RESULT, off)


def discounted_more(subject: Subject) -> Tested:
    """At a higher rate no cost weighs more.

    Of costs that have one sign in all months: one that changes sign may come out larger.
    """
    rate = subject.scenario.discount.cost + HIGHER
    found = costs(subject.run.at({"discount.cost": rate}, outcomes=False))
    month = subject.run.point.cost[:, :, :, 0]
    rises, falls = (month >= 0).all(axis=2), (month <= 0).all(axis=2)
    one_sign = np.atleast_1d((rises | falls).all(axis=0))
    plain = costs(subject.run.at({"discount.cost": 0.0}, outcomes=False))
    own = np.abs(subject.base if not subject.scenario.discount.cost_later else plain)
    over = np.maximum(np.abs(found) - own, 0.0) / max(float(own.sum()), np.finfo(float).tiny)
    each = zip(subject.scenario.categories, over.max(axis=0), one_sign, strict=True)
    return judged("discounted_more", RESULT, ((c.path, float(o)) for c, o, yes in each if yes))


def payers_sum(subject: Subject) -> Tested:
    """What all payers pay, less what they receive, is the cost; a transfer comes to nothing."""
    ledger = subject.run.point
    paid = (subject.base[:, :, None] * ledger.payer_share).sum(axis=2)
    moved = ledger.moved & np.isclose(ledger.payer_share.sum(axis=1), 0)
    right = np.where(moved, 0.0, subject.base)
    off = by_category(subject.scenario.categories, paid, right, np.abs(subject.base).sum())
    return judged("payers_sum", RESULT, off)


def parts_sum(subject: Subject) -> Tested:
    """The observed and the extrapolated months together are the whole horizon."""
    point = subject.run.point
    if point.observed >= point.months:
        return Tested("parts_sum", RESULT, NONE, why="no_extrapolation")
    found = sum(costs(point.within(part)) for part in ("observed", "extrapolated"))
    off = by_category(
        subject.scenario.categories, np.asarray(found), subject.base, np.abs(subject.base).sum()
    )
    return judged("parts_sum", RESULT, off)


def horizon_cut(subject: Subject) -> Tested:
    """With a shorter horizon, the months that are left cost the same.

    The last cycle is left out, which some counting methods weigh otherwise than those before it.
    """
    if subject.shorter is None:
        return Tested("horizon_cut", RESULT, NONE, why="own_horizon")
    return judged("horizon_cut", RESULT, _cut(subject, subject.shorter))


def _cut(subject: Subject, shorter: Scenario) -> Iterator[tuple[str, float]]:
    """How far each category is off in the months that the shorter horizon has too."""
    settings = replace(subject.run.settings, draws=0)
    short = simulate(shorter, settings, outcomes=False).point.cost[:, :, :, 0]
    whole = subject.run.point.cost[:, :, :, 0]
    cycle = shorter.model.cycle_years if shorter.model is not None else 1 / 12
    kept = short.shape[2] - max(1, round(12 * cycle))
    size = np.abs(whole).sum()
    for place, category in enumerate(subject.scenario.categories):
        off = discrepancy(short[:, place, :kept], whole[:, place, :kept], size)
        yield category.path, float(off.max(initial=0.0))


TESTS: tuple[Test, ...] = (undiscounted, discounted_more, payers_sum, parts_sum, horizon_cut)
