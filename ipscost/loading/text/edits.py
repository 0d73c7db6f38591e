"""Fixes as edits, built from a few phrases.

A fix is one edit, or several alternatives joined by `, or `; a semicolon or brackets begin an
explanation. Three dots stand for what only the author knows. `tests/fixes.py` applies the phrases
automatically.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from ipscost.errors import closest, nearest
from ipscost.loading.keys.fields import check_name
from ipscost.loading.keys.schema_amounts import UNCERTAINTY_KEYS
from ipscost.loading.text import yamldoc
from ipscost.messages import Message, ands, either
from ipscost.numerals import is_doubtful, without_marks

SOURCE = "source: ..."


def without(keys: Iterable[str], of: str = "") -> str:
    """`take se out and take n out`, of the mapping at the path `of`."""
    if of:
        return ands(Message("take {key} out of {of}", key=key, of=of) for key in keys)
    return ands(Message("take {key} out", key=key) for key in keys)


def without_uncertainty(node: yamldoc.Node) -> str:
    """The edit that removes the uncertainty of a number."""
    keys = (*UNCERTAINTY_KEYS, "dist")
    return without(key for key in keys if isinstance(node, yamldoc.Mapping) and key in node)


def interval_around(value: float, ends: yamldoc.Node, key: str) -> str:
    """The fix for an interval that does not contain its number.

    Swapping the ends or reading their points as thousands may help.

    If not, only the author knows the ends.
    """
    assert isinstance(ends, yamldoc.Sequence)
    texts = [str(yamldoc.plain(end)) for end in ends.items]
    low, high = (float(text) for text in texts)
    if high <= value <= low and high < low:
        return Message("write [{high:g}, {low:g}]", high=high, low=low)
    if all(is_doubtful(text, ".") for text in texts) and low <= value / 1000 <= high:
        return Message("write [{ends}]", ends=", ".join(map(without_marks, texts)))
    return Message("write {key}: [..., ...] (ends that hold {value:g})", key=key, value=value)


def declared(name: str, known: Mapping[str, Any], section: str, like: str) -> str:
    """The fix for a name that a section does not declare: a declared name, or declaring it.

    A label, in any language, counts as its name.
    """
    if (meant := meant_by(name, known)) is not None:
        return Message("write {meant}", meant=meant)
    add = Message(
        "add {name}: {like} to {section}",
        name=well_named(name),
        like=like,
        section=section,
    )
    return either((nearest(name, tuple(known)), add)) if known else add


def named(word: str, known: Mapping[str, Any]) -> str:
    """The fix for an unknown name: the one with that label, the most similar, or all known."""
    meant = meant_by(word, known)
    return nearest(word, tuple(known)) if meant is None else Message("write {meant}", meant=meant)


def meant_by(word: str, known: Mapping[str, Any]) -> str | None:
    """The known name that a word labels or most likely means; or None."""
    for name, each in known.items():
        label = getattr(each, "label", None)
        texts = (name, *(() if label is None else (text for _, text in label.texts)))
        if word.casefold() in (text.casefold() for text in texts):
            return name
    return closest(word, tuple(known))


def well_named(name: str) -> str:
    """The name, or the closest one that the format allows."""
    try:
        return check_name(name)
    except PydanticCustomError as error:
        return str((error.context or {})["fix"]).split(" ")[1]


def shares_to_one(shares: Mapping[str, float], known: Iterable[str]) -> str:
    """The fix for shares that do not sum to 1: change one of them, or all in proportion.

    If there are none, give one of the `known` names.
    """
    if not shares:
        names = tuple(known)
        return (
            nearest("", names)
            if names
            else Message("write shares such as {shares}", shares="{municipality: 1}")
        )
    total = sum(shares.values())
    ways = []
    for name, share in shares.items():
        other = round(share + 1 - total, 12)
        if 0 <= other <= 1:
            ways.append(Message("write {key}: {bound:g}", key=name, bound=other))
    return either(ways) or Message("write shares such as {shares}", shares=in_proportion(shares))


def in_proportion(shares: Mapping[str, float]) -> str:
    """The shares scaled to sum to 1, in thousandths."""
    total = sum(shares.values())
    if total <= 0:
        parts = {name: 1000 // len(shares) for name in shares}
    else:
        parts = {name: math.floor(1000 * share / total) for name, share in shares.items()}
    last = list(parts)[-1]
    parts[last] += 1000 - sum(parts.values())
    return f"{{{', '.join(f'{name}: {part / 1000:g}' for name, part in parts.items())}}}"


def toward_zero(value: float, digits: int = 4) -> float:
    """The value truncated towards 0."""
    scale: float = 10.0**digits
    return math.trunc(value * scale) / scale
