"""The command about what a study of so many people can see: power."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import EffectOptions, Output, ScenarioFile, Simulation, Sketched
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import one_threshold, simulated_with_analyses
from ipscost.cli.sketched import check_sketch, show_sketch
from ipscost.cli.studied import (
    AskedSizes,
    Correlation,
    CostFixed,
    CostPerson,
    Sd,
    Sizes,
    check_spread,
    correlation_of,
    costs_of,
    decimal,
    number_of,
)
from ipscost.cli.values import check_among
from ipscost.cli.whom import Discount, People, Years, population_of
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.scenario.nouns import Outcome, Scenario
    from ipscost.trial.designs import StudyDesign

MOST_SITES = 10_000
"""More sites take part in no study."""


@dataclass(frozen=True, slots=True)
class AskedTests:
    """Tests by which simulated studies are tested, each once."""

    values: tuple[str, ...]


def _tests(text: str | AskedTests) -> AskedTests:
    """Tests from `welch,bootstrap`."""
    if isinstance(text, AskedTests):
        return text
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    return AskedTests(names)


def _share(text: str | float) -> float:
    """A correlation within sites: from 0 to below 1."""
    value = decimal(text)
    if not 0 <= value < 1:
        raise typer.BadParameter(
            Message("expected a share from 0 to below 1 such as 0.02, found '{text}'", text=text)
        )
    return value


@command(after={"outcome": "n", "wtp": "outcome"})
def power(
    context: typer.Context,
    *,
    source: ScenarioFile,
    n: Sizes = None,
    design: Annotated[
        str, typer.Option("--design", metavar="two-arms|matched|clusters|staggered|before-after")
    ] = "two-arms",
    controls: Annotated[
        float | None,
        typer.Option("--controls", parser=number_of, metavar="K", show_default=False),
    ] = None,
    sites: Annotated[
        float | None, typer.Option("--sites", parser=number_of, metavar="N", show_default=False)
    ] = None,
    steps: Annotated[
        float | None, typer.Option("--steps", parser=number_of, metavar="N", show_default=False)
    ] = None,
    icc: Annotated[
        float | None, typer.Option("--icc", parser=_share, metavar="SHARE", show_default=False)
    ] = None,
    before: Annotated[
        float | None,
        typer.Option("--before", parser=correlation_of, metavar="R", show_default=False),
    ] = None,
    test: Annotated[
        AskedTests | None,
        typer.Option("--test", parser=_tests, metavar="welch|bootstrap|gamma", show_default=False),
    ] = None,
    worth: EffectOptions,
    sd: Sd = None,
    correlation: Correlation = None,
    people: People = None,
    years: Years = None,
    discount: Discount = None,
    cost_fixed: CostFixed = None,
    cost_person: CostPerson = None,
    simulation: Simulation,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show what a study of so many people can see of an effect, and what it is worth."""
    show = writer(output)
    check_sketch(sketched, output, "power", source.file)
    from ipscost.analysis.power.plan import DESIGNS
    from ipscost.trial.tested import TESTS

    check_among("--design", (design,), DESIGNS)
    check_among("--test", test.values if test else (), TESTS)
    if test is not None and design not in TAKEN_BY_TWO:
        raise AskedError(
            Message("--test is of two groups of people; leave it out with --design {d}", d=design)
        )
    made = _designed(design, controls, sites, steps, icc, before)
    _check_people(n, made)
    threshold = one_threshold(worth.wtp)
    if threshold is not None and worth.outcome is None:
        raise AskedError(
            Message("--wtp says what one more of an outcome is worth; add --outcome NAME")
        )
    check_spread(sd, correlation, is_benefit=threshold is not None)
    costs = costs_of(cost_fixed, cost_person)
    run, analyses = simulated_with_analyses(source, simulation)
    from ipscost.analysis.power.asked import AskedPower, planned
    from ipscost.report.power.report import power as report_of

    asked = AskedPower(
        design,
        made,
        _outcome(run.scenario, worth.outcome),
        threshold,
        n.values if n else (),
        sd,
        correlation,
        costs,
        test.values if test else (),
    )
    population = population_of(run.scenario, people, years, discount)
    plan = planned(run, asked, population, simulation.level)
    show(report_of(plan, analyses if has_notes(output) else ()))
    name = None if asked.outcome is None else asked.outcome.path
    show_sketch(sketched, output, "power", run, simulation.level, name, plan=plan)


def _check_people(n: AskedSizes | None, design: StudyDesign) -> None:
    """Refuses fewer people than there are sites, and periods of them, to measure in."""
    fewest = math.ceil(design.fewest)
    if n is not None and n.values[0] < fewest:
        raise AskedError(
            Message(
                "with so many sites --n is at least {fewest:,}, so that somebody is measured in "
                "each, found {n}; write more, or fewer --sites",
                fewest=fewest,
                n=n.values[0],
            )
        )


def _outcome(scenario: Scenario, name: str | None) -> Outcome | None:
    """The outcome that is measured; None for the cost."""
    from ipscost.scenario.called import chosen_outcome

    return None if name is None else chosen_outcome(scenario, name)


TAKEN_BY_TWO = ("two-arms", "matched")
"""The designs of two groups of different people."""
NEEDED = {"clusters": ("sites", "icc"), "staggered": ("sites", "steps", "icc")}
TAKEN = {"two-arms": ("controls",), "matched": ("controls",), "before-after": ("before",)}
"""Which options a design needs, and which it may have besides."""
SUCH = {"sites": "27", "steps": "3", "icc": "0.02"}


def _designed(
    name: str,
    controls: float | None,
    sites: float | None,
    steps: float | None,
    icc: float | None,
    before: float | None,
) -> StudyDesign:
    """The design that the options ask for. Refuses options that belong to another one."""
    from ipscost.analysis.power.plan import designed

    given = {
        "controls": controls,
        "sites": sites,
        "steps": steps,
        "icc": icc,
        "before": before,
    }
    taken = (*NEEDED.get(name, ()), *TAKEN.get(name, ()))
    for option, value in given.items():
        if value is not None and option not in taken:
            fitting = [
                d for d in (*NEEDED, *TAKEN) if option in (*NEEDED.get(d, ()), *TAKEN.get(d, ()))
            ]
            raise AskedError(
                Message(
                    "--{option} is of another design than {name}; leave it out, or add "
                    "--design {fit}",
                    option=option,
                    name=name,
                    fit=fitting[0],
                )
            )
    for option in NEEDED.get(name, ()):
        if given[option] is None:
            raise AskedError(
                Message(
                    "--design {name} needs --{option}; add one such as --{option} {such}",
                    name=name,
                    option=option,
                    such=SUCH[option],
                )
            )
    _check_sites(name, sites, steps, controls)
    return designed(
        name,
        controls=controls,
        sites=int(sites or 0),
        steps=int(steps or 0),
        icc=icc or 0.0,
        before=before or 0.0,
    )


def _check_sites(
    name: str, sites: float | None, steps: float | None, controls: float | None
) -> None:
    """Refuses numbers of sites, groups and controls that make no study."""
    from ipscost.trial.designs import FEWEST_SITES

    least = FEWEST_SITES if name == "clusters" else 2
    if sites is not None and (sites != int(sites) or not least <= sites <= MOST_SITES):
        raise AskedError(
            Message(
                "expected a whole number of {least} to {most:,} --sites",
                least=least,
                most=MOST_SITES,
            )
        )
    if steps is not None and (steps != int(steps) or not 2 <= steps <= min(sites or 0, 100)):
        raise AskedError(
            Message(
                "expected 2 or more --steps, and no more than there are --sites, found {steps:g}",
                steps=steps,
            )
        )
    if controls is not None and not 0.01 <= controls <= 1000:
        raise AskedError(
            Message(
                "expected 0.01 to 1000 --controls for each person with the intervention, found "
                "{controls:g}",
                controls=controls,
            )
        )
