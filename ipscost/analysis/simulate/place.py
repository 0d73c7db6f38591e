"""What a place costs: the categories that are the programme itself, whoever pays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import SOCIETAL
from ipscost.settings import LEVEL


@dataclass(frozen=True, slots=True)
class PlaceCost:
    """What an arm's programme costs a person, in the money of the scenario over its horizon.

    cost: in the arm itself; None where not all of it is known. extra: minus what the reference arm
    spends on the same categories; None where that is not known.
    """

    arm: str
    cost: Interval | None
    extra: Interval | None


def place_of(view: View, arm: str, level: float = LEVEL) -> PlaceCost | None:
    """What a place in an arm costs; None where no category is a programme."""
    categories = view.run.scenario.categories
    inside = np.array([KINDS[category.kind].is_programme for category in categories], dtype=bool)
    if not inside.any():
        return None
    seen, weight = view.seen_from(SOCIETAL), inside.astype(float)
    cost = seen.level(arm, weight, level, inside)
    change = seen.difference(arm, weight, inside)
    return PlaceCost(
        arm,
        None if cost is None or cost.partial else cost,
        None if change.partial else change.interval(level),
    )
