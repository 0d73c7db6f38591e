"""How a change meets the tree that it changes: where it stands, and what it replaces."""

from __future__ import annotations

from dataclasses import replace

from ipscost import numerals
from ipscost.errors import Span
from ipscost.loading.text import yamldoc
from ipscost.scenario.transfer import WAYS

"""The section of what is carried over, whose numbers may stand plainly."""


def moved(node: yamldoc.Node, setting: str, offset: int) -> yamldoc.Node:
    """The node with its spans moved into the text of the setting."""
    span = replace(node.span, column=node.span.column + offset, text=setting)
    if isinstance(node, yamldoc.Scalar):
        return replace(node, span=span)
    if isinstance(node, yamldoc.Sequence):
        items = tuple(moved(item, setting, offset) for item in node.items)
        return yamldoc.Sequence(items, span)
    entries = {key: moved(child, setting, offset) for key, child in node.entries.items()}
    keys = {
        key: replace(key_span, column=key_span.column + offset, text=setting)
        for key, key_span in node.keys.items()
    }
    return yamldoc.Mapping(entries, keys, span)


def part_span(span: Span, parts: list[str], depth: int) -> Span:
    """The position of a part of the path within a setting."""
    path = ".".join(parts)
    start = max(0, span.text.find(path)) if path in span.text else -1
    if start < 0:
        return span
    column = start + len(".".join(parts[:depth])) + (1 if depth else 0)
    return replace(span, column=column + 1, length=max(1, len(parts[depth])))


def parts_of(root: yamldoc.Mapping, path: str) -> list[str]:
    """The keys that a path leads through; one that holds dots, `care.ward`, is a single key."""
    node: yamldoc.Node | None = root
    left, parts = path.split("."), list[str]()
    while left:
        if (place := _at_a_date(node, left[0])) is not None:
            left, at = left[1:], place
            for key in at:
                node = child_of(node, key)
            parts += at
            continue
        ends = range(len(left), 0, -1) if isinstance(node, yamldoc.Mapping) else ()
        end = next((end for end in ends if ".".join(left[:end]) in node), 1)  # type: ignore[operator]
        key, left = ".".join(left[:end]), left[end:]
        parts.append(key)
        node = child_of(node, key)
    return parts


def child_of(node: yamldoc.Node | None, key: str) -> yamldoc.Node | None:
    """The node under a key, or at a place of a list."""
    if isinstance(node, yamldoc.Mapping):
        return node.get(key)
    place = numerals.count(key, digits=9) if isinstance(node, yamldoc.Sequence) else None
    if place is not None and isinstance(node, yamldoc.Sequence) and place < len(node.items):
        return node.items[place]
    return None


def _at_a_date(node: yamldoc.Node | None, name: str) -> list[str] | None:
    """Where a category with dates states what `before` or `from_2025_07` names; None if nowhere."""
    dated = node.get("dated") if isinstance(node, yamldoc.Mapping) else None
    if not isinstance(dated, yamldoc.Sequence) or name in node:  # type: ignore[operator]
        return None
    if name == "before":
        return []
    for place, item in enumerate(dated.items):
        month = item.get("from") if isinstance(item, yamldoc.Mapping) else None
        written = month.text if isinstance(month, yamldoc.Scalar) else ""
        if name == f"from_{written[:7].replace('-', '_')}":
            return ["dated", str(place)]
    return None


def rivals_of(way: str) -> set[str]:
    """The keys of a transfer that do not go with a way to carry an effect over."""
    if way not in WAYS:
        return set()
    return {*WAYS, "other"} - ({way, "other"} if way == "weight" else {way})


def without_way(below: yamldoc.Node | None, over: yamldoc.Mapping) -> yamldoc.Node | None:
    """What a variant's transfer is merged over: without the way there, where it states one."""
    if not isinstance(below, yamldoc.Mapping):
        return below
    gone = {key for way in over for key in rivals_of(way)} - set(over)
    entries = {key: below[key] for key in below if key not in gone}
    return yamldoc.Mapping(entries, {key: below.keys[key] for key in entries}, below.span)
