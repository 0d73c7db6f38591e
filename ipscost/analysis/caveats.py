"""What a reader must know before the answer is used: how far it may move, and what it rests on.

Seven things can be the matter, in this order: numbers of other people, an effect that is carried
over from them, a publication that does not add up, a scenario analysis that moves the answer far, a
weak source behind what the answer hangs on most, numbers of long ago or of no known year, and an
account that is not whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.carried import CarriedOver, carried_over
from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.reaches import of_effect, of_saving
from ipscost.drawing.draws import BLOCK
from ipscost.ledger import Ledger
from ipscost.rounding import NEARLY
from ipscost.run import simulate
from ipscost.scenario.model import once
from ipscost.scenario.nouns import Analysis, Category, Quantity, Scenario
from ipscost.scenario.quantity import SURE, Source
from ipscost.scenario.study import Study
from ipscost.settings import LEVEL

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
"""So many draws tell which analysis leaves it unclear; the one that is told then has all draws."""

Variants = Iterable[tuple[Analysis, Scenario]]
"""Scenario analyses, each with the scenario that it makes."""
Points = dict[str, Ledger]
"""The base case of each scenario analysis that was run, by name; another run need not repeat it."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What an outcome is worth, where the answer is a net benefit in place of a saving.

    outcome: its path. wtp: what one more of it is worth (one less, where that is better), in the
    money of the scenario; None for what each scenario states itself.
    """

    outcome: str
    wtp: float | None = None


@dataclass(frozen=True, slots=True)
class AnalysisSwing:
    """The scenario analysis that moves the saving of an arm, or its net benefit, the most.

    base, saving: the saving in the base case and in the analysis, in the money of the scenario.
    turns: it has the other sign there. unclear: its interval holds 0 there, and does not in the
    base case. moved: how far the expected saving is from that of the base case.
    """

    arm: str
    analysis: Analysis
    scenario: Scenario
    base: Estimate
    saving: Estimate
    turns: bool
    unclear: bool
    moved: float

    @property
    def is_no_further(self) -> bool:
        """True where the expected saving is no further from 0 than in the base case."""
        return self.saving.point * self.moved <= NEARLY * self.saving.point**2


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
class StudyDoubt:
    """The published study that the scenario tells, of which something does not add up."""

    study: Study


@dataclass(frozen=True, slots=True)
class NoPriceYear:
    """The currency of results whose price year is not known: no other amount stands beside them."""

    currency: str


@dataclass(frozen=True, slots=True)
class Incomplete:
    """What an account lacks: categories that are not known of an arm, or payers not told apart."""

    arm: str
    missing: tuple[Category, ...]
    unsplit: tuple[str, ...]


Caveat = (
    AnalysisSwing
    | WeakSource
    | OtherPeople
    | CarriedOver
    | StudyDoubt
    | OldPrices
    | NoPriceYear
    | Incomplete
)


def caveats_of(
    view: View, variants: Variants = (), level: float = LEVEL, worth: Worth | None = None
) -> tuple[Caveat, ...]:
    """All that is the matter with the savings of a run, the most important first.

    variants: the scenario analyses, which are run with the same draws. worth: what an outcome is
    worth, where swings and sources are judged by the net benefit.
    """
    found: tuple[Caveat | None, ...] = (
        other_people(view.run.scenario, worth),
        carried_over(view.run),
        study_doubt(view.run.scenario),
        swing(view, variants, level, worth),
        weakest(view, worth),
        old_prices(view.run.scenario),
        incomplete(view),
    )
    return tuple(caveat for caveat in found if caveat is not None)


def whatever_is_asked(view: View) -> tuple[Caveat, ...]:
    """What is the matter with a run whatever it is asked about: all but what moves the saving.

    Where an account says itself what it lacks, that is left out.
    """
    scenario = view.run.scenario
    lacks = incomplete(view)
    found = (
        other_people(scenario),
        carried_over(view.run),
        study_doubt(scenario),
        old_prices(scenario),
        lacks if lacks is not None and not lacks.missing else None,
    )
    return tuple(caveat for caveat in found if caveat is not None)


def gain_of(view: View, arm: str, worth: Worth | None = None) -> Estimate:
    """What an arm saves; with `worth` its net benefit, which adds the outcome at what it is worth.

    Partial where a part of it, or what the outcome is worth, is not known.
    """
    saving = view.total(arm).minus()
    if worth is None:
        return saving
    outcomes = view.run.scenario.outcomes
    place = next((p for p, each in enumerate(outcomes) if each.path == worth.outcome), None)
    if place is None:
        return Estimate(0.0, None, partial=True, empty=True)
    outcome, effect = outcomes[place], view.outcome_difference(arm, place)
    wtp = worth.wtp
    if wtp is None and outcome.threshold is not None:
        wtp = outcome.threshold.mean
    if wtp is None or saving.partial or effect.partial:
        return Estimate(0.0, None, partial=True, empty=True)
    price, draws = wtp * outcome.sign, saving.draws
    if draws is not None and effect.draws is not None:
        draws = draws + price * effect.draws
    return Estimate(saving.point + price * effect.point, draws, saving.replicates)


# --- scenario analyses -------------------------------------------------------------------------


def swing(
    view: View, variants: Variants, level: float = LEVEL, worth: Worth | None = None
) -> AnalysisSwing | None:
    """The analysis with the largest swing; None for a small one, or without analyses.

    One that turns the sign, else one that leaves it unclear, else the one that moves the expected
    saving the most.
    """
    base = {arm: gain_of(view, arm, worth) for arm in view.run.scenario.interventions}
    points: Points = {}
    every = [
        each for variant in variants for each in _swings(view, *variant, 0, base, worth, points)
    ]
    swings = sorted(every, key=lambda each: -abs(each.moved))
    turned = next((each for each in swings if each.turns), None)
    largest = turned or _first_unclear(view, swings, base, level, worth, points)
    if largest is None:
        first = next(iter(swings), None)
        is_large = first is not None and abs(first.moved) >= LARGE * abs(first.base.point)
        return first if is_large else None
    draws = view.run.settings.draws
    whole = _swings(view, largest.analysis, largest.scenario, draws, base, worth, points)
    found = next(each for each in whole if each.arm == largest.arm)
    is_unclear = _is_clear(found.base, level) and not _is_clear(found.saving, level)
    return replace(found, unclear=is_unclear)


def _first_unclear(
    view: View,
    swings: Sequence[AnalysisSwing],
    base: Mapping[str, Estimate],
    level: float,
    worth: Worth | None,
    points: Points,
) -> AnalysisSwing | None:
    """The largest swing that leaves a saving unclear which the base case has clear; or None.

    swings: those of the point estimates, the largest first. Draws are made of the analyses that
    move a saving towards 0, or leave it where it is, until one leaves it unclear.
    """
    if view.run.settings.draws == 0:
        return None
    clear = {arm for arm, saving in base.items() if _is_clear(saving, level)}
    lower = {each.analysis.name for each in swings if each.is_no_further}
    drawn: dict[str, dict[str, Estimate]] = {}
    for each in swings:
        name = each.analysis.name
        if name not in lower or each.arm not in clear:
            continue
        if name not in drawn:
            some = _swings(view, each.analysis, each.scenario, SCREENED, base, worth, points)
            drawn[name] = {other.arm: other.saving for other in some}
        if not _is_clear(drawn[name][each.arm], level):
            return each
    return None


def _swings(
    view: View,
    analysis: Analysis,
    variant: Scenario,
    draws: int,
    base: Mapping[str, Estimate],
    worth: Worth | None,
    points: Points,
) -> Iterator[AnalysisSwing]:
    """How an analysis moves the saving of each arm, where both are known and in one money.

    By the point estimates, and over at most so many draws, the first of those of the view. It is
    seen from the side of the view, or from its own where the view is from the scenario's. base: the
    saving of each arm in the base case. points: the point estimates so far, which are kept here.
    """
    scenario, asked, settings = view.run.scenario, view.perspective, view.run.settings
    if variant.money != scenario.money:
        return
    few = replace(settings, draws=min(settings.draws, draws))
    own = asked == scenario.perspective
    point = points.get(analysis.name)
    run = simulate(variant, few, outcomes=worth is not None, totals=True, point=point)
    points[analysis.name] = run.point
    seen = View(run, variant.perspective if own else asked)
    for arm, before in base.items():
        other = gain_of(seen, arm, worth)
        if before.partial or other.partial:
            continue
        yield AnalysisSwing(
            arm=arm,
            analysis=analysis,
            scenario=variant,
            base=before,
            saving=Estimate(other.point, other.draws),
            turns=before.point * other.point < 0,
            unclear=False,
            moved=other.point - before.point,
        )


def _is_clear(saving: Estimate, level: float) -> bool:
    """True where the interval does not reach 0."""
    extent = saving.interval(level)
    if extent.low is None or extent.high is None:
        return True
    return extent.low > 0 or extent.high < 0


# --- sources -----------------------------------------------------------------------------------


def weakest(view: View, worth: Worth | None = None) -> WeakSource | None:
    """The weakest source of the numbers with the largest shares in the variance; None if verified.

    The share is the squared correlation of a number with the saving, or with the net benefit. For a
    sum of independent numbers that is its share of the variance, the first-order index (Saltelli
    and others, Global Sensitivity Analysis: The Primer, 2008, section 1.2.5). The first block of
    draws tells it well enough.
    """
    place, some = next(iter(view.run.draws.blocks_once(BLOCK)), (slice(0), None))
    if some is None or some.n < FEWEST_DRAWS:
        return None
    found = [
        each
        for arm in view.run.scenario.interventions
        for each in _sources(view, arm, some.columns, place, worth)
    ]
    weak = max(found, key=lambda each: (SURE.index(each.number.sure), each.share), default=None)
    return None if weak is None or weak.number.sure == SURE[0] else weak


def _sources(
    view: View, arm: str, columns: Mapping[str, Floats], place: slice, worth: Worth | None
) -> Iterator[WeakSource]:
    """The numbers with a large share in the variance of what an arm saves, over some draws."""
    total, scenario = gain_of(view, arm, worth), view.run.scenario
    if total.draws is None or not total.is_uncertain:
        return
    numbers = [*of_saving(scenario, arm)]
    for outcome in scenario.outcomes:
        if worth is not None and outcome.path == worth.outcome:
            numbers += of_effect(scenario, outcome, arm)
    centred = total.draws[place] - total.draws[place].mean()
    for number in once(tuple(numbers)):
        if number.is_fixed or not number.is_known or number.path not in columns:
            continue
        own = columns[number.path] - np.mean(columns[number.path])
        spread = float(own @ own) * float(centred @ centred)
        share = float(own @ centred) ** 2 / spread if spread > 0 else 0.0
        if share >= LARGE:
            yield WeakSource(arm, number, share)


def other_people(scenario: Scenario, worth: Worth | None = None) -> OtherPeople | None:
    """The sources that are about other people than the scenario is; None where all agree.

    Of the numbers that a saving rests on, and with `worth` those of the outcome too.
    """
    if scenario.population is None:
        return None
    numbers = [n for arm in scenario.interventions for n in of_saving(scenario, arm)]
    for outcome in scenario.outcomes:
        if worth is not None and outcome.path == worth.outcome:
            numbers += [n for a in scenario.interventions for n in of_effect(scenario, outcome, a)]
    rested = {number.source.name for number in numbers if number.source is not None}
    sources = tuple(
        source
        for name, source in scenario.sources.items()
        if name in rested and not source.may_be_of(scenario.population)
    )
    return OtherPeople(sources) if sources else None


def study_doubt(scenario: Scenario) -> StudyDoubt | None:
    """The study with what is doubted about it; None where nothing is, or the file tells none."""
    study = scenario.study
    return None if study is None or study.doubt is None else StudyDoubt(study)


def old_prices(scenario: Scenario) -> OldPrices | NoPriceYear | None:
    """The money that was restated over the longest time, or that its year is not known.

    None for a short time, unless prices within it are assumed, and where no amount is known.
    """
    if scenario.money.year is None:
        is_stated = any(number.is_known for each in scenario.categories for number in each.numbers)
        return NoPriceYear(scenario.money.currency) if is_stated else None
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
