"""Persons whose use comes in whole numbers, sums whose spread is stated, and what is derived."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost import Scenario
from ipscost.drawing import draws as drawing
from ipscost.drawing.streams import Streams
from ipscost.engines import persons, states
from ipscost.engines.differing import ContradictionError
from ipscost.engines.outcome import People
from ipscost.engines.shapes import counts, shape
from ipscost.engines.together import product, square
from ipscost.scenario.spread import least_cv, spread_of

N = 20_000
TEXT = """\
ipscost: 1
title: Counts
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {reference: true, n: 100}
  ips: {label: IPS, n: 100}
payer:
  town: {label: Town}
source:
  study: {cite: A study 2024, sure: verified}
cost:
  care:
    ward:
      kind: service
      payer: town
      source: study
      price: {mean: 1000, unit: DKK_2024/day}
      use: {unit: day/person/month, usual: {mean: 0.5}, ips: {mean: 0.25}}
    clinic:
      {kind: service, payer: town, unit: DKK_2024/person, source: study,
       usual: {mean: 4000}, ips: {mean: 3000}}
  other:
    {kind: service, payer: town, unit: DKK_2024/person, source: study,
     usual: {mean: 500, se: 200}, ips: {mean: 20, se: 200}}
outcome:
  qaly: {unit: QALY/person, source: study, usual: {mean: 0.01}, ips: {difference: 0.03, se: 0.02}}
spread:
  source: study
  cost:
"""


def loaded(folder: Path, *lines: str) -> Scenario:
    file = folder / "counts.yaml"
    file.write_text(TEXT + "".join(f"    {line}\n" for line in lines), encoding="utf-8")
    return ipscost.load(file)


def met(scenario: Scenario, n: int = N) -> People:
    return persons.people(scenario, drawing.base_case(scenario), Streams(1, persons=n))


def column(people: People, path: str, arm: int) -> np.ndarray:
    return people.columns[path][people.arm == arm]


CASES = {
    "poisson": ("{dist: poisson}", lambda m: least_cv(m, 0.0), lambda m: math.exp(-m)),
    "zero_inflated": (
        "{dist: poisson, zero: 0.4}",
        lambda m: least_cv(m, 0.4),
        lambda m: 0.4 + 0.6 * math.exp(-m / 0.6),
    ),
    "negative_binomial": (
        "{dist: negative_binomial, cv: 1.5}",
        lambda m: 1.5,
        lambda m: (1 + (1.5**2 - 1 / m) * m) ** (-1 / (1.5**2 - 1 / m)),
    ),
    "by_sd": (
        "{dist: negative_binomial, sd: 9, unit: day/person, zero: 0.2}",
        lambda m: 9 / m,
        None,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_use_comes_in_whole_numbers(case: str, tmp_path: Path) -> None:
    spread, cv_of, none_of = CASES[case]
    people = met(loaded(tmp_path, f"care.ward: {spread}"))
    for arm, mean in ((0, 6.0), (1, 3.0)):
        use = column(people, "use.cost.care.ward", arm)
        assert np.array_equal(use, np.round(use))
        np.testing.assert_allclose(column(people, "cost.care.ward", arm), 1000 * use)
        cv = cv_of(mean)
        assert abs(use.mean() - mean) < 4 * cv * mean / math.sqrt(N)
        assert use.std() / use.mean() == pytest.approx(cv, rel=0.05)
        if none_of is not None:
            assert (use == 0).mean() == pytest.approx(none_of(mean), abs=0.012)
    if case != "by_sd":  # who has more days in one arm has no fewer in the other
        both = (column(people, "use.cost.care.ward", arm) for arm in (1, 0))
        assert np.less_equal(*both).all()


def test_one_more_event_moves_nobody_elses_draws(tmp_path: Path) -> None:
    """A mean that is a little higher gives few persons one more, and all else is bit for bit."""
    scenario = loaded(tmp_path, "care.ward: {dist: poisson}", "other: {cv: 1}")
    higher = ipscost.load(tmp_path / "counts.yaml", ["cost.care.ward.use.usual.mean=0.501"])
    before, after = met(scenario, 2000), met(higher, 2000)
    days, more = (column(each, "use.cost.care.ward", 0) for each in (before, after))
    assert set((more - days).tolist()) == {0.0, 1.0}
    assert (more > days).sum() < 30
    for path in ("cost.other", "outcome.qaly"):
        assert column(before, path, 0).tobytes() == column(after, path, 0).tobytes()


def test_hours_are_spread_in_their_own_unit(tmp_path: Path) -> None:
    people = met(loaded(tmp_path, "care.ward: {sd: 12, unit: day/person, zero: 0.6}"))
    use = column(people, "use.cost.care.ward", 0)
    assert use.std() == pytest.approx(12, rel=0.05)
    assert (use == 0).mean() == pytest.approx(0.6, abs=0.015)
    spread = spread_of(loaded(tmp_path, "care.ward: {sd: 12, unit: day/person}"), "cost.care.ward")
    assert spread is not None
    assert spread.around(6000) == 12_000  # in money


def test_counts_are_those_of_their_distribution() -> None:
    made = counts(2.0, least_cv(2.0, 0.0))
    below = made.at(np.array([-9.0, -1.2, -1.0, 0.0, 9.0])) * 2
    assert below[:4] == pytest.approx([0, 0, 1, 2])  # P(0) = 0.135, P(<= 1) = 0.406
    assert square(counts(2.0, 1.5)) == pytest.approx(1 + 1.5**2, rel=1e-3)
    assert square(counts(50.0, 0.9, 0.3)) == pytest.approx(1 + 0.9**2, rel=1e-3)


def test_a_product_of_shapes_has_its_closed_form() -> None:
    one, other = shape("lognormal", 1.0), shape("lognormal", 0.5)
    logs = math.sqrt(math.log(2) * math.log(1.25))
    for link in (0.0, 0.4, -0.7):
        assert product(one, other, link) == pytest.approx(math.exp(link * logs), rel=1e-4)
    assert product(shape("gamma", 1.3), shape("gamma", 1.3), 1.0) == pytest.approx(2.69, rel=1e-3)


# --- a sum whose spread is stated ---------------------------------------------------------------


def spread_of_sum(scenario: Scenario, arm: int = 0) -> tuple[float, float]:
    """The standard deviation of persons' sums of all categories, sampled and in closed form."""
    people = met(scenario)
    total = sum(column(people, category.path, arm) for category in scenario.categories)
    base = states.run(scenario, drawing.base_case(scenario), Streams(1), detail="totals").ledger
    found = persons.differing(scenario).variance_of(arm, base.present_value[arm, :, 0])
    return float(np.std(total)), math.sqrt(found)


@pytest.mark.parametrize(
    "lines",
    [
        ("total: {sd: 9000, unit: DKK_2024/person}",),
        ("care.clinic: {cv: 0.5}", "total: {sd: 9000, unit: DKK_2024/person}"),
        ("care: {sd: 8800, unit: DKK_2024/person}", "total: {sd: 9000, unit: DKK_2024/person}"),
        (
            "care.clinic: {cv: 1.2}",
            "care.ward: {dist: negative_binomial, cv: 1.2}",
            "other: {cv: 1}",
            "total: {sd: 9000, unit: DKK_2024/person}",
        ),
    ],
)
def test_a_stated_sum_is_followed(lines: tuple[str, ...], tmp_path: Path) -> None:
    sampled, closed = spread_of_sum(loaded(tmp_path, *lines))
    assert closed == pytest.approx(9000, rel=0.003)
    assert sampled == pytest.approx(closed, rel=0.06)


def test_a_sum_that_its_parts_cannot_make_is_refused(tmp_path: Path) -> None:
    few = "total: {sd: 900, unit: DKK_2024/person}"
    scenario = loaded(tmp_path, "care.clinic: {cv: 1.5}", few)
    with pytest.raises(ContradictionError, match=r"take spread\.cost\.total out"):
        persons.differing(scenario)


def test_the_variance_has_its_closed_form_with_what_is_shared(tmp_path: Path) -> None:
    lines = ("care.clinic: {cv: 1.2}", "care.ward: {cv: 1.5, zero: 0.3}", "other: {cv: 1}")
    scenario = loaded(tmp_path, *lines)
    file = tmp_path / "counts.yaml"
    text = file.read_text(encoding="utf-8")
    for more in ("  together: 0.5\n", "  frailty: {cv: 0.8}\n"):
        file.write_text(text + more, encoding="utf-8")
        sampled, closed = spread_of_sum(ipscost.load(file))
        assert sampled == pytest.approx(closed, rel=0.06)
    assert spread_of_sum(scenario)[1] < closed


# --- what is derived ----------------------------------------------------------------------------


def test_what_is_derived_is_at_most_as_wide_as_what_was_published(tmp_path: Path) -> None:
    people = met(loaded(tmp_path, "care: {cv: 1}"))  # 200 x sqrt(100) = 2,000: 4 and 100 times
    for arm in (0, 1):
        other = column(people, "cost.other", arm)
        assert other.std() / other.mean() == pytest.approx(2.5, rel=0.06)
        some = other[other > 0]
        assert some.std() / some.mean() == pytest.approx(1.5, rel=0.06)


def test_a_derived_outcome_may_be_a_loss(tmp_path: Path) -> None:
    people = met(loaded(tmp_path, "care: {cv: 1}"))
    sd = 0.02 / math.sqrt(1 / 100 + 1 / 100)
    for arm in (0, 1):
        qaly = column(people, "outcome.qaly", arm)
        assert qaly.std() == pytest.approx(sd, rel=0.03)
        assert (qaly < 0).any()
