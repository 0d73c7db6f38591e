"""calibrate: the fitted numbers, the targets and how it fits, for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.calibrate.calibrated import Calibrated
from ipscost.analysis.calibrate.results import FitResults, Quality, significant
from ipscost.analysis.interval import Interval
from ipscost.report.calibrate.wording import target_name
from ipscost.report.report import Figure
from ipscost.words.text import Words, say


def figures(found: Calibrated, fit: FitResults, names: Sequence[Words]) -> Iterator[Figure]:
    """Every number of a fit; `names` are those of the unknowns."""
    for each, name in zip(fit.numbers, names, strict=True):
        unknown = each.unknown
        yield from _each(
            (unknown.path, "number", name, each.unit),
            fitted=each.fitted,
            standard_error=each.se,
            start=unknown.start,
            search_low=unknown.low,
            search_high=unknown.high,
        )
    for aim in fit.aims:
        target = aim.target
        path, name = f"calibrate.target.{target.name}", target_name(found.scenario, target)
        for measure, value, unit in (
            ("published", target.value, aim.unit),
            ("standard_error", aim.se, aim.unit),
            ("fitted", aim.fitted, aim.unit),
            ("residual", aim.residual, "ratio"),
            ("at_start", aim.at_start, aim.unit),
        ):
            number = Interval(value)
            yield Figure(measure, path, "target", name, number, arm=target.arm, unit=unit)
    yield from _quality(fit.quality)
    for first, second, rho in fit.correlations:
        path = f"{found.unknowns[first].path},{found.unknowns[second].path}"
        yield Figure("correlation", path, "pair", path, Interval(rho))
    for place, other in enumerate(fit.others, start=1):
        for each, name, value in zip(fit.numbers, names, other.values, strict=True):
            path = f"{each.unknown.path}.{place}"
            label = say("calibrate_other", number=place, label=name)
            yield Figure("fitted_elsewhere", path, "number", label, Interval(value), unit=each.unit)
            squares = Interval(other.squares)
            yield Figure("weighted_sum_of_squares", path, "number", label, squares)


def _each(of: tuple[str, str, Words, str], **measured: Interval | float | None) -> Iterator[Figure]:
    """A figure for each measure that is known, `of` a path, level, label and unit."""
    path, level, label, unit = of
    for measure, value in measured.items():
        if value is not None:
            found = value if isinstance(value, Interval) else Interval(value)
            yield Figure(measure, path, level, label, found, unit=unit)


def _quality(quality: Quality) -> Iterator[Figure]:
    """How it fits, and each singular value."""
    condition = quality.condition
    for measure, key, value in (
        ("weighted_sum_of_squares", "squares", significant(quality.squares)),
        ("weighted_sum_of_squares_at_start", "at_start", significant(quality.at_start)),
        ("degrees_of_freedom", "freedom", float(quality.freedom)),
        ("p", "p", quality.p),
        ("condition_number", "condition", None if condition is None else significant(condition)),
    ):
        yield from _each(("fit", "fit", say(f"calibrate_{key}"), ""), **{measure: value})
    for number, value in enumerate(quality.singular, start=1):
        yield Figure("singular_value", f"singular_value.{number}", "fit", "", Interval(value))
