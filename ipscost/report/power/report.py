"""power: what a study of so many people can see of an effect, and what it is worth."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ipscost.analysis.caveats import Variants, Worth
from ipscost.analysis.estimates import View
from ipscost.analysis.power.plan import StudyPlan
from ipscost.report.caveats import caveats, parted
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.notes.about import of_run, written
from ipscost.report.power.figures import figures
from ipscost.report.power.headline import headline
from ipscost.report.power.notes import NOTES, own_caveats
from ipscost.report.power.tables import needed_table, sizes_table, tables
from ipscost.report.power.terms import StudyTerms
from ipscost.report.report import MOST_CAVEATS, MadeLater, Note, Report, Short


def power(plan: StudyPlan, variants: Variants = ()) -> Report:
    """The report on a plan of a study: sentences, what each size sees, notes.

    variants: the scenario analyses, for the caveats.
    """
    decision = plan.target.decision
    run = decision.run
    assert run is not None
    wtp = () if plan.target.wtp is None else (plan.target.wtp,)
    terms = StudyTerms(plan, CeaTerms.of(decision, plan.level, wtp))
    first = MadeLater(lambda: _cautions(terms, variants))
    about = of_run(terms, run, plan.level)
    shown = sizes_table(terms) if plan.sizes else needed_table(terms)
    return Report(
        scenario=decision.name,
        headline=(headline(terms),),
        tables=MadeLater(lambda: tuple(tables(terms))),
        notes=MadeLater(lambda: (*first, *written(NOTES, about))),
        record={**asdict(run.record), **_record(plan)},
        figures=tuple(figures(terms)),
        short=Short((shown,), first),
    )


def _record(plan: StudyPlan) -> dict[str, Any]:
    """What was asked."""
    population, rolled = plan.population, plan.rolled
    design: Any = plan.design
    return {
        "outcome": plan.target.decision.outcome,
        "threshold": plan.target.wtp,
        "design": plan.name,
        **asdict(design),
        "level": plan.level,
        "sd": [each.sd for each in plan.target.between],
        "sd_from": [each.source for each in plan.target.between],
        "people": None if population is None else population.people,
        "years": None if population is None else population.years,
        "discount": None if population is None else population.rate,
        "rollout": None if rolled is None else {"people": rolled.people, "account": rolled.account},
        "costs": None if plan.costs is None else asdict(plan.costs),
    }


def _cautions(terms: StudyTerms, variants: Variants) -> tuple[Note, ...]:
    """At most three: doubts about the file and whom it is of, the study's own, then the rest."""
    run = terms.question.decision.run
    assert run is not None
    target = terms.plan.target
    worth = None if target.wtp is None else Worth(terms.question.decision.outcome, target.wtp)
    view = View(run, run.scenario.perspective)
    before, behind = parted(caveats(view, variants, terms.plan.level, worth))
    if terms.is_outcome:  # what lies behind are caveats of the saving
        behind = ()
    return (*before[:1], *own_caveats(terms), *before[1:], *behind)[:MOST_CAVEATS]
