"""simulate --engine persons: what it says of the intervals, and what it refuses."""

from __future__ import annotations

import json

import numpy as np
import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.estimates import View
from ipscost.analysis.persons import between_persons, savings
from ipscost.cli import main

COMMAND = ["simulate", "inklusion-ips", "--draws", "20", "--engine", "persons", "--persons", "400"]


def said(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main([*COMMAND, *more]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_heterogeneity_and_chance_are_named_apart(capsys: pytest.CaptureFixture[str]) -> None:
    run = ipscost.simulate(
        ipscost.load("inklusion-ips"), Settings(draws=20, engine="persons", persons=400)
    )
    found = between_persons(run, "ips", View(run, "societal").weight())
    assert found is not None
    assert found.chance == pytest.approx(found.heterogeneity / 20)
    text = said(capsys)
    assert "400 people are followed in each draw, the same in every arm; the estimate is" in text
    assert "is the expected value. Heterogeneity:" in text
    assert f"{found.heterogeneity:,.0f} kr. with IPS (chance: {found.chance:,.0f} kr.)" in text
    assert "and not how people differ" in text
    assert "A rough guide: how people differ is derived, not published" in text
    rows = json.loads(said(capsys, "--format", "json"))["rows"]
    apart = {row["measure"]: row["mean"] for row in rows if row["path"] == "cost"}
    assert apart["sd_of_saving"] == pytest.approx(found.heterogeneity)
    assert apart["chance_of_saving"] == pytest.approx(found.chance)


def test_it_is_said_in_danish(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "--lang", "da", "--notes")
    assert "400 personer følges i hver trækning, de samme i alle grupper; estimatet" in text
    assert "er den forventede værdi. Heterogenitet:" in text
    assert "Alle har gennemsnittet, da det ikke vides, hvordan personer er forskellige:" in text


def test_the_saving_of_persons_adds_up_to_that_of_the_answer() -> None:
    run = ipscost.simulate(
        ipscost.load("inklusion-ips"), Settings(draws=0, engine="persons", persons=400)
    )
    view = View(run, "societal")
    found = savings(run, "ips", view.weight())
    assert found is not None
    chance = found.std() / found.size**0.5
    assert abs(found.mean() + view.total("ips").point) < 4 * chance
    expected = ipscost.simulate(run.scenario, Settings(draws=0))
    assert savings(expected, "ips", view.weight()) is None
    assert np.unique(found).size > 300


def test_the_usual_engine_says_nothing_of_persons(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "inklusion-ips", "--draws", "20", "--notes"]) == 0
    assert "followed in each draw" not in capsys.readouterr().out


def test_a_machine_reads_the_same_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMAND, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--persons", "50"], "--persons is of --engine persons; add --engine persons"),
        (["--engine", "people"], "--engine must be one of expected, persons, not 'people'"),
        (["--engine", "persons", "--persons", "0"], "expected 1 to 10,000,000 persons, found '0'"),
        (["--engine", "persons", "--persons", "1.000"], "expected a whole number, found '1.000'"),
    ],
)
def test_what_makes_no_sense_is_refused(
    capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert main(["simulate", "inklusion-ips", "--draws", "0", *options]) == 2
    assert told in " ".join(capsys.readouterr().err.replace("│", " ").split())


def test_what_nobody_knows_is_no_spread_of_0(capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--draws", "2", "--engine", "persons", "--persons", "9"]
    assert main(["simulate", "inklusion-ipse", *few]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "The saving is the same for each of them, since it is not known" in text
    assert "standard deviation" not in text


def test_one_person_and_one_result_are_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    assert "One person is followed in each draw" in said(capsys, "--persons", "1")
    text = said(capsys, "--draws", "0")
    assert "Heterogeneity:" in text
    assert "The intervals hold" not in text


def test_cost_and_effect_can_be_told_of_persons(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["cea", "inklusion-ips", "--outcome", "qaly", "--draws", "20"]
    assert main([*command, "--engine", "persons", "--persons", "100"]) == 0
    assert "100 people are followed in each draw" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("option", ["--engine", "--persons"])
def test_a_command_that_follows_nobody_says_which_does(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["payers", "inklusion-ips", option, "5"]) == 2
    assert "followed in simulate and cea" in " ".join(capsys.readouterr().err.split())


def test_python_names_the_engine() -> None:
    scenario = ipscost.load("inklusion-ips")
    run = ipscost.simulate(scenario, Settings(draws=0, persons=20), engine="persons")
    assert run.record.engine == "persons"
    assert run.people is not None
