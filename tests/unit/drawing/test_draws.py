"""Quantities become draws in the reported money, each from the stream that its path names."""

from __future__ import annotations

from typing import ClassVar

import builders
import numpy as np
import pytest

from ipscost.drawing import draws, streams
from ipscost.scenario.distributions import Normal

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


class Counted(draws.Recipe):
    """A recipe that counts how often its draws are made."""

    made: ClassVar[list[str]] = []

    def values(self, start: int, stop: int) -> draws.Floats:
        self.made.append(self.parts[0][0].name)
        return super().values(start, stop)


def recipes(*names: str) -> list[Counted]:
    return [Counted(Normal(0, 1), 1.0, ((draws.Stream(1, name, None), 1.0),)) for name in names]


def made_by(kept: draws.Kept, *names: str) -> list[str]:
    """Which columns of a run are made anew; all of them are what their recipes give."""
    Counted.made.clear()
    kept.begin()
    found = [kept.column(recipe, 10) for recipe in recipes(*names)]
    made = list(Counted.made)
    for recipe, column in zip(recipes(*names), found, strict=True):
        assert column.tolist() == recipe.values(0, 10).tolist()
    assert kept.size == sum(values.nbytes for _, values in kept.columns.values()) <= kept.most
    return made


def test_more_columns_than_can_be_kept_are_not_all_made_again() -> None:
    kept = draws.Kept(3 * 80)
    assert made_by(kept, *"abcde") == list("abcde")
    assert made_by(kept, *"abcde") == ["d", "e"]
    assert made_by(kept, *"abcdf") == ["d", "f"]


def test_columns_of_earlier_runs_make_room() -> None:
    kept = draws.Kept(3 * 80)
    assert made_by(kept, *"abc") == list("abc")
    assert made_by(kept, *"xbyz") == list("xyz")
    assert made_by(kept, *"xbyz") == ["z"]
    assert made_by(draws.Kept(79), *"ab") == ["a", "b"]
