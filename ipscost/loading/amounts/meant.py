"""What was meant by a number that cannot be read: the fixes of its problems put right."""

from __future__ import annotations

import re
from dataclasses import replace

from ipscost.errors import Problem
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.amounts.unknowns import said_otherwise
from ipscost.loading.keys.schema_amounts import VALUE_KEYS
from ipscost.loading.text import yamldoc
from ipscost.loading.text.variants import SET, form_of
from ipscost.scenario.quantity import RATIOS
from ipscost.units import UNKNOWN


def fixes_as_meant(
    problems: list[Problem], before: int, node: yamldoc.Node, path: str, wanted: Wanted
) -> None:
    """Puts right the fixes of a value that says in its own words that it is not known.

    So it does where a share stands for the persons that had the outcome.
    """
    missing = said_otherwise(node) if wanted.unknown else None
    events = node.get("events") if isinstance(node, yamldoc.Mapping) else None
    for index in range(before, len(problems)):
        problem, fix = problems[index], _word_meant(problems[index], node, path, wanted)
        if missing is not None and problem.span == missing.span:
            fix = f"write {UNKNOWN}"
        elif isinstance(events, yamldoc.Scalar) and problem.span == events.span:
            if re.fullmatch(r"0?\.\d+", events.text):
                fix = "write mean for events"
            if fix and events.span.file == SET and f"{path}.events" in events.span.text:
                fix = f"write {path}.mean for {path}.events"
        if fix:
            problems[index] = replace(problem, fix=fix)


def _word_meant(problem: Problem, node: yamldoc.Node, path: str, wanted: Wanted) -> str:
    """The fix for another word of the field, such as rr, as a form that is allowed here."""
    key, meant = problem.path.rpartition(".")[2], problem.fix.removeprefix("write ")
    if problem.code != "E101" or meant not in VALUE_KEYS or not isinstance(node, yamldoc.Mapping):
        return ""
    form, near = form_of(node) or node.was, meant
    if meant in RATIOS and meant not in wanted.roles:
        alike = [each for each in wanted.roles if each in RATIOS]
        meant = form if form in alike else next(iter(alike), "")
    elif key == "value" and form in wanted.roles:
        meant = form
    if meant == near:
        return ""
    if not meant:
        return f"take {key} out and add {wanted.roles[0]}: ..."
    at_set = problem.span.file == SET and problem.path in problem.span.text
    return f"write {path}.{meant} for {problem.path}" if at_set else f"write {meant}"
