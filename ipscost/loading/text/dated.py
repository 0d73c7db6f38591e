"""Where a category states what changes on a date, as a path or a variant names it.

A category with dates is a group of categories by the names `before` and `from_2025_07`, and in the
file a list below `dated`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ipscost.loading.text import yamldoc
from ipscost.messages import Message

DATED, FROM, BEFORE = "dated", "from", "before"
Merge = Callable[[yamldoc.Mapping, yamldoc.Mapping], yamldoc.Mapping]


def at_a_date(node: yamldoc.Node | None, name: str) -> list[str] | None:
    """The keys that lead to what `before` or `from_2025_07` names; None if it names nothing."""
    dated = node.get(DATED) if isinstance(node, yamldoc.Mapping) else None
    if not isinstance(dated, yamldoc.Sequence) or name in node:  # type: ignore[operator]
        return None
    if name == BEFORE:
        return []
    place = _place(dated, name)
    return None if place is None else [DATED, str(place)]


def stays(parts: Sequence[str], depth: int) -> str:
    """The fix for a number, at `parts[depth]`, that a date does not state; empty for another."""
    if depth < 2 or parts[depth - 2] != DATED:
        return ""
    path = ".".join((*parts[: depth - 2], *parts[depth:]))
    number = ".".join(parts[depth : depth + 1])
    return Message(
        "write {path}=...; {number} stays what it is before that date, unless it is stated anew as "
        "a whole: {{mean: ..., source: ...}}",
        path=path,
        number=number,
    )


def over_dates(over: yamldoc.Mapping, under: yamldoc.Mapping, merge: Merge) -> yamldoc.Mapping:
    """What a variant states by the names of dates, where `under` states it; all else as it is."""
    dated = under.get(DATED)
    if not isinstance(dated, yamldoc.Sequence) or DATED in over:
        return over
    items, entries, keys = list(dated.items), dict(over.entries), dict(over.keys)
    for name in over:
        child, place = over[name], _place(dated, name)
        if not isinstance(child, yamldoc.Mapping) or name in under:
            continue
        if place is not None:
            below = items[place]
            assert isinstance(below, yamldoc.Mapping)
            items[place] = merge(child, below)
        elif name == BEFORE:
            entries |= child.entries
            keys |= child.keys
        else:
            continue
        del entries[name], keys[name]
    if all(name in entries for name in over):
        return over
    entries[DATED] = yamldoc.Sequence(tuple(items), dated.span)
    return yamldoc.Mapping(entries, {**keys, DATED: under.keys[DATED]}, over.span, over.was)


def _place(dated: yamldoc.Sequence, name: str) -> int | None:
    """The place in the list of what holds from the month of a name on, or None."""
    for place, item in enumerate(dated.items):
        month = item.get(FROM) if isinstance(item, yamldoc.Mapping) else None
        written = month.text if isinstance(month, yamldoc.Scalar) else ""
        if written and name == f"from_{written[:7].replace('-', '_')}":
            return place
    return None
