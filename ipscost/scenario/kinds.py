"""The kinds of cost, as a table: what the accounts make of each.

A new kind is a row of `KINDS`. One that is shown in a sum of its own also needs the words of that
sum, under its name in `words/`. Nothing else in the program names a kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cost.

    name: what a file writes under `kind:`.
    about, hint: what it is, in the documentation and in the JSON Schema.
    part: the sum by kind that it belongs to, whose words have this name as their key.
    is_real: it uses resources or makes them. Society counts it whoever pays, and an account of
        welfare economics counts it in market prices. What is not real only moves money between
        people: somebody receives it, and society gains what it loses.
    is_paid: it passes through the budget of whoever pays. The perspectives `public` and `health`
        count it, and the taxes for what a public purse pays of it distort.
    is_gain: it is entered as a negative cost, and a rate of it is a rate of its size.
    may_be_negative: a level of it below 0 means something.
    is_programme: it is what the intervention itself costs.
    spans: the sums by kind that it is published as one number of. Where it counts, none of these
        can be given separately.

    A payer counts all that it pays less what it receives, whatever the kind.
    """

    name: str
    about: str
    part: str
    hint: str = ""
    is_real: bool = True
    is_paid: bool = True
    is_gain: bool = False
    may_be_negative: bool = False
    is_programme: bool = False
    spans: tuple[str, ...] = ()

    @property
    def societal(self) -> str:
        """How society counts it, in the words of the documentation."""
        if not self.is_real:
            return "shown apart"
        return "counted, not split" if self.spans else "counted"


_ROWS = (
    Kind("programme", "the intervention itself", "resources", "real resources", is_programme=True),
    Kind(
        "service",
        "any other real resource: jobcenter, social and health care",
        "resources",
        "real resources",
    ),
    Kind(
        "transfer",
        "benefits and taxes, which move money without using resources",
        "transfer",
        is_real=False,
        may_be_negative=True,
    ),
    Kind(
        "productivity",
        "work done; a gain is entered as a negative cost",
        "productivity",
        "a gain, entered as a negative cost",
        is_paid=False,
        is_gain=True,
        may_be_negative=True,
    ),
    Kind(
        "mixed",
        "resources and productivity published as one number",
        "mixed",
        "resources and productivity published as one",
        may_be_negative=True,
        spans=("resources", "productivity"),
    ),
)

KINDS: dict[str, Kind] = {row.name: row for row in _ROWS}


def parts() -> tuple[str, ...]:
    """The sums by kind in the order in which they are shown: what society counts, then the rest."""
    ordered = sorted(KINDS.values(), key=lambda kind: not kind.is_real)
    return tuple(dict.fromkeys(kind.part for kind in ordered))


def pure_parts() -> tuple[str, ...]:
    """The sums by kind without those of kinds that are several in one."""
    spanning = {kind.part for kind in KINDS.values() if kind.spans}
    return tuple(part for part in parts() if part not in spanning)


def is_moved(part: str) -> bool:
    """True for a sum by kind of money that only moves between people."""
    return any(kind.part == part and not kind.is_real for kind in KINDS.values())


def untold(names: Iterable[str]) -> set[str]:
    """The sums by kind that cannot be given separately if kinds with these `names` count."""
    return {part for name in names for part in KINDS[name].spans}


def path_of(part: str) -> str:
    """The path of a sum by kind, in tidy rows and for `explain`."""
    return f"kind.{part}"


def described() -> str:
    """What may stand under `kind:`, in one line: `programme or service (real resources), ...`."""
    found = []
    for hint, rows in groupby(KINDS.values(), key=lambda kind: kind.hint):
        named = " or ".join(kind.name for kind in rows)
        found.append(f"{named} ({hint})" if hint else named)
    return ", ".join(found)
