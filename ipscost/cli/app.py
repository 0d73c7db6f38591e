"""The command line's root: its name, its help, its language and its version."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ipscost.cli import values
from ipscost.texts import writable

ARGUMENTS = "ipscost.arguments"
"""Under which name a context holds all that was typed: help is told before it is read."""


def behind_language(arguments: Sequence[str]) -> list[str]:
    """What was typed behind the language: the command first, if there is one."""
    given = [*arguments]
    while given and (given[0].startswith("--lang=") or (given[0] == "--lang" and given[1:])):
        given = given[1 if "=" in given[0] else 2 :]
    return given


def shown(text: str, stream: Any) -> str:
    """A text that typer prints, in characters that the stream has: typer would print any."""
    return str(writable(text, getattr(stream, "encoding", None) or "utf-8"))


class Program(TyperGroup):
    """The group of all commands, with help in the language that was asked for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads what was typed before the command, and keeps all of it."""
        ctx.meta[ARGUMENTS] = [*args]
        return super().parse_args(ctx, args if behind_language(args) else [])

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands, in the order of use."""
        from ipscost.cli.help import order

        return order(self.commands)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help of the program."""
        from ipscost.cli.help import language, of_program

        formatter.write(shown(of_program(self, language(ctx.meta[ARGUMENTS])), sys.stdout))


class Command(TyperCommand):
    """One command, with help in the language that was asked for."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help of the command."""
        from ipscost.cli.help import language, of_command

        lang = language(ctx.meta.get(ARGUMENTS, ()))
        formatter.write(shown(of_command(self, lang), sys.stdout))


app = typer.Typer(
    name="ipscost",
    cls=Program,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        from ipscost.version import __version__

        typer.echo(f"ipscost {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    lang: Annotated[
        str | None,
        typer.Option(show_default=False, metavar="en|da", parser=values.language),
    ] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """What supported employment costs and saves: scenarios in, sourced results out."""
    if lang is not None:
        # a default of the command alone: its own --lang counts more
        context.default_map = {context.invoked_subcommand or "": {"lang": lang}}
