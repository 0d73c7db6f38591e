"""The units of numbers, as a reader of each language has them; part of WORDS.

A file states a unit in English words, and English results have it as it stands. Money keeps its
code: DKK_2024.
"""

from __future__ import annotations

from ipscost.words import nouns

WORDS: dict[str, tuple[str, str]] = {
    "unit_share": ("share", "andel"),
    "unit_ratio": ("ratio", "forhold"),
}


def named(unit: str, language: str) -> str:
    """A unit that stands alone: `day/person`, in Danish `dage/person`."""
    if language != "da" or not unit:
        return unit
    head, *per = unit.split("/")
    if f"unit_{head}" in WORDS:
        head = WORDS[f"unit_{head}"][1]
    else:
        head = nouns.many(head, language) or head
    return "/".join((head, *(nouns.one(each, language) for each in per)))


def beside(unit: str, language: str) -> str:
    """A unit behind its number: `0.5 share`, in Danish `0,5 (andel)`."""
    text = named(unit, language)
    return f"({text})" if language == "da" and f"unit_{unit}" in WORDS else text
