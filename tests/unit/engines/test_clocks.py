"""Clocks of the cohort against every history of single persons, one by one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from math import inf

import model_builders as mb
import numpy as np
import pytest

import ipscost
from ipscost import Ledger, Scenario, Settings
from ipscost.model import Course, Rung

STATES = ("benefit", "job", "dead")
CYCLES = 6
MATRIX = np.array([[0.6, 0.3, 0.1], [0.35, 0.6, 0.05], [0.0, 0.0, 1.0]])
START = np.array([0.7, 0.3, 0.0])


def scenario(counting: str, *rungs: Rung, state: str = "benefit", **more: object) -> Scenario:
    """Six monthly cycles; a category a rung of one krone per year spent on it."""
    model = mb.model(
        [mb.state("benefit", 0.7), mb.state("job", "rest"), mb.state("dead", death=True)],
        [
            mb.move("benefit", "job", 0.3),
            mb.move("benefit", "dead", 0.1),
            mb.move("job", "benefit", 0.35),
            mb.move("job", "dead", 0.05),
        ],
        counting=counting,
        years=CYCLES / 12,
    )
    categories = [
        mb.category(f"r{i}", CYCLES, mb.rule("in", [state], 1.0, years=1.0), rung=rung)
        for i, rung in enumerate(rungs)
    ]
    return mb.scenario(model, categories, months=CYCLES, **more)  # type: ignore[arg-type]


def point(found: Scenario) -> Ledger:
    """The ledger at the expected values."""
    return ipscost.simulate(found, Settings(draws=0)).point


def histories(cycles: int = CYCLES) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Every way through the states, with its probability."""
    for path in itertools.product(range(3), repeat=cycles + 1):
        chance = START[path[0]]
        for a, b in itertools.pairwise(path):
            chance *= MATRIX[a, b]
        if chance:
            yield float(chance), path


def weights(counting: str) -> list[float]:
    """How many cycles each point weighs."""
    return {
        "start": [1, 1, 1, 1, 1, 1, 0],
        "end": [0, 1, 1, 1, 1, 1, 1],
        "half_cycle": [1 / 2, 1, 1, 1, 1, 1, 1 / 2],
        "simpson": [1 / 3, 4 / 3, 2 / 3, 4 / 3, 2 / 3, 4 / 3, 1 / 3],
    }[counting]


def overlap(low: float, high: float, start: float, end: float) -> float:
    """How much of the time from `start` to `end` lies between `low` and `high`."""
    return max(min(end, high) - max(start, low), 0.0)


@pytest.mark.parametrize("counting", ["start", "end", "half_cycle", "simpson"])
@pytest.mark.parametrize("behind", [0.0, 0.7, 2.5])
def test_a_ladder_pays_for_the_time_that_each_history_spends_on_each_rung(
    counting: str, behind: float
) -> None:
    bounds = [0.0, 1.0, 2.6, inf]
    rungs = [
        Rung(("benefit",), low / 12, high / 12, behind / 12, entry=False)
        for low, high in itertools.pairwise(bounds)
    ]
    ledger = point(scenario(counting, *rungs))
    hand = np.zeros(3)
    for chance, path in histories():
        clock = behind
        for weight, place in zip(weights(counting), path, strict=True):
            if place == 0:
                spent = [
                    overlap(low, high, clock, clock + weight)
                    for low, high in itertools.pairwise(bounds)
                ]
                hand += chance * np.array(spent) / 12
                clock += weight
    assert ledger.present_value[0, :, 0] == pytest.approx(hand, rel=1e-12)


@pytest.mark.parametrize("counting", ["start", "end", "half_cycle", "simpson"])
def test_the_rungs_of_a_ladder_sum_to_the_time_in_the_state(counting: str) -> None:
    rungs = [Rung(("benefit", "job"), low, low + 0.1, 0.05, entry=False) for low in (0.0, 0.1)]
    rungs.append(Rung(("benefit", "job"), 0.2, inf, 0.05, entry=False))
    whole = Rung(("benefit", "job"), 0.0, inf, 0.05, entry=False)
    found = point(scenario(counting, *rungs, whole)).present_value[0, :, 0]
    assert found[:3].sum() == pytest.approx(found[3], rel=1e-12)


def test_a_ladder_past_its_last_step_is_all_time_in_the_state() -> None:
    past = Rung(("benefit",), 0.5, inf, 2.0, entry=False)
    found = point(scenario("half_cycle", past, Rung(("benefit",), 0.0, inf, 0.0, entry=False)))
    assert found.present_value[0, 0, 0] == found.present_value[0, 1, 0]


def test_time_outside_the_states_does_not_move_the_clock() -> None:
    rung = Rung(("benefit",), 0.0, 1 / 12, 0.0, entry=False)
    everybody = point(scenario("start", rung)).present_value[0, 0, 0]
    ever = sum(chance for chance, path in histories() if 0 in path[:-1])
    assert everybody == pytest.approx(ever / 12, rel=1e-12)


@pytest.mark.parametrize("months", [1.0, 2.0, 2.4, 9.0])
@pytest.mark.parametrize("counting", ["start", "end", "half_cycle"])
def test_friction_counts_the_first_months_after_each_entry(counting: str, months: float) -> None:
    limit = Rung(("job",), 0.0, months / 12, 0.0, entry=True)
    later = Rung(("job",), months / 12, inf, 0.0, entry=True)
    ledger = point(scenario(counting, limit, later, state="job"))
    early = late = 0.0
    for chance, path in histories():
        age = inf  # those who begin in a job are past it
        for weight, (before, place) in zip(
            weights(counting), itertools.pairwise((path[0], *path)), strict=True
        ):
            if place == 1:
                age = 0.0 if before != 1 else age + 1
                spent = overlap(0, months, age, age + 1) if age < inf else 0.0
                early += chance * weight * spent / 12
                late += chance * weight * (1 - spent) / 12
    assert ledger.present_value[0, :, 0] == pytest.approx([early, late], rel=1e-12)


@pytest.mark.parametrize("states", [("job",), ("dead",), ("job", "dead"), ("benefit",)])
@pytest.mark.parametrize("month", [0, 3, 6, 8])
def test_ever_counts_each_history_once_however_often_it_enters(
    states: tuple[str, ...], month: int
) -> None:
    found = scenario("half_cycle")
    course = mb.outcome("ever", CYCLES, course=Course("ever", states, month, 1.0), unit="share")
    ledger = point(mb.scenario(found.model, (), [course], months=CYCLES))  # type: ignore[arg-type]
    places = {STATES.index(name) for name in states}
    hand = sum(chance for chance, path in histories(month) if places & set(path))
    assert ledger.present_outcome[0, 0, 0] == pytest.approx(hand, rel=1e-12)


def test_a_state_that_is_not_of_the_ladder_is_refused() -> None:
    rung = Rung(("benefit",), 0.0, 0.1, 0.0, entry=False)
    with pytest.raises(ValueError, match="job is not one of the states of its ladder"):
        point(scenario("start", rung, state="job"))
