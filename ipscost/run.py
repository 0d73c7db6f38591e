"""One run: from a scenario and settings to ledgers, with the record needed to repeat it."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from ipscost.drawing import draws as drawing
from ipscost.drawing import sobol
from ipscost.drawing.draws import BLOCK, Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import Engine, engine_name, engine_of
from ipscost.engines.carried import effects
from ipscost.engines.outcome import Detail, EngineResult, People
from ipscost.errors import AskedError
from ipscost.errors import a_kind as _a
from ipscost.ledger import Ledger
from ipscost.messages import Message
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario.nouns import Discount, Scenario
from ipscost.settings import Settings
from ipscost.version import __version__

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]

MAX_BYTES = 4 * 2**30
"""The most memory that a run may take, 4 GiB: half of what a common computer has. Chosen so that a
run that is too large is refused with a message, and not ended by the system without one."""
ESTIMATES = 8
"""How many columns of draws an analysis holds beside the ledger, for the estimate of memory."""
DETAIL_BYTES = 64 * 2**20
"""How much memory a block of draws may take while its months are kept: small beside MAX_BYTES."""
RATES = ("discount.cost", "discount.outcome")
"""The paths of the yearly discount rates, which are not quantities but can be varied like them."""


class Keeper(Protocol):
    """Takes the courses by month of a run a block of draws at a time, and keeps what it needs."""

    def take(self, arm: str, view: str, place: slice, course: Floats, draws: int) -> None:
        """Takes the incremental cost by month of some draws of an arm from one perspective.

        course: discounted, (month, draw), which may be changed. place: which of all `draws` these
        are; blocks come in turn.
        """


class TooLargeError(AskedError):
    """A run needs more than it may take; the text says what to change."""


@dataclass(frozen=True, slots=True)
class Record:
    """All that is needed to repeat a run."""

    version: str
    python: str
    numpy: str
    scenario: str
    digest: str
    settings: tuple[str, ...]
    money: str
    draws: int
    seed: int
    sampler: str
    engine: str


@dataclass(frozen=True)
class Run:
    """The results of running a scenario.

    draws: the draws of all quantities.
    point: the ledger of the base case, with a single draw and every month (or totals alone).
    ledger: the ledger over the draws, collapsed to present values; None without draws.
    courses: by arm and perspective, the discounted incremental cost by month, (month, draw), for
        the perspectives that were asked for; none where a keeper took them.
    keeper: what took the courses in blocks of draws.
    people: from an engine that follows individuals, those of all draws, or else of the base case.
    """

    scenario: Scenario
    settings: Settings
    draws: Draws
    point: Ledger
    ledger: Ledger | None
    courses: Mapping[tuple[str, str], Floats] = field(default_factory=dict)
    people: People | None = None
    keeper: Keeper | None = None

    def __repr__(self) -> str:
        draws, seed = self.settings.draws, self.settings.seed
        return f"<Run of {self.scenario.name}: draws {draws:,}, seed {seed}>"

    @cached_property
    def record(self) -> Record:
        """The versions, the digest of all inputs, and the settings of the run."""
        scenario, settings = self.scenario, self.settings
        parts = [*scenario.inputs.values(), *scenario.settings, str(scenario.money)]
        parts += _between_countries(scenario)
        digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
        return Record(
            version=__version__,
            python=platform.python_version(),
            numpy=np.__version__,
            scenario=scenario.file,
            digest=digest,
            settings=scenario.settings,
            money=str(scenario.money),
            draws=settings.draws,
            seed=settings.seed,
            sampler=settings.sampler,
            engine=engine_name(scenario, settings),
        )

    @cached_property
    def carried(self) -> dict[str, tuple[float, float]]:
        """By arm, the trial's effect and what is carried over of it (`engines.carried.effects`)."""
        return effects(self.scenario)

    def at(
        self,
        values: Mapping[str, Floats | float],
        draws: Draws | None = None,
        *,
        outcomes: bool = True,
    ) -> Ledger:
        """The ledger, collapsed to present values, with some numbers at other values.

        values: by path, of quantities and of yearly discount rates (`discount.cost`), in the units
            in which they are stated: one number, or one for each "draw" of the ledger, (draw,).
        draws: the run's own draws, or a block of them. All other numbers keep their draws, so that
            the ledgers at two values differ only by these values; a rate must then be the same in
            all draws. Without `draws`, all other numbers are as in the base case.
        outcomes: False for costs alone, with less to compute.

        A quantity that is correlated with others is shifted or scaled as a whole, so that nothing
        changes at its own value. A rate other than the file's holds for all years. Raises
        ValueError if a path is not a number of the scenario, or if a rate varies over `draws`.
        """
        scenario, n = self.scenario, 1 if draws is None else draws.n
        numbers = {quantity.path: quantity for quantity in scenario.quantities}
        unknown = [path for path in values if path not in numbers and path not in RATES]
        if unknown:
            raise ValueError(f"the scenario has no number {', '.join(unknown)}")
        if draws is None:
            n = max((np.size(value) for value in values.values()), default=1)
        columns = {path: np.broadcast_to(value, n) for path, value in values.items()}
        own = {path: columns[path] * numbers[path].factor for path in columns if path in numbers}
        if draws is None:
            draws, streams = drawing.held(scenario, own, n), _base_streams(self.settings)
        else:
            draws = drawing.replaced(scenario, draws, own)
            streams = _streams(self.settings, draws)
        rates = [columns.get(path) for path in RATES]
        if not outcomes:
            rates[RATES.index("discount.outcome")] = None
        return self._at_rates(_asked(scenario, outcomes=outcomes), draws, streams, rates)

    def _at_rates(
        self, asked: Scenario, draws: Draws, streams: Streams, rates: Sequence[Floats | None]
    ) -> Ledger:
        """The ledger over `draws`, each at its own pair of rates, (draw,): a run for each pair."""
        engine, discount = engine_of(asked, self.settings), asked.discount
        own = (discount.cost, discount.outcome)
        given = [now if rate is None else rate for rate, now in zip(rates, own, strict=True)]
        wide = [np.broadcast_to(rate, draws.n) for rate in given]
        pairs = sorted(set(zip(*(rate.tolist() for rate in wide), strict=True)))
        if len(pairs) > 1 and not streams.shared:
            raise ValueError("over draws, a discount rate must be the same in all of them")
        whole = _Whole(draws.n)
        for cost, outcome in pairs:
            scenario, part = asked, draws
            place: slice | Places = slice(draws.n)
            if (cost, outcome) != own:
                scenario = replace(scenario, discount=_at_rates(discount, cost, outcome))
            if len(pairs) > 1:
                place = np.flatnonzero((wide[0] == cost) & (wide[1] == outcome))
                columns = {path: column[place] for path, column in draws.columns.items()}
                part = replace(draws, n=place.size, columns=columns)
            whole.add(place, engine(scenario, part, streams, detail="totals"))
        return whole.ledger()

    def given(self, known: frozenset[str]) -> Ledger | None:
        """The expected ledger given each draw of the quantities `known`, over all other quantities.

        None if it cannot be had by inserting the expected values of the others: if a transition, or
        anything else that is not a sum of products, depends on one of them, or if one of them is
        correlated with a known one. Needs a run with draws.
        """
        scenario, engine = self.scenario, engine_of(self.scenario, self.settings)
        whole = _Whole(self.draws.n)
        try:
            for place, block in self.draws.blocks(BLOCK):
                streams = _streams(self.settings, block)
                part = drawing.given(scenario, block, known)
                whole.add(place, engine(scenario, part, streams, detail="totals"))
        except drawing.NotProductsError:
            return None
        return whole.ledger()


def simulate(
    scenario: Scenario,
    settings: Settings | None = None,
    *,
    months: bool = False,
    courses: Sequence[str] = (),
    outcomes: bool = True,
    totals: bool = False,
    keeper: Keeper | None = None,
    point: Ledger | None = None,
    engine: str = "",
) -> Run:
    """Runs `scenario` with `settings` (by default 10,000 draws and seed 1).

    engine: its name, in the place of that in the settings: `persons` follows persons one by one.
    months: also keep the incremental cost by month, from the scenario's perspective.
    courses: the perspectives from which to keep it as well.
    outcomes: False for costs alone: all numbers are drawn, and the ledgers have no outcomes.
    keeper: takes the courses in blocks of draws, so that the run need not hold them.
    totals: keep present values alone of the base case too, where no analysis asks for its months.
    point: the base case, where a run of the same scenario asked in the same way has found it.

    The engine runs over blocks of draws, of which present values are kept; the blocks do not change
    any result. Raises TooLargeError if the run would take more than MAX_BYTES, or has more
    uncertain numbers than Sobol points have dimensions, and ValueError for an unknown engine or
    perspective. What is no scenario, or no settings, raises TypeError with what to write instead.
    """
    _check_types(scenario, settings, courses)
    settings = settings or Settings()
    settings = replace(settings, engine=engine) if engine else settings
    runs = engine_of(scenario, settings)
    streams, asked = _base_streams(settings), _asked(scenario, outcomes=outcomes)
    detail: Detail = "totals" if totals else "periods"
    people = None
    if point is None:
        base = runs(asked, drawing.base_case(scenario), streams, detail=detail)
        point, people = base.ledger, base.people
    views = tuple(dict.fromkeys((*courses, *((scenario.perspective,) if months else ()))))
    if not set(views) <= set(point.perspectives):
        raise ValueError(f"perspectives must be of {', '.join(point.perspectives)}, not {views}")
    uncertain = sum(not quantity.is_fixed for quantity in scenario.quantities)
    if settings.sampler == "sobol" and uncertain > sobol.MOST_DIMENSIONS:
        raise TooLargeError(
            Message(
                "{uncertain:,} uncertain numbers are too many for Sobol points, which have at most "
                "{most:,} dimensions; use the random sampler",
                uncertain=uncertain,
                most=sobol.MOST_DIMENSIONS,
            )
        )
    per_draw = bytes_per_draw(point, uncertain, courses=0 if keeper else len(views))
    if settings.draws * per_draw > MAX_BYTES:
        told = {"draws": settings.draws, "most": MAX_BYTES // per_draw}
        message = Message("{draws:,} draws need too much memory; use at most {most:,}", **told)
        raise TooLargeError(message)
    columns = drawing.draw(scenario, settings.draws, settings.seed, settings.sampler)
    drawn = settings.draws > 0 and uncertain > 0
    ledger, drawn_people, found = None, None, dict[tuple[str, str], Any]()
    if drawn and views:
        over = _with_courses(asked, runs, settings, columns, point, views, keeper)
        ledger, drawn_people, found = over
    elif drawn:
        ledger, drawn_people = _over_blocks(asked, runs, settings, columns)
    people = drawn_people or people
    return Run(scenario, settings, columns, point, ledger, found, people, keeper)


def _between_countries(scenario: Scenario) -> list[str]:
    """To which countries, and in which order, money went by the prices of countries."""
    ways = [number.conversion for number in scenario.quantities if number.conversion]
    return sorted({f"{way.target_country} {way.order}" for way in ways if way.target_country})


def _asked(scenario: Scenario, *, outcomes: bool) -> Scenario:
    """What the engine is asked for: the scenario, or its costs alone."""
    return scenario if outcomes else _costs_alone(scenario)


@by_identity(SCENARIOS)
def _costs_alone(scenario: Scenario) -> Scenario:
    """Costs, and the outcome that decides what of them is carried over: the same one each time."""
    of = scenario.transfer.of if scenario.transfer and scenario.transfer.is_worked_out else ""
    return replace(scenario, outcomes=tuple(each for each in scenario.outcomes if each.path == of))


def _check_types(scenario: object, settings: object, courses: object) -> None:
    """Raises TypeError for what a Python user may give in place of a scenario and of settings."""
    call = "ipscost.simulate(scenario"
    if not isinstance(scenario, Scenario):
        file = repr(str(scenario)) if isinstance(scenario, str | PurePath) else "'inklusion-ips'"
        raise TypeError(
            f"simulate takes a scenario, not {_a(scenario)}; "
            f"write ipscost.simulate(ipscost.load({file}))"
        )
    if settings is not None and not isinstance(settings, Settings):
        given = {"draws": settings} if isinstance(settings, int) else settings
        named = given if isinstance(given, Mapping) else {"draws": 1000, "seed": 1}
        words = ", ".join(f"{name}={value!r}" for name, value in named.items())
        raise TypeError(
            f"settings are an ipscost.Settings, not {_a(settings)}; "
            f"write {call}, ipscost.Settings({words}))"
        )
    if isinstance(courses, str):
        raise TypeError(
            f"courses are several perspectives, not a string; write {call}, courses=[{courses!r}])"
        )


def _streams(settings: Settings, draws: Draws) -> Streams:
    """The streams of a block of draws."""
    return Streams(settings.seed, draws.first, persons=settings.persons)


def _base_streams(settings: Settings) -> Streams:
    """Those of the base case, and of everything that is computed beside it."""
    return Streams(settings.seed, shared=True, persons=settings.persons)


def bytes_per_draw(point: Ledger, uncertain: int, *, courses: int = 0) -> int:
    """The memory that a run takes for each draw, in bytes.

    point: the ledger of the base case; uncertain: the number of uncertain quantities; courses: the
    number of perspectives whose costs by month are kept. It counts 8 bytes for each uncertain
    quantity, number of the ledger and difference from the reference arm, for ESTIMATES columns that
    an analysis sums and sorts at a time, and for the courses by month and one sum of them.
    """
    arms, categories = len(point.arms), len(point.categories)
    ledger = arms * (categories * (1 + (point.observed < point.months)) + len(point.outcomes))
    numbers = uncertain + ledger + (arms - 1) * categories + ESTIMATES
    return 8 * (numbers + (courses * (arms - 1) + 1) * point.months * bool(courses))


def _at_rates(discount: Discount, cost: float, outcome: float) -> Discount:
    """The discounting at these rates; a rate other than the file's holds for all years."""
    return replace(
        discount,
        cost=cost,
        outcome=outcome,
        cost_later=discount.cost_later if cost == discount.cost else (),
        outcome_later=discount.outcome_later if outcome == discount.outcome else (),
    )


def _over_blocks(
    scenario: Scenario, engine: Engine, settings: Settings, columns: Draws
) -> tuple[Ledger, People | None]:
    """The ledger and the people over all draws, put together from those of blocks."""
    whole = _Whole(columns.n)
    for place, block in columns.blocks_once(BLOCK):
        streams = _streams(settings, block)
        whole.add(place, engine(scenario, block, streams, detail="totals"))
    return whole.ledger(), whole.people()


def _with_courses(
    scenario: Scenario,
    engine: Engine,
    settings: Settings,
    columns: Draws,
    point: Ledger,
    views: tuple[str, ...],
    keeper: Keeper | None,
) -> tuple[Ledger, People | None, dict[tuple[str, str], Floats]]:
    """The same and the costs by month, or none where a keeper takes them, in smaller blocks."""
    size = int(max(1, min(BLOCK, DETAIL_BYTES // (8 * point.amount.size))))
    whole = _Whole(columns.n)
    pairs = [(arm, view) for arm in scenario.interventions for view in views if keeper is None]
    found = {pair: np.empty((point.months, columns.n)) for pair in pairs}
    for place, block in columns.blocks_once(size):
        streams = _streams(settings, block)
        outcome = engine(scenario, block, streams, detail="months")
        ledger = outcome.ledger
        for arm in scenario.interventions:
            for view, course in zip(views, ledger.monthly_differences(arm, views), strict=True):
                if keeper is None:
                    found[arm, view][:, place] = course
                else:
                    keeper.take(arm, view, place, course, columns.n)
        whole.add(place, replace(outcome, ledger=_without_months(ledger)))
    return whole.ledger(), whole.people(), found


def _without_months(ledger: Ledger) -> Ledger:
    """The ledger collapsed, unless it already is."""
    return ledger.collapsed() if ledger.flows is None else replace(ledger, flows=None)


class _Whole:
    """The results of an engine, collapsed, put together from blocks of draws."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.first: Ledger | None = None
        self.clipped: dict[str, Flags] = {}
        self.blocks: list[tuple[int, People]] = []

    def add(self, place: slice | Places, outcome: EngineResult) -> None:
        """Adds the result for the draws at `place`."""
        ledger = outcome.ledger
        if ledger.amount.shape[3] == self.n:  # all draws in one block: nothing to put together
            self.first = ledger
        else:
            if self.first is None:
                self.first = ledger
                self.amount = np.zeros((*ledger.amount.shape[:3], self.n))
                self.outcome = np.zeros((*ledger.outcome_amount.shape[:3], self.n))
            for path, flags in ledger.clipped.items():
                self.clipped.setdefault(path, np.zeros(self.n, dtype=bool))[place] = flags
            _fill(self.amount, place, ledger.amount)
            _fill(self.outcome, place, ledger.outcome_amount)
        if outcome.people is not None and isinstance(place, slice):
            self.blocks.append((place.start, outcome.people))

    def people(self) -> People | None:
        """The people of all blocks."""
        return People.joined(self.blocks)

    def ledger(self) -> Ledger:
        """The ledger over all draws."""
        assert self.first is not None
        if self.first.amount.shape[3] == self.n:
            return self.first
        return replace(
            self.first, amount=self.amount, outcome_amount=self.outcome, clipped=self.clipped
        )


def _fill(whole: Floats, place: slice | Places, block: Floats) -> None:
    """Puts a block of draws in its place among zeros, (arm, holder, period, draw).

    Rows that are 0 are left as they are: what nothing was written to takes no memory.
    """
    for row in zip(*np.nonzero(block.any(axis=3)), strict=True):
        whole[row][place] = block[row]
