"""The scenario analyses of a file, each built as a scenario; mistakes point to their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ipscost.errors import Problem, ScenarioError, Span, in_file_order
from ipscost.loading.build import build
from ipscost.loading.reading import Reading
from ipscost.loading.text.variants import SET
from ipscost.messages import Message
from ipscost.scenario.nouns import Analysis, Scenario
from ipscost.scenario.rollout import SECTION as ROLLOUT

NO_PATH = ("E101", "E280", "E303", "W410")
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
    return all(setting.startswith(f"{ROLLOUT}.") for setting in analysis.settings)


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
            placed = [_placed(p, analysis) for p in error.problems if p.is_error]
            problems += dict.fromkeys(placed)
            continue
        if variant.interventions != scenario.interventions:
            message = Message("an analysis cannot change which arms are compared")
            fix = Message("write a file with extends: and its own arms")
            path = f"analyses.{analysis.name}"
            problems.append(Problem(analysis.span, "E225", path, message, fix))
            continue
        built.append((analysis, variant))
        warnings += [
            _placed(warning, analysis)
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


def _placed(problem: Problem, analysis: Analysis) -> Problem:
    """The problem, reported at the line of the analysis that sets the value, not at `--set`.

    A problem on any other line of the file is caused by the analysis too, since there was none
    without it.
    """
    for setting, path_span, value_span in zip(
        analysis.settings, analysis.places, analysis.values, strict=True
    ):
        if problem.span.file == SET and problem.span.text == setting:
            at: Span = path_span if problem.code in NO_PATH else value_span
            return replace(problem, span=at)
    if problem.span.file == SET:
        return problem
    message = Message(
        "{message} (by this analysis, at {place})",
        message=problem.message,
        place=problem.span.place,
    )
    return replace(problem, span=analysis.span, message=message)
