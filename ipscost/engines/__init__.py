"""Engines by name: each turns a scenario and its draws into a ledger.

An engine is a function `run(scenario, draws, detail=True) -> Ledger`. What it does inside is its
own affair; every analysis reads the ledger alone. Without `detail` the ledger is collapsed to
present values, which lets an engine do without the course by month.

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
monthly     costs by month, from the few pairs that many lines hang on
plan        what each category and outcome counts, and its course over time
frame       what every engine shares: names, payers, discounting
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from ipscost.drawing.draws import Draws
from ipscost.engines import expected, monthly, states
from ipscost.ledger import Ledger
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Engine(Protocol):
    """What an engine is called with."""

    def __call__(self, scenario: Scenario, draws: Draws, *, detail: bool = True) -> Ledger:
        """The ledger of `scenario` over `draws`."""
        ...


ENGINES: dict[str, Engine] = {"expected": expected.run, "states": states.run}


def with_courses(
    engine: Engine, scenario: Scenario, draws: Draws, perspectives: Sequence[str]
) -> tuple[Ledger, dict[str, Floats]]:
    """The collapsed ledger, and of each intervention the discounted difference in cost by month.

    A course has the shape (perspective, month, draw).
    """
    arms = scenario.interventions
    if engine is states.run and scenario.model is not None:
        ledger, pairs = states.with_months(scenario, draws)
        return ledger, {
            arm: monthly.differences(pairs, ledger, draws, arm, perspectives, scenario.months)
            for arm in arms
        }
    ledger = engine(scenario, draws)
    return ledger.collapsed(), {arm: ledger.monthly_differences(arm, perspectives) for arm in arms}
