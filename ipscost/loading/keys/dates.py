"""Months of the calendar as people write them: 2024-01, or the first day of it."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any

from ipscost.loading.keys.fields import refuse
from ipscost.messages import Message
from ipscost.scenario.rollout import Month

_WRITTEN = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_TURNED = re.compile(r"(?:(\d{1,2})[-./])?(\d{1,2})[-./](\d{4})")
"""Day (or none), month and year, as they are written in Danish: 1.1.2024, 01/2024."""
_LOOSE = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")


def parse_month(text: Any) -> Any:
    """The month of the calendar that `text` writes. Raises E321 with the fix."""
    expected = Message("expected a month of the calendar")
    such = Message("write a month such as 2024-01")
    if not isinstance(text, str):
        raise refuse("E321", expected, Message("a list or mapping"), such)
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise refuse("E321", expected, text, _meant(text) or such)
    year, month = int(written[1]), int(written[2])
    if not year or not 1 <= month <= 12:
        near = f"{written[1]}-{min(max(month, 1), 12):02}" if year else ""
        fix = Message("write {meant}", meant=near) if near else such
        raise refuse("E321", Message("there is no such month"), text, fix)
    if written[3] not in (None, "01"):
        message = Message("expected a month, or its first day")
        if not 1 <= int(written[3]) <= monthrange(year, month)[1]:
            message = Message("there is no such date")
        raise refuse(
            "E321", message, text, Message("write {meant}", meant=f"{written[1]}-{written[2]}")
        )
    return Month(year, month)


def _meant(text: str) -> str:
    """The fix for a month in another form; empty if none can be read in the text."""
    turned, loose = _TURNED.fullmatch(text.strip()), _LOOSE.fullmatch(text.strip())
    if turned is not None:
        year, month = int(turned[3]), int(turned[2])
    elif loose is not None:
        year, month = int(loose[1]), int(loose[2] or 1)
    else:
        return ""
    if not year or not 1 <= month <= 12:
        return ""
    return Message("write {meant}", meant=f"{year:04}-{month:02}")
