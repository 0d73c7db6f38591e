"""Cost and effect together as numbers, checked by hand; nothing of it is in words."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.analysis.cea import CostEffectiveness, Odds
from ipscost.analysis.decisions import Decision
from ipscost.analysis.interval import Interval
from ipscost.analysis.voi import GroupError, Population, ValueOfInformation
from ipscost.decision import Psa
from ipscost.directions import LOWER

COST = [[100.0, 100, 100, 100], [90, 90, 130, 130], [150, 150, 150, 150]]
EFFECT = [[1.0, 1, 1, 1], [2, 1, 2, 1], [2, 2, 2, 2]]


def decided(
    cost: list[list[float]] = COST, effect: list[list[float]] = EFFECT, **more: object
) -> Decision:
    """The decision between three arms in four draws."""
    costs, effects = np.array(cost), np.array(effect)
    psa = Psa(("a", "b", "c"), "a", costs, effects, costs.mean(axis=1), effects.mean(axis=1))
    known = np.ones(3, bool)
    fields: dict[str, object] = {
        "name": "by hand",
        "psa": psa,
        "money": "DKK_2024",
        "outcome": "outcome.qaly",
        "effect_unit": "QALY",
        "cost_known": known,
        "effect_known": known,
        "threshold": None,
        "run": None,
        "record": {},
    }
    return Decision(**{**fields, **more})  # type: ignore[arg-type]


def test_each_arm_has_its_levels_and_all_but_the_reference_its_differences() -> None:
    reference, second, third = CostEffectiveness.of(decided()).arms
    assert (reference.cost, reference.effect) == (Interval(100.0), Interval(1.0))
    assert (reference.cost_change, reference.effect_change) == (None, None)
    assert second.cost == Interval(110.0)
    assert second.cost_change is not None
    assert second.cost_change.mean == 10
    assert (second.cost_change.low, second.cost_change.high) == pytest.approx((-10, 30))
    assert third.cost_change == Interval(50.0)


def test_levels_that_are_not_known_are_none() -> None:
    unknown = np.zeros(3, bool)
    found = CostEffectiveness.of(decided(cost_known=unknown, effect_known=unknown)).arms
    assert {(each.cost, each.effect) for each in found} == {(None, None)}


def test_an_outcome_of_which_less_is_better_keeps_its_own_direction() -> None:
    found = CostEffectiveness.of(decided(better=LOWER))
    change = found.arms[2].effect_change
    assert change is not None
    assert (change.mean, found.effect(2).point) == (-1.0, 1.0)
    assert [found.outcome_step(each) for each in found.standings] == [0, -0.5, -0.5]


def test_net_benefits_are_at_each_threshold_in_rising_order() -> None:
    found = CostEffectiveness.of(decided(), wtp=[100, 0])
    assert [(each.wtp, each.arm) for each in found.benefits] == [(0, 1), (0, 2), (100, 1), (100, 2)]
    none, _, second, third = found.benefits
    assert none.health is None
    assert second.monetary.mean == 100 * 0.5 - 10
    assert third.health == Interval(1 - 50 / 100)
    assert third.better == Interval(1.0, draws=4)
    assert second.better.mean == 0.75


def test_how_often_an_arm_is_cheaper_and_better_needs_both_to_vary() -> None:
    found = CostEffectiveness.of(decided())
    assert found.odds(1) == Odds(cheaper=0.5, better=0.5, both=0.25)
    assert found.odds(2) is None


def test_few_draws_say_nothing_of_which_difference_is_clear() -> None:
    assert CostEffectiveness.of(decided()).unclear(1, 0) == "few"
    many = decided([row * 25 for row in COST], [row * 25 for row in EFFECT])
    found = CostEffectiveness.of(many)
    assert [found.unclear(1, 0), found.unclear(2, 0), found.unclear(2, 1)] == ["both", "", "effect"]


def test_neighbours_on_the_frontier_are_as_good_at_their_icer() -> None:
    found = CostEffectiveness.of(decided())
    assert [(each.arm, each.icer) for each in found.on_frontier] == [(0, None), (1, 20), (2, 80)]
    assert found.is_icer((0, 1))
    assert not found.is_icer((0, 2))
    assert found.icer_unit == "DKK_2024/QALY"


def test_what_is_worth_knowing_is_ranked_by_place_for_all_the_people() -> None:
    rng = np.random.Generator(np.random.PCG64(1))
    x, y = rng.normal(size=(2, 500))
    cost = np.stack([np.zeros(500), 100 * x + y, np.full(500, 1_000.0)])
    zeros, parameters = np.zeros((3, 500)), {"x": x, "y": y}
    psa = Psa(("a", "b", "c"), "a", cost, zeros, cost.mean(axis=1), np.zeros(3), parameters)
    question = CostEffectiveness.of(decided(psa=psa, outcome=""))
    found = ValueOfInformation(question, (("y",), ("x", "y"), ("z",)), Population(10, 1, 0.0))
    assert [name for name, _ in found.ranking] == ["x", "y"]
    assert [place for place, _ in found.ranking_of_groups] == [1, 0]
    worth = found.ranking[0][1]
    assert found.for_all(worth) == Interval(10 * worth.value)
    assert found.share(found.now.worth) == Interval(1.0)


def test_a_group_that_is_too_large_is_named_by_its_place() -> None:
    rng = np.random.Generator(np.random.PCG64(1))
    columns = rng.normal(size=(12, 120))
    parameters = {f"x{place}": column for place, column in enumerate(columns)}
    cost = np.stack([np.zeros(120), columns.sum(axis=0), np.full(120, 1_000.0)])
    zeros = np.zeros((3, 120))
    psa = Psa(("a", "b", "c"), "a", cost, zeros, cost.mean(axis=1), np.zeros(3), parameters)
    question = CostEffectiveness.of(decided(psa=psa, outcome=""))
    found = ValueOfInformation(question, (("x0",), tuple(parameters)))
    with pytest.raises(GroupError, match="12 quantities") as caught:
        assert found.ranking_of_groups
    assert caught.value.place == 1
