"""simulate --uncertainty: which numbers, and which payers, the uncertainty comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.variance import ArmVariance, Variances, variances_of
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import Cell, Column, MadeLater, Report, Row, Table, shown_too
from ipscost.report.simulate.figures import of_variances
from ipscost.report.simulate.labels import payer_label, quantity_labels
from ipscost.report.simulate.notes import BY_SOURCE
from ipscost.run import Run
from ipscost.scenario.nouns import Label
from ipscost.words.text import Words, say


def with_uncertainty(report: Report, run: Run) -> Report:
    """The report with the shares of the variance of each arm's total, or why there are none."""
    found = variances_of(run)
    shares = tuple(tables(found))
    return replace(
        report,
        tables=(*report.tables, *shares),
        short=shown_too(report.short, shares),
        notes=MadeLater(lambda: (*report.notes, *written(BY_SOURCE, of_run(found, run)))),
        figures=(*report.figures, *of_variances(found)),
    )


def tables(found: Variances) -> Iterator[Table]:
    """For each arm the share of every number, and of every payer where there are several."""
    labels = quantity_labels(found.scenario)
    for each in found.arms:
        yield _quantities(found, each, labels)
        if each.has_payers:
            yield _payers(found, each)


def _quantities(found: Variances, each: ArmVariance, labels: dict[str, Words]) -> Table:
    """Each number's share of the variance of the total, largest first; then interactions."""
    rows: list[Row] = []
    for name, share in each.quantities:
        rows.append(_row(name, "leaf", labels[name], share))
        label = labels[name]
        if not (isinstance(label, Label) and label.is_always(name)):
            below: tuple[Cell, ...] = ("",)
            rows.append(Row(name, name, below, depth=1))
    ends = len(rows)
    rows.append(_row("interactions", "total", say("interactions"), each.interactions))
    return Table(
        title=say("title_variance", arm=found.scenario.arms[each.arm].label),
        first=say("voi_quantity"),
        columns=(_column(),),
        rows=tuple(rows),
        breaks=(ends,),
        name="uncertainty",
    )


def _payers(found: Variances, each: ArmVariance) -> Table:
    """Each payer's share of the variance of the total, largest first."""
    scenario = found.scenario
    return Table(
        title=say("title_variance_payers", arm=scenario.arms[each.arm].label),
        first=say("payer"),
        columns=(_column(),),
        rows=tuple(
            _row(path, "group", payer_label(scenario, path), share) for path, share in each.payers
        ),
        name="uncertainty_payers",
    )


def _row(path: str, level: str, label: Words, share: float) -> Row:
    return Row(path, label, (Interval(share),), "share")


def _column() -> Column:
    return Column(say("variance_share"), unit="share", style="part", numeric=True)
