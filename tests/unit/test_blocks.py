"""A run in blocks gives the same bytes as one in a piece, and keeps no more than was asked for."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from pathlib import Path

import builders
import numpy as np
import pytest
from told import told

import ipscost
from ipscost import Ledger, Settings
from ipscost import ledger as ledgers
from ipscost import run as running
from ipscost.analysis import estimates
from ipscost.drawing import draws, sobol
from ipscost.ledger import summed
from ipscost.report.simulate.summary import summary as _summary
from ipscost.rounding import settled
from ipscost.run import bytes_per_draw

summary = told(_summary)

ROOT = Path(__file__).parents[2]
MUNICIPALITY = ipscost.load(ROOT / "examples/municipality-together.yaml")


@pytest.mark.parametrize("size", [1, 7, 100, 333, 1000])
@pytest.mark.parametrize("months", [False, True])
def test_blocks_make_no_difference(
    monkeypatch: pytest.MonkeyPatch, size: int, months: bool
) -> None:
    settings = Settings(draws=1000)
    whole = ipscost.simulate(MUNICIPALITY, settings, months=months)
    monkeypatch.setattr(running, "BLOCK", size)
    parts = ipscost.simulate(MUNICIPALITY, settings, months=months)
    assert whole.ledger is not None
    assert parts.ledger is not None
    assert parts.ledger.present_value.tobytes() == whole.ledger.present_value.tobytes()
    assert parts.ledger.present_outcome.tobytes() == whole.ledger.present_outcome.tobytes()
    assert list(whole.courses) == ([("ips", "societal")] if months else [])
    for pair, course in whole.courses.items():
        assert course.shape == (18, 1000)
        assert parts.courses[pair].tobytes() == course.tobytes()


def test_a_block_with_months_is_as_large_as_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(draws=300)
    whole = ipscost.simulate(MUNICIPALITY, settings, courses=["municipality", "state"])
    monkeypatch.setattr(running, "DETAIL_BYTES", 1)
    parts = ipscost.simulate(MUNICIPALITY, settings, courses=["municipality", "state"])
    assert list(whole.courses) == [("ips", "municipality"), ("ips", "state")]
    for pair, course in whole.courses.items():
        assert parts.courses[pair].tobytes() == course.tobytes()


def test_a_course_from_an_unknown_perspective_is_refused() -> None:
    with pytest.raises(ValueError, match="perspectives must be of societal, municipality"):
        ipscost.simulate(MUNICIPALITY, Settings(draws=5), courses=["citizen"])


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


@pytest.mark.parametrize("sampler", ["random", "sobol"])
@pytest.mark.parametrize("name", ["inklusion-ips", "labour-market-ips"])
def test_many_draws_are_made_in_blocks_and_whole_columns_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, name: str, sampler: str
) -> None:
    n, scenario = 1001, ipscost.load(name)
    settings = Settings(draws=n, sampler=sampler)
    few = ipscost.simulate(scenario, settings)
    monkeypatch.setattr(draws, "KEPT_DRAWS", 0)
    monkeypatch.setattr(running, "BLOCK", 100)
    many = ipscost.simulate(scenario, settings)
    told = summary(few), summary(many)
    assert told[0].tables == told[1].tables
    columns = many.draws.columns
    assert isinstance(columns, draws.Later)
    assert not columns.is_drawn
    assert few.ledger is not None
    assert many.ledger is not None
    assert many.ledger.amount.tobytes() == few.ledger.amount.tobytes()
    assert many.ledger.outcome_amount.tobytes() == few.ledger.outcome_amount.tobytes()
    once = list(many.draws.blocks_once(100))
    again = list(many.draws.blocks(100))
    assert columns.is_drawn
    assert [place for place, _ in once] == [place for place, _ in again]
    for (_, one), (_, other), (_, kept) in zip(
        once, again, many.draws.blocks_once(100), strict=True
    ):
        assert (one.n, one.first) == (other.n, other.first) == (kept.n, kept.first)
        for path, column in other.columns.items():
            assert one.columns[path].tobytes() == column.tobytes() == kept.columns[path].tobytes()
    assert {path: c.tobytes() for path, c in columns.items()} == {
        path: c.tobytes() for path, c in few.draws.columns.items()
    }


def test_the_ledger_over_draws_is_its_present_values() -> None:
    run = ipscost.simulate(MUNICIPALITY, Settings(draws=50), months=True)
    whole = builders.ledger("expected", MUNICIPALITY, run.draws)
    assert run.ledger is not None
    assert (run.ledger.months, whole.months, run.point.months) == (1, 18, 18)
    assert run.ledger.amount.shape == (2, len(MUNICIPALITY.categories), 1, 50)
    assert run.ledger.present_value.tobytes() == whole.present_value.tobytes()
    course = whole.monthly_difference("ips", "societal")
    assert run.courses["ips", "societal"].tobytes() == course.tobytes()


def test_a_fixed_number_takes_no_memory() -> None:
    columns = draws.draw(MUNICIPALITY, 30_000, 1).columns
    assert columns["cost.benefits.price"].strides == (0,)
    assert columns["cost.benefits.price"].shape == (30_000,)


def test_memory_grows_with_the_months_only_where_they_are_asked_for() -> None:
    def size(months: int, *, asked: bool) -> int:
        scenario = builders.load(builders.text(months=months))
        point = ipscost.simulate(scenario, Settings(draws=0)).point
        return bytes_per_draw(point, 2, courses=int(asked))

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
    reckoned = n * bytes_per_draw(run.point, 7)
    assert 0.4 * reckoned < peak < 1.3 * reckoned


@pytest.mark.parametrize("name", ["inklusion-ips", "ips-ten-years"])
def test_sums_in_blocks_of_draws_are_those_in_a_piece(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    run = ipscost.simulate(ipscost.load(name), Settings(draws=50))
    assert run.ledger is not None
    whole, parts = run.ledger, replace(run.ledger)
    weights = [whole.weight(view) for view in whole.perspectives]
    weights += [np.linspace(-1, 1, len(whole.categories)), np.zeros(len(whole.categories))]
    for arm in whole.arms:
        change, present = whole.difference(arm), whole.present_value[whole.arm(arm)]
        monkeypatch.setattr(ledgers, "BLOCK", 7)
        for weight in weights:
            difference = settled(summed(weight, change), whole.size(arm, weight))
            assert parts.difference_of(arm, weight).tolist() == difference.tolist()
            assert parts.cost_of(arm, weight).tolist() == summed(weight, present).tolist()
        assert parts.differs(arm).tolist() == change.any(axis=1).tolist()
        assert parts.spends(arm).tolist() == present.any(axis=1).tolist()
        assert parts.present_of(parts.arm(arm), 1).tolist() == present[1].tolist()
        monkeypatch.undo()
    assert "present_value" not in vars(parts)
    assert not parts._differences


def test_what_was_told_of_a_sum_is_kept_and_not_its_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimates, "KEPT_BYTES", 0)
    run = ipscost.simulate(ipscost.load("ips-ten-years"), Settings(draws=50))
    summed_up = list[tuple[object, ...]]()

    def counted(ledger: Ledger, arm: str, weight: np.ndarray) -> np.ndarray:
        if ledger.amount.shape[3] > 1:
            summed_up.append((ledger.amount.tobytes(), arm, weight.tobytes()))
        return difference_of(ledger, arm, weight)

    difference_of = Ledger.difference_of
    monkeypatch.setattr(Ledger, "difference_of", counted)
    view = estimates.View(run, run.scenario.perspective)
    for _ in range(3):
        for arm in run.scenario.interventions:
            assert view.total(arm).interval() == view.total(arm).interval()
            assert view.total(arm).chance_below() is not None
            for weight in np.eye(len(run.point.categories)):
                view.difference(arm, weight).interval()
    assert len(set(summed_up)) > len(run.point.categories)
    assert len(summed_up) <= 2 * len(set(summed_up))


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
