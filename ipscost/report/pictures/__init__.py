"""Pictures of what was found in a run, as numbers and in no language; formats draw them.

picture   Picture: a title, a chart, what it shows in words, and the same numbers as a table
findings  what pictures are made of: a run, and each analysis of it once
accounts  waterfall, payers: where a saving comes from, and whose it is
course    months, icons: what is saved by when, and how many of 100 people reach something
decided   plane, ceac, evppi: cost and effect, and how sure the choice is
rollout   budget, cumulative: who gains in which year of a rollout, and when it turns
turns     tornado, analyses: what moves the answer
persons   distribution, concentration: who saves how much, and what the dearest carry
studied   power, study: what a study of so many people sees, and what it is worth
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, cast

from ipscost.errors import UndecidedError

if TYPE_CHECKING:
    from ipscost.report.pictures.findings import Findings
    from ipscost.report.pictures.picture import Picture

PICTURES = {
    "waterfall": "accounts",
    "months": "course",
    "payers": "accounts",
    "plane": "decided",
    "ceac": "decided",
    "tornado": "turns",
    "evppi": "decided",
    "analyses": "turns",
    "icons": "course",
    "budget": "rollout",
    "cumulative": "rollout",
    "distribution": "persons",
    "concentration": "persons",
    "power": "studied",
    "study": "studied",
}
"""Every picture by its name, in the order of a report, and the module of its function."""


def picture_of(name: str, findings: Findings) -> Picture:
    """The picture `name` of what was found.

    Raises NoPictureError, or UndecidedError, where it does not apply, with the reason and a way
    out; both are AskedErrors.
    """
    module = import_module(f"{__name__}.{PICTURES[name]}")
    return cast("Callable[[Findings], Picture]", getattr(module, name))(findings)


def pictures_of(findings: Findings, names: tuple[str, ...] = tuple(PICTURES)) -> Iterator[Picture]:
    """Those of the pictures that apply."""
    from ipscost.report.pictures.picture import NoPictureError

    for name in names:
        try:
            yield picture_of(name, findings)
        except (NoPictureError, UndecidedError):
            continue
