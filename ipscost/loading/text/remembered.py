"""What was found out about a node of a file, remembered for variants of the file.

A variant shares with its file every node that it does not change, so that most of it is checked
once, however many variants there are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from ipscost.loading.text.yamldoc import Node

P = ParamSpec("P")
T = TypeVar("T")

MOST = 4096
"""So many answers of each function are remembered; a shipped scenario needs about 200."""


class _Same:
    """A node by its identity: two that read alike may stand on different lines."""

    __slots__ = ("node",)

    def __init__(self, node: Node) -> None:
        self.node = node

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.node is other.node


def by_node(function: Callable[Concatenate[Node, P], T]) -> Callable[Concatenate[Node, P], T]:
    """A function of a node, and of what can be hashed, that is called once for each.

    Nobody may change what it returns. What it raises is not remembered.
    """

    @lru_cache(MOST)
    def remembered(same: _Same, *args: P.args, **named: P.kwargs) -> T:
        return function(same.node, *args, **named)

    @wraps(function)
    def asked(node: Node, /, *args: P.args, **named: P.kwargs) -> T:
        return remembered(_Same(node), *args, **named)  # type: ignore[arg-type]

    return asked
