"""The price files that come with ipscost: made from their tables, whole, and never read unasked."""

from __future__ import annotations

import csv
import runpy
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from ipscost.loading.amounts.prices import load_prices
from ipscost.loading.cursor import Problems
from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.shipped import SHIPPED
from ipscost.loading.text.variants import NamedFile

DOCS = Path(__file__).parents[3] / "docs" / "prices"
PRICES = SHIPPED / "prices"
FILES = sorted(path.relative_to(PRICES).as_posix() for path in PRICES.rglob("*.yaml"))


def years(file: str) -> dict[int, float]:
    """The values of a price file by year."""
    read = yaml.safe_load((PRICES / file).read_text(encoding="utf-8"))
    return {year: entry["value"] for year, entry in read["year"].items()}


def table(name: str, *, of: str, key: str, value: str) -> dict[int, float]:
    """A column of a table by year, of the rows with `of` under `key`."""
    with (DOCS / f"{name}.csv").open(encoding="utf-8") as file:
        return {int(r["year"]): float(r[value]) for r in csv.DictReader(file) if r[key] == of}


def test_price_files_are_those_that_their_tables_make() -> None:
    made: dict[str, str] = runpy.run_path(str(DOCS / "build.py"))["files"]()
    assert len(made) == 41
    for name, text in made.items():
        assert (PRICES / name).read_text(encoding="utf-8") == text, name


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
    assert own.keys() == series.keys()
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
