"""Ladders over states that nobody leaves, and room that is written before it is read."""

from __future__ import annotations

from math import inf
from typing import Any

import model_builders as mb
import numpy as np
import pytest

import ipscost
from ipscost import Ledger, Settings
from ipscost.engines import clocks, walk
from ipscost.scenario.model import TimeBand

MONTHS = 6


def ledger(counting: str = "start", **bands: Any) -> Ledger:
    """A krone for each month in a band; a third begins in retirement, which nobody leaves."""
    model = mb.model(
        [mb.state("work", "rest"), mb.state("retired", 1 / 3, death=True)],
        [mb.move("work", "retired", 0.2)],
        counting=counting,
        years=MONTHS / 12,
    )
    categories = [
        mb.category(name, MONTHS, mb.rule("in", [state], 1.0), band=band)
        for name, (state, band) in bands.items()
    ]
    found = mb.scenario(model, categories, months=MONTHS)
    return ipscost.simulate(found, Settings(draws=0)).point


def test_those_who_begin_in_a_state_that_nobody_leaves_are_on_its_ladder() -> None:
    first, later = (
        TimeBand(("retired",), low / 12, high, 0.0, entry=False)
        for low, high in ((0, 2 / 12), (2, inf))
    )
    found = ledger(first=("retired", first), later=("retired", later))
    work = [2 / 3 * 0.8**month for month in range(MONTHS + 1)]
    entered = [1 / 3, *(0.2 * share for share in work[: MONTHS - 1])]  # by month, the start first
    months = [MONTHS - month for month in range(MONTHS)]
    early = sum(share * min(left, 2) for share, left in zip(entered, months, strict=True))
    late = sum(share * max(left - 2, 0) for share, left in zip(entered, months, strict=True))
    assert found.present_value[0, :, 0] == pytest.approx([early, late], rel=1e-12)


def test_a_ladder_is_climbed_in_work_and_in_retirement() -> None:
    band = TimeBand(("work", "retired"), 3 / 12, inf, 0.0, entry=False)
    found = ledger(work=("work", band), retired=("retired", band))
    work = [2 / 3 * 0.8**month for month in range(MONTHS)]
    expected = [sum(work[3:]), sum(1 - share for share in work[3:])]
    assert found.present_value[0, :, 0] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("counting", ["start", "half_cycle", "simpson"])
def test_no_number_is_read_before_it_is_written(
    counting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bands = {
        "early": ("work", TimeBand(("work",), 0.0, 2 / 12, 0.0, entry=False)),
        "late": ("work", TimeBand(("work",), 2 / 12, 4 / 12, 0.0, entry=False)),
        "climb": ("retired", TimeBand(("retired",), 1 / 12, 5 / 12, 0.0, entry=False)),
        "fresh": ("retired", TimeBand(("retired",), 0.0, 2 / 12, 0.0, entry=True)),
    }
    usual = ledger(counting, **bands).amount

    def full(shape: Any, *_: Any) -> Any:
        return np.full(shape, np.nan)

    for module in (clocks, walk):
        monkeypatch.setattr(module.np, "empty", full)
        monkeypatch.setattr(module.np, "empty_like", lambda like: np.full(like.shape, np.nan))
    assert ledger(counting, **bands).amount.tobytes() == usual.tobytes()


@pytest.mark.parametrize("counting", ["start", "half_cycle", "simpson"])
def test_a_state_in_which_one_arm_alone_begins_is_on_its_ladder(counting: str) -> None:
    places = [
        mb.state("work", "rest"),
        mb.state("sick", {"usual": 0.0, "ips": 0.25}),
        mb.state("old"),
    ]
    model = mb.model(places, [mb.move("sick", "work", 0.5)], counting=counting, years=MONTHS / 12)
    bands = [
        mb.category(name, MONTHS, mb.rule("in", ["sick"], 1.0), band=band)
        for name, band in (
            ("ladder", TimeBand(("sick", "old"), 0.0, 60.0, 0.0, entry=False)),
            ("plain", None),
        )
    ]
    found = ipscost.simulate(mb.scenario(model, bands, months=MONTHS), Settings(draws=0)).point
    assert found.present_value[0, :, 0].tolist() == [0, 0]
    assert found.present_value[1, 0, 0] == pytest.approx(found.present_value[1, 1, 0], rel=1e-12)
    assert found.present_value[1, 1, 0] > 0.25
