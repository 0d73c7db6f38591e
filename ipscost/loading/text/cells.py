"""Numbers of a table put into the tree of a scenario, each with the place of its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ipscost.errors import Span
from ipscost.loading.keys.schema_amounts import UNCERTAINTY_KEYS, VALUE_KEYS
from ipscost.loading.text import yamldoc
from ipscost.loading.text.changing import parts_of
from ipscost.loading.text.variants import BOUNDS, Tree, form_of

ASSUMPTION = "assumption"
_LEFT = (*UNCERTAINTY_KEYS, "dist", BOUNDS, "source", "sure", ASSUMPTION)


@dataclass(frozen=True, slots=True)
class Placed:
    """A value for a path as it stands in a cell; `head` is the place of the column's heading."""

    path: str
    text: str
    span: Span
    head: Span


def with_cells(tree: Tree, cells: Iterable[Placed]) -> Tree:
    """The tree with the values of some cells, of numbers without uncertainty and source.

    Where these are from, the table says: its name stands as what is assumed.

    What is wrong with one is then found where the file is read, and reported at its cell, or at the
    heading if there is nothing at that path.
    """
    root: yamldoc.Node = tree.root
    for cell in cells:
        root = _with(root, parts_of(tree.root, cell.path), cell)
    assert isinstance(root, yamldoc.Mapping)
    return replace(tree, root=root)


def _with(node: yamldoc.Node | None, parts: list[str], cell: Placed) -> yamldoc.Node:
    """A node with the value of a cell at the path `parts` below it."""
    if not parts:
        return _value(node, cell)
    part, *rest = parts
    if not isinstance(node, yamldoc.Mapping):
        node = yamldoc.Mapping({}, {}, cell.head)
    entries = {**node.entries, part: _with(node.get(part), rest, cell)}
    keys = node.keys if part in node.keys else {**node.keys, part: cell.head}
    return yamldoc.Mapping(entries, keys, node.span, node.was)


def _value(node: yamldoc.Node | None, cell: Placed) -> yamldoc.Node:
    """What stood at a path, with the value of a cell in its place."""
    value = yamldoc.Scalar(cell.text, cell.span)
    form = form_of(node)
    if not isinstance(node, yamldoc.Mapping) or not form:
        return value
    left = {key: each for key, each in node.entries.items() if key not in _LEFT}
    stated = {form: value, ASSUMPTION: yamldoc.Scalar(cell.span.file, cell.span, quoted=True)}
    keys = {**_of(node.keys, left), form: node.keys[form], ASSUMPTION: cell.span}
    return yamldoc.Mapping({**left, **stated}, keys, node.span, node.was)


def _of(keys: Mapping[str, Span], kept: Iterable[str]) -> dict[str, Span]:
    """The places of the keys that are kept."""
    return {key: keys[key] for key in kept}


def numbers_below(node: yamldoc.Node | None, path: str) -> Iterable[str]:
    """The paths of what can be set below a node: numbers and plain values, in file order."""
    if isinstance(node, yamldoc.Mapping) and not any(key in node for key in VALUE_KEYS):
        for key in node:
            yield from numbers_below(node[key], f"{path}.{key}")
    elif node is not None:
        yield path
