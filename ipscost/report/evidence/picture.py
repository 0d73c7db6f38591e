"""The effects of studies as a forest, each with its comparator."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.studies import NO_EFFECT, Evaluation, counted
from ipscost.messages import Message
from ipscost.report.charts import Axis, Forest
from ipscost.report.evidence.figures import effects
from ipscost.report.evidence.wording import against, marked
from ipscost.report.pictures.picture import NoPictureError, Picture
from ipscost.report.report import Column, Row, Table
from ipscost.settings import LEVEL
from ipscost.synthesis.effects import DIFFERENCE, RATIOS, RISK_RATIO
from ipscost.words.text import Words, rate, say, sentence, sentences, series, with_interval


def forest(found: Sequence[Evaluation], measure: str = RISK_RATIO, level: float = LEVEL) -> Picture:
    """The effect of every study that has one, in the order of the table.

    measure: one of MEASURES. Raises NoPictureError where no study has it.
    """
    shown = [(each, value) for each in found if (value := each.effect(measure)) is not None]
    if not shown:
        raise NoPictureError(
            Message("no study here states a share in both arms; choose others, or leave it out")
        )
    is_ratio = measure in RATIOS
    unit = "ratio" if is_ratio else "share"
    style = "estimate" if is_ratio else "change"
    axis, title = say(f"forest_axis_{measure}"), say(f"forest_{measure}")
    chart = Forest(
        labels=tuple(marked(each) for each, _ in shown),
        intervals=tuple(value for _, value in shown),
        axis=Axis(axis, "ratio" if is_ratio else "points"),
        no_difference=NO_EFFECT[measure],
        has_base=False,
        apart=len(shown) - len(counted(each for each, _ in shown)),
        is_ratio=is_ratio,
    )
    column = Column(say("evidence_effect"), unit=unit, style=style, numeric=True)
    rows = tuple(
        Row(f"study.{n}", against(each), (v,), marked=bool(each.assumed_people))
        for n, (each, v) in enumerate(shown)
    )
    name = "outcome_difference" if measure == DIFFERENCE else measure
    return Picture(
        name="forest",
        title=title,
        chart=chart,
        alt=sentences(title, series((*(_told(*pair, measure) for pair in shown), ""), "; ")),
        table=Table(title, say("evidence_study"), (column,), rows, name="forest"),
        figures=tuple(f for each, _ in shown for f in effects(each) if f.measure == name),
        note=sentences(
            say("forest_note", level=rate(level)),
            say("forest_open") if any(value.low is None for _, value in shown) else "",
            say("forest_assumed") if any(each.assumed_people for each, _ in shown) else "",
            sentence(say("evidence_apart")) if chart.breaks else "",
        ),
    )


def _told(found: Evaluation, value: Interval, measure: str) -> Words:
    """A study with its effect: `USA vip-star v transitional work 1.66 (1.25 to 2.20)`."""
    unit = "points" if measure == DIFFERENCE else "ratio"
    return sentences(against(found), with_interval(value.mean, value.low, value.high, unit))
