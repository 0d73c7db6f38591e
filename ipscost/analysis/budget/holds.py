"""What must hold for a rollout to pay back: where the net of an account is 0, one thing at a time.

All of the base case, for the whole rollout, in constant prices and undiscounted. An account is a
payer, `public` (all public payers) or `all` (everybody); its net is a cost if positive, so that it
pays back where the net is 0 or less.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

EFFECT, PEOPLE, PLACE, MONTHS = "effect", "people", "place", "months"
LEVERS = (EFFECT, PEOPLE, PLACE, MONTHS)
"""What is turned: the share of the effect; people recruited; the price of a place; how many months
the effect lasts."""
UP, DOWN, ALWAYS, NEVER = "up", "down", "always", "never"
"""How it pays back: at a value or more; at a value or less; at any value; at none."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A switching value in one measure.

    measure: `counted` (a share of the effect that the scenario counts) or `trial` (of the trial's
    own effect, where a part is carried over); `target` (a share of it) or `people`; `planned` or
    `started` (money per person); `followed` (months). now: the value now. at: the value at which
    the net is 0, None where there is none. unit: as of quantities.
    """

    measure: str
    unit: str
    now: float
    at: float | None


@dataclass(frozen=True, slots=True)
class SwitchingValue:
    """At which value of one of LEVERS an account's net is 0, all else as it is.

    pays: one of UP, DOWN, ALWAYS, NEVER. told: the value in one or two measures, the first one that
    which was turned. least, most: between which values of it was looked. is_beyond: True where the
    value lies beyond the months that people are followed; it then takes for granted that the effect
    goes on as it was in the last PACE of them.
    """

    lever: str
    pays: str
    told: tuple[Measured, ...]
    least: float
    most: float
    is_beyond: bool = False

    @property
    def now(self) -> float:
        """The value now."""
        return self.told[0].now

    @property
    def at(self) -> float | None:
        """The value at which the net is 0; None where there is none."""
        return self.told[0].at

    @property
    def holds_now(self) -> bool:
        """True if it pays back as it is now."""
        if self.pays in (ALWAYS, NEVER) or self.at is None:
            return self.pays == ALWAYS
        return self.now >= self.at if self.pays == UP else self.now <= self.at


@dataclass(frozen=True, eq=False)
class PayingGrid:
    """The net of an account by the share of the effect (down) and of the target (across).

    effects: (effect,). recruitments: (recruitment,). nets: (effect, recruitment), money; a cost is
    positive.
    """

    effects: Floats
    recruitments: Floats
    nets: Floats


@dataclass(frozen=True, slots=True)
class PerStarter:
    """What a person costs at a share of the target recruited, in money.

    started: people who start. programme: the programme's cost for each of them, whoever pays.
    outcome: for each extra person who has the outcome of the rollout; None where there is none.
    """

    recruitment: float
    started: float
    programme: float
    outcome: float | None


@dataclass(frozen=True, eq=False)
class Holds:
    """What must hold for an account, with a block grant counted as `scope` (one, all, own).

    net: that of the base case, None where part of it is not known: nothing is claimed then, and
    there are no switching values and no grid. switches: one for each of LEVERS that there is.
    """

    account: str
    scope: str
    net: float | None
    switches: tuple[SwitchingValue, ...]
    grid: PayingGrid | None
    per_starter: tuple[PerStarter, ...]

    @property
    def by_lever(self) -> Mapping[str, SwitchingValue]:
        """The switching values by what is turned."""
        return {each.lever: each for each in self.switches}
