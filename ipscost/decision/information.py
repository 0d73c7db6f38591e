"""The value of information: what it is worth to know before choosing, per person.

Without more information one arm is chosen in every draw, the one with the highest expected net
benefit. To know a quantity is worth the gain from choosing in its light (Raiffa and Schlaifer 1961,
Applied Statistical Decision Theory; Strong, Oakley, Brennan 2014, doi 10.1177/0272989X13505910).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.decision.regression import Crossed, Design, Ranked, crossed, fit, ranked, score
from ipscost.decision.residuals import raised

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]
    Floats = NDArray[np.float64]

FEWEST_DRAWS = 100
"""With fewer draws a regression with up to 12 functions says little."""
DRAWS_PER_MEMBER = 10
WHOLE_LATTICE = 4
"""Up to this many members, a group is compared with every group within it."""
ROUNDING = 1e-12
NO_GAIN = 1e-9
"""A part of the mean square that a quantity explains no more than by rounding."""
ERRORS = 2.0
"""A value is said to be too low where it is so by more than so many standard errors."""
HARDLY_LOW = 0.01
"""A value that is too low by less than this part of the EVPI is not said to be."""


@dataclass(frozen=True, slots=True)
class Worth:
    """A value of information per person, in the unit of net benefit, with its standard error.

    `exact`: from expected values given each draw that are known, and not by regression.
    `strays`: the regression does not follow the net benefit, so that the value may be too low by
    more than its standard error tells.
    """

    value: float
    se: float
    exact: bool = False
    strays: bool = False


NOTHING = Worth(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Perfect:
    """What it is worth to know everything.

    best: the place of the arm with the highest expected net benefit. wrong: the share of draws in
    which another arm is better.
    """

    best: int
    worth: Worth
    wrong: float


def perfect(benefit: Floats) -> Perfect:
    """The expected value of perfect information of net benefits, (arm, draw).

    EVPI = mean over draws of max over arms, minus max over arms of the mean; its standard error is
    that of the mean of the gain over the chosen arm.
    """
    best = int(np.argmax(benefit.mean(axis=1)))
    gain = benefit.max(axis=0) - benefit[best]
    gain = np.where(gain > ROUNDING * np.abs(benefit).max(), gain, 0.0)
    n = gain.size
    se = float(gain.std(ddof=1) / np.sqrt(n)) if n > 1 else 0.0
    return Perfect(best, Worth(float(gain.mean()), se), float((gain > 0).mean()))


Given = Callable[[frozenset[str]], "Floats | None"]
"""The expected net benefit given each draw of some quantities, (arm, draw), or None."""


def _unknown(_: frozenset[str]) -> None:
    """Of results made elsewhere no expected value is known."""


class Information:
    """The expected value of partly perfect information (EVPPI) of quantities and groups of them.

    benefit: net benefit, (arm, draw). parameters: each quantity, (draw,), by name. No EVPPI is
    below 0, above the EVPI, or below that of a quantity or declared group within the group.

    given: the expected net benefit given each draw of some quantities, (arm, draw), where it is
        known; the EVPPI is then the EVPI of that, and else a regression tells what is expected.

    Raises ValueError where there are fewer than FEWEST_DRAWS draws.
    """

    def __init__(
        self, benefit: Floats, parameters: Mapping[str, Floats], given: Given = _unknown
    ) -> None:
        if benefit.shape[1] < FEWEST_DRAWS:
            raise ValueError(f"EVPPI needs {FEWEST_DRAWS} draws or more, not {benefit.shape[1]}")
        self.perfect = perfect(benefit)
        best = self.perfect.best
        self._gain = np.delete(benefit, best, axis=0) - benefit[best]
        self._parameters = parameters
        self._given = given
        self._known: dict[frozenset[str], Worth] = {}
        self._exactly: dict[frozenset[str], Worth | None] = {}
        self._crosses = Crosses(self._gain)

    def single(self, name: str) -> Worth:
        """The EVPPI of one quantity; nothing where it is the same in every draw."""
        return self._of(frozenset([name]))

    def group(self, names: Iterable[str], others: Sequence[Iterable[str]] = ()) -> Worth:
        """The EVPPI of knowing several quantities at once; `others` are other declared groups.

        To know more is never worth less, but two regressions may say so within their error; so the
        largest is taken of the group's own estimate and those of its members, of the `others`
        within it and, for up to WHOLE_LATTICE members, of every group within it.

        Raises ValueError where there are fewer than 10 draws for each member, for a regression.
        """
        members = frozenset(names)
        n = self._gain.shape[1]
        if self._exact(members) is None and n < DRAWS_PER_MEMBER * (len(members) + 1):
            least = DRAWS_PER_MEMBER * (len(members) + 1)
            raise ValueError(f"the EVPPI of {len(members)} quantities needs {least} draws, not {n}")
        below = {frozenset([name]) for name in members}
        below |= {inner for inner in map(frozenset, others) if inner < members}
        if len(members) <= WHOLE_LATTICE:
            sizes = range(2, len(members))
            below |= {frozenset(c) for k in sizes for c in itertools.combinations(members, k)}
        self._crosses = Crosses(self._gain)
        found = [self._of(inner) for inner in (members, *sorted(below, key=sorted))]
        most = max(found, key=lambda each: each.value)
        strays = found[0].strays and most.value < self.perfect.worth.value
        return replace(most, strays=most.strays or strays)

    def _of(self, members: frozenset[str]) -> Worth:
        """The estimate of quantities by themselves, within 0 and the EVPI."""
        if members not in self._known:
            self._known[members] = self._within(self._exact(members) or self._regressed(members))
        return self._known[members]

    def _exact(self, members: frozenset[str]) -> Worth | None:
        """The estimate from expected values that are known, or None where they are not."""
        if members not in self._exactly:
            benefit = self._given(members)
            found = None if benefit is None else replace(perfect(benefit).worth, exact=True)
            self._exactly[members] = found
        return self._exactly[members]

    def _regressed(self, members: frozenset[str]) -> Worth:
        """The estimate by a regression on the members that vary."""
        crosses = self._crosses if len(members) > 1 else Crosses(self._gain)
        found = (crosses.ranked(name, self._parameters[name]) for name in sorted(members))
        varying = [quantity for quantity in found if quantity is not None]
        if not varying:
            return NOTHING
        tests, least = len(self._parameters), HARDLY_LOW * self.perfect.worth.value
        if len(varying) == 1:
            order = varying[0].order
            gain, ranks = self._gain[:, order], [np.arange(order.size)]
            return worth(varying[0].design, gain, ranks, tests, least)
        design = selected(varying, self._gain, crosses)
        orders = [quantity.order for quantity in varying]
        return worth(design, self._gain, orders, tests, least)

    def _within(self, found: Worth) -> Worth:
        """The estimate within 0 and the EVPI, of which no value is too low."""
        most = self.perfect.worth.value
        strays = found.strays and found.value < most
        return replace(found, value=min(max(found.value, 0.0), most), strays=strays)


class Crosses:
    """The designs of groups within a group, and their errors for one `gain`, (arm, draw).

    Groups within a group meet again and again when one member after another is left out; those of
    up to WHOLE_LATTICE members, which are all asked for, are made once. Larger ones are not kept:
    each may take some MB.
    """

    def __init__(self, gain: Floats) -> None:
        self._gain = gain
        self._ranked: dict[str, Ranked | None] = {}
        self._found: dict[tuple[Ranked, ...], tuple[Crossed, float]] = {}

    def ranked(self, name: str, values: Floats) -> Ranked | None:
        """A quantity by its ranks, from its `values`, (draw,)."""
        if name not in self._ranked:
            self._ranked[name] = ranked(values)
        return self._ranked[name]

    def scored(
        self, quantities: Sequence[Ranked], larger: Crossed | None = None
    ) -> tuple[Crossed, float]:
        """The design of quantities and its error; `larger`: one of these and others."""
        key = tuple(quantities)
        if key in self._found:
            return self._found[key]
        design = crossed(quantities, larger)
        found = (design, score(design, self._gain))
        if len(key) <= WHOLE_LATTICE:
            self._found[key] = found
        return found


def selected(quantities: Sequence[Ranked], gain: Floats, crosses: Crosses | None = None) -> Design:
    """The design of the quantities that help to foretell the `gain`, (arm, draw).

    One pass backward over the quantities in their order: each is left out where the error of
    cross-validation is then no higher, but for rounding, so that those of no use cost the others no
    functions. The last stays.
    """
    crosses = crosses or Crosses(gain)
    kept = list(quantities)
    design, least = crosses.scored(kept)
    for quantity in quantities:
        if len(kept) == 1:
            break
        fewer = [other for other in kept if other is not quantity]
        smaller, found = crosses.scored(fewer, design)
        if found <= least + NO_GAIN:
            kept, design, least = fewer, smaller, found
    return design


def worth(
    design: Design,
    gain: Floats,
    orders: Sequence[Places] = (),
    tests: int = 1,
    least: float = 0.0,
) -> Worth:
    """The EVPPI of what a design is made of; `gain`: net benefit over the chosen arm, (arm, draw).

    The expected gain g given the quantities is the regression of the gain on them; EVPPI = mean of
    max(0, g), since the chosen arm gains 0. Its standard error by the delta method: the variance of
    the coefficients of g, through the draws in which an arm is chosen anew, and the variance of
    max(0, g) over the draws. It is the method's error at these draws' number; near 0, where max is
    not smooth, it is too small.

    orders: the draws in the order of each quantity, (draw,), for the check of what the regression
        leaves (`residuals`), one of `tests`. The value strays where that leaves out more than
        ERRORS standard errors and more than `least`.
    """
    found = fit(design, gain)
    top = np.maximum(found.fitted.max(axis=0), 0.0)
    chosen = (found.fitted == top) & (top > 0)
    slope = design.project(chosen.astype(float)) * found.weight
    of_fit = np.einsum("at,bt,ab->", slope, slope, found.residual) / design.n
    se = float(np.sqrt(max(of_fit, 0.0) + top.var() / design.n))
    missed = raised(gain - found.fitted, found.fitted, orders, tests)
    return Worth(float(top.mean()), se, strays=missed > max(ERRORS * se, least))


def people_years(people: float, years: int, rate: float) -> float:
    """How many people decide in `years`, `people` a year, discounted to now at `rate` a year.

    The sum of people x (1 + rate)^-(t - 1/2) for the years t = 1, 2, ...: each in its middle.
    """
    return people * math.fsum((1 + rate) ** -(year - 0.5) for year in range(1, years + 1))
