"""What each group of people costs and saves: the same run of one group alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.interval import Interval
from ipscost.drawing import draws as drawing
from ipscost.drawing.groups import shares
from ipscost.run import Run, simulate
from ipscost.scenario.nouns import PUBLIC, SOCIETAL, Subgroup


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group of people, its share, and by arm and perspective what changes for it per person.

    differences: the incremental cost; None where nothing of it is known. odds: the probability of
    saving in the scenario's own perspective, by arm, where it is uncertain.
    """

    group: Subgroup
    share: Interval
    differences: Mapping[tuple[str, str], Interval | None]
    odds: Mapping[str, Interval | None]


def accounts(run: Run) -> tuple[str, ...]:
    """The perspectives that groups are seen from: the scenario's own, society, the public purse."""
    every = dict.fromkeys((run.scenario.perspective, SOCIETAL, PUBLIC))
    return tuple(each for each in every if each in run.point.perspectives)


def by_group(run: Run, level: float) -> tuple[GroupResult, ...]:
    """Each group of a scenario, in file order; none where it has no groups.

    A group has the draws of the whole, so that its results differ from those by its numbers alone.
    """
    scenario = run.scenario
    found = []
    weights = shares(scenario, run.draws) if scenario.subgroups else []
    point = shares(scenario, drawing.base_case(scenario)) if scenario.subgroups else []
    for index, group in enumerate(scenario.subgroups):
        own = simulate(scenario.alone(group.name), run.settings, totals=True)
        view = View(own, scenario.perspective)
        share = float(point[index][0])
        drawn = weights[index] if weights[index].size > 1 else None
        found.append(
            GroupResult(
                group,
                Estimate(share, drawn).interval(level),
                {
                    (arm, seen): _difference(view.seen_from(seen), arm).cell(level)
                    for arm in scenario.interventions
                    for seen in accounts(run)
                },
                {arm: view.total(arm).chance_below() for arm in scenario.interventions},
            )
        )
    return tuple(found)


def _difference(view: View, arm: str) -> Estimate:
    """The incremental cost of an arm in the perspective of a view."""
    return view.difference(arm, view.weight(), view.everything)
