"""What arms, categories and payers are called in a comparison."""

from __future__ import annotations

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.union import Leaf
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.paths import is_within
from ipscost.words.text import Words, say


def label_of(case: ComparedArm) -> Words:
    """The scenario's name, with the label of the arm where the scenario has several."""
    arm = case.scenario.arms[case.arm].label
    return case.name if case.is_alone else say("labelled", label=case.name, text=arm)


def of_category(leaf: Leaf) -> Words:
    """The label of a category or group; a group without one is called after its first category."""
    scenario = leaf.scenario
    first = next(c for c in scenario.categories if is_within(c.path, leaf.path))
    if first.path == leaf.path or leaf.path not in scenario.groups:
        return first.label
    return scenario.groups[leaf.path].label


def of_path(scenario: Scenario, path: str) -> Words:
    """The label of a category or outcome."""
    return scenario.holders[path].label


def of_payer(scenario: Scenario, name: str) -> Words:
    """The label of a payer."""
    return scenario.payers[name].label
