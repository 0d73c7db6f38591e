"""What each group of people costs and saves, where a scenario has groups: one line a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.summary import IncrementalCost, Summary
from ipscost.report.frame import account_label, framed
from ipscost.report.phrases import headed
from ipscost.report.report import Column, Figure, Row, Table, numbers_of
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.subgroups import SECTION
from ipscost.words.text import say, within


def groups_table(found: Summary, arm: str, whole: IncrementalCost, *, brief: bool = False) -> Table:
    """The share and the incremental cost of each group, and of all people.

    brief: from the perspective of the scenario alone, as the short answer has it.
    """
    scenario, seen = found.scenario, found.accounts
    views = seen[:1] if brief else seen
    rows = [
        Row(
            each.group.path,
            each.group.label,
            (each.share, *(each.differences[arm, view] for view in views)),
            _money(scenario),
        )
        for each in found.groups
    ]
    totals = (whole.difference, *(found.totals[arm, view] for view in views[1:]))
    rows.append(
        Row("cost", say("all_people"), (Interval(1.0), *totals), _money(scenario), strong=True)
    )
    return Table(
        title=say("title_groups", **framed(scenario, arm)),
        first=say("group"),
        columns=(
            Column(say("share_of_people"), unit="share", style="part", numeric=True),
            *(_column(found, arm, view, alone=len(views) == 1) for view in views),
        ),
        rows=tuple(rows),
        breaks=(len(found.groups),),
        name=SECTION,
    )


def _column(found: Summary, arm: str, view: str, *, alone: bool) -> Column:
    """The incremental cost from one perspective, which it names where there are several."""
    cells = [each.differences[arm, view] for each in found.groups]
    label = headed("difference", cells, found.level)
    if not alone:
        label = say("seen_by", label=label, account=within(account_label(found.scenario, view)))
    return Column(label, style="change", numeric=True)


def groups_figures(found: Summary, arm: str) -> Iterator[Figure]:
    """The same for machines: a group's perspectives stand below its path."""
    scenario = found.scenario
    arms, money = (arm, scenario.reference), _money(scenario)
    for each in found.groups:
        yield from numbers_of(
            each.group.path,
            "group",
            each.group.label,
            ("group_share", each.share, "", "", "share"),
            ("group_probability_of_saving", each.odds[arm], *arms, "share"),
        )
        for view in found.accounts:
            label = say("of_group", label=account_label(scenario, view), group=each.group.label)
            number = ("group_difference", each.differences[arm, view], *arms, money)
            yield from numbers_of(f"{each.group.path}.{view}", "leaf", label, number)


def groups_tables(found: Summary, *, brief: bool = False) -> Sequence[Table]:
    """A table for each intervention; none without groups."""
    if not found.groups:
        return ()
    return [
        groups_table(found, each.arm, each.costs.total, brief=brief) for each in found.comparisons
    ]


def _money(scenario: Scenario) -> str:
    return f"{scenario.money}/person"
