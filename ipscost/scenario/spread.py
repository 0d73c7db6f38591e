"""How persons differ from one another: the spread of costs and outcomes between persons.

It is no uncertainty of a mean: with ever more persons a mean becomes certain, and the spread stays.
A spread is stated, or derived from the published standard error of a difference and the number of
persons in the arms; where neither is known it is unknown, and whoever needs it says so.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from ipscost.errors import Span
from ipscost.scenario.distributions import Fixed
from ipscost.scenario.paths import ancestors
from ipscost.scenario.quantity import Quantity
from ipscost.units import SHARE
from ipscost.words.text import Text

SECTION = "spread"
"""The section of a file, and how the paths of its numbers begin."""
GAMMA, NORMAL, POISSON, NEGATIVE_BINOMIAL = "gamma", "normal", "poisson", "negative_binomial"
COUNTS = (POISSON, NEGATIVE_BINOMIAL)
"""How the use of something is distributed that comes in whole numbers: days, visits."""
SHAPES = (GAMMA, "lognormal", NORMAL, *COUNTS)
"""How the amounts of persons are distributed; the first one unless the file says another."""
COST, OUTCOME, TOTAL = "cost", "outcome", "total"
"""The parts of the section, and the name there of the sum of all categories, whose path is COST."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The spread of a category, of a group of categories, of their sum or of an outcome, at `path`.

    `sd` is the standard deviation between persons, in the unit of the amount, or in that of the use
    where there is a `price`; `cv` the same as a share of the mean. One of them is known, but for a
    Poisson distribution, whose mean decides. `zero` is the share of persons who have none of it; of
    counts, who never have any, beside those whose count is 0. `dist` is one of SHAPES. `is_derived`
    where it was worked out from the standard error of a difference and the persons in the arms, as
    if it were the same in both: an approximation. `price` where it is of the use of a category.
    """

    path: str
    sd: Quantity | None
    cv: Quantity | None
    zero: Quantity | None
    dist: str
    is_derived: bool
    span: Span
    price: Quantity | None = None

    def around(self, mean: float) -> float:
        """The standard deviation of persons whose mean is `mean`, both in the reported unit."""
        price = 1.0 if self.price is None else abs(self.price.mean)
        if self.dist == POISSON and mean and price:
            zero = 0.0 if self.zero is None else self.zero.mean
            return abs(mean) * least_cv(abs(mean) / price, zero)
        if self.sd is not None:
            return self.sd.mean * price
        return 0.0 if self.cv is None else self.cv.mean * abs(mean)


def least_cv(count: float, zero: float) -> float:
    """The coefficient of variation of Poisson counts with mean `count`, the least that counts have.

    zero: the share of persons who never have any. The others have the mean m = count / (1 - zero)
    and 1 + cv^2 = (1 + 1 / m) / (1 - zero).
    """
    return math.sqrt((1 + (1 - zero) / count) / (1 - zero) - 1)


@dataclass(frozen=True, slots=True)
class SpreadBetween:
    """What a file states of how persons differ.

    `by_path` has the spreads by the path of what they are of. `together` is the rank correlation
    between any two categories of one person, `frailty` the coefficient of variation of what
    multiplies all costs of one person; None where not stated, and at most one of them is.
    """

    by_path: Mapping[str, Spread] = field(default_factory=dict)
    together: Quantity | None = None
    frailty: Quantity | None = None
    note: Text | None = None
    span: Span | None = None

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Every number, in the order of the file."""
        own = (n for each in self.by_path.values() for n in (each.sd, each.cv, each.zero))
        return tuple(n for n in (*own, self.together, self.frailty) if n is not None)


class _OfPersons(Protocol):
    """An arm, as far as its persons are counted."""

    @property
    def n(self) -> int | None: ...


class _Stated(Protocol):
    """A category or an outcome, as far as its amounts are stated by arm."""

    @property
    def arms(self) -> Mapping[str, Quantity]: ...
    @property
    def span(self) -> Span: ...


class Spreading(Protocol):
    """A scenario, as far as a spread is read from it."""

    @property
    def spread(self) -> SpreadBetween | None: ...
    @property
    def arms(self) -> Mapping[str, _OfPersons]: ...
    @property
    def reference(self) -> str: ...
    @property
    def holders(self) -> Mapping[str, _Stated]: ...


def spread_of(scenario: Spreading, path: str) -> Spread | None:
    """The spread of what is at `path`, stated or derived; None if it is unknown.

    path: of a category, a group of categories, an outcome, or `cost` for the sum of all categories.
    """
    stated = scenario.spread.by_path.get(path) if scenario.spread is not None else None
    return stated or derived(scenario, path)


def spread_above(scenario: Spreading, path: str) -> Spread | None:
    """The stated spread of the innermost group that a category lies in; None if there is none."""
    by_path = {} if scenario.spread is None else scenario.spread.by_path
    return next((by_path[each] for each in reversed(ancestors(path)) if each in by_path), None)


def spread_used(scenario: Spreading, path: str) -> Spread | None:
    """The spread that the persons of a scenario have in a category or an outcome.

    A stated one, of its own or of the innermost group around it, or else a derived one.
    """
    stated = scenario.spread.by_path.get(path) if scenario.spread is not None else None
    return stated or spread_above(scenario, path) or derived(scenario, path)


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a spread is derived from: a standard error, and the persons of the arms behind it.

    `error` is in the unit of the number, `sd` the standard deviation that it implies. `reference`
    are the persons of the reference arm, None where it is the error of a mean in one arm. `arms`
    has the standard deviation of each arm and its persons, where several have the error of a mean.
    """

    number: Quantity
    error: float
    persons: int
    reference: int | None
    sd: float
    arms: tuple[tuple[float, int], ...] = ()


def derivation(scenario: Spreading, path: str) -> Derivation | None:
    """What the standard error of a difference implies for persons, or else that of a mean.

    Of a difference between n1 and n0 persons, SE = SD sqrt(1/n1 + 1/n0), if the standard deviation
    is the same in both arms; of the mean of n persons, SE = SD / sqrt(n), and where several arms
    have that, their variances are pooled by n - 1. None if no standard error or no number of
    persons is known, and for a share of persons, which has no other spread than its own. The first
    arm counts for which it is known.
    """
    holder = scenario.holders.get(path)
    if holder is None:
        return None
    price = getattr(holder, "price", None)
    persons = scenario.arms[scenario.reference].n
    means: list[tuple[Quantity, int]] = []
    for name, quantity in holder.arms.items():
        own = scenario.arms[name].n
        is_certain = not quantity.is_known or quantity.dist.sd <= 0
        is_other = quantity.unit == SHARE or quantity.unit.monthly or price is not None
        if is_certain or is_other or own is None:
            continue
        error = quantity.dist.sd
        if quantity.role == "difference" and persons is not None:
            sd = error / math.sqrt(1 / own + 1 / persons)
            return Derivation(quantity, error, own, persons, sd)
        if quantity.role == "mean":
            means.append((quantity, own))
    if not means:
        return None
    number, n = means[0]
    arms = tuple((each.dist.sd * math.sqrt(own), own) for each, own in means)
    sd = arms[0][0]
    if len(arms) > 1 and (freedom := sum(own - 1 for _, own in arms)):
        sd = math.sqrt(sum((own - 1) * each**2 for each, own in arms) / freedom)
    return Derivation(number, number.dist.sd, n, None, sd, arms if len(arms) > 1 else ())


def derived(scenario: Spreading, path: str) -> Spread | None:
    """The spread that a standard error implies (`derivation`); None where none does.

    An outcome is taken as normal, since it may be a loss to some; a cost as gamma.
    """
    found = derivation(scenario, path)
    if found is None:
        return None
    number = replace(
        found.number,
        path=f"{SECTION}.{path}.sd",
        role="mean",
        value=found.sd,
        dist=Fixed(found.sd),
        sure="derived",
        bounds=None,
        series=(),
    )
    dist = NORMAL if path.startswith(f"{OUTCOME}.") else GAMMA
    return Spread(path, number, None, None, dist, True, scenario.holders[path].span)
