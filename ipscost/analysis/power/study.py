"""The study that voi values: of its own choice, in two groups between which chance decides."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.analysis.decisions import Decision
from ipscost.analysis.power.plan import TWO_ARMS, StudyCosts, StudyPlan
from ipscost.analysis.power.target import target_of
from ipscost.analysis.voi import Population
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.trial.designs import TwoGroups

LADDER = (25, 50, 100, 250, 500, 1000, 2500)
"""The sizes that are told where none were asked for."""


@dataclass(frozen=True, slots=True)
class AskedStudy:
    """What was asked of a study.

    sizes: numbers of people with the intervention, rising; may be empty. sd: the standard deviation
    between people of cost; None for what the scenario says. correlation: between a person's cost
    and effect, None for that of the draws. costs: of the study.
    """

    sizes: tuple[int, ...] = ()
    sd: float | None = None
    correlation: float | None = None
    costs: StudyCosts | None = None


def study_of(
    decision: Decision, wtp: float, asked: AskedStudy, population: Population | None
) -> StudyPlan:
    """The study of a decision: of net benefit, or of the saving where cost alone counts.

    Raises AskedError for results made elsewhere, for several interventions, and where nobody says
    how much people differ.
    """
    run = decision.run
    if run is None:
        raise AskedError(
            Message(
                "--study takes a scenario, which says how much people differ; give a FILE, or "
                "leave it out"
            )
        )
    outcomes = (each for each in run.scenario.outcomes if each.path == decision.outcome)
    outcome = next(outcomes, None)
    threshold = None if outcome is None else wtp
    target = target_of(
        decision, run, outcome, threshold, sd=asked.sd, correlation=asked.correlation
    )
    return StudyPlan(
        target,
        TWO_ARMS,
        TwoGroups(),
        asked.sizes or LADDER,
        population=population,
        costs=asked.costs,
        seed=run.settings.seed,
    )
