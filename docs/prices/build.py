"""The price files of `scenarios/prices/` that are made from tables, and how they are made.

python docs/prices/build.py        rewrites them from the three tables beside this file

consumer_prices.csv    country, year, inflation_percent: World Bank, World Development Indicators,
                       FP.CPI.TOTL.ZG, the change of consumer prices from the year before, 1995-2024
purchasing_power.csv   country, year, lcu_per_international_dollar: the same, PA.NUS.PPP, local
                       currency per international dollar for the whole of GDP, 1995-2024
exchange.csv           year, currency, units_per_eur_mean, trading_days: European Central Bank, euro
                       foreign exchange reference rates, the mean over the days of a year, 1999-2025

The World Bank's data are published under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/);
what is made of them here, ratios and roundings, is ours. The European Central Bank allows its rates
to be used freely where it is named as the source.

Kroner per unit of another currency are made of two means over a year: kroner per euro by units per
euro. Purchasing power parities in kroner are Denmark's by the other country's. Rates are
rounded to five digits, changes of prices to four. Danish consumer prices and kroner per euro stand
in files that are written by hand: those from 2012 on were read elsewhere, the earlier years and the
mean rates agree with the tables.
"""

from __future__ import annotations

import csv
from pathlib import Path

HERE = Path(__file__).parent
PRICES = HERE.parents[1] / "scenarios" / "prices"
COUNTRIES = {
    "AUS": ("AUD", "Australia"),
    "BGR": ("BGN", "Bulgaria"),
    "CAN": ("CAD", "Canada"),
    "CHE": ("CHF", "Switzerland"),
    "DEU": ("EUR", "Germany"),
    "ESP": ("EUR", "Spain"),
    "FIN": ("EUR", "Finland"),
    "FRA": ("EUR", "France"),
    "GBR": ("GBP", "United Kingdom"),
    "HKG": ("HKD", "Hong Kong"),
    "ITA": ("EUR", "Italy"),
    "JPN": ("JPY", "Japan"),
    "NLD": ("EUR", "Netherlands"),
    "NOR": ("NOK", "Norway"),
    "SWE": ("SEK", "Sweden"),
    "USA": ("USD", "United States"),
}
"""The currency and the name of each country but Denmark."""
LICENCE = "CC BY 4.0"
WORLD_BANK = "https://data.worldbank.org/indicator"
CENTRAL_BANK = (
    "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates"
)
HEAD = """\
# {comment}
# Made by docs/prices/build.py. Not read unless a scenario names it under prices:.
ipscost_prices: 1
kind: {kind}
currency: {currency}
{per}note: {note}
source:
  {source}:
    cite: {cite}
    sure: {sure}
    url: {url}
year:
"""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files() -> dict[str, str]:
    """Each file by its path within `scenarios/prices/`, and its text."""
    return {**consumer_prices(), **exchange(), **purchasing_power()}


def _name(country: str) -> str:
    """The end of a file's name: the currency, and of the countries that share one the country."""
    currency, name = COUNTRIES[country]
    return f"eur_{name.lower()}" if currency == "EUR" else currency.lower()


def consumer_prices() -> dict[str, str]:
    """Consumer prices by country."""
    found = {}
    for country, (currency, name) in COUNTRIES.items():
        head = HEAD.format(
            comment=f"Consumer prices in {name}: the change from the year before, in per cent.",
            kind="consumer_prices",
            currency=currency,
            per="",
            note=f"{name}; World Bank data, {LICENCE}",
            source="worldbank",
            cite=f"World Bank, World Development Indicators, FP.CPI.TOTL.ZG, {name} ({LICENCE})",
            sure="verified",
            url=f"{WORLD_BANK}/FP.CPI.TOTL.ZG",
        )
        years = [
            f"  {row['year']}: {{value: {float(row['inflation_percent']):.4g}, "
            f"source: worldbank {row['year']}}}\n"
            for row in rows("consumer_prices.csv")
            if row["country"] == country
        ]
        found[f"countries/consumer_prices_{_name(country)}.yaml"] = head + "".join(years)
    return found


def exchange() -> dict[str, str]:
    """Kroner per unit of each currency, from the means of units per euro."""
    means = {(row["currency"], row["year"]): row for row in rows("exchange.csv")}
    found = {}
    for currency in sorted({currency for currency, _ in means} - {"DKK"}):
        head = HEAD.format(
            comment=f"Kroner per {currency} as the market had it, mean of a year.",
            kind="exchange",
            currency="DKK",
            per=f"per: {currency}\n",
            note=f"mean kroner per euro of the year by mean {currency} per euro",
            source="ecb",
            cite="European Central Bank, euro foreign exchange reference rates, daily",
            sure="derived",
            url=CENTRAL_BANK,
        )
        years = []
        for (each, year), row in means.items():
            if each == currency:
                krone = float(means["DKK", year]["units_per_eur_mean"])
                rate = krone / float(row["units_per_eur_mean"])
                source = f"ecb mean of {row['trading_days']} days"
                years.append(f"  {year}: {{value: {rate:.5g}, source: {source}}}\n")
        name = f"yearly_means/exchange_dkk_per_{currency.lower()}.yaml"
        found[name] = head + "".join(years)
    return found


def purchasing_power() -> dict[str, str]:
    """Kroner that buy what a unit of each country's currency buys there."""
    parity = {
        (row["country"], row["year"]): float(row["lcu_per_international_dollar"])
        for row in rows("purchasing_power.csv")
    }
    found = {}
    for country, (currency, name) in COUNTRIES.items():
        head = HEAD.format(
            comment=f"Kroner that buy in Denmark what 1 {currency} buys in {name}, over GDP.",
            kind="exchange",
            currency="DKK",
            per=f"per: {currency}\n",
            note=f"purchasing power in {name}; World Bank data, {LICENCE}",
            source="worldbank",
            cite=f"World Bank, World Development Indicators, PA.NUS.PPP, Denmark by {name} "
            f"({LICENCE})",
            sure="derived",
            url=f"{WORLD_BANK}/PA.NUS.PPP",
        )
        years = [
            f"  {year}: {{value: {parity['DNK', year] / own:.5g}, source: worldbank {year}}}\n"
            for (each, year), own in parity.items()
            if each == country
        ]
        found[f"purchasing_power/exchange_dkk_per_{_name(country)}.yaml"] = head + "".join(years)
    return found


def main() -> None:
    """Writes every file."""
    for name, text in files().items():
        (PRICES / name).parent.mkdir(exist_ok=True)
        (PRICES / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
