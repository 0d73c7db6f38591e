"""Individual data with what is asked of them, and the regressions that all methods share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.evaluation.differences import Differences
from ipscost.analysis.evaluation.nouns import AskedOfData
from ipscost.drawing.streams import generator
from ipscost.errors import AskedError
from ipscost.individual.censoring import kaplan_meier
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.imputation import imputed
from ipscost.individual.regression import Regressed, sur
from ipscost.messages import Message
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

TOTAL = "cost"
"""The name of the endpoint that is the sum of all categories."""
MOST_NUMBERS = 4_000_000
"""So many numbers are imputed at a time: 32 MB."""
MOST_KEPT = 8 * MOST_NUMBERS
"""So many are kept for the methods that follow: those of the first imputations."""


class Imputations:
    """Imputations of data by number, those that come first kept for the methods that follow.

    seen: the share of what a column counts that was seen, (person, column); None where all was.
    What was seen in part is kept as it is, and no whole is imputed from it.
    """

    def __init__(self, data: IndividualData, random: Any, seen: Floats | None = None) -> None:
        self.data, self.random, self.seen = data, random, seen
        self._kept: dict[int, Floats] = {}

    def _made(self, numbers: range) -> Floats:
        data, seen = self.data, self.seen
        if seen is None:
            return imputed(data, numbers, self.random)
        own, is_part = data.values, seen < 1
        made = imputed(replace(data, values=np.where(is_part, np.nan, own)), numbers, self.random)
        part = np.where(np.isnan(own), np.where(seen > 0, made * seen, made), own)
        return np.where(is_part, part, made)

    def of(self, numbers: range) -> Floats:
        """Imputations with these numbers, (imputation, person, column)."""
        missing = [number for number in numbers if number not in self._kept]
        if missing:
            first, last = missing[0], missing[-1]
            made = self._made(range(first, last + 1))
            if len(missing) == len(numbers) and not self._has_room(len(numbers)):
                return made
            self._kept |= {first + place: each for place, each in enumerate(made)}
        return np.stack([self._kept[number] for number in numbers])

    def _has_room(self, more: int) -> bool:
        return (len(self._kept) + more) * self.data.values.size <= MOST_KEPT

    def blocks(self, numbers: range) -> Sequence[range]:
        """The numbers of imputations, few enough at a time to fit into memory."""
        step = max(1, MOST_NUMBERS // max(1, self.data.values.size))
        return [numbers[start : start + step] for start in range(0, len(numbers), step)]


@dataclass(frozen=True, eq=False)
class DataCase:
    """Individual data, what an evaluation of them is of, and how it is asked for.

    endpoints: the total cost, each category, each outcome. balance: places of the columns that
    weights balance.
    """

    scenario: Scenario
    data: IndividualData
    endpoints: tuple[Endpoint, ...]
    asked: AskedOfData
    balance: tuple[int, ...] = ()

    # --- what is regressed -------------------------------------------------------------------

    @cached_property
    def joint(self) -> tuple[Endpoint, ...]:
        """The endpoints that are regressed jointly: the total cost, and the outcomes."""
        outcomes = tuple(e for e in self.endpoints if e.name.startswith("outcome."))
        total = tuple(e for e in self.endpoints if e.name == TOTAL and e.weights.any())
        return (*total, *outcomes)

    @cached_property
    def parts(self) -> tuple[Endpoint, ...]:
        """What the total is made of, and categories that it leaves out."""
        if self.joint and self.joint[0].name == TOTAL:
            return self.categories
        return ()

    @cached_property
    def categories(self) -> tuple[Endpoint, ...]:
        """The cost categories."""
        return tuple(e for e in self.endpoints if e.name.startswith(f"{TOTAL}."))

    @cached_property
    def is_measured(self) -> bool:
        """True where data hold a cost or an outcome; False where they only say who was there."""
        return bool(self.joint or self.categories)

    @cached_property
    def arms(self) -> tuple[str, ...]:
        """The names of the arms beside the reference."""
        data = self.data
        return tuple(arm for place, arm in enumerate(data.arms) if place != data.reference)

    @cached_property
    def used(self) -> tuple[int, ...]:
        """Places of the columns that count in an endpoint, a regression or a weight."""
        found = {place for e in self.endpoints for place in np.flatnonzero(e.weights).tolist()}
        found |= {place for e in self.endpoints for place in e.adjust}
        return tuple(sorted(found | {*self.balance}))

    @cached_property
    def whole(self) -> Flags:
        """Who lacks nothing that counts, (person,)."""
        lacks = self.data.missing[:, list(self.used)].any(axis=1)
        return np.asarray(~lacks)

    @property
    def is_whole(self) -> bool:
        """True where nothing that counts is missing."""
        return bool(self.whole.all())

    @property
    def is_followed(self) -> bool:
        """True where nobody was cut off."""
        return self.data.complete is None or bool(self.data.complete.all())

    @cached_property
    def uncut(self) -> Floats | None:
        """What each person counts where some were cut off, (person,); None where nobody was.

        Those seen whole count by the inverse of the chance of not yet being cut off, in their arm:
        Bang and Tsiatis 2000, doi 10.1093/biomet/87.2.329, as weights of a regression. Those cut
        off count nothing. Raises AskedError where nobody of an arm was seen whole.
        """
        data = self.data
        if self.is_followed or data.followed is None or data.complete is None:
            return None
        weights = np.zeros(data.persons)
        months = np.minimum(data.followed, float(self.scenario.months))
        for place in range(len(data.arms)):
            own = data.arm == place
            if not data.complete[own].any():
                raise AskedError(
                    Message(
                        "nobody of the arm {arm} was followed to the end, so nobody stands for "
                        "those cut off; take followed out of the section data, or state a shorter "
                        "horizon",
                        arm=data.arms[place],
                    )
                )
            chance = kaplan_meier(months[own], ~data.complete[own])
            least = chance[chance > 0].min(initial=1.0)
            weights[own] = data.complete[own] / np.maximum(chance, least)
        return weights

    @cached_property
    def spans(self) -> Floats:
        """From when to when each column counts, (column, 2), in months."""
        spans = np.tile([0.0, float(self.scenario.months)], (len(self.data.columns), 1))
        plan = self.scenario.data
        for cost in plan.costs if plan else ():
            times = zip(cost.columns, (0.0, *cost.months), cost.months, strict=False)
            for name, start, stop in times:
                spans[self.data.columns.index(name)] = start, stop
        return spans

    @cached_property
    def seen(self) -> Floats | None:
        """The share of what each column counts that was seen, (person, column).

        Less than 1 for costs, and outcomes of the whole time, of those cut off: costs accrue
        evenly, and of such an outcome nothing is known. None where nobody was cut off. Raises
        AskedError where a column of an arm was seen in part alone, so that it tells of no whole.
        """
        data, plan = self.data, self.scenario.data
        if self.is_followed or data.followed is None or data.complete is None or plan is None:
            return None
        seen = np.ones(data.values.shape)
        start, stop = self.spans.T
        share = np.clip((data.followed[:, None] - start) / (stop - start), 0.0, 1.0)
        share[data.complete] = 1.0
        for name in {column for cost in plan.costs for column in cost.columns}:
            place = data.columns.index(name)
            seen[:, place] = share[:, place]
        for outcome in plan.outcomes:
            if not outcome.months:
                seen[~data.complete, data.columns.index(outcome.columns[-1])] = 0.0
        for arm, label in enumerate(data.arms):
            whole = ((seen == 1) & ~data.missing)[data.arm == arm].any(axis=0)
            if not whole.all():
                raise AskedError(
                    Message(
                        "{column} of the arm {arm} was seen of people cut off alone, so it cannot "
                        "be imputed; take the column or followed out of the section data",
                        column=data.columns[int(np.argmin(whole))],
                        arm=label,
                    )
                )
        return seen

    def only(self, kept: Flags) -> DataCase:
        """The same of some of the persons, (person,)."""
        less = self.data.some(kept)
        return DataCase(self.scenario, less, self.endpoints, self.asked, self.balance)

    # --- randomness --------------------------------------------------------------------------

    @property
    def random(self) -> Any:
        """The generator of a name, the same each time."""
        return partial(generator, self.asked.seed)

    @cached_property
    def imputations(self) -> Imputations:
        """What is missing, imputed."""
        return Imputations(self.data, self.random, self.seen)

    # --- fits --------------------------------------------------------------------------------

    def fit(self, values: Floats, weights: Floats | None = None) -> Regressed:
        """The regressions, of (..., person, column) without holes."""
        clusters = self.data.site if self.asked.cluster else None
        if not self.is_measured:
            shape = (*values.shape[:-2], 0, len(self.data.arms))
            return Regressed((), np.zeros(shape), np.zeros((*shape[:-2], 0, 0)), np.zeros(0))
        if not self.joint or self.joint[0].name != TOTAL:
            every = (*self.joint, *self.categories)
            return sur(values, self.data, every, weights=weights, clusters=clusters)
        return sur(values, self.data, self.joint, self.parts, weights=weights, clusters=clusters)

    def fewer_adjusted(self) -> DataCase:
        """The same, adjusted for nothing."""
        bare = tuple(replace(each, adjust=()) for each in self.endpoints)
        case = DataCase(self.scenario, self.data, bare, self.asked, self.balance)
        case.__dict__["imputations"] = self.imputations  # of the same persons
        case.__dict__["used"] = self.used
        return case

    def independent(self) -> DataCase:
        """The same, as if persons of one site were no more alike than others."""
        case = replace(self, asked=replace(self.asked, cluster=""))
        case.__dict__["imputations"] = self.imputations
        return case

    def differences(
        self, fitted: Regressed, persons: int | None = None, drawn: Floats | None = None
    ) -> Differences:
        """What was fitted, of one imputation or of several, (imputation, ...)."""
        estimates = fitted.estimate
        if estimates.ndim == 2:
            estimates = estimates[None]
        shape = estimates.shape
        return Differences(
            fitted.names,
            self.arms,
            estimates,
            fitted.covariance.reshape(*shape, *shape[1:]),
            fitted.freedom,
            self.data.persons if persons is None else persons,
            drawn,
        )
