"""What is left of an effect, against the integral of its course."""

from __future__ import annotations

import model_builders as mb
import numpy as np
import pytest

from ipscost.drawing.draws import Draws
from ipscost.engines.lasting import lasting
from ipscost.scenario.distributions import Fixed

BOUNDS = np.arange(13.0)


def left(then: str, half_life: float | None, after: int = 5) -> np.ndarray:
    dist = None if half_life is None else Fixed(half_life)
    columns = {} if half_life is None else {"effect.half_life": np.array([half_life])}
    return lasting(mb.effect(after, then, dist), Draws(1, columns), BOUNDS)[:, 0]


def test_an_effect_that_stops_is_gone_whatever_else_is_stated() -> None:
    expected = [1.0] * 5 + [0.0] * 7
    assert left("stops", None).tolist() == expected
    assert left("stops", 3.0).tolist() == expected


@pytest.mark.parametrize("half_life", [0.5, 3.0, 40.0])
def test_an_effect_that_decays_is_the_mean_of_its_course_in_each_month(half_life: float) -> None:
    fine = (np.arange(12 * 1000) + 0.5) / 1000
    course = np.where(fine < 5, 1.0, 0.5 ** ((fine - 5) / half_life))
    assert left("decays", half_life) == pytest.approx(course.reshape(12, -1).mean(axis=1), rel=1e-5)


def test_an_effect_that_persists_stays_whole() -> None:
    assert left("persists", None).tolist() == [1.0] * 12
