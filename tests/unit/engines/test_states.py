"""The ledger of people who move between states, against closed forms and sums by hand."""

from __future__ import annotations

import math
from typing import Any, get_args

import builders
import model_builders as mb
import numpy as np
import pytest

import ipscost
from ipscost import Ledger, Scenario, Settings
from ipscost.drawing import draws as drawing
from ipscost.engines.outcome import Detail
from ipscost.scenario.distributions import Beta, Gamma, LogNormal
from ipscost.scenario.model import Move, StateOutcome, TimeBand

PLACES = [mb.state("a", "rest"), mb.state("b")]
RATE = 0.3
"""The yearly rate of going from a to b, and nowhere else."""


def there() -> Move:
    """The one move."""
    return mb.move("a", "b", RATE, measure="rate", years=1.0)


def point(*categories: Any, outcomes: Any = (), months: int = 12, **more: Any) -> Ledger:
    """The ledger at the expected values; `move` holds the moves."""
    moves = more.pop("moves", [there()])
    names = ("cost", "benefit", "observed")
    rest = {name: more.pop(name) for name in names if name in more}
    model = mb.model(more.pop("places", PLACES), moves, **{"years": months / 12} | more)
    found = mb.scenario(model, categories, outcomes, months=months, **rest)
    return ipscost.simulate(found, Settings(draws=0)).point


def value(ledger: Ledger, category: int = 0, arm: int = 0) -> float:
    """The present value of a category in an arm."""
    return float(ledger.present_value[arm, category, 0])


def time_in(state: str, months: int = 12, **more: Any) -> Any:
    """A krone for each year in a state."""
    return mb.category(f"in_{state}", months, mb.rule("in", [state], 1.0, years=1.0), **more)


# --- occupancy and counting ------------------------------------------------------------------


@pytest.mark.parametrize("cycle", ["week", "month", "year"])
def test_two_states_give_the_exponential_whatever_the_cycle(cycle: str) -> None:
    course = mb.outcome("at", 36, course=StateOutcome("at", ("a",), 24, 1.0), unit="share")
    ledger = point(outcomes=[course], months=36, cycle=cycle)
    error = 1e-12 if cycle != "week" else 1e-5  # month 24 lies between two weeks
    assert ledger.present_outcome[0, 0, 0] == pytest.approx(math.exp(-RATE * 2), rel=error)


def by_hand(counting: str, cycles: int) -> float:
    """Discounted years in a, over yearly cycles, summed up point by point."""
    weights = {
        "start": [1.0] * cycles + [0.0],
        "end": [0.0] + [1.0] * cycles,
        "half_cycle": [0.5] + [1.0] * (cycles - 1) + [0.5],
        "simpson": [1 / 3, *([4 / 3, 2 / 3] * cycles)[: cycles - 1], 1 / 3],
    }[counting]
    return sum(w * math.exp(-RATE * t) / 1.04**t for t, w in enumerate(weights))


@pytest.mark.parametrize("counting", ["start", "end", "half_cycle", "simpson"])
def test_each_counting_method_is_its_sum_over_points_discounted_there(counting: str) -> None:
    ledger = point(time_in("a", 48), months=48, cycle="year", counting=counting, cost=0.04)
    assert value(ledger) == pytest.approx(by_hand(counting, 4), rel=1e-12)


@pytest.mark.parametrize(("counting", "order"), [("start", 1), ("half_cycle", 2), ("simpson", 4)])
def test_the_error_falls_with_the_cycle_as_the_order_of_the_method_says(
    counting: str, order: int
) -> None:
    exact = (1 - math.exp(-RATE * 4)) / RATE
    errors = {}
    for cycle, length in (("year", 1.0), ("month", 1 / 12)):
        ledger = point(time_in("a", 48), months=48, cycle=cycle, counting=counting)
        errors[length] = abs(value(ledger) - exact)
    found = math.log(errors[1.0] / errors[1 / 12]) / math.log(12)
    assert found == pytest.approx(order, abs=0.1)


def test_simpsons_rule_needs_an_even_number_of_cycles() -> None:
    with pytest.raises(ValueError, match="an even number of cycles, not 3"):
        point(time_in("a", 36), months=36, cycle="year", counting="simpson")


def test_a_last_cycle_counts_for_its_part_inside_the_horizon() -> None:
    ledger = point(time_in("a", 18), months=18, cycle="year", counting="start")
    assert value(ledger) == pytest.approx(1 + math.exp(-RATE) / 2, rel=1e-12)
    assert ledger.cost[0, 0, :, 0].tolist()[11:13] == pytest.approx([1 / 12, math.exp(-RATE) / 12])


def test_weeks_count_in_the_months_that_they_lie_in() -> None:
    ledger = point(time_in("a", 12), cycle="week", moves=[mb.move("a", "b", 0.0)])
    assert ledger.cost[0, 0, :, 0] == pytest.approx(np.full(12, 1 / 12), rel=1e-12)


# --- events ----------------------------------------------------------------------------------


def test_an_amount_on_entry_counts_once_for_each_entry() -> None:
    category = mb.category("entry", 2, mb.rule("enter", ["b"], {"usual": 10.0, "ips": 20.0}))
    back = mb.move("b", "a", 0.5)
    ledger = point(category, months=2, moves=[mb.move("a", "b", 0.4), back])
    entries = 0.4 + (0.6 + 0.4 * 0) * 0.4  # in month 2, of those who stayed
    assert value(ledger) == pytest.approx(10 * entries)
    assert value(ledger, arm=1) == pytest.approx(20 * entries)


def test_an_amount_on_a_move_counts_that_move_alone_and_is_discounted_within_its_cycle() -> None:
    category = mb.category("move", 24, mb.rule("move", ["b", "a"], 100.0))
    moves = [mb.move("a", "b", 0.4, years=1.0), mb.move("b", "a", 0.5, years=1.0)]
    ledger = point(category, months=24, cycle="year", moves=moves, cost=0.04)
    factor = (1 / 1.04 + 1 / 1.04**2) / 2  # of the second year, in which the first return
    assert value(ledger) == pytest.approx(100 * 0.4 * 0.5 * factor, rel=1e-12)


def test_an_amount_at_the_start_is_paid_in_full_whatever_the_state() -> None:
    category = mb.category("start", 12, mb.rule("start", (), {"usual": 0.0, "ips": 7.0}))
    ledger = point(category, cost=0.04)
    assert ledger.present_value[:, 0, 0].tolist() == [0, 7]
    assert ledger.cost[1, 0, :2, 0].tolist() == [7, 0]


def test_an_amount_for_several_states_is_their_sum() -> None:
    both = mb.category("both", 12, mb.rule("in", ["a", "b"], 12.0, years=1.0))
    assert value(point(both)) == pytest.approx(12, rel=1e-12)


def test_timing_limits_an_amount_to_its_months() -> None:
    limited = time_in("a", 12, timing=mb.timing(12, 3, 5))
    ledger = point(limited, counting="start")
    months = [math.exp(-RATE * m / 12) / 12 for m in (2, 3, 4)]
    assert ledger.cost[0, 0, :, 0] == pytest.approx([0, 0, *months, *[0] * 7], rel=1e-12)


def test_an_amount_that_changes_by_cycle_does_so_for_all_points_of_a_cycle() -> None:
    category = mb.category("rising", 24, mb.rule("in", ["a", "b"], [1.0, 3.0], years=1.0))
    ledger = point(category, months=24, cycle="year")
    assert value(ledger) == pytest.approx(4, rel=1e-12)


def test_price_times_use_by_state() -> None:
    price = mb.number(50.0, "cost.visits.price")
    category = mb.category("visits", 12, mb.rule("in", ["a"], 2.0, years=1.0), price=price)
    assert value(point(category)) == pytest.approx(100 * value(point(time_in("a"))), rel=1e-12)


# --- amounts of other amounts ----------------------------------------------------------------


def wages(**more: Any) -> Any:
    """A productivity gain of 100 kroner a year in b."""
    rule = mb.rule("in", ["b"], -100.0, years=1.0)
    return mb.category("wages", 12, rule, kind="productivity", **more)


def tax(**more: Any) -> Any:
    """A tax of 37 per cent of it."""
    rate = mb.number(0.37, "cost.tax.rate")
    stated = {"kind": "transfer", "rate": rate, "of": ("cost.wages",), **more}
    return mb.category("tax", 12, **stated)


def test_a_tax_on_a_gain_is_paid_on_its_size_and_friction_left_aside() -> None:
    whole = point(wages(), tax())
    friction = TimeBand(("b",), 0.0, 1 / 12, 0.0, entry=True)
    short = point(wages(band=friction), tax())
    assert value(whole, 0) < value(short, 0) < 0
    assert value(whole, 1) == pytest.approx(-0.37 * value(whole, 0), rel=1e-12)
    assert value(short, 1) == value(whole, 1)


def test_a_rate_within_its_own_months() -> None:
    ledger = point(wages(), tax(timing=mb.timing(12, 7, 12)))
    half = ledger.cost[0, :, :, 0]
    assert half[1, :6].tolist() == [0] * 6
    assert half[1, 6:] == pytest.approx(-0.37 * half[0, 6:], rel=1e-12)


# --- stated amounts --------------------------------------------------------------------------


def stated(months: int = 36, **more: Any) -> Any:
    """1,800 and 1,440 kroner over the first 18 months."""
    arms = mb.by_arm({"usual": 1800.0, "ips": ("ratio", 0.8)}, "cost.hospital")
    timing = mb.timing(months, 1, 18, monthly=False)
    return mb.category("hospital", months, arms=arms, timing=timing, **more)


def test_a_stated_amount_is_as_in_the_engine_expected() -> None:
    content = builders.text(builders.CARE, discount="{cost: 0.04, outcome: 0.02}", months=18)
    plain = builders.load(content)
    model = mb.model(PLACES, [there()], years=1.5)
    found = mb.scenario(model, plain.categories, months=18, cost=0.04)
    for detail in get_args(Detail):
        columns = drawing.draw(found, 50, 1)
        ours = builders.ledger("states", found, columns, detail=detail)
        theirs = builders.ledger("expected", plain, columns, detail=detail)
        assert ours.present_value.tobytes() == theirs.present_value.tobytes()


@pytest.mark.parametrize(
    ("then", "half_life", "left"),
    [
        ("persists", None, 18.0),
        ("stops", None, 0.0),
        ("decays", 6.0, 6 / math.log(2) * (1 - 0.5**3)),
    ],
)
def test_what_continues_goes_on_at_its_monthly_amount_with_the_effect_that_is_left(
    then: str, half_life: float | None, left: float
) -> None:
    later = mb.effect(18, then, half_life)
    ledger = point(stated(continues=True), months=36, effect=later)
    assert value(ledger) == pytest.approx(1800 + 18 * 100, rel=1e-12)
    assert ledger.difference("ips")[0, 0] == pytest.approx(-360 - 20 * left, rel=1e-12)
    assert value(point(stated(), months=36), arm=1) == pytest.approx(1440, rel=1e-12)


def test_an_uncertain_half_life_decays_in_each_draw() -> None:
    effect = mb.effect(18, "decays", Gamma.from_se(12, 3))
    model = mb.model(PLACES, [there()], years=3.0, effect=effect)
    found = mb.scenario(model, [stated(continues=True)], months=36, cost=0.04, observed=18)
    run = ipscost.simulate(found, Settings(draws=200), months=True)
    half = run.draws.columns["effect.half_life"]
    assert run.ledger is not None
    months = [
        -20 * half / math.log(2) * (0.5 ** (m / half) - 0.5 ** ((m + 1) / half)) for m in range(18)
    ]
    factors = 1.04 ** -((np.arange(18, 36) + 0.5) / 12)
    late = (
        run.ledger.within("extrapolated").present_value[1]
        - run.ledger.within("extrapolated").present_value[0]
    )
    assert late[0] == pytest.approx(np.einsum("md,m->d", np.array(months), factors), rel=1e-9)
    course = run.courses["ips", "societal"]
    assert course[18:].sum(axis=0) == pytest.approx(late[0], rel=1e-9)


# --- outcomes --------------------------------------------------------------------------------


def test_time_in_a_state_may_be_counted_beyond_the_horizon() -> None:
    months = 12
    timing = mb.timing(30, 1, 30)
    course = StateOutcome("time", ("a",), 30, 7 / 365.25)
    outcome = mb.outcome("weeks", months, course=course, timing=timing, unit="week/person")
    ledger = point(outcomes=[outcome], benefit=0.05)
    rate = RATE + math.log(1.05)
    exact = (1 - math.exp(-rate * 2.5)) / rate * 365.25 / 7
    assert ledger.present_outcome[0, 0, 0] == pytest.approx(exact, rel=1e-4)


def test_a_month_between_two_points_lies_on_the_line_between_them() -> None:
    course = mb.outcome("at", 24, course=StateOutcome("at", ("a",), 6, 1.0), unit="share")
    ledger = point(outcomes=[course], months=24, cycle="year")
    assert ledger.present_outcome[0, 0, 0] == pytest.approx((1 + math.exp(-RATE)) / 2)


def test_quality_of_life_by_state_is_discounted_as_an_outcome() -> None:
    rules = (mb.rule("in", ["a"], 0.8, years=1.0), mb.rule("in", ["b"], 0.5, years=1.0))
    ledger = point(
        outcomes=[mb.outcome("qaly", 24, *rules)],
        months=24,
        cycle="year",
        counting="end",
        cost=0.5,
        benefit=0.04,
    )
    shares = [math.exp(-RATE), math.exp(-2 * RATE)]
    hand = sum((0.5 + 0.3 * a) / 1.04 ** (t + 1) for t, a in enumerate(shares))
    assert ledger.present_outcome[0, 0, 0] == pytest.approx(hand, rel=1e-12)


# --- draws -----------------------------------------------------------------------------------


def uncertain() -> Scenario:
    """Two uncertain moves, a Weibull hazard, a ladder, friction, a tax, and outcomes."""
    places = [mb.state("a", "rest"), mb.state("b"), mb.state("dead", death=True)]
    entry = {"usual": Gamma.from_se(0.04, 0.004), "ips": ("hazard_ratio", LogNormal(0.4, 0.1))}
    moves = [
        mb.move("a", "b", entry, measure="rate", shape=Gamma.from_se(0.8, 0.05)),
        mb.move("b", "a", Beta.from_se(0.05, 0.005)),
        mb.move("b", "dead", Beta.from_se(0.001, 0.0002)),
    ]
    model = mb.model(places, moves, years=2.0, effect=mb.effect(18, "decays", Gamma(20.0, 1.0)))
    first = TimeBand(("a",), 0.0, 0.3, 0.0, entry=False)
    friction = TimeBand(("b",), 0.0, 0.25, 0.0, entry=True)
    amount = {"usual": Gamma.from_se(100, 10), "ips": Gamma.from_se(90, 10)}
    categories = [
        mb.category("ladder", 24, mb.rule("in", ["a"], amount), band=first),
        mb.category("wages", 24, mb.rule("in", ["b"], -50.0), kind="productivity", band=friction),
        mb.category("entry", 24, mb.rule("enter", ["b"], 10.0)),
        mb.category("start", 24, mb.rule("start", (), {"usual": 0.0, "ips": 20.0})),
        mb.category(
            "tax",
            24,
            kind="transfer",
            rate=mb.number(Beta.from_se(0.37, 0.02), "cost.tax.rate"),
            of=("cost.wages",),
        ),
        stated(24, continues=True),
    ]
    outcomes = [
        mb.outcome("ever", 24, course=StateOutcome("ever", ("b",), 30, 1.0), unit="share"),
        mb.outcome("qaly", 24, mb.rule("in", ["b"], Beta.from_se(0.8, 0.02), years=1.0)),
    ]
    return mb.scenario(model, categories, outcomes, cost=0.035, benefit=0.02, observed=18)


def test_the_course_by_month_makes_no_difference_to_the_totals() -> None:
    found = uncertain()
    columns = drawing.draw(found, 100, 1)
    whole, short = (
        builders.ledger("states", found, columns, detail=d) for d in ("periods", "totals")
    )
    assert short.months == 2
    for part in ("observed", "extrapolated"):
        assert short.within(part).present_value == pytest.approx(
            whole.within(part).present_value, rel=1e-9
        )
    assert short.present_outcome == pytest.approx(whole.present_outcome, rel=1e-12)
    both = short.within("observed").present_value + short.within("extrapolated").present_value
    assert both == pytest.approx(short.present_value, rel=1e-12)


@pytest.mark.parametrize("size", [1, 7, 64])
def test_no_byte_depends_on_the_size_of_blocks(size: int) -> None:
    found = uncertain()
    columns = drawing.draw(found, 65, 1)
    whole = builders.ledger("states", found, columns, detail="totals")
    for place, block in columns.blocks(size):
        part = builders.ledger("states", found, block, detail="totals")
        assert part.amount.tobytes() == whole.amount[..., place].tobytes()
        assert part.outcome_amount.tobytes() == whole.outcome_amount[..., place].tobytes()


def test_a_held_number_moves_the_model_as_a_draw_of_it_would() -> None:
    found = uncertain()
    values = np.array([0.03, 0.05])
    path = "model.transition.a.b.1.usual"
    held = builders.ledger("states", found, drawing.held(found, {path: values}, 2), detail="totals")
    for place, number in enumerate(values):
        one = drawing.held(found, {path: np.array([number])}, 1)
        alone = builders.ledger("states", found, one, detail="totals")
        assert alone.amount[..., 0] == pytest.approx(held.amount[..., place], rel=1e-12)


def test_a_scenario_without_states_is_as_in_the_engine_expected() -> None:
    found = builders.load(builders.STUDY)
    columns = drawing.draw(found, 20, 1)
    ours, theirs = (builders.ledger(name, found, columns) for name in ("states", "expected"))
    assert ours.amount.tobytes() == theirs.amount.tobytes()


def test_the_engine_expected_refuses_what_only_states_can_give() -> None:
    found = uncertain()
    with pytest.raises(ValueError, match="needs the engine states"):
        builders.ledger("expected", found, drawing.base_case(found))
