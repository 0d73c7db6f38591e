"""A cohort that was walked is not walked again for what it costs, and no number changes by that."""

from __future__ import annotations

from dataclasses import replace

import model_builders as mb
import pytest

import ipscost
from ipscost import Settings
from ipscost.engines import kept
from ipscost.loading import build, read
from ipscost.loading.analyses import variants
from ipscost.run import Run

NAME = "ips-ten-years"
PRICE = "cost.benefits.in.benefit.mean=12000"


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept.COHORTS, "walked", ())


def bits(run: Run) -> bytes:
    """All that a run holds."""
    assert run.ledger is not None
    parts = [run.point.amount, run.ledger.amount, run.ledger.outcome_amount]
    return b"".join(part.tobytes() for part in parts)


def test_every_analysis_has_the_bits_of_a_run_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read(NAME)
    scenario, settings = build(reading), Settings(draws=50)
    ipscost.simulate(scenario, settings)
    for analysis, variant in variants(reading, scenario).scenarios:
        beside = bits(ipscost.simulate(variant, settings))
        before = kept.COHORTS.walked
        monkeypatch.setattr(kept.COHORTS, "walked", ())
        assert beside == bits(ipscost.simulate(variant, settings)), analysis.name
        monkeypatch.setattr(kept.COHORTS, "walked", before)


def test_another_price_needs_no_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = ipscost.simulate(ipscost.load(NAME), Settings(draws=50))

    def walk(*_: object) -> None:
        raise AssertionError("walked")

    monkeypatch.setattr(kept, "walk", walk)
    dearer = ipscost.simulate(ipscost.load(NAME, [PRICE]), Settings(draws=50))
    assert bits(dearer) != bits(usual)
    for other in (Settings(draws=51), Settings(draws=50, seed=2)):
        with pytest.raises(AssertionError, match="walked"):
            ipscost.simulate(ipscost.load(NAME), other)
    with pytest.raises(AssertionError, match="walked"):
        ipscost.simulate(ipscost.load(NAME, ["effect.then=persists"]), Settings(draws=50))


def test_another_rate_needs_no_walk_in_the_base_case(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = ipscost.simulate(ipscost.load(NAME), Settings(draws=0))
    asked = [{"discount.cost": rate} for rate in (0.0, 0.05)]
    before = kept.COHORTS.walked
    walked = []
    for values in asked:
        monkeypatch.setattr(kept.COHORTS, "walked", ())
        walked.append(usual.at(values).amount.tobytes())
    monkeypatch.setattr(kept.COHORTS, "walked", before)

    def walk(*_: object) -> None:
        raise AssertionError("walked")

    monkeypatch.setattr(kept, "walk", walk)
    assert [usual.at(values).amount.tobytes() for values in asked] == walked


def test_draws_that_were_clipped_are_told_again() -> None:
    model = mb.model([mb.state("a", "rest"), mb.state("b")], [mb.move("a", "b", 1.2)])
    scenario = mb.scenario(model, [mb.category("care", 12, mb.rule("in", ["a"], 5.0))])
    first, second = (ipscost.simulate(scenario, Settings(draws=0)).point for _ in range(2))
    assert list(first.clipped) == list(second.clipped) != []


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ipscost.simulate(ipscost.load(NAME), Settings(draws=50))
    point, drawn = kept.COHORTS.walked
    monkeypatch.setattr(kept.COHORTS, "most", max(point.size, drawn.size))
    ipscost.simulate(ipscost.load(NAME, [PRICE]), Settings(draws=50))
    assert len(kept.COHORTS.walked) == 1
    monkeypatch.setattr(kept, "COHORT_BYTES", min(point.size, drawn.size) // 2)
    scenario = ipscost.load(NAME)
    ipscost.simulate(replace(scenario, outcomes=()), Settings(draws=50))
    assert kept.COHORTS.walked == ()
