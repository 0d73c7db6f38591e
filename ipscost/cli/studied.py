"""A study that is planned: how many people it follows, how they differ, and what it costs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost import numerals
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.power.plan import StudyCosts

MOST_PEOPLE = 1_000_000
"""More people are followed by no study, and the formulas say nothing new of them."""
MOST_SIZES = 12
"""So many sizes are read in one table."""
FEWEST_PEOPLE = 2
"""Of one person there is no spread."""


@dataclass(frozen=True, slots=True)
class AskedSizes:
    """Numbers of people, rising, each once."""

    values: tuple[int, ...]


def sizes(text: str | AskedSizes) -> AskedSizes:
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


def number_of(text: str | float) -> float:
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


def correlation_of(text: str | float) -> float:
    """A correlation between two things of one person."""
    value = decimal(text)
    if not -1 < value < 1:
        raise typer.BadParameter(
            Message(
                "expected a correlation between -1 and 1 such as 0.3, found '{text}'", text=text
            )
        )
    return value


def decimal(text: str | float) -> float:
    """A number with a point for decimals; not a number if it is none."""
    if isinstance(text, float):
        return text
    found = numerals.numbers([text])
    return math.nan if found is None else found[0]


Sizes = Annotated[
    AskedSizes | None,
    typer.Option("--n", parser=sizes, metavar="N,N", show_default=False),
]
Sd = Annotated[
    float | None, typer.Option("--sd", parser=number_of, metavar="N", show_default=False)
]
Correlation = Annotated[
    float | None,
    typer.Option("--correlation", parser=correlation_of, metavar="R", show_default=False),
]
CostFixed = Annotated[
    float | None,
    typer.Option("--cost-fixed", parser=number_of, metavar="MONEY", show_default=False),
]
CostPerson = Annotated[
    float | None,
    typer.Option("--cost-person", parser=number_of, metavar="MONEY", show_default=False),
]


def check_spread(sd: float | None, correlation: float | None, *, is_benefit: bool) -> None:
    """Refuses people who do not differ, and a correlation with an effect that does not count."""
    if correlation is not None and not is_benefit:
        raise AskedError(
            Message(
                "--correlation is that of cost and effect in net benefit; add --wtp, or leave "
                "it out"
            )
        )
    if sd == 0:
        raise AskedError(Message("people differ, so --sd is above 0; leave it out or write --sd N"))


def costs_of(fixed: float | None, person: float | None) -> StudyCosts | None:
    """What the study costs; None if not said."""
    from ipscost.analysis.power.plan import StudyCosts as OfStudy

    if fixed is None and person is None:
        return None
    return OfStudy(fixed or 0.0, person or 0.0)
