"""What arms, categories and payers are called in a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ipscost.analysis.compare.cases import ComparedArm, names
from ipscost.analysis.compare.union import Leaf
from ipscost.report.uses import labels
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.paths import is_within
from ipscost.words.text import Plain, Text, Words, differ, quoted, say, series, ways

LONGEST_TITLE = 24
"""A title of more letters than this is too long for the heading of one column among several."""
VALUES = ("mean", "difference", "ratio")
"""The keys that hold the value of a number: what a variant changes if it changes one of them."""


def headed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs, each scenario called what heads its columns, or nothing where its file's name does.

    That is its short name, else its title if that fits. Where two scenarios would have the same
    heading, as with a file that extends another, both have the names of their files.
    """
    heads = [_head(run.scenario) for run in runs]
    found = []
    for place, (run, head) in enumerate(zip(runs, heads, strict=True)):
        others = (each for at, each in enumerate(heads) if at != place and each is not None)
        if head is not None and not all(differ(head, other) for other in others):
            head = None
        found.append(replace(run, scenario=replace(run.scenario, called=head)))
    return tuple(found)


def _head(scenario: Scenario) -> Text | None:
    """The short name of a scenario, or its title if that fits; None where neither is there."""
    if scenario.called is not None:
        return scenario.called
    is_long = max(map(len, ways(scenario.title))) > LONGEST_TITLE
    return None if is_long else scenario.title


def base_of(runs: Sequence[Run], base: str) -> str:
    """The name of the scenario that `base` is the heading of, in any language; else `base`."""
    for name, run in zip(names([run.scenario for run in runs]), runs, strict=True):
        called = run.scenario.called
        if called is None or not base:
            continue
        if base.casefold() in map(str.casefold, ways(called)):
            return name
    return base


def name_of(case: ComparedArm) -> Words:
    """What the scenario of a column is called: its short name, its title, or the file's name."""
    return case.scenario.called or case.name


def label_of(case: ComparedArm) -> Words:
    """The heading of a column: its scenario, with the arm where the scenario has several.

    The arm alone where there is no other scenario.
    """
    arm = case.scenario.arms[case.arm].label
    if case.is_only:
        return arm
    return name_of(case) if case.is_alone else say("labelled", label=name_of(case), text=arm)


def in_text(case: ComparedArm) -> Words:
    """The same within a sentence: in quotation marks where it is more than one word."""
    label = label_of(case)
    if any(" " in each for each in ways(label)):
        return quoted(label)
    return label


def changed(scenario: Scenario, settings: Sequence[str]) -> Text:
    """What a variant without a name is called: `IPS programme = 3400`, what it changes.

    A number is called by its category or outcome, with its arm where there are several; what has no
    label by its path.
    """
    found = series([_changed(scenario, setting) for setting in settings], "; ")
    return Plain(found) if isinstance(found, str) else found


def _changed(scenario: Scenario, setting: str) -> Words:
    path, _, value = setting.partition("=")
    number, _, key = path.strip().rpartition(".")
    known = labels(scenario)
    holder = scenario.holders.get(number.rpartition(".")[0])
    if key not in VALUES or number not in known:
        return setting
    alone = holder is not None and len(scenario.interventions) == 1
    arm = number.rpartition(".")[2]
    is_own = alone and arm in scenario.interventions
    label = holder.label if holder is not None and is_own else known[number]
    return say("compare_changed", label=label, value=value.strip())


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
