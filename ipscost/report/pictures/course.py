"""What is saved by when, and how many of 100 people reach something: months and icons."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from ipscost.analysis.course import Recovery, recovery_of
from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.months import ArmCourse
from ipscost.messages import Message
from ipscost.report.charts import Axis, Course, Fan, IconGroup, Icons, Spot
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import (
    NoPictureError,
    Picture,
    money_of,
    noted,
    partial_note,
    with_limits,
)
from ipscost.report.report import Column, Row, Table
from ipscost.report.simulate.figures import figures as of_summary
from ipscost.report.simulate.figures import of_courses
from ipscost.report.simulate.labels import month_labels
from ipscost.report.simulate.months import break_even_sentence
from ipscost.scenario.nouns import Outcome
from ipscost.words.numbers import round_half_up
from ipscost.words.text import Words, count, horizon, listing, rate, say, sentences, within

PEOPLE = 100
"""So many people an icon array shows."""


# --- months ----------------------------------------------------------------------------------


def months(found: Findings) -> Picture:
    """What each arm has saved by the end of each month, with its interval and its break-even."""
    scenario, view = found.scenario, found.timed
    if not scenario.is_horizon_known:
        raise NoPictureError(
            Message(
                "the horizon of {file} is not stated, so there is no course over time; see the "
                "saving with ipscost plot waterfall",
                file=scenario.file,
            )
        )
    if scenario.months == 1:
        raise NoPictureError(
            Message(
                "{file} has a horizon of one month, so there is no course over time; see the "
                "saving with ipscost plot waterfall",
                file=scenario.file,
            )
        )
    arms = [each for each in found.courses.arms if all(p.so_far is not None for p in each.months)]
    if not arms:
        raise NoPictureError(
            Message(
                "nothing of the saving in {file} is known, so it has no course; see what is "
                "known with ipscost simulate",
                file=scenario.file,
            )
        )
    recoveries = {each.arm: recovery_of(view, each.arm) for each in arms}
    courses = tuple(_course(found, each, recoveries[each.arm]) for each in arms)
    ends = [_so_far(each)[-1] for each in arms]
    return Picture(
        name="months",
        title=say("picture_title_months"),
        chart=Fan(
            x=Axis(say("month"), "month"),
            y=Axis(say("picture_so_far", money=money_of(scenario)), found.unit),
            courses=courses,
        ),
        alt=sentences(*(_told(found, each, end) for each, end in zip(arms, ends, strict=True))),
        table=_months_table(found, arms),
        figures=tuple(e for e in of_courses(found.courses) if e.measure == "saving_so_far"),
        note=noted(_band_note(found, ends), _timing_note(recoveries.values()), partial_note(ends)),
    )


def _so_far(each: ArmCourse) -> list[Interval]:
    """What an arm has saved by the end of each month."""
    return [period.so_far for period in each.months if period.so_far is not None]


def _course(found: Findings, each: ArmCourse, recovery: Recovery | None) -> Course:
    values = tuple(_so_far(each))
    spot = None
    if recovery is not None and recovery.is_known and recovery.break_even.moves:
        month = recovery.break_even.month
        if 1 < month < math.inf:
            spot = Spot(say("picture_break_even", month=f"{month:g}"), month)
    label = found.scenario.arms[each.arm].label
    return Course(label, tuple(range(1, len(values) + 1)), values, spot)


def _told(found: Findings, each: ArmCourse, end: Interval) -> Words:
    """What an arm has saved in the end, and when it breaks even."""
    scenario = found.scenario
    saved = say(
        "picture_months",
        arm=within(scenario.arms[each.arm].label),
        reference=within(scenario.arms[scenario.reference].label),
        money=money_of(scenario),
        horizon=horizon(scenario.stated_months),
        saved=with_limits(end, found.unit, found.level),
    )
    return sentences(saved, break_even_sentence(found.timed, each.arm, found.level))


def _band_note(found: Findings, ends: Sequence[Interval]) -> Words:
    """What the band around a line is, if there is one."""
    if all(end.low is None for end in ends):
        return ""
    return say("picture_band", level=rate(found.level))


def _timing_note(recoveries: Iterable[Recovery | None]) -> Words:
    """That the course rests on when amounts are assumed to fall, where it does."""
    assumed = any(each is not None and each.reach.categories for each in recoveries)
    return say("picture_timing") if assumed else ""


def _months_table(found: Findings, arms: Sequence[ArmCourse]) -> Table:
    """A row a month, a column an arm: what is saved by its end."""
    scenario = found.scenario
    labels = month_labels(scenario.months)
    columns = [_so_far(each) for each in arms]
    return Table(
        title=say("picture_so_far", money=money_of(scenario)),
        first=say("month"),
        columns=tuple(
            Column(scenario.arms[each.arm].label, style="change", numeric=True) for each in arms
        ),
        rows=tuple(
            Row(f"month.{number}", label, tuple(cells), found.unit)
            for number, (label, *cells) in enumerate(zip(labels, *columns, strict=True), start=1)
        ),
        name="months",
    )


# --- icons -----------------------------------------------------------------------------------


def icons(found: Findings) -> Picture:
    """How many of 100 people reach an outcome that is a share, an arm beside another."""
    scenario = found.scenario
    outcome = _share(found)
    place = scenario.outcomes.index(outcome)
    comparisons = found.summary.comparisons
    shares = {each.arm: each.effects[place].own for each in comparisons}
    shares[scenario.reference] = comparisons[0].effects[place].reference
    known = {arm: share for arm, share in shares.items() if share is not None}
    groups = [
        IconGroup(scenario.arms[arm].label, int(round_half_up(PEOPLE * share.mean, 0)), PEOPLE)
        for arm, share in known.items()
    ]
    told = [
        say("picture_icons_arm", count=count(group.count), arm=within(group.label))
        for group in groups
    ]
    return Picture(
        name="icons",
        title=say("picture_title_icons", outcome=outcome.label),
        chart=Icons(tuple(groups)),
        alt=say(
            "picture_icons",
            outcome=outcome.label,
            counts=listing(told),
        ),
        table=Table(
            title=outcome.label,
            first=say("cea_arm"),
            columns=(
                Column(say("picture_of_100"), numeric=True),
                Column(say("picture_share"), unit="share", numeric=True),
            ),
            rows=tuple(
                Row(outcome.path, group.label, (count(group.count), share), "share")
                for group, share in zip(groups, known.values(), strict=True)
            ),
            name="icons",
        ),
        figures=tuple(
            dict.fromkeys(
                each
                for each in of_summary(found.summary)
                if each.measure == "outcome" and each.path == outcome.path
            )
        ),
    )


def _share(found: Findings) -> Outcome:
    """The outcome that is drawn: the one that was named, else the first that fits."""
    scenario, first = found.scenario, found.summary.comparisons[0].effects
    shares = [
        outcome
        for outcome, effect in zip(scenario.outcomes, first, strict=True)
        if str(outcome.unit) == "share" and effect.reference is not None and effect.own is not None
    ]
    names = ", ".join(each.path.partition(".")[2] for each in shares)
    if found.outcome:
        if found.effect in shares:
            return found.effect
        name = found.effect.path.partition(".")[2]
        raise NoPictureError(
            f"{name} is no share of people that is known in each arm; "
            + (f"name one of: {names}" if names else "see it with ipscost simulate")
        )
    if not shares:
        raise NoPictureError(
            f"{scenario.file} states no outcome that is a share of people, so there is nothing to "
            "count among 100; add one under outcome:, with unit: share"
        )
    return shares[0]
