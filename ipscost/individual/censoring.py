"""Mean costs where some persons were cut off: nobody knows what they went on to cost.

Persons who were seen whole (followed to the end, or to an event after which nothing more can come)
count for those who were cut off as well, by the inverse of the chance of not being cut off, which
is Kaplan and Meier's. Bang and Tsiatis 2000 (doi 10.1093/biomet/87.2.329) use whole persons alone;
Zhao and Tian 2001 (doi 10.1111/j.0006-341X.2001.01002.x) add what is known of those cut off, by
what others had cost at that time. Numbers and standard errors are those of the program `ccostr`.

That persons are cut off must not depend on what they cost, nor on what they will.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ipscost.individual.data import Endpoint, IndividualData

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class FollowUp:
    """Persons of one arm, and how long each was followed.

    months: (person,), of any unit of time. whole: (person,), whether the person was seen whole.
    """

    months: Floats
    whole: Flags

    @property
    def persons(self) -> int:
        """How many there are."""
        return int(self.months.size)

    def until(self, end: float) -> FollowUp:
        """The same persons up to a horizon: whoever reaches it was seen whole."""
        return FollowUp(np.minimum(self.months, end), self.whole | (self.months >= end))


@dataclass(frozen=True, eq=False)
class Histories:
    """Costs with their time, a row each.

    person: (row,), the place of the person. start, stop: (row,), equal where a cost came at once.
    cost: (row,). more: added to lengths of time in shares of them; 1 where times are days and both
        the first and the last one count, 0 where time is continuous.
    """

    person: Ints
    start: Floats
    stop: Floats
    cost: Floats
    more: float = 0.0

    def until(self, ends: Floats, persons: int) -> Floats:
        """What each person had cost at a time of their own, (person,): costs accrue evenly."""
        end = ends[self.person]
        long = self.stop - self.start + self.more
        share = np.divide(
            end - self.start + self.more, long, out=np.ones(long.shape), where=long > 0
        )
        cost = np.where(
            self.start > end, 0.0, np.where(self.stop > end, share * self.cost, self.cost)
        )
        total = np.bincount(self.person, weights=cost, minlength=persons)
        return total.astype(np.float64)


@dataclass(frozen=True)
class MeanCost:
    """A mean cost and its standard error."""

    mean: float
    se: float


def kaplan_meier(months: Floats, event: Flags) -> Floats:
    """The chance that the event has not come by the time of each person, (person,).

    An event at a time counts at that time. Kaplan and Meier 1958, doi
    10.1080/01621459.1958.10501452.
    """
    _, place = np.unique(months, return_inverse=True)
    events = np.bincount(place, weights=event)
    here = np.bincount(place)
    at_risk = here[::-1].cumsum()[::-1]
    left = np.cumprod(1 - events / at_risk)
    return np.asarray(left[place])


def bang_tsiatis(cost: Floats, followed: FollowUp) -> MeanCost:
    """The mean cost by weighted whole cases.

    cost: (person,), what each was seen to cost up to the horizon.

    Raises ValueError where nobody was seen whole.
    """
    return _Weighted.of(cost, followed).whole_alone()


def zhao_tian(histories: Histories, followed: FollowUp) -> tuple[MeanCost, MeanCost]:
    """The mean cost with what is known of those cut off, and that of `bang_tsiatis` for the same.

    Raises ValueError where nobody was seen whole.
    """
    cost = histories.until(followed.months, followed.persons)
    weighted = _Weighted.of(cost, followed)
    return weighted.with_histories(histories), weighted.whole_alone()


@dataclass(frozen=True, eq=False)
class _Weighted:
    """Persons with the chances of not being cut off, and of not having been seen whole.

    uncut, alive: (person,), at each person's own time.
    cut: places of those cut off. whole_mean, whole_square: for each of them, the mean over
        those who went on of cost and of its square, weighted.
    """

    cost: Floats
    followed: FollowUp
    uncut: Floats
    alive: Floats
    cut: Ints
    whole_mean: Floats
    whole_square: Floats

    @classmethod
    def of(cls, cost: Floats, followed: FollowUp) -> _Weighted:
        if not followed.whole.any():
            raise ValueError("nobody was seen whole")
        uncut = kaplan_meier(followed.months, ~followed.whole)
        uncut = np.where(uncut > 0, uncut, uncut[uncut > 0].min(initial=1.0))
        alive = kaplan_meier(followed.months, followed.whole)
        cut = np.flatnonzero(~followed.whole)
        weight = followed.whole / uncut
        found = np.zeros((2, cut.size))
        for place, person in enumerate(cut):
            on = followed.months >= followed.months[person]
            size = followed.persons * alive[person]
            found[0, place] = (weight * cost)[on].sum() / size
            found[1, place] = (weight * cost**2)[on].sum() / size
        return cls(cost, followed, uncut, alive, cut, found[0], found[1])

    @property
    def _each(self) -> Floats:
        """1 over the squared chance of not being cut off, of those who were."""
        return np.asarray(1 / self.uncut[self.cut] ** 2)

    def whole_alone(self) -> MeanCost:
        """Bang and Tsiatis."""
        n, weight = self.followed.persons, self.followed.whole / self.uncut
        mean = (weight * self.cost).sum() / n
        chance = (weight * (self.cost - mean) ** 2).sum() / n
        lost = (self._each * (self.whole_square - self.whole_mean**2)).sum() / n
        return MeanCost(float(mean), _root((chance + lost) / n))

    def with_histories(self, histories: Histories) -> MeanCost:
        """Zhao and Tian."""
        n, months = self.followed.persons, self.followed.months
        weight = self.followed.whole / self.uncut
        simple = self.whole_alone()
        gained, mixed, spread = (np.zeros(self.cut.size) for _ in range(3))
        for place, person in enumerate(self.cut):
            by_then = histories.until(np.full(n, months[person]), n)
            on = months >= months[person]
            mean = by_then[on].sum() / on.sum()
            gained[place] = (self.cost[person] - mean) / self.uncut[person]
            spread[place] = (by_then[on] ** 2).sum() / on.sum() - mean**2
            own = (weight * by_then)[on].sum() / (n * self.alive[person])
            both = (weight * self.cost * by_then)[on].sum() / (n * self.alive[person])
            mixed[place] = both - self.whole_mean[place] * own
        variance = simple.se**2 - (self._each * (2 * mixed - spread)).sum() / n**2
        return MeanCost(simple.mean + float(gained.sum()) / n, _root(variance))


def _root(variance: float) -> float:
    """The standard error; not a number where too few were seen whole for a variance above 0."""
    return math.sqrt(variance) if variance >= 0 else math.nan


def cut_off(
    values: Floats,
    data: IndividualData,
    endpoint: Endpoint,
    end: float,
    spans: Floats | None = None,
) -> tuple[tuple[MeanCost, ...], tuple[MeanCost, ...] | None]:
    """Mean costs of each arm by Bang and Tsiatis, and by Zhao and Tian where times are known.

    values: (person, column), imputed where something is missing of a time at which the person was
        followed. end: the horizon, in the months of `data.followed`.
    spans: (column, 2), from when to when each column counts, in months; without them there is no
        Zhao and Tian, and what is missing of a person cut off is taken as not yet come.

    Raises ValueError where nobody of an arm was seen whole, or no lengths of follow-up are there.
    """
    if data.followed is None:
        raise ValueError("how long persons were followed is not known")
    whole = data.followed >= end if data.complete is None else data.complete
    simple, fuller = [], []
    for arm in range(len(data.arms)):
        own = data.arm == arm
        followed = FollowUp(data.followed[own], whole[own]).until(end)
        if spans is None:
            lost = data.missing[own] & ~followed.whole[:, None]
            cost = endpoint.of(np.where(lost, 0.0, values[own]))
            simple.append(bang_tsiatis(cost, followed))
        else:
            histories = _histories(values[own], endpoint, spans, followed)
            found = zhao_tian(histories, followed)
            fuller.append(found[0])
            simple.append(found[1])
    return tuple(simple), tuple(fuller) if spans is not None else None


def _histories(values: Floats, endpoint: Endpoint, spans: Floats, followed: FollowUp) -> Histories:
    """A row for each person and column that began while the person was followed."""
    places = np.flatnonzero(endpoint.weights)
    person, column = np.nonzero(spans[places, 0] < followed.months[:, None])
    start, stop = spans[places[column]].T
    cost = endpoint.weights[places[column]] * values[person, places[column]]
    return Histories(person, start, np.minimum(stop, followed.months[person]), cost)
