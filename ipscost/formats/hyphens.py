"""Words that are too long for their column, broken where a reader would break them."""

from __future__ import annotations

import re

SHORTEST = 10
"""The narrowest column for which words are broken: half a long word and its hyphen."""
WORD = 16
"""Up to which length a word stays whole although it has marks behind which it may be broken."""
AT_LEAST = 3
"""How many letters stand on each side of a hyphen at least."""

_AFTER = re.compile(r"(?<=[-/])(?=\w)|(?<=[^\W\d][.=:,_])(?=[^\W\d])")
"""Where a word may be broken without a hyphen: behind those of `DKK_2017/person` and of a path."""
_VOWELS = "aeiouyæøåAEIOUYÆØÅ"
_JOINED = "gv"
"""Letters behind which an s before a vowel ends a word that is joined to the next."""
_STARTS_WITH_S = "tkp"
"""Letters before which an s begins a syllable, so that it does not end the word before it."""


def fitted(text: str, width: int) -> str:
    """A text in which no word is longer than `width`: longer ones are broken by a space.

    A word is broken behind a mark that it has, or else with a hyphen. Numbers are never broken.
    """
    if len(text) <= width:
        return text
    return "\n".join(
        " ".join(_broken(word, width) if len(word) > width else word for word in line.split(" "))
        for line in text.split("\n")
    )


def longest(text: str) -> int:
    """The width that the longest word of a text needs; words with marks may be broken there."""
    return max((_needed(word) for word in text.split()), default=0)


def _needed(word: str) -> int:
    return len(word) if len(word) <= WORD else max(map(len, _AFTER.split(word)))


def narrowest(text: str) -> int:
    """The least width to which the words of a text can be broken, at most that of the longest."""
    return max((_least(part) for word in text.split() for part in _AFTER.split(word)), default=0)


def _least(part: str) -> int:
    return len(part) if not _breaks(part) else min(len(part), SHORTEST)


def _broken(word: str, width: int) -> str:
    """A word in pieces no longer than `width`, as far as it can be broken."""
    lines = [""]
    for part in _AFTER.split(word):
        if lines[-1] and len(lines[-1]) + len(part) > width:
            lines.append("")
        lines[-1] += part
    return " ".join(piece for line in lines for piece in _hyphenated(line, width))


def _hyphenated(part: str, width: int) -> list[str]:
    """A part of a word in pieces that end in hyphens, each as long as fits."""
    pieces = []
    while len(part) > width:
        fit = [(is_joint, at) for at, is_joint in _breaks(part) if at < width]
        if not fit:
            break
        _, at = max(fit)
        pieces.append(f"{part[:at]}-")
        part = part[at:]
    return [*pieces, part]


def _breaks(part: str) -> list[tuple[int, bool]]:
    """Where a hyphen may stand in a word, and whether two words are joined there.

    A syllable begins with the consonant before a vowel, `behand-ling`, or with both of hj-:
    `selv-hjælp`. Two words are joined behind an s before another consonant, `Diskonterings-rente`,
    and behind one after g or v that stands before a vowel: `erhvervs-aktivitet`.
    """
    found = []
    for at in range(AT_LEAST, len(part) - AT_LEAST + 1):
        around = part[at - AT_LEAST : at + AT_LEAST]
        if not around.isalpha():
            continue
        before, here, after = part[at - 1], part[at], part[at + 1]
        if after in _VOWELS and (before + here == "hj" or (here == "s" and before in _JOINED)):
            continue
        is_joint = before == "s" and (
            part[at - 2] in _JOINED if here in _VOWELS else here not in _STARTS_WITH_S
        )
        is_start = here not in _VOWELS and after in _VOWELS
        if is_joint or is_start or here + after == "hj":
            found.append((at, is_joint))
    return found
