"""Registers commands, and expands the groups of options that they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache, wraps
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints

import typer

from ipscost.cli.app import Command, app
from ipscost.errors import AskedError, UndecidedError

Function = Callable[..., None]


def command(
    name: str | None = None,
    *,
    without: Sequence[str] = (),
    after: Mapping[str, str] | None = None,
) -> Callable[[Function], Function]:
    """Registers a function as the command of its name, or as `name`; see `spread` for the rest."""

    def register(function: Function) -> Function:
        app.command(name, cls=Command)(spread(function, without, after or {}))
        return function

    return register


def spread(function: Function, without: Sequence[str], after: Mapping[str, str]) -> Function:
    """The function from which typer makes a command, with options in place of groups.

    A parameter whose type is a group of options (a dataclass of `options`) becomes the options of
    the group, at the same place in the help as the group has in the signature. An
    AskedError is shown as a mistake in the command.

    without: options of its groups that the command lacks; they keep their defaults.
    after: options moved in the help, each with the option that it follows.
    Raises ValueError if either names an unknown option, or if two groups have the same option.
    """
    hints = get_type_hints(function, include_extras=True)
    groups = dict[str, tuple[Any, list[str]]]()
    options, unknown = list[Parameter](), {*without}
    for own in signature(function).parameters.values():
        kind = hints[own.name]
        if not is_dataclass(kind):
            options.append(own.replace(annotation=kind))
            continue
        every = _options(hints[own.name])
        unknown -= {option.name for option in every}
        taken = [option for option in every if option.name not in without]
        groups[own.name] = (kind, [option.name for option in taken])
        options += taken
    if unknown:
        raise ValueError(f"no group has {', '.join(sorted(unknown))}")
    for moved, before in after.items():
        option = options.pop([option.name for option in options].index(moved))
        options.insert([option.name for option in options].index(before) + 1, option)

    @wraps(function)
    def called(**given: Any) -> None:
        for group, (kind, names) in groups.items():
            given[group] = kind(**{name: given.pop(name) for name in names})
        try:
            function(**given)
        except AskedError as error:
            raise typer.BadParameter(_explained(error)) from None

    called.__dict__["__signature__"] = Signature(options)  # where typer looks for options
    called.__annotations__ = {}  # those of the function are groups, which typer does not know
    return called


def _explained(error: AskedError) -> str:
    """Turns an AskedError into typer's complaint about the command."""
    if not isinstance(error, UndecidedError):
        return str(error)
    from ipscost.report.notes.gaps import refusal

    return str(refusal(error.why))


@cache
def _options(group: type[Any]) -> list[Parameter]:
    """The options of a group, in the order in which they are declared."""
    kinds = get_type_hints(group, include_extras=True)
    named = Parameter.KEYWORD_ONLY
    return [
        Parameter(field.name, named, default=_default(field), annotation=kinds[field.name])
        for field in fields(group)
    ]


def _default(field: Field[Any]) -> Any:
    """The default of an option, if it has one."""
    return Parameter.empty if field.default is MISSING else field.default
