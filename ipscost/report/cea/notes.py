"""What a reader of cea must know beside the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.decisions import Decision
from ipscost.report.cea.paragraphs import paragraphs
from ipscost.report.cea.terms import CeaTerms, outcome_label
from ipscost.report.notes import common, lacking, model, running
from ipscost.report.notes.about import About, Writer, of_run, written
from ipscost.report.notes.carried import carried
from ipscost.report.notes.given import sure
from ipscost.report.report import Note
from ipscost.scenario.quantity import Quantity
from ipscost.words.text import Words, clause, count, number, say, sentences

WIDEST = 1.96 * 0.5
"""Half the 95% interval of a share of one half in one draw: no other share has a wider one.

That of n draws is the root of n narrower.
"""


def of_question(question: CeaTerms) -> tuple[Note, ...]:
    """The notes of a report: those of results made elsewhere, or those of a run."""
    run = question.decision.run
    if run is None:
        return written((*NOTES, *ELSEWHERE), About(question, level=question.level))
    return written((*NOTES, *SIMULATED), of_run(question, run, question.level))


def in_full(about: About[CeaTerms]) -> Iterator[Words]:
    """What the headline leaves out of the answer: odds, dominance, doubts, net benefit and EVPI."""
    yield from paragraphs(about.found)


def rests_on(about: About[CeaTerms]) -> Iterator[Words]:
    """Under which conditions probabilities and intervals hold."""
    question = about.found
    if question.is_uncertain:
        yield from sure(about.run, question.decision.outcome, question.psa.arms)


def as_read(about: About[CeaTerms]) -> Iterator[Words]:
    """How results made elsewhere were read."""
    yield from about.found.decision.notes


def direction(about: About[CeaTerms]) -> Iterator[Words]:
    """That more is taken as better, where neither the file nor a known word says which is."""
    yield from better(about.found.decision)


def better(decision: Decision) -> Iterator[Words]:
    """That more of the outcome is taken as better; nothing where the decision says which is."""
    label = outcome_label(decision)
    if decision.is_better_known or label is None:
        return
    key = "note_better" if decision.run is not None else "note_better_option"
    yield say(key, label=label)


def stated_threshold(about: About[CeaTerms]) -> Iterator[Words]:
    """Where the threshold comes from; without one, how far the curves run and why."""
    question = about.found
    stated = question.decision.threshold
    if stated is not None and question.own is not None:
        if question.given and question.own not in question.given:
            key = "note_cea_threshold_given"
            yield _cited(key, stated, worth=question.worth(question.own))
            return
        yield threshold_as_stated(stated, question.worth(question.own))
        if stated.assumption:
            yield say("note_cea_threshold_assumed", text=clause(stated.assumption))
    elif not question.given and question.is_uncertain:
        name, value = question.rule
        is_file = question.decision.run is None
        key = "note_cea_no_threshold_file" if is_file else "note_cea_no_threshold"
        yield sentences(
            say(key, label=question.outcome_label),
            say(f"cea_curves_{name}", worth=question.worth(value)),
        )


def threshold_as_stated(stated: Quantity, worth: Words) -> Words:
    """The stated threshold: its worth in the money of the result, as stated, and its source."""
    unit = str(stated.unit)
    text = sentences(number(stated.value, unit), unit)
    return _cited("note_cea_threshold", stated, worth=worth, stated=text)


def _cited(key: str, threshold: Quantity, **values: Words) -> Words:
    """The sentence under `key`, with the source of the threshold where it has one."""
    if not threshold.source_text:
        return say(key, **values)
    return say(f"{key}_cited", source=threshold.source_text, **values)


def which_values(about: About[CeaTerms]) -> Iterator[Words]:
    """Which numbers are point estimates, and which come from the draws."""
    question = about.found
    run = question.decision.run
    if question.is_uncertain:
        yield say("note_cea_means" if run is None else "note_cea_values")
    elif run is not None and run.settings.draws < 2:
        yield say("note_cea_point")
    elif question.psa.draws > 1 or run is not None:
        yield say("note_cea_fixed")


def few_draws(about: About[CeaTerms]) -> Iterator[Words]:
    """That there are too few draws for intervals and probabilities to mean much."""
    question = about.found
    if question.is_uncertain and question.is_few:
        yield say("note_cea_few", draws=count(question.psa.draws))


def curves_error(about: About[CeaTerms]) -> Iterator[Words]:
    """How far off a probability may be, given so many draws."""
    psa = about.found.psa
    if about.found.is_uncertain:
        points = number(WIDEST / psa.draws**0.5, "points")
        yield say("note_cea_error", draws=count(psa.draws), points=points)


def curves_rows(about: About[CeaTerms]) -> Iterator[Words]:
    """That the table shows only some thresholds of the curves."""
    question = about.found
    if question.is_uncertain and len(question.shown) < len(question.thresholds):
        yield say("note_cea_rows", count=count(len(question.thresholds)))


def base_case(about: About[CeaTerms]) -> Iterator[Words]:
    """Where the mean of the draws is not the base case, as in a model that is not linear."""
    yield from model.means_of(about.view, outcomes=(about.found.decision.outcome,))


def how_read(about: About[CeaTerms]) -> Iterator[Words]:
    """The file that results made elsewhere were read from."""
    record = about.found.decision.record
    name = "note_cea_file" if record["draws"] else "note_cea_file_point"
    digest = next(iter(record["inputs"].values()))[:12]
    yield say(
        name,
        draws=count(record["draws"]),
        file=record["psa"],
        version=record["version"],
        digest=digest,
    )


NOTES: tuple[Writer[CeaTerms], ...] = (
    in_full,
    direction,
    stated_threshold,
    which_values,
    few_draws,
    curves_error,
    curves_rows,
)
ELSEWHERE: tuple[Writer[CeaTerms], ...] = (as_read, how_read)
"""Those of results that were made elsewhere."""
SIMULATED: tuple[Writer[CeaTerms], ...] = (
    carried,
    common.own_note,
    rests_on,
    common.doubts,
    base_case,
    lacking.unknown,
    lacking.not_told_apart,
    common.persons,
    common.assumptions,
    common.later_prices,
    common.together,
    common.multiplied,
    common.fixed,
    common.drawn,
    common.stretched,
    common.impossible,
    common.how_sure,
    common.conversions,
    common.discounting,
    running.sampling,
    *running.RUN,
    running.try_change,
)
"""Those of a run."""
