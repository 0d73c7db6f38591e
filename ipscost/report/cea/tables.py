"""The tables of cea: costs and effects, the frontier, net benefit, the plane and the curves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.frame import discounted_text, perspective_text, prices_of
from ipscost.analysis.interval import Interval
from ipscost.decision.acceptability import AXES, QUADRANTS, pairwise, plane
from ipscost.decision.frontier import DOMINATED, EXTENDED, FRONTIER, Standing
from ipscost.report.cea.terms import LONGEST, Question
from ipscost.report.report import Cell, Choice, Column, Row, Table
from ipscost.words.text import (
    Either,
    Words,
    count,
    glued,
    horizon,
    joined,
    rate,
    say,
    sentences,
    typed,
)

BESIDE = 28
"""The width of the other columns of a curve, in letters."""
FEW_ARMS = 4
"""Of fewer arms than these the probability of the best one is in its own column already."""
WHOLE = 100
"""Thresholds from here on are shown without decimals."""
STATUS_WORDS = {"dominated": "cea_dominated", "extended": "cea_extended", "same": "cea_equal"}


def tables(question: Question) -> tuple[Table | Choice, ...]:
    """All tables; without draws of something uncertain those of expected values alone.

    The curves have a column for each arm, or where these are many or make a table wider than a
    page, a row for each.
    """
    found: list[Table | Choice] = [effects_table(question), incremental_table(question)]
    if not question.is_uncertain:
        return tuple(found)
    if question.given or question.own is not None:
        found.append(benefit_table(question))
    found.append(plane_table(question))
    labels = tuple(question.label(arm) for arm in range(len(question.psa.arms)))
    across = (acceptability_table(question, wide=False), loss_table(question, wide=False))
    down = (acceptability_table(question, wide=True), *turned_tables(question))
    return (*found, Choice(labels, BESIDE, across, down))


def _level(question: Question) -> Words:
    """` (95% interval)` in a heading, or nothing where nothing is uncertain."""
    if not question.is_uncertain:
        return ""
    level = rate(question.level)
    return say("cea_level", level=level)


def _row(question: Question, arm: int, cells: tuple[Cell, ...], **more: object) -> Row:
    """A row of an arm."""
    return Row(
        path=question.decision.outcome,
        level="arm",
        label=question.label(arm),
        cells=cells,
        arm=question.psa.arms[arm],
        **more,  # type: ignore[arg-type]
    )


# --- costs and effects -----------------------------------------------------------------------


def effects_table(question: Question) -> Table:
    """Cost and effect of each arm, and its differences from the reference arm."""
    psa = question.psa
    reference = psa.arms[psa.base]
    level, effect_unit = _level(question), question.decision.effect_unit
    rows = []
    for arm in range(len(psa.arms)):
        change: tuple[Cell, Cell] = (None, None)
        if arm != psa.base:
            change = (
                question.interval(question.cost(arm)),
                question.interval(question.outcome(question.effect(arm))),
            )
        rows.append(_row(question, arm, (*_levels(question, arm), *change)))
    cost, effect = (
        say(key, level=level) for key in ("cea_incremental_cost", "cea_incremental_effect")
    )
    unit = question.cost_unit
    return Table(
        title=_title(question),
        first=say("cea_arm"),
        columns=(
            Column(say("cea_cost"), "cost", unit=unit),
            Column(say("cea_effect"), "effect", unit=effect_unit),
            Column(cost, "incremental_cost", "", reference, unit, "change"),
            Column(effect, "incremental_effect", "", reference, effect_unit, "change"),
        ),
        rows=tuple(rows),
    )


def _title(question: Question) -> Words:
    """What the results are of, from where they are seen, and what the effect is."""
    decision = question.decision
    title: Words = decision.name
    where: Words = ""
    effect: Words = ""
    if decision.outcome_label is not None:
        effect = question.say("cea_effect_unit", label=question.outcome_label)
    if decision.run is None and question.currency:
        sign, year = question.sign, decision.money.rpartition("_")[2]
        where = say("cea_where_file", currency=sign, year=year)
    elif decision.run is not None:
        scenario = decision.run.scenario
        title = scenario.title
        where = say(
            "cea_where",
            currency=question.sign,
            horizon=horizon(scenario.months),
            year=prices_of(scenario.money),
            perspective=perspective_text(scenario),
            discounted=discounted_text(scenario),
        )
    reference = question.label(question.psa.base)
    return say("title_cea", title=title, where=where, effect=effect, reference=reference)


def _levels(question: Question, arm: int) -> tuple[Cell, Cell]:
    """Cost and effect of an arm: a dash where not known, marked where a part is not."""
    decision, psa = question.decision, question.psa
    if decision.run is None:
        cost: Cell = Interval(float(psa.cost_mean[arm])) if decision.cost_known[arm] else None
    else:
        view = View(decision.run, decision.run.scenario.perspective)
        cost = view.level(psa.arms[arm], view.weight(), question.level)
    effect = float(decision.sign * psa.effect_mean[arm]) + 0.0
    return cost, Interval(effect) if decision.effect_known[arm] else None


def incremental_table(question: Question) -> Table:
    """Each arm against the next less effective on the frontier, or the one that dominates it."""
    unit, effect_unit = question.cost_unit, question.decision.effect_unit
    icer_unit = f"{question.decision.money}/{effect_unit}" if unit and effect_unit else ""
    title: Words = say("title_incremental")
    per: Words = ""
    if question.currency:
        unit_text = sentences(question.sign, question.per)
        below = joined((title, say("cea_icer_unit", unit=unit_text)), "\n")
        title = Either(question.one, title, below, most=LONGEST)
        per = Either(question.one, glued(", ", unit_text), "", most=LONGEST)
    return Table(
        title=title,
        first=say("cea_arm"),
        columns=(
            Column(say("cea_against")),
            Column(say("cea_step_cost"), "frontier_cost", unit=unit, style="signed"),
            Column(
                say("cea_step_effect"),
                "frontier_effect",
                unit=effect_unit,
                style="signed",
            ),
            Column(say("cea_icer", per=per), "icer", unit=icer_unit, style="ratio"),
            *(
                Column(say(f"cea_{name}"), name, unit="", shown=False)
                for name in ("on_frontier", "dominated", "extendedly_dominated")
            ),
        ),
        rows=tuple(_standing_row(question, standing) for standing in question.standings),
    )


def _standing_row(question: Question, standing: Standing) -> Row:
    """An arm's standing: whom it is held against, by how much, and its ratio or a word."""
    flags = [Interval(float(standing.status == one)) for one in (FRONTIER, DOMINATED, EXTENDED)]
    if standing.versus is None:
        alone = all(s.status == DOMINATED for s in question.standings if s is not standing)
        word = say("cea_dominant" if alone else "cea_least_costly")
        return _row(question, standing.arm, (None, None, None, word, *flags))
    if standing.icer is not None:
        icer: Cell = Interval(standing.icer)
    else:
        icer = say(STATUS_WORDS[standing.status])
    cells: tuple[Cell, ...] = (
        question.label(standing.versus),
        Interval(standing.cost),
        Interval(question.decision.sign * standing.effect + 0.0),
        icer,
        *flags,
    )
    return _row(question, standing.arm, cells, versus=question.psa.arms[standing.versus])


# --- net benefit and the plane ---------------------------------------------------------------


def benefit_table(question: Question) -> Table:
    """Net benefit of each arm less that of the reference arm, at each tabled threshold."""
    psa = question.psa
    reference, level = psa.arms[psa.base], _level(question)
    several = len(question.tabled) > 1
    rows: list[Row] = []
    for wtp in question.tabled:
        if several:
            amount = _threshold(question, wtp)
            rows.append(Row("", "group", amount, ("",) * 3, tidy=False))
        odds = pairwise(psa, wtp)
        for arm in question.others:
            health = question.health(arm, wtp)
            cells: tuple[Cell, ...] = (
                question.interval(question.monetary(arm, wtp)),
                None if health is None else question.interval(health),
                question.chance(float(odds[arm])),
            )
            rows.append(_row(question, arm, cells, threshold=wtp, depth=int(several)))
    label = question.label(psa.base)
    worth = question.worth(question.tabled[0])
    title: Words = say("title_benefit", reference=label, worth=worth)
    if several:
        title = _title_of(question, "title_benefit_several")
    unit = question.decision.effect_unit
    benefit = "cea_nhb" if unit == "QALY" else "cea_neb"
    return Table(
        title=title,
        first=say("cea_arm"),
        columns=(
            Column(
                say("cea_nmb", level=level),
                *("nmb", "", reference, question.cost_unit, "change"),
            ),
            Column(question.say(benefit, level=level), "nhb", "", reference, unit, "change"),
            Column(
                say("cea_probability_better"),
                *("probability_cost_effective", "", reference, "share", "probability"),
            ),
        ),
        rows=tuple(rows),
        breaks=tuple(place for place, row in enumerate(rows) if not row.tidy and place),
    )


def plane_table(question: Question) -> Table:
    """The share of draws in each quadrant of the plane, and on its axes where some are."""
    psa = question.psa
    shares, reference = plane(psa), psa.arms[psa.base]
    names = (*QUADRANTS, *AXES)
    is_there = shares[list(question.others)].max(axis=0) > 0
    return Table(
        title=say("title_plane", reference=question.label(psa.base)),
        first=say("cea_arm"),
        columns=tuple(
            Column(
                question.say(f"cea_{name}"),
                f"{'quadrant' if name in QUADRANTS else 'axis'}_{name}",
                *("", reference, "share", "draws"),
                shown=name in QUADRANTS or bool(is_there[place]),
            )
            for place, name in enumerate(names)
        ),
        rows=tuple(
            _row(question, arm, tuple(question.chance(float(share)) for share in shares[arm]))
            for arm in question.others
        ),
    )


# --- curves ----------------------------------------------------------------------------------


def _threshold(question: Question, wtp: float) -> Words:
    """A threshold as the label of a row: whole, but with its decimals where it is small."""
    if wtp >= WHOLE or wtp == round(wtp):
        return count(round(wtp))
    return typed(wtp)


def _curve_rows(question: Question) -> Iterator[tuple[int, Row]]:
    """A row without cells for each threshold, and its place."""
    for place, wtp in enumerate(question.thresholds):
        yield (
            place,
            Row(
                path=question.decision.outcome,
                level="threshold",
                label=_threshold(question, wtp),
                cells=(),
                threshold=wtp,
                shown=wtp in question.shown,
                strong=wtp in question.tabled,
            ),
        )


def _title_of(question: Question, key: str) -> Words:
    """The title of a curve, with the money where it is known."""
    sign = question.sign
    money: Words = ""
    if sign:
        money = f"{sign} " if key == "title_loss" else say("cea_in_money", money=sign)
    reference = question.label(question.psa.base)
    return say(key, one=question.one, money=money, reference=reference)


def acceptability_table(question: Question, *, wide: bool) -> Table:
    """The acceptability curves and their frontier; with many arms the frontier is shown alone."""
    psa, found = question.psa, question.curves
    columns = [
        Column(question.label(arm), "ceac", name, "", "share", "probability", shown=not wide)
        for arm, name in enumerate(psa.arms)
    ]
    columns += [
        Column(say("cea_best_arm")),
        Column(
            say("cea_best_probability"),
            *("ceaf", "", "", "share", "probability"),
            shown=wide or len(psa.arms) < FEW_ARMS,
        ),
    ]
    rows = []
    for place, row in _curve_rows(question):
        best = int(found.best[place])
        cells: tuple[Cell, ...] = (
            *(question.chance(float(share)) for share in found.probability[:, place]),
            question.label(best),
            question.chance(float(found.frontier[place])),
        )
        rows.append(_filled(row, cells, arm=psa.arms[best]))
    if wide:
        losses = loss_table(question, wide=True)
        columns += losses.columns
        rows = [
            _filled(row, (*row.cells, *loss.cells), arm=row.arm)
            for row, loss in zip(rows, losses.rows, strict=True)
        ]
    return Table(
        title=_title_of(question, "title_acceptability"),
        first=say("cea_threshold"),
        columns=tuple(columns),
        rows=tuple(rows),
    )


def loss_table(question: Question, *, wide: bool) -> Table:
    """The expected loss of each arm, and the value of perfect information."""
    psa, found = question.psa, question.curves
    unit = question.cost_unit
    rows = []
    for place, row in _curve_rows(question):
        cells = tuple(Interval(float(loss)) for loss in found.loss[:, place])
        rows.append(_filled(row, (*cells, Interval(float(found.evpi[place])))))
    return Table(
        title=_title_of(question, "title_loss"),
        first=say("cea_threshold"),
        columns=(
            *(
                Column(question.label(arm), "expected_loss", name, unit=unit, shown=not wide)
                for arm, name in enumerate(psa.arms)
            ),
            Column(say("cea_evpi"), "evpi", unit=unit),
        ),
        rows=tuple(rows),
    )


def _filled(row: Row, cells: tuple[Cell, ...], arm: str = "") -> Row:
    """The row with its cells."""
    return replace(row, cells=cells, arm=arm)


def turned_tables(question: Question) -> tuple[Table, Table]:
    """The same curves with a row an arm, for many arms; the numbers stand in rows elsewhere."""
    found = question.curves
    shown = sorted(question.shown)
    few = {shown[p] for p in np.linspace(0, len(shown) - 1, 5).round().astype(int).tolist()}
    wanted = sorted({*few, *question.tabled} if len(question.tabled) == 1 else few)
    places = [question.thresholds.index(wtp) for wtp in wanted]

    def turned(title: str, values: np.ndarray, unit: str, style: str) -> Table:
        cell = question.chance if style == "probability" else Interval
        columns = tuple(
            Column(_threshold(question, wtp), "turned", unit=unit, style=style) for wtp in wanted
        )
        rows = tuple(
            _row(question, arm, tuple(cell(float(values[arm, p])) for p in places), tidy=False)
            for arm in range(len(question.psa.arms))
        )
        return Table(say(title), say("cea_arm"), columns, rows)

    return (
        turned("cea_arms_by_threshold", found.probability, "share", "probability"),
        turned("cea_losses_by_threshold", found.loss, question.cost_unit, "level"),
    )
