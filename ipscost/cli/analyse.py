"""The command that turns individual data into an evaluation and a scenario: analyse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ipscost import numerals
from ipscost.cli import values
from ipscost.cli.command import command
from ipscost.cli.options import Changes, EffectOptions, Output
from ipscost.cli.output import SCENARIOS, promise_scenario, tell, write, writer
from ipscost.cli.simulated import one_threshold, tell_doubts
from ipscost.cli.values import check_among, whole
from ipscost.cli.waiting import Waiting
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.settings import (
    FEWEST_BOOTSTRAPS,
    LEVEL,
    MOST_BOOTSTRAPS,
    MOST_CELL,
    MOST_IMPUTATIONS,
    SEED,
)

AUTO = "auto"
BOOTSTRAPS, MIN_CELL = 2000, 5
TABLES = (".csv", ".tsv", ".tab", ".txt", ".dat", ".xlsx", ".xlsm", ".xls", ".parquet")
"""The endings of files that hold persons, which are never read as scenarios."""


def _imputations(text: str | int) -> int:
    """How many imputations; 0 for as many as are enough."""
    if isinstance(text, int):
        return text
    if text.strip().lower() == AUTO:
        return 0
    found = numerals.count(text.strip(), digits=9)
    if found is None or not 2 <= found <= MOST_IMPUTATIONS:
        raise typer.BadParameter(
            Message(
                "expected auto, or 2 to {most:,} imputations, found '{text}'",
                most=MOST_IMPUTATIONS,
                text=text,
            )
        )
    return found


def _bootstraps(text: str | int) -> int:
    """How many bootstrap samples."""
    found = whole(text)
    if not FEWEST_BOOTSTRAPS <= found <= MOST_BOOTSTRAPS:
        raise typer.BadParameter(
            Message(
                "expected {least} to {most:,} bootstrap samples, found {found}",
                least=FEWEST_BOOTSTRAPS,
                most=MOST_BOOTSTRAPS,
                found=found,
            )
        )
    return found


def _min_cell(text: str | int) -> int:
    """The fewest persons that a shown count may be of."""
    found = whole(text)
    if not 1 <= found <= MOST_CELL:
        raise typer.BadParameter(
            Message("expected 1 to {most:,} persons, found {found}", most=MOST_CELL, found=found)
        )
    return found


@command(without=("out",))
def analyse(
    *,
    data: Annotated[str, typer.Argument(metavar="DATA", show_default=False)],
    model: Annotated[str, typer.Option("--model", metavar="MODEL.yaml", show_default=False)],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="NEW.yaml", show_default=False)
    ] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
    worth: EffectOptions,
    interval: Annotated[str, typer.Option("--interval", metavar="rubin|bootstrap")] = "rubin",
    imputations: Annotated[
        int, typer.Option("--imputations", parser=_imputations, metavar="N|auto")
    ] = AUTO,  # type: ignore[assignment]
    bootstraps: Annotated[
        int, typer.Option("--bootstraps", parser=_bootstraps, metavar="N")
    ] = BOOTSTRAPS,
    mnar: Annotated[
        list[str] | None, typer.Option("--mnar", metavar="NAME:SHIFT[:ARM]", show_default=False)
    ] = None,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar="robust|two-stage", show_default=False)
    ] = None,
    weeks: Annotated[
        str | None, typer.Option("--weeks", metavar="FILE", show_default=False)
    ] = None,
    codes: Annotated[
        str | None, typer.Option("--codes", metavar="CODES.csv", show_default=False)
    ] = None,
    min_cell: Annotated[int, typer.Option("--min-cell", parser=_min_cell, metavar="N")] = MIN_CELL,
    seed: Annotated[int, typer.Option(parser=whole, metavar="N")] = SEED,
    level: Annotated[float, typer.Option(parser=values.level, metavar="SHARE")] = LEVEL,
    changes: Changes,
    output: Output,
) -> None:
    """Evaluate individual data, and write what was found as a scenario."""
    show = writer(output)
    _check_turned(data, model)
    from ipscost.analysis.evaluation.nouns import CLUSTERS, INTERVALS, AskedOfData

    check_among("--interval", (interval,), INTERVALS)
    if (data, model, weeks, codes).count("-") > 1:
        raise AskedError(Message("stdin can be read once; give - once, and name the other files"))
    if cluster is not None:
        check_among("--cluster", (cluster,), CLUSTERS)
    if out is not None:
        promise_scenario(out, filter(None, (data, model, weeks, codes)), force=force)
    from ipscost.library.individual import evaluate_files
    from ipscost.library.weeks import both_of_weeks
    from ipscost.loading.data.model import read_model

    asked_model = read_model(model, changes.of_one)
    tell_doubts(asked_model.scenario)
    asked = AskedOfData(
        interval=interval,
        imputations=imputations or None,
        bootstraps=bootstraps,
        wtp=one_threshold(worth.wtp),
        min_cell=min_cell,
        cluster=cluster or "",
        seed=seed,
        level=level,
    )
    with Waiting(output.language):
        found = evaluate_files(
            data,
            asked_model,
            asked,
            outcome=worth.outcome,
            shifts=mnar or (),
            weeks=both_of_weeks(weeks, codes),
        )
    show(found.report)
    if out is None:
        return
    from ipscost.words import say

    write(found.scenario(), out)
    tell(say("analyse_wrote", output.language, file=out))


def _check_turned(data: str, model: str) -> None:
    """Refuses data where the model file belongs: what is wrong with a scenario quotes its lines."""
    if Path(data).suffix.lower() in SCENARIOS:
        told = Message("{file} is a scenario, not a table of persons", file=data)
    elif Path(model).suffix.lower() in TABLES:
        told = Message("--model {file} is a table, not a scenario", file=model)
    else:
        return
    fix = Message("write ipscost analyse TABLE --model MODEL.yaml")
    raise AskedError(Message("{told}; {fix}", told=told, fix=fix))
