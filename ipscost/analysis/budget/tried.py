"""The budget in the scenario analyses: what comes out if another choice is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ipscost.analysis.budget.accounts import budget
from ipscost.analysis.budget.seen import NET, BudgetView
from ipscost.analysis.lacking import NoBudgetError
from ipscost.scenario.nouns import Analysis, Scenario

SAME = 0.5
"""A net that differs by less is the same."""


@dataclass(frozen=True, eq=False)
class Tried:
    """A scenario analysis, and its budget in the base case, seen as that of the scenario is."""

    analysis: Analysis
    view: BudgetView


def tried(base: BudgetView, variants: Iterable[tuple[Analysis, Scenario]]) -> Iterator[Tried]:
    """Each analysis with another budget than the base case has.

    One in other money, or whose rollout cannot be computed, is left out.
    """
    settings = replace(base.budget.settings, draws=0)
    for analysis, scenario in variants:
        if scenario.rollout is None or scenario.money != base.scenario.money:
            continue
        try:
            made = budget(scenario, settings, level=base.level)
        except NoBudgetError:
            continue
        if base.basis not in made.bases:
            continue
        view = BudgetView(made, base.account, base.basis)
        if abs(view.gain(NET).point - base.gain(NET).point) >= SAME or started(view) != started(
            base
        ):
            yield Tried(analysis, view)


def started(view: BudgetView) -> float:
    """How many people start in all."""
    return float(view.budget.people_point.started.sum())
