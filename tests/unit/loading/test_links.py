"""What ties numbers together: correlations, groups, analyses, thresholds and bounds."""

from __future__ import annotations

import builders
import pytest

from ipscost import Scenario, ScenarioError
from ipscost.scenario import Label

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
    assert found.label == Label("Severity", "Sværhedsgrad")
    assert found.source is not None
    assert (found.source.name, found.place, found.sure) == ("study", "table 5", "derived")


def test_a_category_in_a_group_stands_for_its_numbers(scenario: Scenario) -> None:
    everything, one = scenario.quantity_groups
    assert everything.members == ("cost.care.usual", "cost.care.ips")
    assert (one.label.da, one.members) == ("One", ("cost.care.ips",))


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


def test_bounds_of_the_file_give_way_to_a_number_set_outside_them() -> None:
    bounded = builders.text(builders.CARE.replace("se: 50}", "se: 50, bounds: [-500, 0]}"))
    inside = builders.load(bounded, "cost.care.ips.difference=-400").categories[0]
    assert inside.arms["ips"].bounds == (-500.0, 0.0)
    outside = builders.load(bounded, "cost.care.ips.difference=10").categories[0]
    assert outside.arms["ips"].bounds is None
    with pytest.raises(ScenarioError, match="E222"):
        builders.load(bounded, "cost.care.ips.bounds=[0, 10]")
