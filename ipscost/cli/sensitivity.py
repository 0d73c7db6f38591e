"""The command about what moves the saving most: sensitivity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost import numerals
from ipscost.cli.bounds import each_once, figure, rising
from ipscost.cli.command import command
from ipscost.cli.options import (
    EffectOptions,
    Output,
    RolloutOptions,
    ScenarioFile,
    Simulation,
    Sketched,
)
from ipscost.cli.output import tell_problem, writer
from ipscost.cli.rolled import asked, is_rolled
from ipscost.cli.simulated import tell_doubts
from ipscost.cli.sketched import check_sketch, show_sketch
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.what_if.two_way import GridSide
    from ipscost.loading import Reading
    from ipscost.scenario.nouns import Analysis, Scenario

BoundsOf = Annotated[
    list[str] | None,
    typer.Option("--bounds", metavar="PATH=LOW:HIGH", show_default=False),
]
GridOf = Annotated[
    list[str] | None,
    typer.Option("--grid", metavar="PATH[=LOW:HIGH:N]", show_default=False),
]


@command()
def sensitivity(
    *,
    bounds: BoundsOf = None,
    grid: GridOf = None,
    rolled: RolloutOptions,
    worth: EffectOptions,
    source: ScenarioFile,
    simulation: Simulation,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show what moves the saving most: each number alone, then the file's scenario analyses."""
    level = simulation.level
    show = writer(output)
    check_sketch(sketched, output, "tornado", source.file)
    ends = each_once(bounds or (), "--bounds")
    sides = [_side(text) for text in grid or ()]
    if sides and ends:
        raise AskedError(Message("--bounds are of single numbers; --grid states its own values"))
    paths = (*ends, *(side.path for side in sides))
    if sketched.plot and is_rolled(rolled, paths):
        raise AskedError(
            Message(
                "--plot draws the saving of one person; leave it out for the net of the rollout, "
                "whose table has the bars"
            )
        )
    from ipscost.loading.analyses import is_of_rollout
    from ipscost.report.what_if.grid import grid as two_way
    from ipscost.report.what_if.scenario_analyses import analyses
    from ipscost.report.what_if.sensitivity import one_way, with_analyses
    from ipscost.run import simulate

    reading, scenario = _loaded(source, simulation.price_year)
    settings = simulation.settings
    variants = [] if sides else _variants(reading, scenario, source, simulation.price_year)
    run = simulate(scenario, settings)
    question = asked(run, rolled, worth, level, paths)
    if sides:
        show(two_way(question, sides, level))
        return
    report = one_way(question, level, ends)
    if not is_rolled(rolled, paths):
        variants = [pair for pair in variants if not is_of_rollout(pair[0])]
    if variants:
        outcomes = question.outcome is not None
        runs = (
            (analysis, simulate(variant, settings, outcomes=outcomes))
            for analysis, variant in variants
        )
        report = with_analyses(report, analyses(question, runs, level))
    show(report)
    worths = worth.wtp.values if worth.wtp else ()
    show_sketch(sketched, output, "tornado", run, level, worth.outcome, worths)


def _loaded(source: ScenarioFile, price_year: int | None) -> tuple[Reading, Scenario]:
    """The scenario, and the files its analyses are built from; warnings go to stderr."""
    from ipscost.loading import build, read

    reading = read(source.file)
    scenario = build(reading, source.of_one, price_year=price_year)
    tell_doubts(scenario)
    return reading, scenario


def _variants(
    reading: Reading, scenario: Scenario, source: ScenarioFile, price_year: int | None
) -> Sequence[tuple[Analysis, Scenario]]:
    """The scenario analyses that the file declares; warnings about them go to stderr."""
    from ipscost.loading.analyses import variants

    analyses = variants(reading, scenario, source.of_one, price_year=price_year)
    for warning in analyses.warnings:
        tell_problem(warning)
    return analyses.scenarios


def _side(text: str) -> GridSide:
    """One side of a grid, of `PATH` or `PATH=LOW:HIGH:N`."""
    from ipscost.analysis.what_if.two_way import MOST_STEPS, GridSide

    path, equals, values = text.partition("=")
    if not equals and path.strip():
        return GridSide(path.strip())
    parts = values.split(":")
    if not path.strip() or len(parts) != 3:
        message = Message(
            "--grid: expected PATH or PATH=LOW:HIGH:N, found '{text}'; write for example {example}",
            text=text,
            example="--grid cost.programme.ips=500:1500:5",
        )
        raise AskedError(message)
    low, high = (figure(part, f"--grid {text}") for part in parts[:2])
    rising(low, high, f"--grid {text}")
    steps = numerals.count(parts[2].strip(), digits=9) or 0
    if not 2 <= steps <= MOST_STEPS:
        message = Message(
            "--grid {text}: expected from 2 to {most_steps} values, found '{parts}'",
            text=text,
            most_steps=MOST_STEPS,
            parts=parts[2],
        )
        raise AskedError(
            Message(
                "{message}; write for example {path}={low}:{high}:5",
                message=message,
                path=path,
                low=parts[0],
                high=parts[1],
            )
        )
    return GridSide(path.strip(), low, high, steps)
