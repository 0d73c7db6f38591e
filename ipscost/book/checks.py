"""The sheet of checks: the workbook against ipscost, and tests that any model must pass, live."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.estimates import View
from ipscost.book.accounts import Accounts
from ipscost.book.algebra import replaced
from ipscost.book.blocks import Matching
from ipscost.book.cells import Book, Cell, Look, Sheet
from ipscost.book.formulas import Compare, Formula, Minus, Number, Ref, Span, Word, call, plus, when
from ipscost.book.inputs import Inputs, column_of
from ipscost.book.results import Results, added
from ipscost.scenario.nouns import SOCIETAL
from ipscost.words import say
from ipscost.words.text import tell

WHAT, HERE, THERE, APART, VERDICT = range(1, 6)
WIDTHS = (64, 18, 18, 16, 24)
OERE = 0.005
"""Half an oere: amounts that are nearer to each other than this are the same to the oere."""


def checks_sheet(
    book: Book, inputs: Inputs, accounts: Accounts, results: Results, view: View
) -> None:
    """The checks of a workbook; the first cell says whether all of them agree."""
    sheet = book.sheet("checks", say("book_checks", book.language), WIDTHS)
    _Checks(sheet, inputs, accounts, results, view, book.language).write()


class _Checks:
    """Writes the sheet."""

    def __init__(
        self,
        sheet: Sheet,
        inputs: Inputs,
        accounts: Accounts,
        results: Results,
        view: View,
        language: str,
    ) -> None:
        self.sheet, self.inputs, self.accounts, self.results = sheet, inputs, accounts, results
        self.view, self.scenario, self.language = view, view.run.scenario, language
        self.verdicts: list[Cell] = []
        self.changed: tuple[dict[str, list[Cell]], dict[str, list[Cell]]] = ({}, {})

    def say(self, key: str, **values: object) -> str:
        """Words of the workbook."""
        return say(f"book_{key}", self.language, **values)

    def write(self) -> None:
        """The verdict on top, the workbook against ipscost, then the tests."""
        sheet = self.sheet
        sheet.across(self.say("checks_about"), "note", lines=2)
        top = sheet.next
        sheet.next += 2
        self._headings("checks_values")
        for label, cell, value in self._pairs():
            self._row(label, Ref(cell), Number(value), against_file=True)
        sheet.next += 1
        tests = sheet.next
        sheet.next += 2 + self._count()
        self._by_category()
        end, sheet.next = sheet.next, tests
        self._headings("checks_tests")
        for label, here, there in self._tests():
            self._row(label, here, there)
        sheet.next = top
        first, last = self.verdicts[0].row, self.verdicts[-1].row
        block = Span(column_of(sheet, VERDICT, first, last))
        differing = Matching(block, "=", Word(self.say("differs")))
        verdict = when(Compare(differing, "=", Number(0.0)), self.say("all_ok"), self.say("not_ok"))
        sheet.across(verdict, "answer")
        sheet.next = end

    def _headings(self, key: str) -> None:
        """The title and the headings of a table."""
        sheet = self.sheet
        sheet.texts(self.say(key), style="subtitle")
        for column, name in enumerate(("check", "here", "there", "apart", "verdict"), WHAT):
            look = "heading_number" if HERE <= column <= APART else "heading"
            sheet.put(column, self.say(f"column_{name}"), Look(look, depth=int(column == VERDICT)))
        sheet.next += 1

    def _row(
        self, label: str, here: Formula, there: Formula, *, against_file: bool = False
    ) -> None:
        """A comparison of two amounts; against those of the file only while no input is changed."""
        sheet = self.sheet
        sheet.put(WHAT, label)
        one = sheet.put(HERE, here, Look("number", 4))
        other = sheet.put(THERE, there, Look("number", 4))
        apart = sheet.put(APART, call("ABS", Minus(Ref(one), Ref(other))), Look("number", 4))
        verdict = when(Compare(Ref(apart), "<", Number(OERE)), self.say("ok"), self.say("differs"))
        if against_file:
            same = Compare(self.inputs.changed, "=", Number(0.0))
            verdict = when(same, verdict, self.say("changed"))
        self.verdicts.append(sheet.put(VERDICT, verdict, Look("verdict", depth=1)))
        sheet.next += 1

    def _pairs(self) -> Iterator[tuple[str, Cell, float]]:
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
            for effect in each.effects:
                cell = self.results.outcomes.get((arm, effect.path))
                if cell is not None and effect.difference is not None:
                    label = tell(scenario.holders[effect.path].label, self.language)
                    yield (
                        self.say("check_outcome", arm=of, label=label),
                        cell,
                        effect.difference.mean,
                    )

    def _tests(self) -> Iterator[tuple[str, Formula, Formula]]:
        """What must hold of any model, whatever the inputs are."""
        scenario, accounts, zero = self.scenario, self.accounts, Number(0.0)
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
        for category in scenario.categories:
            cells = [
                cell for (path, _), cell in self.inputs.shares.items() if path == category.path
            ]
            if cells:
                label = tell(category.label, self.language)
                yield self.say("test_shares", label=label), added(cells), Number(1.0)

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
            sheet.put(column, self.say(f"column_{name}"), Look(look))
        sheet.next += 1
        for arm in scenario.interventions:
            of = tell(scenario.arms[arm].label, self.language)
            tests = self._equal(arm), self._free(arm)
            for category in scenario.categories:
                cell = self.accounts.counted.get((arm, category.path))
                if cell is None:
                    continue
                label = tell(category.label, self.language)
                sheet.put(WHAT, self.say("check_category", arm=of, label=label))
                for column, kept, by in zip((HERE, THERE), self.changed, tests, strict=True):
                    own = replaced(Ref(cell), by)
                    kept.setdefault(arm, []).append(sheet.put(column, own, Look("number", 4)))
                sheet.next += 1

    def _equal(self, arm: str) -> dict[Cell, Formula]:
        """What makes an arm equal to the reference arm: its amounts, and ratios of 1."""
        by: dict[Cell, Formula] = dict(self.accounts.equal.get(arm, {}))
        for category in self.scenario.categories:
            number = category.arms.get(arm)
            base = category.arms.get(self.scenario.reference)
            if number is None or not number.is_known:
                continue
            cell = self.inputs.expected[number.path]
            if number.role == "mean" and base is not None:
                by[cell] = self.inputs.now(base) * (base.factor / number.factor)
            elif number.role == "difference":
                by[cell] = Number(0.0)
            elif number.role == "ratio":
                by[cell] = Number(1.0)
        return by

    def _free(self, arm: str) -> dict[Cell, Formula]:
        """Prices of 0, and amounts of 0 where they are stated as money."""
        by: dict[Cell, Formula] = dict(self.accounts.free)
        for category in self.scenario.categories:
            prices = [category.price] if category.price is not None else category.arms.values()
            for number in prices:
                if number.is_known and number.role != "ratio":
                    by[self.inputs.expected[number.path]] = Number(0.0)
        return by
