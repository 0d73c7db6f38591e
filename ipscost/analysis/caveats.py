"""What a reader must know before the answer is used: how far it may move, and what it rests on.

Four things can be the matter, in this order: a scenario analysis that moves the answer far, a weak
source behind what the answer hangs on most, numbers of other people or of long ago, and an account
that is not whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.reaches import of_saving
from ipscost.drawing.draws import BLOCK
from ipscost.run import simulate
from ipscost.scenario.nouns import Analysis, Category, Quantity, Scenario
from ipscost.scenario.quantity import SURE, Source
from ipscost.settings import LEVEL, Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LARGE = 0.1
"""A number or an analysis below this share of the variance, or of the saving, is no caveat."""
OLD = 5
"""Years between the money of a number and that of the result from which on prices are a caveat:
over fewer, wages and practice seldom change much."""
FEWEST_DRAWS = 100
"""Fewer say too little about a share of a variance."""

SCREENED = 1000
"""So many draws tell which analysis has the largest swing; that one then has all draws."""

Variants = Iterable[tuple[Analysis, Scenario]]
"""Scenario analyses, each with the scenario that it makes."""


@dataclass(frozen=True, slots=True)
class AnalysisSwing:
    """The scenario analysis that moves the saving of an arm the most.

    saving: the saving in it, in the money of the scenario. turns: it has the other sign there.
    unclear: its interval holds 0 there, and does not in the base case. moved: how far the expected
    saving is from that of the base case.
    """

    arm: str
    analysis: Analysis
    scenario: Scenario
    saving: Estimate
    turns: bool
    unclear: bool
    moved: float


@dataclass(frozen=True, slots=True)
class WeakSource:
    """The number with the weakest source among those that the saving of an arm hangs on most.

    share: of the variance of the saving, its squared correlation with the number.
    """

    arm: str
    number: Quantity
    share: float


@dataclass(frozen=True, slots=True)
class OtherPeople:
    """Sources of other people than the scenario is about, of numbers that the saving rests on."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class OldPrices:
    """The earliest year of the money that numbers were stated in, and the year of the result.

    assumed_after: the year after which the prices between them are assumed; None where none are.
    """

    stated: int
    reported: int
    assumed_after: int | None = None


@dataclass(frozen=True, slots=True)
class Incomplete:
    """What an account lacks: categories that are not known of an arm, or payers not told apart."""

    arm: str
    missing: tuple[Category, ...]
    unsplit: tuple[str, ...]


Caveat = AnalysisSwing | WeakSource | OtherPeople | OldPrices | Incomplete


def caveats_of(view: View, variants: Variants = (), level: float = LEVEL) -> tuple[Caveat, ...]:
    """All that is the matter with the savings of a run, the most important first.

    variants: the scenario analyses, which are run with the same draws.
    """
    found: tuple[Caveat | None, ...] = (
        swing(view, variants, level),
        weakest(view),
        other_people(view.run.scenario),
        old_prices(view.run.scenario),
        incomplete(view),
    )
    return tuple(caveat for caveat in found if caveat is not None)


# --- scenario analyses -------------------------------------------------------------------------


def swing(view: View, variants: Variants, level: float = LEVEL) -> AnalysisSwing | None:
    """The analysis with the largest swing: one that turns the sign, else one that leaves it
    unclear, else the one that moves the expected saving the most; None for a small one.
    """
    few = replace(view.run.settings, draws=min(view.run.settings.draws, SCREENED))
    found = [each for variant in variants for each in _swings(view, *variant, few, level)]
    largest = max(found, key=lambda each: (each.turns, each.unclear, abs(each.moved)), default=None)
    if largest is None:
        return None
    base = abs(view.total(largest.arm).point)
    if not (largest.turns or largest.unclear or abs(largest.moved) >= LARGE * base):
        return None
    whole = _swings(view, largest.analysis, largest.scenario, view.run.settings, level)
    return next(each for each in whole if each.arm == largest.arm)


def _swings(
    view: View, analysis: Analysis, variant: Scenario, settings: Settings, level: float
) -> Iterator[AnalysisSwing]:
    """How an analysis moves the saving of each arm, where both are known and in one money."""
    scenario = view.run.scenario
    if variant.money != scenario.money:
        return
    seen = View(simulate(variant, settings), variant.perspective)
    for arm in scenario.interventions:
        base, other = view.total(arm).minus(), seen.total(arm).minus()
        if base.partial or other.partial:
            continue
        yield AnalysisSwing(
            arm=arm,
            analysis=analysis,
            scenario=variant,
            saving=Estimate(other.point, other.draws),
            turns=base.point * other.point < 0,
            unclear=_is_clear(base, level) and not _is_clear(other, level),
            moved=other.point - base.point,
        )


def _is_clear(saving: Estimate, level: float) -> bool:
    """True where the interval does not reach 0."""
    extent = saving.interval(level)
    if extent.low is None or extent.high is None:
        return True
    return extent.low > 0 or extent.high < 0


# --- sources -----------------------------------------------------------------------------------


def weakest(view: View) -> WeakSource | None:
    """The weakest source of the numbers with the largest shares in the variance; None if verified.

    The share is the squared correlation of a number with the saving. For a sum of independent
    numbers that is its share of the variance, the first-order index (Saltelli and others, Global
    Sensitivity Analysis: The Primer, 2008, section 1.2.5). The first block of draws tells it well
    enough.
    """
    place, some = next(iter(view.run.draws.blocks_once(BLOCK)), (slice(0), None))
    if some is None or some.n < FEWEST_DRAWS:
        return None
    found = [
        each
        for arm in view.run.scenario.interventions
        for each in _sources(view, arm, some.columns, place)
    ]
    weak = max(found, key=lambda each: (SURE.index(each.number.sure), each.share), default=None)
    return None if weak is None or weak.number.sure == SURE[0] else weak


def _sources(
    view: View, arm: str, columns: Mapping[str, Floats], place: slice
) -> Iterator[WeakSource]:
    """The numbers with a large share in the variance of what an arm saves, over some draws."""
    total = view.total(arm)
    if total.draws is None or not total.is_uncertain:
        return
    centred = total.draws[place] - total.draws[place].mean()
    for number in of_saving(view.run.scenario, arm):
        if number.is_fixed or not number.is_known or number.path not in columns:
            continue
        own = columns[number.path] - np.mean(columns[number.path])
        spread = float(own @ own) * float(centred @ centred)
        share = float(own @ centred) ** 2 / spread if spread > 0 else 0.0
        if share >= LARGE:
            yield WeakSource(arm, number, share)


def other_people(scenario: Scenario) -> OtherPeople | None:
    """The sources that are about other people than the scenario is; None where all agree."""
    if scenario.population is None:
        return None
    rested = {n for arm in scenario.interventions for n in _named_sources(scenario, arm)}
    sources = tuple(
        source
        for name, source in scenario.sources.items()
        if name in rested and source.population not in (None, scenario.population)
    )
    return OtherPeople(sources) if sources else None


def _named_sources(scenario: Scenario, arm: str) -> Iterator[str]:
    """The names of the sources of the numbers that a saving rests on."""
    for number in of_saving(scenario, arm):
        if number.source is not None:
            yield number.source.name


def old_prices(scenario: Scenario) -> OldPrices | None:
    """The money that was restated over the longest time.

    None for a short time, unless prices within it are assumed.
    """
    ways = [
        number.conversion
        for arm in scenario.interventions
        for number in of_saving(scenario, arm)
        if number.is_known and number.conversion
    ]
    years = [way.start.year for way in ways if way.start.year is not None]
    later = scenario.later_prices if any(way.is_assumed for way in ways) else None
    reported = scenario.money.year
    if not years or reported is None:
        return None
    if reported - min(years) < OLD and later is None:
        return None
    return OldPrices(min(years), reported, later.after if later else None)


# --- the account -------------------------------------------------------------------------------


def incomplete(view: View) -> Incomplete | None:
    """The first arm of which something that counts is not known, or payers not told apart."""
    scenario = view.run.scenario
    for arm in scenario.interventions:
        if missing := view.missing(arm):
            return Incomplete(arm, missing, ())
    borne = {name for category in scenario.categories for name in category.payers}
    unsplit = tuple(n for n, payer in scenario.payers.items() if payer.of and n in borne)
    return Incomplete("", (), unsplit) if unsplit else None
