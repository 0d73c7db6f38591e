"""What a printed text tells, by the keys of its words: a test asks for a message, not its wording.

`said` is a message as a reader sees it; `keys` finds which messages stand in a text. So a changed
word moves the pages and the texts of `golden/` that show it, and no test of what is told when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ipscost.words.locale import words_of

WORDS_OF_ITS_OWN = 4
"""A message needs so many, so that no other text is taken for it; shorter ones are not looked for.

Words, not letters: one word in place of another must not change what is looked for.
"""


def said(key: str, language: str = "en", /, **values: object) -> str:
    """The message under `key` with its values, on one line."""
    return flat(template(key, language).format(**values))


def part(key: str, language: str = "en", /, **values: object) -> re.Pattern[str]:
    """Finds the message under `key` in a text on one line; values that are not given may be any."""
    pieces = re.split(r"\{(\w+)[^}]*\}", flat(template(key, language)))
    seen: set[str] = set()
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            pieces[place] = re.escape(piece)
        elif piece in values:
            pieces[place] = re.escape(str(values[piece]))
        else:
            pieces[place] = f"(?P={piece})" if piece in seen else f"(?P<{piece}>.*?)"
            seen.add(piece)
    return re.compile("".join(pieces))


def tells(text: str, key: str, language: str = "en", /, **values: object) -> bool:
    """True where the message under `key` stands in the text, with the values that are given."""
    return part(key, language, **values).search(flat(text)) is not None


def values_of(text: str, key: str, language: str = "en") -> dict[str, str]:
    """What the first message under `key` in the text was told with."""
    found = part(key, language).search(flat(text))
    assert found is not None, f"no {key} in {text}"
    return found.groupdict()


def flat(text: str) -> str:
    """The text on one line, as before it was wrapped."""
    return " ".join(text.split())


def template(key: str, language: str) -> str:
    """The words under a key, with places for the values."""
    return words_of(language)[key]


@cache
def patterns(language: str) -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    """The messages that are long enough to be known by their words: these, and their pattern."""
    own = {
        key: re.findall(r"\w+", re.sub(r"\{[^}]*\}", " ", template(key, "en")))
        for key in words_of("en")
    }
    return {
        key: (tuple(re.split(r"\{\w+[^}]*\}", flat(template(key, language)))), part(key, language))
        for key in words_of("en")
        if len(own[key]) >= WORDS_OF_ITS_OWN
    }


ELSEWHERE = ("picture_", "book_")
"""How the keys begin of words that stand in pictures and workbooks alone: a part of many sentences
would be taken for the title of an axis."""
SHORT = ("title_analyse", "power_saving")
"""Titles and parts of sentences that are hardly more than names and amounts, as many texts have."""


def keys(texts: Iterable[str], language: str) -> list[str]:
    """The keys of the messages that stand in any of the texts, in the order of the alphabet.

    A sentence that only stands within one that says the same and more is not told itself.
    """
    lines = [flat(text) for text in texts]
    every = "\n".join(lines)
    found = {
        key: pattern
        for key, (words, pattern) in patterns(language).items()
        if not key.startswith(ELSEWHERE)
        and key not in SHORT
        and all(word in every for word in words)
        if any(all(word in line for word in words) and pattern.search(line) for line in lines)
    }
    text = {key: flat(template(key, language)) for key in found}
    spans = {
        key: [(n, *m.span()) for n, line in enumerate(lines) for m in pattern.finditer(line)]
        for key, pattern in found.items()
    }

    def is_within(key: str) -> bool:
        more = [
            span
            for other in found
            if text[key].endswith(".") and text[other].endswith(".")
            if found[key].search(text[other]) and not found[other].search(text[key])
            for span in spans[other]
        ]
        return all(
            any(n == line and low <= start < high for line, low, high in more)
            for n, start, _ in spans[key]
        )

    return sorted(key for key in found if not is_within(key))
