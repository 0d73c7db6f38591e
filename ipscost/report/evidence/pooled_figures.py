"""The numbers of a pool of studies for machines, a row of the CSV each."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval
from ipscost.analysis.pooling import Member, PooledStudies
from ipscost.report.evidence.figures import about
from ipscost.report.evidence.wording import against, name_of
from ipscost.report.report import Figure
from ipscost.synthesis.effects import DIFFERENCE
from ipscost.words.text import Words, say


def figures(found: PooledStudies) -> Iterator[Figure]:
    """The pool as a whole, and then each study in it; τ is on the scale of pooling."""
    is_difference = found.measure == DIFFERENCE
    unit, scale = ("share", "share") if is_difference else ("ratio", "log_ratio")
    pooled, label = found.pooled, say(f"pooled_{found.measure}")
    for measure, value, of in (
        ("pooled_effect", found.estimate, unit),
        ("effect_in_a_new_place", found.prediction, unit),
        ("studies", Interval(float(pooled.studies)), "study"),
        ("tau", Interval(pooled.tau), scale),
        ("tau_dersimonian_laird", Interval(pooled.tau2_dl**0.5), scale),
        ("i2", Interval(pooled.i2), "share"),
        ("q", Interval(pooled.q), ""),
        ("p_of_q", Interval(pooled.q_p), "share"),
        ("se_of_pooled_effect", Interval(pooled.se), scale),
    ):
        yield _figure(found, measure, label, value, of)
    for member in found.members:
        yield from _of_study(found, member, unit)


def of_study(found: PooledStudies, member: Member) -> Interval:
    """The effect of a study as it was pooled, with its interval."""
    low, high = member.effect.interval(found.level) or (None, None)
    return Interval(member.effect.estimate, low, high)


def _of_study(found: PooledStudies, member: Member, unit: str) -> Iterator[Figure]:
    label = against(member.found)
    yield _figure(found, "effect", label, of_study(found, member), unit, member)
    yield _figure(found, "weight", label, Interval(member.weight), "share", member)
    if member.without is not None:
        mean, place = found.in_units(member.without), found.new_place(member.without)
        yield _figure(found, "pooled_effect_without", label, mean, unit, member)
        yield _figure(found, "effect_in_a_new_place_without", label, place, unit, member)


def _figure(
    found: PooledStudies,
    measure: str,
    label: Words,
    value: Interval,
    unit: str,
    member: Member | None = None,
) -> Figure:
    """A number of the pool, or of one study in it."""
    path = found.measure
    if member is None:
        return Figure(measure, path, "total", label, value, unit=unit)
    name, texts = name_of(member.found), about(member.found, member.found.outcome_sure)
    return Figure(measure, path, "leaf", label, value, unit=unit, scenario=name, about=texts)
