"""What must hold for a rollout to pay back: each value is one at which the net is 0."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from rollout_texts import BASE, ROLLOUT, loaded, rollout_text

from ipscost import Settings
from ipscost.analysis.budget import numbers
from ipscost.analysis.budget.accounts import Budget, budget
from ipscost.analysis.budget.holds import (
    ALWAYS,
    DOWN,
    EFFECT,
    MONTHS,
    NEVER,
    PEOPLE,
    PLACE,
    UP,
    Holds,
    holds,
    net_of,
)

HELD = {
    EFFECT: numbers.EFFECT,
    PEOPLE: numbers.PEOPLE,
    PLACE: numbers.PRICE,
    MONTHS: numbers.LASTS,
}
FINANCED = """\
  financing:
    {guaranteed: [cost.benefits], payer: municipality, by: state, scope: one, share: 0.1,
     source: study}
"""
WHOLE = ROLLOUT.replace("caseload: 20", "caseload: 7\n    posts: whole\n    vacancy: 0.3")
GRANT = """\
  grant:
    pool: {from: state, to: municipality, own_share: 0.5, unspent: repaid,
           amounts: {2024: {mean: 700000, unit: DKK_2024, source: study}}}
"""
TRANSFER = "transfer: {scale: points, share: 0.5}\n"


@cache
def of(text: str = rollout_text()) -> Budget:
    return budget(loaded(text), Settings(draws=0))


def found(text: str = rollout_text(), account: str = "municipality", scope: str = "own") -> Holds:
    return holds(of(text), account, scope)


def test_the_values_are_those_of_a_calculation_by_hand() -> None:
    """60 are planned for and 48 start; each saves 0.75 x 60,000 + 5,000 = 50,000 in 24 months.

    The programme costs 1,691,666.67: posts for 31.8 person-years of support, and an office.
    """
    found_ = found()
    cost = float(of().point["constant"].programme.sum())
    assert found_.net == pytest.approx(cost - 48 * 50_000)
    by_lever = found_.by_lever
    assert by_lever[EFFECT].at == pytest.approx(cost / (48 * 50_000))
    assert [each.at for each in by_lever[PEOPLE].told] == pytest.approx(
        [cost / 50_000 / 60, cost / 50_000]
    )
    assert [each.at for each in by_lever[PLACE].told] == pytest.approx([40_000, 50_000])
    assert [each.now for each in by_lever[PLACE].told] == pytest.approx([cost / 60, cost / 48])
    assert by_lever[MONTHS].at == pytest.approx(24 * cost / (48 * 50_000))
    assert [each.pays for each in found_.switches] == [UP, UP, DOWN, UP]
    assert all(each.holds_now for each in found_.switches)


@pytest.mark.parametrize("account", ["municipality", "public", "all"])
@pytest.mark.parametrize(
    "text",
    [
        rollout_text(),
        rollout_text(FINANCED),
        rollout_text(GRANT, rollout=WHOLE),
        BASE + "rollout:\n  starts: 2024-03\n  intake: {target: {mean: 9, unit: person/month, "
        "source: study}, months: 5}\n",
    ],
    ids=["plain", "financed", "waiting", "per_person"],
)
def test_at_each_value_the_net_is_zero_and_changes_its_sign(text: str, account: str) -> None:
    told = found(text, account)
    assert told.net is not None
    for switch in told.switches:
        if switch.at is None or switch.is_beyond:
            assert (told.net <= 0) == (switch.pays == ALWAYS)
            continue
        at = switch.at if switch.lever in (EFFECT, MONTHS) else switch.at / switch.now
        step = 1e-6 if switch.pays == UP else -1e-6
        values = np.array([at, at * (1 - step), at * (1 + step)])
        zero, cost, saving = net_of(of(text).at({HELD[switch.lever]: values}), account)
        assert zero == pytest.approx(0, abs=1e-6)
        assert saving <= 0 < cost
        assert switch.holds_now == (told.net <= 0)


def test_all_together_keep_no_saving_on_what_is_guaranteed() -> None:
    text = rollout_text(FINANCED)
    alone, together = (found(text, "municipality", scope).by_lever for scope in ("one", "all"))
    cost = float(of(text).point["constant"].programme.sum())
    assert alone[PLACE].at == pytest.approx(48 * (0.9 * 45_000 + 5_000) / 60)
    assert together[PLACE].at == pytest.approx(48 * 5_000 / 60)
    assert together[EFFECT].at == pytest.approx(cost / (48 * 5_000))
    assert together[PEOPLE].pays == NEVER
    public = [found(text, "public", scope).by_lever[EFFECT].at for scope in ("one", "all", "own")]
    assert public == pytest.approx([public[0]] * 3)


def test_more_months_than_are_followed_are_told_as_such() -> None:
    short = rollout_text(base=BASE.replace("months: 24", "months: 12").replace("-60000", "-24000"))
    months = found(short).by_lever[MONTHS]
    cost = float(of(short).point["constant"].programme.sum())
    assert months.is_beyond
    assert months.at == pytest.approx(12 * cost / (48 * 23_000))
    assert not found().by_lever[MONTHS].is_beyond


def test_an_effect_that_costs_money_pays_back_at_no_value() -> None:
    worse = rollout_text(base=BASE.replace("-60000", "60000").replace("-5000", "5000"))
    assert {each.lever: each.pays for each in found(worse).switches} == dict.fromkeys(HELD, NEVER)


def test_the_share_of_the_trials_effect_stands_beside_that_of_what_is_counted() -> None:
    counted, trial = found(rollout_text(base=BASE + TRANSFER)).by_lever[EFFECT].told
    assert (trial.measure, trial.now) == ("trial", 0.5)
    assert counted.at is not None
    assert trial.at == pytest.approx(counted.at / 2)
    assert trial.at == pytest.approx(found().by_lever[EFFECT].at)


def test_the_grid_holds_the_net_of_now_and_that_of_the_switching_values() -> None:
    told = found()
    assert told.grid is not None
    row, column = told.grid.effects.tolist().index(1.0), told.grid.recruitments.tolist().index(0.8)
    assert told.grid.nets[row, column] == pytest.approx(told.net)
    half = of().at({numbers.EFFECT: 0.5, numbers.PEOPLE: 0.5 / 0.8})
    place = told.grid.effects.tolist().index(0.5), told.grid.recruitments.tolist().index(0.5)
    assert told.grid.nets[place] == pytest.approx(net_of(half, "municipality")[0])


def test_staff_are_paid_whoever_is_recruited() -> None:
    cost = float(of().point["constant"].programme.sum())
    for each in found().per_starter:
        assert each.started == pytest.approx(60 * each.recruitment)
        assert each.programme == pytest.approx(cost / each.started)
        assert each.outcome == pytest.approx(cost / (0.15 * each.started))


def test_nothing_is_claimed_of_an_account_of_which_a_part_is_not_known() -> None:
    unknown = rollout_text(base=BASE.replace("ips: {difference: -5000, se: 4000}", "ips: unknown"))
    told = found(unknown)
    assert told.net is None
    assert (told.switches, told.grid) == ((), None)
    assert found(unknown, "state").net is not None


@pytest.mark.parametrize("path", ["rollout.support.months", "rollout.staff.caseload"])
def test_a_value_has_the_same_net_alone_and_among_others(path: str) -> None:
    """Months without clients are the same, whatever the others are: rounding leaves nobody."""
    now = {each.path: each.value for each in of().rollout.numbers}[path]
    for values in (np.array([now]), now * np.array([1.0, 1.1, 1.37])):
        assert net_of(of().at({path: values}), "all")[0] == pytest.approx(found(account="all").net)


def test_where_nobody_is_recruited_it_is_told_how_many_it_takes() -> None:
    text = rollout_text().replace("recruitment: {mean: 0.8, se: 0.05", "recruitment: {mean: 0")
    found = holds(budget(loaded(text), Settings(draws=0)), "all")
    whole = holds(budget(loaded(rollout_text()), Settings(draws=0)), "all")
    assert found.by_lever[PEOPLE].at == pytest.approx(whole.by_lever[PEOPLE].at)
    assert found.per_starter == whole.per_starter
    assert found.grid is not None
    assert found.grid.recruitments[0] == 0
    assert np.isfinite(found.grid.nets).all()
