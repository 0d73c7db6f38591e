"""More arms than there is room for sentences: a few are told, and the table has them all."""

from __future__ import annotations

from collections.abc import Callable

import builders
import pytest
from told import words

from ipscost.analysis.payers import names
from ipscost.report.payers.report import payers
from ipscost.report.report import Report
from ipscost.report.simulate.summary import summary
from ipscost.run import Run, simulate
from ipscost.settings import Settings

ARMS = builders.ARMS + "".join(f"{name}: {{label: {name.upper()}, n: 100}}\n" for name in "xyz")
COST = builders.CARE + "  x: {difference: -900}\n  y: {difference: -10}\n  z: {difference: -600}\n"
ALL = {
    "en": "These are 2 of 4 interventions; the table shows all of them.",
    "da": "Det er 2 af 4 indsatser; tabellen viser dem alle.",
}


@pytest.fixture(scope="module")
def run() -> Run:
    scenario = builders.load(builders.text(COST, arm=ARMS))
    return simulate(scenario, Settings(draws=20), courses=names(scenario))


@pytest.mark.parametrize("report_of", [summary, payers])
@pytest.mark.parametrize("language", ["en", "da"])
def test_two_arms_are_told_and_that_the_table_has_all(
    run: Run, report_of: Callable[[Run], Report], language: str
) -> None:
    report = report_of(run)
    headline = words(tuple(report.headline), language)
    assert len(headline) == 3
    assert headline[2] == ALL[language]
    for sentence, arm in zip(headline, ("X", "Z"), strict=False):
        assert arm in sentence.split()
    assert report.short is not None
    for table in report.short.tables:
        columns = [column.label for column in words(table, language).columns]
        assert columns == ["IPS", "X", "Y", "Z"]
