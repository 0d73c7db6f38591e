"""What an analysis needs beside the run: months, the file's scenario analyses, other names."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ipscost.errors import AskedError, ScenarioError
from ipscost.run import Keeper, Run, simulate
from ipscost.scenario.nouns import Analysis, Scenario
from ipscost.words.text import Plain


def with_courses(run: Run, views: Sequence[str], keeper: Keeper | None = None) -> Run:
    """The run with its costs by month from each of `views`: itself, or the same run once more.

    keeper: takes them where the run is repeated.
    """
    pairs = {(arm, view) for arm in run.scenario.interventions for view in views}
    if run.ledger is None or pairs <= set(run.courses):
        return run
    return simulate(run.scenario, run.settings, courses=views, keeper=keeper)


def analyses_of(run: Run) -> Sequence[tuple[Analysis, Scenario]]:
    """The scenario analyses that the file of a run declares, each as a scenario; nothing is run.

    They are built from the file. Where that cannot be read any more, is not what it was, or has a
    mistake in an analysis, there are none, and a warning says so.
    """
    found: Sequence[tuple[Analysis, Scenario]] | None = ()
    if run.scenario.analyses:
        try:
            found = _built(run.scenario)
        except ScenarioError as error:
            found = None
            why = error.problems[0].message
        else:
            why = "it is not as it was when it was loaded; load it again"
        if found is None:
            message = f"the scenario analyses of {run.scenario.file} are left out: {why}"
            warnings.warn(message, stacklevel=3)  # at the line that called the analysis
    return found or ()


def told_apart(runs: Sequence[Run], names: Sequence[str] = ()) -> tuple[Run, ...]:
    """The runs under `names`, or under their own; those of one file under what was changed in it.

    Raises AskedError unless there is a name for each, and each run has one of its own.
    """
    if names and len(names) != len(runs):
        raise AskedError(f"names are one for each run: {len(runs)}, not {len(names)}")
    files = Counter(run.scenario.file for run in runs)
    called = list(names)
    for run in runs if not names else ():
        scenario = run.scenario
        is_variant = files[scenario.file] > 1 and scenario.settings
        called.append("; ".join(scenario.settings) if is_variant else scenario.name)
    if not names and max(files.values()) == 1:
        return tuple(runs)  # files of one name are told apart by their folders
    if twice := next((name for name, count in Counter(called).items() if count > 1), None):
        example = ", ".join(repr(f"{twice} {place}") for place in range(1, len(runs) + 1))
        raise AskedError(f"two runs are called {twice}; write names=[{example}]")
    return tuple(
        replace(run, scenario=replace(run.scenario, name=name, called=Plain(name)))
        if name != run.scenario.name
        else run
        for run, name in zip(runs, called, strict=True)
    )


def _built(scenario: Scenario) -> Sequence[tuple[Analysis, Scenario]] | None:
    """The analyses of a scenario, each as a scenario; None where its files have changed."""
    from ipscost.loading import digests, gather, read
    from ipscost.loading.analyses import variants

    if scenario.money.currency != scenario.stated_money.currency:
        return None
    reading = read(scenario.file)
    is_as_it_was = any(
        digests(gather(reading, scenario.settings, year).noted) == dict(scenario.inputs)
        for year in (None, scenario.money.year)
    )
    if not is_as_it_was:
        return None
    year = scenario.money.year if scenario.money != scenario.stated_money else None
    return variants(reading, scenario, scenario.settings, price_year=year).of_person
