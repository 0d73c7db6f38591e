"""Who gains and who pays, as numbers alone."""

from __future__ import annotations

import builders
import cost_texts
import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.interval import Interval
from ipscost.analysis.payers import NetSavings, gains_of, names

PAYERS = "municipality: {label: Municipality}\nregion: {label: Region}\ncitizen: {label: Citizen}\n"

COST = cost_texts.by_payer(
    programme="{mean: 250, bounds: [200, 500]}",
    care="{difference: -60}",
    clinic=("unknown", "unknown"),
    benefits="{difference: -100}",
)


def gains(only: str = "", cost: str = COST) -> NetSavings:
    scenario = builders.load(builders.text(cost, payer=PAYERS))
    run = ipscost.simulate(scenario, Settings(draws=0), courses=names(scenario))
    (found,) = gains_of(run, only=only)
    return found


def test_each_line_has_a_number_for_each_payer_and_their_sum() -> None:
    found = gains()
    assert [account.name for account in found.columns] == ["municipality", "region", "citizen"]
    lines = {line.path: line for line in found.lines}
    assert list(lines) == [
        *("cost.programme", "cost.health", "cost.health.care", "cost.health.clinic"),
        *("cost.benefits", "kind.resources", "kind.transfer", "cost"),
    ]
    assert lines["cost.benefits"].gains == (Interval(400), None, Interval(-400))
    assert lines["cost.benefits"].everybody == Interval(0)
    assert lines["cost.health"].gains == (None, Interval(240, partial=True), None)
    assert [line.level for line in found.lines[-3:]] == ["kind", "kind", "total"]


def test_what_is_not_known_is_told_from_what_is_not_there() -> None:
    (clinic,) = [line for line in gains().lines if line.path == "cost.health.clinic"]
    assert clinic.gains == (None, None, None)
    assert clinic.unknown == (False, True, False)
    assert clinic.everybody is None


def test_one_account_stands_alone() -> None:
    found = gains(only="citizen")
    assert [account.name for account in found.columns] == ["citizen"]
    assert [account.name for account in found.shown] == ["citizen"]
    assert {line.everybody for line in found.lines} == {None}


def test_an_account_has_its_gain_its_causes_and_what_turns_it() -> None:
    municipality, region, *_ = gains().shown
    assert municipality.total.cell() == Interval(150)
    assert [(cause.path, gain.point) for cause, gain in municipality.causes()] == [
        ("cost.benefits", 400),
        ("cost.programme", -250),
    ]
    (turn,) = municipality.turns()
    assert turn[1:] == (500, pytest.approx(-100))
    assert municipality.recovery is not None
    assert municipality.recovery.break_even.month == 3
    assert region.total.partial
    assert [category.path for category in region.lacks] == ["cost.health.clinic"]
    assert (region.recovery, region.turns()) == (None, [])


def test_the_course_of_each_payer_ends_at_its_gain() -> None:
    municipality, *_ = gains().payers
    by_year, by_month = municipality.so_far("year"), municipality.so_far("month")
    assert by_month == [*map(Interval, (-150, -50, 50, 150))]
    assert by_year == [by_month[-1]]
