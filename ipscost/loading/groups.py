"""Groups of people with shares and numbers of their own, from the section `groups`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ipscost.errors import Problem, ScenarioError, nearest
from ipscost.loading.amounts.arms import below
from ipscost.loading.amounts.plain import read_plain
from ipscost.loading.amounts.quantities import Reader, label_of
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_spread import SubgroupKeys
from ipscost.loading.links import changes_of
from ipscost.loading.placing import placed
from ipscost.loading.text.variants import SET
from ipscost.messages import Message
from ipscost.numerals import is_number
from ipscost.scenario.nouns import Analysis, Quantity, Scenario, Subgroup
from ipscost.scenario.paths import is_within
from ipscost.scenario.spread import SECTION as SPREAD
from ipscost.scenario.subgroups import SECTION, own_path
from ipscost.words.text import say

REST = "rest"
"""What stands in the place of a share for those who are left."""
A_SHARE = Wanted(("mean",), False, "beta")
ROUNDING = 1e-6
"""How far from 1 the sum of printed shares may be."""

Read = tuple[tuple[Subgroup, Analysis], ...]
"""Groups without their own numbers yet, each with the changes that make these."""


def read_groups(root: Checked[dict[str, Any]], reader: Reader) -> Read:
    """The groups of a file, and what each changes; nothing where something is wrong with them."""
    before, at = reader.problems.errors(), root.part(SECTION)
    if at is None or not at.keys:
        return ()
    found = [_group(each, reader) for each in at.parts()]
    if reader.problems.errors() == before:
        _check_shares(at, found)
    if reader.problems.errors() > before:
        return ()
    return tuple((each, changes) for each, changes, _ in found)


def _group(
    at: Checked[SubgroupKeys], reader: Reader
) -> tuple[Subgroup, Analysis, Checked[SubgroupKeys]]:
    """A group, and its changes as those of an analysis."""
    here, share = at["share"], None
    if here.text != REST:
        inherited = replace(below(at), unit=("share", here.span))
        share = read_plain(reader, here, A_SHARE, inherited, say("group_chosen"))
    settings, places, values = changes_of(at, of_group=True) if "set" in at else ((), (), ())
    label, note = label_of(at.keys.label, at.name), text_of(at.keys.note)
    own = Subgroup(at.name, label, share, {}, None, settings, note, at.key)
    return own, Analysis(at.name, label, settings, note, at.key, places, values), at


def _check_shares(
    at: Checked[Any], found: Sequence[tuple[Subgroup, Analysis, Checked[SubgroupKeys]]]
) -> None:
    """Refuses shares that do not make up the whole."""
    if len(found) < 2:
        message = Message("expected two groups of people or more, found one")
        at.refuse_key("E333", message, Message("take {key} out", key=SECTION))
        return
    rest = [place for own, _, place in found if own.share is None]
    if len(rest) > 1:
        message = Message("expected one group that is the rest, found {count}", count=len(rest))
        rest[1]["share"].refuse("E333", message, Message("write a share such as 0.4"))
        return
    stated = {own.name: own.share.value for own, _, _ in found if own.share is not None}
    total = sum(stated.values())
    last = next(place for own, _, place in reversed(found) if own.share is not None)
    if rest and total >= 1:
        message = Message("the shares sum to {total:g}, which leaves nobody", total=total)
        fix = Message("write a share such as {share:g}", share=0.5 / len(stated))
        last["share"].refuse("E333", message, fix)
    elif not rest and abs(total - 1) > ROUNDING:
        message = Message("the shares sum to {total:g}, not to 1", total=total)
        last["share"].refuse("E333", message, Message("write {rest}", rest=REST))
    elif not rest and any(own.share is not None and not own.share.is_fixed for own, _, _ in found):
        message = Message("shares that are uncertain do not sum to 1 in every draw")
        last["share"].refuse("E333", message, Message("write {rest}", rest=REST))


# --- what a group has of its own ---------------------------------------------------------------


def with_numbers(
    scenario: Scenario,
    groups: Read,
    build: Callable[[Sequence[str]], Scenario],
    problems: list[Problem],
) -> Scenario:
    """The scenario with the numbers of its groups, each as it is built with the group's changes.

    build: the scenario with some more settings, and without groups.
    """
    found = []
    for group, changes in groups:
        amiss = _not_numbers(scenario, changes)
        if amiss:
            problems += amiss
            continue
        if not changes.settings:
            found.append(replace(group, spread=scenario.spread))
            continue
        try:
            other = build(changes.settings)
        except ScenarioError as error:
            own = (p for p in error.problems if p.is_error)
            problems += dict.fromkeys(placed(p, changes, of_group=True) for p in own)
            continue
        found.append(_with_own(group, changes, scenario, other, problems))
    return replace(scenario, subgroups=tuple(found))


def _not_numbers(scenario: Scenario, changes: Analysis) -> list[Problem]:
    """A problem for each change of what is no number, or of one that a group cannot have."""
    known = {q.path: q for q in scenario.quantities}
    together = {path: each.name for each in scenario.correlations for path in each.members}
    problems = []
    for setting, span in zip(changes.settings, changes.places, strict=True):
        path = _path(setting)
        if path.split(".")[0] == SPREAD:
            continue
        own = next((each for each in known if is_within(path, each)), None)
        where = f"{SECTION}.{changes.name}.set.{path}"
        if own is None:
            forms = {f"{p}.{q.role}": q for p, q in known.items()}
            message = Message("{path} is no number that a group can have of its own", path=path)
            fix: str = Message("take {key} out", key=path)
            if is_number(setting.partition("=")[2].strip()):
                fix = nearest(path, tuple(forms))
            problems.append(Problem(span, "E334", where, message, fix))
        elif own in together:
            message = Message(
                "{path} is correlated with others, so that a group has none of its own", path=own
            )
            fix = Message(
                "take {path} out; or take it out of correlation.{name}",
                path=path,
                name=together[own],
            )
            problems.append(Problem(span, "E334", where, message, fix))
    return problems


def _with_own(
    group: Subgroup,
    changes: Analysis,
    scenario: Scenario,
    other: Scenario,
    problems: list[Problem],
) -> Subgroup:
    """The group with the numbers in which `other` differs from the scenario."""
    base = {q.path: q for q in scenario.quantities}
    own = {}
    for path in base.keys() - {number.path for number in other.quantities}:
        place = _place(changes, path)
        where, setting = f"{SECTION}.{group.name}.set.{path}", _path(changes.settings[place])
        message = Message("{path} is known, and a group cannot leave it unknown", path=path)
        fix = Message("take {key} out", key=setting)
        problems.append(Problem(changes.places[place], "E334", where, message, fix))
    for number in other.quantities:
        was = base.get(number.path)
        if was is not None and number.dist == was.dist and number.value == was.value:
            continue
        place = _place(changes, number.path)
        if was is None or (was.role, was.unit, was.series) != (
            number.role,
            number.unit,
            number.series,
        ):
            path = f"{SECTION}.{group.name}.set.{number.path}"
            message = Message(
                "a group states {path} as the file does, as a {role} in {unit}",
                path=number.path,
                role=number.role if was is None else was.role,
                unit=number.unit if was is None else was.unit,
            )
            fix = Message("take {key} out", key=_path(changes.settings[place]))
            problems.append(Problem(changes.places[place], "E334", path, message, fix))
            continue
        own[number.path] = _of_group(group, number, changes, place)
    return replace(group, own=own, spread=other.spread)


def _path(setting: str) -> str:
    """The path of a change PATH=VALUE."""
    return setting.partition("=")[0].strip()


def _place(changes: Analysis, path: str) -> int:
    """Which of the changes is of a number."""
    paths = [_path(setting) for setting in changes.settings]
    return next((i for i, each in enumerate(paths) if is_within(each, path)), 0)


def _of_group(group: Subgroup, number: Quantity, changes: Analysis, place: int) -> Quantity:
    """A number of the group's own, with the path and the place that it has there."""
    assumption = number.assumption
    if number.source is None and number.span.file == SET:
        assumption = say("group_chosen")
    path, span = own_path(group.name, number.path), changes.values[place]
    return replace(number, path=path, span=span, assumption=assumption)
