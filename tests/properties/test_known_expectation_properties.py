"""EVPPI from expected values that are known: right, bounded, and more is never worth less."""

from __future__ import annotations

import builders
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from messages import tells
from told import told

from ipscost import Run
from ipscost.analysis.decisions import Decision, decision_of
from ipscost.decision.information import Information, InformationValue
from ipscost.drawing.draws import Draws
from ipscost.report.voi.report import voi as _voi

voi = told(_voi)

N = 1_000
WTP = 5_000.0


@st.composite
def costs(draw: st.DrawFn) -> str:
    """Two to four categories of amounts or of price times use, by level, difference or ratio."""
    found = []
    for place in range(draw(st.integers(2, 4))):
        level, spread = draw(st.integers(10, 90)), draw(st.floats(0.05, 0.4))
        change = draw(
            st.sampled_from(
                [
                    f"{{mean: {level}, se: {spread * level}}}",
                    f"{{difference: {draw(st.integers(-5, 5))}, se: {spread * level}}}",
                    f"{{ratio: {draw(st.sampled_from([0.9, 1.0, 1.2]))}, se: {spread}}}",
                ]
            )
        )
        usual = f"usual: {{mean: {level}, se: {spread * level}}}"
        head = f"c{place}:\n  kind: service\n  payer: region\n"
        if draw(st.booleans()):
            price = (
                f"{{mean: {draw(st.integers(50, 500))}, unit: DKK_2024/day, se: 20, source: study}}"
            )
            use = f"\n    unit: day/person\n    source: study\n    {usual}\n    ips: {change}\n"
            found.append(f"{head}  price: {price}\n  use:{use}")
        else:
            amount = f"  unit: DKK_2024/person\n  source: study\n  {usual}\n  ips: {change}\n"
            found.append(head + amount)
    return "".join(found)


def decided(cost: str, more: str = "", draws: int = N) -> Decision:
    """The decision with an outcome, where `cost` is all that there is."""
    run = builders.run(
        builders.text(cost, outcome=builders.JOB, discount="{cost: 0.03, outcome: 0}", more=more),
        draws=draws,
    )
    return decision_of(run, run.scenario.outcomes[0], {})


def information(decision: Decision, *, exact: bool = True) -> Information:
    """What is known of a decision at WTP."""
    psa, given_draws = decision.psa, decision.given
    assert given_draws is not None

    def known(names: frozenset[str]) -> np.ndarray | None:
        found = given_draws(names) if exact else None
        return None if found is None else found.net_benefit(WTP)

    return Information(psa.net_benefit(WTP), psa.parameters, known)


def nested(run: Run, names: frozenset[str], at: int) -> tuple[np.ndarray, np.ndarray]:
    """The mean cost of each arm with `names` as in draw `at` and all else drawn, and its error."""
    columns = dict(run.draws.columns)
    for name in names:
        columns[name] = np.full(run.draws.n, columns[name][at])
    ledger = run.at({}, Draws(run.draws.n, columns))
    cost = ledger.present_value.sum(axis=1)
    return cost.mean(axis=1), cost.std(axis=1) / np.sqrt(run.draws.n)


@given(cost=costs(), data=st.data())
def test_the_expected_cost_is_that_of_nested_draws(cost: str, data: st.DataObject) -> None:
    decision = decided(cost)
    names = frozenset(data.draw(st.sets(st.sampled_from(sorted(decision.psa.parameters)))))
    assert decision.given is not None
    assert decision.run is not None
    known = decision.given(names)
    assert known is not None
    for at in (0, N - 1):
        mean, error = nested(decision.run, names, at)
        assert (np.abs(known.cost[:, at] - mean) <= 5 * error + 1e-9 * np.abs(mean)).all()


@given(cost=costs(), data=st.data())
def test_worth_is_bounded_and_more_is_never_worth_less(cost: str, data: st.DataObject) -> None:
    decision = decided(cost, draws=200)
    found = information(decision)
    order = data.draw(st.permutations(sorted(decision.psa.parameters)))
    everything, last = found.perfect.worth.value, 0.0
    for size in range(1, min(5, len(order))):
        worth = found.group(order[:size])
        assert worth.exact
        assert last <= worth.value <= everything
        last = worth.value
    whole = found.group(order)
    assert whole.value == pytest.approx(everything, rel=1e-9, abs=1e-9)
    assert whole.se == pytest.approx(found.perfect.worth.se, rel=1e-9, abs=1e-9)


@given(cost=costs(), data=st.data())
def test_a_regression_finds_about_the_same(cost: str, data: st.DataObject) -> None:
    decision = decided(cost)
    known, regressed = information(decision), information(decision, exact=False)
    name = data.draw(st.sampled_from(sorted(decision.psa.parameters)))
    exact, found = known.single(name), regressed.single(name)
    assert exact.exact
    assert not found.exact
    assert near(exact, found, known.perfect.worth.value)


def near(one: InformationValue, other: InformationValue, everything: float) -> bool:
    """Within five standard errors, or what a regression of little is off by."""
    return abs(one.value - other.value) <= 5 * np.hypot(one.se, other.se) + 0.05 * everything


TOGETHER = """
correlation:
  both:
    label: {{en: both, da: begge}}
    members: [{}]
    rho: 0.6
    assumption: {{en: made up, da: opdigtet}}
"""
MEMBERS = "cost.ward.price, cost.ward.use.ips"
WARD = """
ward:
  kind: service
  payer: region
  price: {mean: 100, se: 20, unit: DKK_2024/day, source: study}
  use:
    unit: day/person
    source: study
    usual: {mean: 10, se: 2}
    ips: {mean: 9, se: 2}
"""


def test_what_goes_together_is_known_with_its_covariance_or_not_at_all() -> None:
    decision = decided(WARD, TOGETHER.format(MEMBERS), draws=20_000)
    run, known = decision.run, decision.given
    assert run is not None
    assert known is not None
    assert known(frozenset(["cost.ward.price"])) is None
    assert known(frozenset(["cost.ward.use.ips", "cost.ward.use.usual"])) is None
    both = known(frozenset(["cost.ward.price", "cost.ward.use.ips"]))
    assert both is not None
    assert both.cost[1] == pytest.approx(decision.psa.cost[1])  # the usual arm's use is not in it
    neither = known(frozenset(["cost.ward.use.usual"]))
    assert neither is not None
    drawn = run.draws.product("cost.ward.price", "cost.ward.use.ips")
    assert drawn.mean() > 915 > 100 * 9
    assert neither.cost[1] == pytest.approx(np.full(20_000, drawn.mean()), rel=0.005)
    names = "cost.ward.price and cost.ward.use.ips"
    notes = voi(decision, wtp=[WTP]).notes
    assert any(tells(note, "note_voi_but", names=names) for note in notes)
