"""Reads the prices of the world: consumer prices and purchasing power of countries, mean rates.

They are tables, not scenarios: made from public series by docs/prices/build.py, and read only where
money goes from one country to another.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.shipped import SHIPPED
from ipscost.units import CountryPrices, PriceTables, YearValue

FOLDER = "prices/world"
TABLES = ("countries", "sources", "consumer_prices", "purchasing_power", "exchange")

Row = dict[str, str]
Series = Mapping[str, Mapping[int, YearValue]]


def with_world(tables: PriceTables, inputs: Inputs) -> PriceTables:
    """The tables, and those of the world with them."""
    countries, per_euro = _world(
        *(inputs.text(SHIPPED / f"{FOLDER}/{name}.csv", f"{FOLDER}/{name}.csv") for name in TABLES)
    )
    return replace(tables, countries=countries, per_euro=per_euro)


def world() -> PriceTables:
    """The prices of the world alone."""
    return with_world(PriceTables(), Inputs())


@lru_cache(2)
def _world(
    countries: str, sources: str, changes: str, parities: str, means: str
) -> tuple[Mapping[str, CountryPrices], Series]:
    """The prices of each country, and the mean rates of each currency, from the texts of tables."""
    cited = {row["table"]: (row["cite"], row["read"]) for row in _rows(sources)}
    change = _series(changes, "inflation_percent", cited["consumer_prices"])
    ppp = _series(parities, "lcu_per_international_dollar", cited["purchasing_power"])
    per_euro = _series(means, "units_per_eur_mean", cited["exchange"])
    found = {
        row["country"]: CountryPrices(
            row["country"],
            row["currency"],
            change.get(row["country"], {}),
            ppp.get(row["country"], {}),
        )
        for row in _rows(countries)
    }
    return found, per_euro


def _series(text: str, column: str, source: tuple[str, str]) -> dict[str, dict[int, YearValue]]:
    """Values by country or currency, which the first column names, and year.

    source: what the table is made of, and when that was read.
    """
    found: dict[str, dict[int, YearValue]] = {}
    cited: dict[str, str] = {}
    for row in _rows(text):
        first = next(iter(row.values()))
        cited.setdefault(first, f"{source[0]}, {first}, read {source[1]}")
        value = YearValue(float(row[column]), cited[first])
        found.setdefault(first, {})[int(row["year"])] = value
    return found


def _rows(text: str) -> list[Row]:
    """The rows of a table."""
    return list(csv.DictReader(text.splitlines()))
