"""What is wrong with a table of persons, told by line and column; never by what stands there."""

from __future__ import annotations

from dataclasses import replace

from ipscost.errors import Problem, ScenarioError, Span
from ipscost.messages import Message


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
