"""The fit of a scenario's calibration: every value of the unknowns is run by its own engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost import known as knowledge
from ipscost.analysis.calibrate.fit import Fit, NoFitError, Search, fit
from ipscost.analysis.calibrate.refusals import (
    difference_not_known,
    level_not_known,
    no_fit,
    no_value,
    nothing_to_fit,
    raised,
    together,
    without_influence,
)
from ipscost.drawing import streams
from ipscost.errors import ScenarioError
from ipscost.ledger import Ledger, summed
from ipscost.run import Run, simulate
from ipscost.scenario.calibration import Calibration, CalibrationTarget, Unknown
from ipscost.scenario.distributions import DISTRIBUTIONS, Distribution, UnfitError
from ipscost.scenario.nouns import Correlation, Scenario
from ipscost.scenario.paths import is_within
from ipscost.settings import SEED, Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STARTS = 8
"""How many starts a search has beside the stated one."""
TOGETHER = 512
"""How many values of the unknowns are run at a time."""
NOBODY = 1e-12
"""A share of people that are none: a share of them is 0."""
SMALL = 1e-9
"""A change of a target, in standard errors, that is none."""


@dataclass(frozen=True)
class Calibrated:
    """A scenario's calibration with its fit.

    `predicted` and `at_start` are what the scenario gives for each target, in its own unit,
    (target,): at the fit and at the start. `run` is the scenario as it stands, but for the
    `correlation` of the unknowns, where it states one.
    """

    run: Run
    calibration: Calibration
    fit: Fit
    predicted: Floats
    at_start: Floats
    seed: int
    correlation: Correlation | None

    @property
    def scenario(self) -> Scenario:
        """The scenario as it stands."""
        return self.run.scenario

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        """The unknowns in file order."""
        return tuple(self.calibration.unknowns.values())

    @property
    def targets(self) -> tuple[CalibrationTarget, ...]:
        """The targets in file order."""
        return tuple(self.calibration.targets.values())

    def distribution(self, place: int) -> Distribution | None:
        """The distribution of a fitted number, or None where it has none.

        With the fitted value as its mean and the standard error of the fit.
        """
        value, se = float(self.fit.best.values[place]), float(self.fit.se[place])
        if not np.isfinite(se) or se <= 0:
            return None
        try:
            found: Distribution = DISTRIBUTIONS[shape(self.unknowns[place])].from_se(value, se)
        except UnfitError:
            return None
        return found


def shape(unknown: Unknown) -> str:
    """The name of the distribution of a fitted number, which keeps it in its range.

    Its own where it has one; else normal for a difference, beta for a share or probability,
    lognormal for a ratio or rate and whatever else is searched above 0 alone, and normal for the
    rest.
    """
    quantity = unknown.quantity
    if not quantity.is_fixed:
        return quantity.dist.name
    if quantity.role == "difference":
        return "normal"
    if quantity.role == "mean" and quantity.unit.head in ("share", "probability"):
        return "beta"
    return "lognormal" if unknown.low >= 0 else "normal"


def calibrated(scenario: Scenario, seed: int = SEED, starts: int = STARTS) -> Calibrated:
    """The fit of a scenario's calibration, from the stated start and `starts` others.

    Raises ScenarioError where it states none, where no target depends on an unknown, where the
    level of a target is not known, or where an unknown is drawn together with other numbers.
    """
    calibration = scenario.calibration
    if calibration is None:
        raise nothing_to_fit(scenario)
    scenario, correlation = _apart(scenario, calibration)
    settings = Settings(draws=0, seed=seed)
    run = simulate(scenario, settings)
    targets = tuple(calibration.targets.values())
    _known(run.point, scenario, targets)
    simulated = _Simulated(scenario, calibration, settings)
    unknowns = tuple(calibration.unknowns.values())
    search = Search(np.array([u.low for u in unknowns]), np.array([u.high for u in unknowns]))
    start = np.array([unknown.start for unknown in unknowns])
    others = [latin(seed, unknown.path, starts) for unknown in unknowns]
    places = np.vstack([search.places(start), np.column_stack(others)])
    _is_finite(simulated, start)
    _all_matter(simulated, search, places, unknowns)
    try:
        found = fit(simulated.residuals, search, places)
    except NoFitError:
        raise no_fit(calibration) from None
    predicted = simulated.targets(np.vstack([found.best.values, start]))
    return Calibrated(run, calibration, found, predicted[0], predicted[1], seed, correlation)


def latin(seed: int, path: str, count: int) -> Floats:
    """Places of one unknown, one in each of `count` equal parts of its range, in random order.

    Of several unknowns they are a Latin hypercube (McKay, Beckman and Conover 1979, doi
    10.1080/00401706.1979.10489755).
    """
    random = streams.generator(seed, f"calibrate.{path}")
    return np.asarray((random.permutation(count) + random.random(count)) / max(count, 1))


class _Simulated:
    """What the scenario gives for the targets at values of the unknowns."""

    def __init__(self, scenario: Scenario, calibration: Calibration, settings: Settings) -> None:
        self.run = simulate(scenario.as_counted, settings)
        self.unknowns = tuple(calibration.unknowns.values())
        self.aims = tuple(calibration.targets.values())
        self.value = np.array([target.value for target in self.aims])
        self.se = np.array([target.se for target in self.aims])

    def targets(self, values: Floats) -> Floats:
        """Each target in its own unit, (point, target), at values in stated units.

        `values` are (point, unknown); each point is a "draw" of one run of the engine, in which all
        other numbers are as in the base case.
        """
        found = np.empty((len(values), len(self.aims)))
        for begin in range(0, len(values), TOGETHER):
            part = values[begin : begin + TOGETHER]
            columns = {unknown.path: part[:, place] for place, unknown in enumerate(self.unknowns)}
            ledger = self.run.at(columns)
            for place, target in enumerate(self.aims):
                level = given(ledger, self.run.scenario.perspective, target)
                found[begin : begin + len(part), place] = level / target.factor
        return found

    def residuals(self, values: Floats) -> Floats:
        """What is given less what was published, in standard errors, (point, target)."""
        return np.asarray((self.targets(values) - self.value) / self.se)


def given(ledger: Ledger, perspective: str, target: CalibrationTarget) -> Floats:
    """What a ledger gives for a target in the reported money or the outcome's unit, (draw,)."""
    arm, base = ledger.arm(target.arm), ledger.arm(ledger.reference)
    if target.path in ledger.outcomes:
        levels = ledger.present_outcome[:, ledger.outcomes.index(target.path)]
    else:
        weight = ledger.weight(perspective) * _inside(ledger, target.path)
        levels = summed(weight, ledger.present_value)
    if target.after:
        before = ledger.present_outcome[arm, ledger.outcomes.index(target.after)]
        return np.asarray((levels[arm] - before) / np.maximum(1 - before, NOBODY))
    if target.what in ("outcome", "cost"):
        return np.asarray(levels[arm])
    if target.what == "relative":
        with np.errstate(all="ignore"):  # relative to nothing it is no number
            return np.asarray(levels[arm] / levels[base] - 1)
    change = levels[arm] - levels[base]
    return np.asarray(-change if target.what == "saving" else change)


# --- what cannot be fitted -------------------------------------------------------------------


def _known(point: Ledger, scenario: Scenario, targets: tuple[CalibrationTarget, ...]) -> None:
    """Refuses targets about a level that was never published."""
    errors = []
    for target in targets:
        if target.what not in ("outcome", "cost", "relative"):
            continue
        arm = target.arm if target.what != "relative" else scenario.reference
        place = point.arm(arm)
        if target.path in point.outcomes:
            paths = (target.path, *((target.after,) if target.after else ()))
            known = all(point.outcome_known[place, point.outcomes.index(path)] for path in paths)
        else:
            counted = _inside(point, target.path) & (point.weight(scenario.perspective) != 0)
            known = point.known[place, counted].all()
        if not known:
            errors.append(level_not_known(target, arm, scenario.interventions))
    raised(errors or [*_untold(point, scenario, targets)])


def _untold(
    point: Ledger, scenario: Scenario, targets: tuple[CalibrationTarget, ...]
) -> Iterator[ScenarioError]:
    """Refuses targets about a difference of which something is not known."""
    open_ends = np.array(knowledge.undivided(scenario, scenario.perspective), dtype=bool)
    for target in targets:
        place = point.arm(target.arm)
        if target.path in point.outcomes:
            told = bool(point.outcome_told[place, point.outcomes.index(target.path)])
        else:
            inside = _inside(point, target.path)
            counted = inside & (point.weight(scenario.perspective) != 0)
            told = bool(point.told[place, counted].all() and not (inside & open_ends).any())
        if not told and target.what not in ("outcome", "cost"):
            yield difference_not_known(target)


def _inside(ledger: Ledger, path: str) -> NDArray[np.bool_]:
    """Which categories lie below a path, (category,)."""
    return np.array([is_within(category, path) for category in ledger.categories])


def _apart(scenario: Scenario, calibration: Calibration) -> tuple[Scenario, Correlation | None]:
    """The scenario without the correlation of the unknowns, and that correlation or None.

    A fit finds anew how they go together; what is fitted is a single value, so the product of two
    unknowns is the product of their values. Refuses correlations of unknowns with other numbers.
    """
    kept: list[Correlation] = []
    errors: list[ScenarioError] = []
    of_unknowns: Correlation | None = None
    for correlation in scenario.correlations:
        among = [path for path in correlation.members if path in calibration.unknowns]
        others = [path for path in correlation.members if path not in calibration.unknowns]
        if not among:
            kept.append(correlation)
        elif others or of_unknowns is not None:
            errors.append(together(correlation, among[0], [*others, *among[1:]]))
        else:
            of_unknowns = correlation
    raised(errors)
    return replace(scenario, correlations=tuple(kept)), of_unknowns


def _is_finite(simulated: _Simulated, start: Floats) -> None:
    """Refuses targets that have no value at the start, as a change relative to nothing."""
    given_there = simulated.targets(start[None])[0]
    pairs = zip(simulated.aims, np.isfinite(given_there), strict=True)
    raised([no_value(target) for target, is_number in pairs if not is_number])


def _all_matter(
    simulated: _Simulated, search: Search, places: Floats, unknowns: tuple[Unknown, ...]
) -> None:
    """Refuses unknowns that no target depends on, wherever the others are."""
    errors = []
    for index, unknown in enumerate(unknowns):
        moved = np.repeat(places[:, None], 3, axis=1)
        moved[:, :, index] = (0.0, 0.5, 1.0)
        found = simulated.residuals(search.values(moved.reshape(-1, len(unknowns))))
        change = np.ptp(found.reshape(len(places), 3, -1), axis=1)
        if np.nanmax(change) < SMALL:
            errors.append(without_influence(unknown))
    raised(errors)
