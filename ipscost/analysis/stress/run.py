"""All tests in turn."""

from __future__ import annotations

from ipscost.analysis.stress import inputs, people, results, uncertainty
from ipscost.analysis.stress.tested import Subject, Test, Tested
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario

TESTS: tuple[Test, ...] = (*inputs.TESTS, *people.TESTS, *results.TESTS, *uncertainty.TESTS)
"""Every test, in the order of TECH-VER: inputs, events and states, results, uncertainty."""


def stressed(run: Run, shorter: Scenario | None = None) -> tuple[Tested, ...]:
    """What each test finds in a run.

    shorter: the scenario with a shorter horizon, where its amounts allow one.
    """
    subject = Subject(run, shorter)
    return tuple(test(subject) for test in TESTS)
