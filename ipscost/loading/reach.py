"""Whether values by cycle fit the cycles that are run: whose they are, and how far they reach."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ipscost.loading import yamldoc
from ipscost.loading.quantities import Reader
from ipscost.loading.variants import SET
from ipscost.model import Model
from ipscost.quantity import Label, Quantity
from ipscost.scenario import Outcome


def check_reach(
    reader: Reader,
    root: yamldoc.Mapping,
    files: Sequence[str],
    model: Model,
    numbers: Sequence[Quantity],
    outcomes: Sequence[Outcome],
) -> None:
    """Refuses values of other cycles, and columns that end too early; doubts what is never reached.

    `files` are those of the scenario, each before the one that it extends.
    """
    cycles = _cycles(model, outcomes)
    varying = [number for number in numbers if number.series]
    for number in varying:
        found = len(number.series)
        if not _is_of_cycle(reader, root, files, model, number):
            continue
        if number.column and found < cycles:
            message = f"the run has {cycles} cycles of a {model.cycle}, and {number.column} "
            message += f"{found} value{'s' if found > 1 else ''}"
            fix = f"add {cycles - found} to the column; a list holds its last value on"
            reader.refuse(number.span, "E268", number.path, message, fix)
        if not number.column and found > cycles:
            doubt = Label.of("doubt_long", found=found, cycles=cycles)
            fix = "remove the last ones, or lengthen the horizon"
            reader.doubt(number.span, "W406", number.path, doubt, fix)
    for move in model.moves:
        late = [stretch for stretch in move.stretches if stretch.first > cycles]
        if late:
            doubt = Label.of("doubt_late", cycle=late[0].first, cycles=cycles)
            fix = "remove the stretch, or lengthen the horizon"
            reader.doubt(move.span, "W406", move.path, doubt, fix)


def _cycles(model: Model, outcomes: Sequence[Outcome]) -> int:
    """How many cycles are run: those of the horizon, and of outcomes beyond it."""
    months = [outcome.course.month for outcome in outcomes if outcome.course is not None]
    years = max(model.years, max(months, default=0.0) / 12)
    return max(1, math.ceil(years / model.cycle_years - 1e-9))


def _is_of_cycle(
    reader: Reader, root: yamldoc.Mapping, files: Sequence[str], model: Model, number: Quantity
) -> bool:
    """Whether the cycle is not changed in a file above the values, or by --set; else refused."""
    block = root["model"]
    at = block.get("cycle") if isinstance(block, yamldoc.Mapping) else None
    if at is None:
        return True
    order = (SET, *files)
    places = [order.index(file) for file in (at.span.file, number.span.file) if file in order]
    if len(places) < 2 or places[0] >= places[1]:
        return True
    message = f"model.cycle is changed to {model.cycle}, and the values of {number.path} are by "
    message += f"cycle of {number.span.file}"
    fix = f"write {number.path} anew for a {model.cycle}; stretches (from_1, from_13) are months"
    reader.refuse(at.span, "E268", number.path, message, fix)
    return False
