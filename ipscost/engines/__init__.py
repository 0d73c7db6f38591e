"""Engines by name: each turns a scenario and its draws into a ledger.

An engine is a function `run(scenario, draws, streams, *, detail) -> EngineResult` (see `Engine`).
How it computes is its own business: analyses read only the ledger.

expected    the ledger of a scenario whose amounts are all stated, without states
states      the ledger of a cohort that moves between states
persons     the same of persons followed one by one, each with a course and costs of its own
courses     the course of each person through the states of a model
differing   by what factor each person differs from the mean of the arm
shapes      distributions with mean 1, as tables of a normal score
grid        the cycles of a cohort model and how they are counted (half-cycle correction, ...)
levels      the numbers of a transition as hazards or probabilities, with ratios applied
lasting     how much of the effect remains after the observed months
competing   the probability of each of several transitions that compete in a cycle
chain       the rows of the transition matrix, cycle by cycle
clocks      time on a ladder, time since entry, ever in a state
walk        runs the cohort through the cycles, and counts what the scenario asks for
kept        what was counted of recent cohorts, for variants that change costs alone
terms       amounts as sums of products of numbers, by arm
plan        what each category and outcome counts, and how it spreads over time
mixture     the whole as the sum of groups of people, weighted by their shares
carried     what is made of a trial's effect that is carried over to another group
frame       what all engines share: names of the axes, payers, discounting
outcome     what an engine returns: a ledger, and the individuals it followed, if any
"""

from __future__ import annotations

from typing import Protocol

from ipscost.drawing.draws import Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import expected, mixture, persons, states
from ipscost.engines.outcome import Detail, EngineResult
from ipscost.scenario.nouns import Scenario
from ipscost.settings import Settings


class Engine(Protocol):
    """The signature of an engine."""

    def __call__(
        self, scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail
    ) -> EngineResult:
        """Costs and outcomes per person of `scenario`, for each of `draws`.

        streams: random numbers for what happens by chance to individuals; a cohort engine needs
            none. The same seed must give the same bits, and a block of draws must give what the
            same draws give as part of the whole.
        detail: the least that the ledger must hold; asking for less saves time and memory.

        Returns a ledger whose draw axis has `draws.n` elements. Raises ValueError for a scenario
        that the engine cannot run.
        """
        ...


ENGINES: dict[str, Engine] = {
    "expected": expected.run,
    "states": states.run,
    "persons": persons.run,
}


def engine_name(scenario: Scenario, settings: Settings) -> str:
    """The engine named in `settings`; else `states` for a scenario with states, or `expected`."""
    return settings.engine or ("states" if scenario.model else "expected")


def engine_of(scenario: Scenario, settings: Settings) -> Engine:
    """The engine that runs a scenario. Raises ValueError if `settings` name an unknown one.

    Where the scenario has groups it is run for each, and the whole is their weighted sum; persons
    belong to a group each.
    """
    name = engine_name(scenario, settings)
    if name not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(ENGINES)}, not {name!r}")
    found = ENGINES[name]
    if scenario.subgroups and name != "persons":
        return mixture.over_groups(found)
    return found
