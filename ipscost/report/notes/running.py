"""What a reader must know beside the numbers: the Monte Carlo error, and how it was run."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from ipscost.analysis.estimates import Estimate, View
from ipscost.errors import STDIN
from ipscost.report.notes.about import About
from ipscost.report.notes.common import drawn_text
from ipscost.run import Run
from ipscost.scenario.nouns import Category, Scenario
from ipscost.words.numbers import unsure_digits
from ipscost.words.text import Words, capital, count, listing, money, rate, say, within


def sampling(about: About[object]) -> Iterator[Words]:
    """States the Monte Carlo error of the total, and which digits are uncertain."""
    yield from sampling_of(about.view, about.level)


def sampling_of(view: View, level: float, *, outcomes: bool = True) -> Iterator[Words]:
    """The Monte Carlo error of the total, and which printed digits more draws may change.

    Those of the outcomes too, where `outcomes` are shown.
    """
    scenario = view.run.scenario
    totals = [view.total(arm) for arm in scenario.interventions]
    found = [error for total in totals if (error := total.sampling_error(level))]
    unit = f"{scenario.money}/person"
    total: Words = say("the_total")
    digits = [(total, _unsure(totals, unit, level))]  # labels may be alike
    if found:
        currency, size = scenario.money.currency, max(abs(each.point) for each in totals)
        yield say(
            "note_sampling_model" if scenario.model else "note_sampling",
            draws=count(view.run.settings.draws),
            level=rate(level),
            mean=money(max(error.mean for error in found), currency, size),
            ends=money(max(error.ends for error in found), currency, size),
        )
    for index, outcome in enumerate(scenario.outcomes if outcomes else ()):
        changes = [view.outcome_difference(arm, index) for arm in scenario.interventions]
        digits.append((within(outcome.label), _unsure(changes, str(outcome.unit), level)))
    parts = [say("digits_of", count=n, label=label) for label, n in digits if n]
    if parts:
        yield say("note_digits", parts=listing(parts))
    elif found:
        yield say("note_digits_none")


def _unsure(estimates: Sequence[Estimate], unit: str, level: float) -> int:
    """How many of the last digits of the intervals' ends more draws may change."""
    return max((unsure_ends(each, unit, level) for each in estimates), default=0)


def unsure_ends(estimate: Estimate, unit: str, level: float) -> int:
    """How many of the last digits of an interval's ends more draws may change."""
    error, found = estimate.sampling_error(level), estimate.interval(level)
    if error is None or found.low is None or found.high is None:
        return 0
    ends = ((found.low, error.low), (found.high, error.high))
    return max(unsure_digits(end, off, unit) for end, off in ends)


def changed(about: About[object]) -> Iterator[Words]:
    """Lists the settings that were changed."""
    if settings := about.run.scenario.typed:
        yield say("note_set", settings=listing(list(settings)))


def how_run(about: About[object]) -> Iterator[Words]:
    """States how it was run, so that the run can be repeated."""
    record = about.run.record
    yield say(
        "note_run",
        draws=draws_text(about.run),
        version=record.version,
        scenario=record.scenario,
        digest=record.digest,
    )


def try_explain(about: About[object]) -> Iterator[Words]:
    """Gives the command that explains the number with the largest effect."""
    view, scenario = about.view, about.scenario
    differing = [
        (abs(view.run.point.difference(arm)[index, 0]), _asked_about(category, arm))
        for index, category in enumerate(scenario.categories)
        for arm in scenario.interventions
        if view.weight()[index]
    ]
    if differing:
        yield say("note_explain", name=shell_name(scenario), path=max(differing)[1])


def _asked_about(category: Category, arm: str) -> str:
    """What to ask about a category: its number in an arm, or else itself."""
    return category.arms[arm].path if arm in category.arms else category.path


def try_change(about: About[object]) -> Iterator[Words]:
    """Says how a number can be changed."""
    yield say("note_change", name=shell_name(about.scenario))


RUN = (changed, how_run, try_explain)
"""How it was run, and where its largest number comes from."""


def draws_text(run: Run) -> Words:
    """`10,000 draws, seed 1`, or that there are none, as a sentence begins."""
    text = say("run_point")
    if run.settings.draws:
        draws = drawn_text(run)
        text = say("run_draws", draws=draws, seed=run.settings.seed)
    return capital(text)


def shell_name(scenario: Scenario) -> str:
    """The scenario as a command line names it."""
    return "-" if scenario.file == STDIN else shlex.quote(scenario.file)
