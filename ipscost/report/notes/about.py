"""What notes are about, and the notes that functions give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ipscost.analysis.estimates import View
from ipscost.report.notes.order import group, weight
from ipscost.report.report import Note
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.settings import LEVEL
from ipscost.words.text import Words

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class About(Generic[T_co]):
    """What notes are about.

    found: what the command found. seen: the run, from the scenario's own perspective; None for
    results that were made elsewhere. level: of the intervals, 0 to 1.
    """

    found: T_co
    seen: View | None = None
    level: float = LEVEL

    @property
    def view(self) -> View:
        """The run. Raises ValueError for results that were made elsewhere."""
        if self.seen is None:
            raise ValueError("results that were made elsewhere have no run")
        return self.seen

    @property
    def run(self) -> Run:
        """The same, from no perspective."""
        return self.view.run

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.view.run.scenario


Writer = Callable[[About[T]], Iterator[Words]]
"""A note: nothing where there is nothing to tell, several texts where it is told of several."""


def of_run(found: T, run: Run, level: float = LEVEL) -> About[T]:
    """What was found in a run, seen as its scenario sees it."""
    return About(found, View(run, run.scenario.perspective), level)


def named(name: str, text: Words) -> Note:
    """A note with the weight and the group of its name. Raises KeyError for an unknown one."""
    return Note(name, text, weight(name), group(name))


def written(writers: Iterable[Writer[T]], about: About[T]) -> tuple[Note, ...]:
    """What each function tells, under its name."""
    return tuple(named(writer.__name__, text) for writer in writers for text in writer(about))
