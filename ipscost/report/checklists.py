"""A checklist as a table: each item with how it is met, and where or what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.analysis.budget.practice import good_practice
from ipscost.analysis.checklists import Item
from ipscost.report.notes.running import shell_name
from ipscost.report.report import Column, Row, Table
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, say, series


def checklist(scenario: Scenario, name: str, items: Sequence[Item]) -> Table:
    """The items of a checklist, whose title is in the words `title_NAME`."""
    columns = (Column(say("checklist_met")), Column(say("checklist_where")))
    rows = (
        Row(item.name, say(item.name), (say(f"status_{item.status}"), _where(scenario, item)))
        for item in items
    )
    title = say(f"title_{name}", name=scenario.name)
    return Table(title, say("checklist_item"), columns, tuple(rows), name=name)


def practice(scenario: Scenario) -> tuple[Table, ...]:
    """Good practice of a budget impact analysis; no table for a scenario without a rollout."""
    items = good_practice(scenario)
    return (checklist(scenario, "practice", items),) if items else ()


def _where(scenario: Scenario, item: Item) -> Words:
    """The lines and commands that meet an item, then what is lacking."""
    lines = dict.fromkeys(
        f"{place.file}:{place.line}" if place.line else place.file for place in item.places
    )
    named = (command.format(shell_name(scenario)) for command in item.commands)
    commands = (say("stress_command", command=command) for command in named)
    lacks: list[Words] = []
    if item.lacks:
        counts = {"count": item.count, "all": item.every}
        lacks.append(say(f"lacks_{item.lacks}", name=item.key, **counts))
    return series((*lines, *commands, *lacks), "; ")
