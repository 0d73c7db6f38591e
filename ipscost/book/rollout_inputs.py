"""The numbers of a rollout for the sheet of inputs: groups of them, and what each is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.rollout import Grant, Rollout
from ipscost.words import say
from ipscost.words.text import tell

Named = tuple[Quantity | None, str]


@dataclass(frozen=True, slots=True)
class RolloutGroup:
    """Numbers under a heading, each with what it is called.

    fixed: the paths of those that decide how the workbook is built, or that it does not need.
    """

    heading: str
    numbers: tuple[tuple[Quantity, str], ...]
    fixed: frozenset[str]


def groups_of(scenario: Scenario, language: str) -> Iterator[RolloutGroup]:
    """The known numbers of a scenario's rollout, each once; no groups without one."""
    rollout = scenario.rollout
    if rollout is None:
        return
    seen = {number.path for number in scenario.quantities}
    for key, named in _Groups(scenario, rollout, language).all():
        numbers = []
        for number, label in named:
            if number is not None and number.is_known and number.path not in seen:
                seen.add(number.path)
                numbers.append((number, label))
        if numbers:
            heading = say(f"book_rollout_{key}", language)
            yield RolloutGroup(heading, tuple(numbers), _fixed(rollout))


def _fixed(rollout: Rollout) -> frozenset[str]:
    """The paths of the numbers that cannot be changed in a workbook."""
    found = [rollout.intake.of, rollout.between_sites]
    if rollout.staff is not None:
        found.append(rollout.staff.hired_ahead)
        if rollout.staff.caseload is not None:  # from which the clients a year follow
            found.append(rollout.staff.clients_per_year)
    return frozenset(number.path for number in found if number is not None)


class _Groups:
    """The numbers by what they are of, in the order of the format."""

    def __init__(self, scenario: Scenario, rollout: Rollout, language: str) -> None:
        self.scenario, self.rollout, self.language = scenario, rollout, language

    def say(self, key: str, **values: object) -> str:
        """What a number is called."""
        return say(f"rollout_label_{key}", self.language, **values)

    def all(self) -> Iterator[tuple[str, Sequence[Named]]]:
        """The groups, each with its heading."""
        yield "intake", self._intake()
        yield "costs", [*self._staff(), *self._lines()]
        yield "grants", [each for grant in self.rollout.grants for each in self._grant(grant)]
        yield "financing", self._financing()
        yield "prices", self._prices()

    def _intake(self) -> list[Named]:
        intake, support = self.rollout.intake, self.rollout.support
        keys = ("recruitment", "ramp_up", "delay", "of")
        found: list[Named] = [(intake.target, self.say("target"))]
        found += [(getattr(intake, key), self.say(key)) for key in keys]
        if support is not None:
            found += [(support.months, self.say("support_months"))]
            found += [(support.leaving, self.say("leaving"))]
        return [*found, (self.rollout.between_sites, self.say("between_sites"))]

    def _staff(self) -> list[Named]:
        staff, found = self.rollout.staff, list[Named]()
        if staff is None:
            return found
        keys = ("caseload", "clients_per_year", "hired_ahead", "vacancy")
        found += [(getattr(staff, key), self.say(key)) for key in keys]
        for role in staff.roles:
            label = tell(role.label, self.language)
            of_role = ("salary", "per", "posts")
            found += [(getattr(role, key), self.say(key, label=label)) for key in of_role]
        keys = ("employer", "employer_above", "pension", "overhead")
        return found + [(getattr(staff, key), self.say(key)) for key in keys]

    def _lines(self) -> list[Named]:
        found: list[Named] = [(self.rollout.place, self.say("place"))]
        for line in self.rollout.lines:
            label = tell(line.label, self.language)
            found += [(line.amount, self.say("line", label=label))]
            found += [(line.growth, self.say("growth", label=label))]
        return found

    def _grant(self, grant: Grant) -> list[Named]:
        label = tell(grant.label, self.language)
        alone = len({number.path for number in grant.amounts.values()}) == 1
        found: list[Named] = [
            (number, label if alone else self.say("grant", label=label, year=year))
            for year, number in grant.amounts.items()
        ]
        return [*found, (grant.own_share, self.say("own_share", label=label))]

    def _financing(self) -> list[Named]:
        how = self.rollout.financing
        return [] if how is None else [(how.share, self.say("share"))]

    def _prices(self) -> list[Named]:
        indexation = self.rollout.indexation
        rates = {} if indexation is None else indexation.rates
        return [
            (rate, self.say("kind", kind=name) if name in KINDS else self.say(name))
            for name, rate in rates.items()
        ]
