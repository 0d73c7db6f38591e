"""The language of messages: by --lang wherever it stands, else as for results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipscost.errors import Problem

ENGLISH = "en"
_language = ENGLISH


def listen(arguments: Sequence[str]) -> None:
    """Notes the language that the arguments of a command line, or the environment, ask for."""
    from ipscost.cli.help import language as asked

    global _language
    _language = ENGLISH
    _language = asked(arguments)


def language() -> str:
    """The language that the command line was given in."""
    return _language


def told(text: Any) -> Any:
    """A message in the language of the command line; anything else unchanged."""
    if _language == ENGLISH:
        return text
    from ipscost.words.messages import told as told_in

    return told_in(text, _language)


def rendered(problem: Problem) -> str:
    """A problem in the language of the command line."""
    if _language == ENGLISH:
        return problem.render()
    from ipscost.words.messages import rendered as rendered_in

    return rendered_in(problem, _language)
