"""What an arm saves against the reference arm in all, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.ledger import parts_of
from ipscost.settings import LEVEL


@dataclass(frozen=True, slots=True)
class Saving:
    """What an arm saves a person, or costs more, in the money of the scenario.

    saves: whether it saves money or costs the same; `amount` is then the saving, with its interval,
        and else the extra cost. is_nothing: whether it is 0 in every draw.
    probability: the share of draws in which it saves money, None where nothing is uncertain.
    observed, extrapolated: what of the amount falls in the months up to which people were followed,
        and after them; both None where they were followed to the end.
    """

    saves: bool
    amount: Interval
    is_nothing: bool
    probability: float | None
    observed: float | None = None
    extrapolated: float | None = None

    @property
    def is_clear(self) -> bool:
        """False where the interval reaches beyond 0."""
        return self.amount.low is None or self.amount.low >= 0


def saving_of(view: View, arm: str, level: float = LEVEL) -> Saving | None:
    """What an arm saves by the account of a view; None where that lacks what is not known."""
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
