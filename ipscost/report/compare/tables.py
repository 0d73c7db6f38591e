"""The tables of a comparison: a column for each arm, or where these are many a row for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.comparison import Branch, ComparedItem, Comparison, Values
from ipscost.analysis.interval import Interval
from ipscost.report.compare.claims import more_odds_of, odds_of
from ipscost.report.compare.labels import label_of, of_category, of_path, of_payer
from ipscost.report.frame import in_money
from ipscost.report.report import Choice, Column, Row, Table
from ipscost.scenario.kinds import path_of
from ipscost.words.text import Words, rate, say


def tables(found: Comparison) -> Choice:
    """The arms side by side with their gaps to the base; or an overview with a row for each arm.

    The format chooses: few arms have room side by side.
    """
    savings, payers = _savings(found), _payers(found)
    outcomes = [_outcomes(found)] if any(c.scenario.outcomes for c in found.cases) else []
    gaps = [_gaps(found)] if found.others else []
    level = found.level
    return Choice(
        columns=tuple(label_of(case) for case in found.cases),
        across=(savings, *outcomes, payers, *gaps),
        down=(
            overview(found),
            turned(_categories(found), "saving", level),
            *(turned(table, "difference", level) for table in outcomes),
            turned(payers, "saving", level),
        ),
        broken=True,
        name="comparison",
    )


def _columns(cases: Sequence[ComparedArm], style: str) -> tuple[Column, ...]:
    """A column for each arm."""
    return tuple(Column(label_of(case), style=style, numeric=True) for case in cases)


def _in_brackets(values: Iterable[Values], level: float) -> Words:
    """` (95% interval)` behind a heading where any of the numbers has one."""
    every = (value for row in values for value in row)
    is_uncertain = any(value is not None and value.low is not None for value in every)
    return say("in_brackets", level=rate(level)) if is_uncertain else ""


# --- side by side --------------------------------------------------------------------------------


def _savings(found: Comparison) -> Table:
    """The saving with interval and probability, then by category and by kind."""
    label = say("interval_row", level=rate(found.level))
    sums = [
        Row("cost", say("saving"), found.saving, found.unit, strong=True),
        Row("cost", label, found.saving, found.unit, depth=1, style="extent"),
        _odds("probability", map(odds_of, found.cases, found.chance)),
    ]
    leaves = list(_branches(found.categories, found.unit))
    kinds = [_kind(line) for line in found.kinds]
    ends = (len(sums), len(sums) + len(leaves), len(sums) + len(leaves) + len(kinds))
    return Table(
        title=say("title_compare", **in_money(*(case.scenario for case in found.cases))),
        first=say("category"),
        columns=_columns(found.cases, "signed"),
        rows=(*sums, *leaves, *kinds, *map(_uncounted, found.uncounted)),
        breaks=ends,
        name="savings",
    )


def _categories(found: Comparison) -> Table:
    """The saving by category and by kind, without the total."""
    rows = (
        *_branches(found.categories, found.unit),
        *map(_kind, found.kinds),
        *map(_uncounted, found.uncounted),
    )
    title, columns = say("title_compare_categories"), _columns(found.cases, "signed")
    return Table(title, say("category"), columns, rows, name="categories")


def _odds(word: str, values: Iterable[Interval | None]) -> Row:
    """A row of probabilities, as finely as they may be told."""
    return Row("cost", say(word), tuple(values), "share", depth=1, style="probability")


def _more_odds(found: Comparison) -> Iterator[Interval | None]:
    """How likely each arm saves more than the base."""
    for case, odds in zip(found.others, found.gaps.chance, strict=True):
        yield more_odds_of((case, found.base), odds)


def _branches(branches: Iterable[Branch], unit: str) -> Iterator[Row]:
    """A row for each category, and for each group of several."""
    for branch in branches:
        leaf = branch.leaf
        if leaf.shown:
            label = of_category(leaf)
            cells, depth, marked = branch.values, leaf.depth, leaf.marked
            yield Row(leaf.path, label, cells, unit, depth=depth, marked=marked)


def _kind(line: ComparedItem) -> Row:
    """The saving in one kind of cost."""
    return Row(path_of(line.name), say(line.name), line.values, line.unit)


def _uncounted(line: ComparedItem) -> Row:
    """A category that the perspective does not count."""
    label = say("not_counted", label=of_path(line.scenario, line.name))
    return Row(line.name, label, line.values, line.unit)


def _outcomes(found: Comparison) -> Table:
    """The difference of each outcome from the reference arm."""
    interval = _in_brackets((line.values for line in found.outcomes), found.level)
    return Table(
        title=say("title_compare_outcomes", interval=interval),
        first=say("outcome"),
        columns=_columns(found.cases, "change"),
        rows=tuple(map(_outcome, found.outcomes)),
        name="outcomes",
    )


def _outcome(line: ComparedItem) -> Row:
    """The row of an outcome."""
    return Row(line.name, of_path(line.scenario, line.name), line.values, line.unit)


def _payers(found: Comparison) -> Table:
    """What each payer saves; where transfers move money, these and both together below."""
    payers = found.payers
    rows = [_payer(line) for line in payers.saving]
    breaks: list[int] = []
    if payers.has_transfers:
        blank = ("",) * len(found.cases)
        for word, lines in (("transfers", payers.transfers), ("budget", payers.budget)):
            breaks.append(len(rows))
            rows.append(Row("payer", say(word), blank))
            rows += [_payer(line, depth=1) for line in lines]
    return Table(
        title=say("title_compare_payers"),
        first=say("payer"),
        columns=_columns(found.cases, "signed"),
        rows=tuple(rows),
        breaks=tuple(breaks),
        name="payers",
    )


def _payer(line: ComparedItem, depth: int = 0) -> Row:
    """The row of a payer."""
    label = of_payer(line.scenario, line.name)
    return Row(f"payer.{line.name}", label, line.values, line.unit, depth=depth)


def _gaps(found: Comparison) -> Table:
    """Each arm less the base, draw by draw."""
    gaps, unit, level = found.gaps, found.unit, found.level
    label = say("interval_row", level=rate(level))
    rows = [
        Row("cost", say("saving_more"), gaps.saving, unit, strong=True),
        Row("cost", label, gaps.saving, unit, depth=1, style="extent"),
        _odds("probability_more", _more_odds(found)),
    ]
    breaks = [len(rows)]
    rows += _branches((branch for branch in gaps.categories if not branch.is_empty), unit)
    if gaps.unmatched is not None:
        rows.append(Row("unmatched", say("unmatched"), gaps.unmatched, unit))
    breaks.append(len(rows))
    rows += [replace(_outcome(line), style="change") for line in gaps.outcomes]
    lines: tuple[Branch | ComparedItem, ...] = (*gaps.categories, *gaps.payers, *gaps.outcomes)
    every = (gaps.saving, *(line.values for line in lines))
    base = label_of(found.base)
    return Table(
        title=say("title_gap", base=base, interval=_in_brackets(every, level)),
        first=say("category"),
        columns=_columns(found.others, "signed"),
        rows=tuple(rows),
        breaks=tuple(breaks),
        name="differences",
    )


# --- a line a column -----------------------------------------------------------------------------


def overview(found: Comparison) -> Table:
    """A row for each arm: its saving, how likely that is, and its gap to the base."""
    level = rate(found.level)
    gaps = map(_plain, found.gaps.saving)
    more = [None if case is found.base else next(gaps) for case in found.cases]
    base, odds = label_of(found.base), map(odds_of, found.cases, found.chance)
    return Table(
        title=say("title_compare", **in_money(*(case.scenario for case in found.cases))),
        first=say("scenario"),
        columns=(
            Column(say("saving_interval", level=level), style="change", numeric=True),
            Column(say("probability"), style="probability", numeric=True),
            Column(
                say("saving_more_interval", base=base, level=level), style="change", numeric=True
            ),
        ),
        rows=tuple(
            Row("cost", label_of(case), tuple(cells), found.unit)
            for case, *cells in zip(found.cases, found.saving, odds, more, strict=True)
        ),
        name="savings",
    )


def _plain(gap: Interval | None) -> Interval | None:
    """A gap without its interval where that has no width, since it is the same in every draw."""
    if gap is None or gap.low != gap.high:
        return gap
    return replace(gap, low=None, high=None)


def turned(table: Table, word: str, level: float) -> Table:
    """The same table with its columns below one another: a heading for each row, then the arms.

    `word` is the key of what the numbers are: `saving` or `difference`. Arms without a number have
    no line.
    """
    rows: list[Row] = []
    uncertain = False
    for row in table.rows:
        rows.append(replace(row, cells=("",)))
        line = replace(row, depth=row.depth + 1, marked=False)
        for column, cell in zip(table.columns, row.cells, strict=True):
            if isinstance(cell, Interval):
                uncertain = uncertain or cell.low is not None
                rows.append(replace(line, label=column.label, cells=(cell,)))
    heading = say(f"{word}_interval" if uncertain else word, level=rate(level))
    column = Column(heading, style="change", numeric=True)
    return Table(table.title, table.first, (column,), tuple(rows), name=table.name)
