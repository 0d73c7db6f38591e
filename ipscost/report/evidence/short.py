"""The state of knowledge on one screen: a line a study."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.analysis.studies import Evaluation, ReaderMoney
from ipscost.report.evidence.wording import (
    AROUND,
    NONE,
    amount,
    apart,
    levels,
    months_of_both,
    narrow,
    ratio,
    study,
)
from ipscost.report.report import Column, Row, Table
from ipscost.synthesis.effects import RISK_RATIO
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, glued, rate, say


def short(found: Sequence[Evaluation], reader: ReaderMoney, level: float) -> Table:
    """Comparator, months, both arms, the risk ratio and the cost difference of each study.

    The columns are as narrow as they can be: at 80 characters each study has a line.

    A cost that cannot be had in the reader's money stands in its own, with its currency.
    """
    columns = (
        Column(say("evidence_comparator_short")),
        Column(say("evidence_months_short"), numeric=True),
        Column(say("evidence_levels_short"), numeric=True),
        Column(say("evidence_ratio_short"), numeric=True),
        Column(say("evidence_ends_short", level=rate(level)), numeric=True),
        Column(say("evidence_cost_short"), numeric=True),
    )
    rows = tuple(_row(each, reader) for each in found)
    title: Words = say(
        "evidence_title_short",
        currency=currency_sign(reader.money.currency),
        year=str(reader.money.year),
        around=AROUND,
        none=NONE,
    )
    breaks = apart(found)
    if breaks:
        title = glued(title, "\n", say("evidence_apart"))
    return Table(title, say("evidence_study"), columns, rows, breaks=breaks, name="evidence")


def _row(found: Evaluation, reader: ReaderMoney) -> Row:
    cells = (
        found.study.comparator,
        months_of_both(found),
        levels(found),
        *ratio(found.effect(RISK_RATIO)),
        cost(found, reader),
    )
    return Row(f"study.{study(found)}", narrow(found), cells, marked=bool(found.assumed_people))


def cost(found: Evaluation, reader: ReaderMoney) -> Words | None:
    """The cost difference in the reader's money, or else in its own; None if none is known."""
    if found.in_money is not None:
        return amount(found.in_money, reader.money)
    if found.cost is not None:
        return amount(found.cost, found.scenario.money, named=True)
    return None
