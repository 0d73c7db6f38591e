"""A run that is asked again: at nothing else it is the run, and at its own values too."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ipscost
from ipscost import Run, Settings
from ipscost.run import RATES

NAMES = ("inklusion-ips", "labour-market-ips", "examples/states.yaml", "examples/municipality.yaml")
N = 40


@cache
def run_of(name: str) -> Run:
    """A run over few draws."""
    return ipscost.simulate(ipscost.load(name), Settings(draws=N))


@pytest.mark.parametrize("name", NAMES)
def test_at_nothing_else_a_run_has_its_own_bits(name: str) -> None:
    run = run_of(name)
    none = ipscost.simulate(run.scenario, Settings(draws=0))
    for asked in (run, none):
        found = asked.at({})
        assert found.present_value == pytest.approx(run.point.present_value, rel=1e-12)
        assert found.amount.tobytes() == run.at({}).amount.tobytes()
        if run.scenario.model is None:  # else periods are summed in another order
            assert found.amount.tobytes() == run.point.collapsed().amount.tobytes()
    assert run.ledger is not None
    found = run.at({}, run.draws)
    for mine in ("amount", "outcome_amount", "known", "told"):
        assert getattr(found, mine).tobytes() == getattr(run.ledger, mine).tobytes()
    assert {p: f.tobytes() for p, f in found.clipped.items()} == {
        p: f.tobytes() for p, f in run.ledger.clipped.items()
    }


@given(name=st.sampled_from(NAMES), data=st.data())
def test_at_their_own_values_numbers_change_nothing(name: str, data: st.DataObject) -> None:
    run = run_of(name)
    numbers = {q.path: run.scenario.now(q) for q in run.scenario.quantities}
    rates = dict(
        zip(RATES, (run.scenario.discount.cost, run.scenario.discount.outcome), strict=True)
    )
    paths = data.draw(st.sets(st.sampled_from(sorted({**numbers, **rates})), max_size=3))
    found = run.at({path: {**numbers, **rates}[path] for path in paths})
    now = run.at({})
    np.testing.assert_allclose(found.amount, now.amount, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(found.outcome_amount, now.outcome_amount, rtol=1e-9, atol=1e-9)


@settings(max_examples=12)
@given(name=st.sampled_from(NAMES), size=st.integers(N // 3, N), data=st.data())
def test_several_values_are_each_alone(name: str, size: int, data: st.DataObject) -> None:
    run = run_of(name)
    quantity = data.draw(st.sampled_from([q for q in run.scenario.quantities if not q.is_fixed]))
    value = run.scenario.now(quantity)
    rate = data.draw(st.sampled_from([0.0, 0.015, 0.03]))
    asked = {
        quantity.path: np.array([value, value * 1.01, value]),
        "discount.cost": np.array([rate, rate, 0.05]),
    }
    together = run.at(asked)
    for place in range(3):
        alone = run.at({path: float(each[place]) for path, each in asked.items()})
        np.testing.assert_allclose(together.amount[..., place], alone.amount[..., 0], rtol=1e-12)
    whole = run.at({quantity.path: value}, run.draws)
    for place, block in run.draws.blocks(size):
        part = run.at({quantity.path: value}, block)
        assert part.amount.tobytes() == whole.amount[..., place].tobytes()


def test_a_rate_that_is_the_files_keeps_its_later_ones() -> None:
    run = run_of("inklusion-ips")
    discount = replace(run.scenario.discount, cost=0.035, cost_later=((0.5, 0.0),))
    later = replace(run, scenario=replace(run.scenario, discount=discount))
    same, other = later.at({"discount.cost": 0.035}), later.at({"discount.cost": 0.0350001})
    assert same.amount.tobytes() == later.at({}).amount.tobytes()
    assert np.abs(other.amount - same.amount).max() > 1


def test_a_number_that_is_not_there_and_rates_that_differ_over_draws_are_refused() -> None:
    run = run_of("inklusion-ips")
    with pytest.raises(ValueError, match=r"^the scenario has no number cost\.nothing$"):
        run.at({"cost.nothing": 1.0})
    with pytest.raises(ValueError, match="a discount rate must be the same in all"):
        run.at({"discount.cost": np.linspace(0, 0.1, N)}, run.draws)
