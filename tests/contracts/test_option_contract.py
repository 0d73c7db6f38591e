"""What commands share: the same groups of options, each option declared once, one way to refuse."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from ipscost.cli import app, divided, options

PACKAGE = Path(options.__file__).parents[1]
SHARED = (options.Changes, options.Simulation, options.Language)
"""The groups of each command that takes scenarios, or groups that stand on these."""
GROUPS = {
    kind
    for module in (options, divided)
    for kind in vars(module).values()
    if is_dataclass(kind) and isinstance(kind, type) and kind.__module__ == module.__name__
}
COMMANDS: dict[str, Callable[..., None]] = {
    command.name or command.callback.__name__: command.callback
    for command in app.registered_commands
    if command.callback is not None
}

NOT_SIMULATED = {"calibrate", "check"}
"""They take a scenario, and draw nothing from it."""
LEFT_OUT = {
    "batch": {"arm", "sampler", "format_", "notes", "only", "list_tables"},
    "budget": {"perspective"},
    "calibrate": {"arm", "perspective"},
    "check": {"arm", "perspective"},
    "compare": {"sampler"},
    "evidence": {"sampler", "price_year"},
    "explain": {"only", "list_tables"},
    "payers": {"perspective"},
    "plot": {"format_", "notes", "only", "list_tables", "no_color"},
    "trial": {"draws", "sampler", "level"},
    "schema": {"lang", "format_", "csv_dialect", "no_color", "only", "list_tables", "notes"},
    "verify": {
        *("set_", "perspective", "arm", "sampler", "price_year", "level"),
    },
    "voi": {"level"},
    "workbook": {"set_", "arm"},
}
"""The options of its groups that a command does not have."""
ANOTHER = {
    ("batch", "files"),
    ("batch", "months"),
    ("batch", "out"),
    ("calibrate", "out"),
    ("import", "out"),
    ("budget", "payer"),
    ("payers", "payer"),
    ("workbook", "out"),
    ("calibrate", "seed"),
    ("plot", "out"),
    ("report", "out"),
    ("voi", "people"),
    ("voi", "years"),
    ("analyse", "level"),
    ("analyse", "out"),
    ("analyse", "seed"),
    ("distribution", "persons"),
    ("power", "people"),
    ("power", "years"),
    ("trial", "out"),
    ("trial", "csv_dialect"),
}
"""Options that mean something else than those of the same name in a group."""


def own(name: str) -> dict[str, Any]:
    """The parameters of a command as they are written, with their types."""
    function: Callable[..., None] = COMMANDS[name].__wrapped__  # type: ignore[attr-defined]
    hints = get_type_hints(function, include_extras=True)
    return {parameter: hints[parameter] for parameter in inspect.signature(function).parameters}


def taken(name: str) -> list[str]:
    """The options and arguments of a command."""
    return [*inspect.signature(COMMANDS[name]).parameters]


def groups(name: str) -> list[type]:
    """The groups of a command."""
    return [kind for kind in own(name).values() if is_dataclass(kind) and isinstance(kind, type)]


def declared(kind: type) -> dict[str, Any]:
    """The options that a group declares itself, with their types."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hints[name] for name in vars(kind)["__annotations__"]}


def test_a_command_that_takes_scenarios_has_the_groups_that_all_have() -> None:
    taking = [
        name
        for name in COMMANDS
        if {"file", "files"} & {*inspect.signature(COMMANDS[name]).parameters}
    ]
    assert len(taking) == 19
    for name in taking:
        needed = SHARED if name not in NOT_SIMULATED else (options.Changes, options.Language)
        for group in needed:
            assert any(issubclass(kind, group) for kind in groups(name)), (name, group)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_leaves_out_what_is_meant_to_be_left_out(name: str) -> None:
    everything = {field.name for kind in groups(name) for field in fields(kind)}
    left_out = everything - {*taken(name)}
    assert left_out == LEFT_OUT.get(name, set())


def test_every_group_is_used_and_no_command_has_another() -> None:
    used = {base for name in COMMANDS for kind in groups(name) for base in kind.__mro__[:-1]}
    assert used == GROUPS


def test_no_option_of_a_group_is_declared_again() -> None:
    found = [(kind, name) for kind in GROUPS for name in declared(kind)]
    twice = {name for kind, name in found if [other for _, other in found].count(name) > 1}
    assert twice == {"file"}  # of a scenario, and of one for which results may stand
    known = {name for _, name in found}
    again = {
        (command, name)
        for command in COMMANDS
        for name, kind in own(command).items()
        if name in known and not is_dataclass(kind)
    }
    assert again == ANOTHER


def test_what_does_not_fit_is_caught_in_one_place() -> None:
    catching = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith("except ") and "AskedError" in line
    }
    assert catching == {"cli/command.py"}
