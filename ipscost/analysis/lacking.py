"""What is not known: categories that a sum leaves out, and arms that cannot be decided on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost import known
from ipscost.errors import AskedError, UndecidedError
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
    """The categories that leave the cost difference of `arm` partial: flags, (category,).

    The difference is summed with `weight`, (category,). It lacks a category if

    - it is counted and its difference is not known, unless the amount was published as part of
      another category that is counted at the same weight;
    - its amount was published as part of another category that is counted at another weight, and
      one of the two is `inside` the sum;
    - it is `inside` the sum, `undivided` (`known.undivided`: a part that is not counted may belong
      to the account) and differs between the arms, or may do so.

    inside: the categories that the sum is of, (category,). Without it, the amount is one category
    on its own, and only the first applies.
    """
    is_sum = inside is not None
    inside = weight != 0 if inside is None else inside
    is_known = run.point.told[run.point.arm(arm)]
    open_ends = undivided & inside
    if is_known.all() and not open_ends.any():
        return np.zeros(len(is_known), dtype=bool)
    holder = np.array(known.holders(run.scenario, arm))
    is_held = (holder >= 0) & is_known[holder]
    alike = is_held & np.isclose(weight[holder], weight)
    lacking: Flags = (weight != 0) & ~is_known & ~alike
    if is_sum:
        lacking |= (inside | inside[holder]) & ~is_known & is_held & ~alike
    if open_ends.any():
        differs = (run.ledger or run.point).differs(arm)
        lacking |= open_ends & (differs | (~is_known & ~is_held))
    return lacking


def lacks_level(run: Run, undivided: Flags, arm: str, weight: Floats, inside: Flags) -> bool:
    """True if the cost of one arm, summed with `weight`, leaves out something unknown.

    That is an unknown level that is counted, or spending in a category `inside` the sum that is
    `undivided`; all are (category,).
    """
    is_known = run.point.known[run.point.arm(arm)]
    if not is_known[weight != 0].all():
        return True
    open_ends = undivided & inside
    if not open_ends.any():
        return False
    return bool((open_ends & ((run.ledger or run.point).spends(arm) | ~is_known)).any())


COST, EFFECT, EFFECT_OF_REFERENCE = "cost", "effect", "effect_of_reference"
"""What may not be known of an arm, so that it is left out of a decision."""


class NoBudgetError(AskedError):
    """The rollout of a scenario cannot be computed; the text says what is lacking."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An arm that cannot be decided on, and what is not known of it.

    what: its COST, its EFFECT, or the effect of the reference arm (EFFECT_OF_REFERENCE), to which
        its own effect is stated as a difference.
    """

    arm: str
    what: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """Why no arm of a run can be decided on, on cost alone or with an `outcome`.

    arms: those that were asked for. way: an option and a value for it (`perspective` or `outcome`)
        under which an arm can be decided on; None if there is none.
    """

    run: Run
    outcome: Outcome | None
    arms: tuple[LeftOut, ...]
    way: tuple[str, str] | None


def left_out(
    run: Run, arm: str, outcome: Outcome | None, perspective: str | None = None
) -> LeftOut | None:
    """What is not known of an arm, so that it cannot be decided on; None if it can be.

    Without an `outcome` only its cost matters. `perspective` is by default the scenario's own.
    """
    scenario, point = run.scenario, run.point
    view = scenario.perspective if perspective is None else perspective
    undivided = np.array(known.undivided(scenario, view), dtype=bool)
    everything = np.ones(len(point.categories), dtype=bool)
    if lacks(run, undivided, arm, point.weight(view), everything).any():
        return LeftOut(arm, COST)
    if outcome is None or point.outcome_told[point.arm(arm), point.outcomes.index(outcome.path)]:
        return None
    base = outcome.arms.get(scenario.reference)
    is_base = base is not None and not base.is_known
    return LeftOut(arm, EFFECT_OF_REFERENCE if is_base else EFFECT)


def undecided(run: Run, outcome: Outcome | None, arms: Sequence[LeftOut]) -> UndecidedError:
    """The error that no arm can be decided on, with an option that helps if there is one."""
    return UndecidedError(Undecided(run, outcome, tuple(arms), _way_out(run, outcome)))


def _way_out(run: Run, outcome: Outcome | None) -> tuple[str, str] | None:
    """An option and its value under which an arm can be decided on, a perspective first."""
    scenario = run.scenario
    arms, drawn = scenario.interventions, run.ledger or run.point
    for name in perspectives.known(scenario):
        counted = run.point.weight(name) != 0
        for arm in arms:  # an account on which nothing falls would say nothing
            if (drawn.differs(arm) & counted).any() and not left_out(run, arm, outcome, name):
                return "perspective", name
    for each in scenario.outcomes:
        if any(left_out(run, arm, each) is None for arm in arms):
            return "outcome", each.path.partition(".")[2]
    return None
