"""What holds of every model, whatever its states, moves and numbers are."""

from __future__ import annotations

import math
from typing import Any

import model_builders as mb
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ipscost
from ipscost import Ledger, Run, Settings
from ipscost.engines.levels import over
from ipscost.scenario.distributions import Beta
from ipscost.scenario.model import COUNTINGS, EFFECTS, Model, Move

STATES = ("benefit", "job", "dead")
MONTHS = 24
chances = st.floats(0.001, 0.45)
rates = st.floats(0.05, 1.5)
countings = st.sampled_from(COUNTINGS)
cycles = st.sampled_from(["month", "year"])


def places() -> list[mb.State]:
    """On a benefit or in a job at first, later maybe dead."""
    return [mb.state("benefit", 0.8), mb.state("job", "rest"), mb.state("dead", death=True)]


@st.composite
def models(draw: st.DrawFn, *, uncertain: bool = False, equal: bool = False) -> Model:
    """A model of three states in which any of the arms' numbers may differ, or none does."""

    def chance() -> Any:
        value = draw(chances)
        return Beta.from_se(value, value / 10) if uncertain else value

    measure = draw(st.sampled_from(["probability", "rate", "ever"]))
    role = draw(st.sampled_from(["risk_ratio", "hazard_ratio", "odds_ratio"]))
    ratio = (role, 1.0 if equal else draw(st.floats(0.3, 2.0)))
    moves = [
        mb.move("benefit", "job", {"usual": chance(), "ips": ratio}, measure=measure),
        mb.move("benefit", "dead", {"usual": chance(), "ips": ratio}),
        mb.move("job", "benefit", chance(), measure="ever", shape=draw(st.floats(0.5, 1.5))),
        mb.move("job", "dead", chance(), measure="rate", years=1.0),
    ]
    half_life = draw(st.floats(1, 30))
    return mb.model(
        places(),
        moves,
        cycle=draw(cycles),
        counting=draw(countings),
        years=MONTHS / 12,
        death_first=draw(st.booleans()),
        effect=mb.effect(draw(st.integers(1, MONTHS)), draw(st.sampled_from(EFFECTS)), half_life),
    )


def run(model: Model, *categories: Any, draws: int = 0, **more: Any) -> Run:
    """A run of the model with some categories."""
    found = mb.scenario(model, categories, months=MONTHS, cost=0.04, **more)
    return ipscost.simulate(found, Settings(draws=draws))


def whole(ledger: Ledger) -> np.ndarray:
    """What each arm costs undiscounted, (arm, draw)."""
    return ledger.cost.sum(axis=(1, 2))


@given(model=models(uncertain=True))
def test_everybody_is_somewhere_at_any_time(model: Model) -> None:
    categories = [mb.category(s, MONTHS, mb.rule("in", [s], 1.0, years=1.0)) for s in STATES]
    found = run(model, *categories, draws=20)
    assert whole(found.point) == pytest.approx(MONTHS / 12, rel=1e-12)
    assert found.ledger is not None
    total = found.ledger.present_value.sum(axis=1)
    assert np.ptp(total, axis=-1) == pytest.approx(0, abs=1e-12)
    assert (found.ledger.present_value >= 0).all()


@given(model=models(uncertain=True, equal=True), amount=st.floats(1, 1e6))
def test_equal_arms_differ_by_nothing_at_all(model: Model, amount: float) -> None:
    categories = [
        mb.category("time", MONTHS, mb.rule("in", ["benefit"], amount)),
        mb.category("entry", MONTHS, mb.rule("enter", ["job"], amount)),
        mb.category("start", MONTHS, mb.rule("start", (), amount)),
    ]
    found = run(model, *categories, draws=20)
    assert found.ledger is not None
    for ledger in (found.point, found.ledger):
        assert not ledger.difference("ips").any()


@given(model=models(uncertain=True), share=st.floats(0, 1), observed=st.integers(1, MONTHS))
def test_payers_sum_to_the_total_and_transfers_to_nothing(
    model: Model, share: float, observed: int
) -> None:
    parts = {"municipality": share, "region": 1 - share}
    service = mb.category("care", MONTHS, mb.rule("in", ["benefit"], 100.0), payers=parts)
    support = mb.category(
        "support",
        MONTHS,
        mb.rule("in", ["benefit"], 900.0),
        kind="transfer",
        payers={"region": 1.0},
        receivers=parts,
    )
    found = run(model, service, support, draws=20, observed=observed)
    assert found.ledger is not None
    for ledger in (found.point, found.ledger):
        change = ledger.difference("ips")
        by_payer = np.einsum("cp,cd->pcd", ledger.payer_share, change).sum(axis=0)
        assert by_payer[0] == pytest.approx(change[0], abs=1e-9)
        assert by_payer[1] == pytest.approx(0, abs=1e-9)
        both = ledger.within("observed").present_value + ledger.within("extrapolated").present_value
        assert both == pytest.approx(ledger.present_value, rel=1e-12)


@given(model=models(), month=st.integers(1, MONTHS - 1))
def test_a_horizon_split_at_a_month_adds_up(model: Model, month: int) -> None:
    rule = mb.rule("in", ["job"], 100.0)
    early = mb.category("early", MONTHS, rule, timing=mb.timing(MONTHS, 1, month))
    late = mb.category("late", MONTHS, rule, timing=mb.timing(MONTHS, month + 1))
    split = run(model, early, late, mb.category("all", MONTHS, rule), observed=month).point
    value = split.present_value
    assert value[:, 0] + value[:, 1] == pytest.approx(value[:, 2], rel=1e-12)
    assert split.within("observed").present_value[:, 2] == pytest.approx(value[:, 0], rel=1e-12)
    assert split.within("extrapolated").present_value[:, 2] == pytest.approx(value[:, 1], rel=1e-12)


@given(rate=st.floats(1e-6, 20), years=st.floats(0.01, 10), other=st.floats(0.01, 10))
def test_a_rate_made_a_probability_is_the_same_rate_again(
    rate: float, years: float, other: float
) -> None:
    assume(max(rate * years, rate * other) < 12)  # nearer to 1 the digits hold no rate
    probability = np.array([-math.expm1(-rate * years)])
    again = over(over(probability, other, years), years, other)
    assert -math.log1p(-again[0]) / years == pytest.approx(rate, rel=1e-6)


def hazards(first: float, second: float, back: float) -> list[Move]:
    """Yearly rates between three states."""
    return [
        mb.move("benefit", "job", first, measure="rate", years=1.0),
        mb.move("job", "dead", second, measure="rate", years=1.0),
        mb.move("job", "benefit", back, measure="rate", years=1.0),
    ]


@given(first=rates, second=rates, back=rates)
def test_weeks_and_months_agree_in_the_limit_of_continuous_time(
    first: float, second: float, back: float
) -> None:
    flow = np.array([[-first, first, 0], [back, -second - back, second], [0, 0, 0]])
    step = np.linalg.matrix_power(np.eye(3) + flow / 2**22, 2**22)
    exact = np.array([0.8, 0.2, 0]) @ step
    errors = {}
    for cycle in ("week", "month"):
        model = mb.model(places(), hazards(first, second, back), cycle=cycle, years=1.0)
        course = mb.outcome(
            "dead", 12, unit="share", course=mb.StateOutcome("at", ("dead",), 12, 1.0)
        )
        found = mb.scenario(model, (), [course], months=12)
        point = ipscost.simulate(found, Settings(draws=0)).point
        errors[cycle] = abs(point.present_outcome[0, 0, 0] - exact[2])
    assert errors["month"] < 0.05
    assert errors["week"] == pytest.approx(errors["month"] * 7 * 12 / 365.25, rel=0.15, abs=1e-5)
