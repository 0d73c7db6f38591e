"""The sheet of inputs: every number in a cell of its own, named as `--set` names it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import default_ends
from ipscost.book.blocks import Matching
from ipscost.book.cells import Book, BookCell, BookSheet, CellLook
from ipscost.book.formulas import CellBlock, Compare, Constant, Formula, Ref, Times, call, when
from ipscost.book.rollout_inputs import RolloutGroup, groups_of
from ipscost.report.uses import labels
from ipscost.run import RATES, Run
from ipscost.scenario.distributions import LogNormal, z_of_p
from ipscost.scenario.in_force import name_of as period_name
from ipscost.scenario.nouns import Category, Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.settings import LEVEL
from ipscost.words import say
from ipscost.words.nouns import named
from ipscost.words.text import Words, tell

VALUE, UNIT, LOW, HIGH, EXPECTED, BEFORE, SURE, SOURCE, LINE, NOTE, OWN = range(2, 13)
"""The columns, behind the hidden names of the rows and the labels."""
NUMBERS = (VALUE, LOW, HIGH, EXPECTED, BEFORE, LINE)
WIDTHS = (44, 12, 23, 10, 10, 10, 10, 12, 26, 6, 40, 28)
LONGEST_NAME = 250
"""Excel allows a name of 255 characters."""
PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class InputCells:
    """The cells of the inputs, by the path of the number.

    values: what one may change. expected: what enters the model, which for a published ratio is its
    mean and not its median. low, high: the ends between which it is varied. shares: what a payer
    pays of a category, by the paths of both, where several do. changed: the number of inputs that
    are not as in the file.
    """

    scenario: Scenario
    sheet: BookSheet
    values: dict[str, BookCell] = field(default_factory=dict)
    expected: dict[str, BookCell] = field(default_factory=dict)
    low: dict[str, BookCell] = field(default_factory=dict)
    high: dict[str, BookCell] = field(default_factory=dict)
    shares: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    before: dict[str, BookCell] = field(default_factory=dict)

    def now(self, quantity: Quantity) -> Formula:
        """What a number is in the model, in its stated unit; 0 for one that is not known."""
        return Ref(self.expected[quantity.path]) if quantity.is_known else Constant(0.0)

    def share(self, category: Category, payer: str) -> Formula:
        """What a payer pays of a category less what it receives."""
        paid = category.payers.get(payer, 0.0)
        received = category.receivers.get(payer, 0.0)
        cell = self.shares.get((category.path, payer))
        own: Formula = Constant(paid) if cell is None else Ref(cell)
        return own - received if received else own

    def rate(self, what: str) -> Formula:
        """The yearly discount rate of `cost` or `outcome`."""
        return Ref(self.values[f"discount.{what}"])

    @property
    def changed(self) -> Formula:
        """The number of inputs that are not as in the file."""
        first, last = (
            min(c.row for c in self.before.values()),
            max(c.row for c in self.before.values()),
        )
        here, there = (column_of(self.sheet, column, first, last) for column in (VALUE, BEFORE))
        return Matching(CellBlock(here), "<>", CellBlock(there))


def inputs_sheet(book: Book, run: Run) -> InputCells:
    """The sheet of inputs of a run: general ones, then the costs, the outcomes and the rest."""
    scenario, language = run.scenario, book.language
    sheet = book.sheet("inputs", say("book_inputs", language), WIDTHS)
    found = InputCells(scenario, sheet)
    writer = _InputRows(found, run, language)
    writer.head()
    writer.general()
    varied = Question(run, scenario.interventions).varied
    for group, numbers in _grouped(scenario):
        sheet.texts(tell(group, language), style="group")
        for quantity in numbers:
            writer.quantity(quantity, varied.get(quantity.path))
    for category in scenario.categories:
        writer.shares(category)
    for each in groups_of(scenario, language):
        writer.rollout(each)
    return found


def name_of(path: str, form: str = "") -> str:
    """The defined name of an input: the path by which `--set` names it; empty if it is too long."""
    name = f"{path}.{form}" if form else path
    return name if len(name) <= LONGEST_NAME else ""


def shares_at(category: Category, scenario: Scenario) -> str:
    """The path below which the payers of a category stand: its own, or a step of its ladder.

    Payers that stay when amounts change on a date stand in the first category of the group.
    """
    if category.band is None or category.band.entry:
        if category.in_force is None:
            return category.path
        place = category.places.get("payer")
        first = next(each for each in scenario.categories if each.places.get("payer") == place)
        above, _, name = first.path.rpartition(".")
        is_part = "dated" not in first.places and above in scenario.groups
        return above if is_part and name == period_name(category.in_force) else first.path
    ladder = category.band_numbers[0].path.rpartition(".")[0]
    return f"{ladder}.step.{category.path.rpartition('.')[2]}"


def _grouped(scenario: Scenario) -> Iterator[tuple[Words, list[Quantity]]]:
    """The known numbers of a scenario under what they belong to, each once."""
    seen = set[str]()
    holders = (*scenario.model_holders.values(), *scenario.holders.values())
    left = {quantity.path: quantity for quantity in scenario.quantities}
    for holder in holders:
        own = [n for n in holder.numbers if n.path in left and n.path not in seen]
        seen.update(number.path for number in own)
        if own:
            yield holder.label, own
    rest = [quantity for path, quantity in left.items() if path not in seen]
    if rest:
        yield scenario.title, rest


class _InputRows:
    """Writes the rows of the sheet."""

    def __init__(self, inputs: InputCells, run: Run, language: str) -> None:
        self.inputs, self.sheet, self.language = inputs, inputs.sheet, language
        self.run, self.scenario = run, run.scenario
        self.called = {path: self._label(path, text) for path, text in labels(run.scenario).items()}

    def _label(self, path: str, label: Words) -> str:
        """What a number is called here: of what is used, and has a price beside it, so too."""
        told: str = tell(label, self.language)
        holder, is_use, _ = path.partition(".use.")
        if not is_use or holder not in self.scenario.holders:
            return told
        own = tell(self.scenario.holders[holder].label, self.language)
        rest = told.removeprefix(f"{own}: ")
        return told if rest == told else f"{self.say('use', label=own)}: {rest}"

    def say(self, key: str, **values: object) -> str:
        """Words of the workbook."""
        return say(f"book_{key}", self.language, **values)

    def head(self) -> None:
        """What the sheet is and what to do with it, then the headings of the columns."""
        self.sheet.across(tell(self.scenario.title, self.language), "title", lines=2)
        self.sheet.next += 1  # for the answer, which moves with the inputs
        self.sheet.across(self.say("inputs_about"), "note", lines=2)
        keys = ("input", "value", "unit", "low", "high", "expected", "before", "sure", "source")
        for column, key in enumerate((*keys, "line", "note", "own_note"), start=1):
            look = CellLook("heading", depth=int(column in (UNIT, SURE, NOTE)))
            look = CellLook("heading_number") if column in NUMBERS else look
            self.sheet.put(column, self.say(f"column_{key}"), look)
        self.sheet.next += 1
        self.sheet.frozen = (self.sheet.next, 2)

    def general(self) -> None:
        """How many people the result is told for, and the discount rates."""
        scenario, discount = self.scenario, self.scenario.discount
        self.sheet.texts(self.say("general"), style="group")
        self._row(
            PEOPLE, PEOPLE, self.say("people"), float(scenario.people or 1), self.say("persons")
        )
        for what, path in zip(("cost", "outcome"), RATES, strict=True):
            rate, later = getattr(discount, what), getattr(discount, f"{what}_later")
            place = scenario.places.get(path)
            fixed = bool(later or discount.schedule)
            line = place.line if place is not None else 0
            self._row(
                path,
                path,
                self.say(f"rate_{what}"),
                rate,
                self.say("a_year"),
                line=line,
                note=discount.note,
                fixed=fixed,
            )

    def quantity(self, number: Quantity, varied: Varied | None) -> None:
        """A number of the scenario, with the ends between which it is varied.

        One that is not varied decides how the model is built, and cannot be changed here: the weeks
        that people have behind them on a ladder.
        """
        ends = None if varied is None else default_ends(varied, LEVEL)
        fixed = bool(number.series) or varied is None or varied.role == "count"
        note = number.note or number.assumption
        row = self.sheet.next
        value = self._row(
            number.path,
            name_of(number.path, number.role),
            self.called[number.path],
            number.value,
            named(str(number.unit), self.language),
            number.sure,
            number.source_text,
            number.span.line,
            note,
            fixed=fixed,
            ends=ends,
        )
        is_stated = self.scenario.now(number) == number.value
        expected = None if is_stated else mean_of(number, Ref(value))
        if expected is not None:
            name = name_of(number.path, "expected")
            self.inputs.expected[number.path] = self.sheet.put(
                EXPECTED, expected, CellLook("number"), name, row=row
            )

    def rollout(self, group: RolloutGroup) -> None:
        """Numbers of a rollout, which a budget stands on."""
        self.sheet.texts(group.heading, style="group")
        for number, label in group.numbers:
            self.called[number.path] = label
            fixed = number.path in group.fixed
            self.quantity(number, None if fixed else _free(number, self.scenario.now(number)))

    def shares(self, category: Category) -> None:
        """What each payer pays of a category that several pay for."""
        if len(category.payers) < 2:
            return
        inputs, above = self.inputs, shares_at(category, self.scenario)
        own = {payer: f"{above}.payer.{payer}" for payer in category.payers}
        if all(path in inputs.values for path in own.values()):  # another one has the same ladder
            inputs.shares.update(((category.path, p), inputs.values[own[p]]) for p in own)
            return
        self.sheet.texts(
            self.say("paid_by", label=tell(category.label, self.language)), style="group"
        )
        place = category.places.get("payer")
        for payer, share in category.payers.items():
            path = own[payer]
            label = tell(self.scenario.payers[payer].label, self.language)
            line = place.line if place is not None else 0
            cell = self._row(path, path, label, share, self.say("share"), line=line)
            inputs.shares[category.path, payer] = cell

    def _row(
        self,
        path: str,
        name: str,
        label: str,
        value: float,
        unit: str,
        sure: str = "",
        source: str = "",
        line: int = 0,
        note: Words | None = None,
        *,
        fixed: bool = False,
        ends: tuple[float, float] | None = None,
    ) -> BookCell:
        """A row of the sheet; `fixed` where the number cannot be changed here."""
        sheet, inputs = self.sheet, self.inputs
        sheet.key_of(path)
        sheet.put(1, label, CellLook("text", depth=1))
        look = CellLook("number" if fixed else "input", _places(value))
        cell = sheet.put(VALUE, float(value), look, name)
        sheet.put(UNIT, unit, CellLook("text", depth=1))
        if path != PEOPLE and not path.partition(".payer.")[1] and not fixed and path not in RATES:
            low, high = ends or (None, None)
            inputs.low[path] = sheet.put(LOW, low, CellLook("beside", _places(low)))
            inputs.high[path] = sheet.put(HIGH, high, CellLook("beside", _places(high)))
        inputs.before[path] = sheet.put(BEFORE, float(value), CellLook("before", _places(value)))
        sheet.put(SURE, self.say(f"sure_{sure}") if sure else "", CellLook("text", depth=1))
        sheet.put(SOURCE, source)
        if line:
            sheet.put(LINE, float(line), CellLook("number", 0))
        if note is not None:
            sheet.put(NOTE, tell(note, self.language), CellLook("note", depth=1))
        if fixed:
            sheet.put(OWN, self.say("fixed_here"), CellLook("note"))
        else:
            sheet.put(OWN, None, CellLook("beside_text"))
        inputs.values[path] = inputs.expected[path] = cell
        inputs.labels[path] = label
        sheet.next += 1
        return cell


def _free(number: Quantity, now: float) -> Varied:
    """A number that may have any value; the program says which ones a scenario may not have."""
    anywhere = (-math.inf, math.inf)
    return Varied(number.path, number.role, now, number.factor, number.unit, anywhere, number)


def mean_of(number: Quantity, value: Formula) -> Formula | None:
    """The expected value of a number whose stated value is a median, as a formula; else None.

    A ratio with an interval or a p-value is lognormal with the stated value as its median: the mean
    is exp(sigma^2 / 2) times as large (`scenario.distributions.LogNormal`). Where the value is
    changed so that the stated uncertainty no longer fits, it is taken as certain, as `--set` does.
    """
    dist, way = number.dist, number.way
    key, values = getattr(way, "key", ""), dict(getattr(way, "values", ()))
    if not isinstance(dist, LogNormal) or key not in ("way_interval", "way_p"):
        return None
    if key == "way_interval":
        low, high = values["low"], values["high"]
        inside = call(
            "AND", Compare(value, ">=", Constant(low)), Compare(value, "<=", Constant(high))
        )
        return when(inside, Times((value, call("EXP", Constant(dist.sigma**2 / 2)))), value)
    z = z_of_p(values["p"])
    sigma = call("LN", value) / z
    fits = call(
        "AND", Compare(value, "<>", Constant(1.0)), Compare(call("ABS", sigma), "<=", Constant(2.0))
    )
    mean = Times((value, call("EXP", sigma**2 / 2.0)))
    return when(Compare(value, "<=", Constant(0.0)), value, when(fits, mean, value))


def _places(value: float | None) -> int | None:
    """The digits behind the point that a number has; None leaves it to Excel.

    A large number is shown with marks for thousands; a small one as it is typed, so that any other
    number typed over it is shown whole too.
    """
    if value is None or abs(value) < 1000:
        return None
    return 0 if value == round(value) else 2


def column_of(sheet: BookSheet, column: int, first: int, last: int) -> tuple[BookCell, ...]:
    """The cells of a column from one row to another; empty ones where nothing stands."""
    there = {cell.row: cell for cell in sheet.cells if cell.column == column}
    return tuple(
        there.get(row) or BookCell(sheet, row, column, None) for row in range(first, last + 1)
    )
