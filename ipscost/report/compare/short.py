"""The short answer of compare: the savings, and the categories in which they differ most."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ipscost.analysis.compare.comparison import NOTHING, Branch, Comparison, Values
from ipscost.analysis.interval import Interval
from ipscost.report.compare.claims import odds_of
from ipscost.report.compare.labels import label_of, of_category
from ipscost.report.compare.tables import overview
from ipscost.report.frame import in_money
from ipscost.report.report import Choice, Column, Row, Table
from ipscost.scenario.left_out import own_settings
from ipscost.scenario.nouns import Category
from ipscost.scenario.paths import is_within
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
    told, others = _different(found)
    rows += [Row(each.leaf.path, of_category(each.leaf), each.values, found.unit) for each in told]
    if others:
        rest = _rest(found.saving, told, others)
        rows.append(Row("others", say("other_categories"), rest, found.unit))
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


def _different(found: Comparison) -> tuple[list[Branch], list[Branch]]:
    """The categories in which the savings are furthest apart, and the others, in file order.

    Those that a variant changes are always among the first.
    """
    leaves = [each for each in found.categories if not each.leaf.is_group and not each.is_empty]
    sizes = {each.leaf.path: _spread(each) for each in leaves}
    changed = _changed(found) & sizes.keys()
    ranked = sorted((path for path in sizes if sizes[path] > 0), key=lambda path: -sizes[path])
    room = max(0, MOST_CATEGORIES - len(changed))
    kept = changed | set([path for path in ranked if path not in changed][:room])
    others = [each for each in leaves if each.leaf.path not in kept]
    if kept and sum(any(map(_size, each.values)) for each in others) == 1:  # by its own name
        kept |= {each.leaf.path for each in others if any(map(_size, each.values))}
    told = [each for each in leaves if each.leaf.path in kept]
    return told, [each for each in leaves if each.leaf.path not in kept] if told else []


def _changed(found: Comparison) -> set[str]:
    """The paths of the categories that a setting of a variant is about."""
    first, paths = found.cases[0].scenario, set[str]()
    for scenario in (case.scenario for case in found.cases if case.scenario.file == first.file):
        for setting in own_settings(scenario, first):
            path = setting.partition("=")[0].strip()
            paths |= {c.path for c in scenario.categories if _is_about(path, c)}
    return paths


def _is_about(path: str, category: Category) -> bool:
    """True for a path of a category, of one of its numbers, or of a group that it belongs to."""
    names = (category.path, *(number.path for number in category.numbers))
    return any(is_within(path, name) or is_within(name, path) for name in names)


def _rest(saving: Values, told: Sequence[Branch], others: Sequence[Branch]) -> Values:
    """What each arm saves in the `others`, so that a column adds up to its saving."""
    found: list[Interval | None] = []
    for column, total in enumerate(saving):
        values = [each.values[column] for each in others]
        known = [value for value in values if value is not None]
        if total is None or not known:
            found.append(None)
            continue
        rest = total.mean - math.fsum(_size(each.values[column]) for each in told)
        is_partial = any(value.partial for value in known)
        found.append(Interval(rest if abs(rest) > NOTHING else 0.0, partial=is_partial))
    return tuple(found)


def _size(value: Interval | None) -> float:
    """The saving in a category; 0 where an arm lacks it."""
    return 0.0 if value is None else value.mean


def _spread(branch: Branch) -> float:
    """How far apart the savings of a category are; one that an arm lacks counts as 0 there."""
    means = [_size(value) for value in branch.values]
    return max(means) - min(means)
