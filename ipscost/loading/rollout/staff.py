"""The posts of a rollout: their roles, what comes on top of salaries, and the caseload."""

from __future__ import annotations

from dataclasses import replace

from ipscost.errors import nearest
from ipscost.loading.amounts.arms import below
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import SET
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_rollout import EmployerKeys, RoleKeys, StaffKeys
from ipscost.loading.rollout.numbers import (
    CLIENTS,
    CLIENTS_A_YEAR,
    MONTHS,
    ON_TOP,
    PART,
    POSTS,
    POSTS_PER,
    SALARY,
    Numbers,
)
from ipscost.messages import Message
from ipscost.scenario.nouns import Quantity
from ipscost.scenario.rollout import Role, Staff, Support

AGREES = 0.01
"""Clients a year that differ by less from what caseload and months make are rounded, and agree."""


def read_staff(
    at: Checked[StaffKeys] | None, numbers: Numbers, support: Support | None, above: Inherited
) -> Staff | None:
    """The posts, or None where there are none or something is wrong with them."""
    if at is None:
        return None
    own = below(at, above)
    roles = _roles(at, numbers, own)
    employer, over = _employer(at, numbers, own)
    staff = Staff(
        roles=roles,
        caseload=numbers.read(at.get("caseload"), CLIENTS, own),
        clients_per_year=numbers.read(at.get("clients_per_year"), CLIENTS_A_YEAR, own),
        whole=at.keys.posts == "whole",
        hired_ahead=numbers.read(at.get("hired_ahead"), MONTHS, own),
        vacancy=numbers.read(at.get("vacancy"), PART, own),
        employer=employer,
        employer_above=over,
        pension=numbers.read(at.get("pension"), ON_TOP, own),
        overhead=numbers.read(at.get("overhead"), ON_TOP, own),
    )
    if roles and not _is_agreed(at, staff, support):
        return replace(staff, clients_per_year=None)
    return staff


# --- roles -------------------------------------------------------------------------------------


def _roles(at: Checked[StaffKeys], numbers: Numbers, above: Inherited) -> tuple[Role, ...]:
    """The roles, the first of which has the clients."""
    names = tuple(at.keys.role)
    section = at.part("role")
    if section is None or not names:
        message = Message("expected the kinds of post, found none")
        fix = Message("add specialist: {{salary: ...}} to {path}", path=f"{at.path}.role")
        at["role"].refuse("E324", message, fix)
        return ()
    found = []
    for part in section.parts():
        role = _role(part, names, numbers, above)
        if role is not None:
            found.append(role)
    _check_circles(section, {role.name: role for role in found})
    return tuple(found) if len(found) == len(names) else ()


def _role(
    at: Checked[RoleKeys], names: tuple[str, ...], numbers: Numbers, above: Inherited
) -> Role | None:
    """One role, or None where its salary is wrong."""
    keys, first, own = at.keys, names[0], below(at, above)
    is_first = at.name == first
    salary = numbers.read(at["salary"], SALARY, own)
    per = numbers.read(at.get("per"), POSTS_PER, own)
    posts = numbers.read(at.get("posts"), POSTS, own)
    if is_first and "per" in at:
        message = Message(
            "the first role has a post for each caseload of clients, and none per post"
        )
        at["per"].refuse_key("E324", message, Message("take {key} out", key="per"))
    elif "per" in at and "posts" in at:
        message = Message("expected per or posts, found both")
        at["posts"].refuse_key("E324", message, Message("take {key} out", key="posts"))
    elif not is_first and "per" not in at and "posts" not in at:
        message = Message("it is not said how many posts of {role} there are", role=at.name)
        fix = Message(
            "add per: ... (posts of {first} for one of these), or add posts: ...", first=first
        )
        at.refuse_key("E324", message, fix)
    of = "" if is_first or "posts" in at else first
    if "of" in at:
        of = keys.of or first
        if is_first or "posts" in at:
            message = Message(
                "of belongs to per, which says how many posts of that role there are for one"
            )
            at["of"].refuse_key("E324", message, Message("take {key} out", key="of"))
        elif of not in names:
            others = tuple(name for name in names if name != at.name)
            at["of"].refuse("E327", Message("unknown role {name}", name=of), nearest(of, others))
    if salary is None:
        return None
    return Role(at.name, label_of(keys.label, at.name), salary, per, of, posts)


def _check_circles(section: Checked[dict[str, RoleKeys]], roles: dict[str, Role]) -> None:
    """Refuses roles whose numbers of posts hang on one another in a circle."""
    first = next(iter(roles), "")
    told = set[str]()
    for name in roles:
        way, here = [name], name
        while (here := roles[here].of if here in roles else "") and here not in way:
            way.append(here)
        if not here or here not in way or told & set(way):
            continue
        told |= set(way)
        circle = [*way[way.index(here) :], here]
        message = Message("posts hang on one another in a circle: {roles}", roles=", ".join(circle))
        last = section[circle[-2]]
        fix = Message("write {meant}", meant=first)
        if "of" in last:
            last["of"].refuse("E324", message, fix)


# --- on top of salaries ------------------------------------------------------------------------


def _employer(
    at: Checked[StaffKeys], numbers: Numbers, above: Inherited
) -> tuple[Quantity | None, Quantity | None]:
    """The employer's share of a salary, and the part of a salary that it leaves out."""
    here = at.get("employer")
    if here is None or not here.is_mapping or not ("share" in here or "above" in here):
        return numbers.read(here, ON_TOP, above), None
    part = here.read(EmployerKeys)
    if part is None:
        return None, None
    own = below(part, above)
    return (
        numbers.read(part["share"], ON_TOP, own),
        numbers.read(part.get("above"), SALARY, own),
    )


# --- the caseload ------------------------------------------------------------------------------


def _is_agreed(at: Checked[StaffKeys], staff: Staff, support: Support | None) -> bool:
    """Refuses posts that nothing says the number of, and clients a year that do not agree.

    False where --set changes what the clients a year follow from, and they are left behind.
    """
    is_stated = "caseload" in at or "clients_per_year" in at
    first = staff.roles[0].name
    if not is_stated and staff.roles[0].posts is None:
        message = Message("it is not said how many clients a post of {role} has", role=first)
        fix = Message("add caseload: ... (clients at a time), or add clients_per_year: ...")
        at.refuse_key("E324", message, fix)
        return True
    caseload, a_year = staff.caseload, staff.clients_per_year
    if caseload is None or a_year is None or support is None:
        return True
    made = 12 * caseload.value / support.months.value
    if abs(a_year.value - made) <= AGREES * made:
        return True
    if support.months.span.file == SET and a_year.span.file != SET:
        return False
    message = Message(
        "{clients:g} clients a year do not agree with a caseload of {caseload:g} and {months:g} "
        "months of support, which make {made:.4g}",
        clients=a_year.value,
        caseload=caseload.value,
        months=support.months.value,
        made=made,
    )
    here = at["clients_per_year"]
    value = here.get("mean") or here
    fix = Message(
        "write {made:.4g} for {text}, or take {way} out (it follows)",
        made=made,
        text=value.text,
        way="clients_per_year",
    )
    value.refuse("E325", message, fix)
    return True
