"""Better fixes for numbers that cannot be read, guessing what was meant."""

from __future__ import annotations

import re
from dataclasses import replace

from ipscost.errors import Problem
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.amounts.unknowns import said_otherwise
from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.schema_amounts import VALUE_KEYS
from ipscost.loading.text.variants import SET, form_of
from ipscost.messages import Message
from ipscost.scenario.quantity import RATIOS
from ipscost.units import UNKNOWN


def fixes_as_meant(at: Cursor, before: int, wanted: Wanted) -> None:
    """Improves the fixes for a value that says in some other word that it is not known.

    Also those for a share where the number of persons with the outcome is expected. Changes
    problems from number `before` on.
    """
    missing = said_otherwise(at.node) if wanted.unknown else None
    events = at.get("events")
    for index in range(before, len(at.problems)):
        problem = at.problems[index]
        fix = _word_meant(at, problem, wanted)
        if missing is not None and problem.span == missing.span:
            fix = Message("write {meant}", meant=UNKNOWN)
        elif events is not None and events.is_scalar and problem.span == events.span:
            if re.fullmatch(r"0?\.\d+", events.text):
                fix = Message("write mean for events")
            if fix and events.span.file == SET and events.path in events.span.text:
                fix = Message(
                    "write {path}.mean for {events_path}", path=at.path, events_path=events.path
                )
        if fix:
            at.problems[index] = replace(problem, fix=fix)


def _word_meant(at: Cursor, problem: Problem, wanted: Wanted) -> str:
    """The fix for another word of the field, such as rr: a form that is allowed here."""
    key, meant = problem.path.rpartition(".")[2], problem.fix.removeprefix("write ")
    if problem.code != "E101" or meant not in VALUE_KEYS or not at.is_mapping:
        return ""
    form, near = form_of(at.node) or at.mapping.was, meant
    if meant in RATIOS and meant not in wanted.roles:
        alike = [each for each in wanted.roles if each in RATIOS]
        meant = form if form in alike else next(iter(alike), "")
    elif key == "value" and form in wanted.roles:
        meant = form
    if meant == near:
        return ""
    if not meant:
        return Message("take {key} out and add {roles}: ...", key=key, roles=wanted.roles[0])
    at_set = problem.span.file == SET and problem.path in problem.span.text
    return (
        Message(
            "write {path}.{meant} for {problem_path}",
            path=at.path,
            meant=meant,
            problem_path=problem.path,
        )
        if at_set
        else Message("write {meant}", meant=meant)
    )
