"""What holds of every decision, whatever its arms cost and achieve."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told

from ipscost import Report
from ipscost.analysis.decisions import decision_of_results
from ipscost.decision import Psa
from ipscost.decision.acceptability import curves, pairwise, plane
from ipscost.decision.frontier import DOMINATED, FRONTIER, SAME, incremental
from ipscost.formats.tidy import tidy
from ipscost.report.cea.report import cea as _cea

cea = told(_cea)

WTP = (0.0, 0.5, 3.0, 40.0, 1_000.0)
NUMBERS = st.integers(-50, 50).map(float)
ARMS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=7)
"""Few distinct numbers, so that ties and equal arms come up."""


@st.composite
def decisions(draw: st.DrawFn) -> Psa:
    arms, draws = draw(st.integers(2, 5)), draw(st.integers(2, 12))
    numbers = st.lists(NUMBERS, min_size=draws, max_size=draws)
    rows = st.lists(numbers, min_size=arms, max_size=arms)
    cost, effect = np.array(draw(rows)), np.array(draw(rows))
    return _psa(cost, effect, draw(st.integers(0, arms - 1)))


def _psa(cost: np.ndarray, effect: np.ndarray, base: int) -> Psa:
    names = tuple(f"arm{place}" for place in range(len(cost)))
    return Psa(names, names[base], cost, effect, cost.mean(axis=1), effect.mean(axis=1))


@given(decisions())
def test_probabilities_sum_to_1_and_the_frontier_is_below_the_highest(psa: Psa) -> None:
    found = curves(psa, WTP)
    assert found.probability.sum(axis=0) == pytest.approx(1)
    assert (found.frontier <= found.probability.max(axis=0)).all()
    assert plane(psa).sum(axis=1) == pytest.approx(1)


@settings(max_examples=20)
@given(decisions(), st.sampled_from(WTP))
def test_an_outcome_of_which_less_is_better_decides_as_its_mirror(psa: Psa, wtp: float) -> None:
    """Results of the outcome x and of -x with the direction turned are the same decision."""

    def report(effect: np.ndarray, better: str) -> Report:
        mirror = replace(psa, effect=effect, effect_mean=effect.mean(axis=1))
        words = {"name": "x", "file": "x.csv", "outcome": "score", "inputs": {"x": "0" * 64}}
        flags = dict.fromkeys(("is_qaly", "is_nameless", "is_net_benefit"), False)
        found = SimpleNamespace(psa=mirror, notes=(), **flags, **words)
        return cea(decision_of_results(found, better=better), wtp=[wtp])

    one, other = report(psa.effect, "higher"), report(0.0 - psa.effect, "lower")
    own = ("effect", "incremental_effect", "frontier_effect")

    def numbers(report: Report) -> list[tuple[object, ...]]:
        return [
            (row["measure"], row["arm"], row.get("threshold"), sign * row["mean"])
            for row in tidy(report)
            for sign in [-1 if report is other and row["measure"] in own else 1]
        ]

    assert numbers(one) == numbers(other)


@given(decisions())
def test_expected_loss_is_at_least_the_value_of_perfect_information(psa: Psa) -> None:
    found = curves(psa, WTP)
    assert (found.loss >= found.evpi).all()
    assert (found.evpi >= 0).all()
    for place, wtp in enumerate(WTP):
        benefit = psa.net_benefit(wtp)
        known = benefit.max(axis=0).mean() - benefit.mean(axis=1).max()
        assert found.evpi[place] == pytest.approx(known, abs=1e-9 * max(1, wtp))


@given(decisions())
def test_of_two_arms_the_pairwise_probability_is_the_curve(psa: Psa) -> None:
    two = _psa(psa.cost[:2], psa.effect[:2], 0)
    found = curves(two, WTP).probability[1]
    assert found == pytest.approx([pairwise(two, wtp)[1] for wtp in WTP])


@given(decisions(), st.integers(-1_000, 1_000))
def test_a_cost_that_all_arms_have_changes_nothing(psa: Psa, constant: int) -> None:
    dearer = _psa(psa.cost + constant, psa.effect, psa.base)
    before, after = curves(psa, WTP), curves(dearer, WTP)
    assert (after.probability == before.probability).all()
    assert (after.loss == before.loss).all()
    assert (plane(dearer) == plane(psa)).all()


@given(decisions())
def test_an_arm_that_another_beats_in_every_draw_changes_nothing(psa: Psa) -> None:
    worse = [np.vstack([each, each[:1] + add]) for each, add in ((psa.cost, 1), (psa.effect, -1))]
    before, after = curves(psa, WTP), curves(_psa(worse[0], worse[1], psa.base), WTP)
    assert (after.probability[:-1] == before.probability).all()
    assert not after.probability[-1].any()
    assert after.loss[:-1] == pytest.approx(before.loss)
    assert (after.best == before.best).all()


@given(decisions(), st.sampled_from([0.25, 2.0, 8.0]))
def test_scaling_money_and_thresholds_together_changes_nothing(psa: Psa, factor: float) -> None:
    scaled = _psa(psa.cost * factor, psa.effect, psa.base)
    before, after = curves(psa, WTP), curves(scaled, np.array(WTP) * factor)
    assert (after.probability == before.probability).all()
    assert after.loss == pytest.approx(before.loss * factor)


@given(ARMS)
def test_ratios_rise_along_the_frontier_and_are_above_0(arms: list[tuple[float, float]]) -> None:
    cost, effect = np.array(arms).T
    ratios = [standing.icer for standing in incremental(cost, effect) if standing.icer is not None]
    assert ratios == pytest.approx(sorted(ratios))
    assert all(ratio > 0 for ratio in ratios)


@settings(max_examples=300)
@given(ARMS)
def test_the_frontier_holds_the_arms_that_are_best_at_some_threshold(
    arms: list[tuple[float, float]],
) -> None:
    standings = incremental(*np.array(arms).T)
    exact = [(Fraction(cost), Fraction(effect)) for cost, effect in arms]
    pairs = itertools.permutations(exact, 2)
    crossings = {(c - d) / (e - f) for (c, e), (d, f) in pairs if e != f}
    points = sorted({Fraction(0), *(crossing for crossing in crossings if crossing > 0)})
    between = [(low + high) / 2 for low, high in itertools.pairwise(points)]
    best: set[int] = set()
    for wtp in (*points[1:], *between, points[-1] + 1):
        benefit = [wtp * effect - cost for cost, effect in exact]
        best |= {arm for arm, value in enumerate(benefit) if value == max(benefit)}
    on_frontier = {standing.arm for standing in standings if standing.status == FRONTIER}
    same = {standing.arm for standing in standings if standing.status == SAME}
    assert on_frontier <= best
    assert best - same <= on_frontier


@given(ARMS)
def test_what_dominates_is_no_dearer_and_no_worse(arms: list[tuple[float, float]]) -> None:
    for standing in incremental(*np.array(arms).T):
        if standing.status == DOMINATED:
            assert standing.cost >= 0 >= standing.effect
            assert (standing.cost, standing.effect) != (0, 0)
            assert standing.icer is None
