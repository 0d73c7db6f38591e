"""Hazards and probabilities, ratios to them, and rows of the matrix, against closed forms."""

from __future__ import annotations

import math
from typing import Any

import builders
import model_builders as mb
import numpy as np
import pytest

from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import Draws
from ipscost.engines.chain import Chain
from ipscost.engines.grid import grid
from ipscost.run import simulate
from ipscost.scenario.distributions import Beta, Gamma, LogNormal, Normal
from ipscost.scenario.model import Move
from ipscost.scenario.nouns import Scenario
from ipscost.settings import Settings


def clipped(found: Scenario, columns: Draws) -> dict[str, float]:
    """The share of draws in which each path was clipped."""
    told = builders.ledger("states", found, columns, detail="totals").clipped
    return {path: flags.mean() for path, flags in told.items()}


PLACES = [mb.state("a", "rest"), mb.state("b"), mb.state("dead", death=True)]


def chain(*moves: Move, draws: int = 0, **more: Any) -> Chain:
    """The chain of a model at the expected values, or over draws."""
    found = mb.scenario(mb.model(more.pop("places", PLACES), moves, **more))
    columns = drawing.draw(found, draws, 1) if draws else drawing.base_case(found)
    return Chain(found, columns, grid(found))


def leaving(*moves: Move, cycle: int = 0, origin: str = "a", target: str = "b", **more: Any) -> Any:
    """The probability of going from one state to another in a cycle, (arm,)."""
    share = chain(*moves, **more).rows(cycle)[origin].exits[target][:, 0]
    return np.broadcast_to(share, 2)


@pytest.mark.parametrize(
    ("measure", "years", "value", "monthly"),
    [
        ("probability", mb.MONTH, 0.2, 0.2),
        ("probability", 1.0, 0.2, 1 - 0.8 ** (1 / 12)),
        ("rate", mb.MONTH, 0.2, 1 - math.exp(-0.2)),
        ("rate", 1.0, 0.2, 1 - math.exp(-0.2 / 12)),
        ("ever", 1.5, 0.6, 1 - 0.4 ** (1 / 18)),
        ("scale", mb.MONTH, 5.0, 1 - math.exp(-1 / 5)),
    ],
)
def test_each_way_to_state_a_move_gives_its_probability_in_a_cycle(
    measure: str, years: float, value: float, monthly: float
) -> None:
    move = mb.move("a", "b", value, measure=measure, years=years)
    assert leaving(move) == pytest.approx([monthly, monthly], rel=1e-14)


RATIOS = {
    "risk_ratio": lambda p: 1.5 * p,
    "odds_ratio": lambda p: 1.5 * p / (1 - p + 1.5 * p),
    "hazard_ratio": lambda p: 1 - (1 - p) ** 1.5,
}


@pytest.mark.parametrize("role", RATIOS)
@pytest.mark.parametrize("measure", ["probability", "ever"])
def test_a_ratio_acts_on_the_probability_over_the_time_that_it_was_stated_for(
    role: str, measure: str
) -> None:
    move = mb.move("a", "b", {"usual": 0.4, "ips": (role, 1.5)}, measure=measure, years=1.0)
    yearly = RATIOS[role](0.4)
    expected = [1 - 0.6 ** (1 / 12), 1 - (1 - yearly) ** (1 / 12)]
    assert leaving(move) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("role", RATIOS)
def test_a_ratio_to_a_rate_acts_on_the_probability_in_its_unit_of_time(role: str) -> None:
    move = mb.move("a", "b", {"usual": 0.4, "ips": (role, 1.5)}, measure="rate", years=1.0)
    yearly = RATIOS[role](1 - math.exp(-0.4))
    assert leaving(move)[1] == pytest.approx(1 - (1 - yearly) ** (1 / 12), rel=1e-12)


def test_a_difference_is_added_in_the_unit_that_it_was_stated_in() -> None:
    numbers = {"usual": 0.6, "ips": ("difference", -0.1)}
    move = mb.move("a", "b", numbers, measure="ever", years=1.5)
    expected = [1 - 0.4 ** (1 / 18), 1 - 0.5 ** (1 / 18)]
    assert leaving(move) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("role", RATIOS)
def test_a_ratio_of_1_changes_nothing_at_all(role: str) -> None:
    for measure in ("probability", "rate", "ever"):
        numbers = {"usual": 0.37, "ips": (role, 1.0)}
        usual, ips = leaving(mb.move("a", "b", numbers, measure=measure, years=0.7))
        assert usual == ips


def test_a_weibull_hazard_is_the_difference_of_its_cumulative_hazard() -> None:
    move = mb.move("a", "b", 5.0, measure="scale", shape=0.7)
    for cycle in (0, 1, 11):
        rise = ((cycle + 1) / 5) ** 0.7 - (cycle / 5) ** 0.7
        assert leaving(move, cycle=cycle)[0] == pytest.approx(1 - math.exp(-rise), rel=1e-12)


def test_a_share_that_has_ever_moved_comes_back_at_its_month_whatever_the_shape() -> None:
    numbers = {"usual": 0.465, "ips": 0.599}
    move = mb.move("a", "b", numbers, measure="ever", years=1.5, shape={"usual": 0.6, "ips": 1.3})
    found = chain(move, years=1.5)
    left = np.ones(2)
    for cycle in range(18):
        left *= 1 - found.rows(cycle)["a"].exits["b"][:, 0]
    assert 1 - left == pytest.approx([0.465, 0.599], rel=1e-12)


def test_a_ratio_of_a_weibull_hazard_is_to_the_reference_arm_in_every_cycle() -> None:
    numbers = {"usual": 5.0, "ips": ("hazard_ratio", 1.8)}
    move = mb.move("a", "b", numbers, measure="scale", shape=0.7)
    for cycle in (0, 5):
        usual, ips = leaving(move, cycle=cycle)
        assert math.log1p(-ips) / math.log1p(-usual) == pytest.approx(1.8, rel=1e-12)


def test_hazards_of_a_row_compete() -> None:
    moves = [
        mb.move("a", "b", 0.3, measure="rate"),
        mb.move("a", "dead", 0.1, measure="rate"),
    ]
    out = 1 - math.exp(-0.4)
    assert leaving(*moves)[0] == pytest.approx(0.75 * out, rel=1e-14)
    assert leaving(*moves, target="dead")[0] == pytest.approx(0.25 * out, rel=1e-14)


def test_with_death_first_the_other_moves_are_of_those_who_survive() -> None:
    moves = [mb.move("a", "b", 0.3), mb.move("a", "dead", 0.1, measure="rate")]
    die = 1 - math.exp(-0.1)
    assert leaving(*moves, target="dead", death_first=True)[0] == pytest.approx(die)
    assert leaving(*moves, death_first=True)[0] == pytest.approx(0.3 * (1 - die))
    assert leaving(*moves)[0] == 0.3


def test_those_who_leave_are_split_by_shares_and_the_rest() -> None:
    places = [mb.state("a", "rest"), mb.state("b"), mb.state("c")]
    targets = {"b": {"usual": 0.2, "ips": 0.5}, "c": None}
    move = mb.move("a", targets, 0.1, measure="rate")
    out = 1 - math.exp(-0.1)
    row = chain(move, places=places).rows(0)["a"]
    assert row.exits["b"][:, 0] == pytest.approx([0.2 * out, 0.5 * out])
    assert row.exits["c"][:, 0] == pytest.approx([0.8 * out, 0.5 * out])


def test_a_ratio_to_another_move_is_to_that_of_the_same_arm() -> None:
    base = mb.move("a", "dead", {"usual": 0.1, "ips": 0.2}, measure="rate")
    other = mb.move("b", "dead", ("hazard_ratio", 3.0), measure="rate", of=base.path)
    found = leaving(base, other, origin="b", target="dead")
    assert found == pytest.approx([1 - math.exp(-0.3), 1 - math.exp(-0.6)])


def test_stretches_hold_from_their_first_cycle_on() -> None:
    numbers = {"usual": 0.2, "ips": ("risk_ratio", 0.5)}
    move = mb.move("a", "b", (1, numbers), (4, 0.05))
    assert leaving(move, cycle=2).tolist() == [0.2, 0.1]
    assert leaving(move, cycle=3).tolist() == [0.05, 0.05]


def test_values_by_cycle_follow_one_another_and_the_last_holds_on() -> None:
    move = mb.move("a", "b", {"usual": [0.1, 0.2, 0.4], "ips": ("risk_ratio", [0.5, 1.0])})
    found = [leaving(move, cycle=cycle).tolist() for cycle in (0, 1, 2, 9)]
    assert found == [[0.1, 0.05], [0.2, 0.2], [0.4, 0.4], [0.4, 0.4]]


def test_counts_are_shares_of_their_row() -> None:
    moves = [mb.move("a", target, n, measure="count") for target, n in (("a", 70), ("b", 20))]
    moves.append(mb.move("a", "dead", {"usual": 10, "ips": ("risk_ratio", 0.5)}, measure="count"))
    row = chain(*moves).rows(0)["a"]
    assert row.exits["b"][:, 0] == pytest.approx([0.2, 0.2])
    assert row.exits["dead"][:, 0] == pytest.approx([0.1, 0.05])
    assert row.stay is not None
    assert row.stay[:, 0] == pytest.approx([0.7, 0.75])


def test_counts_drawn_as_gammas_are_a_dirichlet() -> None:
    counts = {"a": 70, "b": 20, "dead": 10}
    moves = [mb.move("a", target, Gamma(n, 1.0), measure="count") for target, n in counts.items()]
    share = chain(*moves, draws=4000).rows(0)["a"].exits["b"][0]
    sd = math.sqrt(0.2 * 0.8 / 101)
    assert share.mean() == pytest.approx(0.2, abs=4 * sd / math.sqrt(4000))
    assert share.std() == pytest.approx(sd, rel=0.05)


@pytest.mark.parametrize(
    ("then", "half_life", "left"),
    [("persists", None, [1, 1, 1]), ("stops", None, [1, 0, 0]), ("decays", 1.0, None)],
)
def test_the_effect_lasts_as_stated(
    then: str, half_life: float | None, left: list[float] | None
) -> None:
    if left is None:  # the mean of 0.5^t over the first and the second month after
        left = [1.0, 0.5 / math.log(2), 0.25 / math.log(2)]
    move = mb.move("a", "b", {"usual": 0.1, "ips": 0.3})
    found = chain(move, effect=mb.effect(6, then, half_life))
    for cycle, weight in zip((5, 6, 7), left, strict=True):
        usual, ips = found.rows(cycle)["a"].exits["b"][:, 0]
        assert (usual, ips) == pytest.approx((0.1, 0.1 + 0.2 * weight), rel=1e-12)


def test_a_row_over_1_is_scaled_to_1_and_told() -> None:
    numbers = {"usual": 0.5, "ips": ("risk_ratio", LogNormal(math.log(1.4), 0.3))}
    moves = [mb.move("a", "b", numbers), mb.move("a", "dead", 0.25)]
    found = mb.scenario(mb.model(PLACES, moves))
    columns = drawing.draw(found, 1000, 1)
    row = Chain(found, columns, grid(found)).rows(0)["a"]
    assert row.stay is not None
    assert row.stay.min() >= 0
    assert (row.exits["b"] + row.exits["dead"]).max() <= 1 + 1e-15
    over = (0.5 * columns.columns["model.transition.a.b.1.ips"] > 0.75).mean()
    assert 0.1 < over < 0.9
    assert clipped(found, columns)["model.transition.a"] == over


def test_a_probability_drawn_outside_0_to_1_is_moved_inside_and_told() -> None:
    found = mb.scenario(mb.model(PLACES, [mb.move("a", "b", Normal(0.1, 0.1))]))
    columns = drawing.draw(found, 1000, 1)
    share = Chain(found, columns, grid(found)).rows(0)["a"].exits["b"]
    assert share.min() == 0
    told = clipped(found, columns)
    assert told == {"model.transition.a.b": (columns.columns["model.transition.a.b.1"] < 0).mean()}


def test_a_hazard_that_no_share_has_is_told() -> None:
    numbers = {"usual": 0.5, "ips": ("risk_ratio", LogNormal(math.log(1.4), 0.3))}
    rate = mb.move("a", "b", numbers, measure="rate", years=1.0)
    found = mb.scenario(mb.model(PLACES, [rate]))
    columns = drawing.draw(found, 1000, 1)
    over = (-np.expm1(-0.5) * columns.columns["model.transition.a.b.1.ips"] >= 1).mean()
    assert 0.01 < over < 0.9
    assert clipped(found, columns) == {"model.transition.a.b": over}


def test_what_was_clipped_is_known_of_all_draws_of_a_run_in_blocks() -> None:
    numbers = {"usual": 0.5, "ips": ("risk_ratio", LogNormal(math.log(1.4), 0.3))}
    found = mb.scenario(mb.model(PLACES, [mb.move("a", "b", numbers)]))
    n = 2 * drawing.BLOCK + 100
    columns = drawing.draw(found, n, 1)
    over = 0.5 * columns.columns["model.transition.a.b.1.ips"] > 1
    for months in (False, True):
        ledger = simulate(found, Settings(draws=n), months=months).ledger
        assert ledger is not None
        assert (ledger.clipped["model.transition.a.b"] == over).all()


def test_nothing_is_told_where_nothing_was_clipped() -> None:
    found = mb.scenario(mb.model(PLACES, [mb.move("a", "b", Beta.from_se(0.1, 0.01))]))
    assert clipped(found, drawing.draw(found, 100, 1)) == {}


def test_start_shares_leave_the_rest_to_one_state() -> None:
    places = [mb.state("a", "rest"), mb.state("b", {"usual": 0.2, "ips": 0.3})]
    start = chain(mb.move("a", "b", 0.1), places=places).start()
    assert start["a"][:, 0] == pytest.approx([0.8, 0.7])
    assert start["b"][:, 0] == pytest.approx([0.2, 0.3])
