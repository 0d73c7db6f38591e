"""What was found out about a thing, remembered as long as the same thing is asked about.

A variant of a file shares with it every node that it does not change, and the blocks of draws of a
run share its scenario: what hangs on these alone is found out once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

S = TypeVar("S")
P = ParamSpec("P")
T = TypeVar("T")

SCENARIOS = 32
"""How many scenarios are remembered: a file with more scenario analyses than most have."""

Asked = Callable[Concatenate[S, P], T]


class _Same:
    """A thing by its identity: two nodes that read alike may stand on different lines."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.thing is other.thing


def by_identity(most: int) -> Callable[[Asked[S, P, T]], Asked[S, P, T]]:
    """Makes a function of a thing, and of what can be hashed, that is called once for each.

    The last `most` answers are remembered; nobody may change them, nor what they are about. What is
    raised is not remembered.
    """

    def made(function: Asked[S, P, T]) -> Asked[S, P, T]:
        @lru_cache(most)
        def remembered(same: _Same, *args: Any, **named: Any) -> Any:
            thing: Any = same.thing
            return function(thing, *args, **named)

        @wraps(function)
        def asked(thing: S, /, *args: P.args, **named: P.kwargs) -> T:
            found: T = remembered(_Same(thing), *args, **named)  # type: ignore[arg-type]
            return found

        return asked

    return made
