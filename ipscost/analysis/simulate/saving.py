"""The total saving of an arm against the reference arm, and its uncertainty."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.ledger import parts_of
from ipscost.settings import LEVEL


@dataclass(frozen=True, slots=True)
class Saving:
    """The saving of an arm per person, or its extra cost, in the money of the scenario.

    saves: True if the arm saves money or costs the same; `amount` is then the saving with its
        interval, otherwise the extra cost. is_nothing: True if it is 0 in every draw.
    probability: the share of draws with a saving; None if nothing is uncertain.
    observed, extrapolated: the parts of the amount within the months that people were followed, and
        after them; both None if people were followed to the end of the horizon.
    """

    saves: bool
    amount: Interval
    is_nothing: bool
    probability: float | None
    observed: float | None = None
    extrapolated: float | None = None

    @property
    def is_clear(self) -> bool:
        """False if the interval includes values on the other side of 0."""
        return self.amount.low is None or self.amount.low >= 0


def saving_of(view: View, arm: str, level: float = LEVEL) -> Saving | None:
    """The saving of an arm from the perspective of a view; None if that is only partly known."""
    total = view.total(arm)
    if total.partial:
        return None
    saves = total.point <= 0
    observed = extrapolated = None
    if parts_of(view.run.scenario):
        sign = -1 if saves else 1
        extrapolated = sign * view.difference_in("extrapolated", arm, view.weight()).point
        observed = sign * total.point - extrapolated
    return Saving(
        saves=saves,
        amount=(total.minus() if saves else total).interval(level),
        is_nothing=total.point == 0 and not total.is_uncertain,
        probability=total.probability_below(0),
        observed=observed,
        extrapolated=extrapolated,
    )
