"""What the rows of payers are called, in tables and for machines."""

from __future__ import annotations

from ipscost.analysis.payers.division import Division
from ipscost.report.simulate.months import year_labels
from ipscost.scenario.kinds import is_moved, parts, path_of
from ipscost.words.text import Words, say


def line_labels(division: Division) -> list[Words]:
    """The label of each line: that of its category or group, or the name of the sum."""
    scenario = division.gains.scenario
    labels: dict[str, Words] = {path: group.label for path, group in scenario.groups.items()}
    labels |= {category.path: category.label for category in scenario.categories}
    labels |= {path_of(part): say("transfers_net" if is_moved(part) else part) for part in parts()}
    labels["cost"] = say("net_gain")
    return [labels[line.path] for line in division.lines]


def period_labels(period: str, months: int) -> list[Words]:
    """A label for each month or year."""
    if period == "year":
        return year_labels(months)
    return [str(number) for number in range(1, months + 1)]
