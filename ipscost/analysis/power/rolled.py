"""A rollout whose people a study would follow: how many, and what it gains at its own costs.

The saving of one person leaves out what the rollout costs. What a study is worth is whether to roll
out, so that both count: the net of the account that the perspective is of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipscost.analysis.budget.question import ask_rollout
from ipscost.analysis.budget.shares import ALL_PAYERS
from ipscost.errors import AskedError
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
        question = ask_rollout(run, ACCOUNTS.get(perspective, perspective))
    except AskedError:
        return None
    people = float(question.budget.people_point.started.sum())
    if people < 1:
        return None
    drawn = question.drawn
    gain = None if drawn is None else drawn[0] / people
    return StudiedRollout(round(people), gain, question.account)
