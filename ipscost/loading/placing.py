"""Problems that a change of a file makes, put where that change is written."""

from __future__ import annotations

from dataclasses import replace

from ipscost.errors import Problem, Span
from ipscost.loading.text.variants import SET
from ipscost.messages import Message
from ipscost.scenario.nouns import Analysis

NO_PATH = ("E101", "E280", "E303", "W410")


def placed(problem: Problem, analysis: Analysis, *, of_group: bool = False) -> Problem:
    """The problem, reported at the line of the analysis that sets the value, not at `--set`.

    A problem on any other line of the file is caused by the analysis too, since there was none
    without it. of_group: the changes are those of a group of people.
    """
    for setting, path_span, value_span in zip(
        analysis.settings, analysis.places, analysis.values, strict=True
    ):
        if problem.span.file == SET and problem.span.text == setting:
            at: Span = path_span if problem.code in NO_PATH else value_span
            return replace(problem, span=at)
    if problem.span.file == SET:
        return problem
    words = {"message": problem.message, "place": problem.span.place}
    message = Message("{message} (by this analysis, at {place})", **words)
    if of_group:
        message = Message("{message} (by this group, at {place})", **words)
    return replace(problem, span=analysis.span, message=message)
