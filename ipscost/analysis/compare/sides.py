"""An input as one scenario states it: its value, the line it stands on, and its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.scenario.model import LongTermEffect, Model
from ipscost.scenario.nouns import (
    Arm,
    Category,
    Correlation,
    Discount,
    Outcome,
    Quantity,
    Scenario,
    Timing,
)
from ipscost.scenario.paths import is_below
from ipscost.scenario.transfer import Transfer

Holder = Category | Outcome


@dataclass(frozen=True, slots=True)
class SharedArm(Arm):
    """An arm renamed to a name that both scenarios share; `own` is its name in its own file."""

    own: str


@dataclass(frozen=True, slots=True)
class Rates:
    """Discount rates: the `first`, and later ones as pairs (year, rate) that apply after a year."""

    first: float
    later: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Modelled:
    """A model, or None, with the horizon in months."""

    model: Model | None
    months: int


@dataclass(frozen=True, slots=True)
class TariffSteps:
    """The steps of a ladder that are reached: when each begins and ends, in years."""

    spans: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Lasting:
    """The long-term effect of a model, or None."""

    effect: LongTermEffect | None


@dataclass(frozen=True, slots=True)
class Carried:
    """What of an effect is carried over, or None."""

    transfer: Transfer | None


@dataclass(frozen=True, slots=True)
class Together:
    """A correlation, with the paths of its members in their own file."""

    correlation: Correlation
    members: tuple[str, ...]


Stated = (
    Quantity
    | Holder
    | Timing
    | Rates
    | Modelled
    | TariffSteps
    | Lasting
    | Carried
    | Together
    | Mapping[str, float]
    | str
    | int
)
"""What an input can be: a number, a whole category or outcome, a timing, discount rates, a model, a
ladder, a long-term effect, what is carried over, a correlation, payers' shares, a kind or
perspective, a horizon in months."""


@dataclass(frozen=True, slots=True)
class Side:
    """An input as one scenario states it.

    stated: its value. span: where it stands. numbers: those that it includes, with the paths they
    have in their own file.
    """

    stated: Stated
    span: Span
    numbers: tuple[tuple[str, Quantity], ...] = ()

    @property
    def place(self) -> str:
        """Where it stands (`place_of`)."""
        return place_of(self.span)


def place_of(span: Span) -> str:
    """`file:line`; without a line for what was given on the command line."""
    has_line = span.line and not span.file.startswith("--")
    return f"{span.file}:{span.line}" if has_line else span.file


def stated_path(scenario: Scenario, key: str, number: Quantity) -> str:
    """The path of a number of arm or slot `key`, with the arm's name in its own file."""
    return own_path(scenario, f"{number.path.rpartition('.')[0]}.{key}")


def own_path(scenario: Scenario, path: str) -> str:
    """A path with the last part, if it is an arm, replaced by the arm's name in its own file."""
    start, _, end = path.rpartition(".")
    arm = scenario.arms.get(end)
    return f"{start}.{arm.own}" if isinstance(arm, SharedArm) else path


def slots(holder: Holder) -> Mapping[str, Quantity]:
    """The numbers of a category or outcome by slot: the name of an arm, or `price`.

    Only its own: numbers that several places refer to, or that belong to states, go by their path.
    """
    price = holder.price if isinstance(holder, Category) else None
    every = {**({"price": price} if price else {}), **holder.arms}
    return {key: q for key, q in every.items() if is_below(q.path, holder.path)}


# --- sides -----------------------------------------------------------------------------------


def of_number(path: str, number: Quantity) -> Side:
    """A number, with the path it has in its own file."""
    return Side(number, number.span, ((path, number),))


def whole(holder: Holder, scenario: Scenario) -> Side:
    """A category or outcome with all its numbers, as one input."""
    numbers = tuple((stated_path(scenario, k, q), q) for k, q in slots(holder).items())
    ruled = (n for n in holder.numbers if n.path not in {q.path for _, q in numbers})
    ruled = (n for n in ruled if n not in slots(holder).values())
    numbers += tuple((own_path(scenario, n.path), n) for n in ruled)
    return Side(holder, holder.span, numbers)


def modelled(scenario: Scenario) -> Side:
    """The model of a scenario with its numbers; without one, the line of its horizon."""
    model, stated = scenario.model, Modelled(scenario.model, scenario.months)
    if model is None:
        return Side(stated, scenario.places["horizon.months"])
    numbers = tuple((own_path(scenario, n.path), n) for n in model.numbers)
    return Side(stated, model.span, numbers)


def stepped(ladder: str, scenario: Scenario) -> Side:
    """A ladder as a scenario states it: the steps that are reached, and its clock."""
    categories = [c for c in scenario.categories if any(_of(ladder, n) for n in c.band_numbers)]
    clocks = {n.path: n for c in categories for n in c.band_numbers if _of(ladder, n)}
    steps = {(c.band.low, c.band.high) for c in categories if c.band is not None}
    span = next(iter(clocks.values())).span
    return Side(TariffSteps(tuple(sorted(steps))), span, tuple(clocks.items()))


def _of(ladder: str, number: Quantity) -> bool:
    """True for a number of the ladder's clock."""
    return is_below(number.path, ladder)


def lasting(effect: LongTermEffect | None, scenario: Scenario) -> Side:
    """A long-term effect; without one, the line of the model."""
    if effect is None:
        assert scenario.model is not None
        return Side(Lasting(None), scenario.model.span)
    return Side(Lasting(effect), effect.span)


def carried(scenario: Scenario) -> Side:
    """What a scenario carries over; of one that carries nothing, the line of its arms."""
    transfer = scenario.transfer
    if transfer is None:
        return Side(Carried(None), scenario.places["arm"])
    numbers = tuple((number.path, number) for number in transfer.numbers)
    return Side(Carried(transfer), transfer.span, numbers)


def correlated(correlation: Correlation, scenario: Scenario) -> Side:
    """A correlation, with the paths of its members in their own file."""
    members = tuple(own_path(scenario, member) for member in correlation.members)
    return Side(Together(correlation, members), correlation.span)


def timed(holder: Holder) -> Side:
    """The timing of a category or outcome."""
    return Side(holder.timing, _span(holder, "timing"))


def part(holder: Category, key: str) -> Side:
    """The kind of a category, or its payers or receivers with their shares."""
    whose = holder.receivers if key == "receiver" else holder.payers
    return Side(holder.kind if key == "kind" else whose, _span(holder, key))


def discounted(discount: Discount, key: str, span: Span) -> Side:
    """The discount rates of `cost` or `outcome`."""
    return Side(Rates(getattr(discount, key), getattr(discount, f"{key}_later")), span)


def _span(holder: Holder, key: str) -> Span:
    """Where a key of a category stands; otherwise where the category or outcome stands."""
    return holder.places.get(key, holder.span) if isinstance(holder, Category) else holder.span
