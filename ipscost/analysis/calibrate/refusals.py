"""Errors of calibration: what cannot be fitted, and what cannot be written to a file."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.errors import Problem, ScenarioError, Span
from ipscost.messages import Message, ands, either
from ipscost.scenario.calibration import Calibration, CalibrationTarget, Unknown
from ipscost.scenario.nouns import Correlation, Scenario
from ipscost.scenario.transfer import SECTION, Transfer


def nothing_to_fit(scenario: Scenario) -> ScenarioError:
    """E249: a scenario has no section `calibrate`."""
    message = Message("expected the section calibrate, found none")
    fix = Message("add calibrate: with unknown: and target: (docs/calibration.md)")
    return ScenarioError([Problem(Span(scenario.file), "E249", "calibrate", message, fix)])


def carried_over(transfer: Transfer) -> ScenarioError:
    """E293: what was published of a trial is not what its effect makes in another group."""
    message = Message(
        "numbers are fitted to what was published of the trial, and this scenario carries its "
        "effect over to another group"
    )
    fix = Message("take transfer out; a file that extends the fitted one may carry it over")
    return ScenarioError([Problem(transfer.span, "E293", SECTION, message, fix)])


def level_not_known(target: CalibrationTarget, arm: str, others: Sequence[str]) -> ScenarioError:
    """E244: a target is the level of an amount of which only the difference was published."""
    message = Message(
        "the level of {path} in {arm} is not known, only the difference", path=target.path, arm=arm
    )
    fix = Message("write what: difference")
    if target.arm not in others:
        fix = Message("{fix} and write arm: {others}", fix=fix, others=others[0])
    path = f"calibrate.target.{target.name}"
    return ScenarioError([Problem(target.span, "E244", path, message, fix)])


def difference_not_known(target: CalibrationTarget) -> ScenarioError:
    """E244: a target is a difference of which a part was never published."""
    message = Message(
        "the difference of {path} in {arm} is not known", path=target.path, arm=target.arm
    )
    fix = Message("take the target {name} out", name=target.name)
    path = f"calibrate.target.{target.name}"
    return ScenarioError([Problem(target.span, "E244", path, message, fix)])


def no_value(target: CalibrationTarget) -> ScenarioError:
    """E244: a target has no value at the starting values."""
    message = Message(
        "at the start the scenario gives no number for {path} in {arm}",
        path=target.path,
        arm=target.arm,
    )
    fix = Message("add another start: to the unknowns, or a target that is not relative to nothing")
    path = f"calibrate.target.{target.name}"
    return ScenarioError([Problem(target.span, "E244", path, message, fix)])


def no_fit(calibration: Calibration) -> ScenarioError:
    """E244: no search ended at a point where every target has a value."""
    message = Message("no search ended where the scenario gives a number for every target")
    fix = Message("narrow the bounds to values that the scenario can have, or state another start")
    return ScenarioError([Problem(calibration.span, "E244", "calibrate", message, fix)])


def together(correlation: Correlation, unknown: str, others: Sequence[str]) -> ScenarioError:
    """E248: an unknown is correlated with numbers that are not unknowns, or in two correlations."""
    message = Message(
        "{unknown} is an unknown, so how it goes together with others follows from the fit; it "
        "cannot be drawn together with {others} too",
        unknown=unknown,
        others=others[0],
    )
    fix = Message("take {key} out", key=unknown)
    if len(correlation.members) < 3:  # too few would remain
        fix = Message("take {name} out of correlation", name=correlation.name)
    path = f"correlation.{correlation.name}.members"
    return ScenarioError([Problem(correlation.span, "E248", path, message, fix)])


def without_influence(unknown: Unknown) -> ScenarioError:
    """E246: no target changes with an unknown."""
    message = Message(
        "no target depends on {path}: all stay as they are from {low:g} to {high:g}",
        path=unknown.path,
        low=unknown.low,
        high=unknown.high,
    )
    fix = Message("take {path} out; a target that depends on it will do too", path=unknown.path)
    path = f"calibrate.unknown.{unknown.path}"
    return ScenarioError([Problem(unknown.span, "E246", path, message, fix)])


def left_open(unknowns: Sequence[Unknown], why: str) -> ScenarioError:
    """E247: the fit does not identify unknowns, so there is no value to write.

    why: `open` if the targets do not determine them, `wide` if no distribution has their standard
        error.
    """
    paths = ands(unknown.path for unknown in unknowns)
    message = {
        "open": Message(
            "the targets do not determine {paths}, so there is no value to write", paths=paths
        ),
        "wide": Message(
            "the standard error of {paths} is so large that no distribution in its range has "
            "it: the targets hardly determine it",
            paths=paths,
        ),
    }[why]
    ways = [
        Message("take {path} out of calibrate.unknown", path=unknown.path) for unknown in unknowns
    ]
    fix = Message("{ways}; a target that tells it will do too", ways=either(ways))
    if len(unknowns) > 1:
        fix = Message("{ways}; a target that tells them apart will do too", ways=either(ways))
    path = f"calibrate.unknown.{unknowns[0].path}"
    return ScenarioError([Problem(unknowns[0].span, "E247", path, message, fix)])


def raised(errors: Sequence[ScenarioError]) -> None:
    """Raises a ScenarioError with the problems of all `errors`, if there are any."""
    if errors:
        raise ScenarioError([problem for error in errors for problem in error.problems])
