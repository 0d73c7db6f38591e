"""The workbook of a scenario whose effect is carried over: it computes what ipscost does."""

from __future__ import annotations

from pathlib import Path

import office
import pytest
from carried_texts import EFFECTS, POOLED, SHARE, WEIGHT, carried

from ipscost import Scenario, Settings, load, simulate
from ipscost.book.build import check_supported, parts_of
from ipscost.errors import AskedError


def apart(source: str) -> list[str]:
    """The results of a workbook that are not those of ipscost."""
    parts = parts_of(simulate(load(source), Settings(draws=0)), "en")
    told = dict(office.results(parts))
    expected = dict(office.expected(source, []))
    assert told.keys() >= {"ips saving", "ips outcome.job", "ips outcome.weeks"}
    return [
        f"{what}: {told[what].number} and {expected[what]}"
        for what in told.keys() & expected.keys()
        if told[what].number != pytest.approx(expected[what], abs=1e-9)
    ]


@pytest.mark.parametrize("scale", EFFECTS)
def test_a_workbook_carries_over_what_ipscost_does(scale: str, tmp_path: Path) -> None:
    file = tmp_path / "study.yaml"
    effect, interval = EFFECTS[scale]
    for way in (SHARE, POOLED % (effect, interval), WEIGHT):
        file.write_text(carried(scale, way), encoding="utf-8")
        assert apart(str(file)) == []


def of_states(transfer: str) -> Scenario:
    """A model of states whose effect is carried over."""
    return load("labour-market-ips", [f"transfer={{scale: hazard_ratio, {transfer}}}"])


def test_the_moves_of_a_model_of_states_follow_the_share() -> None:
    run = simulate(of_states("share: 0.5"), Settings(draws=0))
    parts, point = parts_of(run, "en"), run.point
    own = point.weight(run.scenario.perspective) @ point.difference("ips")[:, 0]
    assert parts.results.saving["ips"].number == pytest.approx(-own)
    assert parts.inputs.values["transfer.share"] in parts.results.saving["ips"].sources


def test_a_pooled_effect_in_a_model_of_states_is_refused() -> None:
    pooled = "pooled: {hazard_ratio: 1.2, source: park2022}"
    with pytest.raises(AskedError, match="follows a share of the trial's effect, and no other"):
        check_supported(of_states(pooled))
