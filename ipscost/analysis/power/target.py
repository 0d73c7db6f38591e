"""What a study measures: a saving, an outcome, or net benefit; its effect, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ipscost.analysis.decisions import Decision, decision_of
from ipscost.analysis.power.between import (
    GIVEN,
    OF_SHARE,
    Between,
    apart,
    followed,
    of_cost,
    of_outcome,
)
from ipscost.decision import Psa
from ipscost.decision.information import perfect
from ipscost.errors import AskedError, UndecidedError
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario.nouns import Outcome
from ipscost.trial import benefit
from ipscost.trial.power import TwoMeans, TwoShares
from ipscost.units import SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SAVING: Final = "saving"
OUTCOME: Final = "outcome"
BENEFIT: Final = "benefit"


class NoTargetError(AskedError):
    """What is asked for cannot be measured; the text says why, and what to do instead."""


class UnknownSpreadError(NoTargetError):
    """Nobody says how much people differ in what is to be measured."""


@dataclass(frozen=True, slots=True)
class UnseenSaving:
    """A saving that no study can be planned of, since nobody says how much people differ in cost.

    saving: per person, None if it is not known itself. evpi: what it is worth per person to know
    all for certain, which no study is worth more than; None where nothing is uncertain.
    """

    saving: float | None
    evpi: float | None


@dataclass(frozen=True)
class StudyTarget:
    """What is measured.

    kind: SAVING, OUTCOME or BENEFIT. arm: the index of the intervention among those of the psa.
    compared: the effect, and how much people differ. treated, control: what each group has on
    average, (draw,), of which only the difference may be known. between: where the spread between
    people comes from, of cost and effect in turn for net benefit. correlation: between a person's
    cost and effect. wtp: what one more of the outcome is worth, for BENEFIT. unseen: the saving in
    whose place an outcome is measured, or None.
    """

    kind: str
    decision: Decision
    arm: int
    compared: TwoMeans | TwoShares
    treated: Floats
    control: Floats
    between: tuple[Between, ...]
    correlation: float = 0.0
    wtp: float | None = None
    unseen: UnseenSaving | None = None

    @property
    def saving(self) -> Floats:
        """What the intervention saves, whatever is measured, (draw,)."""
        cost = self.decision.psa.cost
        found: Floats = cost[self.decision.psa.base] - cost[self.arm]
        return found

    @property
    def is_uncertain(self) -> bool:
        """True if the effect differs between draws."""
        return apart(self.treated - self.control) > 0

    @property
    def net_benefit(self) -> Floats | None:
        """Net benefit of the reference arm and the arm, (2, draw); None where none is decided."""
        psa = self.decision.psa
        if self.kind == OUTCOME or not self.is_uncertain:
            return None
        return psa.net_benefit(self.wtp or 0.0)[[psa.base, self.arm]]


def of_outcome_alone(run: Run, outcome: Outcome, record: Mapping[str, Any]) -> Decision:
    """The arms with an outcome, where no cost counts: each is 0 here, whether known or not.

    An arm whose outcome is not known is left out. Raises AskedError if no intervention remains.
    """
    point, index = run.point, run.scenario.outcomes.index(outcome)
    ledger = run.ledger or point
    kept = np.flatnonzero(point.outcome_told[:, index])
    arms = tuple(point.arms[arm] for arm in kept)
    if point.reference not in arms or len(arms) < 2:
        raise NoTargetError(
            Message(
                "what the arms have of {name} is not known, so no study of it can be planned",
                name=outcome.path.removeprefix("outcome."),
            )
        )
    effect = outcome.sign * ledger.present_outcome[kept, index]
    effect_mean = outcome.sign * point.present_outcome[kept, index, 0]
    nothing, known = np.zeros(len(arms)), np.ones(len(arms), bool)
    psa = Psa(arms, point.reference, np.zeros(effect.shape), effect, nothing, effect_mean)
    return Decision(
        name=run.scenario.name,
        psa=psa,
        money=str(run.scenario.money),
        outcome=outcome.path,
        effect_unit=str(outcome.unit.head),
        cost_known=known,
        effect_known=point.outcome_known[kept, index],
        threshold=outcome.threshold,
        run=run,
        record=record,
        better=outcome.better,
        is_better_known=outcome.is_better_known,
    )


def usual_target(run: Run, record: Mapping[str, Any]) -> StudyTarget:
    """The saving; where it or how much people differ in cost is not known, a share of people.

    Of shares that of the rollout comes first, then the first that is stated. Raises AskedError
    where there is none, and as `target_of` does.
    """
    decision = None
    try:
        decision = decision_of(run, None, record)
        return target_of(decision, run)
    except (UnknownSpreadError, UndecidedError):
        shares = [each for each in run.scenario.outcomes if each.unit == SHARE]
        rolled = "" if run.scenario.rollout is None else run.scenario.rollout.outcome
        for outcome in sorted(shares, key=lambda each: each.path != rolled):
            try:
                found = target_of(of_outcome_alone(run, outcome, record), run, outcome)
            except NoTargetError:
                continue
            unseen = UnseenSaving(None, None) if decision is None else _unseen(decision)
            return replace(found, unseen=unseen)
        raise


def beside_of(run: Run, record: Mapping[str, Any]) -> tuple[StudyTarget, ...]:
    """What else a study of a rollout's people sees: what its payer saves, and its share of people.

    Each is left out where it cannot be told, or is what the saving is of already.
    """
    rollout, scenario = run.scenario.rollout, run.scenario
    if rollout is None:
        return ()
    found = []
    if scenario.perspective != rollout.payer:
        seen = replace(scenario, perspective=rollout.payer)
        own = replace(run, scenario=seen, people=followed(run).people)
        with suppress(NoTargetError, UndecidedError):
            found.append(target_of(decision_of(own, None, record), own))
    for outcome in scenario.outcomes:
        if outcome.path == rollout.outcome and outcome.unit == SHARE:
            with suppress(NoTargetError, UndecidedError):
                found.append(target_of(of_outcome_alone(run, outcome, record), run, outcome))
    return tuple(found)


def _unseen(decision: Decision) -> UnseenSaving:
    """The saving of a decision between two arms."""
    psa = decision.psa
    (arm,) = (place for place in range(len(psa.arms)) if place != psa.base)
    saving = float(psa.cost_mean[psa.base] - psa.cost_mean[arm])
    is_uncertain = apart(psa.cost[psa.base] - psa.cost[arm]) > 0
    return UnseenSaving(saving, perfect(psa.net_benefit(0.0)).worth.value if is_uncertain else None)


def target_of(
    decision: Decision,
    run: Run,
    outcome: Outcome | None = None,
    wtp: float | None = None,
    *,
    sd: float | None = None,
    correlation: float | None = None,
) -> StudyTarget:
    """What is measured: a saving without an outcome, net benefit with `wtp`, else the outcome.

    sd: between people, of the cost, or of the outcome where it alone is measured. correlation:
    between a person's cost and effect; that of the draws unless it is given. Raises AskedError for
    several interventions, an effect of 0, and a spread between people that nobody knows.
    """
    psa = decision.psa
    others = [arm for arm in range(len(psa.arms)) if arm != psa.base]
    if len(others) > 1:
        names = ", ".join(psa.arms[arm] for arm in others)
        raise NoTargetError(
            Message(
                "{file} has several interventions; add --arm with one of: {names}",
                file=run.scenario.file,
                names=names,
            )
        )
    kind = SAVING if outcome is None else OUTCOME if wtp is None else BENEFIT
    builder = _Builder(decision, run, others[0], sd)
    if kind == OUTCOME:
        assert outcome is not None
        found = builder.outcome(outcome)
    elif kind == SAVING:
        found = builder.saving()
    else:
        assert outcome is not None
        assert wtp is not None
        found = builder.benefit(outcome, wtp, correlation)
    if found.compared.effect == 0:
        raise NoTargetError(
            Message("no difference is expected, so no study can see one; change it with --set")
        )
    return found


@dataclass(frozen=True)
class _Builder:
    """Makes the target of a decision between the reference arm and the arm at index `arm`."""

    decision: Decision
    run: Run
    arm: int
    sd: float | None

    @property
    def _name(self) -> str:
        return self.decision.psa.arms[self.arm]

    def _pair(self, values: Floats) -> tuple[Floats, Floats]:
        """What the arm and the reference arm have."""
        return values[self.arm], values[self.decision.psa.base]

    def saving(self) -> StudyTarget:
        """A cost with its sign reversed."""
        psa, between = self.decision.psa, self._of_cost()
        treated, control = self._pair(-psa.cost)
        with_, without = self._pair(-psa.cost_mean)
        means = TwoMeans(float(with_ - without), between.sd, between.sd)
        return StudyTarget(SAVING, self.decision, self.arm, means, treated, control, (between,))

    def outcome(self, outcome: Outcome) -> StudyTarget:
        """An outcome as it is told: fewer admissions are a negative effect."""
        psa, sign = self.decision.psa, self.decision.sign
        treated, control = self._pair(sign * psa.effect)
        with_, without = (float(each) for each in self._pair(sign * psa.effect_mean))
        between = self._of_outcome(outcome)
        compared: TwoMeans | TwoShares
        if between.source == OF_SHARE:
            compared = TwoShares(with_, without)
        else:
            compared = TwoMeans(with_ - without, between.sd, between.sd)
        return StudyTarget(OUTCOME, self.decision, self.arm, compared, treated, control, (between,))

    def benefit(self, outcome: Outcome, wtp: float, correlation: float | None) -> StudyTarget:
        """Net benefit: what the effect is worth, less the cost."""
        psa = self.decision.psa
        cost, effect = self._of_cost(), self._of_outcome(outcome, own=False)
        treated, control = self._pair(psa.net_benefit(wtp))
        with_, without = self._pair(psa.net_benefit_mean(wtp))
        rho = self._correlation() if correlation is None else correlation
        spreads = [effect.sd, effect.sd]
        if effect.source == OF_SHARE:
            spreads = [float(p * (1 - p)) ** 0.5 for p in self._pair(abs(psa.effect_mean))]
        sds = [benefit.spread(cost.sd, each, wtp, rho) for each in spreads]
        means = TwoMeans(float(with_ - without), *sds)
        parts = (cost, effect)
        return StudyTarget(
            BENEFIT, self.decision, self.arm, means, treated, control, parts, rho, wtp
        )

    def _of_cost(self) -> Between:
        """How much people differ in cost. Raises AskedError where nobody says."""
        if self.sd is not None:
            return Between(self.sd, GIVEN)
        costs = self._pair(self.decision.psa.cost)
        found = of_cost(self.run, self._name, costs[0] - costs[1])
        if found is None or not found.sd:
            raise self._unknown(Message("cost"))
        return found

    def _of_outcome(self, outcome: Outcome, *, own: bool = True) -> Between:
        """How much people differ in an outcome; `own` if --sd is of it."""
        if outcome.unit == SHARE:
            if own and self.sd is not None:
                raise NoTargetError(
                    Message(
                        "people differ in {name} as its share says, so --sd does not count; leave "
                        "it out",
                        name=outcome.path.removeprefix("outcome."),
                    )
                )
            level = float(abs(self.decision.psa.effect_mean[self.decision.psa.base]))
            if not self.decision.effect_known.all():
                raise NoTargetError(
                    Message(
                        "the share of people with {name} is not known in each arm, and how much "
                        "people differ follows from it",
                        name=outcome.path.removeprefix("outcome."),
                    )
                )
            return Between((level * (1 - level)) ** 0.5, OF_SHARE)
        if own and self.sd is not None:
            return Between(self.sd, GIVEN)
        effects = self._pair(self.decision.psa.effect)
        found = of_outcome(self.run, self._name, outcome.path, effects[0] - effects[1])
        if found is None or not found.sd:
            raise self._unknown(outcome.path.removeprefix("outcome."))
        return found

    def _correlation(self) -> float:
        """Between cost and effect over the draws, as sampling errors have that of people."""
        psa = self.decision.psa
        cost, effect = (a - b for a, b in map(self._pair, (psa.cost, psa.effect)))
        if not apart(cost) or not apart(effect):
            return 0.0
        return float(np.corrcoef(cost, effect)[0, 1])

    def _unknown(self, what: str) -> UnknownSpreadError:
        return UnknownSpreadError(
            Message(
                "{file} does not say how much people differ in {what}, and it cannot be derived "
                "without a standard error and the n of both arms; add --sd N, the standard "
                "deviation between people, or spread: to the file",
                file=self.run.scenario.file,
                what=what,
            )
        )
