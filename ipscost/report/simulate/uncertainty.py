"""simulate --uncertainty: which quantities, and which payers, the uncertainty comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.analysis.reaches import of_saving
from ipscost.decision.variance import variance_shares
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.report.uses import labels as number_labels
from ipscost.run import Run
from ipscost.scenario import perspectives
from ipscost.scenario.model import once
from ipscost.words.text import Words, alike, listing, say

FEWEST_DRAWS = 100


def with_uncertainty(report: Report, run: Run) -> Report:
    """The report with a table per intervention and what it means, or why there is none."""
    view = View(run, run.scenario.perspective)
    uncertain = [arm for arm in run.scenario.interventions if view.total(arm).is_uncertain]
    if run.settings.draws < FEWEST_DRAWS or not uncertain:
        few = "note_variance_few" if run.settings.draws < FEWEST_DRAWS else "note_variance_none"
        return replace(report, notes=(say(few, least=FEWEST_DRAWS), *report.notes))
    found = tuple(table for arm in uncertain for table in _tables(view, arm))
    notes = [say("note_variance")]
    resting = [q for arm in uncertain for q in of_saving(run.scenario, arm)]
    resting = [q for q in resting if q.is_known and q.is_fixed]
    if paths := list(dict.fromkeys(number.path for number in resting)):
        notes.append(say("note_variance_fixed", paths=listing(paths)))
    if any(str(table.rows[0].path).startswith("payer.") for table in found):
        notes.append(say("note_variance_payers"))
    return replace(report, tables=(*report.tables, *found), notes=(*notes, *report.notes))


def _tables(view: View, arm: str) -> Iterator[Table]:
    """The shares of quantities, and of payers where there are several."""
    yield quantities_table(view, arm)
    payers = payers_table(view, arm)
    if len(payers.rows) > 1:
        yield payers


def terms(view: View) -> dict[str, tuple[str, ...]]:
    """The uncertain quantities that count, by their paths; those of a correlation go together.

    A correlation is called `correlation.` and its name.
    """
    scenario = view.run.scenario
    counted = zip(scenario.categories, view.weight(), strict=True)
    numbers = list(scenario.model.numbers) if scenario.model else []
    for category, weight in counted:
        others = [other for other in scenario.categories if other.path in category.of]
        if weight != 0:
            numbers += [n for each in (category, *others) for n in each.numbers]
    paths = [number.path for number in once(tuple(numbers)) if not number.is_fixed]
    found: dict[str, tuple[str, ...]] = {}
    tied = {path: each for each in scenario.correlations for path in each.members}
    for path in paths:
        each = tied.get(path)
        name = path if each is None else f"correlation.{each.name}"
        found[name] = (path,) if each is None else each.members
    return found


def quantities_table(view: View, arm: str) -> Table:
    """Each quantity's share of the variance of the total, the largest first; then interactions."""
    run, total = view.run, view.total(arm).draws
    assert total is not None
    groups, columns = terms(view), run.draws.columns
    drawn = {name: [columns[path] for path in paths] for name, paths in groups.items()}
    shares = variance_shares(total, drawn)
    labels: dict[str, Words] = {**number_labels(run.scenario)}
    for each in run.scenario.correlations:
        labels[f"correlation.{each.name}"] = each.label
    rows: list[Row] = []
    for name, share in sorted(shares.terms.items(), key=lambda each: -each[1]):
        rows.append(_row(name, "leaf", labels[name], share))
        if not alike(labels[name], name):
            below: tuple[Cell, ...] = ("",)
            rows.append(Row(name, "leaf", name, below, depth=1, tidy=False))
    ends = len(rows)
    rows.append(_row("interactions", "total", say("interactions"), shares.interactions))
    reference = run.scenario.reference
    return Table(
        title=say("title_variance", arm=_label(view, arm)),
        first=say("voi_quantity"),
        columns=(_column("variance_share", arm, reference),),
        rows=tuple(rows),
        breaks=(ends,),
    )


def payers_table(view: View, arm: str) -> Table:
    """Each payer's share of the variance of the total: the covariance of its part with the total.

    Cov(part, total) / Var(total), which sums to 1 over the payers and is below 0 where a payer's
    part makes the total more certain.
    """
    run, total = view.run, view.total(arm).draws
    assert total is not None
    found: list[tuple[str, Words, float]] = []
    for name, payer in run.scenario.payers.items():
        share = np.array(perspectives.part(run.scenario, view.perspective, name))
        part = view.difference(arm, share).draws
        if not share.any() or part is None:
            continue
        covariance = float(np.cov(part, total)[0, 1] / np.var(total, ddof=1))
        found.append((f"payer.{name}", payer.label, covariance))
    found.sort(key=lambda each: -each[2])
    return Table(
        title=say("title_variance_payers", arm=_label(view, arm)),
        first=say("payer"),
        columns=(_column("variance_share_by_payer", arm, run.scenario.reference),),
        rows=tuple(_row(path, "group", label, share) for path, label, share in found),
    )


def _row(path: str, level: str, label: Words, share: float) -> Row:
    return Row(path, level, label, (Interval(share),), "share")


def _column(measure: str, arm: str, reference: str) -> Column:
    label = say("variance_share")
    return Column(label, measure, arm, reference, unit="share", style="part")


def _label(view: View, arm: str) -> Words:
    return view.run.scenario.arms[arm].label
