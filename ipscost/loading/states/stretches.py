"""Stretches of time: from which cycle on the numbers under `from_N` hold, N being a month."""

from __future__ import annotations

import re

from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.schema_model import STRETCH
from ipscost.messages import Message, either
from ipscost.scenario.model import CYCLES

NEAREST = "week"
"""The cycle that does not begin with a month; a stretch then begins with the nearest cycle."""


def read_parts(at: Cursor, cycle: str) -> dict[int, Cursor] | None:
    """The parts `from_N` by the cycle that begins in month N; None if one is unusable.

    Cycles and months are counted from 1. The first stretch must begin with month 1, and a month
    with which no cycle begins is refused.
    """
    parts = {int(m[1]): at[key] for key in at if (m := re.fullmatch(STRETCH, key))}
    if parts and min(parts) != 1:
        lowest = parts[min(parts)]
        message = Message(
            "expected stretches that begin with from_1, found {name} first", name=lowest.name
        )
        at.refuse("E265", message, Message("write from_1 if it holds from the start"), lowest.key)
        return None
    length = 12 * CYCLES[cycle]
    by_cycle: dict[int, Cursor] = {}
    for month in sorted(parts):
        cycles_before = (month - 1) / length
        if cycle != NEAREST and abs(cycles_before - round(cycles_before)) > 1e-9:
            before = int(cycles_before) * length + 1
            message = Message(
                "from_{month} is from month {month} on, and no cycle begins with it: "
                "model.cycle is {cycle}",
                month=month,
                cycle=cycle,
            )
            near = (f"from_{before:g}", f"from_{before + length:g}")
            fix = either(Message("write {meant}", meant=key) for key in near if key not in at)
            fix = Message("{fix}; a shorter model.cycle will do too", fix=fix)
            parts[month].refuse_key("E265", message, fix)
            return None
        by_cycle[round(cycles_before) + 1] = parts[month]
    return by_cycle
