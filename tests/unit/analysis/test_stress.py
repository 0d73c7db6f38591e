"""Tests of the tests that must hold of any model: each holds here, and breaks on a broken model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from ipscost import Ledger, Run, Settings, load, simulate
from ipscost.analysis import chances
from ipscost.analysis.stress import inputs, people, results, run, uncertainty
from ipscost.analysis.stress.tested import (
    BROKEN,
    HELD,
    NONE,
    Subject,
    Test,
    each_alone,
    judged,
)
from ipscost.drawing.draws import Draws
from ipscost.errors import NotFiniteError

SHIPPED = (
    *("inklusion-ips", "inklusion-ipse", "labour-market-ips", "ips-ten-years"),
    "ips-for-unge-2023",
)


@cache
def base(name: str = "ips-ten-years") -> Run:
    return simulate(load(name), Settings(draws=300))


@dataclass(frozen=True)
class Broken(Run):
    """A run whose answers at other values are spoilt."""

    spoil: Callable[[Ledger, Mapping[str, Any]], Ledger] = lambda ledger, _: ledger

    def at(self, values: Mapping[str, Any], draws: Draws | None = None, **rest: bool) -> Ledger:
        return self.spoil(super().at(values, draws, **rest), values)


def broken(spoil: Callable[[Ledger, Mapping[str, Any]], Ledger]) -> Subject:
    own = base()
    parts = {name: getattr(own, name) for name in own.__dataclass_fields__}
    return Subject(Broken(**parts, spoil=spoil))


def scaled(ledger: Ledger, factor: Any) -> Ledger:
    return replace(ledger, amount=ledger.amount * factor)


@pytest.mark.parametrize(
    "scenario", [*SHIPPED, "examples/states.yaml", "examples/municipality.yaml"]
)
def test_every_test_that_applies_holds_in_what_is_shipped(scenario: str) -> None:
    found = run.stressed(base(scenario))
    assert len({each.name for each in found}) == len(run.TESTS)
    assert [each for each in found if each.verdict == BROKEN] == []
    for each in found:
        assert (each.verdict == NONE) == bool(each.why)
        assert each.verdict == NONE or each.tried > 0


@pytest.mark.parametrize("scenario", ["examples/municipality-together.yaml", "ips-ten-years"])
def test_numbers_are_tried_alone_in_one_run(scenario: str) -> None:
    own, asked = base(scenario), list[int]()
    values = {q.path: np.array([0.8, 1.1]) * q.value for q in own.scenario.quantities[:9]}

    def counted(ledger: Ledger, values: Mapping[str, Any]) -> Ledger:
        asked.append(len(values))
        return ledger

    parts = {name: getattr(own, name) for name in own.__dataclass_fields__}
    for path, found in each_alone(Subject(Broken(**parts, spoil=counted)), values):
        alone = own.at({path: values[path]}).present_value
        assert found == pytest.approx(np.broadcast_to(alone, np.shape(found)), rel=1e-12), path
    assert asked == [9]


def test_the_number_that_gives_no_result_is_found() -> None:
    paths = [q.path for q in base().scenario.quantities[:3]]

    def fails(ledger: Ledger, values: Mapping[str, Any]) -> Ledger:
        if np.max(values.get(paths[1], 0)) > 1e9:
            raise NotFiniteError
        return ledger

    values = {path: np.array([1.0, 1e10 if path == paths[1] else 2.0]) for path in paths}
    found = dict(each_alone(broken(fails), values))
    assert [path for path in paths if found[path] is None] == [paths[1]]


@pytest.mark.parametrize(
    ("test", "spoil"),
    [
        (inputs.doubled, lambda ledger, _: replace(ledger, amount=ledger.amount + 1)),
        (inputs.nothing, lambda ledger, _: replace(ledger, amount=ledger.amount + 1)),
        (inputs.each_doubled, lambda ledger, _: scaled(ledger, 1 + np.abs(ledger.amount) * 1e-6)),
        (inputs.no_effect, lambda ledger, _: scaled(ledger, np.arange(1, 4)[:, None, None, None])),
        (results.undiscounted, lambda ledger, _: scaled(ledger, 1.001)),
        (
            results.discounted_more,
            lambda ledger, values: scaled(ledger, 1 + values.get("discount.cost", 0) * 100),
        ),
    ],
)
def test_a_model_that_answers_wrongly_fails(
    test: Test, spoil: Callable[[Ledger, Mapping[str, Any]], Ledger]
) -> None:
    assert test(Subject(base())).verdict == HELD
    found = test(broken(spoil))
    assert found.verdict == BROKEN
    assert found.place


def test_a_result_that_is_no_number_fails() -> None:
    def spoil(ledger: Ledger, values: Mapping[str, Any]) -> Ledger:
        return replace(ledger, amount=np.full_like(ledger.amount, np.inf)) if values else ledger

    assert uncertainty.ends(broken(spoil)).verdict == BROKEN
    assert judged("any", "input", [("a", 0.0), ("b", float("nan"))]).place == "b"


def test_a_row_that_changes_others_when_it_is_counted_twice_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def shared(scenario: Any, *rest: Any, **named: Any) -> Run:
        own = simulate(scenario, *rest, **named)
        return replace(own, point=replace(own.point, amount=own.point.amount / 2))

    monkeypatch.setattr(inputs, "simulate", shared)
    assert inputs.row_twice(Subject(base())).verdict == BROKEN


@pytest.mark.parametrize(
    ("test", "shares", "excess"),
    [
        (people.probabilities, [1.0, 1.0], 0.01),
        (people.nobody_lost, [1.0, 0.9], 0.0),
        (people.none_return, [1.0, 0.9], 0.0),
    ],
)
def test_people_who_are_lost_are_found(
    test: Test, shares: list[float], excess: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = base("examples/states.yaml")
    model = own.scenario.model
    assert model is not None
    ends = next(state.path for state in model.states.values() if state.absorbing)
    zero = np.zeros((2, 1, 1))

    def traces(*_: Any) -> Any:
        for state in model.states.values():
            is_end = state.path == ends
            own_shares = np.array(shares).reshape(2, 1, 1) if is_end else zero
            yield state.path, own_shares, excess if is_end else 0.0

    assert test(Subject(own)).verdict == HELD
    monkeypatch.setattr(chances, "traces", traces)
    assert test(Subject(own)).verdict == BROKEN


def test_payers_who_do_not_pay_all_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    own = base()
    share = own.point.payer_share.copy()
    share[0] *= 0.9
    point = replace(own.point)
    object.__setattr__(point, "payer_share", share)
    assert results.payers_sum(Subject(replace(own, point=point))).verdict == BROKEN


def test_parts_that_do_not_sum_to_the_whole_are_found() -> None:
    own = base()
    point = replace(own.point, amount=own.point.amount * 1.01)
    subject = Subject(replace(own, point=point))
    subject.__dict__["base"] = Subject(own).base
    assert results.parts_sum(subject).verdict == BROKEN


def test_a_shorter_horizon_with_other_costs_is_found() -> None:
    same = load("ips-ten-years", ["horizon.months=60"])
    other = load("ips-ten-years", ["horizon.months=60", "cost.programme.ips.difference=20000"])
    assert results.horizon_cut(Subject(base(), same)).verdict == HELD
    found = results.horizon_cut(Subject(base(), other))
    assert (found.verdict, found.place) == (BROKEN, "cost.programme")


def test_draws_that_are_not_those_of_the_model_are_found() -> None:
    own = base()
    assert own.ledger is not None
    off = replace(own, ledger=scaled(own.ledger, np.array([1, 2, 2.0])[:, None, None, None]))
    tests = (uncertainty.mean_of_draws, uncertainty.same_seed, uncertainty.other_seed)
    for test in tests:
        assert test(Subject(own)).verdict == HELD
        assert test(Subject(off)).verdict == BROKEN


def test_a_draw_out_of_range_is_found() -> None:
    own = base()
    columns = {path: column - 1.0 for path, column in own.draws.columns.items()}
    off = replace(own, draws=replace(own.draws, columns=columns))
    assert uncertainty.in_range(Subject(own)).verdict == HELD
    assert uncertainty.in_range(Subject(off)).verdict == BROKEN


def test_without_draws_nothing_uncertain_is_tested() -> None:
    found = run.stressed(simulate(load("inklusion-ips"), Settings(draws=0)))
    assert {each.why for each in found if each.domain == "uncertainty"} == {"no_draws", ""}
