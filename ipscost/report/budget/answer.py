"""What was found of a rollout: the books seen from one account, and what must hold for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ipscost.analysis.budget.books import CONSTANT, NOMINAL
from ipscost.analysis.budget.seen import BudgetView, accounts_of, default_account
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.report.budget.amounts import Amounts
from ipscost.report.budget.labels import labelled
from ipscost.run import Run
from ipscost.scenario.called import UnknownNameError, called
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.rollout import Rollout, Site
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from ipscost.analysis.budget.holds import Holds
    from ipscost.analysis.budget.sites import SitesBudget


BASES = (CONSTANT, NOMINAL)


@dataclass(frozen=True, eq=False)
class BudgetAnswer:
    """The budget of a rollout, whose account is told, and the run of one person behind it.

    sites: the same of each site, where there is a file of them.
    """

    view: BudgetView
    run: Run
    sites: SitesBudget | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario that is rolled out."""
        return self.view.scenario

    @property
    def rollout(self) -> Rollout:
        """How it is rolled out."""
        return self.view.budget.rollout

    @property
    def arms(self) -> tuple[str, str]:
        """The arm that is rolled out, and the reference arm."""
        return self.view.budget.arm, self.scenario.reference

    @cached_property
    def holds(self) -> Holds:
        """What must hold for the account that is told."""
        from ipscost.analysis.budget.holds import holds

        return holds(self.view.budget, self.view.account)

    @cached_property
    def shown(self) -> Amounts:
        """The amounts of the basis that is told, as tables show them."""
        return Amounts(self.view, self.view.basis)

    def in_basis(self, basis: str) -> Amounts:
        """The same in another basis."""
        return self.shown if basis == self.view.basis else Amounts(self.view, basis)


def found_in(
    run: Run,
    level: float = LEVEL,
    *,
    basis: str = CONSTANT,
    payer: str = "",
    sites: Sequence[Site] = (),
) -> BudgetAnswer:
    """The budget of the rollout of a run's scenario, told of an account by name or label.

    Raises AskedError for a scenario without a rollout, an account that there is not, and prices of
    each year where those are not known.
    """
    from ipscost.analysis.budget.accounts import budget

    if basis not in BASES:
        raise AskedError(f"prices are {' or '.join(BASES)}, not {basis}")
    made = budget(run.scenario, run.settings, level=level)
    if basis not in made.bases:
        raise AskedError(
            Message(
                "nominal prices cannot be told: general prices are not known in each year; add "
                "indexation: {{prices: 0.02}} to the rollout"
            )
        )
    account = _account(run.scenario, payer, accounts_of(made)) if payer else ""
    view = BudgetView(made, account or default_account(run.scenario), basis)
    return BudgetAnswer(view, run, _of_sites(run, sites) if sites else None)


def _of_sites(run: Run, sites: Sequence[Site]) -> SitesBudget:
    """The budgets of some sites, with the draws of the run."""
    from ipscost.analysis.budget.sites import sites_budget

    return sites_budget(run.scenario, sites, run.settings)


def has_budget(scenario: Scenario) -> bool:
    """True for a scenario with a rollout of which a budget can be made (`accounts.checked`)."""
    rollout = scenario.rollout
    if rollout is None or not scenario.is_horizon_known:
        return False
    return rollout.staff is None or rollout.support is not None


def _account(scenario: Scenario, word: str, accounts: tuple[str, ...]) -> str:
    """The account that is meant by a name or a label."""
    known = {each: labelled(scenario, each) for each in accounts}
    try:
        return called(word, known, Message("account"))
    except UnknownNameError as error:
        raise AskedError(
            Message("--payer {word}: {error}; {fix}", word=word, error=error, fix=error.fix)
        ) from None
