"""The machine-readable numbers of explain: sums and correlations, since journeys are texts."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.explain.sums import CostBreakdown
from ipscost.analysis.interval import Interval
from ipscost.report.explain.sums import share_of
from ipscost.report.explain.together import members
from ipscost.report.report import Figure
from ipscost.scenario.nouns import Correlation, Scenario


def of_sum(scenario: Scenario, made: CostBreakdown) -> Iterator[Figure]:
    """The difference and the share of each category, and of the sum."""
    unit, reference = f"{scenario.money}/person", scenario.reference
    for part in (*made.parts, made.whole):
        level = "leaf"
        if part is made.whole:
            level = "total" if made.path == "cost" else "group"
        for change, saves in zip(part.changes, made.saves, strict=True):
            named, arms = (part.path, level, part.path), (change.arm, reference)
            if change.difference is not None:
                yield Figure("difference", *named, change.difference, *arms, unit)
            if change.share is not None:
                measure = share_of(made, saves=saves)
                yield Figure(measure, *named, Interval(change.share), *arms, "share")


def of_correlation(correlation: Correlation) -> Iterator[Figure]:
    """The correlation of each member with each, in their order."""
    for member, label, correlations in members(correlation):
        for rho in correlations:
            yield Figure("correlation", member, "pair", label, Interval(rho), unit="ratio")
