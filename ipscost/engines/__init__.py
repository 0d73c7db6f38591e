"""Engines by name: each turns a scenario and its draws into a ledger.

An engine is a function `run(scenario, draws, streams, *, detail) -> Outcome` (see `Engine`). What
it does inside is its own affair; every analysis reads the ledger alone.

expected    expected values straight from the stated amounts
states      expected values of people who move between states: the ledger
grid        points of time between cycles, counting methods
levels      the numbers of a move as hazards or probabilities, ratios applied
lasting     what remains of the effect after the time that was observed
competing   what each of several moves takes of those who can make it
chain       moves to rows of the transition matrix, cycle by cycle
clocks      time on a ladder, time since entry, ever in a state
walk        the cohort from point to point, counting what is asked for
terms       amounts as sums of products of numbers, by arm
plan        what each category and outcome counts, and its course over time
frame       what every engine shares: names, payers, discounting
outcome     what an engine returns: a ledger, and the people it followed, if any
"""

from __future__ import annotations

from typing import Protocol

from ipscost.drawing.draws import Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import expected, states
from ipscost.engines.outcome import Detail, Outcome
from ipscost.scenario.nouns import Scenario
from ipscost.settings import Settings


class Engine(Protocol):
    """What an engine is called with, and what it returns."""

    def __call__(
        self, scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail
    ) -> Outcome:
        """What becomes of the people of `scenario`, for each of `draws`.

        streams: random numbers for what happens by chance to individuals; an engine that follows
            shares of a cohort has no use for them. The same seed gives the same bits, and a block
            of draws what those draws have in the whole.
        detail: what the ledger must know at least; the less it is, the less an engine has to do.

        Raises ValueError for a scenario that it cannot run.
        """
        ...


ENGINES: dict[str, Engine] = {"expected": expected.run, "states": states.run}


def engine_name(scenario: Scenario, settings: Settings) -> str:
    """The engine that is named, or else the one that a scenario is written for."""
    return settings.engine or ("states" if scenario.model else "expected")


def engine_of(scenario: Scenario, settings: Settings) -> Engine:
    """The engine that runs a scenario. Raises ValueError where it is unknown."""
    name = engine_name(scenario, settings)
    if name not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(ENGINES)}, not {name!r}")
    return ENGINES[name]
