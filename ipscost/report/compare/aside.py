"""What is compared in money of its own: a table beside the others, and why it is not converted."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.analysis.compare.cases import ComparedArm, cases_of
from ipscost.analysis.compare.comparison import Aside, Comparison
from ipscost.report.compare.labels import label_of
from ipscost.report.frame import money_text
from ipscost.report.report import Column, Row, Table
from ipscost.run import Run
from ipscost.words.text import Words, horizon, rate, say


def asides_of(
    runs: Sequence[Run], whys: Sequence[str], arms: Sequence[str] = ()
) -> tuple[Aside, ...]:
    """Each intervention of runs in money of their own, with why its run is."""
    found: list[Aside] = []
    for run, why in zip(runs, whys, strict=True):
        kept = [arm for arm in arms if arm in run.scenario.interventions]
        cases, _ = cases_of([run], kept, fewest=1)
        found += (Aside(_of_several(case, len(cases)), why) for case in cases)
    return tuple(found)


def _of_several(case: ComparedArm, columns: int) -> ComparedArm:
    """The column as one among those of other scenarios."""
    return ComparedArm(case.name, case.arm, case.run, is_alone=columns == 1)


def _over(months: int | None) -> Words:
    """How long a scenario counts, where it states that."""
    return say("aside_unstated") if months is None else horizon(months)


def aside_tables(found: Comparison) -> tuple[Table, ...]:
    """The savings in money of their own, and why they are not converted; nothing without any."""
    if not found.aside:
        return ()
    rows = [
        Row(
            "cost",
            label_of(each.case),
            (
                each.case.saving.cell(found.level),
                money_text(each.case.scenario.money),
                _over(each.case.scenario.stated_months),
                each.why,
            ),
            each.case.unit,
        )
        for each in found.aside
    ]
    is_uncertain = any(each.case.saving.is_uncertain for each in found.aside)
    saving = say("saving_interval", level=rate(found.level)) if is_uncertain else say("saving")
    return (
        Table(
            title=say("title_aside"),
            first=say("scenario"),
            columns=(
                Column(saving, style="change", numeric=True),
                Column(say("aside_money")),
                Column(say("aside_over")),
                Column(say("aside_why")),
            ),
            rows=tuple(rows),
            name="own_money",
        ),
    )
