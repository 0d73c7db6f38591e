"""The short answer of cea: what must hold, over which thresholds, and when a chance is told."""

from __future__ import annotations

from dataclasses import replace

import builders
import numpy as np
import pytest
from messages import tells
from told import told

from ipscost.analysis.cea import CostEffectiveness, Limit
from ipscost.analysis.decisions import Decision, decision_of
from ipscost.decision import Psa
from ipscost.report.cea.report import cea as _cea
from ipscost.report.cea.terms import CeaTerms

cea = told(_cea)

ADMISSIONS = """
admissions:
  label: {en: Admissions, da: Indlæggelser}
  unit: admission/person
  better: lower
  source: study table 4
  usual: {mean: 2.0, se: 0.1}
  ips: {difference: -0.5, se: 0.2}
"""


def decision(cost: str = builders.CARE, outcome: str = builders.JOB, draws: int = 500) -> Decision:
    """The decision of a scenario with one outcome: by default 300 kr. less and 20 points more."""
    run = builders.run(builders.text(cost, outcome=outcome), draws=draws)
    return decision_of(run, run.scenario.outcomes[0], {})


def several(costs: list[float], effects: list[float], spread: float = 1.0) -> Decision:
    """The decision of results made elsewhere: normal draws around these means."""
    rng = np.random.Generator(np.random.PCG64(2))
    noise = spread * rng.normal(size=(2, len(costs), 300))
    cost, effect = np.array(costs)[:, None] + noise[0], np.array(effects)[:, None] + noise[1] / 100
    names = tuple("abcdefg"[: len(costs)])
    psa = Psa(names, "a", cost, effect, cost.mean(axis=1), effect.mean(axis=1))
    record = {"draws": 300, "psa": "results.csv", "inputs": {"x": "0" * 64}, "version": "0"}
    known = np.ones(len(names), bool)
    found = replace(decision(), psa=psa, run=None, threshold=None, record=record, effect_unit="")
    return replace(found, cost_known=known, effect_known=known)


# --- what must hold ------------------------------------------------------------------------------


def limit(found: Decision, wtp: float) -> Limit | None:
    return CostEffectiveness(found).limit(1, wtp)


def test_the_cost_up_to_which_a_net_benefit_is_positive() -> None:
    found = limit(decision(), 500)
    assert found == Limit("cost", pytest.approx(100), holds=True)  # 0.2 x 500 kr.


def test_the_effect_from_which_a_net_benefit_is_positive() -> None:
    # at 100,000 kr. the standard error of 0.07 counts for 7,000 kr., that of the cost for 50 kr.
    found = limit(decision(), 100_000)
    assert found == Limit("effect", pytest.approx(-300 / 100_000), holds=True)


def test_of_an_outcome_that_is_better_lower_the_limit_is_of_the_outcome() -> None:
    found = limit(decision(outcome=ADMISSIONS), 100_000)
    assert found == Limit("effect", pytest.approx(300 / 100_000), holds=True)
    answer = cea(decision(outcome=ADMISSIONS), wtp=[100_000]).headline[0]
    assert tells(answer, "cea_short_benefit_odds_holds_at_most", limit="+0.0030")


def test_a_net_benefit_below_0_says_what_would_have_to_hold() -> None:
    dearer = builders.CARE.replace("-300, se: 50", "300, se: 500")
    fewer = builders.JOB.replace("events: 60", "events: 30")
    found = decision(dearer, fewer)
    assert limit(found, 1_000) == Limit("cost", pytest.approx(-100), holds=False)
    answer = cea(found, wtp=[1_000]).headline[0]
    assert tells(answer, "cea_short_benefit_odds_would_less", limit="100 kr.")


def test_without_draws_the_larger_part_has_the_limit() -> None:
    assert limit(decision(draws=0), 1_000) == Limit("cost", pytest.approx(200), holds=True)
    assert limit(decision(draws=0), 2_000) == Limit("effect", pytest.approx(-0.15), holds=True)


def test_where_there_is_an_icer_or_nothing_to_weigh_there_is_no_limit() -> None:
    dearer = builders.CARE.replace("-300, se: 50", "300, se: 50")
    assert limit(decision(dearer), 2_000) is None
    assert limit(decision(), 0) is None


# --- several interventions -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wtp", "key", "values"),
    [
        (5.0, "cea_short_range_below_odds", {"arm": "a"}),
        (20.0, "cea_short_range_between_odds", {"arm": "b"}),
        (100.0, "cea_short_range_above_odds", {"arm": "c"}),
    ],
)
def test_of_several_arms_the_best_one_is_told_with_the_thresholds_it_holds_at(
    wtp: float, key: str, values: dict[str, str]
) -> None:
    (answer,) = cea(several([0, 10, 50], [0, 1, 2], spread=0.01), wtp=[wtp]).headline
    assert tells(answer, key, **values)
    kind = "reference" if wtp == 5 else "other"
    assert tells(answer, f"cea_best_of_{kind}_plain", **values)
    assert tells(answer, "cea_short_frontier")


def test_an_arm_that_dominates_all_others_is_the_best_at_any_threshold() -> None:
    (answer,) = cea(several([0, -10, 50], [0, 1, 0.5], spread=0.01), wtp=[10]).headline
    assert tells(answer, "cea_all_dominated", arm="b")
    assert tells(answer, "cea_short_range_any_odds", arm="b")


def test_of_many_arms_on_the_frontier_its_ends_are_told() -> None:
    costs, effects = [float(n * n) for n in range(1, 8)], [float(n) for n in range(1, 8)]
    (answer,) = cea(several(costs, effects, spread=0.01)).headline
    assert tells(answer, "cea_short_frontier_ends", count="7", first="a", last="g")


# --- how sure ------------------------------------------------------------------------------------


def test_no_chance_is_told_where_a_cost_has_no_stated_uncertainty() -> None:
    fixed, sure = CeaTerms(decision(builders.PROGRAMME)), CeaTerms(decision())
    assert (fixed.unstated(), fixed.has_odds) == (("cost",), False)
    assert (sure.unstated(), sure.has_odds) == ((), True)
    answer = cea(decision(builders.PROGRAMME), wtp=[100_000]).headline[0]
    assert "robability" not in answer


def test_a_chance_that_hangs_on_a_fixed_number_is_told_to_a_per_cent() -> None:
    assert CeaTerms(decision()).fineness == 500
    assert CeaTerms(decision(builders.CARE + builders.PROGRAMME)).fineness == 100


def test_without_draws_the_first_caveat_says_how_to_have_them() -> None:
    (caveat,) = cea(decision(draws=0), wtp=[1_000]).noted("caveat_unsure")
    assert caveat.startswith("This is the point estimate alone; --draws 10000")
