"""The plan of the study that power is asked for: what is measured, and what the file says of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from ipscost.analysis.decisions import decision_of
from ipscost.analysis.power.plan import StudyCosts, StudyPlan
from ipscost.analysis.power.rolled import rollout_of
from ipscost.analysis.power.target import (
    StudyTarget,
    beside_of,
    of_outcome_alone,
    target_of,
    usual_target,
)
from ipscost.analysis.voi import Population
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario.nouns import Outcome
from ipscost.settings import LEVEL
from ipscost.trial.designs import StudyDesign

if TYPE_CHECKING:
    pass

NO_PEOPLE = Message(
    "--cost-fixed and --cost-person are held against what the study is worth to all; "
    "add --people N --years N"
)
"""What is wrong with costs where nobody says whom the choice is for."""


@dataclass(frozen=True, slots=True)
class AskedPower:
    """What was asked of a study.

    name, design: how people are compared. outcome: what is measured in place of the cost; with
    `wtp` net benefit. sizes: numbers of people with the intervention, rising. sd: the standard
    deviation between people, None for what the scenario says. correlation: between a person's cost
    and effect. costs: of the study. tests: by which simulated studies are tested.
    """

    name: str
    design: StudyDesign
    outcome: Outcome | None = None
    wtp: float | None = None
    sizes: tuple[int, ...] = ()
    sd: float | None = None
    correlation: float | None = None
    costs: StudyCosts | None = None
    tests: tuple[str, ...] = ()


def planned(
    run: Run, asked: AskedPower, population: Population | None = None, level: float = LEVEL
) -> StudyPlan:
    """The plan of a study of a run's effect, for a population or the people of the rollout.

    Raises AskedError for what cannot be measured, and for costs where nobody says whom the choice
    is for.
    """
    record = asdict(run.record)
    target = _target(run, asked)
    rolled = rollout_of(run)
    if asked.costs is not None and population is None and rolled is None:
        raise AskedError(NO_PEOPLE)
    is_usual = asked.outcome is None and asked.sd is None and target.unseen is None
    return StudyPlan(
        target,
        asked.name,
        asked.design,
        asked.sizes,
        level,
        population,
        asked.costs,
        run.settings.seed,
        rolled=rolled,
        beside=beside_of(run, record) if is_usual else (),
        tests=asked.tests,
    )


def _target(run: Run, asked: AskedPower) -> StudyTarget:
    """What is measured."""
    record = asdict(run.record)
    if asked.outcome is None and asked.sd is None:
        return usual_target(run, record)
    if asked.outcome is not None and asked.wtp is None:
        decision = of_outcome_alone(run, asked.outcome, record)
    else:
        decision = decision_of(run, asked.outcome, record)
    return target_of(
        decision, run, asked.outcome, asked.wtp, sd=asked.sd, correlation=asked.correlation
    )
