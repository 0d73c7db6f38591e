"""The one-way analysis itself: each number at two ends, and how far the answer moves between them.

The ends are those asked for or the file's `bounds:`, else the ends of the central interval of the
number's own distribution, as far as they are possible, all other numbers at their point estimates
(Briggs, Sculpher and Buxton 1994, doi 10.1002/hec.4730030206).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.in_turn import in_turn
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.errors import AskedError
from ipscost.rounding import NEARLY
from ipscost.run import RATES
from ipscost.settings import LEVEL

USUAL_RATE = 0.035
"""The yearly social discount rate of the Danish Ministry of Finance for years 0 to 35.

Source: fm.dk, news of 22-06-2023.
"""
LOOKED_AT = 11
"""How many values of a number are looked at, evenly from one end to the other."""

Bounds = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Swing:
    """One number of one arm at values from one end to the other, rising, and the answers there."""

    varied: Varied
    values: tuple[float, ...]
    answers: tuple[float, ...]
    now: float

    @property
    def low(self) -> float:
        """The low end."""
        return self.values[0]

    @property
    def high(self) -> float:
        """The high end."""
        return self.values[-1]

    @property
    def answer_low(self) -> float:
        """The answer at the low end."""
        return self.answers[0]

    @property
    def answer_high(self) -> float:
        """The answer at the high end."""
        return self.answers[-1]

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and highest answer; that now counts where it lies between."""
        answers = list(self.answers)
        if self.low <= self.varied.now <= self.high:
            answers.append(self.now)
        return min(answers), max(answers)

    def reach(self, low: bool) -> tuple[float, float]:
        """The lowest and highest answer from now towards an end."""
        end = 0 if low else -1
        pairs = zip(self.values, self.answers, strict=True)
        answers = [a for v, a in pairs if (v <= self.varied.now) == low] or [self.answers[end]]
        if not self.low <= self.varied.now <= self.high:
            answers = [self.answers[end]]
        return min(self.now, *answers), max(self.now, *answers)

    @property
    def width(self) -> float:
        """How far the answer moves."""
        low, high = self.ends
        return high - low

    @property
    def flips(self) -> bool:
        """True where a value turns the sign of the answer."""
        low, high = self.ends
        return (low < 0 < self.now) or (self.now < 0 < high)


@dataclass(frozen=True)
class Tornado:
    """The bars of each arm, widest first, and what has none.

    `fixed` would matter to an arm but have neither uncertainty nor bounds, and `unvaried` are those
    of all arms; `stated` had bounds of their own; `clipped` end where no more is possible; `idle`
    do not matter to any arm's answer.
    """

    bars: Mapping[str, tuple[Swing, ...]]
    fixed: Mapping[str, tuple[str, ...]]
    stated: tuple[str, ...]
    clipped: tuple[str, ...]
    unvaried: tuple[str, ...]
    idle: tuple[str, ...]
    usual_rate: bool


def tornado(question: Question, level: float = LEVEL, bounds: Bounds | None = None) -> Tornado:
    """The one-way analysis of a question; `bounds` by path stand before those of the file.

    Raises AskedError where bounds name no number, leave what is possible or do not hold the number.
    """
    given = {path: _around(question.one(path), *ends) for path, ends in (bounds or {}).items()}
    stated = dict(given)
    between: dict[str, tuple[float, float]] = {}
    counted = [v for v in question.varied.values() if _is_asked(question, v)]
    for varied in counted:
        quantity = varied.quantity
        if varied.path not in stated and quantity is not None and quantity.bounds is not None:
            stated[varied.path] = quantity.bounds
        ends = given.get(varied.path) or default_ends(varied, level)
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
        fixed={arm: tuple(p for p in each if p not in between) for arm, each in bars.items()},
        stated=tuple(path for path in stated if path in moves),
        clipped=tuple(
            path
            for path in between
            if path in moves and path not in given and is_clipped(question.varied[path], level)
        ),
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
    ends of the central interval at `level` by the inverse CDF; as far as they are possible.
    """
    ends = _unclipped(varied, level)
    if ends is None:
        return None
    least, most = varied.limits
    return max(ends[0], least), min(ends[1], most)


def is_clipped(varied: Varied, level: float) -> bool:
    """True where the ends would lie outside what is possible."""
    return _unclipped(varied, level) != default_ends(varied, level)


def _unclipped(varied: Varied, level: float) -> tuple[float, float] | None:
    """The ends where none are asked for, whether possible or not."""
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
                + (f"{'below' if varied.role == 'rate' else 'at most'} {most:g}" if above else "")
                + f" {varied.unit}, so {end:g} is not possible; name other bounds"
            )
    return low, high


def _around(varied: Varied, low: float, high: float) -> tuple[float, float]:
    """The bounds of a number. Raises AskedError where they are not possible or do not hold it."""
    possible(varied, low, high)
    value = varied.now if varied.quantity is None else varied.quantity.value
    if low <= value <= high:
        return low, high
    ends = sorted((low * value, high * value))
    raise AskedError(
        f"{varied.path} is {value:.10g} {varied.unit}, which is not between {low:g} and {high:g}; "
        + (
            f"write {ends[0]:.10g}:{ends[1]:.10g} if {low:g} and {high:g} are times the number, or "
            if 0 < low <= 1 <= high
            else ""
        )
        + "write bounds with the number between them"
    )


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
) -> dict[str, dict[str, Swing]]:
    """A bar for each arm and path: all values in one evaluation, LOOKED_AT a path."""
    values = {path: np.linspace(*ends, LOOKED_AT) for path, ends in between.items()}
    places = {path: slice(LOOKED_AT * n, LOOKED_AT * (n + 1)) for n, path in enumerate(between)}
    answers = question.answers(in_turn({p: question.varied[p].now for p in between}, values))
    return {
        arm: {
            path: Swing(
                question.varied[path],
                tuple(values[path].tolist()),
                tuple(answers[index, at].tolist()),
                float(question.now[index]),
            )
            for path, at in places.items()
        }
        for index, arm in enumerate(question.arms)
    }


def _is_idle(bar: Swing) -> bool:
    """True where the answer moves by no more than rounding."""
    size = max(abs(bar.low), abs(bar.high)) * bar.varied.factor
    return bar.width <= NEARLY * max(1.0, abs(bar.now), size)
