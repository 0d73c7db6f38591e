"""What the rows of payers are called, in tables and for machines."""

from __future__ import annotations

from collections.abc import Mapping

from ipscost.analysis.payers.division import Division, Line
from ipscost.report.simulate.months import year_labels
from ipscost.scenario.kinds import is_moved
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, say


def line_labels(division: Division) -> list[Words]:
    """The label of each line: that of its category or group, or the name of the sum."""
    scenario = division.gains.scenario
    labels = {each.path: each.label for each in scenario.categories}
    return [_label(scenario, labels, line) for line in division.lines]


def _label(scenario: Scenario, labels: Mapping[str, Words], line: Line) -> Words:
    if line.level == "leaf":
        return labels[line.path]
    if line.level == "group":
        return scenario.groups[line.path].label
    if line.level == "total":
        return say("net_gain")
    part = line.path.rpartition(".")[2]
    return say("transfers_net" if is_moved(part) else part)


def period_labels(period: str, months: int) -> list[Words]:
    """A label for each month or year."""
    if period == "year":
        return year_labels(months)
    return [str(number) for number in range(1, months + 1)]
