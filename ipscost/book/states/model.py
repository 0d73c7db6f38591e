"""The sheet of the model of a scenario with states: a row a category and arm, beside the cycles.

What hangs on states is what the sheet of cycles counts, times its number; a rate is one of other
rows; amounts that are stated are those of any scenario (`expected_model`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from ipscost.book.accounts import AccountCells, PutColumn
from ipscost.book.cells import Book, BookCell, CellLook
from ipscost.book.expected_model import (
    AMOUNT,
    ARM,
    CHANGE,
    DIFFERENCE,
    HOW,
    LEVEL,
    NUMBER,
    PART,
    PRESENT,
    UNIT,
    WEIGHT,
    WHAT,
    WIDTHS,
    ModelRows,
)
from ipscost.book.formulas import (
    CellBlock,
    Constant,
    Formula,
    Minus,
    Ref,
    call,
    is_just,
    plus,
    times,
)
from ipscost.book.inputs import InputCells
from ipscost.book.months import Months, is_stated
from ipscost.book.states.block import CycleSheet, discounted_by
from ipscost.book.states.by_month import MonthlyCounts
from ipscost.book.states.cycles import cycles_sheet
from ipscost.book.states.rates import rated
from ipscost.book.states.spans import Spans
from ipscost.engines.plan import AmountLine
from ipscost.run import Run
from ipscost.scenario.nouns import Category, Outcome
from ipscost.scenario.quantity import Quantity
from ipscost.words import say
from ipscost.words.nouns import named
from ipscost.words.text import tell

MANY = 1e6
"""Shares are checked as so many people, since amounts that differ by less than 0.005 pass."""
OTHER_WORDS = ("model_about", "column_weight")
"""The words that are others than in a model without states."""


def states_sheet(book: Book, inputs: InputCells, months: Months, run: Run) -> AccountCells:
    """The sheets of the model and of its cycles.

    Raises UnsupportedError for more cycles than a workbook can hold.
    """
    widths = (*WIDTHS, *[14.0] * len(run.scenario.payers))
    sheet = book.sheet("model", say("book_model", book.language), widths)
    rows = StatesModel(sheet, inputs, months, run, book.language)
    rows.book = book
    return rows.write()


def block_of(cells: Sequence[BookCell]) -> tuple[BookCell, ...]:
    """Cells row by row, from the first to the last row and column that they stand in."""
    rows, columns = {cell.row for cell in cells}, {cell.column for cell in cells}
    there = {(cell.row, cell.column): cell for cell in cells}
    sheet = cells[0].sheet
    corners = [(min(rows), min(columns)), (max(rows), max(columns))]
    first, last = (there.get(each) or BookCell(sheet, *each, None) for each in corners)
    inside = sorted((cell for cell in cells if cell not in (first, last)), key=_by_place)
    return (first, *inside, last)


def _look(holder: Category | Outcome) -> CellLook:
    """How an amount of a category or an outcome looks."""
    return AMOUNT if isinstance(holder, Category) else CellLook("number", 4)


def _by_place(cell: BookCell) -> tuple[int, int]:
    return cell.row, cell.column


class StatesModel(ModelRows):
    """Writes the rows of the model; the cycles are written before the first of them."""

    book: Book
    counts: MonthlyCounts | None = None

    @cached_property
    def cycles(self) -> CycleSheet:
        """The sheet of cycles, which needs the prices of this one."""
        return cycles_sheet(self.book, self.inputs, self.prices, self.scenario)

    @cached_property
    def spans(self) -> Spans:
        """More columns in the sheet of months."""
        return Spans(self.inputs, self.months, self.language)

    @cached_property
    def worth(self) -> dict[tuple[str, str], Formula]:
        """What each category and outcome comes to in each arm, as far as it is written."""
        return {}

    def say(self, key: str, **values: object) -> str:
        """Words of the workbook, some of which are others where there are states."""
        return super().say(f"states_{key}" if key in OTHER_WORDS else key, **values)

    def write(self) -> AccountCells:
        """The rows, and what the checks must know of them."""
        accounts = super().write()
        cycles, all_of_them, none = self.cycles, Constant(MANY), Constant(0.0)
        everybody, moves = (
            CellBlock(tuple(cycles.people)),
            CellBlock(block_of(cycles.probabilities)),
        )
        of_cycles = [
            (self.say("test_fewest"), times(MANY, call("MIN", everybody)), all_of_them),
            (self.say("test_most"), times(MANY, call("MAX", everybody)), all_of_them),
            (self.say("test_unlikely"), times(MANY, call("MIN", 0.0, moves)), none),
            (self.say("test_likely"), times(MANY, call("MAX", 1.0, moves)), all_of_them),
        ]
        accounts.tests.extend(of_cycles)
        for (arm, path), cell in cycles.sums.items():
            if (arm, path) in self.worth and path in self._counted_alone:
                label = self.say("test_cycles", label=self._label(path), arm=self._arm(arm))
                accounts.tests.append((label, Ref(cell), self.worth[arm, path]))
        self._replacements(accounts)
        return accounts

    def _label(self, path: str) -> str:
        return str(tell(self.scenario.holders[path].label, self.language))

    def _arm(self, arm: str) -> str:
        return str(tell(self.scenario.arms[arm].label, self.language))

    @property
    def _counted_alone(self) -> set[str]:
        """The paths of what is counted in cycles, and not in months too."""
        lines = self.cycles.lines
        return {p for p in lines if all(x.course.periods != "months" for x in lines[p])}

    # --- rows ------------------------------------------------------------------------------------

    def _rows(self, holder: Category | Outcome) -> None:
        """The rows of a category or an outcome: the reference arm first."""
        _ = self.cycles
        if is_stated(holder):
            super()._rows(holder)
            self._remember(holder)
            if self._after(holder) is not None:
                last = holder.timing.last
                note = self.say("goes_on", label=self._label(holder.path), month=last)
                self.sheet.texts(note, style="key")
            return
        found: dict[str, BookCell] = {}
        for arm in (self.scenario.reference, *self.scenario.interventions):
            self._state_row(holder, arm, found)

    def _remember(self, holder: Category | Outcome) -> None:
        """What a category comes to that is not counted in cycles."""
        if isinstance(holder, Category):
            level, change = self.accounts.level, self.accounts.change
            for arm in self.scenario.arms:
                own = level.get((arm, holder.path)) or change.get((arm, holder.path))
                self.worth[arm, holder.path] = Constant(0.0) if own is None else Ref(own)

    def _state_row(self, holder: Category | Outcome, arm: str, found: dict[str, BookCell]) -> None:
        """A row of what hangs on states: its worth, and its difference from the reference arm."""
        sheet, base = self.sheet, self.scenario.reference
        is_known, is_told = self._flags(holder, arm)
        is_first, is_money = arm == base, isinstance(holder, Category)
        sheet.key_of(f"{holder.path}.{arm}")
        label = CellLook("strong" if is_first else "text")
        sheet.put(WHAT, self._label(holder.path), label)
        sheet.put(ARM, self._arm(arm))
        if isinstance(holder, Category) and is_first:
            self._share(holder)
        own, below = self._worth(holder, arm, is_known=is_known)
        self.worth[arm, holder.path] = own
        if is_known:
            found[arm] = sheet.put(PRESENT, own, _look(holder))
            self.worth[arm, holder.path] = Ref(found[arm])
            kept = self.accounts.level if is_money else self.accounts.outcome_level
            kept[arm, holder.path] = found[arm]
        else:
            sheet.put(LEVEL, self.say("unknown"), CellLook("note"))
        if is_told and not is_first:
            mine, other = self.worth[arm, holder.path], self.worth[base, holder.path]
            change = mine if is_just(other, 0.0) else Minus(mine, other)
            difference = sheet.put(DIFFERENCE, change, _look(holder))
            if isinstance(holder, Category):
                self._counted(holder, arm, difference)
            else:
                self.accounts.outcome_change[arm, holder.path] = difference
        elif not is_first:
            sheet.put(CHANGE, self.say("unknown"), CellLook("note"))
        sheet.next += 1 + below

    def _worth(
        self, holder: Category | Outcome, arm: str, *, is_known: bool
    ) -> tuple[Formula, int]:
        """What a category or outcome comes to over the horizon, and how many rows are below it."""
        if isinstance(holder, Category) and holder.rate is not None:
            others = rated(self.scenario, holder)
            if others is not None:
                return self._of_others(holder.rate, others, arm), 0
        lines, by = self.cycles.lines[holder.path], discounted_by(holder)
        counted = self.cycles.amounts[arm]
        there = {
            line: Ref(cell)
            for line in lines
            if (cell := self.cycles.counted.get((arm, line, by))) is not None
        }
        products = counted.products(there)
        if not is_known or any(line.course.periods == "months" for line in lines):
            self.sheet.put(HOW, self.say("how_cycles"))
            found = [times(people, amount) for _, people, amount in products]
            months = (self._in_months(line, arm) for line in lines)
            return plus([*found, *(each for each in months if each is not None)]), 0
        if len(products) == 1:
            self.sheet.put(HOW, self.say("how_cycles"))
            look = _look(holder)
            return self._product(*products[0][1:], self.sheet.next, look), 0
        self.sheet.put(HOW, self.say("how_below"))
        parts = []
        for row, (own, people, amount) in enumerate(products, self.sheet.next + 1):
            names = [self.cycles.titles.counted(line, by, "") for line in own]
            label = "; ".join(dict.fromkeys(names))
            self.sheet.put(WHAT, label, CellLook("note", depth=1), row=row)
            look = _look(holder)
            product = self._product(people, amount, row, look)
            parts.append(self.sheet.put(PRESENT, product, CellLook("key", look.places), row=row))
        return plus(parts), len(products)

    def _product(self, people: Formula, amount: Formula, row: int, look: CellLook) -> Formula:
        """What is counted times its number, each in a cell of its own."""
        level = self.sheet.put(LEVEL, amount, look, row=row)
        return times(level, self.sheet.put(WEIGHT, people, PART, row=row))

    def _of_others(
        self, rate: Quantity, others: Sequence[tuple[Category, float]], arm: str
    ) -> Formula:
        """A rate of what other categories come to."""
        self.sheet.put(HOW, self.say("how_rate"))
        own = self.sheet.put(NUMBER, self.inputs.now(rate), CellLook("number"))
        self.sheet.put(UNIT, named(str(rate.unit), self.language), CellLook("text", depth=1))
        parts = []
        for other, sign in others:
            amount = self.worth[arm, other.path]
            if not is_just(amount, 0.0):
                parts.append(-amount if sign < 0 else amount)
        return times(own, plus(parts))

    def _in_months(self, line: AmountLine, arm: str) -> Formula | None:
        """What a part of a rate comes to that is stated for months; None for any other line."""
        if line.course.periods != "months":
            return None
        amount = self.cycles.amounts[arm].amount(line.terms.get(arm, ()))
        weights = tuple(line.course.spread.sum(axis=0).tolist())
        if amount is None or not any(weights):
            return None
        lasts = line.course.weight is not None
        title = self.say("months_of_rate")
        return times(amount, self.spans.worth(weights, "cost", lasts=lasts, title=title))

    # --- amounts that go on ----------------------------------------------------------------------

    def _present(
        self, holder: Category | Outcome, level: BookCell, base: BookCell | None, months: BookCell
    ) -> Formula:
        """What a level is worth: one that goes on is that of the reference arm, and what lasts."""
        own = super()._present(holder, level, base, months)
        after = self._after(holder)
        if after is None:
            return own
        going_on, lasting = after
        if base is None:
            return plus((own, times(level, lasting)))
        if base is level:
            return plus((own, times(level, going_on)))
        change = Minus(Ref(level), Ref(base))
        return plus((own, times(base, going_on), times(change, lasting)))

    def _difference(
        self, holder: Category | Outcome, change: BookCell, months: BookCell
    ) -> Formula:
        """What a difference is worth: that of its months, and what lasts of it."""
        after = self._after(holder)
        if after is None:
            return super()._difference(holder, change, months)
        return times(change, plus((months, after[1])))

    def _after(self, holder: Category | Outcome) -> tuple[Formula, Formula] | None:
        """The months in which an amount goes on, and those as far as the effect lasts."""
        if not isinstance(holder, Category) or not holder.continues:
            return None
        last, weights = holder.timing.last, holder.timing.weights
        if last >= self.scenario.months:
            return None
        after = tuple(weights[last - 1] if m >= last else 0.0 for m in range(len(weights)))
        title = self.say("months_after", month=last)
        going_on, lasting = (
            self.spans.worth(after, "cost", lasts=lasts, title=title) for lasts in (False, True)
        )
        return going_on, lasting

    def by_month(
        self,
        category: Category,
        arm: str,
        others: Mapping[str, Sequence[Formula]],
        put: PutColumn,
    ) -> Sequence[Formula]:
        """What a category costs more in each month (`accounts.ByMonth`)."""
        if not self._flags(category, arm)[1]:
            return []
        if self.counts is None:
            self.counts = MonthlyCounts(self.cycles, self.spans, put)
        return self.counts.change(category, arm, others)

    # --- checks ----------------------------------------------------------------------------------

    def _replacements(self, accounts: AccountCells) -> None:
        """What makes an arm equal to the reference arm, and everything free.

        Equal arms have the same people in the same states: what the cycles count of an arm is what
        they count of the reference arm.
        """
        counted, base = self.cycles.counted, self.scenario.reference
        equal: dict[str, dict[BookCell, Formula]] = {a: {} for a in self.scenario.interventions}
        for (arm, line, by), cell in counted.items():
            other = counted.get((base, line, by))
            if arm != base and other is not None:
                equal[arm][cell] = Ref(other)
        for category in self.scenario.categories:
            for rule in category.rules:
                for arm, number in rule.arms.items():
                    if not number.is_known:
                        continue
                    cell = self.inputs.expected[number.path]
                    if category.price is None and number.role in ("mean", "difference"):
                        accounts.free[cell] = Constant(0.0)
                    if arm == base or number.path == rule.arms[base].path:
                        continue
                    own = {"mean": self.inputs.now(rule.arms[base]), "difference": Constant(0.0)}
                    equal[arm][cell] = own.get(number.role, Constant(1.0))
        accounts.equal.update(equal)
