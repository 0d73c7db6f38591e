"""What published evaluations found, side by side: effects, costs, and in whose money."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import studies as texts

from ipscost import Settings, load, simulate
from ipscost.analysis.studies import (
    Evaluation,
    ReaderMoney,
    by_people,
    chosen,
    newest_year,
    reader_of,
    studies,
)
from ipscost.errors import AskedError
from ipscost.loading.amounts.world import with_world
from ipscost.loading.text.inputs import Inputs
from ipscost.units import Money, NoPriceError, PriceTables
from ipscost.words.text import Plain

TABLES = with_world(PriceTables(), Inputs())
PRINTED = ((2.14, ""), (1.48, ", bound: low"), (3.09, ", bound: high"))
KRONER = ReaderMoney(Money("DKK", 2024), "DNK")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Evaluation]:
    """Each study by its name, as it is among the others."""
    folder = tmp_path_factory.mktemp("studies")
    none = {**texts.MOOD, "design": "cohort"}
    none["outcome"] = none["outcome"].replace("events: 62", "events: 0")
    files = texts.write(
        folder, sweden=texts.SWEDEN, none=none, mood=texts.MOOD, veterans=texts.VETERANS
    )
    runs = [simulate(load(file), Settings(draws=400)) for file in files]
    return {Path(e.scenario.file).stem: e for e in studies(runs, KRONER, TABLES)}


def test_the_effect_of_veterans_follows_from_their_shares(found: dict[str, Evaluation]) -> None:
    veterans = found["veterans"]
    ratio, change = veterans.effect("risk_ratio"), veterans.effect("difference")
    assert ratio is not None
    assert change is not None
    assert ratio.mean == pytest.approx(38.7 / 23.3)
    assert (ratio.low, ratio.high) == pytest.approx((1.2765, 2.1611), abs=1e-4)
    assert (change.low, change.high) == pytest.approx((0.077, 0.231), abs=5e-4)  # 7.7 to 23.1
    assert veterans.excludes_none("risk_ratio") == 1


def test_the_effect_of_72_of_162_against_62_of_164(found: dict[str, Evaluation]) -> None:
    mood = found["mood"]
    ratio, odds, change = map(mood.effect, ("risk_ratio", "odds_ratio", "difference"))
    assert ratio is not None
    assert odds is not None
    assert change is not None
    assert (ratio.mean, ratio.low, ratio.high) == pytest.approx((1.1756, 0.9055, 1.5264), abs=1e-4)
    assert (odds.mean, odds.low, odds.high) == pytest.approx((1.3161, 0.8457, 2.0483), abs=1e-4)
    assert (change.mean, change.low) == pytest.approx((0.0664, -0.0402), abs=1e-4)
    assert mood.excludes_none("risk_ratio") == 0


def test_a_printed_interval_stands_before_one_that_is_worked_out(tmp_path: Path) -> None:
    ratio = "what: odds_ratio, path: outcome.work, arm: ips, to: 0.01, source: paper table 2"
    lines = [f"  - {{{ratio}, value: {v}{more}}}\n" for v, more in PRINTED]
    given = {**texts.VETERANS, "reproduces": "reproduces:\n" + "".join(lines)}
    doubted = {
        **given,
        "reproduces": given["reproduces"].replace(
            "to:", "disagrees: true, note: {en: odd, da: sær}, to:"
        ),
    }
    files = texts.write(tmp_path, printed=given, doubted=doubted)
    runs = [simulate(load(file), Settings(draws=0)) for file in files]
    found = {each.scenario.file: each for each in studies(runs, KRONER, TABLES)}
    odds, worked_out = (found[file].effect("odds_ratio") for file in files)
    assert odds is not None
    assert worked_out is not None
    assert (odds.mean, odds.low, odds.high) == pytest.approx((2.14, 1.48, 3.09), abs=0.01)
    assert worked_out.mean == pytest.approx(2.078, abs=1e-3)
    assert [found[file].printed for file in files] == [{"odds_ratio"}, set()]


def test_nobody_reached_in_an_arm_gives_no_ratio(found: dict[str, Evaluation]) -> None:
    assert found["none"].effect("risk_ratio") is None
    change = found["none"].effect("difference")
    assert change is not None
    assert change.low is None
    assert found["none"].change is not None  # the arms are known all the same


def test_a_share_without_people_has_no_interval(tmp_path: Path) -> None:
    bare = {**texts.VETERANS}
    bare["outcome"] = bare["outcome"].replace(", n: 270", "").replace(", n: 271", "")
    (file,) = texts.write(tmp_path, bare=bare)
    (only,) = studies([simulate(load(file), Settings(draws=0))], KRONER, TABLES)
    ratio = only.effect("risk_ratio")
    assert ratio is not None
    assert ratio.low is None
    assert only.excludes_none("risk_ratio") is None


def test_costs_go_into_kroner_three_ways_where_their_year_is_known(
    found: dict[str, Evaluation],
) -> None:
    veterans, mood = found["veterans"], found["mood"]
    assert veterans.in_money is not None
    assert veterans.in_money.low is not None
    by_way = [veterans.factors[way] * 3056 for way in veterans.factors]  # a year, as printed
    assert by_way == pytest.approx([22686, 23511, 23050], abs=1)
    assert veterans.in_money.mean == pytest.approx(1.5 * 22686, abs=2)
    assert mood.cost is not None
    assert mood.cost.mean == 1183
    assert mood.in_money is None
    assert not mood.factors
    assert mood.unconverted is not None
    assert (mood.cost.low, mood.outcome_sure) == (None, "abstract")


def test_trials_come_first_and_the_largest_of_them(found: dict[str, Evaluation]) -> None:
    assert [*found] == ["veterans", "mood", "sweden", "none"]
    assert found["sweden"].months is None
    assert found["sweden"].study.n is None
    scenarios = [each.scenario for each in found.values()]
    assert [each.country for each in chosen(scenarios, groups=["mood"])] == ["DNK", "SWE", "DNK"]
    assert chosen(scenarios, ["mood"], ["DNK"], ["cohort"]) == (found["none"].scenario,)
    assert chosen([replace(scenarios[0], study=None)]) == ()


def test_studies_of_the_same_people_are_named(found: dict[str, Evaluation]) -> None:
    groups = [group for group in by_people(found.values()) if len(group) > 1]
    assert groups == [(found["mood"], found["none"])]


def test_as_many_people_of_another_population_are_others(found: dict[str, Evaluation]) -> None:
    one = found["veterans"]
    again = [replace(one.run.scenario, population=each, outcomes=()) for each in (None, Plain("x"))]
    assert one.study.n is not None
    others = [replace(one, run=replace(one.run, scenario=each), outcome=None) for each in again]
    assert [len(group) for group in by_people(others)] == [1, 1]
    assert [len(group) for group in by_people([others[0], others[0]])] == [2]


def test_the_reader_has_the_only_country_of_a_currency() -> None:
    assert newest_year("DNK", TABLES) == 2024
    assert reader_of(Money("GBP", 2020), "", TABLES) == ReaderMoney(Money("GBP", 2020), "GBR")
    assert reader_of(Money("EUR", 2024), "DEU", TABLES).country == "DEU"
    for money, country in (("EUR", ""), ("DKK", "ZWE")):
        with pytest.raises(NoPriceError):
            reader_of(Money(money, 2020), country, TABLES)
    for year in (2030, None):
        with pytest.raises(NoPriceError):
            reader_of(Money("DKK", year), "", TABLES)


def test_what_carries_an_effect_over_is_no_published_result() -> None:
    run = simulate(load("vip-star", ["transfer={scale: points, share: 0.5}"]), Settings(draws=0))
    with pytest.raises(AskedError, match="carries an effect over"):
        studies([run], KRONER, TABLES)
