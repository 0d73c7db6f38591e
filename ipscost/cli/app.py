"""The command line's root: its name, its help and its version."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(
    name="ipscost",
    help="What supported employment costs and saves: scenarios in, sourced results out.",
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
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """What supported employment costs and saves: scenarios in, sourced results out."""
