"""analyse: individual data as an economic evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from ipscost.analysis.evaluation.nouns import PersonsEvaluation
from ipscost.analysis.evaluation.week_nouns import WeeksFound
from ipscost.messages import Message
from ipscost.report.analyse.figures import figures
from ipscost.report.analyse.headline import headlines
from ipscost.report.analyse.notes import cautions, notes
from ipscost.report.analyse.short import short_tables
from ipscost.report.analyse.tables import tables
from ipscost.report.analyse.terms import EvaluationTerms
from ipscost.report.analyse.week_notes import week_notes
from ipscost.report.analyse.weeks import (
    short_week_tables,
    week_figures,
    week_tables,
)
from ipscost.report.notes.about import named
from ipscost.report.report import MOST_CAVEATS, MadeLater, Note, Report, Short, Table
from ipscost.version import __version__
from ipscost.words.text import say


def analyse(
    found: PersonsEvaluation,
    inputs: dict[str, str],
    doubts: Sequence[Message] = (),
    weeks: WeeksFound | None = None,
    week_doubts: Sequence[str] = (),
) -> Report:
    """The report on an evaluation: sentences, costs and outcomes, what the method changes, notes.

    inputs: the digest of each file that was read, by its name. doubts: about the data.
    weeks: what register weeks tell, and week_doubts: what of it could not be put into a scenario.
    """
    terms = EvaluationTerms(found)
    cautious = cautions(terms, doubts)

    def of_weeks() -> Iterable[Note]:
        return week_notes(weeks, week_doubts, found.asked.min_cell) if weeks else ()

    def short_weeks() -> Iterable[Table]:
        return short_week_tables(terms, weeks) if weeks and not found.arms else ()

    first = cautious[:MOST_CAVEATS]
    if weeks and found.arms:  # beside what arms cost there is no room for their weeks
        first = (*first[: MOST_CAVEATS - 1], named("caveat_weeks", say("weeks_more")))
    return Report(
        scenario=found.scenario.name,
        headline=tuple(headlines(terms)),
        tables=MadeLater(lambda: (*tables(terms), *(week_tables(terms, weeks) if weeks else ()))),
        notes=MadeLater(lambda: (*cautious, *notes(terms, doubts), *of_weeks())),
        record=_record(found, inputs),
        figures=(*figures(terms), *(week_figures(terms, weeks) if weeks else ())),
        short=Short(MadeLater(lambda: (*short_tables(terms), *short_weeks())), first),
    )


def _record(found: PersonsEvaluation, inputs: dict[str, str]) -> dict[str, Any]:
    """What was read and asked, from which the evaluation can be repeated."""
    asked = asdict(found.asked)
    return {
        "version": __version__,
        "inputs": inputs,
        "money": str(found.scenario.money),
        "perspective": found.scenario.perspective,
        "assigned": found.plan.assigned,
        **asked,
        "imputations": found.differences.imputations,
    }
