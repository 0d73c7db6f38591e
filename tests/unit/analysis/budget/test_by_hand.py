"""A rollout of three years and two payers, every number of which is worked out by hand here.

24 people are planned to start, 2 a month in 2025, and half of them come: 1 a month. Each is
supported for 6 months, and a specialist has 12 clients at a time. The state gives a grant. Who
starts costs 3,000 less a month in benefits for 24 months, of which the municipality pays 80%.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.budget.accounts import Budget, budget

FILE = Path(__file__).parents[4] / "examples" / "two-payers-three-years.yaml"
MUNICIPALITY, STATE, OTHERS = range(3)


@pytest.fixture(scope="module")
def found() -> Budget:
    return budget(ipscost.load(FILE), Settings(draws=10))


def test_people_and_posts(found: Budget) -> None:
    people = found.people_point
    assert found.years == (2025, 2026, 2027)
    assert people.planned[:, 0].tolist() == [24, 0, 0]
    assert people.started[:, 0].tolist() == [12, 0, 0]
    assert people.waiting[:, 0].tolist() == [0, 0, 0]
    # planned clients: 2, 4, ... 10, then 12 to December, then 10, ... 2: 9.5 and 2.5 posts' months
    assert people.posts[0, :, 0] == pytest.approx([9.5 / 12, 2.5 / 12, 0])
    assert people.supported[:, 0] == pytest.approx([6, 0, 0])
    assert people.extra == pytest.approx(12 * (0.5 - 0.3))
    assert people.followed == pytest.approx(1)  # the last one to November 2027


def test_the_programme_is_paid_for_who_was_planned(found: Budget) -> None:
    books = found.point["constant"]
    assert books.line_paths == ("rollout.staff.role.specialist", "rollout.staff.overhead")
    # 40,000 a month for each post, and a quarter on top
    assert books.lines[:, :, 0].tolist() == pytest.approx(
        [pytest.approx([380_000, 100_000, 0]), pytest.approx([95_000, 25_000, 0])]
    )
    assert books.programme[MUNICIPALITY, :, 0] == pytest.approx([475_000, 125_000, 0])
    assert not books.programme[[STATE, OTHERS]].any()
    assert found.price_per_person == pytest.approx(25_000)  # 600,000 for 24, not for 12


def test_of_the_grant_what_is_above_half_of_the_cost_is_paid_back(found: Budget) -> None:
    grant = found.point["constant"].grant[:, :, 0]
    # 300,000, of which 475,000 / 2 may be kept; the rest goes back in December
    assert grant[MUNICIPALITY] == pytest.approx([-237_500, 0, 0])
    assert grant[STATE] == pytest.approx([237_500, 0, 0])


def test_people_save_benefits_each_for_two_years(found: Budget) -> None:
    # months lived by those who started: 1 + ... + 12, then 12 x 12, then 11 + ... + 0
    months = [78, 144, 66]
    books = found.point["constant"]
    assert books.categories == ("cost.benefits",)
    saved = [-3000 * month for month in months]
    assert books.by_category[0, :, 0] == pytest.approx(saved)
    assert books.change[MUNICIPALITY, :, 0] == pytest.approx([0.8 * each for each in saved])
    assert books.change[STATE, :, 0] == pytest.approx([0.2 * each for each in saved])


def test_the_block_grant_follows_what_the_municipality_saves(found: Budget) -> None:
    books = found.point["constant"]
    saved = [0.8 * 3000 * month for month in (78, 144, 66)]
    one, every = books.block_one[:, :, 0], books.block_all[:, :, 0]
    assert one[MUNICIPALITY] == pytest.approx([0.1 * each for each in saved])
    assert one[OTHERS] == pytest.approx([0.9 * each for each in saved])
    assert one[STATE] == pytest.approx([-each for each in saved])
    assert every[MUNICIPALITY] == pytest.approx(saved)
    assert not every[OTHERS].any()
    assert books.block_own == pytest.approx(books.block_one)
    assert books.net("one").sum() == pytest.approx(books.net("all").sum())


def test_net_by_year(found: Budget) -> None:
    net = found.point["constant"].net()[:, :, 0]
    assert net[MUNICIPALITY] == pytest.approx([69_020, -186_040, -142_560])
    assert net[STATE] == pytest.approx([3_500, -432_000, -198_000])
    assert net[OTHERS] == pytest.approx([168_480, 311_040, 142_560])


def test_turns(found: Budget) -> None:
    """Deepest in February 2026, and even from August 2026 on.

    At the end of 2025 the municipality is 69,020 short. Posts then cost 50,000 x 5/6, 4/6, 3/6, 2/6
    and 1/6, and it keeps 0.9 x 0.8 x 3,000 x 12 = 25,920 a month.
    """
    turn = found.point["constant"].turns["municipality"]
    total = 69_020 + 50_000 * 5 / 6 - 25_920 + 50_000 * 4 / 6 - 25_920
    assert turn.deepest == pytest.approx(total)
    assert turn.deepest_month.tolist() == [13]
    total += 50_000 * (3 + 2 + 1) / 6 - 3 * 25_920 - 2 * 25_920  # to July 2026
    assert 0 < total < 25_920
    assert turn.even_month.tolist() == [19]
    assert found.point["constant"].turns["others"].even_month.tolist() == [-1]


def test_nominal_prices_rise_by_two_per_cent_a_year_after_2024(found: Budget) -> None:
    books, constant = found.point["nominal"], found.point["constant"]
    levels = [1.02, 1.02**2, 1.02**3]
    for payer in (MUNICIPALITY, STATE, OTHERS):
        expected = [a * b for a, b in zip(constant.net()[payer, :, 0], levels, strict=True)]
        assert books.net()[payer, :, 0] == pytest.approx(expected)


def test_discounted_apart_and_no_draws_without_uncertainty(found: Budget) -> None:
    assert found.discounted[:, 0] == pytest.approx([-259_580, -626_500, 622_080])  # rates of 0
    assert found.draws is None
