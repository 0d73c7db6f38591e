"""evidence --pool: what a reader sees of studies as one, what is left out, and what is refused."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pooled_texts
import pytest
import yaml

import ipscost
from ipscost.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pooled")
    pooled_texts.write(folder)
    return folder


@pytest.fixture(autouse=True)
def _there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    monkeypatch.setenv("COLUMNS", "80")


def asked(*arguments: str, measure: str = "risk_ratio") -> list[str]:
    """Arguments of a pool; words without a dash are studies."""
    files = [f"{each}.yaml" for each in arguments if not each.startswith("-")]
    options = [each for each in arguments if each.startswith("-")]
    return ["evidence", *files, *options, "--pool", measure, "--draws", "20"]


def shown(capsys: Capture, *arguments: str, measure: str = "risk_ratio") -> str:
    assert main(asked(*arguments, measure=measure)) == 0
    return capsys.readouterr().out


def refused(capsys: Capture, *arguments: str) -> str:
    assert main(asked(*arguments)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return " ".join(captured.err.split())


def test_the_answer_fits_a_screen_and_tells_a_new_place_from_the_average(capsys: Capture) -> None:
    told = shown(capsys, "alpha", "beta", "gamma")
    lines = told.splitlines()
    assert max(map(len, lines)) <= 80
    rows = [" ".join(line.split()) for line in lines]
    assert "USA beta transitional work 1.66 (1.28 to 2.16) 29%" in rows
    assert "All, on average 1.36 (0.91 to 2.03) 100%" in rows
    assert "A new place 1.36 (0.77 to 2.41) -" in rows
    sentences = " ".join(told.split())
    assert (
        "In a new place the effect may be 0.77 to 2.41 (95% prediction interval), so" in sentences
    )
    assert "- Plan for the whole range of 0.77 to 2.41" in sentences
    assert "3 evaluations hardly tell how far places differ" in sentences


def test_danish_says_the_same_in_points(capsys: Capture) -> None:
    told = shown(capsys, "alpha", "beta", "gamma", "--lang=da", "--notes", measure="difference")
    assert max(map(len, told.splitlines())) <= 80
    sentences = " ".join(told.split())
    assert "Forskel, samlet: +12,6 procentpoint i gennemsnit på tværs af steder" in sentences
    assert "På et nyt sted kan effekten være" in sentences
    assert "Uden én evaluering ad gangen" in sentences
    assert "difference: 0.12" in sentences


def test_each_group_of_people_is_in_a_pool_once_and_what_is_not_is_named(capsys: Capture) -> None:
    names = ("alpha", "beta", "gamma", "arm", "gamma2", "unsure", "review")
    told = shown(capsys, *names, "--notes")
    rows = [" ".join(line.split()) for line in told.splitlines()]
    assert "DNK arm shares people with DNK alpha" in rows
    assert "GBR gamma2 shares people with GBR gamma" in rows
    assert "SWE unsure it does not say how sure its effect is" in rows
    assert "FIN review a model or a review, no study of people" in rows
    assert "All, on average 1.36 (0.91 to 2.03) 100%" in rows
    assert "4 evaluations could not be pooled" in told


def test_the_lines_for_a_scenario_are_lines_of_one(capsys: Capture) -> None:
    for measure, scale in (("odds_ratio", "odds_ratio"), ("difference", "points")):
        told = shown(capsys, "alpha", "beta", measure=measure)
        text = told[told.index("transfer:") :].partition("\n\n")[0]
        found = yaml.safe_load(text)["transfer"]
        assert found["scale"] == scale
        low, high = found["pooled"]["prediction_interval"]
        assert low < found["pooled"][measure] < high
        assert "2 evaluations" in found["pooled"]["assumption"]


def test_a_scenario_with_the_lines_carries_the_pooled_effect_over(capsys: Capture) -> None:
    told = shown(capsys, "alpha", "beta", "gamma")
    lines = told[told.index("transfer:") :].partition("\n\n")[0]
    own = "ipscost: 1\nextends: inklusion-ips\nname: own\ntitle: Own\n"
    Path("own.yaml").write_text(f"{own}{lines}\n", encoding="utf-8")
    scenario = ipscost.load("own.yaml")
    carried = scenario.transfer
    assert carried is not None
    assert carried.pooled is not None
    assert carried.pooled.value == pytest.approx(1.362)
    assert carried.pooled.dist.ppf(np.array([0.975]))[0] == pytest.approx(2.413, rel=1e-3)


def test_machines_get_the_pool_and_each_study_in_it(capsys: Capture) -> None:
    told = shown(capsys, "alpha", "beta", "gamma", "--format=csv")
    rows = [*csv.DictReader(io.StringIO(told))]
    numbers = {(row["scenario"], row["measure"]): row for row in rows}
    assert float(numbers["evidence", "pooled_effect"]["low"]) == pytest.approx(0.9136, abs=1e-4)
    place = numbers["evidence", "effect_in_a_new_place"]
    assert (float(place["low"]), float(place["high"])) == pytest.approx((0.7692, 2.413), abs=1e-3)
    assert {"tau", "i2", "q"} <= {row["measure"] for row in rows}
    assert sum(float(r["mean"]) for r in rows if r["measure"] == "weight") == pytest.approx(1)
    without = numbers["beta", "pooled_effect_without"]
    assert float(without["mean"]) == pytest.approx(1.267, abs=1e-3)


def test_the_picture_ends_with_the_average_and_a_new_place(capsys: Capture) -> None:
    told = shown(capsys, "alpha", "beta", "--plot")
    *_, mean, place = [line for line in told.splitlines() if "◆" in line]
    assert mean.startswith("All, on average")
    assert place.startswith("A new place")
    assert main([*asked("alpha", "beta"), "--out", "forest.svg"]) == 0
    assert "A new place" in Path("forest.svg").read_text(encoding="utf-8")


REFUSED = {
    ("alpha",): ("only alpha can be pooled", ("beta",)),
    ("alpha", "arm"): (
        "alpha can be pooled: arm is left out (it shares people with alpha)",
        ("beta",),
    ),
    ("unsure", "review"): ("none of 2 evaluations can be pooled", ("alpha", "beta")),
    ("alpha", "other"): ("job (1), any_work (1)", ("--allow=outcome",)),
    ("alpha", "later"): ("18 (1), 24 (1)", ("--allow=horizon",)),
    ("alpha", "nobody"): ("reached in nobody", ("--allow=zero",)),
}


@pytest.mark.parametrize("studies", REFUSED, ids="-".join)
def test_what_is_no_pool_is_refused_with_a_fix_that_works(
    studies: tuple[str, ...], capsys: Capture
) -> None:
    said, fix = REFUSED[studies]
    assert said in refused(capsys, *studies)
    told = shown(capsys, *studies, *fix)
    if fix == ("--allow=zero",):
        assert "half a person was added to each group" in " ".join(told.split())
    elif fix[0].startswith("--"):
        assert "Pooled although" in told


def test_of_unlike_studies_the_largest_alike_group_is_offered(capsys: Capture) -> None:
    said = refused(capsys, "alpha", "beta", "gamma", "later", "other")
    assert "as beta.yaml alpha.yaml gamma.yaml, or add --allow outcome --allow horizon" in said
    shown(capsys, "beta", "alpha", "gamma")
    told = shown(capsys, "alpha", "beta", "later", "other", "--allow=outcome", "--allow=horizon")
    unlike = "Pooled although unlike: the outcomes (job and any work) and when (18 to 24 months)."
    assert unlike in " ".join(told.split())


def test_what_is_no_trial_is_named_with_how_to_leave_it_out(capsys: Capture) -> None:
    told = " ".join(shown(capsys, "alpha", "beta", "cohort").split())
    assert "No randomised trial: NLD cohort. Trials alone: --design trial." in told
    without = shown(capsys, "alpha", "beta", "cohort", "--design=trial")
    assert "NLD cohort" not in without
    assert "from 2 evaluations" in without


def test_words_that_are_no_measure_or_leave_are_refused(capsys: Capture) -> None:
    assert "one of outcome, horizon, zero, not 'x'" in refused(capsys, "alpha", "--allow=x")
    assert main(["evidence", "alpha.yaml", "--pool", "hazard"]) == 2
    assert "--pool must be one of risk_ratio" in capsys.readouterr().err
    assert main(["evidence", "alpha.yaml", "--allow", "zero"]) == 2
    assert "add --pool risk_ratio" in capsys.readouterr().err


def test_a_pooled_picture_explains_its_mark(capsys: Capture) -> None:
    assert main(["evidence", "heslin", "lehman", "--pool", "risk_ratio", "--plot"]) == 0
    said = " ".join(capsys.readouterr().out.partition("Risk ratio in published")[2].split())
    assert "†" in said.partition("├")[0]  # behind its comparator
    assert "† The people in each arm are assumed." in said
