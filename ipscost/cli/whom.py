"""Whom a choice is for: people a year over some years, as voi and power ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.values import whole
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.voi import Population
    from ipscost.scenario.nouns import Scenario

MOST_YEARS = 1000
"""Longer than any decision stands; what follows adds nothing at usual rates."""


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


def population_of(
    scenario: Scenario | None, people: int | None, years: int | None, discount: float | None
) -> Population | None:
    """The people the decision is for, or None if the options do not say.

    scenario: None for results made elsewhere, which state no discount rate.
    """
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
    if discount is None and scenario is not None:
        return Population(people, years, scenario.discount.cost, is_stated=False)
    if discount is None:
        message = Message("--psa states no discount rate; add --discount 0.035, or 0 for none")
        raise AskedError(message)
    return Population(people, years, discount)
