"""Every word of a result that is shown to a reader, in English and Danish.

Messages about a file that is wrong are English in both, since they are searched for by text.

accounts   the words of payers, perspectives, discounting and the course over months
general    the words of simulate, verify, check and batch, and those that all results share
given      the words of what a sentence takes for granted
draws      the words about draws and their Monte Carlo error
explain    the words of explain
compare    the words of compare
nouns      what is counted, one and many of it, and units
psa        the words about results made elsewhere
cea        the words of cea
cea_lower  the words of cea where less of the outcome is better
cea_notes  the words of the notes of cea
voi        the words of voi and of simulate --uncertainty
what_if    the words of sensitivity, and those that threshold shares
threshold  the words of threshold
unknown    the words about what is not known
calibrate  the words of calibrate
model      the words about a model of states
model_notes  the words of the notes about a model
numbers    numbers as text: the only rounding in the program
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ipscost.errors import AskedError
from ipscost.words import (
    accounts,
    calibrate,
    cea,
    cea_lower,
    cea_notes,
    compare,
    draws,
    explain,
    general,
    given,
    model,
    model_notes,
    nouns,
    psa,
    threshold,
    unknown,
    voi,
    what_if,
)

LANGUAGES = ("en", "da")
VARIABLE = "IPSCOST_LANG"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


WORDS: dict[str, tuple[str, str]] = {
    **general.WORDS,
    **given.WORDS,
    **accounts.WORDS,
    **explain.WORDS,
    **compare.WORDS,
    **draws.WORDS,
    **cea.WORDS,
    **cea_lower.WORDS,
    **cea_notes.WORDS,
    **nouns.WORDS,
    **psa.WORDS,
    **voi.WORDS,
    **what_if.WORDS,
    **threshold.WORDS,
    **calibrate.WORDS,
    **model.WORDS,
    **model_notes.WORDS,
    **unknown.WORDS,
}
"""English and Danish, by key."""


def say(key: str, language: str, **values: object) -> str:
    """The words under `key` in `language`, with `values` filled in."""
    english, danish = WORDS[key]
    return (danish if language == "da" else english).format(**values)


def typed(value: float, language: str, digits: int = 6) -> str:
    """A number as one would type it: `7.46038`, in Danish `7,46038`."""
    text = f"{value + 0.0:.{digits}g}" if abs(value) < 1e6 else f"{value:.0f}"
    return text.replace(".", ",") if language == "da" else text


def one_of(unit: str, label: str, language: str, *, avoided: bool = False) -> str:
    """What one of an outcome is: `QALY`, `week`, `person with a job`, `admission avoided`.

    `label` is what the outcome is called within a sentence; a `unit` of nothing is not known.
    """
    if unit in ("share", ""):
        key = f"one_of_{unit or 'unknown'}{'_avoided' if avoided else ''}"
        return say(key, language, label=label)
    one = nouns.one(unit, language)
    if not avoided:
        return one
    is_averted = one in (say("one_DALY", language), say("one_death", language))
    return say("averted" if is_averted else "avoided", language, one=one)


def in_sentence(label: str) -> str:
    """A label inside a sentence: its first letter small, unless it begins with an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or len(label) == 1 else label


def language(given: str | None, environment: Mapping[str, str]) -> str:
    """The language of results: the `given` one, else that of IPSCOST_LANG, else of the locale.

    The first of LC_ALL, LC_MESSAGES and LANG that is not empty is the locale: `da` and
    `da_DK.UTF-8` are Danish, all else is English. Raises AskedError where the given one or
    IPSCOST_LANG is neither `en` nor `da`.
    """
    for setting, asked in (("--lang", given), (VARIABLE, environment.get(VARIABLE) or None)):
        if asked in LANGUAGES:
            return asked
        if asked is not None:
            known = ", ".join(LANGUAGES)
            raise AskedError(f"{setting} must be one of {known}, not '{asked}'")
    locale = next((environment[name] for name in LOCALE if environment.get(name)), "")
    return "da" if re.fullmatch(r"da([_.@-].*)?", locale) else "en"


def horizon(months: int, language: str) -> str:
    """`18 months`, `1 month`, and `10 years` of several whole years."""
    if months > 12 and months % 12 == 0:
        return say("horizon_years", language, years=months // 12)
    return say("horizon" if months != 1 else "horizon_one", language, months=months)


def listing(items: list[str], language: str) -> str:
    """`a`, `a and b`, `a; b and c`: labels may hold commas themselves."""
    if len(items) < 2:
        return "".join(items)
    return f"{'; '.join(items[:-1])} {say('and', language)} {items[-1]}"
