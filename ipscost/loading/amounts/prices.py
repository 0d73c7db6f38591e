"""Price files to tables: exchange rates and consumer prices, each year with its source."""

from __future__ import annotations

from pathlib import Path

from ipscost.errors import Problem, ScenarioError, Span, nearest
from ipscost.loading.keys.schema import PriceFileKeys
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.shipped import SHIPPED
from ipscost.loading.text.variants import SET, Named, read_mapping
from ipscost.units import PriceTables, YearValue


def load_prices(
    extra: list[tuple[Path, str, Named]], inputs: Inputs, problems: list[Problem]
) -> PriceTables:
    """The shipped tables with those of the `extra` files (path, shown name, by whom) over them.

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
        node = read_mapping(path, shown, inputs, named)
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


def read_prices(
    root: yamldoc.Mapping,
    path: Path,
    shown: str,
    inputs: Inputs,
    problems: list[Problem],
) -> PriceTables | None:
    """The shipped price tables with the scenario's own over them; None where one is unusable.

    A file that the scenario names lies beside the file that names it, or comes with ipscost.
    """
    before = len(problems)
    files: list[tuple[Path, str, Named]] = []
    node = root.get("prices")
    items = node.items if isinstance(node, yamldoc.Sequence) else ()
    for index, item in enumerate(items):
        if not isinstance(item, yamldoc.Scalar) or not item.text:
            continue  # refused with the other sections
        span, name = item.span, item.text
        folder = Path(span.file).parent if span.file != SET else Path(shown).parent
        file = path.parent / name if span.file == shown else folder / name
        if not inputs.is_file(file) and inputs.is_file(SHIPPED / name):
            file, folder = SHIPPED / name, Path()  # one that comes with ipscost
        if not inputs.is_file(file):
            message = f"expected a price file, found none at {folder / name}"
            fix = "write its path as seen from the file that names it"
            problems.append(Problem(span, "E001", f"prices.{index}", message, fix))
        else:
            named = Named(span, f"prices.{index}", "a price file", "ipscost_prices")
            files.append((file, str(folder / name), named))
    try:
        tables = load_prices(files, inputs, problems)
    except ScenarioError as error:
        problems.extend(error.problems)
        return None
    return tables if len(problems) == before else None


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
            stated = block[year]
            span = stated["source"].span if isinstance(stated, yamldoc.Mapping) else stated.span
            problems.append(Problem(span, "E206", path, message, fix))
        elif entry.value <= (0 if keys.kind == "exchange" else -100):
            least = "above 0" if keys.kind == "exchange" else "above -100 (per cent)"
            message = f"expected a number {least}, found {entry.value:g}"
            item = block[year]
            assert isinstance(item, yamldoc.Mapping)
            span = item["value"].span
            problems.append(
                Problem(
                    span, "E114", f"year.{year}.value", message, f"write a number {least} such as 1"
                )
            )
        else:
            found[int(year)] = YearValue(entry.value, keys.source[name].cite)
    return found
