"""A rollout whose people a study would follow: how many, and what it gains at its own costs.

The saving of one person leaves out what the rollout costs. What a study is worth is whether to roll
out, so that both count: the net of the account that the perspective is of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipscost.analysis.budget.accounts import budget
from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.holds import net_in
from ipscost.analysis.budget.shares import ALL_PAYERS
from ipscost.analysis.lacking import NoBudgetError
from ipscost.run import Run
from ipscost.scenario.nouns import SOCIETAL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ACCOUNTS = {SOCIETAL: ALL_PAYERS}
"""The account of a rollout that a perspective is of, where they are not called alike."""


@dataclass(frozen=True, eq=False)
class StudiedRollout:
    """A rollout of which a study could follow the people.

    people: who start, in the base case. gain: what the account gains by the whole rollout a person
    who starts in the base case, in each draw, (draw,); None where the account is not known in full,
    or nothing was drawn. account: its name.
    """

    people: int
    gain: Floats | None
    account: str


def rollout_of(run: Run) -> StudiedRollout | None:
    """The rollout of a run's scenario; None if there is none, or of an account that it lacks."""
    perspective = run.scenario.perspective
    if run.scenario.rollout is None:
        return None
    try:
        found = budget(run.scenario, run.settings)
    except NoBudgetError:
        return None
    account = ACCOUNTS.get(perspective, perspective)
    people = float(found.people_point.started.sum())
    if people < 1 or account not in found.bearing.accounts:
        return None
    gain = None
    if found.draws is not None and found.is_complete(account):
        gain = -net_in(found.draws[CONSTANT], found.bearing.accounts[account]) / people
    return StudiedRollout(round(people), gain, account)
