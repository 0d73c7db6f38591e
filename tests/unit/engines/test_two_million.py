"""Two million persons of every shipped scenario, held against expected values and closed forms."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost.drawing import draws as drawing
from ipscost.drawing.streams import Streams
from ipscost.engines import persons, states

FOLDER = Path(__file__).parents[3] / "scenarios"
SHIPPED = sorted(file.stem for file in FOLDER.glob("*.yaml"))
EVIDENCE = sorted(file.stem for file in (FOLDER / "evidence").glob("*.yaml"))
N = 2_000_000


@pytest.mark.slow
@pytest.mark.parametrize("name", [*SHIPPED, *EVIDENCE])
def test_means_and_variances_of_two_million_persons(name: str) -> None:
    scenario = ipscost.load(name)
    base = drawing.base_case(scenario)
    ledger = states.run(scenario, base, Streams(1), detail="totals").ledger
    costs = ledger.present_value[:, :, 0]
    means = np.concatenate([costs, ledger.present_outcome[:, :, 0]], axis=1)
    powers = np.zeros((5, *means.shape))  # sums of the deviations to the power of 0, 1, ..., 4
    for each in persons.follow(scenario, base, Streams(1, persons=N)):
        apart = np.concatenate([each.costs, each.outcomes], axis=1) - means[:, :, None]
        for power in range(1, 5):
            powers[power] += (apart**power).sum(axis=2)
    first, second, fourth = (powers[power] / N for power in (1, 2, 4))
    differs = second > 1e-12 * means**2
    z = first[differs] / np.sqrt(second[differs] / N)
    assert np.abs(z).max(initial=0.0) < 4
    assert (np.abs(first) <= 1e-6 * np.abs(means) + 1e-9)[~differs].all()
    if scenario.model is not None:
        return
    apart_by = persons.differing(scenario)
    for arm, place in np.argwhere(differs[:, : costs.shape[1]]).tolist():
        alone = np.where(np.arange(costs.shape[1]) == place, costs[arm], 0.0)
        variance, error = second[arm, place], math.sqrt(fourth[arm, place] / N)
        assert abs(variance - apart_by.variance_of(arm, alone)) < 4 * error
