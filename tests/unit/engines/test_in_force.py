"""Amounts in force in some months of the calendar alone, against sums by hand, in both engines."""

from __future__ import annotations

import builders
import model_texts
import numpy as np
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.scenario.dated import mask, without_dates
from ipscost.scenario.in_force import InForce, name_of, periods
from ipscost.scenario.rollout import Month

BENEFITS = """
benefits:
  label: {en: Benefits, da: Ydelser}
  kind: service
  payer: municipality
  unit: DKK_2024/person/month
  source: study table 1
  usual: {mean: 1000, se: 50}
  ips: {mean: 900, se: 50}
  dated:
    - from: 2025-07-01
      source: study table 2
      ips: {mean: 500, se: 20}
"""
STAY = """
stay:
  kind: service
  payer: region
  price: {mean: 100, unit: DKK_2024/day, source: study table 1}
  use: {unit: day/person, source: study table 1, usual: {mean: 24, se: 2}, ips: {mean: 12}}
  timing: {months: [1, 6]}
  dated:
    - {from: 2025-04, price: {mean: 200, unit: DKK_2024/day, source: study table 2}}
    - {from: 2025-06, price: {mean: 300, unit: DKK_2024/day, source: study table 2}}
"""
STATED = builders.text(BENEFITS + STAY, months=12, more="starts: 2025-01\n")


def totals(run: Run, arm: str = "ips") -> dict[str, float]:
    """The discounted difference of an arm by category, at the expected values."""
    point = run.point
    return dict(zip(point.categories, point.difference(arm)[:, 0].tolist(), strict=True))


def run(scenario: Scenario, draws: int = 0) -> Run:
    """A run of a scenario."""
    return ipscost.simulate(scenario, Settings(draws=draws))


def test_periods_follow_one_another_without_a_gap() -> None:
    first, second, third = periods([Month(2025, 7), Month(2026, 1)])
    assert (first, second) == (
        InForce(None, Month(2025, 6)),
        InForce(Month(2025, 7), Month(2025, 12)),
    )
    assert [name_of(each) for each in (first, second, third)] == [
        "before",
        "from_2025_07",
        "from_2026_01",
    ]
    masks = [each.mask(Month(2025, 5), 10) for each in (first, second, third)]
    assert masks[0] == (1.0, 1.0) + (0.0,) * 8
    assert np.sum(masks, axis=0).tolist() == [1.0] * 10


def test_each_amount_counts_in_the_months_that_it_is_in_force() -> None:
    found = totals(run(builders.load(STATED)))
    assert found == pytest.approx(
        {
            "cost.benefits.before": 6 * -100,
            "cost.benefits.from_2025_07": 6 * -500,
            "cost.stay.before": 3 * -2 * 100,  # 12 days fewer over 6 months: 2 a month
            "cost.stay.from_2025_04": 2 * -2 * 200,
            "cost.stay.from_2025_06": 1 * -2 * 300,
        }
    )


@pytest.mark.parametrize(
    ("starts", "before", "after"),
    [("2024-07", 12, 0), ("2024-09-01", 10, 2), ("2025-03", 4, 8), ("2025-07", 0, 12)],
)
def test_who_starts_later_has_more_months_of_what_holds_later(
    starts: str, before: int, after: int
) -> None:
    scenario = builders.load(STATED, f"starts={starts}")
    found = totals(run(scenario))
    assert found["cost.benefits.before"] == pytest.approx(-100 * before)
    assert found["cost.benefits.from_2025_07"] == pytest.approx(-500 * after)
    assert scenario.categories[0].is_never is (before == 0)


def test_a_month_is_discounted_as_it_would_be_without_dates() -> None:
    dated = builders.load(STATED, "discount.cost=0.03")
    found = totals(run(dated))["cost.benefits.from_2025_07"]
    factors = [1.03 ** -((month + 0.5) / 12) for month in range(6, 12)]
    assert found == pytest.approx(-500 * sum(factors))


def test_versions_with_equal_amounts_sum_to_what_there_is_without_dates() -> None:
    undated = BENEFITS[: BENEFITS.index("  dated:")]
    plain = builders.text(undated, months=12)
    dated = builders.text(
        undated
        + "  dated: [{from: 2025-04, payer: region}, {from: 2025-09, payer: municipality}]\n",
        months=12,
        more="starts: 2025-01\n",
    )
    one, several = (run(builders.load(text), draws=50) for text in (plain, dated))
    assert len(several.point.categories) == 3
    assert one.ledger is not None
    assert several.ledger is not None
    sums = several.ledger.difference("ips").sum(axis=0)
    assert sums == pytest.approx(one.ledger.difference("ips")[0], rel=1e-12)
    assert len(several.scenario.quantities) == len(one.scenario.quantities)


def test_without_dates_every_amount_counts_over_the_whole_horizon() -> None:
    scenario = builders.load(STATED)
    whole = without_dates(scenario)
    found = totals(run(whole))
    assert found["cost.benefits.before"] == pytest.approx(12 * -100)
    assert found["cost.benefits.from_2025_07"] == pytest.approx(12 * -500)
    last = whole.categories[1]
    assert mask(last, Month(2025, 5), 4) == (0.0, 0.0, 1.0, 1.0)
    monthly = ipscost.simulate(whole, Settings(draws=0), months=True).point
    people = np.array([3.0, 0.0, 2.0])  # who start in May, June and July 2025
    change = np.zeros(len(people) + 11)
    by_month = (monthly.cost[1] - monthly.cost[0])[:2, :, 0]
    for category, months in zip(whole.categories[:2], by_month, strict=True):
        own = np.convolve(people, months)
        change += own * np.array(mask(category, Month(2025, 5), len(own)))
    assert change[:4].tolist() == pytest.approx([-300, -300, -2500, -2500])


# --- states ----------------------------------------------------------------------------------

STATES = (
    model_texts.COST
    + """
visits:
  kind: service
  payer: region
  price: {mean: 100, unit: DKK_2024/visit, source: study table 4}
  use: {unit: visit/person, source: study table 4, on_entry: {job: {mean: 1}}}
tax:
  kind: transfer
  payer: municipality
  receiver: region
  of: [cost.benefits, cost.visits]
  rate: {mean: 0.3, source: study table 5}
start_up:
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study
  at_start: {usual: {mean: 0}, ips: {mean: 700}}
"""
)


def dated_states(benefits: str, start_up: str = "") -> str:
    """The scenario with dates below two of its categories."""
    cost = STATES.replace(
        "in: {benefit: {mean: 10000}}", "in: {benefit: {mean: 10000}}\n" + benefits
    )
    return model_texts.text(cost=cost + start_up, more="starts: 2024-10\n")


def test_states_sum_to_what_there_is_without_dates() -> None:
    dates = "  dated: [{from: 2025-07-01, payer: region}]\n"
    one = run(builders.load(model_texts.text(cost=STATES)), draws=20)
    two = run(builders.load(dated_states(dates, dates.replace("region", "municipality"))), draws=20)
    assert one.ledger is not None
    assert two.ledger is not None
    for arm in ("usual", "ips"):
        plain, dated = (r.ledger.present_value[r.ledger.arm(arm)] for r in (one, two))
        by_path = dict(zip(two.point.categories, dated, strict=True))
        for path, value in zip(one.point.categories, plain, strict=True):
            own = sum(v for p, v in by_path.items() if p == path or p.startswith(f"{path}."))
            assert own == pytest.approx(value, rel=1e-12)


def test_people_of_a_cycle_are_in_the_months_of_the_calendar_that_they_fall_in() -> None:
    dates = "  dated: [{from: 2025-07-01, source: study table 9, in: {benefit: {mean: 4000}}}]\n"
    plain = builders.load(model_texts.text(cost=STATES))
    dated = builders.load(dated_states(dates))
    one, two = (
        ipscost.simulate(each, Settings(draws=0), months=True).point for each in (plain, dated)
    )
    places = {path: index for index, path in enumerate(two.categories)}
    before, after = (places[f"cost.benefits.{name}"] for name in ("before", "from_2025_07"))
    months = one.cost[1, 0, :, 0]
    assert two.cost[1, before, :9, 0] == pytest.approx(months[:9])
    assert not two.cost[1, before, 9:].any()
    assert two.cost[1, after, 9:, 0] == pytest.approx(0.4 * months[9:])
    assert not two.cost[1, after, :9].any()
    taxes = [places[f"cost.tax.{name}"] for name in ("before", "from_2025_07")]
    visits = two.cost[1, places["cost.visits"], :, 0]
    now = two.cost[1, before, :, 0] + two.cost[1, after, :, 0]
    assert two.cost[1, taxes, :, 0].sum(axis=0) == pytest.approx(0.3 * (now + visits))
    unmasked = ipscost.simulate(without_dates(dated), Settings(draws=0), months=True).point
    assert unmasked.cost[1, taxes[1], :, 0] == pytest.approx(0.3 * (0.4 * months + visits))


def test_what_is_paid_at_the_start_is_what_holds_then() -> None:
    dates = "  dated: [{from: 2024-10, source: study, at_start: {ips: {mean: 900}}}]\n"
    found = totals(run(builders.load(dated_states("", dates), "discount.cost=0")))
    assert (found["cost.start_up.before"], found["cost.start_up.from_2024_10"]) == (0, 900)
