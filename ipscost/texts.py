"""Texts of other people, made harmless: those of scenarios, file names and options.

A terminal takes some characters for orders (escape codes set its title and its colours), others
have no width or turn the reading order round. Here they are spelt out. Whatever a format or a
command shows goes through `cleaned` or `harmless`.

>>> harmless("IPS\\x1b]0;title\\x07 \\u202eSPI")
'IPS\\\\x1b]0;title\\\\x07 \\\\u202eSPI'
>>> one_line("IPS\\n  and more\\n")
'IPS and more'
>>> "–5 ≥ ½ æ".encode("ascii", STAND_INS)
b'-5 >= 1/2 ae'
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Control characters, format characters, halves of characters, ends of lines and paragraphs."""
_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def harmless(text: str) -> str:
    """The text with characters that cannot be seen spelt out; line ends and tabs become spaces."""
    if text.isprintable():
        return text
    return "".join(_seen(letter) for letter in one_line(text))


def _seen(letter: str) -> str:
    if letter == "\t":
        return " "
    hidden = unicodedata.category(letter) in HIDDEN
    return letter.encode("unicode_escape").decode() if hidden else letter


def one_line(text: str) -> str:
    """The lines of a text behind one another."""
    if not _LINE_END.search(text):
        return text
    return " ".join(line.strip() for line in _LINE_END.split(text) if line.strip())


def harmless_lines(text: str) -> str:
    """The text made harmless line by line."""
    return "\n".join(map(harmless, text.split("\n")))


def cleaned(value: Any, *, lines: tuple[str, ...] = ()) -> Any:
    """A value with every text in it made harmless, at any depth.

    Fields of dataclasses that are named in `lines` may have several lines.
    """
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, (list, tuple)):
        return type(value)(cleaned(item, lines=lines) for item in value)
    if isinstance(value, dict):
        pairs = value.items()
        return {cleaned(key, lines=lines): cleaned(item, lines=lines) for key, item in pairs}
    changed = {}
    for name in _fields(value.__class__):
        before = getattr(value, name)
        if isinstance(before, (float, int, type(None))):
            continue
        many = name in lines and isinstance(before, str)
        after = harmless_lines(before) if many else cleaned(before, lines=lines)
        if after != before:
            changed[name] = after
    return replace(value, **changed) if changed else value


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The names of the fields of a dataclass; none of any other class."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


# --- where an encoding lacks characters ------------------------------------------------------

STAND_INS = "ipscost.stand-ins"
"""The name under which codecs know what stands in for a character that an encoding lacks."""

_STANDS_IN = {
    **dict.fromkeys("░▒─━‐‑‒–—―−", "-"),
    **dict.fromkeys("█▓■", "#"),
    **dict.fromkeys("│┃", "|"),
    **dict.fromkeys("‘’‚‛“”„‟«»‹›′″", "'"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f", " "),
    **dict.fromkeys("•·●", "*"),
    "†": "^",
    "‡": "^^",
    "…": "...",
    "×": "x",
    "÷": "/",
    "±": "+/-",
    "→": "->",
    "←": "<-",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "≈": "~",
    "½": "1/2",
    "¼": "1/4",
    "¾": "3/4",
    "²": "^2",
    "³": "^3",
    "µ": "u",
    "°": " deg",
    "§": "par. ",
    "€": "EUR",
    "£": "GBP",
    "æ": "ae",
    "Æ": "Ae",
    "ø": "oe",
    "Ø": "Oe",
    "å": "aa",
    "Å": "Aa",
    "ß": "ss",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "œ": "oe",
    "Œ": "Oe",
    "ł": "l",
    "Ł": "L",
}


def _stand_ins(error: UnicodeError) -> tuple[str | bytes, int]:
    """ASCII in place of what cannot be encoded: a sign of the same meaning, the bare letter, `?`.

    None of them ends a cell of a table or a text in quotes.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_STANDS_IN.get(letter) or _bare(letter) for letter in lacking), error.end


def _bare(letter: str) -> str:
    """A letter without its accents, or a question mark."""
    first = unicodedata.normalize("NFKD", letter)[0]
    return first if first.isascii() and first.isalnum() else "?"


codecs.register_error(STAND_INS, _stand_ins)
