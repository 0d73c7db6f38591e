"""ipscost voi on the command line: what it refuses, and results made elsewhere."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import builders
import numpy as np
import pytest
from messages import tells

from ipscost.cli import main
from ipscost.decision.information import Information

Capture = pytest.CaptureFixture[str]
FEW = ("--draws", "300")


def told(capsys: Capture) -> str:
    """What stderr says, on one line."""
    text = capsys.readouterr().err.replace("│", " ")
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--group", "Care"], "expected NAME=PATH,PATH, found 'Care'"),
        (["--group", "=cost.jobcenter.ips"], "expected NAME=PATH,PATH"),
        (["--group", "A=cost.jobcentre.ips"], "no quantity cost.jobcentre.ips was drawn"),
        (["--people", "100"], "--people and --years belong together; add --years N"),
        (["--years", "10"], "--people and --years belong together; add --people N"),
        (["--people", "0", "--years", "10"], "expected a whole number of at least 1, found '0'"),
        (["--people", "-5", "--years", "10"], "expected a whole number of at least 1, found '-5'"),
        (["--group", "A=cost.jobcenter.ips", "--group", "A=cost.productivity.ips"], "A is given"),
        (["--outcome", "qaly", "--wtp", "inf"], "at least 0 and below 1e15, found 'inf'"),
        (["--people", "10", "--years", "1001"], "--years from 1 to 1000, found 1001"),
        (["--discount", "0.03"], "--discount counts for --people and --years; add"),
        (["--discount", "3"], "expected a yearly rate from 0 to 1, found '3'"),
        (["--outcome", "qualy"], "--outcome qualy: no outcome is called that; write"),
        (["--wtp", "1000"], "add --outcome with one of: job_or_education, qaly"),
        (["--outcome", "job_or_education"], "add --wtp N"),
        (["--parameters", "x.csv"], "--parameters is for results made elsewhere; add --psa"),
    ],
)
def test_what_does_not_fit_is_refused(options: list[str], message: str, capsys: Capture) -> None:
    assert main(["voi", "inklusion-ips", *FEW, *options]) == 2
    assert message in told(capsys)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Results and parameters of 400 draws: x matters, y does not."""
    rng = np.random.default_rng(3)
    x, y, noise = rng.standard_normal((3, 400))
    cost, effect = 100 + 0 * x, 0.01 * x + 0.001 * noise
    results, parameters = tmp_path / "results.csv", tmp_path / "parameters.csv"
    rows = [f"{d + 1},0,0,{cost[d]},{effect[d] + 0.005}" for d in range(400)]
    head = "draw,cost_usual,qaly_usual,cost_ips,qaly_ips"
    results.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    lines = [f"{d + 1},{x[d]},{y[d]}" for d in range(400)]
    parameters.write_text("\n".join(["draw,x,y", *lines]) + "\n", encoding="utf-8")
    return results, parameters


def rows_of(capsys: Capture) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_results_made_elsewhere_have_the_same_values(
    files: tuple[Path, Path], capsys: Capture
) -> None:
    results, parameters = map(str, files)
    options = ["--wtp", "15000", "--group", "Both=x,y", "--format", "csv"]
    assert main(["voi", "--psa", results, "--parameters", parameters, *options]) == 0
    found = {
        row["path"]: float(row["mean"]) for row in rows_of(capsys) if row["measure"] == "evppi"
    }
    table = np.loadtxt(results, delimiter=",", skiprows=1)
    drawn = np.loadtxt(parameters, delimiter=",", skiprows=1)
    benefit = np.stack([0 * table[:, 1], 15_000 * table[:, 4] - table[:, 3]])
    expected = Information(benefit, {"x": drawn[:, 1], "y": drawn[:, 2]})
    assert found["x"] == pytest.approx(expected.single("x").value, rel=1e-8)
    assert found["y"] == pytest.approx(expected.single("y").value, rel=1e-8, abs=1e-12)
    assert found["Both"] == pytest.approx(expected.group("xy").value, rel=1e-8)
    assert found["everything"] == pytest.approx(expected.perfect.worth.value, rel=1e-8)
    assert found["x"] > 0.9 * found["everything"] > 10 * found["y"]


def test_without_parameters_there_is_the_evpi_and_a_note(
    files: tuple[Path, Path], capsys: Capture
) -> None:
    assert main(["voi", "--psa", str(files[0]), "--wtp", "15000", "--lang", "en", "--notes"]) == 0
    out = capsys.readouterr().out
    assert "EVPI" in out
    assert tells(out, "note_voi_parameters")
    assert not tells(out, "title_voi")


def test_people_of_results_made_elsewhere_need_a_discount_rate(
    files: tuple[Path, Path], capsys: Capture
) -> None:
    command = ["voi", "--psa", str(files[0]), "--wtp", "15000", "--people", "100", "--years", "2"]
    assert main(command) == 2
    assert "--psa states no discount rate; add --discount 0.035" in told(capsys)
    assert main([*command, "--discount", "0.03", "--format", "csv"]) == 0
    found = {row["measure"]: float(row["mean"]) for row in rows_of(capsys)}
    size = 100 * (1.03**-0.5 + 1.03**-1.5)
    assert found["evpi_population"] == pytest.approx(size * found["evpi"], rel=1e-8)


def test_simulate_tells_where_the_uncertainty_comes_from(capsys: Capture) -> None:
    command = ["simulate", "inklusion-ips", *FEW, "--lang", "en"]
    assert main(command) == 0
    assert not tells(capsys.readouterr().out, "title_variance")
    assert main([*command, "--uncertainty", "--notes"]) == 0
    assert tells(capsys.readouterr().out, "title_variance", arm="IPS")


def study(capsys: Capture, *arguments: str) -> dict[tuple[str, str], float]:
    """The numbers of a study by measure and people, and the EVPI."""
    assert main(["voi", *arguments, "--study", "--format", "csv"]) == 0, capsys.readouterr().err
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    return {(row["measure"], row["people"]): float(row["mean"]) for row in rows}


def test_the_worth_of_a_study_is_that_of_the_normal_model_in_closed_form(
    tmp_path: Path, capsys: Capture
) -> None:
    """The vignette of the R package voi in thousands: N(1, 1), known by n with an error 1 / sqrt n.

    With a standard deviation of 1 / sqrt 2 between people, n in each of two groups make that error.
    """
    file = tmp_path / "normal.yaml"
    text = builders.text(builders.CARE).replace("difference: -300", "difference: -1000")
    file.write_text(re.sub(r"difference: -1000, se: \d+", "difference: -1000, se: 1000", text))
    many = ("--sampler", "sobol", "--draws", "2048", "--sd", "707.1068", "--n", "10,100,1000")
    found = study(capsys, str(file), *many)
    for n, value in ((10, 72.3251), (100, 82.1176), (1000, 83.1946)):
        assert found["evsi", str(n)] == pytest.approx(value, rel=0.01)
    assert found["evsi", "1000"] < found["evpi", ""] == pytest.approx(83.3155, rel=0.01)


def test_a_study_is_told_with_what_is_left_of_its_worth(capsys: Capture) -> None:
    file = str(Path(__file__).parents[2] / "examples" / "municipality.yaml")
    options = ("--sd", "120000", "--people", "20000", "--years", "5", "--draws", "1000")
    costs = ("--cost-fixed", "1000000", "--cost-person", "5000")
    found = study(capsys, file, *options, *costs, "--n", "60,500")
    worth, cost = found["evsi_population", "500"], found["study_cost", "500"]
    assert (found["enbs", "500"], cost) == (pytest.approx(worth - cost), 6_000_000)
    assert found["people_best", ""] in (1000, 1500, 2000)
    assert found["evsi", "60"] < found["evsi", "500"] < found["evpi", ""]
    assert main(["voi", file, *options, "--study", "--lang", "da"]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines().index("") <= 6  # the answer is of the study alone
    danish = " ".join(shown.split())
    assert "En undersøgelse med 2.500 personer i hver gruppe ville være" in danish
    assert "Hvad en undersøgelse af hver størrelse er værd" in danish


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--n", "60"], "--n is of a study; add --study"),
        (["--study", "--cost-person", "5"], "add --people N --years N"),
        (["--study", "--correlation", "0.3"], "add --wtp, or leave it out"),
    ],
)
def test_what_is_of_a_study_is_asked_with_one(
    options: list[str], message: str, capsys: Capture
) -> None:
    assert main(["voi", "inklusion-ips", *options, *FEW]) == 2
    assert message in told(capsys)
