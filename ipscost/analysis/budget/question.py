"""The net of a rollout at other values of a number: what `threshold` and `sensitivity` ask of it.

The answer is what an account saves by the whole rollout, in constant prices and undiscounted: minus
its net cost. What can be varied are the numbers of the rollout and those of the scenario.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.accounts import Budget, blocks, budget
from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.filling import Filler
from ipscost.analysis.budget.holds import net_in, net_of, usual_account
from ipscost.analysis.budget.limits import limits_of
from ipscost.analysis.budget.numbers import Calendar, RolloutNumbers, drawn_numbers
from ipscost.analysis.compare.switching import with_number
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.errors import AskedError, nearest
from ipscost.messages import Message, series
from ipscost.run import Run
from ipscost.scenario.distributions import Fixed
from ipscost.scenario.nouns import Quantity, Scenario
from ipscost.scenario.rollout import SECTION, Rollout
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class RolloutQuestion(Question):
    """What an account saves by the rollout of a scenario, of which `run` follows one person."""

    budget: Budget
    account: str

    def of_variant(self, run: Run) -> RolloutQuestion:
        """The same question of a variant of the scenario."""
        return _question(run, self.account, self.budget.level)

    def is_known(self, arm: str) -> bool:
        """True if nothing that is not known is part of the account."""
        return self.budget.is_complete(self.account)

    @property
    def measure(self) -> str:
        """The name of the answer in tidy rows."""
        return "net_saving"

    @property
    def unit(self) -> str:
        """The unit of the answer."""
        return str(self.scenario.money)

    @property
    def is_of_person(self) -> bool:
        """False: it is about all who start, at the rollout's price of the programme."""
        return False

    @property
    def is_slow(self) -> bool:
        """True: the answer over draws at another value takes all the accounts anew."""
        return True

    def without_effect(self, paths: Collection[str]) -> Collection[str]:
        """None of the paths that were set: a rollout hangs on more than one person does."""
        return ()

    @cached_property
    def varied(self) -> dict[str, Varied]:
        """Every number that can be varied, by path: those of the rollout first."""
        pairs = limits_of(self.budget.rollout, 12 * len(self.budget.years))
        found = {number.path: _varied(number, ends, self.scenario) for number, ends in pairs}
        every = self.numbers_per_person().items()
        kept = {path: one for path, one in every if one.role not in ("rate", "threshold")}
        return {**found, **kept}

    def no_number(self, path: str) -> tuple[str, str]:
        """The message and the fix for a path that cannot be varied, even if the file states it."""
        rollout = self.budget.rollout
        spread = rollout.between_sites
        if spread is not None and spread.path == path:
            message = Message("{path} is how far single sites differ, and moves no net", path=path)
            return message, Message("see each site by ipscost budget with --sites")
        if path in {each.amount.path for each in rollout.published}:
            message = Message("{path} stands beside the accounts, and moves no net", path=path)
            return message, Message("name a number that is counted, a salary or a line")
        return super().no_number(path)

    @cached_property
    def now(self) -> Floats:
        """The answer in the base case, (arm,): of the one arm that is rolled out."""
        return 0.0 - net_of(self.budget, self.account)

    @cached_property
    def drawn(self) -> Floats | None:
        """The answer in each draw, (arm, draw); None without draws."""
        if self.budget.draws is None:
            return None
        return 0.0 - net_in(self.budget.draws[CONSTANT], self._places)[None]

    def answers(self, values: Mapping[str, Floats]) -> Floats:
        """The answer at `values` of some numbers, (arm, value), the others as in the base case."""
        size = next((column.size for column in values.values()), 1)
        net = net_of(self.budget.at(values), self.account)
        return np.broadcast_to(0.0 - net, (1, size))

    def over_draws(self, path: str, value: float, first: int | None = None) -> Floats:
        """The answer in each draw, (arm, draw), with the number at `path` at `value` in all."""
        scenario, rollout, settings = self.scenario, self.budget.rollout, self.run.settings
        number = self.varied[path].quantity
        assert number is not None
        drawn = drawn_numbers(scenario, rollout, settings)
        if path in drawn.values:
            held = {path: np.full(1, value * number.factor)}
            drawn = RolloutNumbers({**drawn.values, **held})
        else:
            scenario = with_number(scenario, path, replace(number, dist=Fixed(value), value=value))
        calendar = Calendar.of(scenario, rollout, _ahead(rollout, drawn))
        answers = np.empty((1, settings.draws))
        for place, block in blocks(scenario, settings, rollout):
            filler = Filler(self.budget.bearing, calendar, (), bases=(CONSTANT,), turning=())
            books = filler.fill(drawn.at(place), block).books[CONSTANT]
            answers[0, place] = 0.0 - net_in(books, self._places)
        return answers[:, :first]

    @property
    def _places(self) -> tuple[int, ...]:
        """The places of the payers of the account."""
        return self.budget.bearing.accounts[self.account]


def ask_rollout(run: Run, account: str = "", level: float = LEVEL) -> RolloutQuestion:
    """The question what an account saves by the rollout of a run's scenario.

    account: a payer, `public` or `all`; by default `public`, or `all` where no payer is public.
    Raises AskedError if the scenario has no rollout or no such account, or if part of the account
    is not known.
    """
    question = _question(run, account, level)
    lacking = question.budget.lacking(question.account)
    if lacking:
        raise AskedError(
            Message(
                "{paths} is not known, so nothing can be said of the net of {account}; ask for an "
                "account that it is no part of with --payer, or set a number",
                paths=series(lacking),
                account=question.account,
            )
        )
    return question


def is_of_rollout(path: str) -> bool:
    """True for the path of a number of a rollout."""
    return path.startswith(f"{SECTION}.")


def _question(run: Run, account: str, level: float) -> RolloutQuestion:
    """The question of an account, whether or not all of it is known."""
    found = budget(run.scenario, run.settings, level=level)
    known = tuple(found.bearing.accounts)
    if account and account not in known:
        raise AskedError(
            Message(
                "--payer {account}: no payer is called that; {fix}",
                account=account,
                fix=nearest(account, known),
            )
        )
    own = account or usual_account(found)
    return RolloutQuestion(run, (found.arm,), budget=found, account=own)


def _ahead(rollout: Rollout, numbers: RolloutNumbers) -> float:
    """The most months by which a post is filled before it is needed."""
    ahead = None if rollout.staff is None else rollout.staff.hired_ahead
    return float(numbers.of(ahead).max())


def _varied(number: Quantity, limits: tuple[float, float], scenario: Scenario) -> Varied:
    """A number of the rollout, with limits that hold its value of now."""
    now = scenario.now(number)
    low, high = limits
    return Varied(
        path=number.path,
        role=number.role,
        now=now,
        factor=number.factor,
        unit=number.unit,
        limits=(min(low, now), max(high, now)),
        quantity=number,
    )
