"""What a reader of cea must know beside the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis import notes
from ipscost.analysis.decisions import Decision
from ipscost.analysis.estimates import View
from ipscost.analysis.model_notes import base_case
from ipscost.report.cea.terms import Question
from ipscost.run import Run
from ipscost.table import count, number
from ipscost.words import say

WIDEST = 1.96 * 0.5
"""Half the 95% interval of a share of one half, for one draw."""


def of_question(question: Question) -> tuple[str, ...]:
    """The notes under a report, most important first."""
    run, language = question.decision.run, question.language
    found = [
        *direction(question.decision, language),
        *thresholds(question),
        *meaning(question),
        *draws(question),
    ]
    if run is not None:
        view = View(run, run.scenario.perspective)
        found += base_case(view, language, outcomes=(question.decision.outcome,))
        return (*before(run, language), *found, *after(run, language, question.level))
    read = [note.text(language) for note in question.decision.notes]
    return (*read, *found, *origin(question))


def direction(decision: Decision, language: str) -> Iterator[str]:
    """That more is taken as better, where neither the file nor a known word says so."""
    if decision.is_better_known or decision.outcome_label is None:
        return
    key = "note_better" if decision.run is not None else "note_better_option"
    yield say(key, language, label=decision.outcome_label.text(language))


def origin(question: Question) -> Iterator[str]:
    """Where results that were made elsewhere were read."""
    record, language = question.decision.record, question.language
    name = "note_cea_file" if record["draws"] else "note_cea_file_point"
    digest = next(iter(record["inputs"].values()))[:12]
    yield say(
        name,
        language,
        draws=count(record["draws"], language),
        file=record["psa"],
        version=record["version"],
        digest=digest,
    )


def thresholds(question: Question) -> Iterator[str]:
    """Where the threshold comes from, or how the curves end without one."""
    language, stated = question.language, question.decision.threshold
    if stated is not None and question.own is not None:
        source = stated.source_text
        source = say("cea_source", language, source=source) if source else ""
        worth = question.worth(question.own)
        if question.given and question.own not in question.given:
            yield say("note_cea_threshold_given", language, worth=worth, source=source)
            return
        unit = str(stated.unit)
        text = f"{number(stated.value, unit, language)} {unit}"
        yield say("note_cea_threshold", language, worth=worth, stated=text, source=source)
        if stated.assumption:
            text = stated.assumption.clause(language)
            yield say("note_cea_threshold_assumed", language, text=text)
    elif not question.given and question.is_uncertain:
        name, value = question.rule
        rule = say(f"cea_rule_{name}", language, worth=question.worth(value))
        label = question.outcome_label
        file = "" if question.decision.run is None else say("cea_in_file", language)
        yield say("note_cea_no_threshold", language, label=label, rule=rule, file=file)


def meaning(question: Question) -> Iterator[str]:
    """What is by the point estimates and what over the draws, and what the words mean."""
    language = question.language
    if not question.is_uncertain:
        run = question.decision.run
        if run is not None and run.settings.draws < 2:
            yield say("note_cea_point", language)
        elif question.psa.draws > 1 or run is not None:
            yield say("note_cea_fixed", language)
        return
    is_simulated = question.decision.run is not None
    yield say("note_cea_values" if is_simulated else "note_cea_means", language)


def draws(question: Question) -> Iterator[str]:
    """How far probabilities may be off, and rows left out."""
    if not question.is_uncertain:
        return
    language, psa = question.language, question.psa
    if question.is_few:
        yield say("note_cea_few", language, draws=count(psa.draws, language))
    points = number(WIDEST / psa.draws**0.5, "points", language)
    yield say("note_cea_error", language, draws=count(psa.draws, language), points=points)
    if len(question.shown) < len(question.thresholds):
        yield say("note_cea_rows", language, count=count(len(question.thresholds), language))


def before(run: Run, language: str) -> Iterator[str]:
    """What is not known, which the star tells of, and what the scenario says of itself."""
    view = View(run, run.scenario.perspective)
    yield from notes.unknown(view, language)
    if run.scenario.note:
        yield f"{run.scenario.note.clause(language)}."
    yield from notes.doubts(run.scenario, language)


def after(run: Run, language: str, level: float) -> Iterator[str]:
    """What the numbers rest on, and how the same run can be had again."""
    view, scenario = View(run, run.scenario.perspective), run.scenario
    yield from notes.persons(scenario, language)
    yield from notes.assumptions(scenario, language)
    yield from notes.together(scenario, language)
    yield from notes.fixed(scenario, language)
    yield from notes.stretched(view, language)
    yield from notes.how_sure(scenario, language)
    yield from notes.conversions(scenario, language)
    yield notes.discounting(scenario, language)
    yield from notes.sampling(view, language, level)
    yield from notes.run_lines(view, language)
    yield say("note_change", language, name=notes.shell_name(scenario))
