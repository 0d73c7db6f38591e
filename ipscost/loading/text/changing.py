"""How a change meets the tree that it changes: where it stands, and what it replaces."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ipscost import numerals
from ipscost.errors import Span
from ipscost.loading.keys.schema_amounts import AmountKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.dated import at_a_date
from ipscost.messages import Message
from ipscost.scenario.rollout import SECTION as ROLLOUT
from ipscost.scenario.spread import COST, OUTCOME
from ipscost.scenario.spread import SECTION as SPREAD
from ipscost.scenario.transfer import SECTION, WAYS
from ipscost.units import UNKNOWN


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
        if (place := at_a_date(node, left[0])) is not None:
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


def unknown_scalar(node: yamldoc.Node) -> bool:
    """True for the bare word `unknown`, which says that a number is not known."""
    return isinstance(node, yamldoc.Scalar) and node.text == UNKNOWN


def rivals_of(way: str) -> set[str]:
    """The keys of a transfer that do not go with a way to carry an effect over."""
    if way not in WAYS:
        return set()
    return {*WAYS, "other"} - ({way, "other"} if way == "weight" else {way})


TOGETHER = {
    SECTION: Message("write transfer={{scale: points, share: ...}}"),
    ROLLOUT: Message("write rollout={{starts: 2025-01, intake: {{target: ..., months: 12}}}}"),
    "prices": Message("write prices={{assume: 2026, growth: ..., assumption: ...}}"),
}
"""What to write of a section that is not there, and whose keys go together."""
OTHER_WAYS: tuple[tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]], ...] = (
    ((ROLLOUT,), {"place": ("staff",), "staff": ("place",)}),
    (
        (ROLLOUT, "staff"),
        {"caseload": ("clients_per_year",), "clients_per_year": ("caseload",)},
    ),
    (
        (ROLLOUT, "staff", "role", "*"),
        {"posts": ("per", "of"), "per": ("posts",), "of": ("posts",)},
    ),
    (
        (ROLLOUT, "staff", "employer"),
        dict.fromkeys(("share", "above"), tuple(AmountKeys.model_fields)),
    ),
    ((ROLLOUT, "grant", "*"), {"amounts": ("total",), "total": ("amounts",)}),
    ((SPREAD,), {"together": ("frailty",), "frailty": ("together",)}),
    *(((SPREAD, part, "*"), {"sd": ("cv",), "cv": ("sd", "unit")}) for part in (COST, OUTCOME)),
)
"""Below which keys of a section (`*` is any name) a key takes the place of which others there."""


def other_way(part: str, parts: Sequence[str]) -> set[str]:
    """The keys that `part`, below the keys `parts`, takes the place of."""
    for place, ways in OTHER_WAYS:
        if len(place) == len(parts) and all(
            a in ("*", b) for a, b in zip(place, parts, strict=True)
        ):
            return {*ways.get(part, ())}
    return set()


def without_other_ways(
    below: yamldoc.Node | None, over: yamldoc.Node, parts: tuple[str, ...]
) -> yamldoc.Node | None:
    """What a section of a variant is merged over: without what it states in another way."""
    if not isinstance(below, yamldoc.Mapping) or not isinstance(over, yamldoc.Mapping):
        return below
    gone = {key for part in over for key in other_way(part, parts)}
    if parts[1:] == ("financing",) and isinstance(over.get("scope"), yamldoc.Mapping):
        gone.add("share")  # that of the scope counts
    kept = _without(below, gone - set(over))
    entries = {
        key: without_other_ways(child, over[key], (*parts, key)) or child if key in over else child
        for key, child in kept.entries.items()
    }
    return replace(kept, entries=entries)


def _without(node: yamldoc.Mapping, gone: Collection[str]) -> yamldoc.Mapping:
    """The mapping without some of its keys."""
    entries = {key: child for key, child in node.entries.items() if key not in gone}
    return replace(node, entries=entries, keys={key: node.keys[key] for key in entries})


def may_be_plain(root: yamldoc.Mapping, parts: Sequence[str]) -> bool:
    """True for a number of a rollout that may stand without a unit: a share, months, posts."""
    node: yamldoc.Node | None = root
    for part in parts:
        node = node.get(part) if isinstance(node, yamldoc.Mapping) else None
    unit = node.get("unit") if isinstance(node, yamldoc.Mapping) else None
    is_money = isinstance(unit, yamldoc.Scalar) and re.match("[A-Z]{3}", unit.text) is not None
    return parts[0] == ROLLOUT and parts[-1] != "target" and not is_money


def without_way(below: yamldoc.Node | None, over: yamldoc.Mapping) -> yamldoc.Node | None:
    """What a variant's transfer is merged over: without the way there, where it states one."""
    if not isinstance(below, yamldoc.Mapping):
        return below
    return _without(below, {key for way in over for key in rivals_of(way)} - set(over))
