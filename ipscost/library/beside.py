"""What an analysis needs beside the run: the costs by month, and the file's scenario analyses."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence

from ipscost.errors import ScenarioError
from ipscost.run import Run, simulate
from ipscost.scenario.nouns import Analysis, Scenario


def with_courses(run: Run, views: Sequence[str]) -> Run:
    """The run with its costs by month from each of `views`: itself, or the same run once more."""
    pairs = {(arm, view) for arm in run.scenario.interventions for view in views}
    if run.ledger is None or pairs <= set(run.courses):
        return run
    return simulate(run.scenario, run.settings, courses=views)


def analyses_of(run: Run) -> Iterator[tuple[Analysis, Run]]:
    """The scenario analyses that the file of a run declares, each run as it is asked for.

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
    return ((analysis, simulate(variant, run.settings)) for analysis, variant in found or ())


def _built(scenario: Scenario) -> Sequence[tuple[Analysis, Scenario]] | None:
    """The analyses of a scenario, each as a scenario; None where its files have changed."""
    from ipscost.loading import digests, gather, read
    from ipscost.loading.analyses import variants

    if scenario.money.currency != scenario.stated_money.currency:
        return None
    reading = read(scenario.file)
    if digests(gather(reading, scenario.settings).noted) != dict(scenario.inputs):
        return None
    year = scenario.money.year if scenario.money != scenario.stated_money else None
    return variants(reading, scenario, scenario.settings, price_year=year).scenarios
