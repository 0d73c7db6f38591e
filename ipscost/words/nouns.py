"""Units and what is counted, in the singular and plural.

A unit of a scenario is an English word. One that is not listed in the `nouns` of a language has
its regular plural, where the language has such a rule. Money has its code, DKK_2024, where units
have no words.
"""

from __future__ import annotations

import re
from functools import cache

from ipscost.words.locale import currency_sign, locale, words_of

COUNTED = ("person", "month", "week", "day", "hour", "post", "visit")
"""Units that are things or times, of which there are so many."""


@cache
def _forms() -> dict[str, str]:
    """The listed units by each way to write them: crises, bed day, ly."""
    from ipscost.words.en.nouns import WORDS

    return {
        form.lower(): key.partition("_")[2]
        for key, text in WORDS.items()
        if re.match(r"(one|many)_(?!of_)", key)
        for form in (text, key.partition("_")[2].replace("_", " "))
    }


def one(unit: str, language: str) -> str:
    """A unit in the singular: `week`, in Danish `uge`; an unlisted unit as it is."""
    listed = _listed(unit)
    return words_of(language)[f"one_{listed}"] if listed else _plain(unit)


def many(unit: str, language: str) -> str:
    """A unit in the plural: `weeks`, in Danish `uger`; empty if no plural is known."""
    listed = _listed(unit)
    if listed:
        return words_of(language)[f"many_{listed}"]
    return locale(language).plural(_plain(unit))


def is_listed(unit: str) -> bool:
    """True for a unit that has words of its own in every language."""
    return bool(_listed(unit))


def _listed(unit: str) -> str:
    """The listed unit that a word means, in any case, singular or plural; or empty."""
    form = _plain(unit).lower()
    return _forms().get(form) or _forms().get(form.removesuffix("s"), "")


def _plain(unit: str) -> str:
    return unit.replace("_", " ").strip()


def named(unit: str, language: str) -> str:
    """A unit that stands alone: `day/person`, in Danish `dage pr. person`.

    Where units have words, money is told with its sign and year: `kr. (2017) pr. person`.
    """
    if not unit or not locale(language).units_have_words:
        return unit
    found = words_of(language)
    head, *per = unit.split("/")
    money = re.fullmatch(r"([A-Z]{3})_(\d{4})", head)
    if money:
        first = found["unit_money"].format(sign=currency_sign(money[1]), year=money[2])
    else:
        first = found.get(f"unit_{head}") or many(head, language) or head
    for each in per:
        first = found["unit_per"].format(unit=first, each=one(each, language))
    return first


def beside(unit: str, language: str) -> str:
    """A unit after its number: `0.5 share`, in Danish `0,5 (andel)`; what is counted, as many.

    `8.5 months`, and `8,5 måneder`.
    """
    text = many(unit, language) if unit in COUNTED else named(unit, language)
    has_words = locale(language).units_have_words and f"unit_{unit}" in words_of(language)
    return f"({text})" if has_words else text
