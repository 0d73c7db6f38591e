"""What each of two scenarios states for an input, so that two that differ never read alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ipscost.analysis.compare.sides import (
    Carried,
    Holder,
    Lasting,
    Modelled,
    Rates,
    Side,
    TariffSteps,
    Together,
)
from ipscost.report.compare import fuller
from ipscost.report.phrases import rho_text
from ipscost.scenario.nouns import Category, Outcome, Quantity, Timing
from ipscost.scenario.quantity import RATIOS
from ipscost.scenario.transfer import Transfer
from ipscost.words.text import Words, differ, listing, precise, say, sentences, series, typed


def apart(one: Side | None, two: Side | None) -> tuple[Words, Words]:
    """What both sides state, at no more length than it takes for them to read differently.

    A side that states nothing is empty.
    """
    if one is None or two is None:
        first, second = ("" if side is None else next(_texts(side, None)) for side in (one, two))
        return first, second
    pairs = list(zip(_texts(one, two), _texts(two, one), strict=False))
    return next((pair for pair in pairs if differ(*pair)), pairs[0])


def _texts(side: Side, other: Side | None) -> Iterator[Words]:
    """What a side states, briefly and then at greater length; beside what the `other` states."""
    beside = None if other is None else other.stated
    match side.stated:
        case Quantity() as number:
            yield from _number(number, beside if isinstance(beside, Quantity) else number)
        case Category() | Outcome() as holder:
            yield from _whole(holder, side)
        case Timing() as timing:
            yield fuller.timings(timing, beside if isinstance(beside, Timing) else timing)[0]
        case Rates() as rates:
            yield _rates(rates, "{:g}".format)
            yield _rates(rates, repr)
        case Modelled() as modelled:
            yield from _modelled(modelled)
        case TariffSteps() as steps:
            yield from _stepped(steps, side)
        case Lasting(effect):
            yield "-" if effect is None else f"after: {effect.after}, then: {effect.then}"
        case Carried(transfer):
            yield "-" if transfer is None else _carried(transfer)
        case Together() as together:
            rho, paths = rho_text(together.correlation), listing(together.members)
            yield say("inputs_correlation", rho=rho, paths=paths)
            yield fuller.correlation(together.correlation)
        case Mapping() as whose:
            yield _shares(whose)
            yield fuller.shares(whose)
        case as_typed:
            yield str(as_typed)


def stated(number: Quantity, converted: bool = False, *, precisely: bool = False) -> Words:
    """A number as the file states it: `difference -2992 EUR_2016/person, p 0.0001 (two-sided)`.

    `converted` adds its value in the money of the report; `precisely` shows every digit.
    """
    if not number.is_known:
        return say("stated_unknown")

    def text(value: float, digits: int) -> Words:
        return precise(value) if precisely else typed(value, digits)

    role = "" if number.role == "mean" else say(f"stated_{number.role}")
    unit = "" if number.role in RATIOS else str(number.unit)
    found = sentences(role, text(number.value, 10), unit)
    if converted and number.conversion is not None:
        money = number.conversion.steps[-1].money
        reported = text(number.value * number.factor, 6)
        found = sentences(found, "=", reported, str(number.unit.in_money(money)))
    return found if number.way is None else series((found, number.way))


def _number(one: Quantity, other: Quantity) -> Iterator[Words]:
    """A number, then with what may set it apart from `other`: digits, cycles, spread."""
    converted = one.factor != other.factor

    def text(*, precisely: bool = False, by_cycle: bool = False, spread: bool = False) -> Words:
        parts = [stated(one, converted, precisely=precisely)]
        parts += [fuller.by_cycle(one, other)] if by_cycle else []
        parts += [fuller.spread(one)] if spread else []
        return series(parts)

    yield text()
    yield text(precisely=True)
    yield text(by_cycle=True)
    yield text(spread=True)
    yield text(precisely=True, by_cycle=True, spread=True)


def _whole(holder: Holder, side: Side) -> Iterator[Words]:
    """The numbers of a category or outcome; where it has none, how it is stated."""

    def text(*, precisely: bool = False) -> Words:
        named = [(path.rpartition(".")[2], number) for path, number in side.numbers]
        if not named:
            return fuller.form(holder)
        return series((sentences(end, stated(q, precisely=precisely)) for end, q in named), "; ")

    yield text()
    yield series((text(), fuller.form(holder)), "; ")
    yield text(precisely=True)


def _rates(rates: Rates, shown: Callable[[float], str]) -> str:
    """`0.035`, or `0.035; 0.025 (35)` where the rate changes after that many years."""
    later = (f"{shown(rate)} ({shown(year)})" for year, rate in rates.later)
    return "; ".join((shown(rates.first), *later))


def _modelled(found: Modelled) -> Iterator[Words]:
    """A model in a few words, or that there is none, with the horizon."""
    model, months = found.model, str(found.months)
    if model is None:
        yield say("inputs_unmodelled", months=months)
        return
    yield say(
        "inputs_modelled",
        states=str(len(model.states)),
        moves=str(len(model.moves)),
        cycle=say(f"time_{model.cycle}"),
        counting=model.counting,
        months=months,
    )
    yield fuller.model(model)


def _carried(transfer: Transfer) -> Words:
    """What is carried over, as the file states it."""
    numbers = [
        sentences(f"{number.path.partition('.')[2]}:", stated(number))
        for number in transfer.numbers
    ]
    of = [f"of: {transfer.of}"] if transfer.of else []
    stays = [f"stays: {', '.join(transfer.stays)}"] if transfer.stays else []
    return series((f"scale: {transfer.scale}", *of, *numbers, *stays), "; ")


def _stepped(steps: TariffSteps, side: Side) -> Iterator[Words]:
    """The points of a ladder's clock, and how many of its steps are reached."""
    points = (sentences(path.rpartition(".")[2], stated(q)) for path, q in side.numbers)
    yield series((*points, say("inputs_steps", count=len(steps.spans))), "; ")
    yield ", ".join(f"[{low!r}, {high!r}]" for low, high in steps.spans)


def _shares(whose: Mapping[str, float]) -> str:
    """The payers or receivers with their shares; one alone has no share beside it."""
    if len(whose) == 1:
        return next(iter(whose))
    return ", ".join(f"{name} {share:g}" for name, share in whose.items())
