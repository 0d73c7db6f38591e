"""What a reader of voi must know: what the numbers mean, and of what they say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis import notes
from ipscost.analysis.estimates import View
from ipscost.analysis.model_notes import base_case
from ipscost.decision.information import FEWEST_DRAWS
from ipscost.errors import STDIN
from ipscost.report.cea.notes import direction
from ipscost.report.voi.tables import MOST_ROWS
from ipscost.report.voi.terms import Research
from ipscost.table import count, number, rate
from ipscost.words import listing, say


def of_research(research: Research) -> tuple[str, ...]:
    """The notes under a report, most important first."""
    decision, language = research.question.decision, research.language
    found: list[str] = []
    if decision.run is not None:
        scenario = decision.run.scenario
        found += [f"{scenario.note.clause(language)}."] if scenario.note else []
        found += notes.doubts(scenario, language)
    found += [
        *direction(decision, language),
        *meaning(research),
        *silence(research),
        *thresholds(research),
        *population(research),
        *members(research),
        *(note.text(language) for note in decision.notes),
    ]
    if decision.run is not None:
        scenario = decision.run.scenario
        view = View(decision.run, scenario.perspective)
        found += base_case(view, language, outcomes=(decision.outcome,))
        found += [*notes.assumptions(scenario, language), *notes.how_sure(scenario, language)]
        found += [notes.discounting(scenario, language)]
        found += [*notes.repeating(view, language), *_explain(research)]
    else:
        found.append(_files(research))
    return tuple(found)


def meaning(research: Research) -> Iterator[str]:
    """What EVPPI and its standard error mean, and how many quantities are left out."""
    language, psa = research.language, research.question.psa
    yield say("note_voi_evpi", language)
    if research.information is None:
        if psa.parameters:
            least = count(FEWEST_DRAWS, language)
            yield say("note_voi_few", language, draws=count(psa.draws, language), least=least)
        return
    if research.beside_cost:
        paths = listing(list(research.beside_cost), language)
        yield say("note_voi_beside_cost", language, paths=paths)
    if not research.ranking:
        return
    yield say("note_voi_evppi", language)
    yield from methods(research)
    yield from strays(research)
    if len(research.ranking) > MOST_ROWS:
        hidden = research.ranking[MOST_ROWS:]
        most = research.money(hidden[0][1].value)
        yield say("note_voi_rows", language, count=count(len(hidden), language), most=most)
    expected = psa.best(research.wtp)
    if research.now.best not in psa.best_ones(research.wtp):
        arm, other = (research.question.label(place) for place in (research.now.best, expected))
        yield say("note_voi_close", language, arm=arm, expected=other)


def methods(research: Research) -> Iterator[str]:
    """Which values are exact given the draws, and which are by regression."""
    language, draws = research.language, count(research.question.psa.draws, research.language)
    found = (*research.ranking, *research.together)
    exact = [name for name, worth in found if worth.exact]
    others = [name for name, worth in found if not worth.exact]
    if not exact or not others:
        yield say("note_voi_exact" if exact else "note_voi_se", language, draws=draws)
    elif len(exact) < len(others):
        yield say("note_voi_some", language, names=listing(exact, language), draws=draws)
    else:
        yield say("note_voi_but", language, names=listing(others, language), draws=draws)


def strays(research: Research) -> Iterator[str]:
    """The values that may be too low, since the regression does not follow the net benefit."""
    language = research.language
    names = [name for name, worth in (*research.ranking, *research.together) if worth.strays]
    if names:
        yield say("note_voi_strays", language, names=listing(names, language))


def silence(research: Research) -> Iterator[str]:
    """The quantities of which nothing can be said, and those that tell of one another."""
    decision, language = research.question.decision, research.language
    if decision.run is None:
        if not decision.psa.parameters:
            yield say("note_voi_parameters", language)
        return
    scenario = decision.run.scenario
    paths = [quantity.path for quantity in scenario.quantities if quantity.is_fixed]
    if paths:
        yield say("note_voi_fixed", language, paths=listing(paths, language))
    if scenario.correlations:
        labels = [each.label.text(language) for each in scenario.correlations]
        yield say("note_voi_correlated", language, labels=listing(labels, language))


def thresholds(research: Research) -> Iterator[str]:
    """Which threshold the ranking is at, and where it comes from."""
    question, language = research.question, research.language
    if not research.has_effect:
        if question.decision.run is not None and question.decision.run.scenario.outcomes:
            yield say("note_voi_cost", language)
        return
    stated = question.decision.threshold
    if stated is not None and question.own == research.wtp:
        source = stated.source_text
        source = say("cea_source", language, source=source) if source else ""
        text = f"{number(stated.value, str(stated.unit), language)} {stated.unit}"
        worth = question.worth(research.wtp)
        yield say("note_cea_threshold", language, worth=worth, stated=text, source=source)
    if len(research.thresholds) > 1:
        worth = question.worth(research.wtp)
        total = count(len(research.thresholds), language)
        yield say("note_voi_wtp", language, worth=worth, count=total)


def population(research: Research) -> Iterator[str]:
    """For how many people, and how that is counted; or how to ask for it."""
    found, language = research.population, research.language
    if found is None:
        yield say("note_voi_no_people", language)
        return
    yield say(
        "note_voi_people",
        language,
        people=research.people(found.people),
        years=count(found.years, language),
        rate=rate(found.rate, language),
        size=research.people(found.size),
    )
    run = research.question.decision.run
    if run is not None:
        key = "note_voi_rate_given" if found.is_stated else "note_voi_rate"
        yield say(key, language, rate=rate(run.scenario.discount.cost, language))


def members(research: Research) -> Iterator[str]:
    """What each group holds; members that are fixed are named as such."""
    drawn, language = research.question.psa.parameters, research.language
    for label, names in research.groups.items():
        known = [name for name in names if name in drawn]
        fixed = [name for name in names if name not in drawn]
        if known:
            yield say("note_voi_group", language, label=label, names=listing(known, language))
        if fixed:
            names_ = listing(fixed, language)
            yield say("note_voi_group_fixed", language, label=label, names=names_)


def _explain(research: Research) -> Iterator[str]:
    """Where the number that is most worth measuring comes from."""
    run = research.question.decision.run
    if run is not None and research.ranking:
        name = "-" if run.scenario.file == STDIN else run.scenario.file
        path = research.ranking[0][0]
        yield say("note_explain", research.language, name=name, path=path)


def _files(research: Research) -> str:
    """How many draws were read, from which files."""
    language, record = research.language, research.question.decision.record
    digests = [f"{name} {digest[:12]}" for name, digest in record.get("inputs", {}).items()]
    return say(
        "note_voi_files",
        language,
        draws=count(research.question.psa.draws, language),
        version=record["version"],
        files=listing(digests, language),
    )
