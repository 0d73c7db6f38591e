"""What differs between arms in individual data, and how sure it is."""

from __future__ import annotations

import numpy as np

from ipscost.analysis.evaluation.differences import Differences


def test_what_is_the_same_in_everybody_has_no_interval_by_rounding() -> None:
    """Neither by a standard error nor by bootstrap samples that differ in the last bits."""
    drawn = np.array([6897.2, 6897.2 * (1 + 1e-15), 6897.2])[:, None, None] * [0.0, 1.0]
    found = Differences(
        ("cost.programme",),
        ("ips",),
        np.array([[[0.0, 6897.2]]]),
        np.full((1, 1, 2, 1, 2), 1e-24),
        np.array([98.0]),
        100,
        drawn,
    )
    interval = found.of({"cost.programme": 1.0}, "ips").interval(0.95)
    assert (interval.mean, interval.low, interval.high) == (6897.2, None, None)
