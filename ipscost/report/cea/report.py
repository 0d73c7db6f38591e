"""cea: what each arm costs for what it achieves, and how sure the choice between them is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipscost.analysis.caveats import Variants
from ipscost.analysis.decisions import Decision
from ipscost.report.cea.caveats import cautions, worth_of
from ipscost.report.cea.figures import figures
from ipscost.report.cea.headline import headline
from ipscost.report.cea.notes import of_question
from ipscost.report.cea.short import short
from ipscost.report.cea.tables import tables
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.report import MadeLater, Report
from ipscost.settings import LEVEL


def cea(
    decision: Decision,
    level: float = LEVEL,
    wtp: Sequence[float] = (),
    variants: Variants = (),
) -> Report:
    """The report of a decision: its sentences, tables, notes and numbers.

    `level` is that of the intervals, between 0 and 1. `wtp` holds thresholds, in the money of the
    result per unit of effect; without any, the scenario's own is used. `variants` are the scenario
    analyses with their runs, for the caveats.
    """
    question = CeaTerms.of(decision, level, wtp)
    first = MadeLater(lambda: cautions(question, variants, worth_of(question)))
    return Report(
        scenario=decision.name,
        headline=headline(question),
        tables=tables(question),
        notes=MadeLater(lambda: (*first, *of_question(question))),
        short=short(question, first),
        figures=tuple(figures(question)),
        record={**decision.record, "level": level, **_asked(question)},
    )


def _asked(question: CeaTerms) -> dict[str, Any]:
    """What was asked, for the record: the outcome, the thresholds, and where each arm stands."""
    return {
        "outcome": question.decision.outcome,
        "threshold_unit": question.icer_unit,
        "thresholds": list(question.tabled) if question.given or question.own else [],
        "standing": {question.psa.arms[s.arm]: s.status for s in question.standings},
    }
