"""Shares and probabilities that are drawn outside what is possible, in plain NumPy."""

from __future__ import annotations

from typing import Any

import model_builders as mb
import numpy as np
import pytest

from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import Draws
from ipscost.engines.chain import Chain
from ipscost.engines.grid import grid
from ipscost.scenario.distributions import Gamma, Normal
from ipscost.scenario.model import Move
from ipscost.scenario.nouns import Scenario

N = 500
PLACES = [mb.state("a", "rest"), mb.state("b"), mb.state("c"), mb.state("dead", death=True)]


def drawn(*moves: Move, places: Any = PLACES, **more: Any) -> tuple[Scenario, Draws, Chain]:
    """A model, its draws and its chain."""
    found = mb.scenario(mb.model(places, moves, **more))
    columns = drawing.draw(found, N, 1)
    return found, columns, Chain(found, columns, grid(found))


def test_start_shares_that_are_drawn_above_1_are_scaled_to_1_and_told() -> None:
    places = [
        mb.state("a", "rest"),
        mb.state("b", Normal(0.5, 0.1)),
        mb.state("c", Normal(0.4, 0.1)),
    ]
    _, columns, chain = drawn(mb.move("a", "b", 0.1), places=places)
    b, c = (columns.columns[f"model.state.{name}.start"] for name in "bc")
    total = np.maximum(b + c, 1.0)
    assert 0.05 < (b + c > 1).mean() < 0.5
    start = {name: share[0] for name, share in chain.start().items()}
    assert start["b"] == pytest.approx(b / total, rel=1e-12)
    assert start["c"] == pytest.approx(c / total, rel=1e-12)
    assert start["a"] == pytest.approx(1 - (b + c) / total, abs=1e-12)
    assert (chain.levels.clipped["model.state"] == (b + c > 1)).all()


def test_start_shares_without_a_rest_are_scaled_to_sum_to_1() -> None:
    places = [mb.state("a", Gamma.from_se(0.6, 0.1)), mb.state("b", Gamma.from_se(0.4, 0.1))]
    _, columns, chain = drawn(mb.move("a", "b", 0.1), places=places)
    a, b = (columns.columns[f"model.state.{name}.start"] for name in "ab")
    start = {name: share[0] for name, share in chain.start().items()}
    assert start["a"] == pytest.approx(np.minimum(a, 1) / (np.minimum(a, 1) + b), rel=1e-12)
    assert start["a"] + start["b"] == pytest.approx(np.ones(N), rel=1e-12)


def test_shares_of_those_who_leave_that_are_drawn_above_1_are_scaled_to_1() -> None:
    targets = {"b": Normal(0.6, 0.15), "c": Normal(0.3, 0.15), "dead": None}
    move = mb.move("a", targets, 0.2)
    _, columns, chain = drawn(move)
    b, c = (np.clip(columns.columns[f"{move.path}.to.{name}"], 0, 1) for name in "bc")
    total = np.maximum(b + c, 1.0)
    assert (b + c > 1).any()
    exits = chain.rows(0)["a"].exits
    assert exits["b"][0] == pytest.approx(0.2 * b / total, rel=1e-12)
    assert exits["c"][0] == pytest.approx(0.2 * c / total, rel=1e-12)
    assert exits["dead"][0] == pytest.approx(0.2 * (1 - (b + c) / total), abs=1e-12)


def test_a_ratio_acts_on_a_probability_that_was_moved_inside_0_to_1() -> None:
    move = mb.move("a", "b", {"usual": Normal(0.9, 0.1), "ips": ("risk_ratio", 0.5)})
    _, columns, chain = drawn(move)
    usual = columns.columns["model.transition.a.b.1.usual"]
    assert (usual > 1.1).any()
    assert chain.rows(0)["a"].exits["b"][1] == pytest.approx(0.5 * np.clip(usual, 0, 1), rel=1e-12)


def test_ratios_by_arm_to_a_move_that_is_the_same_in_all_arms_differ_by_arm() -> None:
    base = mb.move("a", "dead", 0.1)
    other = mb.move(
        "b", "dead", {"usual": ("risk_ratio", 2.0), "ips": ("risk_ratio", 3.0)}, of=base.path
    )
    _, _, chain = drawn(base, other)
    assert chain.rows(0)["b"].exits["dead"][:, 0] == pytest.approx([0.2, 0.3])


def test_ratios_of_all_arms_to_a_move_that_differs_by_arm_keep_the_difference() -> None:
    base = mb.move("a", "dead", {"usual": 0.1, "ips": 0.2})
    other = mb.move("b", "dead", ("risk_ratio", 2.0), of=base.path)
    _, _, chain = drawn(base, other)
    assert chain.rows(0)["b"].exits["dead"][:, 0] == pytest.approx([0.2, 0.4])


def test_a_chain_that_is_walked_through_has_the_rows_of_each_cycle_alone() -> None:
    stated = mb.move("a", "b", (1, {"usual": 0.2, "ips": ("risk_ratio", 0.5)}), (4, 0.05))
    rising = mb.move("b", "c", {"usual": [0.1, 0.2, 0.4], "ips": ("risk_ratio", [0.5, 1.0])})
    of = mb.move("c", "dead", ("hazard_ratio", 2.0), of=rising.path)
    _, _, whole = drawn(stated, rising, of)
    for cycle in range(6):
        _, _, alone = drawn(stated, rising, of)
        ours, theirs = whole.rows(cycle), alone.rows(cycle)
        for origin, target in (("a", "b"), ("b", "c"), ("c", "dead")):
            assert ours[origin].exits[target].tolist() == theirs[origin].exits[target].tolist()
    assert whole.rows(5)["a"].exits["b"].tolist() == [[0.05]]
