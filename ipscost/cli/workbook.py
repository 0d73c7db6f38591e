"""The command that writes a scenario as a live workbook: workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Language, ScenarioFile, Simulation
from ipscost.cli.output import promise_result, write
from ipscost.errors import AskedError

ENDING = ".xlsx"
WorkbookFile = Annotated[
    Path,
    typer.Option("--out", "-o", metavar="FILE.xlsx", show_default=False),
]


@command(without=("set_", "arm"))
def workbook(
    *,
    out: WorkbookFile,
    source: ScenarioFile,
    simulation: Simulation,
    language: Language,
) -> None:
    """Write the whole model as a workbook with live formulas, for Excel or LibreOffice."""
    if out.suffix.lower() != ENDING:
        message = f"--out {out}: a workbook ends in {ENDING}; write "
        raise AskedError(f"{message}--out {out.with_suffix(ENDING)}")
    promise_result(out)
    lang = language.language
    from ipscost.cli.simulated import built_with_analyses, tell_doubts
    from ipscost.run import simulate

    scenario, _ = built_with_analyses(source, simulation, analyses=False)
    tell_doubts(scenario)
    from ipscost.book.build import check_supported, workbook

    check_supported(scenario)
    run = simulate(scenario, simulation.settings)
    write(workbook(run, lang, simulation.level), out)
