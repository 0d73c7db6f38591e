"""calibrate: the fit of a scenario by its own engine, its report, and the scenario it writes."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import builders
import model_builders as models
import numpy as np
import pytest
from told import told

import ipscost
from ipscost import ScenarioError, Settings
from ipscost.analysis.calibrate.calibrated import Calibrated
from ipscost.analysis.calibrate.calibrated import calibrated as from_starts
from ipscost.analysis.calibrate.results import results
from ipscost.drawing import draws
from ipscost.formats.cells import grid
from ipscost.formats.tidy import tidy
from ipscost.report.as_yaml import tidied
from ipscost.report.calibrate.report import report as _report
from ipscost.report.calibrate.written import written
from ipscost.report.explain.report import explain as _explain
from ipscost.scenario.calibration import Calibration, CalibrationTarget, Unknown
from ipscost.scenario.model import StateOutcome
from ipscost.scenario.nouns import Label, Scenario
from ipscost.words import LANGUAGES
from ipscost.words.locale import words_of

report = told(_report)
explain = told(_explain)

MADE_UP = Path(__file__).parents[2] / "golden" / "calibrate.yaml"

SHARED = """
calibrate:
  unknown:
    cost.care.ips: {low: -900, high: 300}
    cost.hospital.ward.use.ips: {low: 0.1, high: 2}
  target:
    care:
      {path: cost.care, what: difference, arm: ips, value: -250, unit: DKK, se: 40, source: study}
    total: {path: cost, what: saving, arm: ips, value: 500, unit: DKK, se: 60, source: study}
    ward:
      {path: cost.hospital.ward, what: cost, arm: ips, value: 420, unit: DKK, se: 50, source: study}
"""


def scenario(more: str = SHARED, cost: str = builders.CARE + builders.HOSPITAL) -> Scenario:
    return builders.load(builders.text(cost, outcome=builders.JOB, more=more))


def calibrated(found: Scenario, seed: int = 1, starts: int = 2) -> Calibrated:
    """The fit from few starts, which is quick."""
    return from_starts(found, seed, starts)


def of(found: Calibrated, path: str) -> float:
    return float(found.fit.best.values[list(found.calibration.unknowns).index(path)])


def one(target: str, unknown: str = "cost.care.ips: {low: -900, high: 300}") -> Scenario:
    """A scenario with one unknown and one target."""
    return scenario(f"calibrate:\n  unknown:\n    {unknown}\n  target:\n    {target}\n")


# --- targets ---------------------------------------------------------------------------------


def test_a_linear_scenario_is_fitted_as_by_the_normal_equations() -> None:
    found = calibrated(scenario())
    # care = x; saving = -x - 100 (8 y - 8) - 40 (clinic); ward = 800 y
    matrix = np.array([[1, 0], [-1, -800], [0, 800]])
    value = np.array([-250.0, 500 + 40 - 800, 420])
    weight = np.diag(np.array([40.0, 60, 50]) ** -2)
    expected = np.linalg.solve(matrix.T @ weight @ matrix, matrix.T @ weight @ value)
    assert found.fit.best.values == pytest.approx(expected, rel=1e-5)
    cov = np.linalg.inv(matrix.T @ weight @ matrix)
    assert found.fit.se == pytest.approx(np.sqrt(np.diag(cov)), rel=1e-6)
    assert found.predicted == pytest.approx(matrix @ expected - [0, 40 - 800, 0], rel=1e-5)
    assert found.at_start.tolist() == pytest.approx([-300, 300 + 400 - 40, 400])


@pytest.mark.parametrize(
    ("target", "fitted"),
    [
        ("{what: saving, path: cost.care, value: 400, unit: DKK_2024, se: 1}", -400),
        ("{what: difference, path: cost.care, value: -40, unit: DKK_2024/person, se: 1}", -40),
        ("{what: cost, path: cost.care, value: 700, unit: DKK, se: 1}", -300),
        ("{what: relative, path: cost.care, value: -0.2, se: 0.1}", -200),
        ("{what: cost, path: cost, value: 2000, unit: DKK, se: 1}", 360),
    ],
)
def test_a_target_is_of_a_saving_a_difference_a_level_or_a_relative_change(
    target: str, fitted: float
) -> None:
    text = target.replace("{", "t: {arm: ips, source: study, ")
    found = calibrated(one(text, "cost.care.ips: {low: -900, high: 900}"))
    assert of(found, "cost.care.ips") == pytest.approx(fitted, abs=1e-3)


def test_money_of_another_year_is_converted() -> None:
    target = "t: {arm: ips, source: study, what: saving, path: cost.care, value: 50, unit: EUR_2016"
    found = calibrated(one(f"{target}, se: 1}}"))
    factor = 7.46038 * 1.0115
    for_target = found.targets[0]
    assert for_target.factor > factor  # prices have risen since 2017 too
    assert of(found, "cost.care.ips") == pytest.approx(-50 * for_target.factor, rel=1e-5)
    assert found.predicted[0] == pytest.approx(50, rel=1e-5)


@pytest.mark.parametrize(
    ("stated", "se"),
    [
        ("se: 0.04", 0.04),
        ("n: 96", math.sqrt(0.6 * 0.4 / 96)),
        ("interval: [0.5, 0.7]", 0.1 / 1.959964),
        ("interval: [0.5, 0.7], level: 0.9", 0.1 / 1.644854),
    ],
)
def test_the_uncertainty_of_a_target_is_stated_as_that_of_an_amount(stated: str, se: float) -> None:
    text = f"t: {{path: outcome.job, arm: ips, value: 0.6, {stated}, source: study}}"
    found = one(text, "outcome.job.ips: {low: 0.1, high: 0.9}").calibration
    assert found is not None
    assert found.targets["t"].se == pytest.approx(se, rel=1e-6)


def test_a_p_value_gives_the_standard_error_of_a_difference() -> None:
    text = "t: {what: saving, path: cost, arm: ips, value: 300, unit: DKK, p: 0.05, source: study}"
    found = one(text).calibration
    assert found is not None
    assert found.targets["t"].se == pytest.approx(300 / 1.959964, rel=1e-6)


def test_a_number_that_is_uncertain_begins_at_its_mean_and_keeps_its_distribution() -> None:
    found = calibrated(scenario())
    assert found.unknowns[1].start == 0.5
    assert [type(found.distribution(place)).__name__ for place in (0, 1)] == [
        "Normal",
        "LogNormal",
    ]


def test_the_same_seed_is_the_same_answer_and_another_the_same_fit() -> None:
    first, again, other = (calibrated(scenario(), seed) for seed in (1, 1, 2))
    assert list(tidy(report(first))) == list(tidy(report(again)))
    assert first.fit.best.values.tolist() == other.fit.best.values.tolist()
    assert calibrated(scenario(), 1, 0).fit.best.values.tolist() == first.fit.best.values.tolist()


def test_the_correlation_of_other_numbers_stays() -> None:
    together = """
    correlation:
      both: {members: [cost.hospital.clinic.usual, cost.hospital.clinic.ips], rho: 0.5,
        assumption: made up}
    """
    found = calibrated(scenario(SHARED + builders.textwrap.dedent(together)))
    assert [each.name for each in found.scenario.correlations] == ["both"]
    assert found.correlation is None


# --- by a model of states --------------------------------------------------------------------


def labour(leaving: float, ratio: float, exit_rate: float, months: int = 30) -> Scenario:
    """Benefit to job at a rate by arm, and back: shares ever in job, and time in job."""
    moves = [
        models.move(
            "benefit", "job", {"usual": leaving, "ips": ("hazard_ratio", ratio)}, measure="rate"
        ),
        models.move("job", "benefit", exit_rate, measure="rate"),
    ]
    ever = {
        f"ever_{month}": models.outcome(
            f"ever_{month}",
            months,
            course=StateOutcome("ever", ("job",), month, 1 / 12),
            unit="share",
        )
        for month in (18, 30)
    }
    job = models.outcome(
        "job", months, course=StateOutcome("time", ("job",), months, 1 / 12), unit="month/person"
    )
    states = [models.state("benefit", "rest"), models.state("job")]
    found = models.model(states, moves, years=months / 12)
    return models.scenario(found, outcomes=[*ever.values(), job])


TRUE = (0.035, 1.46, 0.045)
MOVE = "model.transition.benefit.job.1"
BOUNDS = {
    f"{MOVE}.usual": (0.001, 0.5),
    f"{MOVE}.ips": (0.2, 5.0),
    "model.transition.job.benefit.1": (0.001, 0.9),
}


def aim(
    name: str, path: str, arm: str, value: float, se: float, after: str = ""
) -> CalibrationTarget:
    nothing = Label.same("")
    return CalibrationTarget(
        name, None, "outcome", path, arm, value, se, "", 1.0, nothing, None, "", "assumed", None,
        None, models.SPAN, after,
    )  # fmt: skip


def to_be_fitted(start: Scenario, targets: list[CalibrationTarget], *paths: str) -> Scenario:
    quantities = {quantity.path: quantity for quantity in start.quantities}
    unknowns = {
        path: Unknown(quantities[path], *BOUNDS[path], quantities[path].mean, None, None, None,
        models.SPAN) for path in paths or BOUNDS
    }  # fmt: skip
    by_name = {target.name: target for target in targets}
    return replace(start, calibration=Calibration(unknowns, by_name, models.SPAN))


def of_truth(found: Scenario, arm: str, path: str) -> float:
    point = ipscost.simulate(found, Settings(draws=0)).point
    return float(point.present_outcome[point.arm(arm), point.outcomes.index(path), 0])


def test_a_model_of_states_gives_back_what_its_targets_were_made_of() -> None:
    truth = labour(*TRUE)
    targets = [
        aim(f"{path}_{arm}", f"outcome.{path}", arm, of_truth(truth, arm, f"outcome.{path}"), 0.03)
        for path in ("ever_18", "job")
        for arm in ("usual", "ips")
    ]
    found = calibrated(to_be_fitted(labour(0.1, 1.0, 0.2), targets))
    assert found.fit.best.values == pytest.approx(TRUE, rel=2e-5)
    assert found.fit.squares < 1e-3
    assert found.fit.best.starts == found.fit.starts


def test_the_share_ever_in_job_gives_the_rate_exactly() -> None:
    target = aim("ever", "outcome.ever_18", "usual", 0.465, math.sqrt(0.465 * 0.535 / 239))
    start = to_be_fitted(labour(0.1, 1.0, 0.2), [target], f"{MOVE}.usual")
    found = calibrated(start)
    assert of(found, f"{MOVE}.usual") == pytest.approx(-math.log(0.535) / 18, rel=1e-5)


def test_a_share_of_those_left_gives_the_rate_after_that_month() -> None:
    target = aim("late", "outcome.ever_30", "usual", 0.3, 0.03, after="outcome.ever_18")
    start = to_be_fitted(labour(0.1, 1.0, 0.2), [target], f"{MOVE}.usual")
    found = calibrated(start)
    assert of(found, f"{MOVE}.usual") == pytest.approx(-math.log(0.7) / 12, rel=1e-5)
    assert found.predicted[0] == pytest.approx(0.3, rel=1e-5)


def test_the_results_are_the_numbers_of_the_fit() -> None:
    found = calibrated(scenario())
    fit = results(found)
    care, ward = fit.numbers
    assert care.fitted is not None
    assert care.fitted.mean == found.fit.best.values[0]
    assert (care.unit, care.where) == ("DKK_2024/person", "inside")
    assert ward.se == pytest.approx(found.fit.se[1], rel=1e-5)
    assert [aim.target.name for aim in fit.aims] == ["care", "total", "ward"]
    assert fit.aims[0].fitted == found.predicted[0]
    assert fit.quality.freedom == 1
    distance = (found.at_start - [-250, 500, 420]) / [40, 60, 50]
    assert fit.quality.at_start == pytest.approx((distance**2).sum())
    ((first, second, rho),) = fit.correlations
    assert (first, second) == (0, 1)
    assert rho == pytest.approx(found.fit.correlation[0, 1], abs=1e-6)


# --- the report ------------------------------------------------------------------------------


def sentences(found: Calibrated) -> str:
    return " ".join(report(found).headline)


def test_numbers_that_only_enter_as_a_sum_are_told_by_name() -> None:
    found = calibrated(ipscost.load(MADE_UP.with_name("calibrate-open.yaml")))
    said = sentences(found)
    assert "do not identify “Care, IPS: difference” and “Rent, IPS: difference”" in said
    assert "higher “Care, IPS: difference” with a lower “Rent, IPS: difference” fits as" in said
    numbers = {(row["path"], row["measure"]): row["mean"] for row in tidy(report(found))}
    for path in ("cost.care.ips", "cost.rent.ips"):
        assert (path, "fitted") not in numbers
        assert (path, "standard_error") not in numbers
    with pytest.raises(ScenarioError, match=r"E247.*cost\.care\.ips and cost\.rent\.ips"):
        written(found, "calibrate.yaml")


def ridge(found: Calibrated, rho: float, slack: list[bool]) -> dict[str, tuple[str, ...]]:
    """The row of each unknown where the first two go together as closely as `rho`."""
    correlation = np.eye(len(found.unknowns))
    correlation[0, 1] = correlation[1, 0] = rho
    fit = replace(found.fit, correlation=correlation, slack=np.array(slack))
    return dict(_rows(replace(found, fit=fit)))


def _rows(found: Calibrated) -> list[tuple[str, tuple[str, ...]]]:
    return [(row.path, cells[1:]) for row, cells in grid(report(found).tables[0], "en").lines]


def test_both_partners_of_a_ridge_are_marked() -> None:
    found = calibrated(scenario())
    care, ward = (unknown.path for unknown in found.unknowns)
    assert all(len(cells) == 3 for cells in ridge(found, 0.9, [False, False]).values())
    rows = ridge(found, -0.97, [False, False])
    assert rows[care][-1] == rows[ward][-1] == "hardly identified"
    assert rows[care][0] != "-"
    rows = ridge(found, -0.97, [True, False])
    assert rows[care] == rows[ward] == ("-", "-", "-", "not identified")
    rows = ridge(found, 0.5, [True, False])
    assert (rows[care][-1], rows[ward][-1]) == ("not identified", "within its bounds")


def test_a_model_that_misses_its_targets_is_told_which_one() -> None:
    found = calibrated(scenario(SHARED.replace("value: 500", "value: 2500")))
    assert found.fit.p is not None
    assert found.fit.p < 1e-6
    said = sentences(found)
    assert "but the model does not agree with the targets" in said
    assert "Furthest off is Saving, IPS: Total" in said


def test_as_many_targets_as_numbers_say_nothing_of_the_model() -> None:
    target = "t: {what: saving, path: cost, arm: ips, value: 300, unit: DKK, se: 9, source: study}"
    found = calibrated(one(target))
    assert "1 number fitted to 1 target, and all are met." in sentences(found)
    beyond = "cost.care.ips: {low: -350, high: -280}"
    found = calibrated(one(target.replace("300", "900"), beyond))
    assert "lies on its lower bound, -350 DKK_2024/person: the targets ask for less" in sentences(
        found
    )


# --- the scenario that is written ------------------------------------------------------------


def rewritten(found: Calibrated, folder: Path, name: str = "new.yaml") -> Path:
    file = folder / name
    text = written(found, found.scenario.file)
    file.write_text(text, encoding="utf-8")
    return file


def test_what_is_written_gives_the_fit_again(tmp_path: Path) -> None:
    found = calibrated(ipscost.load(MADE_UP))
    file = rewritten(found, tmp_path)
    new = ipscost.load(file, strict=False)
    assert not [warning for warning in new.warnings if warning.code == "W402"]
    means = {quantity.path: quantity.mean for quantity in new.quantities}
    for place, unknown in enumerate(found.unknowns):
        assert means[unknown.path] == pytest.approx(found.fit.best.values[place], rel=1e-12)
    again = calibrated(new)
    assert again.fit.best.values.tolist() == found.fit.best.values.tolist()
    assert again.fit.se == pytest.approx(found.fit.se, rel=1e-4, nan_ok=True)
    assert again.predicted == pytest.approx(found.predicted, rel=1e-9)
    twice = rewritten(again, tmp_path, "twice.yaml").read_text(encoding="utf-8")
    once = file.read_text(encoding="utf-8")
    assert twice.split("title:")[1] == once.split("title:")[1]


def test_the_title_of_an_earlier_fit_is_known_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = calibrated(ipscost.load(MADE_UP))
    new = ipscost.load(rewritten(found, tmp_path), strict=False)
    for language in LANGUAGES:
        monkeypatch.setitem(words_of(language), "calibrate_title", "{title} (fitted)")
    twice = ipscost.load(rewritten(calibrated(new), tmp_path, "twice.yaml"), strict=False)
    assert twice.title == new.title
    once = ipscost.load(rewritten(found, tmp_path, "once.yaml"), strict=False)
    for language in LANGUAGES:
        assert once.title.tell(language) == f"{found.scenario.title.tell(language)} (fitted)"


def test_what_is_written_keeps_the_note_of_what_it_extends(tmp_path: Path) -> None:
    caveat = builders.label("Only the pace is known.", "Kun tempoet er kendt.")
    found = calibrated(replace(ipscost.load(MADE_UP), note=caveat))
    new = ipscost.load(rewritten(found, tmp_path), strict=False)
    assert new.note is not None
    for language in ("en", "da"):
        own, kept = new.note.tell(language).split(". ", 1)
        assert kept == caveat.tell(language)
        assert found.fit.squares == pytest.approx(
            float(own.rpartition(" ")[2].replace(",", ".")), rel=1e-3
        )
    twice = ipscost.load(rewritten(calibrated(new), tmp_path, "twice.yaml"), strict=False)
    assert twice.note is not None
    assert twice.note.tell("en").count("fitted to") == 1
    assert twice.note.tell("en").endswith(f". {caveat.tell('en')}")


def test_what_is_written_of_a_model_gives_the_fit_again(tmp_path: Path) -> None:
    found = calibrated(ipscost.load(MADE_UP.parents[2] / "examples" / "calibration.yaml"))
    new = ipscost.load(rewritten(found, tmp_path))
    means = {quantity.path: quantity.mean for quantity in new.quantities}
    for unknown, value in zip(found.unknowns, found.fit.best.values, strict=True):
        assert means[unknown.path] == pytest.approx(value, rel=1e-12)
    roles = {q.path: (q.role, q.dist.name, str(q.unit), q.sure) for q in new.quantities}
    assert roles["number.exit"] == ("mean", "lognormal", "rate/month", "derived")
    ratio = "model.transition.benefit.out.from_1.ips"
    assert roles[ratio] == ("hazard_ratio", "lognormal", "ratio", "derived")
    assert new.shared[0].label == builders.label(
        "Leaving job or education", "At forlade job eller uddannelse"
    )
    again = calibrated(new)
    assert again.fit.best.values.tolist() == found.fit.best.values.tolist()
    fitted = ipscost.simulate(new, Settings(draws=0)).point
    for target, value in zip(found.targets, found.predicted, strict=True):
        if not target.after:
            place = fitted.arm(target.arm), fitted.outcomes.index(target.path)
            assert fitted.present_outcome[place][0] == pytest.approx(value, rel=1e-9)


def test_draws_honour_how_the_fitted_numbers_go_together(tmp_path: Path) -> None:
    found = calibrated(ipscost.load(MADE_UP))
    new = ipscost.load(rewritten(found, tmp_path))
    columns = draws.draw(new, 20_000, 1).columns
    first, second = (columns[path] for path in ("cost.care.ips", "cost.ward.use.ips"))
    assert np.corrcoef(first, np.log(second))[0, 1] == pytest.approx(-0.998, abs=0.002)
    assert first.std() == pytest.approx(found.fit.se[0], rel=0.02)
    assert np.ptp(columns["outcome.job.ips"]) == 0  # on its bound: without a standard error
    saving = ipscost.simulate(new, Settings(draws=4_000))
    assert saving.ledger is not None
    spread = saving.ledger.present_value.sum(axis=1)[1].std()
    assert spread < 0.15 * math.hypot(found.fit.se[0], 40_000 * found.fit.se[1])  # apart


def test_explain_tells_what_a_number_was_calibrated_to(tmp_path: Path) -> None:
    found = calibrated(ipscost.load(MADE_UP))
    new = ipscost.simulate(ipscost.load(rewritten(found, tmp_path)), Settings(draws=0))
    for language, text in (("en", "calibrated to saving"), ("da", "kalibreret til saving")):
        shown = explain(new, "cost.care.ips", language).tables[0].rows
        cells = [str(row.cells[0]) for row in shown]
        assert any(cell.startswith(text) and "seed 1" in cell.replace("startværdi", "seed")
                   for cell in cells)  # fmt: skip
        assert not any("more_in_job" in cell for cell in cells)  # it does not depend on it


def test_a_correlation_matrix_is_tidied_to_one() -> None:
    near = np.array([[1, 0.99999, 0.5], [0.99999, 1, 0.5], [0.5, 0.5, 1]])
    found = tidied(near)
    assert np.linalg.eigvalsh(found)[0] > -1e-12
    assert found == pytest.approx(near, abs=1e-3)
    assert tidied(np.array([[1, 0.123456], [0.123456, 1]]))[0, 1] == 0.123
