"""Making a number unknown never makes a result more certain, and never a number of a dash.

Each number of a scenario is made unknown in turn, and every command asked what it says then.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import builders
import pytest
from told import told

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.estimates import View
from ipscost.analysis.payers import names
from ipscost.analysis.what_if.question import ask
from ipscost.errors import AskedError
from ipscost.formats.tidy import tidy
from ipscost.report.cea.report import cea as _cea
from ipscost.report.compare.report import compare as _compare
from ipscost.report.payers.report import payers as _payers
from ipscost.report.report import Report
from ipscost.report.simulate.months import with_months as _with_months
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.verify.report import verify as _verify
from ipscost.report.voi.report import voi as _voi
from ipscost.report.what_if.sensitivity import one_way as _one_way
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.perspectives import known

verify = told(_verify)
cea = told(_cea)
compare = told(_compare)
payers = told(_payers)
with_months = told(_with_months)
summary = told(_summary)
voi = told(_voi)
one_way = told(_one_way)

PAYERS = """
town: {label: Town, public: true}
region: {label: Region, public: true, health: true}
both: {label: Town or region, of: [town, region], public: true}
citizen: {label: Citizen}
"""
COST = """
care:
  ward:
    kind: service
    payer: region
    source: study table 1
    price: {mean: 100, unit: DKK_2024/day, se: 10}
    use:
      unit: day/person
      usual: {mean: 10, se: 1}
      ips: {ratio: 0.7, se: 0.1}
      ipse: {difference: -2, se: 1}
  clinic:
    kind: service
    payer: {region: 0.5, town: 0.5}
    unit: DKK_2024/person
    source: study table 1
    usual: {mean: 300, se: 30}
    ips: {mean: 280, se: 30}
    ipse: {difference: -40, se: 20}
shared:
  kind: service
  payer: both
  unit: DKK_2024/person
  source: study table 2
  ips: {difference: -100, se: 30}
  ipse: {difference: -50, se: 30}
gain:
  kind: productivity
  payer: citizen
  unit: DKK_2024/person
  source: study table 2
  usual: {mean: -500, se: 50}
  ips: {difference: -200, se: 60}
  ipse: {difference: -100, se: 60}
support:
  kind: transfer
  payer: town
  receiver: citizen
  unit: DKK_2024/person
  source: study table 2
  usual: {mean: 900, se: 50}
  ips: {difference: -300, se: 60}
  ipse: {difference: -100, se: 60}
"""
QALY = """
qaly:
  unit: QALY/person
  source: study table 3
  usual: {mean: 0.5, se: 0.05}
  ips: {difference: 0.02, se: 0.01}
  ipse: {difference: 0.03, se: 0.02}
  threshold: {mean: 100000, unit: DKK_2024/QALY, source: study}
"""
REPRODUCES = """
reproduces:
  - {what: saving, arm: ips, value: 600, to: 1, unit: DKK, source: study}
  - {what: difference, path: cost.care, arm: ipse, value: -240, to: 1, unit: DKK, source: study}
"""
TEXT = builders.text(COST, arm=builders.THREE_ARMS, payer=PAYERS, outcome=QALY, more=REPRODUCES)
WHOLE = builders.load(TEXT)
PATHS = [number.path for number in WHOLE.quantities]
DRAWS = 60


def run_of(scenario: Scenario) -> Run:
    return ipscost.simulate(scenario, Settings(draws=DRAWS), months=True, courses=names(scenario))


def reports(run: Run) -> Iterator[tuple[str, Report]]:
    """What every command says, where it does not refuse to say anything."""
    yield "simulate", with_months(summary(run), run)
    yield "payers", payers(run, years=True)
    yield "compare", compare([run])
    yield "verify", verify(run)[0]
    for outcome in (None, run.scenario.outcomes[0]):
        try:
            decision = decision_of(run, outcome, {})
        except AskedError:
            continue
        yield "voi", voi(decision)
        if outcome is not None:
            yield "cea", cea(decision)
    for name in (None, "qaly"):
        try:
            yield "sensitivity", one_way(ask(run, (), name))
        except AskedError:
            continue


def certain(report: Report) -> set[tuple[str, ...]]:
    """The numbers that a report states as whole: what each is of."""
    keys = ("arm", "versus", "measure", "path")
    return {tuple(str(row[key]) for key in keys) for row in tidy(report) if not row["partial"]}


@lru_cache
def before() -> dict[str, set[tuple[str, ...]]]:
    """What is stated as whole while everything is known."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name, report in reports(run_of(WHOLE)):
        found.setdefault(name, set()).update(certain(report))
    return found


DECISIONS = ("cea", "voi")
"""Commands that decide between arms: the decision is another where one is left out."""


@pytest.mark.parametrize("path", PATHS)
def test_an_unknown_number_makes_no_result_more_certain(path: str) -> None:
    run = run_of(builders.load(TEXT, f"{path}=unknown"))
    for name, report in reports(run):
        if name in DECISIONS:
            arms = {str(row[key]) for row in tidy(report) for key in ("arm", "versus")}
            assert not arms & left_out(report)
        else:
            assert not certain(report) - before()[name], name


def left_out(report: Report) -> set[str]:
    """The arms that a report says are left out; their labels are their names in capitals."""
    ends = [each.partition(" is left out")[0] for each in report.headline if "is left out" in each]
    return {label.rpartition(" ")[2].lower() for label in ends}


@pytest.mark.parametrize("path", PATHS)
def test_no_sentence_claims_a_saving_of_an_account_that_lacks_it(path: str) -> None:
    scenario = builders.load(TEXT, f"{path}=unknown")
    run = run_of(scenario)
    for perspective in known(scenario):
        view = View(run, perspective)
        for arm, sentence in zip(scenario.interventions, _headlines(run, perspective), strict=True):
            total = view.total(arm)
            assert total.partial == bool(view.missing(arm))
            assert total.partial == ("not known" in sentence)
            assert not total.partial or total.chance_below(0) is total.p_value() is None
            assert not total.partial or "probability" not in sentence


def _headlines(run: Run, perspective: str) -> tuple[str, ...]:
    """The sentence of each arm; one that a setting moves no saving may follow."""
    from dataclasses import replace

    scenario = replace(run.scenario, perspective=perspective)
    found = summary(replace(run, scenario=scenario)).headline
    return found[: len(scenario.interventions)]
