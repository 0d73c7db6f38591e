"""Quantities become draws in the reported money, each from the stream that its path names."""

from __future__ import annotations

import builders
import numpy as np
import pytest

from ipscost import draws, streams
from ipscost.distributions import Normal

EUROS = """
care:
  kind: service
  payer: region
  unit: EUR_2016/person
  source: study table 1
  usual: {mean: 1000}
  ips: {difference: -300, se: 50}
"""


def test_a_fixed_quantity_is_the_same_in_each_draw() -> None:
    found = draws.draw(builders.load(builders.text(EUROS, money="EUR_2016")), 5, 1)
    assert found.columns["cost.care.usual"].tolist() == [1000.0] * 5


def test_a_draw_is_the_inverse_cdf_at_the_uniform_of_the_path() -> None:
    found = draws.draw(builders.load(builders.text(EUROS, money="EUR_2016")), 5, 7)
    uniforms = streams.uniforms(7, "cost.care.ips", 5)
    assert found.columns["cost.care.ips"].tolist() == Normal(-300, 50).ppf(uniforms).tolist()


def test_draws_are_in_the_reported_money() -> None:
    stated = draws.draw(builders.load(builders.text(EUROS, money="EUR_2016")), 5, 1)
    reported = draws.draw(builders.load(builders.text(EUROS, money="DKK_2017")), 5, 1)
    for path in ("cost.care.usual", "cost.care.ips"):
        expected = stated.columns[path] * 7.46038 * 1.0115
        assert reported.columns[path] == pytest.approx(expected, rel=1e-12)


def test_a_ratio_is_not_converted() -> None:
    cost = EUROS.replace("{difference: -300, se: 50}", "{ratio: 0.8, se: 0.05}")
    stated = draws.draw(builders.load(builders.text(cost, money="EUR_2016")), 5, 1)
    reported = draws.draw(builders.load(builders.text(cost, money="DKK_2017")), 5, 1)
    path = "cost.care.ips"
    assert stated.columns[path].tolist() == reported.columns[path].tolist()


def test_the_expected_draw_holds_every_mean() -> None:
    found = draws.base_case(builders.load(builders.text(EUROS, money="DKK_2017")))
    assert found.n == 1
    assert found.columns["cost.care.ips"][0] == pytest.approx(-300 * 7.46038 * 1.0115)


def test_draws_cannot_be_changed() -> None:
    found = draws.draw(builders.load(builders.text(EUROS)), 5, 1)
    with pytest.raises(ValueError, match="read-only"):
        found.columns["cost.care.ips"][0] = 0.0


def test_no_draws_are_columns_without_rows() -> None:
    found = draws.draw(builders.load(builders.text(EUROS)), 0, 1)
    assert all(column.shape == (0,) for column in found.columns.values())
    assert np.isfinite(
        draws.base_case(builders.load(builders.text(EUROS))).columns["cost.care.ips"]
    )
