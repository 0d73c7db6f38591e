"""Clocks of the cohort against every history of single persons, one by one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import inf

import builders
import model_builders as mb
import numpy as np
import pytest

import ipscost
from ipscost import Ledger, Scenario, Settings
from ipscost.ledger import summed
from ipscost.scenario.model import StateOutcome, TimeBand
from ipscost.scenario.nouns import Timing

STATES = ("benefit", "job", "dead")
CYCLES = 6
MATRIX = np.array([[0.6, 0.3, 0.1], [0.35, 0.6, 0.05], [0.0, 0.0, 1.0]])
START = np.array([0.7, 0.3, 0.0])


def scenario(
    counting: str,
    *bands: TimeBand,
    state: str = "benefit",
    timing: Timing | None = None,
    **more: object,
) -> Scenario:
    """Six monthly cycles; a category a band of one krone per year spent on it."""
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
    own = {} if timing is None else {"timing": timing}
    categories = [
        mb.category(f"r{i}", CYCLES, mb.rule("in", [state], 1.0, years=1.0), band=band, **own)
        for i, band in enumerate(bands)
    ]
    return mb.scenario(model, categories, months=CYCLES, **more)  # type: ignore[arg-type]


def point(found: Scenario) -> Ledger:
    """The ledger at the expected values."""
    return ipscost.simulate(found, Settings(draws=0)).point


def histories(cycles: int = CYCLES) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Every way through the states, with its probability."""
    for path in itertools.product(range(3), repeat=cycles + 1):
        chance = START[path[0]]
        for a, b in pairwise(path):
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
def test_a_ladder_pays_for_the_time_that_each_history_spends_in_each_band(
    counting: str, behind: float
) -> None:
    bounds = [0.0, 1.0, 2.6, inf]
    bands = [
        TimeBand(("benefit",), low / 12, high / 12, behind / 12, entry=False)
        for low, high in pairwise(bounds)
    ]
    ledger = point(scenario(counting, *bands))
    hand = np.zeros(3)
    for chance, path in histories():
        clock = behind
        for weight, place in zip(weights(counting), path, strict=True):
            if place == 0:
                spent = [
                    overlap(low, high, clock, clock + weight) for low, high in pairwise(bounds)
                ]
                hand += chance * np.array(spent) / 12
                clock += weight
    assert ledger.present_value[0, :, 0] == pytest.approx(hand, rel=1e-12)


@pytest.mark.parametrize("counting", ["start", "end", "half_cycle", "simpson"])
def test_the_bands_of_a_ladder_sum_to_the_time_in_the_state(counting: str) -> None:
    bands = [TimeBand(("benefit", "job"), low, low + 0.1, 0.05, entry=False) for low in (0.0, 0.1)]
    bands.append(TimeBand(("benefit", "job"), 0.2, inf, 0.05, entry=False))
    whole = TimeBand(("benefit", "job"), 0.0, inf, 0.05, entry=False)
    found = point(scenario(counting, *bands, whole)).present_value[0, :, 0]
    assert found[:3].sum() == pytest.approx(found[3], rel=1e-12)


def test_a_ladder_past_its_last_step_is_all_time_in_the_state() -> None:
    past = TimeBand(("benefit",), 0.5, inf, 2.0, entry=False)
    found = point(scenario("half_cycle", past, TimeBand(("benefit",), 0.0, inf, 0.0, entry=False)))
    assert found.present_value[0, 0, 0] == found.present_value[0, 1, 0]


def test_time_outside_the_states_does_not_move_the_clock() -> None:
    band = TimeBand(("benefit",), 0.0, 1 / 12, 0.0, entry=False)
    everybody = point(scenario("start", band)).present_value[0, 0, 0]
    ever = sum(chance for chance, path in histories() if 0 in path[:-1])
    assert everybody == pytest.approx(ever / 12, rel=1e-12)


def stretches(counting: str, cycles: int = CYCLES) -> list[list[tuple[int, float]]]:
    """The cycles that each point counts in, in their order, and how much of each."""
    parts: list[list[tuple[int, float]]] = [[] for _ in range(cycles + 1)]
    for cycle in range(cycles):
        pair = 2 * (cycle // 2)
        found = {
            "start": [(cycle, 1.0)],
            "end": [(cycle + 1, 1.0)],
            "half_cycle": [(cycle, 1 / 2), (cycle + 1, 1 / 2)],
            "simpson": [(pair, 1 / 6), (pair + 1, 4 / 6), (pair + 2, 1 / 6)],
        }[counting]
        for at, weight in found:
            parts[at].append((cycle, weight))
    return parts


def later_outcome(found: Scenario, month: int = 11) -> Scenario:
    """The same with an outcome long after the horizon, which the run must go on for."""
    course = mb.outcome(
        "later", CYCLES, course=StateOutcome("ever", ("job",), month, 1.0), unit="share"
    )
    return replace(found, outcomes=(*found.outcomes, course))


@pytest.mark.parametrize("counting", ["start", "end", "half_cycle", "simpson"])
@pytest.mark.parametrize("window", [(1, 6), (1, 3), (2, 5), (4, 4)])
def test_a_ladder_in_some_months_pays_for_the_stretches_of_those_months(
    counting: str, window: tuple[int, int]
) -> None:
    edges = [0.0, 0.8, 1.9, inf]
    bands = [TimeBand(("benefit",), a / 12, b / 12, 0.0, entry=False) for a, b in pairwise(edges)]
    found = scenario(counting, *bands, timing=mb.timing(CYCLES, *window))
    hand = np.zeros(3)
    for chance, path in histories():
        clock = 0.0
        for parts, place in zip(stretches(counting), path, strict=True):
            for cycle, weight in parts if place == 0 else ():
                if window[0] <= cycle + 1 <= window[1]:
                    spent = [overlap(a, b, clock, clock + weight) for a, b in pairwise(edges)]
                    hand += chance * np.array(spent) / 12
                clock += weight
    for run in (found, later_outcome(found)):
        assert point(run).present_value[0, :, 0] == pytest.approx(hand, rel=1e-12)


@pytest.mark.parametrize("months", [1.0, 2.0, 2.4, 9.0])
@pytest.mark.parametrize("counting", ["start", "end", "half_cycle"])
@pytest.mark.parametrize("window", [(1, 6), (2, 4)])
def test_friction_counts_the_first_months_after_each_entry(
    counting: str, months: float, window: tuple[int, int]
) -> None:
    limit = TimeBand(("job",), 0.0, months / 12, 0.0, entry=True)
    later = TimeBand(("job",), months / 12, inf, 0.0, entry=True)
    found = scenario(counting, limit, later, state="job", timing=mb.timing(CYCLES, *window))
    hand = np.zeros(2)
    for chance, path in histories():
        age = inf  # those who begin in a job are past it
        for at, (before, place) in enumerate(pairwise((path[0], *path))):
            if place == 1:
                age = 0.0 if before != 1 else age + 1
                for cycle, weight in stretches(counting)[at]:
                    since = age + (0.5 if weight < 1 and cycle == at else 0.0)
                    spent = overlap(0, months, since, since + weight) if age < inf else 0.0
                    if window[0] <= cycle + 1 <= window[1]:
                        hand += chance * np.array([spent, weight - spent]) / 12
    for run in (found, later_outcome(found)):
        assert point(run).present_value[0, :, 0] == pytest.approx(hand, rel=1e-12)


@pytest.mark.parametrize("states", [("job",), ("dead",), ("job", "dead"), ("benefit",)])
@pytest.mark.parametrize("month", [0, 3, 6, 8])
def test_ever_counts_each_history_once_however_often_it_enters(
    states: tuple[str, ...], month: int
) -> None:
    found = scenario("half_cycle")
    course = mb.outcome(
        "ever", CYCLES, course=StateOutcome("ever", states, month, 1.0), unit="share"
    )
    ledger = point(mb.scenario(found.model, (), [course], months=CYCLES))  # type: ignore[arg-type]
    places = {STATES.index(name) for name in states}
    hand = sum(chance for chance, path in histories(month) if places & set(path))
    assert ledger.present_outcome[0, 0, 0] == pytest.approx(hand, rel=1e-12)


def test_a_state_that_is_not_of_the_ladder_is_refused() -> None:
    band = TimeBand(("benefit",), 0.0, 0.1, 0.0, entry=False)
    with pytest.raises(ValueError, match="job is not one of the states of its ladder"):
        point(scenario("start", band, state="job"))


LADDER = """
ipscost: 1
title: A ladder and a later outcome
money: DKK_2024
horizon: {months: 3}
perspective: municipality
discount: {cost: 0, outcome: 0}
arm: {usual: {reference: true}, ips: {}}
payer: {municipality: {}, state: {}}
model:
  counting: half_cycle
  state: {benefit: {start: rest}, job: {}}
  transition:
    benefit:
      job: {unit: probability/month, assumption: x, usual: {mean: 0.2}, ips: {mean: 0.4}}
      benefit: rest
    job:
      benefit: {unit: probability/month, assumption: x, all: {mean: 0.5}}
      job: rest
ladder:
  weeks:
    states: [benefit]
    weeks_at_start: {mean: 0, unit: week, assumption: x}
    assumption: x
    step:
      early: {to: 4, payer: {state: 0.8, municipality: 0.2}}
      late: {payer: {state: 0.2, municipality: 0.8}}
cost:
  benefits:
    kind: transfer
    ladder: weeks
    unit: DKK_2024/person/month
    assumption: x
    in: {benefit: {mean: 10000}}
outcome:
  weeks: {unit: week/person, time_in: [job]}
"""
LATER = "  ever: {unit: share, ever_in: [job], by: 12}\n"


def municipality(chance: float) -> float:
    """What the municipality pays of a ladder in three months, history by history."""
    found = 0.0
    for path in itertools.product(range(2), repeat=4):
        if path[0] == 1:
            continue
        likely, weeks = 1.0, 0.0
        for a, b in pairwise(path):
            likely *= [[1 - chance, chance], [0.5, 0.5]][a][b]
        for place, months in zip(path, [0.5, 1, 1, 0.5], strict=True):
            if place == 0:
                own = months * 365.25 / 12 / 7
                early = overlap(0, 4, weeks, weeks + own) / own
                found += likely * 10000 * months * (0.2 * early + 0.8 * (1 - early))
                weeks += own
    return found


@pytest.mark.parametrize("more", ["", LATER])
def test_an_outcome_after_the_horizon_moves_no_step_of_a_ladder(more: str) -> None:
    ledger = point(builders.load(LADDER + more))
    saved = -summed(ledger.weight("municipality"), ledger.difference("ips"))[0]
    assert saved == pytest.approx(municipality(0.2) - municipality(0.4), rel=1e-12)
    assert saved == pytest.approx(3578.02, abs=0.005)
