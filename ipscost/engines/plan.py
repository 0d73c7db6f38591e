"""What each category and outcome counts: lines of amounts, and how each spreads over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost import known
from ipscost.drawing.draws import Draws
from ipscost.engines.carried import shares
from ipscost.engines.frame import discount_factors
from ipscost.engines.grid import Grid
from ipscost.engines.lasting import lasting
from ipscost.engines.terms import Term, Terms, by_arm, change
from ipscost.ledger import over_months
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import Rule, TimeBand
from ipscost.scenario.nouns import Category, Outcome, Scenario, Timing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


PERIODS = ("points", "stretches", "cycles", "start", "months")
"""What the periods of a course are: those of the grid, the start alone, or months; `months` may be
a single period that spreads over all of them."""


@dataclass(frozen=True, slots=True)
class Key:
    """People of the cohort that are counted.

    event: `in`, people in a state, if there is a `band` only those in it; `go`, people who move
    from the first to the second of `states`; `ever`, people who have ever been in one of `states`.
    """

    event: str
    states: tuple[str, ...]
    band: TimeBand | None = None


@dataclass(frozen=True, eq=False)
class TimeProfile:
    """How the amounts of some periods spread over the months.

    spread, present: (period, month); the share of a period's amount that falls in each month,
        undiscounted and discounted. The periods are the points, stretches or cycles of the grid,
        the months, or a single one.
    periods: what they are, one of PERIODS.
    weight: a factor that differs by period and draw, (period, draw), if there is one: how much of
        the effect lasts.
    whole: the periods add up to a single amount that belongs to no month, such as a share at a
        time; `spread` and `present` are then (period, 1).
    """

    spread: Floats
    present: Floats
    periods: str
    weight: Floats | None = None
    whole: bool = False
    _kept: dict[bytes, Floats] = field(default_factory=dict, repr=False)

    def weights(self, windows: Floats) -> Floats:
        """The discounted weight of each period in each of `windows`, (window, month).

        Returns (period, window), computed once for all lines that follow this course. What belongs
        to no month is one window of its own.
        """
        if self.whole:
            return self.present
        asked = windows.tobytes()
        if asked not in self._kept:
            parts = [over_months(self.present * window) for window in windows]
            self._kept[asked] = np.stack(parts, axis=1)
        return self._kept[asked]


@dataclass(frozen=True, eq=False)
class AmountLine:
    """Amounts by arm that follow a course, per person counted by `key` if there is one."""

    course: TimeProfile
    terms: Mapping[str, Terms]
    key: Key | None = None


@dataclass(frozen=True, eq=False)
class Planner:
    """Turns categories and outcomes into lines; lines with the same course share one object.

    apart: what lasts of the effect is always a course of its own with a weight by month, for those
        who write it as a formula; otherwise only where it differs between draws.
    """

    scenario: Scenario
    draws: Draws
    grid: Grid
    states: tuple[str, ...]
    apart: bool = False
    _kept: dict[tuple[object, ...], TimeProfile] = field(default_factory=dict)

    def category(self, category: Category) -> list[AmountLine]:
        """The lines of a category; their courses are (period, month), their amounts money."""
        return self._category(category, ())

    def outcome(self, outcome: Outcome) -> list[AmountLine]:
        """The lines of an outcome, (period, month); their amounts are in the outcome's unit.

        Outcomes at or by a time are not discounted (docs/method.md, Which outcomes are discounted).
        """
        reference = self.scenario.reference
        window = _window(outcome.timing)
        if outcome.course is not None:
            return self._course_lines(outcome)
        if outcome.rules:
            return self._ruled(outcome, None, window, (), "outcome", 1.0)
        what = "outcome" if outcome.is_discounted else ""
        course = self._single(np.array(outcome.timing.weights), what)
        return [
            AmountLine(
                course, by_arm(outcome.arms, reference, shares=shares(self.scenario, outcome))
            )
        ]

    @cached_property
    def middles(self) -> Floats:
        """The middle of each month, in years after the start, (month,)."""
        middles: Floats = (np.arange(self.scenario.months) + 0.5) / 12
        return middles

    # --- categories ------------------------------------------------------------------------------

    def _category(
        self, category: Category, rates: tuple[str, ...], sign: float = 1.0
    ) -> list[AmountLine]:
        """The lines of a category times `rates`, the paths of rates of categories stated on it."""
        window = _window(category.timing)
        if category.rate is not None:
            return self._of_others(category, rates, sign)
        if category.rules:
            band = category.band
            if rates and band is not None and band.entry:
                band = None
            return self._ruled(category, band, window, rates, "cost", sign)
        return self._stated(category, rates, sign)

    def _of_others(
        self, category: Category, rates: tuple[str, ...], sign: float
    ) -> list[AmountLine]:
        """The lines of a category stated as a rate of others, limited to its own months."""
        assert category.rate is not None
        inside = _window(category.timing)
        lines = []
        for other in known.others(self.scenario, category):
            own = -sign if KINDS[other.kind].is_gain else sign
            for line in self._category(other, (*rates, category.rate.path), own):
                course = line.course
                if not inside.all():
                    course = TimeProfile(
                        course.spread * inside,
                        course.present * inside,
                        course.periods,
                        course.weight,
                    )
                lines.append(AmountLine(course, line.terms, line.key))
        return lines

    def _stated(self, category: Category, rates: tuple[str, ...], sign: float) -> list[AmountLine]:
        """The lines of a category whose amounts over the horizon are stated.

        If it `continues`, the last month's amount of the reference arm goes on to the end of the
        horizon, and the difference of each arm from it does with the weight of the effect.
        """
        factors = () if category.price is None else (category.price,)
        reference = self.scenario.reference
        own = shares(self.scenario, category)
        terms = by_arm(category.arms, reference, *factors, times=sign, shares=own)
        terms = {arm: tuple(_rated(term, rates) for term in own) for arm, own in terms.items()}
        weights = np.array(category.timing.weights)
        lines = [AmountLine(self._single(weights, "cost"), terms)]
        last = category.timing.last
        if not category.continues or last >= self.scenario.months:
            return lines
        after = np.where(np.arange(len(weights)) >= last, weights[last - 1], 0.0)
        base = terms.get(reference, ())
        lines.append(
            AmountLine(self._single(after, "cost"), dict.fromkeys(self.scenario.arms, base))
        )
        bounds = np.arange(self.scenario.months + 1.0)
        effect = self.scenario.model.effect if self.scenario.model else None
        left = lasting(effect, self.draws, bounds)
        uncertain = effect and effect.half_life and not effect.half_life.is_fixed
        if left.shape[1] == 1 and not uncertain and not self.apart:
            course = self._single(after * left[:, 0], "cost")
        else:
            factor = discount_factors(self.scenario.discount, "cost", self.middles)
            course = TimeProfile(np.diag(after), np.diag(after * factor), "months", left)
        lines.append(AmountLine(course, change(terms, reference)))
        return lines

    def _single(self, weights: Floats, what: str) -> TimeProfile:
        """A course of a single period with one weight a month, (month,)."""
        key = ("single", weights.tobytes(), what)
        if key not in self._kept:
            present = weights
            if what:
                factors = discount_factors(self.scenario.discount, what, self.middles)
                present = weights * factors
            self._kept[key] = TimeProfile(weights[None], present[None], "months")
        return self._kept[key]

    # --- rules -----------------------------------------------------------------------------------

    def _ruled(
        self,
        holder: Category | Outcome,
        band: TimeBand | None,
        window: Floats,
        rates: tuple[str, ...],
        what: str,
        sign: float,
    ) -> list[AmountLine]:
        """The lines of amounts tied to states, entries and transitions."""
        price = holder.price if isinstance(holder, Category) else None
        factors, own = () if price is None else (price,), shares(self.scenario, holder)
        lines = []
        for rule in holder.rules:
            times = sign * (self.grid.cycle / rule.years if rule.event == "in" else 1.0)
            terms = by_arm(rule.arms, self.scenario.reference, *factors, times=times, shares=own)
            terms = {arm: tuple(_rated(term, rates) for term in own) for arm, own in terms.items()}
            for gain, part in _by_gain(terms).items():
                for key in [None] if rule.event == "start" else self._keys(rule, band):
                    kind = "on" if key is not None and key.band is not None else rule.event
                    lines.append(AmountLine(self._over_cycles(kind, window, gain, what), part, key))
        return lines

    def _keys(self, rule: Rule, band: TimeBand | None) -> list[Key]:
        """The keys that a rule counts."""
        if rule.event == "in":
            if band is not None and band.low <= (0.0 if band.entry else band.start):
                band = None if band.high == np.inf else band
            return [Key("in", (state,), band) for state in rule.states]
        if band is not None:
            raise ValueError("only time in a state can be in a band")
        if rule.event == "move":
            return [Key("go", rule.states)]
        pairs = ((a, b) for b in rule.states for a in self.states if a != b)
        return [Key("go", pair) for pair in pairs]

    def _over_cycles(
        self, event: str, window: Floats, gain: tuple[float, ...], what: str
    ) -> TimeProfile:
        """The course of what is counted at points (`in`), in stretches (`on`, in a band), in cycles
        (entries and transitions), or once at the start."""
        kind = event if event in ("in", "on", "start") else "go"
        key = (kind, window.tobytes(), gain, what)
        if key not in self._kept:
            self._kept[key] = self._made(kind, window, gain, what)
        return self._kept[key]

    def _made(self, kind: str, window: Floats, gain: tuple[float, ...], what: str) -> TimeProfile:
        grid, discount = self.grid, self.scenario.discount
        factors = discount_factors(discount, what, grid.times)
        if kind == "start":
            spread = np.zeros((1, len(window)))
            spread[0, 0] = window[0] * (gain[0] if gain else 1.0)
            return TimeProfile(spread, spread * factors[0], "start")
        parts = grid.horizon * window
        if gain:
            held = np.minimum(np.arange(grid.cycles), len(gain) - 1)  # the last value holds on
            parts = parts * np.array(gain)[held][:, None]
        if kind == "in":
            spread = grid.at_points(parts)
            return TimeProfile(spread, spread * factors[:, None], "points")
        if kind == "on":
            spread = grid.in_stretches(parts)
            present = spread * factors[grid.stretches.points][:, None]
            return TimeProfile(spread, present, "stretches")
        return TimeProfile(parts, parts * grid.in_cycles(factors)[:, None], "cycles")

    # --- outcomes of the model itself ------------------------------------------------------------

    def _course_lines(self, outcome: Outcome) -> list[AmountLine]:
        """The lines of an outcome that the model itself gives: time in states, or a share.

        Time is discounted where the outcome says so, a share of people never.
        """
        course, grid = outcome.course, self.grid
        assert course is not None
        if course.measure == "time":
            last = int(np.ceil(course.month))
            window = np.arange(1, last + 1) >= outcome.timing.first
            weights = over_months(grid.at_points(grid.overlap(last, course.month / 12) * window))
            factors = discount_factors(self.scenario.discount, "outcome", grid.times)
            present = weights * factors if course.discounted else weights
            times = grid.cycle / course.years
        else:
            weights = present = grid.between(course.month)
            times = 1.0
        sums = TimeProfile(weights[:, None], present[:, None], "points", whole=True)
        keys = [Key("in", (state,)) for state in course.states]
        if course.measure == "ever":
            keys = [Key("ever", course.states)]
        terms = dict.fromkeys(self.scenario.arms, (Term((), times),))
        return [AmountLine(sums, terms, key) for key in keys]


def _window(timing: Timing) -> Floats:
    """1 in the months of a timing and 0 in others, (month,)."""
    month = np.arange(1, len(timing.weights) + 1)
    return ((month >= timing.first) & (month <= timing.last)).astype(float)


def _rated(term: Term, rates: tuple[str, ...]) -> Term:
    """A term times the rates at some paths."""
    return Term((*term.paths, *rates), term.times, term.gain)


def _by_gain(terms: Mapping[str, Terms]) -> dict[tuple[float, ...], dict[str, Terms]]:
    """The terms of each arm, grouped by how they change by cycle."""
    gains = dict.fromkeys(term.gain for own in terms.values() for term in own)
    return {
        gain: {arm: tuple(t for t in own if t.gain == gain) for arm, own in terms.items()}
        for gain in gains
    }
