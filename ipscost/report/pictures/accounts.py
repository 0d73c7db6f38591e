"""Where a saving comes from, and whose it is: waterfall and payers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.summary import ArmComparison
from ipscost.report.charts import Axis, BarSeries, GroupedBars, Waterfall
from ipscost.report.frame import account_label
from ipscost.report.phrases import headed
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import (
    NoPictureError,
    Picture,
    amounts_told,
    beside,
    money_of,
    noted,
    partial_note,
    saving_of,
    with_limits,
)
from ipscost.report.report import Column, Figure, Row, Table, is_empty, numbers_of
from ipscost.report.simulate.figures import figures as of_summary
from ipscost.report.simulate.labels import SumLabels
from ipscost.words.text import Words, count, say, sentences, within

MOST_BARS, MANY_BARS = 20, 30
"""With more categories than the second, so many of the largest are shown, and the rest as one."""
OTHER = "other"

Savings = Mapping[str, Interval | None]
"""What is saved in each category, by its path; None where it is not known."""


# --- waterfall -------------------------------------------------------------------------------


def waterfall(found: Findings) -> Picture:
    """How the savings and extra costs of the categories lead to the saving of each arm."""
    scenario, summary = found.scenario, found.summary
    by_arm = {each.arm: _savings(found, each) for each in summary.comparisons}
    labels = _labels(found)
    shown, others = _shown(by_arm)
    if not shown:
        raise NoPictureError(
            f"no category of {scenario.file} differs between the arms, so there is nothing to draw;"
            " compare the arms with ipscost simulate"
        )
    kept = {arm: _with_other(savings, shown, others) for arm, savings in by_arm.items()}
    labels[OTHER] = say("picture_other", count=count(len(others)))
    paths = [*shown, *((OTHER,) if others else ())]
    charts, told = [], list[Words]()
    for each in summary.comparisons:
        savings, whole = kept[each.arm], each.costs.total.saving
        here = [path for path in paths if path in savings]
        charts.append(
            Waterfall(
                labels=tuple(labels[path] for path in here),
                amounts=tuple(_mean(savings[path]) for path in here),
                unit=found.unit,
                total=say("total"),
                whole=whole,
                axis=saving_of(scenario),
            )
        )
        told.append(
            say(
                "picture_waterfall",
                arm=within(scenario.arms[each.arm].label),
                reference=within(scenario.arms[scenario.reference].label),
                money=money_of(scenario),
                amounts=amounts_told(((labels[p], savings[p]) for p in here), found.unit),
                total=with_limits(whole, found.unit, found.level),
            )
        )
    totals = [each.costs.total.saving for each in summary.comparisons]
    return Picture(
        name="waterfall",
        title=_waterfall_title(found),
        chart=beside([scenario.arms[arm].label for arm in by_arm], charts),
        alt=sentences(*told),
        table=_waterfall_table(found, paths, labels, kept, totals),
        figures=(*_saved(found, shown), *_others(found, kept, labels)),
        note=noted(partial_note([*totals, *(s.get(p) for s in kept.values() for p in paths)])),
    )


def _labels(found: Findings) -> dict[str, Words]:
    """What each category is called, by its path."""
    labels = SumLabels(found.scenario)
    return {
        node.path: labels.node(node, amounts)
        for each in found.summary.comparisons
        for node, amounts in each.costs.tree
        if node.is_leaf
    }


def _savings(found: Findings, each: ArmComparison) -> dict[str, Interval | None]:
    """What an arm saves in each category that counts; those it leaves alone are left out."""
    lacking = {category.path for category in found.view.missing(each.arm)}
    savings = {n.path: a.saving for n, a in each.costs.tree if n.is_leaf}
    return {
        path: saving
        for path, saving in savings.items()
        if path in lacking or not is_empty((saving,))
    }


def _shown(by_arm: Mapping[str, Savings]) -> tuple[list[str], list[str]]:
    """The categories that are drawn one by one, and the others, both in file order."""
    every = list(dict.fromkeys(path for savings in by_arm.values() for path in savings))
    if len(every) <= MANY_BARS:
        return every, []

    def size(path: str) -> float:
        return max(abs(_mean(savings.get(path)) or 0.0) for savings in by_arm.values())

    largest = {*sorted(every, key=lambda path: -size(path))[:MOST_BARS]}
    return [p for p in every if p in largest], [p for p in every if p not in largest]


def _with_other(savings: Savings, shown: Sequence[str], others: Sequence[str]) -> Savings:
    """The savings that are shown, and the sum of the others."""
    kept = {path: savings[path] for path in shown if path in savings}
    rest = [savings[path] for path in others if path in savings]
    if rest:
        known = [each for each in rest if each is not None]
        kept[OTHER] = Interval(sum(e.mean for e in known), partial=len(known) < len(rest))
    return kept


def _mean(amount: Interval | None) -> float | None:
    return None if amount is None else amount.mean


def _waterfall_title(found: Findings) -> Words:
    """Where the saving comes from, or the extra cost; of several arms both."""
    comparisons = found.summary.comparisons
    if len(comparisons) > 1:
        return say("picture_title_waterfall_arms")
    key = "saving" if comparisons[0].costs.saves else "cost"
    label = within(found.scenario.arms[comparisons[0].arm].label)
    return say(f"picture_title_waterfall_{key}", arm=label)


def _waterfall_table(
    found: Findings,
    paths: Sequence[str],
    labels: Mapping[str, Words],
    kept: Mapping[str, Savings],
    totals: Sequence[Interval | None],
) -> Table:
    """A row a category, a column an arm; the total with its interval."""
    scenario, unit = found.scenario, found.unit
    rows = [Row(p, labels[p], tuple(s.get(p) for s in kept.values()), unit) for p in paths]
    rows.append(Row("cost", say("total"), tuple(totals), unit, strong=True, style="change"))
    return Table(
        title=saving_of(scenario),
        first=say("category"),
        columns=tuple(
            Column(scenario.arms[arm].label, style="signed", numeric=True) for arm in kept
        ),
        rows=tuple(rows),
        breaks=(len(paths),),
        name="waterfall",
    )


def _saved(found: Findings, shown: Sequence[str]) -> tuple[Figure, ...]:
    """The savings that are drawn, as the CSV of simulate has them."""
    wanted = {(path, "leaf") for path in shown} | {("cost", "total")}
    every = of_summary(found.summary)
    return tuple(e for e in every if e.measure == "saving" and (str(e.path), e.level) in wanted)


def _others(
    found: Findings, kept: Mapping[str, Savings], labels: Mapping[str, Words]
) -> tuple[Figure, ...]:
    """The sums of the categories that are not drawn one by one."""
    reference, label = found.scenario.reference, labels[OTHER]
    return tuple(
        Figure("saving", OTHER, "group", label, value, arm, reference, found.unit)
        for arm, savings in kept.items()
        if (value := savings.get(OTHER)) is not None
    )


# --- payers ----------------------------------------------------------------------------------


def payers(found: Findings) -> Picture:
    """What each payer and each perspective gains or loses, arm by arm."""
    scenario, every = found.scenario, found.gains
    first = every[0]
    labels = tuple(account_label(scenario, account.name) for account in first.shown)
    gained = [[account.total.cell(found.level) for account in gains.shown] for gains in every]
    arms = [scenario.arms[gains.arm].label for gains in every]
    payers_alone = sum(account.is_payer for account in first.shown)
    chart = GroupedBars(
        axis=Axis(say("picture_gain", money=money_of(scenario)), found.unit),
        labels=labels,
        series=tuple(map(BarSeries, arms, map(tuple, gained))),
        breaks=(payers_alone,) if 0 < payers_alone < len(labels) else (),
    )
    told = [
        say(
            "picture_payers",
            arm=within(arm),
            reference=within(scenario.arms[scenario.reference].label),
            money=money_of(scenario),
            amounts=amounts_told(zip(labels, amounts, strict=True), found.unit, len(labels)),
        )
        for arm, amounts in zip(arms, gained, strict=True)
    ]
    rows = [
        Row(account.path, label, cells, found.unit)
        for account, label, cells in zip(
            first.shown, labels, zip(*gained, strict=True), strict=True
        )
    ]
    cells = [cell for amounts in gained for cell in amounts]
    heads = [headed("net_gain", cells, found.level)] if len(arms) == 1 else arms
    return Picture(
        name="payers",
        title=say("picture_title_payers"),
        chart=chart,
        alt=sentences(*told),
        table=Table(
            title=say("picture_gain", money=money_of(scenario)),
            first=say("account"),
            columns=tuple(Column(head, style="change", numeric=True) for head in heads),
            rows=tuple(rows),
            breaks=chart.breaks,
            name="payers",
        ),
        figures=tuple(
            figure
            for gains, amounts in zip(every, gained, strict=True)
            for account, label, gain in zip(gains.shown, labels, amounts, strict=True)
            for figure in numbers_of(
                *(account.path, "group", label), ("net_gain", gain, *gains.arms, gains.unit)
            )
        ),
        note=noted(partial_note(cells)),
    )
