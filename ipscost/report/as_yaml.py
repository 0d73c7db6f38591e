"""A scenario as the text of a file: mappings in blocks, texts in quotes where YAML needs them.

No anchors and no guessing: what is written here is read again by `loading/` as it was meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from ipscost.numerals import is_doubtful
from ipscost.words import LANGUAGES
from ipscost.words.locale import in_scenarios
from ipscost.words.text import Words, tell

Tree = dict[str, Any]
PLAIN_KEY = re.compile(r"[\w.-]*\w")
ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON leaves as it is, and YAML does not: ends of lines, and what no file may hold."""
ROUNDING = 1e-9
"""What an eigenvalue of 0 may come out as."""
NOTHING = ("null", "Null", "NULL")
"""Bare words that stand for nothing."""


class Inline(dict[str, Any]):
    """A text in each language, a line each."""


class Braced(dict[str, Any]):
    """A mapping that is written on one line, in braces: an amount."""


class InlineRow(list[Any]):
    """A list that is written on one line, as a row of a matrix."""

    def __init__(self, values: Iterable[Any]) -> None:
        super().__init__(values)


def in_each_language(text: Words) -> Inline:
    """A text in each language of scenarios."""
    return Inline({language: tell(text, language) for language in in_scenarios(LANGUAGES)})


def lines(tree: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """The lines of a block of YAML."""
    indent = "  " * depth
    for key, value in tree.items():
        head = f"{indent}{_key(key)}:"
        if isinstance(value, Inline):
            inside = ("\n  " + indent).join(f"{k}: {scalar(v)}" for k, v in value.items())
            yield f"{head}\n  {indent}{inside}"
        elif isinstance(value, Braced | InlineRow) or value in ({}, []):
            yield f"{head} {_flow(value)}"
        elif isinstance(value, Mapping):
            yield head
            yield from lines(value, depth + 1)
        elif isinstance(value, list | tuple):
            yield head
            yield from _items(value, depth + 1)
        else:
            yield f"{head} {scalar(value)}".rstrip()


def _items(values: Sequence[Any], depth: int) -> Iterator[str]:
    """The lines of a list: an item each, and mappings in it as blocks behind their dash."""
    indent = "  " * depth
    for item in values:
        if isinstance(item, Mapping) and item and not isinstance(item, Braced):
            first, *rest = lines(item, depth + 1)
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_flow(item)}"


def _flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return scalar(value) or '""'


def _key(key: str) -> str:
    is_plain = PLAIN_KEY.fullmatch(key) and key not in NOTHING
    return key if is_plain else _quoted(key)


def scalar(value: Any) -> str:
    """A number as it is computed, or a text in quotes where YAML would read it otherwise.

    An empty text is nothing at all, as where a key has no value.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        text = np.format_float_positional(value, trim="-")
        return f"{text}0" if is_doubtful(text) else text
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if not text:
        return ""
    bare = text.replace("_", "").replace("/", "").replace("-", "").replace(".", "")
    is_plain = bare.isalnum() and text not in NOTHING
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    written = json.dumps(text, ensure_ascii=False)
    return ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def tidied(matrix: np.ndarray, within: float | None = None) -> np.ndarray:
    """A correlation matrix with as few decimals as leave it one.

    within: by which share of itself its smallest eigenvalue may change, which is the variance of
    what nearly cancels, as a transfer does between those who pay and those who receive it; None
    for any.
    """
    least = float(np.linalg.eigvalsh(matrix)[0])
    for decimals in (3, 4, 6, 8):
        found = np.round(matrix, decimals)
        np.fill_diagonal(found, 1.0)
        smallest = float(np.linalg.eigvalsh(found)[0])
        is_close = within is None or abs(smallest - least) <= within * abs(least) + ROUNDING
        if smallest >= 0 and is_close:
            return found + 0.0
    found = matrix * (1 - 1e-9)
    np.fill_diagonal(found, 1.0)
    return found
