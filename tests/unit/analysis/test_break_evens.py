"""When each account breaks even, kept from blocks of draws in place of its course by month."""

from __future__ import annotations

import numpy as np
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.analysis.course import BreakEvens, break_even, course_of
from ipscost.analysis.payers import names
from ipscost.formats import Page, render
from ipscost.report.payers.report import payers
from ipscost.run import TooLargeError, bytes_per_draw


@pytest.fixture(scope="module", params=["labour-market-ips", "inklusion-ips"])
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return ipscost.load(request.param)


def run(scenario: Scenario, draws: int, keeper: BreakEvens | None = None) -> Run:
    return ipscost.simulate(scenario, Settings(draws=draws), courses=names(scenario), keeper=keeper)


@pytest.mark.parametrize("draws", [0, 1, 2, 50])
def test_it_is_that_of_the_whole_course(
    scenario: Scenario, draws: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run(scenario, draws)
    monkeypatch.setattr("ipscost.run.DETAIL_BYTES", 8 * whole.point.amount.size * 7)  # 7 draws
    keeper = BreakEvens()
    parts = run(scenario, draws, keeper)
    assert not parts.courses
    for arm in scenario.interventions:
        for name in names(scenario):
            course = course_of(whole, arm, name)
            if course.partial:
                continue
            found, expected = keeper.of(parts, arm, name), break_even(course)
            assert (found.month, found.moves) == (expected.month, expected.moves)
            assert (found.draws is None) == (expected.draws is None)
            if found.draws is not None and expected.draws is not None:
                assert np.array_equal(found.draws, expected.draws)


def test_payers_tells_the_same(scenario: Scenario) -> None:
    told = [payers(run(scenario, 60, keeper)) for keeper in (None, BreakEvens())]
    for name in ("plain", "csv"):
        first, second = (render(report, name, Page()) for report in told)
        assert first == second


def test_a_run_that_holds_no_courses_may_have_more_draws(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    uncertain = sum(not number.is_fixed for number in scenario.quantities)
    point = run(scenario, 0).point
    most = 60 * bytes_per_draw(point, uncertain, courses=len(names(scenario)))
    monkeypatch.setattr("ipscost.run.MAX_BYTES", most - 1)
    with pytest.raises(TooLargeError):
        run(scenario, 60)
    assert run(scenario, 60, BreakEvens()).draws.n == 60


def test_an_account_that_was_not_asked_for_has_none(scenario: Scenario) -> None:
    keeper, account = BreakEvens(), next(iter(names(scenario)))
    known = ipscost.simulate(scenario, Settings(draws=5), courses=[account], keeper=keeper)
    other = names(scenario)[-1]
    with pytest.raises(ValueError, match="needs simulate"):
        keeper.of(known, scenario.interventions[0], other)
