"""Tables as people have them: read as they are meant, or refused with what to do."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from ipscost.cli import main
from ipscost.errors import ScenarioError
from ipscost.loading.results.psa import PsaResults, read_psa

CASES = Path(__file__).parents[2] / "cases"
Capture = pytest.CaptureFixture[str]


def read(name: str, **options: object) -> PsaResults:
    """The results in a file of a case."""
    return read_psa(CASES / name, **options)  # type: ignore[arg-type]


def differences(found: PsaResults) -> tuple[float, float]:
    """What the second arm costs and achieves more than the first, as a mean."""
    psa = found.psa
    assert len(psa.arms) == 2
    (one, other), (few, more) = psa.cost_mean, psa.effect_mean
    return other - one, more - few


def notes(found: PsaResults) -> str:
    """The notes in English."""
    return " ".join(note.tell("en") for note in found.notes)


def refusal(name: str, **options: object) -> tuple[str, str, str]:
    """The code, message and fix of the first problem of a file."""
    with pytest.raises(ScenarioError) as caught:
        read(name, **options)
    problem = caught.value.problems[0]
    return problem.code, problem.message, problem.fix


def rows(command: list[str], capsys: Capture) -> list[dict[str, str]]:
    """The rows that a command writes as CSV."""
    assert main([*command, "--format", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def worth(found: list[dict[str, str]], measure: str, path: str) -> float:
    """The number of one row of the value of information."""
    return next(float(r["mean"]) for r in found if (r["measure"], r["path"]) == (measure, path))


# --- columns that follow from others -----------------------------------------------------------


def test_a_difference_beside_the_arms_is_no_arm() -> None:
    found = read("difference-beside-arms/both.csv")
    assert found.psa.arms == ("usual", "ips")
    assert differences(found) == pytest.approx((-400 / 3, 0.7 / 6))
    assert "left out: cost_inc = cost_ips - cost_usual." in notes(found)


def test_a_difference_is_never_chosen_on_cost_alone() -> None:
    found = read("difference-beside-arms/cost-only.csv", effect_needed=False)
    assert found.psa.arms == ("usual", "ips")
    assert found.psa.net_benefit_mean(0).argmax() == 1


def test_a_sum_beside_the_arms_is_no_arm() -> None:
    found = read("sum-beside-arms/results.csv")
    assert found.psa.arms == ("A", "B")
    assert differences(found) == pytest.approx((200, 0.1))
    assert "left out: cost_total = cost_A + cost_B." in notes(found)


def test_money_beside_the_cost_is_no_effect() -> None:
    for name, column in (("nmb", "nmb_ARM (net benefit)"), ("drug", "drugcost_ARM (a cost)")):
        code, message, _ = refusal(f"money-beside-costs/{name}.csv")
        assert (code, message) == (
            "E501",
            f"expected a column effect_ARM for each arm, found none but {column}",
        )
    found = read("money-beside-costs/drug.csv", effect_needed=False)
    assert found.outcome == ""
    assert found.psa.arms[found.psa.net_benefit_mean(0).argmax()] == "A"
    benefit = found.psa.net_benefit(0)
    assert (benefit.max(axis=0) == benefit[0]).all()  # nothing to learn


def test_discounted_beside_undiscounted_is_asked_about() -> None:
    name = "discounted-beside/results.csv"
    assert refusal(name) == (
        "E502",
        "cost and cost_disc may each be the cost",
        "add --cost cost, or another of them",
    )
    plain = read(name, cost="cost", outcome="qaly")
    assert differences(plain) == pytest.approx((500, 0.5))
    discounted = read(name, cost="cost_disc", outcome="qaly_disc")
    assert differences(discounted) == pytest.approx((425, 0.35))
    assert discounted.is_qaly


def test_results_in_the_file_of_parameters_are_no_parameters() -> None:
    name = CASES / "one-file/all.csv"
    found = read_psa(name, name)
    assert set(found.psa.parameters) == {"p", "c"}
    assert "left out: cost_A, cost_B, qaly_A, qaly_B." in notes(found)
    assert "not read" not in notes(found)


# --- rows that are no draws ----------------------------------------------------------------------


def test_means_below_the_draws_are_no_draws() -> None:
    found = read("summary-rows/results.csv")
    assert found.psa.draws == 3
    assert found.psa.cost_mean == pytest.approx([1050, 2720 / 3])
    assert differences(found) == pytest.approx((-430 / 3, 0.35 / 3))
    assert "left out: Mean, SD, 2.5%, 97.5%." in notes(found)


def test_a_column_that_tells_repeated_draws_apart_is_named(tmp_path: Path) -> None:
    code, message, fix = refusal("two-rates/results.csv")
    assert code == "E507"
    assert message.startswith("draw 1 of arm 1 stands twice, first on line 2; another column tells")
    assert fix == "keep the rows of one value of dr (0 or 0.03)"
    lines = (CASES / "two-rates/results.csv").read_text().splitlines()
    kept = [line for line in lines if not line.startswith("0,")]
    (tmp_path / "kept.csv").write_text("\n".join(kept))
    assert differences(read_psa(tmp_path / "kept.csv")) == pytest.approx((1000, 0.2))


# --- headings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["titles/report.csv", "titles/titled.csv", "arm-first/results.csv"]
)
def test_titles_and_arms_before_the_word_are_read(name: str) -> None:
    found = read(name)
    assert [arm.lower().removesuffix(" care") for arm in found.psa.arms] == ["usual", "ips"]
    assert differences(found) == pytest.approx((-430 / 3, 0.35 / 3))
    assert ("stand on line 3" in notes(found)) == name.startswith("titles")


def test_one_cost_for_all_is_asked_about() -> None:
    code, message, fix = refusal("short-headings/a.csv")
    assert code == "E518"
    assert message == "expected a cost of each arm, found cost alone, and no column of arms"
    assert "write cost_new for cost and effect_new for qaly, and add columns cost_usual" in fix


def test_what_is_told_of_differences_leads_on(tmp_path: Path) -> None:
    lines = ["cost_new,effect_new,cost_usual,effect_usual", *("5,0.2,0,0", "4,0.1,0,0")]
    (tmp_path / "new.csv").write_text("\n".join(lines))
    found = read_psa(tmp_path / "new.csv", reference="usual")
    assert found.psa.cost_mean.tolist() == [4.5, 0]


def test_numbers_and_letters_behind_the_word_are_arms() -> None:
    found = read("short-headings/b.csv")
    assert found.psa.arms == ("1", "2")
    assert differences(found) == pytest.approx((1649 / 3, 0.18 / 3))
    assert differences(read("short-headings/d.csv")) == pytest.approx((-125, 0.13))


def test_a_heading_without_its_number_is_told_and_the_fix_leads_on(tmp_path: Path) -> None:
    assert refusal("short-headings/c.csv")[2] == "write cost_1 for costs"
    text = (CASES / "short-headings/c.csv").read_text().replace("costs,", "cost_1,")
    (tmp_path / "c.csv").write_text(text)
    assert differences(read_psa(tmp_path / "c.csv")) == pytest.approx((1649 / 3, 0.18 / 3))


def test_dalys_are_no_qalys() -> None:
    found = read("dalys/long.csv")
    assert (found.outcome, found.is_qaly) == ("dalys", False)


# --- two files, three files, net benefits --------------------------------------------------------


def test_costs_effects_and_parameters_are_read_from_three_files(capsys: Capture) -> None:
    folder = CASES / "three-files"
    given = [f"--psa={folder}/costs.csv", f"--effects={folder}/effects.csv"]
    found = rows(["voi", *given, f"--parameters={folder}/parameters.csv", "--wtp=20000"], capsys)
    evpi = next(row for row in found if row["measure"] == "evpi")
    assert (evpi["arm"], float(evpi["mean"])) == ("2", pytest.approx(160.52, abs=0.005))
    assert worth(found, "evppi", "theta1") == pytest.approx(156.83, rel=1e-3)
    assert worth(found, "evppi", "theta2") == pytest.approx(39.10, rel=1e-2)


def test_effects_are_matched_by_their_headings(tmp_path: Path) -> None:
    (tmp_path / "costs.csv").write_text('"","usual","ips"\n"1",10,20\n"2",12,24\n')
    (tmp_path / "qalys.csv").write_text("ips;usual\n0,5;0,25\n0,75;0,5\n")
    found = read_psa(tmp_path / "costs.csv", effects=tmp_path / "qalys.csv")
    assert differences(found) == (11, 0.25)
    assert found.is_qaly
    assert f"{tmp_path}/qalys.csv was read with decimal commas" in notes(found)


def test_net_benefits_alone_have_a_value_of_information(capsys: Capture) -> None:
    name = str(CASES / "net-benefits/nb.csv")
    found = rows(["voi", "--psa", name, "--parameters", name], capsys)
    evpi = next(row for row in found if row["measure"] == "evpi")
    assert (evpi["arm"], float(evpi["mean"])) == ("B", pytest.approx(101.58, abs=0.005))
    assert {row["path"] for row in found if row["measure"] == "evppi"} == {"theta", "everything"}
    assert main(["voi", "--psa", name]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "B is the choice on current evidence: its expected net benefit is higher" in said
    assert refusal("net-benefits/nb.csv")[0] == "E516"


def test_a_group_may_hold_names_with_commas(capsys: Capture) -> None:
    folder = CASES / "names-with-commas"
    given = [f"--psa={folder}/results.csv", f"--parameters={folder}/drawn.csv", "--wtp=20000"]
    evppi = set()
    for group in ("betas=beta[1,2],beta[1,3]", 'betas="beta[1,2]", "beta[1,3]"'):
        found = rows(["voi", *given, "--group", group], capsys)
        evppi.add(worth(found, "evppi", "betas"))
    (both,) = evppi
    single = worth(found, "evppi", "beta[1,2]")
    assert single == pytest.approx(39, abs=0.5)
    assert single <= both <= 47.3


# --- what parts cells and numbers ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["bars.txt", "spaces.txt"])
def test_bars_and_single_blanks_part_cells(name: str) -> None:
    found = read(f"other-separators/{name}")
    assert found.psa.arms == ("a", "b")
    assert differences(found) == pytest.approx((85, 0.125))


@pytest.mark.parametrize(
    ("design", "values"),
    [
        ("points-among-semicolons/design.csv", [("1.25", "0.035"), ("1.5", "0.035")]),
        ("design-files/sep.csv", [("-700",), ("1200",)]),
        ("design-files/rownames.csv", [("-700",), ("1200",)]),
    ],
)
def test_a_design_is_read_as_results_are(
    design: str, values: list[tuple[str, ...]], tmp_path: Path
) -> None:
    scenario = str(CASES / "design-files/scenario.yaml")
    given = ["--design", str(CASES / design), "--draws", "0", "--out", str(tmp_path / "out")]
    assert main(["batch", scenario, *given]) == 0
    table = csv.reader((tmp_path / "out" / "summary.csv").read_text().splitlines())
    next(table)
    found = dict.fromkeys(tuple(row[2 : 2 + len(values[0])]) for row in table)
    wanted = {tuple(map(float, each)) for each in values}
    assert {tuple(map(float, each)) for each in found} == wanted
    assert np.abs(list(wanted)).max() != 1250
