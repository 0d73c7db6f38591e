"""Moves out of one state in the same cycle: how much each takes."""

from __future__ import annotations

import math

import model_builders as mb
import numpy as np
import pytest

from ipscost.drawing import draws as drawing
from ipscost.engines.chain import Chain, MatrixRow
from ipscost.engines.competing import competing_hazards
from ipscost.engines.grid import grid
from ipscost.scenario.model import Move

PLACES = [mb.state("a", "rest"), mb.state("b"), mb.state("c"), mb.state("d")]


def row(*moves: Move) -> MatrixRow:
    """The row of `a` in the first month, at the expected values."""
    found = mb.scenario(mb.model(PLACES, moves))
    return Chain(found, drawing.base_case(found), grid(found)).rows(0)["a"]


def exits(found: MatrixRow) -> dict[str, float]:
    return {name: float(share.flat[0]) for name, share in found.exits.items()}


def test_probabilities_of_one_time_share_who_leaves_in_a_shorter_cycle_in_proportion() -> None:
    yearly = {"b": 0.3, "c": 0.2, "d": 0.1}
    moves = [mb.move("a", name, p, years=1.0) for name, p in yearly.items()]
    leave = 1 - 0.4 ** (1 / 12)
    expected = {name: leave * p / 0.6 for name, p in yearly.items()}
    assert exits(row(*moves)) == pytest.approx(expected, rel=1e-12)
    two = exits(row(*moves[:2]))
    leave = 1 - 0.5 ** (1 / 12)
    assert two == pytest.approx({"b": leave * 0.6, "c": leave * 0.4}, rel=1e-12)


def test_probabilities_of_several_times_compete_like_hazards_each_time_as_a_whole() -> None:
    moves = [
        mb.move("a", "b", 0.3, years=1.0),
        mb.move("a", "c", 0.2, years=1.0),
        mb.move("a", "d", 0.1),
    ]
    yearly, monthly = -math.log(0.5) / 12, -math.log(0.9)
    leave = 1 - math.exp(-yearly - monthly)
    of_year = leave * yearly / (yearly + monthly)
    expected = {"b": of_year * 0.6, "c": of_year * 0.4, "d": leave - of_year}
    assert exits(row(*moves)) == pytest.approx(expected, rel=1e-12)


def test_hazards_that_are_all_zero_move_nobody() -> None:
    moves = [mb.move("a", name, 0.0, measure="rate") for name in ("b", "c")]
    found = row(*moves)
    assert exits(found) == {"b": 0.0, "c": 0.0}
    assert found.stay is not None
    assert found.stay.min() == 1.0


def test_hazards_that_are_zero_in_some_draws_move_nobody_in_those() -> None:
    hazards = [np.array([[0.0, 0.2]]), np.array([[0.0, 0.6]])]
    found = competing_hazards([(mb.move("a", "b", 0.1), hazard) for hazard in hazards])
    leave = 1 - math.exp(-0.8)
    shares = np.concatenate([share for _, share in found])
    assert shares == pytest.approx(np.array([[0, leave / 4], [0, leave * 3 / 4]]))


def test_probabilities_that_are_all_zero_move_nobody_in_a_shorter_cycle() -> None:
    found = row(*(mb.move("a", name, 0.0, years=1.0) for name in ("b", "c")))
    assert exits(found) == {"b": 0.0, "c": 0.0}
