"""simulate: what each arm costs and saves against the reference arm, who gains, and outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.summary import ArmComparison, IncrementalCost, Summary, summary_of
from ipscost.report.frame import framed, part_label
from ipscost.report.phrases import headed
from ipscost.report.report import Cell, Column, MadeLater, Note, Report, Row, Short, Table
from ipscost.report.simulate.figures import figures
from ipscost.report.simulate.groups import groups_tables
from ipscost.report.simulate.labels import SumLabels, kind_label, payer_label
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.settings import LEVEL
from ipscost.words.text import Words, say

if TYPE_CHECKING:
    from ipscost.analysis.caveats import Variants
    from ipscost.report.simulate.headline import Headline


def summary(
    run: Run, level: float = LEVEL, variants: Variants = (), people: int | None = None
) -> Report:
    """The report of a run: the answer, tables of costs, payers and outcomes, and notes.

    `variants` are the scenario analyses, for the caveats; `people` is for how many the sentences
    tell a saving, by default for as many as the scenario states. It is in no language; a format
    tells it in that of its page. Raises TypeError where `level`, the level of the intervals, is no
    number.
    """
    if not isinstance(level, float):
        raise TypeError(
            f"level must be a number such as 0.95, not {level!r}; a language is that of a page: "
            'render(report, "plain", Page(language="da"))'
        )
    view = View(run, run.scenario.perspective)
    found = summary_of(view, level)
    cautions = MadeLater(lambda: _caveats(view, level, variants))
    answer = _Answer(view, level, people or run.scenario.people)
    return Report(
        scenario=run.scenario.name,
        headline=MadeLater(lambda: answer.told),
        tables=tuple(tables(found)),
        notes=MadeLater(lambda: (*cautions, *answer.further, *_notes(view, level))),
        record={**asdict(run.record), "level": level},
        figures=tuple(figures(found)),
        short=Short(MadeLater(lambda: _short(found)), cautions),
    )


# Rows for machines have no sentences and notes: what makes these is imported when it is asked for.


@dataclass(frozen=True)
class _Answer:
    """The sentences of the answer, and the notes on what there was no room for."""

    view: View
    level: float
    people: int | None

    @cached_property
    def _found(self) -> Headline:
        from ipscost.report.simulate.headline import headlines

        return headlines(self.view, self.level, self.people)

    @property
    def told(self) -> tuple[Words, ...]:
        return self._found.told

    @property
    def further(self) -> tuple[Note, ...]:
        from ipscost.report.notes.about import named

        return tuple(named("further", text) for text in self._found.further)


def _short(found: Summary) -> tuple[Table, ...]:
    from ipscost.report.simulate.short import short

    return (*short(found), *groups_tables(found, brief=True))


def _caveats(view: View, level: float, variants: Variants) -> tuple[Note, ...]:
    from ipscost.report.caveats import caveats

    return caveats(view, variants, level)


def _notes(view: View, level: float) -> tuple[Note, ...]:
    from ipscost.report.notes.about import About, written
    from ipscost.report.simulate.notes import NOTES

    return written(NOTES, About(None, view, level))


def tables(found: Summary) -> Iterator[Table]:
    """The tables of costs, outcomes and payers of each intervention."""
    for each in found.comparisons:
        yield costs_table(found, each)
        if each.effects:
            yield outcomes_table(found, each)
        yield payers_table(found, each)
    yield from groups_tables(found)


# --- costs -----------------------------------------------------------------------------------


def costs_table(found: Summary, each: ArmComparison) -> Table:
    """The categories that count below their groups, the sums, and what is left out."""
    scenario, costs = found.scenario, each.costs
    counted, sums = tuple(_tree(found, each)), tuple(_sums(found, each))
    apart = tuple(_left_out(found, each))
    share = "share_of_saving" if costs.saves else "share_of_cost"
    every = (
        *(amounts for _, amounts in costs.tree),
        *(*costs.kinds, costs.total, *(amounts for _, amounts in costs.periods)),
        *costs.left_out,
    )
    return Table(
        title=_title(scenario, each.arm),
        first=say("category"),
        columns=(
            Column(scenario.arms[scenario.reference].label, numeric=True),
            Column(scenario.arms[each.arm].label, numeric=True),
            _with_interval("difference", (a.difference for a in every), found.level),
            Column(say(share), unit="share", style="part", numeric=True),
        ),
        rows=counted + sums + apart,
        breaks=(len(counted), len(counted) + len(sums)),
        name="costs",
    )


def _title(scenario: Scenario, arm: str) -> Words:
    alone = len(scenario.interventions) == 1
    return say(
        "title_costs" if alone else "title_costs_arms",
        title=scenario.title,
        **framed(scenario, arm),
    )


def _tree(found: Summary, each: ArmComparison) -> Iterator[Row]:
    """The categories that count, each group of several before what lies below it."""
    labels = SumLabels(found.scenario)
    for node, amounts in each.costs.tree:
        if node.shown:
            yield _row(
                found,
                amounts,
                "leaf" if node.is_leaf else "group",
                labels.node(node, amounts),
                depth=node.depth,
                marked=node.is_leaf and labels.is_assumed(node.path),
            )


def _sums(found: Summary, each: ArmComparison) -> Iterator[Row]:
    """Real resources, productivity and the total, apart."""
    for amounts in each.costs.kinds:
        yield _row(found, amounts, "group", kind_label(amounts))
    yield _row(found, each.costs.total, "total", say("total"), strong=True)
    for part, amounts in each.costs.periods:
        yield _row(found, amounts, "group", part_label(found.scenario, part), depth=1)


def _left_out(found: Summary, each: ArmComparison) -> Iterator[Row]:
    """What the perspective leaves out, shown apart."""
    labels = SumLabels(found.scenario)
    for amounts in each.costs.left_out:
        label, is_assumed = labels.left_out(amounts), labels.is_assumed(amounts.path)
        yield _row(found, amounts, "leaf", label, marked=is_assumed)


def _row(
    found: Summary,
    amounts: IncrementalCost,
    level: str,
    label: Words,
    *,
    depth: int = 0,
    strong: bool = False,
    marked: bool = False,
) -> Row:
    share = None if amounts.share is None else Interval(amounts.share)
    return Row(
        amounts.path,
        label,
        (amounts.reference, amounts.own, amounts.difference, share),
        f"{found.scenario.money}/person",
        depth=depth,
        strong=strong,
        marked=marked,
    )


# --- outcomes and payers ---------------------------------------------------------------------


def outcomes_table(found: Summary, each: ArmComparison) -> Table:
    """Outcomes in both arms, their difference, and the relative change."""
    scenario = found.scenario
    rows = (
        Row(
            effect.path,
            outcome.label,
            (effect.reference, effect.own, effect.difference, effect.relative),
            str(outcome.unit),
        )
        for outcome, effect in zip(scenario.outcomes, each.effects, strict=True)
    )
    return Table(
        title=say("title_outcomes"),
        first=say("outcome"),
        columns=(
            Column(scenario.arms[scenario.reference].label, numeric=True),
            Column(scenario.arms[each.arm].label, numeric=True),
            _with_interval("difference", (e.difference for e in each.effects), found.level),
            Column(say("relative"), unit="share", style="relative", numeric=True),
        ),
        rows=tuple(rows),
        name="outcomes",
    )


def payers_table(found: Summary, each: ArmComparison) -> Table:
    """The saving of each payer; transfers, which only move money, in a column of their own."""
    scenario = found.scenario
    several = len(each.payers) > 1
    columns = [_with_interval("saving", (p.saving for p in each.payers), found.level)]
    if found.has_transfers:
        columns += [Column(say(k), style="change", numeric=True) for k in ("transfers", "budget")]
    rows = []
    for payer in (*each.payers, each.together) if several else each.payers:
        is_total = payer is each.together
        cells: tuple[Cell, ...] = (payer.saving, payer.transfers, payer.budget)
        rows.append(
            Row(
                payer.path,
                payer_label(scenario, payer.path),
                cells[: len(columns)],
                f"{scenario.money}/person",
                strong=is_total,
            )
        )
    return Table(
        title=say("title_payers", arm=scenario.arms[each.arm].label),
        first=say("payer"),
        columns=tuple(columns),
        rows=tuple(rows),
        breaks=(len(each.payers),),
        name="payers",
    )


def _with_interval(name: str, cells: Iterable[Interval | None], level: float) -> Column:
    """A column of changes, which names the level of their intervals where there are any."""
    return Column(headed(name, cells, level), style="change", numeric=True)
