"""Messages about mistakes, in the language of whoever reads them.

`ipscost.messages` makes them in English. Another language has a folder `messages/`, whose modules
hold its words by the English ones with the places of values open: "unknown key {key}". They are
imported when first something is wrong. A message without words there is told in English.
"""

from __future__ import annotations

import pkgutil
from functools import cache, partial
from importlib import import_module
from string import Formatter
from typing import Any

from ipscost.errors import Problem
from ipscost.messages import Message
from ipscost.words.locale import ENGLISH, marked

FOLDER = "messages"


def told(value: Any, language: str) -> Any:
    """A message or text in a language; anything else unchanged."""
    if language == ENGLISH:
        return value
    if isinstance(value, Message):
        values = {name: told(each, language) for name, each in value.values.items()}
        template = words_of(language).get(value.template, value.template)
        return _Filled(language).vformat(template, (), values)
    tell = getattr(value, "tell", None)
    return value if tell is None else tell(language)


def rendered(problem: Problem, language: str) -> str:
    """A problem as a reader of a language sees it: where, what, the line, and the fix."""
    return problem.render(partial(told, language=language))


@cache
def words_of(language: str) -> dict[str, str]:
    """The words of messages in a language, by the English ones; none if it has no such folder."""
    try:
        folder = import_module(f"{__package__}.{language}.{FOLDER}")
    except ModuleNotFoundError:
        return {}
    words: dict[str, str] = {}
    for module in pkgutil.iter_modules(folder.__path__):
        words |= import_module(f"{folder.__name__}.{module.name}").WORDS
    return words


class _Filled(Formatter):
    """Fills values in; a count has the thousands mark of the language: 1.000.

    All other numbers stand as they are to be typed into a file, with a point.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        """A value as text."""
        text = str(super().format_field(value, format_spec))
        return marked(text, self.language) if "," in format_spec else text
