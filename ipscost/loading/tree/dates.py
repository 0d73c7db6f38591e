"""Amounts that change on a date: what a category says of each time, and rates of such amounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.schema_rollout import CalendarMonth
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.dated import DATED, FROM
from ipscost.loading.text.edits import SOURCE
from ipscost.loading.text.variants import merge
from ipscost.messages import Message
from ipscost.scenario.in_force import ALWAYS, InForce, month_text, name_of, periods
from ipscost.scenario.nouns import Category
from ipscost.scenario.rollout import Month
from ipscost.words.text import Text, say

IN_FORCE, UNTIL = "in_force", "until"
OF_ALL = ("note",)
"""What a category says once, whatever holds later."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a category says of a time: all its keys, as they stand then."""

    name: str
    in_force: InForce
    at: Cursor


def versions(at: Cursor, arms: Sequence[str]) -> list[Version]:
    """What a category with dates says before the first of them, and from each on.

    Each states what differs from what holds before it. The numbers before the first date have their
    paths in the category itself, and those that a date states have them below its name,
    `cost.benefits.from_2025_07.ips`. Empty if a date is malformed.
    """
    dated, before = at[DATED], at.problems.errors()
    example = f"{{{FROM}: 2025-07, {arms[-1]}: {{mean: ..., {SOURCE}}}}}"
    if not dated.items():
        found = Message("none") if isinstance(dated.node, yamldoc.Sequence) else dated.shape
        message = Message(
            "expected a list of dates and what changes on each, found {shape}", shape=found
        )
        dated.refuse("E238", message, Message("write [{example}]", example=example))
        return []
    months = list[Month]()
    for item in dated.items():
        month = _month(item, months[-1] if months else None, example)
        if month is not None:
            months.append(month)
    if at.problems.errors() > before:
        return []
    node = _without(at.mapping, (DATED,))
    first, *later = periods(months)
    found_versions = [Version(name_of(first), first, at.with_node(node))]
    for item, period in zip(dated.items(), later, strict=True):
        node = merge(_without(item.mapping, (FROM,)), _without(node, OF_ALL))
        name = name_of(period)
        here = Cursor(node, f"{at.path}.{name}", at.problems, at.name, item.span)
        found_versions.append(Version(name, period, here))
    return found_versions


def stated_period(at: Cursor) -> InForce | None:
    """When a category says itself that its amounts hold, `in_force`; None where it says nothing."""
    here = at.get(IN_FORCE)
    if here is None:
        return None
    ends: dict[str, Month] = {}
    for key in here:
        if key not in (FROM, UNTIL):
            here.refuse_unknown(key, (FROM, UNTIL))
        elif (month := _read_month(here[key])) is not None:
            ends[key] = month
    if not list(here):
        found = Message("none") if here.is_mapping else here.shape
        message = Message("expected the first month, the last or both, found {shape}", shape=found)
        here.refuse(
            "E238", message, Message("write {{from: 2025-07}}, or write {{until: 2025-06}}")
        )
    period = InForce(ends.get(FROM), ends.get(UNTIL))
    if period.both(ALWAYS) is None:
        message = Message("{last} comes before {first}", last=period.last, first=period.first)
        fix = Message("write a month such as {later}", later=period.first)
        here[UNTIL].refuse("E238", message, fix)
    return period


def _read_month(at: Cursor) -> Month | None:
    month: Month | None = findings.read(CalendarMonth, at.node, at.path, at.problems)
    return month


def _month(item: Cursor, before: Month | None, example: str) -> Month | None:
    """The month from which an item of the list holds; None if something is wrong with it."""
    if not item.is_mapping:
        message = Message("expected a date and what changes then, found {shape}", shape=item.shape)
        item.refuse("E238", message, Message("write {example}", example=example))
        return None
    if FROM not in item:
        message = Message("expected the key {key}, found none", key=FROM)
        item.refuse("E102", message, Message("add from: 2025-07"))
        return None
    at = item[FROM]
    month = _read_month(at)
    if month is None:
        return None
    if before is not None and month <= before:
        message = Message(
            "{month} does not come after {before}, which stands before it",
            month=month,
            before=before,
        )
        fix = Message(
            "write a month such as {later}; the dates stand in order of time",
            later=Month.of(before.number + 1),
        )
        at.refuse("E238", message, fix)
    if DATED in item:
        message = Message("what changes on a date has no dates of its own")
        item[DATED].refuse_key("E238", message, Message("take {key} out", key=DATED))
    if set(item) <= {FROM, "label", *OF_ALL}:
        message = Message("nothing changes in {month}", month=month)
        fix = Message("add {example}", example=example.partition(", ")[2][:-1])
        item.refuse("E238", message, fix)
    return month


def _without(node: yamldoc.Mapping, keys: Sequence[str]) -> yamldoc.Mapping:
    """A mapping without some of its keys."""
    kept = {key: node[key] for key in node if key not in keys}
    return yamldoc.Mapping(kept, {key: node.keys[key] for key in kept}, node.span, node.was)


def need_start(root: Cursor, dated: Sequence[Cursor]) -> None:
    """Refuses amounts that change on a date where nothing says when the person starts."""
    if dated and not ("starts" in root or "rollout" in root):
        message = Message("amounts change on a date, and nothing says when the person starts")
        fix = Message("add starts: 2025-01 to the file (the month in which the person starts)")
        dated[0].refuse_key("E238", message, fix)


def labelled(label: Text, period: InForce) -> Text:
    """A label, and until and from when what it names is in force."""
    first, last = period.first, period.last
    if first is None and last is None:
        return label
    if first is None:
        assert last is not None
        return say("in_force_until", label=label, last=month_text(last))
    if last is None:
        return say("in_force_from", label=label, first=month_text(first))
    return say("in_force_between", label=label, first=month_text(first), last=month_text(last))


def by_period(category: Category, others: Sequence[Category]) -> list[Category]:
    """A rate of categories that are in force at different times, a category for each time.

    Each is a rate of those that are in force then. One whose others are in force at the same times
    is itself alone.
    """
    own = category.in_force or ALWAYS
    dated = [other.in_force for other in others if other.in_force is not None]
    cuts = {each.first for each in dated if each.first is not None}
    cuts |= {Month.of(each.last.number + 1) for each in dated if each.last is not None}
    parts = list[Category]()
    for period in periods(sorted(cuts)):
        time = period.both(own)
        if time is None:
            continue
        of = tuple(
            other.path for other in others if (other.in_force or ALWAYS).both(time) is not None
        )
        if not of:
            continue
        parts.append(
            replace(
                category,
                path=f"{category.path}.{name_of(period)}",
                label=labelled(category.label, period),
                of=of,
                in_force=time,
            )
        )
    if len(parts) < 2:
        return [replace(each, path=category.path, label=category.label) for each in parts]
    return parts
