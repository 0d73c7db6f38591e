"""Which numbers a what-if has, the ends of each, and the values that it stops at.

Those that are asked for; else by rule: the number that changes what the programme costs most, then
those of the widest bars of the tornado of any arm, whose ends they have, rounded outward.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import Bounds, around, default_ends, tornado
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category
from ipscost.settings import LEVEL

MOST_INPUTS = 8
"""So many numbers can be changed at once: more are no longer seen together on a page."""
BY_RULE = 6
"""So many are shown if none are asked for."""
EITHER_SIDE = 0.5
"""A fixed cost of a programme without bounds goes from half of it to half as much again."""
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
"""Round steps, times a power of ten."""
FINE = 50
"""Ends by rule are rounded to a step of at least this part of the way between them."""
ROUND = 1e-9
"""An end within this part of a step of a round number is that number."""
CROWDED = 0.4
"""A round value nearer than this part of a step to an end or to the value of now is left out."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number and the ends between which it can be changed, in its stated unit."""

    varied: Varied
    low: float
    high: float


def ranges(question: Question, asked: Bounds) -> tuple[Range, ...]:
    """The ranges that are asked for, by path.

    Raises AskedError if there are too many, or if one names no number, is not possible, or leaves
    out the value of now.
    """
    if len(asked) > MOST_INPUTS:
        last = list(asked)[MOST_INPUTS]
        message = Message(
            "--what-if takes at most {most} numbers, found {asked}; leave out {last}",
            most=MOST_INPUTS,
            asked=len(asked),
            last=last,
        )
        if len(asked) > MOST_INPUTS + 1:
            message = Message("{message} and those behind it", message=message)
        raise AskedError(message)
    found = []
    for path, ends in asked.items():
        varied = question.one(path)
        found.append(Range(varied, *around(varied, *ends)))
    return tuple(found)


def by_rule(question: Question, level: float = LEVEL) -> tuple[Range, ...]:
    """The programme's cost, how much of an effect is carried over, and what moves an answer most.

    At most MOST_INPUTS.
    """
    found = tornado(question, level)
    widths: dict[str, float] = {}
    between: dict[str, Range] = {}
    for bar in (bar for bars in found.bars.values() for bar in bars):
        path = bar.varied.path
        widths[path] = max(widths.get(path, 0.0), bar.width)
        between[path] = Range(bar.varied, bar.low, bar.high)
    fixed = dict.fromkeys(path for paths in found.fixed.values() for path in paths)
    programme = list(_of_programme(question, widths, [*fixed]))
    carried = [path for path in fixed if question.varied[path].is_carried]
    between |= {p: Range(v := question.varied[p], 0.0, max(1.0, v.now)) for p in carried}
    order = [*programme, *carried, *sorted(widths, key=lambda path: (-widths[path], path))]
    chosen = dict.fromkeys(order)
    own = (between.get(path) or _beside(question.varied[path]) for path in chosen)
    return tuple(_rounded(one) for one in own if one.low < one.high)[:MOST_INPUTS]


def _of_programme(question: Question, widths: dict[str, float], fixed: list[str]) -> Iterator[str]:
    """The number that changes the cost of the programme most; a fixed one if none is uncertain."""
    sure = [path for path in fixed if _is_programme(question.varied[path])]
    unsure = [path for path in widths if _is_programme(question.varied[path])]
    if unsure:
        yield max(unsure, key=lambda path: widths[path])
        return
    swings = {}
    for path in sure:
        one = _beside(question.varied[path])
        answers = question.answers({path: np.array([one.low, one.high])})
        swings[path] = float(abs(answers[:, 1] - answers[:, 0]).max())
    if swings:
        yield max(swings, key=lambda path: swings[path])


def _is_programme(varied: Varied) -> bool:
    """True for a number of what the intervention itself costs."""
    return isinstance(varied.holder, Category) and KINDS[varied.holder.kind].is_programme


def _beside(varied: Varied) -> Range:
    """From half of a number to half as much again, cut to what is possible."""
    ends = default_ends(varied, LEVEL)
    if ends is None:
        step = EITHER_SIDE * abs(varied.now)
        ends = varied.now - step, varied.now + step
    return Range(varied, max(ends[0], varied.limits[0]), min(ends[1], varied.limits[1]))


def _rounded(one: Range) -> Range:
    """The range with round ends, a little wider where that is possible."""
    step = _round_step((one.high - one.low) / FINE)
    least, most = one.varied.limits
    low = max(float(f"{math.floor(one.low / step + ROUND) * step:.12g}"), least)
    high = min(float(f"{math.ceil(one.high / step - ROUND) * step:.12g}"), most)
    return Range(one.varied, min(low, one.varied.now), max(high, one.varied.now))


def stops(one: Range, most: int) -> tuple[float, ...]:
    """About `most` values at even, round steps, with both ends and the value of now, rising.

    Round values that would crowd the ends or the value of now are left out.
    """
    low, high, now = one.low, one.high, one.varied.now
    step = _round_step((high - low) / most)
    kept = sorted({low, now, high})
    first, last = math.ceil(low / step), math.floor(high / step)
    round_ones = (float(f"{place * step:.12g}") for place in range(first, last + 1))
    between = [
        value
        for value in round_ones
        if low < value < high and all(abs(value - own) >= CROWDED * step for own in kept)
    ]
    return tuple(sorted({*kept, *between}))


def _round_step(least: float) -> float:
    """The smallest round step that is at least as wide.

    >>> _round_step(0.013), _round_step(31.0)
    (0.02, 50.0)
    """
    power = 10.0 ** math.floor(math.log10(least))
    return float(f"{next(s * power for s in STEPS if s * power >= least * (1 - 1e-9)):.12g}")
