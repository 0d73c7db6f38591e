"""Bootstraps of the joint regressions: intervals that ask for no normal distribution.

Where something is missing, each sample of persons is imputed once and then analysed: a single
imputation nested in the bootstrap, whose percentiles are the interval. Of ten ways to join
bootstrap and imputation this had the best properties (Brand, van Buuren, le Cessie and van den Hout
2019, doi 10.1002/sim.7956).

Persons are sampled with replacement within their arm; with sites, sites first and then persons of
each (a two-stage bootstrap, Davison and Hinkley 1997, doi 10.1017/CBO9780511802843).
That makes intervals a little too wide where sites hardly differ, and is unsure with few sites.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.individual.imputation import CYCLES, DONORS, Random, filled
from ipscost.individual.regression import Equations, equations, solve
from ipscost.individual.sums import crossed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ipscost.individual.data import Endpoint, IndividualData

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

STREAM = 100
"""How many samples have the random numbers of one stream. It is part of what a seed means."""
BLOCK = 250_000
"""Numbers of persons by column that are at work at a time: 2 MB."""
TRIES = 100
"""How often a sample is drawn again in which an arm has no persons, or nothing to impute from."""

Weigh = Callable[[Any, Any, Any], Any]
"""Weights of persons, from values (sample, person, column), the other arm (person,) as 1 and how
often each person is in a sample, (sample, person)."""


@dataclass(frozen=True, eq=False)
class Bootstrapped:
    """What each sample of persons says.

    names: of the endpoints, and then of the parts.
    estimate: (sample, endpoint, 1 + arm), as in `Regressed`.
    again: how many samples were drawn again, because an arm or a column of it was empty.
    """

    names: tuple[str, ...]
    estimate: Floats
    again: int = 0

    @property
    def effect(self) -> Floats:
        """(sample, endpoint, arm)."""
        return self.estimate[..., 1:]

    def interval(self, level: float = 0.95) -> tuple[Floats, Floats]:
        """Percentiles, (endpoint, 1 + arm) each."""
        low, high = percentiles(self.estimate, level)
        return low, high


def percentiles(values: Floats, level: float = 0.95) -> Floats:
    """The low and high end of what the middle `level` of samples say, (2, ...)."""
    return np.quantile(values, [(1 - level) / 2, (1 + level) / 2], axis=0)


@dataclass(frozen=True, eq=False)
class Samples:
    """Persons drawn with replacement.

    arm: (slot,), of the persons in each slot. who: (sample, slot), their places; -1 for nobody.
    """

    arm: Ints
    who: Ints

    def counts(self, persons: int) -> Floats:
        """How often each person is in each sample, (sample, person)."""
        size = len(self.who)
        place = self.who + np.arange(size)[:, None] * persons
        found = np.bincount(place[self.who >= 0], minlength=size * persons)
        return found.reshape(size, persons).astype(np.float64)


def drawn(data: IndividualData, numbers: range, random: Random, sites: bool = False) -> Samples:
    """The samples with these numbers; each is the same in any company.

    sites: sites are sampled first, then as many persons of each as it has. Where each site is in
        one arm, sites are sampled within arms; else a sampled site brings persons of all its arms.
    """
    if not sites:
        streams = _streams("bootstrap", numbers, random, data.persons)
        who = np.empty(streams.shape, np.int64)
        for arm in range(len(data.arms)):
            people = np.flatnonzero(data.arm == arm)
            who[:, people] = people[(streams[:, people] * people.size).astype(np.int64)]
        return Samples(data.arm, who)
    each = [_by_site(data, random(f"bootstrap.sites.{number}")) for number in numbers]
    return _side_by_side(data, each)


def _streams(name: str, numbers: range, random: Random, persons: int) -> Floats:
    """Uniforms of each sample, (sample, person), from streams that many samples share."""
    parts, start = list[Any](), numbers.start
    while start < numbers.stop:
        block, before = divmod(start, STREAM)
        stop = min(numbers.stop, (block + 1) * STREAM)
        whole = random(f"{name}.{block}").random((stop - block * STREAM, persons))
        parts.append(whole[before:])
        start = stop
    return np.concatenate(parts) if parts else np.empty((0, persons))


def _by_site(data: IndividualData, generator: Any) -> list[Ints]:
    """The persons of one sample, an array for each arm."""
    if data.site is None:
        raise ValueError("there are no sites")
    arms = range(len(data.arms))
    groups = [
        [np.flatnonzero((data.site == site) & (data.arm == arm)) for arm in arms]
        for site in np.unique(data.site)
    ]
    nested = all(sum(each.size > 0 for each in group) == 1 for group in groups)
    found: list[list[Ints]] = [[] for _ in arms]
    of_arms = [[group for group in groups if group[arm].size] for arm in arms]
    for own in of_arms if nested else [groups]:
        for place in (generator.random(len(own)) * len(own)).astype(np.int64):
            for arm in arms:
                people = own[place][arm]
                chosen = (generator.random(people.size) * people.size).astype(np.int64)
                found[arm].append(people[chosen])
    return [np.concatenate(each) for each in found]


def _side_by_side(data: IndividualData, samples: Sequence[list[Ints]]) -> Samples:
    """Samples of unlike sizes, in as many slots as each arm has in the largest."""
    most = [max(each[arm].size for each in samples) for arm in range(len(data.arms))]
    who = np.full((len(samples), sum(most)), -1)
    starts = np.concatenate([[0], np.cumsum(most)])
    for row, sample in zip(who, samples, strict=True):
        for arm, people in enumerate(sample):
            row[starts[arm] : starts[arm] + people.size] = people
    return Samples(np.repeat(np.arange(len(most)), most), who)


def bootstrapped(
    values: Floats,
    data: IndividualData,
    endpoints: Sequence[Endpoint],
    parts: Sequence[Endpoint] = (),
    *,
    numbers: range,
    random: Random,
    sites: bool = False,
    weigh: Weigh | None = None,
) -> Bootstrapped:
    """The regressions of each sample of persons of whom nothing is missing.

    values: (person, column), without holes.
    numbers: which samples. random: the generator of a name.
    weigh: weights that are found anew in each sample, where arms were not drawn by lot.

    Sums over persons are made of how often each is in a sample, so that thousands of samples take
    about as long as they take to draw.
    """
    system = equations(data, endpoints, parts)
    rows = system.rows(values)
    found, again = [], 0
    step = max(1, BLOCK // data.persons)
    for start in range(numbers.start, numbers.stop, step):
        samples, more = _sound(data, range(start, min(start + step, numbers.stop)), random, sites)
        counts, again = samples.counts(data.persons), again + more
        if weigh is not None:
            wide = np.broadcast_to(values, (len(counts), *values.shape))
            counts = _even(counts, weigh(wide, data.treated[:, 0], counts))
        moments = crossed(rows, counts)
        found.append(solve(system, moments, moments[..., 0, 0]).estimate())
    return Bootstrapped(_names(system), np.concatenate(found), again)


def nested(
    data: IndividualData,
    endpoints: Sequence[Endpoint],
    parts: Sequence[Endpoint] = (),
    *,
    numbers: range,
    random: Random,
    sites: bool = False,
    weigh: Weigh | None = None,
    cycles: int = CYCLES,
    donors: int = DONORS,
) -> Bootstrapped:
    """The regressions of each sample of persons, once imputed (Brand et al. 2019).

    Arguments as of `bootstrapped` and `imputed`. A sample is the same in any company, with sites to
    rounding. Raises ValueError where a column has so little that samples of an arm keep having
    nothing of it.
    """
    system = equations(data, endpoints, parts)
    found, again = [], 0
    step = max(1, BLOCK // (data.persons * len(data.columns)))
    for start in range(numbers.start, numbers.stop, step):
        block = range(start, min(start + step, numbers.stop))
        samples, more = _sound(data, block, random, sites)
        again += more
        values = _imputed(data, samples, block, random, cycles, donors)
        there = (samples.who >= 0).astype(np.float64)
        arms = replace(data, arm=samples.arm).treated
        own = replace(system, treated=np.ascontiguousarray(arms.T))
        if weigh is not None:
            there = _even(there, weigh(values, arms[:, 0], there))
        whole = weigh is None and bool((samples.who >= 0).all())
        moments = crossed(own.rows(values), None if whole else there)
        found.append(solve(own, moments, moments[..., 0, 0]).estimate())
    return Bootstrapped(_names(system), np.concatenate(found), again)


def _imputed(
    data: IndividualData, samples: Samples, block: range, random: Random, cycles: int, donors: int
) -> Floats:
    """The persons of each sample, imputed once by arm, (sample, slot, column)."""
    values = np.where(samples.who[..., None] >= 0, data.values[samples.who], 0.0)
    holes = data.missing
    for arm in range(len(data.arms)):
        slots = np.flatnonzero(samples.arm == arm)
        if holes[data.arm == arm].any():
            generators = [random(f"nested.{number}.{arm}") for number in block]
            rows = np.ascontiguousarray(np.swapaxes(values[:, slots], -1, -2))
            there = samples.who[:, slots] >= 0
            done = filled(rows, generators, cycles=cycles, donors=donors, there=there)
            values[:, slots] = np.swapaxes(done, -1, -2)
    return values


def _sound(data: IndividualData, block: range, random: Random, sites: bool) -> tuple[Samples, int]:
    """Samples in which each arm has persons, and something of each of its columns."""
    samples, again = drawn(data, block, random, sites), 0
    poor = [number for number in range(len(block)) if not _rich(data, samples.who[number])]
    if not poor:
        return samples, 0
    each = [
        [row[(row >= 0) & (samples.arm == arm)] for arm in range(len(data.arms))]
        for row in samples.who
    ]
    for place in poor:
        for attempt in range(1, TRIES + 1):
            anew = partial(_renamed, random, f"again.{block[place]}.{attempt}")
            other = drawn(data, range(1), anew, sites)
            again += 1
            if _rich(data, other.who[0]):
                break
        else:
            raise ValueError("too little is measured for samples of persons to hold any of it")
        row = other.who[0]
        each[place] = [row[(row >= 0) & (other.arm == arm)] for arm in range(len(data.arms))]
    return _side_by_side(data, each), again


def _renamed(random: Random, first: str, name: str) -> Any:
    """The generator of a name after another one."""
    return random(f"{first}.{name}")


def _rich(data: IndividualData, who: Ints) -> bool:
    """Whether a sample has persons of each arm, and each column something to impute from."""
    people = who[who >= 0]
    seen = ~data.missing[people]
    arms = [seen[data.arm[people] == arm] for arm in range(len(data.arms))]
    return all(len(arm) and arm.any(axis=0).all() for arm in arms)


def _even(counts: Floats, weights: Floats) -> Floats:
    """How much each person counts in a sample; in sum as many as there are persons."""
    heavy = counts * weights
    return np.asarray(heavy * (counts.sum(axis=-1) / heavy.sum(axis=-1))[:, None])


def _names(system: Equations) -> tuple[str, ...]:
    return tuple(each.name for each in system.endpoints)
