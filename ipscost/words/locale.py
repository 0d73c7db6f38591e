"""What a language is: a folder beside this module, with its words by theme and its `Locale`.

No other module names a language: whatever differs from one to the next is in
the folder's `__init__.py`, as the fields of its `Locale`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

ENGLISH = "en"
"""The language of messages about a faulty file, and of the units in scenarios."""

SIGNS = {"DKK": "kr."}
"""How a currency is written after an amount, if not by its code."""


def no_plural(noun: str) -> str:
    """Empty: the plural of `noun` is not known."""
    return ""


@dataclass(frozen=True, slots=True)
class Locale:
    """How a language writes numbers and units, and whether scenarios must have texts in it.

    `name` is what the language is called in English. `plural` gives many of a noun that the words
    do not list, or is empty if none is known. `units_have_words` is False if the
    units of scenarios are shown as they are written there, which is in English. `in_scenarios` is
    True if a text of a scenario that is given by language must be given in this one.
    `words_of_a_letter` are the words that are one letter and may begin a label. `of_states` are
    the words that begin the label of a state that somebody is in, as `In a job`.
    """

    name: str
    decimal: str
    thousands: str
    plural: Callable[[str], str] = no_plural
    units_have_words: bool = True
    in_scenarios: bool = False
    words_of_a_letter: tuple[str, ...] = ()
    of_states: tuple[str, ...] = ()


def languages_in(folders: Iterable[str]) -> tuple[str, ...]:
    """The languages that have a folder in one of `folders`, English first."""
    languages = {module.name for module in pkgutil.iter_modules(folders) if module.ispkg}
    return (ENGLISH, *sorted(languages - {ENGLISH}))


@cache
def locale(language: str) -> Locale:
    """The locale of a language. Raises ModuleNotFoundError if there is no such language."""
    manner: Locale = import_module(f"{__package__}.{language}").LOCALE
    return manner


@cache
def words_of(language: str) -> dict[str, str]:
    """The words of a language by key, from the modules of its folder.

    They are imported when first requested, without those of any other language.
    """
    folder = import_module(f"{__package__}.{language}")
    entries: dict[str, str] = {}
    for module in pkgutil.iter_modules(folder.__path__):
        if module.ispkg:
            continue  # the words of messages, which few runs need
        entries |= import_module(f"{folder.__name__}.{module.name}").WORDS
    return entries


MODULES = {"help": ("help", "help_people")}
"""The modules of a theme that takes more than one."""


@cache
def theme(language: str, name: str) -> dict[str, str]:
    """The words of one theme of a language, without those of any other: quick, as help must be."""
    words: dict[str, str] = {}
    for module in MODULES.get(name, (name,)):
        words |= import_module(f"{__package__}.{language}.{module}").WORDS
    return words


def in_scenarios(languages: Iterable[str]) -> tuple[str, ...]:
    """Those of `languages` in which a scenario must give every text that it gives by language."""
    return tuple(each for each in languages if locale(each).in_scenarios)


def marked(number: str, language: str) -> str:
    """A number as Python writes it, 1,234.5, with the marks of a language: in Danish 1.234,5."""
    here = locale(language)
    return number.translate({ord(","): here.thousands, ord("."): here.decimal})


def currency_sign(currency: str) -> str:
    """How a currency is written after an amount: `kr.` for DKK, else its code."""
    return SIGNS.get(currency, currency)
