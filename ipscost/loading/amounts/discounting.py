"""Discount rates: stated as numbers, or by the name of a schedule whose rates change over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ipscost.errors import Problem, ScenarioError, nearest
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_accounts import DiscountKeys, ScheduleFileKeys, ScheduleRateKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.inputs import Inputs
from ipscost.loading.text.shipped import SHIPPED
from ipscost.loading.text.variants import SET, NamedFile, read_mapping
from ipscost.messages import Message
from ipscost.scenario.nouns import Discount, Label
from ipscost.words.text import Text

Rates = tuple[tuple[float, float], ...]
LAST_YEAR = 1000
"""No schedule of discount rates states a change later than this many years from now."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Rates for costs and for outcomes that change after some years: ((0, 0.035), (35, 0.025)).

    `source` is their citation.
    """

    name: str
    label: Text
    cost: Rates
    outcome: Rates
    source: str


def schedule_node(root: yamldoc.Mapping) -> yamldoc.Scalar | None:
    """The node that names a schedule, or None."""
    block = root.get("discount")
    node = block.get("schedule") if isinstance(block, yamldoc.Mapping) else None
    return node if isinstance(node, yamldoc.Scalar) and node.text else None


def read_schedule(root: Cursor, path: Path, shown: str, inputs: Inputs) -> Schedule | None:
    """The schedule that the scenario in the file `path` names, or None if it is unusable.

    A name is that of a shipped schedule, anything with an ending a file as seen from the file that
    names it.
    """
    node, problems = schedule_node(root.mapping), root.problems
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
        what = Message("a file of discount rates")
        named = NamedFile(node.span, "discount.schedule", what, "ipscost_discount")
        tree = read_mapping(file, called, inputs, named)
    except ScenarioError as error:
        problems.extend(error.problems)
        return None
    at = Cursor(tree, "", problems).read(ScheduleFileKeys)
    if at is None:
        return None
    keys = at.keys
    cost = _rates(at, "after")
    outcome = _rates(at, "outcome_after" if keys.outcome_after else "after")
    if len(problems) > before:
        return None
    every = [*keys.after.values(), *keys.outcome_after.values()]
    cites = dict.fromkeys(keys.source[e.source.partition(" ")[0]].cite for e in every)
    label = Label(keys.label.texts, keys.label.definites)
    name = node.text if node.text in known else called
    return Schedule(name, label, cost, outcome, "; ".join(cites))


def _no_schedule(node: yamldoc.Scalar, called: str, known: Sequence[str]) -> Problem:
    """The problem that a name is not a schedule, or its file is missing."""
    if Path(node.text).suffix:
        message = Message(
            "expected a file of discount rates, found none at {called}", called=called
        )
        fix = Message("write its path as seen from the file that names it")
    else:
        message = Message("unknown discount schedule {text}", text=node.text)
        fix = Message(
            "{nearest}; a file of your own will do too", nearest=nearest(node.text, known)
        )
    return Problem(node.span, "E233", "discount.schedule", message, fix)


def _rates(at: Checked[ScheduleFileKeys], section: str) -> Rates:
    """The rates of one section, each with the year after which it holds, in rising order."""
    keys, block = at.keys, at[section]
    stated: dict[str, ScheduleRateKeys] = getattr(keys, section)
    rates: dict[int, float] = {}
    for year, entry in stated.items():
        here, source = block[year], entry.source.partition(" ")[0]
        if not (year.isascii() and year.isdigit() and len(year) < 5 and int(year) <= LAST_YEAR):
            message = Message("expected a whole number of years, found '{year}'", year=year)
            here.refuse_key("E234", message, Message("write a number such as 35"))
        elif source not in keys.source:
            fix = nearest(source, tuple(keys.source))
            span = here["source"].span if here.is_mapping else here.key
            here.refuse("E206", Message("unknown source {name}", name=source), fix, span)
        else:
            rates[int(year)] = entry.rate
    if rates and 0 not in rates:
        message = Message(
            "expected a rate from the start, found the first after year {rates}", rates=min(rates)
        )
        block.refuse("E234", message, Message("add 0: {{rate: 0.035, source: ...}}"))
    return tuple(sorted(rates.items()))


def read_discount(at: Checked[DiscountKeys], schedule: Schedule | None) -> Discount | None:
    """The rates of a scenario: those of its schedule, overridden by rates stated directly."""
    word = at.get("schedule")
    is_named = word is not None and bool(word.text)
    for key in ("cost", "outcome"):
        if not is_named and key not in at:
            at.miss(key, DiscountKeys)
    if (is_named and schedule is None) or not (is_named or {"cost", "outcome"} <= set(at)):
        return None
    cost, outcome = at.keys.cost, at.keys.outcome
    rates = ((0.0, 0.0),) if schedule is None else schedule.cost
    gains = ((0.0, 0.0),) if schedule is None else schedule.outcome
    is_used = schedule is not None and (cost is None or outcome is None)
    return Discount(
        cost=rates[0][1] if cost is None else cost,
        outcome=gains[0][1] if outcome is None else outcome,
        note=_note(at, schedule if is_used else None),
        cost_later=rates[1:] if cost is None else (),
        outcome_later=gains[1:] if outcome is None else (),
        schedule=schedule.name if schedule is not None and is_used else "",
        source=schedule.source if schedule is not None and is_used else "",
    )


def _note(at: Checked[DiscountKeys], schedule: Schedule | None) -> Text | None:
    """The note explaining the rates; left out if the rates were set elsewhere."""
    note, keys = at.get("note"), at.keys
    files = {at[key].span.file for key in ("cost", "outcome", "schedule") if key in at}
    if note is not None and keys.note is not None and files == {note.span.file}:
        return Label(keys.note.texts)
    return None if schedule is None else schedule.label
