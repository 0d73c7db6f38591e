"""The model of a scenario whose amounts are all stated, as formulas: a row a category and arm.

It is the engine `expected` (`engines.expected`): the number of an arm, times the price, in the
reported money, times the sum of its discounted months.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ipscost.book.accounts import AccountCells, PutColumn, UnsupportedError
from ipscost.book.carried import carried_cells
from ipscost.book.cells import Book, BookCell, BookSheet, CellLook
from ipscost.book.formulas import Constant, Formula, Minus, Ref, plus, times
from ipscost.book.inputs import InputCells
from ipscost.book.months import Months
from ipscost.book.prices import Prices, prices_rows
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario import perspectives
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.transfer import POINTS
from ipscost.units import SHARE as UNIT_SHARE
from ipscost.words import say
from ipscost.words.nouns import named
from ipscost.words.text import tell

(
    WHAT,
    ARM,
    HOW,
    NUMBER,
    UNIT,
    FACTOR,
    PRICE,
    LEVEL,
    CHANGE,
    MONTHS,
    WEIGHT,
    PRESENT,
    DIFFERENCE,
    SHARE,
    COUNTED,
) = range(1, 16)
"""The columns; those of the payers follow."""
PAYERS = COUNTED + 1
WIDTHS = (34, 16, 20, 12, 23, 11, 13, 13, 13, 11, 13, 13, 13, 11, 13)
AMOUNT, OUTCOME, PART = CellLook("number", 2), CellLook("number", 4), CellLook("number", 6)


def model_sheet(book: Book, inputs: InputCells, months: Months, run: Run) -> AccountCells:
    """The sheet of the model."""
    scenario = run.scenario
    widths = (*WIDTHS, *[14.0] * len(scenario.payers))
    sheet = book.sheet("model", say("book_model", book.language), widths)
    return ModelRows(sheet, inputs, months, run, book.language).write()


def check_products(scenario: Scenario) -> None:
    """Refuses numbers of one correlation that are multiplied: their product has a covariance."""
    base = scenario.reference
    for holder in scenario.holders.values():
        price = holder.price if isinstance(holder, Category) else None
        for arm, number in holder.arms.items():
            own = [number, price]
            if number.role == "ratio" and arm != base:
                own.append(holder.arms.get(base))
            paths = {q.path for q in own if q is not None and not q.is_fixed}
            if scenario.transfer is not None and arm != base and not _is_bent(holder, scenario):
                kind = holder.kind if isinstance(holder, Category) else ""
                paths.add(scenario.transfer.share_at(holder.path, kind, arm))
            for each in scenario.correlations:
                if len(paths & set(each.members)) > 1:
                    raise UnsupportedError(
                        Message(
                            "{path} multiplies numbers of the correlation {name}, whose covariance "
                            "a workbook cannot follow; take the correlation out in a file with "
                            "extends: for the workbook",
                            path=holder.path,
                            name=each.name,
                        )
                    )


def _is_bent(holder: Category | Outcome, scenario: Scenario) -> bool:
    """True where no share of a difference is carried, but the effect on another scale."""
    transfer = scenario.transfer
    is_share = isinstance(holder, Outcome) and holder.unit == UNIT_SHARE
    return is_share and transfer is not None and transfer.scale != POINTS


class ModelRows:
    """Writes the rows of the model."""

    def __init__(
        self, sheet: BookSheet, inputs: InputCells, months: Months, run: Run, language: str
    ) -> None:
        self.sheet, self.inputs, self.months, self.run = sheet, inputs, months, run
        self.scenario, self.language = run.scenario, language
        self.prices: Prices = Prices({})
        self.accounts = AccountCells(prices=self.prices, by_month=self.by_month)
        self.carried = carried_cells(inputs)
        self.changes: dict[tuple[str, str], BookCell] = {}

    def say(self, key: str, **values: object) -> str:
        """Words of the workbook."""
        return say(f"book_{key}", self.language, **values)

    def write(self) -> AccountCells:
        """The conversion of money, the costs and the outcomes."""
        scenario, sheet = self.scenario, self.sheet
        sheet.across(self.say("model_about"), "note", lines=2)
        self.prices.factors.update(prices_rows(sheet, scenario, self.language).factors)
        sheet.texts(
            self.say("costs_per_person", money=named(str(scenario.money), self.language)),
            style="subtitle",
        )
        self._headings("cost")
        for category in scenario.categories:
            self._rows(category)
        if scenario.outcomes:
            sheet.next += 1
            sheet.texts(self.say("outcomes_per_person"), style="subtitle")
            self._headings("outcome")
            for outcome in scenario.outcomes:
                self._rows(outcome)
        sheet.frozen = (0, 2)
        return self.accounts

    def _headings(self, kind: str) -> None:
        """The headings of the rows of costs, or of outcomes."""
        keys = ("arm", "how", "number", "unit", "factor", "price", "level", "change", "months")
        sheet = self.sheet
        sheet.put(WHAT, self.say(f"column_{kind}"), CellLook("heading"))
        shown = (*keys, "weight", "present", "difference", "share", "counted")
        for column, key in enumerate(shown, ARM):
            is_text = column in (ARM, HOW, UNIT)
            if kind == "cost" or column not in (FACTOR, PRICE, SHARE, COUNTED):
                look = CellLook("heading", depth=int(column == UNIT))
                look = look if is_text else CellLook("heading_number")
                sheet.put(column, self.say(f"column_{key}"), look)
        for column, payer in enumerate(self.scenario.payers.values(), PAYERS):
            if kind == "cost":
                label = self.say("paid", payer=tell(payer.label, self.language))
                sheet.put(column, label, CellLook("heading_number"))
        sheet.next += 1

    def _rows(self, holder: Category | Outcome) -> None:
        """The rows of a category or an outcome: the reference arm first."""
        scenario = self.scenario
        arms = [scenario.reference, *scenario.interventions]
        levels: dict[str, BookCell] = {}
        for arm in arms:
            self._row(holder, arm, levels)

    def _row(self, holder: Category | Outcome, arm: str, levels: dict[str, BookCell]) -> None:
        """A row: the number of an arm, its level, and its difference from the reference arm."""
        sheet, scenario, base = self.sheet, self.scenario, self.scenario.reference
        number = holder.arms.get(arm)
        is_known, is_told = self._flags(holder, arm)
        sheet.key_of(f"{holder.path}.{arm}")
        is_first = arm == base
        sheet.put(
            WHAT, tell(holder.label, self.language), CellLook("strong" if is_first else "text")
        )
        sheet.put(ARM, tell(scenario.arms[arm].label, self.language))
        sheet.put(HOW, self._how(number, arm) + self._carried_by(holder, arm))
        amount: Formula = Constant(0.0)
        if number is not None and number.is_known:
            own = Ref(sheet.put(NUMBER, self.inputs.now(number), CellLook("number")))
            sheet.put(UNIT, named(str(number.unit), self.language), CellLook("text", depth=1))
            amount = times(own, *self._factors(holder, number))
        spread = self.months.of(holder.timing)
        is_money = isinstance(holder, Category)
        discounted = is_money or (isinstance(holder, Outcome) and holder.is_discounted)
        weight = spread.cost if is_money else spread.outcome if discounted else spread.plain
        sheet.put(MONTHS, Ref(spread.plain), PART)
        total = sheet.put(WEIGHT, Ref(weight), PART)
        look = AMOUNT if is_money else OUTCOME
        if is_known:
            level = self._here(holder, arm, number, amount, levels.get(base))
            levels[arm] = sheet.put(LEVEL, level, look)
            worth = self._present(holder, levels[arm], levels.get(base), total)
            present = sheet.put(PRESENT, worth, look)
            kept = self.accounts.level if is_money else self.accounts.outcome_level
            kept[arm, holder.path] = present
        elif number is not None:
            sheet.put(LEVEL, self.say("unknown"), CellLook("dash"))
        if is_first and isinstance(holder, Category):
            self._share(holder)
        if is_told and not is_first:
            change = sheet.put(CHANGE, self._changed(holder, number, amount, levels, arm), look)
            self.changes[arm, holder.path] = change
            difference = sheet.put(DIFFERENCE, self._difference(holder, change, total), look)
            if isinstance(holder, Category):
                self._counted(holder, arm, difference)
            else:
                self.accounts.outcome_change[arm, holder.path] = difference
        elif not is_first:
            sheet.put(CHANGE, self.say("unknown"), CellLook("dash"))
        sheet.next += 1

    def _present(
        self, holder: Category | Outcome, level: BookCell, base: BookCell | None, months: BookCell
    ) -> Formula:
        """What a level is worth over the horizon; `base` is that of the reference arm."""
        return times(level, months)

    def _difference(
        self, holder: Category | Outcome, change: BookCell, months: BookCell
    ) -> Formula:
        """What a difference from the reference arm is worth over the horizon."""
        return times(change, months)

    def _flags(self, holder: Category | Outcome, arm: str) -> tuple[bool, bool]:
        """Whether the level of an arm is known, and whether its difference is."""
        point = self.run.point
        row = point.arm(arm)
        if isinstance(holder, Category):
            place = point.categories.index(holder.path)
            return bool(point.known[row, place]), bool(point.told[row, place])
        place = point.outcomes.index(holder.path)
        return bool(point.outcome_known[row, place]), bool(point.outcome_told[row, place])

    def _how(self, number: Quantity | None, arm: str) -> str:
        """How the number of an arm is stated."""
        reference = tell(self.scenario.arms[self.scenario.reference].label, self.language)
        role = "nothing" if number is None else number.role if number.is_known else "unknown"
        return self.say(f"how_{role}", reference=reference)

    def _factors(self, holder: Category | Outcome, number: Quantity) -> list[Formula]:
        """What a number is multiplied by: its conversion, and the price where it has one.

        A ratio multiplies the level of the reference arm, which has both already.
        """
        if number.role == "ratio":
            return []
        found: list[Formula] = []
        if number.conversion is not None:
            found.append(Ref(self.sheet.put(FACTOR, self.prices.of(number), PART)))
        price = holder.price if isinstance(holder, Category) else None
        if price is not None and price.is_known:
            worth = times(self.inputs.now(price), self.prices.of(price))
            found.append(Ref(self.sheet.put(PRICE, worth, AMOUNT)))
        return found

    def _level(self, number: Quantity | None, amount: Formula, base: BookCell | None) -> Formula:
        """The level of an arm from its number: a level, a difference or a ratio."""
        if number is None or number.role == "mean" or base is None:
            return amount
        return plus((base, amount)) if number.role == "difference" else times(base, amount)

    def _change(
        self,
        number: Quantity | None,
        amount: Formula,
        levels: Mapping[str, BookCell],
        arm: str,
    ) -> Formula:
        """The difference from the reference arm: stated, or of two levels."""
        if number is not None and number.role == "difference":
            return amount
        return Minus(Ref(levels[arm]), Ref(levels[self.scenario.reference]))

    # --- an effect that is carried over --------------------------------------------------------

    def _carried_by(self, holder: Category | Outcome, arm: str) -> str:
        """By which number an amount is carried over: what follows how it is stated."""
        if self.carried is None:
            return ""
        if arm == self.scenario.reference:
            own = self.carried.baseline(holder) if isinstance(holder, Outcome) else None
            return "" if own is None else f" \N{RIGHTWARDS ARROW} {own.path}"
        path = self.carried.path(holder, arm)
        return f" \N{MULTIPLICATION SIGN} {path}" if path else ""

    def _here(
        self,
        holder: Category | Outcome,
        arm: str,
        number: Quantity | None,
        amount: Formula,
        base: BookCell | None,
    ) -> Formula:
        """The level of an arm in the group that the scenario is about."""
        if self.carried is None:
            return self._level(number, amount, base)
        if arm == self.scenario.reference:
            own = self.carried.baseline(holder) if isinstance(holder, Outcome) else None
            return amount if own is None else self.inputs.now(own)
        change = self._carried(holder, arm, number, amount)
        level = change if base is None else plus((base, change))
        if isinstance(holder, Outcome) and base is not None:
            level = self.carried.level(holder, arm, Ref(base)) or level
            return self.carried.within(holder, level)
        return level

    def _changed(
        self,
        holder: Category | Outcome,
        number: Quantity | None,
        amount: Formula,
        levels: Mapping[str, BookCell],
        arm: str,
    ) -> Formula:
        """The difference from the reference arm in that group."""
        if self.carried is None:
            return self._change(number, amount, levels, arm)
        base = levels.get(self.scenario.reference)
        if arm in levels and base is not None and isinstance(holder, Outcome):
            return Minus(Ref(levels[arm]), Ref(base))
        return self._carried(holder, arm, number, amount)

    def _carried(
        self, holder: Category | Outcome, arm: str, number: Quantity | None, amount: Formula
    ) -> Formula:
        """What is carried of the trial's difference: a share of a sum of products is one too."""
        assert self.carried is not None
        share, stated = self.carried.share(holder, arm), holder.arms.get(self.scenario.reference)
        if number is None or stated is None or not stated.is_known or number.role == "difference":
            return times(share, amount)
        trial = times(self.inputs.now(stated), *self._priced(holder, stated))
        change = amount - trial if number.role == "mean" else times(trial, amount) - trial
        return times(share, change)

    def _priced(self, holder: Category | Outcome, number: Quantity) -> list[Formula]:
        """What a number is multiplied by, without a cell of its own."""
        price = holder.price if isinstance(holder, Category) else None
        is_priced = price is not None and price.is_known
        worth = [self.inputs.now(price), self.prices.of(price)] if price and is_priced else []
        return [self.prices.of(number), *worth]

    def by_month(
        self,
        category: Category,
        arm: str,
        others: Mapping[str, Sequence[Formula]],
        put: PutColumn,
    ) -> Sequence[Formula]:
        """What a category costs more in each month (`accounts.ByMonth`)."""
        change = self.changes.get((arm, category.path))
        if change is None:
            return []
        if category.always is not None:  # whenever they are in force: the calendar decides
            return [times(change, weight) for weight in category.always.weights]
        weights = self.months.of(category.timing).weights
        return [times(change, weight) if weight.number else Constant(0.0) for weight in weights]

    # --- what counts ---------------------------------------------------------------------------

    def _share(self, category: Category) -> None:
        """What the perspective counts of a category, beside its first row."""
        share = self.sheet.put(SHARE, counted_share(self.inputs, category), CellLook("number", 4))
        self.accounts.share[category.path] = share

    def _counted(self, category: Category, arm: str, difference: BookCell) -> None:
        """What the perspective counts of a difference, and what each payer pays of it."""
        sheet, accounts, path = self.sheet, self.accounts, category.path
        share = sheet.put(SHARE, Ref(accounts.share[path]), CellLook("number", 4))
        accounts.change[arm, path] = difference
        accounts.counted[arm, path] = sheet.put(COUNTED, times(difference, share), AMOUNT)
        for column, payer in enumerate(self.scenario.payers, PAYERS):
            if perspectives.share(category, payer) or payer in category.payers:
                own = times(difference, self.inputs.share(category, payer))
                accounts.paid[arm, path, payer] = sheet.put(column, own, AMOUNT)


def counted_share(inputs: InputCells, category: Category) -> Formula:
    """What the perspective of a scenario counts of a category, from the shares of its payers."""
    scenario = inputs.scenario
    parts = []
    for payer in scenario.payers:
        share = perspectives.share(category, payer)
        index = scenario.categories.index(category)
        part = perspectives.part(scenario, scenario.perspective, payer)[index]
        if share and part:
            parts.append(times(inputs.share(category, payer), part / share))
    return plus(parts)
