"""What has nothing to do with a result changes no bit of it: not another outcome, not another
category, not a longer horizon."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import Any

import model_builders as mb
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import ipscost
from ipscost import Ledger, Scenario, Settings
from ipscost.scenario.distributions import Beta, Gamma
from ipscost.scenario.model import COUNTINGS, Model, Rule, StateOutcome, TimeBand
from ipscost.scenario.nouns import Category, Outcome, Timing

SOME = settings(max_examples=10)
HORIZON = 12
WEEKS = 7 / 365.25

countings = st.sampled_from(COUNTINGS)
chances = st.floats(0.02, 0.45)
weeks = st.floats(0.5, 40.0).map(lambda number: number * WEEKS)


@dataclass(frozen=True)
class Planned:
    """A category or outcome before its horizon is known: its rules, months and band."""

    rule: Rule
    first: int
    last: int
    band: TimeBand | None = None

    def timing(self, months: int) -> Timing:
        """Its own months of a horizon."""
        return mb.timing(months, self.first, self.last)

    def category(self, name: str, months: int) -> Category:
        """As a category."""
        return mb.category(name, months, self.rule, timing=self.timing(months), band=self.band)

    def outcome(self, name: str, months: int) -> Outcome:
        """As an outcome."""
        return mb.outcome(name, months, self.rule, timing=self.timing(months))


@st.composite
def models(draw: st.DrawFn) -> Model:
    """A model of three states with uncertain moves."""

    def chance() -> Beta:
        value = draw(chances)
        return Beta.from_se(value, value / 10)

    ratio = ("hazard_ratio", draw(st.floats(0.4, 2.0)))
    moves = [
        mb.move("benefit", "job", {"usual": chance(), "ips": ratio}, measure="rate"),
        mb.move("benefit", "dead", draw(st.floats(0.001, 0.05)), measure="rate"),
        mb.move("job", "benefit", chance(), measure="ever", shape=draw(st.floats(0.6, 1.4))),
    ]
    states = [mb.state("benefit", 0.7), mb.state("job", "rest"), mb.state("dead", death=True)]
    cycle = draw(st.sampled_from(["month", "month", "year", "week"]))
    return mb.model(states, moves, cycle=cycle, counting=draw(countings), years=HORIZON / 12)


@st.composite
def bands(draw: st.DrawFn) -> TimeBand | None:
    """A step of a ladder, the last one of a ladder, a friction period, or none."""
    low, length = draw(st.sampled_from([0.0, 0.1])), draw(weeks)
    start = draw(st.sampled_from([0.0, 0.05]))
    return draw(
        st.sampled_from(
            [
                None,
                TimeBand(("benefit",), low, low + length, start, entry=False),
                TimeBand(("benefit",), length, inf, start, entry=False),
                TimeBand(("benefit", "job"), low, low + length, start, entry=False),
                TimeBand(("benefit",), 0.0, length, 0.0, entry=True),
            ]
        )
    )


@st.composite
def planned(draw: st.DrawFn) -> Planned:
    """Amounts in a state, at entries or at the start, in some of the months."""
    first = draw(st.integers(1, HORIZON))
    last = draw(st.integers(first, HORIZON))
    amount = Gamma.from_se(1000.0, 100.0) if draw(st.booleans()) else [900.0, 1100.0, 1000.0]
    event = draw(st.sampled_from(["in", "in", "in", "enter", "start"]))
    band = draw(bands()) if event == "in" else None
    return Planned(mb.rule(event, ["benefit"], amount), first, last, band)


def scenario(model: Model, categories: list[Planned], months: int = HORIZON) -> Scenario:
    """With an outcome of each kind beside the categories."""
    if model.counting == "simpson" and model.cycle != "month":  # a year alone has no pairs
        model = replace(model, counting="start")
    outcomes = [
        categories[0].outcome("first", months),
        _course("time", months, StateOutcome("time", ("job",), HORIZON, 1.0)),
        _course("ever", months, StateOutcome("ever", ("job",), 7.0, 1.0)),
        _course("at", months, StateOutcome("at", ("job",), 9.5, 1.0)),
    ]
    costs = [each.category(f"c{place}", months) for place, each in enumerate(categories)]
    return mb.scenario(model, costs, outcomes, months=months, cost=0.04, benefit=0.03, observed=5)


def _course(name: str, months: int, course: StateOutcome) -> Outcome:
    unit = "year/person" if course.measure == "time" else "share"
    return mb.outcome(name, months, course=course, unit=unit)


def ledgers(found: Scenario) -> tuple[Ledger, Ledger]:
    """That of the base case, and over draws."""
    run = ipscost.simulate(found, Settings(draws=3))
    assert run.ledger is not None
    return run.point, run.ledger


def assert_same(one: Scenario, other: Scenario) -> None:
    """Every category and outcome of `one` has in `other` the same bits."""
    for mine, theirs in zip(ledgers(one), ledgers(other), strict=True):
        places = [theirs.categories.index(path) for path in mine.categories]
        assert np.array_equal(mine.present_value, theirs.present_value[:, places])
        for part in ("observed", "extrapolated"):
            assert np.array_equal(
                mine.within(part).present_value, theirs.within(part).present_value[:, places]
            )
        places = [theirs.outcomes.index(path) for path in mine.outcomes]
        assert np.array_equal(mine.present_outcome, theirs.present_outcome[:, places])


plans = st.lists(planned(), min_size=1, max_size=4)


@SOME
@given(model=models(), plan=plans, month=st.floats(1, 40), measure=st.sampled_from(["ever", "at"]))
def test_an_outcome_of_any_month_changes_nothing_else(
    model: Model, plan: list[Planned], month: float, measure: str
) -> None:
    found = scenario(model, plan)
    course = StateOutcome(measure, ("job",), month, 1.0)
    more: Any = (_course("later", HORIZON, course), *found.outcomes)
    assert_same(found, replace(found, outcomes=more))


@SOME
@given(model=models(), plan=plans, others=plans)
def test_other_categories_change_nothing_else(
    model: Model, plan: list[Planned], others: list[Planned]
) -> None:
    found = scenario(model, plan)
    more = [each.category(f"other{place}", HORIZON) for place, each in enumerate(others)]
    assert_same(found, replace(found, categories=(*more, *found.categories)))


@SOME
@given(model=models(), plan=plans, years=st.integers(2, 4))
def test_a_longer_horizon_changes_nothing_that_ended_before(
    model: Model, plan: list[Planned], years: int
) -> None:
    longer = replace(model, years=float(years))
    assert_same(scenario(model, plan), scenario(longer, plan, 12 * years))
