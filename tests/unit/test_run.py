"""A run takes its settings, refuses what it cannot do, and records what repeats it."""

from __future__ import annotations

import platform
import re

import builders
import numpy as np
import pytest

import ipscost
from ipscost import Settings
from ipscost import run as running


def test_draws_and_seed_must_not_be_negative() -> None:
    for settings in ({"draws": -1}, {"seed": -1}):
        with pytest.raises(ValueError, match=r"^draws and seed must not be negative$"):
            Settings(**settings)


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        ValueError, match=r"^engine must be one of expected, states, persons, not 'markov'$"
    ):
        ipscost.simulate(builders.load(builders.text()), Settings(engine="markov"))


def test_a_run_without_draws_has_the_point_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("ipscost.drawing.draws.recipes")  # it need not know how to draw
    run = builders.run(builders.text(), draws=0)
    assert run.ledger is None
    assert run.draws.columns.keys() == {number.path for number in run.scenario.quantities}


def test_a_run_of_a_scenario_without_uncertainty_has_the_point_alone() -> None:
    assert builders.run(builders.text(builders.PROGRAMME), draws=100).ledger is None


def test_a_run_too_large_for_the_memory_says_how_many_draws_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "MAX_BYTES", 100_000)
    with pytest.raises(running.TooLargeError) as caught:
        builders.run(builders.text(), draws=1_000_000)
    said = re.fullmatch(
        r"1,000,000 draws need too much memory; use at most ([\d,]+)", str(caught.value)
    )
    assert said is not None
    most = int(said[1].replace(",", ""))
    assert builders.run(builders.text(), draws=most).ledger is not None
    with pytest.raises(running.TooLargeError):
        builders.run(builders.text(), draws=most + 1)


@pytest.mark.parametrize("sampler", ["random", "sobol"])
def test_costs_alone_have_the_bits_that_they_have_beside_outcomes(sampler: str) -> None:
    scenario, settings = ipscost.load("ips-ten-years"), Settings(draws=64, sampler=sampler)
    whole = ipscost.simulate(scenario, settings)
    alone = running.simulate(scenario, settings, outcomes=False)
    assert whole.ledger is not None
    assert alone.ledger is not None
    assert alone.ledger.outcomes == alone.point.outcomes == ()
    assert np.array_equal(alone.point.present_value, whole.point.present_value)
    assert np.array_equal(alone.ledger.amount, whole.ledger.amount)


def test_at_costs_alone_a_rate_for_outcomes_changes_nothing() -> None:
    run = ipscost.simulate(ipscost.load("ips-ten-years"), Settings(draws=0))
    rates = {"discount.cost": np.array([0.0, 0.03]), "discount.outcome": np.array([0.01, 0.05])}
    whole, alone = run.at(rates), run.at(rates, outcomes=False)
    assert alone.outcomes == ()
    assert np.array_equal(alone.present_value, whole.present_value)
    assert (alone.present_value[:, :, 0] != alone.present_value[:, :, 1]).any()


def test_the_usual_settings_are_ten_thousand_draws_and_seed_one() -> None:
    run = ipscost.simulate(builders.load(builders.text()))
    assert (run.settings.draws, run.settings.seed) == (10_000, 1)
    assert run.record.engine == "expected"


def test_the_record_says_what_repeats_the_run() -> None:
    record = builders.run(builders.text(), draws=10, seed=4).record
    assert (record.draws, record.seed, record.engine) == (10, 4, "expected")
    assert record.version == ipscost.__version__
    assert len(record.digest) == 12
    assert (record.python, record.numpy) == (platform.python_version(), np.__version__)
    assert record.money == "DKK_2024"


def test_the_digest_changes_with_the_file_the_settings_and_the_price_year() -> None:
    def digest(content: str, *settings: str, price_year: int | None = None) -> str:
        scenario = builders.load(content, *settings, price_year=price_year)
        return ipscost.simulate(scenario, Settings(draws=0)).record.digest

    content = builders.text()
    found = [
        digest(content),
        digest(content + "# a remark\n"),
        digest(content, "cost.care.ips.se=50"),
        digest(content, price_year=2020),
    ]
    assert len(set(found)) == 4


def test_the_public_names_can_be_imported_from_the_package() -> None:
    for name in ipscost.__all__:
        assert getattr(ipscost, name).__name__ == name


def test_an_unknown_name_is_refused_as_by_any_module() -> None:
    with pytest.raises(AttributeError, match=r"^module 'ipscost' has no attribute 'nothing'$"):
        _ = ipscost.nothing
