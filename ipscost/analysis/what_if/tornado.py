"""One-way sensitivity analysis: each number is varied between two ends, the others held fixed.

The ends are those asked for, else the `bounds:` of the file, else those of the central interval of
the number's own distribution, cut to what is possible. All other numbers are at their point
estimates (Briggs, Sculpher and Buxton 1994, doi 10.1002/hec.4730030206).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.in_turn import in_turn
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.errors import AskedError
from ipscost.messages import Message, ands
from ipscost.rounding import NEARLY
from ipscost.run import RATES
from ipscost.settings import LEVEL

USUAL_RATE = 0.035
"""The yearly social discount rate of the Danish Ministry of Finance for years 0 to 35.

Source: fm.dk, news of 22-06-2023.
"""
LOOKED_AT = 11
"""Values of a number, evenly from one end to the other: the answer need not be monotonic, so its
extremes may lie between the ends."""

Bounds = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Swing:
    """A bar of a tornado: the answer of one arm at values of one number.

    values: rising, in the stated unit. answers: at each of them, in the reported money per person.
    now: the base-case answer.
    """

    varied: Varied
    values: tuple[float, ...]
    answers: tuple[float, ...]
    now: float

    @property
    def low(self) -> float:
        """The low end of the number."""
        return self.values[0]

    @property
    def high(self) -> float:
        """The high end of the number."""
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
        """The lowest and highest answer; the base case is one if its value is between the ends."""
        answers = list(self.answers)
        if self.low <= self.varied.now <= self.high:
            answers.append(self.now)
        return min(answers), max(answers)

    def reach(self, low: bool) -> tuple[float, float]:
        """The lowest and highest answer towards one end, with the base-case answer among them.

        The `low` end, or else the high one. If the base-case value is not between the ends, only
        the answer at that end counts beside it.
        """
        end = 0 if low else -1
        pairs = zip(self.values, self.answers, strict=True)
        answers = [a for v, a in pairs if (v <= self.varied.now) == low] or [self.answers[end]]
        if not self.low <= self.varied.now <= self.high:
            answers = [self.answers[end]]
        return min(self.now, *answers), max(self.now, *answers)

    @property
    def width(self) -> float:
        """The range of the answer: the highest less the lowest."""
        low, high = self.ends
        return high - low

    @property
    def flips(self) -> bool:
        """True if some value reverses the sign of the base-case answer."""
        low, high = self.ends
        return (low < 0 < self.now) or (self.now < 0 < high)


@dataclass(frozen=True)
class Tornado:
    """A one-way sensitivity analysis.

    bars: of each arm, the widest first. All else are paths of numbers:
    fixed: of each arm, those that matter but have neither uncertainty nor bounds, so no bar.
    unvaried: those fixed for any arm.
    stated: those with bounds asked for or in the file.
    clipped: those whose interval was cut to what is possible.
    idle: uncertain numbers, and those with bounds, that move no arm's answer.
    usual_rate: True if a discount rate was varied between 0 and USUAL_RATE, or its own if higher.
    """

    bars: Mapping[str, tuple[Swing, ...]]
    fixed: Mapping[str, tuple[str, ...]]
    stated: tuple[str, ...]
    clipped: tuple[str, ...]
    unvaried: tuple[str, ...]
    idle: tuple[str, ...]
    usual_rate: bool


def tornado(question: Question, level: float = LEVEL, bounds: Bounds | None = None) -> Tornado:
    """The one-way sensitivity analysis of a question, with intervals at `level`.

    `bounds`, by path, take precedence over those of the file. Raises AskedError if they name no
    number, are not possible, or exclude the base-case value.
    """
    given = {path: around(question.one(path), *ends) for path, ends in (bounds or {}).items()}
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
    """The ends of a number if none are asked for, in the stated unit.

    For a discount rate, 0 to USUAL_RATE, or to its own value if that is higher. For others, the
    bounds of the file, or else the central interval of the distribution at `level`, by the inverse
    CDF. All are cut to what is possible. None for a fixed number without bounds.
    """
    ends = _unclipped(varied, level)
    if ends is None:
        return None
    least, most = varied.limits
    return max(ends[0], least), min(ends[1], most)


def is_clipped(varied: Varied, level: float) -> bool:
    """True if the default ends of a number had to be cut to what is possible."""
    return _unclipped(varied, level) != default_ends(varied, level)


def _unclipped(varied: Varied, level: float) -> tuple[float, float] | None:
    """The default ends before they are cut to what is possible."""
    if varied.path in RATES:
        return 0.0, max(varied.now, USUAL_RATE)
    quantity = varied.quantity
    if quantity is None or quantity.bounds is not None or quantity.is_fixed:
        return None if quantity is None else quantity.bounds
    tail = (1 - level) / 2
    low, high = quantity.dist.ppf(np.array([tail, 1 - tail]))
    return float(low), float(high)


def _is_known(varied: Varied) -> bool:
    """True for a number that is uncertain."""
    return varied.quantity is not None and not varied.quantity.is_fixed


def _is_asked(question: Question, varied: Varied) -> bool:
    """False for the threshold of an outcome, unless the answer depends on it."""
    if varied.role != "threshold":
        return True
    return varied.holder is question.outcome and not question.is_given


def possible(varied: Varied, low: float, high: float) -> tuple[float, float]:
    """`low` and `high`, in the stated unit. Raises AskedError if either is not possible."""
    least, most = varied.limits
    for end in (low, high):
        if not least <= end <= most:
            limits = []
            if least > -np.inf:
                limits.append(Message("at least {least:g}", least=least))
            if most < np.inf:
                below = Message("below {end:g}", end=most)
                limits.append(
                    below if varied.role == "rate" else Message("at most {most:g}", most=most)
                )
            raise AskedError(
                Message(
                    "{path} must be {limits} {unit}, so {end:g} is not possible; name other bounds",
                    path=varied.path,
                    limits=ands(limits),
                    unit=varied.unit,
                    end=end,
                )
            )
    return low, high


def around(varied: Varied, low: float, high: float) -> tuple[float, float]:
    """`low` and `high`. Raises AskedError if either is impossible or they exclude the base case."""
    possible(varied, low, high)
    value = varied.now if varied.quantity is None else varied.quantity.value
    if low <= value <= high:
        return low, high
    fix = Message("write bounds with the number between them")
    if 0 < low <= 1 <= high:
        first, last = sorted((low * value, high * value))
        fix = Message(
            "write {first:.10g}:{last:.10g} if {low:g} and {high:g} are times the number, or {fix}",
            first=first,
            last=last,
            low=low,
            high=high,
            fix=fix,
        )
    raise AskedError(
        Message(
            "{path} is {value:.10g} {unit}, which is not between {low:g} and {high:g}; {fix}",
            path=varied.path,
            value=value,
            unit=varied.unit,
            low=low,
            high=high,
            fix=fix,
        )
    )


def _nudged(varied: Varied) -> tuple[float, float]:
    """The base-case value and a possible one near it, to see whether a number matters at all."""
    step = 0.1 * abs(varied.now) or 1.0
    least, most = varied.limits
    for beside in (varied.now + step, varied.now - step, (varied.now + most) / 2):
        if least <= beside <= most and beside != varied.now:
            return varied.now, float(beside)
    return varied.now, varied.now


def _bars(
    question: Question, between: Mapping[str, tuple[float, float]]
) -> dict[str, dict[str, Swing]]:
    """A bar for each arm and path, from one run of the engine with LOOKED_AT values per path."""
    values = {path: np.linspace(*ends, LOOKED_AT) for path, ends in between.items()}
    slices = {path: slice(LOOKED_AT * n, LOOKED_AT * (n + 1)) for n, path in enumerate(between)}
    answers = question.answers(in_turn({p: question.varied[p].now for p in between}, values))
    return {
        arm: {
            path: Swing(
                question.varied[path],
                tuple(values[path].tolist()),
                tuple(answers[index, at].tolist()),
                float(question.now[index]),
            )
            for path, at in slices.items()
        }
        for index, arm in enumerate(question.arms)
    }


def _is_idle(bar: Swing) -> bool:
    """True if the answer moves by no more than rounding."""
    size = max(abs(bar.low), abs(bar.high)) * bar.varied.factor
    return bar.width <= NEARLY * max(1.0, abs(bar.now), size)
