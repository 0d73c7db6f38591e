"""Several scenarios in one money: files, and variants of the first that a command line states.

A variant is `--vs 'Dearer: cost.programme.ips=1500'`.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ipscost.cli.output import tell
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.errors import Problem
    from ipscost.loading import Reading
    from ipscost.scenario.nouns import Scenario
    from ipscost.units import Money

OPTION = "--vs"
BETWEEN = ";"
"""What stands between two settings of one variant: a value may hold blanks and commas."""
RUN_ON = re.compile(r"(?:,\s*|\s)[a-z][\w-]*(\.[\w-]+)+=")
"""A path within a value: a second setting with a blank or a comma before it, not a semicolon."""
SETTING = re.compile(r"[a-z][\w.-]*=")
"""How a setting begins, where a file was expected."""
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
            fix = (
                Message("give one of them another name")
                if variant.name
                else Message("leave one of them out")
            )
            raise AskedError(
                Message(
                    "{option}: two variants are called '{text}'; {fix}",
                    option=OPTION,
                    text=variant.text,
                    fix=fix,
                )
            )
        found[key] = variant
    return tuple(found.values())


def _variant(text: str) -> StatedVariant:
    """A variant of `NAME: PATH=VALUE; PATH=VALUE`."""
    path, equals, _ = text.partition("=")
    name, colon, _ = path.rpartition(":")
    if colon and not name.strip():
        message = Message(
            "{option} '{text}': the name before the colon is empty; write {example}",
            option=OPTION,
            text=text,
            example=EXAMPLE,
        )
        raise AskedError(message)
    settings = text[len(name) + len(colon) :].split(BETWEEN)
    stripped = tuple(each.strip() for each in settings if each.strip())
    if not equals or not stripped or not all("=" in each for each in stripped):
        raise AskedError(
            Message(
                "{option}: expected PATH=VALUE or NAME: PATH=VALUE, found "
                "'{text}'; write for example {example}",
                option=OPTION,
                text=text,
                example=EXAMPLE,
            )
        )
    for each in stripped:
        if run_on := RUN_ON.search(each.partition("=")[2]):
            first, second = each[: each.rindex(run_on[0])], run_on[0].lstrip(", ")
            raise AskedError(
                Message(
                    "{option}: expected a semicolon before {second}, found '{each}'; write {meant}",
                    option=OPTION,
                    second=second,
                    each=each,
                    meant=f"'{first.strip()}{BETWEEN} {second}...'",
                )
            )
    return StatedVariant(name.strip(), stripped)


def refuse_unquoted(files: Sequence[str], variants: Sequence[StatedVariant]) -> None:
    """Refuses a setting among the files, such as `--vs a=1 b=2`, which the shell divides in two."""
    apart = [file for file in files if SETTING.match(file) and not Path(file).exists()]
    if not variants or not apart:
        return
    settings = (*variants[-1].settings, *apart)
    meant = replace(variants[-1], settings=tuple(each.rstrip(" ,") for each in settings))
    raise AskedError(
        Message(
            "{option}: {text} is no file; write one variant's settings in quotes, with a semicolon "
            "between: {meant}",
            option=OPTION,
            text=apart[0],
            meant=meant.typed,
        )
    )


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
            message = Message(
                "{option} '{text}' changes no number of {name}",
                option=OPTION,
                text=variant.text,
                name=base.name,
            )
            raise AskedError(Message("{message}; {fix}", message=message, fix=_instead(variant)))
        label = Plain(variant.name) if variant.name else changed(base, variant.settings)
        yield replace(scenario, name=variant.text, called=label)


def _instead(variant: StatedVariant) -> str:
    """What to write for a variant that changes no number: a name stands before a colon."""
    for setting in variant.settings:
        path, _, name = setting.partition("=")
        if path.strip() == "name":
            return Message(
                "to name a variant, write {option} '{name}: PATH=VALUE'",
                option=OPTION,
                name=name.strip(),
            )
    return Message("write another value, or leave it out")


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
    fix = problem.fix
    if f"{SET} {problem.path}={NULL}" in fix:
        fix = Message(
            "leave out {option}, so that one is compared with another", option=variant.typed
        )
    return replace(problem, span=replace(problem.span, file=OPTION), fix=fix)


def in_one_money(
    files: Sequence[str],
    settings: Sequence[str],
    price_year: int | None,
    variants: Sequence[StatedVariant] | None = None,
) -> list[Scenario]:
    """The scenarios in the money of the first, which its variants follow.

    `variants` is None for a command that has none. Problems of all files are told at once.
    """
    from ipscost.errors import ScenarioError, of_scenario
    from ipscost.loading import build, read
    from ipscost.units import ORDERS

    readings: list[Reading] = []
    scenarios: list[Scenario] = []
    problems: list[Problem] = []
    for file in files:
        try:
            reading = read(file)
            _refuse_twice(reading, readings, takes_variants=variants is not None)
            readings.append(reading)
            if not scenarios:
                scenarios.append(build(reading, settings, price_year=price_year))
            else:
                first = scenarios[0]
                order = first.order or ORDERS[0]
                scenarios.append(build(reading, settings, money=first.money, order=order))
        except ScenarioError as error:
            problems += (of_scenario(problem, file) for problem in error.problems)
            if not scenarios:
                break  # without the first there is no money to convert the others to
    if problems:
        raise ScenarioError(problems)
    _refuse_taken(variants or (), scenarios)
    first, *others = scenarios
    of_first = built(readings[0], first, settings, variants or (), price_year)
    scenarios = [first, *of_first, *others]
    for scenario in (first, *others):
        for warning in scenario.warnings:
            if warning.code != "W401":  # notes say how sure sources are
                tell(warning.render(), lines=True)
    return scenarios


def _refuse_twice(reading: Reading, others: Sequence[Reading], *, takes_variants: bool) -> None:
    """Refuses a file that is named twice."""
    for other in others:
        if other.path.resolve() == reading.path.resolve():
            message = Message(
                "{shown} is named twice; to compare it with a variant of itself, write a file with "
                "`extends:` and what it changes",
                shown=reading.shown,
            )
            if takes_variants:
                message = Message(
                    "{shown} is named twice; to compare it with a variant of itself, add --vs "
                    "PATH=VALUE, or write a file with `extends:` and what it changes",
                    shown=reading.shown,
                )
            raise AskedError(message)


def _refuse_taken(variants: Sequence[StatedVariant], scenarios: Sequence[Scenario]) -> None:
    """Refuses a variant with the name of a scenario: that of its file, or the one it states."""
    from ipscost.words.text import ways

    stated = (ways(each.called) for each in scenarios if each.called is not None)
    names = (*(scenario.name for scenario in scenarios), *chain.from_iterable(stated))
    taken = {name.casefold() for name in names}
    for variant in variants:
        if variant.text.casefold() in taken:
            raise AskedError(
                Message(
                    "--vs: {name} is the name of a scenario that is compared; give the variant "
                    "another one",
                    name=variant.name,
                )
            )
