"""The run that a page is made of, and its reports: each is made once, when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from importlib import import_module

from ipscost.analysis.caveats import Variants
from ipscost.analysis.decisions import Decision, decision_of
from ipscost.analysis.estimates import View
from ipscost.analysis.lacking import left_out
from ipscost.analysis.simulate.summary import Summary
from ipscost.analysis.what_if.live import Live, live
from ipscost.analysis.what_if.question import Question, ask
from ipscost.analysis.what_if.tornado import Bounds
from ipscost.errors import UndecidedError
from ipscost.report.page.document import Block, Pictured
from ipscost.report.people import with_people
from ipscost.report.pictures import PICTURES
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import NoPictureError, Picture
from ipscost.report.report import Choice, Report, Table
from ipscost.report.simulate.summary import summary
from ipscost.run import Run, simulate
from ipscost.scenario.nouns import Outcome, Scenario
from ipscost.settings import LEVEL


@dataclass(frozen=True)
class Material:
    """A run with the course of every account, and what is told of it.

    `variants` are the scenario analyses, each with its scenario; `people` is how many people the
    result is told for, None for as many as the scenario states. `mark` is a letter that begins the
    names of its pictures where a document has those of several runs. `shorter` is the scenario over
    half its time, for a test; None where its amounts hold for its own horizon. `varied` are the
    numbers that a reader can change, with their two ends by path; None for those by rule.
    """

    run: Run
    level: float = LEVEL
    variants: Variants = ()
    people: int | None = None
    mark: str = ""
    shorter: Scenario | None = None
    varied: Bounds | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.run.scenario

    @property
    def arms(self) -> tuple[str, ...]:
        """The interventions, in file order."""
        return self.scenario.interventions

    @cached_property
    def view(self) -> View:
        """The run from the perspective of its scenario."""
        return self.findings.view

    @cached_property
    def findings(self) -> Findings:
        """What pictures are made of, with the runs of the scenario analyses."""
        settings = self.run.settings
        runs = [(each, simulate(other, settings, outcomes=False)) for each, other in self.variants]
        return Findings(self.run, self.level, variants=runs)

    @property
    def found(self) -> Summary:
        """Costs, outcomes and payers of each arm, as numbers."""
        return self.findings.summary

    @cached_property
    def summary(self) -> Report:
        """The report of simulate."""
        report = summary(self.run, self.level, self.variants)
        return with_people(report, {report.scenario: self.scenario}, self.people)

    @cached_property
    def payers(self) -> Report:
        """The report of payers, behind a page that tells what the perspective saves.

        The caveats on the scenario analyses stand in the summary.
        """
        from ipscost.report.payers.report import payers

        return payers(self.run, self.level, answered=self.scenario.perspective)

    @cached_property
    def persons(self) -> Report | None:
        """The report of distribution; None where the scenario says nothing of how people differ."""
        from ipscost.report.distribution.report import report_of

        if self.scenario.spread is None and not self.scenario.subgroups:
            return None
        return report_of(self.findings.persons)

    @cached_property
    def budget(self) -> Report | None:
        """The report of budget; None for a scenario without a rollout that can be computed."""
        from ipscost.report.budget.answer import has_budget
        from ipscost.report.budget.report import budget

        return budget(self.findings.budget) if has_budget(self.scenario) else None

    @cached_property
    def question(self) -> Question | None:
        """What a saving hangs on, of the arms whose account is whole; None where none is."""
        whole = [arm for arm in self.arms if left_out(self.run, arm, None) is None]
        return self.findings.question if whole else None

    @cached_property
    def live(self) -> Live | None:
        """The saving at other values of a few numbers; None where no answer hangs on one.

        Raises AskedError for numbers that were asked for and cannot be changed.
        """
        question = ask(self.run) if self.varied else self.question
        return None if question is None else live(question, self.varied, self.level)

    @cached_property
    def effect(self) -> Outcome | None:
        """The outcome that costs are set against: the first whose worth is stated, if known."""
        valued = [o for o in self.scenario.outcomes if o.threshold and o.threshold.is_known]
        known = (o for o in valued if any(left_out(self.run, a, o) is None for a in self.arms))
        return next(known, None)

    @cached_property
    def decision(self) -> Decision | None:
        """Costs and effects as a decision problem; None without an outcome of stated worth."""
        if self.effect is None:
            return None
        return decision_of(self.run, self.effect, asdict(self.run.record))

    @cached_property
    def tried(self) -> Report:
        """The tests of the model, and the checklists."""
        from ipscost.report.verify.stress import stress

        report, _ = stress(self.run, self.shorter)
        return report

    @cached_property
    def analyses(self) -> Report | None:
        """The report of the scenario analyses; None where there are none."""
        from ipscost.report.what_if.scenario_analyses import analyses

        if self.question is None or not self.variants:
            return None
        return analyses(self.question, self.findings.variants, self.level)

    def pictured(self, *names: str) -> Iterator[Block]:
        """Those of the pictures of these names that the run has."""
        for name in names:
            module = import_module(f"ipscost.report.pictures.{PICTURES[name]}")
            try:
                picture: Picture = getattr(module, name)(self.findings)
            except (NoPictureError, UndecidedError):
                continue
            yield Pictured(replace(picture, name=f"{self.mark}{picture.name}"))


def tables_called(report: Report, *names: str) -> Sequence[Table | Choice]:
    """The tables of a report that have one of these names, in its order."""
    return [table for table in report.tables if table.name in names]
