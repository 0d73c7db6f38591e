"""The published results that a scenario must reproduce, checked against its contents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ipscost.errors import nearest
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema import TargetKeys
from ipscost.loading.keys.typed import number_fix
from ipscost.loading.rollout.targets import check_of_rollout, is_of_rollout, path_of
from ipscost.loading.text.edits import named
from ipscost.loading.tree.categories import TreeReader
from ipscost.messages import Message
from ipscost.numerals import is_doubtful
from ipscost.scenario.nouns import Arm, Target
from ipscost.scenario.rollout import SECTION as ROLLOUT
from ipscost.scenario.terms import RATIOS_OF_SHARES
from ipscost.units import SHARE, Money, parse_unit
from ipscost.words.text import say

MONEY_WHATS = ("saving", "cost")


def read_targets(
    root: Checked[dict[str, Any]], arms: Mapping[str, Arm], tree: TreeReader, reader: Reader
) -> tuple[Target, ...]:
    """The targets of `reproduces:`; problems go to the reader's list."""
    rollout = root.get(ROLLOUT)
    targets = [_target(at, arms, tree, rollout, reader) for at in root.parts_of("reproduces")]
    return tuple(target for target in targets if target is not None)


def _target(
    at: Checked[TargetKeys],
    arms: Mapping[str, Arm],
    tree: TreeReader,
    rollout: Cursor | None,
    reader: Reader,
) -> Target | None:
    """One target, or None if something about it is wrong."""
    before, keys = len(reader.problems), at.keys
    of_rollout, factor, path = is_of_rollout(at), 1.0, keys.path
    if keys.arm not in arms:
        at["arm"].refuse("E202", Message("unknown arm {arm}", arm=keys.arm), named(keys.arm, arms))
    elif arms[keys.arm].reference and keys.what not in ("cost", "outcome"):
        message = Message(
            "a {what} is against the reference, so it cannot be of {arm} itself",
            what=keys.what,
            arm=keys.arm,
        )
        others = ", ".join(name for name in arms if name != keys.arm)
        at["arm"].refuse("E219", message, Message("use one of: {others}", others=others))
    known = ("cost", *sorted(tree.paths | set(tree.groups)))
    if of_rollout:
        factor, path = check_of_rollout(at, rollout, reader), path_of(at)
    elif keys.path not in known:
        at.locate("path").refuse(
            "E219", Message("unknown path {path}", path=keys.path), nearest(keys.path, known)
        )
    elif (keys.what == "outcome") != keys.path.startswith("outcome.") and (
        keys.what in (*MONEY_WHATS, "probability", "outcome")
    ):
        message = Message("{what} does not go with the path {path}", what=keys.what, path=keys.path)
        fix = Message("write outcome")
        if not keys.path.startswith("outcome."):
            fix = Message("use one of: saving, cost, probability")
        at["what"].refuse("E219", message, fix)
    else:
        _check_ratio(at, tree)
    _check_notes(at)
    if not of_rollout:
        factor = _factor(at, reader)
    _doubt_marks(at)
    name, _, place = keys.source.partition(" ")
    sources = reader.sources
    if sources is not None and name not in sources:
        at["source"].refuse(
            "E206", Message("unknown source {name}", name=name), nearest(name, tuple(sources))
        )
    if len(reader.problems) > before or sources is None:
        return None
    return Target(
        what=keys.what,
        path=path,
        arm=keys.arm,
        value=keys.value,
        to=keys.to,
        unit=keys.unit or "",
        factor=factor,
        source=sources[name],
        place=place.strip(),
        note=text_of(keys.note),
        by_construction=keys.by_construction,
        span=at["value"].span,
        calibrated=keys.calibrated,
        within=keys.within,
        bound=keys.bound or "",
        disagrees=keys.disagrees,
        year=keys.year,
    )


def _check_ratio(at: Checked[TargetKeys], tree: TreeReader) -> None:
    """Refuses a ratio of what is no share, and an end of the interval of anything but a ratio."""
    keys = at.keys
    shares = [each.path for each in tree.read_outcomes if each.unit == SHARE]
    if keys.what in RATIOS_OF_SHARES and keys.path not in shares:
        message = Message(
            "a {what} is of the share of people with an outcome, and {path} is none",
            what=keys.what,
            path=keys.path,
        )
        fix = Message("write relative, or write difference")
        if shares and "path" in at:
            at["path"].refuse("E219", message, nearest(keys.path, shares))
        else:
            at["what"].refuse("E219", message, fix)
    elif keys.bound and keys.what not in RATIOS_OF_SHARES:
        message = Message("bound is an end of the interval of a risk_ratio or odds_ratio")
        at["bound"].refuse("E219", message, Message("take bound out"))


def _check_notes(at: Checked[TargetKeys]) -> None:
    """Refuses a result that is known not to agree without a word of why, or in two ways."""
    keys = at.keys
    if keys.within is not None and keys.disagrees:
        message = Message("a result that disagrees is not held to within how much")
        at["within"].refuse("E219", message, Message("take within out, or take disagrees out"))
    elif keys.within is not None and keys.note is None:
        message = Message("a result that is known to be off needs a note that says why, found none")
        at["within"].refuse(
            "E219", message, Message("add note: ... (why it is off), or take within out")
        )
    elif keys.disagrees and keys.note is None:
        message = Message("a result that disagrees needs a note that says with what, found none")
        at["disagrees"].refuse(
            "E219", message, Message("add note: ... (what disagrees), or take disagrees out")
        )


def _doubt_marks(at: Checked[TargetKeys]) -> None:
    """Warns of `72.000` in money, which in Danish is 72000."""
    for key in ("value", "to"):
        text = at.locate(key).text
        if at.keys.unit is not None and is_doubtful(text.lstrip("-")):
            at[key].doubt("W402", say("doubt_point", text=text), number_fix(text))


def _factor(at: Checked[TargetKeys], reader: Reader) -> float:
    """The factor from a target's own money to the scenario's money."""
    keys = at.keys
    is_money = keys.what in MONEY_WHATS or (
        keys.what == "difference" and keys.path.startswith("cost")
    )
    if not is_money:
        return 1.0
    if reader.money is None:
        return 1.0
    if keys.unit is None:
        message = Message("a {what} in money needs a unit, found none", what=keys.what)
        at.refuse("E102", message, Message("add unit: {money}", money=reader.money))
        return 1.0
    if re.fullmatch(r"[A-Z]{3}", keys.unit):
        money: Money | None = Money(keys.unit, reader.money.year)
    else:
        unit = parse_unit(keys.unit)
        money = unit.money if unit.per in ((), ("person",)) else None
    here = at["unit"]
    if money is None:
        message = Message("expected money, or money per person, found {unit}", unit=keys.unit)
        here.refuse("E211", message, Message("write {meant}", meant=reader.money))
        return 1.0
    conversion = reader.convert(here, money, here.span)
    return conversion.factor if conversion else 1.0
