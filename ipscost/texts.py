"""Texts from outside, made safe to show: those of scenarios, file names and options.

A terminal obeys some characters (escape codes set its title and colours); others have no width or
reverse the reading order. Here they are spelt out. Everything that a format or a command shows goes
through `cleaned` or `harmless`.

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
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Control characters, format characters, halves of characters, ends of lines and paragraphs."""
_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def harmless(text: str) -> str:
    """The text with invisible characters spelt out, and with spaces for line ends and tabs."""
    if text.isprintable():
        return text
    return "".join(_seen(letter) for letter in one_line(text))


def _seen(letter: str) -> str:
    if letter == "\t":
        return " "
    hidden = unicodedata.category(letter) in HIDDEN
    return letter.encode("unicode_escape").decode() if hidden else letter


def one_line(text: str) -> str:
    """The lines of a text joined into one, separated by spaces."""
    if not _LINE_END.search(text):
        return text
    return " ".join(line.strip() for line in _LINE_END.split(text) if line.strip())


def harmless_lines(text: str) -> str:
    """The text made harmless line by line."""
    return "\n".join(map(harmless, text.split("\n")))


def cleaned(value: Any, *, lines: tuple[str, ...] = ()) -> Any:
    """A value with every text in it made harmless, at any depth.

    lines: names of dataclass fields whose texts may keep several lines.
    """
    return _changed(value, harmless, harmless_lines, lines)


def writable(value: Any, encoding: str) -> Any:
    """A value with stand-ins for what an encoding lacks, in every text in it, at any depth.

    Some are longer than what they stand for: columns are only straight if these are put in first.
    """
    if codecs.lookup(encoding).name.startswith("utf"):
        return value

    def written(text: str) -> str:
        return text if text.isascii() else text.encode(encoding, STAND_INS).decode(encoding)

    return _changed(value, written, written, ())


def _changed(
    value: Any, one: Callable[[str], str], many: Callable[[str], str], lines: tuple[str, ...]
) -> Any:
    """A value with every text in it changed by `one`; by `many` in the fields named in `lines`."""
    if isinstance(value, str):
        return one(value)
    if isinstance(value, (list, tuple)):
        return type(value)(_changed(item, one, many, lines) for item in value)
    if isinstance(value, dict):
        return {
            _changed(key, one, many, lines): _changed(item, one, many, lines)
            for key, item in value.items()
        }
    changed = {}
    for name in _fields(value.__class__):
        before = getattr(value, name)
        if isinstance(before, (float, int, type(None))):
            continue
        is_many = name in lines and isinstance(before, str)
        after = many(before) if is_many else _changed(before, one, many, lines)
        if after != before:
            changed[name] = after
    return replace(value, **changed) if changed else value


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The names of the fields of a dataclass; none of any other class."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


# --- characters that an encoding lacks -------------------------------------------------------

STAND_INS = "ipscost.stand-ins"
"""The name of the codecs error handler that replaces characters which an encoding lacks."""

_STANDS_IN = {
    **dict.fromkeys(map(chr, range(0x2500, 0x2580)), "+"),  # corners and crossings of boxes
    **dict.fromkeys(map(chr, range(0x2580, 0x25A0)), "#"),  # blocks
    **dict.fromkeys("░▒─━┄┅┈┉╌╍═╴╶╸╺╼╾‐‑‒–—―−", "-"),
    **dict.fromkeys("■", "#"),
    **dict.fromkeys("│┃┆┇┊┋╎╏║╵╷╹╻╽╿", "|"),
    **dict.fromkeys("‘’‚‛“”„‟«»‹›′″", "'"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f", " "),
    **dict.fromkeys("•·●", "*"),
    "▲": "^",
    "▼": "v",
    "○": "o",
    "†": "^",
    "‡": "^^",
    "…": "...",
    "×": "x",
    "√": "sqrt ",
    "Σ": "sum ",
    "÷": "/",
    "±": "+/-",
    "◆": "*",
    "τ": "tau",
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
    """ASCII for what cannot be encoded: a sign of the same meaning, a letter without accents, or ?.

    None of the replacements ends a cell of a table or a quoted text.
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
