"""Picture: what every picture has, and the words that pictures share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ipscost.analysis.interval import Interval
from ipscost.errors import AskedError
from ipscost.report.charts import Bars, Chart, Forest, Panels, Waterfall
from ipscost.report.frame import in_money
from ipscost.report.phrases import of_money
from ipscost.report.report import Cell, Figure, Row, Table
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, count, glued, number, say, sentences, series

MOST_TOLD = 6
"""So many amounts are told in words; the table has them all."""


class NoPictureError(AskedError):
    """A picture does not apply to a scenario; the text says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a format draws, and what stands for it where it cannot be seen.

    alt: what it shows, in whole sentences that carry its numbers. table: the same numbers as a
    table. figures: the same as rows of a CSV. note: what a reader must know to read it, such as
    that only some draws are shown; empty where there is nothing.
    """

    name: str
    title: Words
    chart: Chart
    alt: Words
    table: Table
    figures: tuple[Figure, ...] = ()
    note: Words = ""

    def __repr__(self) -> str:
        return f"<Picture {self.name}: rows {len(self.table.rows)}>"


def money_of(scenario: Scenario) -> Words:
    """`kr. per person over 18 months, 2017 prices`."""
    return say("picture_money", **in_money(scenario))


def saving_of(scenario: Scenario) -> Words:
    """The same of an amount of which a plus is a saving."""
    return say("picture_saving", **in_money(scenario))


def amounts_told(
    pairs: Iterable[tuple[Words, Interval | None]],
    unit: str,
    most: int = MOST_TOLD,
    more: int = 0,
    *,
    sign: bool = True,
) -> Words:
    """Labels with their amounts, `IPS programme -6,897; Jobcenter measures +22,578`.

    Of very many those of the largest amounts, and how many more there are beside `more` others.
    """
    every = list(pairs)
    size = size_of(amount for _, amount in every)
    told = every
    if len(every) > most:
        ranked = sorted(every, key=lambda pair: -abs(pair[1].mean) if pair[1] else 0.0)
        kept = {id(pair) for pair in ranked[:most]}
        told, more = [pair for pair in every if id(pair) in kept], more + len(every) - most
    parts = [sentences(label, signed(amount, unit, size, sign=sign)) for label, amount in told]
    return series((*parts, say("picture_more", count=count(more)) if more else ""), "; ")


def signed(amount: Interval | None, unit: str, beside: float = 0.0, *, sign: bool = True) -> Words:
    """An amount with its sign, and a star where it leaves out something unknown."""
    if amount is None:
        return say("not_known")
    text = number(amount.mean, unit, sign=sign, beside=beside)
    return glued(text, "*") if amount.partial else text


def with_limits(amount: Interval | None, unit: str, level: float) -> Words:
    """The same with its interval, if it has one."""
    text = signed(amount, unit)
    return text if amount is None else glued(text, of_money(amount, level))


def size_of(amounts: Iterable[Interval | None]) -> float:
    """The largest of some amounts."""
    return max((abs(each.mean) for each in amounts if each is not None), default=0.0)


def partial_note(amounts: Iterable[Interval | None]) -> Words:
    """What a star says, where an amount has one."""
    starred = any(each is not None and each.partial for each in amounts)
    return say("picture_partial") if starred else ""


def noted(*notes: Words) -> Words:
    """Several notes as one text; nothing where there are none."""
    return sentences(*notes)


def beside(titles: Sequence[Words], charts: Sequence[Bars | Waterfall | Forest]) -> Chart:
    """The only chart, or several below one another, each under its title."""
    return charts[0] if len(charts) == 1 else Panels(tuple(titles), tuple(charts))


def below(table: Table, parts: Sequence[tuple[Words, Sequence[Row]]]) -> Table:
    """A table with the rows of several arms, each below a row with its label; of one arm alone."""
    if len(parts) == 1:
        return replace(table, rows=tuple(parts[0][1]))
    blank: tuple[Cell, ...] = ("",) * len(table.columns)
    rows, breaks = list[Row](), list[int]()
    for label, each in parts:
        breaks += [len(rows)] if rows else []
        rows += [Row("", label, blank), *(replace(row, depth=row.depth + 1) for row in each)]
    return replace(table, rows=tuple(rows), breaks=tuple(breaks))
