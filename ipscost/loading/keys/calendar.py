"""Months of the calendar: 2025-07, or the first day of the month, 2025-07-01."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ipscost.loading.keys.fields import refuse
from ipscost.messages import Message
from ipscost.scenario.rollout import Month

WRITTEN = r"[1-9][0-9][0-9][0-9]-(0[1-9]|1[0-2])(-01)?"
"""How a month is written."""
_DAY = re.compile(r"([1-9][0-9][0-9][0-9])-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([1-9][0-9][0-9][0-9])[-_/. ]?([0-9]{1,2})(?:[-_/. ]0?1)?")
_YEAR_LAST = re.compile(r"(?:0?1[-_/. ])?([0-9]{1,2})[-_/. ]([1-9][0-9][0-9][0-9])")
_YEAR_ALONE = re.compile(r"[1-9][0-9][0-9][0-9]")


def parse_month(text: Any) -> Month:
    """The month that `text` writes. Raises E117 with the fix.

    >>> parse_month("2025-07"), parse_month("2025-07-01")
    (Month(year=2025, month=7), Month(year=2025, month=7))
    """
    if isinstance(text, Month):
        return text
    expected = Message("expected a month such as 2025-07")
    if not isinstance(text, str):
        such = Message("write a month such as 2025-07")
        raise refuse("E117", expected, Message("a list or mapping"), such)
    if re.fullmatch(WRITTEN, text):
        return Month(int(text[:4]), int(text[5:7]))
    if (day := _DAY.fullmatch(text)) is not None:
        year, month, number = map(int, day.groups())
        try:
            datetime.date(year, month, number)
        except ValueError:
            message = Message("expected a day that exists")
            near = Message("write {meant}", meant=Month(year, month))
            if not 1 <= month <= 12:
                near = Message("write a month such as 2025-07")
            raise refuse("E117", message, text, near) from None
        now = Month(year, month)
        fix = Message("write {month}, or write {later}", month=now, later=Month.of(now.number + 1))
        raise refuse("E117", Message("expected the first of a month"), text, fix)
    raise refuse("E117", expected, text, _fix(text))


def _fix(text: str) -> str:
    """The month that a text such as `7/2025` means, as it is written here."""
    found: tuple[str, str] | None = None
    if (match := _YEAR_FIRST.fullmatch(text.strip())) is not None:
        found = match[1], match[2]
    elif (match := _YEAR_LAST.fullmatch(text.strip())) is not None:
        found = match[2], match[1]
    elif _YEAR_ALONE.fullmatch(text.strip()):
        found = text.strip(), "1"
    if found is not None and 1 <= int(found[1]) <= 12:
        return Message("write {meant}", meant=Month(int(found[0]), int(found[1])))
    return Message("write a month such as 2025-07")


CalendarMonth = Annotated[
    Month,
    BeforeValidator(
        parse_month, json_schema_input_type=Annotated[str, Field(pattern=f"^{WRITTEN}$")]
    ),
]
