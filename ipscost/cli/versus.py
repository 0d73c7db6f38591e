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

from ipscost.cli.goal import Goal, asked_for, of_first
from ipscost.cli.output import tell
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.errors import Problem
    from ipscost.loading import Reading
    from ipscost.scenario.nouns import Scenario

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
    goal: Goal | None = None,
) -> Iterator[Scenario]:
    """Each variant of `base`, which was built from `reading` with `settings`, under its own name.

    Raises ScenarioError where a setting is amiss, and AskedError where one changes nothing.
    """
    from ipscost.analysis.compare.inputs import is_alike
    from ipscost.report.compare.labels import changed
    from ipscost.words.text import Plain

    for variant in variants:
        scenario = _build(reading, settings, variant, price_year, goal or of_first(base, ()))
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
    from ipscost.scenario.paths import is_within
    from ipscost.scenario.rollout import SECTION

    for setting in variant.settings:
        path, _, name = setting.partition("=")
        if path.strip() == "name":
            return Message(
                "to name a variant, write {option} '{name}: PATH=VALUE'",
                option=OPTION,
                name=name.strip(),
            )
        if is_within(path.strip(), SECTION):
            return Message(
                "no answer per person counts a rollout: ask ipscost budget FILE --set {setting}",
                setting=setting,
            )
    return Message("write another value, or leave it out")


def _build(
    reading: Reading,
    settings: Sequence[str],
    variant: StatedVariant,
    price_year: int | None,
    goal: Goal,
) -> Scenario:
    """A variant in the money of the base."""
    from ipscost.errors import ScenarioError
    from ipscost.loading import build

    every = [*settings, *variant.settings]
    try:
        if goal.is_asked:
            return goal.reached(reading, every)
        scenario = build(reading, every, price_year=price_year)
        if scenario.money == goal.money:
            return scenario
        return build(reading, every, money=goal.money, order=scenario.order or goal.within)
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


@dataclass(frozen=True, slots=True)
class InOneMoney:
    """Scenarios in one money, and those that could not become it, each with why."""

    scenarios: list[Scenario]
    apart: list[tuple[Scenario, str]]


def in_one_money(
    files: Sequence[str],
    settings: Sequence[str],
    price_year: int | None,
    variants: Sequence[StatedVariant] | None = None,
    money: str | None = None,
) -> InOneMoney:
    """The scenarios in the money of the first, which its variants follow, or in `money`.

    `variants` is None for a command that has none. Problems of all files are told at once.
    """
    from ipscost.errors import ScenarioError, of_scenario
    from ipscost.loading import build, read

    goal = None if money is None else asked_for(money, settings)
    readings: list[Reading] = []
    scenarios: list[Scenario] = []
    apart: list[tuple[Scenario, str]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            reading = read(file)
            _refuse_twice(reading, readings, takes_variants=variants is not None)
            readings.append(reading)
            if goal is None:
                scenarios.append(build(reading, settings, price_year=price_year))
                goal = of_first(scenarios[0], settings)
            elif variants and len(readings) == 1:
                scenarios.append(goal.reached(reading, settings))
            else:
                scenario, why = goal.reached_or_own(reading, settings)
                if why:
                    apart.append((scenario, why))
                else:
                    scenarios.append(scenario)
        except ScenarioError as error:
            problems += (of_scenario(problem, file) for problem in error.problems)
            if goal is None:
                break  # without the first there is no money to convert the others to
    if problems:
        raise ScenarioError(problems)
    _refuse_alone(scenarios, apart, goal)
    every = [*scenarios, *(scenario for scenario, _ in apart)]
    _refuse_taken(variants or (), every)
    first, *others = scenarios
    of_first_file = built(readings[0], first, settings, variants or (), price_year, goal)
    for scenario in every:
        for warning in scenario.warnings:
            if warning.code != "W401":  # notes say how sure sources are
                tell(warning.render(), lines=True)
    return InOneMoney([first, *of_first_file, *others], apart)


def _refuse_alone(
    scenarios: Sequence[Scenario], apart: Sequence[tuple[Scenario, str]], goal: Goal | None
) -> None:
    """Refuses a comparison in which nothing becomes the money of the first, or as asked for."""
    if scenarios and (scenarios[0].money.year is not None or not apart):
        return
    fix = Message("name first a scenario whose price year is known, or add --money DKK_2024")
    if goal is not None and goal.is_asked:
        fix = Message("name other scenarios, or other money")
    scenario, why = apart[0]
    message = Message("nothing can be compared with {name}: {why}", name=scenario.name, why=why)
    raise AskedError(Message("{message}; {fix}", message=message, fix=fix))


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
