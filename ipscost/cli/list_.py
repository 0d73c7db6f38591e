"""The command that lists the scenarios that are shipped: list."""

from __future__ import annotations

import sys
from textwrap import wrap

from ipscost.cli import screen
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
        _tell(f"{name:<20} {load(name).title.tell(lang)}")
    tell("", err=False)
    _tell(say("list_evidence", lang), indent=0)
    for name in evidence():
        _tell(f"{name.rpartition('/')[2]:<20} {load(name).title.tell(lang)}")


def _tell(line: str, indent: int = 21) -> None:
    """A line, which goes on below itself where a terminal is narrow."""
    width = screen.width() if sys.stdout is not None and sys.stdout.isatty() else None
    lines = [line] if width is None else wrap(line, width, subsequent_indent=" " * indent)
    for each in lines:
        tell(each, err=False)
