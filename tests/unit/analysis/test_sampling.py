"""The Monte Carlo error is as large as it says, for random draws and for Sobol points."""

from __future__ import annotations

from pathlib import Path

import builders
import numpy as np
import pytest
from told import told, words

import ipscost
from ipscost import Settings
from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.percentiles import percentile
from ipscost.formats.tidy import tidy
from ipscost.report.compare.report import compare as _compare
from ipscost.report.explain.report import explain as _explain
from ipscost.report.notes.common import covariance
from ipscost.report.simulate.summary import summary as _summary
from ipscost.settings import REPLICATES
from ipscost.words.numbers import unsure_digits

compare = told(_compare)
explain = told(_explain)
summary = told(_summary)

ROOT = Path(__file__).parents[3]
SHIPPED = ipscost.load("inklusion-ips")
SEEDS = 60


def repeated(sampler: str, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Errors of the mean and lower ends over seeds, and what each run says of them: (seed, 2)."""
    found, told = [], []
    for seed in range(SEEDS):
        settings = Settings(draws=n, seed=seed, sampler=sampler)
        total = View(ipscost.simulate(SHIPPED, settings), "societal").total("ips")
        error = total.sampling_error()
        assert error is not None
        assert total.draws is not None
        found.append((total.draws.mean() - total.point, total.interval().low))
        told.append((error.mean, error.low))
    return np.array(found, dtype=float), np.array(told)


@pytest.fixture(scope="module")
def random() -> tuple[np.ndarray, np.ndarray]:
    return repeated("random", 1024)


@pytest.fixture(scope="module")
def sobol() -> tuple[np.ndarray, np.ndarray]:
    return repeated("sobol", 1024)


@pytest.mark.parametrize("sampler", ["random", "sobol"])
def test_the_error_that_is_told_is_the_spread_over_seeds(
    sampler: str, request: pytest.FixtureRequest
) -> None:
    found, told = request.getfixturevalue(sampler)
    spread = found.std(axis=0, ddof=1)
    said = np.sqrt((told**2).mean(axis=0))
    # a standard deviation from 60 seeds is sure to about a tenth
    assert said == pytest.approx(spread, rel=0.4)


@pytest.mark.parametrize("sampler", ["random", "sobol"])
def test_the_mean_of_the_draws_lies_within_its_error_as_often_as_it_should(
    sampler: str, request: pytest.FixtureRequest
) -> None:
    found, told = request.getfixturevalue(sampler)
    # 2.365 of a t distribution with 7 degrees of freedom and 1.96 of a normal leave 5 per cent out
    factor = 2.365 if sampler == "sobol" else 1.96
    inside = np.abs(found[:, 0]) < factor * told[:, 0]
    assert inside.mean() > 0.95 - 4 * np.sqrt(0.95 * 0.05 / SEEDS)
    assert (np.abs(found[:, 0]) < told[:, 0] / 10).mean() < 0.4  # and not by being too large


def test_sobol_points_make_the_error_of_the_mean_twenty_times_smaller(
    random: tuple[np.ndarray, np.ndarray], sobol: tuple[np.ndarray, np.ndarray]
) -> None:
    one, other = (np.sqrt((found[:, 0] ** 2).mean()) for found, _ in (random, sobol))
    assert other < one / 20


def test_the_error_of_replicates_is_their_spread_over_the_root_of_their_number() -> None:
    draws = np.random.default_rng(1).normal(0, 1, 8000)
    error = Estimate(0.0, draws, REPLICATES).sampling_error(0.9)
    assert error is not None
    parts = draws.reshape(-1, REPLICATES).T
    ends = np.quantile(parts, [0.05, 0.95], axis=1)
    root = np.sqrt(REPLICATES)
    assert error.mean == pytest.approx(parts.mean(axis=1).std(ddof=1) / root)
    assert error.low == pytest.approx(ends[0].std(ddof=1) / root)
    assert error.high == pytest.approx(ends[1].std(ddof=1) / root)
    assert error.ends == max(error.low, error.high)


def test_too_few_sobol_points_tell_no_error() -> None:
    few = Estimate(0.0, np.arange(2.0 * REPLICATES - 1), REPLICATES)
    assert few.sampling_error() is None
    found = summary(builders.run(builders.text(), draws=8, sampler="sobol"))
    assert not [note for note in found.notes if note.startswith(("Monte", "More draws"))]


@pytest.mark.parametrize("n", [2, 3, 10, 1001])
@pytest.mark.parametrize("share", [0.0, 0.025, 0.5, 0.9, 0.975, 1.0])
def test_a_percentile_is_numpys(n: int, share: float) -> None:
    values = np.random.default_rng(n).normal(0, 100, n)
    assert percentile(np.sort(values), share) == float(np.quantile(values, share))


@pytest.mark.parametrize(
    ("value", "error", "unit", "digits"),
    [
        (100.0, 0.2, "DKK_2017/person", 0),
        (100.4, 0.2, "DKK_2017/person", 1),
        (29_783.0, 61, "DKK_2017/person", 3),
        (-60_758.0, 707, "DKK_2017/person", 4),
        (0.0, 0.0, "DKK_2017/person", 0),
        (0.2001, 0.0001, "share", 0),
        (0.2004, 0.0001, "share", 1),
        (0.0255, 0.00002, "QALY/person", 0),
        (0.0255, 0.0006, "QALY/person", 2),
    ],
)
def test_a_digit_is_unsure_where_two_errors_may_change_it(
    value: float, error: float, unit: str, digits: int
) -> None:
    assert unsure_digits(value, error, unit) == digits


def test_a_digit_that_is_said_to_be_sure_is_the_same_with_many_more_draws() -> None:
    cost = builders.CARE.replace("difference: -300, se: 50", "difference: -100, se: 16")
    content = builders.text(cost)
    many = View(builders.run(content, draws=400_000), "societal").total("ips").interval()
    assert many.low is not None
    assert many.high is not None
    changed = said = 0
    for seed in range(40):
        run = builders.run(content, draws=10_000, seed=seed)
        if any(note.startswith("More draws are unlikely") for note in summary(run).notes):
            said += 1
            found = View(run, "societal").total("ips").interval()
            assert found.low is not None
            assert found.high is not None
            changed += (round(found.low), round(found.high)) != (round(many.low), round(many.high))
    assert said < 20  # an error of half a krone leaves few ends sure
    assert changed <= max(1, 0.1 * said)


def test_more_draws_that_change_nothing_are_said_to_change_nothing() -> None:
    cost = builders.CARE.replace("se: 50", "se: 0.1").replace("se: 100", "se: 1")
    notes = summary(builders.run(builders.text(cost), draws=10_000)).notes
    assert any(note.startswith("More draws are unlikely to change a digit") for note in notes)
    assert not [note for note in notes if note.startswith("More draws may")]


def test_the_errors_stand_among_the_numbers_for_machines() -> None:
    run = builders.run(builders.text(outcome=builders.JOB), draws=400)
    view = View(run, "societal")
    rows = [row for row in tidy(summary(run)) if row["measure"] == "monte_carlo_error"]
    assert [row["path"] for row in rows] == ["cost", "outcome.job"]
    error = view.total("ips").sampling_error()
    assert error is not None
    assert (rows[0]["mean"], rows[0]["low"], rows[0]["high"]) == (error.mean, error.low, error.high)
    assert rows[0]["unit"] == "DKK_2024/person"
    assert rows[1]["unit"] == "share"
    assert not [
        row
        for row in tidy(summary(builders.run(builders.text())))
        if row["measure"] == "monte_carlo_error"
    ]


def test_the_sampler_is_named_where_the_draws_are() -> None:
    run = builders.run(builders.text(), draws=64, sampler="sobol")
    report = summary(run)
    assert any(n.startswith("64 draws from Sobol points, seed 1;") for n in report.notes)
    assert report.record["sampler"] == "sobol"
    danish = summary(run, "da").notes
    assert any(n.startswith("64 trækninger fra Sobol-punkter, startværdi 1;") for n in danish)
    (table,) = explain(run, "cost.care.ips").tables
    assert any("64 draws from Sobol points, mean" in str(row.cells[0]) for row in table.rows)


# --- numbers that go together ----------------------------------------------------------------

PAIR = """
correlation:
  pair:
    label: {en: need of care, da: behov for pleje}
    members: [cost.hospital.ward.use.usual, cost.hospital.ward.use.ips]
    rho: -0.5
    assumption: {en: a guess, da: et gæt}
"""
WITH = builders.text(builders.HOSPITAL, more=PAIR)


def test_the_notes_say_what_goes_together_and_that_it_is_assumed() -> None:
    notes = summary(builders.run(WITH, draws=100)).notes
    for expected in (
        (
            "Drawn together (need of care): cost.hospital.ward.use.usual and "
            "cost.hospital.ward.use.ips; correlation -0.5 (assumed)."
        ),
        "Assumed for correlation.pair: a guess.",
        "All other uncertain numbers are drawn independently.",
        "How well sourced the correlations are: 1 assumed.",
        "Correlated numbers are multiplied in ward; the expected value includes their covariance.",
    ):
        assert expected in notes
    assert "Each uncertain number is drawn independently of the others." not in notes


def test_a_matrix_is_told_by_its_lowest_and_highest_and_a_source_by_its_name() -> None:
    more = """
correlation:
  three:
    members: [cost.hospital.ward.use.usual, cost.hospital.clinic.usual, cost.hospital.clinic.ips]
    matrix: [[1, 0.5, -0.25], [0.5, 1, 0], [-0.25, 0, 1]]
    source: study table 9
"""
    run = builders.run(builders.text(builders.HOSPITAL, more=more), draws=100)
    (note,) = (note for note in summary(run).notes if note.startswith("Drawn together"))
    assert note.endswith("; correlation from -0.25 to 0.5 (study table 9).")
    assert "How well sourced the correlations are: 1 verified." in summary(run).notes
    assert not any(note.startswith("Correlated numbers") for note in summary(run).notes)


def test_the_explanation_of_a_member_says_what_it_goes_with() -> None:
    run = builders.run(WITH, draws=100)
    (table,) = explain(run, "cost.hospital.ward.use.ips").tables
    steps = {row.label.split(" ", 1)[1]: str(row.cells[0]) for row in table.rows}
    assert steps["drawn together"] == (
        "correlation of the normal scores -0.5 with cost.hospital.ward.use.usual "
        "(need of care; assumed)"
    )
    # the ratio is lognormal: Cov = rho sd sigma E[ratio], times the price of 100
    ward = run.scenario.holders["cost.hospital.ward"]
    ratio = ward.arms["ips"]
    added = -0.5 * 1 * ratio.dist.sigma * ratio.mean * 100  # type: ignore[attr-defined]
    found = covariance(run.scenario, ward)  # type: ignore[arg-type]
    assert found[0] == 0
    assert found[1] == pytest.approx(added, rel=0.02)  # the level is a gamma, so not quite
    assert steps["covariance"] == (
        "numbers that are multiplied are correlated, which changes the expected amount: "
        f"Normal practice 0 DKK_2024/person and IPS {found[1]:.2f} DKK_2024/person"
    )
    other = explain(run, "cost.hospital.clinic.ips").tables[0]
    assert not any("together" in row.label for row in other.rows)


def test_a_comparison_tells_other_correlations_and_explains_them() -> None:
    settings = Settings(draws=500)
    runs = [
        ipscost.simulate(builders.load(content), settings)
        for content in (builders.text(builders.HOSPITAL), WITH)
    ]
    report = compare(runs, inputs=True)
    notes = [note for note in report.notes if note.startswith("Not drawn alike")]
    assert len(notes) == 1
    assert "cost.hospital.ward.use.ips and cost.hospital.ward.use.usual" in notes[0]
    rows = [row for row in tidy(report) if row["path"] == "correlation.pair"]
    saving = [-float(run.point.difference("ips").sum()) for run in runs]
    assert [row["mean"] for row in rows] == [pytest.approx(saving[1] - saving[0])]
    assert abs(saving[1] - saving[0]) > 1
    same = compare([runs[1], runs[1]], inputs=True)
    assert not [row for row in tidy(same) if row["path"] == "correlation.pair"]
    assert not [note for note in same.notes if note.startswith("Not drawn alike")]


def test_the_example_of_numbers_that_go_together_widens_the_interval() -> None:
    names = ("municipality.yaml", "municipality-together.yaml")
    runs = [
        ipscost.simulate(ipscost.load(ROOT / "examples" / name), Settings(draws=20_000))
        for name in names
    ]
    alone, both = (View(run, "societal").total("ips").interval() for run in runs)
    assert alone.mean == both.mean
    assert None not in (alone.low, alone.high, both.low, both.high)
    assert both.high - both.low > 1.05 * (alone.high - alone.low)  # type: ignore[operator]


def test_outcomes_whose_labels_are_alike_are_both_told() -> None:
    second = builders.JOB.replace("job:", "other:", 1)
    content = builders.text(builders.CARE, outcome=builders.JOB + second)
    report = _summary(builders.run(content, draws=100))
    told = [words(note.text) for note in report.notes if note.name == "sampling"]
    assert max(text.count(" for job") for text in told) == 2
