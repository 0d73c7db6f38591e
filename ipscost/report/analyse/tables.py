"""The tables of analyse: costs and outcomes, payers, methods, people, and what weights do."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.evaluation.differences import Contrast
from ipscost.analysis.evaluation.nouns import MAIN
from ipscost.analysis.interval import Interval
from ipscost.report.analyse.terms import EvaluationTerms, opposite_of
from ipscost.report.frame import account_label, in_money, payer_or_members
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category
from ipscost.units import SHARE
from ipscost.words.locale import currency_sign
from ipscost.words.text import (
    Words,
    count,
    in_sentence,
    listing,
    number,
    points,
    rate,
    ratio_money,
    say,
    within,
)


def tables(terms: EvaluationTerms) -> Iterator[Table]:
    """All tables."""
    if not terms.found.arms:
        yield levels_table(terms)
    for arm in terms.found.arms:
        yield costs_table(terms, arm)
        if len(terms.scenario.payers) > 1:
            yield payers_table(terms, arm)
        if len(terms.found.ways) > 1:
            yield ways_table(terms, arm)
        yield from _balance(terms, arm)
    yield people_table(terms)
    if terms.found.people.lacking:
        yield lacking_table(terms)
    if terms.found.is_imputed:
        yield pooled_table(terms)


def title_of(terms: EvaluationTerms, key: str, arm: str) -> Words:
    """A title that names who is compared, and of money its horizon, prices and perspective."""
    labels = {"arm": terms.arm_opening(arm), "reference": terms.reference}
    return say(key, title=terms.scenario.title, **labels, **in_money(terms.scenario))


def pays_in_the_end(terms: EvaluationTerms) -> bool:
    """True where on whom a category falls does not say who pays in the end."""
    return any(not KINDS[c.kind].is_real for c in terms.scenario.categories)


# --- costs and outcomes --------------------------------------------------------------------------


def costs_table(terms: EvaluationTerms, arm: str) -> Table:
    """Each category with the reference arm's level, the difference, and on whom it falls."""
    found, scenario = terms.found, terms.scenario
    counted = found.shares(scenario.perspective)
    rows = []
    for category in scenario.categories:
        share = counted.get(category.path, 1.0)
        contrast = found.category(category.path, arm, share)
        if contrast is None and category.path not in counted:
            continue
        level = _level(terms, category.path, share)
        cells = (level, terms.cell(contrast), payers_of(terms, category))
        marked = (category.path, arm) in found.stated
        label = terms.counted_label(category, share)
        if category.path not in counted:
            label = say("not_counted", label=label)
        rows.append(Row(category.path, label, cells, terms.unit, marked=marked))
    sum_of_levels = found.level()
    told = None if sum_of_levels is None else Interval(sum_of_levels.mean)
    total = (told, terms.total(arm), "")
    breaks = [len(rows)]
    rows.append(Row("cost", say("total"), total, terms.unit, strong=True))
    for outcome in scenario.outcomes:
        contrast = found.category(outcome.path, arm)
        if contrast is None:
            continue
        cells = (_level(terms, outcome.path), terms.cell(contrast), "")
        unit = str(outcome.unit)
        rows.append(Row(outcome.path, outcome.label, cells, unit, points=outcome.unit == SHARE))
    rows += _worth(terms, arm)
    if len(rows) > breaks[0] + 1:
        breaks.append(breaks[0] + 1)
    return Table(
        title=title_of(terms, "title_analyse", arm),
        first=say("short_first", currency=currency_sign(terms.currency)),
        columns=(
            Column(scenario.arms[scenario.reference].label, numeric=True),
            Column(difference_heading(terms), style="change", numeric=True),
            Column(say("borne_by")),
        ),
        rows=tuple(rows),
        breaks=tuple(breaks),
        name="costs",
    )


def _worth(terms: EvaluationTerms, arm: str) -> Iterator[Row]:
    """The ICER, and net benefit where it is said what the outcome is worth."""
    found = terms.found
    effect = found.effect(arm)
    if terms.is_partial or effect is None:
        return
    icer = found.icer(arm)
    if icer is not None:
        told: Words = ratio_money(icer, terms.currency)
        if found.cost(arm).mean < 0:
            told = say("analyse_icer_saved", ratio=told)
    else:
        cost, gain = found.cost(arm).mean, effect.mean
        assert found.outcome is not None
        dominates = cost <= 0 <= gain * found.outcome.sign
        told = say("cea_dominant" if dominates else "cea_dominated")
    yield Row("icer", say("cea_icer"), (None, told, ""), terms.unit)
    if found.asked.wtp is not None:
        benefit = found.benefit(arm, found.asked.wtp)
        worth = ratio_money(found.asked.wtp, terms.currency)
        label = say("cea_short_benefit_at", worth=worth)
        yield Row("net_benefit", label, (None, terms.cell(benefit), ""), terms.unit)


def levels_table(terms: EvaluationTerms, *, full: bool = True) -> Table:
    """What the reference arm costs and reaches, where the data hold no other.

    Without `full` only what counts and is more than nothing.
    """
    found, scenario = terms.found, terms.scenario
    counted = found.shares(scenario.perspective)
    rows = []
    for category in scenario.categories:
        counts = category.path in counted
        level = found.level_of(category.path)
        if level is None or not (full or (counts and level.mean)):
            continue
        share = counted.get(category.path, 1.0)
        label = terms.counted_label(category, share)
        label = label if counts else say("not_counted", label=label)
        level = level.times(share)
        cells: tuple[Cell, ...] = (level.interval(terms.level), payers_of(terms, category))
        marked = category.path not in found.measured
        rows.append(Row(category.path, label, cells, terms.unit, marked=marked))
    total = found.level()
    breaks = (len(rows),)
    if total is not None:
        cells = (total.interval(terms.level), "")
        rows.append(Row("cost", say("total"), cells, terms.unit, strong=True))
    for outcome in scenario.outcomes:
        level = found.level_of(outcome.path)
        if level is not None:
            cells = (level.interval(terms.level), "")
            rows.append(Row(outcome.path, outcome.label, cells, str(outcome.unit)))
    arm = scenario.arms[scenario.reference].label
    labels = {"title": scenario.title, "arm": terms.arm_opening(scenario.reference)}
    return Table(
        title=say("title_analyse_alone", **labels, **in_money(scenario)),
        first=say("short_first", currency=currency_sign(terms.currency)),
        columns=(Column(arm, style="estimate", numeric=True), Column(say("borne_by"))),
        rows=tuple(rows),
        breaks=breaks,
        name="costs",
    )


def difference_heading(terms: EvaluationTerms) -> Words:
    """The heading of a column of differences."""
    return say("difference_interval", level=rate(terms.level))


def _level(terms: EvaluationTerms, path: str, share: float = 1.0) -> Interval | None:
    level = terms.found.level_of(path)
    return None if level is None else Interval(share * level.mean)


def payers_of(terms: EvaluationTerms, *categories: Category) -> Words:
    """On whom categories fall, each payer once."""
    names = dict.fromkeys(name for category in categories for name in category.payers)
    first, *more = (payer_or_members(terms.scenario, name) for name in names)
    return listing([first, *map(in_sentence, more)])


def payers_table(terms: EvaluationTerms, arm: str) -> Table:
    """What each payer saves, transfers and all; a plus is a saving."""
    found, scenario = terms.found, terms.scenario
    rows = []
    for name in scenario.payers:
        saving = opposite_of(found.account(name, arm))
        lacks = any(
            path not in found.measured and (path, arm) not in found.stated
            for path in found.shares(name)
        )
        cell = terms.cell(saving, partial=lacks)
        if cell is None or (cell.mean == 0 and cell.low is None and not lacks):
            continue
        rows.append(Row(f"payer.{name}", account_label(scenario, name), (cell,), terms.unit))
    return Table(
        title=title_of(terms, "title_analyse_payers", arm),
        first=say("payer"),
        columns=(
            Column(say("saving_interval", level=rate(terms.level)), style="change", numeric=True),
        ),
        rows=tuple(rows),
        name="payers",
    )


# --- what the method changes -------------------------------------------------------------------


def ways_table(terms: EvaluationTerms, arm: str) -> Table:
    """The difference in cost and in the outcome by each method, and from how many people."""
    ways = [way for way in terms.found.ways if way.arm == arm]
    has_effect = any(way.effect is not None for way in ways)
    columns = [
        Column(say("analyse_people_column"), numeric=True),
        Column(say("analyse_cost"), style="change", numeric=True),
    ]
    if has_effect:
        unit = "points" if terms.is_share else terms.effect_unit
        columns.append(Column(terms.effect_label, unit=unit, style="change", numeric=True))
    rows = []
    for way in ways:
        cells: list[Cell] = [_count(way.persons), terms.cost_cell(way.cost)]
        if has_effect:
            cells.append(terms.cell(way.effect))
        label, strong = terms.way(way), way.name == MAIN
        rows.append(Row(way.name, label, tuple(cells), terms.unit, strong=strong))
    return Table(
        title=title_of(terms, "title_analyse_ways", arm),
        first=say("analyse_method"),
        columns=tuple(columns),
        rows=tuple(rows),
        name="methods",
    )


# --- people --------------------------------------------------------------------------------------


def people_table(terms: EvaluationTerms) -> Table:
    """How many people there are in each arm, and how many lack nothing."""
    people = terms.found.people
    columns = [Column(say("analyse_people_column"), numeric=True)]
    columns.append(Column(say("analyse_seen"), numeric=True))
    if people.cut_off:
        columns.append(Column(say("analyse_cut_off"), numeric=True))
    rows = []
    for arm in people.arms:
        cells = [_count(people.arms[arm]), _count(people.seen[arm])]
        if people.cut_off:
            cells.append(_count(people.cut_off[arm]))
        rows.append(Row(f"arm.{arm}", terms.arm(arm), tuple(cells)))
    return Table(
        title=say("title_analyse_people"),
        first=say("analyse_arm"),
        columns=tuple(columns),
        rows=tuple(rows),
        name="people",
    )


def lacking_table(terms: EvaluationTerms) -> Table:
    """How many people lack each column, by arm."""
    people = terms.found.people
    arms = tuple(people.arms)
    by_column: dict[str, dict[str, int | None]] = {}
    for cell in people.lacking:
        by_column.setdefault(cell.row, {})[cell.arm] = cell.count
    rows = tuple(
        Row(name, name, tuple(_count(found[arm]) for arm in arms))
        for name, found in by_column.items()
    )
    return Table(
        title=say("title_analyse_lacking"),
        first=say("analyse_column"),
        columns=tuple(Column(terms.arm(arm), numeric=True) for arm in arms),
        rows=rows,
        name="missing",
    )


def _count(value: int | None) -> Words:
    return say("analyse_held") if value is None else count(value)


def pooled_table(terms: EvaluationTerms) -> Table:
    """Of each estimate what was missing of its information, and how exact the imputations are."""
    found = terms.found
    rows = []
    for path, label, contrast in _estimates(terms):
        if contrast.se > 0:
            share = contrast.error / contrast.se
            unit = _unit(terms, path)
            se: Cell = Interval(contrast.se)
            if unit == str(SHARE):
                se = points(contrast.se)
            rows.append(Row(path, label, (se, Interval(contrast.missing), Interval(share)), unit))
    return Table(
        title=say("title_analyse_pooled", times=count(found.differences.imputations)),
        first=say("difference"),
        columns=(
            Column(say("analyse_se"), numeric=True),
            Column(say("analyse_missing"), unit="share", style="part", numeric=True),
            Column(say("analyse_error"), unit="share", style="part", numeric=True),
        ),
        rows=tuple(rows),
        name="imputation",
    )


def _estimates(terms: EvaluationTerms) -> Iterator[tuple[str, Words, Contrast]]:
    """The total, each category and each outcome, of every arm."""
    found, scenario = terms.found, terms.scenario
    several = len(found.arms) > 1
    for arm in found.arms:
        every = [("cost", say("total"), found.cost(arm))]
        every += [
            (path, holder.label, found.differences.of({path: 1.0}, arm))
            for path, holder in scenario.holders.items()
            if path in found.measured
        ]
        for path, label, contrast in every:
            told = say("labelled", label=terms.arm(arm), text=label) if several else label
            yield path, told, contrast


def _unit(terms: EvaluationTerms, path: str) -> str:
    outcomes = {outcome.path: str(outcome.unit) for outcome in terms.scenario.outcomes}
    return outcomes.get(path, terms.unit)


# --- weights -------------------------------------------------------------------------------------


def _balance(terms: EvaluationTerms, arm: str) -> Iterator[Table]:
    """How unlike the groups were before and after weighting."""
    for weighed in terms.found.weighed:
        if weighed.arm != arm:
            continue
        rows = tuple(
            Row(
                each.column,
                each.column,
                (number(each.before, "ratio", sign=True), number(each.after, "ratio", sign=True)),
            )
            for each in weighed.covariates
        )
        yield Table(
            title=say(
                "title_analyse_balance", arm=within(terms.arm(arm)), reference=terms.reference
            ),
            first=say("analyse_column"),
            columns=(
                Column(say("analyse_before"), numeric=True),
                Column(say("analyse_after"), numeric=True),
            ),
            rows=rows,
            name="balance",
        )
