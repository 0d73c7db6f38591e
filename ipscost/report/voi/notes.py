"""What a reader of voi must know: what the numbers mean, and of what they say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.estimates import View
from ipscost.decision.information import FEWEST_DRAWS, Worth
from ipscost.errors import STDIN
from ipscost.report.cea.notes import direction
from ipscost.report.notes import common as notes
from ipscost.report.notes.model import base_case
from ipscost.report.voi.tables import MOST_ROWS
from ipscost.report.voi.terms import Research
from ipscost.words.text import Words, count, listing, number, rate, say, sentence, sentences


def of_research(research: Research) -> tuple[Words, ...]:
    """The notes under a report, most important first."""
    decision = research.question.decision
    found: list[Words] = []
    if decision.run is not None:
        scenario = decision.run.scenario
        found += [sentence(scenario.note)] if scenario.note else []
        found += notes.doubts(scenario)
    found += [
        *direction(decision),
        *meaning(research),
        *silence(research),
        *thresholds(research),
        *population(research),
        *members(research),
        *decision.notes,
    ]
    if decision.run is not None:
        scenario = decision.run.scenario
        view = View(decision.run, scenario.perspective)
        found += base_case(view, outcomes=(decision.outcome,))
        found += [*notes.assumptions(scenario), *notes.how_sure(scenario)]
        found += [notes.discounting(scenario)]
        found += [*notes.repeating(view), *_explain(research)]
    else:
        found.append(_files(research))
    return tuple(found)


def meaning(research: Research) -> Iterator[Words]:
    """What EVPPI and its standard error mean, and how many quantities are left out."""
    psa = research.question.psa
    yield say("note_voi_evpi")
    if research.information is None:
        if psa.parameters:
            least = count(FEWEST_DRAWS)
            yield say("note_voi_few", draws=count(psa.draws), least=least)
        return
    if research.beside_cost:
        paths = listing(list(research.beside_cost))
        yield say("note_voi_beside_cost", paths=paths)
    if not research.ranking:
        return
    yield say("note_voi_evppi")
    yield from methods(research)
    yield from strays(research)
    if len(research.ranking) > MOST_ROWS:
        hidden = research.ranking[MOST_ROWS:]
        most = research.money(hidden[0][1].value)
        yield say("note_voi_rows", count=count(len(hidden)), most=most)
    expected = psa.best(research.wtp)
    if research.now.best not in psa.best_ones(research.wtp):
        arm, other = (research.question.label(place) for place in (research.now.best, expected))
        yield say("note_voi_close", arm=arm, expected=other)


def methods(research: Research) -> Iterator[Words]:
    """Which values are exact given the draws, and which are by regression."""
    draws = count(research.question.psa.draws)
    found: tuple[tuple[Words, Worth], ...] = (*research.ranking, *research.together)
    exact = [name for name, worth in found if worth.exact]
    others = [name for name, worth in found if not worth.exact]
    if not exact or not others:
        yield say("note_voi_exact" if exact else "note_voi_se", draws=draws)
    elif len(exact) < len(others):
        yield say("note_voi_some", names=listing(exact), draws=draws)
    else:
        yield say("note_voi_but", names=listing(others), draws=draws)


def strays(research: Research) -> Iterator[Words]:
    """The values that may be too low, since the regression does not follow the net benefit."""
    names = [name for name, worth in (*research.ranking, *research.together) if worth.strays]
    if names:
        yield say("note_voi_strays", names=listing(names))


def silence(research: Research) -> Iterator[Words]:
    """The quantities of which nothing can be said, and those that tell of one another."""
    decision = research.question.decision
    if decision.run is None:
        if not decision.psa.parameters:
            yield say("note_voi_parameters")
        return
    scenario = decision.run.scenario
    paths = [quantity.path for quantity in scenario.quantities if quantity.is_fixed]
    if paths:
        yield say("note_voi_fixed", paths=listing(paths))
    if scenario.correlations:
        labels = [each.label for each in scenario.correlations]
        yield say("note_voi_correlated", labels=listing(labels))


def thresholds(research: Research) -> Iterator[Words]:
    """Which threshold the ranking is at, and where it comes from."""
    question = research.question
    if not research.has_effect:
        if question.decision.run is not None and question.decision.run.scenario.outcomes:
            yield say("note_voi_cost")
        return
    stated = question.decision.threshold
    if stated is not None and question.own == research.wtp:
        cited = stated.source_text
        source = say("cea_source", source=cited) if cited else ""
        text = sentences(number(stated.value, str(stated.unit)), str(stated.unit))
        worth = question.worth(research.wtp)
        yield say("note_cea_threshold", worth=worth, stated=text, source=source)
    if len(research.thresholds) > 1:
        worth = question.worth(research.wtp)
        total = count(len(research.thresholds))
        yield say("note_voi_wtp", worth=worth, count=total)


def population(research: Research) -> Iterator[Words]:
    """For how many people, and how that is counted; or how to ask for it."""
    found = research.population
    if found is None:
        yield say("note_voi_no_people")
        return
    yield say(
        "note_voi_people",
        people=research.people(found.people),
        years=count(found.years),
        rate=rate(found.rate),
        size=research.people(found.size),
    )
    run = research.question.decision.run
    if run is not None:
        key = "note_voi_rate_given" if found.is_stated else "note_voi_rate"
        yield say(key, rate=rate(run.scenario.discount.cost))


def members(research: Research) -> Iterator[Words]:
    """What each group holds; members that are fixed are named as such."""
    drawn = research.question.psa.parameters
    for label, names in research.groups.items():
        known = [name for name in names if name in drawn]
        fixed = [name for name in names if name not in drawn]
        if known:
            yield say("note_voi_group", label=label, names=listing(known))
        if fixed:
            names_ = listing(fixed)
            yield say("note_voi_group_fixed", label=label, names=names_)


def _explain(research: Research) -> Iterator[Words]:
    """Where the number that is most worth measuring comes from."""
    run = research.question.decision.run
    if run is not None and research.ranking:
        name = "-" if run.scenario.file == STDIN else run.scenario.file
        path = research.ranking[0][0]
        yield say("note_explain", name=name, path=path)


def _files(research: Research) -> Words:
    """How many draws were read, from which files."""
    record = research.question.decision.record
    digests = [f"{name} {digest[:12]}" for name, digest in record.get("inputs", {}).items()]
    return say(
        "note_voi_files",
        draws=count(research.question.psa.draws),
        version=record["version"],
        files=listing(digests),
    )
