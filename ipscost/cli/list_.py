"""The command that lists the scenarios that are shipped: list."""

from __future__ import annotations

from ipscost.cli.command import command
from ipscost.cli.options import Language
from ipscost.cli.output import tell


@command("list")
def list_(*, language: Language) -> None:
    """List the scenarios that come with ipscost."""
    lang = language.language
    from ipscost.loading import load
    from ipscost.loading.text.shipped import names

    for name in names():
        tell(f"{name:<20} {load(name).title.tell(lang)}", err=False)
