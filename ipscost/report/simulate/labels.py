"""What the rows of simulate are called."""

from __future__ import annotations

from collections.abc import Mapping

from ipscost.analysis.simulate.summary import IncrementalCost
from ipscost.scenario.nouns import WELFARE, Category, Outcome, Scenario
from ipscost.scenario.paths import Node
from ipscost.words.text import Words, percent, say

Holders = Mapping[str, Category | Outcome]
"""Categories and outcomes by their paths."""


class SumLabels:
    """What the sums of costs of a scenario are called."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.holders: Holders = scenario.holders

    def node(self, node: Node, found: IncrementalCost) -> Words:
        """The label of a group, or of a category with the share of it that counts."""
        if not node.is_leaf:
            return self.scenario.groups[node.path].label
        return self._with_share(self.holders[node.path].label, found.counted, "paid_share")

    def left_out(self, found: IncrementalCost) -> Words:
        """The label of a category that is not counted, or of the share that is not."""
        label = say("not_counted", label=self.holders[found.path].label)
        return self._with_share(label, found.counted, "counted_share")

    def is_assumed(self, path: str) -> bool:
        """True for a category that rests on an assumption."""
        return any(number.is_assumed for number in self.scenario.numbers_of(self.holders[path]))

    def _with_share(self, label: Words, share: float, key: str) -> Words:
        """A label with the share that counts; in welfare economics the factors stand in a note."""
        if share == 1 or self.scenario.perspective == WELFARE:
            return label
        key = key if share > 0 else "received_share"
        return say(key, label=label, share=percent(abs(share), 0))


def kind_label(found: IncrementalCost) -> Words:
    """The name of a sum by kind."""
    return say(found.path.rpartition(".")[2])


def payer_label(scenario: Scenario, path: str) -> Words:
    """The label of a payer, or of all payers together."""
    name = path.partition(".")[2]
    return scenario.payers[name].label if name else say("all_payers")


def month_labels(months: int) -> list[Words]:
    """`1`, `2`, `3`."""
    return [str(number) for number in range(1, months + 1)]


def year_labels(months: int) -> list[Words]:
    """`1`, `2`, and `3 (months 25 to 30)` for a last part of a year."""
    from ipscost.analysis.course import years_of  # which few runs need

    labels: list[Words] = []
    for number, (first, last) in enumerate(years_of(months), start=1):
        if last - first == 11:
            labels.append(f"{number}")
        else:
            labels.append(say("part_year", year=number, first=first, last=last))
    return labels


def quantity_labels(scenario: Scenario) -> dict[str, Words]:
    """The label of each quantity by its path, and of each correlation."""
    from ipscost.report.uses import labels  # which few runs need

    found: dict[str, Words] = {**labels(scenario)}
    return found | {f"correlation.{each.name}": each.label for each in scenario.correlations}
