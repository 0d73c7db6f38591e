"""Published evaluations side by side: what each of them found, as numbers.

Every study is run by itself, in its own money, from its own perspective and over its own horizon.
Its cost difference is then multiplied into the reader's money, where its price year is known. The
effect on a share of people has an interval only where the study says of how many people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from ipscost.across import across, country_of, three_ways
from ipscost.analysis.counts import ArmCounts, counts_of
from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario.nouns import SURE, Outcome, Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.study import DESIGNS, Study
from ipscost.settings import LEVEL
from ipscost.synthesis.effects import (
    DIFFERENCE,
    MEASURES,
    RATIOS,
    Effect,
    ZeroCellError,
    from_interval,
    from_levels,
)
from ipscost.units import (
    ORDERS,
    SHARE,
    WAYS,
    Money,
    NoPriceError,
    PriceTables,
    check_year,
    convert,
)

NO_EFFECT: Mapping[str, float] = {each: 1.0 if each in RATIOS else 0.0 for each in MEASURES}
"""What each measure is where an intervention changes nothing."""


@dataclass(frozen=True, slots=True)
class ReaderMoney:
    """The money that studies are told in: its currency and year, and where it is spent."""

    money: Money
    country: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one study found; money is per person over its horizon, with a plus where it is dearer.

    outcome: that of its row; None where it has none.
    reached: the outcome with the intervention, in the unit of the outcome; None if not known.
    control: the same in the control arm.
    counts: the people behind two shares; None where the study does not say them.
    effects: what could be worked out of each of MEASURES, for an outcome that is a share.
    printed: the measures whose interval is the publication's own.
    change: the difference of an outcome that is no share, or whose levels are not known.
    cost: the cost difference in the study's own money; None if nothing of it is known.
    in_money: the same in the reader's money, by the usual way; None where it cannot be had.
    factors: by each way of conversion what the cost is multiplied by; empty where it is not.
    unconverted: why there is none in the reader's money, where the cost is known.
    outcome_sure, cost_sure: the least sure mark of the numbers behind them, of SURE; empty if none.
    """

    run: Run
    study: Study
    outcome: Outcome | None
    reached: float | None
    control: float | None
    counts: ArmCounts | None
    effects: Mapping[str, Effect]
    printed: frozenset[str]
    change: Interval | None
    cost: Interval | None
    in_money: Interval | None
    factors: Mapping[str, float]
    unconverted: NoPriceError | None
    outcome_sure: str
    cost_sure: str
    level: float = LEVEL

    @property
    def scenario(self) -> Scenario:
        """The scenario that tells the study."""
        return self.run.scenario

    @property
    def country(self) -> str:
        """Where it was done, ISO 3166-1 alpha-3; empty where that is not stated."""
        return self.scenario.country

    @property
    def months(self) -> int | None:
        """Its horizon; None where that is not known."""
        return self.scenario.months if self.scenario.is_horizon_known else None

    @property
    def is_share(self) -> bool:
        """True for an outcome that is a share of people."""
        return self.outcome is not None and self.outcome.unit == SHARE

    @property
    def assumed_people(self) -> tuple[Quantity, ...]:
        """The shares whose people per arm are assumed, and from these the intervals of effects.

        Empty where the publication says them, or where there are no such intervals.
        """
        if self.outcome is None or self.counts is None or self.printed >= self.effects.keys():
            return ()
        arms = (self.study.arm, self.scenario.reference)
        return tuple(n for n in (self.outcome.arms[name] for name in arms) if n.assumption)

    def effect(self, measure: str) -> Interval | None:
        """An effect with its interval, in its own units; a difference of shares is a share."""
        found = self.effects.get(measure)
        if found is None:
            return None
        low, high = found.interval(self.level) or (None, None)
        return Interval(found.estimate, low, high)

    def excludes_none(self, measure: str) -> int | None:
        """1 where the interval lies above no effect, -1 below it, 0 around it; None without one."""
        found = self.effect(measure)
        return None if found is None else side(found, NO_EFFECT[measure])


def side(found: Interval, middle: float = 0.0) -> int | None:
    """1 where an interval lies above a value, -1 below, 0 around it; None without an interval."""
    if found.low is None or found.high is None:
        return None
    return int(found.low > middle) - int(found.high < middle)


def reader_of(money: Money, country: str, tables: PriceTables) -> ReaderMoney:
    """The reader's money, in the country named or in the only one that has its currency.

    Raises NoPriceError where the country or the year has no prices in the tables, or the currency
    is that of several countries.
    """
    country = country or country_of(money.currency, tables)
    before = Money(money.currency, check_year(money) - 1)
    across(before, country, money, country, tables, WAYS[0])
    return ReaderMoney(money, country)


def newest_year(country: str, tables: PriceTables) -> int:
    """The last year with consumer prices and purchasing power of a country in the tables."""
    prices = tables.countries[country]
    return max({*prices.change} & {*prices.ppp})


def studies(
    runs: Iterable[Run], reader: ReaderMoney, tables: PriceTables, level: float = LEVEL
) -> tuple[Evaluation, ...]:
    """What each run of a study found, in the order of `rank`; runs without a study are left out.

    tables: the prices by which their money is converted. Intervals are at `level`.
    Raises AskedError for one that carries an effect over: its results were never published.
    """
    runs = tuple(runs)
    for run in runs:
        if run.scenario.study is not None and run.scenario.transfer is not None:
            raise AskedError(
                Message(
                    "{file} carries an effect over, so its results are not what was published; "
                    "put transfer: in a file that extends it",
                    file=run.scenario.file,
                )
            )
    told = [(run, run.scenario.study) for run in runs if run.scenario.study is not None]
    found = (finding(run, study, reader, tables, level) for run, study in told)
    return tuple(sorted(found, key=rank))


def rank(found: Evaluation) -> tuple[bool, int, float, str]:
    """The place of a study: by design in the order of DESIGNS, then by people, then by file.

    Those that hold one form of a programme against another stand last.
    """
    study = found.study
    people = float("inf") if study.n is None else -float(study.n)
    return study.same_programme, DESIGNS.index(study.design), people, found.scenario.file


def counted(found: Iterable[Evaluation]) -> tuple[Evaluation, ...]:
    """The studies that hold a programme against something else."""
    return tuple(each for each in found if not each.study.same_programme)


People = tuple[object, ...]
"""By what the people of a study are known: a publication and a share of its control arm, or a
country, the population and how many there were."""


def people_of(found: Evaluation) -> Iterator[People]:
    """By what the people of a study are known, where it says so.

    Two arms of one trial are held against the same control arm, and a trial that was followed up
    is published twice: a pool would count its people twice. So what has the same share in the
    control arm from the same publication shares people, and what has as many people of the
    same population in the same country.
    """
    number = found.outcome and found.outcome.arms.get(found.scenario.reference)
    if number and number.source is not None and found.control is not None:
        yield number.source.cite, found.control
    if found.study.n is not None and found.country:
        yield found.country, found.scenario.population, found.study.n


def by_people(found: Iterable[Evaluation]) -> tuple[tuple[Evaluation, ...], ...]:
    """The studies, those that share people together."""
    groups = list[tuple[set[People], list[Evaluation]]]()
    for each in found:
        keys = {*people_of(each)}
        own = next((group for group in groups if group[0] & keys), None)
        if own is None:
            groups.append((keys, [each]))
        else:
            own[0].update(keys)
            own[1].append(each)
    return tuple(tuple(studies) for _, studies in groups)


def finding(
    run: Run, study: Study, reader: ReaderMoney, tables: PriceTables, level: float = LEVEL
) -> Evaluation:
    """What a run of one study found."""
    scenario, arm = run.scenario, study.arm
    view = View(run, scenario.perspective)
    path = study.outcome.path if study.outcome else ""
    place, outcome = next(
        ((n, each) for n, each in enumerate(scenario.outcomes) if each.path == path), (0, None)
    )
    reached = control = change = None
    if outcome is not None:
        reached, control = (_level(view, each, place) for each in (arm, scenario.reference))
        change = view.outcome_difference(arm, place).cell(level)
    counts = counts_of(scenario, arm, outcome) if outcome else None
    effects, printed = _effects(scenario, study, outcome, reached, control, counts, level)
    cost = view.difference(arm, view.weight(), view.everything).cell(level)
    factors, why = ({}, None) if cost is None else _factors(scenario, reader, tables)
    return Evaluation(
        run=run,
        study=study,
        outcome=outcome,
        reached=reached,
        control=control,
        counts=counts,
        effects=effects,
        printed=printed,
        change=change,
        cost=cost,
        in_money=None if cost is None or not factors else times(cost, factors[WAYS[0]]),
        factors=factors,
        unconverted=why,
        outcome_sure=_least_sure(outcome.numbers if outcome else ()),
        cost_sure=_least_sure(n for category in scenario.categories for n in category.numbers),
        level=level,
    )


def times(amount: Interval, factor: float) -> Interval:
    """An amount in other money."""
    low, high = (None if end is None else end * factor for end in (amount.low, amount.high))
    return Interval(amount.mean * factor, low, high, amount.partial)


def _factors(
    scenario: Scenario, reader: ReaderMoney, tables: PriceTables
) -> tuple[Mapping[str, float], NoPriceError | None]:
    """What a study's money is multiplied by, each way; or why it is not.

    Within a country it goes by the prices of the file, as in every other command.
    """
    money = scenario.money
    if scenario.country == reader.country:
        with suppress(NoPriceError):
            order = scenario.order if scenario.order in ORDERS else ORDERS[0]
            found = convert(money, reader.money, scenario.prices, order)
            return dict.fromkeys(WAYS, found.factor), None
    try:
        country = scenario.country or country_of(money.currency, tables)
        return three_ways(money, country, reader.money, reader.country, tables), None
    except NoPriceError as error:
        return {}, error


# --- outcomes --------------------------------------------------------------------------------


def _level(view: View, arm: str, place: int) -> float | None:
    """The outcome in an arm; None where it is not known."""
    point = view.run.point
    return view.outcome(arm, place).point if point.outcome_known[point.arm(arm), place] else None


def _effects(
    scenario: Scenario,
    study: Study,
    outcome: Outcome | None,
    reached: float | None,
    control: float | None,
    counts: ArmCounts | None,
    level: float,
) -> tuple[Mapping[str, Effect], frozenset[str]]:
    """Each measure of the effect on a share, and those whose interval is the publication's own."""
    if outcome is None or outcome.unit != SHARE:
        return {}, frozenset()
    found, printed = dict[str, Effect](), set[str]()
    for measure in MEASURES:
        stated = _printed(scenario, study.arm, outcome, measure, level)
        if stated is not None:
            found[measure] = stated
            printed.add(measure)
        elif reached is not None and control is not None:
            try:
                found[measure] = from_levels(measure, reached, control)
                if counts is not None:
                    found[measure] = counts.effect(measure)
            except ZeroCellError:  # a ratio to nothing, or one with no interval
                continue
    return found, frozenset(printed)


def _printed(
    scenario: Scenario, arm: str, outcome: Outcome, measure: str, level: float
) -> Effect | None:
    """The effect with the interval that the publication prints, as the file states it for an arm.

    That is a published ratio with both ends of its 95% interval which the file must reproduce,
    unless it is known not to follow from what else is printed; or an arm stated as a difference
    from the other, or as a ratio to it.
    """
    of_this = (measure, outcome.path, arm)
    published = {
        each.bound: each.value
        for each in scenario.targets
        if (each.what, each.path, each.arm) == of_this and not each.disagrees
    }
    if measure in RATIOS and published.keys() >= {"", "low", "high"}:
        return from_interval(measure, published[""], published["low"], published["high"])
    number = outcome.arms.get(arm)
    if number is None or not number.is_known or number.is_fixed:
        return None
    stated = {"difference": DIFFERENCE, "ratio": MEASURES[0]}.get(number.role, number.role)
    if stated != measure:
        return None
    ends = number.dist.ppf(np.array([(1 - level) / 2, (1 + level) / 2]))
    low, high = (float(end) for end in ends)
    return from_interval(measure, number.value, low, high, level)


def _least_sure(numbers: Iterable[Quantity]) -> str:
    """The least sure mark among known numbers; empty where there are none."""
    return max((each.sure for each in numbers if each.is_known), key=SURE.index, default="")


# --- which studies ---------------------------------------------------------------------------


def chosen(
    found: Sequence[Scenario],
    groups: Collection[str] = (),
    countries: Collection[str] = (),
    designs: Collection[str] = (),
) -> tuple[Scenario, ...]:
    """The studies of any of the groups, in any of the countries, of any of the designs.

    What is empty leaves all in.
    """
    return tuple(
        each
        for each in found
        if each.study is not None
        and (not groups or {*groups} & {*each.study.groups})
        and (not countries or each.country in countries)
        and (not designs or each.study.design in designs)
    )
