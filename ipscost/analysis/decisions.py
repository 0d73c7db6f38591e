"""A decision problem: the arms with their costs and effects.

`cea` and `voi` analyse a Decision, from a simulated scenario or from results of another program.
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
    """Probabilistic results read from a file: the interface that `loading` implements.

    outcome: what the file calls the effect; empty if it has costs alone. is_nameless: True if that
        does not say what the effect is. is_qaly: True if it is a QALY.
    is_net_benefit: True if the costs are net benefits with their sign reversed.
    notes: what a reader must know about how the file was read, as texts.
    inputs: the digest of each file, by name.
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
    """Probabilistic results and their units.

    name: of the scenario or file.
    psa: costs and effects per person, by arm and draw.
    money: the unit of cost, such as DKK_2017; empty if not known.
    outcome: the path of the outcome that is the effect; empty if cost alone counts. effect_unit:
        its unit without person (QALY, share, hour); empty if not known. is_nameless: True if a file
        does not say what the effect is.
    cost_known, effect_known: (arm,), False if the level of an arm is not known; the psa then holds
        its difference from the reference arm.
    threshold: the willingness to pay for one more unit of the outcome that the scenario states (one
        less, if less is better), or None.
    run: the simulation, or None. record: what is needed to repeat the result.
    notes: what a reader must know about how a file was read, as texts.
    is_net_benefit: True if the costs are net benefits with their sign reversed.
    left_out: the arms that are not decided on, because their cost or effect is not known.
    better: `higher` or `lower`, the better direction of the outcome; if `lower`, the effect of the
        psa is minus the outcome. is_better_known: False if `higher` is only assumed.
    given: a function from parameters to the expected costs and effects given each draw of them,
        which returns None if these are not known exactly; None without a simulation.
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
        """The factor from the effect of the psa to the outcome: -1 if less of it is better."""
        return -1.0 if self.better == LOWER else 1.0


def decision_of(run: Run, outcome: Outcome | None, record: Mapping[str, Any]) -> Decision:
    """The decision between the arms of a run, from the perspective of its scenario.

    Without an `outcome` cost alone counts. For a run without draws the psa has a single one, the
    point estimates. An arm is left out if a part of its cost or effect is not known; raises
    UndecidedError if no intervention remains.
    """
    scenario = run.scenario
    index = None if outcome is None else scenario.outcomes.index(outcome)
    point = run.point
    ledger = run.ledger or point
    weight = point.weight(scenario.perspective)
    every = (left_out(run, arm, outcome) for arm in scenario.interventions)
    lacking = tuple(each for each in every if each is not None)
    if len(lacking) == len(scenario.interventions):
        raise undecided(run, outcome, lacking)
    out = {each.arm for each in lacking}
    kept = [index for index, arm in enumerate(point.arms) if arm not in out]
    sign = 1.0 if outcome is None else outcome.sign
    costs, effects = _costs(ledger, weight)[kept], sign * _effects(ledger, index)[kept]
    cost_mean = _costs(point, weight)[kept, 0]
    effect_mean = sign * _effects(point, index)[kept, 0]
    counted = weight != 0
    psa = Psa(
        arms=tuple(point.arms[index] for index in kept),
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
        expected = run.given(names)
        if expected is None:
            return None
        rows = [expected.arm(arm) for arm in psa.arms]
        cost, effect = _costs(expected, weight)[rows], sign * _effects(expected, index)[rows]
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
    """The decision between the arms of results from a file, with costs in `money`.

    The unit of the effect is known only for QALYs and DALYs. `better` is the better direction of
    the effect, `higher` or `lower`; by default the one that its name implies, or else `higher`.
    """
    outcome = results.outcome.removesuffix(SUFFIX)
    implied = LOWER if outcome != results.outcome else known([outcome])
    direction = better or implied or HIGHER
    psa = results.psa
    if direction == LOWER:
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
        better=direction,
        is_better_known=not outcome or (better or implied) is not None,
    )


def _costs(ledger: Ledger, weight: Floats) -> Floats:
    """The cost per person of each arm, (arm, draw), summed with `weight`, (category,).

    An amount that is only known as part of another category is set to the reference arm's, so that
    it adds nothing to the difference a second time.
    """
    amount = ledger.present_value
    if not ledger.told.all():
        amount = np.where(ledger.told[:, :, None], amount, amount[ledger.arm(ledger.reference)])
    return summed(weight, amount)


def _effects(ledger: Ledger, index: int | None) -> Floats:
    """The outcome at `index` in each arm, (arm, draw); 0 if `index` is None."""
    if index is None:
        return np.zeros((len(ledger.arms), ledger.present_value.shape[-1]))
    value: Floats = ledger.present_outcome[:, index]
    return value
