"""Price files to tables: exchange rates and consumer prices, each year with its source."""

from __future__ import annotations

from pathlib import Path

from ipscost.errors import Problem, Span, nearest
from ipscost.loading import findings, yamldoc
from ipscost.loading.schema import PriceFileKeys
from ipscost.loading.shipped import SHIPPED
from ipscost.loading.variants import read_mapping
from ipscost.units import PriceTables, YearValue


def load_prices(
    extra: list[tuple[Path, str]], inputs: dict[str, str], problems: list[Problem]
) -> PriceTables:
    """The shipped tables with those of the `extra` files (path, shown name) over them.

    Years of a later file replace those of an earlier one. What is wrong goes to `problems`;
    raises ScenarioError where a file cannot be read at all.
    """
    exchange: dict[tuple[str, str], dict[int, YearValue]] = {}
    change: dict[str, dict[int, YearValue]] = {}
    shipped = [
        (path, f"prices/{path.name}") for path in sorted((SHIPPED / "prices").glob("*.yaml"))
    ]
    for path, shown in [*shipped, *extra]:
        node = read_mapping(path, shown, inputs)
        keys = findings.read(PriceFileKeys, node, "", problems)
        if keys is None:
            continue
        years = _years(keys, node, problems)
        if keys.kind == "exchange":
            if keys.per is None:
                problems.append(findings.missing_key(node, "per", "", PriceFileKeys))
                continue
            exchange.setdefault((keys.currency, keys.per), {}).update(years)
        else:
            change.setdefault(keys.currency, {}).update(years)
    return PriceTables(exchange, change)


def _years(
    keys: PriceFileKeys, node: yamldoc.Mapping, problems: list[Problem]
) -> dict[int, YearValue]:
    """The years of one file, each with its source."""
    found: dict[int, YearValue] = {}
    block = node["year"]
    assert isinstance(block, yamldoc.Mapping)
    for year, entry in keys.year.items():
        name = entry.source.partition(" ")[0]
        if not (year.isascii() and year.isdigit() and len(year) == 4):
            span: Span = block.keys[year]
            message = f"expected a year, found '{year}'"
            problems.append(
                Problem(span, "E106", f"year.{year}", message, "write a year such as 2024")
            )
        elif name not in keys.source:
            message = f"unknown source {name}"
            fix = nearest(name, tuple(keys.source))
            path = f"year.{year}.source"
            problems.append(Problem(block[year].span, "E206", path, message, fix))
        elif entry.value <= (0 if keys.kind == "exchange" else -100):
            least = "above 0" if keys.kind == "exchange" else "above -100 (per cent)"
            message = f"expected a number {least}, found {entry.value:g}"
            item = block[year]
            assert isinstance(item, yamldoc.Mapping)
            span = item["value"].span
            problems.append(
                Problem(span, "E114", f"year.{year}.value", message, f"write a number {least}")
            )
        else:
            found[int(year)] = YearValue(entry.value, keys.source[name].cite)
    return found
