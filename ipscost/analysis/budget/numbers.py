"""The numbers of a rollout: as in the base case, drawn, or at other values; and its calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.limits import limits_of
from ipscost.drawing.beside import drawn_beside
from ipscost.scenario.nouns import Quantity, Scenario
from ipscost.scenario.rollout import Month, Rollout
from ipscost.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

EFFECT, PEOPLE, PRICE, LASTS = "held.effect", "held.people", "held.price", "held.lasts"
"""What may be held beside the numbers of the files: shares of the effect (of all that a person
changes, the programme apart), of the people recruited and of the programme's price; and for how
many months after the start the effect lasts."""
HELD = (EFFECT, PEOPLE, PRICE, LASTS)
EVER = 10**6
"""More months than any accounts have."""


@dataclass(frozen=True, eq=False)
class RolloutNumbers:
    """Values of numbers by path, in the reported unit: (draw,), or (1,) where all are the same."""

    values: Mapping[str, Floats]

    def of(self, number: Quantity | None, default: float = 0.0) -> Floats:
        """The values of a number; of one that is not stated or not known, the default."""
        if number is None or not number.is_known:
            return np.full(1, default)
        return self.values[number.path]

    def held(self, name: str) -> Floats:
        """The values of one of HELD, by default 1."""
        return self.values.get(name, np.ones(1))

    def at(self, place: slice | Places) -> RolloutNumbers:
        """Those of some of the draws."""
        return RolloutNumbers({p: v if v.size == 1 else v[place] for p, v in self.values.items()})


def base_numbers(scenario: Scenario, rollout: Rollout) -> RolloutNumbers:
    """Every number of a rollout as in the base case."""
    return RolloutNumbers({q.path: np.full(1, scenario.base(q)) for q in rollout.numbers})


def drawn_numbers(scenario: Scenario, rollout: Rollout, settings: Settings) -> RolloutNumbers:
    """Every number of a rollout drawn, beside the draws of the scenario's own numbers.

    A draw beyond what is possible, such as more than all of the target, is moved to that limit.
    """
    numbers, n = rollout.numbers, settings.draws
    values = drawn_beside(scenario, numbers, n, settings.seed, settings.sampler)
    for number, (low, high) in limits_of(rollout, EVER):
        if not number.is_fixed:
            limits = low * number.factor, high * number.factor
            values[number.path] = np.clip(values[number.path], *limits)
    return RolloutNumbers(values)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The months of the accounts: whole years, from January of the first one with a cost.

    first: the month with index 0. months: how many there are. start: the index of the month in
    which people are first planned to start. following: for how many months each is followed.
    """

    first: Month
    months: int
    start: int
    following: int

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the accounts."""
        return tuple(range(self.first.year, self.first.year + self.months // 12))

    @classmethod
    def of(cls, scenario: Scenario, rollout: Rollout, hired_ahead: float) -> Calendar:
        """The calendar of a rollout whose posts are filled `hired_ahead` months before, at most.

        It ends with the year of `until`; without, with the one in which the last person who starts
        as planned has been followed to the horizon, and is supported no more.
        """
        starts = rollout.starts.number
        first = Month(Month.of(starts - int(np.ceil(hired_ahead))).year, 1)
        support = 0.0 if rollout.support is None else rollout.support.months.value
        each = max(scenario.months, int(np.ceil(support)))
        last = starts + rollout.intake.months + each - 2
        end = rollout.until if rollout.until is not None else Month.of(last)
        months = 12 * (end.year - first.year + 1)
        return cls(first, months, starts - first.number, scenario.months)
