"""What a reader of cea must know beside the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.decisions import Decision
from ipscost.analysis.estimates import View
from ipscost.report.cea.terms import Question, outcome_label
from ipscost.report.notes import common as notes
from ipscost.report.notes.model import base_case
from ipscost.run import Run
from ipscost.words.text import Words, clause, count, number, say, sentence, sentences

WIDEST = 1.96 * 0.5
"""Half the 95% interval of a share of one half, for one draw."""


def of_question(question: Question) -> tuple[Words, ...]:
    """The notes under a report, most important first."""
    run = question.decision.run
    found = [
        *direction(question.decision),
        *thresholds(question),
        *meaning(question),
        *draws(question),
    ]
    if run is not None:
        view = View(run, run.scenario.perspective)
        found += base_case(view, outcomes=(question.decision.outcome,))
        return (*before(run), *found, *after(run, question.level))
    return (*question.decision.notes, *found, *origin(question))


def direction(decision: Decision) -> Iterator[Words]:
    """That more is taken as better, where neither the file nor a known word says so."""
    label = outcome_label(decision)
    if decision.is_better_known or label is None:
        return
    key = "note_better" if decision.run is not None else "note_better_option"
    yield say(key, label=label)


def origin(question: Question) -> Iterator[Words]:
    """Where results that were made elsewhere were read."""
    record = question.decision.record
    name = "note_cea_file" if record["draws"] else "note_cea_file_point"
    digest = next(iter(record["inputs"].values()))[:12]
    yield say(
        name,
        draws=count(record["draws"]),
        file=record["psa"],
        version=record["version"],
        digest=digest,
    )


def thresholds(question: Question) -> Iterator[Words]:
    """Where the threshold comes from, or how the curves end without one."""
    stated = question.decision.threshold
    if stated is not None and question.own is not None:
        cited = stated.source_text
        source = say("cea_source", source=cited) if cited else ""
        worth = question.worth(question.own)
        if question.given and question.own not in question.given:
            yield say("note_cea_threshold_given", worth=worth, source=source)
            return
        unit = str(stated.unit)
        text = sentences(number(stated.value, unit), unit)
        yield say("note_cea_threshold", worth=worth, stated=text, source=source)
        if stated.assumption:
            yield say("note_cea_threshold_assumed", text=clause(stated.assumption))
    elif not question.given and question.is_uncertain:
        name, value = question.rule
        rule = say(f"cea_rule_{name}", worth=question.worth(value))
        label = question.outcome_label
        file = "" if question.decision.run is None else say("cea_in_file")
        yield say("note_cea_no_threshold", label=label, rule=rule, file=file)


def meaning(question: Question) -> Iterator[Words]:
    """What is by the point estimates and what over the draws, and what the words mean."""
    if not question.is_uncertain:
        run = question.decision.run
        if run is not None and run.settings.draws < 2:
            yield say("note_cea_point")
        elif question.psa.draws > 1 or run is not None:
            yield say("note_cea_fixed")
        return
    is_simulated = question.decision.run is not None
    yield say("note_cea_values" if is_simulated else "note_cea_means")


def draws(question: Question) -> Iterator[Words]:
    """How far probabilities may be off, and rows left out."""
    if not question.is_uncertain:
        return
    psa = question.psa
    if question.is_few:
        yield say("note_cea_few", draws=count(psa.draws))
    points = number(WIDEST / psa.draws**0.5, "points")
    yield say("note_cea_error", draws=count(psa.draws), points=points)
    if len(question.shown) < len(question.thresholds):
        yield say("note_cea_rows", count=count(len(question.thresholds)))


def before(run: Run) -> Iterator[Words]:
    """What is not known, which the star tells of, and what the scenario says of itself."""
    view = View(run, run.scenario.perspective)
    yield from notes.unknown(view)
    if run.scenario.note:
        yield sentence(run.scenario.note)
    yield from notes.doubts(run.scenario)


def after(run: Run, level: float) -> Iterator[Words]:
    """What the numbers rest on, and how the same run can be had again."""
    view, scenario = View(run, run.scenario.perspective), run.scenario
    yield from notes.persons(scenario)
    yield from notes.assumptions(scenario)
    yield from notes.together(scenario)
    yield from notes.fixed(scenario)
    yield from notes.stretched(view)
    yield from notes.how_sure(scenario)
    yield from notes.conversions(scenario)
    yield notes.discounting(scenario)
    yield from notes.sampling(view, level)
    yield from notes.run_lines(view)
    yield say("note_change", name=notes.shell_name(scenario))
