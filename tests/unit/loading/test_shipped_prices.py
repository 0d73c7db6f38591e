"""The prices that come with ipscost: made of public series, whole, and never read unasked."""

from __future__ import annotations

import csv
import io
import runpy
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import fixes
import pytest
import yaml

from ipscost.loading.amounts.prices import load_prices
from ipscost.loading.cursor import Problems
from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.shipped import SHIPPED
from ipscost.loading.text.variants import NamedFile

PRICES = SHIPPED / "prices"
WORLD = PRICES / "world"
FILES = sorted(path.relative_to(PRICES).as_posix() for path in PRICES.rglob("*.yaml"))


def years(file: str) -> dict[int, float]:
    """The values of a price file by year."""
    read = yaml.load((PRICES / file).read_text(encoding="utf-8"), Loader=fixes.LOADER)
    return {year: entry["value"] for year, entry in read["year"].items()}


def table(name: str, *, of: str, key: str, value: str) -> dict[int, float]:
    """A column of a table by year, of the rows with `of` under `key`."""
    with (WORLD / f"{name}.csv").open(encoding="utf-8") as file:
        return {int(r["year"]): float(r[value]) for r in csv.DictReader(file) if r[key] == of}


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    """What the script that makes tables and files defines."""
    return runpy.run_path(str(Path(__file__).parents[3] / "docs" / "prices" / "build.py"))


def test_price_files_are_those_that_their_tables_make(script: dict[str, Any]) -> None:
    made: dict[str, str] = script["files"]()
    assert len(made) == 42
    for name, text in made.items():
        assert (PRICES / name).read_text(encoding="utf-8") == text, name


def test_tables_are_made_of_copies_of_the_series_with_their_digits(
    script: dict[str, Any], tmp_path: Path
) -> None:
    cpi, ppp, rates = tmp_path / "cpi.csv", tmp_path / "ppp.csv", tmp_path / "rates.zip"
    cpi.write_text(
        "Country,Country Code,Year,CPI\nAruba,ABW,2023,4.1\nDenmark,DNK,2023,3.30517811237606\n"
        "Denmark,DNK,1989,4.7\nDenmark,DNK,2024,\n"
    )
    ppp.write_text('Country,Country ID,Year,PPP\n"Denmark",DK,2024,6.050211\n"Aruba",AW,2024,1\n')
    days = "Date,USD,DKK,\n2026-01-05,9,9,\n2025-12-31,1.0,7.5,\n2025-12-30,1.5,7.25,\n"
    with zipfile.ZipFile(rates, "w") as archive:
        archive.writestr("eurofxref-hist.csv", days + "2025-12-29,N/A,7.0,\n")
    found = script["tables"](cpi, ppp, rates)
    assert found["consumer_prices"] == [("DNK", "2023", "3.30517811237606")]
    assert found["purchasing_power"] == [("DNK", "2024", "6.050211")]
    # 2026 is not over
    assert found["exchange"] == [("DKK", "2025", "7.25", "3"), ("USD", "2025", "1.25", "2")]

    script["write_tables"](found, "2026-02-01", tmp_path)
    script["write_tables"]({"exchange": found["exchange"]}, "2026-03-01", tmp_path)
    read = [
        row["read"] for row in csv.DictReader(io.StringIO((tmp_path / "sources.csv").read_text()))
    ]
    assert read == ["2026-02-01", "2026-02-01", "2026-03-01"]
    assert (tmp_path / "exchange.csv").read_text().splitlines()[1] == "DKK,2025,7.25,3"


@pytest.mark.parametrize(
    ("option", "copy", "said"),
    [
        ("--cpi", "<!doctype html><title>404</title>", "a copy has no CPI"),
        ("--ppp", "Country,Country ID,Year,PPP\n", "a copy has no rows"),
        ("--ppp", "Country,Country ID,Year,PPP\nDenmark,DK,2024,6.1\nX,S", "lacks AUS 1990"),
        ("--rates", "Date,USD\n2024-12-31,1\n", "a copy has no DKK"),
    ],
)
def test_a_copy_that_is_damaged_replaces_no_table(
    option: str, copy: str, said: str, script: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "copy.csv"
    file.write_text(copy, encoding="utf-8")
    before = {path: path.read_bytes() for path in WORLD.iterdir()}
    with pytest.raises(SystemExit, match=said):
        script["main"]([option, str(file)])
    assert {path: path.read_bytes() for path in WORLD.iterdir()} == before


def test_what_is_no_price_is_refused(script: dict[str, Any]) -> None:
    for rows in (
        [("DKK", "2025", "nan", "3")],
        [("DKK", "2025", "0", "3")],
        [("A", "1", "1", "1")] * 2,
    ):
        with pytest.raises(SystemExit):
            script["check"]({"exchange": rows}, Path("nowhere"))


def test_the_tables_of_the_world_are_whole_and_dated(script: dict[str, Any]) -> None:
    codes = [
        "AUS",
        "BGR",
        "CAN",
        "CHE",
        "DEU",
        "DNK",
        "ESP",
        "FIN",
        "FRA",
        "GBR",
        "HKG",
        "ITA",
        "JPN",
        "NLD",
        "NOR",
        "SWE",
        "USA",
    ]
    assert sorted(script["COUNTRIES"]) == codes
    for name, column in list(script["TABLES"].items())[:2]:
        of = {code: table(name, of=code, key="country", value=column[-1]) for code in codes}
        assert all(list(each) == list(range(1990, 2025)) for each in of.values())
    sources = list(csv.DictReader(io.StringIO((WORLD / "sources.csv").read_text())))
    assert [row["table"] for row in sources] == list(script["TABLES"])
    assert {len(row["read"]) for row in sources} == {len("2026-11-29")}
    # as the copies print them
    assert "DNK,2024,1.37220049768918\n" in (WORLD / "consumer_prices.csv").read_text()
    assert "DNK,2024,6.050211\n" in (WORLD / "purchasing_power.csv").read_text()


@pytest.mark.parametrize("file", FILES)
def test_a_price_file_is_sound_and_skips_no_year(file: str) -> None:
    problems = Problems()
    named = NamedFile(None, "prices.0", "a price file", "ipscost_prices")  # type: ignore[arg-type]
    load_prices([(PRICES / file, file, named)], Inputs(), problems)
    assert not problems
    known = list(years(file))
    assert all(later == earlier + 1 for earlier, later in pairwise(known))
    assert known[-1] == (2025 if "exchange" in file and "purchasing" not in file else 2024)


def test_every_price_file_names_its_licence_or_its_central_bank() -> None:
    for file in FILES:
        text = (PRICES / file).read_text(encoding="utf-8")
        assert any(word in text for word in ("CC BY 4.0", "European Central Bank", "Nationalbank"))


def test_danish_prices_agree_with_the_world_bank_to_a_tenth_of_a_per_cent() -> None:
    series = table("consumer_prices", of="DNK", key="country", value="inflation_percent")
    own = years("consumer-prices-dkk.yaml")
    assert own.keys() <= series.keys()
    assert all(own[year] == pytest.approx(series[year], abs=0.05) for year in own)


def test_a_rate_is_the_ratio_of_two_means() -> None:
    # 2022: 7.4396 kroner and 1.0530 dollars per euro
    assert years("yearly_means/exchange_dkk_per_usd.yaml")[2022] == pytest.approx(
        7.4396 / 1.0530, rel=1e-4
    )


def test_a_parity_is_the_ratio_of_two_parities() -> None:
    # 2024: 6.050211 kroner and 94.462599 yen per international dollar
    assert years("purchasing_power/exchange_dkk_per_jpy.yaml")[2024] == pytest.approx(
        6.050211 / 94.462599, rel=1e-4
    )


def test_only_danish_prices_and_the_central_rate_are_read_unasked() -> None:
    tables = load_prices([], Inputs(), Problems())
    assert set(tables.change) == {"DKK"}
    assert set(tables.exchange) == {("DKK", "EUR")}
