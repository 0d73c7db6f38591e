"""The scenario analyses of a file, each built as a scenario; mistakes point to their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ipscost.errors import Problem, ScenarioError, in_file_order
from ipscost.loading.build import build
from ipscost.loading.placing import placed
from ipscost.loading.reading import Reading
from ipscost.loading.text.variants import SET
from ipscost.messages import Message
from ipscost.scenario.nouns import Analysis, Scenario
from ipscost.scenario.rollout import SECTION as ROLLOUT

READ_FIRST = ("extends", "analyses")
"""Sections an analysis cannot change: they are read before it is built, or contain it."""


@dataclass(frozen=True, slots=True)
class Variants:
    """Each analysis with its scenario, and the warnings about them."""

    scenarios: tuple[tuple[Analysis, Scenario], ...]
    warnings: tuple[Problem, ...]

    @property
    def of_person(self) -> tuple[tuple[Analysis, Scenario], ...]:
        """Those that may change what becomes of one person: more than numbers of a rollout."""
        return tuple(pair for pair in self.scenarios if not is_of_rollout(pair[0]))


def is_of_rollout(analysis: Analysis) -> bool:
    """True where it changes numbers of a rollout alone, so that no person's result differs."""
    return analysis.is_of(ROLLOUT)


def variants(
    reading: Reading,
    scenario: Scenario,
    settings: Sequence[str] = (),
    *,
    price_year: int | None = None,
    strict: bool = False,
) -> Variants:
    """The analyses of `scenario`, which was built from `reading` with the same options.

    Raises ScenarioError with every mistake, each at its own line in the file; `strict` makes
    warnings mistakes.
    """
    built: list[tuple[Analysis, Scenario]] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    for analysis in scenario.analyses:
        amiss = _read_first(analysis)
        if amiss:
            problems += amiss
            continue
        try:
            variant = build(reading, [*settings, *analysis.settings], price_year=price_year)
        except ScenarioError as error:
            problems += dict.fromkeys(placed(p, analysis) for p in error.problems if p.is_error)
            continue
        if variant.interventions != scenario.interventions:
            message = Message("an analysis cannot change which arms are compared")
            fix = Message("write a file with extends: and its own arms")
            path = f"analyses.{analysis.name}"
            problems.append(Problem(analysis.span, "E225", path, message, fix))
            continue
        built.append((analysis, variant))
        warnings += [
            placed(warning, analysis)
            for warning in variant.warnings
            if warning.span.file == SET and warning.span.text in analysis.settings
        ]
    if problems or (strict and warnings):
        raise ScenarioError(in_file_order([*problems, *warnings]))
    return Variants(tuple(built), in_file_order(warnings))


def _read_first(analysis: Analysis) -> list[Problem]:
    """A problem for each setting that comes too late for an analysis to change."""
    problems = []
    for setting, span in zip(analysis.settings, analysis.places, strict=True):
        section = setting.partition("=")[0].partition(".")[0]
        if section in READ_FIRST:
            message = Message("an analysis cannot change {section}", section=section)
            fix = Message("write a file with extends: and what it changes, and compare the two")
            path = f"analyses.{analysis.name}.set.{section}"
            problems.append(Problem(span, "E225", path, message, fix))
    return problems
