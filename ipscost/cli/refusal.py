"""What is said of a command that cannot be read: typer's own words in the reader's language.

Typer knows English alone. What it refuses comes as an exception, whose kind and values say what is
wrong; in English it tells itself.
"""

from __future__ import annotations

import re
import sys
from typing import Any

import typer

from ipscost.cli import screen, spoken
from ipscost.cli.app import shown
from ipscost.cli.output import tell
from ipscost.messages import Message, series
from ipscost.texts import harmless_lines

USAGE_ERROR: Any = typer.BadParameter.__mro__[1]
"""The exception of typer for a command that cannot be used as it was typed."""
START = "Error: "
"""How typer begins what is wrong with a command."""
OF_PERSONS = ("--engine", "--persons")
"""The options of how persons are followed, which not every command has."""
OF_TYPER = (
    (r"No such command '(?P<name>.*?)'\.( Did you mean (?P<near>.*)\?)?", "command"),
    (r"Got unexpected extra argument\(?s?\)? \((?P<name>.*)\)", "extra"),
    (r"Option '(?P<name>.*)' requires an argument\.", "no_value"),
    (r"Option '(?P<name>.*)' does not take a value\.", "a_value"),
)
"""What typer refuses by a sentence alone, with the values in it."""


def show(error: Any) -> None:
    """Prints the usage and what typer, or a reader of an option, refuses, to stderr."""
    if type(error).__name__ == "NoSuchOption" and error.option_name in OF_PERSONS:
        error.message, error.possibilities = _of_persons(error.option_name), None
    if isinstance(text := getattr(error, "message", None), str):
        # it may quote what was typed
        error.message = shown(harmless_lines(spoken.told(text)), sys.stderr)
    is_help = type(error).__name__ == "NoArgsIsHelpError"
    if is_help or spoken.language() == spoken.ENGLISH or not isinstance(error, USAGE_ERROR):
        if isinstance(text, str):
            folded = screen.folded(error.format_message(), len(START))
            error.format_message = lambda: folded
        error.show()
        return
    context = getattr(error, "ctx", None)
    if context is not None:
        tell(_usage_of(context), lines=True)
    tell(Message("Error: {message}", message=told(error)), lines=True)


def told(error: Any) -> str:
    """What is wrong, by the kind of the exception."""
    kind, message = type(error).__name__, str(error.message)
    if kind == "MissingParameter":
        return _missing(error)
    if kind == "NoSuchOption" and error.option_name in OF_PERSONS:
        return message
    if kind == "NoSuchOption":
        return _no_option(str(error.option_name), sorted(error.possibilities or ()))
    if isinstance(error, typer.BadParameter):
        where = error.param_hint or (error.param and error.param.get_error_hint())
        where = " / ".join(where) if isinstance(where, list | tuple) else where
        if not where:
            return Message("Invalid value: {message}", message=message)
        return Message("Invalid value for {where}: {message}", where=where, message=message)
    for pattern, meaning in OF_TYPER:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _sentence(meaning, found["name"], found.groupdict().get("near"))
    return message


def _missing(error: Any) -> str:
    """The message that an argument, or an option, is missing."""
    hint = _in_words(error.param.get_error_hint()) if error.param else ""
    if (error.param_type or getattr(error.param, "param_type_name", "")) == "option":
        return Message("Missing option {hint}.", hint=hint)
    return Message("Missing argument {hint}.", hint=hint)


def _of_persons(name: str) -> str:
    """Why a command follows no persons, and which does."""
    return Message(
        "No such option: {name}. Persons are followed in simulate and cea; distribution and trial "
        "follow them without it. Other commands ask what numbers or months do to expected values",
        name=name,
    )


def _no_option(name: str, near: list[str]) -> str:
    """The message that there is no such option, with those that may be meant."""
    if not near:
        return Message("No such option: {name}", name=name)
    options = series(near)
    return Message(
        "No such option: {name} (Possible options: {options})", name=name, options=options
    )


def _sentence(meaning: str, name: str, near: str | None) -> str:
    """What typer says in a sentence of its own."""
    if meaning == "command" and near:
        return Message("No such command '{name}'. Did you mean {near}?", name=name, near=near)
    if meaning == "command":
        return Message("No such command '{name}'.", name=name)
    if meaning == "extra":
        return Message("Got unexpected extra argument(s) ({name})", name=name)
    if meaning == "no_value":
        return Message("Option '{name}' requires an argument.", name=name)
    return Message("Option '{name}' does not take a value.", name=name)


def _usage_of(context: Any) -> str:
    """The usage of the command, and how to see its help."""
    from ipscost.cli.help import usage

    lines = [usage(context.command, spoken.language())]
    option = context.help_option_names[0]
    lines.append(
        Message("Try '{command} {option}' for help.", command=context.command_path, option=option)
    )
    return series([*lines, ""], "\n")


def _in_words(hint: str) -> str:
    """The name of an argument, 'FILE', as help writes it."""
    from ipscost.cli.help import metavar
    from ipscost.words.locale import theme

    return metavar(hint, theme(spoken.language(), "help"))
