"""analyse: individual data to an answer on one screen and a scenario that gives it back."""

from __future__ import annotations

import csv
import io
import re
import sys
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pandas as pd
import pytest

import ipscost
from ipscost.analysis.evaluation.nouns import AskedOfData
from ipscost.cli import main
from ipscost.cli.waiting import Waiting
from ipscost.errors import AskedError
from ipscost.library.individual import evaluate_files
from ipscost.loading.data.model import read_model
from ipscost.report.as_yaml import tidied
from ipscost.words import say

ROOT = Path(__file__).parents[2]
BEN = ROOT / "tests" / "replication" / "ben2023"
DATA, MODEL = BEN / "persons.csv", BEN / "persons.yaml"
FEW = ("--imputations", "4")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("IPSCOST_LANG", raising=False)


def told(capsys: Capture, *arguments: object) -> str:
    """What the command prints, on one line."""
    assert main(["analyse", *map(str, arguments)]) == 0, capsys.readouterr().err
    return " ".join(capsys.readouterr().out.split())


def refused(capsys: Capture, *arguments: object) -> str:
    """What is said of a command that is refused, on one line."""
    assert main(["analyse", *map(str, arguments)]) in (1, 2)
    captured = capsys.readouterr()
    assert captured.out == ""
    return " ".join(captured.err.replace("│", " ").split())


def numbers(capsys: Capture, *arguments: object) -> dict[tuple[str, ...], dict[str, Any]]:
    """The rows of the CSV by measure, path, arm and method."""
    assert main(["analyse", *map(str, arguments), "--format", "csv"]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    found = {}
    for row in rows:
        key = (row["measure"], row["path"], row["arm"], row.get("method") or "")
        found[key] = {each: float(row[each] or "nan") for each in ("mean", "low", "high")}
    return found


def people(*, more: str = "") -> list[dict[str, str]]:
    """The persons of Ben et al., with a column named `more` of numbers from 0 to 11."""
    with DATA.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for place, row in enumerate(rows):
        if more:
            row[more] = str(place % 12)
    return rows


def written(folder: Path, rows: list[dict[str, str]], *swaps: tuple[str, str]) -> tuple[Path, Path]:
    """Data and a model file in a folder, the model that of Ben et al. with texts swapped."""
    data, model = folder / "persons.csv", folder / "persons.yaml"
    with data.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    text = MODEL.read_text(encoding="utf-8")
    for before, after in swaps:
        assert before in text
        text = text.replace(before, after)
    model.write_text(text, encoding="utf-8")
    return data, model


# --- the answer ----------------------------------------------------------------------------------


def test_the_published_tutorial_through_the_command(capsys: Capture) -> None:
    """systemfit on complete cases, mice with 100 imputations, each with its Monte Carlo error."""
    found = numbers(capsys, DATA, "--model", MODEL)
    assert found["difference_by_method", "cost", "new", "complete"]["mean"] == pytest.approx(
        1267.581607, abs=1e-6
    )
    error = found["standard_error_by_method", "cost", "new", "complete"]["mean"]
    assert error == pytest.approx(576.180818, abs=1e-6)
    effect = found["outcome_difference_by_method", "outcome.qaly", "new", "complete"]["mean"]
    assert effect == pytest.approx(0.06601939286, abs=1e-10)
    main_one = found["difference", "cost", "new", ""]["mean"]
    own = found["imputation_error", "cost", "new", ""]["mean"]
    assert abs(main_one - 1200.547) < 3 * (own**2 + 12.046**2) ** 0.5
    for path in ("cost", "outcome.qaly", "cost.quarter_1"):  # as many imputations as are enough
        se = found["standard_error", path, "new", ""]["mean"]
        assert found["imputation_error", path, "new", ""]["mean"] <= 0.05 * se
    assert 20 < found["imputations", "cost", "", ""]["mean"] < 60
    parts = [found["difference", f"cost.quarter_{n}", "new", ""]["mean"] for n in range(1, 5)]
    assert sum(parts) == pytest.approx(main_one, abs=1e-5)
    assert 900 < found["difference_by_method", "cost", "new", "gamma"]["mean"] < 1500


def test_one_screen_in_both_languages(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = (DATA, "--model", MODEL, *FEW, "--wtp", "30000", "--mnar", "qaly:-0.05")
    for language in ("en", "da"):
        assert main(["analyse", *map(str, asked), "--lang", language]) == 0
        shown = capsys.readouterr().out.splitlines()
        assert len(shown) <= 23, "a terminal has 24 lines, one of them for what is typed next"
        assert max(map(len, shown)) <= 80
        text = " ".join(" ".join(shown).split())
        if language == "en":
            assert text.startswith("Intervention costs society 1,")
            assert "30 of 200 people lack something, imputed 4 times." in text
            assert "At 30,000 EUR per QALY, the net benefit is" in text
            assert "QALY +0.0" in text
            assert "see what changes if they are not: --only methods" in text
        else:
            assert "30 af 200 personer mangler noget, imputeret 4 gange." in text
    monkeypatch.setattr("ipscost.report.analyse.short.MOST_ALONE", 5)
    assert "QALY +0.0" not in told(capsys, *asked), "there is no room, and the sentences tell it"
    every = told(capsys, *asked, "--only", "methods")
    for row in ("Main analysis", "Complete cases", "Unadjusted", "Gamma regression"):
        assert row in every
    assert "QALY -0.0500 where" in every


def test_what_the_other_methods_find_is_told_beside_the_answer(capsys: Capture) -> None:
    """Between what they lie where the answer stays, and with --notes every caution."""
    text = told(capsys, DATA, "--model", MODEL, *FEW)
    assert "(“Complete cases”)" in text
    assert "Other methods put the difference in cost between" in text
    more = told(capsys, DATA, "--model", MODEL, *FEW, "--set", "data.assigned=observed", "--notes")
    assert "E-value" in more
    assert "Other methods put" in more


def test_rows_are_what_a_payer_bears_and_add_up(tmp_path: Path, capsys: Capture) -> None:
    data, model = written(
        tmp_path,
        people(),
        ("  payers: {label: All payers}", "  town: {label: Town}\n  state: {label: State}"),
        ("payer: payers,", "payer: {town: 0.25, state: 0.75},"),
        ("perspective: societal", "perspective: town"),
    )
    text = told(capsys, data, "--model", model, *FEW, "--lang", "en")
    labels = [f"{place} quarter (25%)" for place in ("First", "Second", "Third", "Fourth")]
    found = [re.search(rf"{re.escape(each)} ([-+][\d,]+) \(", text) for each in (*labels, "Total")]
    *parts, total = (float(each[1].replace(",", "")) for each in found if each)
    assert len(parts) == 4
    assert total == pytest.approx(sum(parts), abs=3)
    assert "Town and state" in text


def test_many_categories_are_folded_to_groups_or_to_the_largest(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row keeps its interval, and the rows add up to the total as before."""
    monkeypatch.setattr("ipscost.report.analyse.short.MOST_ROWS", 3)
    text = told(capsys, DATA, "--model", MODEL, *FEW)
    whole = numbers(capsys, DATA, "--model", MODEL, *FEW)
    first, second = (whole["difference", f"cost.quarter_{n}", "new", ""]["mean"] for n in (1, 2))
    assert "First quarter" not in text
    assert f"Other categories +{first + second:.0f} (" in text
    swaps = (("  quarter_1: {label", "  early:\n    label: Early\n    quarter_1: {label"),)
    swaps += (("  quarter_2: {label", "    quarter_2: {label"),)
    swaps += (("    quarter_1: {columns: Cm1", "    early.quarter_1: {columns: Cm1"),)
    swaps += (("    quarter_2: Cm2", "    early.quarter_2: Cm2"),)
    data, model = written(tmp_path, people(), *swaps)
    text = told(capsys, data, "--model", model, *FEW)
    assert f"Early +{first + second:.0f} (" in text
    assert "Third quarter" in text


def test_what_is_imputed_is_moved_and_nothing_else(capsys: Capture) -> None:
    found = numbers(capsys, DATA, "--model", MODEL, *FEW, "--mnar", "cost:+10%")
    moved = found["difference_by_method", "cost", "new", "shifted"]["mean"]
    assert moved != pytest.approx(found["difference", "cost", "new", ""]["mean"], abs=1)
    effect = found["outcome_difference_by_method", "outcome.qaly", "new", "shifted"]["mean"]
    assert effect == pytest.approx(
        found["outcome_difference", "outcome.qaly", "new", ""]["mean"], abs=1e-3
    )


def test_what_is_imputed_is_moved_in_one_arm(capsys: Capture) -> None:
    asked = (DATA, "--model", MODEL, *FEW, "--mnar", "qaly:-0.1:new")
    found = numbers(capsys, *asked)
    moved = found["outcome_difference_by_method", "outcome.qaly", "new", "shifted"]["mean"]
    new = [row for row in people() if row["Tr"] == "1"]
    lacking = sum(any(not row[f"Em{month}"] for month in range(1, 5)) for row in new)
    unmoved = found["outcome_difference", "outcome.qaly", "new", ""]["mean"]
    assert moved - unmoved == pytest.approx(-0.1 * lacking / len(new), rel=0.1)
    assert "in every arm or in the one that is named" in told(capsys, *asked, "--notes")


# --- the scenario --------------------------------------------------------------------------------


def test_the_scenario_gives_the_evaluation_back(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "ours.yaml"
    discount = ("discount: {cost: 0, outcome: 0}", "discount: {cost: 0.035, outcome: 0.035}")
    data, model = written(tmp_path, people(more="town"), discount)
    given = (data, "--model", model, *FEW, "--wtp", "30000", "--out", out)
    found = numbers(capsys, *given)
    assert main(["check", str(out)]) == 0
    capsys.readouterr()
    run = ipscost.simulate(ipscost.load(out))
    frame = ipscost.cea(run, "qaly", 30000).frame().set_index("measure")
    for ours, theirs in (("difference", "incremental_cost"), ("nmb", "nmb")):
        path = "outcome.qaly" if ours == "nmb" else "cost"
        expected, row = found[ours, path, "new", ""], frame.loc[theirs]
        if row.ndim > 1:
            row = row[row["threshold"].isin([30000.0])].iloc[0]
        width = expected["high"] - expected["low"]
        assert row["mean"] == pytest.approx(expected["mean"], abs=0.005 * width)
        assert row["low"] == pytest.approx(expected["low"], abs=0.03 * width)
        assert row["high"] == pytest.approx(expected["high"], abs=0.03 * width)
    text = out.read_text(encoding="utf-8")
    assert "\ndata:" not in text
    assert "sure: derived" in text
    assert "n: 93" in text
    spread = run.scenario.spread
    assert spread is not None
    assert "outcome.qaly" in spread.by_path
    assert "is there already" in refused(capsys, *given)


def test_people_differ_in_the_scenario_as_in_the_data(tmp_path: Path) -> None:
    """In present values, and in the sum of categories that go together."""
    rows = [row for row in people() if all(row[f"Cm{n}"] for n in range(1, 5))]
    for row in rows:
        row["Cm4"] = str(float(row["Cm4"]) + float(row["Cm1"]))
    discount = ("discount: {cost: 0, outcome: 0}", "discount: {cost: 0.1, outcome: 0}")
    data, model = written(tmp_path, rows, discount)
    out = tmp_path / "ours.yaml"
    ipscost.analyse(data, model, imputations=2, out=out)
    spread = ipscost.load(out).spread
    assert spread is not None
    assert spread.together is not None
    values = np.array([[float(row[f"Cm{n}"]) for n in range(1, 5)] for row in rows])
    arm = np.array([row["Tr"] for row in rows])
    for each in "01":
        values[arm == each] -= values[arm == each].mean(axis=0)
    factor = np.mean(1.1 ** -((np.arange(12) + 0.5) / 12))
    sd = factor * np.sqrt((values**2).sum(axis=0) / (len(rows) - 2))
    of = [spread.by_path[f"cost.quarter_{n}"] for n in range(1, 5)]
    assert [each.around(1) for each in of] == pytest.approx(sd, rel=1e-6)
    whole = factor**2 * (values.sum(axis=1) ** 2).sum() / (len(rows) - 2)
    made = (sd**2).sum() + spread.together.mean * (sd.sum() ** 2 - (sd**2).sum())
    assert made == pytest.approx(whole, rel=1e-3)
    assert made > 1.2 * (sd**2).sum()


def test_what_is_left_of_categories_that_nearly_cancel_stays() -> None:
    """What one payer saves and another loses: correlations have the digits that it takes."""
    matrix = np.array([[1.0, -0.9997774, 0.05], [-0.9997774, 1.0, -0.05], [0.05, -0.05, 1.0]])
    left = 1 + tidied(matrix, 0.01)[0, 1]
    assert left == pytest.approx(1 - 0.9997774, rel=0.01)


def test_what_nobody_in_an_arm_has_is_nothing(tmp_path: Path, capsys: Capture) -> None:
    """What regression leaves of it by rounding would be refused as a negative cost."""
    rows = people()
    for row in rows:
        row["Cm1"] = "6897.2" if row["Tr"] == "1" else "0"
    data, model = written(tmp_path, rows)
    out = tmp_path / "ours.yaml"
    text = told(capsys, data, "--model", model, *FEW, "--out", out, "--notes")
    assert "First quarter 0 +6,897 All payers" in text
    scenario = ipscost.load(out)
    arms = scenario.categories[0].arms
    assert (arms["usual"].value, arms["new"].value) == (0, 6897.2)
    assert scenario.spread is not None
    assert "cost.quarter_1" not in scenario.spread.by_path  # nor is there a spread by rounding


def test_a_reference_arm_alone_is_filled_and_the_rest_stays(
    tmp_path: Path, capsys: Capture
) -> None:
    rows = [row for row in people() if row["Tr"] == "0"]
    kept = "assumption: a trial elsewhere, new: {ratio: 0.9, interval: [0.8, 1.0125]}}"
    data, model = written(
        tmp_path,
        rows,
        ("arm: {column: Tr, usual: 0, new: 1}", "arm: {all: usual}"),
        ("unit: EUR_2020/person}", f"unit: EUR_2020/person, {kept}"),
        ("better: higher}", "better: higher, assumption: one, new: {difference: 0.01}}"),
    )
    out = tmp_path / "ours.yaml"
    text = told(capsys, data, "--model", model, *FEW, "--out", out)
    assert text.startswith("Control costs society 4,")
    assert "There is nobody in the data to compare with" in text
    intervention = [row for row in people() if row["Tr"] == "1"]
    swap = ("arm: {column: Tr, usual: 0, new: 1}", "arm: {all: new}")
    other = refused(capsys, *written(tmp_path, intervention, swap)[:1], "--model", model)
    assert "nobody of the reference arm, usual" in other
    scenario = ipscost.load(out)
    arms = scenario.categories[0].arms
    assert arms["new"].value == 0.9
    assert arms["usual"].value == pytest.approx(1200, abs=60)


# --- where chance did not decide -----------------------------------------------------------------


def test_weights_balance_and_every_headline_says_that_chance_did_not_decide(
    tmp_path: Path, capsys: Capture
) -> None:
    data, model = written(
        tmp_path,
        people(),
        ("assigned: random", "assigned: matched"),
        ("  baseline: [age, sex]", "  balance: [age, sex, C]\n  baseline: [age, sex]"),
    )
    text = told(capsys, data, "--model", model, *FEW, "--notes")
    assert text.startswith("Matched, not randomised: ")
    assert "The groups still differ" not in text
    assert "E-value" in text
    assert "gamma regression and the two-part model are without weights" in text
    out = tmp_path / "ours.yaml"
    found = numbers(capsys, data, "--model", model, *FEW, "--out", out)
    for column in ("age", "sex", "C"):
        assert found["standardised_difference_weighted", column, "new", ""]["mean"] == (
            pytest.approx(0, abs=1e-6)
        )
    assert abs(found["standardised_difference", "age", "new", ""]["mean"]) > 0.05
    assert 80 < found["effective_people", "arm.usual", "usual", ""]["mean"] <= 93
    assert found["e_value", "cost", "new", ""]["mean"] > 1
    assert ("difference_by_method", "cost", "new", "unweighted") in found
    assert say("analyse_matched", "da", text="IPS").startswith("Matchet, ikke randomiseret: ")
    quantity = ipscost.load(out).categories[0].arms["new"]
    assert quantity.assumption is not None
    assert quantity.assumption.tell("en") == "matched, not randomised"
    capsys.readouterr()
    assert main(["simulate", str(out), "--draws", "0"]) == 0
    assert capsys.readouterr().out.startswith("For the people of the data (matched, not randomise")


def test_what_is_out_of_balance_without_weights_is_told(tmp_path: Path, capsys: Capture) -> None:
    plan = "assigned: matched\n  weights: none\n  balance: [age, C]"
    data, model = written(tmp_path, people(), ("assigned: random", plan))
    text = told(capsys, data, "--model", model, *FEW)
    assert "still differ by more than 0.10 standard deviations (intervention): age" in text


def test_a_covariate_that_tells_the_arm_is_refused(tmp_path: Path, capsys: Capture) -> None:
    rows = people()
    for place, row in enumerate(rows):
        row["town"] = str(place % 7 + 100 * int(row["Tr"]))
    data, model = written(
        tmp_path,
        rows,
        ("assigned: random", "assigned: observed"),
        ("  baseline: [age, sex]", "  balance: [town]\n  baseline: [age, sex]"),
    )
    assert "(town) tell who is in which arm" in refused(capsys, data, "--model", model, *FEW)


# --- sites, people cut off, small counts ---------------------------------------------------------


def test_sites_widen_the_interval_and_can_be_drawn(tmp_path: Path, capsys: Capture) -> None:
    whole = [row for row in people(more="town") if all(row.values())]
    data, model = written(
        tmp_path, whole, ("  baseline: [age, sex]", "  site: town\n  baseline: [age, sex]")
    )
    found = numbers(capsys, data, "--model", model)
    assert ("difference_by_method", "cost", "new", "independent") in found
    assert ("difference_by_method", "cost", "new", "gamma") not in found  # it knows no sites
    assert ("difference_by_method", "cost", "new", "unadjusted") in found
    assert "12 sites" in told(capsys, data, "--model", model)
    asked = (data, "--model", model, "--cluster", "two-stage")
    assert "add --interval bootstrap" in refused(capsys, *asked)
    drawn = numbers(capsys, *asked, "--interval", "bootstrap", "--bootstraps", "200")
    assert ("difference_by_method", "cost", "new", "by_rubin") in drawn
    assert "names no column of sites" in refused(
        capsys, DATA, "--model", MODEL, "--cluster", "robust"
    )


def test_one_imputation_is_nested_in_each_bootstrap_sample(capsys: Capture) -> None:
    asked = AskedOfData(interval="bootstrap", bootstraps=12, imputations=2)
    found = evaluate_files(str(DATA), read_model(MODEL), asked).found
    drawn = found.cost("new").drawn
    assert drawn is not None
    assert len(set(drawn.tolist())) == 12
    interval = found.cost("new").interval(0.95)
    assert interval.low == pytest.approx(np.quantile(drawn, 0.025), abs=0.2 * np.ptp(drawn))
    assert [way.name for way in found.ways][-1] == "by_rubin"
    few = (DATA, "--model", MODEL, "--interval", "bootstrap", "--bootstraps", "10")
    assert "expected 200 to 100,000 bootstrap samples" in refused(capsys, *few)


def test_people_cut_off_count_through_those_who_were_not(tmp_path: Path, capsys: Capture) -> None:
    whole = [row for row in people() if all(row.values())]
    for place, row in enumerate(whole):
        row["months"] = "6" if place % 10 == 0 else "12"
        if row["months"] == "6":
            row["Cm3"] = row["Cm4"] = "0"
    data, model = written(
        tmp_path, whole, ("  baseline: [age, sex]", "  followed: months\n  baseline: [age, sex]")
    )
    found = numbers(capsys, data, "--model", model)
    levels = [found["cost", f"cost.quarter_{n}", "usual", ""]["mean"] for n in (3, 4)]
    assert min(levels) > 900  # not lowered by those of whom nothing came any more
    for method in ("bang_tsiatis", "zhao_tian", "uncut"):
        assert ("difference_by_method", "cost", "new", method) in found
    for method in ("unadjusted", "gamma"):  # these would take what was seen for all there is
        assert ("difference_by_method", "cost", "new", method) not in found
    assert "were cut off" in refused(capsys, data, "--model", model, "--interval", "bootstrap")


def test_no_whole_cost_is_imputed_from_the_part_that_people_cut_off_had(
    tmp_path: Path, capsys: Capture
) -> None:
    whole = [row for row in people() if all(row.values())]
    for place, row in enumerate(whole):
        row["months"] = "7" if place % 4 == 0 else "12"
        row["Cm3"] = "30" if place % 4 == 0 else "90" if place % 4 < 3 else ""
    data, model = written(
        tmp_path, whole, ("  baseline: [age, sex]", "  followed: months\n  baseline: [age, sex]")
    )
    found = numbers(capsys, data, "--model", model, *FEW)
    assert found["cost", "cost.quarter_3", "usual", ""]["mean"] == pytest.approx(90)
    assert found["difference", "cost.quarter_3", "new", ""]["mean"] == pytest.approx(0, abs=1e-6)


def test_small_counts_are_held_back_and_listed(tmp_path: Path, capsys: Capture) -> None:
    whole = [row for row in people() if all(row.values())]
    for row in [row for row in whole if row["Tr"] == "1"][:3]:
        row["Em4"] = ""
    data, model = written(tmp_path, whole)
    text = told(capsys, data, "--model", model, *FEW, "--notes")
    assert "held back" in text
    assert re.search(r"\d counts are held back", text)
    found = numbers(capsys, data, "--model", model, *FEW)
    assert ("people_complete", "arm.new", "new", "") not in found
    assert ("people_lacking", "Em4", "new", "") not in found
    assert ("difference_by_method", "cost", "new", "complete") not in found
    assert found["people", "arm.new", "new", ""]["mean"] == 92
    shown = numbers(capsys, data, "--model", model, *FEW, "--min-cell", "1")
    assert shown["people_lacking", "Em4", "new", ""]["mean"] == 3
    few = [row for row in whole if row["Tr"] == "0"] + [r for r in whole if r["Tr"] == "1"][:4]
    data, model = written(tmp_path, few)
    assert "fewer than 5" in refused(capsys, data, "--model", model)


def test_what_few_have_is_said_and_few_cut_off_are_not_told_apart(
    tmp_path: Path, capsys: Capture
) -> None:
    whole = [row for row in people() if all(row.values())]
    for place, row in enumerate(whole):
        row["Cm1"] = "9000" if place == 1 else "0"
        row["months"] = "6" if place in (4, 8) else "12"
    data, model = written(
        tmp_path, whole, ("  baseline: [age, sex]", "  followed: months\n  baseline: [age, sex]")
    )
    said = "Fewer than 5 people of an arm have any of "
    text = told(capsys, data, "--model", model, *FEW)
    assert said in text
    assert "nothing is missing but what came after some of them were cut off" in text
    found = numbers(capsys, data, "--model", model, *FEW, "--min-cell", "1")
    assert ("difference_by_method", "cost", "new", "uncut") in found
    found = numbers(capsys, data, "--model", model, *FEW)
    assert ("difference_by_method", "cost", "new", "uncut") not in found


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--mnar", "qualy:-0.05"), "expected one of cost, quarter_1"),
        (("--mnar", "qaly:much"), "expected a shift such as +10%"),
        (("--mnar", "qaly:-0.05:old"), "expected one of the arms usual, new"),
        (("--mnar", "qaly:+1e300"), "expected a shift such as +10%"),
        (("--mnar", "qaly:-100%"), "nothing is left below -100%"),
        (("--imputations", "1"), "expected auto, or 2 to 10,000 imputations"),
        (("--interval", "normal"), "--interval must be one of rubin, bootstrap"),
        (("--outcome", "job"), "--outcome job: no outcome is called that"),
        (("--min-cell", "0"), "expected 1 to 1,000 persons"),
    ],
)
def test_what_does_not_fit_is_refused(options: tuple[str, ...], said: str, capsys: Capture) -> None:
    assert said in refused(capsys, DATA, "--model", MODEL, *options)


def test_stdin_is_read_once(capsys: Capture) -> None:
    assert "stdin can be read once" in refused(capsys, "-", "--model", "-")


@pytest.mark.parametrize(
    "amiss", [{"imputations": 1}, {"bootstraps": 0}, {"min_cell": 0}, {"seed": -1}]
)
def test_python_is_held_to_the_same_limits(amiss: dict[str, Any]) -> None:
    with pytest.raises(AskedError, match="is from"):
        ipscost.analyse(DATA, MODEL, **amiss)


def test_the_same_from_python(tmp_path: Path) -> None:
    out = tmp_path / "ours.yaml"
    answer = ipscost.analyse(DATA, MODEL, imputations=4, wtp=30000, out=out)
    assert answer.headline[0].startswith("Intervention costs society")
    assert "main" not in set(answer.frame()["method"].dropna())
    assert ipscost.load(out).arms["new"].n == 107
    with pytest.raises(ipscost.AskedError, match="interval is of rubin, bootstrap"):
        ipscost.analyse(DATA, MODEL, interval="normal")
    with pytest.raises(
        TypeError, match=r"not a DataFrame; write data\.to_csv\('persons\.csv'"
    ) as told:
        ipscost.analyse(pd.DataFrame(people()), MODEL)  # type: ignore[arg-type]
    assert len(str(told.value)) < 150, "rows of persons are not shown"


def test_a_table_where_the_model_belongs_is_not_read_as_one(
    tmp_path: Path, capsys: Capture
) -> None:
    """What is wrong with a scenario quotes its lines, and these are of persons."""
    data = tmp_path / "persons.csv"
    data.write_text("id;cost\n1: [secret;12\n", encoding="utf-8")
    for turned in ((MODEL, "--model", data), (data, "--model", data)):
        text = refused(capsys, *turned)
        assert "write ipscost analyse TABLE --model MODEL.yaml" in text
        assert "secret" not in text


def test_a_long_wait_is_told_at_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    with Waiting("en", after=0):
        pass
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    told = Event()
    monkeypatch.setattr(sys.stderr, "flush", told.set)
    with Waiting("da", after=0):
        assert told.wait(10)
    text = capsys.readouterr().err
    assert text.startswith("\rRegner: 0 s")
    assert text.endswith(" \r")
