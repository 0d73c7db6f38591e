"""The tables of distribution: who saves how much, what the dearest carry, payers, categories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.distribution.answer import Distributions, Ends, SavingSpread, at_main
from ipscost.analysis.distribution.measures import DEAREST, GAIN, LOSS, MAIN, QUANTILES, SAME
from ipscost.analysis.interval import Interval
from ipscost.report.frame import account_label, framed, in_money
from ipscost.report.phrases import headed
from ipscost.report.report import Cell, Column, Row, Split, Table, is_empty
from ipscost.words.text import Words, rate, say, within

FEW = (0.05, 0.50, 0.95)
"""The quantiles of a short answer."""
SHARES = (GAIN, LOSS, SAME)


def tables(found: Distributions) -> Iterator[Table]:
    """Everything: each arm's savings, what the dearest carry, payers, and categories."""
    for arm in claimed(found):
        yield saving_table(found, arm)
    if any(any(found.carried(arm)) for arm in (found.reference, *found.arms)):
        yield dearest_table(found)
    for arm in found.arms:
        yield payers_table(found, arm)
    if found.crowd.groups:
        for arm in claimed(found):
            yield groups_table(found, arm)
    yield categories_table(found)


def short(found: Distributions) -> Iterator[Table]:
    """The table that carries the answer: of one arm with what holds in any case."""
    arms = claimed(found)
    if not arms:
        payers = payers_table(found, found.arms[0])
        known = tuple(row for row in payers.rows if not is_empty(row.cells))
        yield replace(payers, rows=known) if known else categories_table(found)
    elif len(arms) == 1:
        yield replace(saving_table(found, arms[0], FEW), breaks=())
    else:
        yield arms_table(found, arms)


def claimed(found: Distributions) -> list[str]:
    """The interventions of whose saving something is claimed."""
    return [arm for arm in found.arms if found.is_claimed(arm) and not found.is_untold(arm)]


# --- what is saved ---------------------------------------------------------------------------


def share_label(name: str) -> Words:
    """`Save`, `Cost more`, `No difference`."""
    return say(f"distribution_{name}")


def quantile_label(share: float) -> Words:
    """`10% save at most`, and of half of them the median."""
    if share == 0.5:
        return say("distribution_median")
    return say("distribution_quantile", share=rate(share))


def saving_table(found: Distributions, arm: str, quantiles: Sequence[float] = QUANTILES) -> Table:
    """Shares of persons by sign and quantiles: in the model, and what holds in any case."""
    spread, bounds, unit = found.of(arm), found.bounds(arm), _unit(found)
    sure = {GAIN: bounds.gain, LOSS: bounds.loss}
    shown = [name for name in SHARES if name != SAME or spread.shares[name].mean]
    rows = [
        Row(
            f"share.{name}",
            share_label(name),
            (spread.shares[name], *_ends(sure.get(name))),
            "share",
        )
        for name in shown
    ]
    for share in quantiles:
        place = QUANTILES.index(share)
        cells = (spread.quantiles[place], *_ends(bounds.quantiles[place]))
        rows.append(Row(f"quantile.{share:g}", quantile_label(share), cells, unit))
    heads = [row.cells[0] for row in rows]
    return Table(
        title=say("title_distribution", **framed(found.crowd.scenario, arm)),
        first=say("distribution_persons"),
        columns=(
            Column(
                headed("distribution_model", heads, found.level), style="estimate", numeric=True
            ),
            Column(say("distribution_least"), numeric=True),
            Column(say("distribution_most"), numeric=True),
        ),
        rows=tuple(rows),
        breaks=(len(shown),),
        name="saving",
    )


def _ends(ends: Ends | None) -> tuple[Interval | None, Interval | None]:
    return (None, None) if ends is None else (Interval(ends[0]), Interval(ends[1]))


def arms_table(found: Distributions, arms: Sequence[str]) -> Table:
    """The same in the model alone, a column an arm."""
    scenario, unit = found.crowd.scenario, _unit(found)
    spreads = [found.of(arm) for arm in arms]
    shown = [n for n in SHARES if n != SAME or any(each.shares[n].mean for each in spreads)]

    def cells_of(name: str) -> tuple[Cell, ...]:
        return tuple(Interval(each.shares[name].mean) for each in spreads)

    def amounts_of(place: int) -> tuple[Cell, ...]:
        return tuple(_alone(each, place) for each in spreads)

    rows = [Row(f"share.{name}", share_label(name), cells_of(name), "share") for name in shown]
    rows += [
        Row(f"quantile.{share:g}", quantile_label(share), amounts_of(place), unit)
        for place, share in enumerate(QUANTILES)
    ]
    title = say("title_distribution_arms", **in_money(scenario))
    return Table(
        title=title,
        first=say("distribution_persons"),
        columns=tuple(Column(scenario.arms[arm].label, numeric=True) for arm in arms),
        rows=tuple(rows),
        breaks=(len(shown),),
        split=Split(len(arms), title),
        name="arms",
    )


def _alone(spread: SavingSpread, place: int) -> Interval:
    value = spread.quantiles[place]
    return Interval(value.mean, partial=value.partial)


def _unit(found: Distributions) -> str:
    return f"{found.crowd.scenario.money}/person"


# --- what is paid ----------------------------------------------------------------------------


def dearest_table(found: Distributions) -> Table:
    """What the dearest of each arm carry of its cost, from the perspective of the answer."""
    scenario, arms = found.crowd.scenario, (found.reference, *found.arms)
    carried = [found.carried(arm) for arm in arms]
    cells = [each for arm in carried for each in arm]
    title = say("title_distribution_dearest", **in_money(scenario))
    return Table(
        title=title,
        first=say("distribution_of_persons"),
        columns=tuple(
            Column(
                _headed(scenario.arms[arm].label, cells, found.level),
                style="estimate",
                numeric=True,
            )
            for arm in arms
        ),
        rows=tuple(
            Row(
                f"dearest.{share:g}",
                say("distribution_dearest_row", share=rate(share)),
                row,
                "share",
            )
            for share, row in zip(DEAREST, zip(*carried, strict=True), strict=True)
        ),
        split=Split(len(arms), title),
        name="dearest",
    )


def _headed(label: Words, cells: Sequence[Cell], level: float) -> Words:
    has_intervals = any(isinstance(cell, Interval) and cell.low is not None for cell in cells)
    return (
        say("distribution_arm_interval", arm=label, level=rate(level)) if has_intervals else label
    )


def payers_table(found: Distributions, arm: str) -> Table:
    """For each payer with how many persons it gains and loses, and what the dearest carry."""
    scenario = found.crowd.scenario
    rows = []
    for payer in found.payers:
        cells: list[Cell] = [None] * len(SHARES)
        if found.is_claimed(arm, payer) and not found.is_untold(arm, payer):
            spread = found.of(arm, payer)
            cells = [_share_alone(spread.shares[name]) for name in SHARES]
        for each in (found.reference, arm):
            carried = at_main(found.carried(each, payer))
            cells.append(carried and _share_alone(carried))
        rows.append(Row(f"payer.{payer}", account_label(scenario, payer), tuple(cells), "share"))
    heads = [say(f"distribution_payer_{name}") for name in SHARES]
    dearest = [scenario.arms[each].label for each in (found.reference, arm)]
    labels = {"arm": within(scenario.arms[arm].label), "share": rate(MAIN)}
    return Table(
        title=say("title_distribution_payers", **labels),
        first=say("payer"),
        columns=tuple(Column(head, numeric=True) for head in (*heads, *dearest)),
        rows=tuple(rows),
        name="payers",
    )


def groups_table(found: Distributions, arm: str) -> Table:
    """For each group of people who of it saves how much, and how many of the dearest are of it."""
    scenario, unit = found.crowd.scenario, _unit(found)
    labels = {each.name: (each.path, each.label) for each in scenario.subgroups}
    columns = [("share_of_people", "share"), ("distribution_gain", "share")]
    columns += [("distribution_loss", "share"), ("distribution_median", unit)]
    rows = []
    for each in found.of_groups(arm):
        numbers = each.share, each.gain, each.loss, each.median, each.dearest, _main(each.carried)
        cells = tuple(None if number is None else Interval(number) for number in numbers)
        rows.append(Row(*labels[each.name], cells))
    return Table(
        title=say("title_distribution_groups", **framed(scenario, arm)),
        first=say("group"),
        columns=(
            *(Column(say(key), unit=of, numeric=True) for key, of in columns),
            *(
                Column(say(key, share=rate(MAIN)), unit="share", numeric=True)
                for key in ("distribution_of_dearest", "distribution_dearest_carry")
            ),
        ),
        rows=tuple(rows),
        name="groups",
    )


def _main(carried: Sequence[float] | None) -> float | None:
    return None if carried is None else carried[DEAREST.index(MAIN)]


def _share_alone(value: Interval) -> Interval:
    return Interval(value.mean, partial=value.partial)


def categories_table(found: Distributions) -> Table:
    """Why persons differ in each category, and what the dearest of each arm carry of it."""
    scenario, arms = found.crowd.scenario, (found.reference, *found.arms)
    rows = []
    for path, why in found.crowd.why.items():
        carried = tuple(at_main(found.carried_of(arm, path)) for arm in arms)
        cells = (say(f"distribution_why_{why}"), *carried)
        rows.append(Row(path, scenario.holders[path].label, cells, "share"))
    title = say("title_distribution_categories", share=rate(MAIN))
    return Table(
        title=title,
        first=say("category"),
        columns=(
            Column(say("distribution_why")),
            *(Column(scenario.arms[arm].label, numeric=True) for arm in arms),
        ),
        rows=tuple(rows),
        name="categories",
    )
