"""Whether a problem is told in Danish: no message in it lacks its words, and no English is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ipscost.errors import Problem
from ipscost.messages import Message
from ipscost.words.messages import told, words_of

ENGLISH = re.compile(
    r"\b(the|expected|found|write|take|add|which|that|this|is|was|are|not|must|needs|without"
    r"|already|only|more|another|such|would|cannot|there)\b"
)
"""Words that no Danish text has, and that are no keys of a file."""
CITED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|`[^`]*`|\{[^}]*\}|[\w-]+\.(?:csv|yaml)")
"""What is quoted as somebody wrote it, or is to be written; names of files."""


def english_in(problem: Problem) -> list[str]:
    """What is English in a problem that is told in Danish."""
    texts = [problem.message, problem.shown or problem.fix]
    lacking = [each for text in texts for each in without_words(text)]
    plain = (CITED.sub("", told(text, "da")) for text in texts)
    return [*lacking, *(word for text in plain for word in ENGLISH.findall(text))]


def without_words(value: Any) -> Iterator[str]:
    """The templates in a message that have no Danish words."""
    if isinstance(value, Message):
        has_letters = re.search(r"[^\W\d_]", re.sub(r"\{[^{}]*\}", "", value.template))
        if has_letters and value.template not in words_of("da"):
            yield value.template
        for each in value.values.values():
            yield from without_words(each)
