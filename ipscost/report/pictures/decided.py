"""Cost and effect, and how sure the choice between the arms is: plane, ceac and evppi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ipscost.analysis.interval import Interval
from ipscost.decision.acceptability import AXES, QUADRANTS
from ipscost.decision.frontier import change
from ipscost.decision.information import FEWEST_DRAWS
from ipscost.report.cea.figures import figures as of_cea
from ipscost.report.cea.tables import acceptability_table, effects_table, plane_table
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.charts import (
    Axis,
    BarSeries,
    Cloud,
    GroupedBars,
    Lines,
    Scatter,
    Series,
    Spot,
)
from ipscost.report.frame import in_money
from ipscost.report.notes.given import is_guessed
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import (
    NoPictureError,
    Picture,
    amounts_told,
    money_of,
    noted,
    signed,
)
from ipscost.report.report import Column, Figure, Row, Table
from ipscost.report.voi.figures import EVERYTHING, of_parts
from ipscost.report.voi.tables import MOST_ROWS
from ipscost.words.text import (
    Words,
    bracketed,
    count,
    in_sentence,
    listing,
    probability,
    say,
    sentences,
)

MOST_POINTS = 1000
"""So many draws are shown, evenly chosen: more make a file large and a cloud no clearer."""


# --- plane -----------------------------------------------------------------------------------


def plane(found: Findings) -> Picture:
    """The difference in cost and in effect of each arm from the reference arm, draw by draw."""
    question = _sure_enough(found, "plane")
    draws = question.psa.draws
    chosen = np.unique(np.linspace(0, draws - 1, min(draws, MOST_POINTS)).round().astype(int))
    clouds = tuple(_cloud(question, arm, chosen) for arm in question.others)
    shares = question.decision.effect_unit == "share"
    threshold = None
    if question.has_threshold:
        wtp = question.tabled[-1]
        threshold = Spot(question.worth(wtp), wtp)
    shown = say("picture_draws", shown=count(chosen.size), draws=count(draws))
    note = [shown if chosen.size < draws else "", say("picture_threshold") if threshold else ""]
    return Picture(
        name="plane",
        title=say("picture_title_plane", reference=question.within(question.psa.base)),
        chart=Scatter(
            x=Axis(_effect_axis(question), "points" if shares else question.decision.effect_unit),
            y=Axis(_cost_axis(question), question.cost_unit),
            clouds=clouds,
            threshold=threshold,
            frontier=_frontier(question),
        ),
        alt=sentences(*(_plane_told(question, arm) for arm in question.others)),
        table=_plane_table(question),
        figures=(*_plane_figures(question), *_points(question, chosen)),
        note=noted(*note, *question.left_out),
    )


def _sure_enough(found: Findings, name: str) -> CeaTerms:
    """The decision. Raises NoPictureError where nothing in it is uncertain."""
    question = found.cea
    if not question.is_uncertain:
        raise NoPictureError(
            f"{name} shows the uncertainty of cost and effect, but nothing that counts in "
            f"{found.scenario.file} varies from draw to draw; state it, as in ci: [low, high], and "
            "draw with --draws 10000; what is expected stands in ipscost cea"
        )
    return question


def _effect_axis(question: CeaTerms) -> Words:
    """What the effect is, counted so that more is better."""
    key = "picture_effect_lower" if question.is_lower else "picture_effect"
    key = f"{key}_points" if question.decision.effect_unit == "share" else key
    return say(key, outcome=question.outcome_label)


def _cost_axis(question: CeaTerms) -> Words:
    run = question.decision.run
    assert run is not None
    return say("picture_cost", **in_money(run.scenario))


def _cloud(question: CeaTerms, arm: int, chosen: np.ndarray) -> Cloud:
    """The points of an arm that are shown, and the one that is expected."""
    cost, effect = question.cost(arm), question.effect(arm)
    assert cost.draws is not None
    assert effect.draws is not None
    x, y = (tuple(each.draws[chosen].tolist()) for each in (effect, cost) if each.draws is not None)
    return Cloud(Series(question.label(arm), x, y), (effect.point, cost.point))


def _frontier(question: CeaTerms) -> tuple[tuple[float, float], ...]:
    """The expected points of the arms on the efficiency frontier; nothing of a single arm."""
    psa, base = question.psa, question.psa.base
    arms = [standing.arm for standing in question.on_frontier]
    if len(arms) < 2:
        return ()
    return tuple(
        (change(psa.effect_mean, arm, base), change(psa.cost_mean, arm, base)) for arm in arms
    )


def _plane_told(question: CeaTerms, arm: int) -> Words:
    """What is expected of an arm, and in how many of the draws it costs less and does more."""
    result = question.arms[arm]
    unit = question.decision.effect_unit
    quadrants = [
        bracketed(
            probability(float(share), question.psa.draws), in_sentence(question.say(f"cea_{name}"))
        )
        for name, share in zip((*QUADRANTS, *AXES), question.plane[arm], strict=True)
        if share > 0
    ]
    return say(
        "picture_plane",
        arm=question.within(arm),
        reference=question.within(question.psa.base),
        money=question.sign,
        cost=signed(result.cost_change, question.cost_unit),
        outcome=in_sentence(question.outcome_label),
        effect=_effect_text(result.effect_change, unit),
        shares=listing(quadrants),
    )


def _effect_text(effect: Interval | None, unit: str) -> Words:
    """A difference in the outcome; of shares in percentage points."""
    if unit != "share":
        return signed(effect, unit)
    return say("picture_points", value=signed(effect, "points"))


def _plane_table(question: CeaTerms) -> Table:
    """The expected differences of each arm, and the share of the draws in each quadrant."""
    effects, shares = effects_table(question), plane_table(question)
    cells = [effects.rows[arm].cells[2:] for arm in question.others]
    return Table(
        title=say("picture_title_plane", reference=question.within(question.psa.base)),
        first=effects.first,
        columns=(*effects.columns[2:], *shares.columns),
        rows=tuple(
            Row(row.path, row.label, (*first, *row.cells), row.unit)
            for row, first in zip(shares.rows, cells, strict=True)
        ),
        name="plane",
    )


def _plane_figures(question: CeaTerms) -> tuple[Figure, ...]:
    """What is expected, and the shares of the draws, as the CSV of cea has them."""
    wanted = ("incremental_", "quadrant_", "axis_")
    return tuple(each for each in of_cea(question) if each.measure.startswith(wanted))


def _points(question: CeaTerms, chosen: np.ndarray) -> tuple[Figure, ...]:
    """The points that are shown: cost and outcome of each draw, by its number."""
    names, base, found = question.psa.arms, question.psa.arms[question.psa.base], list[Figure]()
    for arm in question.others:
        cost, effect = question.cost(arm).draws, question.outcome(question.effect(arm)).draws
        assert cost is not None
        assert effect is not None
        for draw in chosen.tolist():
            for measure, value, unit in (
                ("incremental_cost", cost[draw], question.cost_unit),
                ("incremental_effect", effect[draw], question.decision.effect_unit),
            ):
                path, label = f"draw.{draw + 1}", question.label(arm)
                number = Interval(float(value))
                found.append(Figure(measure, path, "draw", label, number, names[arm], base, unit))
    return tuple(found)


# --- ceac ------------------------------------------------------------------------------------


def ceac(found: Findings) -> Picture:
    """How likely each arm is the best choice, by what one more of the effect is worth."""
    question = _sure_enough(found, "ceac")
    if len(question.thresholds) < 2:
        raise NoPictureError(
            "the curves need several thresholds, and nothing in the scenario says which; add "
            "--wtp, as in --wtp 0:500000:10000"
        )
    curves, arms = question.curves, (*question.others, question.psa.base)
    spot = None
    if len(question.tabled) == 1 and question.has_threshold:
        wtp = question.tabled[0]
        spot = Spot(question.worth(wtp), wtp)
    worth = say("picture_worth", one=question.one, money=question.sign)
    return Picture(
        name="ceac",
        title=say("picture_title_ceac", outcome=question.outcome_label),
        chart=Lines(
            x=Axis(worth, question.icer_unit),
            y=Axis(say("picture_probability_best"), "share"),
            lines=tuple(
                Series(
                    question.label(arm),
                    question.thresholds,
                    tuple(curves.probability[arm].tolist()),
                )
                for arm in arms
            ),
            spot=spot,
        ),
        alt=sentences(*(_ceac_told(question, wtp) for wtp in _told_thresholds(question))),
        table=acceptability_table(question),
        figures=tuple(each for each in of_cea(question) if each.measure in ("ceac", "ceaf")),
        note=noted(*question.left_out, *_guessed(question)),
    )


def _guessed(question: CeaTerms) -> Iterator[Words]:
    """That a probability takes for certain what is guessed of an effect that is carried over."""
    run = question.decision.run
    if run is not None and is_guessed(run.scenario):
        yield say("picture_guessed")


def _told_thresholds(question: CeaTerms) -> Sequence[float]:
    """The thresholds that are told: the first, the one that was asked for, the last."""
    ends = {question.thresholds[0], question.thresholds[-1]}
    asked = {*question.tabled} if len(question.tabled) == 1 else set()
    return sorted(ends | asked)


def _ceac_told(question: CeaTerms, wtp: float) -> Words:
    """How likely each arm is the best at a threshold."""
    shares = question.curves.probability[:, question.at(wtp)]
    odds = [
        bracketed(question.odds_text(float(shares[arm])), question.label(arm))
        for arm in (*question.others, question.psa.base)
    ]
    return say("picture_ceac", worth=question.worth(wtp), odds=listing(odds))


# --- evppi -----------------------------------------------------------------------------------


def evppi(found: Findings) -> Picture:
    """What it would be worth to know each number, before choosing: the largest first."""
    research, scenario = found.research, found.scenario
    question = research.question
    if not question.is_uncertain:
        raise NoPictureError(
            f"evppi shows what it is worth to know more, but nothing that counts in "
            f"{scenario.file} is uncertain; state it, as in ci: [low, high], and draw with "
            "--draws 10000"
        )
    if research.information is None:
        raise NoPictureError(
            f"what it is worth to know a number needs {FEWEST_DRAWS:,} draws or more, found "
            f"{question.psa.draws:,}; add --draws 10000"
        )
    whole = research.now.worth
    if not whole.value > 0:
        raise NoPictureError(
            f"{question.psa.arms[research.now.best]} is the best choice in each draw of "
            f"{scenario.file}, so knowing more is worth nothing; add --outcome and --wtp to value "
            "another choice, or see ipscost voi"
        )
    ranked = [(name, worth) for name, worth in research.ranking[:MOST_ROWS] if worth.value > 0]
    labels = [*(research.label(name) for name, _ in ranked), say("voi_everything")]
    values = [Interval(worth.value) for _, worth in ranked] + [Interval(whole.value)]
    errors = [Interval(worth.se) for _, worth in ranked] + [Interval(whole.se)]
    unit = question.cost_unit
    paths = [*(name for name, _ in ranked), EVERYTHING]
    told = amounts_told(zip(labels[:-1], values, strict=False), unit, 3, sign=False)
    return Picture(
        name="evppi",
        title=say("picture_title_evppi"),
        chart=GroupedBars(
            axis=Axis(say("picture_worth_knowing", money=money_of(scenario)), unit),
            labels=tuple(labels),
            series=(BarSeries("EVPPI", tuple(values)),),
            breaks=(len(ranked),) if ranked else (),
            signed=False,
        ),
        alt=say(
            "picture_evppi" if ranked else "picture_evppi_none",
            money=money_of(scenario),
            all=research.money(whole.value),
            told=told,
        ),
        table=Table(
            title=say("picture_worth_knowing", money=money_of(scenario)),
            first=say("voi_quantity"),
            columns=(
                Column("EVPPI", style="rough", numeric=True),
                Column(say("voi_se"), style="rough", numeric=True),
            ),
            rows=tuple(
                Row(path, label, (worth, se), unit, strong=path == EVERYTHING)
                for path, label, worth, se in zip(paths, labels, values, errors, strict=True)
            ),
            breaks=(len(ranked),),
            name="evppi",
        ),
        figures=tuple(
            each
            for each in of_parts(research)
            if each.path in paths and each.measure in ("evppi", "evppi_se")
        ),
        note=noted(*question.left_out),
    )
