"""More columns in the sheet of months: of amounts that go on, and of rates in some months."""

from __future__ import annotations

from dataclasses import dataclass, field

from ipscost.book.cells import BookCell, CellLook
from ipscost.book.formulas import CellBlock, Constant, Formula, Ref, call
from ipscost.book.inputs import InputCells
from ipscost.book.months import FACTOR, Months
from ipscost.book.states.effect import lasting
from ipscost.words import say

Weights = tuple[float, ...]


@dataclass(eq=False, slots=True)
class Spans:
    """Columns of months that are written when they are asked for, each once."""

    inputs: InputCells
    months: Months
    language: str
    _written: dict[Weights, tuple[BookCell, ...]] = field(default_factory=dict)
    _left: tuple[BookCell, ...] = ()

    def worth(self, weights: Weights, what: str, *, lasts: bool, title: str) -> Formula:
        """The sum of the months with some weights, discounted as `what`.

        lasts: each month also weighs as much as lasts of the effect in it.
        """
        blocks = [self._column(weights, title), tuple(self.months.factors[what])]
        if lasts and self._is_fading:
            blocks.insert(1, self._lasting())
        return call("SUMPRODUCT", *map(CellBlock, blocks))

    def left(self) -> list[Formula] | None:
        """How much of the effect lasts in each month; None where all of it does."""
        return [Ref(cell) for cell in self._lasting()] if self._is_fading else None

    @property
    def _is_fading(self) -> bool:
        """True if not all of the effect lasts."""
        model = self.inputs.scenario.model
        assert model is not None
        return model.effect is not None and model.effect.then != "persists"

    def _column(self, weights: Weights, title: str) -> tuple[BookCell, ...]:
        """The cells of fixed weights."""
        if weights not in self._written:
            self._written[weights] = self._write(title, list(map(Constant, weights)))
        return self._written[weights]

    def _lasting(self) -> tuple[BookCell, ...]:
        """The cells of how much of the effect lasts in each month."""
        if not self._left:
            scenario = self.inputs.scenario
            assert scenario.model is not None
            effect = scenario.model.effect
            found = (lasting(effect, m, m + 1.0, self.inputs.now) for m in range(scenario.months))
            left = [Constant(1.0) if each is None else each for each in found]
            self._left = self._write(say("book_effect_left", self.language), left)
        return self._left

    def _write(self, title: str, contents: list[Formula]) -> tuple[BookCell, ...]:
        """A column of the sheet of months, right of all others."""
        sheet, rows = self.months.sheet, [cell.row for cell in self.months.factors["cost"]]
        column = len(sheet.widths)
        sheet.widths = (*sheet.widths, 17.0)
        sheet.put(column, title, CellLook("heading_number"), row=rows[0] - 1)
        plain = [each.own if isinstance(each, Constant) else each for each in contents]
        pairs = zip(rows, plain, strict=True)
        return tuple(sheet.put(column, each, FACTOR, row=row) for row, each in pairs)
