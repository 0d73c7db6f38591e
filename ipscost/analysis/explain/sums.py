"""What a sum is made of: a group, the total, what falls on a payer, an account, or a kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.estimates import MEANINGFUL
from ipscost.analysis.explain.journeys import Journeys
from ipscost.analysis.frame import perspective_text
from ipscost.scenario import RESOURCES
from ipscost.table import Column, Interval, Row, Table, rate
from ipscost.words import listing

KINDS = ("resources", "productivity", "transfer")


@dataclass(frozen=True)
class Sum:
    """A sum over categories with `weight`, (category,).

    `left_out` are the paths below it that the perspective does not count. Where it counts none,
    `is_counted` is False and the weights are those of the categories themselves. `of_total` is
    True where parts are told as shares of the whole saving, not of this sum.
    """

    path: str
    weight: np.ndarray
    left_out: tuple[str, ...]
    is_counted: bool
    of_total: bool


def sum_of(explainer: Journeys, path: str) -> Sum | None:
    """The sum at `path`, or None where there is none."""
    scenario, ledger = explainer.scenario, explainer.run.point
    counted = explainer.view.weight()
    prefix, _, name = path.partition(".")
    if path == "cost" or path in scenario.groups:
        flags = [c.path.startswith(f"{path}.") for c in scenario.categories]
    elif prefix == "payer" and name in scenario.payers:
        borne: np.ndarray = ledger.payer_share[:, ledger.payers.index(name)]
        return Sum(path, borne, (), is_counted=True, of_total=False)
    elif prefix == "perspective" and name in ledger.perspectives:
        return Sum(path, ledger.weight(name), (), is_counted=True, of_total=False)
    elif prefix == "kind" and name in KINDS:
        kinds = RESOURCES if name == "resources" else (name,)
        flags = [kind in kinds for kind in ledger.kinds]
    else:
        return None
    inside = np.array(flags, dtype=float)
    weight: np.ndarray = counted * inside
    pairs = zip(scenario.categories, inside * (weight == 0), strict=True)
    left_out = tuple(category.path for category, is_out in pairs if is_out)
    if left_out and not weight.any():
        return Sum(path, inside, left_out, is_counted=False, of_total=False)
    return Sum(path, weight, left_out, is_counted=True, of_total=True)


def made_of(explainer: Journeys, made: Sum) -> Table:
    """The categories of a sum, each with its difference and its share, and the sum itself."""
    scenario = explainer.scenario
    columns: list[Column] = []
    arms, reference = scenario.interventions, scenario.reference
    for arm in arms:
        label = scenario.arms[arm].label.text(explainer.language)
        level = rate(explainer.level, explainer.language)
        heading = explainer.say("difference_interval", level=level)
        heading = heading if len(arms) == 1 else f"{label}: {heading}"
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
            cells = _cells(explainer, only, made)
            rows.append(Row(category.path, "leaf", category.path, cells, explainer.unit))
    level = "total" if made.path == "cost" else "group"
    cells = _cells(explainer, made.weight, made)
    rows.append(Row(made.path, level, made.path, cells, explainer.unit, strong=True))
    return Table(
        title=explainer.say("title_parts", path=made.path),
        first=explainer.say("category"),
        columns=tuple(columns),
        rows=tuple(rows),
        breaks=(len(rows) - 1,),
    )


def _cells(explainer: Journeys, weight: np.ndarray, made: Sum) -> tuple[Interval | None, ...]:
    """Difference and share by arm; no share where parts nearly cancel out."""
    view, cells = explainer.view, list[Interval | None]()
    for arm in explainer.scenario.interventions:
        change = view.difference(arm, weight)
        share = view.part_of_total(arm, change) if made.of_total else None
        if not made.of_total:
            whole = view.difference(arm, made.weight).point
            parts = np.abs(made.weight * explainer.run.point.difference(arm)[:, 0]).sum()
            share = change.point / whole if abs(whole) > MEANINGFUL * parts else None
        cells.append(change.interval(explainer.level))
        cells.append(None if share is None else Interval(share))
    return tuple(cells)


def sum_notes(explainer: Journeys, made: Sum) -> Iterator[str]:
    """What a sign means, and what is left out."""
    key = "parts_sign_payer" if made.path.startswith("payer.") else "parts_sign"
    yield explainer.say(key)
    if made.left_out:
        seen = perspective_text(explainer.scenario, explainer.language)
        kinds = {c.kind for c in explainer.scenario.categories if c.path in made.left_out}
        reason = "parts_transfers" if kinds == {"transfer"} else "parts_left_out"
        key = reason if made.is_counted else f"{reason}_all"
        paths = listing(list(made.left_out), explainer.language)
        yield explainer.say(key, paths=paths, perspective=seen)
