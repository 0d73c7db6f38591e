"""Costs and outcomes tied to states and moves, ladders of payers, and rates of other costs."""

from __future__ import annotations

import math

import builders
import model_texts
import pytest
from builders import english

from ipscost import Scenario, ScenarioError
from ipscost.scenario.nouns import Category, Outcome

WEEK = 7 / 365.25


def load(cost: str = model_texts.COST, outcome: str = "", more: str = "") -> Scenario:
    return builders.load(model_texts.text(cost=cost, outcome=outcome, more=more))


def category(cost: str, more: str = "") -> Category:
    return load(cost, more=more).categories[-1]


def outcome(text: str) -> Outcome:
    (found,) = load(outcome=text).outcomes
    return found


def refused(cost: str, more: str = "") -> str:
    with pytest.raises(ScenarioError) as caught:
        load(cost, more=more)
    (problem,) = caught.value.problems
    return f"{problem.code} {problem.message}"


def stated(event: str, unit: str = "DKK_2024/person") -> str:
    return f"""
care:
  kind: service
  payer: region
  unit: {unit}
  source: study 1
  {event}
"""


# --- rules -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "years"), [("day", 1 / 365.25), ("week", WEEK), ("month", 1 / 12), ("year", 1.0)]
)
def test_an_amount_in_a_state_is_for_the_time_of_its_unit(time: str, years: float) -> None:
    found = category(stated("in: {benefit: {mean: 5}}", f"DKK_2024/person/{time}"))
    (rule,) = found.rules
    assert (rule.event, rule.states) == ("in", ("benefit",))
    assert rule.years == pytest.approx(years)
    assert found.timing.monthly
    assert found.arms == {}


def test_each_state_has_a_rule_and_all_is_every_state_but_death() -> None:
    unit = "DKK_2024/person/month"
    two = category(stated("in: {benefit: {mean: 5}, job: {mean: 6}}", unit))
    assert [rule.states for rule in two.rules] == [("benefit",), ("job",)]
    content = model_texts.text(
        states=model_texts.STATES + "dead: {death: true}\n",
        cost=stated("in: {all: {mean: 5}}", unit),
    )
    (rule,) = builders.load(content).categories[0].rules
    assert rule.states == ("benefit", "job")


@pytest.mark.parametrize(
    ("event", "name", "states"),
    [
        ("at_start: {mean: 5}", "start", ()),
        ("on_entry: {job: {mean: 5}}", "enter", ("job",)),
        ("on_move: {benefit: {job: {mean: 5}}}", "move", ("benefit", "job")),
    ],
)
def test_an_amount_may_fall_at_an_event(event: str, name: str, states: tuple[str, ...]) -> None:
    (rule,) = category(stated(event)).rules
    assert (rule.event, rule.states) == (name, states)
    assert rule.arms["usual"] is rule.arms["ips"]


def test_an_arm_may_be_a_difference_from_the_reference_arm() -> None:
    event = "at_start: {usual: {mean: 5}, ips: {difference: 2, se: 1}}"
    (rule,) = category(stated(event)).rules
    assert [q.role for q in rule.arms.values()] == ["mean", "difference"]
    assert rule.arms["ips"].path == "cost.care.at_start.ips"


def test_use_may_be_tied_to_states_with_its_own_price() -> None:
    found = category("""
care:
  kind: service
  payer: region
  price: {mean: 100, unit: DKK_2024/visit, source: study 1}
  use: {unit: visit/person/week, source: study 2, in: {job: {mean: 2}}}
""")
    assert [q.path for q in found.numbers] == ["cost.care.price", "cost.care.use.in.job"]
    assert found.rules[0].years == pytest.approx(WEEK)


def test_friction_counts_the_first_time_after_each_entry_alone() -> None:
    found = category("""
work:
  kind: productivity
  payer: region
  price: {mean: -300, unit: DKK_2024/hour, source: study 1}
  use: {unit: hour/person/month, source: study 2, in: {job: {mean: 80}}}
  friction: {mean: 3, unit: month, assumption: the usual}
""")
    assert found.band is not None
    assert (found.band.entry, found.band.states) == (True, ("job",))
    assert (found.band.low, found.band.high) == (0.0, pytest.approx(0.25))
    assert [q.path for q in found.band_numbers] == ["cost.work.friction"]


def test_a_gain_in_a_state_that_is_entered_as_a_cost_is_doubted() -> None:
    cost = stated("in: {job: {mean: 5}}", "DKK_2024/person/month").replace(
        "kind: service", "kind: productivity"
    )
    assert [warning.code for warning in load(cost).warnings] == ["W404"]


# --- rates -----------------------------------------------------------------------------------

TAX = """
tax: {kind: transfer, payer: region, of: OF, rate: {mean: 0.37, source: study 1}}
"""
GROUP = """
work:
  pay:
    kind: productivity
    payer: region
    unit: DKK_2024/person/month
    source: study 1
    in: {job: {mean: -5}}
  more:
    kind: productivity
    payer: region
    unit: DKK_2024/person/month
    source: study 1
    in: {job: {mean: -5}}
"""


@pytest.mark.parametrize(
    ("of", "paths"),
    [
        ("cost.work.pay", ("cost.work.pay",)),
        ("cost.work", ("cost.work.pay", "cost.work.more")),
        ("[cost.work.pay, cost.work.more]", ("cost.work.pay", "cost.work.more")),
    ],
)
def test_a_rate_is_of_categories_or_of_all_in_a_group(of: str, paths: tuple[str, ...]) -> None:
    found = category(GROUP + TAX.replace("OF", of))
    assert found.of == paths
    assert found.rate is not None
    assert found.rate.value == 0.37


def test_a_rate_of_itself_is_refused() -> None:
    assert refused(TAX.replace("OF", "cost.tax")).startswith("E270 unknown category")


# --- ladders ---------------------------------------------------------------------------------

LADDER = """
ladder:
  refund:
    states: [benefit]
    weeks_at_start: {mean: 10, unit: week, assumption: a guess}
    source: study 3
    step:
      weeks_1_to_4: {to: 4, payer: {region: 0.8, municipality: 0.2}}
      weeks_5_to_26: {to: 26, payer: {region: 0.4, municipality: 0.6}}
      after: {label: Later, payer: {region: 0.2, municipality: 0.8}}
"""
ON_LADDER = model_texts.COST.replace("payer: municipality", "ladder: refund")


def test_a_category_with_a_ladder_is_a_group_of_the_steps_that_can_be_reached() -> None:
    found = load(ON_LADDER, more=LADDER)
    assert english(found.groups["cost.benefits"].label) == "Benefits"
    middle, last = found.categories
    assert (middle.path, last.path) == ("cost.benefits.weeks_5_to_26", "cost.benefits.after")
    assert english(last.label) == "Benefits: Later"
    assert last.payers == {"region": 0.2, "municipality": 0.8}
    assert middle.rules == last.rules
    assert middle.band is not None
    assert last.band is not None
    assert (middle.band.low, middle.band.high) == pytest.approx((4 * WEEK, 26 * WEEK))
    assert last.band.high == math.inf
    assert last.band.start == pytest.approx(10 * WEEK)
    assert not last.band.entry


def test_the_steps_of_a_ladder_share_their_numbers() -> None:
    found = load(ON_LADDER, more=LADDER)
    paths = [q.path for q in found.quantities]
    assert paths.count("cost.benefits.in.benefit") == 1
    assert paths.count("ladder.refund.weeks_at_start") == 1


def test_the_start_on_a_ladder_is_set_by_its_path() -> None:
    content = model_texts.text(cost=ON_LADDER, more=LADDER)
    found = builders.load(content, "ladder.refund.weeks_at_start.mean=30")
    assert [each.path for each in found.categories] == ["cost.benefits.after"]


def test_shares_of_a_step_are_held_to_one() -> None:
    assert refused(ON_LADDER, LADDER.replace("0.6", "0.5")).startswith("E205")


# --- stated amounts beside a model -----------------------------------------------------------


def test_a_stated_category_may_go_on_after_its_months() -> None:
    found = category("""
hospital:
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study 1
  timing: {months: [1, 18], continues: true}
  usual: {mean: 1000}
  ips: {difference: -100, se: 10}
""")
    assert found.continues
    assert (found.timing.first, found.timing.last) == (1, 18)
    assert sum(found.timing.weights) == pytest.approx(1)


# --- outcomes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "measure", "month", "years"),
    [
        ("a: {unit: share, ever_in: [job], by: 30}", "ever", 30, 1.0),
        ("a: {unit: share, share_in: [job], at: 18}", "at", 18, 1.0),
        ("a: {unit: week/person, time_in: [job]}", "time", 24, WEEK),
        (
            "a: {unit: month/person, time_in: [job], timing: {months: [1, 30]}}",
            "time",
            30,
            1 / 12,
        ),
    ],
)
def test_an_outcome_may_be_what_the_model_gives(
    text: str, measure: str, month: float, years: float
) -> None:
    found = outcome(f"{text}\n")
    assert found.course is not None
    assert (found.course.measure, found.course.states) == (measure, ("job",))
    assert found.course.month == month
    assert found.course.years == pytest.approx(years)
    assert found.numbers == ()


def test_quality_of_life_in_states_is_reported_per_person() -> None:
    found = outcome("""
qaly:
  unit: QALY/person/year
  source: study 1
  in: {benefit: {mean: 0.6, se: 0.05}, job: {mean: 0.8}}
""")
    assert str(found.unit) == "QALY/person"
    assert [rule.years for rule in found.rules] == [1.0, 1.0]
    assert [q.path for q in found.numbers] == ["outcome.qaly.in.benefit", "outcome.qaly.in.job"]


def test_numbers_of_a_model_may_be_correlated_and_grouped() -> None:
    more = """
    correlation:
      moves:
        members: [model.transition.benefit.job.usual, model.transition.job.benefit.all]
        rho: 0.3
        assumption: both are of one labour market
    quantity_group:
      moves: {members: [model.transition]}
    analyses:
      sooner: {set: {model.transition.benefit.job.usual.mean: 0.6}}
    """
    found = load(more=more)
    assert len(found.correlations[0].members) == 2
    assert len(found.quantity_groups[0].members) == 3
    assert found.analyses[0].settings == ("model.transition.benefit.job.usual.mean=0.6",)


@pytest.mark.parametrize(
    "typed",
    ["10.1/x", "doi:10.1/x", "DOI: 10.1/x", "https://doi.org/10.1/x", "http://dx.doi.org/10.1/x"],
)
def test_a_doi_is_found_however_it_is_typed(typed: str) -> None:
    text = builders.text(builders.CARE + builders.PROGRAMME)
    source = builders.load(text.replace("url: https://example.org", f'doi: "{typed}"')).sources
    assert source["study"].where == "https://doi.org/10.1/x"
