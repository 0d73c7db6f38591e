"""Results of a probabilistic sensitivity analysis, whether made by this program or elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import NotFiniteError
from ipscost.messages import Message
from ipscost.rounding import ROUNDING, less

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Psa:
    """Costs and effects per person by arm and draw.

    arms: their names; `reference` is one of them.
    cost, effect: (arm, draw); cost in money, effect in its own unit. More of the effect is better:
        it is minus the outcome if less of that is better. If levels are not known, both are
        differences from the reference arm, whose own are 0, which is enough: every measure of a
        decision depends only on differences.
    cost_mean, effect_mean: expected values, (arm,); the means of the draws if no better are known.
    parameters: the draws of each uncertain quantity, (draw,), by name.

    Raises ValueError if there are fewer than two arms, names are repeated, shapes do not fit or a
    number is not finite; of costs and effects it is NotFiniteError.
    """

    arms: tuple[str, ...]
    reference: str
    cost: Floats
    effect: Floats
    cost_mean: Floats
    effect_mean: Floats
    parameters: Mapping[str, Floats] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.arms) < 2 or len(set(self.arms)) != len(self.arms):
            raise ValueError(f"expected two arms or more with names that differ, not {self.arms}")
        if self.reference not in self.arms:
            raise ValueError(f"the reference {self.reference!r} is not one of {self.arms}")
        by_draw: tuple[int, ...] = (len(self.arms), self.draws)
        by_arm = by_draw[:1]
        shapes = {"cost": by_draw, "effect": by_draw, "cost_mean": by_arm, "effect_mean": by_arm}
        for name, expected in shapes.items():
            array = getattr(self, name)
            if array.shape != expected:
                raise ValueError(f"{name} must have shape {expected}, not {array.shape}")
            if not np.isfinite(array).all():
                raise NotFiniteError(Message("every {name} must be finite", name=name))
        for name, values in self.parameters.items():
            if values.shape != (self.draws,) or not np.isfinite(values).all():
                raise ValueError(f"parameter {name} must have {self.draws} finite draws")

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.cost.shape[1])

    @property
    def base(self) -> int:
        """The index of the reference arm."""
        return self.arms.index(self.reference)

    def cost_change(self, draws: slice = slice(None)) -> Floats:
        """Incremental cost of each arm against the reference arm, (arm, draw).

        draws: a block of them; all by default. Differences within rounding are 0.
        """
        return less(self.cost[:, draws], self.cost[self.base, draws])

    def effect_change(self, draws: slice = slice(None)) -> Floats:
        """Incremental effect of each arm against the reference arm, (arm, draw).

        draws: a block of them; all by default. Differences within rounding are 0.
        """
        return less(self.effect[:, draws], self.effect[self.base, draws])

    def noise(self, wtp: float, draws: slice = slice(None)) -> Floats:
        """The largest difference between net benefits that counts as rounding, (draw,), in money.

        wtp: the threshold, money per unit of effect.
        """
        cost, effect = (np.abs(part[:, draws]).max(axis=0) for part in (self.cost, self.effect))
        value: Floats = ROUNDING * (wtp * effect + cost)
        return value

    def net_benefit(self, wtp: float) -> Floats:
        """Net monetary benefit wtp x effect - cost, (arm, draw), in money per person.

        wtp: the threshold, money per unit of effect. Source: Stinnett and Mullahy 1998, doi
        10.1177/0272989X98018002S09.
        """
        value: Floats = wtp * self.effect - self.cost
        return value

    def net_benefit_mean(self, wtp: float) -> Floats:
        """Net monetary benefit at the expected values, (arm,), in money per person."""
        value: Floats = wtp * self.effect_mean - self.cost_mean
        return value

    def best(self, wtp: float) -> int:
        """The index of the arm with the highest expected net benefit; the first if several tie."""
        return self.best_ones(wtp)[0]

    def best_ones(self, wtp: float) -> tuple[int, ...]:
        """The indices of the arms whose expected net benefit is the highest, within rounding."""
        benefit = self.net_benefit_mean(wtp)
        size = wtp * np.abs(self.effect_mean).max() + np.abs(self.cost_mean).max()
        return tuple(np.flatnonzero(benefit >= benefit.max() - ROUNDING * size).tolist())
