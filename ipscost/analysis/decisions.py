"""What is decided on: the arms, and what they cost and achieve.

`cea` and `voi` read a Decision, whether it was simulated from a scenario or made elsewhere.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from ipscost.analysis.lacking import LeftOut, left_out, undecided
from ipscost.decision import Psa
from ipscost.directions import DALYS, HIGHER, LOWER, SUFFIX, known
from ipscost.ledger import Ledger, summed
from ipscost.run import Run
from ipscost.scenario.nouns import Outcome, Quantity
from ipscost.version import __version__

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


class ExternalResults(Protocol):
    """Results read from a file, as loading gives them.

    outcome: what the file calls the effect, nothing where cost alone counts; `is_nameless` where
    that does not say what it is, `is_qaly` where it is a QALY; `is_net_benefit` where the
    costs are net benefits with the sign turned. notes: what a reader must know of how they were
    read, as texts. inputs: the digest of each file.
    """

    @property
    def name(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def psa(self) -> Psa: ...
    @property
    def outcome(self) -> str: ...
    @property
    def is_nameless(self) -> bool: ...
    @property
    def is_qaly(self) -> bool: ...
    @property
    def is_net_benefit(self) -> bool: ...
    @property
    def notes(self) -> tuple[Any, ...]: ...
    @property
    def inputs(self) -> Mapping[str, str]: ...


@dataclass(frozen=True)
class Decision:
    """Probabilistic results with the units that belong to them.

    name: of the scenario or file.
    money: the unit of cost, DKK_2017, or nothing where it is not known; cost is per person.
    outcome, effect_unit: what the effect is (an empty path: cost alone counts) and its unit
        without person: QALY, share, hour; nothing where it is not known. is_nameless: True
        where a file does not say what it is.
    cost_known, effect_known: (arm,), False where an arm's level is not known and the psa holds
        differences from the reference arm.
    threshold: what one more of the outcome is worth, stated by the scenario, or None; of an
        outcome of which less is better, one less.
    run: the simulation, where there was one. record: what the result can be repeated from.
    notes: what a reader must know about how results were read from a file, as texts.
    is_net_benefit: the costs are net benefits with the sign turned.
    left_out: the arms that are not decided on, since their cost or effect is not known.
    better: `higher` or `lower`, what is better of the outcome: where less is, the psa's effect is
        minus the outcome. is_better_known: False where more is taken as better unsaid.
    given: the expected costs and effects given each draw of some parameters, or None where they
        are not known exactly; None altogether where there was no simulation.
    """

    name: str
    psa: Psa
    money: str
    outcome: str
    effect_unit: str
    cost_known: Flags
    effect_known: Flags
    threshold: Quantity | None
    run: Run | None
    record: Mapping[str, Any]
    notes: tuple[Any, ...] = ()
    is_net_benefit: bool = False
    is_nameless: bool = False
    left_out: tuple[LeftOut, ...] = ()
    better: str = HIGHER
    is_better_known: bool = True
    given: Callable[[frozenset[str]], Psa | None] | None = None

    @property
    def sign(self) -> float:
        """What turns the psa's effect into the outcome: -1 where less of it is better."""
        return -1.0 if self.better == LOWER else 1.0


def decision_of(run: Run, outcome: Outcome | None, record: Mapping[str, Any]) -> Decision:
    """The decision between the arms of a run, from its scenario's perspective.

    Without an `outcome` cost alone counts. Needs a run with draws of something uncertain; without
    them the psa has one draw, the expected values. An arm of which something that counts is not
    known is left out; raises UndecidedError where no intervention is left.
    """
    scenario = run.scenario
    index = None if outcome is None else scenario.outcomes.index(outcome)
    point = run.point
    ledger = run.ledger or point
    weight = point.weight(scenario.perspective)
    every = (left_out(run, arm, outcome) for arm in scenario.interventions)
    lacking = tuple(found for found in every if found is not None)
    if len(lacking) == len(scenario.interventions):
        raise undecided(run, outcome, lacking)
    out = {each.arm for each in lacking}
    kept = [place for place, arm in enumerate(point.arms) if arm not in out]
    sign = 1.0 if outcome is None else outcome.sign
    costs, effects = _costs(ledger, weight)[kept], sign * _effects(ledger, index)[kept]
    cost_mean = _costs(point, weight)[kept, 0]
    effect_mean = sign * _effects(point, index)[kept, 0]
    counted = weight != 0
    psa = Psa(
        arms=tuple(point.arms[place] for place in kept),
        reference=point.reference,
        cost=costs,
        effect=effects,
        cost_mean=cost_mean,
        effect_mean=effect_mean,
        parameters={
            quantity.path: run.draws.columns[quantity.path]
            for quantity in scenario.quantities
            if run.ledger is not None and not quantity.is_fixed
            if quantity.path.rpartition(".")[2] not in out
        },
    )

    def known_given(names: frozenset[str]) -> Psa | None:
        found = run.given(names)
        if found is None:
            return None
        places = [found.arm(arm) for arm in psa.arms]
        cost, effect = _costs(found, weight)[places], sign * _effects(found, index)[places]
        return replace(psa, cost=cost, effect=effect)

    return Decision(
        name=scenario.name,
        psa=psa,
        money=str(scenario.money),
        outcome="" if outcome is None else outcome.path,
        effect_unit="" if outcome is None else str(outcome.unit.head),
        cost_known=np.array([known[counted].all() for known in point.known[kept]]),
        effect_known=(
            np.ones(len(kept), bool) if index is None else point.outcome_known[kept, index]
        ),
        threshold=None if outcome is None else outcome.threshold,
        run=run,
        record=record,
        left_out=lacking,
        better=HIGHER if outcome is None else outcome.better,
        is_better_known=outcome is None or outcome.is_better_known,
        given=known_given,
    )


def decision_of_results(
    results: ExternalResults, money: str = "", better: str | None = None
) -> Decision:
    """The decision between the arms of results from a file, whose cost is in `money`.

    The unit of the effect is known for QALYs and DALYs alone. `better` says which way the effect
    counts, by default what its name says.
    """
    outcome = results.outcome.removesuffix(SUFFIX)
    told = LOWER if outcome != results.outcome else known([outcome])
    way = better or told or HIGHER
    psa = results.psa
    if way == LOWER:
        psa = replace(psa, effect=0.0 - psa.effect, effect_mean=0.0 - psa.effect_mean)
    record = {
        "version": __version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "psa": results.file,
        "inputs": dict(results.inputs),
        "reference": psa.reference,
        "money": money,
        "draws": 0 if psa.draws == 1 else psa.draws,
    }
    return Decision(
        name=results.name,
        psa=psa,
        money=money,
        outcome=f"outcome.{outcome}" if outcome else "",
        effect_unit="QALY" if results.is_qaly else "DALY" if outcome in DALYS else "",
        cost_known=np.ones(len(psa.arms), bool),
        effect_known=np.ones(len(psa.arms), bool),
        threshold=None,
        run=None,
        record=record,
        notes=results.notes,
        is_net_benefit=results.is_net_benefit,
        is_nameless=results.is_nameless,
        better=way,
        is_better_known=not outcome or (better or told) is not None,
    )


def _costs(ledger: Ledger, weight: Floats) -> Floats:
    """Cost per person of each arm, summed with `weight`, (category,): (arm, draw).

    What is not known of an arm, since another category holds it, is as in the reference arm, so
    that it adds nothing to the difference.
    """
    amount = ledger.present_value
    if not ledger.told.all():
        amount = np.where(ledger.told[:, :, None], amount, amount[ledger.arm(ledger.reference)])
    return summed(weight, amount)


def _effects(ledger: Ledger, index: int | None) -> Floats:
    """Outcome number `index` of each arm, (arm, draw); zeros without one."""
    if index is None:
        return np.zeros((len(ledger.arms), ledger.present_value.shape[-1]))
    value: Floats = ledger.present_outcome[:, index]
    return value
