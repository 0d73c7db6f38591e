"""The workbook of a scenario whose effect is carried over: it computes what ipscost does."""

from __future__ import annotations

from pathlib import Path

import office
import pytest
from carried_texts import EFFECTS, MODEL_WAYS, POOLED, SHARE, WEIGHT, carried, of_states

from ipscost import Settings, load, simulate
from ipscost.book.build import parts_of
from ipscost.book.uncertainty import CHANCE, MEAN


def apart(source: str, at_least: set[str], **ratios: float) -> list[str]:
    """The results of a workbook, with hazard ratios at others, that are not those of ipscost."""
    parts = parts_of(simulate(load(source), Settings(draws=0)), "en")
    for path, value in ratios.items():
        parts.inputs.values[path].content = value
    for cell in (cell for sheet in parts.book.sheets for cell in sheet.cells):
        cell._value = None
    told = dict(office.results(parts))
    settings = [f"{path}.hazard_ratio={value}" for path, value in ratios.items()]
    expected = dict(office.expected(source, settings))
    assert told.keys() >= at_least
    return [
        f"{what}: {told[what].number} and {expected[what]}"
        for what in told.keys() & expected.keys()
        if told[what].number != pytest.approx(expected[what], abs=1e-9)
    ]


@pytest.mark.parametrize("scale", EFFECTS)
def test_a_workbook_carries_over_what_ipscost_does(scale: str, tmp_path: Path) -> None:
    file = tmp_path / "study.yaml"
    effect, interval = EFFECTS[scale]
    pooled = POOLED % (effect, interval)
    with_se = pooled.replace(f"interval: [{interval}]", "se: 0.05")
    of_place = pooled.replace("interval", "prediction_interval")
    for way in (SHARE, pooled, with_se, of_place, WEIGHT):
        file.write_text(carried(scale, way), encoding="utf-8")
        assert apart(str(file), {"ips saving", "ips outcome.job", "ips outcome.weeks"}) == []


def test_a_workbook_of_a_model_of_states_carries_over_in_its_moves(tmp_path: Path) -> None:
    for way in MODEL_WAYS:
        file = tmp_path / "states.yaml"
        file.write_text(of_states(way), encoding="utf-8")
        assert apart(str(file), {"ips saving", "ips outcome.weeks"}) == []


def test_a_workbook_carries_a_share_of_a_ratio_that_the_file_has_at_1(tmp_path: Path) -> None:
    file = tmp_path / "states.yaml"
    arms = "usual: {mean: 0.5}, ips: {hazard_ratio: 1}"
    text = of_states(MODEL_WAYS[0]).replace("all: {mean: 0.5, se: 0.1}", arms)
    file.write_text(text, encoding="utf-8")
    for value in (1.0, 0.6):
        ratio = {"model.transition.job.benefit.ips": value}
        assert apart(str(file), {"ips saving"}, **ratio) == []


def test_a_workbook_of_a_horizon_that_is_not_known() -> None:
    assert apart("wsipp", {"ips saving"}) == []


@pytest.mark.parametrize("share", ["share: 0.5", "share: {mean: 0.5, se: 0.2, source: study}"])
def test_a_workbook_claims_no_probability_of_a_guess(share: str, tmp_path: Path) -> None:
    file = tmp_path / "study.yaml"
    file.write_text(carried("points", f"  {share}"), encoding="utf-8")
    book = parts_of(simulate(load(str(file)), Settings(draws=200)), "en").book
    (sheet,) = (each for each in book.sheets if each.key == "uncertainty")
    chances = [cell for cell in sheet.cells if cell.column == CHANCE and cell.row > 4]
    assert bool(chances) == ("se:" in share)


def test_a_workbook_claims_no_probability_that_was_made() -> None:
    book = parts_of(simulate(load("inklusion-ips"), Settings(draws=200)), "en").book
    (sheet,) = (each for each in book.sheets if each.key == "uncertainty")
    chances = {cell.row for cell in sheet.cells if cell.column == CHANCE and cell.row > 4}
    means = sorted(cell.row for cell in sheet.cells if cell.column == MEAN and cell.row > 4)
    assert means[0] not in chances  # the total: its uncertainty was made to give a published p
    assert chances < {*means}
    assert chances
