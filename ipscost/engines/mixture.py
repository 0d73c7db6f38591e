"""The whole as the sum of groups of people, weighted by their shares.

Each group is the same scenario with some numbers of its own, so each has the ledger of the
scenario's engine at other draws; the whole has the sum of these ledgers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws, Expected, Given
from ipscost.drawing.groups import shares
from ipscost.drawing.streams import Streams
from ipscost.engines.outcome import Detail, EngineResult
from ipscost.flows import Flow, Flows
from ipscost.ledger import Ledger
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario.nouns import Scenario, Subgroup

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Engine = Callable[..., EngineResult]


def over_groups(engine: Engine) -> Engine:
    """The engine of a scenario with groups, from one that knows none."""

    def run(scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail) -> EngineResult:
        parts, weights = [], shares(scenario, draws)
        counted = [i for i, weight in enumerate(weights) if weight.any()]
        for index in counted:
            own = in_group(scenario.subgroups[index], draws)
            parts.append(engine(of_group(scenario, index), own, streams, detail=detail).ledger)
        return EngineResult(summed(parts, [weights[index] for index in counted]))

    return run


@by_identity(SCENARIOS)
def of_group(scenario: Scenario, index: int) -> Scenario:
    """The scenario that an engine runs for a group: without groups, with its spread."""
    return replace(scenario, subgroups=(), spread=scenario.subgroups[index].spread)


def in_group(group: Subgroup, draws: Draws) -> Draws:
    """The draws with the group's own numbers in the place of those of the scenario."""
    own = {path: number.path for path, number in group.own.items()}
    if isinstance(draws, Given):
        drawn = {path: draws.columns[mine] for path, mine in own.items() if mine in draws.columns}
        left = {path: c for path, c in draws.columns.items() if path not in own}
        others = draws.others.columns
        mean = {path: others[mine] for path, mine in own.items() if mine in others}
        columns = type(draws.columns)({**left, **drawn})  # type: ignore[call-arg]
        return replace(draws, columns=columns, others=draws.others.with_columns(mean))
    columns = {path: draws.columns[mine] for path, mine in own.items()}
    found: Draws = draws.with_columns(columns)
    if isinstance(found, Expected):
        held = {path for path, mine in own.items() if mine in found.held}
        found = replace(found, held=(found.held - own.keys()) | held)
    return found


# --- the sum -----------------------------------------------------------------------------------


def summed(parts: Sequence[Ledger], weights: Sequence[Floats]) -> Ledger:
    """The sum of ledgers of one scenario times their weights, (draw,) or (1,) each.

    Where periods spread over the months in another way in each, as where an effect lasts for
    another time, the sum has the periods of all one after another.
    """
    first, pairs = parts[0], list(zip(parts, weights, strict=True))
    clipped: dict[str, NDArray[np.bool_]] = {}
    for part, _ in pairs:
        for path, flags in part.clipped.items():
            clipped[path] = clipped[path] | flags if path in clipped else flags
    flows = [part.flows for part in parts]
    cost = _one_after_another([(p.amount, p.spread, p.present, w) for p, w in pairs])
    outcome = _one_after_another(
        [(p.outcome_amount, p.outcome_spread, p.outcome_present, w) for p, w in pairs]
    )
    return replace(
        first,
        amount=cost[0],
        spread=cost[1],
        present=cost[2],
        outcome_amount=outcome[0],
        outcome_spread=outcome[1],
        outcome_present=outcome[2],
        clipped=clipped,
        flows=None if None in flows else _flows([f for f in flows if f is not None], weights),
    )


def _one_after_another(
    parts: Sequence[tuple[Floats, Floats, Floats, Floats]],
) -> tuple[Floats, Floats, Floats]:
    """Amounts, (arm, holder, period, draw), with how they spread, of all parts together."""
    amount, spread, present, _ = parts[0]
    alike = all(np.array_equal(p[1], spread) and np.array_equal(p[2], present) for p in parts)
    weighted = [own * weight for own, _, _, weight in parts]
    if not alike:
        columns = ([part[i] for part in parts] for i in (1, 2))
        spread, present = (np.concatenate(each, axis=1) for each in columns)
        return np.concatenate(weighted, axis=2), spread, present
    amount = weighted[0]
    for more in weighted[1:]:
        amount = amount + more
    return amount, spread, present


def _flows(parts: Sequence[Flows], weights: Sequence[Floats]) -> Flows:
    """The flows of all parts, what each costs times the weight of its part."""
    each = [
        Flow(
            flow.people,
            [(c, {arm: cost * weight for arm, cost in own.items()}) for c, own in flow.lines],
        )
        for part, weight in zip(parts, weights, strict=True)
        for flow in part.each
    ]
    return Flows(parts[0].months, parts[0].draws, each)
