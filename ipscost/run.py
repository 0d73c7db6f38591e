"""One run: a scenario and its settings to ledgers, with the record that lets it be repeated."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.drawing import draws as drawing
from ipscost.drawing import sobol
from ipscost.drawing.draws import BLOCK, Draws
from ipscost.engines import ENGINES, Engine, with_courses
from ipscost.errors import AskedError
from ipscost.ledger import Ledger
from ipscost.scenario.nouns import Scenario
from ipscost.settings import Settings
from ipscost.version import __version__

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

MAX_BYTES = 4 * 2**30
ESTIMATES = 8
"""How many columns of draws an analysis holds at a time beside the ledger."""


DETAIL_BYTES = 64 * 2**20
"""How much a block of draws may take while its months are told apart."""


class TooLargeError(AskedError):
    """A run is larger than it may be; the text says what to change."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a run can be repeated from."""

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
    """A scenario that was run.

    `point` is the ledger of the base case (one draw) and knows every month;
    `ledger` the one over the draws, collapsed to present values, or None without draws. `courses`
    holds, by arm and perspective, the discounted difference in cost by month, (month, draw), for
    the perspectives that were asked for.
    """

    scenario: Scenario
    settings: Settings
    draws: Draws
    point: Ledger
    ledger: Ledger | None
    courses: Mapping[tuple[str, str], Floats] = field(default_factory=dict)

    @cached_property
    def record(self) -> Record:
        """Version, digest of every input, and settings."""
        scenario, settings = self.scenario, self.settings
        parts = [*scenario.inputs.values(), *scenario.settings, str(scenario.money)]
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


def simulate(
    scenario: Scenario,
    settings: Settings | None = None,
    *,
    months: bool = False,
    courses: Sequence[str] = (),
) -> Run:
    """The run of `scenario` with `settings` (10,000 draws and seed 1 unless said otherwise).

    The engine runs over blocks of draws, and of each block the present values are kept; with
    `months` also the course by month from the scenario's perspective, and with `courses` from those
    perspectives. That it runs in blocks makes no difference to a number. Raises TooLargeError where
    the run would take more than MAX_BYTES or has more uncertain numbers than Sobol points have
    dimensions, and ValueError for an unknown engine or perspective.
    """
    settings = settings or Settings()
    engine = engine_of(scenario, settings)
    point = engine(scenario, drawing.base_case(scenario))
    views = tuple(dict.fromkeys((*courses, *((scenario.perspective,) if months else ()))))
    if not set(views) <= set(point.perspectives):
        raise ValueError(f"perspectives must be of {', '.join(point.perspectives)}, not {views}")
    uncertain = sum(not quantity.is_fixed for quantity in scenario.quantities)
    if settings.sampler == "sobol" and uncertain > sobol.MOST_DIMENSIONS:
        raise TooLargeError(
            f"{uncertain:,} uncertain numbers are too many for Sobol points, which have at most "
            f"{sobol.MOST_DIMENSIONS:,} dimensions; use the random sampler"
        )
    per_draw = bytes_per_draw(point, uncertain, courses=len(views))
    if settings.draws * per_draw > MAX_BYTES:
        most = MAX_BYTES // per_draw
        raise TooLargeError(f"{settings.draws:,} draws need too much memory; use at most {most:,}")
    columns = drawing.draw(scenario, settings.draws, settings.seed, settings.sampler)
    drawn = settings.draws > 0 and uncertain > 0
    ledger, found = None, dict[tuple[str, str], Any]()
    if drawn and views:
        ledger, found = _with_courses(scenario, engine, columns, point, views)
    elif drawn:
        ledger = _over_blocks(scenario, engine, columns)
    return Run(scenario, settings, columns, point, ledger, found)


def given(run: Run, known: frozenset[str]) -> Ledger | None:
    """The expected ledger given each draw of the quantities `known`, whatever the others are.

    None where that takes more than to put in the others' expected values: where a move, or
    anything else that is no sum of products, depends on one of them, or where one goes together
    with one that is known. Needs a run with draws.
    """
    scenario, engine = run.scenario, engine_of(run.scenario, run.settings)
    whole = _Whole(run.draws.n)
    try:
        for place, block in run.draws.blocks(BLOCK):
            whole.add(place, engine(scenario, drawing.given(scenario, block, known), detail=False))
    except drawing.NotProductsError:
        return None
    return whole.ledger()


def engine_name(scenario: Scenario, settings: Settings) -> str:
    """The engine that is named, or else the one that a scenario is written for."""
    return settings.engine or ("states" if scenario.model else "expected")


def engine_of(scenario: Scenario, settings: Settings) -> Engine:
    """The engine that runs a scenario. Raises ValueError where it is unknown."""
    name = engine_name(scenario, settings)
    if name not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(ENGINES)}, not {name!r}")
    return ENGINES[name]


def bytes_per_draw(point: Ledger, uncertain: int, *, courses: int = 0) -> int:
    """How much memory a run takes for each draw.

    A column for each uncertain quantity, the ledger, the differences from the reference arm, what
    an analysis sums and sorts at a time (`ESTIMATES` columns), and the courses by month: each
    held once and summed up once.
    """
    arms, categories = len(point.arms), len(point.categories)
    ledger = arms * (categories * (1 + (point.observed < point.months)) + len(point.outcomes))
    numbers = uncertain + ledger + (arms - 1) * categories + ESTIMATES
    return 8 * (numbers + (courses * (arms - 1) + 1) * point.months * bool(courses))


def _over_blocks(scenario: Scenario, engine: Engine, columns: Draws) -> Ledger:
    """The ledger over all draws, put together from those of blocks."""
    whole = _Whole(columns.n)
    for place, block in columns.blocks(BLOCK):
        whole.add(place, engine(scenario, block, detail=False))
    return whole.ledger()


def _with_courses(
    scenario: Scenario, engine: Engine, columns: Draws, point: Ledger, views: tuple[str, ...]
) -> tuple[Ledger, dict[tuple[str, str], Floats]]:
    """The ledger over all draws, and the courses; in blocks whose months fit into memory."""
    size = int(max(1, min(BLOCK, DETAIL_BYTES // (8 * point.amount.size))))
    whole = _Whole(columns.n)
    pairs = [(arm, view) for arm in scenario.interventions for view in views]
    found = {pair: np.empty((point.months, columns.n)) for pair in pairs}
    for place, block in columns.blocks(size):
        ledger, courses = with_courses(engine, scenario, block, views)
        whole.add(place, ledger)
        for arm, of_arm in courses.items():
            for view, course in zip(views, of_arm, strict=True):
                found[arm, view][:, place] = course
    return whole.ledger(), found


class _Whole:
    """A collapsed ledger that is put together from blocks of draws."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.first: Ledger | None = None
        self.clipped: dict[str, Flags] = {}

    def add(self, place: slice, ledger: Ledger) -> None:
        if self.first is None:
            self.first = ledger
            self.amount = np.empty((*ledger.amount.shape[:3], self.n))
            self.outcome = np.empty((*ledger.outcome_amount.shape[:3], self.n))
        if place.stop - place.start < self.n:
            for path, flags in ledger.clipped.items():
                self.clipped.setdefault(path, np.zeros(self.n, dtype=bool))[place] = flags
            self.amount[..., place], self.outcome[..., place] = ledger.amount, ledger.outcome_amount

    def ledger(self) -> Ledger:
        assert self.first is not None
        if self.first.amount.shape[3] == self.n:
            return self.first
        return replace(
            self.first, amount=self.amount, outcome_amount=self.outcome, clipped=self.clipped
        )
