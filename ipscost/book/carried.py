"""An effect that is carried over to another group, as formulas: the engine's `engines.carried`.

Of a cost, and of an outcome that is no share of people, a share of the difference is carried; of a
share of people the effect on the scale of the transfer, so that its level is a bent formula. In a
model of states the effect stands in the ratios of its moves.
"""

from __future__ import annotations

from collections.abc import Mapping

from ipscost.book.formulas import (
    Constant,
    Formula,
    Minus,
    Over,
    Power,
    Times,
    call,
    plus,
    times,
)
from ipscost.book.inputs import InputCells
from ipscost.engines.carried import ROUNDING
from ipscost.scenario.nouns import Category, Outcome
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.transfer import MADE, POINTS, Transfer, carried_in_moves, effects_of
from ipscost.units import SHARE


def carried_cells(inputs: InputCells) -> CarriedCells | None:
    """What becomes of the numbers of a scenario; None where no effect is carried over."""
    transfer = inputs.scenario.transfer
    return None if transfer is None else CarriedCells(inputs, transfer)


class CarriedCells:
    """What becomes of the numbers of a scenario whose effect is carried over to another group."""

    def __init__(self, inputs: InputCells, transfer: Transfer) -> None:
        self.inputs, self.scenario, self.transfer = inputs, inputs.scenario, transfer
        model, reference = self.scenario.model, self.scenario.reference
        self._effects = {} if model is None else effects_of(model, reference)
        self._in_moves = (
            frozenset() if model is None else carried_in_moves(transfer, model, reference)
        )

    # --- how much is carried -------------------------------------------------------------------

    def path(self, holder: Category | Outcome, arm: str) -> str:
        """The path of the share that is carried of a difference; empty where all of it is."""
        kind = holder.kind if isinstance(holder, Category) else ""
        return self.transfer.share_at(holder.path, kind, arm)

    def share(self, holder: Category | Outcome, arm: str) -> Formula:
        """The share that is carried of a difference of an arm; 1 where all of it is."""
        path = self.path(holder, arm)
        if path == f"{MADE}.{arm}":
            return self.made(arm)
        own = self.transfer.own_of(holder.path) or self.transfer.share
        return self.inputs.now(own) if path and own is not None else Constant(1.0)

    def made(self, arm: str) -> Formula:
        """The share that a pooled effect, or a weight, comes to (`engines.carried.with_shares`).

        1 where a share is stated, and where the trial has no effect.
        """
        transfer, effect = self.transfer, self._trial_effect(arm)
        if effect is None or not transfer.is_worked_out:
            return Constant(1.0)
        if transfer.pooled is not None:
            return Over(self._added(transfer.pooled), effect)
        assert transfer.weight is not None
        weight = self.inputs.now(transfer.weight)
        rest = Minus(Constant(1.0), weight)
        return plus((weight, Over(Times((rest, self._of_other())), effect)))

    def _trial_effect(self, arm: str) -> Formula | None:
        """The trial's effect, as it adds up on the scale; None where there is none."""
        if self.scenario.model is not None:
            numbers = self._effects.get(arm)
            return self._logged(self.inputs.now(numbers[0])) if numbers else None
        outcome = self.scenario.holders.get(self.transfer.of)
        trial = None if outcome is None else self._trial(outcome.arms, arm)
        return None if trial is None else self._between(*trial)

    def in_move(self, number: Quantity, own: Formula) -> Formula:
        """A number of a model as it is here, given that of the trial (`engines.carried.Moves`)."""
        transfer, now = self.transfer, self.inputs.now
        if number.path not in self._in_moves:
            return own
        if transfer.pooled is not None:
            return now(transfer.pooled)
        share = transfer.share or transfer.weight
        assert share is not None
        is_sum, parts = transfer.scale == POINTS, [(own, now(share))]
        if transfer.weight is not None:
            other = now(transfer.other[0])
            if len(transfer.other) > 1:  # levels, which have an effect between them
                other = self._of_other() if is_sum else call("EXP", self._of_other())
            parts.append((other, Minus(Constant(1.0), now(share))))
        if is_sum:
            return plus(times(part, each) for each, part in parts)
        return times(*(Power(each, part) for each, part in parts))

    def _of_other(self) -> Formula:
        """The effect of the other study, as it adds up on the scale."""
        first, *more = self.transfer.other
        if not more:
            return self._added(first)
        return self._between(self.inputs.now(first), self.inputs.now(more[0]))

    # --- on the scale ----------------------------------------------------------------------------

    def _logged(self, effect: Formula) -> Formula:
        """An effect as it adds up on the scale: the logarithm of a ratio, points as they are."""
        return effect if self.transfer.scale == POINTS else call("LN", effect)

    def _added(self, number: Quantity) -> Formula:
        """An effect of many studies or of another one, as it adds up on the scale."""
        return self._logged(self.inputs.now(number))

    def _between(self, base: Formula, own: Formula) -> Formula:
        """The effect between two levels of a share, as it adds up on the scale."""
        scale = self.transfer.scale
        if scale == POINTS:
            return Minus(own, base)
        base, own = (call("MIN", call("MAX", each, ROUNDING), 1 - ROUNDING) for each in (base, own))
        if scale == "risk_ratio":
            return call("LN", Over(own, base))
        one, other = (Minus(Constant(1.0), each) for each in (own, base))
        if scale == "odds_ratio":
            return call("LN", Over(Times((own, other)), Times((one, base))))
        return call("LN", Over(call("LN", one), call("LN", other)))

    def _moved(self, level: Formula, effect: Formula) -> Formula:
        """The level that an effect makes of a level; as a hazard ratio h, 1 - (1 - level)^h."""
        scale = self.transfer.scale
        if scale == POINTS:
            return plus((level, effect))
        ratio, rest = call("EXP", effect), Minus(Constant(1.0), level)
        if scale == "risk_ratio":
            return Times((level, ratio))
        if scale == "odds_ratio":
            return Over(Times((level, ratio)), plus((rest, Times((level, ratio)))))
        return Minus(Constant(1.0), rest**ratio)

    # --- outcomes --------------------------------------------------------------------------------

    def baseline(self, outcome: Outcome) -> Quantity | None:
        """The level of the reference arm in the new group; None if it is that of the trial."""
        return self.transfer.baselines.get(outcome.path)

    def level(self, outcome: Outcome, arm: str, base: Formula) -> Formula | None:
        """The level of a share of people in an arm, at a level of the reference arm.

        It may lie outside 0 to 1. None for another outcome, and where a share of the difference is
        carried as such (`engines.carried.Outcomes`).
        """
        if outcome.unit != SHARE or self.scenario.model is not None:
            return None
        transfer, inputs = self.transfer, self.inputs
        trial = self._trial(outcome.arms, arm)
        if self._is_of_effect(outcome):
            if transfer.pooled is not None:
                if transfer.scale == "risk_ratio":
                    return Times((base, inputs.now(transfer.pooled)))
                return self._moved(base, self._added(transfer.pooled))
            if transfer.weight is not None and trial is not None:
                weight = inputs.now(transfer.weight)
                rest = Minus(Constant(1.0), weight)
                own = times(weight, self._between(*trial))
                return self._moved(base, plus((own, Times((rest, self._of_other())))))
        if trial is None or transfer.scale == POINTS:
            return None
        return self._moved(base, times(self.share(outcome, arm), self._between(*trial)))

    def within(self, outcome: Outcome, level: Formula) -> Formula:
        """A share of people cut to 0 to 1; the level of another outcome as it is."""
        is_cut = outcome.unit == SHARE and self.scenario.model is None
        return call("MAX", 0.0, call("MIN", 1.0, level)) if is_cut else level

    def _is_of_effect(self, outcome: Outcome) -> bool:
        """True for the outcome of whose effect a pooled one or another study's is."""
        transfer = self.transfer
        is_named = transfer.keeps(outcome.path) or transfer.own_of(outcome.path) is not None
        return outcome.path == transfer.of and not is_named

    def _trial(self, numbers: Mapping[str, Quantity], arm: str) -> tuple[Formula, Formula] | None:
        """The levels of the reference arm and of another in the trial; None if not both known."""
        base, own = numbers.get(self.scenario.reference), numbers.get(arm)
        if base is None or own is None or not (base.is_known and own.is_known):
            return None
        level, value = self.inputs.now(base), self.inputs.now(own)
        if own.role == "mean":
            return level, value
        return level, plus((level, value)) if own.role == "difference" else times(level, value)
