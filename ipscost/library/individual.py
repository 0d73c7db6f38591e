"""Individual data to an evaluation, from files: what `analyse` does, for the command and Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipscost.analysis.evaluation.asked import outcome_of, shift_of
from ipscost.analysis.evaluation.evaluate import evaluated
from ipscost.analysis.evaluation.nouns import (
    BOOTSTRAPS,
    CLUSTERS,
    INTERVALS,
    MIN_CELL,
    AskedOfData,
    PersonsEvaluation,
)
from ipscost.errors import AskedError
from ipscost.library import asked as given
from ipscost.library.answer import Answer
from ipscost.library.weeks import WeeksOfFiles, both_of_weeks, weeks_of_files
from ipscost.loading.data.model import read_model
from ipscost.loading.data.persons import read_data
from ipscost.messages import Message
from ipscost.report.analyse.report import analyse as report_of
from ipscost.report.analyse.written import WrittenFrom, written
from ipscost.settings import (
    FEWEST_BOOTSTRAPS,
    LEVEL,
    MOST_BOOTSTRAPS,
    MOST_CELL,
    MOST_IMPUTATIONS,
    SEED,
)

if TYPE_CHECKING:
    from ipscost.report.report import Report
    from ipscost.scenario.data_model import DataModel, DataRead


@dataclass(frozen=True, eq=False)
class EvaluatedFiles:
    """An evaluation of files, with what it was made from."""

    model: DataModel
    read: DataRead
    found: PersonsEvaluation
    weeks: WeeksOfFiles | None = None

    @property
    def report(self) -> Report:
        """Sentences, tables and notes."""
        inputs = {**self.model.scenario.inputs, self.name: self.read.digest}
        if self.weeks is None:
            return report_of(self.found, inputs, self.read.doubts)
        return report_of(
            self.found,
            {**inputs, **self.weeks.inputs},
            (*self.read.doubts, *self.weeks.doubts),
            self.weeks.found,
            (*self.weeks.left_out, *self.weeks.written.doubts),
        )

    @property
    def name(self) -> str:
        """The file of the data, without its folder."""
        return Path(self.read.shown).name

    def scenario(self, numbers: Mapping[str, Any] | None = None) -> str:
        """What was found as the text of a scenario; `numbers` are more amounts by path."""
        return written(
            self.found,
            WrittenFrom(
                node=self.model.node if self.weeks is None else self.weeks.node,
                present=self.read.discounted,
                file=self.name,
                digest=self.read.digest,
                date=date.today().isoformat(),
                numbers=numbers or {},
            ),
        )


def evaluate_files(
    data: str,
    model: DataModel,
    asked: AskedOfData,
    *,
    outcome: str | None = None,
    shifts: Sequence[str] = (),
    weeks: tuple[str, str] | None = None,
) -> EvaluatedFiles:
    """Reads data as a model says, and evaluates them.

    outcome: the name of the one that counts beside cost. shifts: as `--mnar` takes them.
    weeks: the file of register weeks, and the table of what their codes mean.

    Raises ScenarioError for what is wrong with the data, AskedError for what they do not hold.
    """
    scenario = model.scenario
    asked = replace(
        asked,
        outcome=outcome_of(scenario, outcome, is_worth_stated=asked.wtp is not None),
        shifts=tuple(shift_of(each, scenario) for each in shifts),
    )
    plan = model.plan
    if weeks is None and not (plan.costs or plan.outcomes):
        raise AskedError(
            Message(
                "the section data of the model names no columns of a cost or an outcome; add cost: "
                "... or outcome: ... to data, or --weeks FILE --codes CODES.csv"
            )
        )
    read = read_data(data, model, min_cell=asked.min_cell)
    told = None
    if weeks is not None:
        told = weeks_of_files(data, *weeks, model, read, asked.min_cell)
        scenario = told.model(model).scenario
    try:
        found = evaluated(scenario, read.data, read.endpoints, asked, read.balance)
    except ValueError as error:
        if type(error) is not ValueError:  # what says itself what is wrong
            raise
        raise AskedError(
            Message(
                "too little was measured for what is asked; name fewer columns under baseline, or "
                "take out columns in which little was measured"
            )
        ) from None
    return EvaluatedFiles(model, read, found, told)


def analyse(
    data: str | Path,
    model: str | Path,
    *,
    outcome: str | None = None,
    wtp: float | None = None,
    interval: str = INTERVALS[0],
    imputations: int | None = None,
    bootstraps: int = BOOTSTRAPS,
    mnar: Sequence[str] = (),
    cluster: str = "",
    min_cell: int = MIN_CELL,
    seed: int = SEED,
    level: float = LEVEL,
    weeks: str | Path | None = None,
    codes: str | Path | None = None,
    out: str | Path | None = None,
) -> Answer:
    """What individual data say: costs and outcomes of each arm, who pays, what the method changes.

    data: a file with a row for each person. model: a scenario whose section `data` says what the
        columns hold.
    outcome, wtp: the outcome that counts beside cost, and what one more of it is worth.
    interval: `rubin`, or `bootstrap` for percentiles of `bootstraps` samples, each imputed once.
    imputations: how many; by default as many as are enough.
    mnar: what is imputed, moved: `['qaly:-0.05:ips', 'cost:+10%']`, a row of the table each.
    cluster: `robust` or `two-stage`. min_cell: counts of fewer persons are held back.
    weeks, codes: a file of register weeks, and a table of what their codes mean.
    out: where to write what was found as a scenario; a file that is there is written over.

    Raises ScenarioError for what is wrong with the files, AskedError for what they do not hold,
    TypeError for anything but paths.
    """
    given.check_file("data", data)
    given.check_file("model", model)
    given.check_level(level)
    given.check_between("seed", seed, 0, 2**63)
    given.check_between("bootstraps", bootstraps, FEWEST_BOOTSTRAPS, MOST_BOOTSTRAPS)
    given.check_between("min_cell", min_cell, 1, MOST_CELL)
    if imputations is not None:
        given.check_between("imputations", imputations, 2, MOST_IMPUTATIONS)
    given.check_among("interval", (interval,), INTERVALS)
    if cluster:
        given.check_among("cluster", (cluster,), CLUSTERS)
    asked = AskedOfData(
        interval=interval,
        imputations=imputations,
        bootstraps=bootstraps,
        wtp=None if wtp is None else given.one_threshold(wtp),
        min_cell=min_cell,
        cluster=cluster,
        seed=seed,
        level=float(level),
    )
    shifts = given.names("mnar", mnar)
    found = evaluate_files(
        str(data),
        read_model(model),
        asked,
        outcome=outcome,
        shifts=shifts,
        weeks=both_of_weeks(weeks, codes),
    )
    if out is not None:
        Path(out).write_text(found.scenario(), encoding="utf-8")
    return Answer(found.report)
