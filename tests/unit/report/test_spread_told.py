"""The numbers of how persons differ: explained, changed and listed like any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import ipscost
from ipscost import Settings
from ipscost.cli import app
from ipscost.report.page.inputs import _rows
from ipscost.report.spread import below, spread_names
from ipscost.words.text import typed

TEXT = """\
ipscost: 1
title: Ours
extends: inklusion-ips
spread:
  assumption: a guess
  cost:
    psychiatric.hospital: {cv: {mean: 1.4, se: 0.2}, zero: 0.3}
    total: {sd: 34000, unit: EUR_2016/person}
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("spread") / "ours.yaml"
    found.write_text(TEXT, encoding="utf-8")
    return found


def test_the_numbers_of_a_spread_have_names(file: Path) -> None:
    scenario = ipscost.load(file)
    hospital = "spread.cost.psychiatric.hospital"
    assert below(scenario, hospital) == (f"{hospital}.cv", f"{hospital}.zero")
    assert below(scenario, f"{hospital}.cv") == (f"{hospital}.cv",)
    assert below(scenario, "spread.cost.total") == ("spread.cost.total.sd",)
    names = spread_names(scenario)
    assert "spread.cost.productivity.sd" not in names  # what is stated of the sum is used
    assert names["spread.outcome.qaly.sd"].derived is not None


def test_how_a_spread_is_derived_is_explained() -> None:
    found = CliRunner().invoke(app, ["explain", "inklusion-ips", "spread.outcome.qaly"])
    assert found.exit_code == 0
    assert "0.0244008 / √(1/243 + 1/239) = 0.267844" in " ".join(found.output.split())


def test_the_page_lists_what_is_stated(file: Path) -> None:
    rows = {row.path: row for row in _rows(ipscost.load(file))}
    assert rows["spread.cost.total.sd"].cells[0] == typed(34000.0)
    assert "spread.outcome.qaly.sd" not in rows


def test_a_spread_is_changed_like_any_number(file: Path) -> None:
    scenario = ipscost.load(file, ["spread.cost.psychiatric.hospital.zero=0.1"])
    assert scenario.spread is not None
    spread = scenario.spread.by_path["cost.psychiatric.hospital"]
    assert spread.zero is not None
    assert spread.zero.value == 0.1


def test_what_is_held_is_said(file: Path) -> None:
    run = ipscost.simulate(ipscost.load(file), Settings(20, 1, engine="persons", persons=50))
    text = " ".join(ipscost.summary(run).render().split())
    assert "the uncertainty of spread.cost.psychiatric.hospital.cv is not in the intervals" in text
    assert "that of what people cost: ipscost power" in text
