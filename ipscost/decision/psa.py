"""Probabilistic results: what each arm costs and achieves in each draw, wherever they were made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.rounding import ROUNDING, less

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Psa:
    """Results per person of a probabilistic analysis.

    arms: their names; `reference` is one of them.
    cost, effect: (arm, draw), effect in its own unit, of which more is better: minus the outcome
        where less of that is. Where levels are not known they are differences from the reference
        arm, whose own are then 0: every decision measure depends on differences alone.
    cost_mean, effect_mean: expected values, (arm,); those of the draws where no others are known.
    parameters: what was drawn, each (draw,), by name.

    Raises ValueError where there are fewer than two arms, names are not unique, shapes do not fit
    or a number is not finite.
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
            found = getattr(self, name)
            if found.shape != expected:
                raise ValueError(f"{name} must have shape {expected}, not {found.shape}")
            if not np.isfinite(found).all():
                raise ValueError(f"every {name} must be finite")
        for name, values in self.parameters.items():
            if values.shape != (self.draws,) or not np.isfinite(values).all():
                raise ValueError(f"parameter {name} must have {self.draws} finite draws")

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return int(self.cost.shape[1])

    @property
    def base(self) -> int:
        """The place of the reference arm."""
        return self.arms.index(self.reference)

    def cost_change(self, draws: slice = slice(None)) -> Floats:
        """What each arm costs more than the reference arm, (arm, draw)."""
        return less(self.cost[:, draws], self.cost[self.base, draws])

    def effect_change(self, draws: slice = slice(None)) -> Floats:
        """What each arm achieves more than the reference arm, (arm, draw)."""
        return less(self.effect[:, draws], self.effect[self.base, draws])

    def noise(self, wtp: float, draws: slice = slice(None)) -> Floats:
        """The largest difference between net benefits that is rounding, (draw,)."""
        cost, effect = (np.abs(part[:, draws]).max(axis=0) for part in (self.cost, self.effect))
        value: Floats = ROUNDING * (wtp * effect + cost)
        return value

    def net_benefit(self, wtp: float) -> Floats:
        """Net monetary benefit wtp x effect - cost, (arm, draw), in the money of the cost.

        Source: Stinnett and Mullahy 1998, doi 10.1177/0272989X98018002S09.
        """
        value: Floats = wtp * self.effect - self.cost
        return value

    def net_benefit_mean(self, wtp: float) -> Floats:
        """Net monetary benefit at the expected values, (arm,)."""
        value: Floats = wtp * self.effect_mean - self.cost_mean
        return value

    def best(self, wtp: float) -> int:
        """The place of the arm with the highest expected net benefit; the first of equal ones."""
        return self.best_ones(wtp)[0]

    def best_ones(self, wtp: float) -> tuple[int, ...]:
        """The places of the arms whose expected net benefit is the highest, within rounding."""
        benefit = self.net_benefit_mean(wtp)
        size = wtp * np.abs(self.effect_mean).max() + np.abs(self.cost_mean).max()
        return tuple(np.flatnonzero(benefit >= benefit.max() - ROUNDING * size).tolist())
