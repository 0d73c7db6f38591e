"""What does not hang together in a rollout, though each number in it may be right: for `check`.

The doubts are those that good practice of a budget impact analysis leads to (`practice`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ipscost.analysis.budget.practice import RECRUITMENT, sets
from ipscost.errors import Problem
from ipscost.messages import Message
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.rollout import SECTION, Intake, Rollout

STANDS_STILL = 24
"""Over so many months of the same intake, without a ramp-up, a population stands still."""


def doubts(scenario: Scenario) -> Iterator[Problem]:
    """The doubts about a scenario's rollout; none without one.

    W450: nothing says how many are recruited; W451: as many people start in every year; W452: the
    budget is undiscounted, and the answer per person is not; W453: the share that is recruited is
    certain, and no analysis tries another; W454: posts come on top of a whole sum of money that
    stands in the file it extends.
    """
    if scenario.rollout is None:
        return
    intake = scenario.rollout.intake
    yield from _of_recruitment(scenario, intake)
    yield from _counted_twice(scenario.rollout)
    if intake.ramp_up is None and intake.months >= STANDS_STILL:
        message = Message(
            "people start at full pace from the first month on, the same for {months} months",
            months=intake.months,
        )
        fix = Message(
            "add ramp_up: 6 to rollout.intake; or as many months as it takes to reach full pace"
        )
        yield Problem(intake.target.span, "W451", f"{SECTION}.intake", message, fix)
    if scenario.discount.cost or scenario.discount.cost_later:
        message = Message(
            "the answer per person is discounted, and a budget by year is not: they do not add up"
        )
        fix = Message("write cost: 0 in discount; a rate can stand in analyses")
        place = scenario.places.get("discount.cost", scenario.rollout.span)
        yield Problem(place, "W452", "discount.cost", message, fix)


def _of_recruitment(scenario: Scenario, intake: Intake) -> Iterator[Problem]:
    """A doubt where the share that is recruited is not stated, or certain and never tried."""
    share = intake.recruitment
    if share is None:
        message = Message("nothing says how many of those planned are recruited")
        fix = Message(
            "add recruitment: {{mean: 0.8, se: 0.1, assumption: ...}} to rollout.intake; or the "
            "share that you expect, and why"
        )
        yield Problem(intake.target.span, "W450", RECRUITMENT, message, fix)
    elif share.is_fixed and not sets(scenario, RECRUITMENT):
        message = Message("the share that is recruited is taken for certain, and no other is tried")
        fix = Message(
            "add analyses: {{fewer: {{set: {{{path}: 0.6}}}}}} to the file", path=RECRUITMENT
        )
        if scenario.analyses:
            fix = Message("add fewer: {{set: {{{path}: 0.6}}}} to analyses", path=RECRUITMENT)
        yield Problem(share.span, "W453", RECRUITMENT, message, fix)


def _counted_twice(rollout: Rollout) -> Iterator[Problem]:
    """A doubt where a file states posts, and the file that it extends what all of it costs."""
    if rollout.staff is None:
        return
    salaries = [role.salary.span for role in rollout.staff.roles]
    for line in rollout.lines:
        if line.is_spread and all(line.amount.span.file != span.file for span in salaries):
            message = Message(
                "posts are counted on top of {line}, a whole sum of {file}",
                line=line.amount.path,
                file=Path(line.amount.span.file).name,
            )
            fix = Message("add line: null to rollout; or leave it, if both are to be paid")
            yield Problem(salaries[0], "W454", line.amount.path, message, fix)
