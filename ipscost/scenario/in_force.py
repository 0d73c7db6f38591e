"""From when and until when the amounts of a category are in force."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.scenario.rollout import Month
from ipscost.words.text import Text, say


@dataclass(frozen=True, slots=True)
class InForce:
    """The first and the last month of the calendar in which amounts hold; None: no such end."""

    first: Month | None
    last: Month | None

    def holds(self, month: Month) -> bool:
        """True if the amounts hold in a month."""
        return (self.first is None or month >= self.first) and (
            self.last is None or month <= self.last
        )

    def mask(self, first: Month, months: int) -> tuple[float, ...]:
        """1 in the months that they hold in and 0 in others, of `months` from `first` on."""
        start = first.number
        return tuple(float(self.holds(Month.of(start + each))) for each in range(months))

    def both(self, other: InForce) -> InForce | None:
        """The months in which both hold; None if there are none."""
        firsts = [each for each in (self.first, other.first) if each is not None]
        lasts = [each for each in (self.last, other.last) if each is not None]
        first, last = max(firsts, default=None), min(lasts, default=None)
        if first is not None and last is not None and first > last:
            return None
        return InForce(first, last)


ALWAYS = InForce(None, None)
"""In force in every month."""


def periods(starts: list[Month]) -> list[InForce]:
    """The time before the first of some months, in order, and from each until the next one."""
    ends = [Month.of(month.number - 1) for month in starts]
    return [
        InForce(first, last) for first, last in zip([None, *starts], [*ends, None], strict=True)
    ]


def name_of(period: InForce) -> str:
    """The name of the category that holds in a period: `before`, or `from_2025_07`."""
    if period.first is None:
        return "before"
    return f"from_{period.first.year:04}_{period.first.month:02}"


def month_text(month: Month) -> Text:
    """A month of the calendar in words: June 2025."""
    return say(f"calendar_{month.month}", year=str(month.year))
