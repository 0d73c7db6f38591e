"""Errors of calibration: what cannot be fitted, and what cannot be written to a file."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.errors import Problem, ScenarioError, Span
from ipscost.scenario.calibration import Calibration, CalibrationTarget, Unknown
from ipscost.scenario.nouns import Correlation, Scenario


def nothing_to_fit(scenario: Scenario) -> ScenarioError:
    """E249: a scenario has no section `calibrate`."""
    message = "expected the section calibrate, found none"
    fix = "add calibrate: with unknown: and target: (docs/calibration.md)"
    return ScenarioError([Problem(Span(scenario.file), "E249", "calibrate", message, fix)])


def level_not_known(target: CalibrationTarget, arm: str, others: Sequence[str]) -> ScenarioError:
    """E244: a target is the level of an amount of which only the difference was published."""
    message = f"the level of {target.path} in {arm} is not known, only the difference"
    fix = "write what: difference"
    if target.arm not in others:
        fix += f" and write arm: {others[0]}"
    path = f"calibrate.target.{target.name}"
    return ScenarioError([Problem(target.span, "E244", path, message, fix)])


def difference_not_known(target: CalibrationTarget) -> ScenarioError:
    """E244: a target is a difference of which a part was never published."""
    message = f"the difference of {target.path} in {target.arm} is not known"
    fix = f"take the target {target.name} out"
    path = f"calibrate.target.{target.name}"
    return ScenarioError([Problem(target.span, "E244", path, message, fix)])


def no_value(target: CalibrationTarget) -> ScenarioError:
    """E244: a target has no value at the starting values."""
    message = f"at the start the scenario gives no number for {target.path} in {target.arm}"
    fix = "add another start: to the unknowns, or a target that is not relative to nothing"
    path = f"calibrate.target.{target.name}"
    return ScenarioError([Problem(target.span, "E244", path, message, fix)])


def no_fit(calibration: Calibration) -> ScenarioError:
    """E244: no search ended at a point where every target has a value."""
    message = "no search ended where the scenario gives a number for every target"
    fix = "narrow the bounds to values that the scenario can have, or state another start"
    return ScenarioError([Problem(calibration.span, "E244", "calibrate", message, fix)])


def together(correlation: Correlation, unknown: str, others: Sequence[str]) -> ScenarioError:
    """E248: an unknown is correlated with numbers that are not unknowns, or in two correlations."""
    message = f"{unknown} is an unknown, so how it goes together with others follows from the fit"
    message += f"; it cannot be drawn together with {others[0]} too"
    fix = f"take {unknown} out"
    if len(correlation.members) < 3:  # too few would remain
        fix = f"take {correlation.name} out of correlation"
    path = f"correlation.{correlation.name}.members"
    return ScenarioError([Problem(correlation.span, "E248", path, message, fix)])


def without_influence(unknown: Unknown) -> ScenarioError:
    """E246: no target changes with an unknown."""
    message = f"no target depends on {unknown.path}: all stay as they are from {unknown.low:g} "
    message += f"to {unknown.high:g}"
    fix = f"take {unknown.path} out; a target that depends on it will do too"
    path = f"calibrate.unknown.{unknown.path}"
    return ScenarioError([Problem(unknown.span, "E246", path, message, fix)])


def left_open(unknowns: Sequence[Unknown], why: str) -> ScenarioError:
    """E247: the fit does not identify unknowns, so there is no value to write.

    why: `open` if the targets do not determine them, `wide` if no distribution has their standard
        error.
    """
    paths = " and ".join(unknown.path for unknown in unknowns)
    message = {
        "open": f"the targets do not determine {paths}, so there is no value to write",
        "wide": f"the standard error of {paths} is so large that no distribution in its range has "
        "it: the targets hardly determine it",
    }[why]
    ways = (f"take {unknown.path} out of calibrate.unknown" for unknown in unknowns)
    fix = (
        f"{', or '.join(ways)}; a target that tells {'them apart' if len(unknowns) > 1 else 'it'} "
    )
    fix += "will do too"
    path = f"calibrate.unknown.{unknowns[0].path}"
    return ScenarioError([Problem(unknowns[0].span, "E247", path, message, fix)])


def raised(errors: Sequence[ScenarioError]) -> None:
    """Raises a ScenarioError with the problems of all `errors`, if there are any."""
    if errors:
        raise ScenarioError([problem for error in errors for problem in error.problems])
