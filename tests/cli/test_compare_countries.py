"""compare of scenarios of several countries: in one money, how, and what stays in its own."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import ipscost
from ipscost.cli import main
from ipscost.settings import Settings

TEXT = """\
ipscost: 1
name: {name}
title: {name}
country: {country}
money: {money}
horizon: {{months: {months}}}
perspective: societal
discount: {{cost: 0, outcome: 0}}
arm:
  usual: {{label: Usual help, reference: true}}
  ips: {{label: IPS}}
payer:
  purse: {{label: Public purse}}
source:
  study: {{cite: A study, sure: verified}}
cost:
  all:
    label: All
    kind: service
    payer: purse
    unit: {money}/person
    source: study
    ips: {{difference: {amount}}}
"""
STUDIES = (
    ("Denmark", "DNK", "EUR_2016", 18, -9543),
    ("Sweden", "SWE", "EUR_2014", 12, -7247),
    ("States", "USA", "USD_2019", 12, 3056),
    ("Model", "USA", "USD_2022", 60, -7332),
    ("England", "GBR", "GBP_2017", 12, -515),
    ("Norway", "NOR", "NOK_unknown", 60, -217000),
    ("India", "IND", "INR_2019", 12, -100),
)
ALL = [f"{name.lower()}.yaml" for name, *_ in STUDIES]
KRONER = {"denmark": 84399, "sweden": 62223, "states": -22686, "model": 47548, "england": 6017}


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, country, money, months, amount in STUDIES:
        text = TEXT.format(name=name, country=country, money=money, months=months, amount=amount)
        Path(f"{name.lower()}.yaml").write_text(text, encoding="utf-8")


def compared(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["compare", *words, "--draws", "0", "--allow", "all"]) == 0
    return capsys.readouterr().out


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(compared(capsys, *words, "--format", "csv"))))


def savings(found: list[dict[str, str]]) -> dict[str, float]:
    return {
        row["scenario"]: float(row["mean"])
        for row in found
        if row["measure"] == "saving" and row["path"] == "cost"
    }


def test_five_evaluations_are_in_kroner_of_one_year_and_two_stay_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = rows(capsys, *ALL, "--money", "DKK_2024")
    assert savings(found) == pytest.approx(KRONER, abs=1)
    own = {
        row["scenario"]: (row["unit"], float(row["mean"]))
        for row in found
        if row["measure"] == "saving_own_money"
    }
    assert own == {
        "norway": ("NOK_unknown/person", 217000),
        "india": ("INR_2019/person", 100),
    }
    ways = {
        (row["scenario"], row["measure"], row["path"].rpartition(".")[2]): float(row["mean"])
        for row in found
        if row["measure"].startswith("conversion")
    }
    assert ways["model", "conversion", "prices_then_ppp"] * 7332 == pytest.approx(47548, abs=1)
    other = ways["model", "conversion_otherwise", "exchange_then_prices"]
    assert other * 7332 == pytest.approx(54248, abs=4)
    assert ways["model", "conversion_spread", "USD_2022"] == pytest.approx(0.157, abs=1e-3)
    assert not any(scenario in ("denmark", "norway") for scenario, *_ in ways)


def test_a_reader_is_told_the_way_the_spread_and_what_is_not_converted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = " ".join(compared(capsys, *ALL, "--money", "DKK_2024").split())
    assert (
        "Converted between countries: own prices first, then purchasing power. The other ways "
        "would change amounts: Sweden by +3.6% to +6.2%; States by +1.6% to +3.6%; Model by -1.4% "
        "to +14.1% and England by -14.9% to +0.7%." in told
    )
    assert told.startswith(
        "Savings per person go from -22,686 kr. (States) to 84,399 kr. (Denmark), in 2024 prices. "
        "These evaluations are of different people or countries: nobody can choose between them."
    )
    assert "NOK not known 5 years its price year is not known" in told
    assert "no prices of IND are known" in told
    assert "counted in nothing else: Norway and India." in told
    assert "States over 12 months; Model over 5 years" in told
    notes = " ".join(compared(capsys, *ALL[:3], "--money", "DKK_2024", "--notes").split())
    assert (
        "States is converted from USD_2019 (USA) to DKK_2024 (DNK): own prices first, then "
        "purchasing power; one USD_2019 is 7.42 DKK_2024. By the other ways: exchange rate first, "
        "then prices +3.6%; purchasing power first, then the reader's prices +1.6%. Purchasing "
        "power is that of the whole economy (GDP)" in notes
    )


def test_the_money_of_the_first_is_that_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    found = savings(rows(capsys, "states.yaml", "sweden.yaml"))
    assert found["states"] == -3056
    assert found["sweden"] == pytest.approx(8190, abs=1)


def test_another_order_and_another_euro_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("states.yaml", "sweden.yaml", "--money")
    ppp = rows(capsys, *asked, "DKK_2024", "--set", "conversion=ppp_then_prices")
    assert savings(ppp) == pytest.approx({"states": -23050, "sweden": 66087}, abs=1)
    germany, spain = (
        savings(rows(capsys, *asked, f"EUR_2024/{each}"))["states"] for each in ("DEU", "ESP")
    )
    assert germany != pytest.approx(spain, rel=0.05)


def test_a_year_before_there_were_rates_goes_by_the_ways_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    old = Path("states.yaml").read_text(encoding="utf-8").replace("USD_2019", "USD_1995")
    Path("old.yaml").write_text(old, encoding="utf-8")
    told = compared(capsys, "old.yaml", "sweden.yaml", "--money", "DKK_2024")
    assert "States by +22.4% and Sweden by +3.6% to +6.2%" in " ".join(told.split())


def test_one_that_is_alone_stands_beside_what_is_not_converted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = compared(capsys, "states.yaml", "norway.yaml", "--notes", "--lang", "da")
    assert "I egne penge: ikke omregnet" in told
    assert "prisåret er ikke kendt" in told
    assert "Forskel fra" not in told


def test_a_variant_follows_into_the_money_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("states.yaml", "--vs", "Dear: cost.all.ips.difference=4000", "--money", "DKK_2024")
    assert savings(rows(capsys, *words)) == pytest.approx(
        {"states": -22686, "Dear": -22686 * 4000 / 3056}, rel=1e-4
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["norway.yaml", "states.yaml"], "the price year of NOK_unknown is not known"),
        (["norway.yaml", "india.yaml", "--money", "DKK_2024"], "name other scenarios"),
        (["states.yaml", "sweden.yaml", "--money", "DKK_2031"], "no consumer prices of USA for 20"),
        (["states.yaml", "sweden.yaml", "--money", "EUR_2024"], "as in /DEU or /ESP"),
        (["states.yaml", "sweden.yaml", "--money", "DKK_unknown"], "write the year its prices"),
        (["states.yaml", "sweden.yaml", "--money", "DKK_2024/XXX"], "no prices of XXX are known"),
        (["states.yaml", "sweden.yaml", "--money", "kroner"], "expected money such as DKK_2017"),
        (
            ["states.yaml", "sweden.yaml", "--money", "DKK_2024", "--price-year", "2020"],
            "leave --price-year out",
        ),
        (["norway.yaml", "--vs", "cost.all.ips.difference=1", "--money", "DKK_2024"], "E212"),
        (["states.yaml", "denmark.yaml"], "add --allow horizon"),
    ],
)
def test_what_cannot_be_in_one_money_is_refused(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *words, "--draws", "0"]) != 0
    assert said in " ".join(capsys.readouterr().err.split())


def test_python_says_what_to_write_for_another_country() -> None:
    settings = Settings(draws=0)
    states, sweden, norway = (
        ipscost.simulate(ipscost.load(f"{name}.yaml"), settings)
        for name in ("states", "sweden", "norway")
    )
    said = r"money=first.scenario.money, order='prices_then_ppp', country='USA'\)"
    with pytest.raises(ValueError, match=said):
        ipscost.compare(states, sweden)
    first = states.scenario
    loaded = ipscost.load(
        "sweden.yaml", money=first.money, order="prices_then_ppp", country=first.country
    )
    answer = ipscost.compare(states, ipscost.simulate(loaded, settings), norway)
    assert "In money of their own" in str(answer)


def test_price_years_of_one_country_go_by_its_prices_and_one_that_cannot_stays_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = Path("model.yaml").read_text(encoding="utf-8")
    for name, change in (("long_ago", "USD_1950"), ("crowns", "DKK_2018")):
        changed = text.replace("USD_2022", change).replace("Model", name)
        if name == "crowns":
            changed = changed.replace("USA", "DNK")
        Path(f"{name}.yaml").write_text(changed, encoding="utf-8")
    found = rows(capsys, "states.yaml", "model.yaml", "long_ago.yaml")
    alone = rows(capsys, "model.yaml", "states.yaml", "--price-year", "2019")
    assert savings(found)["model"] == pytest.approx(savings(alone)["model"])
    assert {row["scenario"] for row in found if row["measure"] == "saving_own_money"} == {
        "long_ago"
    }
    euros = savings(rows(capsys, "denmark.yaml", "crowns.yaml"))  # both are of Denmark
    assert euros["crowns"] == pytest.approx(7332 / 7.45, rel=0.05)


def test_a_file_without_a_country_is_answered_with_one_of_its_money(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = Path("denmark.yaml").read_text(encoding="utf-8").replace("country: DNK\n", "")
    Path("nowhere.yaml").write_text(text, encoding="utf-8")
    assert main(["compare", "england.yaml", "nowhere.yaml", "--draws", "0"]) == 1
    assert "fix: add country: DEU to the file" in capsys.readouterr().err


def test_a_page_says_what_cannot_stand_beside_the_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = ["report", "states.yaml", "norway.yaml", "--draws", "0", "--out", "page.html"]
    assert main([*page, "--lang", "da"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "norway.yaml kan ikke stå ved siden af states.yaml: prisåret er ikke kendt" in told
