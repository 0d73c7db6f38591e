"""A fit gives back the numbers that its targets were made of, whatever these are."""

from __future__ import annotations

import builders
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ipscost.analysis.calibrate.calibrated import calibrated
from ipscost.analysis.calibrate.fit import Search, fit

TARGETS = """
calibrate:
  unknown:
    cost.care.ips: {{low: -5000, high: 5000}}
    cost.hospital.ward.use.ips: {{low: 0.01, high: 20}}
  target:
    total:
      {{path: cost, what: saving, arm: ips, value: {saving!r}, unit: DKK, se: 10, source: study}}
    ward:
      path: cost.hospital.ward
      what: difference
      arm: ips
      value: {ward!r}
      unit: DKK
      se: 20
      source: study
"""
"""The saving is -care - ward - 40, which the clinic costs more."""


@settings(max_examples=12)
@given(st.floats(-4000, 4000), st.floats(0.05, 15))
def test_a_scenario_gives_back_what_its_targets_were_made_of(care: float, ratio: float) -> None:
    ward = 800 * (ratio - 1)
    more = TARGETS.format(saving=-care - ward - 40, ward=ward)
    found = calibrated(
        builders.load(builders.text(builders.CARE + builders.HOSPITAL, more=more)), 1, 1
    )
    assert np.allclose(found.fit.best.values, [care, ratio], rtol=1e-5, atol=1e-2)
    assert found.fit.squares < 1e-4


@settings(max_examples=12)
@given(st.floats(0.05, 0.9), st.floats(0.005, 0.3), st.integers(0, 99))
def test_a_curve_gives_back_its_two_numbers(top: float, rate: float, seed: int) -> None:
    month = np.array([1.0, 3.0, 6.0, 18.0, 60.0])

    def share(x: np.ndarray) -> np.ndarray:
        return np.asarray(x[:, :1] * (1 - np.exp(-x[:, 1:] * month)))

    true = np.array([[top, rate]])
    search = Search(np.array([0.01, 0.001]), np.array([1.0, 1.0]))
    starts = np.random.Generator(np.random.PCG64(seed)).random((3, 2))
    found = fit(lambda x: (share(x) - share(true)) / 0.02, search, starts)
    assert np.allclose(found.best.values, true[0], rtol=1e-4)


@settings(max_examples=12)
@given(st.floats(-3, 3), st.floats(0.1, 4), st.integers(0, 99))
def test_the_scale_of_an_unknown_makes_no_difference(
    exponent: float, weight: float, seed: int
) -> None:
    scale = 10.0**exponent
    matrix = np.array([[1.0, 1.0], [1.0, -1.0], [0.5, 2.0]])
    value, se = np.array([1.0, 0.4, 1.2]), np.array([0.1, 0.1 * weight, 0.2])
    starts = np.random.Generator(np.random.PCG64(seed)).random((2, 2))

    def of(factor: float) -> tuple[np.ndarray, float]:
        search = Search(np.array([-2.0 * factor, -2.0]), np.array([2.0 * factor, 2.0]))
        shrink = np.array([factor, 1.0])
        found = fit(lambda x: ((x / shrink) @ matrix.T - value) / se, search, starts)
        return found.se / shrink, found.condition

    one, other = of(1.0), of(scale)
    assert np.allclose(one[0], other[0], rtol=1e-4)
    assert np.isclose(one[1], other[1], rtol=1e-4)
