"""The command that writes what people take away: report."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.bounds import each_once
from ipscost.cli.command import command
from ipscost.cli.options import ForPeople, Language, ScenarioFile, Simulation, Sources
from ipscost.cli.output import promise_result, write
from ipscost.errors import AskedError

if TYPE_CHECKING:
    from ipscost.analysis.what_if.tornado import Bounds
    from ipscost.report.page.material import Material

ENDINGS = {".html": "ipscost.formats.page:html"}
"""By the ending of its name what a page is written as: a module, and its function."""

PageFile = Annotated[
    Path,
    typer.Option("--out", "-o", metavar="FILE.html", show_default=False),
]
WhatIfOf = Annotated[
    list[str] | None,
    typer.Option("--what-if", metavar="PATH=LOW:HIGH", show_default=False),
]


@command()
def report(
    *,
    out: PageFile,
    what_if: WhatIfOf = None,
    sources: Sources,
    group: ForPeople,
    simulation: Simulation,
    language: Language,
) -> None:
    """Write one page for a council, with everything behind it: one HTML file."""
    written = _written_as(out)
    varied = each_once(what_if or (), "--what-if")
    if varied and len(sources.files) > 1:
        raise AskedError("--what-if changes numbers of one scenario; name one file")
    from ipscost.formats import Page

    page = Page(language=language.language)
    if len(sources.files) == 1:
        from ipscost.report.page.one import document

        made = document(_of_one(sources, simulation, group.people, varied))
    else:
        from ipscost.report.page.several import document as side_by_side

        made = side_by_side(_of_several(sources, simulation, group.people))
    module, name = written.split(":")
    write(getattr(import_module(module), name)(made, page), out)


def _written_as(out: Path) -> str:
    """Which function writes a page of this name. Refuses an ending that none is for."""
    if out.suffix.lower() not in ENDINGS:
        endings = ", ".join(ENDINGS)
        name = out.with_suffix(".html").name
        message = f"--out {out}: a page ends in {endings}; write --out {name}"
        raise AskedError(message)
    promise_result(out)
    return ENDINGS[out.suffix.lower()]


def _of_one(
    sources: Sources, simulation: Simulation, people: int | None, varied: Bounds
) -> Material:
    """The run of one scenario, with the course of every account."""
    from ipscost.analysis.payers import names
    from ipscost.cli.simulated import built_with_analyses, tell_doubts
    from ipscost.report.page.material import Material
    from ipscost.run import simulate

    source = ScenarioFile(
        file=sources.files[0],
        set_=sources.set_,
        perspective=sources.perspective,
        arm=sources.arm,
    )
    scenario, analyses = built_with_analyses(source, simulation)
    tell_doubts(scenario)
    run = simulate(scenario, simulation.settings, months=True, courses=names(scenario))
    return Material(run, simulation.level, analyses, people, varied)


def _of_several(sources: Sources, simulation: Simulation, people: int | None) -> list[Material]:
    """The runs of several scenarios, in the money of the first."""
    from ipscost.cli.versus import in_one_money
    from ipscost.report.page.material import Material
    from ipscost.run import simulate
    from ipscost.scenario.left_out import of_arms

    scenarios = in_one_money(sources.files, sources.changes, simulation.price_year)
    every = of_arms(scenarios, sources.arm or ())
    runs = [simulate(scenario, simulation.settings) for scenario in every]
    return [Material(run, simulation.level, (), people) for run in runs]
