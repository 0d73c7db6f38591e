"""Changes of a workbook as a scenario: a file that extends another and states what differs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ipscost.book.changes import InputChanges
from ipscost.book.inputs import PEOPLE, shares_at
from ipscost.loading.keys.schema_amounts import UNCERTAINTY_KEYS
from ipscost.loading.keys.schema_transfer import PREDICTION
from ipscost.loading.reading import Reading
from ipscost.loading.text import shipped, yamldoc
from ipscost.loading.text.changing import child_of, parts_of
from ipscost.run import RATES
from ipscost.scenario.nouns import Label, Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.texts import one_line

Tree = dict[str, Any]
SHARE = ".payer."


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it stands in the file, with what a reader is told of it behind it."""

    text: str
    comment: str = ""


def numbers_of(scenario: Scenario) -> tuple[Quantity, ...]:
    """Every known number of a scenario, and of its rollout."""
    rollout = scenario.rollout
    return scenario.quantities + (() if rollout is None else rollout.numbers)


def settings_of(changes: InputChanges, scenario: Scenario) -> list[str]:
    """The changes as `--set` would have them."""
    forms = {number.path: number.role for number in numbers_of(scenario)}
    found = []
    for path, value in changes.values.items():
        if path == PEOPLE:
            found.append(f"people={_figure(value)}")
        else:
            found.append(
                f"{path}.{forms[path]}={value!r}" if path in forms else f"{path}={value!r}"
            )
    return found + [
        f"{path}.bounds=[{_figure(low)}, {_figure(high)}]"
        for path, (low, high) in changes.ends.items()
    ]


def variant_text(
    changes: InputChanges, scenario: Scenario, reading: Reading, name: str, out: Path, extra: Tree
) -> str:
    """The scenario file of the changes that were made in the workbook `name`.

    scenario: as it is with the changes. out: the file that it is for, seen from which `extends:`
    names the other. extra: keys that differ from the file beside the inputs, such as `money`.
    """
    base = _base(reading, out)
    tree: Tree = {key: Written(_quoted(value)) for key, value in extra.items()}
    numbers = {number.path: number for number in numbers_of(scenario)}
    for path in _paths(changes):
        if path in numbers:
            at, keys = path.split("."), _number(path, numbers[path], changes, reading, name)
            _put(tree, at, keys)
        elif path == PEOPLE:
            people = changes.values.get(PEOPLE, float(scenario.people or 1))
            tree[PEOPLE] = Written(_figure(people), _beside(changes, path))
        elif path in RATES:
            _rate(tree, path, changes, name)
    _shares(tree, changes, scenario)
    head = [
        "# Made by ipscost import from the workbook " + one_line(name),
        "# It says only what differs from the scenario that it extends.",
        "ipscost: 1",
        f"title: {_title(scenario, name)}",
        f"extends: {_quoted(base)}",
    ]
    return "\n".join([*head, *_lines(tree, 0)]) + "\n"


def _paths(changes: InputChanges) -> list[str]:
    """The paths of all that was changed, in the order of the sheet."""
    return list(dict.fromkeys((*changes.values, *changes.ends, *changes.notes)))


def _base(reading: Reading, out: Path) -> str:
    """What `extends:` names: a shipped scenario, or a file as seen from the new one."""
    if reading.path.is_relative_to(shipped.SHIPPED):
        return reading.path.relative_to(shipped.SHIPPED).with_suffix("").as_posix()
    return Path(os.path.relpath(reading.path, out.parent)).as_posix()


def _title(scenario: Scenario, name: str) -> str:
    """The title of the scenario, with the workbook behind it."""
    behind = f" ({one_line(name)})"
    if isinstance(scenario.title, Label) and len({text for _, text in scenario.title.texts}) > 1:
        parts = (f"{key}: {_quoted(text + behind)}" for key, text in scenario.title.texts)
        return "{" + ", ".join(parts) + "}"
    return _quoted(scenario.title.in_english() + behind)


def _number(
    path: str, number: Quantity, changes: InputChanges, reading: Reading, name: str
) -> Tree:
    """The keys of a number: all of it where its value differs, else its bounds and its note."""
    keys: Tree = {}
    note = changes.notes.get(path, "")
    if path in changes.values:
        keys[number.role] = Written(_figure(changes.values[path]), _was(changes, path))
        keys |= _kept(path, number, reading)
        keys["assumption"] = Written(_quoted(note or f"entered in {one_line(name)}"))
    elif note:
        keys["note"] = Written(_quoted(note))
    if path not in changes.values and not isinstance(_node(path, reading), yamldoc.Mapping):
        keys = {number.role: Written(_figure(number.value)), **keys}  # it stands there plainly
    if path in changes.ends:
        low, high = changes.ends[path]
        keys["bounds"] = Written(f"[{_figure(low)}, {_figure(high)}]")
    elif path in changes.values and number.bounds is not None:
        low, high = number.bounds
        keys["bounds"] = Written(f"[{_figure(low)}, {_figure(high)}]")
    return keys


def _node(path: str, reading: Reading) -> yamldoc.Node | None:
    """What stands in the file at a path; None if nothing does."""
    node: yamldoc.Node | None = reading.tree.root
    for part in parts_of(reading.tree.root, path):
        node = child_of(node, part)
    return node


def _kept(path: str, number: Quantity, reading: Reading) -> Tree:
    """What a number keeps when its value is replaced: its unit, and uncertainty that still fits."""
    node = _node(path, reading)
    if not isinstance(node, yamldoc.Mapping):
        return {}
    names = ["unit"] if number.is_fixed else ["unit", *UNCERTAINTY_KEYS, PREDICTION, "dist"]
    return {key: Written(_flow(yamldoc.plain(node[key]))) for key in names if key in node}


def _rate(tree: Tree, path: str, changes: InputChanges, name: str) -> None:
    """A discount rate; the note of the file is about another one."""
    keys = tree.setdefault("discount", {})
    if path in changes.values:
        what = path.partition(".")[2]
        keys[what] = Written(_figure(changes.values[path]), _was(changes, path))
    keys["note"] = Written(_quoted(changes.notes.get(path, f"entered in {one_line(name)}")))


def _shares(tree: Tree, changes: InputChanges, scenario: Scenario) -> None:
    """The shares of the payers of a category, all of them where one differs."""
    for category in scenario.categories:
        place = shares_at(category, scenario)
        own = [f"{place}{SHARE}{payer}" for payer in category.payers]
        if any(path in changes.values or path in changes.notes for path in own):
            shares = ", ".join(
                f"{payer}: {_figure(share)}" for payer, share in category.payers.items()
            )
            beside = ", ".join(filter(None, (_beside(changes, path) for path in own)))
            _put(tree, [*place.split("."), "payer"], Written(f"{{{shares}}}", beside))


def _was(changes: InputChanges, path: str) -> str:
    """What a number was, and the formula that it was entered as."""
    formula = changes.formulas.get(path)
    entered = f"; entered as {one_line(formula)}" if formula else ""
    return f"was {_figure(changes.before[path])}{entered}"


def _beside(changes: InputChanges, path: str) -> str:
    """What stands behind a number that has no key for a note: what it was, and the sheet's note."""
    was = _was(changes, path) if path in changes.values else ""
    return "; ".join(filter(None, (was, one_line(changes.notes.get(path, "")))))


def _put(tree: Tree, at: list[str], value: Tree | Written) -> None:
    """Puts a value at a path."""
    for part in at[:-1]:
        tree = tree.setdefault(part, {})
    if isinstance(value, dict):
        tree.setdefault(at[-1], {}).update(value)
    else:
        tree[at[-1]] = value


def _figure(value: float) -> str:
    """A number as YAML has it, with all its digits."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _quoted(text: str) -> str:
    """A text in quotes, in which nothing means anything to YAML."""
    return json.dumps(text, ensure_ascii=False)


def _flow(value: Any) -> str:
    """A plain value of the scenario's file: a word or number, or a list of them."""
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    text = str(value)
    return text if text.replace(".", "").replace("-", "").isalnum() else _quoted(text)


def _lines(tree: Mapping[str, Any], depth: int) -> Iterator[str]:
    """The lines of a tree, each with its comment behind it."""
    for key, value in tree.items():
        margin = "  " * depth
        if isinstance(value, Written):
            comment = f"  # {value.comment}" if value.comment else ""
            yield f"{margin}{key}: {value.text}{comment}"
        else:
            yield f"{margin}{key}:"
            yield from _lines(value, depth + 1)
