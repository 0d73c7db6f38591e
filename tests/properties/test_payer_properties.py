"""Whoever pays and receives: payers sum to the total, transfers to 0, and time to the whole."""

from __future__ import annotations

import builders
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ipscost
from ipscost import Ledger, Settings
from ipscost.analysis.course import break_even, break_even_months, course_of, reach_of
from ipscost.analysis.payers import gains_of, names
from ipscost.scenario.nouns import Scenario

PUBLIC = ("municipality", "region", "state")
OTHERS = ("employer", "citizen")
EVERYBODY = (*PUBLIC, *OTHERS)
PAYERS = "".join(f"{name}: {{public: true}}\n" for name in PUBLIC) + "".join(
    f"{name}: {{}}\n" for name in OTHERS
)

months = st.integers(1, 40)
amounts = st.integers(-1000, 1000)


@st.composite
def splits(draw: st.DrawFn, members: tuple[str, ...] = EVERYBODY) -> dict[str, float]:
    """Shares of some payers, which sum to 1."""
    found = draw(st.lists(st.sampled_from(members), min_size=1, max_size=3, unique=True))
    parts = draw(st.lists(st.integers(1, 9), min_size=len(found), max_size=len(found)))
    return {name: part / sum(parts) for name, part in zip(found, parts, strict=True)}


@st.composite
def categories(draw: st.DrawFn, *, closed: bool = False) -> str:
    """Some categories, paid and received by whomever; `closed`: every transfer is received."""
    lines = []
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["service", "transfer", "productivity"]))
        payers = draw(splits())
        rest = tuple(name for name in EVERYBODY if name not in payers)
        lines += [f"category_{number}:", f"  kind: {kind}", f"  payer: {shown(payers)}"]
        if kind == "transfer" and (closed or draw(st.booleans())):
            lines.append(f"  receiver: {shown(draw(splits(rest)))}")
        lines += ["  unit: DKK_2024/person/month", "  source: study"]
        if kind == "service":
            lines += [f"  usual: {{mean: {draw(st.integers(2000, 3000))}}}"]
        lines += [f"  ips: {{difference: {draw(amounts)}, se: {draw(st.integers(1, 400))}}}"]
    return "\n".join(lines) + "\n"


def shown(shares: dict[str, float]) -> str:
    return "{" + ", ".join(f"{name}: {share!r}" for name, share in shares.items()) + "}"


def scenario_of(cost: str, last: int) -> Scenario:
    content = builders.text(cost, payer=PAYERS, months=last, discount="{schedule: danish_2021}")
    return builders.load(content)


def seen(ledger: Ledger, name: str) -> np.ndarray:
    """What an account saves in each draw, (draw,)."""
    found: np.ndarray = -np.einsum("c,cd->d", ledger.weight(name), ledger.difference("ips"))
    return found


@given(categories(closed=True), months)
def test_payers_sum_to_the_societal_total_where_all_receivers_are_stated(
    cost: str, last: int
) -> None:
    run = ipscost.simulate(scenario_of(cost, last), Settings(draws=20))
    for ledger in (run.point, run.ledger):
        assert ledger is not None
        total = sum(seen(ledger, name) for name in EVERYBODY)
        assert total == pytest.approx(seen(ledger, "societal"), abs=1e-6)


@given(categories(), months)
def test_transfers_sum_to_nothing_over_those_whose_receivers_are_stated(
    cost: str, last: int
) -> None:
    scenario = scenario_of(cost, last)
    (gains,) = gains_of(ipscost.simulate(scenario, Settings(draws=0)))
    received = np.array([bool(category.receivers) for category in scenario.categories])
    moved = sum(gains.of(account.weight * received).point for account in gains.payers)
    assert moved == pytest.approx(0, abs=1e-6)
    unreceived = {category.path for category in gains.unreceived()}
    assert unreceived <= {c.path for c in scenario.categories if not c.receivers}


@given(categories(), months)
def test_the_public_sector_is_its_purses_together_less_production(cost: str, last: int) -> None:
    scenario = scenario_of(cost, last)
    point = ipscost.simulate(scenario, Settings(draws=0)).point
    works = np.array([category.kind == "productivity" for category in scenario.categories])
    purses = sum(point.weight(name) for name in PUBLIC)
    assert point.weight("public") == pytest.approx(purses * ~works)


@given(categories(), months)
def test_months_sum_to_years_and_years_to_the_total(cost: str, last: int) -> None:
    scenario = scenario_of(cost, last)
    run = ipscost.simulate(scenario, Settings(draws=20), courses=names(scenario))
    assert run.ledger is not None
    for name in names(scenario):
        course = course_of(run, "ips", name)
        years = course.by_year()
        assert course.draws is not None
        assert years.draws is not None
        assert years.points.size == -(-last // 12)
        for part in (course, years):
            assert part.draws is not None
            assert part.draws.sum(axis=0) == pytest.approx(seen(run.ledger, name), abs=1e-6)
            assert part.points.sum() == pytest.approx(seen(run.point, name)[0], abs=1e-6)
            assert part.so_far.points[-1] == pytest.approx(part.points.sum())


@given(st.lists(st.lists(st.integers(-3, 3), min_size=6, max_size=6), min_size=1, max_size=8))
def test_the_months_of_break_even_are_those_of_a_plain_loop(draws: list[list[int]]) -> None:
    so_far = np.cumsum(np.array(draws, dtype=float).T, axis=0)
    expected = []
    for column in so_far.T:
        month = float("inf")
        for number in range(len(column), 0, -1):
            if column[number - 1] < 0:
                break
            month = number
        expected.append(month)
    assert break_even_months(so_far).tolist() == expected


@given(categories(), months)
def test_a_draw_breaks_even_where_it_has_saved_in_the_end(cost: str, last: int) -> None:
    scenario = scenario_of(cost, last)
    run = ipscost.simulate(scenario, Settings(draws=20), courses=("public",))
    course = course_of(run, "ips", "public").so_far
    assert course.draws is not None
    even = np.isfinite(break_even_months(course.draws))
    assert even.tolist() == (course.draws[-1] >= -1e-9).tolist()


@given(st.lists(st.tuples(amounts, st.integers(1, 6), st.integers(0, 6)), min_size=1, max_size=4))
def test_the_month_if_amounts_fall_evenly_lies_between_the_earliest_and_the_latest(
    windows: list[tuple[int, int, int]],
) -> None:
    cost = "".join(
        f"category_{n}:\n  kind: service\n  payer: state\n  unit: DKK_2024/person\n"
        f"  source: study\n  timing: {{months: [{first}, {first + more}]}}\n"
        f"  usual: {{mean: 5000}}\n  ips: {{difference: {amount}}}\n"
        for n, (amount, first, more) in enumerate(windows)
    )
    run = ipscost.simulate(scenario_of(cost, 12), Settings(draws=0))
    reach = reach_of(run, "ips", run.point.weight("state"))
    if run.point.difference("ips").any():
        month = break_even(course_of(run, "ips", "state")).month
        assert reach.earliest <= month <= reach.latest
    moved = [(amount, more) for amount, _, more in windows if amount and more]
    assert len(reach.categories) == len(moved)
    assert reach.is_known or moved
