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
def patterns(language: str) -> dict[str, tuple[list[str], re.Pattern[str]]]:
    """The messages that are long enough to be known by their words, each with its fixed words."""
    own = {
        key: re.findall(r"\w+", re.sub(r"\{[^}]*\}", " ", template(key, "en")))
        for key in words_of("en")
    }
    return {
        key: (fixed(key, language), part(key, language))
        for key in words_of("en")
        if len(own[key]) >= WORDS_OF_ITS_OWN
    }


def fixed(key: str, language: str) -> list[str]:
    """The words of a message between its places for values, the longest first."""
    return sorted(re.split(r"\{\w+[^}]*\}", flat(template(key, language))), key=len, reverse=True)


def keys(texts: Iterable[str], language: str) -> list[str]:
    """The keys of the messages that stand in any of the texts, in the order of the alphabet."""
    lines = [flat(text) for text in texts]
    return sorted(
        key
        for key, (words, pattern) in patterns(language).items()
        # Where its fixed words are not there it is not, and that is seen much sooner.
        if any(all(each in line for each in words) and pattern.search(line) for line in lines)
    )
