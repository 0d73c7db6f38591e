"""The command about what a study of so many people can see: power."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost import numerals
from ipscost.cli.command import command
from ipscost.cli.options import EffectOptions, Output, ScenarioFile, Simulation
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import one_threshold, simulated_with_analyses
from ipscost.cli.values import check_among
from ipscost.cli.whom import Discount, People, Years, population_of
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.power.plan import StudyCosts
    from ipscost.scenario.nouns import Outcome, Scenario
    from ipscost.trial.designs import StudyDesign

MOST_PEOPLE = 1_000_000
"""More people are followed by no study, and the formulas say nothing new of them."""
MOST_SIZES = 12
"""So many sizes are read in one table."""
FEWEST_PEOPLE = 2
"""Of one person there is no spread."""
MOST_SITES = 10_000
"""More sites take part in no study."""


@dataclass(frozen=True, slots=True)
class AskedSizes:
    """Numbers of people, rising, each once."""

    values: tuple[int, ...]


def _sizes(text: str | AskedSizes) -> AskedSizes:
    """Numbers of people from `60,243,500`, rising, each once."""
    if isinstance(text, AskedSizes):
        return text
    parts = [part.strip() for part in text.split(",")]
    found = set[int]()
    for part in parts:
        meant = numerals.whole_meant(part)
        number = numerals.count(part, digits=18)
        if number is None:
            fix = meant or Message("whole numbers such as 60,243,500")
            raise typer.BadParameter(
                Message(
                    "expected numbers of people, found '{text}'; write {fix}", text=text, fix=fix
                )
            )
        if not FEWEST_PEOPLE <= number <= MOST_PEOPLE:
            raise typer.BadParameter(_out_of_range(text, number))
        found.add(number)
    if len(found) > MOST_SIZES:
        raise typer.BadParameter(
            Message(
                "expected at most {most} numbers of people, found {count}",
                most=MOST_SIZES,
                count=len(found),
            )
        )
    return AskedSizes(tuple(sorted(found)))


def _out_of_range(text: str, number: int) -> Message:
    """What is wrong with a number of people, and what may have been meant."""
    if number < FEWEST_PEOPLE and numerals.has_thousands(text.strip(), ",") and number > 0:
        return Message(
            "expected {least} to {most:,} people, found '{text}'; write {whole} if the comma marks "
            "thousands",
            least=FEWEST_PEOPLE,
            most=MOST_PEOPLE,
            text=text,
            whole=numerals.without_marks(text.strip()),
        )
    return Message(
        "expected {least} to {most:,} people, found {number}",
        least=FEWEST_PEOPLE,
        most=MOST_PEOPLE,
        number=number,
    )


def _number(text: str | float) -> float:
    """A number that is not negative; refuses `1.250`, which may be over a thousand."""
    if isinstance(text, float):
        return text
    found = numerals.numbers([text])
    if numerals.is_doubtful(text) or found is None or not 0 <= found[0] < 1e15:
        meant = numerals.whole_meant(text) or "20000"
        raise typer.BadParameter(
            Message(
                "expected a number of at least 0, found '{text}'; write {meant}",
                text=text,
                meant=meant,
            )
        )
    return found[0]


def _share(text: str | float) -> float:
    """A correlation within sites: from 0 to below 1."""
    value = _decimal(text)
    if not 0 <= value < 1:
        raise typer.BadParameter(
            Message("expected a share from 0 to below 1 such as 0.02, found '{text}'", text=text)
        )
    return value


def _correlation(text: str | float) -> float:
    """A correlation between two things of one person."""
    value = _decimal(text)
    if not -1 < value < 1:
        raise typer.BadParameter(
            Message(
                "expected a correlation between -1 and 1 such as 0.3, found '{text}'", text=text
            )
        )
    return value


def _decimal(text: str | float) -> float:
    """A number with a point for decimals; not a number if it is none."""
    if isinstance(text, float):
        return text
    found = numerals.numbers([text])
    return math.nan if found is None else found[0]


@command(after={"outcome": "n", "wtp": "outcome"})
def power(
    context: typer.Context,
    *,
    source: ScenarioFile,
    n: Annotated[
        AskedSizes | None, typer.Option("--n", parser=_sizes, metavar="N,N", show_default=False)
    ] = None,
    design: Annotated[
        str, typer.Option("--design", metavar="two-arms|matched|clusters|staggered|before-after")
    ] = "two-arms",
    controls: Annotated[
        float | None,
        typer.Option("--controls", parser=_number, metavar="K", show_default=False),
    ] = None,
    sites: Annotated[
        float | None, typer.Option("--sites", parser=_number, metavar="N", show_default=False)
    ] = None,
    steps: Annotated[
        float | None, typer.Option("--steps", parser=_number, metavar="N", show_default=False)
    ] = None,
    icc: Annotated[
        float | None, typer.Option("--icc", parser=_share, metavar="SHARE", show_default=False)
    ] = None,
    before: Annotated[
        float | None,
        typer.Option("--before", parser=_correlation, metavar="R", show_default=False),
    ] = None,
    worth: EffectOptions,
    sd: Annotated[
        float | None, typer.Option("--sd", parser=_number, metavar="N", show_default=False)
    ] = None,
    correlation: Annotated[
        float | None,
        typer.Option("--correlation", parser=_correlation, metavar="R", show_default=False),
    ] = None,
    people: People = None,
    years: Years = None,
    discount: Discount = None,
    cost_fixed: Annotated[
        float | None,
        typer.Option("--cost-fixed", parser=_number, metavar="MONEY", show_default=False),
    ] = None,
    cost_person: Annotated[
        float | None,
        typer.Option("--cost-person", parser=_number, metavar="MONEY", show_default=False),
    ] = None,
    simulation: Simulation,
    output: Output,
) -> None:
    """Show what a study of so many people can see of an effect, and what it is worth."""
    show = writer(output)
    from ipscost.analysis.power.plan import DESIGNS

    check_among("--design", (design,), DESIGNS)
    made = _designed(design, controls, sites, steps, icc, before)
    _check_people(n, made)
    threshold = one_threshold(worth.wtp)
    if threshold is not None and worth.outcome is None:
        raise AskedError(
            Message("--wtp says what one more of an outcome is worth; add --outcome NAME")
        )
    if correlation is not None and threshold is None:
        raise AskedError(
            Message(
                "--correlation is that of cost and effect in net benefit; add --wtp, or leave "
                "it out"
            )
        )
    if sd == 0:
        raise AskedError(Message("people differ, so --sd is above 0; leave it out or write --sd N"))
    costs = _costs(cost_fixed, cost_person)
    run, analyses = simulated_with_analyses(source, simulation)
    from dataclasses import asdict

    from ipscost.analysis.decisions import decision_of
    from ipscost.analysis.power.plan import StudyPlan
    from ipscost.analysis.power.rolled import rollout_of
    from ipscost.analysis.power.target import (
        beside_of,
        of_outcome_alone,
        target_of,
        usual_target,
    )
    from ipscost.report.power.report import power as report_of

    outcome = _outcome(run.scenario, worth.outcome)
    record = asdict(run.record)
    if outcome is not None and threshold is None:
        decision = of_outcome_alone(run, outcome, record)
    else:
        decision = decision_of(run, outcome, record)
    if outcome is None and sd is None:
        target = usual_target(decision, run, record)
    else:
        target = target_of(decision, run, outcome, threshold, sd=sd, correlation=correlation)
    population, rolled = population_of(decision, people, years, discount), rollout_of(run)
    if costs is not None and population is None and rolled is None:
        raise AskedError(
            Message(
                "--cost-fixed and --cost-person are held against what the study is worth to all; "
                "add --people N --years N"
            )
        )
    sizes = n.values if n else ()
    plan = StudyPlan(
        target,
        design,
        made,
        sizes,
        simulation.level,
        population,
        costs,
        simulation.seed,
        rolled,
        beside_of(run, record) if outcome is None and sd is None and not target.unseen else (),
    )
    show(report_of(plan, analyses if has_notes(output) else ()))


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


def _costs(fixed: float | None, person: float | None) -> StudyCosts | None:
    """What the study costs; None if not said."""
    from ipscost.analysis.power.plan import StudyCosts as OfStudy

    if fixed is None and person is None:
        return None
    return OfStudy(fixed or 0.0, person or 0.0)


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
