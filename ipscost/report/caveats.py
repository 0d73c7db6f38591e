"""The caveats of an answer in words: at most three, those that matter most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ipscost.analysis.carried import CarriedOver
from ipscost.analysis.caveats import (
    AnalysisSwing,
    Caveat,
    Incomplete,
    NoPriceYear,
    OldPrices,
    OtherPeople,
    StudyDoubt,
    Variants,
    WeakSource,
    Worth,
    caveats_of,
)
from ipscost.analysis.estimates import View
from ipscost.report.notes.about import named
from ipscost.report.notes.carried import MOST_CARRIED, carried_text
from ipscost.report.notes.common import warnings_of
from ipscost.report.notes.gaps import MOST_NAMED, missing_text
from ipscost.report.notes.persons import followed
from ipscost.report.report import MOST_CAVEATS, Note
from ipscost.report.uses import labels
from ipscost.scenario.nouns import Scenario
from ipscost.settings import LEVEL
from ipscost.words.text import (
    Words,
    amount,
    clause,
    count,
    listing,
    money,
    percent,
    rate,
    say,
    sentence,
    sentences,
    within,
)


def doubted(*scenarios: Scenario) -> tuple[Note, ...]:
    """The first warning about what is in the files, and how many more there are; or nothing.

    Nothing that an answer says holds where a number was read otherwise than it was meant, so this
    stands before every other caveat.
    """
    first, *more = dict.fromkeys(text for each in scenarios for text in warnings_of(each)) or [""]
    if first == "":
        return ()
    rest = (say("caveat_doubts_more", count=count(len(more))),) if more else ()
    return (named("caveat_doubt", sentences(first, *rest)),)


def beside_rollout(*scenarios: Scenario) -> tuple[Note, ...]:
    """That an answer per person does not count what a rollout with a price of its own costs."""
    rollouts = (each.rollout for each in scenarios)
    if not any(rollout is not None and rollout.has_own_price for rollout in rollouts):
        return ()
    return (named("caveat_rollout_apart", say("caveat_rollout_apart")),)


def parted(found: Iterable[Note]) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The caveats that stand before those of an answer itself, and those that stand behind."""
    notes, first = (
        tuple(found),
        (
            "caveat_doubt",
            "caveat_rollout_apart",
            "caveat_population",
            "caveat_carried",
            "caveat_study",
        ),
    )
    before = tuple(note for note in notes if note.name in first)
    return before, tuple(note for note in notes if note not in before)


def caveats(
    view: View, variants: Variants = (), level: float = LEVEL, worth: Worth | None = None
) -> tuple[Note, ...]:
    """The first three of what is the matter with the savings of a run, as notes.

    What an account lacks is no caveat where the sentence on that arm says so itself. With `worth`
    of its net benefits, of an outcome that is worth so much.
    """
    every = caveats_of(view, variants, level, worth)
    found = [c for c in every if not (isinstance(c, Incomplete) and c.missing)]
    of_run = told(found[:MOST_CAVEATS], view, level, worth)
    scenario, who = view.run.scenario, (named("caveat_persons", t) for t in followed(view))
    notes = (*doubted(scenario), *who, *beside_rollout(scenario), *of_run)
    return notes[:MOST_CAVEATS]


def told(
    found: Iterable[Caveat], view: View, level: float = LEVEL, worth: Worth | None = None
) -> tuple[Note, ...]:
    """Caveats of a run as notes."""
    return tuple(note for caveat in found for note in _told(caveat, view, level, worth))


def _told(caveat: Caveat, view: View, level: float, worth: Worth | None) -> Iterator[Note]:
    """A caveat as a note."""
    match caveat:
        case AnalysisSwing():
            told = _swing if worth is None else _swing_of_benefit
            yield named("caveat_swing", told(caveat, view, level))
        case WeakSource():
            yield named("caveat_weakest", _weakest(caveat, view))
        case OtherPeople():
            yield named("caveat_population", _people(caveat, view))
        case CarriedOver():
            yield named("caveat_carried", carried_text(caveat, view.run.scenario, MOST_CARRIED))
        case StudyDoubt():
            yield named("caveat_study", say("caveat_study", text=doubt_of(caveat)))
        case OldPrices():
            yield named("caveat_prices", _prices(caveat))
        case NoPriceYear():
            yield named("caveat_no_year", say("caveat_no_year", currency=caveat.currency))
        case Incomplete():
            yield named("caveat_incomplete", _incomplete(caveat, view))


def doubt_of(found: StudyDoubt) -> Words:
    """What is doubted about a publication, within a sentence."""
    assert found.study.doubt is not None
    return clause(found.study.doubt)


def _prices(found: OldPrices) -> Words:
    """From which year to which prices are restated, and after which they are assumed."""
    years = {"stated": str(found.stated), "reported": str(found.reported)}
    if found.assumed_after is None:
        return say("caveat_prices", **years)
    return say("caveat_prices_assumed", after=str(found.assumed_after), **years)


def _swing(found: AnalysisSwing, view: View, level: float) -> Words:
    """How the analysis with the largest swing changes the saving of an arm."""
    scenario = view.run.scenario
    base, other = found.base, found.saving
    named = {"analysis": found.analysis.label, "arm": within(scenario.arms[found.arm].label)}
    currency = scenario.money.currency
    amounts = {
        "amount": money(abs(other.point), currency),
        "base": money(abs(base.point), currency),
    }
    if found.turns:
        key = "caveat_swing_turns" if base.point > 0 else "caveat_swing_saves"
        return sentence(say(key, **named, **amounts))
    extent = other.interval(level)
    if found.unclear and extent.low is not None and extent.high is not None:
        size = max(abs(extent.low), abs(extent.high))
        ends = {"low": amount(extent.low, size), "high": amount(extent.high, size)}
        return say("caveat_swing_unclear", level=rate(level), **ends, **named)
    key = "caveat_swing_moves" if base.point > 0 else "caveat_swing_moves_cost"
    return sentence(say(key, **named, **amounts))


def _swing_of_benefit(found: AnalysisSwing, view: View, level: float) -> Words:
    """How the analysis with the largest swing changes the net benefit of an arm."""
    scenario, other = view.run.scenario, found.saving
    named = {"analysis": found.analysis.label, "arm": scenario.arms[found.arm].label}
    extent = other.interval(level)
    if found.unclear and not found.turns and extent.low is not None and extent.high is not None:
        size = max(abs(extent.low), abs(extent.high))
        ends = {"low": amount(extent.low, size), "high": amount(extent.high, size)}
        return say("caveat_benefit_unclear", level=rate(level), **ends, **named)
    currency = scenario.money.currency
    amounts = {"amount": money(other.point, currency), "base": money(found.base.point, currency)}
    return sentence(say("caveat_benefit_moves", **amounts, **named))


def _weakest(found: WeakSource, view: View) -> Words:
    """How much of the uncertainty comes from a number, and how sure its source is."""
    scenario, path = view.run.scenario, found.number.path
    holder = next((h for h in scenario.holders.values() if found.number in h.numbers), None)
    return say(
        f"caveat_weakest_{found.number.sure}",
        share=percent(found.share, 0),
        arm=within(scenario.arms[found.arm].label),
        number=labels(scenario)[path] if holder is None else holder.label,
    )


def _people(found: OtherPeople, view: View) -> Words:
    """Whom the sources are about, and whom the scenario is about."""
    others = dict.fromkeys(s.population for s in found.sources if s.population is not None)
    population = view.run.scenario.population
    assert population is not None
    return say(
        "caveat_population",
        sources=listing([source.name for source in found.sources]),
        others=listing(others),
        population=population,
    )


def _incomplete(found: Incomplete, view: View) -> Words:
    """What is missing in the account of an arm, or which payers are not told apart."""
    scenario = view.run.scenario
    if found.missing:
        arm = within(scenario.arms[found.arm].label)
        return say("caveat_missing", arm=arm, parts=missing_text(view, found.arm, MOST_NAMED))
    payer = scenario.payers[found.unsplit[0]]
    members = [within(scenario.payers[member].label) for member in payer.of]
    return say("caveat_unsplit", payer=payer.label, members=listing(members))
