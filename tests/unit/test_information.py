"""The value of information by its definition, at its edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from ipscost.decision.information import (
    Crosses,
    Information,
    people_years,
    perfect,
    selected,
    worth,
)
from ipscost.decision.regression import Crossed, Ranked, crossed, ranked, score

N = 500


def normals(*shape: int) -> np.ndarray:
    return np.random.default_rng(11).standard_normal(shape)


def test_perfect_information_is_the_mean_gain_over_the_choice() -> None:
    found = perfect(np.array([[1.0, 4.0, 1.0, 6.0], [2.0, 2.0, 2.0, 2.0], [0.0, 5.0, 0.0, 0.0]]))
    assert found.best == 0
    assert found.worth.value == pytest.approx((1 + 1 + 1) / 4)
    assert found.worth.se == pytest.approx(np.std([1, 1, 1, 0], ddof=1) / 2)
    assert found.wrong == 0.75


def test_ties_and_rounding_are_worth_nothing() -> None:
    same = np.array([0.1, 0.2, 0.3])
    found = perfect(np.stack([1e6 + same, 1e6 + same + 1e-9, 1e6 + same]))
    assert found.worth.value == 0
    assert found.wrong == 0


def test_one_draw_has_no_error() -> None:
    assert perfect(np.array([[1.0], [2.0]])).worth.se == 0


def test_what_is_the_same_in_every_draw_is_worth_nothing() -> None:
    x, y = normals(2, N)
    found = Information(np.stack([x, y]), {"fixed": np.full(N, 2.0), "x": x})
    assert found.single("fixed").value == 0
    assert found.group(["fixed"]).value == 0
    assert found.group(["fixed", "x"]).value == pytest.approx(found.single("x").value)


def test_few_draws_are_refused() -> None:
    with pytest.raises(ValueError, match="EVPPI needs 100 draws or more, not 99"):
        Information(np.zeros((2, 99)), {})


def test_large_groups_need_more_draws() -> None:
    x = normals(20, 200)
    found = Information(x[:2], {str(place): row for place, row in enumerate(x)})
    with pytest.raises(ValueError, match="EVPPI of 20 quantities needs 210 draws, not 200"):
        found.group([str(place) for place in range(20)])


def test_arms_that_are_alike_have_no_information() -> None:
    x = normals(N)
    assert Information(np.stack([x, x]), {"x": x}).single("x").value == 0


def test_the_order_of_the_arms_does_not_matter() -> None:
    x, y, z = normals(3, N)
    benefit = np.stack([x - 0.3, 0.5 * x + y, z])
    first = Information(benefit, {"x": x}).single("x")
    second = Information(benefit[::-1], {"x": x}).single("x")
    assert first.value == pytest.approx(second.value)
    assert first.se == pytest.approx(second.se)


def test_any_rising_scale_of_a_quantity_gives_the_same() -> None:
    x, y = normals(2, N)
    benefit = np.stack([x + y, np.zeros(N)])
    found = Information(benefit, {"x": x, "exp": np.exp(x), "minus": -x})
    assert found.single("x") == found.single("exp")
    assert found.single("minus").value == pytest.approx(found.single("x").value)


def test_money_scales_the_worth() -> None:
    x, y = normals(2, N)
    benefit = np.stack([x + y, np.zeros(N)])
    one, many = (Information(f * benefit, {"x": x}).single("x") for f in (1, 1e6))
    assert many.value == pytest.approx(1e6 * one.value)
    assert many.se == pytest.approx(1e6 * one.se)


def test_a_group_is_worth_no_less_than_a_group_within_it() -> None:
    x = normals(6, 300)
    found = Information(
        np.stack([x.sum(axis=0), np.zeros(300)]), dict(zip("abcdef", x, strict=True))
    )
    inner = found.group("abc")
    assert found.group("abcdef", ["abc"]).value >= inner.value


def test_people_are_discounted_from_the_middle_of_each_year() -> None:
    assert people_years(100, 3, 0.0) == pytest.approx(300)
    expected = 100 * (1.03**-0.5 + 1.03**-1.5)
    assert people_years(100, 2, 0.03) == pytest.approx(expected)


def test_members_that_foretell_nothing_are_left_out_of_the_regression() -> None:
    rng = np.random.default_rng(5)
    parts = rng.standard_normal((6, 2_000))
    gain = parts[:1] + parts[1:2] ** 2 + rng.standard_normal((1, 2_000))
    quantities = [found for part in parts if (found := ranked(part)) is not None]
    chosen, whole = selected(quantities, gain), crossed(quantities)
    assert score(chosen, gain) < score(whole, gain)
    useful = crossed(quantities[:2])
    assert score(chosen, gain) <= 1.01 * score(useful, gain)
    straight = [np.count_nonzero(each.roughness == 0) for each in (chosen, whole)]
    assert straight[0] < straight[1] == 7  # the constant, and a straight line each


def test_rounding_is_worth_nothing_even_where_a_benefit_is_zero() -> None:
    benefit = np.array([[0.0, 1e6, 2e6], [0.0, 1e6 - 1, 2e6 + 1e-9]])
    found = perfect(benefit)
    assert (found.worth.value, found.wrong) == (0.0, 0.0)


def test_a_group_needs_ten_draws_for_each_member_and_ten_more() -> None:
    x = normals(10, 100)
    found = Information(x[:2], {str(place): row for place, row in enumerate(x)})
    assert found.group([str(place) for place in range(9)]).value >= 0
    with pytest.raises(ValueError, match="EVPPI of 10 quantities needs 110 draws, not 100"):
        found.group([str(place) for place in range(10)])


def test_the_standard_error_is_how_much_the_estimate_varies_between_samples() -> None:
    values, errors = [], []
    for seed in range(120):
        x, noise = np.random.default_rng(seed).standard_normal((2, 400))
        benefit = np.stack([np.zeros(400), 0.3 + x + 4 * noise])
        found = Information(benefit, {"x": x}).single("x")
        values.append(found.value)
        errors.append(found.se)
    assert np.mean(errors) == pytest.approx(np.std(values), rel=0.3)


def test_a_group_is_worth_what_its_members_foretell_together() -> None:
    x, y = normals(2, 2_000)
    found = Information(np.stack([np.zeros(2_000), x + y]), {"x": x, "y": y})
    exact = np.sqrt(1 / (2 * np.pi))  # of max(0, a standard normal number)
    assert found.single("x").value == pytest.approx(exact, rel=0.06)
    assert found.group(["x", "y"]).value == pytest.approx(np.sqrt(2) * exact, rel=0.06)
    product = Information(np.stack([np.zeros(2_000), x * y]), {"x": x, "y": y})
    assert product.group(["x", "y"]).value == pytest.approx(1 / np.pi, rel=0.1)
    assert product.single("x").value < 0.05


def test_a_gain_of_rounding_keeps_no_member_in_the_regression(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    x, y = normals(2, N)
    quantities = [found for part in (x, y) if (found := ranked(part)) is not None]
    errors = iter([0.5, 0.5 + 1e-12])
    monkeypatch.setattr("ipscost.decision.information.score", lambda *_: next(errors))
    chosen = selected(quantities, x[None])
    assert chosen.roughness.size == crossed(quantities[1:]).roughness.size


def test_what_is_known_takes_the_place_of_a_regression() -> None:
    x, y = normals(2, N)
    benefit = np.stack([x + y, np.zeros(N)])

    def given(names: frozenset[str]) -> np.ndarray | None:
        return np.stack([x, np.zeros(N)]) if names == {"x"} else None

    found = Information(benefit, {"x": x, "y": y}, given)
    known = found.single("x")
    assert known.exact
    assert known.value == pytest.approx(perfect(np.stack([x, np.zeros(N)])).worth.value)
    assert known.se == pytest.approx(np.std(np.maximum(-x, 0), ddof=1) / math.sqrt(N), rel=0.1)
    assert not found.single("y").exact
    assert not found.group("xy").exact


def test_what_is_known_needs_no_more_draws_for_more_members() -> None:
    x = normals(20, 200)
    names = [str(place) for place in range(20)]
    benefit = np.stack([x.sum(axis=0), np.zeros(200)])
    found = Information(benefit, dict(zip(names, x, strict=True)), lambda _: benefit)
    assert found.group(names).value == found.perfect.worth.value


def test_a_group_of_four_makes_each_design_once(monkeypatch: pytest.MonkeyPatch) -> None:
    x = normals(4, 2_000)
    made: list[tuple[int, ...]] = []

    def counted(quantities: Sequence[Ranked], *more: Any) -> Crossed:
        made.append(tuple(id(quantity) for quantity in quantities))
        return crossed(quantities, *more)

    monkeypatch.setattr("ipscost.decision.information.crossed", counted)
    gain = x[0] * x[1] + 0.3 * x[2] + normals(5, 2_000)[4]
    names = dict(zip("abcd", x, strict=True))
    found = Information(np.stack([np.zeros(2_000), gain]), names).group("abcd")
    assert found.value > 0
    assert len(made) == len(set(made)) <= 15


def test_designs_that_are_kept_select_the_same_members() -> None:
    x = normals(4, 2_000)
    gain = (x[0] * x[1] + 0.3 * x[2])[None]
    quantities = [found for part in x if (found := ranked(part)) is not None]
    crosses = Crosses(gain)
    for members in (quantities, quantities[1:], quantities[:3]):
        again = selected(members, gain, crosses)
        alone = selected(members, gain)
        assert isinstance(again, Crossed)
        assert isinstance(alone, Crossed)
        assert again.quantities == alone.quantities
        assert worth(again, gain).value == pytest.approx(worth(alone, gain).value, rel=1e-10)
