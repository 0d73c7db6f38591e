"""The workbook of a scenario whose effect is carried over: it computes what ipscost does."""

from __future__ import annotations

from pathlib import Path

import office
import pytest
from carried_texts import EFFECTS, POOLED, SHARE, WEIGHT, carried

from ipscost import Settings, load, simulate
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


def test_a_model_of_states_whose_effect_is_carried_over_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "states.yaml"
    text = "ipscost: 1\ntitle: Half\nextends: labour-market-ips\n"
    file.write_text(f"{text}transfer: {{scale: hazard_ratio, share: 0.5}}\n", encoding="utf-8")
    with pytest.raises(AskedError, match="cannot follow an effect that is carried"):
        check_supported(load(file))
