"""Register weeks beside individual data, from files: read, counted, and put into a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipscost.analysis.evaluation.week_nouns import OWN_WEEKS, WeeksFound
from ipscost.analysis.evaluation.week_scenario import WeeksWritten
from ipscost.analysis.evaluation.weeks import horizon_weeks, weeks_of
from ipscost.errors import AskedError
from ipscost.loading.data.codes import read_codes
from ipscost.loading.data.model import with_text
from ipscost.loading.data.week_starts import check_weeks, persons_of_weeks
from ipscost.loading.data.weeks import read_weeks
from ipscost.messages import Message
from ipscost.report.as_yaml import lines
from ipscost.scenario.data_plan import SECTION as DATA
from ipscost.words.text import say

if TYPE_CHECKING:
    from ipscost.scenario.data_model import DataModel, DataRead

ALIKE = ("random", "matched")
"""Where arms came about so, each has its own moves; else the file's effect stands."""


def both_of_weeks(weeks: str | Path | None, codes: str | Path | None) -> tuple[str, str] | None:
    """The file of weeks and that of codes, which go together; None where neither is given.

    Raises AskedError for one without the other.
    """
    if weeks is None and codes is None:
        return None
    if weeks is None or codes is None:
        raise AskedError(
            Message(
                "--weeks FILE and --codes CODES.csv go together: the codes of the weeks, and what "
                "each means; add the other"
            )
        )
    return str(weeks), str(codes)


@dataclass(frozen=True, eq=False)
class WeeksOfFiles:
    """What register weeks tell, and the files they were read from.

    inputs: the digest of each file, by its name. doubts: about the file. left_out: what of it does
    not count. written: the mapping of the model file with what they tell in it.
    """

    found: WeeksFound
    inputs: Mapping[str, str]
    doubts: tuple[Message, ...]
    left_out: tuple[Message, ...]
    written: WeeksWritten
    file: str
    codes: str

    def model(self, model: DataModel) -> DataModel:
        """The model with what the weeks tell in it, in place of what its file states."""
        tree = {**self.node, DATA: model.section}
        return with_text(model, "\n".join(lines(tree)) + "\n")

    @property
    def node(self) -> Mapping[str, Any]:
        """The mapping of the model file with what the weeks tell in it, and their source."""
        digest = self.inputs[self.file][:16]
        values = {"file": self.file, "codes": self.codes, "digest": digest}
        cite = say("weeks_cite", date=date.today().isoformat(), **values).in_english()
        cited = {OWN_WEEKS: {"cite": cite, "sure": "derived"}}
        return {**self.written.node, "source": {**(self.written.node.get("source") or {}), **cited}}


def weeks_of_files(
    data: str, weeks: str, codes: str, model: DataModel, read: DataRead, min_cell: int
) -> WeeksOfFiles:
    """Reads register weeks as a model and a table of codes say, and counts them.

    data: the table of persons that `read` is of.

    Raises ScenarioError for what is wrong with the files.
    """
    scenario = model.scenario
    check_weeks(model)
    assert scenario.model is not None
    table = read_codes(codes, scenario, model.node)
    whose = persons_of_weeks(data, model, read, horizon_weeks(scenario.model))
    assert model.plan.weeks is not None
    given = read_weeks(
        weeks,
        table,
        whose,
        model.plan.weeks.headings,
        least=min_cell,
        missing=model.plan.missing,
    )
    names = Path(weeks).name, Path(codes).name
    found = weeks_of(
        given.weeks,
        table.meanings,
        scenario,
        model.node,
        read.data.arm,
        read.data.arms,
        behind=whose.behind,
        min_cell=min_cell,
    )
    written = WeeksWritten(
        model.node,
        found,
        scenario,
        OWN_WEEKS,
        is_comparable=model.plan.assigned in ALIKE,
    )
    return WeeksOfFiles(
        found=found,
        inputs=dict(zip(names, (given.digest, table.digest), strict=True)),
        doubts=tuple(given.doubts),
        left_out=tuple(given.left_out),
        written=written,
        file=names[0],
        codes=names[1],
    )
