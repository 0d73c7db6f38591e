"""What an analysis lacks: categories of a sum, and arms that cannot be decided on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost import known
from ipscost.errors import UndecidedError
from ipscost.run import Run
from ipscost.scenario import perspectives
from ipscost.scenario.nouns import Outcome

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


def lacks(
    run: Run, undivided: Flags, arm: str, weight: Floats, inside: Flags | None = None
) -> Flags:
    """What the difference of `arm`, summed with `weight`, lacks: True by category, (category,).

    A category that is counted and not known, unless another one that is counted alike holds its
    amount; one of which the amount that holds it is `inside` the sum and counted otherwise; and one
    `inside` that is `undivided` (`known.undivided`) and differs between the arms. Without `inside`
    it is an amount by itself, which is what it says, whatever it holds.
    """
    is_sum = inside is not None
    inside = weight != 0 if inside is None else inside
    told = run.point.told[run.point.arm(arm)]
    open_ends = undivided & inside
    if told.all() and not open_ends.any():
        return np.zeros(len(told), dtype=bool)
    holder = np.array(known.holders(run.scenario, arm))
    is_held = (holder >= 0) & told[holder]
    alike = is_held & np.isclose(weight[holder], weight)
    amiss: Flags = (weight != 0) & ~told & ~alike
    if is_sum:
        amiss |= (inside | inside[holder]) & ~told & is_held & ~alike
    if open_ends.any():
        moved = (run.ledger or run.point).differs(arm)
        amiss |= open_ends & (moved | (~told & ~is_held))
    return amiss


def lacks_level(run: Run, undivided: Flags, arm: str, weight: Floats, inside: Flags) -> bool:
    """True where a level lacks what is not known, or an unknown part of what is undivided."""
    seen = run.point.known[run.point.arm(arm)]
    if not seen[weight != 0].all():
        return True
    open_ends = undivided & inside
    if not open_ends.any():
        return False
    return bool((open_ends & ((run.ledger or run.point).spends(arm) | ~seen)).any())


COST, EFFECT, EFFECT_OF_REFERENCE = "cost", "effect", "effect_of_reference"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An arm that cannot be decided on, and what is not known: its COST, its EFFECT or that of
    the reference arm, from which its own differs.
    """

    arm: str
    what: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """Why nothing can be decided on in a run, on cost alone or with an outcome.

    `arms` are those that were to be decided on. `way` is an option and its value (`perspective`
    or `outcome`) under which something can be, or None where there is none.
    """

    run: Run
    outcome: Outcome | None
    arms: tuple[LeftOut, ...]
    way: tuple[str, str] | None


def left_out(
    run: Run, arm: str, outcome: Outcome | None, perspective: str | None = None
) -> LeftOut | None:
    """What is not known of an arm, so that it cannot be decided on; None where it can be.

    Without an `outcome` cost alone counts. By default from the scenario's own perspective.
    """
    scenario, point = run.scenario, run.point
    seen = scenario.perspective if perspective is None else perspective
    undivided = np.array(known.undivided(scenario, seen), dtype=bool)
    everything = np.ones(len(point.categories), dtype=bool)
    if lacks(run, undivided, arm, point.weight(seen), everything).any():
        return LeftOut(arm, COST)
    if outcome is None or point.outcome_told[point.arm(arm), point.outcomes.index(outcome.path)]:
        return None
    base = outcome.arms.get(scenario.reference)
    is_base = base is not None and not base.is_known
    return LeftOut(arm, EFFECT_OF_REFERENCE if is_base else EFFECT)


def undecided(run: Run, outcome: Outcome | None, arms: Sequence[LeftOut]) -> UndecidedError:
    """The error where none of the arms can be decided on, with the way out if there is one."""
    return UndecidedError(Undecided(run, outcome, tuple(arms), _way_out(run, outcome)))


def _way_out(run: Run, outcome: Outcome | None) -> tuple[str, str] | None:
    """Another perspective, or another outcome, under which an arm can be decided on."""
    scenario = run.scenario
    arms = scenario.interventions
    for name in perspectives.known(scenario):
        if any(left_out(run, arm, outcome, name) is None for arm in arms):
            return "perspective", name
    for each in scenario.outcomes:
        if any(left_out(run, arm, each) is None for arm in arms):
            return "outcome", each.path.partition(".")[2]
    return None
