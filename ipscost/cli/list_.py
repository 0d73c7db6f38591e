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
    from ipscost.loading.text.shipped import evidence, models
    from ipscost.words import say

    for name in models():
        tell(f"{name:<20} {load(name).title.tell(lang)}", err=False)
    tell("", err=False)
    tell(say("list_evidence", lang), err=False)
    for name in evidence():
        tell(f"{name.rpartition('/')[2]:<20} {load(name).title.tell(lang)}", err=False)
