"""distribution: who gains among persons, by how much, and how unevenly costs are shared."""

from __future__ import annotations

from dataclasses import asdict

from ipscost.analysis.caveats import Variants
from ipscost.analysis.distribution.answer import Distributions, distributions_of
from ipscost.analysis.estimates import View
from ipscost.report.distribution.figures import figures
from ipscost.report.distribution.headline import headlines
from ipscost.report.distribution.notes import NOTES, cautions
from ipscost.report.distribution.tables import short, tables
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import MadeLater, Report, Short
from ipscost.run import Run
from ipscost.settings import LEVEL


def distribution(
    run: Run, level: float = LEVEL, variants: Variants = (), persons: int = 0
) -> Report:
    """The report on how savings and costs of a run are spread over `persons` persons.

    variants: the scenario analyses, for the caveats.
    """
    found = distributions_of(View(run, run.scenario.perspective), level, persons)
    return report_of(found, variants)


def report_of(found: Distributions, variants: Variants = ()) -> Report:
    """The report on distributions."""
    run = found.view.run
    first = MadeLater(lambda: cautions(found, variants))
    about = of_run(found, run, found.level)
    return Report(
        scenario=found.crowd.scenario.name,
        headline=headlines(found),
        tables=MadeLater(lambda: tuple(tables(found))),
        notes=MadeLater(lambda: (*first, *written(NOTES, about))),
        record={
            **asdict(run.record),
            "level": found.level,
            "persons": found.crowd.size,
            "draws_followed": found.crowd.draws,
        },
        figures=tuple(figures(found)),
        short=Short(MadeLater(lambda: tuple(short(found))), first),
    )
