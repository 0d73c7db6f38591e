"""How the weeks of a year are written in registers and tables: `2024-W07`, `202407`, `y_2407`.

>>> week_in("2024-W07") == week_in("202407") == week_in("y_2407") == week_in("2024-02-12")
True
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from ipscost.individual.weeks import week_number, week_of
from ipscost.messages import Message

_ISO = re.compile(r"(\d{4})-?[WwUu](\d{1,2})")
_JOINED = re.compile(r"(\d{4})(\d{2})")
_SHORT = re.compile(r"(?:y|w|u|uge|week)_?(\d{2})(\d{2})", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DANISH_DAY = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")

SUCH_AS = Message("write a week such as 2024-W07, 202407, or the date of its Monday, 2024-02-12")
_FIRST_OF_1900S = 69
"""Years of two digits from here on are of the 1900s, as POSIX has it."""
MOST_KEPT = 100_000
"""Texts of weeks that are remembered; a file has few different ones."""


class WeekTextError(ValueError):
    """A text that is no week; `message` and `fix` say why, without the text itself."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message, self.fix = message, fix


@lru_cache(MOST_KEPT)
def week_in(text: str, *, any_day: bool = False) -> int:
    """The number of the week that a text names, as `individual/weeks.py` counts them.

    any_day: a date may be any day of the week, as that on which a person started; else it is its
    Monday. Raises WeekTextError if the text names no week.
    """
    for pattern in (_ISO, _JOINED, _SHORT):
        if found := pattern.fullmatch(text):
            year, week = int(found[1]), int(found[2])
            if pattern is _SHORT:
                year += 1900 if year >= _FIRST_OF_1900S else 2000
            return _of_year(year, week)
    if found := _DAY.fullmatch(text):
        return _of_day(int(found[1]), int(found[2]), int(found[3]), any_day)
    if found := _DANISH_DAY.fullmatch(text):
        return _of_day(int(found[3]), int(found[2]), int(found[1]), any_day)
    raise WeekTextError(Message("expected a week, found something else"), SUCH_AS)


def is_week_heading(text: str) -> bool:
    """True for a heading that names a week, whether or not its year has that week."""
    return any(p.fullmatch(text) for p in (_ISO, _JOINED, _SHORT, _DAY, _DANISH_DAY))


def _of_year(year: int, week: int) -> int:
    """The number of the week of a year."""
    try:
        return week_number(year, week)
    except ValueError:
        if week == 53:
            message = Message("{year} has no week 53", year=year)
            fix = Message("write the first week of {next}, {next}-W01", next=year + 1)
        else:
            message, fix = Message("a year has no week {week}", week=week), SUCH_AS
        raise WeekTextError(message, fix) from None


def _of_day(year: int, month: int, day: int, any_day: bool) -> int:
    """The number of the week that begins on a day, or has it."""
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        raise WeekTextError(
            Message("expected a date, found none of the calendar"), SUCH_AS
        ) from None
    if date.weekday() and not any_day:
        message = Message("expected the Monday of a week, found another day")
        raise WeekTextError(message, Message("write each week as the date of its Monday"))
    return week_of(date)
