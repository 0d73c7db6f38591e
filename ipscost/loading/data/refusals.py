"""What is wrong with a table of persons, told by line and column; never by what stands there."""

from __future__ import annotations

from dataclasses import replace

from ipscost.errors import Problem, ScenarioError, Span
from ipscost.messages import Message

MOST_GROUPS = 20
"""Groups that a covariate of texts may have."""


def problem(
    shown: str, code: str, message: str, fix: str, line: int = 0, column: int = 0
) -> Problem:
    """A problem with a table; `column` is the number of the cell in its row, from 1.

    The text of the line is left out: it is what stands there of a person.
    """
    return Problem(Span(shown, line, column), code, "", message, fix)


def refusal(
    shown: str, code: str, message: str, fix: str, line: int = 0, column: int = 0
) -> ScenarioError:
    """The same as what is raised."""
    return ScenarioError([problem(shown, code, message, fix, line, column)])


def counted(first: Problem, count: int) -> Problem:
    """A problem that stands for `count` of its kind, of which it is the first."""
    if count < 2:
        return first
    message = Message("{message}; and {more:,} more like it", message=first.message, more=count - 1)
    return replace(first, message=message)


def no_number(name: str) -> tuple[str, str]:
    """What is said of a cell that is no number."""
    message = Message("expected numbers in {name}, found a cell that is none", name=name)
    fix = Message(
        "write a plain number, or leave it empty; add missing: [...] to data where a text "
        "stands for a missing value"
    )
    return message, fix


def no_groups(name: str, listed: str) -> tuple[str, str]:
    """What is said of a covariate that is neither numbers nor a few groups.

    listed: the key of the section data that lists it.
    """
    message = Message(
        "expected numbers, or at most {most} groups, in {name}, found other texts",
        most=MOST_GROUPS,
        name=name,
    )
    fix = Message(
        "leave empty what is not known, or take {name} out of {listed} of data",
        name=name,
        listed=listed,
    )
    return message, fix
