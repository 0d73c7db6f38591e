"""The calibration of a scenario: its own engine is run at each trial value of the unknowns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost import known as knowledge
from ipscost.analysis.calibrate.fit import Fit, NoFitError, Search, fit
from ipscost.analysis.calibrate.refusals import (
    carried_over,
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
from ipscost.scenario.distributions import DISTRIBUTIONS, Distribution
from ipscost.scenario.nouns import Correlation, Scenario
from ipscost.scenario.paths import is_within
from ipscost.scenario.sound import UnfitError
from ipscost.settings import SEED, Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STARTS = 8
"""Starting points besides the one in the file, to find other optima if there are any."""
TOGETHER = 512
"""Trial values in one run of the engine, as its draws: few enough to keep the ledger small."""
NOBODY = 1e-12
"""The least that the share of people at risk is taken to be, so that nothing is divided by 0."""
SMALL = 1e-9
"""An unknown has no influence if no target moves by this many standard errors over its range. That
is far above rounding in the engine, and far below what could matter to a fit."""


@dataclass(frozen=True)
class Calibrated:
    """A scenario's calibration and its fit.

    run: the scenario at the values in the file, without the `correlation` of the unknowns if it
        states one.
    predicted, at_start: the model's value for each target in the target's unit, (target,), at the
        fit and at the stated starting values.
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
        """The scenario at the values in the file."""
        return self.run.scenario

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        """The unknowns in file order."""
        return tuple(self.calibration.unknowns.values())

    @property
    def targets(self) -> tuple[CalibrationTarget, ...]:
        """The targets in file order."""
        return tuple(self.calibration.targets.values())

    def distribution(self, index: int) -> Distribution | None:
        """The distribution of the unknown at `index`: mean and standard error as fitted.

        None if the fit does not determine it, or if no distribution of its form has that mean and
        standard error.
        """
        value, se = float(self.fit.best.values[index]), float(self.fit.se[index])
        if not np.isfinite(se) or se <= 0:
            return None
        try:
            fitted: Distribution = DISTRIBUTIONS[shape(self.unknowns[index])].from_se(value, se)
        except UnfitError:
            return None
        return fitted


def shape(unknown: Unknown) -> str:
    """The name of the distribution for a fitted number, chosen to keep it in its range.

    The one it has in the file, if any; otherwise normal for a difference, beta for a share or a
    probability, lognormal for whatever is searched above 0 (a ratio, a rate, a cost), and normal
    for the rest.
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
    """Calibrate a scenario from its stated starting values and `starts` others.

    Raises ScenarioError if it has no section `calibrate` (E249), if an unknown is correlated with
    numbers that are not unknowns (E248), if a target is not known, has no value at the start, or no
    search ends (E244), or if an unknown moves no target (E246).
    """
    calibration = scenario.calibration
    if calibration is None:
        raise nothing_to_fit(scenario)
    if scenario.transfer is not None:
        raise carried_over(scenario.transfer)
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
        fitted = fit(simulated.residuals, search, places)
    except NoFitError:
        raise no_fit(calibration) from None
    predicted = simulated.targets(np.vstack([fitted.best.values, start]))
    return Calibrated(run, calibration, fitted, predicted[0], predicted[1], seed, correlation)


def latin(seed: int, path: str, count: int) -> Floats:
    """Starting points for the unknown at `path`, (count,), as shares of its range.

    One lies in each of `count` equal parts of the range, in random order; over several unknowns
    they form a Latin hypercube (McKay, Beckman and Conover 1979, doi
    10.1080/00401706.1979.10489755).
    """
    random = streams.generator(seed, f"calibrate.{path}")
    return np.asarray((random.permutation(count) + random.random(count)) / max(count, 1))


class _Simulated:
    """The model's values for the targets, as a function of the unknowns."""

    def __init__(self, scenario: Scenario, calibration: Calibration, settings: Settings) -> None:
        self.run = simulate(scenario.as_counted, settings)
        self.unknowns = tuple(calibration.unknowns.values())
        self.aims = tuple(calibration.targets.values())
        self.value = np.array([target.value for target in self.aims])
        self.se = np.array([target.se for target in self.aims])

    def targets(self, values: Floats) -> Floats:
        """Each target in its own unit, (point, target), at `values`, (point, unknown).

        Values are in stated units. Each point is a "draw" of one engine run, in which all other
        numbers are at their point estimates.
        """
        predicted = np.empty((len(values), len(self.aims)))
        for begin in range(0, len(values), TOGETHER):
            part = values[begin : begin + TOGETHER]
            columns = {unknown.path: part[:, index] for index, unknown in enumerate(self.unknowns)}
            ledger = self.run.at(columns)
            for index, target in enumerate(self.aims):
                level = given(ledger, self.run.scenario.perspective, target)
                predicted[begin : begin + len(part), index] = level / target.factor
        return predicted

    def residuals(self, values: Floats) -> Floats:
        """Predicted minus published values, in standard errors of the latter, (point, target)."""
        return np.asarray((self.targets(values) - self.value) / self.se)


def given(ledger: Ledger, perspective: str, target: CalibrationTarget) -> Floats:
    """The value of a target in each draw of a ledger, (draw,).

    In the reported money per person or the outcome's unit; a relative change is a share. A target
    `after` another event is the share reached since, among those not reached before:
    (level - before) / (1 - before).
    """
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
        with np.errstate(all="ignore"):  # not a number if the reference level is 0
            return np.asarray(levels[arm] / levels[base] - 1)
    change = levels[arm] - levels[base]
    return np.asarray(-change if target.what == "saving" else change)


# --- what cannot be fitted -------------------------------------------------------------------


def _known(point: Ledger, scenario: Scenario, targets: tuple[CalibrationTarget, ...]) -> None:
    """Refuses targets whose value in the scenario is not known: first levels, then differences."""
    errors = []
    for target in targets:
        if target.what not in ("outcome", "cost", "relative"):
            continue
        arm = target.arm if target.what != "relative" else scenario.reference
        row = point.arm(arm)
        if target.path in point.outcomes:
            paths = (target.path, *((target.after,) if target.after else ()))
            known = all(point.outcome_known[row, point.outcomes.index(path)] for path in paths)
        else:
            counted = _inside(point, target.path) & (point.weight(scenario.perspective) != 0)
            known = point.known[row, counted].all()
        if not known:
            errors.append(level_not_known(target, arm, scenario.interventions))
    raised(errors or [*_unknown_differences(point, scenario, targets)])


def _unknown_differences(
    point: Ledger, scenario: Scenario, targets: tuple[CalibrationTarget, ...]
) -> Iterator[ScenarioError]:
    """An error for each target that is a difference and only partly known."""
    open_ends = np.array(knowledge.undivided(scenario, scenario.perspective), dtype=bool)
    for target in targets:
        row = point.arm(target.arm)
        if target.path in point.outcomes:
            known = bool(point.outcome_told[row, point.outcomes.index(target.path)])
        else:
            inside = _inside(point, target.path)
            counted = inside & (point.weight(scenario.perspective) != 0)
            known = bool(point.told[row, counted].all() and not (inside & open_ends).any())
        if not known and target.what not in ("outcome", "cost"):
            yield difference_not_known(target)


def _inside(ledger: Ledger, path: str) -> NDArray[np.bool_]:
    """True for the categories at or below a path, (category,)."""
    return np.array([is_within(category, path) for category in ledger.categories])


def _apart(scenario: Scenario, calibration: Calibration) -> tuple[Scenario, Correlation | None]:
    """The scenario without the correlation of its unknowns, and that correlation or None.

    The fit estimates their correlation itself. It works on single values, so the product of two
    unknowns must be the product of their values, without a covariance. Refuses correlations of
    unknowns with other numbers.
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
    """Refuses targets without a value at the start, such as a change relative to 0."""
    given_there = simulated.targets(start[None])[0]
    pairs = zip(simulated.aims, np.isfinite(given_there), strict=True)
    raised([no_value(target) for target, is_number in pairs if not is_number])


def _all_matter(
    simulated: _Simulated, search: Search, places: Floats, unknowns: tuple[Unknown, ...]
) -> None:
    """Refuses unknowns that move no target from any of the starting points.

    Each unknown is set to both ends and the middle of its range, the others staying at `places`,
    (start, unknown).
    """
    errors = []
    for index, unknown in enumerate(unknowns):
        moved = np.repeat(places[:, None], 3, axis=1)
        moved[:, :, index] = (0.0, 0.5, 1.0)
        residuals = simulated.residuals(search.values(moved.reshape(-1, len(unknowns))))
        change = np.ptp(residuals.reshape(len(places), 3, -1), axis=1)
        if np.nanmax(change) < SMALL:
            errors.append(without_influence(unknown))
    raised(errors)
