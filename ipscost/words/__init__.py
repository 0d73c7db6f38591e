"""Every word of a result that is shown to a reader, in every language that there is.

What is wrong with a file or a command is English in the code, so that it can be searched for;
other languages have its words in a folder `messages/` of their own.

en       the words of English, a module a theme
da       the words of Danish; a folder beside these two is another language
locale   which languages there are, their words, and the marks of numbers
nouns    units and what is counted, in the singular and plural
text     texts that become words only when a report is written
variants whole sentences in many variants, each with a key of its own
numbers  numbers as text: the only rounding in the program
messages what is wrong, and the fix, in the language of whoever reads it
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce

from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.words import nouns
from ipscost.words.locale import ENGLISH, languages_in, locale, marked, words_of

LANGUAGES = languages_in(__path__)
"""The languages that results can be in, English first."""
VARIABLE = "IPSCOST_LANG"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def say(key: str, language: str, **values: object) -> str:
    """The words under `key` in `language`, with `values` filled in."""
    return words_of(language)[key].format(**values)


def has(key: str) -> bool:
    """True if there are words under `key`: every language has the same keys."""
    return key in words_of(ENGLISH)


def typed(value: float, language: str, digits: int = 6) -> str:
    """A number as one would type it: `7.46038`, in Danish `7,46038`."""
    text = f"{value + 0.0:.{digits}g}" if abs(value) < 1e6 else f"{value:.0f}"
    return marked(text, language)


def precise(value: float, language: str) -> str:
    """A number with just enough digits to distinguish it from any other."""
    return marked(repr(float(value)).removesuffix(".0"), language)


def one_of(unit: str, label: str, language: str, *, avoided: bool = False) -> str:
    """One unit of an outcome: `QALY`, `week`, `person with a job`, `admission avoided`.

    `label` is the outcome's name within a sentence; an empty `unit` is not known. Of a state that
    somebody is in it is a `person in a job`.
    """
    if unit in ("share", ""):
        is_state = unit == "share" and label.split(" ")[0].lower() in locale(language).of_states
        if is_state:
            unit = "share_in"
        key = f"one_of_{unit or 'unknown'}{'_avoided' if avoided else ''}"
        return say(key, language, label=label)
    one = nouns.one(unit, language)
    if not avoided:
        return one
    is_averted = one in (say("one_DALY", language), say("one_death", language))
    return say("averted" if is_averted else "avoided", language, one=one)


def in_sentence(label: str, language: str) -> str:
    """A label within a sentence: in lower case at the start, unless that is a name.

    It is one if it begins with an abbreviation, as `IPS programme`, if it is a single letter, as
    `X`, or if a later word has a capital too, as `Region Nord`. A letter may be a word of the
    language, as in the Danish `I job`.
    """
    first, *others = label.split() or [""]
    is_name = any(word[:1].isupper() and word[1:2].islower() for word in others)
    is_word = bool(others) and first in locale(language).words_of_a_letter
    if is_name or not (is_word or first[1:2].islower()):
        return label
    return label[:1].lower() + label[1:]


def language(given: str | None, environment: Mapping[str, str]) -> str:
    """The language of results: the `given` one, else that of IPSCOST_LANG, else of the locale.

    The first of LC_ALL, LC_MESSAGES and LANG that is not empty is the locale: `da` and
    `da_DK.UTF-8` are Danish; any other than LANGUAGES gives English. Raises AskedError if
    the given language or IPSCOST_LANG is not one of them.
    """
    for setting, asked in (("--lang", given), (VARIABLE, environment.get(VARIABLE) or None)):
        if asked in LANGUAGES:
            return asked
        if asked is not None:
            known = ", ".join(LANGUAGES)
            raise AskedError(
                Message(
                    "{setting} must be one of {known}, not '{asked}'",
                    setting=setting,
                    known=known,
                    asked=asked,
                )
            )
    locale = next((environment[name] for name in LOCALE if environment.get(name)), "")
    here = (each for each in LANGUAGES if re.fullmatch(rf"{each}([_.@-].*)?", locale))
    return next(here, ENGLISH)


def horizon(months: int | None, language: str) -> str:
    """`18 months`, `1 month`, in whole years if several (`10 years`); or that it is not stated."""
    if months is None:
        return say("horizon_unknown", language)
    if months > 12 and months % 12 == 0:
        return say("horizon_years", language, years=months // 12)
    return say("horizon" if months != 1 else "horizon_one", language, months=months)


def listing(items: list[str], language: str) -> str:
    """`a`, `a and b`, `a; b and c`: labels may hold commas themselves.

    Danish sets commas where none of them does: `a, b og c`.
    """
    if len(items) < 2:
        return "".join(items)
    if any("," in item for item in items):
        before = "; ".join(items[:-1])
    else:
        before = reduce(lambda x, y: say("listed", language, first=x, next=y), items[:-1])
    return f"{before} {say('and', language)} {items[-1]}"
