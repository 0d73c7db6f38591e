"""What the rest of a scenario has, which a rollout refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.scenario.nouns import Arm, Category, Group, Outcome, Payer
from ipscost.scenario.study import Study
from ipscost.units import Money, PriceTables


@dataclass(frozen=True, slots=True)
class Around:
    """The scenario that a rollout is part of.

    payers, money and prices are None where they could not be read. months: the horizon, None where
    it is not known. is_whole: all that it may name could be read.
    """

    arms: Mapping[str, Arm]
    payers: Mapping[str, Payer] | None
    groups: Mapping[str, Group]
    categories: tuple[Category, ...]
    outcomes: tuple[Outcome, ...]
    study: Study | None
    money: Money | None
    prices: PriceTables | None
    months: int | None
    is_whole: bool

    @property
    def interventions(self) -> tuple[str, ...]:
        """The names of the arms that are held against the reference."""
        return tuple(arm.name for arm in self.arms.values() if not arm.reference)
