"""The machine-readable numbers of sensitivity and threshold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.analyses import Compared
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import Tornado
from ipscost.analysis.what_if.turning import ThresholdResult, marked
from ipscost.analysis.what_if.two_way import TwoWay
from ipscost.report.report import Figure
from ipscost.report.what_if.text import analysis_name, bar_label, mark_label


def of_tornado(question: Question, found: Tornado) -> Iterator[Figure]:
    """The ends of each number in its own unit, the answers there, and whether the sign turns."""
    measure, reference = question.measure, question.scenario.reference
    for arm, bars in found.bars.items():
        for bar in bars:
            varied = bar.varied
            between = Interval(varied.now, bar.low, bar.high)
            for name, value, versus, unit in (
                ("varied", between, "", str(varied.unit)),
                (f"{measure}_at_low", Interval(bar.answer_low), reference, question.unit),
                (f"{measure}_at_high", Interval(bar.answer_high), reference, question.unit),
                (f"{measure}_width", Interval(bar.width), reference, question.unit),
                ("sign_changes", Interval(float(bar.flips)), reference, "share"),
            ):
                label = bar_label(question, bar)
                yield Figure(name, varied.path, "quantity", label, value, arm, versus, unit)


def of_grid(found: TwoWay) -> Iterator[Figure]:
    """The answer in each cell, whose path names both values."""
    question = found.question
    for arm, answers in zip(question.arms, found.answers, strict=True):
        for down, line in zip(found.rows, answers, strict=True):
            for across, answer in zip(found.columns, line, strict=True):
                path = f"{found.down.path}={down:.10g},{found.across.path}={across:.10g}"
                yield Figure(
                    question.measure,
                    path,
                    "cell",
                    path,
                    Interval(float(answer)),
                    arm,
                    question.scenario.reference,
                    question.unit,
                )


def of_analyses(question: Question, found: Mapping[str, Sequence[Compared]]) -> Iterator[Figure]:
    """The answer in the base case and in each analysis, by arm, and the difference of the two."""
    measure, reference = question.measure, question.scenario.reference
    for arm, answers in found.items():
        for each in answers:
            path, label = analysis_name(each.analysis)
            for name, value, unit in (
                (measure, each.answer, each.unit),
                ("probability", each.above, "share"),
                (f"{measure}_from_base", each.from_base, each.unit),
            ):
                if value is not None:
                    yield Figure(name, path, "analysis", label, value, arm, reference, unit)


def of_thresholds(
    question: Question, varied: Varied, found: Sequence[ThresholdResult], level: float
) -> Iterator[Figure]:
    """The current value, each threshold and the difference, in the stated and the reported unit."""
    reference = question.scenario.reference
    for each in found:
        for mark in marked(question, varied, each):
            behind = "_sure" if mark.is_sure else ""
            for name, value, unit in (
                ("now", mark.now, mark.unit),
                ("threshold", mark.value, mark.unit),
                ("threshold_difference", mark.difference, mark.unit),
                ("threshold_factor", mark.times, "ratio"),
            ):
                if value is not None:
                    yield Figure(
                        name + behind,
                        mark.path,
                        "number",
                        mark_label(mark, level),
                        Interval(value),
                        each.arm,
                        reference,
                        unit,
                    )
