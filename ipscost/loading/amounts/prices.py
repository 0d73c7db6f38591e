"""Reads price files: exchange rates and consumer prices, each year with its source."""

from __future__ import annotations

from pathlib import Path

from ipscost.errors import ScenarioError, nearest
from ipscost.loading.cursor import Checked, Cursor, Problems
from ipscost.loading.keys.schema import PriceFileKeys, PricesKeys
from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.shipped import SHIPPED
from ipscost.loading.text.variants import SET, NamedFile, read_mapping
from ipscost.messages import Message
from ipscost.units import Money, PriceTables, YearValue, parse_money

MOST_YEARS = 50
"""Over so many years at most are prices assumed."""


def load_prices(
    extra: list[tuple[Path, str, NamedFile]], inputs: Inputs, problems: Problems
) -> PriceTables:
    """The shipped tables, overridden by the `extra` files (path, name for readers, named by).

    Years of a later file replace those of an earlier one. What is wrong goes to `problems`;
    raises ScenarioError where a file cannot be read at all.
    """
    exchange: dict[tuple[str, str], dict[int, YearValue]] = {}
    change: dict[str, dict[int, YearValue]] = {}
    shipped = [
        (SHIPPED / "prices" / f"{name}.yaml", f"prices/{name}.yaml", None)
        for name in inputs.shipped("prices")
    ]
    for path, shown, named in [*shipped, *extra]:
        at = Cursor(read_mapping(path, shown, inputs, named), "", problems).read(PriceFileKeys)
        if at is None:
            continue
        keys, years = at.keys, _years(at)
        if keys.kind == "exchange":
            if keys.per is None:
                at.miss("per", PriceFileKeys)
                continue
            exchange.setdefault((keys.currency, keys.per), {}).update(years)
        else:
            change.setdefault(keys.currency, {}).update(years)
    return PriceTables(exchange, change)


def read_prices(root: Cursor, path: Path, shown: str, inputs: Inputs) -> PriceTables | None:
    """The shipped price tables, overridden by the scenario's own; None if one is unusable.

    A file is looked for next to the file that names it, then among those shipped with ipscost.
    """
    before = len(root.problems)
    files: list[tuple[Path, str, NamedFile]] = []
    at = root.get("prices")
    for item in files_of(at):
        if not item.text:
            continue  # already refused with the other sections
        span, name = item.span, item.text
        folder = Path(span.file).parent if span.file != SET else Path(shown).parent
        file = path.parent / name if span.file == shown else folder / name
        if not inputs.is_file(file) and inputs.is_file(SHIPPED / name):
            file, folder = SHIPPED / name, Path()  # one shipped with ipscost
        if not inputs.is_file(file):
            message = Message("expected a price file, found none at {folder}", folder=folder / name)
            item.refuse(
                "E001", message, Message("write its path as seen from the file that names it")
            )
        else:
            named = NamedFile(span, item.path, Message("a price file"), "ipscost_prices")
            files.append((file, str(folder / name), named))
    try:
        tables = load_prices(files, inputs, root.problems)
    except ScenarioError as error:
        root.problems.extend(error.problems)
        return None
    if at is not None and at.is_mapping:
        stated = at.on_trial().read(PricesKeys)
        if stated is None:
            return None  # already refused with the other sections
        tables = _with_assumed(at.with_keys(stated.keys), money_of(root), tables)
    return tables if len(root.problems) == before else None


def files_of(at: Cursor | None) -> tuple[Cursor, ...]:
    """The names of files under `prices:`, a list or one within a mapping."""
    listed = at.get("files") if at is not None and at.is_mapping else at
    return () if listed is None else listed.items()


def money_of(root: Cursor) -> Money | None:
    """The money of the results; None where it cannot be read, which is reported elsewhere."""
    try:
        return parse_money(root.locate("money").text)
    except ValueError:
        return None


# --- prices that are assumed -------------------------------------------------------------------


def _with_assumed(at: Checked[PricesKeys], money: Money | None, tables: PriceTables) -> PriceTables:
    """The tables with the assumed prices of the years after the last known one."""
    parts = ("assume", "growth", "assumption")
    lacking = [key for key in parts if key not in at]
    if len(lacking) == len(parts) or money is None:
        return tables
    for key in lacking:
        at.miss(key, PricesKeys)
    keys, currency = at.keys, money.currency
    if lacking or keys.assume is None or keys.growth is None:
        return tables
    changes = tables.change.get(currency, {})
    last, year = max(changes, default=0), at["assume"]
    if not changes:
        message = Message(
            "no consumer prices for {currency} are known, so none can follow them",
            currency=currency,
        )
        year.refuse(
            "E212", message, Message("add files: [...] to prices (a file of consumer prices)")
        )
    elif not last < keys.assume <= last + MOST_YEARS:
        message = Message(
            "expected a year from {first} to {end}, found {year} (consumer prices for "
            "{currency} are known to {known})",
            first=last + 1,
            end=last + MOST_YEARS,
            year=keys.assume,
            currency=currency,
            known=last,
        )
        wanted = money.year if money.year and last < money.year <= last + MOST_YEARS else last + 1
        year.refuse("E114", message, Message("write {meant}", meant=wanted))
    else:
        later = YearValue(100 * keys.growth, "", assumed=True)
        after = dict.fromkeys(range(last + 1, keys.assume + 1), later)
        return PriceTables(tables.exchange, {**tables.change, currency: {**changes, **after}})
    return tables


def _years(at: Checked[PriceFileKeys]) -> dict[int, YearValue]:
    """The years of one file, each with its source."""
    values: dict[int, YearValue] = {}
    keys, block = at.keys, at["year"]
    for year, entry in keys.year.items():
        name, here = entry.source.partition(" ")[0], block[year]
        if not (year.isascii() and year.isdigit() and len(year) == 4):
            here.refuse_key(
                "E106",
                Message("expected a year, found '{year}'", year=year),
                Message("write a year such as 2024"),
            )
        elif name not in keys.source:
            fix = nearest(name, tuple(keys.source))
            here.locate("source").refuse("E206", Message("unknown source {name}", name=name), fix)
        elif entry.value <= (0 if keys.kind == "exchange" else -100):
            least = (
                Message("above 0") if keys.kind == "exchange" else Message("above -100 (per cent)")
            )
            message = Message(
                "expected a number {least}, found {value:g}", least=least, value=entry.value
            )
            here["value"].refuse(
                "E114", message, Message("write a number {least} such as 1", least=least)
            )
        else:
            values[int(year)] = YearValue(entry.value, keys.source[name].cite)
    return values
