"""The sheet of checks: the workbook against ipscost, and tests that any model must pass, live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.estimates import View
from ipscost.book.accounts import AccountCells
from ipscost.book.algebra import replaced
from ipscost.book.blocks import Matching
from ipscost.book.cells import Book, BookCell, BookSheet, CellLook
from ipscost.book.formulas import (
    CellBlock,
    Compare,
    Constant,
    Formula,
    Minus,
    Ref,
    Word,
    call,
    plus,
    when,
)
from ipscost.book.inputs import InputCells, column_of
from ipscost.book.results import Results, added
from ipscost.rounding import OERE
from ipscost.scenario.nouns import SOCIETAL, Category
from ipscost.words import say
from ipscost.words.numbers import count
from ipscost.words.text import tell

WHAT, HERE, THERE, APART, VERDICT = range(1, 6)
WIDTHS = (64, 18, 18, 16, 24)
MILLIONTH = 1e-6
"""Outcomes and shares that are nearer to each other than this are the same."""


BudgetRow = tuple[str, BookCell, float, bool]
"""A cell of the budget: what it is called, what ipscost has, and whether it is an amount."""


def checks_sheet(
    book: Book,
    inputs: InputCells,
    accounts: AccountCells,
    results: Results,
    view: View,
    budget: Sequence[BudgetRow] = (),
) -> None:
    """The checks of a workbook; the first cell says whether all of them agree."""
    sheet = book.sheet("checks", say("book_checks", book.language), WIDTHS)
    _Checks(sheet, inputs, accounts, results, view, book.language).write(budget)


class _Checks:
    """Writes the sheet."""

    def __init__(
        self,
        sheet: BookSheet,
        inputs: InputCells,
        accounts: AccountCells,
        results: Results,
        view: View,
        language: str,
    ) -> None:
        self.sheet, self.inputs, self.accounts, self.results = sheet, inputs, accounts, results
        self.view, self.scenario, self.language = view, view.run.scenario, language
        self.verdicts: list[BookCell] = []
        self.changed: tuple[dict[str, list[BookCell]], dict[str, list[BookCell]]] = ({}, {})

    def say(self, key: str, **values: object) -> str:
        """Words of the workbook."""
        return say(f"book_{key}", self.language, **values)

    def write(self, budget: Sequence[BudgetRow]) -> None:
        """The verdict on top, the workbook against ipscost, then the tests."""
        sheet = self.sheet
        sheet.across(self.say("checks_about"), "note", lines=2)
        top = sheet.next
        sheet.next += 2
        self._headings("checks_values")
        for label, cell, value in self._pairs():
            self._row(label, Ref(cell), Constant(value), against_file=True)
        for label, cell, value in self._outcomes():
            self._row(label, Ref(cell), Constant(value), MILLIONTH, against_file=True)
        if budget:
            sheet.next += 1
            self._headings("budget_checks")
        for label, cell, value, is_money in budget:
            near = OERE if is_money else MILLIONTH
            self._row(label, Ref(cell), Constant(value), near, against_file=True)
        sheet.next += 1
        tests = sheet.next
        sheet.next += 2 + self._count()
        self._by_category()
        end, sheet.next = sheet.next, tests
        self._headings("checks_tests")
        for label, here, there in self._tests():
            self._row(label, here, there)
        for label, here, there in self._shares():
            self._row(label, here, there, MILLIONTH)
        sheet.next = top
        first, last = self.verdicts[0].row, self.verdicts[-1].row
        block = CellBlock(column_of(sheet, VERDICT, first, last))
        differing = Matching(block, "=", Word(self.say("differs")))
        verdict = when(
            Compare(differing, "=", Constant(0.0)), self.say("all_ok"), self.say("not_ok")
        )
        sheet.across(verdict, "answer")
        sheet.next = end
        if self.scenario.model is not None:
            self._beside_draws()

    def _beside_draws(self) -> None:
        """The saving at the stated values, which a model shows, beside the mean of the draws."""
        sheet = self.sheet
        totals = {arm: self.view.total(arm) for arm in self.results.saving}
        pairs = ((arm, each.draws) for arm, each in totals.items() if each.is_uncertain)
        means = {arm: -float(draws.mean()) for arm, draws in pairs if draws is not None}
        if not means:
            return
        sheet.next += 1
        sheet.texts(self.say("checks_draws"), style="subtitle")
        sheet.across(self.say("checks_draws_about"), "note", lines=2)
        count_of = count(self.view.run.settings.draws, self.language)
        headings = ("check", "at_stated", "mean_of_draws", "apart")
        for column, name in enumerate(headings, WHAT):
            text = self.say(f"column_{name}", draws=count_of)
            sheet.put(column, text, CellLook("heading" if column == WHAT else "heading_number"))
        sheet.next += 1
        for arm, own in means.items():
            label = tell(self.scenario.arms[arm].label, self.language)
            sheet.put(WHAT, self.say("check_saving", arm=label))
            stated = sheet.put(HERE, Ref(self.results.saving[arm]), CellLook("number", 4))
            mean = sheet.put(THERE, own, CellLook("before", 4))
            apart = call("ABS", Minus(Ref(stated), Ref(mean)))
            sheet.put(APART, apart, CellLook("number", 4))
            sheet.next += 1

    def _headings(self, key: str) -> None:
        """The title and the headings of a table."""
        sheet = self.sheet
        sheet.texts(self.say(key), style="subtitle")
        for column, name in enumerate(("check", "here", "there", "apart", "verdict"), WHAT):
            look = "heading_number" if HERE <= column <= APART else "heading"
            sheet.put(
                column, self.say(f"column_{name}"), CellLook(look, depth=int(column == VERDICT))
            )
        sheet.next += 1

    def _row(
        self,
        label: str,
        here: Formula,
        there: Formula,
        near: float = OERE,
        *,
        against_file: bool = False,
    ) -> None:
        """A comparison of two amounts, the same if they are nearer to each other than `near`.

        Against those of the file they are held only while no input is changed.
        """
        sheet = self.sheet
        sheet.put(WHAT, label)
        one = sheet.put(HERE, here, CellLook("number", 4))
        other = sheet.put(THERE, there, CellLook("number", 4))
        apart = sheet.put(APART, call("ABS", Minus(Ref(one), Ref(other))), CellLook("number", 4))
        verdict = when(
            Compare(Ref(apart), "<", Constant(near)), self.say("ok"), self.say("differs")
        )
        if against_file:
            same = Compare(self.inputs.changed, "=", Constant(0.0))
            verdict = when(same, verdict, self.say("changed"))
        self.verdicts.append(sheet.put(VERDICT, verdict, CellLook("verdict", depth=1)))
        sheet.next += 1

    def _pairs(self) -> Iterator[tuple[str, BookCell, float]]:
        """The amounts of the workbook and those that ipscost computed."""
        scenario, view = self.scenario, self.view
        for each in self.results.found.comparisons:
            arm = each.arm
            of = tell(scenario.arms[arm].label, self.language)
            yield self.say("check_saving", arm=of), self.results.saving[arm], -view.total(arm).point
            for payer in (*each.payers, each.together):
                cell = self.results.payers.get((arm, payer.path))
                if cell is not None and payer.saving is not None:
                    name = payer.path.partition(".")[2]
                    label = scenario.payers[name].label if name else None
                    shown = (
                        say("all_payers", self.language)
                        if label is None
                        else tell(label, self.language)
                    )
                    yield self.say("check_payer", arm=of, payer=shown), cell, payer.saving.mean
            for node, amounts in each.costs.tree:
                if (
                    node.is_leaf
                    and (arm, node.path) in self.accounts.counted
                    and amounts.difference
                ):
                    label = tell(scenario.holders[node.path].label, self.language)
                    cell = self.accounts.counted[arm, node.path]
                    yield (
                        self.say("check_category", arm=of, label=label),
                        cell,
                        amounts.difference.mean,
                    )

    def _outcomes(self) -> Iterator[tuple[str, BookCell, float]]:
        """The outcomes of the workbook and those that ipscost computed."""
        for each in self.results.found.comparisons:
            of = tell(self.scenario.arms[each.arm].label, self.language)
            for effect in each.effects:
                cell = self.results.outcomes.get((each.arm, effect.path))
                if cell is not None and effect.difference is not None:
                    label = tell(self.scenario.holders[effect.path].label, self.language)
                    yield (
                        self.say("check_outcome", arm=of, label=label),
                        cell,
                        effect.difference.mean,
                    )

    def _tests(self) -> Iterator[tuple[str, Formula, Formula]]:
        """What must hold of any model, whatever the inputs are."""
        scenario, accounts, zero = self.scenario, self.accounts, Constant(0.0)
        for arm in scenario.interventions:
            of = tell(scenario.arms[arm].label, self.language)
            total = Ref(self.results.change[arm])
            counted = [c for (a, _), c in accounts.counted.items() if a == arm]
            yield self.say("test_sum", arm=of), total, plus(counted)
            if scenario.perspective == SOCIETAL and (arm, "payer") in self.results.payers:
                payers = [
                    cell
                    for (a, path), cell in self.results.payers.items()
                    if a == arm and path != "payer"
                ]
                saving = Ref(self.results.saving[arm])
                yield self.say("test_payers", arm=of), saving, plus(payers)
            for key, kept in zip(("equal", "free"), self.changed, strict=True):
                if arm in kept:
                    yield self.say(f"test_{key}", arm=of), added(kept[arm]), zero
        yield from accounts.tests

    def _shares(self) -> Iterator[tuple[str, Formula, Formula]]:
        """The shares of the payers, which sum to 1 whatever the inputs are."""
        for category in self.scenario.categories:
            cells = [
                cell for (path, _), cell in self.inputs.shares.items() if path == category.path
            ]
            if cells:
                label = tell(category.label, self.language)
                yield self.say("test_shares", label=label), added(cells), Constant(1.0)

    def _count(self) -> int:
        """No fewer rows than there are tests."""
        shared = {path for path, _ in self.inputs.shares}
        rows = 4 * len(self.scenario.interventions) + len(shared)
        return rows + len(self.accounts.tests)

    def _by_category(self) -> None:
        """The model of each category written out from the inputs, with some of them replaced."""
        sheet, scenario = self.sheet, self.scenario
        sheet.next += 1
        sheet.texts(self.say("checks_categories"), style="subtitle")
        for column, name in enumerate(("check", "equal", "free"), WHAT):
            look = "heading" if column == WHAT else "heading_number"
            sheet.put(column, self.say(f"column_{name}"), CellLook(look))
        sheet.next += 1
        for arm in scenario.interventions:
            of = tell(scenario.arms[arm].label, self.language)
            alike, free = self._equal(arm), self._free(arm)
            for category in scenario.categories:
                cell = self.accounts.counted.get((arm, category.path))
                if cell is None:
                    continue
                label = tell(category.label, self.language)
                sheet.put(WHAT, self.say("check_category", arm=of, label=label))
                tests = {**alike, **self._alike(category, arm)}, free
                for column, kept, by in zip((HERE, THERE), self.changed, tests, strict=True):
                    own = replaced(Ref(cell), by)
                    kept.setdefault(arm, []).append(sheet.put(column, own, CellLook("number", 4)))
                sheet.next += 1

    def _equal(self, arm: str) -> dict[BookCell, Formula]:
        """What makes an arm equal to the reference arm: its amounts, and ratios of 1."""
        by: dict[BookCell, Formula] = dict(self.accounts.equal.get(arm, {}))
        for category in self.scenario.categories:
            by |= self._alike(category, arm)
        return by

    def _alike(self, category: Category, arm: str) -> dict[BookCell, Formula]:
        """The same of one category, which may share a number with another, as at another date."""
        number, base = category.arms.get(arm), category.arms.get(self.scenario.reference)
        if number is None or not number.is_known:
            return {}
        cell = self.inputs.expected[number.path]
        if number.role == "mean" and base is not None:
            return {cell: self.inputs.now(base) * (base.factor / number.factor)}
        value = {"difference": 0.0, "ratio": 1.0}.get(number.role)
        return {} if value is None else {cell: Constant(value)}

    def _free(self, arm: str) -> dict[BookCell, Formula]:
        """Prices of 0, and amounts of 0 where they are stated as money."""
        by: dict[BookCell, Formula] = dict(self.accounts.free)
        for category in self.scenario.categories:
            prices = [category.price] if category.price is not None else category.arms.values()
            for number in prices:
                if number.is_known and number.role != "ratio":
                    by[self.inputs.expected[number.path]] = Constant(0.0)
        return by
