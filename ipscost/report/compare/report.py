"""compare: scenarios side by side, and the difference of each to the base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ipscost.analysis.compare.cases import cases_of, refuse_unlike
from ipscost.analysis.compare.comparison import comparison
from ipscost.analysis.compare.repeats import without_repeats
from ipscost.report.compare.aside import aside_tables, asides_of
from ipscost.report.compare.caveats import caveats
from ipscost.report.compare.figures import figures
from ipscost.report.compare.headline import headline
from ipscost.report.compare.inputs_table import inputs_table
from ipscost.report.compare.labels import base_of, headed
from ipscost.report.compare.notes import NOTES
from ipscost.report.compare.short import short
from ipscost.report.compare.tables import tables
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import MOST_CAVEATS, Report, Short
from ipscost.run import Run
from ipscost.settings import LEVEL


def compare(
    runs: Sequence[Run],
    level: float = LEVEL,
    *,
    base: str = "",
    arms: Sequence[str] = (),
    inputs: bool = False,
    allow: Sequence[str] = (),
    once: bool = False,
    aside: Sequence[tuple[Run, str]] = (),
) -> Report:
    """The report of runs side by side, each intervention against the base.

    `base` names the intervention that is the base, by default the first; `arms` narrows a scenario
    of several interventions to these. `level` is that of the intervals, between 0 and 1. `inputs`
    adds what explains each difference. `once` leaves out interventions of variants of the first
    scenario that are the same as there. The runs share settings and money.
    `aside` are runs in money of their own, each with why it could not be converted: they stand in a
    table of their own and count in nothing else.

    Raises AskedError where there is nothing to compare, and ScenarioError where horizons or
    perspectives differ and `allow` does not hold `horizon` or `perspective`.
    """
    every = headed([*runs, *(run for run, _ in aside)])
    runs, unconverted = every[: len(runs)], every[len(runs) :]
    cases, place = cases_of(runs, arms, base_of(runs, base), fewest=1 if aside else 2)
    apart = asides_of(unconverted, [why for _, why in aside], arms)
    if once:
        cases, place = without_repeats(cases, place)
    refuse_unlike(cases[place].scenario, [run.scenario for run in runs], allow)
    found = comparison(cases, place, level, inputs=inputs, aside=apart)
    pairs = zip(found.others, found.why, strict=inputs)
    why = tuple(inputs_table(found.base, other, each) for other, each in pairs)
    beside = aside_tables(found)
    cautions = tuple(caveats(found))
    return Report(
        scenario=found.base.name,
        headline=headline(cases, place, level),
        tables=(tables(found), *beside, *why),
        notes=(*cautions, *written(NOTES, of_run(found, cases[0].run, level))),
        record={
            case.name: {**asdict(case.run.record), "level": level}
            for case in (*cases, *(each.case for each in apart))
        },
        figures=tuple(figures(found)),
        short=Short((short(found), *beside, *why), cautions[:MOST_CAVEATS]),
    )
