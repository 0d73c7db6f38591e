"""Groups of people whom a scenario is about, each with a share and with numbers of its own.

The whole is the sum of the groups weighted by their shares. A group has the numbers of the scenario
but for those that it states itself, which are independent of all others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.spread import SpreadBetween
from ipscost.words.text import Text

SECTION = "groups"
"""The section of a file, and how the paths of its numbers begin."""


@dataclass(frozen=True, slots=True)
class Subgroup:
    """A group of people, as `groups:` of a file states it.

    `share` is that of all people; None for those who are left when the others are counted. `own`
    are its numbers by the path of the number of the scenario whose place each takes; their own
    paths begin with that of the group. `spread` is how its persons differ. `settings` are the
    changes as the file states them, `PATH=VALUE`. `weight` stands in the place of the share where
    one group is looked at alone: 1 for that one, 0 for others.
    """

    name: str
    label: Text
    share: Quantity | None
    own: Mapping[str, Quantity]
    spread: SpreadBetween | None
    settings: tuple[str, ...]
    note: Text | None
    span: Span
    weight: float | None = None

    @property
    def path(self) -> str:
        """The path of the group."""
        return f"{SECTION}.{self.name}"

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Its share, where that is a number, and its own numbers."""
        first = () if self.share is None else (self.share,)
        return (*first, *self.own.values())


def own_path(group: str, path: str) -> str:
    """The path of a number of a group's own that takes the place of the one at `path`."""
    return f"{SECTION}.{group}.{path}"
