"""Discount rates: stated, or those of a schedule, which change with the years, by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ipscost.errors import Problem, ScenarioError, Span, nearest
from ipscost.loading.keys.schema_accounts import DiscountKeys, ScheduleFileKeys, ScheduleRateKeys
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.shipped import SHIPPED
from ipscost.loading.text.variants import SET, Named, read_mapping
from ipscost.scenario.nouns import Discount, Label
from ipscost.words.text import Text

Rates = tuple[tuple[float, float], ...]
LAST_YEAR = 1000


@dataclass(frozen=True, slots=True)
class Schedule:
    """Rates that change after some years: ((0, 0.035), (35, 0.025)), of costs and of outcomes.

    `source` cites where they are from.
    """

    name: str
    label: Text
    cost: Rates
    outcome: Rates
    source: str


def schedule_node(root: yamldoc.Mapping) -> yamldoc.Scalar | None:
    """Where the scenario names a schedule, or None."""
    block = root.get("discount")
    node = block.get("schedule") if isinstance(block, yamldoc.Mapping) else None
    return node if isinstance(node, yamldoc.Scalar) and node.text else None


def read_schedule(
    root: yamldoc.Mapping,
    path: Path,
    shown: str,
    inputs: Inputs,
    problems: list[Problem],
) -> Schedule | None:
    """The schedule that the scenario at `path` names, or None; what is wrong goes to `problems`.

    A name is that of a shipped schedule, anything with an ending a file as seen from the file that
    names it.
    """
    node = schedule_node(root)
    if node is None:
        return None
    known = inputs.shipped("discount")
    if node.text in known:
        file, called = SHIPPED / "discount" / f"{node.text}.yaml", f"discount/{node.text}.yaml"
    else:
        span = node.span
        folder = Path(span.file).parent if span.file != SET else Path(shown).parent
        file = path.parent / node.text if span.file == shown else folder / node.text
        called = str(folder / node.text)
        if not inputs.is_file(file):
            problems.append(_no_schedule(node, called, known))
            return None
    before = len(problems)
    try:
        what = "a file of discount rates"
        named = Named(node.span, "discount.schedule", what, "ipscost_discount")
        tree = read_mapping(file, called, inputs, named)
    except ScenarioError as error:
        problems.extend(error.problems)
        return None
    keys = findings.read(ScheduleFileKeys, tree, "", problems)
    if keys is None:
        return None
    cost = _rates(keys, keys.after, tree, "after", problems)
    outcome = _rates(keys, keys.outcome_after or keys.after, tree, "outcome_after", problems)
    if len(problems) > before:
        return None
    every = [*keys.after.values(), *keys.outcome_after.values()]
    cites = dict.fromkeys(keys.source[e.source.partition(" ")[0]].cite for e in every)
    label = Label(keys.label.texts)
    name = node.text if node.text in known else called
    return Schedule(name, label, cost, outcome, "; ".join(cites))


def _no_schedule(node: yamldoc.Scalar, called: str, known: Sequence[str]) -> Problem:
    """The problem of a name that is no schedule, or of a file that is not there."""
    if Path(node.text).suffix:
        message = f"expected a file of discount rates, found none at {called}"
        fix = "write its path as seen from the file that names it"
    else:
        message = f"unknown discount schedule {node.text}"
        fix = f"{nearest(node.text, known)}; a file of your own will do too"
    return Problem(node.span, "E233", "discount.schedule", message, fix)


def _rates(
    keys: ScheduleFileKeys,
    stated: Mapping[str, ScheduleRateKeys],
    tree: yamldoc.Mapping,
    section: str,
    problems: list[Problem],
) -> Rates:
    """The rates of one section, by the years after which they hold."""
    if stated is keys.after:
        section = "after"
    block = tree[section]
    assert isinstance(block, yamldoc.Mapping)
    found: dict[int, float] = {}
    for year, entry in stated.items():
        span: Span = block.keys[year]
        path = f"{section}.{year}"
        source = entry.source.partition(" ")[0]
        if not (year.isascii() and year.isdigit() and len(year) < 5 and int(year) <= LAST_YEAR):
            message = f"expected a whole number of years, found '{year}'"
            problems.append(Problem(span, "E234", path, message, "write a number such as 35"))
        elif source not in keys.source:
            fix = nearest(source, tuple(keys.source))
            child = block[year]
            at = child["source"].span if isinstance(child, yamldoc.Mapping) else span
            problems.append(Problem(at, "E206", path, f"unknown source {source}", fix))
        else:
            found[int(year)] = entry.rate
    if found and 0 not in found:
        message = f"expected a rate from the start, found the first after year {min(found)}"
        fix = "add 0: {rate: 0.035, source: ...}"
        problems.append(Problem(block.span, "E234", section, message, fix))
    return tuple(sorted(found.items()))


def read_discount(
    keys: DiscountKeys, root: yamldoc.Mapping, schedule: Schedule | None, problems: list[Problem]
) -> Discount | None:
    """The rates of a scenario: those of its schedule, and those stated beside it in their place."""
    node = root["discount"]
    assert isinstance(node, yamldoc.Mapping)
    is_named = schedule_node(root) is not None
    for key in ("cost", "outcome"):
        if not is_named and key not in node:
            problems.append(findings.missing_key(node, key, "discount", DiscountKeys))
    if (is_named and schedule is None) or not (is_named or {"cost", "outcome"} <= set(node)):
        return None
    cost, outcome = keys.cost, keys.outcome
    rates = ((0.0, 0.0),) if schedule is None else schedule.cost
    gains = ((0.0, 0.0),) if schedule is None else schedule.outcome
    is_used = schedule is not None and (cost is None or outcome is None)
    return Discount(
        cost=rates[0][1] if cost is None else cost,
        outcome=gains[0][1] if outcome is None else outcome,
        note=_note(keys, node, schedule if is_used else None),
        cost_later=rates[1:] if cost is None else (),
        outcome_later=gains[1:] if outcome is None else (),
        schedule=schedule.name if schedule is not None and is_used else "",
        source=schedule.source if schedule is not None and is_used else "",
    )


def _note(keys: DiscountKeys, node: yamldoc.Mapping, schedule: Schedule | None) -> Text | None:
    """Why these rates; a note is not said of rates that were set somewhere else."""
    note = node.get("note")
    files = {node[key].span.file for key in ("cost", "outcome", "schedule") if key in node}
    if note is not None and keys.note is not None and files == {note.span.file}:
        return Label(keys.note.texts)
    return None if schedule is None else schedule.label
