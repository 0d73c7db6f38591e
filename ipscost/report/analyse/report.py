"""analyse: individual data as an economic evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ipscost.analysis.evaluation.nouns import PersonsEvaluation
from ipscost.messages import Message
from ipscost.report.analyse.figures import figures
from ipscost.report.analyse.headline import headlines
from ipscost.report.analyse.notes import cautions, notes
from ipscost.report.analyse.tables import short_tables, tables
from ipscost.report.analyse.terms import EvaluationTerms
from ipscost.report.report import MadeLater, Report, Short
from ipscost.version import __version__


def analyse(
    found: PersonsEvaluation, inputs: dict[str, str], doubts: Sequence[Message] = ()
) -> Report:
    """The report on an evaluation: sentences, costs and outcomes, what the method changes, notes.

    inputs: the digest of each file that was read, by its name. doubts: about the data.
    """
    terms = EvaluationTerms(found)
    first = cautions(terms, doubts)
    return Report(
        scenario=found.scenario.name,
        headline=tuple(headlines(terms)),
        tables=MadeLater(lambda: tuple(tables(terms))),
        notes=MadeLater(lambda: (*first, *notes(terms, doubts))),
        record=_record(found, inputs),
        figures=tuple(figures(terms)),
        short=Short(MadeLater(lambda: tuple(short_tables(terms))), first),
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
