"""The small picture that --plot draws below the result of a command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipscost.cli import screen
from ipscost.cli.output import encoding, tell, write
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.power.plan import StudyPlan
    from ipscost.analysis.power.study import AskedStudy
    from ipscost.analysis.voi import Population
    from ipscost.cli.options import Output, Sketched
    from ipscost.report.budget.answer import BudgetAnswer
    from ipscost.run import Run


def check_sketch(sketched: Sketched, output: Output, kind: str, file: str | None) -> None:
    """Refuses a picture in characters for what is no page of a terminal."""
    if not sketched.plot:
        return
    if file is None:
        raise AskedError(
            Message("--plot draws scenarios, not results made elsewhere; leave it out")
        )
    if output.out is not None or output.format_ not in (None, "table"):
        name = "--out" if output.out is not None else f"--format {output.format_}"
        raise AskedError(
            Message(
                "--plot draws in the terminal, and {name} is for another program; write "
                "ipscost plot {kind} {file} --out {kind}.svg",
                name=name,
                kind=kind,
                file=file,
            )
        )


def show_sketch(
    sketched: Sketched,
    output: Output,
    kind: str,
    run: Run | None,
    level: float,
    outcome: str | None = None,
    wtp: Sequence[float] = (),
    rolled: BudgetAnswer | None = None,
    plan: StudyPlan | None = None,
    asked: AskedStudy | None = None,
    population: Population | None = None,
) -> None:
    """Draws the picture `kind` of a run below what is written already, where it was asked for."""
    if not sketched.plot or run is None:
        return
    from ipscost.formats import Page
    from ipscost.formats.sketch import sketch
    from ipscost.report.pictures import picture_of
    from ipscost.report.pictures.findings import Findings
    from ipscost.report.pictures.picture import NoPictureError

    name = (outcome or "").removeprefix("outcome.")
    found = Findings(
        run,
        level,
        outcome=name,
        wtp=tuple(wtp),
        rolled=rolled,
        plan=plan,
        asked=asked,
        population=population,
    )
    page = Page(width=screen.width(), language=output.language, encoding=encoding())
    try:
        drawn = picture_of(kind, found)
    except NoPictureError as error:  # the result stands above
        tell(Message("--plot: {error}", error=error))
        return
    write("\n" + sketch(drawn, page), None)
