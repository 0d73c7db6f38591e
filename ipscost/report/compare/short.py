"""The short answer of compare: the savings, and the categories in which they differ most."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.compare.comparison import Branch, Comparison
from ipscost.analysis.interval import Interval
from ipscost.report.compare.claims import odds_of
from ipscost.report.compare.labels import label_of, of_category
from ipscost.report.compare.tables import overview
from ipscost.report.frame import in_money
from ipscost.report.report import Choice, Column, Row, Table
from ipscost.words.text import rate, say

MOST_CATEGORIES = 4
"""So many categories leave room for the headline and three caveats on a screen of 24 lines."""


def short(found: Comparison) -> Choice:
    """A column for each arm, or of many a row."""
    labels = tuple(label_of(case) for case in found.cases)
    return Choice(
        columns=labels,
        across=(_side_by_side(found),),
        down=(overview(found),),
        broken=True,
        name="savings",
    )


def _side_by_side(found: Comparison) -> Table:
    """The savings with interval and probability, and the categories that differ most."""
    odds = tuple(map(odds_of, found.cases, found.chance))
    rows = [Row("cost", say("saving"), found.saving, found.unit, strong=True)]
    if any(value is not None and value.low is not None for value in found.saving):
        label = say("interval_row", level=rate(found.level))
        rows.append(Row("cost", label, found.saving, found.unit, depth=1, style="extent"))
    if any(value is not None for value in odds):
        label = say("probability")
        rows.append(Row("cost", label, odds, "share", depth=1, style="probability"))
    if len(found.others) > 1:
        label = say("saving_more_short", base=label_of(found.base))
        rows.append(Row("cost", label, _gaps(found), found.unit))
    breaks = (len(rows),)
    rows += [
        Row(each.leaf.path, of_category(each.leaf), each.values, found.unit)
        for each in _different(found)
    ]
    return Table(
        title=say("title_compare_short", **in_money(*(case.scenario for case in found.cases))),
        first=say("category"),
        columns=tuple(Column(label_of(c), style="signed", numeric=True) for c in found.cases),
        rows=tuple(rows),
        breaks=breaks,
        name="savings",
    )


def _gaps(found: Comparison) -> tuple[Interval | None, ...]:
    """How much more each arm saves than the base; nothing for the base itself."""
    gaps = iter(found.gaps.saving)
    return tuple(None if case is found.base else next(gaps) for case in found.cases)


def _different(found: Comparison) -> Iterator[Branch]:
    """The categories in which the savings are furthest apart, in the order of the file."""
    leaves = [each for each in found.categories if not each.leaf.is_group and not each.is_empty]
    sizes = {each.leaf.path: _spread(each) for each in leaves}
    ranked = sorted((path for path in sizes if sizes[path] > 0), key=lambda path: -sizes[path])
    kept = set(ranked[:MOST_CATEGORIES])
    return (each for each in leaves if each.leaf.path in kept)


def _spread(branch: Branch) -> float:
    """How far apart the savings of a category are; one that an arm lacks counts as 0 there."""
    means = [0.0 if value is None else value.mean for value in branch.values]
    return max(means) - min(means)
