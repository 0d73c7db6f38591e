"""Who is in the data, and who lacks what: counts, as far as they may be shown."""

from __future__ import annotations

import numpy as np

from ipscost.analysis.evaluation.case import DataCase
from ipscost.analysis.evaluation.nouns import PeopleInData, PersonCount


def people_of(case: DataCase) -> PeopleInData:
    """How many persons there are in each arm, how many lack something, and how many lack what.

    A count is held back where it, or what is left of its arm without it, is of fewer persons than
    `min_cell` and not of nobody.
    """
    data, least = case.data, case.asked.min_cell
    held = 0
    arms: dict[str, int | None] = {}
    seen: dict[str, int | None] = {}
    cut: dict[str, int | None] = {}
    cells: list[PersonCount] = []
    sizes = [int((data.arm == place).sum()) for place in range(len(data.arms))]
    for place, arm in enumerate(data.arms):
        own = data.arm == place
        arms[arm] = _shown(sizes[place], sizes[place], least)
        seen[arm] = _shown(int(case.whole[own].sum()), sizes[place], least)
        if data.complete is not None:
            cut[arm] = _shown(int((~data.complete[own]).sum()), sizes[place], least)
    for column in case.used:
        lacking = [
            int(data.missing[data.arm == place, column].sum()) for place in range(len(sizes))
        ]
        if any(lacking):
            cells += [
                PersonCount(data.columns[column], arm, _shown(count, size, least))
                for arm, count, size in zip(data.arms, lacking, sizes, strict=True)
            ]
    counts = [*arms.values(), *seen.values(), *cut.values(), *(cell.count for cell in cells)]
    held = sum(count is None for count in counts)
    return PeopleInData(arms, seen, tuple(cells), cut, held)


def _shown(count: int, of: int, least: int) -> int | None:
    """The count, or None where it or its complement is of a few persons."""
    return count if all(each == 0 or each >= least for each in (count, of - count)) else None


def sites_of(case: DataCase) -> int:
    """How many sites there are; 0 where they are not stated."""
    return 0 if case.data.site is None else int(np.unique(case.data.site).size)
