"""The columns that a model names, where they stand in a table of persons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ipscost.errors import Problem, ScenarioError, closest, nearest
from ipscost.loading.data.refusals import problem
from ipscost.loading.data.table import PersonTable
from ipscost.messages import Message
from ipscost.numerals import is_figure
from ipscost.scenario.data_plan import DataPlan

_DATE = re.compile(r"\d{6}-?[\dA-Za-z]{4}|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
"""What a number of a person or a date looks like: nobody heads a column so."""
MOST_NAMES = 8
"""The most headings that a message lists."""


@dataclass(frozen=True)
class Places:
    """Where the columns of a plan stand: the number of the cell in its row, from 0, by name."""

    table: PersonTable
    by_name: dict[str, int]

    def of(self, name: str) -> int:
        """The place of a column."""
        return self.by_name[name]


def find(table: PersonTable, plan: DataPlan) -> Places:
    """Where the columns that a plan names stand.

    Raises ScenarioError where one is not there or stands twice, or there are no headings.
    """
    wanted = _named(plan)
    here = {name: place for place, name in reversed([*enumerate(table.headings)]) if name}
    missing = [name for name in wanted if name not in here]
    if missing and any(_is_value(name) for name in table.headings):
        message = Message("expected a line of headings first, found one that holds values")
        fix = Message("write a line of headings above the first person")
        raise ScenarioError([problem(table.shown, "E361", message, fix, 1, 1)])
    if missing and len(table.headings) == 1:
        message = Message(
            "expected several columns, found one: no comma, semicolon, tab or bar stands in the "
            "line of headings"
        )
        fix = Message("save it as CSV, with semicolons or commas between the cells")
        raise ScenarioError([problem(table.shown, "E361", message, fix, 1, 1)])
    problems = [_missing(table, plan, name, wanted) for name in missing]
    problems += [
        problem(
            table.shown,
            "E361",
            Message("two columns have the heading {name}", name=name),
            Message("give one of them another heading"),
            1,
            here[name] + 1,
        )
        for name in wanted
        if table.headings.count(name) > 1
    ]
    if problems:
        raise ScenarioError(problems)
    return Places(table, {name: here[name] for name in wanted})


def _named(plan: DataPlan) -> tuple[str, ...]:
    """Every column that a plan names, each once."""
    single = (plan.person, plan.arm, plan.site, plan.followed, plan.until)
    names = (*(each for each in single if each is not None), *plan.measured, *plan.covariates)
    return tuple(dict.fromkeys(names))


def _is_value(heading: str) -> bool:
    return is_figure(heading) or bool(_DATE.fullmatch(heading))


def _missing(table: PersonTable, plan: DataPlan, name: str, wanted: Sequence[str]) -> Problem:
    """The problem that a column is not there, where the model names it."""
    free = [each for each in table.headings if each and each not in wanted]
    message = Message("{file} has no column {name}", file=table.shown, name=name)
    match = closest(name, free)
    fix = Message("write {meant}", meant=match) if match else nearest(name, free, MOST_NAMES)
    if not free:
        fix = Message("add the column to the data, or take it out of the model")
    return Problem(plan.places.get(name, plan.span), "E361", "data", message, fix)
