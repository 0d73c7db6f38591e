"""The sheet of results: the answer, costs, payers and outcomes, all of them formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.summary import (
    ArmComparison,
    IncrementalCost,
    PayerSaving,
    Summary,
    summary_of,
)
from ipscost.book.accounts import AccountCells
from ipscost.book.blocks import Join, Told
from ipscost.book.cells import Book, BookCell, BookSheet, CellLook
from ipscost.book.formulas import (
    Compare,
    Constant,
    Formula,
    Negative,
    Over,
    Ref,
    Word,
    call,
    plus,
    sum_of,
    times,
    when,
)
from ipscost.book.inputs import PEOPLE, InputCells
from ipscost.report.frame import prices_of
from ipscost.report.simulate.labels import SumLabels, kind_label, payer_label
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.paths import Node
from ipscost.words import horizon, say
from ipscost.words.locale import currency_sign
from ipscost.words.nouns import named
from ipscost.words.text import tell, within

LABEL, REFERENCE, OWN, CHANGE, ALL, PART = range(1, 7)
WIDTHS = (48, 16, 16, 16, 18, 12)
MANY = 2
"""From so many cells on, those of one column below one another are summed as a block."""


@dataclass(frozen=True, slots=True)
class Results:
    """The cells of the results, by arm: the cost difference in all, and savings.

    payers: what each payer saves, by arm and the path of the payer, `payer` for all together.
    """

    found: Summary
    change: dict[str, BookCell] = field(default_factory=dict)
    saving: dict[str, BookCell] = field(default_factory=dict)
    tree: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    payers: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    outcomes: dict[tuple[str, str], BookCell] = field(default_factory=dict)


def results_sheet(
    book: Book, inputs: InputCells, accounts: AccountCells, view: View, level: float
) -> Results:
    """The sheet of results of a run seen from the perspective of its scenario."""
    sheet = book.sheet("results", say("book_results", book.language), WIDTHS)
    found = summary_of(view, level)
    return _Results(sheet, inputs, accounts, found, book.language).write()


def added(cells: Sequence[BookCell]) -> Formula:
    """The sum of cells: SUM of a block where they stand below one another, else one by one."""
    rows = [cell.row for cell in cells]
    alone = {(cell.sheet, cell.column) for cell in cells}
    if len(cells) > MANY and len(alone) == 1 and rows == list(range(rows[0], rows[0] + len(rows))):
        return sum_of(cells)
    return plus(cells)


class _Results:
    """Writes the sheet."""

    def __init__(
        self,
        sheet: BookSheet,
        inputs: InputCells,
        accounts: AccountCells,
        found: Summary,
        language: str,
    ) -> None:
        self.sheet, self.inputs, self.accounts = sheet, inputs, accounts
        self.found, self.scenario, self.language = found, found.scenario, language
        self.results = Results(found)
        self.people = Ref(inputs.values[PEOPLE])

    def say(self, key: str, **values: object) -> str:
        """Words of the workbook."""
        return say(f"book_{key}", self.language, **values)

    def write(self) -> Results:
        """The sentences on top, then the tables of each arm."""
        sheet, arms = self.sheet, self.found.comparisons
        sheet.across(tell(self.scenario.title, self.language), "title", lines=2)
        first = sheet.next
        sheet.next += len(arms) + 2
        for each in arms:
            self._costs(each)
            self._payers(each)
            self._outcomes(each)
        if any(cell.look.partial for cell in sheet.cells):
            sheet.across(self.say("star"), "note")
        last, sheet.next = sheet.next, first
        for each in arms:
            sheet.across(self._sentence(each), "answer", lines=2)
        changed = self.inputs.changed
        note = when(
            Compare(changed, "=", Constant(0.0)),
            self.say("as_in_file"),
            live(
                self.say("inputs_changed", count=MARK.format("count")),
                {"count": Told(changed, self.language)},
            ),
        )
        sheet.across(note, "note")
        sheet.next = last
        return self.results

    # --- the answer ------------------------------------------------------------------------------

    def _sentence(self, each: ArmComparison) -> Formula:
        """What an arm saves a person and all people, or what it costs more."""
        scenario, saving = self.scenario, Ref(self.results.saving[each.arm])
        values = {
            "arm": tell(scenario.arms[each.arm].label, self.language),
            "reference": tell(within(scenario.arms[scenario.reference].label), self.language),
            "horizon": horizon(scenario.stated_months, self.language),
            "money": currency_sign(scenario.money.currency),
            "year": tell(prices_of(scenario.money), self.language),
        }
        size = Told(call("ABS", saving), self.language)
        every = Told(call("ABS", times(saving, self.people)), self.language)
        filled = {"amount": size, "people": Told(self.people, self.language), "all": every}
        if each.costs.total.difference is None or each.costs.total.difference.partial:
            return Word(self.say("answer_partial", **values))
        saves, costs = (
            live(self.say(f"answer_{k}", **values, **_MARKS), filled) for k in ("saves", "costs")
        )
        one = when(Compare(saving, ">=", Constant(0.0)), saves, costs)
        every_one = Join((Word(" "), live(self.say("answer_all", **values, **_MARKS), filled)))
        return Join((one, when(Compare(self.people, "=", Constant(1.0)), "", every_one)))

    # --- costs -----------------------------------------------------------------------------------

    def _costs(self, each: ArmComparison) -> None:
        """The categories below their groups, the sums by kind, the total and what is left out."""
        arm, labels = each.arm, SumLabels(self.scenario)
        self._title(each, "results_costs")
        self._headings(each, "column_cost", "column_saving_all", "column_part")
        rows: dict[str, tuple[BookCell | None, BookCell | None, BookCell | None]] = {}
        below: dict[str, list[str]] = {}
        shown = [(node, amounts) for node, amounts in each.costs.tree if node.shown]
        for node, _ in shown:
            below.setdefault(node.parent, []).append(_id(node))
        start = self.sheet.next
        places = {_id(node): start + at for at, (node, _) in enumerate(shown)}
        for node, amounts in reversed(shown):  # a group is the sum of what stands below it
            self.sheet.next = places[_id(node)]
            self._row(each, node, amounts, labels, rows, below)
        self.sheet.next = start + len(shown)
        every = {node.path: rows[_id(node)] for node, _ in shown if node.is_leaf}
        for amounts in each.costs.kinds:
            self._kind(each, amounts, every)
        tops = [rows[name] for name in below.get("", [])]
        self._total(each, tops)
        for amounts in each.costs.left_out:
            self._left_out(arm, amounts, labels)
        told = [_id(node) for node, amounts in shown if amounts.share is not None]
        self._parts(arm, [rows[name] for name in told])
        self.sheet.next += 1

    def _row(self, each, node, amounts, labels, rows, below) -> None:  # type: ignore[no-untyped-def]
        """A category, or a group as the sum of the rows below it."""
        arm, accounts, name = each.arm, self.accounts, _id(node)
        style = "text" if node.is_leaf else "strong"
        label = tell(labels.node(node, amounts), self.language)
        self.sheet.put(LABEL, label, CellLook(style, depth=node.depth))
        if node.is_leaf:
            share = accounts.share.get(node.path)
            levels = []
            for which in (self.scenario.reference, arm):
                cell = accounts.level.get((which, node.path))
                levels.append(None if cell is None or share is None else times(cell, share))
            counted = accounts.counted.get((arm, node.path))
            change: Formula | None = None if counted is None else Ref(counted)
        else:
            inside = [rows[each] for each in below.get(node.path, [])]
            levels = [_sum(row[at] for row in inside) for at in (0, 1)]
            change = _sum(row[2] for row in inside)
        rows[name] = self._cells(amounts, levels, change, style)
        if rows[name][2] is not None:
            self.results.tree[arm, name] = rows[name][2]

    def _cells(
        self,
        amounts: IncrementalCost,
        levels: Sequence[Formula | None],
        change: Formula | None,
        style: str,
    ) -> tuple[BookCell | None, BookCell | None, BookCell | None]:
        """The two levels and their difference; a dash where nothing is known."""
        difference = self._cell(CHANGE, amounts.difference, change, style, signed=True)
        base = self._cell(REFERENCE, amounts.reference, levels[0], style)
        own = levels[1]
        if not _agrees(own, amounts.own) and base is not None and difference is not None:
            own = plus((base, difference))  # an amount that is known only as a part of another
        mine = self._cell(OWN, amounts.own, own, style)
        if difference is not None:
            saved = Negative(times(difference, self.people))
            self.sheet.put(
                ALL, saved, CellLook(_number(style), 0, partial=_partial(amounts.difference))
            )
        return base, mine, difference

    def _cell(
        self,
        column: int,
        shown: Interval | None,
        formula: Formula | None,
        style: str,
        *,
        signed: bool = False,
    ) -> BookCell | None:
        """A number; a dash where it is not known."""
        if shown is None or formula is None:
            self.sheet.put(column, "–", CellLook("dash"))
            return None
        if not _agrees(formula, shown):
            where = f"{self.sheet.title}, row {self.sheet.next + 1}"
            raise RuntimeError(f"{where}: {formula.value} in place of {shown.mean}")
        look = CellLook(_number(style), 0, signed=signed, partial=shown.partial)
        return self.sheet.put(column, formula, look)

    def _kind(self, each: ArmComparison, amounts: IncrementalCost, rows) -> None:  # type: ignore[no-untyped-def]
        """A sum by kind, such as real resources."""
        name = amounts.path.rpartition(".")[2]
        inside = [
            rows[c.path]
            for c in self.scenario.categories
            if c.path in rows and KINDS[c.kind].part == name
        ]
        self.sheet.put(LABEL, tell(kind_label(amounts), self.language), CellLook("strong"))
        levels = [_sum(row[at] for row in inside) for at in (0, 1)]
        self._cells(amounts, levels, _sum(row[2] for row in inside), "strong")
        self.sheet.next += 1

    def _total(self, each: ArmComparison, rows) -> None:  # type: ignore[no-untyped-def]
        """The total, and below it the saving."""
        sheet, arm, amounts = self.sheet, each.arm, each.costs.total
        sheet.key_of(f"total.{arm}")
        sheet.put(LABEL, say("total", self.language), CellLook("total_text"))
        levels = [_sum(row[at] for row in rows) for at in (0, 1)]
        change = _sum(row[2] for row in rows) or Constant(0.0)
        _, _, difference = self._cells(amounts, levels, change, "total")
        if difference is None:
            difference = sheet.put(CHANGE, change, CellLook("total", 0, signed=True, partial=True))
        self.results.change[arm] = difference
        sheet.next += 1
        sheet.key_of(f"saving.{arm}")
        sheet.put(LABEL, self.say("saving"), CellLook("total_text"))
        look = CellLook("total", 0, partial=_partial(amounts.difference))
        saving = sheet.put(CHANGE, Negative(Ref(difference)), look, f"saving.{arm}")
        sheet.put(ALL, times(saving, self.people), look)
        self.results.saving[arm] = saving
        sheet.next += 1

    def _left_out(self, arm: str, amounts: IncrementalCost, labels: SumLabels) -> None:
        """What the perspective does not count of a category: shown apart, in no sum."""
        accounts, path = self.accounts, amounts.path
        self.sheet.put(LABEL, tell(labels.left_out(amounts), self.language), CellLook("note"))
        rest = amounts.counted
        whole = accounts.change.get((arm, path))
        levels = []
        for which in (self.scenario.reference, arm):
            cell = accounts.level.get((which, path))
            levels.append(None if cell is None else times(cell, rest))
        self._cells(amounts, levels, None if whole is None else times(whole, rest), "text")
        self.sheet.next += 1

    def _parts(self, arm: str, rows) -> None:  # type: ignore[no-untyped-def]
        """The share of the total of each row, where the tool shows it."""
        total = Ref(self.results.change[arm])
        nothing = Compare(total, "=", Constant(0.0))
        for _, _, cell in rows:
            if cell is not None:
                share = when(nothing, "", Over(Ref(cell), total))
                self.sheet.put(PART, share, CellLook("number", 0, percent=True), row=cell.row)

    # --- payers and outcomes ---------------------------------------------------------------------

    def _payers(self, each: ArmComparison) -> None:
        """What each payer saves, what it saves in transfers, and what that does to its budget."""
        sheet, arm = self.sheet, each.arm
        sheet.texts(self.say("results_payers"), style="subtitle")
        keys = ["column_payer", "column_saved", "column_transfers", "column_budget"]
        shown = keys if self.found.has_transfers else keys[:2]
        for column, key in enumerate((*shown, "column_saved_all"), LABEL):
            look = "heading" if column == LABEL else "heading_number"
            sheet.put(column, self.say(key), CellLook(look))
        sheet.next += 1
        sums: list[list[BookCell]] = [[], [], []]
        for payer in each.payers:
            self._payer(arm, payer, sums, len(shown))
        if len(each.payers) > 1:
            self._payer(arm, each.together, sums, len(shown))
        sheet.next += 1

    def _payer(
        self, arm: str, payer: PayerSaving, sums: list[list[BookCell]], columns: int
    ) -> None:
        """The row of a payer, or of all together, which is the sum of the rows above."""
        sheet, name = self.sheet, payer.path.partition(".")[2]
        sheet.key_of(f"{payer.path}.{arm}")
        style = "text" if name else "total_text"
        sheet.put(
            LABEL, tell(payer_label(self.scenario, payer.path), self.language), CellLook(style)
        )
        saved, moved = (self._paid(arm, name, real=real) for real in (True, False))
        shown = (payer.saving, payer.transfers, payer.budget)
        formulas: list[Formula | None] = [saved, moved, plus((saved, moved))]
        if not name:
            formulas = [added(cells) if cells else None for cells in sums]
        whole: BookCell | None = None
        for place in range(columns - 1):
            look = "text" if name else "total"
            whole = self._cell(place + REFERENCE, shown[place], formulas[place], look, signed=True)
            if whole is not None:
                sums[place] += [whole] if name else []
                if place == 0:
                    self.results.payers[arm, payer.path] = whole
        if whole is not None:
            seen = whole.look
            sheet.put(columns + 1, times(whole, self.people), seen)
        sheet.next += 1

    def _paid(self, arm: str, payer: str, *, real: bool) -> Formula:
        """What a payer saves in real resources and production, or in transfers."""
        cells = [
            self.accounts.paid[arm, category.path, payer]
            for category in self.scenario.categories
            if KINDS[category.kind].is_real == real
            and (arm, category.path, payer) in self.accounts.paid
        ]
        return Negative(plus(cells)) if cells else Constant(0.0)

    def _outcomes(self, each: ArmComparison) -> None:
        """Each outcome in both arms."""
        if not each.effects:
            return
        sheet = self.sheet
        sheet.texts(self.say("results_outcomes"), style="subtitle")
        self._headings(each, "column_outcome", "column_all", "")
        for outcome in self.scenario.outcomes:
            unit = named(str(outcome.unit), self.language)
            sheet.put(LABEL, f"{tell(outcome.label, self.language)} ({unit})")
            accounts, arm = self.accounts, each.arm
            for column, which in ((REFERENCE, self.scenario.reference), (OWN, arm)):
                cell = accounts.outcome_level.get((which, outcome.path))
                if cell is None:
                    sheet.put(column, "–", CellLook("dash"))
                else:
                    sheet.put(column, Ref(cell), CellLook("number", 4))
            change = accounts.outcome_change.get((arm, outcome.path))
            if change is None:
                sheet.put(CHANGE, "–", CellLook("dash"))
            else:
                own = sheet.put(CHANGE, Ref(change), CellLook("number", 4, signed=True))
                self.results.outcomes[arm, outcome.path] = own
                sheet.put(ALL, times(own, self.people), CellLook("number", 2, signed=True))
            sheet.next += 1
        sheet.next += 1

    def _title(self, each: ArmComparison, key: str) -> None:
        """What a table is of."""
        scenario = self.scenario
        words = self.say(
            key,
            arm=tell(scenario.arms[each.arm].label, self.language),
            reference=tell(within(scenario.arms[scenario.reference].label), self.language),
            money=named(str(scenario.money), self.language),
            horizon=horizon(scenario.stated_months, self.language),
        )
        self.sheet.texts(words, style="subtitle")

    def _headings(self, each: ArmComparison, first: str, every: str, part: str) -> None:
        """The headings of a table with the two arms and their difference."""
        scenario, sheet = self.scenario, self.sheet
        labels = (
            tell(scenario.arms[a].label, self.language) for a in (scenario.reference, each.arm)
        )
        keys = [self.say(first), *labels, self.say("column_change_shown"), self.say(every)]
        for column, text in enumerate([*keys, *([self.say(part)] if part else [])], LABEL):
            sheet.put(column, text, CellLook("heading" if column == LABEL else "heading_number"))
        sheet.next += 1


MARK = "\x00{}\x00"
"""What stands in a text in place of a formula."""
_MARKS = {name: MARK.format(name) for name in ("amount", "people", "all")}


def live(text: str, filled: Mapping[str, Formula]) -> Formula:
    """A text with formulas where its marks stand."""
    parts = text.split("\x00")
    return Join(tuple(filled[p] if at % 2 else Word(p) for at, p in enumerate(parts) if p))


def _id(node: Node) -> str:
    """What tells a node from others: a path may be that of a category and of a group."""
    return node.path if node.is_leaf else f"{node.path}."


def _sum(cells) -> Formula | None:  # type: ignore[no-untyped-def]
    """The sum of the cells that are there; None if none is."""
    found = sorted((cell for cell in cells if cell is not None), key=lambda cell: cell.row)
    return added(found) if found else None


def _agrees(formula: Formula | None, shown: Interval | None) -> bool:
    """True where a formula gives what the tool shows."""
    if formula is None or shown is None:
        return False
    return abs(formula.number - shown.mean) <= max(1e-6, 1e-9 * abs(shown.mean))


def _partial(shown: Interval | None) -> bool:
    """True for a sum that lacks something."""
    return shown is None or shown.partial


def _number(style: str) -> str:
    """The style of a number beside a label of a style."""
    return {"text": "number", "strong": "strong", "total": "total"}.get(style, "number")
