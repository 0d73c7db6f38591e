"""What names quantities by their paths: correlations, groups of quantities, scenario analyses."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.scenario.quantity import Source
from ipscost.words.text import Text


@dataclass(frozen=True, slots=True)
class Correlation:
    """Correlated quantities, by the correlation of their normal scores.

    `members` are paths; `matrix`, (member, member), is symmetric, with ones on its diagonal.
    """

    name: str
    label: Text
    members: tuple[str, ...]
    matrix: tuple[tuple[float, ...], ...]
    source: Source | None
    place: str
    sure: str
    assumption: Text | None
    note: Text | None
    span: Span


@dataclass(frozen=True, slots=True)
class QuantityGroup:
    """Quantities that one study would measure together; `members` are paths of quantities."""

    name: str
    label: Text
    members: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """A scenario analysis: what it changes, as `PATH=VALUE`.

    `places` and `values` say where the path and the value of each change are written.
    """

    name: str
    label: Text
    settings: tuple[str, ...]
    note: Text | None
    span: Span
    places: tuple[Span, ...]
    values: tuple[Span, ...]

    def is_of(self, section: str) -> bool:
        """True where all that it changes stands in one section."""
        return all(setting.startswith(f"{section}.") for setting in self.settings)
