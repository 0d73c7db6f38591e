"""Where one number turns the sign of the answer, and from where on the saving is sure.

The zeros are those of the expected answer; sure is where the central interval over the draws
leaves zero behind.
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
from ipscost.rounding import NEARLY
from ipscost.scenario.quantity import RATIOS
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    End = Callable[..., float]

SEARCHED = 12
SURE_DIVISIONS, SURE_PARTS = 12, 4
"""Enough to place an end of the interval far more finely than its draws do."""
FIRST = 20_000
"""How many draws are searched; all of them finish."""
FINISHING = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What the search for one arm found.

    `zeros` are the values at which the answer is zero, rising, in the stated unit. `nearest` is
    the answer nearest to zero within the limits. `sure` is the value from which on, away from the
    nearest zero, the whole interval is a saving (or a positive net benefit); `never` is True where
    something is uncertain and there is none. `matters` is False where the answer is the same
    whatever the value.
    """

    arm: str
    now: float
    zeros: tuple[float, ...]
    nearest: float
    sure: float | None = None
    never: bool = False
    matters: bool = True

    def zero(self, now: float) -> float:
        """The zero nearest to a value."""
        return min(self.zeros, key=lambda zero: abs(zero - now))


@dataclass(frozen=True, slots=True)
class Mark:
    """A threshold of the number at `path` in one unit; numbered behind its path among several.

    `is_sure` where from there on the whole interval is a saving. `difference`: how far the value is
    from `now`; `times`: by what `now` is multiplied there, None where the signs are not the same.
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

    Raises ScenarioError E304 where the scenario has no such number, and AskedError where what it is
    to be is given.
    """
    path = path.rstrip(".")
    for unknown in (each for each in question.scenario.unknowns if each.path == path):
        raise AskedError(
            f"{path} is unknown in the file, so there is nothing to vary; add a number to begin "
            f"with, --set {path}.{unknown.role}=0"
        )
    if path not in question.varied:
        span = Span(question.scenario.file)
        raise ScenarioError([Problem(span, "E304", path, *question.no_number(path))])
    varied = question.varied[path]
    if question.is_given and is_worth(question, varied):
        raise AskedError(f"{path} is looked for, and --wtp would give it; leave --wtp out")
    return varied


def is_worth(question: Question, varied: Varied) -> bool:
    """True for what one more of the outcome of the answer is worth."""
    return varied.role == "threshold" and varied.holder is question.outcome


def marked(question: Question, varied: Varied, found: Found) -> Iterator[Mark]:
    """The thresholds of an arm, then from where on it is sure: in the stated and the reported unit.

    The reported unit is left out where it is the stated one.
    """
    units = [(str(varied.unit), 1.0)]
    if varied.unit.money is not None and varied.factor != 1.0:
        units.append((str(varied.unit.in_money(question.scenario.money)), varied.factor))
    measured = [(zero, False) for zero in found.zeros]
    if found.sure is not None:
        measured.append((found.sure, True))
    for place, (value, is_sure) in enumerate(measured, start=1):
        path = varied.path if len(found.zeros) == 1 else f"{varied.path}.{place}"
        is_alike = varied.now != 0 and value / varied.now > 0
        times = value / varied.now if is_alike else None
        for unit, factor in units:
            apart = (value - varied.now) * factor
            yield Mark(path, unit, is_sure, varied.now * factor, value * factor, apart, times)


def thresholds(question: Question, varied: Varied, level: float = LEVEL) -> tuple[Found, ...]:
    """What the search found for each arm of the question."""
    scale = _scale(question, varied)
    is_costly = varied.role == "rate"  # of discount: a run of the engine for each value
    fine, parts = (COARSE, FEW_PARTS) if is_costly else (FINE, PARTS)
    values = grid(varied.now, scale, _open_limits(varied), fine)
    answers = question.answers({varied.path: values})
    found = []
    for index, arm in enumerate(question.arms):
        now, drawn = float(question.now[index]), answers[index]
        noise = NEARLY * (1 + abs(now) + np.abs(values) * varied.factor)
        if (np.abs(drawn - now) <= noise).all():
            found.append(Found(arm, now, (), now, matters=False))
            continue

        def answer(at: Floats, index: int = index) -> Floats:
            line: Floats = question.answers({varied.path: at})[index]
            return line

        near = NEARLY * (1 + abs(now))
        found_zeros = roots(answer, values, drawn, parts)
        zeros = tuple(snapped(answer, zero, scale, near) for zero in found_zeros)
        nearest = float(drawn[np.argmin(np.abs(drawn))])
        sure, never = _sure(question, varied, index, zeros, level)
        found.append(Found(arm, now, zeros, nearest, sure, never))
    return tuple(found)


def _scale(question: Question, varied: Varied) -> float:
    """A distance in which the number may well move: itself, its uncertainty, its reference.

    And the answer, where the number is money: what would outweigh it.
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
    """The limits, less a ratio that a file could not state."""
    low, high = varied.limits
    if varied.role in RATIOS:
        low = min(varied.now, np.finfo(float).tiny)
    return low, high


# --- sure ------------------------------------------------------------------------------------


def _sure(
    question: Question, varied: Varied, index: int, zeros: Sequence[float], level: float
) -> tuple[float | None, bool]:
    """The value at which the low end of the interval at `level` is zero, and True if there is none.

    It is looked for from the zero that is nearest to now, on the side where the answer is above
    zero: the value in every draw, the other numbers as they were drawn.
    """
    now = float(question.now[index])
    if question.run.ledger is None or not zeros or now == 0:
        return None, False
    zero = min(zeros, key=lambda zero: abs(zero - varied.now))
    spread = question.over_draws(varied.path, varied.now)[index]
    if zero == varied.now or np.ptp(spread) <= NEARLY * max(1.0, abs(now)):
        return None, False
    way = (varied.now - zero) if now > 0 else (zero - varied.now)
    low, high = _open_limits(varied)
    values = zero + way * np.array([*np.linspace(0, 1, 9), *2.0 ** np.arange(1, SEARCHED)])
    values = values[(values >= low) & (values <= high)]
    limit = high if way > 0 else low
    if np.isfinite(limit) and values[-1] != limit:
        values = np.append(values, limit)
    end = _low_end(question, varied, index, zero, (1 - level) / 2)
    found = _turn(lambda value: end(value, FIRST), values)
    if found is not None and question.run.draws.n > FIRST:
        found = _finished(end, found, zero, (low, high), NEARLY * (1 + abs(now)))
    return found, found is None


def _low_end(question: Question, varied: Varied, index: int, zero: float, tail: float) -> End:
    """The low end of the interval at a value, over the first draws or over all of them."""
    line = _line(question, varied, index, zero)

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
    """The answer in each draw at `zero` and how it moves with the number, each (draw,).

    Two values tell a straight line; None where a third is not on it.
    """
    at_zero, third, now = (
        question.over_draws(varied.path, value)[index]
        for value in (zero, zero + 0.3 * (varied.now - zero), varied.now)
    )
    near = NEARLY * (1 + np.abs(at_zero) + np.abs(now))
    if (np.abs(third - at_zero - 0.3 * (now - at_zero)) > near).any():
        return None
    return at_zero, (now - at_zero) / (varied.now - zero)


def _turn(end: Callable[[float], float], values: Floats) -> float | None:
    """The first value, away from the first of `values`, at which an end of the interval is zero."""
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
    end: End, found: float, zero: float, limits: tuple[float, float], near: float
) -> float:
    """The value over all draws, by secants from that `found` over the first ones."""
    low, high = limits
    step = 1e-3 * abs(found - zero)
    before, value = found, found + step if found + step <= high else found - step
    level_before, level = end(before), end(value)
    for _ in range(FINISHING):
        if level == level_before or abs(level) <= near:
            break
        step = level * (value - before) / (level - level_before)
        before, level_before = value, level
        value = min(max(value - step, low), high)
        level = end(value)
    return value
