"""What a sum is made of: a group, the total, what falls on a payer, an account, or a kind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ipscost.analysis.estimates import MEANINGFUL
from ipscost.analysis.interval import Interval
from ipscost.report.explain.journeys import Journeys
from ipscost.report.report import Column, Row, Table
from ipscost.scenario.kinds import path_of, pure_parts
from ipscost.scenario.paths import is_below
from ipscost.words.text import Words, glued, rate


@dataclass(frozen=True)
class Sum:
    """A sum over categories with `weight`, (category,).

    `left_out` are the paths below it that the perspective does not count. Where it counts none,
    `is_counted` is False and the weights are those of the categories themselves. `of_total` is
    True where parts are told as shares of the whole saving, not of this sum. `inside` marks what it
    is a sum of, (category,); `seen_from` is another account than that of the scenario.
    """

    path: str
    weight: np.ndarray
    left_out: tuple[str, ...]
    is_counted: bool
    of_total: bool
    inside: np.ndarray
    seen_from: str = ""


def sum_of(explainer: Journeys, path: str) -> Sum | None:
    """The sum at `path`, or None where there is none."""
    scenario, ledger = explainer.scenario, explainer.run.point
    counted = explainer.view.weight()
    prefix, _, name = path.partition(".")
    if path == "cost" or path in scenario.groups:
        flags = [is_below(c.path, path) for c in scenario.categories]
    elif prefix == "payer" and name in scenario.payers:
        borne: np.ndarray = ledger.payer_share[:, ledger.payers.index(name)]
        every = explainer.view.everything
        return Sum(path, borne, (), True, of_total=False, inside=every, seen_from=name)
    elif prefix == "perspective" and name in ledger.perspectives:
        every, weight = explainer.view.everything, ledger.weight(name)
        return Sum(path, weight, (), True, of_total=False, inside=every, seen_from=name)
    elif path in map(path_of, pure_parts()):
        flags = ledger.of_part(name).tolist()
    else:
        return None
    inside = np.array(flags, dtype=float)
    weight = counted * inside
    pairs = zip(scenario.categories, inside * (weight == 0), strict=True)
    left_out = tuple(category.path for category, is_out in pairs if is_out)
    if left_out and not weight.any():
        return Sum(path, inside, left_out, False, of_total=False, inside=inside != 0)
    return Sum(path, weight, left_out, is_counted=True, of_total=True, inside=inside != 0)


def made_of(explainer: Journeys, made: Sum) -> Table:
    """The categories of a sum, each with its difference and its share, and the sum itself."""
    scenario = explainer.scenario
    columns: list[Column] = []
    arms, reference = scenario.interventions, scenario.reference
    for arm in arms:
        level = rate(explainer.level)
        heading: Words = explainer.say("difference_interval", level=level)
        heading = heading if len(arms) == 1 else glued(scenario.arms[arm].label, ": ", heading)
        columns.append(Column(heading, "difference", arm, reference, style="change"))
        share = "share_of_sum"
        if made.of_total:
            saves = explainer.view.total(arm).point <= 0
            share = "share_of_saving" if saves else "share_of_cost"
        columns.append(Column(explainer.say(share), share, arm, reference, "share", "part"))
    rows = []
    for index, category in enumerate(scenario.categories):
        if made.weight[index] != 0:
            only = np.zeros(len(made.weight))
            only[index] = made.weight[index]
            cells = _cells(explainer, only, made, None)
            rows.append(Row(category.path, "leaf", category.path, cells, explainer.unit))
    kind = "total" if made.path == "cost" else "group"
    cells = _cells(explainer, made.weight, made, made.inside)
    rows.append(Row(made.path, kind, made.path, cells, explainer.unit, strong=True))
    return Table(
        title=explainer.say("title_parts", path=made.path),
        first=explainer.say("category"),
        columns=tuple(columns),
        rows=tuple(rows),
        breaks=(len(rows) - 1,),
    )


def _cells(
    explainer: Journeys, weight: np.ndarray, made: Sum, inside: np.ndarray | None
) -> tuple[Interval | None, ...]:
    """Difference and share by arm; no share where parts nearly cancel out or are not known."""
    view, cells = explainer.view, list[Interval | None]()
    view = view.seen_from(made.seen_from) if made.seen_from else view
    for arm in explainer.scenario.interventions:
        change = view.difference(arm, weight, inside)
        share = view.part_of_total(arm, change) if made.of_total else None
        if not made.of_total:
            whole = view.difference(arm, made.weight, made.inside)
            parts = np.abs(made.weight * explainer.run.point.difference(arm)[:, 0]).sum()
            is_part = abs(whole.point) > MEANINGFUL * parts and not whole.partial
            share = change.point / whole.point if is_part else None
        cells.append(change.cell(explainer.level))
        cells.append(None if share is None else Interval(share))
    return tuple(cells)
