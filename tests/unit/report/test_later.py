"""What is made when somebody first looks at it: sentences, notes and caveats."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from ipscost.analysis.caveats import Variants
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.payers import names
from ipscost.formats import render
from ipscost.formats.machine import frame
from ipscost.loading import load
from ipscost.report.cea.report import cea
from ipscost.report.payers.report import payers
from ipscost.report.report import MadeLater, Report, together
from ipscost.report.simulate.months import with_months
from ipscost.report.simulate.summary import summary
from ipscost.report.simulate.uncertainty import with_uncertainty
from ipscost.report.voi.report import voi
from ipscost.run import Run, simulate
from ipscost.scenario.nouns import Analysis, Scenario
from ipscost.settings import LEVEL, Settings


class AskedForError(Exception):
    """The scenario analyses were asked for."""


def analyses() -> Iterator[tuple[Analysis, Scenario]]:
    """Scenario analyses that must not be run."""
    raise AskedForError
    yield


class Never:
    """Scenario analyses that must not be run."""

    __iter__ = staticmethod(analyses)


NEVER: Variants = Never()


@pytest.fixture(scope="module")
def run() -> Run:
    scenario = load("inklusion-ips")
    return simulate(scenario, Settings(draws=40), months=True, courses=names(scenario))


def reports(run: Run) -> dict[str, Report]:
    decision = decision_of(run, run.scenario.outcomes[0], {})
    first = summary(run, LEVEL, NEVER)
    return {
        "simulate": first,
        "simulate --months --uncertainty": with_uncertainty(with_months(first, run), run),
        "payers": payers(run, LEVEL, NEVER),
        "cea": cea(decision, LEVEL, (300_000.0,), NEVER),
        "voi": voi(decision, (300_000.0,), variants=NEVER),
        "several": together([first, first]),
    }


def test_rows_for_machines_run_no_scenario_analyses(run: Run) -> None:
    for name, report in reports(run).items():
        assert frame(report).size, name
        assert render(report, "csv"), name
        with pytest.raises(AskedForError):
            render(report, "plain")


def test_it_is_made_once() -> None:
    made = []
    later = MadeLater(lambda: made.append(1) or (1, 2))  # type: ignore[func-returns-value]
    assert made == []
    assert (later[0], later[1:], len(later), list(later)) == (1, (2,), 2, [1, 2])
    assert made == [1]


def test_it_equals_what_it_makes_and_may_be_pickled() -> None:
    later = MadeLater(lambda: iter("ab"))
    assert later == ("a", "b") == pickle.loads(pickle.dumps(later))
    assert later != ("a",)
    assert repr(later) == "('a', 'b')"
    assert hash(later) == hash(("a", "b"))
