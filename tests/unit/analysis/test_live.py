"""What if, without a run: coefficients and grids give what a changed scenario gives."""

from __future__ import annotations

from itertools import pairwise

import builders
import pytest

from ipscost.analysis.what_if import live as module
from ipscost.analysis.what_if.chosen import Range, stops
from ipscost.analysis.what_if.live import Live, live
from ipscost.analysis.what_if.question import Question, ask
from ipscost.errors import AskedError
from ipscost.loading import build, read
from ipscost.run import simulate
from ipscost.settings import Settings

EVERYTHING = builders.text(
    builders.CARE + builders.PROGRAMME + builders.HOSPITAL + builders.GAIN + builders.BENEFITS,
    outcome=builders.JOB,
    months=12,
    discount="{cost: 0.03, outcome: 0.02}",
)
PROGRAMME = "cost.programme.ips"
PRICE, USE, RATIO = (f"cost.hospital.ward.{end}" for end in ("price", "use.usual", "use.ips"))
START, GRID = "cost.programme.at_start.ips", "model.transition.benefit.job.ips"


@pytest.fixture(scope="module")
def expected() -> Question:
    return ask(builders.run(EVERYTHING))


@pytest.fixture(scope="module")
def states() -> Question:
    return ask(simulate(build(read("examples/states.yaml")), Settings(draws=0)))


def found(question: Question, **ends: tuple[float, float]) -> Live:
    """The coefficients of the numbers at these ends, or by rule."""
    result = live(question, ends)
    assert result is not None
    return result


def test_a_product_of_three_numbers_is_exact_between_the_ends(expected: Question) -> None:
    ends = {PRICE: (50.0, 200.0), USE: (2.0, 12.0), RATIO: (0.3, 1.4), PROGRAMME: (0.0, 900.0)}
    own = found(expected, **ends)
    assert not any(one.is_grid for one in own.inputs)
    ward = next(part for part in own.parts["ips"] if part.path == "cost.hospital.ward")
    assert max(map(len, ward.terms)) == 3
    values = {PRICE: 77.7, USE: 3.3, RATIO: 1.21, PROGRAMME: 12.5}
    set_ = [
        f"{PRICE}.mean=77.7",
        f"{USE}.mean=3.3",
        f"{RATIO}.ratio=1.21",
        f"{PROGRAMME}.difference=12.5",
    ]
    again = ask(simulate(builders.load(EVERYTHING, *set_), Settings(draws=0)))
    assert own.savings(values) == pytest.approx(again.now, rel=1e-12)
    assert own.savings({}) == pytest.approx(expected.now, rel=1e-12)


def test_a_discount_rate_has_a_grid_and_is_exact_at_its_points_alone(expected: Question) -> None:
    own = found(expected, **{"discount.cost": (0.0, 0.05), PROGRAMME: (0.0, 900.0)})
    rate = own.inputs[0]
    assert rate.is_grid
    assert {0.0, 0.03, 0.05} <= {*rate.stops}
    value = rate.stops[7]
    set_ = [f"discount.cost={value}", f"{PROGRAMME}.difference=500"]
    again = ask(simulate(builders.load(EVERYTHING, *set_), Settings(draws=0)))
    assert own.savings({"discount.cost": value, PROGRAMME: 500.0}) == pytest.approx(again.now)
    with pytest.raises(ValueError, match="not in"):
        own.savings({"discount.cost": value + 1e-4})


def test_a_move_has_a_grid_with_coefficients_at_each_point(states: Question) -> None:
    own = found(states, **{GRID: (1.0, 2.0), START: (5000.0, 20000.0), "number.hours": (60, 90)})
    assert [one.is_grid for one in own.inputs] == [True, False, False]
    value = own.inputs[0].stops[3]
    set_ = [f"{GRID}.hazard_ratio={value}", f"{START}.mean=7000", "number.hours.mean=66.6"]
    changed = build(read("examples/states.yaml"), set_)
    again = ask(simulate(changed, Settings(draws=0)))
    values = {GRID: value, START: 7000.0, "number.hours": 66.6}
    assert own.savings(values) == pytest.approx(again.now, rel=1e-9)


def test_by_rule_the_programme_comes_first_and_then_what_moves_most(states: Question) -> None:
    own = found(states)
    assert [one.varied.path for one in own.inputs[:3]] == [START, GRID, "number.hours"]
    assert len(own.inputs) <= 6
    assert sum(part.coefficients.size for part in own.parts["ips"]) <= module.MOST_NUMBERS


def test_a_programme_that_costs_nothing_has_no_range() -> None:
    free = builders.PROGRAMME.replace("120", "0")
    own = live(ask(builders.run(builders.text(builders.CARE + free))))
    assert own is not None
    assert PROGRAMME not in [one.varied.path for one in own.inputs]


def test_grids_without_room_are_left_out_and_named(
    states: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_NUMBERS", 400)
    usual = "model.transition.benefit.job.usual"
    own = found(states, **{GRID: (1.2, 2.0), usual: (0.2, 0.4)})
    assert [one.varied.path for one in own.inputs] == [GRID]
    assert [one.path for one in own.crowded] == [usual]


def test_what_no_coefficients_give_is_refused(
    expected: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.np, "prod", lambda products: 2.0)
    with pytest.raises(AskedError, match="cannot be put into coefficients"):
        live(expected, {PROGRAMME: (0.0, 900.0)})


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ({"cost.programm.ips": (0, 1)}, "no number cost.programm.ips; write cost.programme.ips"),
        ({PROGRAMME: (500, 900)}, "which is not between 500 and 900"),
        ({USE: (-1, 9)}, "so -1 is not possible"),
        ({"discount.outcome": (0, 0.05)}, "the saving does not depend on it; leave it out"),
        ({f"{PROGRAMME}{n}": (0.0, 1.0) for n in range(9)}, "at most 8 numbers, found 9; leave"),
    ],
)
def test_a_slip_is_told_with_its_fix(
    expected: Question, ends: dict[str, tuple[float, float]], told: str
) -> None:
    with pytest.raises(AskedError, match=told.replace("(", r"\(")):
        live(expected, ends)


def test_stops_are_round_and_hold_the_ends_and_the_value_of_now(expected: Question) -> None:
    varied = expected.one(PROGRAMME)  # 120
    values = stops(Range(varied, 13.0, 909.0), 20)
    assert values[:5] == (13.0, 50.0, 100.0, 120.0, 150.0)
    assert values[-2:] == (850.0, 909.0)
    assert all(low < high for low, high in pairwise(values))
