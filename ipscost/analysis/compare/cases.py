"""What compare sets side by side: cases, their differences, and which cannot be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.interval import Interval
from ipscost.errors import AskedError, Problem, ScenarioError, nearest
from ipscost.rounding import less
from ipscost.run import Run
from ipscost.scenario.nouns import SOCIETAL, Scenario

ALLOWED = ("horizon", "perspective")
NOISE = 1e-9
"""The share of two savings by which their difference may move and be the same in every draw."""


@dataclass(frozen=True)
class ComparedArm:
    """A column: one intervention of a run. `name` tells the scenario apart from the others.

    `is_alone` is True where no other column is of the same scenario.
    """

    name: str
    arm: str
    run: Run
    is_alone: bool

    @property
    def scenario(self) -> Scenario:
        """The scenario of the column."""
        return self.run.scenario

    @property
    def key(self) -> str:
        """What `--base` calls it: the scenario's name, with the arm where there are several."""
        return self.name if self.is_alone else f"{self.name}:{self.arm}"

    @cached_property
    def view(self) -> View:
        """The run from the scenario's perspective."""
        return View(self.run, self.scenario.perspective)

    @cached_property
    def saving(self) -> Estimate:
        """What the arm saves against the reference arm, over all that is counted."""
        return self.view.total(self.arm).minus()


def cases_of(
    runs: Sequence[Run], arms: Sequence[str] = (), base: str = ""
) -> tuple[tuple[ComparedArm, ...], int]:
    """The columns in the order of `runs`, and the place of the base among them.

    `arms` narrows a scenario of several interventions to those named. `base` names a column; the
    first is the base where it is empty. Raises AskedError where there is nothing to compare or a
    name is unknown.
    """
    known = list(dict.fromkeys(arm for run in runs for arm in run.scenario.interventions))
    for arm in arms:
        if arm not in known:
            raise AskedError(f"no scenario has the intervention {arm}; {nearest(arm, known)}")
    found = []
    for name, run in zip(names([run.scenario for run in runs]), runs, strict=True):
        several = run.scenario.interventions
        if len(several) > 1 and arms:
            several = tuple(arm for arm in several if arm in arms)
        if not several:
            has = ", ".join(run.scenario.interventions)
            raise AskedError(f"{name} has none of {', '.join(arms)}; it has {has}")
        found += [ComparedArm(name, arm, run, len(several) == 1) for arm in several]
    if len(found) < 2:
        raise AskedError(
            f"{found[0].key} alone cannot be compared; name another scenario, or a file that "
            "extends it"
        )
    return tuple(found), _place(found, base)


def _place(cases: Sequence[ComparedArm], base: str) -> int:
    """The place of the column that `base` names."""
    if not base:
        return 0
    for place, case in enumerate(cases):
        if base in (case.key, case.name, case.scenario.file, f"{case.name}:{case.arm}"):
            return place
    keys = [case.key for case in cases]
    raise AskedError(f"no scenario named {base} is compared; {nearest(base, keys)}")


def names(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """A name a scenario: that of its file, with as much of its path as tells it apart."""
    found = [scenario.name for scenario in scenarios]
    deepest = max(len(Path(scenario.file).parts) for scenario in scenarios)
    for parts in range(2, deepest + 1):
        twice = {name for name, count in Counter(found).items() if count > 1}
        for place, scenario in enumerate(scenarios):
            if found[place] in twice:
                path = Path(scenario.file).with_suffix("")
                found[place] = "/".join(path.parts[-parts:])
    twice = {name for name, count in Counter(found).items() if count > 1}
    return tuple(
        scenario.file if name in twice else name
        for name, scenario in zip(found, scenarios, strict=True)
    )


# --- differences -----------------------------------------------------------------------------


def gap(over: Estimate, under: Estimate) -> Estimate:
    """One number minus another, draw by draw: their random numbers are the same.

    Without draws where one of the two has no stated uncertainty, since the difference is then as
    uncertain as nobody knows; partial where one of them is. What is left by rounding is nothing.
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
    """The interval of a gap; of no width where it is the same in every draw."""
    if difference.draws is not None and not difference.is_uncertain:
        return Interval(difference.point, difference.point, difference.point)
    return difference.interval(level)


def gap_cell(difference: Estimate, level: float) -> Interval | None:
    """The same as a cell; None where nothing of it is known."""
    return None if difference.empty else gap_interval(difference, level)


def chance(difference: Estimate) -> float | None:
    """The share of draws in which a gap is above 0; None where it is not known or is nothing."""
    if difference.draws is None:
        return None
    if not difference.is_uncertain:
        return float(difference.point > 0) if abs(difference.point) > 1e-6 else None
    return float((difference.draws > 0).mean())


# --- what cannot be compared -----------------------------------------------------------------


def refuse_unlike(base: Scenario, others: Sequence[Scenario], allowed: Sequence[str] = ()) -> None:
    """Raises ScenarioError E311 where a horizon or perspective is not that of the base.

    What `allowed` names (of ALLOWED) is let through.
    """
    problems: list[Problem] = []
    for other in others:
        if other.months != base.months and "horizon" not in allowed:
            problems += _other_horizon(base, other).problems
        if other.perspective != base.perspective and "perspective" not in allowed:
            problems += _other_perspective(base, other).problems
    if problems:
        raise ScenarioError(problems)


def _other_horizon(base: Scenario, other: Scenario) -> ScenarioError:
    """The error of a scenario over other months."""
    longer, shorter = max(other.months, base.months), min(other.months, base.months)
    message = f"{other.file} runs over {other.months} months, {base.file} over {base.months}: "
    message += f"{longer} months hold more cost and saving than {shorter}"
    fix = "add --allow horizon; or state both over the same months"
    span = other.places["horizon.months"]
    return ScenarioError([Problem(span, "E311", "horizon.months", message, fix)])


def _other_perspective(base: Scenario, other: Scenario) -> ScenarioError:
    """The error of a scenario that counts what somebody else bears."""
    mine, theirs = (
        "society" if scenario.perspective == SOCIETAL else scenario.perspective
        for scenario in (base, other)
    )
    message = f"{other.file} counts what {theirs} bears, {base.file} what {mine} bears: they add "
    message += "up different costs"
    fix = f"add --perspective {base.perspective}, or add --allow perspective"
    span = other.places["perspective"]
    return ScenarioError([Problem(span, "E311", "perspective", message, fix)])
