"""Intervals hold the truth as often as they say, with much missing and skew costs (slow)."""

from __future__ import annotations

from functools import cache, partial

import numpy as np
import pytest

from ipscost.drawing.streams import generator
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.imputation import imputed
from ipscost.individual.regression import sur
from ipscost.individual.resampling import nested
from ipscost.individual.rubin import pooled

PERSONS = 200
COST = Endpoint("cost", np.array([0, 0, 1.0, 0]), (0, 1))
JOB = Endpoint("job", np.array([0, 0, 0, 1.0]), (0,))


def chance(arm: np.ndarray | float, age: np.ndarray, frail: np.ndarray) -> np.ndarray:
    """Of a job."""
    return 1 / (1 + np.exp(0.5 - 0.5 * arm - 0.5 * age + 0.3 * frail))


def trial(seed: int) -> IndividualData:
    """A trial in which the old, and more so those of the new arm, are lost to follow-up."""
    random = np.random.Generator(np.random.PCG64(seed))
    arm, age = np.arange(PERSONS) % 2, random.normal(size=PERSONS)
    frail = random.gamma(1, 1, PERSONS)
    before = 1_000 * frail + 200 * age + random.gamma(1, 300, PERSONS)
    cost = 800 * frail + 500 + 300 * age + 400 * arm + random.gamma(0.5, 2_000, PERSONS)
    job = (random.random(PERSONS) < chance(arm, age, frail)).astype(float)
    values = np.column_stack([age, before, cost, job])
    lost = 1 / (1 + np.exp(1.2 - 0.8 * age - 0.3 * arm))
    for column in (2, 3):
        values[random.random(PERSONS) < lost, column] = np.nan
    return IndividualData(("age", "before", "cost", "job"), values, arm, ("a", "b"), 0)


@cache
def truth() -> np.ndarray:
    """The effect on cost, and on the share with a job, in a million persons."""
    random = np.random.Generator(np.random.PCG64(99))
    age, frail = random.normal(size=1_000_000), random.gamma(1, 1, 1_000_000)
    return np.array([400.0, chance(1.0, age, frail).mean() - chance(0.0, age, frail).mean()])


@pytest.mark.slow
def test_rubins_intervals_hold_the_truth_in_95_of_100() -> None:
    """Within three standard errors of 1,000 trials: 2.1 points."""
    hits = np.zeros(2)
    for seed in range(1_000):
        data = trial(seed)
        found = sur(imputed(data, range(20), partial(generator, seed)), data, [COST, JOB])
        numbers = pooled(found.effect[..., 0], found.effect_covariance, found.freedom)
        low, high = numbers.interval()
        hits += (low <= truth()) & (truth() <= high)
    assert hits / 1_000 == pytest.approx([0.95, 0.95], abs=0.021)


@pytest.mark.slow
def test_percentiles_of_nested_samples_hold_the_truth_in_95_of_100() -> None:
    """Within three standard errors of 300 trials, and half a point that 199 samples cost."""
    hits = np.zeros(2)
    for seed in range(300):
        random = partial(generator, seed)
        found = nested(trial(seed), [COST, JOB], numbers=range(199), random=random, cycles=5)
        low, high = found.interval()
        hits += (low[:, 1] <= truth()) & (truth() <= high[:, 1])
    assert hits / 300 == pytest.approx([0.945, 0.945], abs=0.04)
