"""A rollout from its section: its dates, and all its parts together."""

from __future__ import annotations

import math

from ipscost.loading.amounts.arms import below
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_rollout import RolloutKeys
from ipscost.loading.rollout.around import Around
from ipscost.loading.rollout.financing import read_financing, read_indexation
from ipscost.loading.rollout.grants import read_grants
from ipscost.loading.rollout.intake import read_intake, read_support
from ipscost.loading.rollout.lines import read_lines, read_place, read_published
from ipscost.loading.rollout.names import arm_of, outcome_of, payer_of
from ipscost.loading.rollout.numbers import ON_TOP, Numbers
from ipscost.loading.rollout.staff import read_staff
from ipscost.messages import Message
from ipscost.scenario.rollout import Month, Rollout, Staff

MOST_YEARS = 100
"""Accounts may be as long as a horizon: 1,200 months."""


def read_rollout(at: Checked[RolloutKeys] | None, reader: Reader, around: Around) -> Rollout | None:
    """The rollout of the section, or None where there is none or something is wrong with it."""
    if at is None:
        return None
    before, keys = at.problems.errors(), at.keys
    numbers, own = Numbers(reader), below(at)
    arm, payer, outcome = arm_of(at, around), payer_of(at, around), outcome_of(at, around)
    intake = read_intake(at.part("intake"), numbers, own)  # type: ignore[arg-type]
    support = read_support(at.part("support"), numbers, own)
    staff = read_staff(at.part("staff"), numbers, support, own)
    _check_support(at)
    place, lines = read_place(at, numbers, own), read_lines(at, numbers, own)
    years = _years(at, staff, around)
    if not _are_dates_right(at, years, around):
        years = range(10_000)  # nothing is told twice
    grants = read_grants(at, numbers, around, years, own)
    financing = read_financing(at.part("financing"), reader, around)
    indexation = read_indexation(at.part("indexation"), numbers, own)
    published = read_published(at, numbers, own)
    between = numbers.read(at.get("between_sites"), ON_TOP, own)
    if at.problems.errors() > before or intake is None:
        return None
    return Rollout(
        arm=arm,
        starts=keys.starts,
        until=keys.until,
        intake=intake,
        support=support,
        staff=staff,
        place=place,
        lines=lines,
        payer=payer,
        grants=grants,
        financing=financing,
        indexation=indexation,
        published=published,
        between_sites=between,
        outcome=outcome,
        note=text_of(keys.note),
        span=at.key,
        places={
            **at.mapping.keys,
            **{f"intake.{key}": at["intake"][key].key for key in at["intake"]},
        },
    )


def _check_support(at: Checked[RolloutKeys]) -> None:
    """Refuses posts where it is not said how long a person is supported by them."""
    if at.keys.staff is not None and at.keys.support is None:
        message = Message("posts need to know how long a person is supported")
        fix = Message("add support: {{months: ...}} to rollout")
        at["staff"].refuse_key("E320", message, fix)


# --- dates -------------------------------------------------------------------------------------


def _years(at: Checked[RolloutKeys], staff: Staff | None, around: Around) -> range:
    """The calendar years of the accounts, from the first post that is filled ahead."""
    keys = at.keys
    ahead = staff.hired_ahead.value if staff is not None and staff.hired_ahead else 0.0
    first = Month.of(keys.starts.number - math.ceil(ahead))
    last = keys.until
    if last is None:
        last = Month.of(keys.starts.number + keys.intake.months - 1 + (around.months or 0))
    return range(first.year, max(last.year, first.year) + 1)


def _are_dates_right(at: Checked[RolloutKeys], years: range, around: Around) -> bool:
    """Refuses accounts that end before they begin, or begin before prices are known."""
    before = at.problems.errors()
    starts, until = at.keys.starts, at.keys.until
    if until is not None and until.number < starts.number:
        message = Message(
            "the accounts end in {until}, before people start in {starts}",
            until=until,
            starts=starts,
        )
        last = Month.of(starts.number + at.keys.intake.months - 1)
        fix = Message("write {meant}", meant=f"{last.year}-12")
        at["until"].refuse("E321", message, fix)
    elif until is not None and until.number - starts.number > 12 * MOST_YEARS:
        message = Message(
            "the accounts end in {until}, more than {most} years after people start",
            until=until,
            most=MOST_YEARS,
        )
        last = Month.of(starts.number + at.keys.intake.months - 1)
        at["until"].refuse("E321", message, Message("write {meant}", meant=f"{last.year}-12"))
    money, prices = around.money, around.prices
    changes = {} if money is None or prices is None else prices.change.get(money.currency, {})
    first = min(changes) - 1 if changes else years[0]
    if money is not None and years[0] < first:
        message = Message(
            "the rollout begins in {year}, and prices in {currency} are known from {first}",
            year=years[0],
            currency=money.currency,
            first=first,
        )
        near = Month(starts.year + first - years[0], starts.month)
        at["starts"].refuse("E322", message, Message("write {meant}", meant=near))
    return at.problems.errors() == before
