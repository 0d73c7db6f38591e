"""What the answer would be if a number were another: what sensitivity and threshold share.

The answer is the saving of an arm, or its net monetary benefit at a threshold; never a ratio,
whose sign means nothing by itself. It is evaluated by the run's engine and not by a formula, at
the point estimate of every number but those that are varied: several values are as many "draws"
of one engine run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.lacking import LeftOut, left_out, undecided
from ipscost.analysis.uses import Use, first_uses
from ipscost.directions import LOWER
from ipscost.drawing import draws as drawing
from ipscost.errors import AskedError, nearest
from ipscost.ledger import Ledger, summed
from ipscost.rounding import NEARLY, settled
from ipscost.run import RATES, Run
from ipscost.scenario.nouns import Category, Outcome, Quantity, Scenario
from ipscost.scenario.paths import no_number
from ipscost.units import SHARE, Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TOP_RATE = float(np.nextafter(1.0, 0.0))
"""The highest yearly discount rate: those of a file lie below 1 too."""


@dataclass(frozen=True, slots=True)
class Varied:
    """A number that can be given other values, all in the unit in which it was stated.

    `now` is its point estimate; `factor` turns it into the reported money; `limits` are what is
    possible while all else stays. `use` is what it is for, None for a discount rate and for what an
    outcome is worth.
    """

    path: str
    role: str
    now: float
    factor: float
    unit: Unit
    limits: tuple[float, float]
    quantity: Quantity | None = None
    holder: Category | Outcome | None = None
    use: Use | None = None

    @property
    def points(self) -> bool:
        """True where it is a difference between shares, which is shown in percentage points."""
        return self.role == "difference" and self.unit == SHARE


@dataclass(frozen=True)
class Question:
    """What is asked of a run: the saving, or with an `outcome` the net benefit at `wtp`.

    `wtp` is what one more of the outcome (or one less, where that is better) is worth, in the
    reported money: the one asked for where `is_given`, else the outcome's own threshold. `arms`
    are held against the reference arm; `left_out` are those of which something is not known.
    """

    run: Run
    arms: tuple[str, ...]
    outcome: Outcome | None = None
    wtp: float = 0.0
    is_given: bool = False
    left_out: tuple[LeftOut, ...] = ()

    def of_variant(self, run: Run) -> Question:
        """The same question of a variant of the scenario, at its threshold unless one is given.

        Of the same arms, whatever is known of them there (`is_known`).
        """
        outcome = None if self.outcome is None else self.outcome.path
        return _asked(run, self.arms, outcome, self.wtp if self.is_given else None)

    def is_known(self, arm: str) -> bool:
        """True where all that the answer of an arm depends on is known."""
        return left_out(self.run, arm, self.outcome) is None

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.run.scenario

    @property
    def measure(self) -> str:
        """The name of the answer in tidy rows."""
        return "saving" if self.outcome is None else "net_benefit"

    @property
    def unit(self) -> str:
        """The unit of the answer."""
        return f"{self.scenario.money}/person"

    @cached_property
    def varied(self) -> dict[str, Varied]:
        """Every number that can be varied, by path: quantities, discount rates, thresholds."""
        scenario = self.scenario
        found = {
            path: _of_use(use, scenario.now(use.quantity))
            for path, use in first_uses(scenario).items()
            if use.role != "clock"
        }
        for path in RATES:
            rate = getattr(scenario.discount, path.partition(".")[2])
            found[path] = Varied(path, "rate", rate, 1.0, SHARE, (0.0, TOP_RATE))
        for outcome in scenario.outcomes:
            if (threshold := outcome.threshold) is not None:
                found[threshold.path] = Varied(
                    path=threshold.path,
                    role="threshold",
                    now=scenario.now(threshold),
                    factor=threshold.factor,
                    unit=threshold.unit,
                    limits=(0.0, np.inf),
                    quantity=threshold,
                    holder=outcome,
                )
        return found

    def one(self, path: str) -> Varied:
        """The number at `path`. Raises AskedError where there is none."""
        if path in self.varied:
            return self.varied[path]
        raise AskedError("; ".join(self.no_number(path)))

    def no_number(self, path: str) -> tuple[str, str]:
        """What is wrong with a path that is no number, and the fix."""
        forms = {p: one.quantity.role for p, one in self.varied.items() if one.quantity}
        return no_number(path, tuple(self.varied), forms)

    @cached_property
    def together(self) -> frozenset[str]:
        """The paths of the numbers that are drawn together with others."""
        members = (each.members for each in self.scenario.correlations)
        return frozenset(path for each in members for path in each)

    # --- the answer --------------------------------------------------------------------------

    @cached_property
    def now(self) -> Floats:
        """The answer by the point estimates, (arm,); 0 where it is nothing beside its parts."""
        point = self.run.point
        weight = point.weight(self.scenario.perspective)
        size = np.array([point.size(arm, weight)[0] for arm in self.arms])
        if self.outcome is not None:
            effect = point.present_outcome[:, point.outcomes.index(self.outcome.path), 0]
            size += self.wtp * np.abs(effect).max()
        answer = self.of_ledger(point)[:, 0]
        return settled(answer, size, NEARLY)

    def answers(self, values: Mapping[str, Floats]) -> Floats:
        """The answer at `values` in their stated units, each (value,), and else the expected ones.

        The shape is (arm, value), in the reported money per person. A number that is drawn
        together with others is moved as a whole to a mean of that value, so that at its expected
        value the answer is that of now.
        """
        size = next((column.size for column in values.values()), 1)
        found = self.of_ledger(self.run.at(self._numbers(values)), self._wtp(values))
        return np.broadcast_to(found, (len(self.arms), size))

    def over_draws(self, path: str, value: float, first: int | None = None) -> Floats:
        """The answer in each draw with the number at `path` at `value` in all of them, (arm, draw).

        The other numbers keep their draws, so answers at two values differ by that number alone;
        one that is drawn together with others keeps its own too, moved to that mean. `first` asks
        for so many draws alone.
        """
        draws = self.run.draws
        found = np.empty((len(self.arms), draws.n if first is None else min(first, draws.n)))
        for place, block in draws.blocks(drawing.BLOCK):
            if place.start >= found.shape[1]:
                break
            values = {path: np.full(block.n, value)}
            ledger = self.run.at(self._numbers(values), block)
            answer = self.of_ledger(ledger, self._wtp(values))
            found[:, place] = answer[:, : found[:, place].shape[1]]
        return found

    def _numbers(self, values: Mapping[str, Floats]) -> dict[str, Floats]:
        """The values of what the engine depends on: all but what an outcome is worth."""
        return {p: each for p, each in values.items() if self.varied[p].role != "threshold"}

    def _wtp(self, values: Mapping[str, Floats]) -> Floats | float:
        """What one more of the outcome is worth at `values`, in the reported money."""
        path = "" if self.outcome is None else f"{self.outcome.path}.threshold"
        return values[path] * self.varied[path].factor if path in values else self.wtp

    def of_ledger(self, ledger: Ledger, wtp: Floats | float | None = None) -> Floats:
        """The answer in each draw of a ledger, (arm, draw).

        Saving: minus the difference in cost; net benefit: wtp x difference in effect (minus it
        where less is better) - difference in cost (Stinnett and Mullahy 1998, doi
        10.1177/0272989X98018002S09).
        """
        weight = ledger.weight(self.scenario.perspective)
        rows = []
        for arm in self.arms:
            row = -summed(weight, ledger.difference(arm))
            if self.outcome is not None:
                index, worth = ledger.outcomes.index(self.outcome.path), self.wtp
                each = self.outcome.sign * (worth if wtp is None else wtp)
                row = row + each * ledger.outcome_difference(arm, index)
            rows.append(row)
        return np.array(rows)


def ask(
    run: Run,
    arms: Sequence[str] = (),
    outcome: str | None = None,
    wtp: float | None = None,
) -> Question:
    """The question of a run: every intervention unless `arms` are named.

    `outcome` is a name or path; `wtp` is by default the outcome's own threshold. Raises AskedError
    where an arm or outcome is unknown, or no threshold is known. An arm of which something that
    counts is not known is left out; where none is left, or it was named, AskedError says so.
    """
    found = _asked(run, arms, outcome, wtp)
    every = [left_out(run, arm, found.outcome) for arm in found.arms]
    kept = tuple(arm for arm, out in zip(found.arms, every, strict=True) if out is None)
    lacking = tuple(out for out in every if out is not None)
    if lacking and (arms or not kept):
        raise undecided(run, found.outcome, lacking)
    return replace(found, arms=kept, left_out=lacking)


def _asked(run: Run, arms: Sequence[str], outcome: str | None, wtp: float | None) -> Question:
    """The question, whatever is known of the arms."""
    scenario = run.scenario
    for arm in arms:
        if arm not in scenario.interventions:
            fix = nearest(arm, scenario.interventions)
            raise AskedError(f"--arm {arm}: no intervention is called that; {fix}")
    chosen = tuple(arm for arm in scenario.interventions if not arms or arm in arms)
    names = [one.path.partition(".")[2] for one in scenario.outcomes]
    if outcome is None:
        if wtp is not None:
            raise AskedError(
                "--wtp is what an outcome is worth; add --outcome NAME, "
                + (f"one of {', '.join(names)}" if names else "but the scenario has none")
            )
        return Question(run, chosen)
    found = dict(
        zip([*names, *(one.path for one in scenario.outcomes)], scenario.outcomes * 2, strict=True)
    )
    if outcome not in found:
        raise AskedError(
            f"--outcome {outcome}: no outcome is called that; "
            + (nearest(outcome, names) if names else "the scenario has none")
        )
    one = found[outcome]
    if wtp is None and one.threshold is None:
        more = "less" if one.better == LOWER else "more"
        raise AskedError(
            f"what one {more} of {one.path} is worth is not stated; "
            f"add --wtp, in {scenario.money}, or threshold: to the outcome in the file"
        )
    stated = one.threshold.mean if one.threshold is not None else 0.0
    return Question(run, chosen, one, stated if wtp is None else wtp, wtp is not None)


def _of_use(use: Use, now: float) -> Varied:
    """A number that is `now` with what it may be while all others stay."""
    quantity, holder = use.quantity, use.holder
    return Varied(
        path=quantity.path,
        role=use.role if use.role in ("price", "count") else quantity.role,
        now=now,
        factor=quantity.factor,
        unit=quantity.unit,
        limits=use.limits,
        quantity=quantity,
        holder=holder if isinstance(holder, Category | Outcome) else None,
        use=use,
    )
