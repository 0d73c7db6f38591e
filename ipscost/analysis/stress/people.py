"""People in states: probabilities, and nobody lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis import chances
from ipscost.analysis.stress.tested import NONE, PEOPLE, Subject, Test, Tested, judged
from ipscost.drawing import draws as drawing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DRAWS = 200
"""So many draws are followed beside the base case: enough to meet values far out in the tails of
every number, and little beside the run itself."""


def _traces(subject: Subject) -> Iterator[tuple[str, Floats, float]]:
    """The shares and probabilities in the base case, then in the first draws."""
    scenario, drawn = subject.scenario, subject.run.draws
    yield from chances.traces(scenario, drawing.base_case(scenario))
    if drawn.n:
        _, first = next(iter(drawn.blocks(DRAWS)))
        yield from chances.traces(scenario, first)


def _of_states(name: str) -> Tested:
    return Tested(name, PEOPLE, NONE, why="no_states")


def probabilities(subject: Subject) -> Tested:
    """Every probability is from 0 to 1, and those of a row sum to no more than 1."""
    if subject.scenario.model is None:
        return _of_states("probabilities")
    off = ((path, max(excess, 0.0)) for path, _, excess in _traces(subject))
    return judged("probabilities", PEOPLE, off)


def nobody_lost(subject: Subject) -> Tested:
    """At every point of time the shares of people in all states sum to 1; none is below 0."""
    if subject.scenario.model is None:
        return _of_states("nobody_lost")
    found = list(_traces(subject))
    count = len(subject.scenario.model.states)
    off = []
    for first in range(0, len(found), count):
        part = found[first : first + count]
        whole = sum(shares for _, shares, _ in part)
        off.append(("model.state", float(np.abs(whole - 1.0).max())))
        off += [(path, max(0.0, float(-shares.min()))) for path, shares, _ in part]
    return judged("nobody_lost", PEOPLE, off)


def none_return(subject: Subject) -> Tested:
    """Nobody leaves a state that nobody can leave, such as death: its share never falls."""
    model = subject.scenario.model
    if model is None:
        return _of_states("none_return")
    ends = {state.path for state in model.states.values() if state.absorbing}
    off = (
        (path, max(0.0, float(-np.diff(shares, axis=0).min(initial=0.0))))
        for path, shares, _ in _traces(subject)
        if path in ends
    )
    return judged("none_return", PEOPLE, off)


TESTS: tuple[Test, ...] = (probabilities, nobody_lost, none_return)
