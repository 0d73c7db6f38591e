"""What the study behind a scenario could see at its own size: a p value and the power of each line.

A p value is that of the standard error of the difference where the file states one: the study's
own, which is smaller than people differ by where it adjusted for what was measured before. Else it
is that of how much people differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.power.between import implied_of_cost
from ipscost.analysis.power.target import SAVING, StudyTarget
from ipscost.run import Run
from ipscost.scenario.paths import is_within
from ipscost.scenario.spread import Spread, derived, spread_of
from ipscost.trial.designs import TwoGroups
from ipscost.trial.power import TwoMeans, TwoShares, expected_p, power
from ipscost.units import SHARE


@dataclass(frozen=True, slots=True)
class SeenByStudy:
    """A line of the study: what it is of, the difference that was found, its p value and power.

    path: of a category or outcome, or `cost` for what all of them save. p: of a study that finds
    exactly the difference.
    """

    path: str
    effect: float
    p: float
    power: float


@dataclass(frozen=True, slots=True)
class OwnStudy:
    """The study behind a scenario: people in both arms, and what it could see of each line."""

    treated: int
    control: int
    lines: tuple[SeenByStudy, ...]


def own_study(target: StudyTarget, level: float) -> OwnStudy | None:
    """The study of which the two arms are; None where their people are not known, or are others."""
    run = target.decision.run
    if run is None or run.scenario.transfer is not None:
        return None
    arm = target.decision.psa.arms[target.arm]
    counts = run.scenario.arms[arm].n, run.scenario.arms[run.scenario.reference].n
    if counts[0] is None or counts[1] is None or min(counts[0], counts[1]) < 2:
        return None
    design, n = TwoGroups(counts[1] / counts[0]), counts[0]
    lines = [
        SeenByStudy(path, each.effect, expected_p(each, design, n), power(each, design, n, level))
        for path, each in _lines(run, arm, target)
        if each.effect and min(each.errors(design, n)) > 0
    ]
    return OwnStudy(counts[0], counts[1], tuple(lines)) if lines else None


def _lines(run: Run, arm: str, target: StudyTarget) -> Iterator[tuple[str, TwoMeans | TwoShares]]:
    """What was compared, by path: the saving first, each category, each outcome."""
    if target.kind == SAVING and isinstance(target.compared, TwoMeans):
        implied = implied_of_cost(run, arm, -target.saving)
        sds = [target.compared.treated, target.compared.control]
        if implied is not None:
            sds = [implied.sd, implied.sd]
        yield "cost", TwoMeans(target.compared.effect, *sds)
    ledger, scenario = run.point, run.scenario
    own, base = ledger.arm(arm), ledger.arm(ledger.reference)
    weight = ledger.weight(scenario.perspective)
    changes = ledger.difference(arm)
    for place, path in enumerate(ledger.categories):
        change = float(np.asarray(changes[place]).sum())
        spread = derived(scenario, path) or spread_of(scenario, path)
        if weight[place] and change and spread is not None:
            treated, control = (_level(run, row, path, spread) for row in (own, base))
            if treated is not None and control is not None:
                yield path, TwoMeans(-change, treated, control)
    for place, outcome in enumerate(scenario.outcomes):
        known = ledger.outcome_known[[own, base], place]
        levels = [float(ledger.present_outcome[row, place, 0]) for row in (own, base)]
        if outcome.unit == SHARE and known.all():
            yield outcome.path, TwoShares(*levels)
        spread = derived(scenario, outcome.path) or spread_of(scenario, outcome.path)
        if spread is not None and outcome.unit != SHARE:
            effect = levels[0] - levels[1]
            yield outcome.path, TwoMeans(effect, *(spread.around(each) for each in levels))


def _level(run: Run, row: int, path: str, spread: Spread) -> float | None:
    """The standard deviation between people of a category; None if its level is needed, unknown."""
    ledger = run.point
    inside = [is_within(each, path) for each in ledger.categories]
    if spread.sd is None and not bool(ledger.known[row, inside].all()):
        return None
    return spread.around(float(ledger.present_value[row, inside, 0].sum()))
