"""Thresholds of one number: where the sign of the answer changes, and where it is certain.

The zeros are those of the answer by the point estimates. The sign is certain where the whole
central interval over the draws is above 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.roots import (
    COARSE,
    FEW_PARTS,
    FINE,
    PARTS,
    grid,
    refined,
    roots,
    snapped,
)
from ipscost.errors import AskedError, Problem, ScenarioError, Span
from ipscost.messages import Message
from ipscost.rounding import NEARLY
from ipscost.scenario.quantity import RATIOS
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    End = Callable[..., float]

SEARCHED = 12
"""The search for certainty ends at 2^11 times the distance between the zero and the base case."""
SURE_DIVISIONS, SURE_PARTS = 12, 4
"""12 divisions into 4 parts place an end of the interval to 1 part in 10^7 of its bracket: far
more finely than the draws determine it."""
FIRST = 20_000
"""The search uses this many draws; its result is then refined on all of them."""
FINISHING = 8
"""Secant steps at most, from a start that is already close."""


@dataclass(frozen=True, slots=True)
class ThresholdResult:
    """The thresholds of a number for one arm.

    now: the base-case answer. zeros: the values at which the answer is 0, rising, in the stated
    unit. nearest: the answer closest to 0 among the values tried.
    sure: the value beyond which, going away from the nearest zero, the whole interval is a saving
        (or a positive net benefit); None if there is none. never: True if that is so although
        something is uncertain.
    matters: False if the answer does not depend on the number.
    """

    arm: str
    now: float
    zeros: tuple[float, ...]
    nearest: float
    sure: float | None = None
    never: bool = False
    matters: bool = True

    def zero(self, now: float) -> float:
        """The zero closest to a value."""
        return min(self.zeros, key=lambda zero: abs(zero - now))


@dataclass(frozen=True, slots=True)
class Mark:
    """A threshold of the number at `path`, in one unit.

    path: with a number after it if there are several. is_sure: True if it is the value beyond which
    the whole interval is a saving. now: the base-case value. value: the threshold. difference:
    value minus now. times: value over now; None unless they have the same sign.
    """

    path: str
    unit: str
    is_sure: bool
    now: float
    value: float
    difference: float
    times: float | None


def asked_for(question: Question, path: str) -> Varied:
    """The number at `path`, whose threshold is asked for.

    Raises ScenarioError E304 if the scenario has no such number, and AskedError if it is unknown in
    the file, or is a willingness to pay that --wtp sets.
    """
    path = path.rstrip(".")
    for unknown in (each for each in question.scenario.unknowns if each.path == path):
        raise AskedError(
            Message(
                "{path} is unknown in the file, so there is nothing to vary; add a number to "
                "begin with, --set {path}.{role}=0",
                path=path,
                role=unknown.role,
            )
        )
    if path not in question.varied:
        span = Span(question.scenario.file)
        raise ScenarioError([Problem(span, "E304", path, *question.no_number(path))])
    varied = question.varied[path]
    if question.is_given and is_worth(question, varied):
        raise AskedError(
            Message("{path} is looked for, and --wtp would give it; leave --wtp out", path=path)
        )
    return varied


def is_worth(question: Question, varied: Varied) -> bool:
    """True for the willingness to pay that the answer depends on."""
    return varied.role == "threshold" and varied.holder is question.outcome


def marked(question: Question, varied: Varied, found: ThresholdResult) -> Iterator[Mark]:
    """The zeros of an arm, then the value beyond which the answer is certain.

    Each in the stated unit, and in the reported money if that differs.
    """
    units = [(str(varied.unit), 1.0)]
    if varied.unit.money is not None and varied.factor != 1.0:
        units.append((str(varied.unit.in_money(question.scenario.money)), varied.factor))
    values = [(zero, False) for zero in found.zeros]
    if found.sure is not None:
        values.append((found.sure, True))
    for number, (value, is_sure) in enumerate(values, start=1):
        path = varied.path if len(found.zeros) == 1 else f"{varied.path}.{number}"
        is_alike = varied.now != 0 and value / varied.now > 0
        times = value / varied.now if is_alike else None
        for unit, factor in units:
            apart = (value - varied.now) * factor
            yield Mark(path, unit, is_sure, varied.now * factor, value * factor, apart, times)


def thresholds(
    question: Question, varied: Varied, level: float = LEVEL
) -> tuple[ThresholdResult, ...]:
    """The thresholds of a number for each arm of the question, with intervals at `level`.

    The zeros are those between which a grid of values, within the limits of the number, has at
    least one value (`roots`). See docs/method.md, Varying numbers.
    """
    scale = _scale(question, varied)
    is_costly = varied.role == "rate"  # of discount: a run of the engine for each value
    fine, parts = (COARSE, FEW_PARTS) if is_costly else (FINE, PARTS)
    values = grid(varied.now, scale, _open_limits(varied), fine)
    answers = question.answers({varied.path: values})
    every = []
    for index, arm in enumerate(question.arms):
        now, levels = float(question.now[index]), answers[index]
        noise = NEARLY * (1 + abs(now) + np.abs(values) * varied.factor)
        if (np.abs(levels - now) <= noise).all():
            every.append(ThresholdResult(arm, now, (), now, matters=False))
            continue

        def answer(at: Floats, index: int = index) -> Floats:
            line: Floats = question.answers({varied.path: at})[index]
            return line

        near = NEARLY * (1 + abs(now))
        exact = roots(answer, values, levels, parts)
        zeros = tuple(snapped(answer, zero, scale, near) for zero in exact)
        nearest = float(levels[np.argmin(np.abs(levels))])
        sure, never = _sure(question, varied, index, zeros, level)
        every.append(ThresholdResult(arm, now, zeros, nearest, sure, never))
    return tuple(every)


def _scale(question: Question, varied: Varied) -> float:
    """The step of the search, in the stated unit: the largest of several natural sizes.

    The number itself, its standard deviation, and the reference arm's amount for a difference; for
    money also the base-case answer, which is what the number would have to outweigh.
    """
    sizes = [abs(varied.now)]
    if varied.unit.money is not None:
        sizes.append(float(np.abs(question.now).max()) / varied.factor)
    if varied.quantity is not None:
        sizes.append(varied.quantity.dist.sd)
    if varied.holder is not None and varied.role == "difference":
        base = varied.holder.arms.get(question.scenario.reference)
        sizes.append(0.0 if base is None else abs(question.scenario.base(base)) / varied.factor)
    return max(sizes) or 1.0


def _open_limits(varied: Varied) -> tuple[float, float]:
    """The limits of a number; for a ratio just above 0, since a file cannot state a ratio of 0."""
    low, high = varied.limits
    if varied.role in RATIOS:
        low = min(varied.now, np.finfo(float).tiny)
    return low, high


# --- where the answer is certain -------------------------------------------------------------


def _sure(
    question: Question, varied: Varied, index: int, zeros: Sequence[float], level: float
) -> tuple[float | None, bool]:
    """The value at which the low end of the interval at `level` is 0, and whether there is none.

    The search starts at the zero closest to the base case and goes to the side where the answer is
    above 0. The number has the same value in every draw, the others keep their draws. (None, False)
    if the question does not arise: without draws, zeros or uncertainty; or if it would take long,
    since the answer is slow and no straight line of the number.
    """
    now = float(question.now[index])
    if question.drawn is None or not zeros or now == 0:
        return None, False
    zero = min(zeros, key=lambda zero: abs(zero - varied.now))
    spread = question.over_draws(varied.path, varied.now)[index]
    if zero == varied.now or np.ptp(spread) <= NEARLY * max(1.0, abs(now)):
        return None, False
    step = (varied.now - zero) if now > 0 else (zero - varied.now)
    low, high = _open_limits(varied)
    values = zero + step * np.array([*np.linspace(0, 1, 9), *2.0 ** np.arange(1, SEARCHED)])
    values = values[(values >= low) & (values <= high)]
    limit = high if step > 0 else low
    if np.isfinite(limit) and values[-1] != limit:
        values = np.append(values, limit)
    line = _line(question, varied, index, zero)
    if line is None and question.is_slow:
        return None, False
    end = _low_end(question, varied, index, line, zero, (1 - level) / 2)
    sure = _crossing(lambda value: end(value, FIRST), values)
    if sure is not None and question.run.draws.n > FIRST:
        sure = _finished(end, sure, zero, (low, high), NEARLY * (1 + abs(now)))
    return sure, sure is None


def _low_end(
    question: Question,
    varied: Varied,
    index: int,
    line: tuple[Floats, Floats] | None,
    zero: float,
    tail: float,
) -> End:
    """A function from a value to the low end of the interval there, the quantile `tail`.

    line: the answer as a straight line (`_line`), if it is one. The function takes the number of
    draws to use, from the first on; all by default.
    """

    def end(value: float, first: int | None = None) -> float:
        if line is None:
            drawn = question.over_draws(varied.path, value, first)[index]
        else:
            at_zero, slope = (part[:first] for part in line)
            drawn = at_zero + slope * (value - zero)
        return float(np.quantile(drawn, tail))

    return end


def _line(
    question: Question, varied: Varied, index: int, zero: float
) -> tuple[Floats, Floats] | None:
    """The answer at `zero` and its slope in the number, in each draw, both (draw,).

    None if the answer is not linear: if a third value is not on the line through two others.
    """
    at_zero, third, now = (
        question.over_draws(varied.path, value)[index]
        for value in (zero, zero + 0.3 * (varied.now - zero), varied.now)
    )
    near = NEARLY * (1 + np.abs(at_zero) + np.abs(now))
    if (np.abs(third - at_zero - 0.3 * (now - at_zero)) > near).any():
        return None
    return at_zero, (now - at_zero) / (varied.now - zero)


def _crossing(end: Callable[[float], float], values: Floats) -> float | None:
    """The first value along `values` at which an end of the interval rises above 0, or None."""
    last = end(float(values[0]))
    for before, value in pairwise(values):
        level = end(float(value))
        if last <= 0 < level:
            low, high = sorted((float(before), float(value)))

            def ends(at: Floats) -> Floats:
                return np.array([end(float(each)) for each in at])

            return refined(ends, low, high, SURE_DIVISIONS, SURE_PARTS)
        last = level
    return None


def _finished(
    end: End, start: float, zero: float, limits: tuple[float, float], near: float
) -> float:
    """The value over all draws, by the secant method from `start`, that over the first ones.

    It ends when the end of the interval is within `near` of 0.
    """
    low, high = limits
    step = 1e-3 * abs(start - zero)
    before, value = start, start + step if start + step <= high else start - step
    level_before, level = end(before), end(value)
    for _ in range(FINISHING):
        if level == level_before or abs(level) <= near:
            break
        step = level * (value - before) / (level - level_before)
        before, level_before = value, level
        value = min(max(value - step, low), high)
        level = end(value)
    return value
