"""What a reader of voi must know: what the numbers mean, and of what they say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.decision.information import FEWEST_DRAWS
from ipscost.errors import STDIN
from ipscost.report.cea.notes import better, threshold_as_stated
from ipscost.report.notes import common, model, running
from ipscost.report.notes.about import About, Writer, of_run, written
from ipscost.report.notes.carried import carried
from ipscost.report.notes.given import of_choice
from ipscost.report.report import Note
from ipscost.report.voi.paragraphs import paragraphs
from ipscost.report.voi.study import study_notes
from ipscost.report.voi.tables import MOST_ROWS
from ipscost.report.voi.terms import Research
from ipscost.words.text import Words, count, listing, rate, say


def of_research(research: Research) -> tuple[Note, ...]:
    """The notes under a report."""
    run = research.question.decision.run
    if run is None:
        return written((*NOTES, *ELSEWHERE), About(research))
    return written((*NOTES, *SIMULATED), of_run(research, run))


def in_full(about: About[Research]) -> Iterator[Words]:
    """The answer in full sentences, where something is uncertain."""
    if about.found.question.is_uncertain:
        yield from paragraphs(about.found)


def rests_on(about: About[Research]) -> Iterator[Words]:
    """That the uncertainty of a total is by construction, where it is."""
    if about.found.question.is_uncertain:
        yield from of_choice(about.scenario)


def as_read(about: About[Research]) -> Iterator[Words]:
    """How results that were made elsewhere were read."""
    yield from about.found.question.decision.notes


def direction(about: About[Research]) -> Iterator[Words]:
    """That more is taken as better, where neither the file nor a known word says so."""
    yield from better(about.found.question.decision)


def evpi(about: About[Research]) -> Iterator[Words]:
    """What it is worth to know everything."""
    yield say("note_voi_evpi")


def evppi_few(about: About[Research]) -> Iterator[Words]:
    """That there are too few draws to tell what single quantities are worth."""
    psa = about.found.question.psa
    if about.found.information is None and psa.parameters:
        yield say("note_voi_few", draws=count(psa.draws), least=count(FEWEST_DRAWS))


def beside_cost(about: About[Research]) -> Iterator[Words]:
    """The quantities that no cost depends on, where cost alone counts."""
    research = about.found
    if research.information is not None and research.beside_cost:
        yield say("note_voi_beside_cost", paths=listing(list(research.beside_cost)))


def evppi(about: About[Research]) -> Iterator[Words]:
    """What it is worth to know a quantity."""
    if about.found.ranking:
        yield say("note_voi_evppi")


def evppi_method(about: About[Research]) -> Iterator[Words]:
    """Which values are exact given the draws, and which are by regression."""
    research = about.found
    if not research.ranking:
        return
    draws = count(research.question.psa.draws)
    exact = [name for name, worth in research.worths if worth.exact]
    others = [name for name, worth in research.worths if not worth.exact]
    if not exact or not others:
        yield say("note_voi_exact" if exact else "note_voi_se", draws=draws)
    elif len(exact) < len(others):
        yield say("note_voi_some", names=listing(exact), draws=draws)
    else:
        yield say("note_voi_but", names=listing(others), draws=draws)


def evppi_strays(about: About[Research]) -> Iterator[Words]:
    """The values that may be too low, since the regression does not follow the net benefit."""
    research = about.found
    if not research.ranking:
        return
    names = [name for name, worth in research.worths if worth.strays]
    if names:
        yield say("note_voi_strays", names=listing(names))


def evppi_rows(about: About[Research]) -> Iterator[Words]:
    """How many quantities are left out of the ranking."""
    research = about.found
    if len(research.ranking) > MOST_ROWS:
        hidden = research.ranking[MOST_ROWS:]
        most = research.money(hidden[0][1].value)
        yield say("note_voi_rows", count=count(len(hidden)), most=most)


def too_close(about: About[Research]) -> Iterator[Words]:
    """That another arm is the best by the point estimates."""
    research = about.found
    psa = research.question.psa
    if research.ranking and research.now.best not in psa.best_ones(research.wtp):
        arm = research.question.label(research.now.best)
        expected = research.question.label(psa.best(research.wtp))
        yield say("note_voi_close", arm=arm, expected=expected)


def silence(about: About[Research]) -> Iterator[Words]:
    """The quantities of which nothing can be said, and those that tell of one another."""
    decision = about.found.question.decision
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


def ranked_at(about: About[Research]) -> Iterator[Words]:
    """Which threshold the ranking is at, and where it comes from."""
    research = about.found
    question = research.question
    if not research.has_effect:
        if question.decision.run is not None and question.decision.run.scenario.outcomes:
            yield say("note_voi_cost")
        return
    stated = question.decision.threshold
    if stated is not None and question.own == research.wtp:
        yield threshold_as_stated(stated, question.worth(research.wtp))
    if len(research.thresholds) > 1:
        worth = question.worth(research.wtp)
        total = count(len(research.thresholds))
        yield say("note_voi_wtp", worth=worth, count=total)


def population(about: About[Research]) -> Iterator[Words]:
    """For how many people, and how that is counted; or how to ask for it."""
    research = about.found
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


def of_study(about: About[Research]) -> Iterator[Words]:
    """What the worth of a study is, where one is valued."""
    yield from study_notes(about.found)


def members(about: About[Research]) -> Iterator[Words]:
    """What each group holds; members that are fixed are named as such."""
    research = about.found
    drawn = research.question.psa.parameters
    for group in research.groups:
        known = [name for name in group.members if name in drawn]
        fixed = [name for name in group.members if name not in drawn]
        if known:
            yield say("note_voi_group", label=group.label, names=listing(known))
        if fixed:
            yield say("note_voi_group_fixed", label=group.label, names=listing(fixed))


def base_case(about: About[Research]) -> Iterator[Words]:
    """Where the means of the draws are other numbers than those of the base case."""
    yield from model.means_of(about.view, outcomes=(about.found.question.decision.outcome,))


def try_explain(about: About[Research]) -> Iterator[Words]:
    """Where the number that is most worth measuring comes from."""
    if about.found.ranking:
        file = about.scenario.file
        path = about.found.ranking[0][0]
        yield say("note_explain", name="-" if file == STDIN else file, path=path)


def how_read(about: About[Research]) -> Iterator[Words]:
    """How many draws were read, from which files."""
    record = about.found.question.decision.record
    digests = [f"{name} {digest[:12]}" for name, digest in record.get("inputs", {}).items()]
    yield say(
        "note_voi_files",
        draws=count(about.found.question.psa.draws),
        version=record["version"],
        files=listing(digests),
    )


NOTES: tuple[Writer[Research], ...] = (
    in_full,
    direction,
    evpi,
    evppi_few,
    beside_cost,
    evppi,
    evppi_method,
    evppi_strays,
    evppi_rows,
    too_close,
    silence,
    ranked_at,
    population,
    of_study,
    members,
)
ELSEWHERE: tuple[Writer[Research], ...] = (as_read, how_read)
"""Those of results that were made elsewhere."""
SIMULATED: tuple[Writer[Research], ...] = (
    carried,
    common.own_note,
    rests_on,
    common.doubts,
    base_case,
    common.assumptions,
    common.later_prices,
    common.how_sure,
    common.discounting,
    running.changed,
    running.how_run,
    try_explain,
)
"""Those of a run."""
