"""A run in blocks gives the same bytes as one in a piece, and keeps no more than was asked for."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import builders
import numpy as np
import pytest

import ipscost
from ipscost import Settings, draws, sobol
from ipscost import run as running
from ipscost.analysis import estimates
from ipscost.analysis.summary import summary
from ipscost.run import bytes_per_draw

ROOT = Path(__file__).parents[2]
MUNICIPALITY = ipscost.load(ROOT / "examples/municipality-together.yaml")


@pytest.mark.parametrize("size", [1, 7, 100, 333, 1000])
@pytest.mark.parametrize("months", [False, True])
def test_blocks_make_no_difference(
    monkeypatch: pytest.MonkeyPatch, size: int, months: bool
) -> None:
    settings = Settings(draws=1000)
    whole = ipscost.simulate(MUNICIPALITY, settings, months=months).ledger
    monkeypatch.setattr(running, "BLOCK", size)
    parts = ipscost.simulate(MUNICIPALITY, settings, months=months).ledger
    assert whole is not None
    assert parts is not None
    assert parts.present_value.tobytes() == whole.present_value.tobytes()
    assert parts.present_outcome.tobytes() == whole.present_outcome.tobytes()
    course, again = (ledger.monthly_difference("ips", "societal") for ledger in (whole, parts))
    assert course.tobytes() == again.tobytes()
    assert course.shape == (18 if months else 1, 1000)


@pytest.mark.parametrize("sampler", ["random", "sobol"])
@pytest.mark.parametrize("processors", [1, 3])
@pytest.mark.parametrize("size", [1000, 999])
def test_threads_and_blocks_of_draws_make_no_difference(
    monkeypatch: pytest.MonkeyPatch, sampler: str, processors: int, size: int
) -> None:
    n = 5001
    whole = draws.draw(MUNICIPALITY, n, 3, sampler)
    monkeypatch.setattr(draws, "KEPT_DRAWS", 0)
    monkeypatch.setattr(draws, "BLOCK", size)
    monkeypatch.setattr(draws, "processors", lambda: processors)
    parts = draws.draw(MUNICIPALITY, n, 3, sampler)
    for path, column in whole.columns.items():
        assert parts.columns[path].tobytes() == column.tobytes(), path
        assert not parts.columns[path].flags.writeable


def test_without_months_the_ledger_is_its_present_values() -> None:
    scenario = MUNICIPALITY
    short = ipscost.simulate(scenario, Settings(draws=50)).ledger
    long = ipscost.simulate(scenario, Settings(draws=50), months=True).ledger
    assert short is not None
    assert long is not None
    assert (short.months, long.months) == (1, 18)
    assert short.amount.shape == (2, len(scenario.categories), 1, 50)
    assert short.present_value.tobytes() == long.present_value.tobytes()
    assert short.difference("ips").tobytes() == long.difference("ips").tobytes()
    assert short.known.tolist() == long.known.tolist()
    again = short.collapsed()
    assert again.present_value.tobytes() == short.present_value.tobytes()


def test_a_fixed_number_takes_no_memory() -> None:
    columns = draws.draw(MUNICIPALITY, 30_000, 1).columns
    assert columns["cost.benefits.price"].strides == (0,)
    assert columns["cost.benefits.price"].shape == (30_000,)


def test_memory_grows_with_the_months_only_where_they_are_asked_for() -> None:
    def size(months: int, *, asked: bool) -> int:
        scenario = builders.load(builders.text(months=months))
        point = ipscost.simulate(scenario, Settings(draws=0)).point
        return bytes_per_draw(point, 2, months=asked)

    assert size(4, asked=False) == size(120, asked=False)
    assert size(4, asked=True) < size(120, asked=True)


def test_a_run_takes_about_the_memory_that_is_reckoned_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(estimates, "KEPT_BYTES", 0)  # what does not grow with the draws
    n = 100_000
    scenario = ipscost.load("inklusion-ips")
    summary(ipscost.simulate(scenario, Settings(draws=10)))
    tracemalloc.start()
    run = ipscost.simulate(scenario, Settings(draws=n))
    summary(run)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    reckoned = n * bytes_per_draw(run.point, 7, months=False)
    assert 0.4 * reckoned < peak < 1.3 * reckoned


def test_too_many_numbers_for_sobol_points_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sobol, "MOST_DIMENSIONS", 3)
    scenario = builders.load(builders.text(outcome=builders.JOB))
    with pytest.raises(running.TooLargeError) as caught:
        ipscost.simulate(scenario, Settings(draws=10, sampler="sobol"))
    assert str(caught.value) == (
        "4 uncertain numbers are too many for Sobol points, which have at most 3 dimensions; "
        "use the random sampler"
    )
    assert ipscost.simulate(scenario, Settings(draws=10)).ledger is not None


def test_the_record_names_the_sampler() -> None:
    run = builders.run(builders.text(), draws=16, sampler="sobol")
    assert run.record.sampler == "sobol"
    assert np.isfinite(run.draws.columns["cost.care.ips"]).all()
