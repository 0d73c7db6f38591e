"""The sheet of sensitivity: the saving with each input at its low and its high end, live.

A saving is a sum of products, so it is a straight line in every input: the saving now, plus the
slope times how far the input moves. The slope is a formula of the other inputs, so nothing needs a
data table or a second copy of the model. A discount rate bends the line; amounts that are spread
over the months in the same way are discounted together once more at each end of it. In a model of
states the rate, and all that bends the course of people, stand as values that ipscost computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from ipscost.analysis.what_if.question import Question
from ipscost.analysis.what_if.tornado import Swing, default_ends, tornado
from ipscost.book.accounts import AccountCells
from ipscost.book.algebra import slope
from ipscost.book.blocks import Discounted
from ipscost.book.cells import Book, BookCell, BookSheet, CellLook
from ipscost.book.formulas import (
    LONGEST,
    CellBlock,
    Constant,
    Formula,
    Minus,
    Negative,
    Over,
    Plus,
    Ref,
    Times,
    call,
    plus,
    times,
    when,
)
from ipscost.book.inputs import InputCells
from ipscost.book.months import Months
from ipscost.book.results import Results
from ipscost.run import Run
from ipscost.settings import LEVEL
from ipscost.words import horizon, say
from ipscost.words.nouns import named
from ipscost.words.text import tell

RATE = "discount.cost"
INPUT, LOW, NOW, HIGH, AT_LOW, AT_NOW, AT_HIGH, WIDTH, SLOPE = range(1, 10)
WIDTHS = (50, 12, 12, 12, 15, 15, 15, 15, 16)
SAVING = CellLook("number", 0)


def sensitivity_sheet(
    book: Book,
    inputs: InputCells,
    months: Months,
    accounts: AccountCells,
    results: Results,
    run: Run,
) -> None:
    """A table for each arm: a row for each input that moves its saving, the widest first."""
    sheet = book.sheet("sensitivity", say("book_sensitivity", book.language), WIDTHS)
    _Sensitivity(sheet, inputs, months, accounts, results, run, book.language).write()


class _Sensitivity:
    """Writes the sheet."""

    def __init__(
        self,
        sheet: BookSheet,
        inputs: InputCells,
        months: Months,
        accounts: AccountCells,
        results: Results,
        run: Run,
        language: str,
    ) -> None:
        self.sheet, self.inputs, self.results = sheet, inputs, results
        self.months, self.accounts = months, accounts
        self.run, self.scenario, self.language = run, run.scenario, language

    def say(self, key: str, **values: object) -> str:
        """Words of the workbook."""
        return say(f"book_{key}", self.language, **values)

    def write(self) -> None:
        """What the sheet shows, then the arms."""
        self.sheet.across(self.say("sensitivity_about"), "note", lines=3)
        for arm in self.results.saving:
            self._arm(arm)

    def _arm(self, arm: str) -> None:
        """The table of an arm."""
        sheet, scenario = self.sheet, self.scenario
        label = tell(scenario.arms[arm].label, self.language)
        over = horizon(scenario.stated_months, self.language)
        title = self.say(
            "sensitivity_of",
            arm=label,
            money=named(str(scenario.money), self.language),
            horizon=over,
        )
        sheet.texts(title, style="subtitle")
        keys = ("input", "low", "expected", "high", "at_low", "at_now", "at_high", "width", "slope")
        for column, key in enumerate(keys, INPUT):
            look = "heading" if column == INPUT else "heading_number"
            sheet.put(column, self.say(f"column_{key}"), CellLook(look))
        sheet.next += 1
        saving = self.results.saving[arm]
        found, bent = [], []
        for path, cell in self.inputs.expected.items():
            if path not in self.inputs.low:
                continue
            try:
                each = slope(Ref(saving), cell)
            except TypeError:
                bent.append(path)
                continue
            if isinstance(each, Constant) and each.own == 0:
                continue
            if len(each.text(sheet.title)) > LONGEST:
                bent.append(path)
                continue
            found.append((self._swing(path, each), path, each))
        for _, path, each in sorted(found, key=lambda one: (-one[0], one[1])):
            self._row(arm, path, each, saving)
        if self._bends_plainly:
            self._rate(arm, saving)
        else:
            bent.append(RATE)
        self._values(arm, bent)
        sheet.next += 1

    def _swing(self, path: str, each: Formula) -> float:
        """How far the saving moves between the ends of an input."""
        low, high = self.inputs.low[path].content, self.inputs.high[path].content
        if not isinstance(low, float) or not isinstance(high, float):
            return -1.0
        return abs(each.number * (high - low))

    def _row(self, arm: str, path: str, each: Formula, saving: BookCell) -> None:
        """An input: its ends and the saving at them, as formulas."""
        sheet, now = self.sheet, self.inputs.expected[path]
        sheet.key_of(f"{path}.{arm}")
        sheet.put(INPUT, self.inputs.labels[path])
        steep = sheet.put(SLOPE, each, CellLook("number", 2))
        sheet.put(
            NOW,
            Ref(now),
            now.look if now.look.style != "input" else CellLook("number", now.look.places),
        )
        sheet.put(AT_NOW, Ref(saving), SAVING)
        ends = []
        for column, answer, cells in (
            (LOW, AT_LOW, self.inputs.low),
            (HIGH, AT_HIGH, self.inputs.high),
        ):
            is_there = call("ISNUMBER", cells[path])
            sheet.put(
                column, when(is_there, cells[path], ""), CellLook("number", cells[path].look.places)
            )
            moved = Plus((Ref(saving), times(steep, Minus(Ref(cells[path]), Ref(now)))))
            ends.append(sheet.put(answer, when(is_there, moved, ""), SAVING))
        both = call("AND", *(call("ISNUMBER", end) for end in ends))
        width = call("ABS", Minus(Ref(ends[1]), Ref(ends[0])))
        sheet.put(WIDTH, when(both, width, ""), SAVING)
        sheet.next += 1

    @property
    def _bends_plainly(self) -> bool:
        """True where the discount rate enters through the sheet of months alone, and may change."""
        cell = self.inputs.values[RATE]
        return self.scenario.model is None and cell.look.style == "input"

    def _rate(self, arm: str, saving: BookCell) -> None:
        """The discount rate, between 0 and the usual one, or its own where that is higher."""
        sheet, rate = self.sheet, self.inputs.values[RATE]
        if not any(bar.varied.path == RATE for bar in self._bars[arm]):
            return  # as where the horizon is not known, over which nothing can be discounted
        varied = Question(self.run, self.scenario.interventions).varied[RATE]
        ends = default_ends(varied, LEVEL)
        assert ends is not None
        sheet.key_of(f"{RATE}.{arm}")
        sheet.put(INPUT, self.inputs.labels[RATE])
        sheet.put(NOW, Ref(rate), CellLook("number"))
        sheet.put(AT_NOW, Ref(saving), SAVING)
        answers = []
        for column, answer, end in zip((LOW, HIGH), (AT_LOW, AT_HIGH), ends, strict=True):
            at = Ref(sheet.put(column, end, CellLook("number")))
            answers.append(sheet.put(answer, self._saved_at(arm, at), SAVING))
        width = call("ABS", Minus(Ref(answers[1]), Ref(answers[0])))
        sheet.put(WIDTH, width, SAVING)
        sheet.next += 1

    def _saved_at(self, arm: str, rate: Formula) -> Formula:
        """The saving at another discount rate: each profile of months discounted once more."""
        by_profile: dict[tuple[float, ...], list[BookCell]] = {}
        for category in self.scenario.categories:
            cell = self.accounts.counted.get((arm, category.path))
            if cell is not None:
                by_profile.setdefault(category.timing.weights, []).append(cell)
        parts = []
        for weights, cells in by_profile.items():
            if not any(weights):  # never in force in these months
                continue
            spread = self.months.spreads[weights]
            again = Discounted(CellBlock(spread.weights), rate, CellBlock(spread.middles))
            parts.append(Over(Times((plus(cells), again)), Ref(spread.cost)))
        return Negative(plus(parts))

    def _values(self, arm: str, paths: list[str]) -> None:
        """Inputs whose line is bent: what ipscost computed, which does not move."""
        for bar in self._bars[arm]:
            if bar.varied.path not in paths:
                continue
            sheet, path = self.sheet, bar.varied.path
            label = self.inputs.labels[path]
            sheet.put(INPUT, self.say("fixed_value", label=label), CellLook("note"))
            for column, value in (
                (LOW, bar.low),
                (NOW, bar.varied.now),
                (HIGH, bar.high),
            ):
                sheet.put(column, value, CellLook("before"))
            for column, value in (
                (AT_LOW, bar.answer_low),
                (AT_NOW, bar.now),
                (AT_HIGH, bar.answer_high),
                (WIDTH, bar.width),
            ):
                sheet.put(column, value, CellLook("before", 0))
            sheet.next += 1

    @cached_property
    def _bars(self) -> Mapping[str, tuple[Swing, ...]]:
        """The bars of the tornado, by arm."""
        return tornado(Question(self.run, self.scenario.interventions)).bars
