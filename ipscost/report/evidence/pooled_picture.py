"""A pool of studies as a forest: each study, then the mean over places and a new place."""

from __future__ import annotations

from ipscost.analysis.interval import Interval
from ipscost.analysis.pooling import PooledStudies
from ipscost.analysis.studies import NO_EFFECT
from ipscost.report.charts import Axis, Forest
from ipscost.report.evidence.pooled import effect_column
from ipscost.report.evidence.pooled_figures import figures, of_study
from ipscost.report.evidence.pooled_wording import effect, ends
from ipscost.report.evidence.wording import marked
from ipscost.report.pictures.picture import Picture
from ipscost.report.report import Row, Table
from ipscost.synthesis.effects import RATIOS
from ipscost.words.text import Words, bracketed, rate, say, sentences, series


def forest(found: PooledStudies) -> Picture:
    """The effect of each study in the pool, the mean, and the interval of a new place."""
    is_ratio = found.measure in RATIOS
    shown = [(marked(each.found), of_study(found, each)) for each in found.members]
    shown += [(say("pooled_mean"), found.estimate), (say("pooled_place"), found.prediction)]
    title = say(f"forest_{found.measure}")
    is_assumed = any(each.found.assumed_people for each in found.members)
    assumed = say("forest_assumed") if is_assumed else ""
    chart = Forest(
        labels=tuple(label for label, _ in shown),
        intervals=tuple(value for _, value in shown),
        axis=Axis(say(f"forest_axis_{found.measure}"), "ratio" if is_ratio else "points"),
        no_difference=NO_EFFECT[found.measure],
        has_base=False,
        pooled=2,
        is_ratio=is_ratio,
    )
    rows = tuple(Row(f"study.{n}", label, (value,)) for n, (label, value) in enumerate(shown))
    columns = (effect_column(found, say("evidence_effect")),)
    return Picture(
        name="forest",
        title=title,
        chart=chart,
        alt=sentences(title, series((*(_told(found, *each) for each in shown), ""), "; ")),
        table=Table(title, say("evidence_study"), columns, rows, name="forest"),
        figures=tuple(each for each in figures(found) if "without" not in each.measure),
        note=sentences(say("pooled_forest_note", level=rate(found.level)), assumed),
    )


def _told(found: PooledStudies, label: Words, value: Interval) -> Words:
    """A row in words: `USA vip-star v transitional work 1.66 (1.25 to 2.20)`."""
    number = effect(found.measure, value.mean)
    return sentences(label, bracketed(number, ends(found.measure, value)))
