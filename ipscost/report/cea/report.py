"""cea: what each arm costs for what it achieves, and how sure the choice between them is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipscost.analysis.decisions import Decision
from ipscost.report.cea.figures import figures
from ipscost.report.cea.headline import headline
from ipscost.report.cea.notes import of_question
from ipscost.report.cea.tables import tables
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.report import Report
from ipscost.settings import LEVEL


def cea(
    decision: Decision,
    level: float = LEVEL,
    wtp: Sequence[float] = (),
) -> Report:
    """The report of a decision: sentences, tables of the frontier, net benefit and curves, notes.

    `wtp` holds the thresholds, in the money of the result; without any, the decision's own counts.
    """
    question = CeaTerms.of(decision, level, wtp)
    return Report(
        scenario=decision.name,
        headline=(*headline(question), *question.left_out),
        tables=tables(question),
        notes=of_question(question),
        figures=tuple(figures(question)),
        record={**decision.record, "level": level, **_asked(question)},
    )


def _asked(question: CeaTerms) -> dict[str, Any]:
    """The effect, the thresholds of the tables, and where each arm stands, for the record."""
    return {
        "outcome": question.decision.outcome,
        "threshold_unit": question.icer_unit,
        "thresholds": list(question.tabled) if question.given or question.own else [],
        "standing": {question.psa.arms[s.arm]: s.status for s in question.standings},
    }
