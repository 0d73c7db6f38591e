"""What published results of a rollout may be of: lines of its programme, posts, and grants."""

from __future__ import annotations

import re

from ipscost.errors import nearest
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema import TargetKeys
from ipscost.messages import Message
from ipscost.scenario.rollout import GRANT, POSTS, PROGRAMME, SECTION
from ipscost.scenario.terms import OF_ROLLOUT
from ipscost.units import parse_unit

TOTAL = "cost"
"""The path of a target that names none: of a rollout, the programme as a whole."""


def is_of_rollout(at: Checked[TargetKeys]) -> bool:
    """True for a published result of a rollout; a year with any other one is refused."""
    if at.keys.what in OF_ROLLOUT:
        return True
    if at.keys.year is not None:
        message = Message("a year goes with: {whats}", whats=", ".join(OF_ROLLOUT))
        at["year"].refuse("E219", message, Message("take year out"))
    return False


def path_of(at: Checked[TargetKeys]) -> str:
    """The path that a published result of a rollout is of, the programme where none is named."""
    return SECTION if at.keys.path == TOTAL else at.keys.path


def check_of_rollout(at: Checked[TargetKeys], rollout: Cursor | None, reader: Reader) -> float:
    """Refuses a path that is not of the rollout, and a unit that does not go with it.

    Gives the factor from the money of the target to the scenario's. Money without a year, `DKK`, is
    that of the year it is paid in, and needs none.
    """
    keys, known = at.keys, _paths(rollout, at.keys.what)
    path = path_of(at)
    if path not in known:
        fix = nearest(path, known) if known else Message("add rollout: ... to the file")
        at.locate("path").refuse("E219", Message("unknown path {path}", path=path), fix)
    if keys.what == POSTS:
        return 1.0
    if keys.unit is None:
        message = Message("a {what} in money needs a unit, found none", what=keys.what)
        at.refuse("E102", message, Message("add unit: {money}", money=str(reader.money)))
        return 1.0
    if re.fullmatch("[A-Z]{3}", keys.unit):
        return 1.0
    here, unit = at["unit"], parse_unit(keys.unit)
    if unit.money is None or unit.per not in ((), ("person",)):
        message = Message("expected money, or money per person, found {unit}", unit=keys.unit)
        here.refuse("E211", message, Message("write {meant}", meant=str(reader.money)))
        return 1.0
    conversion = reader.convert(here, unit.money, here.span)
    return conversion.factor if conversion else 1.0


def _paths(rollout: Cursor | None, what: str) -> tuple[str, ...]:
    """The paths that a kind of result may have."""
    if rollout is None:
        return ()
    staff = rollout.get("staff")
    roles = _below(None if staff is None else staff.get("role"), f"{SECTION}.staff.role")
    if what == POSTS:
        return roles
    if what == GRANT:
        return _below(rollout.get("grant"), f"{SECTION}.grant")
    assert what == PROGRAMME
    lines = _below(rollout.get("line"), f"{SECTION}.line")
    overhead = () if staff is None or "overhead" not in staff else (f"{SECTION}.staff.overhead",)
    return (SECTION, *roles, *lines, *overhead)


def _below(at: Cursor | None, path: str) -> tuple[str, ...]:
    return () if at is None else tuple(f"{path}.{name}" for name in at)
