"""The command that prints what a shell needs to complete the command line: completion."""

from __future__ import annotations

from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.output import write
from ipscost.errors import AskedError, nearest
from ipscost.messages import Message


@command()
def completion(
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish|powershell")],
) -> None:
    """Print the script with which a shell completes commands, options, scenarios and paths."""
    from ipscost.cli.shells import SCRIPTS

    known = shell.lower().replace("pwsh", "powershell")
    if known not in SCRIPTS:
        raise AskedError(
            Message(
                "no completion for '{shell}'; {nearest}",
                shell=shell,
                nearest=nearest(known, tuple(SCRIPTS)),
            )
        )
    write(SCRIPTS[known].lstrip(), None)
