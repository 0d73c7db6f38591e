"""The ledger refuses what does not fit, and adds up what does."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost import Ledger

COST = [
    [[[1.0], [2.0]], [[10.0], [20.0]], [[100.0], [200.0]]],
    [[[2.0], [2.0]], [[10.0], [10.0]], [[50.0], [200.0]]],
]


def ledger(**changes: object) -> Ledger:
    """A ledger of 2 arms, 3 categories, 2 months and 1 draw, a period a month, with `changes`."""
    parts: dict[str, object] = {
        "arms": ("usual", "ips"),
        "reference": "usual",
        "categories": ("cost.a", "cost.b", "cost.c"),
        "kinds": ("service", "productivity", "transfer"),
        "payers": ("municipality", "region"),
        "outcomes": ("outcome.o",),
        "amount": np.array(COST),
        "spread": np.array([np.eye(2)] * 3),
        "known": np.ones((2, 3), dtype=bool),
        "told": np.ones((2, 3), dtype=bool),
        "payer_share": np.array([[1.0, 0.0], [0.25, 0.75], [0.5, 0.5]]),
        "outcome_amount": np.array([[[[0.5]]], [[[0.75]]]]),
        "outcome_spread": np.array([[[0.0, 1.0]]]),
        "outcome_known": np.ones((2, 1), dtype=bool),
        "outcome_told": np.ones((2, 1), dtype=bool),
        "perspectives": ("societal", "municipality", "region"),
        "counted": np.array([[1.0, 1.0, 0.0], [1.0, 0.25, 0.5], [0.0, 0.75, 0.5]]),
        "present": np.array([np.diag([1.0, 0.5])] * 3),
        "outcome_present": np.array([[[0.0, 0.5]]]),
        "observed": 2,
    }
    return Ledger(**(parts | changes))  # type: ignore[arg-type]


def refusal(**changes: object) -> str:
    """What the ledger says to `changes`."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        ledger(**changes)
    return str(caught.value)


def test_the_present_value_is_the_discounted_sum_of_the_months() -> None:
    assert ledger().present_value[:, :, 0].tolist() == [[2, 20, 200], [3, 15, 150]]


@pytest.mark.parametrize("month", [0, 1])
def test_the_present_value_of_one_month_as_it_is_is_no_copy(month: int) -> None:
    found = ledger(present=np.array([np.diag(np.eye(2)[month])] * 3))
    assert found.present_value.tolist() == found.amount[:, :, month].tolist()
    assert np.shares_memory(found.present_value, found.amount)


def test_the_present_outcome_has_its_own_factors() -> None:
    assert ledger().present_outcome[:, 0, 0].tolist() == [0.25, 0.375]


def test_a_difference_is_the_arm_minus_the_reference() -> None:
    assert ledger().difference("ips")[:, 0].tolist() == [1, -5, -50]
    assert ledger().difference("usual")[:, 0].tolist() == [0, 0, 0]


def test_a_perspective_counts_its_share_of_each_category() -> None:
    assert ledger().weight("societal").tolist() == [1, 1, 0]
    assert ledger().weight("region").tolist() == [0, 0.75, 0.5]


def test_what_was_observed_and_what_was_not_add_up() -> None:
    split = ledger(observed=1)
    assert split.within("observed").present_value[1, :, 0].tolist() == [2, 10, 50]
    assert split.within("extrapolated").present_value[1, :, 0].tolist() == [1, 5, 100]
    both = split.within("observed").present_value + split.within("extrapolated").present_value
    assert both.tolist() == split.present_value.tolist()
    assert not ledger().within("extrapolated").present_value.any()


@pytest.mark.parametrize("observed", [1, 2])
def test_a_collapsed_ledger_keeps_present_values_and_what_was_observed(observed: int) -> None:
    whole = ledger(observed=observed)
    short = whole.collapsed()
    assert short.months == 3 - observed
    assert short.present_value.tolist() == whole.present_value.tolist()
    assert short.present_outcome.tolist() == whole.present_outcome.tolist()
    for part in ("observed", "extrapolated"):
        assert (
            short.within(part).present_value.tolist() == whole.within(part).present_value.tolist()
        )
    assert (
        short.collapsed().within("observed").present_value.tolist()
        == whole.within("observed").present_value.tolist()
    )


def test_windows_may_weigh_months_as_they_like() -> None:
    whole = ledger(observed=1)
    windows = np.array([[0.0, 1.0], [1.0, 1.0], [0.5, 0.25]])
    found = whole.collapsed(windows)
    assert found.months == 3
    assert found.observed == 0
    months = whole.collapsed(np.eye(2)).amount
    assert months[1, :, :, 0].tolist() == [[2, 1], [10, 5], [50, 100]]
    expected = np.einsum("wm,acmd->acwd", windows, months)
    np.testing.assert_array_equal(found.amount, expected)
    np.testing.assert_array_equal(found.present_value, expected.sum(axis=2))
    assert found.present_outcome.tolist() == whole.present_outcome.tolist()
    assert whole.collapsed(np.eye(2)).observed == 1


def test_years_of_months_are_windows_and_add_up_to_the_whole() -> None:
    amount = np.ones((2, 3, 18, 1))
    once = np.array([np.eye(18)] * 3)
    outcome = np.zeros((1, 1, 18))
    whole = ledger(
        amount=amount,
        spread=once,
        present=once * 0.5,
        outcome_spread=outcome,
        outcome_present=outcome,
        observed=12,
    )
    years = whole.collapsed((np.arange(18) // 12 == np.arange(2)[:, None]).astype(float))
    assert years.amount[0, 0, :, 0].tolist() == [6, 3]
    assert years.present_value.tolist() == whole.present_value.tolist()
    assert years.observed == 1


def test_the_monthly_difference_is_discounted_and_weighted() -> None:
    assert ledger().monthly_difference("ips", "societal")[:, 0].tolist() == [1, -5]
    assert ledger().monthly_difference("ips", "region")[:, 0].tolist() == [-25, -3.75]


def test_the_months_sum_to_the_difference() -> None:
    whole = ledger()
    for perspective in ("societal", "municipality", "region"):
        months = whole.monthly_difference("ips", perspective).sum(axis=0)
        assert months == pytest.approx(whole.weight(perspective) @ whole.difference("ips"))


def test_the_cost_of_a_month_is_the_amount_of_each_period_times_its_spread() -> None:
    assert ledger().cost.tolist() == COST
    horizon = np.array(COST)[:, :, :1] * 4
    spread = np.array([[[0.25, 0.75]], [[0.5, 0.5]], [[1.0, 0.0]]])
    whole = ledger(amount=horizon, spread=spread, present=spread * [1.0, 0.5])
    assert whole.cost[:, :, :, 0].tolist() == [
        [[1, 3], [20, 20], [400, 0]],
        [[2, 6], [20, 20], [200, 0]],
    ]
    assert whole.present_value[0, :, 0].tolist() == [1 + 1.5, 20 + 10, 400]


def test_an_amount_of_the_wrong_shape_is_refused() -> None:
    text = "amount must have shape (2, 3, 2, 1), not (2, 2, 2, 1)"
    assert refusal(amount=np.array(COST)[:, :2]) == text


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("known", np.ones((2, 2), dtype=bool), "(2, 3), not (2, 2)"),
        ("payer_share", np.ones((3, 1)), "(3, 2), not (3, 1)"),
        ("spread", np.ones((3, 1, 2)), "(3, 2, 2), not (3, 1, 2)"),
        ("outcome_amount", np.ones((2, 1, 1, 2)), "(2, 1, 1, 1), not (2, 1, 1, 2)"),
        ("outcome_spread", np.ones((1, 2, 2)), "(1, 1, 2), not (1, 2, 2)"),
        ("outcome_known", np.ones((1, 1)), "(2, 1), not (1, 1)"),
        ("present", np.ones((3, 1, 2)), "(3, 2, 2), not (3, 1, 2)"),
        ("outcome_present", np.ones((1, 2, 2)), "(1, 1, 2), not (1, 2, 2)"),
        ("counted", np.ones((2, 3)), "(3, 3), not (2, 3)"),
    ],
)
def test_every_other_wrong_shape_is_refused(name: str, value: np.ndarray, text: str) -> None:
    assert refusal(**{name: value}) == f"{name} must have shape {text}"


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("name", ["amount", "spread", "outcome_amount", "outcome_spread"])
def test_a_number_that_is_not_finite_is_refused(name: str, number: float) -> None:
    value = np.array(getattr(ledger(), name))
    value.flat[0] = number
    assert refusal(**{name: value}) == "every cost and outcome must be finite"


def test_a_discount_factor_that_is_not_finite_is_refused() -> None:
    assert "finite" in refusal(present=np.full((3, 2, 2), np.nan))


@pytest.mark.parametrize(("row", "shares"), [(2, [0.5, 0.4]), (0, [0.5, -0.5]), (1, [0.0, 0.0])])
def test_payer_shares_that_do_not_sum_to_one_are_refused(row: int, shares: list[float]) -> None:
    share = np.array([[1.0, 0.0], [0.25, 0.75], [0.5, 0.5]])
    share[row] = shares
    text = "the payer shares of each category must sum to 1 (or 0: a transfer)"
    assert refusal(payer_share=share) == text


def test_the_shares_of_a_transfer_may_sum_to_nothing() -> None:
    share = np.array([[1.0, 0.0], [0.25, 0.75], [1.0, -1.0]])
    assert ledger(payer_share=share).payer_share[2].tolist() == [1, -1]


def test_names_that_stand_twice_are_refused() -> None:
    assert refusal(arms=("ips", "ips")) == "names must differ: ('ips', 'ips')"
    text = "names must differ: ('cost.a', 'cost.b', 'cost.a')"
    assert refusal(categories=("cost.a", "cost.b", "cost.a")) == text


def test_an_unknown_reference_and_a_missing_kind_are_refused() -> None:
    text = "every category needs a kind, and the reference must be an arm"
    assert refusal(reference="ipse") == text
    assert refusal(kinds=("service", "transfer")) == text


def test_the_arrays_of_a_ledger_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        ledger().amount[0, 0, 0, 0] = 1.0


def test_totals_are_no_rows_of_the_ledger() -> None:
    whole = ledger()
    assert whole.present_value.shape == (2, 3, 1)
    assert not {"total", "cost", "resources"} & set(whole.categories)


def test_the_course_of_several_perspectives_is_that_of_each_alone() -> None:
    found = ledger()
    names = ("societal", "municipality", "region")
    together = found.monthly_differences("ips", names)
    for name, course in zip(names, together, strict=True):
        level, base = (found.amount[place, :, :, 0] * np.array([1.0, 0.5]) for place in (1, 0))
        assert course[:, 0] == pytest.approx(found.weight(name) @ (level - base))
        assert course.tobytes() == found.monthly_difference("ips", name).tobytes()


def test_what_was_clipped_is_told_draw_by_draw() -> None:
    assert ledger(clipped={"a": np.array([True])}).clipped["a"].tolist() == [True]
    message = "what was clipped must be told for each of 1 draws"
    assert refusal(clipped={"a": np.array([True, False])}) == message
