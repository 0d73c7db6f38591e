"""What does not hang together in a scenario, though each number in it may be right: for `check`.

Other commands do not repeat these doubts, since they are about how a scenario was made and not
about a result.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipscost.analysis.budget.doubts import doubts
from ipscost.analysis.evidence import evidence_of
from ipscost.analysis.reaches import is_modelled
from ipscost.errors import Problem, in_file_order
from ipscost.messages import Message, series
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import Model
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.quantity import RATIOS, Quantity, as_written

OLD = 10
"""How many years the newest source may be older than the prices before it is doubted."""


def incoherences(scenario: Scenario) -> tuple[Problem, ...]:
    """The doubts whether a scenario hangs together, in file order.

    W430: an arm changes an outcome and no cost but that of the programme; W431: a source studied
    other people than the scenario is about; W432: the newest source is old. W450 to W454 are of a
    rollout (`budget.doubts`).
    """
    found = (
        *_free_effects(scenario),
        *_other_people(scenario),
        *_old_sources(scenario),
        *doubts(scenario),
    )
    return in_file_order(found)


# --- an effect that changes no cost ------------------------------------------------------------


def _free_effects(scenario: Scenario) -> Iterator[Problem]:
    """A doubt for each arm that changes an outcome and no cost but that of the programme.

    A cost that is `unknown` may differ, and a difference that is stated as 0 was thought of.
    """
    others = [each for each in scenario.categories if not KINDS[each.kind].is_programme]
    for arm in scenario.interventions:
        changed = [each for each in scenario.outcomes if _is_changed(each, scenario, arm)]
        if not changed or any(_may_differ(each, scenario, arm) for each in others):
            continue
        message = Message(
            "{arm} changes {outcomes}, and no cost but that of the programme differs",
            arm=arm,
            outcomes=series(each.path for each in changed),
        )
        fix = Message(
            "add effect: {{kind: mixed, payer: {payer}, unit: {money}/person, {arm}: unknown}} to "
            "cost; or state there what the effect changes, a difference of 0 if that is nothing",
            payer=next(iter(scenario.payers)),
            money=str(scenario.money),
            arm=arm,
        )
        yield Problem(changed[0].span, "W430", changed[0].path, message, fix)


def _is_changed(outcome: Outcome, scenario: Scenario, arm: str) -> bool:
    """True where an outcome is known to differ between an arm and the reference arm."""
    if outcome.course is not None or any(rule.event != "start" for rule in outcome.rules):
        return scenario.model is not None and _moves_differ(scenario.model, scenario, arm)
    pairs = (outcome.arms, *(rule.arms for rule in outcome.rules))
    return any(_differ(arms, scenario, arm, unsaid=False) for arms in pairs)


def _may_differ(category: Category, scenario: Scenario, arm: str) -> bool:
    """True where a cost differs between an arm and the reference arm, or may for all that is said.

    A category that is a rate of others differs where they do.
    """
    if is_modelled(category) and not category.rate and scenario.model is not None:
        return _moves_differ(scenario.model, scenario, arm)
    pairs = (category.arms, *(rule.arms for rule in category.rules))
    return any(_differ(arms, scenario, arm, unsaid=True) for arms in pairs)


def _differ(arms: Mapping[str, Quantity], scenario: Scenario, arm: str, *, unsaid: bool) -> bool:
    """True where the amount of an arm differs from that of the reference arm.

    unsaid: whether an unknown amount, or a difference of 0, is one that may differ.
    """
    base, own = arms.get(scenario.reference), arms.get(arm)
    if own is None or (base is not None and base.path == own.path):
        return False
    if not own.is_known or (base is not None and not base.is_known):
        return unsaid
    if not own.is_fixed:
        return True
    if own.role == "difference":
        return unsaid or own.value != 0
    if own.role in RATIOS:
        return own.value != 1
    return base is None or not base.is_fixed or scenario.base(base) != scenario.base(own)


def _moves_differ(model: Model, scenario: Scenario, arm: str) -> bool:
    """True where people start or move otherwise in an arm than in the reference arm."""
    stretches = [stretch for move in model.moves for stretch in move.stretches]
    amounts = (
        *(state.start for state in model.states.values()),
        *(stretch.arms for stretch in stretches),
        *(stretch.shape for stretch in stretches),
        *(shares for move in model.moves for shares in move.targets.values()),
    )
    return any(_differ(arms or {}, scenario, arm, unsaid=True) for arms in amounts)


# --- sources ------------------------------------------------------------------------------------


def _other_people(scenario: Scenario) -> Iterator[Problem]:
    """A doubt for each source that studied other people, and that a number is taken from.

    None where the file says what of the effect carries over to these.
    """
    people = scenario.population
    if people is None or scenario.transfer is not None:
        return
    rested = {number.source.name for number in scenario.quantities if number.source is not None}
    for name, source in scenario.sources.items():
        studied = source.population
        if name not in rested or studied is None or source.may_be_of(people):
            continue
        message = Message(
            "{name} studied {studied}; the scenario is about {people}",
            name=name,
            studied=studied,
            people=people,
        )
        fix = Message(
            "write {people} if these are the same people; if not, say under transfer what of the "
            "effect carries over to these",
            people=as_written(people),
        )
        place = source.span or scenario.places["source"]
        yield Problem(place, "W431", f"source.{name}.population", message, fix)


def _old_sources(scenario: Scenario) -> Iterator[Problem]:
    """A doubt where the newest source is more than OLD years older than the prices.

    The year is that of `money`, or of the newest consumer prices that are known, whichever is
    later, and never the calendar's: a file that is in order today is so tomorrow. A scenario that
    tells a study is as old as the study; who builds on it is told.
    """
    if scenario.study is not None:
        return
    found = evidence_of(scenario)
    years = [year for known in scenario.prices.change.values() for year in known]
    now = max((*years, scenario.money.year or 0), default=0)
    if found.newest is None or found.year is None or now - found.year <= OLD:
        return
    message = Message(
        "the newest source, {name}, is of {year}, {age} years before the prices of {now}",
        name=found.newest.name,
        year=str(found.year),
        age=now - found.year,
        now=str(now),
    )
    fix = Message(
        "take a number from a newer publication; what is offered, to whom, and what it costs may "
        "have changed since"
    )
    place = found.newest.span or scenario.places["source"]
    yield Problem(place, "W432", f"source.{found.newest.name}", message, fix)
