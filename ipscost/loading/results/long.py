"""Results with one row per draw and arm: which draw of which arm each row is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError
from ipscost.loading.results.cells import DrawOrder, keys_of, refuse, shown_key, twice
from ipscost.loading.results.sheet import SHOWN, Body, Sheet, with_more
from ipscost.messages import Message

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
            message = Message(
                "the arm '{arm}' is also written '{before}', first on line {lines}",
                arm=arm,
                before=before,
                lines=body.lines[texts.index(before)],
            )
            fix = Message(
                "write {before} for {arm}, or names that differ if they are two arms",
                before=before,
                arm=arm,
            )
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
        return Message(
            "draw {draw} of arm {arm}", draw=body.texts[draw][row], arm=body.texts[arm][row]
        )

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
    message = Message(
        "the arm {arm} has {rows:,} rows, first on line {line}, and no column tells their "
        "draws apart",
        arm=texts[rows[1]],
        rows=len(rows),
        line=body.lines[rows[0]],
    )
    fix = Message("add a column draw; without one, each arm has one row, its expected values")
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
        message = Message("each row has a draw of its own, so no draw is there for two arms")
        fix = Message("number the draws of each arm alike, from 1 on")
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
        more = Message(" and {draws:,} more", draws=len(gone) - 3) if len(gone) > 3 else ""
        message = Message(
            "draws {names}{more} of arm {arm} are missing; arm {other} has the first here",
            names=", ".join(names),
            more=more,
            arm=arms[index],
            other=arms[places[row]],
        )
        fix = Message("add the rows, or take the draws out for every arm")
        if len(gone) == 1:
            message = Message(
                "draw {name} of arm {arm} is missing; arm {other} has it here",
                name=names[0],
                arm=arms[index],
                other=arms[places[row]],
            )
            fix = Message("add the row, or take the draw out for every arm")
        problems.append(Problem(span, "E506", "", message, fix))
    return with_more(problems, len(lacking))
