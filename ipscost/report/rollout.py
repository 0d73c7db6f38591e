"""What each number of a rollout is called, and what the accounts make of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipscost.report.uses import Names, values_of
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.rollout import PRICES, WAGES, Grant, Line, Role, Rollout
from ipscost.words.text import Words, say


@dataclass(frozen=True, slots=True)
class RolloutName(Names):
    """What a number of a rollout is called, how it is read, and what it is `used` for."""

    used: Words


def rollout_names(rollout: Rollout) -> dict[str, RolloutName]:
    """What each number that is stated is called, by path, in the order of the format."""
    found: dict[str, RolloutName] = {}
    for number, named in _stated(rollout):
        if number is not None:
            found.setdefault(number.path, named(number))
    return found


@dataclass(frozen=True, slots=True)
class _As:
    """How a number is named: by its `role`, with `values` in the words; what it is `used` for."""

    role: str
    values: dict[str, Words]
    used: str = ""

    def __call__(self, number: Quantity) -> RolloutName:
        label = say(f"rollout_label_{self.role}", **self.values)
        return RolloutName(
            label,
            say(f"rollout_subject_{self.role}", **self.values),
            say("read_mean", label=label, **values_of(number)),
            say(f"rollout_used_{self.used or self.role}", **self.values),
        )


def _stated(rollout: Rollout) -> Iterator[tuple[Quantity | None, _As]]:
    """Each number, or None in its place, and how it is named."""
    intake, support, staff = rollout.intake, rollout.support, rollout.staff
    for role in ("target", "recruitment", "ramp_up", "delay", "of"):
        yield getattr(intake, role), _As(role, {})
    if support is not None:
        yield support.months, _As("support_months", {})
        yield support.leaving, _As("leaving", {})
    if staff is not None:
        for role in ("caseload", "clients_per_year", "hired_ahead", "vacancy"):
            yield getattr(staff, role), _As(role, {})
        for each in staff.roles:
            yield from _of_role(each, staff.roles)
        for role in ("employer", "employer_above", "pension", "overhead"):
            yield getattr(staff, role), _As(role, {})
    yield rollout.place, _As("place", {})
    for line in rollout.lines:
        yield from _of_line(line)
    for price in rollout.published:
        yield price.amount, _As("published", {"label": price.label})
    for grant in rollout.grants:
        yield from _of_grant(grant)
    if rollout.financing is not None:
        yield rollout.financing.share, _As("share", {})
    rates = {} if rollout.indexation is None else rollout.indexation.rates
    for what, rate in rates.items():
        if what in (PRICES, WAGES):
            yield rate, _As(what, {})
        else:
            yield rate, _As("kind", {"kind": what})
    yield rollout.between_sites, _As("between_sites", {})


def _of_role(role: Role, roles: tuple[Role, ...]) -> Iterator[tuple[Quantity | None, _As]]:
    """The numbers of a role."""
    below = next((other.label for other in roles if other.name == role.of), "")
    yield role.salary, _As("salary", {"label": role.label})
    yield role.per, _As("per", {"label": role.label, "of": below})
    yield role.posts, _As("posts", {"label": role.label})


def _of_line(line: Line) -> Iterator[tuple[Quantity | None, _As]]:
    """The numbers of a line."""
    used = "spread" if line.is_spread else line.per
    yield line.amount, _As("line", {"label": line.label}, f"line_{used}")
    yield line.growth, _As("growth", {"label": line.label})


def _of_grant(grant: Grant) -> Iterator[tuple[Quantity | None, _As]]:
    """The numbers of a grant."""
    years = [*grant.amounts]
    for year, amount in grant.amounts.items():
        when = f"{years[0]}-{years[-1]}" if grant.shares and len(years) > 1 else str(year)
        yield amount, _As("grant", {"label": grant.label, "year": when})
    used = f"own_share_{grant.unspent}"
    yield grant.own_share, _As("own_share", {"label": grant.label}, used)
