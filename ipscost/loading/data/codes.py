"""A table of what register codes mean: the state, the benefit, and whether the week counts.

A row is of one code (`130`), of a range of them (`130-139`), of all that begin alike (`13*`), or,
with an empty cell, of weeks that have no code. The row that says most of a code holds: its own,
then a range, then the longest beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ipscost.delimited import DelimitedRow
from ipscost.errors import Problem, ScenarioError, Span, closest, cut, nearest
from ipscost.individual.weeks import UNSEEN, CodeMeanings
from ipscost.loading.results.sheet import Sheet, open_sheet
from ipscost.loading.results.values import decimal_of, place, value_in
from ipscost.loading.tree.rules import TIMES
from ipscost.messages import Message, ands
from ipscost.scenario.nouns import Scenario
from ipscost.units import Money, parse_unit

CODE = "E357"
MOST_BYTES = 5_000_000
HEADINGS = {
    "code": ("code", "kode", "ydelseskode"),
    "state": ("state", "tilstand"),
    "benefit": ("benefit", "ydelse"),
    "behind": ("behind", "tæller", "counts"),
    "amount": ("amount", "beløb"),
    "unit": ("unit", "enhed"),
}
"""How each column may be headed; code and state are required."""
YES, NO = ("1", "yes", "ja", "true", "x"), ("", "0", "no", "nej", "false")
_RANGE = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
_PER_PERSON = ("person",)


@dataclass(frozen=True)
class CodeTable:
    """Codes and their meanings.

    meanings: by row of the table. blank: the row of weeks without a code, UNSEEN without one.
    exact: row by code. ranges: first and last code, digits, and row. beginnings: row by beginning.
    digest: SHA-256 of the file.
    """

    meanings: CodeMeanings
    blank: int
    exact: Mapping[str, int]
    ranges: Sequence[tuple[int, int, int, int]] = ()
    beginnings: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""

    def row(self, code: str) -> int:
        """The row that holds for a code; UNSEEN if none does."""
        if not code:
            return self.blank
        if (own := self.exact.get(code)) is not None:
            return own
        if code.isascii() and code.isdigit():
            number, digits = int(code), len(code)
            for low, high, wide, row in self.ranges:
                if low <= number <= high and digits == wide:
                    return row
        for length in range(len(code), 0, -1):
            if (own := self.beginnings.get(code[:length])) is not None:
                return own
        return UNSEEN


def read_codes(file: str, scenario: Scenario, node: Mapping[str, Any]) -> CodeTable:
    """The table of codes in a file, for the states and benefits of a scenario.

    node: the mapping of the scenario's file. Raises ScenarioError with every problem of the table.
    """
    sheet = open_sheet(
        file,
        most=MOST_BYTES,
        smaller=Message("keep a row for each code"),
        holds=Message("headings and a row for each code"),
        such_as=Message("write a line of headings, such as code;state;benefit;behind"),
    )
    reader = _CodeReader(sheet, scenario, node)
    return reader.table()


class _CodeReader:
    """Reads a table of codes; whatever is wrong goes to `problems`."""

    def __init__(self, sheet: Sheet, scenario: Scenario, node: Mapping[str, Any]) -> None:
        self.sheet, self.scenario = sheet, scenario
        self.problems: list[Problem] = []
        self.body = [line for line in sheet.lines() if any(map(str.strip, line.texts))]
        self.states = list(scenario.model.states) if scenario.model else []
        self.benefits = dict(_benefits(node.get("cost", {}), "cost"))
        self.columns: dict[str, int] = {}
        self.paths: list[str] = []

    def table(self) -> CodeTable:
        """The table; raises ScenarioError if anything is wrong with it."""
        self._find_columns()
        self._raise()
        amounts = self._amounts()
        exact: dict[str, int] = {}
        ranges: list[tuple[int, int, int, int]] = []
        beginnings: dict[str, int] = {}
        state, behind, benefit = [], [], []
        for row, line in enumerate(self.body):
            self._add_code(line, row, exact, ranges, beginnings)
            state.append(self._state(line))
            behind.append(self._behind(line))
            benefit.append(self._benefit(line, has_amount=not np.isnan(amounts[row])))
        if not self.body:
            message = Message("expected a row for each code, found none")
            self._refuse_head(0, message, Message("add a row, such as 130;benefit"))
        self._raise()
        meanings = CodeMeanings(
            np.array(state, np.int64),
            np.array(behind, bool),
            np.array(benefit, np.int64),
            amounts,
            tuple(self.paths),
        )
        return CodeTable(
            meanings, exact.pop("", UNSEEN), exact, ranges, beginnings, self.sheet.digest
        )

    # --- columns -------------------------------------------------------------------------------

    def _find_columns(self) -> None:
        """Where each column is; refuses a table without codes or states, and near misses."""
        heads = [header.casefold() for header in self.sheet.headers]
        for name, spellings in HEADINGS.items():
            found = [place for place, head in enumerate(heads) if head in spellings]
            if len(found) > 1:
                message = Message("the column {path} stands twice", path=heads[found[1]])
                self._refuse_head(found[1], message, Message("take one of the two out"))
            if found:
                self.columns[name] = found[0]
        known = [each for spellings in HEADINGS.values() for each in spellings]
        for column, head in enumerate(heads):
            if head and head not in known and (meant := closest(head, known)):
                message = Message("unknown column {name}", name=cut(head))
                self._refuse_head(column, message, Message("write {meant}", meant=meant))
        for name in ("code", "state"):
            if name not in self.columns and not self.problems:
                message = Message("expected a column {name}, found none", name=name)
                fix = Message("write a line of headings, such as code;state;benefit;behind")
                self._refuse_head(0, message, fix)

    def _text(self, line: DelimitedRow, name: str) -> str:
        """The text of a cell; empty if the row or the table has none."""
        column = self.columns.get(name)
        has_cell = column is not None and column < len(line.texts)
        return line.texts[column].strip() if has_cell and column is not None else ""

    # --- cells ---------------------------------------------------------------------------------

    def _add_code(
        self,
        line: DelimitedRow,
        row: int,
        exact: dict[str, int],
        ranges: list[tuple[int, int, int, int]],
        beginnings: dict[str, int],
    ) -> None:
        """Notes which codes a row is of; refuses what another row is of too."""
        text = self._text(line, "code")
        if found := _RANGE.fullmatch(text):
            low, high, digits = int(found[1]), int(found[2]), len(found[1])
            if high < low or len(found[2]) != digits:
                message = Message("expected a range from the first code to the last of its kind")
                fix = Message("write 130-139, both with the same number of digits")
                self._refuse(line, "code", message, fix)
            for first, last, wide, other in ranges:
                if wide == digits and low <= last and first <= high:
                    self._refuse_twice(line, self.body[other])
            ranges.append((low, high, digits, row))
            return
        known, key = (beginnings, text[:-1]) if text.endswith("*") else (exact, text)
        if key in known:
            self._refuse_twice(line, self.body[known[key]])
        known[key] = row

    def _refuse_twice(self, line: DelimitedRow, other: DelimitedRow) -> None:
        message = Message("these codes stand on line {line} too", line=other.number)
        self._refuse(line, "code", message, Message("keep one row for each code"))

    def _state(self, line: DelimitedRow) -> int:
        """The place of the state; UNSEEN where the cell is empty."""
        text = self._text(line, "state")
        if not text or text in self.states:
            return self.states.index(text) if text else UNSEEN
        states = self.scenario.model.states if self.scenario.model else {}
        called = [
            place
            for place, name in enumerate(self.states)
            if text.casefold()
            in {states[name].label.tell(language).casefold() for language in ("en", "da")}
        ]
        if len(called) == 1:
            return called[0]
        message = Message("unknown state {name}", name=cut(text))
        self._refuse(line, "state", message, nearest(text, self.states))
        return UNSEEN

    def _behind(self, line: DelimitedRow) -> bool:
        text = self._text(line, "behind").casefold()
        if text not in (*YES, *NO):
            message = Message("expected 1 or 0: whether the week counts on the ladder")
            self._refuse(line, "behind", message, Message("write 1 or leave the cell empty"))
        return text in YES

    def _benefit(self, line: DelimitedRow, *, has_amount: bool) -> int:
        """The place of the benefit in `paths`; UNSEEN without one."""
        text = self._text(line, "benefit")
        if not text:
            if has_amount:
                message = Message("expected what the amount is of, found an empty cell")
                fix = Message("write the name of a cost category in the column benefit")
                self._refuse(line, "amount", message, fix)
            return UNSEEN
        path = f"cost.{text.removeprefix('cost.')}"
        of_ladder = [each for each, ladder in self.benefits.items() if ladder == text]
        if path not in self.benefits and len(of_ladder) > 1:
            message = Message(
                "the ladder {name} is of several categories: {paths}",
                name=text,
                paths=ands(each.removeprefix("cost.") for each in of_ladder),
            )
            self._refuse(line, "benefit", message, Message("write the category"))
            return UNSEEN
        path = of_ladder[0] if of_ladder and path not in self.benefits else path
        if path not in self.benefits:
            message = Message(
                "{name} is neither a ladder nor a category with amounts in states", name=cut(text)
            )
            known = [each.removeprefix("cost.") for each in self.benefits]
            empty = Message("leave the cell empty")
            self._refuse(line, "benefit", message, nearest(text, known) if known else empty)
            return UNSEEN
        if path not in self.paths:
            self.paths.append(path)
        return self.paths.index(path)

    def _amounts(self) -> np.ndarray[Any, np.dtype[np.float64]]:
        """What is paid a week by row, in the reported money; not a number where nothing is said."""
        amounts = np.full(len(self.body), np.nan)
        column = self.columns.get("amount")
        if column is None:
            return amounts
        body = [line for line in self.body if self._text(line, "amount")]
        decimal = decimal_of(self.sheet, body, [column], self._refuse_at)
        for row, line in enumerate(self.body):
            text = self._text(line, "amount")
            if not text:
                continue
            try:
                amount = float(value_in(text, decimal))
            except ValueError:
                message = Message("expected an amount, found {text}", text=cut(text))
                self._refuse(line, "amount", message, Message("write a number"))
                continue
            if not 0 <= amount < np.inf:
                message = Message("expected an amount from 0, found {text}", text=cut(text))
                self._refuse(line, "amount", message, Message("write a number from 0"))
            amounts[row] = amount * self._per_week(line)
        return amounts

    def _per_week(self, line: DelimitedRow) -> float:
        """What the amount of a row is times to be one a week."""
        text, money = self._text(line, "unit"), self.scenario.money
        wanted = Message("write {money}/week", money=money)
        try:
            unit = parse_unit(text)
        except ValueError:
            message = Message("expected the unit of the amount, such as {money}/week", money=money)
            self._refuse(line, "unit" if text else "amount", message, wanted)
            return 1.0
        per = unit.per[1:] if unit.per[:1] == _PER_PERSON else unit.per
        if not isinstance(unit.head, Money) or len(per) != 1 or per[0] not in TIMES:
            message = Message(
                "expected money a week, month, day or year, found {unit}", unit=cut(text)
            )
            self._refuse(line, "unit", message, wanted)
            return 1.0
        if unit.head != money:
            message = Message(
                "the amounts are in {given}, and the scenario in {money}",
                given=unit.head,
                money=money,
            )
            fix = Message(
                "write amounts in {money}, or money: {given}", money=money, given=unit.head
            )
            self._refuse(line, "unit", message, fix)
        return TIMES["week"] / TIMES[per[0]]

    # --- problems ------------------------------------------------------------------------------

    def _refuse_at(self, line: DelimitedRow, column: int, message: str, fix: str) -> None:
        span = place(self.sheet.shown, line, column)
        self.problems.append(Problem(span, CODE, "", message, fix))

    def _refuse(self, line: DelimitedRow, name: str, message: str, fix: str) -> None:
        self._refuse_at(line, self.columns[name], message, fix)

    def _refuse_head(self, column: int, message: str, fix: str) -> None:
        span: Span = self.sheet.heading(column)
        self.problems.append(Problem(span, CODE, "", message, fix))

    def _raise(self) -> None:
        if self.problems:
            raise ScenarioError(self.problems)


def _benefits(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    """Each category whose amounts hang on states, with the name of its ladder if it has one."""
    if not isinstance(tree, Mapping):
        return
    if isinstance(tree.get("in"), Mapping):
        yield path, str(tree.get("ladder", ""))
        return
    for name, below in tree.items():
        if name == "use":  # what is used in a state has a price, and is no benefit
            continue
        yield from _benefits(below, f"{path}.{name}")
