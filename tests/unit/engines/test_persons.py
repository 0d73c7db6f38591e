"""Persons followed one by one: their means, their spread, and whose random numbers are whose."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest

import ipscost
from ipscost import Scenario, Settings
from ipscost.drawing import draws as drawing
from ipscost.drawing.streams import Streams
from ipscost.engines import ENGINES, persons
from ipscost.engines.outcome import People
from ipscost.engines.shapes import shape

N = 20_000
TEXT = """\
ipscost: 1
title: Persons
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
source:
  study: {cite: A study 2024, sure: verified}
cost:
  care:
    {kind: service, payer: town, unit: DKK_2024/person, source: study,
     usual: {mean: 1000}, ips: {mean: 600}}
  wage:
    {kind: productivity, payer: town, unit: DKK_2024/person, source: study,
     usual: {mean: -300}, ips: {mean: -500}}
outcome:
  job: {unit: share, source: study, usual: {mean: 0.4}, ips: {mean: 0.55}}
  qaly: {unit: QALY/person, source: study, usual: {mean: 0.5}, ips: {mean: 0.6}}
spread:
  source: study
  cost:
    care: {cv: 1.5, zero: 0.4}
    wage: {cv: 1.2, dist: lognormal}
  outcome: {qaly: {sd: 0.2, unit: QALY/person, dist: normal}}
"""
MODEL = """\
ipscost: 1
title: Persons
money: DKK_2024
horizon: {months: 10}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
source:
  study: {cite: A study 2024, sure: verified}
model:
  cycle: month
  counting: start
  state:
    benefit: {label: Benefit, start: rest}
    job: {label: Job, absorbing: true}
  transition:
    benefit:
      job: {unit: probability/month, source: study, usual: {mean: 0.1}, ips: {mean: 0.2}}
      benefit: rest
cost:
  benefits:
    {kind: service, payer: town, unit: DKK_2024/person/month, source: study,
     in: {benefit: {mean: 100}}}
"""
SHIPPED = ("inklusion-ips", "inklusion-ipse", "ips-for-unge-2023", "ips-ten-years")
SHIPPED += ("labour-market-ips", "ungeloeftet-2025")


def loaded(folder: Path, text: str, *settings: str) -> Scenario:
    file = folder / "persons.yaml"
    file.write_text(text, encoding="utf-8")
    return ipscost.load(file, list(settings))


def streams(n: int, seed: int = 1) -> Streams:
    return Streams(seed, shared=True, persons=n)


def met(scenario: Scenario, n: int = N, seed: int = 1) -> People:
    """The persons of the base case."""
    return persons.people(scenario, drawing.base_case(scenario), streams(n, seed))


def by_arm(people: People, path: str) -> np.ndarray:
    """A column, (arm, person)."""
    return people.columns[path].reshape(int(people.arm.max()) + 1, -1)


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return loaded(tmp_path_factory.mktemp("persons"), TEXT)


@pytest.fixture(scope="module")
def people(scenario: Scenario) -> People:
    return met(scenario)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return loaded(tmp_path_factory.mktemp("model"), MODEL)


@pytest.fixture(scope="module")
def walked(model: Scenario) -> People:
    return met(model)


# --- means and spread ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_the_means_are_those_of_the_engine_of_expected_values(name: str) -> None:
    scenario = ipscost.load(name)
    base = drawing.base_case(scenario)
    expected = ENGINES["states"](scenario, base, Streams(1), detail="totals").ledger
    found, costs = met(scenario, 4000), expected.present_value[:, :, 0]
    values = dict(zip(expected.categories, costs.T, strict=True))
    values |= dict(zip(expected.outcomes, expected.present_outcome[:, :, 0].T, strict=True))
    for path, means in values.items():
        own = by_arm(found, path)
        error = own.std(axis=1) / math.sqrt(own.shape[1])
        assert (np.abs(own.mean(axis=1) - means) <= 4 * error + 1e-9 * np.abs(means)).all(), path


def test_the_ledger_has_the_means_of_the_persons(scenario: Scenario, people: People) -> None:
    base = drawing.base_case(scenario)
    ledger = ENGINES["persons"](scenario, base, Streams(1, persons=N), detail="totals").ledger
    for index, path in enumerate(ledger.categories):
        np.testing.assert_allclose(
            ledger.present_value[:, index, 0], by_arm(people, path).mean(axis=1), rtol=1e-12
        )
    for index, path in enumerate(ledger.outcomes):
        np.testing.assert_allclose(
            ledger.present_outcome[:, index, 0], by_arm(people, path).mean(axis=1), rtol=1e-12
        )


@pytest.mark.parametrize(
    ("path", "sds"),
    [
        ("cost.care", (1500, 900)),
        ("cost.wage", (360, 600)),
        ("outcome.qaly", (0.2, 0.2)),
        ("outcome.job", (math.sqrt(0.4 * 0.6), math.sqrt(0.55 * 0.45))),
    ],
)
def test_persons_differ_as_stated(people: People, path: str, sds: tuple[float, float]) -> None:
    own = by_arm(people, path)
    fourth = ((own - own.mean(axis=1, keepdims=True)) ** 4).mean(axis=1)
    variance = own.var(axis=1)
    error = np.sqrt((fourth - variance**2) / N)
    assert (np.abs(variance - np.square(sds)) < 4 * error).all()


def test_a_share_has_nothing_and_a_gain_is_a_gain(people: People) -> None:
    care, wage = by_arm(people, "cost.care"), by_arm(people, "cost.wage")
    assert abs((care == 0).mean() - 0.4) < 4 * math.sqrt(0.4 * 0.6 / N)
    assert (care >= 0).all()
    assert (wage < 0).all()
    assert set(by_arm(people, "outcome.job").ravel()) == {0.0, 1.0}


def test_the_same_persons_stand_in_every_arm(people: People) -> None:
    care, job = by_arm(people, "cost.care"), by_arm(people, "outcome.job")
    np.testing.assert_allclose(care[1], 0.6 * care[0], rtol=1e-12)
    assert (job[1] >= job[0]).all()  # nobody loses a job by a higher chance of one


def test_categories_are_independent_unless_something_is_declared(people: People) -> None:
    found = np.corrcoef(by_arm(people, "cost.care")[0], by_arm(people, "cost.wage")[0])[0, 1]
    assert abs(found) < 4 / math.sqrt(N)


def test_a_rank_correlation_is_met(tmp_path: Path) -> None:
    text = TEXT.replace("care: {cv: 1.5, zero: 0.4}", "care: {cv: 1.5}")
    found = met(loaded(tmp_path, text, "spread.together=0.3"))
    ranks = [by_arm(found, p)[0].argsort().argsort() for p in ("cost.care", "cost.wage")]
    assert np.corrcoef(*ranks)[0, 1] == pytest.approx(0.3, abs=4 / math.sqrt(N))


def test_a_shared_frailty_is_a_part_of_the_spread(tmp_path: Path) -> None:
    text = TEXT.replace("kind: productivity", "kind: service").replace("mean: -", "mean: ")
    found = met(loaded(tmp_path, text.replace(", zero: 0.4", ""), "spread.frailty={cv: 0.8}"))
    care, wage = by_arm(found, "cost.care")[0], by_arm(found, "cost.wage")[0]
    assert care.std() == pytest.approx(1500, rel=0.06)
    assert np.cov(care, wage)[0, 1] == pytest.approx(0.8**2 * 1000 * 300, rel=0.15)


def test_a_group_rises_and_falls_as_one(tmp_path: Path) -> None:
    text = TEXT.replace(
        "care: {cv: 1.5, zero: 0.4}", "total: {sd: 140, unit: DKK_2024/person, dist: normal}"
    )
    text = text.replace("    wage: {cv: 1.2, dist: lognormal}\n", "")
    found = met(loaded(tmp_path, text))
    total = by_arm(found, "cost.care") + by_arm(found, "cost.wage")
    np.testing.assert_allclose(total.std(axis=1), 140, rtol=0.03)
    np.testing.assert_allclose(by_arm(found, "cost.wage")[0], -0.3 * by_arm(found, "cost.care")[0])


@pytest.mark.parametrize("dist", ["gamma", "lognormal", "normal"])
@pytest.mark.parametrize("zero", [0.0, 0.3])
def test_a_shape_has_mean_1_and_its_spread(dist: str, zero: float) -> None:
    if dist == "normal" and zero:
        pytest.skip("a normal distribution has no zeros")
    score = np.arange(-8.5, 8.5, 0.0007)
    weight = np.exp(-(score**2) / 2) * 0.0007 / math.sqrt(2 * math.pi)
    value = shape(dist, 1.3, zero).at(score)
    assert (value * weight).sum() == pytest.approx(1, abs=1e-4)
    assert (value**2 * weight).sum() == pytest.approx(1 + 1.3**2, rel=1e-4)


@pytest.mark.parametrize("dist", ["gamma", "lognormal"])
@pytest.mark.parametrize(("zero", "cv"), [(0.4, 0.83), (0.9, 3.03)])
def test_a_shape_that_leaps_from_nothing_has_mean_1(dist: str, zero: float, cv: float) -> None:
    """Those who have some have nearly the same, so the factor rises within a step of the table."""
    score = NormalDist().inv_cdf(zero) + (np.arange(200_000) + 0.5) / 25_000
    weight = np.exp(-(score**2) / 2) / 25_000 / math.sqrt(2 * math.pi)
    value = shape(dist, cv, zero).at(score)
    assert value.min() >= 0
    assert (value * weight).sum() == pytest.approx(1, abs=1e-5)
    assert (value**2 * weight).sum() == pytest.approx(1 + cv**2, rel=2e-5)


# --- courses ------------------------------------------------------------------------------------


def test_months_in_a_state_have_the_distribution_of_waiting_times(walked: People) -> None:
    for own, leaving in zip(by_arm(walked, "months.benefit"), (0.1, 0.2), strict=True):
        for month in range(1, 10):
            share = (own == month).mean()
            exact = leaving * (1 - leaving) ** (month - 1)
            assert abs(share - exact) < 4.5 * math.sqrt(exact * (1 - exact) / N)
        assert own.max() == 10


def test_what_is_tied_to_time_follows_the_course(walked: People) -> None:
    months = by_arm(walked, "months.benefit")
    np.testing.assert_allclose(by_arm(walked, "cost.benefits"), 100 * months)
    np.testing.assert_allclose(months + by_arm(walked, "months.job"), 10)
    assert (months[1] <= months[0]).all()  # who leaves sooner by the programme


def test_courses_are_those_of_a_plain_loop_over_months(model: Scenario, walked: People) -> None:
    uniform = streams(N).of_persons(
        "course.0", 0, range(N), lambda generator, n: generator.random((n, 12))
    )
    for arm, leaving in enumerate((0.1, 0.2)):
        on_benefit, months = np.ones(N, dtype=bool), np.zeros(N)
        for month in range(10):
            months += on_benefit
            on_benefit &= uniform[:, month] < 1 - leaving
        np.testing.assert_array_equal(by_arm(walked, "months.benefit")[arm], months)


# --- whose random numbers are whose --------------------------------------------------------------


@pytest.mark.parametrize("text", [TEXT, MODEL], ids=["amounts", "states"])
def test_how_many_are_followed_at_a_time_changes_no_bit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    scenario = loaded(tmp_path, text)
    whole, more = met(scenario, 5000), met(scenario, 9000)
    monkeypatch.setattr(persons, "AT_ONCE", {"totals": 256, "periods": 64})
    parts = met(scenario, 5000)
    for name, column in whole.columns.items():
        assert column.tobytes() == parts.columns[name].tobytes()
        first = by_arm(more, name)[:, :5000]
        assert np.ascontiguousarray(first).tobytes() == column.tobytes()


@pytest.mark.parametrize("text", [TEXT, MODEL], ids=["amounts", "states"])
def test_a_draw_has_the_same_persons_beside_others(tmp_path: Path, text: str) -> None:
    scenario = loaded(tmp_path, text.replace("{mean: 0.2}", "{mean: 0.2, se: 0.02}"))
    drawn = drawing.draw(scenario, 40, 1)
    engine, own = ENGINES["persons"], Streams(1, persons=700)
    whole = engine(scenario, drawn, own, detail="totals").ledger
    for place, block in drawn.blocks(7):
        part = engine(scenario, block, Streams(1, place.start, persons=700), detail="totals").ledger
        assert part.amount.tobytes() == whole.amount[..., place].tobytes()
        assert part.outcome_amount.tobytes() == whole.outcome_amount[..., place].tobytes()


def test_another_category_moves_nobody_else(tmp_path: Path, people: People) -> None:
    more = (
        "cost:\n  home:\n    {kind: service, payer: town, unit: DKK_2024/person, source: study,\n"
        "     usual: {mean: 70}, ips: {mean: 80}}\n"
    )
    text = TEXT.replace("cost:\n", more, 1).replace(
        "    care: {cv", "    home: {cv: 2}\n    care: {cv"
    )
    found = met(loaded(tmp_path, text))
    for name, column in people.columns.items():
        assert found.columns[name].tobytes() == column.tobytes()


def test_another_scenario_has_the_same_persons(tmp_path: Path, people: People) -> None:
    dearer = met(loaded(tmp_path, TEXT, "cost.care.usual.mean=2000"))
    np.testing.assert_allclose(
        by_arm(dearer, "cost.care")[0], 2 * by_arm(people, "cost.care")[0], rtol=1e-12
    )
    assert dearer.columns["cost.wage"].tobytes() == people.columns["cost.wage"].tobytes()


def test_a_longer_horizon_changes_nothing_before_its_end(tmp_path: Path, walked: People) -> None:
    longer = met(loaded(tmp_path, MODEL.replace("months: 10", "months: 30")))
    short = by_arm(walked, "months.benefit")
    np.testing.assert_array_equal(np.minimum(by_arm(longer, "months.benefit"), 10), short)


def test_another_seed_has_other_persons(scenario: Scenario, people: People) -> None:
    other = met(scenario, seed=2)
    assert other.columns["cost.care"].tobytes() != people.columns["cost.care"].tobytes()


# --- runs ---------------------------------------------------------------------------------------


def test_a_run_hands_over_the_persons_of_the_base_case(scenario: Scenario) -> None:
    run = ipscost.simulate(scenario, Settings(draws=3, engine="persons", persons=50))
    assert run.people is not None
    assert run.people.columns["cost.care"].shape == (100,)
    assert run.record.engine == "persons"
    np.testing.assert_allclose(run.point.present_value[:, 0, 0], [1000, 600])


def test_what_persons_cost_is_no_expected_product(scenario: Scenario) -> None:
    run = ipscost.simulate(scenario, Settings(draws=3, engine="persons", persons=5))
    assert run.given(frozenset({"cost.care.usual"})) is None


def test_persons_are_of_one_draw_where_they_are_handed_over(scenario: Scenario) -> None:
    with pytest.raises(ValueError, match="in one draw, not in 3"):
        next(persons.follow(scenario, drawing.draw(scenario, 3, 1), streams(10)))


@pytest.mark.parametrize("given", [0, -1, 10_000_001])
def test_settings_need_persons(given: int) -> None:
    with pytest.raises(ValueError, match="persons must be 1 to 10,000,000"):
        Settings(persons=given)
