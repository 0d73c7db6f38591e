"""verify: what a published result is called."""

from __future__ import annotations

from ipscost.run import Run
from ipscost.scenario.nouns import Target
from ipscost.words.text import Text, Words, glued, joined, say


def label(run: Run, target: Target) -> Words:
    """`Saving, IPS: Total, DKK (study table 9)`: what a result is about, and its source."""
    source: Words = f"{target.source.name} {target.place}".strip() if target.source else ""
    if target.by_construction:
        source = joined((source, say("by_construction")), "; ")
    if target.calibrated:
        source = joined((source, say("calibrated")), "; ")
    return glued(what(run, target), " (", source, ")")


def what(run: Run, target: Target) -> Words:
    """`Saving, IPS: Total, DKK`."""
    arm = run.scenario.arms[target.arm].label
    return glued(say(f"what_{target.what}"), ", ", arm, ": ", _name(run, target))


def _name(run: Run, target: Target) -> Words:
    """What the target is about, for readers, with its unit if that is money."""
    scenario = run.scenario
    if target.path == "cost":
        label: Text = say("total")
    elif target.path in scenario.groups:
        label = scenario.groups[target.path].label
    else:
        label = scenario.holders[target.path].label
    return joined((label, target.unit), ", ")
