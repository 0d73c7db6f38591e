"""A doubt about what is in a file stands before every other caveat of an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import builders
import pytest

import ipscost
from ipscost import Report, Run, Settings
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.payers import names
from ipscost.analysis.what_if.question import ask
from ipscost.formats import Page, render
from ipscost.report.cea.report import cea
from ipscost.report.compare.report import compare
from ipscost.report.payers.report import payers
from ipscost.report.report import MOST_CAVEATS
from ipscost.report.simulate.summary import summary
from ipscost.report.voi.report import voi
from ipscost.report.what_if.sensitivity import one_way
from ipscost.report.what_if.threshold import threshold

FILE = builders.text(
    (builders.CARE + builders.PROGRAMME).replace("se: 50", "se: 4.200").replace("100}", "1.000}"),
    outcome=builders.JOB,
)
"""A file of which two numbers may be thousands: in Danish, a point is no decimal point."""
ANSWERS: dict[str, Callable[[Run], Report]] = {
    "simulate": summary,
    "payers": payers,
    "cea": lambda run: cea(decision_of(run, None, {})),
    "voi": lambda run: voi(decision_of(run, None, {})),
    "sensitivity": lambda run: one_way(ask(run)),
    "threshold": lambda run: threshold(ask(run), "cost.care.ips"),
    "compare": lambda run: compare([run, replace(run)]),
}


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_a_doubt_about_the_file_is_the_first_caveat(name: str) -> None:
    scenario = builders.load(FILE)
    run = ipscost.simulate(scenario, Settings(draws=200), courses=names(scenario))
    report = ANSWERS[name](run)
    assert report.short is not None
    first, *_ = report.short.caveats
    assert first.name == "caveat_doubt"
    assert len(report.short.caveats) <= MOST_CAVEATS
    answer = " ".join(render(report, "table", Page(short=True)).split())
    assert "is read as a decimal point. 1 more about the file: add --notes." in answer
    every = render(report, "plain", Page())
    assert every.count("1.000 is read as a decimal point") == 1
    assert every.count("4.200 is read as a decimal point") == 1
