"""The command that fits unknown numbers to published targets: calibrate."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Output, ScenarioFile
from ipscost.cli.output import promise_scenario, tell, write, writer
from ipscost.cli.simulated import tell_doubts
from ipscost.cli.values import whole
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.settings import SEED

MOST_STARTS = 1000
"""Each start is a whole search; a larger number is probably a typo."""
STARTS = 8
"""Several starts, so that the search does not end in a local optimum."""


def _starts(text: str | int) -> int:
    """A number of starts."""
    starts = whole(text)
    if starts > MOST_STARTS:
        raise typer.BadParameter(
            Message(
                "expected at most {most:,} starts, found {text}",
                most=MOST_STARTS,
                text=text,
            )
        )
    return starts


Starts = Annotated[
    int,
    typer.Option(parser=_starts, metavar="N"),
]
CalibrationSeed = Annotated[
    int,
    typer.Option(parser=whole, metavar="N"),
]
NewScenario = Annotated[
    Path | None,
    typer.Option("--out", metavar="NEW.yaml", show_default=False),
]
Force = Annotated[bool, typer.Option("--force")]


@command(without=("arm", "perspective", "out"))
def calibrate(
    *,
    out: NewScenario = None,
    force: Force = False,
    starts: Starts = STARTS,
    seed: CalibrationSeed = SEED,
    source: ScenarioFile,
    output: Output,
) -> None:
    """Fit unknown numbers to published targets, and say which ones the targets determine."""
    language = output.language
    show = writer(output)
    if out is not None:
        _check_new(out, source.file, force, source.changes)
    from ipscost.analysis.calibrate.calibrated import calibrated
    from ipscost.loading import load
    from ipscost.report.calibrate.report import report

    scenario = load(source.file, source.changes)
    tell_doubts(scenario)
    fit = calibrated(scenario, seed, starts)
    show(report(fit, wrote=out is not None))
    if out is None:
        return
    from ipscost.report.calibrate.written import written
    from ipscost.words import say

    write(written(fit, _extended(source.file, out)), out)
    tell(say("calibrate_wrote", language, file=out))


def _check_new(out: Path, file: str, force: bool, settings: list[str]) -> None:
    """Refuses a file that cannot be written, or that would not state what was fitted."""
    if settings:
        raise AskedError(
            Message(
                "--out writes a scenario that extends FILE, which does not have what --set "
                "changes; write that into a file with extends: first"
            )
        )
    if file == "-":
        raise AskedError(Message("--out writes a scenario that extends FILE; give it a name"))
    same = Path(file).exists() and out.exists() and out.samefile(file)
    if same:
        raise AskedError(
            Message("--out {out} is FILE itself, which it would extend; name another", out=out)
        )
    promise_scenario(out, force=force)


def _extended(file: str, out: Path) -> str:
    """What the new file extends: a path relative to its folder, or a shipped scenario's name."""
    if not Path(file).exists():
        return file.removesuffix(".yaml")
    return Path(os.path.relpath(file, out.parent)).as_posix()
