"""Persons one by one: what each costs and reaches, and their means in the ledger.

The means are those of the engine of expected values, up to the chance of following so many persons.
With a model of states each person has a course through them (`courses`), and what is tied to time
in states, entries and moves follows it; on top, and in scenarios without states, persons differ as
`spread` says (`differing`). The same persons stand in every arm, at every value of a number and in
every scenario: what differs between two results is not who was followed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import Draws, Given, NotProductsError
from ipscost.drawing.groups import shares
from ipscost.drawing.streams import Streams
from ipscost.engines import carried, expected, mixture, states
from ipscost.engines.chain import Chain
from ipscost.engines.courses import PersonCourses
from ipscost.engines.differing import Differing
from ipscost.engines.frame import ledger
from ipscost.engines.grid import grid as grid_of
from ipscost.engines.outcome import Detail, EngineResult, People
from ipscost.engines.walk import walk
from ipscost.ledger import Ledger
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario.model import StateOutcome
from ipscost.scenario.nouns import Outcome, Scenario
from ipscost.units import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.int64]
    Flags = NDArray[np.bool_]

AT_ONCE = {"totals": 16384, "periods": 512}
"""How many persons are followed at a time: fewer where every period is kept, so that memory does
not grow with their number. Sums go over them in turn, so no option changes it."""
DRAWS_AT_ONCE = {"totals": 16384, "periods": 512}
"""How many persons at a time where they are of several draws."""
MOST_KEPT = 100_000
"""Up to so many persons are handed over one by one beside their means: 20 MB in a dozen columns."""
GROUP = "group"
"""The name of the number that says to which group a person belongs."""
ONE = np.ones(1)
USE_OF = "use."
"""How the columns of what persons use begin, before the path of the category."""
MONTHS_IN = "months."
"""How the columns of months in states begin, before the path of the state."""


@dataclass(frozen=True, eq=False)
class Followed:
    """Some persons of a draw: present values (arm, category, person), outcomes (arm, outcome,
    person); months in each state, (arm, state, person), without a model none; how much is used of
    each category with a price, (arm, use, person); the index of each person's group,
    (person,), None where the scenario has no groups."""

    persons: range
    costs: Floats
    outcomes: Floats
    months: Floats
    uses: Floats
    group: Places | None = None


@dataclass(frozen=True, eq=False)
class GroupOfPersons:
    """The persons of one group: its scenario, its draws, and how they differ.

    place: the index of the group. low, high: between which ends the number of a person lies who
    belongs to it, (draw,) or (1,); None without groups.
    """

    scenario: Scenario
    draws: Draws
    apart: Differing
    place: int = 0
    low: Floats | None = None
    high: Floats | None = None

    def belong(self, streams: Streams, draw: int, persons: range) -> Flags | None:
        """True for those persons of a draw who belong to it, (person,); None for all of them."""
        if self.low is None or self.high is None:
            return None
        own = streams.of_persons(GROUP, draw, persons, lambda own, n: own.random(n))
        low, high = (ends[draw if ends.size > 1 else 0] for ends in (self.low, self.high))
        belongs: Flags = (own >= low) & (own < high)
        return belongs


def run(scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail) -> EngineResult:
    """The ledger of means over `streams.persons` persons in each draw.

    Where all draws share their random numbers, as the base case and what is held beside it do, the
    ledger has expected values: a mean of one sample of persons would be off by chance, and so might
    lie outside of its own interval. The persons of the base case are handed over too, unless there
    are more than MOST_KEPT; those of many draws never are. Raises NotProductsError for expected
    values given draws of some numbers, which persons have only up to chance, and ValueError where
    the engine of the scenario does.
    """
    if isinstance(draws, Given):
        raise NotProductsError("what persons cost is no sum of products of numbers")
    kept: Detail = "totals" if detail == "totals" else "periods"
    if streams.shared:
        means = _expected(scenario, draws, streams, detail)
    else:
        means = _means(scenario, draws, streams, kept)
    is_handed = draws.n == 1 and detail == "periods" and streams.persons <= MOST_KEPT
    return EngineResult(means, people(scenario, draws, streams) if is_handed else None)


def _expected(scenario: Scenario, draws: Draws, streams: Streams, detail: Detail) -> Ledger:
    """The ledger of expected values, of a scenario with groups or without."""
    engine = mixture.over_groups(states.run) if scenario.subgroups else states.run
    return engine(scenario, draws, streams, detail=detail).ledger


def _means(scenario: Scenario, draws: Draws, streams: Streams, detail: Detail) -> Ledger:
    """The ledger of means over persons, each in the group to which it belongs."""
    found = _of_amounts if scenario.model is None else _of_courses
    ledgers = [found(part, streams, detail) for part in parts(scenario, draws)]
    return ledgers[0] if len(ledgers) == 1 else mixture.summed(ledgers, [ONE] * len(ledgers))


def parts(scenario: Scenario, draws: Draws) -> list[GroupOfPersons]:
    """The groups of a scenario, each with its numbers; one with everybody where it has none."""
    if not scenario.subgroups:
        return [GroupOfPersons(scenario, draws, differing(scenario))]
    found, low = [], np.zeros(1)
    weights = shares(scenario, draws)
    last = max(index for index, weight in enumerate(weights) if weight.any())
    for index, weight in enumerate(weights):
        high = np.full(1, np.inf) if index == last else low + weight
        if weight.any():
            group = scenario.subgroups[index]
            own = mixture.in_group(group, draws)
            apart = differing(scenario, index)
            found.append(
                GroupOfPersons(mixture.of_group(scenario, index), own, apart, index, low, high)
            )
        low = high
    return found


@by_identity(SCENARIOS)
def differing(scenario: Scenario, group: int | None = None) -> Differing:
    """How the persons of a scenario, or of one of its groups, differ around their means.

    These are the means of the base case.
    """
    draws = drawing.base_case(scenario)
    if group is not None:
        draws = mixture.in_group(scenario.subgroups[group], draws)
        scenario = mixture.of_group(scenario, group)
    draws = carried.with_shares(scenario, draws)
    base = states.run(scenario, draws, Streams(1), detail="totals")
    return Differing(scenario, base.ledger, used(scenario, draws))


def used(scenario: Scenario, draws: Draws) -> dict[str, Floats]:
    """How much each arm uses over the horizon, (arm,), by the path of a category with a price."""
    found = {}
    for category in scenario.categories:
        if category.price is not None and category.arms:
            own = carried.shares(scenario, category)
            use = expected.by_arm(category.arms, scenario, draws, "", own)[:, 0]
            found[category.path] = use * math.fsum(category.timing.weights)
    return found


def people(scenario: Scenario, draws: Draws, streams: Streams) -> People:
    """The persons of a single draw, each in every arm, as columns.

    Columns are by path: present values of categories, outcomes, `months.` with the name of a state,
    and `use.` with the path of a category that has a price: of counts whole numbers. All persons of
    the first arm come first.
    """
    blocks = list(follow(scenario, draws, streams))
    names = list(scenario.holders)
    if scenario.model is not None:
        names += [f"{MONTHS_IN}{state}" for state in scenario.model.states]
    names += [f"{USE_OF}{path}" for path in used(scenario, draws)]
    arrays = [np.concatenate([b.costs, b.outcomes, b.months, b.uses], axis=1) for b in blocks]
    columns = np.concatenate(arrays, axis=2)
    arms, _, persons = columns.shape
    place = np.repeat(np.arange(arms), persons)
    own = {name: columns[:, index].ravel() for index, name in enumerate(names)}
    groups = [b.group for b in blocks if b.group is not None]
    group = np.tile(np.concatenate(groups), arms) if groups else None
    return People(place, np.zeros(place.size, dtype=np.int64), own, group)


def follow(scenario: Scenario, draws: Draws, streams: Streams) -> Iterator[Followed]:
    """The persons of a single draw, some at a time, so that memory does not grow with all.

    Raises ValueError for more than one draw.
    """
    if draws.n != 1:
        raise ValueError(f"persons are followed in one draw, not in {draws.n}")
    followers = [_Follower(part, streams) for part in parts(scenario, draws)]
    for persons in _slices(streams.persons, AT_ONCE["totals"]):
        group = np.zeros(len(persons), dtype=np.int64) if scenario.subgroups else None
        whole: Followed | None = None
        for follower in followers:
            own, found = follower.part.belong(streams, 0, persons), follower.follow(persons)
            if whole is None or own is None or group is None:
                whole = found
            else:
                for into, of in ((whole.costs, found.costs), (whole.outcomes, found.outcomes)):
                    np.copyto(into, of, where=own)
                np.copyto(whole.months, found.months, where=own)
                np.copyto(whole.uses, found.uses, where=own)
            if group is not None and own is not None:
                group[own] = follower.part.place
        assert whole is not None
        yield replace(whole, group=group)


class _Follower:
    """Follows the persons of one group in a single draw, all of them, whoever belongs to it."""

    def __init__(self, part: GroupOfPersons, streams: Streams) -> None:
        self.part, self.streams = part, streams
        scenario, draws = part.scenario, part.draws
        self.timed, self.count = _with_time_in_states(scenario)
        self.means = states.run(scenario, draws, streams, detail="totals").ledger
        self.draws = carried.with_shares(scenario, draws)
        self.uses = used(scenario, self.draws)
        has_model = scenario.model is not None
        self.chain = Chain(scenario, self.draws, grid_of(scenario)) if has_model else None

    def follow(self, persons: range) -> Followed:
        """What some persons cost and reach in the group."""
        apart, streams, means = self.part.apart, self.streams, self.means
        if self.chain is not None:
            arrays = _moved(self.timed, self.draws, self.chain, streams, persons, "totals", apart)
            costs, outcomes = arrays["amount"].sum(axis=2), arrays["outcome_amount"].sum(axis=2)
            ends = outcomes.shape[1] - self.count
            outcomes, months = outcomes[:, :ends], outcomes[:, ends:]
            return Followed(persons, costs, outcomes, months, self._uses(persons))
        costs = np.repeat(means.present_value, len(persons), axis=2)
        outcomes = np.repeat(means.present_outcome, len(persons), axis=2)
        for (arm, place), factor in apart.of_costs(streams, 0, persons).items():
            costs[arm, place] *= factor
        levels = means.present_outcome[:, :, 0]
        for (arm, place), own in apart.of_outcomes(levels, streams, 0, persons).items():
            outcomes[arm, place] = own
        months = np.empty((len(costs), 0, len(persons)))
        return Followed(persons, costs, outcomes, months, self._uses(persons))

    def _uses(self, persons: range) -> Floats:
        """How much each person uses of each category with a price, over the horizon."""
        places = [each.path for each in self.part.scenario.categories]
        factors, uses = self.part.apart.of_costs(self.streams, 0, persons), self.uses
        arms = len(self.part.scenario.arms)
        found = np.zeros((arms, len(uses), len(persons)))
        for index, (path, means) in enumerate(uses.items()):
            for arm in range(arms):
                found[arm, index] = means[arm] * factors.get((arm, places.index(path)), 1.0)
        return found


def follow_draws(
    scenario: Scenario, draws: Draws, streams: Streams
) -> Iterator[tuple[slice, Floats]]:
    """What the persons of each draw cost, a few draws at a time, with the place of these draws.

    Present values, (arm, category, draw, person). With streams that all draws share, the same
    persons stand in each of them, and two draws differ by the numbers alone.
    """
    persons = range(streams.persons)
    for place, some in draws.blocks(max(1, DRAWS_AT_ONCE["totals"] // streams.persons)):
        own = replace(streams, first=streams.first + place.start)
        whole: Floats | None = None
        for part in parts(scenario, some):
            costs = _costs_in_draws(part, own, persons)
            if whole is None:
                whole = costs
                continue
            for draw in range(some.n):
                belongs = part.belong(own, draw, persons)
                np.copyto(whole[:, :, draw], costs[:, :, draw], where=belongs)
        assert whole is not None
        yield place, whole


def _costs_in_draws(part: GroupOfPersons, streams: Streams, persons: range) -> Floats:
    """What some persons would cost in a group in each of its draws, as `follow_draws`."""
    scenario, draws, apart = part.scenario, part.draws, part.apart
    if scenario.model is None:
        means = expected.run(scenario, draws, streams, detail="totals").ledger.present_value
        costs = np.repeat(means[..., None], len(persons), axis=3)
        for draw in range(draws.n):
            for (arm, category), factor in apart.of_costs(streams, draw, persons).items():
                costs[arm, category, draw] *= factor
        return costs
    draws = carried.with_shares(scenario, draws)
    chain = Chain(scenario, draws, grid_of(scenario))
    amount = _moved(scenario, draws, chain, streams, persons, "totals", apart)["amount"].sum(axis=2)
    every: Floats = amount.reshape(*amount.shape[:2], draws.n, len(persons))
    return every


def _slices(persons: int, most: int) -> Iterator[range]:
    """The persons in turn, at most so many at a time."""
    return (range(first, min(first + most, persons)) for first in range(0, persons, most))


# --- without states ----------------------------------------------------------------------------


def _of_amounts(part: GroupOfPersons, streams: Streams, detail: Detail) -> Ledger:
    """The means where amounts are stated over the horizon: those expected, times mean factors.

    In a group, those who do not belong to it count as nothing.
    """
    draws, apart, size = part.draws, part.apart, streams.persons
    means = expected.run(part.scenario, draws, streams, detail=detail).ledger
    amount, outcome = means.amount.copy(), means.outcome_amount.copy()
    levels = means.outcome_amount.sum(axis=2)
    for draw in range(draws.n):
        factors, reached = dict[tuple[int, int], float](), dict[tuple[int, int], float]()
        members = 0
        for persons in _slices(size, AT_ONCE["totals"]):
            own = part.belong(streams, draw, persons)
            members += len(persons) if own is None else int(own.sum())
            for key, each in apart.of_costs(streams, draw, persons).items():
                factors[key] = factors.get(key, 0.0) + _total(each, own)
            one = levels[:, :, draw]
            for key, each in apart.of_outcomes(one, streams, draw, persons).items():
                reached[key] = reached.get(key, 0.0) + _total(each, own)
        share = members / size
        for arm, place in np.ndindex(*amount.shape[:2]):
            total = factors.get((arm, place))
            amount[arm, place, :, draw] *= share if total is None else total / size
        for arm, place in np.ndindex(*outcome.shape[:2]):
            total, level = reached.get((arm, place)), levels[arm, place, draw]
            if total is None:
                outcome[arm, place, :, draw] *= share
            else:
                outcome[arm, place, :, draw] *= total / size / level if level else 0.0
    return replace(means, amount=amount, outcome_amount=outcome)


def _total(values: Floats, own: Flags | None) -> float:
    """The sum over those persons who belong to a group, or over all."""
    return float((values if own is None else values * own).sum())


# --- through states ----------------------------------------------------------------------------


def _of_courses(part: GroupOfPersons, streams: Streams, detail: Detail) -> Ledger:
    """The means of persons who go through states, a few draws at a time, on all processors."""
    n, size = part.draws.n, streams.persons
    sums: dict[str, Floats] = {}
    clipped: dict[str, Flags] = {}
    rest: dict[str, Any] = {}
    blocks = part.draws.blocks(max(1, DRAWS_AT_ONCE[detail] // size))
    found = drawing.on_all_processors(lambda b: (b[0], _summed(part, *b, streams, detail)), blocks)
    for place, rest in found:
        for name in ("amount", "outcome_amount"):
            each = rest.pop(name)
            sums.setdefault(name, np.zeros((*each.shape[:-1], n)))[..., place] = each
        for path, flags in rest.pop("clipped").items():
            clipped.setdefault(path, np.zeros(n, dtype=bool))[place] = flags
    means = {name: total / size for name, total in sums.items()}
    return ledger(part.scenario, **means, **rest, clipped=clipped)


def _summed(
    part: GroupOfPersons, place: slice, draws: Draws, streams: Streams, detail: Detail
) -> dict[str, Any]:
    """The arrays of a ledger summed over the persons of some draws, (arm, ..., draw)."""
    own = replace(streams, first=streams.first + place.start)
    draws = carried.with_shares(part.scenario, draws)
    chain = Chain(part.scenario, draws, grid_of(part.scenario))
    whole: dict[str, Any] = {}
    for persons in _slices(streams.persons, AT_ONCE[detail]):
        rest = _moved(part.scenario, draws, chain, own, persons, detail, part.apart)
        members: Flags | None = None
        if part.low is not None:
            every = (part.belong(streams, place.start + d, persons) for d in range(draws.n))
            members = np.array(list(every))
        for name in ("amount", "outcome_amount"):
            each = rest[name].reshape((*rest[name].shape[:3], draws.n, len(persons)))
            each = each if members is None else each * members
            rest[name] = whole.get(name, 0.0) + each.sum(axis=-1)
        whole = rest
    return whole


def _moved(
    scenario: Scenario,
    draws: Draws,
    chain: Chain,
    streams: Streams,
    persons: range,
    detail: Detail,
    apart: Differing,
) -> dict[str, Any]:
    """The arrays of a ledger over the persons of each draw, (arm, ..., draw x person)."""
    courses = PersonCourses(chain, draws.n, streams, persons)
    each = draws.repeated(len(persons))
    arrays = states.counted(scenario, each, courses, walk, detail)
    amount, outcome = arrays["amount"], arrays["outcome_amount"]
    levels = outcome.sum(axis=2)
    for draw in range(draws.n):
        own = slice(draw * len(persons), (draw + 1) * len(persons))
        for (arm, place), factor in apart.of_costs(streams, draw, persons).items():
            amount[arm, place, :, own] *= factor
        one = levels[:, :, own.start]
        for (arm, place), reached in apart.of_outcomes(one, streams, draw, persons).items():
            level = one[arm, place]
            outcome[arm, place, :, own] *= reached / level if level else 0.0
    arrays["clipped"] = chain.levels.clipped
    return arrays


def _with_time_in_states(scenario: Scenario) -> tuple[Scenario, int]:
    """The scenario with the months in each state as further outcomes, and how many these are."""
    if scenario.model is None:
        return scenario, 0
    first = scenario.categories[0].timing
    more = tuple(
        Outcome(
            path=f"{MONTHS_IN}{name}",
            label=state.label,
            unit=Unit("month", ("person",)),
            timing=replace(first, first=1),
            arms={},
            relative=True,
            note=None,
            span=state.span,
            course=StateOutcome("time", (name,), float(scenario.months), 1 / 12, False),
        )
        for name, state in scenario.model.states.items()
    )
    return replace(scenario, outcomes=(*scenario.outcomes, *more)), len(more)
