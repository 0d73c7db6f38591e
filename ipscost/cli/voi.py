"""The command about what is worth knowing better: voi."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.decided import decided
from ipscost.cli.options import Changes, EffectOptions, Evidence, Output, Simulation, Sketched
from ipscost.cli.output import has_notes, writer
from ipscost.cli.sketched import check_sketch, show_sketch
from ipscost.cli.studied import (
    AskedSizes,
    Correlation,
    CostFixed,
    CostPerson,
    Sd,
    Sizes,
    check_spread,
    costs_of,
)
from ipscost.cli.values import parted
from ipscost.cli.whom import Discount, People, Years, population_of
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.power.study import AskedStudy

Groups = Annotated[
    list[str] | None,
    typer.Option("--group", metavar="NAME=PATH,PATH", show_default=False),
]
Study = Annotated[bool, typer.Option("--study")]


@command(without=("level",), after={"save_draws": "price_year"})
def voi(
    context: typer.Context,
    *,
    evidence: Evidence,
    worth: EffectOptions,
    group: Groups = None,
    people: People = None,
    years: Years = None,
    discount: Discount = None,
    study: Study = False,
    n: Sizes = None,
    sd: Sd = None,
    correlation: Correlation = None,
    cost_fixed: CostFixed = None,
    cost_person: CostPerson = None,
    changes: Changes,
    simulation: Simulation,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show what more research is worth, and which numbers are most worth measuring better."""
    show = writer(output)
    check_sketch(sketched, output, "study" if study else "evppi", evidence.file)
    asked = _study(evidence, study, n, sd, correlation, (cost_fixed, cost_person), people, worth)
    groups = _groups(group or [])
    worths = worth.wtp.values if worth.wtp else ()
    needs = evidence.psa is not None and worth.wtp is not None
    decision, analyses = decided(
        context, evidence, worth.outcome, changes, simulation, effect_needed=needs
    )
    from ipscost.report.voi.report import voi as information

    population = population_of(
        None if decision.run is None else decision.run.scenario, people, years, discount
    )
    variants = analyses if has_notes(output) else ()
    show(information(decision, worths, groups, population, variants, asked))
    kind = "evppi" if asked is None else "study"
    shown = decision.run, simulation.level, worth.outcome, worths
    show_sketch(sketched, output, kind, *shown, asked=asked, population=population)


def _study(
    evidence: Evidence,
    wanted: bool,
    n: AskedSizes | None,
    sd: float | None,
    correlation: float | None,
    costs: tuple[float | None, float | None],
    people: int | None,
    worth: EffectOptions,
) -> AskedStudy | None:
    """The study that is valued; None if none is asked for. Refuses options of one without it."""
    given = {
        "--n": n,
        "--sd": sd,
        "--correlation": correlation,
        "--cost-fixed": costs[0],
        "--cost-person": costs[1],
    }
    if not wanted:
        first = next((name for name, value in given.items() if value is not None), None)
        if first is not None:
            raise AskedError(Message("{option} is of a study; add --study", option=first))
        return None
    from ipscost.analysis.power.study import AskedStudy as OfStudy

    if evidence.psa is not None:
        raise AskedError(
            Message(
                "--study takes a scenario, which says how much people differ; give a FILE, or "
                "leave it out"
            )
        )
    check_spread(sd, correlation, is_benefit=worth.outcome is not None)
    found = costs_of(*costs)
    if found is not None and people is None:
        from ipscost.analysis.power.asked import NO_PEOPLE

        raise AskedError(NO_PEOPLE)
    return OfStudy(n.values if n else (), sd, correlation, found)


def _groups(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The members of each group; refuses two groups of one name."""
    groups: dict[str, tuple[str, ...]] = {}
    for name, members in map(_group, texts):
        if name in groups:
            both = ",".join(dict.fromkeys((*groups[name], *members)))
            raise AskedError(
                Message(
                    "--group: {name} is given twice; give one of them another name, or write "
                    "'{name}={both}'",
                    name=name,
                    both=both,
                )
            )
        groups[name] = members
    return groups


def _group(text: str) -> tuple[str, tuple[str, ...]]:
    """A group from `NAME=PATH,PATH`."""
    name, _, paths = text.partition("=")
    members = tuple(parted(paths))
    if not name.strip() or not members:
        raise AskedError(
            Message(
                "--group: expected NAME=PATH,PATH, found '{text}'; write {example}",
                text=text,
                example="'Care=cost.care.usual,cost.care.ips'",
            )
        )
    return name.strip(), members
