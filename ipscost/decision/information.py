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

from ipscost.decision.regression import Design, Ranked, crossed, fit, ranked, score

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FEWEST_DRAWS = 100
"""With fewer draws a regression with up to 12 functions says little."""
DRAWS_PER_MEMBER = 10
WHOLE_LATTICE = 4
"""Up to this many members, a group is compared with every group within it."""
ROUNDING = 1e-12
NO_GAIN = 1e-9
"""A part of the mean square that a quantity explains no more than by rounding."""


@dataclass(frozen=True, slots=True)
class Worth:
    """A value of information per person, in the unit of net benefit, with its standard error.

    `exact`: from expected values given each draw that are known, and not by regression.
    """

    value: float
    se: float
    exact: bool = False


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
        found = [self._of(inner) for inner in (members, *sorted(below, key=sorted))]
        return max(found, key=lambda each: each.value)

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
        found = (ranked(self._parameters[name]) for name in sorted(members))
        varying = [quantity for quantity in found if quantity is not None]
        if not varying:
            return NOTHING
        if len(varying) == 1:
            return worth(varying[0].design, self._gain[:, varying[0].order])
        return worth(selected(varying, self._gain), self._gain)

    def _within(self, found: Worth) -> Worth:
        """The estimate within 0 and the EVPI."""
        return replace(found, value=min(max(found.value, 0.0), self.perfect.worth.value))


def selected(quantities: Sequence[Ranked], gain: Floats) -> Design:
    """The design of the quantities that help to foretell the `gain`, (arm, draw).

    One pass backward over the quantities in their order: each is left out where the error of
    cross-validation is then no higher, but for rounding, so that those of no use cost the others no
    functions. The last stays.
    """
    kept, design = list(quantities), crossed(quantities)
    least = score(design, gain)
    for quantity in quantities:
        if len(kept) == 1:
            break
        fewer = [other for other in kept if other is not quantity]
        smaller = crossed(fewer)
        found = score(smaller, gain)
        if found <= least + NO_GAIN:
            kept, design, least = fewer, smaller, found
    return design


def worth(design: Design, gain: Floats) -> Worth:
    """The EVPPI of what a design is made of; `gain`: net benefit over the chosen arm, (arm, draw).

    The expected gain g given the quantities is the regression of the gain on them; EVPPI = mean of
    max(0, g), since the chosen arm gains 0. Its standard error by the delta method: the variance of
    the coefficients of g, through the draws in which an arm is chosen anew, and the variance of
    max(0, g) over the draws. It is the method's error at these draws' number; near 0, where max is
    not smooth, it is too small.
    """
    found = fit(design, gain)
    top = np.maximum(found.fitted.max(axis=0), 0.0)
    chosen = (found.fitted == top) & (top > 0)
    slope = design.project(chosen.astype(float)) * found.weight
    of_fit = np.einsum("at,bt,ab->", slope, slope, found.residual) / design.n
    se = float(np.sqrt(max(of_fit, 0.0) + top.var() / design.n))
    return Worth(float(top.mean()), se)


def people_years(people: float, years: int, rate: float) -> float:
    """How many people decide in `years`, `people` a year, discounted to now at `rate` a year.

    The sum of people x (1 + rate)^-(t - 1/2) for the years t = 1, 2, ...: each in its middle.
    """
    return people * math.fsum((1 + rate) ** -(year - 0.5) for year in range(1, years + 1))
