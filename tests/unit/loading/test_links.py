"""What ties numbers together: correlations, groups, analyses, thresholds and bounds."""

from __future__ import annotations

import builders
import pytest

from ipscost import Scenario, ScenarioError

LINKS = """
correlation:
  severity:
    label: {en: Severity, da: Sværhedsgrad}
    members: [cost.care.usual, cost.care.ips]
    rho: -0.3
    source: study table 5
    sure: derived
quantity_group:
  all_care: {members: [cost.care]}
  one: {label: One, members: [cost.care.ips]}
analyses:
  dearer: {label: {en: Dearer, da: Dyrere}, set: {cost.care.usual.mean: 1200, horizon.months: 12}}
  shares: {set: {cost.care.payer: region, cost.care.usual.interval: [900, 1100]}}
"""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return builders.load(builders.text(more=LINKS))


def test_one_correlation_stands_for_every_pair(scenario: Scenario) -> None:
    (found,) = scenario.correlations
    assert found.members == ("cost.care.usual", "cost.care.ips")
    assert found.matrix == ((1.0, -0.3), (-0.3, 1.0))
    assert found.label == builders.label("Severity", "Sværhedsgrad")
    assert found.source is not None
    assert (found.source.name, found.place, found.sure) == ("study", "table 5", "derived")


def test_a_category_in_a_group_stands_for_its_numbers(scenario: Scenario) -> None:
    everything, one = scenario.quantity_groups
    assert everything.members == ("cost.care.usual", "cost.care.ips")
    assert (one.label.tell("da"), one.members) == ("One", ("cost.care.ips",))


def test_an_analysis_says_its_changes_as_set_would_be_given_them(scenario: Scenario) -> None:
    dearer, shares = scenario.analyses
    assert dearer.settings == ("cost.care.usual.mean=1200", "horizon.months=12")
    assert shares.settings == ("cost.care.payer=region", "cost.care.usual.interval=[900, 1100]")
    assert dearer.places[0].text[dearer.places[0].column - 1 :].startswith("cost.care.usual.mean")


def test_an_analysis_may_change_a_whole_number() -> None:
    change = "{difference: -250, se: 20, source: 'study table 1, page 2'}"
    more = f"analyses:\n  other: {{set: {{cost.care.ips: {change}}}}}\n"
    (analysis,) = builders.load(builders.text(more=more)).analyses
    text = 'cost.care.ips={difference: -250, se: 20, source: "study table 1, page 2"}'
    assert analysis.settings == (text,)
    changed = builders.load(builders.text(), *analysis.settings)
    (number,) = (q for q in changed.quantities if q.path == "cost.care.ips")
    assert (number.mean, number.dist.sd) == (-250, 20)


def test_a_scenario_without_links_has_none() -> None:
    plain = builders.load(builders.text())
    assert (plain.correlations, plain.quantity_groups, plain.analyses) == ((), (), ())


def test_a_mistake_in_a_cost_is_not_told_again_where_it_is_named() -> None:
    broken = builders.CARE.replace("mean: 1000", "mean: 1.000,5")
    with pytest.raises(ScenarioError) as caught:
        builders.load(builders.text(broken, more=LINKS))
    assert [problem.code for problem in caught.value.problems] == ["E112"]


def test_a_threshold_is_converted_like_any_amount_and_is_no_quantity_of_the_model() -> None:
    import ipscost

    shipped = ipscost.load("inklusion-ips")
    qaly = next(outcome for outcome in shipped.outcomes if outcome.path == "outcome.qaly")
    assert qaly.threshold is not None
    assert qaly.threshold.value == 35000
    assert qaly.threshold.mean == pytest.approx(35000 * 7.46038 * 1.0115, rel=1e-9)
    assert qaly.threshold.path not in [quantity.path for quantity in shipped.quantities]


def test_bounds_are_kept_in_the_stated_unit() -> None:
    bounded = builders.CARE.replace("se: 50}", "se: 50, bounds: [-500, 0]}")
    care = builders.load(builders.text(bounded)).categories[0]
    assert care.arms["ips"].bounds == (-500.0, 0.0)
    assert care.arms["usual"].bounds is None


BOUNDED = builders.text(builders.CARE.replace("se: 50}", "se: 50, bounds: [-500, 0]}"))


@pytest.mark.parametrize(
    ("setting", "se"),
    [
        ("cost.care.ips.difference=-400", 50),
        ("cost.care.ips.difference=10", 50),
        ("cost.care.ips={difference: -400, se: 20, unit: DKK_2024/person}", 20),
    ],
)
def test_bounds_of_the_file_go_with_the_number_that_they_were_stated_for(
    setting: str, se: float
) -> None:
    number = builders.load(BOUNDED, setting).categories[0].arms["ips"]
    assert (number.bounds, number.dist.sd) == (None, se)


def test_bounds_of_the_file_go_with_the_uncertainty_that_they_were_stated_beside() -> None:
    number = builders.load(BOUNDED, "cost.care.ips.se=20").categories[0].arms["ips"]
    assert (number.bounds, number.dist.sd) == (None, 20)


@pytest.mark.parametrize("first", [True, False])
def test_bounds_that_are_set_too_stay_whatever_the_order(first: bool) -> None:
    settings = ["cost.care.ips.bounds=[-700, 0]", "cost.care.ips.difference=-600"]
    number = builders.load(BOUNDED, *settings[:: 1 if first else -1]).categories[0].arms["ips"]
    assert (number.value, number.bounds) == (-600, (-700, 0))


def test_bounds_that_are_set_hold_the_number() -> None:
    with pytest.raises(ScenarioError, match="E222"):
        builders.load(BOUNDED, "cost.care.ips.bounds=[0, 10]")


def test_a_number_stated_in_another_way_leaves_behind_what_was_of_the_one_before() -> None:
    tied = builders.CARE.replace("se: 50}", "se: 50, dist: normal, bounds: [-500, 0]}")
    number = builders.load(builders.text(tied), "cost.care.ips.mean=800").categories[0].arms["ips"]
    assert (number.role, number.value, number.is_fixed, number.bounds) == ("mean", 800, True, None)
    again = ("cost.care.ips.mean=800", "cost.care.ips.se=30")
    number = builders.load(builders.text(tied), *again).categories[0].arms["ips"]
    assert number.dist.sd == pytest.approx(30)


def test_a_level_stated_as_events_keeps_its_n() -> None:
    share = """
  work:
    unit: share
    source: study
    usual: {mean: 0.465, n: 239}
    ips: {mean: 0.599, n: 243}
"""
    text = builders.text(more=f"outcome:{share}")
    number = builders.load(text, "outcome.work.ips.events=120").outcomes[0].arms["ips"]
    assert (number.value, number.is_fixed) == (120 / 243, False)
