"""Checks that values by cycle fit the cycles of the run: their length and their number."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.schema_model import STRETCH
from ipscost.loading.states.times import TIME_WORDS, doubt_times
from ipscost.loading.text.edits import without
from ipscost.loading.text.variants import SET
from ipscost.messages import Message
from ipscost.scenario.model import Model, Move
from ipscost.scenario.nouns import Outcome
from ipscost.scenario.quantity import Quantity
from ipscost.words.text import say


def check_reach(
    root: Cursor,
    files: Sequence[str],
    model: Model,
    numbers: Sequence[Quantity],
    outcomes: Sequence[Outcome],
) -> None:
    """Refuses values for other cycles and columns that end too early; warns of unused values.

    `files` are those of the scenario, each before the one it extends.
    """
    cycles = _cycles(model, outcomes)
    if not _are_of_cycle(root, files, model, numbers):
        return
    doubt_times(root, model)
    for number in (number for number in numbers if number.series):
        length = len(number.series)
        if number.column and length < cycles:
            message = Message(
                "the run has {cycles} cycles of a {cycle}, and {column} {values}",
                cycles=cycles,
                cycle=TIME_WORDS[model.cycle],
                column=" ".join(number.column),
                values=Message("1 value")
                if length == 1
                else Message("{length} values", length=length),
            )
            fix = Message(
                "add {cycles} to the column; a list holds its last value on", cycles=cycles - length
            )
            root.problems.refuse(number.span, "E268", number.path, message, fix)
        if not number.column and length > cycles:
            doubt = say("doubt_long", found=length, cycles=cycles)
            fix = Message(
                "take the last {length} out; a longer horizon reaches them", length=length - cycles
            )
            root.problems.doubt(number.span, "W406", number.path, doubt, fix)
    for move in model.moves:
        late = [stretch for stretch in move.stretches if stretch.first > cycles]
        if late:
            doubt = say("doubt_late", cycle=late[0].first, cycles=cycles)
            fix = Message(
                "{edit}; a longer horizon reaches it",
                edit=without(_late_keys(root, move, cycles, model)),
            )
            root.problems.doubt(move.span, "W406", move.path, doubt, fix)


def _cycles(model: Model, outcomes: Sequence[Outcome]) -> int:
    """The number of cycles in the run: up to the horizon, or to an outcome beyond it."""
    months = [outcome.course.month for outcome in outcomes if outcome.course is not None]
    years = max(model.years, max(months, default=0.0) / 12)
    return max(1, math.ceil(years / model.cycle_years - 1e-9))


def _are_of_cycle(
    root: Cursor,
    files: Sequence[str],
    model: Model,
    numbers: Sequence[Quantity],
) -> bool:
    """True unless --set or an extending file changes the cycle under values by cycle.

    That is reported once.
    """
    at = root["model"].get("cycle")
    order = (SET, *files)
    if at is None or at.span.file not in order:
        return True
    stretches = (stretch for move in model.moves for stretch in move.stretches)
    counts = {q for each in stretches if each.measure == "count" for q in each.arms.values()}
    under = order[order.index(at.span.file) + 1 :]
    amiss = [
        number
        for number in numbers
        if (number.series or (number in counts and number.role == "mean"))
        and number.span.file in under
    ]
    if not amiss:
        return True
    first, more = amiss[0], len(amiss) - 1
    message = Message(
        "model.cycle is changed to {cycle}, and {path} in {file} is by cycle",
        cycle=model.cycle,
        path=first.path,
        file=first.span.file,
    )
    if more:
        message = Message(
            "model.cycle is changed to {cycle}, and {path} and {others} in {file} are by cycle",
            cycle=model.cycle,
            path=first.path,
            others=Message("1 other number")
            if more == 1
            else Message("{more} other numbers", more=more),
            file=first.span.file,
        )
    fix = Message(
        "write them anew for cycles of a {cycle}, in the file that says so",
        cycle=TIME_WORDS[model.cycle],
    )
    if at.span.file == SET:
        fix = Message(
            "take model.cycle out; values by cycle are written anew in a file that extends"
        )
    root.problems.refuse(at.span, "E268", first.path, message, fix)
    return False


def _late_keys(root: Cursor, move: Move, cycles: int, model: Model) -> list[str]:
    """The keys from_N of a move that begin after the last cycle."""
    at: Cursor | None = root
    for part in move.path.split("."):
        at = at and at.get(part)
    months = cycles * model.cycle_years * 12
    return [key for key in at or () if (m := re.fullmatch(STRETCH, key)) and int(m[1]) > months]
