"""What a reader must know first: which analysis, which source, which people, prices and payers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import builders
import pytest

from ipscost import Run, Scenario, Settings, simulate
from ipscost.analysis.caveats import (
    AnalysisSwing,
    Incomplete,
    OldPrices,
    OtherPeople,
    WeakSource,
    Worth,
    caveats_of,
    gain_of,
    incomplete,
    old_prices,
    other_people,
    swing,
    weakest,
)
from ipscost.analysis.estimates import View
from ipscost.analysis.simulate.condition import condition_of
from ipscost.analysis.simulate.variance import variances_of
from ipscost.loading import build, read
from ipscost.report.notes.given import ROUGH, fineness
from ipscost.scenario.nouns import Analysis

OTHER = builders.CARE.replace("care:", "other:").replace("-300, se: 50", "-100, se: 120")
ASSUMED = OTHER.replace("source: study table 1", "assumption: chosen for this test").replace(
    "usual: {mean: 1000, se: 100}", "usual: {mean: 1000}"
)


def seen(cost: str = builders.CARE, draws: int = 2000, **more: object) -> View:
    run = builders.run(builders.text(cost, **more), draws=draws)  # type: ignore[arg-type]
    return View(run, run.scenario.perspective)


def shipped(name: str, settings: Sequence[str] = (), draws: int = 2000) -> View:
    run = simulate(build(read(name), list(settings)), Settings(draws=draws))
    return View(run, run.scenario.perspective)


def analyses(view: View, *settings: str) -> list[tuple[Analysis, Scenario]]:
    """Analyses that change one thing each of the shipped scenario of a view."""
    scenario = view.run.scenario
    template = shipped("inklusion-ips", draws=0).run.scenario.analyses[0]
    found = []
    for setting in settings:
        changed = build(read(scenario.file.removesuffix(".yaml")), [setting])
        label = type(template.label)((("en", setting), ("da", setting)))  # type: ignore[call-arg]
        analysis = Analysis(setting, label, (setting,), None, template.span, (), ())
        found.append((analysis, changed))
    return found


# --- the largest swing -------------------------------------------------------------------------


def test_an_analysis_that_turns_the_sign_comes_before_one_that_moves_it_further() -> None:
    view = shipped("inklusion-ips")
    further = "cost.productivity.ips.difference=-15000"
    turning = "cost.programme.ips.difference=12000"
    found = swing(view, analyses(view, further, turning))
    assert found is not None
    assert (found.analysis.name, found.turns) == (turning, True)
    assert found.saving.point < 0


def test_an_analysis_that_leaves_it_unclear_comes_before_one_that_only_moves_it() -> None:
    view = shipped("inklusion-ips")
    unsure = "cost.social_and_other.ips.se=5410"
    found = swing(view, analyses(view, "cost.programme.ips.difference=4000", unsure))
    assert found is not None
    assert (found.analysis.name, found.unclear, found.turns) == (unsure, True, False)
    assert found.moved == pytest.approx(0, abs=1e-6)


def test_an_analysis_that_hardly_moves_it_is_no_caveat() -> None:
    view = shipped("inklusion-ips")
    # 1,183 euros and not 914: 2,030 kr. of 72,013
    assert swing(view, analyses(view, "cost.programme.ips.difference=1183")) is None
    moved = swing(view, analyses(view, "cost.programme.ips.difference=2000"))
    assert moved is not None
    # (2000 - 914) euros x 7.46038 x 1.0115
    assert moved.moved == pytest.approx(-1086 * 7.46038 * 1.0115)


def test_draws_are_made_until_an_analysis_leaves_it_unclear(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = shipped("inklusion-ips")
    wide, wider = "cost.social_and_other.ips.se=5410", "cost.social_and_other.ips.se=6000"
    less = "cost.programme.ips.difference=1183"
    variants = analyses(view, less, wide, wider)
    drawn: list[tuple[str, int]] = []
    fresh: list[int] = []

    def counted(scenario: Scenario, settings: Settings, **more: Any) -> Run:
        drawn.append((scenario.settings[0].partition("=")[2], settings.draws))
        fresh.extend([settings.draws] if more["point"] is None else [])
        return simulate(scenario, settings, **more)

    monkeypatch.setattr("ipscost.analysis.caveats.simulate", counted)
    found = swing(view, variants)
    assert fresh == [0, 0, 0]  # the base case of each is found once
    assert found is not None
    assert (found.analysis.name, found.unclear) == (wide, True)
    points = [("1183", 0), ("5410", 0), ("6000", 0)]
    # the one that moves it most, which stays clear; then the first of two that leave it where it is
    assert drawn == [*points, ("1183", 1000), ("5410", 1000), ("5410", 2000)]


def test_no_draws_are_made_where_the_base_case_is_unclear(monkeypatch: pytest.MonkeyPatch) -> None:
    view = shipped("inklusion-ips", ["cost.social_and_other.ips.se=6000"])
    variants = analyses(view, "cost.programme.ips.difference=1183")

    def counted(scenario: Scenario, settings: Settings, **more: Any) -> Run:
        assert settings.draws == 0
        return simulate(scenario, settings, **more)

    monkeypatch.setattr("ipscost.analysis.caveats.simulate", counted)
    assert swing(view, variants) is None


def test_an_analysis_in_other_money_is_not_compared() -> None:
    view = shipped("inklusion-ips")
    assert swing(view, analyses(view, "money=DKK_2020")) is None


# --- the weakest source ------------------------------------------------------------------------


def test_the_share_of_a_number_is_its_share_of_the_variance() -> None:
    view = seen(builders.CARE + ASSUMED, draws=20_000)
    found = weakest(view)
    assert found is not None
    assert (found.arm, found.number.path) == ("ips", "cost.other.ips")
    # variances 50^2 and 120^2
    assert found.share == pytest.approx(120**2 / (120**2 + 50**2), abs=0.01)
    shares = dict(variances_of(view.run).arms[0].quantities)
    assert found.share == pytest.approx(shares["cost.other.ips"], abs=0.01)


def test_a_weak_source_of_little_weight_is_no_caveat() -> None:
    little = ASSUMED.replace("-100, se: 120", "-100, se: 5")
    assert weakest(seen(builders.CARE + little)) is None


def test_sources_that_were_read_are_no_caveat() -> None:
    assert weakest(seen(builders.CARE + OTHER)) is None


@pytest.mark.parametrize("draws", [0, 1, 99])
def test_few_draws_say_nothing_of_shares(draws: int) -> None:
    assert weakest(seen(builders.CARE + ASSUMED, draws=draws)) is None


# --- people, prices, accounts ------------------------------------------------------------------


def test_a_source_of_other_people_is_a_caveat() -> None:
    mine = "population=young people with anxiety"
    scenario = shipped("inklusion-ips", [mine], 0).run.scenario
    found = other_people(scenario)
    assert isinstance(found, OtherPeople)
    # The trial gives outcomes alone, and no number of the saving.
    assert [source.name for source in found.sources] == ["park2022"]
    worth = other_people(scenario, Worth("outcome.job_or_education"))
    assert worth is not None
    assert [source.name for source in worth.sources] == ["park2022", "christensen2019"]
    for same in ("people with severe mental illness", "mennesker med svær psykisk sygdom"):
        of_them = shipped("inklusion-ips", [f"population={same}"], 0).run.scenario
        assert other_people(of_them) is None


@pytest.mark.parametrize("name", ["inklusion-ips", "inklusion-ipse", "labour-market-ips"])
def test_the_trial_says_nothing_of_other_people_than_it_studied(name: str) -> None:
    assert other_people(shipped(name, draws=0).run.scenario) is None
    young = shipped(name, ["population=young people with anxiety"], 0).run.scenario
    found = other_people(young)
    assert found is not None
    assert {source.name for source in found.sources} <= {
        *("christensen2019", "christensen2021", "christensen2023"),
        *("park2022", "reply2019", "star2021"),
    }
    assert fineness(young, young.interventions[0], 10_000) == ROUGH


def test_a_probability_of_other_people_is_told_to_a_per_cent() -> None:
    file = builders.text(builders.CARE)
    sure = builders.load(file, "population=people in work")
    theirs = "source.study.population=people out of work"
    other = builders.load(file, "population=people in work", theirs)
    assert fineness(sure, "ips", 10_000) == 10_000
    assert fineness(other, "ips", 10_000) == ROUGH


@pytest.mark.parametrize(("year", "found"), [(2020, None), (2021, OldPrices(2016, 2021))])
def test_money_is_old_after_five_years(year: int, found: OldPrices | None) -> None:
    assert old_prices(shipped("inklusion-ips", [f"money=DKK_{year}"], 0).run.scenario) == found


def test_payers_that_are_not_told_apart_make_no_whole_account() -> None:
    found = incomplete(shipped("inklusion-ips", draws=0))
    assert found == Incomplete("", (), ("municipality_or_region",))
    assert incomplete(seen(draws=0)) is None


def test_a_number_that_is_not_known_makes_no_whole_account() -> None:
    found = incomplete(shipped("inklusion-ips", ["cost.programme.ips=unknown"], 0))
    assert found is not None
    assert (found.arm, [c.path for c in found.missing]) == ("ips", ["cost.programme"])


def test_the_order_is_people_swing_source_prices_account() -> None:
    settings = [
        "money=DKK_2024",
        "population=young people with anxiety",
    ]
    view = shipped("inklusion-ips", settings)
    variants = analyses(view, "cost.programme.ips.difference=12000")
    unlike = [type(each) for each in caveats_of(view, variants)]
    # In other money than that of the analysis there is no swing to tell of.
    assert unlike == [OtherPeople, WeakSource, OldPrices, Incomplete]
    plain = shipped("inklusion-ips")
    found = [type(each) for each in caveats_of(plain, variants)]
    assert found == [AnalysisSwing, WeakSource, Incomplete]


# --- what must hold ----------------------------------------------------------------------------


def test_at_the_limit_of_the_condition_the_saving_is_nothing() -> None:
    view = shipped("inklusion-ips")
    condition = condition_of(view, "ips")
    assert condition is not None
    assert condition.category.path == "cost.psychiatric.hospital"
    assert condition.saves
    # The limit in the euros of 2016 in which the difference is stated.
    euros = condition.limit / (7.46038 * 1.0115)
    at_limit = shipped("inklusion-ips", [f"cost.psychiatric.hospital.ips.difference={euros!r}"], 0)
    assert at_limit.total("ips").point == pytest.approx(0, abs=1e-6)


def test_the_category_is_the_one_with_most_of_the_variance_or_the_largest_without_draws() -> None:
    cost = builders.CARE + OTHER
    with_draws, without = (condition_of(seen(cost, draws), "ips") for draws in (2000, 0))
    assert with_draws is not None
    assert without is not None
    assert with_draws.category.path == "cost.other"
    assert without.category.path == "cost.care"
    # 300 + 100 saved in all: the other may cost 300 more, the care 100 more
    assert with_draws.limit == pytest.approx(300)
    assert without.limit == pytest.approx(100)


def test_of_one_category_there_is_no_condition() -> None:
    assert condition_of(seen(), "ips") is None


# --- a net benefit in place of a saving ----------------------------------------------------------


def test_a_net_benefit_adds_the_outcome_at_what_it_is_worth() -> None:
    view = shipped("inklusion-ips")
    stated, given = (gain_of(view, "ips", Worth("outcome.qaly", wtp)) for wtp in (None, 100_000.0))
    saving = view.total("ips").minus()
    assert given.point == pytest.approx(saving.point + 0.0255 * 100_000)
    assert stated.point == pytest.approx(saving.point + 0.0255 * 264_116, abs=1)
    assert saving.draws is not None
    effect = view.outcome_difference("ips", 1).draws
    assert given.draws == pytest.approx(saving.draws + 100_000 * effect)
    assert gain_of(view, "ips", Worth("outcome.job_or_education")).partial  # worth what?
    assert gain_of(view, "ips", Worth("outcome.none", 1.0)).partial


def test_swings_and_sources_may_be_judged_by_the_net_benefit() -> None:
    view = shipped("inklusion-ips")
    fewer = "outcome.qaly.ips.difference=-1"
    assert swing(view, analyses(view, fewer)) is None
    found = swing(view, analyses(view, fewer), worth=Worth("outcome.qaly"))
    assert found is not None
    assert found.turns
    assert found.moved == pytest.approx(-1.0255 * 264_116, rel=1e-4)
    dear = weakest(view, Worth("outcome.qaly", 1e8))
    assert dear is not None
    assert dear.number.path == "outcome.qaly.ips"
    assert dear.share == pytest.approx(1, abs=0.001)
