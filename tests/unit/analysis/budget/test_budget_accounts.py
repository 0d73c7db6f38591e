"""The accounts of a rollout: against what one person costs, and what was published of posts."""

from __future__ import annotations

import gc
from dataclasses import replace

import numpy as np
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.analysis.budget import accounts, numbers
from ipscost.analysis.budget.accounts import Budget, budget
from ipscost.analysis.budget.books import Books
from ipscost.errors import AskedError
from ipscost.scenario.dated import in_calendar, without_dates
from ipscost.scenario.rollout import Month
from tests.rollout_texts import BASE, ROLLOUT, loaded, rollout_text

COHORT = """
rollout:
  starts: 2024-01
  intake: {target: {mean: 100, unit: person, assumption: one cohort}, months: 1}
"""
ONE_COHORT = {
    "expected": "extends: inklusion-ips",
    "states": "extends: ips-ten-years\nperspective: public",
    "transfer": "extends: inklusion-ips\ntransfer: {scale: points, share: 0.5, "
    "baseline: {job_or_education: {events: 62, n: 164, assumption: another}}, "
    "assumption: half}",
}
"""How a scenario of one cohort begins, in each engine and through what carries over."""

WAITING = """\
  staff:
    caseload: 20
    vacancy: {mean: 0.06, se: 0.01}
    role: {one: {salary: {mean: 1, unit: DKK_2024/year}}}
"""


def books(found: Budget, basis: str = "constant") -> Books:
    return found.point[basis]


def totals(found: Books) -> np.ndarray:
    """The net of each payer over all years, (payer, draw)."""
    return found.net().sum(axis=1)


# --- one cohort --------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=ONE_COHORT)
def cohort(request: pytest.FixtureRequest) -> tuple[Budget, Run]:
    text = f"ipscost: 1\n{ONE_COHORT[request.param]}\ndiscount: {{cost: 0, outcome: 0}}\n"
    more = "  arm: ips\n  outcome: ever_18\n" if request.param == "states" else ""
    scenario = loaded(text.replace("extends", "title: A test\nextends", 1) + COHORT + more)
    settings = Settings(draws=20)
    return budget(scenario, settings), ipscost.simulate(scenario, settings)


def test_one_cohort_costs_what_one_person_does_times_people(cohort: tuple[Budget, Run]) -> None:
    found, run = cohort
    assert run.ledger is not None
    assert found.draws is not None
    for ledger, made in ((run.point, books(found)), (run.ledger, found.draws["constant"])):
        for place, payer in enumerate(made.payers):
            one = ledger.difference_of(found.arm, ledger.payer_share[:, place])
            spent = totals(made)[place]
            assert spent == pytest.approx(100 * one, rel=1e-12, abs=1e-6), payer


def test_one_cohort_reaches_what_one_person_does_times_people(cohort: tuple[Budget, Run]) -> None:
    found, run = cohort
    assert run.ledger is not None
    assert found.people_draws is not None
    outcome = run.ledger.outcomes.index(found.rollout.outcome)
    one = run.ledger.outcome_difference(found.arm, outcome)
    assert found.people_draws.extra == pytest.approx(100 * one, rel=1e-12)


# --- what was published ------------------------------------------------------------------------

WORKFORCE = """
rollout:
  starts: 2026-01
  until: 2028-12
  assumption: as the calculator
  intake: {target: {mean: 1000, unit: person/year}, months: 36}
  support: {months: 6}
  staff:
    clients_per_year: 40
    role:
      specialist: {salary: {mean: 33437, unit: GBP_2026/year}}
      leader: {per: 6, of: specialist, salary: {mean: 40823, unit: GBP_2026/year}}
      manager: {per: 5, of: leader, salary: {mean: 50723, unit: GBP_2026/year}}
    employer: {share: 0.15, above: {mean: 5004, unit: GBP_2026/year}}
    pension: 0.143
    overhead: 0.2
"""


def test_a_steady_year_is_that_of_the_workforce_calculator() -> None:
    """IPS Grow's workforce calculator (England): 1,000 clients a year."""
    base = BASE.replace("DKK_2024", "GBP_2026")
    found = budget(loaded(rollout_text(base=base, rollout=WORKFORCE)), Settings(draws=0))
    steady = found.years.index(2027)
    assert found.people_point.posts[:, steady, 0] == pytest.approx([25, 25 / 6, 25 / 30])
    made = books(found)
    assert made.lines[:3, steady, 0].sum() == pytest.approx(1_332_920.97, abs=0.01)
    assert made.programme.sum(axis=0)[steady, 0] / 1000 == pytest.approx(1599.51, abs=0.005)


def test_whole_posts_are_rounded_up() -> None:
    base = BASE.replace("DKK_2024", "GBP_2026")
    text = rollout_text(
        base=base, rollout=WORKFORCE.replace("  staff:", "  staff:\n    posts: whole")
    )
    found = budget(loaded(text), Settings(draws=0))
    assert found.people_point.posts[:, 1, 0].tolist() == pytest.approx([25, 5, 1])


def test_a_client_costs_a_specialist_over_the_caseload() -> None:
    """Latimer 2004: 44,082 USD a specialist and year, for about 18 clients."""
    rollout = """
rollout:
  starts: 2024-01
  assumption: as published
  intake: {target: {mean: 18, unit: person/year}, months: 60}
  support: {months: 12}
  staff: {caseload: 18, role: {specialist: {salary: {mean: 44082, unit: DKK_2024/year}}}}
"""
    found = budget(loaded(rollout_text(rollout=rollout)), Settings(draws=0))
    assert books(found).programme[0, 2, 0] / 18 == pytest.approx(2449)
    assert found.price_per_person == pytest.approx(2449)


# --- people and time ---------------------------------------------------------------------------


def test_nobody_is_lost_where_posts_stand_empty() -> None:
    text = rollout_text().replace("    caseload: 20", "    caseload: 20\n    vacancy: 0.3")
    found = budget(loaded(text), Settings(draws=200))
    people = found.people_draws
    assert people is not None
    waits = people.waiting[-1] > 0
    assert waits.any()
    assert not waits.all()
    recruited, started = (each.sum(axis=0) for each in (people.recruited, people.started))
    assert started + people.waiting[-1] == pytest.approx(recruited)
    assert (people.supported <= 0.7 * 60 * (1 + 1e-8)).all()


def test_posts_are_hired_before_the_first_year_of_people() -> None:
    text = rollout_text().replace("    caseload: 20", "    caseload: 20\n    hired_ahead: 1.5")
    found = budget(loaded(text), Settings(draws=0))
    assert found.years == (2023, 2024, 2025, 2026)
    assert found.first == Month(2023, 1)
    # of the 5 clients of January half are there half a month before, all in December
    assert books(found).lines[0, 0, 0] == pytest.approx(500_000 / 12 / 20 * (2.5 + 7.5))
    assert books(found).lines[1, 0, 0] == pytest.approx(2 / 12 * 100_000)


def test_who_is_not_followed_to_the_end_is_told() -> None:
    until = rollout_text("  until: 2025-12\n")
    found, whole = (budget(loaded(text), Settings(draws=0)) for text in (until, rollout_text()))
    assert whole.years == (2024, 2025, 2026)
    assert whole.people_point.followed == pytest.approx(1)
    # of 24 months, those who start in month m of 12 are followed for 24 - m + 1
    assert found.people_point.followed == pytest.approx(np.mean([24 - m for m in range(12)]) / 24)
    for name in ("programme", "change", "lines"):
        assert getattr(books(found), name) == pytest.approx(getattr(books(whole), name)[:, :2])


def test_a_delay_costs_and_saves_nothing_twice() -> None:
    rollout = ROLLOUT[: ROLLOUT.index("  support:")] + "  until: 2027-12\n"
    late = rollout.replace("    months: 12\n", "    months: 12\n    delay: 2.5\n", 1)
    found, whole = (
        budget(loaded(rollout_text(rollout=each)), Settings(draws=0)) for each in (late, rollout)
    )
    assert totals(books(found)) == pytest.approx(totals(books(whole)))
    assert found.people_point.started[:, 0] == pytest.approx([48 - 10, 10, 0, 0])


@pytest.mark.parametrize("times", [0.5, 3])
def test_cost_is_linear_in_salaries(times: float) -> None:
    now = budget(loaded(rollout_text()), Settings(draws=0))
    path = "rollout.staff.role.specialist.salary"
    at = now.at({path: np.array([500_000, times * 500_000])})
    line = at.point["constant"].lines[0]
    assert line[:, 1] == pytest.approx(times * line[:, 0])
    assert line[:, 0] == pytest.approx(books(now).lines[0, :, 0])


# --- draws -------------------------------------------------------------------------------------


@pytest.mark.parametrize("sampler", ["random", "sobol"])
def test_the_rollout_moves_no_draw_of_a_person(sampler: str) -> None:
    settings = Settings(draws=40, sampler=sampler)
    with_rollout, without = loaded(rollout_text()), loaded(BASE)
    runs = [ipscost.simulate(each, settings) for each in (with_rollout, without)]
    for path, column in runs[1].draws.columns.items():
        assert (runs[0].draws.columns[path] == column).all(), path
    own = numbers.drawn_numbers(with_rollout, accounts.checked(with_rollout), settings)
    recruited = own.values["rollout.intake.recruitment"]
    assert recruited.std() > 0
    spread = [own.values[path].size for path in ("rollout.intake.target",)]
    assert spread == [1]


def test_blocks_of_draws_change_no_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    text = rollout_text(
        "  indexation: {prices: 0.02, wages: {mean: 0.03, se: 0.01}, assumption: higher}\n"
    )
    scenario = loaded(text.replace("    caseload: 20", "    caseload: 20\n    vacancy: 0.2"))
    whole = budget(scenario, Settings(draws=61))
    monkeypatch.setattr(accounts, "STEP", 6)  # which would leave one draw alone
    parts = budget(scenario, Settings(draws=61))
    assert whole.draws is not None
    assert parts.draws is not None
    for basis in ("constant", "nominal"):
        one, other = whole.draws[basis], parts.draws[basis]
        assert (one.net() == other.net()).all()
        assert (one.turns["all"].deepest == other.turns["all"].deepest).all()


@pytest.mark.parametrize(
    ("intake", "support"),
    [
        ("36, recruitment: 0.9", "{months: {mean: 12, se: 4}}"),
        ("3, recruitment: {mean: 0.92, se: 0.02}", "{months: 24, leaving: 0.05}\n" + WAITING),
    ],
    ids=["supported for longer", "waits alone"],
)
def test_no_draw_hangs_on_what_others_do(
    intake: str, support: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = rollout_text(
        rollout=f"""\
rollout:
  starts: 2024-12
  assumption: made up
  intake: {{target: {{mean: 5000, unit: person}}, months: {intake}}}
  support: {support}
"""
    )
    whole = budget(loaded(text), Settings(draws=62)).people_draws
    monkeypatch.setattr(accounts, "STEP", 6)
    parts = budget(loaded(text), Settings(draws=62)).people_draws
    assert whole is not None
    assert parts is not None
    assert (whole.supported == parts.supported).all()


def test_shifted_once_gives_what_month_by_month_does() -> None:
    """A delay whose draws all are 0 has a shape for each draw; nothing else differs."""
    drawn = "    months: 12\n    delay: {mean: 0.000001, se: 0.0000001, assumption: none}\n"
    plain = budget(loaded(rollout_text()), Settings(draws=20))
    each = budget(loaded(rollout_text().replace("    months: 12\n", drawn, 1)), Settings(draws=20))
    assert plain.draws is not None
    assert each.draws is not None
    found = [b["constant"].net()[:, :3] for b in (plain.draws, each.draws)]
    assert found[0] == pytest.approx(found[1], rel=1e-5, abs=5)


def test_at_values_is_the_budget_of_a_file_with_them() -> None:
    found = budget(loaded(rollout_text()), Settings(draws=0))
    at = found.at({"rollout.intake.recruitment": 0.5, "cost.benefits.ips": [-60000.0, -30000.0]})
    text = rollout_text().replace("recruitment: {mean: 0.8,", "recruitment: {mean: 0.5,")
    for draw, benefits in enumerate(("-60000", "-30000")):
        other = budget(loaded(text.replace("-60000", benefits)), Settings(draws=0))
        assert totals(books(at))[:, draw] == pytest.approx(totals(books(other))[:, 0])
    with pytest.raises(ValueError, match="there is no number"):
        found.at({"cost.none": 1.0})


def test_what_is_held_scales_the_effect_the_people_and_the_price() -> None:
    found = budget(loaded(rollout_text()), Settings(draws=0))
    half = {name: books(found.at({name: 0.5})) for name in numbers.HELD[:3]}
    now = books(found)
    assert half[numbers.EFFECT].change == pytest.approx(now.change / 2)
    assert half[numbers.PEOPLE].change == pytest.approx(now.change / 2)
    assert half[numbers.PEOPLE].programme == pytest.approx(now.programme)
    assert half[numbers.PRICE].programme == pytest.approx(now.programme / 2)
    lasts = books(found.at({numbers.LASTS: [0.0, 6.0, 24.0]})).change.sum(axis=1)
    assert lasts[:, 0] == pytest.approx([0, 0])
    assert lasts[:, 1] == pytest.approx(lasts[:, 2] / 4)  # even over the 24 months
    assert lasts[:, 2] == pytest.approx(now.change.sum(axis=1)[:, 0])


# --- prices ------------------------------------------------------------------------------------


def test_salaries_rise_by_wages_and_lines_by_their_growth() -> None:
    more = "  indexation: {prices: 0.02, wages: 0.03, service: 0.05, assumption: so}\n"
    text = rollout_text(more).replace(
        "DKK_2024/year, source: study}\n", "DKK_2024/year, growth: 0.1, source: study}\n"
    )
    found, plain = (budget(loaded(each), Settings(draws=0)) for each in (text, rollout_text()))
    nominal, constant, now = (*(books(found, b) for b in ("nominal", "constant")), books(plain))
    for place, rate in ((0, 1.03), (1, 1.1)):
        for year in range(2):
            expected = now.lines[place, year, 0] * rate**year
            assert nominal.lines[place, year, 0] == pytest.approx(expected)
            assert constant.lines[place, year, 0] == pytest.approx(expected / 1.02**year)
    care, benefits = (now.categories.index(f"cost.{name}") for name in ("care", "benefits"))
    assert nominal.by_category[care, 1, 0] == pytest.approx(1.05 * now.by_category[care, 1, 0])
    assert constant.by_category[benefits] == pytest.approx(now.by_category[benefits])


def test_nominal_prices_need_general_prices_of_every_year() -> None:
    found = budget(loaded(rollout_text()), Settings(draws=0))
    assert found.bases == ("constant",)
    with pytest.raises(AskedError, match=r"add indexation: \{prices: 0.02\}"):
        budget(loaded(rollout_text("  indexation: {wages: 0.03, assumption: so}\n")), Settings(0))


# --- the calendar ------------------------------------------------------------------------------


def test_amounts_that_change_on_a_date_are_those_of_each_month_of_the_calendar() -> None:
    """The sum over starting months of what one who starts then costs, in either engine."""
    dated = "usual: {mean: 200000}\n    ips: {difference: -60000, se: 15000}"
    text = rollout_text().replace(
        dated, dated + "\n    dated: [{from: 2025-07-01, ips: {difference: -30000, se: 15000}}]"
    )
    scenario = loaded(text)
    found = books(budget(scenario, Settings(draws=0)))
    every = without_dates(scenario)
    expected = 0.0
    for month in range(12):
        one = in_calendar(replace(every, starts=Month(2024, month + 1), rollout=None))
        free = replace(one, discount=replace(one.discount, cost=0.0))
        point = ipscost.simulate(free, Settings(draws=0)).point
        share = point.payer_share[:, 0] * [
            not p.startswith("cost.programme") for p in point.categories
        ]
        expected += 0.8 * 60 / 12 * point.difference_of("ips", share)[0]
    assert found.change[0].sum() == pytest.approx(expected)
    assert len(found.categories) == 3


# --- what is not known, and what is refused ----------------------------------------------------


def test_what_is_not_known_makes_an_account_partial() -> None:
    text = rollout_text().replace("ips: {difference: -5000, se: 4000}", "ips: unknown")
    found = budget(loaded(text), Settings(draws=0))
    assert found.lacking("municipality") == ("cost.care",)
    assert not found.is_complete("all")
    assert found.is_complete("state")


def test_a_rollout_without_a_price_costs_what_the_scenario_says() -> None:
    rollout = ROLLOUT[: ROLLOUT.index("  support:")]
    found = budget(loaded(rollout_text(rollout=rollout)), Settings(draws=0))
    made = books(found)
    assert made.line_paths == ("cost.programme",)
    assert "cost.programme" not in made.categories
    assert made.programme.sum() == pytest.approx(48 * 20_000)


def _without_horizon() -> Scenario:
    return replace(loaded(rollout_text()), is_horizon_known=False)


def test_what_cannot_be_computed_is_refused_with_a_fix() -> None:
    with pytest.raises(AskedError, match="add rollout: with starts"):
        budget(loaded(BASE))
    with pytest.raises(AskedError, match=r"horizon: \{months: 18\}"):
        budget(_without_horizon())


def test_a_draw_beyond_what_is_possible_is_moved_to_the_limit() -> None:
    text = rollout_text().replace("se: 0.05, source", "se: 0.3, distribution: normal, source")
    scenario = loaded(text)
    drawn = numbers.drawn_numbers(scenario, accounts.checked(scenario), Settings(draws=200))
    assert drawn.values["rollout.intake.recruitment"].max() == 1


def test_more_draws_than_there_is_memory_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "MAX_BYTES", 100_000)
    with pytest.raises(AskedError, match="use at most"):
        budget(loaded(rollout_text()), Settings(draws=10_000))


def test_no_arrays_of_a_block_of_draws_wait_for_a_search_for_cycles() -> None:
    """The command line searches seldom: a circle of objects would hold every block till the end."""
    scenario = loaded(rollout_text())
    gc.freeze()  # what other tests have left is not looked through
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        budget(scenario, Settings(draws=20))
        gc.collect()
        held = [each for each in gc.garbage for at in gc.get_referents(each) if is_array(at)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert held == []


def is_array(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 1


def test_posts_that_are_stated_without_a_caseload_keep_nobody_waiting() -> None:
    text = (
        rollout_text()
        .replace("    caseload: 20\n", "")
        .replace("specialist: {", "specialist: {posts: 3, ")
    )
    found = budget(loaded(text), Settings(draws=0))
    assert found.people_point.started.sum() == pytest.approx(48)
    assert found.people_point.posts[0, :, 0] == pytest.approx([3, 3 * 11 / 12, 0])
    limited = (
        rollout_text()
        .replace("caseload: 20", "caseload: 5")
        .replace("specialist: {", "specialist: {posts: 3, ")
    )
    few = budget(loaded(limited), Settings(draws=0)).people_point
    assert few.started.sum() + few.waiting[-1, 0] == pytest.approx(48)
    assert few.waiting[-1, 0] > 0


def test_accounts_do_not_end_before_posts_do() -> None:
    short = rollout_text(base=BASE.replace("months: 24", "months: 1"))
    found, longer = (budget(loaded(text), Settings(draws=0)) for text in (short, rollout_text()))
    assert found.years == (2024, 2025)
    spent = [books(each).programme.sum() for each in (found, longer)]
    assert spent[0] == pytest.approx(spent[1])


@pytest.mark.parametrize("later", [(), ((1, 0.02),)])
def test_the_discounted_total_of_one_cohort_is_that_of_one_person_times_people(
    later: tuple[tuple[float, float], ...],
) -> None:
    stated = loaded(rollout_text(rollout=COHORT))
    scenario = replace(stated, discount=replace(stated.discount, cost_later=later))
    found = budget(scenario, Settings(draws=8))
    run = ipscost.simulate(scenario, Settings(draws=8))
    assert run.ledger is not None
    assert found.discounted_draws is not None
    for made, ledger in ((found.discounted, run.point), (found.discounted_draws, run.ledger)):
        for place in range(len(scenario.payers)):
            one = ledger.difference_of("ips", ledger.payer_share[:, place])
            assert made[place] == pytest.approx(100 * one, rel=1e-12)


@pytest.mark.parametrize(
    ("unit", "paid", "within"),
    [("DKK_2023", 100_000, 1e-9), ("EUR_2016", 100_000 * 7.45 * 1.2, 0.1)],
)
def test_a_grant_in_another_currency_is_exchanged(unit: str, paid: float, within: float) -> None:
    """A total is kroner as they are paid; one in euros becomes kroner first."""
    grant = f"""  grant:
    pool: {{from: state, to: municipality, total: {{mean: 100000, unit: {unit}, source: study}}}}
  indexation: {{prices: 0.02, assumption: so}}
"""
    text = rollout_text(grant).replace("horizon", "conversion: exchange_then_prices\nhorizon")
    found = budget(loaded(text), Settings(draws=0))
    assert books(found, "nominal").grant[1].sum() == pytest.approx(paid, rel=within)
