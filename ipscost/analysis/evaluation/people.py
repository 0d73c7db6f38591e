"""Who is in the data, and who lacks what: counts, as far as they may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.evaluation.case import TOTAL, DataCase
from ipscost.analysis.evaluation.nouns import PeopleInData, PersonCount
from ipscost.errors import AskedError
from ipscost.individual.disclosure import held_of_table, is_shown
from ipscost.messages import Message
from ipscost.units import SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]


def people_of(case: DataCase) -> PeopleInData:
    """How many persons there are in each arm, how many lack something, and how many lack what.

    A count is held back where it is of fewer persons than `min_cell`, or where such a count could
    be computed from it; see `individual/disclosure.py`. Raises AskedError for an arm of fewer.
    """
    data, least = case.data, case.asked.min_cell
    sizes = [int((data.arm == place).sum()) for place in range(len(data.arms))]
    for arm, size in zip(data.arms, sizes, strict=True):
        if not is_shown(size, least):
            raise AskedError(
                Message(
                    "the arm {arm} has fewer than {least} persons, and nothing is told of so few; "
                    "leave it out, or see --min-cell",
                    arm=arm,
                    least=least,
                )
            )
    lacking = _split(case, ~case.whole)
    seen = {arm: whole for arm, (_, whole) in zip(data.arms, lacking, strict=False)}
    cells = []
    for column in case.used:
        holes = data.missing[:, column]
        if holes.any():
            name, found = data.columns[column], _split(case, holes)
            shown = zip(data.arms, found, strict=False)  # the last ones are of all arms
            cells += [PersonCount(name, arm, lack) for arm, (lack, _) in shown]
    cut: dict[str, int | None] = {}
    if data.complete is not None:
        found = _split(case, ~data.complete)
        cut = {arm: found[place][0] for place, arm in enumerate(data.arms)}
    counts = [*seen.values(), *cut.values(), *(cell.count for cell in cells)]
    return PeopleInData(
        arms=dict(zip(data.arms, sizes, strict=True)),
        seen=seen,
        whole=lacking[-1][1],
        lacking=tuple(cells),
        cut_off=cut,
        held=sum(count is None for count in counts),
        few=few_have(case),
    )


def few_have(case: DataCase) -> tuple[str, ...]:
    """The paths of what so few of an arm have that its mean tells of them: 1 to `min_cell` - 1.

    Of a share of persons also those of which so few have it not.
    """
    shares = {outcome.path for outcome in case.scenario.outcomes if outcome.unit == SHARE}
    found = []
    for endpoint in case.endpoints:
        if endpoint.name == TOTAL:
            continue
        values = endpoint.of(case.data.values)
        for place in range(len(case.data.arms)):
            own = values[(case.data.arm == place) & ~np.isnan(values)]
            some = int((own != 0).sum())
            counts = [some, own.size - some] if endpoint.name in shares else [some]
            if any(0 < each < case.asked.min_cell for each in counts):
                found.append(endpoint.name)
                break
    return tuple(found)


def _split(case: DataCase, some: Flags) -> list[tuple[int | None, int | None]]:
    """How many of each arm are among some persons, and how many are not, then of all arms.

    None for what is held back.
    """
    arms = [case.data.arm == place for place in range(len(case.data.arms))]
    counts = np.array([[int((own & some).sum()), int((own & ~some).sum())] for own in arms])
    held = held_of_table(counts, case.asked.min_cell)
    whole = [*counts.tolist(), counts.sum(axis=0).tolist()]
    return [
        (
            None if gaps[0] else int(row[0]),
            None if gaps[1] else int(row[1]),
        )
        for row, gaps in zip(whole, held.tolist(), strict=True)
    ]


def sites_of(case: DataCase) -> int:
    """How many sites there are; 0 where they are not stated."""
    return 0 if case.data.site is None else int(np.unique(case.data.site).size)
