"""The files of a scenario, read before it is built: its tree, and the files that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from ipscost.errors import STDIN, Problem, ScenarioError
from ipscost.loading.amounts.cycles import Columns
from ipscost.loading.amounts.discounting import Schedule, read_schedule, schedule_node
from ipscost.loading.amounts.prices import read_prices
from ipscost.loading.amounts.world import with_world
from ipscost.loading.cursor import Cursor, Problems
from ipscost.loading.text import shipped, yamldoc
from ipscost.loading.text.inputs import Inputs, Notes, Shelf
from ipscost.loading.text.sections import check_size
from ipscost.loading.text.variants import Tree, apply_settings, read_tree
from ipscost.messages import Message
from ipscost.units import PPP_ORDERS, PriceTables

NAMING = ("prices", "schedule", "file")
"""The keys that name a file and can be set; what a scenario extends cannot."""
_MAY_NAME = re.compile("|".join((*NAMING, r"[\\&*!]")))
"""A value that names a file contains such a key, or a character that can hide one in YAML."""

KINDS = {
    "ipscost_prices": Message("a price file"),
    "ipscost_discount": Message("a file of discount rates"),
}
"""By its first key, what a file is that is not a scenario."""
USED = {
    "ipscost_prices": Message("name a scenario; prices: [FILE] in it reads this one"),
    "ipscost_discount": Message(
        "name a scenario; discount: {{schedule: FILE}} in it reads this one"
    ),
}
"""The fix for such a file in the place of a scenario."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Beside(Generic[T]):
    """The contents of the files that a scenario names; None for an unusable one.

    `noted` records those files.
    """

    value: T | None
    problems: tuple[Problem, ...]
    noted: Notes


@dataclass(frozen=True, slots=True)
class Reading:
    """The contents of the files of a scenario, before any change: its tree and its prices.

    It is read once and built for each variant, on this machine or, pickled, on another. `inputs`
    are the files that building needs.
    """

    name: str
    path: Path
    shown: str
    tree: Tree
    prices: Beside[PriceTables]
    schedule: Beside[Schedule]
    inputs: Inputs


def read(scenario: str | Path, shelf: Shelf | None = None) -> Reading:
    """Reads the files of a scenario; scenarios that share a `shelf` read a shared file once.

    Raises ScenarioError if one cannot be read.
    """
    path, shown = shipped.find(str(scenario))
    inputs = Inputs(shelf)
    tree = read_tree(path, shown, inputs)
    check_size(tree.root)
    _check_kind(tree.root)
    name = "stdin" if shown == STDIN else path.stem
    prices = _prices(tree.root, path, shown, inputs.anew())
    schedule = _schedule(tree.root, path, shown, inputs.anew())
    return Reading(name, path, shown, tree, prices, schedule, inputs)


def _check_kind(root: yamldoc.Mapping) -> None:
    """Raises ScenarioError E281 if a file of prices or the like is given as a scenario."""
    marker = next((key for key in root if key.startswith("ipscost_")), "")
    if marker and "ipscost" not in root:
        kind = KINDS.get(marker, Message("a file of another kind"))
        message = Message(
            "expected a scenario (a file with ipscost: 1), found {kind} ({marker})",
            kind=kind,
            marker=marker,
        )
        fix = USED.get(marker, Message("name a scenario"))
        raise ScenarioError([Problem(root.keys[marker], "E281", "", message, fix)])


def may_name_file(path: str, value: str) -> bool:
    """True if setting `path` to `value` may change which files a scenario depends on."""
    return not set(NAMING).isdisjoint(path.split(".")) or bool(_MAY_NAME.search(value))


def stated(reading: Reading, key: str, settings: Sequence[str] = ()) -> str:
    """The text under a key of the file itself, with `settings` applied; empty where it has none.

    Raises ScenarioError if a setting is malformed.
    """
    root = apply_settings(reading.tree, settings).root
    return Cursor(root, "", Problems()).locate(key).text


def gather(reading: Reading, settings: Sequence[str] = (), price_year: int | None = None) -> Inputs:
    """Reads the files that the scenario needs with `settings` applied, and records them.

    Problems with their contents are reported when the scenario is built. Raises ScenarioError if a
    setting is malformed.
    """
    root = apply_settings(reading.tree, settings).root
    inputs = reading.inputs.anew(reading.tree.inputs)
    beside(reading, root, inputs, by_country=goes_by_own_prices(root, price_year))
    Columns(reading.path, reading.shown, inputs).gather(root)
    return inputs


def goes_by_own_prices(root: yamldoc.Mapping, price_year: int | None) -> bool:
    """True where a price year that was asked for is reached by the prices of the file's country."""
    return price_year is not None and "country" in root and "conversion" not in root


def beside(
    reading: Reading, root: yamldoc.Mapping, inputs: Inputs, *, by_country: bool = False
) -> tuple[Beside[PriceTables], Beside[Schedule]]:
    """Prices and discount schedule of a tree: those already read, unless it names others.

    The prices of the world are among them where its money goes by purchasing power, or by_country.
    """
    prices, schedule, before = reading.prices, reading.schedule, reading.tree.root
    if any(root.get(key) != before.get(key) for key in ("prices", "money")):
        prices = _prices(root, reading.path, reading.shown, inputs)
    if schedule_node(root) != schedule_node(before):
        schedule = _schedule(root, reading.path, reading.shown, inputs)
    inputs.noted.update(prices.noted | schedule.noted)
    order = Cursor(root, "", Problems()).locate("conversion").text
    if prices.value is not None and (by_country or order in PPP_ORDERS):
        prices = replace(prices, value=with_world(prices.value, inputs))
    return prices, schedule


def _prices(root: yamldoc.Mapping, path: Path, shown: str, inputs: Inputs) -> Beside[PriceTables]:
    """The price tables that a tree names."""
    at = Cursor(root, "", Problems())
    tables = read_prices(at, path, shown, inputs)
    return Beside(tables, tuple(at.problems), dict(inputs.noted))


def _schedule(root: yamldoc.Mapping, path: Path, shown: str, inputs: Inputs) -> Beside[Schedule]:
    """The discount schedule that a tree names."""
    at = Cursor(root, "", Problems())
    schedule = read_schedule(at, path, shown, inputs)
    return Beside(schedule, tuple(at.problems), dict(inputs.noted))
