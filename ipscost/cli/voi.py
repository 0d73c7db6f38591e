"""The command about what is worth knowing better: voi."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.decided import decided
from ipscost.cli.options import Changes, EffectOptions, Evidence, Output, Simulation, Sketched
from ipscost.cli.output import has_notes, writer
from ipscost.cli.sketched import check_sketch, show_sketch
from ipscost.cli.values import parted, whole
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.decisions import Decision
    from ipscost.analysis.voi import Population

MOST_YEARS = 1000
"""Longer than any decision stands; what follows adds nothing at usual rates."""

Groups = Annotated[
    list[str] | None,
    typer.Option("--group", metavar="NAME=PATH,PATH", show_default=False),
]


def _at_least_one(text: str | int) -> int:
    """A whole number of at least 1."""
    if re.fullmatch(r"-[0-9].*|0+", str(text).strip()):
        raise typer.BadParameter(
            Message("expected a whole number of at least 1, found '{text}'", text=text)
        )
    return whole(text)


People = Annotated[
    int | None,
    typer.Option(parser=_at_least_one, metavar="N", show_default=False),
]
Years = Annotated[
    int | None,
    typer.Option(parser=_at_least_one, metavar="N", show_default=False),
]


def _discount(text: str) -> float:
    """A yearly rate, as 0.035."""
    try:
        rate = float(text)
    except ValueError:
        rate = -1.0
    if not 0 <= rate < 1:
        message = Message(
            "expected a yearly rate from 0 to 1, found '{text}'; 3.5 per cent is 0.035", text=text
        )
        raise typer.BadParameter(message)
    return rate


Discount = Annotated[
    float | None,
    typer.Option("--discount", parser=_discount, metavar="RATE", show_default=False),
]


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
    changes: Changes,
    simulation: Simulation,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show what more research is worth, and which numbers are most worth measuring better."""
    show = writer(output)
    check_sketch(sketched, output, "evppi", evidence.file)
    groups = _groups(group or [])
    worths = worth.wtp.values if worth.wtp else ()
    needs = evidence.psa is not None and worth.wtp is not None
    decision, analyses = decided(
        context, evidence, worth.outcome, changes, simulation, effect_needed=needs
    )
    from ipscost.report.voi.report import voi as information

    population = _population(decision, people, years, discount)
    variants = analyses if has_notes(output) else ()
    show(information(decision, worths, groups, population, variants))
    show_sketch(sketched, output, "evppi", decision.run, simulation.level, worth.outcome, worths)


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


def _population(
    decision: Decision, people: int | None, years: int | None, discount: float | None
) -> Population | None:
    """The people the decision is for, or None if the options do not say."""
    from ipscost.analysis.voi import Population

    if people is None and years is None:
        if discount is not None:
            raise AskedError(Message("--discount counts for --people and --years; add them"))
        return None
    if people is None or years is None:
        missing = "--years" if years is None else "--people"
        raise AskedError(
            Message("--people and --years belong together; add {missing} N", missing=missing)
        )
    if years > MOST_YEARS:
        raise AskedError(
            Message(
                "expected --years from 1 to {most}, found {years}",
                most=MOST_YEARS,
                years=years,
            )
        )
    if discount is None and decision.run is not None:
        return Population(people, years, decision.run.scenario.discount.cost, is_stated=False)
    if discount is None:
        message = Message("--psa states no discount rate; add --discount 0.035, or 0 for none")
        raise AskedError(message)
    return Population(people, years, discount)
