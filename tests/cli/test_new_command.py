"""ipscost new: a scenario to start from, in English or Danish, with what a municipality needs."""

from __future__ import annotations

from pathlib import Path

import pytest

import ipscost
from ipscost.cli import main
from ipscost.loading.text.shipped import template
from ipscost.report.simulate.summary import summary
from ipscost.words import LANGUAGES
from ipscost.words.text import tell


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_scenario_is_checked_without_a_warning_and_runs(
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "ours", "--lang", language]) == 0
    assert main(["check", "ours.yaml", "--strict"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["simulate", "ours.yaml", "--draws", "50", "--lang", language]) == 0
    shown = capsys.readouterr().out
    whose = {"en": "For young people", "da": "For unge"}[language]
    assert shown.startswith(whose)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_a_new_scenario_is_an_assumption_to_replace(
    language: str, tmp_path: Path
) -> None:
    (tmp_path / "ours.yaml").write_text(template("ours", language), encoding="utf-8")
    scenario = ipscost.load(tmp_path / "ours.yaml", strict=True)
    word = {"en": "placeholder", "da": "pladsholder"}[language]
    assert len(scenario.quantities) == 15
    for quantity in scenario.quantities:
        assert quantity.sure == "assumed", quantity.path
        assert quantity.assumption is not None
        assert quantity.assumption.tell(language).startswith(word), quantity.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_scenario_has_what_a_municipality_comes_for(language: str, tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(template("ours", language), encoding="utf-8")
    scenario = ipscost.load(tmp_path / "ours.yaml")
    found = {category.path: category for category in scenario.categories}
    programme, benefits = found["cost.programme"], found["cost.benefits"]
    assert programme.price is not None  # a salary a month, times months of a consultant
    assert programme.arms["ips"].value == pytest.approx(12 / 20)
    assert benefits.kind == "transfer"
    assert set(benefits.payers) == {"municipality", "state"}
    assert "cost.jobcenter" in found
    assert scenario.population is not None
    assert scenario.people == 60
    assert "prices: [" in template("ours", language)


def test_both_templates_say_the_same_numbers(tmp_path: Path) -> None:
    runs = []
    for language in LANGUAGES:
        (tmp_path / f"{language}.yaml").write_text(template("ours", language), encoding="utf-8")
        runs.append(ipscost.load(tmp_path / f"{language}.yaml"))
    english, danish = ([(q.path, q.value) for q in each.quantities] for each in runs)
    assert sorted(english) == sorted(danish)


def test_a_danish_template_gives_danish_sentences(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(template("ours", "da"), encoding="utf-8")
    scenario = ipscost.load(tmp_path / "ours.yaml", ["perspective=municipality"])
    run = ipscost.simulate(scenario, ipscost.Settings(draws=50))
    headline = " ".join(tell(each, "da") for each in summary(run).headline)
    assert "ventes IPS at koste kommunen" in headline
    assert "end den vanlige indsats" in headline


def test_new_tells_in_danish_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "vores", "--lang", "da"]) == 0
    assert capsys.readouterr().out == (
        "skrev vores.yaml (og ipscost.schema.json til jeres editor)\n"
        "ret den til, og kør så: ipscost check vores.yaml && ipscost simulate vores.yaml\n"
    )
    assert main(["new", "flere", "--lang", "da"]) == 0
    assert "(ipscost.schema.json fandtes i forvejen og er uændret)" in capsys.readouterr().out
    assert main(["check", "vores.yaml", "--lang", "da"]) == 0
    assert "vores.yaml: i orden (indsatser: 2; " in capsys.readouterr().out
    assert main(["check", "inklusion-ips", "--lang", "da"]) == 0
    assert "i orden, men med 1 advarsel (" in capsys.readouterr().out
