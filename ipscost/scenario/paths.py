"""Paths such as `cost.care.ward`: which lie below which, and the walk over a tree of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ipscost.errors import nearest
from ipscost.messages import Message


def is_below(path: str, above: str) -> bool:
    """True for a path that lies below `above`, and not for `above` itself.

    `cost.care.ward` lies below `cost.care`, and `cost.careful` does not. Nothing lies below the
    empty path, which is the path of nothing.
    """
    return path.startswith(f"{above}.")


def is_within(path: str, above: str) -> bool:
    """True for the path `above` itself, and for what lies below it."""
    return path == above or is_below(path, above)


def ancestors(path: str) -> tuple[str, ...]:
    """The paths above a path, outermost first: `cost` and `cost.care` for `cost.care.ward`."""
    parts = path.split(".")
    return tuple(".".join(parts[:end]) for end in range(1, len(parts)))


def depth(path: str) -> int:
    """How many paths lie above a path: 2 for `cost.care.ward`, 0 for `cost`."""
    return path.count(".")


# --- the tree ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Node:
    """A category in the tree, or a group of the categories below it.

    members: the indices, among the paths walked, of all categories at the node or below it, counted
        or not; for a category only its own.
    depth: the number of shown groups that it lies in; `parent` is the path of the innermost, empty
        if there is none.
    shown: False for a group with a single counted category, whose sum would repeat that one.
    """

    path: str
    members: tuple[int, ...]
    depth: int
    parent: str
    is_leaf: bool
    shown: bool = True


def walk(paths: Sequence[str], counted: Sequence[bool] | None = None) -> Iterator[Node]:
    """The nodes of a tree of categories, in their order, each group before what lies below it.

    Takes the `paths` of all categories and which of them are `counted`, all where it is None.
    Categories that are not counted are left out, and so are groups of nothing else. The section,
    the `cost` of `cost.care`, is no group. A path that is both a category and a group of others, as
    scenarios beside one another may have it, comes twice: the group, and the category within it.
    """
    flags = [True] * len(paths) if counted is None else counted
    chosen = [path for path, counts in zip(paths, flags, strict=True) if counts]
    groups: dict[str, Node | None] = {p: None for path in chosen for p in ancestors(path)[1:]}
    for index, (path, counts) in enumerate(zip(paths, flags, strict=True)):
        if not counts:
            continue
        inside: list[str] = []  # the groups around it that are shown
        for above in (*ancestors(path)[1:], path):
            if above not in groups:
                continue
            node = groups[above]
            if node is None:
                members = tuple(n for n, other in enumerate(paths) if is_within(other, above))
                is_shown = sum(bool(flags[n]) for n in members) > 1
                node = Node(above, members, *_place(inside), is_leaf=False, shown=is_shown)
                groups[above] = node
                yield node
            inside += [above] if node.shown else []
        yield Node(path, (index,), *_place(inside), is_leaf=True)


def _place(inside: Sequence[str]) -> tuple[int, str]:
    """The depth and the parent of what lies in these groups, outermost first."""
    return len(inside), inside[-1] if inside else ""


# --- a path that does not exist ----------------------------------------------------------------


def no_number(
    path: str, known: Sequence[str], forms: Mapping[str, str] | None = None
) -> tuple[str, str]:
    """The message and the fix for a path that is not one of the `known` numbers.

    The fix names the numbers below the path, the one above it (in its form there, `forms`), or the
    nearest one.
    """
    below = [other for other in known if is_below(other, path)]
    if below:
        return Message("{path} is not one number", path=path), Message(
            "use one of: {others}", others=", ".join(below)
        )
    above, _, key = path.rpartition(".")
    message = Message("the scenario has no number {path}", path=path)
    if above not in known:
        return message, nearest(path, known)
    form = (forms or {}).get(above, key)
    if form != key:
        message = Message(
            "{message} (its number there is stated by {form})", message=message, form=form
        )
    return message, Message("write {meant}", meant=above)
