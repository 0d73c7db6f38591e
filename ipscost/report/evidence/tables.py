"""The studies in full, a row each: what was studied, what was reached, and what it cost."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.across import spread
from ipscost.analysis.interval import Interval
from ipscost.analysis.studies import Evaluation, ReaderMoney, times
from ipscost.report.evidence.wording import against, amount, apart, months, people, study
from ipscost.report.frame import money_text
from ipscost.report.report import Cell, Choice, Column, Row, Table
from ipscost.synthesis.effects import DIFFERENCE, RISK_RATIO
from ipscost.units import SHARE
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, bracketed, named, rate, say, series, ways

SAME = 5e-4
"""Ways of conversion that are no further apart than this share are the same one."""


WIDE = 240
"""From so many characters to a line on, everything about a study stands in one row."""


def tables(found: Sequence[Evaluation], reader: ReaderMoney) -> tuple[Choice, ...]:
    """One table; in lines that are too short for it three, with the comparator in every row.

    Of the three those without rows are left out.
    """
    three = studied(found), reached(found), costs(found, reader)
    narrow = tuple(table for table in three if table.rows)
    return (Choice((), (whole(found, reader),), narrow, name="findings", least=WIDE),)


def whole(found: Sequence[Evaluation], reader: ReaderMoney) -> Table:
    """All that the three tables tell, in a row a study."""
    of_outcome, of_cost = say("evidence_outcome_sure"), say("evidence_cost_sure")
    columns = (
        Column(say("evidence_comparator")),
        *_of_study(),
        *_of_outcome(of_outcome),
        *_of_cost(reader, of_cost),
    )
    rows = tuple(
        Row(
            f"study.{study(each)}",
            study(each),
            (each.study.comparator, *_study(each), *_outcome(each), *_cost(each, reader)),
            _unit(each),
            marked=bool(each.assumed_people),
        )
        for each in found
    )
    title = say("evidence_title_full", level=rate(_level(found)), **_told(reader))
    first = say("evidence_study")
    return Table(title, first, columns, rows, breaks=apart(found), name="findings")


def studied(found: Sequence[Evaluation]) -> Table:
    """Whom each study was of, how it was made, and whose its cost difference is."""
    rows = tuple(_row(each, *_study(each), is_marked=False) for each in found)
    title = say("evidence_title_studies")
    return _part(title, _of_study(), rows, apart(found), "studies")


def reached(found: Sequence[Evaluation]) -> Table:
    """The outcome in both arms, with ratios and difference: those that have an outcome."""
    told = [each for each in found if each.outcome is not None]
    rows = tuple(_row(each, *_outcome(each), unit=_unit(each)) for each in told)
    title = say("evidence_title_outcomes", level=rate(_level(found)))
    return _part(title, _of_outcome(say("evidence_sure")), rows, apart(told), "outcomes")


def costs(found: Sequence[Evaluation], reader: ReaderMoney) -> Table:
    """The cost difference in its own money, and in the reader's by the three ways."""
    told = [each for each in found if each.cost is not None]
    rows = tuple(_row(each, *_cost(each, reader), is_marked=False) for each in told)
    title = say("evidence_title_costs", level=rate(_level(found)), **_told(reader))
    return _part(title, _of_cost(reader, say("evidence_sure")), rows, (), "costs")


# --- what was studied ------------------------------------------------------------------------


def _of_study() -> tuple[Column, ...]:
    return (
        Column(say("evidence_group")),
        Column(say("evidence_design")),
        Column(say("evidence_n"), numeric=True),
        Column(say("evidence_months"), numeric=True),
        Column(say("evidence_whose")),
    )


def _study(found: Evaluation) -> tuple[Cell, ...]:
    design = say(f"design_{found.study.design}")
    return group(found), design, people(found), months(found.months), found.study.whose


def group(found: Evaluation) -> Words:
    """Whom a study was of: its population, or else the words of its groups."""
    return found.scenario.population or series(found.study.groups)


# --- what was reached ------------------------------------------------------------------------


def _of_outcome(mark: Words) -> tuple[Column, ...]:
    """The columns of an outcome; `mark` is the heading of how sure it is."""
    return (
        Column(say("evidence_outcome")),
        Column(say("evidence_reached"), numeric=True),
        Column(say("evidence_control"), numeric=True),
        Column(say("evidence_ratio"), unit="ratio", style="estimate", numeric=True),
        Column(say("evidence_difference"), style="change", numeric=True),
        Column(mark),
    )


def _outcome(found: Evaluation) -> tuple[Cell, ...]:
    return (
        outcome(found) or None,
        _number(found.reached),
        _number(found.control),
        found.effect(RISK_RATIO),
        found.effect(DIFFERENCE) or found.change,
        sure(found.outcome_sure),
    )


def _unit(found: Evaluation) -> str:
    """The unit of a study's outcome; empty where it has none."""
    return "" if found.outcome is None else str(found.outcome.unit)


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


# --- what it cost ----------------------------------------------------------------------------


def _of_cost(reader: ReaderMoney, mark: Words) -> tuple[Column, ...]:
    """The columns of money; `mark` is the heading of how sure it is.

    Amounts in own money have the digits of the reader's beside them.
    """
    unit = str(reader.money)
    return (
        Column(say("evidence_own"), unit=unit, style="change", numeric=True),
        Column(say("evidence_money")),
        Column(say("evidence_in_money", **_told(reader)), unit=unit, style="change", numeric=True),
        Column(say("evidence_other_ways")),
        Column(mark),
    )


def _cost(found: Evaluation, reader: ReaderMoney) -> tuple[Cell, ...]:
    if found.cost is None:
        return (None,) * 5
    return (
        found.cost,
        money_text(found.scenario.money),
        found.in_money,
        other_ways(found, reader),
        sure(found.cost_sure),
    )


def _told(reader: ReaderMoney) -> dict[str, str]:
    """The reader's currency and year, as words take them."""
    return {"currency": currency_sign(reader.money.currency), "year": str(reader.money.year)}


def other_ways(found: Evaluation, reader: ReaderMoney) -> Words | None:
    """The cost difference in the reader's money by the other ways; None where there is but one."""
    if found.cost is None or not found.factors or spread(found.factors) < SAME:
        return None
    _, *others = (amount(times(found.cost, each), reader.money) for each in found.factors.values())
    return series(others, "; ")


def sure(mark: str) -> Words | None:
    """How the least sure number was had; None where there are none."""
    return say(f"evidence_sure_{mark}") if mark else None


# --- rows and tables -------------------------------------------------------------------------


def _part(
    title: Words,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    lines: tuple[int, ...],
    name: str,
) -> Table:
    """One of the three tables, with lines above the rows at `lines`."""
    return Table(title, say("evidence_study"), columns, rows, breaks=lines, name=name)


def _row(found: Evaluation, *cells: Cell, unit: str = "", is_marked: bool = True) -> Row:
    """A row of one of the three tables, each named with its comparator.

    Marked where its people per arm are assumed.
    """
    marked = is_marked and bool(found.assumed_people)
    return Row(f"study.{study(found)}", against(found), cells, unit, marked=marked)


def _number(value: float | None) -> Interval | None:
    return None if value is None else Interval(value)


def _level(found: Sequence[Evaluation]) -> float:
    return found[0].level
