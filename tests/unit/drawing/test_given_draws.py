"""Expected values given the draws of some quantities: what is known, and what is not."""

from __future__ import annotations

import builders
import model_builders as mb
import numpy as np
import pytest

import ipscost
from ipscost import Run, Settings
from ipscost.drawing import draws as drawing
from ipscost.scenario.distributions import Beta, Gamma

MONTHS = 12


def with_states() -> Run:
    """People who move from a benefit to a job, with an uncertain chance and amount."""
    states = [mb.state("benefit", 1.0), mb.state("job", "rest")]
    chance = {"usual": Beta.from_se(0.1, 0.02), "ips": ("risk_ratio", Gamma.from_se(1.5, 0.2))}
    model = mb.model(states, [mb.move("benefit", "job", chance)], years=MONTHS / 12)
    rule = mb.rule("in", ["benefit"], Gamma.from_se(100.0, 30.0))
    scenario = mb.scenario(model, [mb.category("support", MONTHS, rule)], months=MONTHS)
    return ipscost.simulate(scenario, Settings(draws=500))


def uncertain(run: Run) -> frozenset[str]:
    return frozenset(q.path for q in run.scenario.quantities if not q.is_fixed)


def test_everything_that_moves_people_known_leaves_the_amounts_at_their_means() -> None:
    run = with_states()
    moves = frozenset(path for path in uncertain(run) if path.startswith("model."))
    (amount,) = uncertain(run) - moves
    found = run.given(moves)
    assert found is not None
    assert run.ledger is not None
    drawn = run.draws.columns[amount]
    assert found.present_value == pytest.approx(run.ledger.present_value / drawn * 100.0)


def test_what_moves_people_has_no_expected_value_in_place_of_its_draws() -> None:
    run = with_states()
    paths = uncertain(run)
    assert run.given(frozenset()) is None
    for path in paths:
        assert run.given(frozenset([path])) is None
        if path.startswith("model."):
            assert run.given(paths - {path}) is None


def test_all_quantities_known_give_the_ledger_itself() -> None:
    for run in (with_states(), builders.run(builders.STUDY, draws=500)):
        found = run.given(uncertain(run))
        assert found is not None
        assert run.ledger is not None
        assert found.present_value.tolist() == run.ledger.present_value.tolist()


def test_no_quantity_known_gives_the_expected_values() -> None:
    run = builders.run(builders.STUDY, draws=50)
    found = run.given(frozenset())
    assert found is not None
    expected = np.broadcast_to(run.point.present_value, found.present_value.shape)
    assert found.present_value == pytest.approx(expected, rel=1e-12)


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    run, known = builders.run(builders.STUDY, draws=50), frozenset(["cost.care.ips"])
    whole = run.given(known)
    monkeypatch.setattr("ipscost.run.BLOCK", 7)
    parts = run.given(known)
    assert whole is not None
    assert parts is not None
    assert parts.present_value.tolist() == whole.present_value.tolist()


def test_the_square_of_a_number_is_not_that_of_its_mean() -> None:
    run = builders.run(builders.STUDY, draws=5)
    path = "cost.care.ips"
    known = drawing.given(run.scenario, run.draws, frozenset([path]))
    assert known.product(path, path).tolist() == (run.draws.columns[path] ** 2).tolist()
    unknown = drawing.given(run.scenario, run.draws, frozenset())
    with pytest.raises(drawing.NotProductsError):
        unknown.product(path, path)
