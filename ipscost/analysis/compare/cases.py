"""The columns of a comparison, the differences between them, and which cannot be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.interval import Interval
from ipscost.errors import AskedError, Problem, ScenarioError, Span, nearest
from ipscost.messages import Message
from ipscost.rounding import less
from ipscost.run import Run
from ipscost.scenario.left_out import reference_message
from ipscost.scenario.nouns import SOCIETAL, Scenario

ALL = "all"
ALLOWED = ("horizon", "perspective", ALL)
"""What may differ between scenarios if it is allowed explicitly: one of the two, or both."""
NOISE = 1e-9
"""A difference between two savings is the same in every draw if it varies by no more than this
share of them: several steps of rounding away from the draws."""
SMALL = 1e-6
"""A gap of at most this size, in money or in units of an outcome, is 0."""


@dataclass(frozen=True)
class ComparedArm:
    """A column: one intervention of a run.

    name: of the scenario, unique among those compared. is_alone: True if no other column is of the
    same scenario; is_only: True if no other scenario is compared. repeats: the other interventions
    of the scenario that have no column, since they are the same as in the first scenario.
    """

    name: str
    arm: str
    run: Run
    is_alone: bool
    is_only: bool = False
    repeats: tuple[str, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The scenario of the column."""
        return self.run.scenario

    @property
    def key(self) -> str:
        """What `--base` calls it: the scenario's name, with the arm if it has several columns."""
        return self.name if self.is_alone else f"{self.name}:{self.arm}"

    @property
    def unit(self) -> str:
        """The unit of its saving."""
        return f"{self.scenario.money}/person"

    @cached_property
    def view(self) -> View:
        """The run from the scenario's perspective."""
        return View(self.run, self.scenario.perspective)

    @cached_property
    def saving(self) -> Estimate:
        """The total saving of the arm against the reference arm of its scenario."""
        return self.view.total(self.arm).minus()


def cases_of(
    runs: Sequence[Run], arms: Sequence[str] = (), base: str = "", fewest: int = 2
) -> tuple[tuple[ComparedArm, ...], int]:
    """The columns in the order of `runs`, and the index of the base among them.

    arms: the interventions to compare, in scenarios that have several; all if empty. base: the name
    of a column; the first if empty. Raises AskedError if less than the fewest columns remain, a
    scenario has none of `arms`, or a name does not exist.
    """
    known = list(dict.fromkeys(arm for run in runs for arm in run.scenario.interventions))
    for arm in arms:
        if any(arm == run.scenario.reference for run in runs) and arm not in known:
            raise AskedError(
                Message(
                    "{reference_message}; use one of: {every}",
                    reference_message=reference_message([arm]),
                    every=", ".join(known),
                )
            )
        if arm not in known:
            raise AskedError(
                Message(
                    "no scenario has the intervention {word}; {nearest}",
                    word=arm,
                    nearest=nearest(arm, known),
                )
            )
    columns = []
    for name, run in zip(names([run.scenario for run in runs]), runs, strict=True):
        several = run.scenario.interventions
        if len(several) > 1 and arms:
            several = tuple(arm for arm in several if arm in arms)
        if not several:
            has = ", ".join(run.scenario.interventions)
            raise AskedError(
                Message(
                    "{name} has none of {words}; it has {has}",
                    name=name,
                    words=", ".join(arms),
                    has=has,
                )
            )
        alone, only = len(several) == 1, len(runs) == 1
        columns += [ComparedArm(name, arm, run, alone, only) for arm in several]
    if len(columns) < fewest:
        raise AskedError(
            Message(
                "{key} alone cannot be compared; name another scenario, or add --vs PATH=VALUE "
                "to compare it with a variant of itself",
                key=columns[0].key,
            )
        )
    return tuple(columns), _index(columns, base)


def _index(cases: Sequence[ComparedArm], base: str) -> int:
    """The index of the column that `base` names, 0 if it is empty; AskedError if there is none."""
    if not base:
        return 0
    for index, case in enumerate(cases):
        if base in (case.key, case.name, case.scenario.file, f"{case.name}:{case.arm}"):
            return index
    keys = [case.key for case in cases]
    raise AskedError(
        Message(
            "no scenario named {base} is compared; {nearest}",
            base=base,
            nearest=nearest(base, keys),
        )
    )


def names(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """A name for each scenario: that of its file, with as much of its path as makes it unique.

    Scenarios that no part of the path distinguishes are called by the file as it was given.
    """
    labels = [scenario.name for scenario in scenarios]
    deepest = max(len(Path(scenario.file).parts) for scenario in scenarios)
    for parts in range(2, deepest + 1):
        twice = {label for label, count in Counter(labels).items() if count > 1}
        for index, scenario in enumerate(scenarios):
            if labels[index] in twice:
                path = Path(scenario.file).with_suffix("")
                labels[index] = "/".join(path.parts[-parts:])
    twice = {label for label, count in Counter(labels).items() if count > 1}
    return tuple(
        scenario.file if label in twice else label
        for label, scenario in zip(labels, scenarios, strict=True)
    )


# --- differences -----------------------------------------------------------------------------


def gap(over: Estimate, under: Estimate) -> Estimate:
    """The difference between two numbers, `over` minus `under`, draw by draw.

    Scenarios use common random numbers, so that a quantity they share has the same draws in both.
    There are no draws if either number has no stated uncertainty, since that of the difference is
    then not known. It is partial if either is, and exactly 0 if what is left is rounding. See
    docs/method.md, Comparing.
    """
    point = float(less(np.array(over.point), np.array(under.point)))
    if over.partial or under.partial:
        return Estimate(point, None, partial=True, empty=over.empty or under.empty)
    if not (over.is_uncertain and under.is_uncertain):
        return Estimate(point, None)
    assert over.draws is not None
    assert under.draws is not None
    drawn, scale = less(over.draws, under.draws), max(abs(over.point), abs(under.point))
    if np.ptp(drawn) <= NOISE * scale:  # the same in every draw
        drawn = np.full(drawn.size, point)
    return Estimate(point, drawn, over.replicates)


def gap_interval(difference: Estimate, level: float) -> Interval:
    """The interval of a gap at `level`; it has no width if the gap is the same in every draw."""
    if difference.draws is not None and not difference.is_uncertain:
        return Interval(difference.point, difference.point, difference.point)
    return difference.interval(level)


def gap_cell(difference: Estimate, level: float) -> Interval | None:
    """The interval of a gap for a table; None if nothing of it is known."""
    return None if difference.empty else gap_interval(difference, level)


def chance(difference: Estimate) -> float | None:
    """The share of draws in which a gap is above 0; None if it has no draws, or is 0 in all.

    A gap that is the same in every draw has a share of 0 or 1.
    """
    if difference.draws is None:
        return None
    if not difference.is_uncertain:
        return float(difference.point > 0) if abs(difference.point) > SMALL else None
    return float((difference.draws > 0).mean())


# --- what cannot be compared -----------------------------------------------------------------


def refuse_unlike(base: Scenario, others: Sequence[Scenario], allowed: Sequence[str] = ()) -> None:
    """Raises ScenarioError E311 if a scenario has another horizon or perspective than the base.

    A difference that `allowed` names (of ALLOWED) is accepted.
    """
    longer = [each for each in others if each.stated_months != base.stated_months]
    other = [each for each in others if each.perspective != base.perspective]
    if not {"horizon", ALL}.isdisjoint(allowed):
        longer = []
    if not {"perspective", ALL}.isdisjoint(allowed):
        other = []
    word = ALL if longer and other else ""
    problems: list[Problem] = []
    for each in others:
        if each in longer:
            problems += _other_horizon(base, each, word or "horizon").problems
        if each in other:
            problems += _other_perspective(base, each, word or "perspective").problems
    if problems:
        raise ScenarioError(problems)


def _other_horizon(base: Scenario, other: Scenario, word: str) -> ScenarioError:
    """The error of a scenario with another horizon, which --allow with this word would accept."""
    if other.stated_months is None or base.stated_months is None:
        known, vague = (base, other) if other.stated_months is None else (other, base)
        message = Message(
            "{file} does not state its horizon, {base_file} runs over {months} months",
            file=vague.file,
            base_file=known.file,
            months=known.months,
        )
        fix = Message("add --allow {word}", word=word)
        return ScenarioError([Problem(_horizon_of(other), "E311", "horizon", message, fix)])
    longer, shorter = max(other.months, base.months), min(other.months, base.months)
    message = Message(
        "{file} runs over {months} months, {base_file} over {base_months}: {longer} months "
        "hold more cost and saving than {shorter}",
        file=other.file,
        months=other.months,
        base_file=base.file,
        base_months=base.months,
        longer=longer,
        shorter=shorter,
    )
    fix = Message("add --allow {word}; or state both over the same months", word=word)
    return ScenarioError([Problem(_horizon_of(other), "E311", "horizon.months", message, fix)])


def _horizon_of(scenario: Scenario) -> Span:
    """Where a scenario states its horizon."""
    return scenario.places["horizon.months"]


def _other_perspective(base: Scenario, other: Scenario, word: str) -> ScenarioError:
    """The error of a scenario with another perspective, which --allow with this word accepts."""
    mine, theirs = (
        "society" if scenario.perspective == SOCIETAL else scenario.perspective
        for scenario in (base, other)
    )
    message = Message(
        "{file} counts what {theirs} bears, {base_file} what {mine} bears: they add up "
        "different costs",
        file=other.file,
        theirs=theirs,
        base_file=base.file,
        mine=mine,
    )
    fix = Message(
        "add --perspective {perspective}, or add --allow {word}",
        perspective=base.perspective,
        word=word,
    )
    span = other.places["perspective"]
    return ScenarioError([Problem(span, "E311", "perspective", message, fix)])
