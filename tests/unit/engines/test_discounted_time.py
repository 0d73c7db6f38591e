"Time in states is discounted at as every flow of outcomes; what studies count is not."

from __future__ import annotations

import builders
import numpy as np
import pytest
from told import told

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.calibrate.calibrated import calibrated
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.verify import findings
from ipscost.report.cea.report import cea as _cea
from ipscost.report.notes.common import rates_sentence as _rates_sentence
from ipscost.report.verify.report import verify as _verify

rates_sentence = told(_rates_sentence)
verify = told(_verify)
cea = told(_cea)

LIFE = """
ipscost: 1
title: {en: Time in a state, da: Tid i en tilstand}
money: DKK_2024
horizon: {years: 30, observed: 24}
perspective: societal
discount: {cost: 0.035, outcome: 0.035}
arm: {usual: {reference: true}, new: {label: New}}
payer: {society: {}}
source: {own: {cite: Made up for this test, sure: verified}}
model:
  cycle: year
  counting: half_cycle
  state: {alive: {start: rest}, gone: {absorbing: true}}
  transition:
    alive:
      gone: {unit: probability/year, source: own 1, usual: {mean: 0.1}, new: {mean: 0.05}}
      alive: rest
cost:
  care:
    kind: service
    payer: society
    unit: DKK_2024/person/year
    source: own 2
    in: {alive: {mean: 1000}, gone: {mean: 0}}
outcome:
  years: {label: {en: Years alive, da: Leveår}, unit: year/person, time_in: [alive]}
  weighed:
    label: {en: Weighed years, da: Vægtede år}
    unit: QALY/person/year
    source: own 3
    in: {alive: {mean: 1}}
  dead: {label: {en: Dead, da: Død}, unit: share, share_in: [gone], at: 360}
  ever: {label: {en: Ever dead, da: Nogensinde død}, unit: share, ever_in: [gone], by: 360}
"""
TARGETS = """
reproduces:
  - {what: outcome, path: outcome.years, arm: usual, value: 9.10, to: 0.01, source: own}
calibrate:
  unknown:
    model.transition.alive.gone.usual: {low: 0.01, high: 0.5}
  target:
    years: {path: outcome.years, arm: usual, value: 9.0973, se: 0.1, source: own}
"""


def run(more: str = "") -> Run:
    """The point estimate alone."""
    return ipscost.simulate(builders.load(LIFE + more), Settings(draws=0))


def trapezoid(chance: float, rate: float) -> float:
    """Years alive over 31 points, the first and last of which weigh half."""
    ages = np.arange(31)
    weights = np.where((ages == 0) | (ages == 30), 0.5, 1.0)
    return float((weights * (1 - chance) ** ages / (1 + rate) ** ages).sum())


def test_time_in_a_state_is_discounted_like_the_same_time_with_a_weight_of_1() -> None:
    found = run().point.present_outcome[:, :2, 0]
    hand = [trapezoid(chance, 0.035) for chance in (0.1, 0.05)]
    assert found[:, 0] == pytest.approx(hand, rel=1e-12)
    assert found[:, 0] == pytest.approx(found[:, 1], rel=1e-12)
    assert hand == pytest.approx([7.0584, 10.7836], abs=5e-5)
    found = run()
    report = cea(decision_of(found, found.scenario.outcomes[0], {}), wtp=[5000.0])
    assert any("1,000 kr. per year" in sentence for sentence in report.headline)


def test_shares_of_people_at_or_by_a_time_are_not_discounted() -> None:
    found = run().point.present_outcome[:, 2:, 0]
    for place, chance in enumerate((0.1, 0.05)):
        assert found[place] == pytest.approx([1 - (1 - chance) ** 30] * 2, rel=1e-12)


def test_the_note_says_what_is_discounted_and_what_is_not() -> None:
    scenario = builders.load(LIFE)
    assert rates_sentence(scenario, "en") == (
        "Discounting: costs 3.5%, outcomes 3.5% a year. These outcomes are not "
        "discounted, because they are shares of people at or by a point in time: "
        "dead and ever dead."
    )
    assert "Disse resultater diskonteres ikke" in rates_sentence(scenario, "da")
    without = LIFE.replace("outcome: 0.035", "outcome: 0")
    assert rates_sentence(builders.load(without), "en") == (
        "Discounting: costs 3.5%, outcomes 0% a year."
    )


def test_published_time_is_held_against_counted_time() -> None:
    found = run(TARGETS)
    assert trapezoid(0.1, 0.0) == pytest.approx(9.0973, abs=5e-5)
    (one,) = findings(found)
    assert one.simulated == pytest.approx(trapezoid(0.1, 0.0), rel=1e-12)
    report, good = verify(found)
    assert good
    assert "verified_time" in [note.name for note in report.named]


def test_a_fit_to_published_time_counts_it_undiscounted() -> None:
    found = calibrated(builders.load(LIFE + TARGETS), starts=1)
    assert found.fit.best.values == pytest.approx([0.1], abs=1e-4)
