"""What register weeks tell, as numbers; none is of fewer persons than may be told of."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.individual.disclosure import held_of_list
from ipscost.individual.weeks import CodeMeanings, RegisterWeeks
from ipscost.scenario.nouns import Label, Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Small = NDArray[np.int16]

OWN_WEEKS = "own_weeks"
"""The name of the source that counts of weeks have in a scenario."""


@dataclass(frozen=True, slots=True)
class MeanOfPersons:
    """A mean over persons with its standard error, and how many they are."""

    mean: float
    se: float
    persons: int


@dataclass(frozen=True, slots=True)
class MoveCount:
    """How often a move was made, and from how many steps that begin in its origin.

    path: of the move in the model. first: the cycle, from 1, from which the stretch is. count: None
    where too few persons made it, or where it would tell how few did not. steps: None where too few
    persons were in the origin.
    """

    path: str
    origin: str
    target: str
    arm: str
    first: int
    count: int | None
    steps: int | None


@dataclass(frozen=True, slots=True)
class BehindAtStart:
    """Weeks behind on the clock of a ladder at the start, counted up to its last step.

    persons: by step, who is in it at the start; None where held back. label, labels: of the ladder
    and of each step.
    """

    ladder: str
    arm: str
    weeks: MeanOfPersons | None
    persons: Mapping[str, int | None]
    label: Label
    labels: Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class PaidBy:
    """What a payer pays of benefits over the weeks followed, a person; None where held back."""

    payer: str
    arm: str
    paid: MeanOfPersons | None


@dataclass(frozen=True, eq=False)
class WeeksFound:
    """What register weeks tell.

    persons: by arm. cycle: of the model. weeks: how many were followed. in_state: mean weeks by
    state and arm. starts: by state and arm how many began there, and of how many whose state is
    known. moves: as counted. behind: by ladder and arm. paid: by payer and arm, undiscounted.
    amounts: by benefit and state what was paid a week to the reference arm. held: how many numbers
    are held back. doubts: what a reader should know.
    """

    persons: Mapping[str, int]
    cycle: str
    weeks: int
    in_state: Mapping[tuple[str, str], MeanOfPersons | None]
    starts: Mapping[tuple[str, str], tuple[int | None, int]]
    moves: tuple[MoveCount, ...]
    behind: tuple[BehindAtStart, ...]
    paid: tuple[PaidBy, ...]
    amounts: Mapping[tuple[str, str], MeanOfPersons]
    held: int
    doubts: tuple[str, ...] = field(default=())

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms that have weeks."""
        return tuple(self.persons)

    def counted(self, path: str, target: str, arm: str, first: int) -> MoveCount | None:
        """The count of a move of the model to one of its targets in a stretch."""
        return next(
            (
                each
                for each in self.moves
                if (each.path, each.target, each.arm, each.first) == (path, target, arm, first)
            ),
            None,
        )


@dataclass(frozen=True)
class StepOfLadder:
    """A step: its name, its last week, the share of each payer, and its label."""

    name: str
    to: float
    payers: Mapping[str, float]
    label: Label


def steps_of(node: Mapping[str, Any], ladder: str) -> list[StepOfLadder]:
    """The steps of a ladder, also those that nobody of the file reaches."""
    steps = node["ladder"][ladder]["step"]
    return [
        StepOfLadder(
            name, float(each.get("to") or math.inf), _shares_of(each["payer"]), label_of(each, name)
        )
        for name, each in steps.items()
    ]


def _shares_of(payer: Any) -> dict[str, float]:
    return (
        {name: float(share) for name, share in payer.items()}
        if isinstance(payer, Mapping)
        else {str(payer): 1.0}
    )


def label_of(node: Mapping[str, Any], name: str) -> Label:
    """The label that a mapping of the file states, or its name."""
    stated = node.get("label") or name
    if isinstance(stated, Mapping):
        texts = {key: str(text) for key, text in stated.items() if "_" not in key}
        return Label(tuple(texts.items())) if texts else Label.same(name)
    return Label.same(str(stated))


def at_path(node: Mapping[str, Any], path: str) -> Any:
    """What stands in a mapping at a path of names with points between."""
    here: Any = node
    for part in path.split("."):
        here = here[part]
    return here


@dataclass
class HeldBack:
    """What is held back: numbers of fewer persons than `least`. count: how many there are."""

    least: int
    count: int = 0

    def of(self, persons: Sequence[int]) -> list[bool]:
        """Which cells of a row are held back: those of few persons, and what would tell them.

        A row's sum is known, so that what is held back could be computed from the others.
        """
        hidden: list[bool] = held_of_list(np.array(persons), self.least).tolist()
        self.count += sum(hidden)
        return hidden

    def is_few(self, persons: int) -> bool:
        """True for somebody, but too few to tell of."""
        return 0 < persons < self.least


@dataclass(frozen=True, eq=False)
class WeeksGiven:
    """What is given: the weeks of persons, what codes mean, the scenario, and who is in which arm.

    node: the mapping of the scenario's file. arm: (person,), places in `arms`. by_week: the state
    of each person in each week followed. behind: (person,), weeks behind at the start where the
    data have them.
    """

    weeks: RegisterWeeks
    meanings: CodeMeanings
    scenario: Scenario
    node: Mapping[str, Any]
    arm: Ints
    arms: tuple[str, ...]
    by_week: Small
    behind: Floats | None

    @property
    def states(self) -> tuple[str, ...]:
        """The names of the states."""
        assert self.scenario.model is not None
        return tuple(self.scenario.model.states)
