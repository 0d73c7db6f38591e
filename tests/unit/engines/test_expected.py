"""The ledger of small scenarios, worked out by hand."""

from __future__ import annotations

import builders
import pytest

from ipscost import Ledger


def point(cost: str, **more: object) -> Ledger:
    """The ledger at the expected values of a scenario with the categories `cost`."""
    return builders.run(builders.text(cost, **more)).point  # type: ignore[arg-type]


def levels(ledger: Ledger) -> list[float]:
    """The present value of the only category in each arm."""
    return ledger.present_value[:, 0, 0].tolist()


def amounts(*arms: str, unit: str = "DKK_2024/person", more: str = "") -> str:
    """A category with the stated amounts."""
    lines = "\n".join(f"  {line}" for line in arms)
    head = f"c:\n  kind: service\n  payer: region\n  unit: {unit}\n  source: study\n"
    return f"{head}{f'  {more}' + chr(10) if more else ''}{lines}\n"


def test_a_level_stands_as_it_is() -> None:
    ledger = point(amounts("usual: {mean: 1000}", "ips: {mean: 640}"))
    assert levels(ledger) == [1000, 640]
    assert ledger.known.tolist() == [[True], [True]]


def test_a_difference_is_added_to_the_reference_arm() -> None:
    ledger = point(amounts("usual: {mean: 1000}", "ips: {difference: -300}"))
    assert levels(ledger) == [1000, 700]


def test_a_ratio_multiplies_the_reference_arm() -> None:
    ledger = point(amounts("usual: {mean: 1000}", "ips: {ratio: 0.4}"))
    assert levels(ledger) == [1000, 400]


def test_three_arms_are_each_held_against_the_reference() -> None:
    cost = amounts("usual: {mean: 1000}", "ips: {difference: -300}", "ipse: {ratio: 1.5}")
    ledger = point(cost, arm=builders.THREE_ARMS)
    assert levels(ledger) == [1000, 700, 1500]
    assert ledger.difference("ips")[0, 0] == -300
    assert ledger.difference("ipse")[0, 0] == 500


def test_the_reference_arm_need_not_be_the_first() -> None:
    arm = "ips: {label: IPS}\nusual: {label: Usual, reference: true}\n"
    cost = amounts("ips: {difference: -300}", "usual: {mean: 1000}")
    ledger = point(cost, arm=arm)
    assert (ledger.arms, ledger.reference) == (("ips", "usual"), "usual")
    assert levels(ledger) == [700, 1000]


def test_a_difference_without_a_reference_level_leaves_both_levels_unknown() -> None:
    ledger = point(amounts("ips: {difference: -300}"))
    assert ledger.known.tolist() == [[False], [False]]
    assert ledger.difference("ips")[0, 0] == -300


def test_price_times_use_is_the_amount() -> None:
    ledger = point(builders.HOSPITAL)
    ward = ledger.categories.index("cost.hospital.ward")
    assert ledger.present_value[:, ward, 0] == pytest.approx([800, 400])


def test_a_converted_price_is_multiplied_once() -> None:
    cost = builders.HOSPITAL.replace("100, unit: DKK_2024/day", "100, unit: EUR_2016/day")
    ledger = point(cost, money="DKK_2017")
    ward = ledger.categories.index("cost.hospital.ward")
    assert ledger.present_value[0, ward, 0] == pytest.approx(800 * 7.46038 * 1.0115)


def test_an_amount_over_the_horizon_is_spread_evenly() -> None:
    ledger = point(amounts("usual: {mean: 1000}", "ips: {mean: 600}"))
    assert ledger.cost[0, 0, :, 0].tolist() == [250] * 4


def test_an_amount_in_some_months_falls_in_those_alone() -> None:
    cost = amounts("usual: {mean: 1000}", "ips: {mean: 600}", more="timing: {months: [2, 3]}")
    assert point(cost).cost[0, 0, :, 0].tolist() == [0, 500, 500, 0]


def test_weights_need_not_sum_to_one() -> None:
    cost = amounts(
        "usual: {mean: 1000}", "ips: {mean: 600}", more="timing: {weights: [4, 3, 2, 1]}"
    )
    assert point(cost).cost[0, 0, :, 0] == pytest.approx([400, 300, 200, 100])


def test_a_monthly_amount_falls_every_month() -> None:
    unit = "DKK_2024/person/month"
    ledger = point(amounts("usual: {mean: 50}", "ips: {mean: 60}", unit=unit))
    assert ledger.cost[0, 0, :, 0].tolist() == [50] * 4
    assert levels(ledger) == [200, 240]


def test_a_monthly_amount_in_some_months_is_whole_in_each() -> None:
    unit = "DKK_2024/person/month"
    cost = amounts(
        "usual: {mean: 50}", "ips: {mean: 60}", unit=unit, more="timing: {months: [3, 4]}"
    )
    assert point(cost).cost[0, 0, :, 0].tolist() == [0, 0, 50, 50]


def test_each_month_is_discounted_from_its_middle() -> None:
    unit = "DKK_2024/person/month"
    ledger = point(
        amounts("usual: {mean: 50}", "ips: {mean: 60}", unit=unit),
        discount="{cost: 0.035, outcome: 0}",
    )
    factors = [1.035 ** -((month - 0.5) / 12) for month in (1, 2, 3, 4)]
    assert ledger.present[0, 0] == pytest.approx(factors)
    assert levels(ledger)[0] == pytest.approx(50 * sum(factors))


def test_outcomes_have_a_discount_rate_of_their_own() -> None:
    qaly = "qaly: {unit: QALY/person, source: study, usual: {mean: 1}, ips: {difference: 0.25}}\n"
    ledger = point(builders.CARE, outcome=qaly, discount="{cost: 0, outcome: 0.05}")
    factors = [1.05 ** -((month - 0.5) / 12) for month in (1, 2, 3, 4)]
    assert ledger.present_outcome[:, 0, 0] == pytest.approx(
        [sum(factors) / 4, 1.25 * sum(factors) / 4]
    )
    assert ledger.present.tolist() == ledger.spread.tolist()


def test_a_share_is_reached_at_the_end_and_never_discounted() -> None:
    ledger = point(builders.CARE, outcome=builders.JOB, discount="{cost: 0.05, outcome: 0.05}")
    assert ledger.outcome_spread[0].tolist() == [[0, 0, 0, 1]]
    assert ledger.present_outcome[:, 0, 0] == pytest.approx([0.4, 0.6])


def test_payers_split_each_category_as_stated() -> None:
    ledger = point(builders.HOSPITAL)
    assert ledger.payers == ("municipality", "region")
    assert ledger.payer_share.tolist() == [[0, 1], [0.25, 0.75]]


def test_a_difference_of_each_draw_is_added_to_the_level_of_that_draw() -> None:
    run = builders.run(builders.text(), draws=50)
    assert run.ledger is not None
    columns = run.draws.columns
    expected = columns["cost.care.usual"] + columns["cost.care.ips"]
    assert run.ledger.present_value[1, 0] == pytest.approx(expected, rel=1e-12)


def test_a_scenario_without_outcomes_has_an_empty_axis() -> None:
    ledger = point(builders.CARE)
    assert ledger.outcomes == ()
    assert ledger.present_outcome.shape == (2, 0, 1)
