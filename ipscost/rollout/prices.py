"""How things rise from year to year, and what money of one year is worth in another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class UnknownYearError(LookupError):
    """Consumer prices of a year are not known, and no rate is stated; `year` is the first one."""

    def __init__(self, year: int) -> None:
        super().__init__(str(year))
        self.year = year


def index(years: Sequence[int], base: int, rate: Floats) -> Floats:
    """What something costs in each year against the year `base`, (year, draw).

    (1 + rate)^(year - base), with `rate` a year, (draw,); multiplied out, so that the digits are
    the same on every machine.
    """
    return _levels(years, base, dict.fromkeys(_between(years, base), 1 + rate))


def deflator(
    years: Sequence[int], base: int, known: Mapping[int, float], rate: Floats | None
) -> Floats:
    """General prices in each year against the year `base`, (year, draw).

    known: by how much consumer prices rose from the year before, as a share. rate: by how much they
    rise in years that are not known, (draw,). Raises UnknownYearError if there is none.
    """
    rises: dict[int, Floats] = {}
    for year in _between(years, base):
        if year in known:
            rises[year] = np.array([1 + known[year]])
        elif rate is None:
            raise UnknownYearError(year)
        else:
            rises[year] = 1 + rate
    return _levels(years, base, rises)


def _between(years: Sequence[int], base: int) -> range:
    """The years whose rise from the year before is needed."""
    return range(min(base, *years) + 1, max(base, *years) + 1)


def _levels(years: Sequence[int], base: int, rises: Mapping[int, Floats]) -> Floats:
    width = max((rise.size for rise in rises.values()), default=1)
    found = {base: np.ones(width)}
    for year in range(base + 1, max(base, *years) + 1):
        found[year] = found[year - 1] * rises[year]
    for year in range(base - 1, min(base, *years) - 1, -1):
        found[year] = found[year + 1] / rises[year + 1]
    return np.array([found[year] for year in years])


def by_month(levels: Floats) -> Floats:
    """The level of each year in its 12 months, (month, draw), of (year, draw)."""
    months: Floats = np.repeat(levels, 12, axis=0)
    return months


def discount_factors(rates: Sequence[tuple[float, Floats]], months: int, start: int) -> Floats:
    """What an amount in the middle of each month is worth at the start of month `start`.

    (month, draw). rates: yearly rates, (draw,) each, with the years after the start from which each
    holds, the first from 0. The factor at time t is the product of (1 + r_i)^-(the part of the time
    up to t in which r_i holds); before the start the first rate holds, and factors are above 1.
    """
    time = ((np.arange(months) - start + 0.5) / 12)[:, None]
    factors = np.ones((months, 1))
    for number, (begin, rate) in enumerate(rates):
        end = rates[number + 1][0] if number + 1 < len(rates) else np.inf
        low = -np.inf if number == 0 else begin
        passed = np.clip(time, low, end) - (0.0 if number == 0 else begin)
        factors = factors * (1 + rate) ** -passed
    return factors
