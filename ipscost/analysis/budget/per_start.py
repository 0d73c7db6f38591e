"""What people who start change by month of the calendar, and whose accounts it falls on.

Computed once for all rollouts with the same changes per person, the same shape of starts and the
same price levels: those of sites then differ by a factor alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.levels import PriceLevels
from ipscost.analysis.budget.numbers import Calendar
from ipscost.analysis.budget.programme import Starts
from ipscost.analysis.budget.shares import Bearing, PricedAlike, in_force
from ipscost.changes import MonthlyChanges
from ipscost.rollout import prices
from ipscost.rollout.sums import by_year

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

Key = tuple[object, ...]


@dataclass(eq=False)
class PerStart:
    """What people who start change in one price basis, but for `Starts.factor`.

    by_category: by the place of a category, (year, draw). by_payer: by the place of a payer, the
    change without the programme, (month, draw); programme: the same of the categories that are it.
    saving: what the one with a block grant saves on guaranteed categories, (month, draw); None
    where nothing is.
    """

    by_category: dict[int, Floats] = field(default_factory=dict)
    by_payer: dict[int, Floats] = field(default_factory=dict)
    programme: dict[int, Floats] = field(default_factory=dict)
    saving: Floats | None = None

    def with_draws(self, places: Places, other: PerStart, width: int) -> PerStart:
        """The same with what `other` has at some of the draws, `width` in all."""

        def both(one: Floats | None, more: Floats | None) -> Floats:
            shape = (one if one is not None else more).shape[0]  # type: ignore[union-attr]
            whole = np.zeros((shape, width))
            whole[...] = 0.0 if one is None else one
            whole[:, places] = 0.0 if more is None else more
            return whole

        def merged(one: dict[int, Floats], more: dict[int, Floats]) -> dict[int, Floats]:
            return {place: both(one.get(place), more.get(place)) for place in {**one, **more}}

        has_saving = self.saving is not None or other.saving is not None
        return PerStart(
            merged(self.by_category, other.by_category),
            merged(self.by_payer, other.by_payer),
            merged(self.programme, other.programme),
            both(self.saving, other.saving) if has_saving else None,
        )


def key_of(starts: Starts, calendar: Calendar, level: PriceLevels, basis: str) -> Key:
    """What it hangs on beside the changes and who bears them, where nobody waits."""
    kinds = sorted(level.rates)
    levels = tuple(level.by_kind(kind, basis).tobytes() for kind in (*kinds, ""))
    return (starts.shape.tobytes(), calendar, basis, *levels)


def per_start(
    bearing: Bearing,
    calendar: Calendar,
    starts: Starts,
    changes: MonthlyChanges,
    level: PriceLevels,
    basis: str,
    lasts: Floats | None = None,
    by_month: bool = True,
) -> PerStart:
    """What people who start change in a price basis.

    lasts: for how many months after the start the effect lasts, (draw,); the programme goes on.
    by_month: False where nothing is asked for by month, other than the programme.
    """
    unit, saver = PerStart(), bearing.saver
    spread = {
        each: prices.by_month(level.by_kind(each.kind, basis)) * in_force(each, calendar)
        for each in dict.fromkeys(bearing.groups.values())
    }
    for part in changes.parts:
        whole = starts.brought(part.course)
        cut = whole
        if lasts is not None:
            cut = starts.brought(part.course * _until(lasts, len(part.course)))
        groups: dict[PricedAlike, list[int]] = {}
        for place in part.amounts:
            if place in bearing.groups:
                groups.setdefault(bearing.groups[place], []).append(place)
        for group, places in groups.items():
            brought = (whole if group.is_programme else cut) * spread[group]
            yearly = by_year(brought)
            sizes: dict[int, Floats] = {}
            saved = np.zeros(1)
            for place in places:
                amount = part.amounts[place]
                _add(unit.by_category, place, yearly * amount)
                for payer in np.flatnonzero(bearing.share[place]).tolist():
                    own = bearing.share[place, payer] * amount
                    sizes[payer] = sizes[payer] + own if payer in sizes else own
                if saver is not None and bearing.guaranteed[place]:
                    saved = saved - bearing.share[place, saver] * amount
            if not (by_month or group.is_programme):
                continue
            into = unit.programme if group.is_programme else unit.by_payer
            for payer, size in sizes.items():
                _add(into, payer, brought * size)
            if saved.any():
                more = brought * saved
                unit.saving = more if unit.saving is None else unit.saving + more
    return unit


def _add(total: dict[int, Floats], place: int, more: Floats) -> None:
    """Adds to what stands at a place."""
    total[place] = total[place] + more if place in total else more


def _until(lasts: Floats, months: int) -> Floats:
    """The part of each month before `lasts` months have passed, (month, draw)."""
    part: Floats = np.clip(lasts - np.arange(months)[:, None], 0.0, 1.0)
    return part
