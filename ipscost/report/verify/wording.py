"""verify: the names of published results."""

from __future__ import annotations

from ipscost.run import Run
from ipscost.scenario.nouns import Scenario, Target
from ipscost.scenario.rollout import SECTION
from ipscost.scenario.terms import OF_ROLLOUT
from ipscost.words.text import Text, Words, bracketed, say, series


def label(run: Run, target: Target) -> Words:
    """`Saving, IPS: Total, DKK (study table 9)`: what a result is of, and where it stands."""
    parts: list[Words] = [f"{target.source.name} {target.place}".strip() if target.source else ""]
    parts += [say("by_construction")] if target.by_construction else []
    parts += [say("calibrated")] if target.calibrated else []
    return bracketed(what(run, target), series(parts, "; "))


def what(run: Run, target: Target) -> Words:
    """`Saving, IPS: Total, DKK`."""
    arm = run.scenario.arms[target.arm].label
    end = f"_{target.bound}" if target.bound else ""
    named = say(f"what_{target.what}{end}")
    return say("result_of", what=named, arm=arm, label=_name(run, target))


def _name(run: Run, target: Target) -> Words:
    """The label of what the target is about, with its unit if it is money."""
    scenario = run.scenario
    if target.what in OF_ROLLOUT:
        year = () if target.year is None else (str(target.year),)
        return series((_of_rollout(scenario, target.path), *year, target.unit), ", ")
    if target.path == "cost":
        label: Text = say("total")
    elif target.path in scenario.groups:
        label = scenario.groups[target.path].label
    else:
        label = scenario.holders[target.path].label
    return series((label, target.unit))


def _of_rollout(scenario: Scenario, path: str) -> Text:
    """The label of a part of the rollout; the programme's is the total."""
    rollout = scenario.rollout
    assert rollout is not None
    roles = () if rollout.staff is None else rollout.staff.roles
    labels = {f"{SECTION}.staff.role.{each.name}": each.label for each in roles}
    labels |= {f"{SECTION}.line.{each.name}": each.label for each in rollout.lines}
    labels |= {f"{SECTION}.grant.{each.name}": each.label for each in rollout.grants}
    return labels.get(path) or say("of_rollout" if path == SECTION else "of_overhead")
