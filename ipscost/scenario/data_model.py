"""A scenario whose numbers individual data will fill, and which columns fill them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.ids import PersonIds
from ipscost.messages import Message
from ipscost.scenario.data_plan import DataPlan
from ipscost.scenario.nouns import Scenario


@dataclass(frozen=True, slots=True)
class DataModel:
    """What a model file says.

    scenario: with every number that data will fill as one that is not known.
    plan: which columns hold what.
    node: the mapping of the file, over what it extends and without `data`, as dicts, lists and
        text; a number in it is the text that was written. What the data will fill is as the file
        has it, if it has it at all.
    file: as it was named. section: the mapping of `data`, which is not in `node`.
    """

    scenario: Scenario
    plan: DataPlan
    node: Mapping[str, Any]
    file: str
    section: Mapping[str, Any]


@dataclass(frozen=True, eq=False, repr=False)
class DataRead:
    """A table of persons, read as a plan says.

    endpoints: the total `cost`, each category and each outcome, in the order of the scenario.
    balance: the columns by which persons are weighted. shown, digest: the file for readers, and
    the SHA-256 of its bytes. doubts: what a reader should look at. ids: to find persons in another
    file; None where they have no number. discounted: by path, the present value of 1 spread as the
    scenario has it; what the data give is a present value, so dividing by this gives what a
    scenario states.
    """

    data: IndividualData
    endpoints: tuple[Endpoint, ...]
    balance: tuple[int, ...]
    shown: str
    digest: str
    doubts: tuple[Message, ...]
    ids: PersonIds | None
    discounted: Mapping[str, float]

    @property
    def persons(self) -> int:
        """How many persons there are."""
        return self.data.persons
