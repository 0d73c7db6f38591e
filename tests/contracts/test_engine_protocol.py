"""What every engine is called with and returns, and what becomes of the people it follows."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import get_args, get_type_hints

import builders
import numpy as np
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost import run as running
from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import ENGINES, Engine
from ipscost.engines.outcome import Detail, EngineResult, People

PERSONS = 50
PATH = "cost.care.usual"


def followed(scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail) -> EngineResult:
    """A tiny engine of individuals: some need twice the mean cost of care, the others none of it.

    Half of them do on average. Both arms have the same random numbers.
    """
    ledger = ENGINES["expected"](scenario, draws, streams, detail="periods").ledger
    place = ledger.categories.index("cost.care")
    arms = len(ledger.arms)
    needs = np.array([streams.uniforms("need", draw, PERSONS) < 0.5 for draw in range(draws.n)])
    amount = ledger.amount.copy()
    cost = 2 * amount[:, place, 0, :, None] * needs  # (arm, draw, person)
    amount[:, place, 0] = cost.mean(axis=-1)
    arm, draw, _ = np.indices((arms, draws.n, PERSONS)).reshape(3, -1)
    people = People(arm, draw, {"cost.care": cost.ravel()})
    found = replace(ledger, amount=amount)
    return EngineResult(found.collapsed() if detail == "totals" else found, people)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setitem(ENGINES, "followed", followed)
    return of_people()


def of_people(draws: int = 30, seed: int = 1, *, months: bool = False) -> Run:
    """A run of the engine that follows individuals."""
    settings = Settings(draws=draws, seed=seed, engine="followed")
    return ipscost.simulate(builders.load(builders.text()), settings, months=months)


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_follows_the_protocol(name: str) -> None:
    wanted = list(inspect.signature(Engine.__call__).parameters.values())[1:]
    found = list(inspect.signature(ENGINES[name]).parameters.values())
    assert [(p.name, p.kind, p.default) for p in found] == [
        (p.name, p.kind, p.default) for p in wanted
    ]
    assert get_type_hints(ENGINES[name])["return"] is EngineResult


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_tells_months_where_asked_and_is_collapsed_where_not(name: str) -> None:
    scenario = builders.load(builders.text(months=4))
    columns = drawing.draw(scenario, 3, 1)
    found = [ENGINES[name](scenario, columns, Streams(1), detail=each) for each in get_args(Detail)]
    assert [outcome.people for outcome in found] == [None, None, None]
    short, months, whole = (outcome.ledger for outcome in found)
    assert (short.months, whole.months) == (1, 4)
    assert short.amount.shape == (2, len(scenario.categories), 1, 3)
    for each in (short, months):
        np.testing.assert_allclose(each.present_value, whole.present_value, rtol=1e-12)
        np.testing.assert_allclose(each.present_outcome, whole.present_outcome, rtol=1e-12)
    courses = [each.monthly_differences("ips", ["societal"]) for each in (months, whole)]
    assert courses[0].shape == (1, 4, 3)
    np.testing.assert_allclose(*courses, rtol=1e-9, atol=1e-9)


def test_a_run_holds_the_people_behind_its_means(run: Run) -> None:
    assert run.people is not None
    assert run.ledger is not None
    assert run.people.arm.shape == (2 * 30 * PERSONS,)
    place = run.ledger.categories.index("cost.care")
    for arm in range(2):
        for draw in range(30):
            own = (run.people.arm == arm) & (run.people.draw == draw)
            mean = run.people.columns["cost.care"][own].mean()
            assert mean == pytest.approx(run.ledger.present_value[arm, place, draw])


def test_the_engines_of_shares_have_no_people() -> None:
    assert builders.run(builders.text(), draws=5).people is None


@pytest.mark.parametrize("months", [False, True])
def test_blocks_make_no_difference_to_people(
    run: Run, monkeypatch: pytest.MonkeyPatch, *, months: bool
) -> None:
    monkeypatch.setattr(running, "BLOCK", 7)
    parts = of_people(months=months).people
    assert parts is not None
    assert run.people is not None
    order = np.lexsort((parts.draw, parts.arm))
    for mine, theirs in ((run.people.arm, parts.arm), (run.people.draw, parts.draw)):
        np.testing.assert_array_equal(mine, theirs[order])
    np.testing.assert_array_equal(
        run.people.columns["cost.care"], parts.columns["cost.care"][order]
    )


def test_the_same_seed_gives_the_same_people_and_another_gives_others(run: Run) -> None:
    again, other = of_people().people, of_people(seed=2).people
    assert run.people is not None
    assert again is not None
    assert other is not None
    same = run.people.columns["cost.care"].tobytes()
    assert again.columns["cost.care"].tobytes() == same
    assert (other.columns["cost.care"] == 0).tobytes() != (
        run.people.columns["cost.care"] == 0
    ).tobytes()


def test_asked_again_at_other_values_the_same_people_are_met(run: Run) -> None:
    found = run.at({PATH: np.array([1000.0, 1000.0, 2000.0])})
    place = found.categories.index("cost.care")
    one, same, twice = found.present_value[0, place]
    assert one == same == run.point.present_value[0, place, 0]
    assert twice == pytest.approx(2 * one)
    assert run.ledger is not None
    assert run.at({}, run.draws).amount.tobytes() == run.ledger.amount.tobytes()


def test_columns_of_people_must_be_of_one_length() -> None:
    with pytest.raises(ValueError, match=r"^age must have shape \(2,\), not \(3,\)$"):
        People(np.zeros(2, int), np.zeros(2, int), {"age": np.zeros(3)})
