"""People who move between states: states, moves, stretches of time, and amounts tied to them.

Frozen, without arithmetic on draws; the engine `states` runs it, and `Scenario.model` holds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario.quantity import Quantity, Source
from ipscost.words.text import Text

CYCLES = {"week": 7 / 365.25, "month": 1 / 12, "year": 1.0}
"""The length of a cycle in years; a year has 12 months and 365.25 days."""
COUNTINGS = ("start", "end", "half_cycle", "simpson")
MEASURES = ("probability", "rate", "ever", "scale", "count")
EFFECTS = ("persists", "decays", "stops")
EVENTS = ("in", "enter", "move", "start")


@dataclass(frozen=True, slots=True)
class State:
    """A health or work state. `start` holds, by arm, the share of people that begins there.

    `start` is empty if nobody begins there, and None if everybody does who begins nowhere else
    (`rest`). `absorbing` is True if nobody leaves the state, as with `death`.
    """

    path: str
    name: str
    label: Text
    start: Mapping[str, Quantity] | None
    absorbing: bool
    death: bool
    note: Text | None
    span: Span

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """The numbers of all arms, without duplicates."""
        return once(() if self.start is None else tuple(self.start.values()))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The numbers of a move from cycle `first` on (counted from 1), until another stretch begins.

    `measure` is one of MEASURES and says what the arms' numbers are:
    `probability` within `years`; `rate` per `years`; `ever`, the share that has moved by the time
    `years`, were it the only way out; `scale` of a Weibull hazard, in units of `years`; `count` of
    persons seen to make this move. `shape` is that of a Weibull hazard by arm, empty if the
    hazard is constant. A number's role is `mean`, `difference`, `risk_ratio`, `hazard_ratio` or
    `odds_ratio`; all but the mean are against the reference arm.
    """

    first: int
    measure: str
    years: float
    arms: Mapping[str, Quantity]
    shape: Mapping[str, Quantity]

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Every number, each once."""
        return once((*self.arms.values(), *self.shape.values()))


@dataclass(frozen=True, slots=True)
class Move:
    """Going from the state `origin` to one of `targets`, in stretches of time.

    `targets` holds for each target the share of those who go (by arm); None for the target that
    gets the rest. A move to a single target has it alone, with None.
    `of` is the path of another move where the numbers are ratios to that one in the same arm.
    """

    path: str
    label: Text
    origin: str
    targets: Mapping[str, Mapping[str, Quantity] | None]
    stretches: tuple[Stretch, ...]
    note: Text | None
    span: Span
    of: str = ""

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Every number, each once."""
        shares = (q for arms in self.targets.values() if arms for q in arms.values())
        return once((*(q for each in self.stretches for q in each.numbers), *shares))


@dataclass(frozen=True, slots=True)
class LongTermEffect:
    """What happens to the effect, the difference between the arms, after month `after`.

    `then` is one of EFFECTS; `half_life` is in months, None unless the effect decays.
    """

    after: int
    then: str
    half_life: Quantity | None
    source: Source | None
    place: str
    sure: str
    assumption: Text | None
    span: Span


@dataclass(frozen=True, slots=True)
class Rule:
    """When a person has an amount: `event` is one of EVENTS.

    `in`: for `years` spent in one of `states`; `enter`: each time one of `states` is entered from
    another; `move`: each time the move from the first to the second of `states` is made; `start`:
    once at the start, whatever the state. `arms` has a number for each arm; it is one and the same
    where the file states one for all.
    """

    event: str
    states: tuple[str, ...]
    years: float
    arms: Mapping[str, Quantity]


@dataclass(frozen=True, slots=True)
class TimeBand:
    """The part of the time in `states` between two points of a clock, `low` to `high` in years.

    It limits what is counted: to one step of a tariff that falls with time on a benefit, or to the
    first months after a move. With `entry`, the clock restarts each time one of `states` is
    entered, and those who begin there are past it; without, it counts all the time spent in them,
    beginning at `start` years. `high` is infinite in the last band.
    """

    states: tuple[str, ...]
    low: float
    high: float
    start: float
    entry: bool


@dataclass(frozen=True, slots=True)
class StateOutcome:
    """An outcome that the model itself gives: how many people, or how much time, in `states`.

    `ever`: the share that has ever been in one of them by `month`; `at`: the share in them at
    `month`; `time`: the time spent in them, in units of `years`, `discounted` unless it is to be
    compared with the time counted in a study.
    """

    measure: str
    states: tuple[str, ...]
    month: float
    years: float
    discounted: bool = True


@dataclass(frozen=True, slots=True)
class Model:
    """States and the moves between them.

    `years` is the length of the horizon; `cycle` one of CYCLES; `counting` one of COUNTINGS.
    With `death_first`, all other moves are of those who survive the cycle. `rest` holds, for each
    origin, the target that gets whom no move takes (mostly the origin itself).
    """

    cycle: str
    counting: str
    years: float
    death_first: bool
    states: Mapping[str, State]
    moves: tuple[Move, ...]
    rest: Mapping[str, str]
    effect: LongTermEffect | None
    span: Span

    @property
    def cycle_years(self) -> float:
        """The length of a cycle in years."""
        return CYCLES[self.cycle]

    @property
    @by_identity(SCENARIOS)
    def numbers(self) -> tuple[Quantity, ...]:
        """Every number of the model, each once, in file order."""
        effect = (self.effect.half_life,) if self.effect and self.effect.half_life else ()
        starts = (number for state in self.states.values() for number in state.numbers)
        return once((*starts, *(n for move in self.moves for n in move.numbers), *effect))


def once(numbers: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The numbers without duplicates: one that several arms share occurs once."""
    return tuple({number.path: number for number in numbers}.values())
