"""The command about several scenarios at once: compare."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import ForPeople, Output, Simulation, Sources
from ipscost.cli.output import tell, writer
from ipscost.cli.versus import built, variants_of
from ipscost.errors import AskedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipscost.cli.versus import StatedVariant
    from ipscost.loading import Reading
    from ipscost.scenario.nouns import Scenario

Allow = Annotated[
    list[str] | None,
    typer.Option(metavar="horizon|perspective", show_default=False),
]


Versus = Annotated[
    list[str] | None,
    typer.Option("--vs", metavar="[NAME:] PATH=VALUE", show_default=False),
]


@command(without=("sampler",))
def compare(
    *,
    vs: Versus = None,
    base: Annotated[
        str,
        typer.Option(metavar="NAME", show_default=False),
    ] = "",
    inputs: Annotated[bool, typer.Option("--inputs")] = False,
    allow: Allow = None,
    sources: Sources,
    group: ForPeople,
    simulation: Simulation,
    output: Output,
) -> None:
    """Compare scenarios side by side: savings, payers, outcomes, and why they differ."""
    level = simulation.level
    show = writer(output)
    variants = variants_of(vs or ())
    scenarios = _load_in_one_money(sources.files, sources.changes, simulation.price_year, variants)
    from ipscost.analysis.compare.cases import ALLOWED, names
    from ipscost.report.compare.labels import headed
    from ipscost.report.compare.report import compare as side_by_side
    from ipscost.report.people import with_people
    from ipscost.run import simulate
    from ipscost.scenario.left_out import of_arms

    for word in allow or ():
        if word not in ALLOWED:
            raise AskedError(f"--allow must be one of {', '.join(ALLOWED)}, not '{word}'")
    scenarios = of_arms(scenarios, sources.arm or ())
    runs = [simulate(scenario, simulation.settings) for scenario in scenarios]
    report = side_by_side(runs, level, base=base, inputs=inputs, allow=allow or (), once=True)
    called = [run.scenario for run in headed(runs)]
    by_name = dict(zip(names(scenarios), called, strict=True))
    show(with_people(report, by_name, group.people))


def _load_in_one_money(
    files: Sequence[str],
    settings: Sequence[str],
    price_year: int | None,
    variants: Sequence[StatedVariant] = (),
) -> list[Scenario]:
    """The scenarios in the money of the first, which its variants follow.

    Problems of all files are told at once.
    """
    from ipscost.errors import Problem, ScenarioError, of_scenario
    from ipscost.loading import build, read
    from ipscost.units import ORDERS

    readings: list[Reading] = []
    scenarios: list[Scenario] = []
    problems: list[Problem] = []
    for file in files:
        try:
            reading = read(file)
            _refuse_twice(reading, readings)
            readings.append(reading)
            if not scenarios:
                scenarios.append(build(reading, settings, price_year=price_year))
            else:
                first = scenarios[0]
                order = first.order or ORDERS[0]
                scenarios.append(build(reading, settings, money=first.money, order=order))
        except ScenarioError as error:
            problems += (of_scenario(problem, file) for problem in error.problems)
            if not scenarios:
                break  # without the first there is no money to convert the others to
    if problems:
        raise ScenarioError(problems)
    _refuse_taken(variants, scenarios)
    first, *others = scenarios
    of_first = built(readings[0], first, settings, variants, price_year)
    scenarios = [first, *of_first, *others]
    for scenario in (first, *others):
        for warning in scenario.warnings:
            if warning.code != "W401":  # notes say how sure sources are
                tell(warning.render(), lines=True)
    return scenarios


def _refuse_twice(reading: Reading, others: Sequence[Reading]) -> None:
    """Refuses a file that is named twice."""
    for other in others:
        if other.path.resolve() == reading.path.resolve():
            message = f"{reading.shown} is named twice; to compare it with a variant of itself, "
            message += "add --vs PATH=VALUE, or write a file with `extends:` and what it changes"
            raise AskedError(message)


def _refuse_taken(variants: Sequence[StatedVariant], scenarios: Sequence[Scenario]) -> None:
    """Refuses a variant with the name of a scenario: that of its file, or the one it states."""
    from ipscost.words.text import ways

    stated = (ways(each.called) for each in scenarios if each.called is not None)
    names = (*(scenario.name for scenario in scenarios), *chain.from_iterable(stated))
    taken = {name.casefold() for name in names}
    for variant in variants:
        if variant.text.casefold() in taken:
            message = f"--vs: {variant.name} is the name of a scenario that is compared; "
            raise AskedError(f"{message}give the variant another one")
