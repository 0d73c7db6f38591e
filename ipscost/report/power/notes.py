"""What a reader of power must know: where the spread comes from, what the design leaves open."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ipscost.analysis.power.between import FOLLOWED, GIVEN, PARTLY, PERSONS, Between, apart
from ipscost.analysis.power.checked import STUDIES, is_skew
from ipscost.analysis.power.plan import (
    BEFORE_AFTER,
    CLUSTERS,
    GOALS,
    MATCHED,
    STAGGERED,
    TWO_ARMS,
)
from ipscost.analysis.power.target import BENEFIT, OUTCOME
from ipscost.decision.information import FEWEST_DRAWS
from ipscost.report.notes import common, running
from ipscost.report.notes.about import About, Writer, named
from ipscost.report.power.terms import StudyTerms
from ipscost.report.report import Note
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category
from ipscost.trial.designs import BySite, Staggered
from ipscost.trial.power import TwoShares
from ipscost.trial.tested import BOOTSTRAP, GAMMA, RESAMPLES
from ipscost.words.text import (
    Words,
    behind,
    count,
    listing,
    money,
    number,
    rate,
    say,
    sentences,
    within,
)

FEW_SITES = 20
"""With fewer sites a normal distribution says too much."""


def own_caveats(terms: StudyTerms) -> tuple[Note, ...]:
    """What the design cannot tell apart, and where the spread between people comes from."""
    design = tuple(named("caveat_design", text) for text in of_design(terms))
    spread = tuple(named("caveat_spread", text) for text in of_spread(terms))
    return (*design, *spread)


def of_design(terms: StudyTerms) -> Iterator[Words]:
    """What the design leaves open; nothing where chance decides who gets what."""
    plan = terms.plan
    if plan.name == BEFORE_AFTER:
        yield say("caveat_power_before")
    if plan.name == MATCHED:
        yield say("caveat_power_matched")
    design = plan.design
    if plan.name == CLUSTERS and isinstance(design, BySite):
        key = "caveat_power_sites_few" if design.sites < FEW_SITES else "caveat_power_sites"
        yield say(key, sites=count(design.sites), icc=rate(design.icc))
    if plan.name == STAGGERED and isinstance(design, Staggered):
        yield say("caveat_power_staggered", icc=rate(design.icc), sites=count(design.sites))


def of_spread(terms: StudyTerms) -> Iterator[Words]:
    """Where the spread between people comes from, unless it is stated or follows from a share."""
    of_cost = terms.plan.target.kind != OUTCOME
    told = [
        (between, _told(terms, between, is_cost=of_cost and place == 0))
        for place, between in enumerate(terms.plan.target.between)
    ]
    derived = [(between.people, sd) for between, sd in told if between.people is not None]
    if derived:
        with_, without = (count(n) for n in derived[0][0])
        sds = listing([sd for _, sd in derived])
        is_partly = any(between.source == PARTLY for between, _ in told)
        key = "caveat_power_partly" if is_partly else "caveat_power_derived"
        yield say(key, sd=sds, treated=with_, control=without)
    for between, sd in told:
        if between.source == GIVEN:
            yield say("caveat_power_given", sd=sd)
        if between.source == FOLLOWED:
            alike = [path for path in between.lacking if not _is_programme(terms, path)]
            labels = [within(terms.run.scenario.holders[path].label) for path in alike]
            key = "caveat_power_followed_lacking" if alike else "caveat_power_followed"
            yield say(key, sd=sd, persons=count(PERSONS), labels=listing(labels))


def _is_programme(terms: StudyTerms, path: str) -> bool:
    """True for a cost of the programme, which is much the same for all who get it."""
    holder = terms.run.scenario.holders[path]
    return isinstance(holder, Category) and KINDS[holder.kind].is_programme


def _told(terms: StudyTerms, between: Between, *, is_cost: bool) -> Words:
    """A standard deviation in words."""
    if is_cost:
        return money(between.sd, terms.question.currency, terms.question.stakes)
    unit = terms.question.decision.effect_unit
    return sentences(number(between.sd, unit), behind(unit))


# --- notes -----------------------------------------------------------------------------------


def power_meaning(about: About[StudyTerms]) -> Iterator[Words]:
    """What power and the half-width are, and how both are computed."""
    level = about.found.plan.level
    yield say("note_power", level=rate(level), error=rate(round(1 - level, 6)))


def power_assurance(about: About[StudyTerms]) -> Iterator[Words]:
    """What assurance is."""
    if about.found.plan.target.is_uncertain:
        yield say("note_power_assurance")


def power_apart(about: About[StudyTerms]) -> Iterator[Words]:
    """How people differ and how unsure the effect is, which no study mixes up."""
    terms = about.found
    target = terms.plan.target
    if not target.is_uncertain or isinstance(target.compared, TwoShares):
        return
    between = math.sqrt((target.compared.treated**2 + target.compared.control**2) / 2)
    unsure = apart(target.treated - target.control)
    yield say("note_power_apart", sd=terms.size(between), unsure=terms.size(unsure))


def power_checked(about: About[StudyTerms]) -> Iterator[Words]:
    """How the formulas were checked, and the sizes and tests of which they were not."""
    plan = about.found.plan
    if not plan.sizes:
        return
    yield say("note_power_checked", studies=count(STUDIES))
    if BOOTSTRAP in plan.tests:
        yield say("note_power_bootstrap", samples=count(RESAMPLES))
    if GAMMA in plan.tests:
        yield say("note_power_gamma" if is_skew(plan) else "note_power_no_gamma")
    left_out = [size.n for size in plan.sizes if not plan.drawn.get(size.n, {"": 0})]
    if left_out:
        yield say("note_power_not_drawn", sizes=listing([count(n) for n in left_out]))


def power_design(about: About[StudyTerms]) -> Iterator[Words]:
    """How people are compared."""
    plan = about.found.plan
    keys = {
        TWO_ARMS: "two",
        MATCHED: "matched",
        CLUSTERS: "clusters",
        STAGGERED: "staggered",
        BEFORE_AFTER: "before",
    }
    yield say(f"note_power_{keys[plan.name]}")


def power_lacking(about: About[StudyTerms]) -> Iterator[Words]:
    """The costs that have no stated uncertainty, and so no part in a derived spread."""
    lacking = [path for each in about.found.plan.target.between for path in each.lacking]
    if lacking:
        labels = [within(about.scenario.holders[path].label) for path in lacking]
        is_followed = any(e.source == FOLLOWED for e in about.found.plan.target.between)
        key = "note_power_alike" if is_followed else "note_power_lacking"
        yield say(key, labels=listing(labels))


def power_correlation(about: About[StudyTerms]) -> Iterator[Words]:
    """The correlation between a person's cost and effect, for net benefit."""
    target = about.found.plan.target
    if target.kind == BENEFIT:
        yield say("note_power_correlation", rho=number(target.correlation, "ratio"))


def power_worth(about: About[StudyTerms]) -> Iterator[Words]:
    """What a study is worth, or why that is not told."""
    terms = about.found
    plan = terms.plan
    if plan.evpi is not None:
        yield say("note_power_evsi")
        population = plan.population
        if plan.rolled is not None:
            yield say("note_power_rolled")
        if population is None:
            if plan.rolled is None:
                yield say("note_voi_no_people")
        else:
            yield say(
                "note_voi_people",
                people=count(round(population.people)),
                years=count(population.years),
                rate=rate(population.rate),
                size=count(round(population.size)),
            )
        if plan.costs is None and plan.choices is not None:
            yield say("note_power_no_costs")
    elif plan.name == BEFORE_AFTER:
        yield say("note_power_worth_before")
    elif plan.target.kind == OUTCOME:
        yield say("note_power_worth_outcome")
    else:
        yield say("note_power_worth_draws", least=count(FEWEST_DRAWS))


def power_beside(about: About[StudyTerms]) -> Iterator[Words]:
    """How many people it takes to see the outcome that the same study measures."""
    for other in about.found.beside:
        found = other.plan.needed(GOALS[0])
        if found is not None and other.is_outcome:
            yield say("power_beside", effect=other.effect, n=count(found))


def power_alone(about: About[StudyTerms]) -> Iterator[Words]:
    """What the sizes leave out: those who drop out, and that the study itself takes time."""
    yield say("note_power_alone")


NOTES: tuple[Writer[StudyTerms], ...] = (
    power_beside,
    power_meaning,
    power_assurance,
    power_apart,
    power_design,
    power_worth,
    power_lacking,
    power_correlation,
    power_checked,
    power_alone,
    common.own_note,
    common.conversions,
    running.how_run,
)
