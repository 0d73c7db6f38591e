"""The studies in full: what was studied, what was reached, and what it cost."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.across import spread
from ipscost.analysis.interval import Interval
from ipscost.analysis.studies import Evaluation, ReaderMoney, times
from ipscost.report.evidence.wording import amount, apart, months, people, study
from ipscost.report.frame import money_text
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.synthesis.effects import DIFFERENCE, RISK_RATIO
from ipscost.units import SHARE
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, bracketed, named, rate, say, series, ways

SAME = 5e-4
"""Ways of conversion that are no further apart than this share are the same one."""


def tables(found: Sequence[Evaluation], reader: ReaderMoney) -> tuple[Table, ...]:
    """The three tables, with the comparator in every row of each; none without rows."""
    every = studied(found), reached(found), costs(found, reader)
    return tuple(table for table in every if table.rows)


def studied(found: Sequence[Evaluation]) -> Table:
    """Whom each study was of, how it was made, and whose its cost difference is."""
    columns = (
        Column(say("evidence_comparator")),
        Column(say("evidence_group")),
        Column(say("evidence_design")),
        Column(say("evidence_n"), numeric=True),
        Column(say("evidence_months"), numeric=True),
        Column(say("evidence_whose")),
    )
    rows = tuple(
        _row(
            each,
            each.study.comparator,
            group(each),
            say(f"design_{each.study.design}"),
            people(each),
            months(each.months),
            each.study.whose,
        )
        for each in found
    )
    return Table(
        say("evidence_title_studies"),
        say("evidence_study"),
        columns,
        rows,
        breaks=apart(found),
        name="studies",
    )


def group(found: Evaluation) -> Words:
    """Whom a study was of: its population, or else the words of its groups."""
    return found.scenario.population or series(found.study.groups)


def reached(found: Sequence[Evaluation]) -> Table:
    """The outcome in both arms, with ratios and difference: those that have an outcome."""
    told = [each for each in found if each.outcome is not None]
    columns = (
        Column(say("evidence_comparator")),
        Column(say("evidence_outcome")),
        Column(say("evidence_reached"), numeric=True),
        Column(say("evidence_control"), numeric=True),
        Column(say("evidence_ratio"), unit="ratio", style="estimate", numeric=True),
        Column(say("evidence_difference"), style="change", numeric=True),
        Column(say("evidence_sure")),
    )
    rows = tuple(
        _row(
            each,
            each.study.comparator,
            outcome(each),
            _number(each.reached),
            _number(each.control),
            each.effect(RISK_RATIO),
            each.effect(DIFFERENCE) or each.change,
            sure(each.outcome_sure),
            unit=str(each.outcome.unit),
            marked=bool(each.assumed_people),
        )
        for each in told
        if each.outcome is not None
    )
    title = say("evidence_title_outcomes", level=rate(_level(found)))
    return Table(title, say("evidence_study"), columns, rows, breaks=apart(told), name="outcomes")


def outcome(found: Evaluation) -> Words:
    """What the outcome is, in which unit, and when it was measured where nothing else says so."""
    stated = found.study.outcome
    if found.outcome is None or stated is None:
        return ""
    unit = found.outcome.unit
    label = bracketed(found.outcome.label, "" if unit == SHARE else named(str(unit)))
    is_told = all(str(stated.months) in each for each in ways(label))
    if stated.months is None or stated.months == found.months or is_told:
        return label
    return say("evidence_outcome_after", label=label, months=stated.months)


def costs(found: Sequence[Evaluation], reader: ReaderMoney) -> Table:
    """The cost difference in its own money, and in the reader's by the three ways."""
    unit = str(reader.money)
    told = {"currency": currency_sign(reader.money.currency), "year": str(reader.money.year)}
    columns = (
        Column(say("evidence_comparator")),
        Column(say("evidence_own"), style="change", numeric=True),
        Column(say("evidence_money")),
        Column(say("evidence_in_money", **told), unit=unit, style="change", numeric=True),
        Column(say("evidence_other_ways")),
        Column(say("evidence_sure")),
    )
    rows = tuple(
        _row(
            each,
            each.study.comparator,
            each.cost,
            money_text(each.scenario.money),
            each.in_money,
            other_ways(each, reader),
            sure(each.cost_sure),
            unit=f"{each.scenario.money}/person",
        )
        for each in found
        if each.cost is not None
    )
    title = say("evidence_title_costs", level=rate(_level(found)), **told)
    return Table(title, say("evidence_study"), columns, rows, name="costs")


def other_ways(found: Evaluation, reader: ReaderMoney) -> Words | None:
    """The cost difference in the reader's money by the other ways; None where there is but one."""
    if found.cost is None or not found.factors or spread(found.factors) < SAME:
        return None
    _, *others = (amount(times(found.cost, each), reader.money) for each in found.factors.values())
    return series(others, "; ")


def sure(mark: str) -> Words | None:
    """How the least sure number was had; None where there are none."""
    return say(f"evidence_sure_{mark}") if mark else None


def _number(value: float | None) -> Interval | None:
    return None if value is None else Interval(value)


def _level(found: Sequence[Evaluation]) -> float:
    return found[0].level


def _row(found: Evaluation, *cells: Cell, unit: str = "", marked: bool = False) -> Row:
    return Row(f"study.{study(found)}", study(found), cells, unit, marked=marked)
