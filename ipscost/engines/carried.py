"""What is made of a trial's effect that is carried over to another group (`scenario.transfer`).

An effect is a difference on a scale: of logarithms for the ratios, of shares for points. With g the
function of a scale, an effect e puts a level b of the reference arm at the level whose g is
g(b) + e: b x RR as a risk ratio, b + d as points. Costs, and outcomes that are no share, are
carried as differences: a share of them (docs/method.md, Carrying an effect over).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import Draws
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.transfer import MADE, POINTS, Transfer, carried_in_moves, effects_of
from ipscost.units import SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

ROUNDING = 1e-12
"""How far a share may lie outside its range before it counts as clipped: above any rounding."""


def on_scale(scale: str, share: Floats) -> Floats:
    """g of a share of people, in the shape of `share`; infinite at an end that g does not hold.

    ln p as a risk ratio, ln p - ln(1 - p) as an odds ratio, ln(-ln(1 - p)) as a hazard ratio (of
    constant hazards over the same time), and p as points.
    """
    if scale == POINTS:
        return share
    with np.errstate(divide="ignore", invalid="ignore"):
        if scale == "risk_ratio":
            return np.log(share)
        if scale == "odds_ratio":
            return np.log(share) - np.log1p(-share)
        return np.log(-np.log1p(-share))


def from_scale(scale: str, value: Floats) -> Floats:
    """The share of people whose g is `value`, in its shape; above 1 where a risk ratio is large."""
    if scale == POINTS:
        return value
    with np.errstate(over="ignore"):
        if scale == "risk_ratio":
            return np.exp(value)
        if scale == "odds_ratio":
            return 1 / (1 + np.exp(-value))
        return -np.expm1(-np.exp(value))


def added(draws: Draws, number: Quantity, scale: str) -> Floats:
    """An effect of many studies or of another one, (draw,), as it adds up on its scale.

    In the base case a ratio is as stated, not its expected value (`Scenario.now`).
    """
    return logged(scale, draws.columns[number.path])


def logged(scale: str, effect: Floats) -> Floats:
    """An effect as it adds up on its scale: the logarithm of a ratio, and points as they are."""
    return effect if scale == POINTS else np.log(np.maximum(effect, 1e-300))


# --- how much is carried -----------------------------------------------------------------------


def with_shares(scenario: Scenario, draws: Draws) -> Draws:
    """The draws with a column for each share that is worked out here (`Transfer.share_at`).

    For a pooled effect e and the trial's effect t in the base case, both on the scale, the share is
    e / t. With the weight w on the trial and another study's effect o it is w + (1 - w) o / t. The
    trial's effect does not vary in it, so that a draw of nearly no effect makes no huge share.
    Where the trial has no effect nothing can follow it (`loading.transferable`).
    """
    transfer = scenario.transfer
    if transfer is None or not transfer.is_worked_out:
        return draws
    now = trial_effects(scenario)
    if transfer.pooled is not None:
        weight = np.zeros(draws.n)
        other = added(draws, transfer.pooled, transfer.scale)
    else:
        assert transfer.weight is not None
        weight, other = draws.columns[transfer.weight.path], _of_other(transfer, draws.columns)
    made = {}
    for arm in scenario.interventions:
        effect = now.get(arm, 0.0)
        share = weight + (1 - weight) * other / effect if effect else np.ones(draws.n)
        made[f"{MADE}.{arm}"] = share
    return draws.with_columns(made)


def trial_effects(scenario: Scenario) -> dict[str, float]:
    """The trial's effect of each intervention in the base case, as it adds up on the scale.

    In a model, that of the first number by which the moves of the arm differ. Only of arms whose
    effect is known; 0 where there is none.
    """
    transfer = scenario.transfer
    assert transfer is not None
    if scenario.model is not None:
        effects = effects_of(scenario.model, scenario.reference)
        first = {arm: np.array(scenario.base(numbers[0])) for arm, numbers in effects.items()}
        return {arm: float(logged(transfer.scale, value)) for arm, value in first.items()}
    outcome = scenario.holders.get(transfer.of)
    if outcome is None:
        return {}
    found = {}
    for arm in scenario.interventions:
        pair = base_levels(scenario, outcome.arms, arm)
        if pair is not None:
            base, own = (on_scale(transfer.scale, np.array(level)) for level in pair)
            with np.errstate(invalid="ignore"):  # of two levels of 0, or of 1, not known
                found[arm] = float(own - base)
    return {arm: effect for arm, effect in found.items() if math.isfinite(effect)}


def effects(scenario: Scenario) -> dict[str, tuple[float, float]]:
    """By arm, the trial's effect and what is carried over of it, in the base case, as published.

    Ratios, or differences of shares; none without a transfer, and of arms whose effect is unknown.
    """
    transfer = scenario.transfer
    if transfer is None:
        return {}
    draws = with_shares(scenario, drawing.base_case(scenario))
    found = {}
    for arm, trial in trial_effects(scenario).items():
        path = (
            transfer.share_at(transfer.of, "", arm) if trial or not transfer.is_worked_out else ""
        )
        here = trial * float(draws.columns[path][0]) if path else trial
        pair = (trial, here) if transfer.scale == POINTS else (math.exp(trial), math.exp(here))
        found[arm] = pair
    return found


def base_levels(
    scenario: Scenario, numbers: Mapping[str, Quantity], arm: str
) -> tuple[float, float] | None:
    """The levels of the reference arm and of another in the base case; None if not both known."""
    base, own = numbers.get(scenario.reference), numbers.get(arm)
    if base is None or own is None or not (base.is_known and own.is_known):
        return None
    level, value = scenario.base(base), scenario.base(own)
    if own.role == "mean":
        return level, value
    return level, level + value if own.role == "difference" else level * value


def _of_other(transfer: Transfer, columns: Mapping[str, Floats]) -> Floats:
    """The effect of the other study, stated or by its levels, as it adds up on the scale, (draw,).

    columns: the draws of numbers, by path.
    """
    found = tuple(columns[number.path] for number in transfer.other)
    if len(found) == 1:
        return logged(transfer.scale, found[0])
    base, own = (on_scale(transfer.scale, column) for column in found)
    return np.asarray(own - base)


def shares(scenario: Scenario, holder: Category | Outcome) -> dict[str, str]:
    """By arm, the path of the share of a difference that is carried; empty where all of it is."""
    transfer = scenario.transfer
    if transfer is None:
        return {}
    kind = holder.kind if isinstance(holder, Category) else ""
    found = {arm: transfer.share_at(holder.path, kind, arm) for arm in scenario.interventions}
    return {arm: path for arm, path in found.items() if path}


# --- the moves of a model ----------------------------------------------------------------------


class Moves:
    """The numbers by which the moves of an arm differ, after an effect is carried over.

    A share s of a ratio is its power, x^s, and of a difference s x. A pooled effect stands in its
    place; with a weight w on the trial and another effect o it is x^w o^(1 - w), or
    w x + (1 - w) o. `drawn` gives the draws of a number.
    """

    def __init__(
        self, scenario: Scenario, transfer: Transfer, drawn: Callable[[Quantity], Floats]
    ) -> None:
        assert scenario.model is not None
        self.transfer = transfer
        self.paths = carried_in_moves(transfer, scenario.model, scenario.reference)
        self._columns = {number.path: drawn(number) for number in transfer.effect}

    def number(self, number: Quantity, column: Floats) -> Floats:
        """A number of the model in each draw, (draw,) or (1,), given that of the trial."""
        transfer, own = self.transfer, self._columns
        if number.path not in self.paths:
            return column
        if transfer.pooled is not None:
            return own[transfer.pooled.path]
        share = transfer.share or transfer.weight
        assert share is not None
        effect = own[share.path] * logged(transfer.scale, column)
        if transfer.weight is not None:
            effect = effect + (1 - own[share.path]) * _of_other(transfer, own)
        with np.errstate(over="ignore"):  # a share that is searched for may be huge
            return np.asarray(effect if transfer.scale == POINTS else np.exp(effect))


def of_moves(scenario: Scenario, drawn: Callable[[Quantity], Floats]) -> Moves | None:
    """What is made of the numbers of a model; None where no effect is carried over."""
    transfer = scenario.transfer
    return None if transfer is None else Moves(scenario, transfer, drawn)


# --- outcomes ----------------------------------------------------------------------------------


class Outcomes:
    """The levels of outcomes after an effect is carried over.

    clipped: by path, the draws, (draw,), in which a share fell outside 0 to 1 and was moved to the
    nearest end of it.
    """

    def __init__(self, scenario: Scenario, transfer: Transfer, draws: Draws) -> None:
        self.scenario, self.transfer, self.draws = scenario, transfer, draws
        self.reference = tuple(scenario.arms).index(scenario.reference)
        self.clipped: dict[str, Flags] = {}

    def levels(self, outcome: Outcome, trial: Floats, carried: Floats) -> Floats:
        """The levels of an outcome in the new group, (arm, draw); shares are cut to 0 to 1."""
        found = self.uncut(outcome, trial, carried)
        return self._within(outcome.path, found) if outcome.unit == SHARE else found

    def uncut(self, outcome: Outcome, trial: Floats, carried: Floats) -> Floats:
        """The levels of an outcome in the new group, (arm, draw), perhaps outside 0 to 1.

        trial: its levels in the trial; carried: those with a share of each difference, both (arm,
        draw). What is a sum of products of numbers is kept as one, so that it holds in expectation
        too; anything else is computed from the numbers as they are drawn.
        """
        own, base = self.transfer.baselines.get(outcome.path), trial[self.reference]
        level = base if own is None else self.draws.product(own.path)
        found: Floats = carried + (level - base)
        if outcome.unit != SHARE:
            return found
        for index, arm in enumerate(self.scenario.arms):
            if index == self.reference:
                continue
            changed = self._changed(outcome, arm, level, (base, trial[index]))
            if changed is not None:
                found[index] = changed
        return found

    def _changed(
        self, outcome: Outcome, arm: str, level: Floats, trial: tuple[Floats, Floats]
    ) -> Floats | None:
        """A share of people in an arm, (draw,), whose level in the reference arm is `level`.

        trial: the shares in the reference arm and this one. None where a share of their difference
        is carried as such, in points.
        """
        transfer, draws, base = self.transfer, self.draws, self._base(outcome)
        if base is None:
            return None
        if self._is_of_effect(outcome):
            if transfer.pooled is not None:
                if transfer.scale == POINTS:
                    return level + draws.product(transfer.pooled.path)
                if transfer.scale == "risk_ratio":
                    return draws.product(base.path, transfer.pooled.path)
                return self._moved(outcome, level, added(draws, transfer.pooled, transfer.scale))
            if transfer.weight is not None and self._is_known(outcome, arm):
                weight = draws.columns[transfer.weight.path]
                other = _of_other(transfer, draws.columns)
                effect = weight * self._effect(outcome, trial) + (1 - weight) * other
                return self._moved(outcome, level, effect)
        if transfer.scale == POINTS or not self._is_known(outcome, arm):
            return None
        path = transfer.share_at(outcome.path, "", arm)
        share = draws.columns[path] if path else np.ones(draws.n)
        moved = self._moved(outcome, level, share * self._effect(outcome, trial))
        is_the_trials = (share == 1) & (level == trial[0])
        return np.asarray(np.where(is_the_trials, trial[1], moved))

    def _is_of_effect(self, outcome: Outcome) -> bool:
        """True for the outcome of whose effect a pooled one or another study's is."""
        transfer = self.transfer
        is_named = transfer.keeps(outcome.path) or transfer.own_of(outcome.path) is not None
        return outcome.path == transfer.of and not is_named

    def _base(self, outcome: Outcome) -> Quantity | None:
        """The number of the level of the reference arm; None if it is not stated."""
        own = self.transfer.baselines.get(outcome.path)
        return outcome.arms.get(self.scenario.reference) if own is None else own

    def _is_known(self, outcome: Outcome, arm: str) -> bool:
        """True if the levels of an arm and the reference arm in the trial are known."""
        return base_levels(self.scenario, outcome.arms, arm) is not None

    def _effect(self, outcome: Outcome, trial: tuple[Floats, Floats]) -> Floats:
        """The trial's effect as it adds up on the scale, (draw,)."""
        self._as_drawn(outcome.arms.values())
        for level in trial:
            outside: Flags = np.asarray((level <= 0) | (level >= 1))
            if outside.any():
                self._record(outcome.path, outside)
        inside = (np.clip(level, ROUNDING, 1 - ROUNDING) for level in trial)
        base, own = (on_scale(self.transfer.scale, level) for level in inside)
        return np.asarray(own - base)

    def _moved(self, outcome: Outcome, level: Floats, effect: Floats) -> Floats:
        """The level that an effect on the scale makes of a level, (draw,)."""
        scale, base = self.transfer.scale, self._base(outcome)
        self._as_drawn([] if base is None else [base])
        moved = from_scale(scale, on_scale(scale, level) + effect)
        return np.asarray(np.where(effect == 0, level, moved))

    def _as_drawn(self, numbers: Iterable[Quantity]) -> None:
        """Asks for the draws of numbers; refused where one has an expected value alone."""
        for number in numbers:
            self.draws.columns[number.path]

    def _within(self, path: str, share: Floats) -> Floats:
        """The shares cut to 0 to 1, (arm, draw); draws outside are recorded."""
        outside = (share < -ROUNDING) | (share > 1 + ROUNDING)
        if outside.any():
            self._record(path, np.asarray(outside.any(axis=0)))
        return np.clip(share, 0.0, 1.0)

    def _record(self, path: str, outside: Flags) -> None:
        """Records the draws in which a share of an outcome was clipped, (draw,) or (1,)."""
        wide = np.broadcast_to(outside, self.draws.n)
        self.clipped[path] = self.clipped.get(path, np.zeros_like(wide)) | wide
