"""The answer at other values of a number: what sensitivity and threshold share.

The answer is the saving of an arm, or its incremental net monetary benefit at a threshold. It is
never an ICER, whose sign has no meaning by itself. The engine evaluates it, with all numbers at
their point estimates except those varied; several values are as many "draws" of one engine run.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.lacking import LeftOut, left_out, undecided
from ipscost.analysis.reaches import without_effect
from ipscost.analysis.uses import Use, first_uses
from ipscost.directions import LOWER
from ipscost.drawing import draws as drawing
from ipscost.errors import AskedError, nearest
from ipscost.ledger import Ledger, summed
from ipscost.messages import Message, series
from ipscost.rounding import NEARLY, settled
from ipscost.run import RATES, Run
from ipscost.scenario.called import chosen_outcome
from ipscost.scenario.nouns import Category, Outcome, Quantity, Scenario
from ipscost.scenario.paths import no_number
from ipscost.units import SHARE, Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TOP_RATE = float(np.nextafter(1.0, 0.0))
"""The highest yearly discount rate, just below 1, as in a file."""


@dataclass(frozen=True, slots=True)
class Varied:
    """A number that can be varied; values are in its stated unit.

    now: its point estimate. factor: from the stated to the reported money, 1 for other units.
    limits: the lowest and highest possible value, all other numbers as they are.
    quantity, holder: as in the scenario, as far as it has them. use: what it is used for; None for
        a discount rate and for the threshold of an outcome.
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
    def is_carried(self) -> bool:
        """True for how much of an effect is carried over: a share of it, or a weight."""
        return self.use is not None and self.use.role in ("carried_share", "carried_weight")

    @property
    def points(self) -> bool:
        """True for a difference between shares, which is shown in percentage points."""
        return self.role == "difference" and self.unit == SHARE


@dataclass(frozen=True)
class Question:
    """What is asked of a run: the saving of `arms`, or with an `outcome` their net benefit.

    arms: compared with the reference arm.
    wtp: the willingness to pay for one more of the outcome (one less, if less is better), in the
        reported money. is_given: True if it was asked for, False if it is the outcome's threshold.
    left_out: arms that cannot be answered for, because part of their cost or effect is not known.
    """

    run: Run
    arms: tuple[str, ...]
    outcome: Outcome | None = None
    wtp: float = 0.0
    is_given: bool = False
    left_out: tuple[LeftOut, ...] = ()

    def of_variant(self, run: Run) -> Question:
        """The same question of a variant of the scenario, at its own threshold unless one is given.

        The arms are the same, even if not all is known of them there (`is_known`).
        """
        outcome = None if self.outcome is None else self.outcome.path
        return _asked(run, self.arms, outcome, self.wtp if self.is_given else None)

    def is_known(self, arm: str) -> bool:
        """True if the answer of an arm is fully known."""
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

    @property
    def is_of_person(self) -> bool:
        """True: it is about one person, whose saving the caveats of a run are about."""
        return True

    @property
    def is_slow(self) -> bool:
        """True where the answer over draws at another value takes long."""
        return False

    def without_effect(self, paths: Collection[str]) -> Collection[str]:
        """Which of some paths that were set the answer does not hang on."""
        return without_effect(self.scenario, paths)

    @cached_property
    def varied(self) -> dict[str, Varied]:
        """Every number that can be varied, by path: quantities, discount rates, thresholds."""
        return self.numbers_per_person()

    def numbers_per_person(self) -> dict[str, Varied]:
        """Every number that the result of one person hangs on, by path."""
        scenario = self.scenario
        numbers = {
            path: _of_use(use, scenario.now(use.quantity))
            for path, use in first_uses(scenario).items()
            if use.role != "clock"
        }
        for path in RATES if scenario.is_horizon_known else ():
            rate = getattr(scenario.discount, path.partition(".")[2])
            numbers[path] = Varied(path, "rate", rate, 1.0, SHARE, (0.0, TOP_RATE))
        for outcome in scenario.outcomes:
            if (threshold := outcome.threshold) is not None:
                numbers[threshold.path] = Varied(
                    path=threshold.path,
                    role="threshold",
                    now=scenario.now(threshold),
                    factor=threshold.factor,
                    unit=threshold.unit,
                    limits=(0.0, np.inf),
                    quantity=threshold,
                    holder=outcome,
                )
        return numbers

    def one(self, path: str) -> Varied:
        """The number at `path`. Raises AskedError if there is none."""
        if path in self.varied:
            return self.varied[path]
        raise AskedError(series(self.no_number(path), "; "))

    def no_number(self, path: str) -> tuple[str, str]:
        """The message and the fix for a path at which there is no number."""
        forms = {p: one.quantity.role for p, one in self.varied.items() if one.quantity}
        return no_number(path, tuple(self.varied), forms)

    @cached_property
    def together(self) -> frozenset[str]:
        """The paths of correlated numbers, which are drawn together."""
        members = (each.members for each in self.scenario.correlations)
        return frozenset(path for each in members for path in each)

    # --- the answer --------------------------------------------------------------------------

    @cached_property
    def now(self) -> Floats:
        """The base-case answer, (arm,), in the reported money; 0 if what is left is rounding."""
        point = self.run.point
        weight = point.weight(self.scenario.perspective)
        size = np.array([point.size(arm, weight)[0] for arm in self.arms])
        if self.outcome is not None:
            effect = point.present_outcome[:, point.outcomes.index(self.outcome.path), 0]
            size += self.wtp * np.abs(effect).max()
        answer = self.of_ledger(point)[:, 0]
        return settled(answer, size, NEARLY)

    @cached_property
    def drawn(self) -> Floats | None:
        """The answer in each draw, (arm, draw); None without draws."""
        ledger = self.run.ledger
        return None if ledger is None else self.of_ledger(ledger)

    def answers(self, values: Mapping[str, Floats]) -> Floats:
        """The answer at `values` of some numbers, the others at their point estimates.

        values: by path, each (value,), in stated units. The answer is (arm, value), in the reported
        money per person. A correlated number is shifted (a difference) or scaled (any other) to
        have the value as its mean, so that at its own mean nothing changes (docs/method.md, Varying
        numbers).
        """
        size = next((column.size for column in values.values()), 1)
        ledger = self.run.at(self._numbers(values), outcomes=self.outcome is not None)
        found = self.of_ledger(ledger, self._wtp(values))
        return np.broadcast_to(found, (len(self.arms), size))

    def over_draws(self, path: str, value: float, first: int | None = None) -> Floats:
        """The answer in each draw, (arm, draw), with the number at `path` set to `value` in all.

        The other numbers keep their draws, so that answers at two values differ only by this
        number. A correlated number keeps its own draws, too, shifted or scaled to that mean. With
        `first`, only the first so many draws are computed.
        """
        draws = self.run.draws
        answers = np.empty((len(self.arms), draws.n if first is None else min(first, draws.n)))
        for rows, block in draws.blocks(drawing.BLOCK):
            if rows.start >= answers.shape[1]:
                break
            values = {path: np.full(block.n, value)}
            outcomes = self.outcome is not None
            ledger = self.run.at(self._numbers(values), block, outcomes=outcomes)
            answer = self.of_ledger(ledger, self._wtp(values))
            answers[:, rows] = answer[:, : answers[:, rows].shape[1]]
        return answers

    def _numbers(self, values: Mapping[str, Floats]) -> dict[str, Floats]:
        """The values that the engine needs: all but thresholds of outcomes."""
        return {p: each for p, each in values.items() if self.varied[p].role != "threshold"}

    def _wtp(self, values: Mapping[str, Floats]) -> Floats | float:
        """The willingness to pay at `values`, in the reported money."""
        path = "" if self.outcome is None else f"{self.outcome.path}.threshold"
        return values[path] * self.varied[path].factor if path in values else self.wtp

    def of_ledger(self, ledger: Ledger, wtp: Floats | float | None = None) -> Floats:
        """The answer in each draw of a ledger, (arm, draw), in its money per person.

        The saving is minus the cost difference. The incremental net monetary benefit is wtp x
        effect difference - cost difference, where the effect is minus the outcome if less of it is
        better (Stinnett and Mullahy 1998, doi 10.1177/0272989X98018002S09).
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
    """A question of a run, about every intervention unless `arms` are named.

    `outcome` is a name or a path; `wtp` is by default the outcome's own threshold. An arm is left
    out if part of its answer is not known. Raises AskedError if an arm or outcome does not exist or
    no threshold is stated, and UndecidedError if an arm that was named, or every arm, is left out.
    """
    question = _asked(run, arms, outcome, wtp)
    every = [left_out(run, arm, question.outcome) for arm in question.arms]
    kept = tuple(arm for arm, out in zip(question.arms, every, strict=True) if out is None)
    lacking = tuple(out for out in every if out is not None)
    if lacking and (arms or not kept):
        raise undecided(run, question.outcome, lacking)
    return replace(question, arms=kept, left_out=lacking)


def _asked(run: Run, arms: Sequence[str], outcome: str | None, wtp: float | None) -> Question:
    """A question of all chosen arms, whether or not their answers are known."""
    scenario = run.scenario
    for arm in arms:
        if arm not in scenario.interventions:
            fix = nearest(arm, scenario.interventions)
            raise AskedError(
                Message("--arm {arm}: no intervention is called that; {fix}", arm=arm, fix=fix)
            )
    chosen = tuple(arm for arm in scenario.interventions if not arms or arm in arms)
    names = [one.path.partition(".")[2] for one in scenario.outcomes]
    if outcome is None:
        if wtp is not None:
            raise AskedError(
                Message(
                    "--wtp is what an outcome is worth; add --outcome NAME, one of {names}",
                    names=", ".join(names),
                )
                if names
                else Message(
                    "--wtp is what an outcome is worth; add --outcome NAME, but the scenario has "
                    "none"
                )
            )
        return Question(run, chosen)
    one = chosen_outcome(scenario, outcome)
    if wtp is None and one.threshold is None:
        raise AskedError(
            Message(
                "what one {more} of {path} is worth is not stated; add --wtp, in {money}, or "
                "threshold: to the outcome in the file",
                more=Message("less") if one.better == LOWER else Message("more"),
                path=one.path,
                money=scenario.money,
            )
        )
    stated = one.threshold.mean if one.threshold is not None else 0.0
    return Question(run, chosen, one, stated if wtp is None else wtp, wtp is not None)


def _of_use(use: Use, now: float) -> Varied:
    """The number of a use, with its point estimate `now`."""
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
