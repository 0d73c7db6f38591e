"""What pictures are made of: a run, and each analysis of it once, when a picture first asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ipscost.analysis.estimates import View
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.report.pictures.picture import NoPictureError
from ipscost.run import Run, simulate
from ipscost.scenario.called import chosen_outcome
from ipscost.scenario.nouns import Outcome, Scenario
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from ipscost.analysis.distribution.answer import Distributions
    from ipscost.analysis.payers import NetSavings
    from ipscost.analysis.power.plan import StudyPlan
    from ipscost.analysis.power.study import AskedStudy
    from ipscost.analysis.simulate.months import Courses
    from ipscost.analysis.simulate.summary import Summary
    from ipscost.analysis.voi import Population
    from ipscost.analysis.what_if.analyses import Compared, Variants
    from ipscost.analysis.what_if.question import Question
    from ipscost.analysis.what_if.tornado import Tornado
    from ipscost.report.budget.answer import BudgetAnswer
    from ipscost.report.cea.terms import CeaTerms
    from ipscost.report.power.terms import StudyTerms
    from ipscost.report.voi.terms import Research


@dataclass(frozen=True, eq=False)
class Findings:
    """A run and what was found in it, with intervals at `level`.

    outcome: the name of the one that counts, as in `qaly`; empty where nobody named one. The
        pictures of cost and effect then take the only one, or the only one that has a threshold;
        tornado, analyses and evppi are of the saving alone.
    wtp: thresholds that were asked for, in the money of the result.
    variants: the scenario analyses with their runs, which are asked for once.
    rolled: the budget of the rollout where it was made already, told of some account.
    plan: of the study of power where it was made already. asked, population: what was asked of the
        study that voi values, and whom the choice is for.
    """

    run: Run
    level: float = LEVEL
    outcome: str = ""
    wtp: tuple[float, ...] = ()
    variants: Variants = ()
    rolled: BudgetAnswer | None = None
    plan: StudyPlan | None = None
    asked: AskedStudy | None = None
    population: Population | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.run.scenario

    @property
    def unit(self) -> str:
        """The unit of every amount."""
        return f"{self.scenario.money}/person"

    @cached_property
    def view(self) -> View:
        """The run from the perspective of its scenario."""
        return View(self.run, self.scenario.perspective)

    @cached_property
    def summary(self) -> Summary:
        """Costs, payers and outcomes of each arm."""
        from ipscost.analysis.simulate.summary import summary_of

        return summary_of(self.view, self.level)

    @cached_property
    def timed(self) -> View:
        """The view of a run that knows its course by month: the run itself, or the same again."""
        run, seen = self.run, self.scenario.perspective
        pairs = {(arm, seen) for arm in self.scenario.interventions}
        if run.ledger is None or pairs <= set(run.courses):
            return self.view
        return View(simulate(self.scenario, run.settings, months=True), seen)

    @cached_property
    def courses(self) -> Courses:
        """The saving of each arm by month."""
        from ipscost.analysis.simulate.months import courses_of

        return courses_of(self.timed, self.level)

    @cached_property
    def gains(self) -> tuple[NetSavings, ...]:
        """What each account gains, arm by arm."""
        from ipscost.analysis.payers import gains_of

        return gains_of(self.run, self.level)

    @cached_property
    def persons(self) -> Distributions:
        """How savings and costs are spread over persons."""
        from ipscost.analysis.distribution.answer import distributions_of

        return distributions_of(self.view, self.level)

    @cached_property
    def budget(self) -> BudgetAnswer:
        """What the rollout costs and saves. Raises AskedError for a scenario without one."""
        from ipscost.report.budget.answer import found_in

        return self.rolled or found_in(self.run, self.level)

    @cached_property
    def question(self) -> Question:
        """The saving of each arm, or its net benefit where an outcome was named."""
        from ipscost.analysis.what_if.question import ask

        if len(self.wtp) > 1:
            raise AskedError(
                Message("expected one threshold, found {wtp}; write one, 264000", wtp=len(self.wtp))
            )
        worth = self.wtp[0] if self.wtp else None
        self._check_worth()
        return ask(self.run, (), self.outcome or None, worth)

    @cached_property
    def tornado(self) -> Tornado:
        """How far each number moves the answer to the question."""
        from ipscost.analysis.what_if.tornado import tornado

        return tornado(self.question, self.level)

    @cached_property
    def analyses(self) -> Mapping[str, Sequence[Compared]]:
        """The answer to the question of each arm in the base case and in each analysis."""
        from ipscost.analysis.what_if.analyses import answered, answers, compared

        question = self.question
        base, found = answers(question), answered(question, self.variants)
        return {
            arm: tuple(compared(question, arm, base[arm], found, self.level))
            for arm in question.arms
        }

    @cached_property
    def effect(self) -> Outcome:
        """The outcome that counts as the effect. Raises NoPictureError where none can be told."""
        scenario = self.scenario
        if self.outcome:
            return chosen_outcome(scenario, self.outcome)
        valued = [each for each in scenario.outcomes if each.threshold is not None]
        if len(scenario.outcomes) == 1 or len(valued) == 1:
            return (valued or scenario.outcomes)[0]
        if not scenario.outcomes:
            raise NoPictureError(
                Message(
                    "{file} states no outcome, so nothing can be set against its cost; add one "
                    "under outcome:",
                    file=scenario.file,
                )
            )
        names = ", ".join(each.path.partition(".")[2] for each in scenario.outcomes)
        raise NoPictureError(
            Message(
                "{file} has several outcomes; add --outcome, one of: {names}",
                file=scenario.file,
                names=names,
            )
        )

    @cached_property
    def cea(self) -> CeaTerms:
        """Cost and effect of each arm, and how sure the choice is."""
        from ipscost.analysis.decisions import decision_of
        from ipscost.report.cea.terms import CeaTerms

        decision = decision_of(self.run, self.effect, asdict(self.run.record))
        return CeaTerms.of(decision, self.level, self.wtp)

    @cached_property
    def research(self) -> Research:
        """What it is worth to know each number better: for the saving, or for a named outcome."""
        from ipscost.analysis.decisions import decision_of
        from ipscost.report.cea.terms import CeaTerms
        from ipscost.report.voi.terms import Research

        self._check_worth()
        outcome = self.effect if self.outcome else None
        decision = decision_of(self.run, outcome, asdict(self.run.record))
        return Research(CeaTerms.of(decision, self.level, self.wtp))

    @cached_property
    def studied(self) -> StudyTerms:
        """The study of what power asks of. Raises NoTargetError where none can be planned."""
        from ipscost.analysis.power.asked import AskedPower, planned
        from ipscost.analysis.power.plan import TWO_ARMS
        from ipscost.report.cea.terms import CeaTerms
        from ipscost.report.power.terms import StudyTerms
        from ipscost.trial.designs import TwoGroups

        outcome = self.effect if self.outcome else None
        asked = AskedPower(TWO_ARMS, TwoGroups(), outcome, self.wtp[0] if self.wtp else None)
        plan = self.plan or planned(self.run, asked, level=self.level)
        wtp = () if plan.target.wtp is None else (plan.target.wtp,)
        return StudyTerms(plan, CeaTerms.of(plan.target.decision, self.level, wtp))

    @cached_property
    def valued(self) -> StudyTerms:
        """The study that voi values. Raises NoTargetError where none can be planned."""
        from ipscost.analysis.power.study import AskedStudy, study_of
        from ipscost.report.power.terms import StudyTerms

        research = self.research
        decision = research.question.decision
        asked = self.asked or AskedStudy()
        plan = study_of(decision, research.wtp, asked, self.population)
        return StudyTerms(plan, research.question)

    def _check_worth(self) -> None:
        """Raises NoPictureError for a named outcome of which nobody says what one more is worth."""
        if self.outcome and not self.wtp and self.effect.threshold is None:
            raise NoPictureError(
                Message(
                    "{file} does not say what one more of {path} is worth; add --wtp N, or "
                    "threshold: to the outcome in the file",
                    file=self.scenario.file,
                    path=self.effect.path,
                )
            )
