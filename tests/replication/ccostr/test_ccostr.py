"""Mean costs of persons who were cut off, against ccostr and by hand; see README.md."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest

from ipscost.individual.censoring import (
    FollowUp,
    Histories,
    bang_tsiatis,
    cut_off,
    kaplan_meier,
    zhao_tian,
)
from ipscost.individual.data import Endpoint, IndividualData

FILE = Path(__file__).with_name("hcost.csv.gz")
FOUR = FollowUp(np.array([343.0, 903, 445, 652]), np.array([False, False, True, True]))
THEIRS = Histories(
    np.array([0, 0, 0, 1, 2, 2, 3]),
    np.array([1.0, 30, 88, 18, 1, 67, 43]),
    np.array([1.0, 82, 88, 198, 5, 88, 44]),
    np.array([550.0, 1949, 45, 4245, 23, 567, 300]),
)


def read() -> tuple[FollowUp, Histories]:
    """160 persons, and their costs with the days on which they came."""
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    names, person = np.unique([row["id"] for row in rows], return_inverse=True)
    table = {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}
    months, whole = np.empty(names.size), np.empty(names.size, dtype=bool)
    months[person], whole[person] = table["surv"], table["delta"] == 1
    histories = Histories(person, table["start"], table["stop"], table["cost"], more=1)
    return FollowUp(months, whole), histories


PEOPLE, HISTORIES = read()


@pytest.mark.parametrize(
    ("days", "simple", "fuller"),
    [
        (1_000, (68236.23, 4410.38), (66683.45, 3728.87)),
        (1_461, (86175.16, 7182.89), (80134.84, 4870.97)),
        (2_000, (83953.99, 15734.94), (92439.34, 16073.06)),
    ],
)
def test_means_and_errors_are_those_of_ccostr(
    days: float, simple: tuple[float, float], fuller: tuple[float, float]
) -> None:
    full, plain = zhao_tian(HISTORIES, PEOPLE.until(days))
    assert (plain.mean, plain.se) == pytest.approx(simple, abs=0.006)
    assert (full.mean, full.se) == pytest.approx(fuller, abs=0.006)


def test_four_persons_by_hand() -> None:
    """A and B were cut off, at 343 and 903; C and D were seen whole, at 445 and 652.

    One of four is cut off at 343, so C and D count 4/3 times: (590 + 300) x 4/3 over 4. When A was
    cut off, A had cost 2,544 and the four 2,544, 4,245, 590 and 300; B was the last.
    """
    cost = THEIRS.until(FOUR.months, 4)
    assert list(cost) == [2544, 4245, 590, 300]
    assert list(kaplan_meier(FOUR.months, ~FOUR.whole)) == pytest.approx([0.75, 0, 0.75, 0.75])
    full, plain = zhao_tian(THEIRS, FOUR)
    assert plain.mean == pytest.approx(890 * 4 / 3 / 4)
    gained = (2544 - (2544 + 4245 + 590 + 300) / 4) / 0.75 + 0
    assert full.mean == pytest.approx(plain.mean + gained / 4)
    assert (plain.se, full.mean, full.se) == pytest.approx((116.6971, 504.75, 532.6657), abs=1e-4)


def test_nobody_cut_off_is_the_plain_mean() -> None:
    everybody = FollowUp(FOUR.months, np.ones(4, dtype=bool))
    full, plain = zhao_tian(THEIRS, everybody)
    cost = THEIRS.until(everybody.months, 4)
    assert plain.mean == full.mean == cost.mean()
    assert plain.se == full.se == pytest.approx(cost.std() / 2)
    with pytest.raises(ValueError, match="seen whole"):
        bang_tsiatis(cost, FollowUp(FOUR.months, np.zeros(4, dtype=bool)))


def test_costs_accrue_evenly_until_a_horizon() -> None:
    there = FollowUp(np.array([100.0]), np.array([False])).until(50)
    assert there.whole[0]
    one = Histories(np.array([0, 0]), np.array([0.0, 60]), np.array([80.0, 90]), np.ones(2) * 800)
    assert one.until(there.months, 1)[0] == 500
    days = Histories(one.person, one.start, one.stop, one.cost, more=1)
    assert days.until(there.months, 1)[0] == pytest.approx(800 * 51 / 81)


def test_each_arm_has_its_own_persons() -> None:
    """Two quarters of costs; half the persons are followed for the first alone."""
    random = np.random.Generator(np.random.PCG64(6))
    arm = np.arange(400) % 2
    months = np.where(np.arange(400) % 4 < 2, 6.0, 3.0)
    values = random.gamma(2, 100, (400, 2)) + 50 * arm[:, None]
    truth = [values[arm == place].sum(axis=1).mean() for place in range(2)]
    values[months == 3, 1] = np.nan
    data = IndividualData(("q1", "q2"), values, arm, ("a", "b"), 0, None, months)
    cost = Endpoint("cost", np.ones(2))
    simple, none = cut_off(values, data, cost, 6.0)
    assert none is None
    spans = np.array([[0.0, 3.0], [3.0, 6.0]])
    again, fuller = cut_off(values, data, cost, 6.0, spans)
    assert again == simple
    assert fuller is not None
    for place in range(2):
        assert abs(simple[place].mean - truth[place]) < 4 * simple[place].se
        assert abs(fuller[place].mean - truth[place]) < 4 * fuller[place].se
        assert fuller[place].se < simple[place].se
    with pytest.raises(ValueError, match="not known"):
        cut_off(values, IndividualData(data.columns, values, arm, data.arms, 0), cost, 6.0)


def test_no_standard_error_where_too_few_were_seen_whole() -> None:
    people = FollowUp(np.array([9.0, 7, 9, 1]), np.array([False, True, True, False]))
    found = bang_tsiatis(np.array([72.0, 42, 51, 29]), people)
    assert found.mean == pytest.approx(48)
    assert np.isnan(found.se)
