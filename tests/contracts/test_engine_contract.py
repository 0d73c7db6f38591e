"""What every engine keeps: the shape of its ledger, its sums, and its seed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import builders
import numpy as np
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.drawing import draws as drawing
from ipscost.engines import ENGINES
from ipscost.ledger import PARTS

ROOT = Path(__file__).parents[2]
EVERYTHING = (
    builders.PROGRAMME + builders.CARE + builders.HOSPITAL + builders.GAIN + builders.BENEFITS
)
SCENARIOS = {
    "everything": builders.text(
        EVERYTHING, outcome=builders.JOB, discount="{cost: 0.04, outcome: 0.02}"
    ),
    "no outcomes": builders.text(),
    "shipped": (ROOT / "scenarios/inklusion-ips.yaml").read_text(encoding="utf-8"),
    "example": (ROOT / "examples/municipality.yaml").read_text(encoding="utf-8"),
    "three arms": (ROOT / "tests/golden/three-arms.yaml").read_text(encoding="utf-8"),
}
MODELS = {
    "labour market": ROOT / "scenarios/labour-market-ips.yaml",
    "four states by year": ROOT / "tests/replication/hiv/hiv-uncertain.yaml",
}
FOLLOWING = ("persons",)
"""The engines that follow persons, whose means are those of the persons of a seed."""
PERSONS = 20
RUNS = [
    *((engine, name) for engine in ENGINES if engine not in FOLLOWING for name in SCENARIOS),
    *((engine, name) for engine in FOLLOWING for name in ("everything", "shipped")),
    *(("states", name) for name in MODELS),
]
DRAWS = 2000


def load(name: str) -> Scenario:
    """The scenario of a name."""
    return ipscost.load(MODELS[name]) if name in MODELS else builders.load(SCENARIOS[name])


@pytest.fixture(scope="module", params=RUNS, ids="-".join)
def run(request: pytest.FixtureRequest) -> Run:
    engine, name = request.param
    settings = Settings(draws=DRAWS, engine=engine, persons=PERSONS)
    return ipscost.simulate(load(name), settings, months=True)


def test_the_ledger_has_the_names_of_the_scenario_in_its_order(run: Run) -> None:
    scenario = run.scenario
    for ledger in (run.point, run.ledger):
        assert ledger is not None
        assert ledger.arms == tuple(scenario.arms)
        assert ledger.reference == scenario.reference
        assert ledger.categories == tuple(category.path for category in scenario.categories)
        assert ledger.kinds == tuple(category.kind for category in scenario.categories)
        assert ledger.outcomes == tuple(outcome.path for outcome in scenario.outcomes)
        assert ledger.payers == tuple(scenario.payers)


def test_the_ledger_has_a_number_for_every_arm_category_month_and_draw(run: Run) -> None:
    scenario = run.scenario
    size = (len(scenario.arms), len(scenario.categories), scenario.months)
    assert run.point.cost.shape == (*size, 1)
    assert run.ledger is not None
    whole = builders.ledger(run.record.engine, scenario, run.draws, persons=PERSONS)
    assert whole.cost.shape == (*size, DRAWS)
    assert run.ledger.present_value.shape == (*size[:2], DRAWS)
    assert run.ledger.present_outcome.shape == (len(scenario.arms), len(scenario.outcomes), DRAWS)
    assert np.isfinite(whole.cost).all()
    assert np.isfinite(whole.present_outcome).all()


def test_what_is_kept_over_draws_is_what_the_months_add_up_to(run: Run) -> None:
    whole = builders.ledger(run.record.engine, run.scenario, run.draws, persons=PERSONS)
    assert run.ledger is not None
    same = partial(np.testing.assert_allclose, rtol=1e-9, atol=1e-6)
    same(run.ledger.present_value, whole.present_value)
    same(run.ledger.present_outcome, whole.present_outcome)
    for part in PARTS:
        same(run.ledger.within(part).present_value, whole.within(part).present_value)
    for (arm, view), course in run.courses.items():
        total = np.einsum("c,cd->d", run.ledger.weight(view), run.ledger.difference(arm))
        same(course.sum(axis=0), total)


def test_the_months_sum_to_the_discounted_difference(run: Run) -> None:
    assert run.ledger is not None
    for ledger in (run.point, run.ledger):
        for arm in run.scenario.interventions:
            for perspective in ("societal", *ledger.payers):
                months = ledger.monthly_difference(arm, perspective).sum(axis=0)
                total = ledger.weight(perspective) @ ledger.difference(arm)
                np.testing.assert_allclose(months, total, rtol=1e-9, atol=1e-6)


def test_what_is_known_does_not_depend_on_the_draws(run: Run) -> None:
    assert run.ledger is not None
    assert run.ledger.known.tolist() == run.point.known.tolist()
    assert run.ledger.outcome_known.tolist() == run.point.outcome_known.tolist()


def test_an_unknown_level_counts_as_nothing_in_the_reference_arm(run: Run) -> None:
    base = run.point.arm(run.point.reference)
    unknown = ~run.point.known[base]
    assert not run.point.cost[base][unknown].any()


def test_the_payers_of_each_category_sum_to_the_whole(run: Run) -> None:
    point = run.point
    for arm in run.scenario.interventions:
        by_payer = sum(point.weight(payer) @ point.difference(arm) for payer in point.payers)
        paid = point.payer_share.sum(axis=1)  # 1, or 0 for a transfer that someone receives
        assert by_payer == pytest.approx(paid @ point.difference(arm))


def test_the_same_seed_gives_the_same_bytes(run: Run) -> None:
    again = ipscost.simulate(run.scenario, run.settings, months=True)
    assert run.ledger is not None
    assert again.ledger is not None
    assert again.ledger.cost.tobytes() == run.ledger.cost.tobytes()
    assert again.ledger.present_outcome.tobytes() == run.ledger.present_outcome.tobytes()


def test_another_seed_gives_other_draws_and_the_same_point(run: Run) -> None:
    settings = Settings(draws=DRAWS, seed=2, engine=run.settings.engine, persons=PERSONS)
    other = ipscost.simulate(run.scenario, settings, months=True)
    assert run.ledger is not None
    assert other.ledger is not None
    assert other.ledger.cost.tobytes() != run.ledger.cost.tobytes()
    if run.settings.engine not in FOLLOWING:
        assert other.point.cost.tobytes() == run.point.cost.tobytes()


def test_without_draws_the_point_is_the_engine_at_every_expected_value(run: Run) -> None:
    engine = run.settings.engine
    none = ipscost.simulate(run.scenario, Settings(draws=0, engine=engine, persons=PERSONS))
    base = drawing.base_case(run.scenario)
    expected = builders.ledger(engine, run.scenario, base, shared=True, persons=PERSONS)
    assert none.ledger is None
    assert none.point.cost.tobytes() == expected.cost.tobytes() == run.point.cost.tobytes()


def test_the_mean_of_many_draws_is_the_point_within_four_standard_errors(run: Run) -> None:
    assert run.ledger is not None
    if run.scenario.model is not None:
        pytest.skip("probabilities over many cycles are no sums of products of numbers")
    point = run.point
    if run.settings.engine in FOLLOWING:  # the base case has the chance of a single draw
        point = ipscost.simulate(run.scenario, Settings(draws=0)).point
    pairs = [
        (run.ledger.present_value, point.present_value),
        (run.ledger.present_outcome, point.present_outcome),
    ]
    for drawn, point in pairs:
        error = drawn.std(axis=-1, ddof=1) / np.sqrt(DRAWS)
        gap = np.abs(drawn.mean(axis=-1) - point[..., 0])
        assert (gap <= 4 * error + 1e-9 * np.abs(point[..., 0])).all()
