"""The tables of cea: costs and effects, the frontier, net benefit, the plane and the curves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from ipscost.analysis.cea import Benefit
from ipscost.analysis.interval import Interval
from ipscost.decision.acceptability import AXES, QUADRANTS
from ipscost.decision.frontier import DOMINATED, IncrementalResult
from ipscost.report.cea.terms import CeaTerms, outcome_label
from ipscost.report.frame import in_money
from ipscost.report.report import Brief, Cell, Choice, Column, Row, Table
from ipscost.words.text import Words, lines, rate, say, sentences

FEW_ARMS = 4
"""Of fewer arms than these there is room for the probability of the best one."""
STATUS_WORDS = {"dominated": "cea_dominated", "extended": "cea_extended", "same": "cea_equal"}
"""What stands in place of the ICER of an arm that has none, by where it stands."""


def tables(question: CeaTerms) -> tuple[Table | Choice, ...]:
    """The tables; without draws, those of expected values alone.

    Probabilities are told as in a sentence: no finer, and not where none is claimed.
    """
    found: list[Table | Choice] = [effects_table(question), incremental_table(question)]
    if not question.is_uncertain:
        return tuple(found)
    if question.has_threshold:
        found.append(benefit_table(question))
    found.append(plane_table(question))
    return (*found, curves(question))


def curves(question: CeaTerms) -> Choice:
    """How likely each arm is the best at each threshold, and what is lost by choosing it.

    A column for each arm; where the arms are too many for the page, a row each.
    """
    labels = tuple(question.label(arm) for arm in range(len(question.psa.arms)))
    across = (acceptability_table(question), loss_table(question))
    down = (best_table(question), *turned_tables(question))
    return Choice(labels, across, down, name="curves")


def level_text(question: CeaTerms) -> Words:
    """` (95% interval)` in a heading, or nothing where nothing is uncertain."""
    if not question.is_uncertain:
        return ""
    level = rate(question.level)
    return say("cea_level", level=level)


def _row(question: CeaTerms, arm: int, cells: tuple[Cell, ...], depth: int = 0) -> Row:
    """A row of an arm."""
    label, path = question.label(arm), question.decision.outcome
    return Row(path, label, cells, depth=depth)


# --- costs and effects -----------------------------------------------------------------------


def effects_table(question: CeaTerms) -> Table:
    """Cost and effect of each arm, and its differences from the reference arm."""
    level, effect_unit = level_text(question), question.decision.effect_unit
    cost, effect = (
        say(key, level=level) for key in ("cea_incremental_cost", "cea_incremental_effect")
    )
    unit = question.cost_unit
    return Table(
        title=_title(question),
        first=say("cea_arm"),
        columns=(
            Column(say("cea_cost"), unit=unit, numeric=True),
            Column(say("cea_effect"), unit=effect_unit, numeric=True),
            Column(cost, unit=unit, style="change", numeric=True),
            Column(effect, unit=effect_unit, style="change", numeric=True),
        ),
        rows=tuple(
            _row(question, a.arm, (a.cost, a.effect, a.cost_change, a.effect_change))
            for a in question.arms
        ),
        name="effects",
    )


def _title(question: CeaTerms) -> Words:
    """What the results are of, from where they are seen, and what the effect is."""
    decision = question.decision
    title: Words = decision.name
    if decision.run is not None:
        title = decision.run.scenario.title
        what = say("title_cea", **in_money(decision.run.scenario))
    elif question.currency:
        year = decision.money.rpartition("_")[2]
        what = say("title_cea_file", currency=question.sign, year=year)
    else:
        what = say("title_cea_bare")
    effect: Words = ""
    if outcome_label(decision) is not None:
        effect = question.say("cea_effect_is", label=question.outcome_label)
    signs = say("cea_signs", reference=question.within(question.psa.base))
    return lines(title, what, sentences(effect, signs))


def incremental_table(question: CeaTerms) -> Table:
    """Each arm against the next less effective on the frontier, or the one that dominates it."""
    unit, effect_unit = question.cost_unit, question.decision.effect_unit
    ratio = Column(say("cea_icer"), unit=question.icer_unit, style="ratio", numeric=True)
    if question.currency:
        per = say("cea_per", money=question.sign, one=question.one)
        brief = Brief(say("cea_icer"), below=say("cea_icer_unit", unit=per))
        ratio = replace(ratio, label=say("cea_icer_in", unit=per), brief=brief)
    return Table(
        title=say("title_incremental"),
        first=say("cea_arm"),
        columns=(
            Column(say("cea_against")),
            Column(say("cea_step_cost"), unit=unit, style="signed", numeric=True),
            Column(say("cea_step_effect"), unit=effect_unit, style="signed", numeric=True),
            ratio,
        ),
        rows=tuple(_standing_row(question, standing) for standing in question.standings),
        name="frontier",
    )


def _standing_row(question: CeaTerms, standing: IncrementalResult) -> Row:
    """Where an arm stands: against which arm, the differences, and its ICER or why it has none."""
    if standing.versus is None:
        alone = all(s.status == DOMINATED for s in question.standings if s is not standing)
        word = say("cea_dominant" if alone else "cea_least_costly")
        return _row(question, standing.arm, (None, None, None, word))
    if standing.icer is not None:
        icer: Cell = Interval(standing.icer)
    else:
        icer = say(STATUS_WORDS[standing.status])
    cells: tuple[Cell, ...] = (
        question.label(standing.versus),
        Interval(standing.cost),
        Interval(question.outcome_step(standing)),
        icer,
    )
    return _row(question, standing.arm, cells)


# --- net benefit and the plane ---------------------------------------------------------------


def benefit_table(question: CeaTerms) -> Table:
    """Net benefit of each arm less that of the reference arm, at each threshold asked for."""
    level, unit = level_text(question), question.decision.effect_unit
    several = len(question.tabled) > 1
    rows: list[Row] = []
    breaks: list[int] = []
    for wtp in question.tabled:
        if several:
            breaks += [len(rows)] if rows else []
            label = question.threshold_label(wtp)
            rows.append(Row("", label, ("",) * 3))
        rows += [
            _row(question, each.arm, _benefits(question, each), int(several))
            for each in question.benefits
            if each.wtp == wtp
        ]
    label = question.within(question.psa.base)
    worth = question.worth(question.tabled[0])
    title: Words = say("title_benefit", reference=label, worth=worth)
    if several:
        title = _title_of(question, "title_benefit_several")
    benefit = question.say("cea_nhb" if unit == "QALY" else "cea_neb", level=level)
    better = say("cea_probability_better")
    return Table(
        title=title,
        first=say("cea_arm"),
        columns=(
            Column(
                say("cea_nmb", level=level), unit=question.cost_unit, style="change", numeric=True
            ),
            Column(benefit, unit=unit, style="change", numeric=True),
            Column(better, unit="share", style="probability", numeric=True),
        ),
        rows=tuple(rows),
        breaks=tuple(breaks),
        name="net_benefit",
    )


def _benefits(question: CeaTerms, each: Benefit) -> tuple[Cell, ...]:
    """Net benefit in money and in units of effect, and how likely it is positive."""
    return each.monetary, each.health, question.told_chance(each.better.mean)


def plane_table(question: CeaTerms) -> Table:
    """The share of draws in each quadrant of the plane, and on those axes where there are any."""
    shares = question.plane[list(question.others)]
    pairs = zip((*QUADRANTS, *AXES), shares.T, strict=True)
    seen = [(name, each) for name, each in pairs if name in QUADRANTS or each.max() > 0]
    return Table(
        title=say("title_plane", reference=question.within(question.psa.base)),
        first=say("cea_arm"),
        columns=tuple(
            Column(question.say(f"cea_{name}"), unit="share", style="draws", numeric=True)
            for name, _ in seen
        ),
        rows=tuple(
            _row(question, arm, tuple(question.told_share(each[place]) for _, each in seen))
            for place, arm in enumerate(question.others)
        ),
        name="plane",
    )


# --- curves ----------------------------------------------------------------------------------


def _title_of(question: CeaTerms, key: str) -> Words:
    """The title of a table by threshold, with the currency where that is known."""
    values = {"one": question.one, "reference": question.within(question.psa.base)}
    if not question.sign:
        return say(key, **values)
    return say(f"{key}_money", money=question.sign, **values)


def _curve(
    question: CeaTerms, key: str, columns: Iterable[tuple[Column, Sequence[Cell]]], name: str
) -> Table:
    """A table with a row for each threshold shown; `columns` hold a cell for every threshold."""
    columns = tuple(columns)
    rows = tuple(
        Row(
            question.decision.outcome,
            question.threshold_label(wtp),
            tuple(cells[place] for _, cells in columns),
            strong=wtp in question.tabled,
        )
        for place, wtp in enumerate(question.thresholds)
        if wtp in question.shown
    )
    title, first = _title_of(question, key), say("cea_threshold")
    return Table(title, first, tuple(column for column, _ in columns), rows, name=name)


def _chances(
    question: CeaTerms, label: Words, shares: Iterable[float]
) -> tuple[Column, list[Cell]]:
    """A column of probabilities by threshold."""
    column = Column(label, unit="share", style="probability", numeric=True)
    return column, [question.told_chance(share) for share in shares]


def _amounts(
    question: CeaTerms, label: Words, values: Iterable[float]
) -> tuple[Column, list[Cell]]:
    """A column of money per person by threshold."""
    column = Column(label, unit=question.cost_unit, numeric=True)
    return column, [Interval(float(value)) for value in values]


def _best(question: CeaTerms) -> list[tuple[Column, list[Cell]]]:
    """Two columns: the arm with the highest expected net benefit, and how likely it is the best."""
    found = question.curves
    best: list[Cell] = [question.label(int(arm)) for arm in found.best]
    label = say("cea_best_probability")
    return [(Column(say("cea_best_arm")), best), _chances(question, label, found.frontier)]


def acceptability_table(question: CeaTerms) -> Table:
    """How likely each arm is the best at each threshold, and which arm that is on average."""
    found = question.curves
    columns = [
        _chances(question, question.label(arm), shares)
        for arm, shares in enumerate(found.probability)
    ]
    best = _best(question)
    columns += best if len(question.psa.arms) < FEW_ARMS else best[:1]
    return _curve(question, "title_acceptability", columns, "acceptability")


def loss_table(question: CeaTerms) -> Table:
    """The expected loss of choosing each arm, and the value of perfect information (EVPI)."""
    found = question.curves
    columns = [
        _amounts(question, question.label(arm), losses) for arm, losses in enumerate(found.loss)
    ]
    columns.append(_amounts(question, say("cea_evpi"), found.evpi))
    return _curve(question, "title_loss", columns, "losses")


def best_table(question: CeaTerms) -> Table:
    """Where there are many arms: the best one at each threshold, and the EVPI."""
    evpi = _amounts(question, say("cea_evpi"), question.curves.evpi)
    return _curve(question, "title_acceptability", [*_best(question), evpi], "best")


def turned_tables(question: CeaTerms) -> tuple[Table, Table]:
    """Acceptability and expected losses with a row for each arm, at about five thresholds."""
    found = question.curves
    shown = sorted(question.shown)
    few = {shown[p] for p in np.linspace(0, len(shown) - 1, 5).round().astype(int).tolist()}
    wanted = sorted({*few, *question.tabled} if len(question.tabled) == 1 else few)
    places = [question.at(wtp) for wtp in wanted]

    def turned(title: str, values: np.ndarray, unit: str, style: str, name: str) -> Table:
        cell = question.told_chance if style == "probability" else Interval
        columns = tuple(
            Column(question.threshold_label(wtp), unit=unit, style=style, numeric=True)
            for wtp in wanted
        )
        rows = tuple(
            _row(question, arm, tuple(cell(float(values[arm, p])) for p in places))
            for arm in range(len(question.psa.arms))
        )
        return Table(say(title), say("cea_arm"), columns, rows, name=name)

    probability, loss, unit = found.probability, found.loss, question.cost_unit
    return (
        turned("cea_arms_by_threshold", probability, "share", "probability", "acceptability"),
        turned("cea_losses_by_threshold", loss, unit, "level", "losses"),
    )
