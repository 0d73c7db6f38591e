"""The short answer of cea: the one or two tables that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.cea import FEW
from ipscost.analysis.interval import Interval
from ipscost.decision.frontier import DOMINATED, IncrementalResult
from ipscost.report.cea.tables import STATUS_WORDS, curves, incremental_table, level_text
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.frame import in_money
from ipscost.report.report import Cell, Choice, Column, Note, Row, Short, Table
from ipscost.words.text import Words, say


def short(question: CeaTerms, caveats: Sequence[Note]) -> Short:
    """What a reader is shown first.

    Of one intervention a table of its differences and net benefits; of several where each stands,
    and its net benefit at the threshold. Behind them the curve, where a grid of thresholds was
    asked for: how likely each arm is the best, or where that is not claimed what each would lose.
    """
    found: list[Table | Choice] = []
    if len(question.others) == 1:
        found.append(pair(question, question.others[0]))
    else:
        found.append(standing(question))
        if question.has_threshold:
            found.append(benefits(question))
    if len(question.given) > FEW and question.is_uncertain:
        found.append(_curve(question))
    return Short(tuple(found), caveats)


def _curve(question: CeaTerms) -> Choice:
    """The probabilities by threshold, in either layout, or else the losses."""
    whole, place = curves(question), 0 if question.has_odds else -1
    return replace(whole, across=(whole.across[place],), down=(whole.down[place],))


def pair(question: CeaTerms, arm: int) -> Table:
    """The difference in cost and effect of an arm, its ICER, and its net benefits."""
    labels = {"arm": question.label(arm), "reference": question.within(question.psa.base)}
    difference = say("cea_short_difference", level=level_text(question))
    columns = [Column(difference, style="change", numeric=True)]
    has_odds = question.has_odds and len(question.benefits) > 1  # of one the sentence tells it
    if has_odds:
        better = say("cea_probability_better")
        columns.append(Column(better, unit="share", style="probability", numeric=True))
    rows = [
        replace(row, cells=row.cells if has_odds else row.cells[:1])
        for row in _pair_rows(question, arm)
    ]
    first = say("cea_short_first", **labels)
    return Table("", first, tuple(columns), tuple(rows), name="effects")


def _pair_rows(question: CeaTerms, arm: int) -> Iterator[Row]:
    """The rows of a pair: cost, effect, ICER, and net benefit at each threshold."""
    path, unit = question.decision.outcome, question.cost_unit
    cost = say("cea_short_cost_bare")
    if question.currency:
        cost = say("cea_short_cost", currency=question.sign)
    yield Row(path, cost, (question.interval(question.cost(arm)), ""), unit)
    effect = question.interval(question.outcome(question.effect(arm)))
    yield Row(path, question.outcome_label, (effect, ""), question.decision.effect_unit)
    found = next(s for s in question.standings if s.versus is not None)
    ratio: Words = say("cea_icer")
    if question.currency and found.icer is not None:
        ratio = say("cea_icer_in", unit=say("cea_per", money=question.sign, one=question.one))
    yield Row(path, ratio, (_icer(question, arm, found), ""), question.icer_unit, style="ratio")
    odds = [question.told_chance(each.better.mean) for each in question.benefits]
    for each, better in zip(question.benefits, odds, strict=True):
        label = say("cea_short_benefit_at", worth=question.worth(each.wtp))
        yield Row(path, label, (each.monetary, better), unit, strong=True)


def _icer(question: CeaTerms, arm: int, found: IncrementalResult) -> Cell:
    """The ICER between two arms, or whether the intervention is dominant or dominated."""
    if found.icer is not None:
        return Interval(found.icer)
    if found.status == DOMINATED:
        return say("cea_dominated" if found.arm == arm else "cea_dominant")
    return say(STATUS_WORDS[found.status])


def standing(question: CeaTerms) -> Table:
    """Where each of several arms stands: compared with which arm, and its ICER or a word."""
    return replace(incremental_table(question), title=_title(question))


def _title(question: CeaTerms) -> Words:
    """In which money the arms are compared, over which time, seen by whom."""
    run = question.decision.run
    if run is not None:
        return say("title_cea_short", **in_money(run.scenario))
    if question.currency:
        return say("title_cea_short_file", currency=question.sign)
    return say("title_cea_short_bare")


def benefits(question: CeaTerms) -> Table:
    """Net benefit of each intervention at the threshold; at several of them a column each."""
    if len(question.tabled) > 1:
        return _by_threshold(question)
    wtp, base, level = question.tabled[0], question.psa.base, level_text(question)
    heading = say("cea_short_nmb", reference=question.within(base), level=level)
    columns = [Column(heading, unit=question.cost_unit, style="change", numeric=True)]
    if question.has_odds:
        best = say("cea_short_best")
        columns.append(Column(best, unit="share", style="probability", numeric=True))
    monetary: dict[int, Cell] = {each.arm: each.monetary for each in question.benefits}
    place, rows = question.at(wtp), list[Row]()
    for arm in range(len(question.psa.arms)):
        odds = question.told_chance(float(question.curves.probability[arm, place]))
        cells = (monetary.get(arm), odds)[: len(columns)]
        rows.append(Row(question.decision.outcome, question.label(arm), cells))
    return Table(
        title=say("title_cea_short_benefit", worth=question.worth(wtp)),
        first=say("cea_arm"),
        columns=tuple(columns),
        rows=tuple(rows),
        name="net_benefit",
    )


def _by_threshold(question: CeaTerms) -> Table:
    """Net benefit of each intervention, a column for each threshold."""
    found = {(each.arm, each.wtp): each.monetary.mean for each in question.benefits}
    return Table(
        title=say("title_cea_short_benefits", one=question.one),
        first=say("cea_arm"),
        columns=tuple(
            Column(question.ratio(wtp), unit=question.cost_unit, style="signed", numeric=True)
            for wtp in question.tabled
        ),
        rows=tuple(
            Row(
                question.decision.outcome,
                question.label(arm),
                tuple(Interval(found[arm, wtp]) for wtp in question.tabled),
            )
            for arm in question.others
        ),
        name="net_benefit",
    )
