"""Variants of a scenario that a command line states: `--vs 'Dearer: cost.programme.ips=1500'`."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipscost.errors import AskedError

if TYPE_CHECKING:
    from ipscost.errors import Problem
    from ipscost.loading import Reading
    from ipscost.scenario.nouns import Scenario
    from ipscost.units import Money

OPTION = "--vs"
BETWEEN = ";"
"""What stands between two settings of one variant: a value may hold blanks and commas."""
RUN_ON = re.compile(r"\s[a-z][\w-]*(\.[\w-]+)+=")
"""A path within a value: a second setting without a semicolon before it."""
EXAMPLE = f"{OPTION} 'Dearer: cost.programme.ips.difference=3400'"


@dataclass(frozen=True, slots=True)
class StatedVariant:
    """A variant of a scenario: what it is called (empty for what it changes), and its settings."""

    name: str
    settings: tuple[str, ...]

    @property
    def typed(self) -> str:
        """The variant as it may be typed: `--vs 'none: arm.ips=null'`."""
        settings = f"{BETWEEN} ".join(self.settings)
        return f"{OPTION} {shlex.quote(f'{self.name}: {settings}' if self.name else settings)}"

    @property
    def text(self) -> str:
        """Its name, or else its settings: what rows for machines call it."""
        return self.name or f"{BETWEEN} ".join(self.settings)


def variants_of(texts: Sequence[str]) -> tuple[StatedVariant, ...]:
    """The variants that `--vs` states. Refuses one without a setting, and one that is named twice.

    Each is `PATH=VALUE`, or `NAME: PATH=VALUE`; several settings have a semicolon between them.
    """
    found: dict[str, StatedVariant] = {}
    for text in texts:
        variant = _variant(text)
        key = variant.text.casefold()
        if key in found:
            fix = "give one of them another name" if variant.name else "leave one of them out"
            raise AskedError(f"{OPTION}: two variants are called '{variant.text}'; {fix}")
        found[key] = variant
    return tuple(found.values())


def _variant(text: str) -> StatedVariant:
    """A variant of `NAME: PATH=VALUE; PATH=VALUE`."""
    path, equals, _ = text.partition("=")
    name, colon, _ = path.rpartition(":")
    if colon and not name.strip():
        message = f"{OPTION} '{text}': the name before the colon is empty; write {EXAMPLE}"
        raise AskedError(message)
    settings = text[len(name) + len(colon) :].split(BETWEEN)
    stripped = tuple(each.strip() for each in settings if each.strip())
    if not equals or not stripped or not all("=" in each for each in stripped):
        message = f"{OPTION}: expected PATH=VALUE or NAME: PATH=VALUE, found '{text}'; write for "
        raise AskedError(f"{message}example {EXAMPLE}")
    for each in stripped:
        if run_on := RUN_ON.search(each.partition("=")[2]):
            first, second = each[: each.rindex(run_on[0])], run_on[0].strip()
            message = f"{OPTION}: expected a semicolon before {second}, found '{each}'; write "
            raise AskedError(f"{message}'{first.strip()}{BETWEEN} {second}...'")
    return StatedVariant(name.strip(), stripped)


def built(
    reading: Reading,
    base: Scenario,
    settings: Sequence[str],
    variants: Sequence[StatedVariant],
    price_year: int | None,
) -> Iterator[Scenario]:
    """Each variant of `base`, which was built from `reading` with `settings`, under its own name.

    Raises ScenarioError where a setting is amiss, and AskedError where one changes nothing.
    """
    from ipscost.analysis.compare.inputs import is_alike
    from ipscost.report.compare.labels import changed
    from ipscost.words.text import Plain

    for variant in variants:
        scenario = _build(reading, settings, variant, price_year, base.money)
        if is_alike(base, scenario):
            message = f"{OPTION} '{variant.text}' changes no number of {base.name}"
            raise AskedError(f"{message}; {_instead(variant)}")
        label = Plain(variant.name) if variant.name else changed(base, variant.settings)
        yield replace(scenario, name=variant.text, called=label)


def _instead(variant: StatedVariant) -> str:
    """What to write for a variant that changes no number: a name stands before a colon."""
    for setting in variant.settings:
        path, _, name = setting.partition("=")
        if path.strip() == "name":
            return f"to name a variant, write {OPTION} '{name.strip()}: PATH=VALUE'"
    return "write another value, or leave it out"


def _build(
    reading: Reading,
    settings: Sequence[str],
    variant: StatedVariant,
    price_year: int | None,
    money: Money,
) -> Scenario:
    """A variant in the money of the base."""
    from ipscost.errors import ScenarioError
    from ipscost.loading import build
    from ipscost.units import ORDERS

    every = [*settings, *variant.settings]
    try:
        scenario = build(reading, every, price_year=price_year)
        if scenario.money == money:
            return scenario
        return build(reading, every, money=money, order=scenario.order or ORDERS[0])
    except ScenarioError as error:
        raise ScenarioError([_of_option(each, variant) for each in error.problems]) from None


def _of_option(problem: Problem, variant: StatedVariant) -> Problem:
    """The problem with the option that the setting was typed after, also in its fix."""
    from ipscost.loading.text.variants import SET
    from ipscost.scenario.left_out import NULL

    if problem.span.file != SET or problem.span.text not in variant.settings:
        return problem
    fix = problem.fix.replace(f"{SET} {problem.path}={NULL}", variant.typed)
    return replace(problem, span=replace(problem.span, file=OPTION), fix=fix)
