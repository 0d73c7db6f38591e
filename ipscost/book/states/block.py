"""The rows of an arm in the sheet of cycles: people, probabilities, clocks and amounts."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from ipscost.book.accounts import UnsupportedError
from ipscost.book.carried import carried_cells
from ipscost.book.cells import BookCell, CellLook
from ipscost.book.formulas import CellBlock, Closed, Constant, Formula, Ref, plus, times
from ipscost.book.inputs import InputCells
from ipscost.book.months import discount_factor
from ipscost.book.prices import Prices
from ipscost.book.states.clocks import EntryColumns, LadderColumns, Matrix, NeverColumns, moved
from ipscost.book.states.columns import CycleColumns
from ipscost.book.states.counted import Counted, PointRow, fixed_weights
from ipscost.book.states.effect import lasting
from ipscost.book.states.levels import LevelFormulas
from ipscost.book.states.rates import rated
from ipscost.book.states.rows import Rows
from ipscost.book.states.titles import Titles
from ipscost.engines.grid import Grid, grid
from ipscost.engines.plan import AmountLine, Key, TimeProfile
from ipscost.scenario.model import Model
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.words.text import tell

SHARE, AMOUNT, FIXED = CellLook("number", 6), CellLook("number", 2), CellLook("key")
LOOKS = {"level": SHARE, "cost": AMOUNT, "outcome": CellLook("number", 4)}
CYCLES_A_YEAR = {"week": 365.25 / 7, "month": 12.0, "year": 1.0}
MOST_CELLS = 300_000
"""A workbook of more cells is slow to write and to open, and nobody reads it any longer."""
LOOKED_AT = 100
"""After so many rows it is known how many cells an arm will have at least."""
Clock = NeverColumns | LadderColumns | EntryColumns


@dataclass(frozen=True, slots=True)
class CycleSheet:
    """What the blocks of all arms share.

    lines: of each category and outcome, by path. keys: the people that they count. reference: by
    cycle, the probabilities of the reference arm, whose block is written first. named: what is
    counted that has a column, whose heading others must not have too.

    counted: by arm, line and by whose rate it is discounted, what a line counts over all rows, on
    which the sheet of the model builds. amounts: by arm, what that costs. sums: by arm and path,
    what a category or outcome comes to over all rows; those of which nothing is counted in a row
    are left out. people: the sum of people in each row, which must be 1. probabilities: what must
    lie between 0 and 1. points: by arm, what stands in each row.
    """

    scenario: Scenario
    model: Model
    inputs: InputCells
    prices: Prices
    grid: Grid
    titles: Titles
    columns: CycleColumns
    lines: dict[str, list[AmountLine]]
    keys: tuple[Key, ...]
    reference: list[Matrix] = field(default_factory=list)
    sums: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    counted: dict[tuple[str, AmountLine, str], BookCell] = field(default_factory=dict)
    amounts: dict[str, Counted] = field(default_factory=dict)
    named: set[Hashable] = field(default_factory=set)
    people: list[BookCell] = field(default_factory=list)
    probabilities: list[BookCell] = field(default_factory=list)
    points: dict[str, list[PointRow]] = field(default_factory=dict)

    def number(self, quantity: Quantity) -> Formula:
        """A number in the reported unit."""
        return times(self.inputs.now(quantity), self.prices.of(quantity))

    def check_size(self, cells: float) -> None:
        """Raises UnsupportedError if an arm of so many cells makes the sheet too large."""
        if cells * len(self.scenario.arms) > MOST_CELLS:
            raise too_large(self.scenario)


class ArmBlock:
    """Writes the rows of an arm, from row `top` of the sheet on."""

    def __init__(self, whole: CycleSheet, arm: str, top: int) -> None:
        self.whole, self.arm, self.top = whole, arm, top
        self.scenario, self.model, self.grid = whole.scenario, whole.model, whole.grid
        self.columns, self.titles = whole.columns, whole.titles
        self.is_reference = arm == whole.scenario.reference
        carried = carried_cells(whole.inputs)
        levels = LevelFormulas(self.scenario, arm, whole.inputs.now, carried)
        self.rows = Rows(self.model, levels, self.grid.cycle, self.put)
        self.points = whole.points.setdefault(arm, [])
        quantities = {q.path: q for q in (*self.scenario.quantities, *self.scenario.unknowns)}
        self.counted = Counted(
            arm,
            self.grid,
            quantities,
            whole.number,
            self._count,
            self._weigh,
            self._mean,
            None if carried is None else carried.made(arm),
        )
        whole.amounts[arm] = self.counted
        self.columns_of: dict[tuple[AmountLine, str], Hashable] = {}

    def put(
        self, section: str, key: Hashable, content: Formula, look: CellLook | None = None
    ) -> Ref:
        """Writes into a column of the row, whose heading follows from what it is."""
        if not self.columns.has_title(section, key):
            self.columns.title(section, key, self.titles.of(section, key))
        cell = self.columns.put(section, key, content, look or LOOKS.get(section, SHARE))
        if section == "exit":
            self.whole.probabilities.append(cell)
        elif section == "sum":
            self.whole.people.append(cell)
        return Ref(cell)

    def write(self) -> int:
        """The rows of all points, and one of sums below them; gives the number of that row."""
        clocks = self._clocks()
        old: dict[str, Formula] = {}
        matrix: Matrix = {}
        for point in range(self.grid.cycles + 1):
            self.columns.row = self.top + point
            factors = self._time(point)
            people = self._people(point, old, matrix)
            if point == 0:
                self._begin(clocks, people)
            for clock in clocks.values() if point else ():
                clock.advance(matrix, old, point - 1)
            never = {c.states: c.ever() for c in clocks.values() if isinstance(c, NeverColumns)}
            row = PointRow(people, never, factors)
            self._bands(row, clocks, point)
            if point < self.grid.cycles:
                row.matrix = self._matrix(point)
            self.points.append(row)
            old, matrix = people, row.matrix
            if point + 1 == LOOKED_AT and self.is_reference:
                cells = self.columns.count / LOOKED_AT
                self.whole.check_size(cells * (self.grid.cycles + 1))
        return self._sums()

    # --- people ----------------------------------------------------------------------------------

    def _time(self, point: int) -> dict[str, Formula]:
        """The point, the time since the start and the discount factors there."""
        arm = str(tell(self.scenario.arms[self.arm].label, self.titles.language))
        self._fixed("arm", arm)
        cycle = self._fixed("cycle", float(point))
        length = CYCLES_A_YEAR[self.model.cycle]
        self.columns.title("time", "years", self.titles.say("cycle_years"))
        years = Ref(self.columns.put("time", "years", Ref(cycle) / length, CellLook("number", 4)))
        found: dict[str, Formula] = {}
        for what in ("cost", "outcome"):
            time = float(self.grid.times[point])
            factor = discount_factor(self.whole.inputs, self.scenario.discount, what, years, time)
            found[what] = self.put("factor", (what,), factor)
        return found

    def _fixed(self, key: str, content: str | float) -> BookCell:
        """A column of time that is the same whatever the inputs are."""
        self.columns.title("time", key, self.titles.say(f"cycle_{key}"))
        look = CellLook("text") if isinstance(content, str) else FIXED
        return self.columns.put("time", key, content, look)

    def _people(self, point: int, old: dict[str, Formula], matrix: Matrix) -> dict[str, Formula]:
        """The share of people in each state, and that of all together."""
        if point == 0:
            found = self.rows.start()
        else:
            both = {state: moved(old, matrix, state) for state in self.model.states}
            found = {state: share for state, share in both.items() if share is not None}
        people: dict[str, Formula] = {
            state: self.put("people", (state,), found.get(state, Constant(0.0)))
            for state in self.model.states
        }
        self.put("sum", ("",), plus(people.values()))
        return people

    def _matrix(self, point: int) -> Matrix:
        """The probabilities of the cycle that follows a point."""
        effect, start = self.model.effect, point * self.grid.cycle * 12
        end = (point + 1) * self.grid.cycle * 12
        left = lasting(effect, start, end, self.whole.inputs.now)
        if left is not None and not self.is_reference:
            left = self.put("left", ("",), left)
        self.rows.begin(point)

        def blend(pair: tuple[str, str], share: Formula) -> Formula:
            if left is None or self.is_reference:
                return share
            exits, stay = self.whole.reference[point][pair[0]]
            base = stay if pair[0] == pair[1] else exits.get(pair[1])
            if base is None:
                base = Constant(0.0)
            return plus((base, times(left, share - base)))

        matrix = {
            name: self.rows.row(state, point, blend) for name, state in self.model.states.items()
        }
        if self.is_reference:
            self.whole.reference.append(matrix)
        return matrix

    # --- clocks ----------------------------------------------------------------------------------

    def _clocks(self) -> dict[Hashable, Clock]:
        """The clocks that what is counted needs, by name; `_begin` adds those of `never`."""
        found: dict[Hashable, Clock] = {}
        for key in (key for key in self.whole.keys if key.band is not None):
            name = _clock_of(key)
            bands = [k.band for k in self.whole.keys if k.band and _clock_of(k) == name]
            if name in found:
                continue
            if key.band is not None and key.band.entry:
                found[name] = EntryColumns(key.states[0], bands, self.grid, self.put)
            else:
                ladder = LadderColumns(bands, self.model, self.grid, self.put)
                found[name] = self.titles.ladders[ladder.name] = ladder
        return found

    def _begin(self, clocks: dict[Hashable, Clock], people: dict[str, Formula]) -> None:
        """Starts the clocks with the people at the start."""
        for clock in clocks.values():
            if isinstance(clock, LadderColumns):
                clock.begin(people)
        for key in (key for key in self.whole.keys if key.event == "ever"):
            clocks["ever", key.states] = NeverColumns(key.states, people, self.put)

    def _bands(self, row: PointRow, clocks: dict[Hashable, Clock], point: int) -> None:
        """Those in each band, in each part of the time that a point counts for."""
        for key in (key for key in self.whole.keys if key.band is not None):
            clock = clocks[_clock_of(key)]
            assert not isinstance(clock, NeverColumns)
            for stretch in self.grid.of_point[point]:
                part = self._part(stretch)
                if not self.columns.has_title("band", (key, part)):
                    lines = (x for own in self.whole.lines.values() for x in own)
                    label = self._label_of(next(x for x in lines if x.key == key))
                    label = self.titles.band(key, label, part)
                    self.columns.title("band", (key, part), label)
                inside = clock.within(key, row.people[key.states[0]], stretch)
                cell = self.columns.put("band", (key, part), inside, SHARE)
                row.bands[key, stretch] = Ref(cell)

    def _part(self, stretch: int) -> int:
        """Which part of the time that its point counts for a stretch is.

        The only half of the first point is the one after it.
        """
        point = int(self.grid.stretches.points[stretch])
        part = stretch - self.grid.of_point[point].start
        return 1 if point == 0 and self.grid.counting == "half_cycle" else part

    def _label_of(self, line: AmountLine) -> str:
        """What the category or outcome of a line is called."""
        path = next(path for path, own in self.whole.lines.items() if line in own)
        return str(tell(self.scenario.holders[path].label, self.titles.language))

    # --- amounts ---------------------------------------------------------------------------------

    def _weigh(self, course: TimeProfile, period: int, weight: float) -> Formula:
        """The cell of a fixed weight in the row."""
        part = self._part(period) if course.periods == "stretches" else 0
        key = (course.periods, course.spread.sum(axis=1).tobytes(), part)
        if not self.columns.has_title("weight", key):
            self.columns.title("weight", key, self._weight_title(course, part))
        kept = self.columns.at("weight", key)
        return Ref(kept or self.columns.put("weight", key, weight, FIXED))

    def _weight_title(self, course: TimeProfile, part: int) -> str:
        """What the column of a weight is called: if need be, by the first that it is for."""
        lines = self.whole.lines
        line = next(x for own in lines.values() for x in own if x.course is course)
        is_alone = course.periods in ("points", "cycles") and not course.whole
        label = self._name(("weight", course.periods), line, needed=not is_alone)
        return self.titles.weight(course, part, label)

    def _name(self, kind: Hashable, line: AmountLine, *, needed: bool) -> str:
        """The label that tells a column from others of its kind; the first one has none."""
        is_named = not needed and kind not in self.whole.named
        self.whole.named.add(kind)
        return "" if is_named else self._label_of(line)

    def _mean(self, point: int, what: str) -> Formula:
        """The discount factor of the cycle after a point: its points as they are counted."""
        row = self.points[point]
        if what not in row.means:
            cycles, points, weights = self.grid.counted
            own = [
                times(self.points[at].factors[what], weight)
                for cycle, at, weight in zip(
                    cycles.tolist(), points.tolist(), weights.tolist(), strict=True
                )
                if cycle == point
            ]
            row.means[what] = self.put("factor", (what, "_mean"), plus(own))
        return row.means[what]

    def _count(self, line: AmountLine, discounted: str, worth: Formula) -> Formula:
        """The column of what a line counts; lines that count the same people alike share it."""
        course = line.course
        key = self.columns_of.get((line, discounted))
        if key is None:
            key = (line.key, course.periods, tuple(fixed_weights(course)), discounted)
            self.columns_of[line, discounted] = key
        if not self.columns.has_title("counted", key):
            needed = line.key is None or line.key.band is not None
            label = self._name((course.periods, line.key, discounted), line, needed=needed)
            self.columns.title("counted", key, self.titles.counted(line, discounted, label))
        cell = self.columns.at("counted", key)
        return Ref(cell or self.columns.put("counted", key, worth, SHARE))

    def _sums(self) -> int:
        """The amounts of each category and outcome in every row, and their sums in the last."""
        last = self.top + self.grid.cycles
        for section, holder in self._holders():
            self._holder(section, holder)
        self.columns.row = last + 1
        self._fixed("arm", str(tell(self.scenario.arms[self.arm].label, self.titles.language)))
        self.columns.put("time", "cycle", self.titles.say("cycle_sum"), CellLook("strong"))
        for key in dict.fromkeys(self.columns_of.values()):
            self._sum("counted", key, 6)
        for (line, discounted), key in self.columns_of.items():
            cell = self.columns.at("counted", key)
            assert cell is not None
            self.whole.counted[self.arm, line, discounted] = cell
        for section, holder in self._holders():
            if self.columns.has_title(section, holder.path):
                total = self._sum(section, holder.path, LOOKS[section].places)
                self.whole.sums[self.arm, holder.path] = total
        return last + 1

    def _holders(self) -> Iterator[tuple[str, Category | Outcome]]:
        """The categories and the outcomes, with their sections."""
        yield from (("cost", category) for category in self.scenario.categories)
        yield from (("outcome", outcome) for outcome in self.scenario.outcomes)

    def _sum(self, section: str, key: Hashable, places: int | None) -> BookCell:
        """The sum of a column over the rows of the arm, in the row below them."""
        cells = self.columns.below(section, key, self.top, self.top + self.grid.cycles)
        total = Closed("SUM", (CellBlock(tuple(cells)),))
        return self.columns.put(section, key, total, CellLook("total", places))

    def _holder(self, section: str, holder: Category | Outcome) -> None:
        """The amounts of a category or an outcome in every row."""
        others = rated(self.scenario, holder) if isinstance(holder, Category) else None
        for point in range(self.grid.cycles + 1):
            self.columns.row = self.top + point
            if others is not None:
                amount = self._rated(holder, others)
            else:
                lines, by = self.whole.lines[holder.path], discounted_by(holder)
                amount = self.counted.of_row(lines, self.points, point, by)
            if amount is not None:
                label = str(tell(holder.label, self.titles.language))
                self.columns.title(section, holder.path, label)
                self.columns.put(section, holder.path, amount, LOOKS[section])

    def _rated(
        self, holder: Category | Outcome, others: Sequence[tuple[Category, float]]
    ) -> Formula | None:
        """A rate of what other categories come to in the same row."""
        assert isinstance(holder, Category)
        assert holder.rate is not None
        found = []
        for other, sign in others:
            cell = self.columns.at("cost", other.path)
            if cell is not None:
                found.append(-Ref(cell) if sign < 0 else Ref(cell))
        if not found or not holder.rate.is_known:
            return None
        return times(self.whole.number(holder.rate), plus(found))


def discounted_by(holder: Category | Outcome) -> str:
    """By whose rate a category or outcome is discounted: `cost`, `outcome`, or neither."""
    if isinstance(holder, Category):
        return "cost"
    return "outcome" if holder.is_discounted else ""


def _clock_of(key: Key) -> Hashable:
    """The clock that a key needs."""
    band = key.band
    assert band is not None
    return ("entry", key.states[0]) if band.entry else ("ladder", band.states, band.start)


def too_large(scenario: Scenario) -> UnsupportedError:
    """The refusal of a model that has more cycles than a workbook can hold."""
    assert scenario.model is not None
    cycles, states = grid(scenario).cycles, len(scenario.model.states)
    return UnsupportedError(
        f"{cycles:,} cycles of {states} states in {len(scenario.arms)} arms are more than a "
        "workbook can hold; write a shorter horizon or longer cycles in a file with extends:"
    )
