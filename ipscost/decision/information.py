"""The value of information, per person: EVPI, and EVPPI of quantities and groups of them.

Without further information the arm with the highest expected net benefit is chosen in every draw.
Knowing a quantity is worth the expected gain from choosing the arm given its value (Raiffa and
Schlaifer 1961, Applied Statistical Decision Theory; Strong, Oakley and Brennan 2014, doi
10.1177/0272989X13505910, for the estimate by regression).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.decision.regression import Basis, Crossed, Ranked, crossed, fit, ranked, score
from ipscost.decision.residuals import raised

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]
    Floats = NDArray[np.float64]

FEWEST_DRAWS = 100
"""With fewer draws, a spline of 12 functions would have fewer than about eight draws for each."""
DRAWS_PER_MEMBER = 10
"""A group has at least a straight line per member; fewer draws than 10 a line would fit noise."""
WHOLE_LATTICE = 4
"""Up to this many members, a group is compared with every group within it: 14 of them for four
members, but 30 for five and over 16,000 for fourteen, each a regression."""
ROUNDING = 1e-12
"""A gain of at most this share of the largest net benefit counts as rounding."""
NO_GAIN = 1e-9
"""Errors of cross-validation, in shares of the mean square, closer than this are equal: far more
than the rounding of their sums over draws, far less than any quantity of use explains."""
ERRORS = 2.0
"""A value is reported as too low if it is so by more than this many standard errors (about 95%)."""
HARDLY_LOW = 0.01
"""A value that is too low by less than this share of the EVPI is not reported: the error of the
regression itself is about 1% of the EVPI at 10,000 draws."""


@dataclass(frozen=True, slots=True)
class InformationValue:
    """A value of information per person, in the unit of net benefit, with its standard error.

    exact: computed from known expected values given each draw, not by regression.
    strays: the regression misses structure in the net benefit (lack of fit), so that the value may
        be too low by more than its standard error says.
    """

    value: float
    se: float
    exact: bool = False
    strays: bool = False


NOTHING = InformationValue(0.0, 0.0)
"""The value of knowing what does not vary."""


@dataclass(frozen=True, slots=True)
class Perfect:
    """The expected value of perfect information, EVPI.

    best: the index of the arm with the highest expected net benefit.
    worth: the EVPI, in the unit of net benefit.
    wrong: the share of draws in which another arm has a higher net benefit.
    """

    best: int
    worth: InformationValue
    wrong: float


def perfect(benefit: Floats) -> Perfect:
    """The EVPI of net benefits, (arm, draw), in their unit.

    EVPI = mean over draws of the maximum over arms, minus the maximum over arms of the mean. Its
    standard error is that of the mean gain over the chosen arm; 0 with a single draw. Source:
    Claxton 1999, doi 10.1016/S0167-6296(98)00039-3.
    """
    best = int(np.argmax(benefit.mean(axis=1)))
    gain = benefit.max(axis=0) - benefit[best]
    gain = np.where(gain > ROUNDING * np.abs(benefit).max(), gain, 0.0)
    n = gain.size
    se = float(gain.std(ddof=1) / np.sqrt(n)) if n > 1 else 0.0
    return Perfect(best, InformationValue(float(gain.mean()), se), float((gain > 0).mean()))


Given = Callable[[frozenset[str]], "Floats | None"]
"""From names of quantities to the expected net benefit given each of their draws, (arm, draw).

None if it is not known."""


def _unknown(_: frozenset[str]) -> None:
    """No expected value is known: the case of results made elsewhere."""


class Information:
    """The expected value of partial perfect information (EVPPI) of quantities and groups of them.

    benefit: net benefit, (arm, draw), in money per person.
    parameters: the draws of each quantity, (draw,), by name.
    given: the expected net benefit given each draw of some quantities, (arm, draw), or None. If it
        is known, the EVPPI is the EVPI of it; otherwise the expectation is by regression (Strong,
        Oakley and Brennan 2014, doi 10.1177/0272989X13505910).

    No EVPPI is below 0, above the EVPI, or below that of a quantity or declared group within the
    group. Raises ValueError if there are fewer than FEWEST_DRAWS draws.
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
        self._known: dict[frozenset[str], InformationValue] = {}
        self._exactly: dict[frozenset[str], InformationValue | None] = {}
        self._crosses = Crosses(self._gain)

    def single(self, name: str) -> InformationValue:
        """The EVPPI of one quantity; 0 if it is the same in every draw. Raises KeyError for none.

        In the unit of net benefit.
        """
        return self._of(frozenset([name]))

    def group(self, names: Iterable[str], others: Sequence[Iterable[str]] = ()) -> InformationValue:
        """The EVPPI of knowing several quantities at once, in the unit of net benefit.

        others: other declared groups. Knowing more is never worth less, but two regressions may
        suggest so within their errors. So the result is the largest of the group's own estimate,
        those of its members, those of the `others` within it and, for up to WHOLE_LATTICE members,
        those of all groups within it.

        Raises ValueError if a regression is needed and there are fewer than DRAWS_PER_MEMBER draws
        for each member and one more.
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
        own, *inner_ones = [self._of(inner) for inner in (members, *sorted(below, key=sorted))]
        most = max((own, *inner_ones), key=lambda each: each.value)
        strays = own.strays and most.value < self.perfect.worth.value
        return replace(most, strays=most.strays or strays)

    def _of(self, members: frozenset[str]) -> InformationValue:
        """The estimate for these quantities alone, limited to the range from 0 to the EVPI."""
        if members not in self._known:
            self._known[members] = self._within(self._exact(members) or self._regressed(members))
        return self._known[members]

    def _exact(self, members: frozenset[str]) -> InformationValue | None:
        """The estimate from known expected values; None if they are not known."""
        if members not in self._exactly:
            benefit = self._given(members)
            exact = None if benefit is None else replace(perfect(benefit).worth, exact=True)
            self._exactly[members] = exact
        return self._exactly[members]

    def _regressed(self, members: frozenset[str]) -> InformationValue:
        """The estimate by regression on those members that vary."""
        crosses = self._crosses if len(members) > 1 else Crosses(self._gain)
        quantities = (crosses.ranked(name, self._parameters[name]) for name in sorted(members))
        varying = [quantity for quantity in quantities if quantity is not None]
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

    def _within(self, estimate: InformationValue) -> InformationValue:
        """The estimate limited to 0 to the EVPI; at the EVPI it cannot be too low."""
        most = self.perfect.worth.value
        strays = estimate.strays and estimate.value < most
        return replace(estimate, value=min(max(estimate.value, 0.0), most), strays=strays)


class Crosses:
    """The bases of groups within a group, and their errors for one `gain`, (arm, draw).

    Leaving out one member after another comes to the same smaller groups again and again. Those of
    up to WHOLE_LATTICE members, all of which are needed, are made once and kept. Larger ones are
    not kept, since each may take some MB.
    """

    def __init__(self, gain: Floats) -> None:
        self._gain = gain
        self._ranked: dict[str, Ranked | None] = {}
        self._found: dict[tuple[Ranked, ...], tuple[Crossed, float]] = {}

    def ranked(self, name: str, values: Floats) -> Ranked | None:
        """A quantity by its ranks, from its `values`, (draw,); None if they are all equal."""
        if name not in self._ranked:
            self._ranked[name] = ranked(values)
        return self._ranked[name]

    def scored(
        self, quantities: Sequence[Ranked], larger: Crossed | None = None
    ) -> tuple[Crossed, float]:
        """The basis of quantities, and its error of cross-validation (`regression.score`).

        larger: a basis of these quantities and others, to save work.
        """
        key = tuple(quantities)
        if key in self._found:
            return self._found[key]
        design = crossed(quantities, larger)
        scored = (design, score(design, self._gain))
        if len(key) <= WHOLE_LATTICE:
            self._found[key] = scored
        return scored


def selected(quantities: Sequence[Ranked], gain: Floats, crosses: Crosses | None = None) -> Basis:
    """The basis of those quantities that help to predict the `gain`, (arm, draw).

    Backward elimination in one pass, in the order of the quantities: each is dropped if the error
    of cross-validation is no higher without it (but for rounding), so that quantities of no use do
    not take functions away from the others. The last one left is kept.
    """
    crosses = crosses or Crosses(gain)
    kept = list(quantities)
    design, least = crosses.scored(kept)
    for quantity in quantities:
        if len(kept) == 1:
            break
        fewer = [other for other in kept if other is not quantity]
        smaller, error = crosses.scored(fewer, design)
        if error <= least + NO_GAIN:
            kept, design, least = fewer, smaller, error
    return design


def worth(
    design: Basis,
    gain: Floats,
    orders: Sequence[Places] = (),
    tests: int = 1,
    least: float = 0.0,
) -> InformationValue:
    """The EVPPI of the quantities of a basis, in the unit of net benefit.

    gain: net benefit of each other arm minus that of the chosen arm, (arm, draw).
    orders: for each quantity, the indices of the draws in its order, (draw,), in which the
        residuals are tested for lack of fit (`residuals.raised`).
    tests: how many such regressions are tested in all.
    least: a shortfall that is too small to report, in the unit of net benefit.

    The expected gain g given the quantities is the regression of the gain on them, and EVPPI = mean
    of max(0, max over arms of g), since the chosen arm gains 0 (Strong, Oakley and Brennan 2014,
    doi 10.1177/0272989X13505910). The standard error is by the delta method: the variance of the
    coefficients of g, through the draws in which another arm is chosen, plus the variance of
    max(0, g) over the draws (formula in docs/method.md, Standard error). Near 0, where the maximum
    is not smooth, it is too small. The value strays if lack of fit lowers it by more than ERRORS
    standard errors and more than `least`.
    """
    regression = fit(design, gain)
    top = np.maximum(regression.fitted.max(axis=0), 0.0)
    chosen = (regression.fitted == top) & (top > 0)
    slope = design.project(chosen.astype(float)) * regression.weight
    of_fit = np.einsum("at,bt,ab->", slope, slope, regression.residual) / design.n
    se = float(np.sqrt(max(of_fit, 0.0) + top.var() / design.n))
    missed = raised(gain - regression.fitted, regression.fitted, orders, tests)
    return InformationValue(float(top.mean()), se, strays=missed > max(ERRORS * se, least))


def people_years(people: float, years: int, rate: float) -> float:
    """The number of people whom the decision affects over `years`, discounted to now.

    people: per year; rate: the discount rate per year. The sum of people x (1 + rate)^-(t - 1/2)
    over the years t = 1, 2, ..., each counted in its middle (docs/method.md, All people).
    """
    return people * math.fsum((1 + rate) ** -(year - 0.5) for year in range(1, years + 1))
