"""Whether what was read of persons can be analysed: enough of them, who differ, in every arm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.loading.text.edits import without
from ipscost.messages import Message
from ipscost.scenario.data_plan import SECTION, DataPlan, OutcomeColumns
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

BASELINE, BALANCE = "baseline", "balance"
LEAST = 2
"""The fewest persons of an arm: one shows nothing of how persons differ."""
SAMPLE = 20_000
"""Persons by whom it is judged whether covariates say the same."""


def refuse_few(shown: str, arm: Ints, plan: DataPlan) -> None:
    """Raises ScenarioError where an arm has nobody, or one person alone.

    arm: (person,), the place of each person's arm among those of the plan.
    """
    problems = []
    for place, name in enumerate(plan.arms):
        persons = int((arm == place).sum())
        if persons >= LEAST:
            continue
        column = plan.arm or ""
        message = Message("{file} has nobody in the arm {arm}", file=shown, arm=name)
        there = [each for at, each in enumerate(plan.arms) if (arm == at).any()]
        fix = Message(
            "write arm: {{column: {column}, {arms}}}; with what stands there for each arm that "
            "the data have",
            column=column,
            arms=", ".join(f"{each}: ..." for each in there or plan.arms),
        )
        if persons:
            message = Message(
                "{file} has one person in the arm {arm}, which shows no spread",
                file=shown,
                arm=name,
            )
            fix = Message("add persons of that arm")
        problems.append(Problem(plan.places.get(column, plan.span), "E363", "data", message, fix))
    if problems:
        raise ScenarioError(problems)


def check(
    data: IndividualData,
    endpoints: Sequence[Endpoint],
    balance: Sequence[int],
    scenario: Scenario,
    plan: DataPlan,
    places: Mapping[str, Sequence[int]],
) -> list[Message]:
    """What a reader should look at. Raises ScenarioError where nothing can be computed.

    places: by the name of a column in the model, where it is in the data, or its groups are.
    """
    about = _About(data, plan, places)
    problems = [*about.measured(), *about.ranges()]
    if not problems:
        problems += about.variation(endpoints, balance)
    if problems:
        raise ScenarioError(problems)
    return [*about.doubts(scenario)]


class _About:
    """The data, as far as they are looked at."""

    def __init__(
        self, data: IndividualData, plan: DataPlan, places: Mapping[str, Sequence[int]]
    ) -> None:
        self.data, self.plan = data, plan
        self.place = {name: place for place, name in enumerate(data.columns)}
        self.named = {place: name for name, here in places.items() for place in here}

    def refuse(self, code: str, message: str, fix: str, name: str) -> Problem:
        """A problem with the data, at the line of the model that names a column."""
        span = self.plan.places.get(name, self.plan.span)
        return Problem(span, code, self._path(name), message, fix)

    def without(self, name: str) -> str:
        """The fix that a column is left out of the model."""
        for part in self.plan.parts:
            head, _, key = part.path.partition(".")
            if name in part.baseline and name not in part.columns:
                return without([BASELINE], f"{SECTION}.{head}.{key}")
            is_utility = isinstance(part, OutcomeColumns) and part.months
            if name in part.columns and (is_utility or len(part.columns) == 1):
                return without([key], f"{SECTION}.{head}")
        if (self.plan.baseline, self.plan.balance) == ((), (name,)):
            return without([BALANCE], SECTION)
        is_alone = (self.plan.baseline, self.plan.balance) == ((name,), ())
        return without([BASELINE], SECTION) if is_alone else without([name])

    def _path(self, name: str) -> str:
        """Where in the section a column is named."""
        for part in self.plan.parts:
            if name in (*part.columns, *part.baseline):
                return f"{SECTION}.{part.path}"
        is_covariate = name in self.plan.covariates
        return f"{SECTION}.{BASELINE}" if is_covariate and self.plan.baseline else SECTION

    # --- values --------------------------------------------------------------------------------

    def measured(self) -> Iterator[Problem]:
        """Problems with columns of which nothing was measured, in all or in an arm."""
        for place in range(len(self.data.columns)):
            name = self.named[place]
            seen = ~np.isnan(self.data.values[:, place])
            fix = self.without(name)
            if not seen.any():
                message = Message("nothing was measured in {name}: every cell is empty", name=name)
                yield self.refuse("E366", message, fix, name)
                continue
            for arm, label in enumerate(self.data.arms):
                if not seen[self.data.arm == arm].any():
                    message = Message(
                        "nothing was measured in {name} of the arm {arm}: every cell is empty",
                        name=name,
                        arm=label,
                    )
                    yield self.refuse("E366", message, fix, name)

    def ranges(self) -> Iterator[Problem]:
        """Problems with shares that are none, and with utilities above 1."""
        for outcome in self.plan.outcomes:
            is_utility = bool(outcome.months)
            if not (outcome.is_share or is_utility):
                continue
            for name in dict.fromkeys((*outcome.columns, *outcome.baseline)):
                values = self.data.values[:, self.place[name]]
                low = -1.0 if is_utility else 0.0
                amiss = int(((values < low) | (values > 1)).sum())
                if not amiss:
                    continue
                message = Message(
                    "expected numbers from {low:g} to 1 in {name}; rows with another: {amiss}",
                    low=low,
                    name=name,
                    amiss=amiss,
                )
                fix = Message(
                    "write 1 for whoever has it and 0 for others; add missing: [...] to data "
                    "where a number stands for a missing value"
                )
                if is_utility:
                    fix = Message(
                        "write utilities, of which 1 is full health; add missing: [...] to data "
                        "where a number stands for a missing value"
                    )
                yield self.refuse("E369", message, fix, name)

    # --- variation -----------------------------------------------------------------------------

    def variation(self, endpoints: Sequence[Endpoint], balance: Sequence[int]) -> Iterator[Problem]:
        """Problems of regressions: covariates in which nobody differs, or more than persons."""
        told: set[int] = set()
        for adjust in dict.fromkeys((*(each.adjust for each in endpoints), tuple(balance))):
            fewest = min(int((self.data.arm == arm).sum()) for arm in range(len(self.data.arms)))
            if adjust and fewest < len(adjust) + LEAST:
                message = Message(
                    "{covariates} covariates are too many for an arm of fewer than {least} persons",
                    covariates=len(adjust),
                    least=len(adjust) + LEAST,
                )
                last = (self.plan.covariates or self.plan.measured)[-1]
                yield self.refuse("E368", message, self.without(last), last)
                return
            for place in self._idle(adjust):
                if place in told:
                    continue
                told.add(place)
                name = self.named[place]
                message = Message("nobody differs from others in {name}", name=name)
                if np.nanmin(self.data.values[:, place]) != np.nanmax(self.data.values[:, place]):
                    message = Message(
                        "{name} says nothing that the arm and other covariates do not", name=name
                    )
                yield self.refuse("E367", message, self.without(name), name)
        for outcome in self.plan.outcomes:
            end = self.data.values[:, self.place[outcome.columns[-1]]]
            if np.nanmin(end) == np.nanmax(end):
                name = outcome.columns[-1]
                message = Message("nobody differs from others in {name}", name=name)
                yield self.refuse("E367", message, self.without(name), name)

    def _idle(self, adjust: Sequence[int]) -> Iterator[int]:
        """The covariates that add nothing to those before them and to the arm."""
        if not adjust:
            return
        step = max(1, self.data.persons // SAMPLE)
        values = self.data.values[::step][:, list(adjust)]
        mean = np.nanmean(values, axis=0)
        filled = np.where(np.isnan(values), mean, values) - mean
        scale = np.sqrt((filled * filled).sum(axis=0))
        arms = [own for own in self.data.treated[::step].T if own.any()]
        kept = [own / np.sqrt(own.sum()) for own in (np.ones(len(filled)), *arms)]
        rank = np.linalg.matrix_rank(np.column_stack(kept), tol=1e-7)
        for place, column, size in zip(adjust, filled.T, scale, strict=True):
            if not size:
                yield place
                continue
            tried = np.column_stack([*kept, column / size])
            if np.linalg.matrix_rank(tried, tol=1e-7) <= rank:
                yield place
                continue
            kept.append(column / size)
            rank += 1

    # --- doubts --------------------------------------------------------------------------------

    def doubts(self, scenario: Scenario) -> Iterator[Message]:
        """What a reader should look at: negative costs, gains that are positive."""
        kinds = {each.path: KINDS[each.kind] for each in scenario.categories}
        for cost in self.plan.costs:
            kind = kinds[cost.path]
            for name in cost.columns:
                values = self.data.values[:, self.place[name]]
                negative = (values < 0).any()
                if np.nanmin(values) == np.nanmax(values):
                    yield Message("all persons have the same amount in {name}", name=name)
                if negative and not kind.may_be_negative:
                    yield Message(
                        "{name} has negative costs; where a number stands for a missing value, add "
                        "missing: [...] to data",
                        name=name,
                    )
                if kind.is_gain and cost.factor > 0 and np.nanmean(values) > 0:
                    yield Message(
                        "{name} is a gain and positive on average; a gain is a negative cost, so "
                        "add gain: true to its cost in data where it is one",
                        name=name,
                    )
