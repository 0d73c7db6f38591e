"""The published results that a scenario must reproduce, checked against what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ipscost.errors import nearest
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.keys.schema import TargetKeys
from ipscost.loading.keys.typed import number_fix
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import named
from ipscost.loading.tree.categories import TreeReader
from ipscost.numerals import is_doubtful
from ipscost.scenario.nouns import Arm, Target
from ipscost.units import Money, parse_unit
from ipscost.words.text import say

MONEY_WHATS = ("saving", "cost")


def read_targets(
    found: Mapping[str, Any],
    root: yamldoc.Mapping,
    arms: Mapping[str, Arm],
    tree: TreeReader,
    reader: Reader,
) -> tuple[Target, ...]:
    """The targets of `reproduces:`; what does not fit goes to the reader's problems."""
    block = root.get("reproduces")
    if not isinstance(block, yamldoc.Sequence):
        return ()
    targets: list[Target] = []
    for index, keys in enumerate(found.get("reproduces") or []):
        node = block.items[index]
        assert isinstance(node, yamldoc.Mapping)
        target = _target(keys, node, f"reproduces.{index}", arms, tree, reader)
        if target is not None:
            targets.append(target)
    return tuple(targets)


def _target(
    keys: TargetKeys,
    node: yamldoc.Mapping,
    path: str,
    arms: Mapping[str, Arm],
    tree: TreeReader,
    reader: Reader,
) -> Target | None:
    """One target, or None where something about it is wrong."""
    before = len(reader.problems)
    if keys.arm not in arms:
        fix = named(keys.arm, arms)
        reader.refuse(node["arm"].span, "E202", f"{path}.arm", f"unknown arm {keys.arm}", fix)
    elif arms[keys.arm].reference and keys.what not in ("cost", "outcome"):
        message = f"a {keys.what} is against the reference, so it cannot be of {keys.arm} itself"
        others = ", ".join(name for name in arms if name != keys.arm)
        fix = f"use one of: {others}"
        reader.refuse(node["arm"].span, "E219", f"{path}.arm", message, fix)
    known = ("cost", *sorted(tree.paths | set(tree.groups)))
    if keys.path not in known:
        message = f"unknown path {keys.path}"
        span = (node.get("path") or node).span
        reader.refuse(span, "E219", f"{path}.path", message, nearest(keys.path, known))
    elif (keys.what == "outcome") != keys.path.startswith("outcome.") and (
        keys.what in (*MONEY_WHATS, "probability", "outcome")
    ):
        message = f"{keys.what} does not go with the path {keys.path}"
        fix = "write outcome"
        if not keys.path.startswith("outcome."):
            fix = "use one of: saving, cost, probability"
        reader.refuse(node["what"].span, "E219", f"{path}.what", message, fix)
    if keys.within is not None and keys.note is None:
        message = "a result that is known to be off needs a note that says why, found none"
        fix = "add note: ... (why it is off), or take within out"
        reader.refuse(node["within"].span, "E219", f"{path}.within", message, fix)
    factor = _factor(keys, node, path, reader)
    _doubt_marks(keys, node, path, reader)
    name, _, place = keys.source.partition(" ")
    sources = reader.sources
    if sources is not None and name not in sources:
        fix = nearest(name, tuple(sources))
        reader.refuse(node["source"].span, "E206", f"{path}.source", f"unknown source {name}", fix)
    if len(reader.problems) > before or sources is None:
        return None
    return Target(
        what=keys.what,
        path=keys.path,
        arm=keys.arm,
        value=keys.value,
        to=keys.to,
        unit=keys.unit or "",
        factor=factor,
        source=sources[name],
        place=place.strip(),
        note=text_of(keys.note),
        by_construction=keys.by_construction,
        span=node["value"].span,
        calibrated=keys.calibrated,
        within=keys.within,
    )


def _doubt_marks(keys: TargetKeys, node: yamldoc.Mapping, path: str, reader: Reader) -> None:
    """Warns of `72.000` in money, which in Danish is 72000."""
    for key in ("value", "to"):
        child = node.get(key)
        is_open = isinstance(child, yamldoc.Scalar) and is_doubtful(child.text.lstrip("-"))
        if keys.unit is not None and isinstance(child, yamldoc.Scalar) and is_open:
            doubt = say("doubt_point", text=child.text)
            reader.doubt(child.span, "W402", f"{path}.{key}", doubt, number_fix(child.text))


def _factor(keys: TargetKeys, node: yamldoc.Mapping, path: str, reader: Reader) -> float:
    """What a target in its own money is multiplied by to be in the scenario's money."""
    is_money = keys.what in MONEY_WHATS or (
        keys.what == "difference" and keys.path.startswith("cost")
    )
    if not is_money:
        return 1.0
    if reader.money is None:
        return 1.0
    if keys.unit is None:
        fix = f"add unit: {reader.money}"
        message = f"a {keys.what} in money needs a unit, found none"
        reader.refuse(node.span, "E102", path, message, fix)
        return 1.0
    span = node["unit"].span
    if re.fullmatch(r"[A-Z]{3}", keys.unit):
        money: Money | None = Money(keys.unit, reader.money.year)
    else:
        unit = parse_unit(keys.unit)
        money = unit.money if unit.per in ((), ("person",)) else None
    if money is None:
        message = f"expected money, or money per person, found {keys.unit}"
        reader.refuse(span, "E211", f"{path}.unit", message, f"write {reader.money}")
        return 1.0
    conversion = reader.convert(money, span, f"{path}.unit")
    return conversion.factor if conversion else 1.0
