"""The command that reads scenarios without running them: check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Language, Sources
from ipscost.cli.output import complain, tell, tell_problem
from ipscost.errors import STDIN, ScenarioError, of_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipscost.errors import Problem
    from ipscost.scenario.nouns import Scenario


@command(
    without=(
        "arm",
        "perspective",
    )
)
def check(
    *,
    sources: Sources,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    every: Annotated[bool, typer.Option("--all")] = False,
    language: Language,
) -> None:
    """Check scenarios without running them: every problem at once, with its line and fix."""
    lang = language.language
    from ipscost.words import say

    codes = set[int]()
    for file in sources.files:
        shown = STDIN if file == "-" else file
        try:
            scenario, warnings = _checked(file, sources.changes, strict=strict)
        except ScenarioError as error:
            if len(sources.files) > 1:
                error = ScenarioError(of_scenario(problem, shown) for problem in error.problems)
            codes.add(complain(error, every=every))
            if not any(problem.is_error for problem in error.problems):
                tell(say("check_strict", lang, file=shown))
            continue
        for warning in warnings:
            tell_problem(warning)
        _tell_good(scenario, shown, len(warnings), lang)
    raise typer.Exit(min(codes, default=0))


def _checked(
    file: str, changes: Sequence[str], *, strict: bool
) -> tuple[Scenario, Sequence[Problem]]:
    """A scenario, and the warnings about it, about what it rests on and about its analyses."""
    from ipscost.analysis.coherence import incoherences
    from ipscost.loading import build, read
    from ipscost.loading.analyses import variants

    reading = read(file)
    scenario = build(reading, changes, strict=strict)
    analyses = variants(reading, scenario, changes, strict=strict)
    found = incoherences(scenario)
    if strict and found:
        raise ScenarioError(found)
    return scenario, (*scenario.warnings, *found, *analyses.warnings)


def _tell_good(scenario: Scenario, shown: str, doubts: int, lang: str) -> None:
    """What a scenario that can be run holds, and the outcomes that cost nothing to reach."""
    from ipscost.analysis.reaches import free_outcomes
    from ipscost.words import listing, say

    rollout = scenario.rollout
    gone = len(scenario.unknowns) + (0 if rollout is None else len(rollout.unknowns))
    rolled = 0 if rollout is None else len(rollout.stated) - len(rollout.unknowns)
    key = f"check_good{'_warned' if doubts else ''}{'_unknown' if gone else ''}"
    counts = {
        "warnings": say("warnings_one" if doubts == 1 else "warnings", lang, count=doubts),
        "arms": len(scenario.arms),
        "categories": len(scenario.categories),
        "outcomes": len(scenario.outcomes),
        "numbers": len(scenario.quantities) + rolled,
        "unknown": gone,
    }
    tell(say(key, lang, file=shown, **counts), err=False)
    # what is carried over moves outcomes and costs together: there it would read as a contradiction
    if scenario.transfer is None and (free := free_outcomes(scenario)):
        key = "check_free_one" if len(free) == 1 else "check_free"
        tell(say(key, lang, file=shown, paths=listing(list(free), lang)), err=False)
