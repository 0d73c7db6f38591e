"""The one-way analysis itself: each number at two ends, and how far the answer moves between them.

The ends are those asked for or the file's `bounds:`, else the ends of the central interval of the
number's own distribution, all other numbers at their expected values (Briggs, Sculpher and Buxton
1994, doi 10.1002/hec.4730030206).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.what_if import RATES, AskedError, Question, Varied
from ipscost.settings import LEVEL

USUAL_RATE = 0.035
"""The yearly social discount rate of the Danish Ministry of Finance for years 0 to 35.

Source: fm.dk, news of 22-06-2023.
"""
NEARLY = 1e-9

Bounds = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One number of one arm at its two ends, and the answers there."""

    varied: Varied
    low: float
    high: float
    answer_low: float
    answer_high: float
    now: float

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and highest answer between the ends; that now counts where it lies between."""
        answers = [self.answer_low, self.answer_high]
        if self.low <= self.varied.now <= self.high:
            answers.append(self.now)
        return min(answers), max(answers)

    @property
    def width(self) -> float:
        """How far the answer moves."""
        low, high = self.ends
        return high - low

    @property
    def flips(self) -> bool:
        """True where an end turns the sign of the answer."""
        low, high = self.ends
        return (low < 0 < self.now) or (self.now < 0 < high)


@dataclass(frozen=True)
class Tornado:
    """The bars of each arm, widest first, and what has none.

    `stated` had bounds of their own; `unvaried` would matter but have neither uncertainty nor
    bounds; `idle` do not matter to any arm's answer.
    """

    bars: Mapping[str, tuple[Bar, ...]]
    stated: tuple[str, ...]
    unvaried: tuple[str, ...]
    idle: tuple[str, ...]
    usual_rate: bool


def tornado(question: Question, level: float = LEVEL, bounds: Bounds | None = None) -> Tornado:
    """The one-way analysis of a question; `bounds` by path stand before those of the file.

    Raises AskedError where bounds name no number or leave what is possible.
    """
    given = {path: possible(question.one(path), *ends) for path, ends in (bounds or {}).items()}
    stated = dict(given)
    between: dict[str, tuple[float, float]] = {}
    counted = [v for v in question.varied.values() if _is_asked(question, v)]
    for varied in counted:
        quantity = varied.quantity
        if varied.path not in stated and quantity is not None and quantity.bounds is not None:
            stated[varied.path] = quantity.bounds
        ends = stated.get(varied.path) or default_ends(varied, level)
        if ends is not None:
            between[varied.path] = ends
    tried = {v.path: between.get(v.path, _nudged(v)) for v in counted}
    bars = _bars(question, tried)
    bars = {
        arm: {path: bar for path, bar in each.items() if not _is_idle(bar)}
        for arm, each in bars.items()
    }
    moves = {path for each in bars.values() for path in each}
    ranked = {
        arm: tuple(
            sorted(
                (bar for path, bar in each.items() if path in between),
                key=lambda bar: (-float(f"{bar.width:.9g}"), bar.varied.path),
            )
        )
        for arm, each in bars.items()
    }
    return Tornado(
        bars=ranked,
        stated=tuple(path for path in stated if path in moves),
        unvaried=tuple(v.path for v in counted if v.path in moves and v.path not in between),
        idle=tuple(
            path
            for path, v in question.varied.items()
            if path not in moves and (path in stated or (v in counted and _is_known(v)))
        ),
        usual_rate=any(path in moves and path not in stated for path in RATES),
    )


def default_ends(varied: Varied, level: float) -> tuple[float, float] | None:
    """The ends where none are asked for, in the stated unit; None for a fixed number without.

    The file's bounds, else 0 to the usual discount rate or its own if that is higher, else the
    ends of the central interval at `level` by the inverse CDF.
    """
    if varied.path in RATES:
        return 0.0, max(varied.now, USUAL_RATE)
    quantity = varied.quantity
    if quantity is None or quantity.bounds is not None or quantity.is_fixed:
        return None if quantity is None else quantity.bounds
    tail = (1 - level) / 2
    low, high = quantity.dist.ppf(np.array([tail, 1 - tail]))
    return float(low), float(high)


def _is_known(varied: Varied) -> bool:
    """True for a number with uncertainty of its own."""
    return varied.quantity is not None and not varied.quantity.is_fixed


def _is_asked(question: Question, varied: Varied) -> bool:
    """False for what an outcome is worth, unless that is the threshold of the answer."""
    if varied.role != "threshold":
        return True
    return varied.holder is question.outcome and not question.is_given


def possible(varied: Varied, low: float, high: float) -> tuple[float, float]:
    """The bounds. Raises AskedError where one is not possible."""
    least, most = varied.limits
    for end in (low, high):
        if not least <= end <= most:
            below, above = least > -np.inf, most < np.inf
            raise AskedError(
                f"{varied.path} must be "
                + (f"at least {least:g}" if below else "")
                + (" and " if below and above else "")
                + (f"at most {most:g}" if above else "")
                + f" {varied.unit}, so {end:g} is not possible; name other bounds"
            )
    return low, high


def _nudged(varied: Varied) -> tuple[float, float]:
    """The value now and one beside it that is possible too: enough to see whether it matters."""
    step = 0.1 * abs(varied.now) or 1.0
    least, most = varied.limits
    for beside in (varied.now + step, varied.now - step, (varied.now + most) / 2):
        if least <= beside <= most and beside != varied.now:
            return varied.now, float(beside)
    return varied.now, varied.now


def _bars(
    question: Question, between: Mapping[str, tuple[float, float]]
) -> dict[str, dict[str, Bar]]:
    """A bar for each arm and path: all ends in one evaluation, two values a path.

    A number that is drawn together with others has an evaluation of its own, since one that is
    given a value loses its covariance with them.
    """
    together = {path for each in question.scenario.correlations for path in each.members}
    apart = [path for path in between if path not in together]
    found: dict[str, dict[str, Bar]] = {arm: {} for arm in question.arms}
    for paths in (apart, *([path] for path in between if path in together)):
        values = {path: np.full(2 * len(paths), question.varied[path].now) for path in paths}
        for place, path in enumerate(paths):
            values[path][2 * place : 2 * place + 2] = between[path]
        answers = question.answers(values)
        for index, arm in enumerate(question.arms):
            for place, path in enumerate(paths):
                low, high = answers[index, 2 * place : 2 * place + 2].tolist()
                now = float(question.now[index])
                varied = question.varied[path]
                found[arm][path] = Bar(varied, *between[path], low, high, now)
    return found


def _is_idle(bar: Bar) -> bool:
    """True where the answer moves by no more than rounding."""
    size = max(abs(bar.low), abs(bar.high)) * bar.varied.factor
    return bar.width <= NEARLY * max(1.0, abs(bar.now), size)
