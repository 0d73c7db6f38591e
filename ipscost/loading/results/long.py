"""Results with one row per draw and arm: which draw of which arm each row is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError
from ipscost.loading.results.cells import DrawOrder, keys_of, refuse, shown_key, twice
from ipscost.loading.results.sheet import SHOWN, Body, Sheet, with_more

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ipscost.loading.results.cells import Keys

    Whole = NDArray[np.intp]


def alike(sheet: Sheet, body: Body, column: int) -> list[Problem]:
    """Problems for arms whose names differ only in capital letters or spaces."""
    texts = body.texts[column]
    first: dict[str, str] = {}
    problems = []
    for arm in dict.fromkeys(texts):
        before = first.setdefault(" ".join(arm.split()).casefold(), arm)
        if before != arm:
            row = texts.index(arm)
            _, span = sheet.cell(body, row, column)
            message = f"the arm '{arm}' is also written '{before}', first on line "
            message += f"{body.lines[texts.index(before)]}"
            fix = f"write {before} for {arm}, or names that differ if they are two arms"
            problems.append(Problem(span, "E502", "", message, fix))
    return with_more(problems[:SHOWN], len(problems))


def by_arm(
    sheet: Sheet, body: Body, arm: int, draw: int | None, used: Sequence[int]
) -> tuple[tuple[str, ...], Whole, DrawOrder]:
    """The arms in file order, the row of each arm and draw, (arm, draw), and the draws.

    Without a column of draws each arm has one row, its expected values. Raises ScenarioError if
    a draw of an arm is missing or repeated; `used` are the columns that are read.
    """
    codes: dict[str, int] = {}
    places = np.array([codes.setdefault(text, len(codes)) for text in body.texts[arm]], dtype=int)
    arms = tuple(codes)
    if draw is None:
        _refuse_repeated(sheet, body, arm, places)
        return arms, np.arange(body.rows)[:, None], DrawOrder(None, np.zeros(1, int), sure=False)
    keys = keys_of(body.texts[draw])
    draws, first, which = np.unique(keys, return_index=True, return_inverse=True)
    pairs = places * len(draws) + which

    def name(row: int) -> str:
        return f"draw {body.texts[draw][row]} of arm {body.texts[arm][row]}"

    problems = twice(sheet, body, draw, pairs, name, used)
    if len(arms) > 1:
        problems += _missing(sheet, body, draw, arms, places, draws, which)
    refuse([each for each in problems if each.code == "E507"] or problems)
    order = np.argsort(np.argsort(first, kind="stable"), kind="stable")
    rows = np.argsort(pairs, kind="stable").reshape(len(arms), len(draws))
    return arms, rows, DrawOrder(draws, order, sure=True)


def _refuse_repeated(sheet: Sheet, body: Body, arm: int, places: Whole) -> None:
    """Raises ScenarioError if an arm has several rows but nothing numbers their draws."""
    _, first, counts = np.unique(places, return_index=True, return_counts=True)
    if not len(places) or counts.max() == 1:
        return
    texts = body.texts[arm]
    repeated = int(np.argmax(counts > 1))
    rows = np.flatnonzero(places == places[first[repeated]])
    _, span = sheet.cell(body, int(rows[1]), arm)
    message = f"the arm {texts[rows[1]]} has {len(rows):,} rows, first on line "
    message += f"{body.lines[rows[0]]}, and no column tells their draws apart"
    fix = "add a column draw; without one, each arm has one row, its expected values"
    raise ScenarioError([Problem(span, "E507", "", message, fix)])


def _missing(
    sheet: Sheet,
    body: Body,
    draw: int,
    arms: tuple[str, ...],
    places: Whole,
    draws: Keys,
    which: Whole,
) -> list[Problem]:
    """Problems for arms that lack draws which others have."""
    if len(draws) == body.rows:
        message = "each row has a draw of its own, so no draw is there for two arms"
        fix = "number the draws of each arm alike, from 1 on"
        return [Problem(sheet.heading(draw), "E506", "", message, fix)]
    seen = np.unique(places * len(draws) + which)
    held = np.bincount(seen // len(draws), minlength=len(arms))
    problems = []
    lacking = np.flatnonzero(held < len(draws))
    for index in lacking[:SHOWN]:
        gone = np.setdiff1d(np.arange(len(draws)), seen[seen // len(draws) == index] % len(draws))
        row = int(np.argmax(which == gone[0]))
        _, span = sheet.cell(body, row, draw)
        names = [shown_key(draws[each]) for each in gone[:3]]
        is_one = len(gone) == 1
        more = f" and {len(gone) - 3:,} more" if len(gone) > 3 else ""
        message = f"draw{'' if is_one else 's'} {', '.join(names)}{more} of arm {arms[index]} "
        message += f"{'is' if is_one else 'are'} missing; arm {arms[places[row]]} has "
        message += "it here" if is_one else "the first here"
        fix = f"add the row{'' if is_one else 's'}, or take the draw"
        fix += f"{'' if is_one else 's'} out for every arm"
        problems.append(Problem(span, "E506", "", message, fix))
    return with_more(problems, len(lacking))
