"""The steps of the shipped ladder, were people not past the last one, by every history.

The scenario has outcomes up to month 30, and its costs end with month 18: what the ladder counts
must not hang on that.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from forms import ARMS, JOB_SHARE, WEEKS_A_MONTH
from labour import run, values

MONTHS = 18
EDGES = (0.0, 4.0, 26.0, 52.0, np.inf)


def on_steps(arm: str, start: float) -> np.ndarray:
    """Months on each step: people apart by the half months on benefit that are behind them."""
    found, numbers = np.zeros(4), values()
    leave = 1 - np.exp(-numbers["rate"] * {"sau": 1.0, **ratios(numbers)}[arm])
    lose = 1 - np.exp(-numbers["exit"])
    people = {("benefit", 0): 1.0}
    for month in range(MONTHS + 1):
        halves = 1 if month in (0, MONTHS) else 2
        moved: dict[tuple[str, int], float] = defaultdict(float)
        for (state, behind), share in people.items():
            if state != "benefit":
                moved[state, behind] += share * (1 - lose)
                moved["benefit", behind] += share * lose
                continue
            begin = start + behind * WEEKS_A_MONTH / 2
            end = begin + halves * WEEKS_A_MONTH / 2
            for step in range(4):
                within = min(end, EDGES[step + 1]) - max(begin, EDGES[step])
                found[step] += share * max(within, 0.0) / WEEKS_A_MONTH
            moved["benefit", behind + halves] += share * (1 - leave)
            moved["job", behind + halves] += share * leave * JOB_SHARE
            moved["education", behind + halves] += share * leave * (1 - JOB_SHARE)
        people = moved
    return found


def ratios(numbers: dict[str, float]) -> dict[str, float]:
    return {arm: numbers[f"ratio_{arm}"] for arm in ARMS[1:]}


@pytest.mark.parametrize("start", [0, 20, 40.5])
def test_each_step_has_the_time_that_every_history_spends_on_it(start: float) -> None:
    found = run(f"ladder.reimbursement.weeks_at_start.mean={start}").point
    names = ("weeks_1_to_4", "weeks_5_to_26", "weeks_27_to_52", "after")
    for place, arm in enumerate(ARMS):
        hand = on_steps(arm, start)
        amounts = np.zeros(4)
        for step, name in enumerate(names):
            if f"cost.benefits.{name}" in found.categories:
                index = found.categories.index(f"cost.benefits.{name}")
                amounts[step] = found.present_value[place, index, 0]
        assert amounts / amounts.sum() == pytest.approx(hand / hand.sum(), rel=1e-6, abs=1e-12)
