"""Costs of a rollout beside its posts: lines, a price of a place, and published prices."""

from __future__ import annotations

from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_rollout import GROWTH, SPREAD, LineKeys, PublishedKeys, RolloutKeys
from ipscost.loading.rollout.numbers import LINE, PLACE, RISE, Numbers
from ipscost.messages import Message
from ipscost.scenario.nouns import Quantity
from ipscost.scenario.rollout import Line, PublishedPrice

PER = {
    (): "once",
    ("year",): "year",
    ("post", "year"): "post_year",
    ("post",): "post",
    ("person",): "person",
}
"""What a line is for, by what its unit is per."""


def read_lines(at: Checked[RolloutKeys], numbers: Numbers, above: Inherited) -> tuple[Line, ...]:
    """The lines of a rollout; those that are wrong are left out, with a problem."""
    found = []
    for part in at.parts_of("line"):
        line = _line(part, numbers, above)
        if line is None:
            continue
        found.append(line)
        if line.per in ("post", "post_year") and at.keys.staff is None:
            message = Message(
                "{unit} is for each post, and there are no posts", unit=line.amount.unit
            )
            part.refuse_key("E320", message, Message("take {key} out", key=part.name))
    return tuple(found)


def _line(at: Checked[LineKeys], numbers: Numbers, above: Inherited) -> Line | None:
    amount = numbers.read(at, LINE, above)
    growth = numbers.read(at.get(GROWTH), RISE, above)
    if amount is None:
        return None
    per = PER[amount.unit.per]
    if at.keys.spread and per != "once":
        message = Message(
            "money that is spread over the programme is stated once, found {unit}", unit=amount.unit
        )
        at[SPREAD].refuse_key("E320", message, Message("take {key} out", key=SPREAD))
    return Line(
        name=at.name,
        label=label_of(at.keys.label, at.name),
        amount=amount,
        per=per,
        is_spread=at.keys.spread,
        has_overhead=at.keys.overhead,
        growth=growth,
    )


def read_place(at: Checked[RolloutKeys], numbers: Numbers, above: Inherited) -> Quantity | None:
    """The price of a place, or None where there is none; a place beside posts is refused."""
    here = at.get("place")
    if here is not None and at.keys.staff is not None:
        message = Message("the programme has two prices: that of its posts, and that of a place")
        fix = Message("take place out, or take staff out of rollout")
        here.refuse_key("E320", message, fix)
    return numbers.read(here, PLACE, above)


def read_published(
    at: Checked[RolloutKeys], numbers: Numbers, above: Inherited
) -> tuple[PublishedPrice, ...]:
    """The published prices."""
    found = []
    for part in at.parts_of("published"):
        keys: PublishedKeys = part.keys
        amount = numbers.read(part, PLACE, above)
        if amount is not None:
            label = label_of(keys.label, part.name)
            found.append(PublishedPrice(part.name, label, amount, keys.net, amount.note))
    return tuple(found)
