"""What accounts, prices, years and lines are called."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.analysis.budget.books import NOMINAL
from ipscost.analysis.budget.shares import ALL_PAYERS, OTHERS
from ipscost.report.frame import account_label, prices_of, whom
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.rollout import Rollout
from ipscost.words.text import Text, Words, money, opening, say, within


def labelled(scenario: Scenario, account: str) -> Text:
    """The name of an account on its own, in a table."""
    if account == ALL_PAYERS:
        return say("budget_everybody")
    if (
        account == OTHERS
        and scenario.rollout is not None
        and scenario.rollout.financing is not None
    ):
        return scenario.rollout.financing.others
    return account_label(scenario, account)


def named(scenario: Scenario, account: str) -> Words:
    """The same within a sentence: `the municipality`."""
    if account == ALL_PAYERS:
        return say("budget_whom_everybody")
    if account == OTHERS:
        return within(labelled(scenario, account))
    return whom(scenario, account)


def begins(scenario: Scenario, account: str) -> Text:
    """The same at the start of a sentence."""
    return opening(named(scenario, account))


def in_all(scenario: Scenario, value: float) -> Text:
    """An amount of a whole rollout, with its currency and no more than three digits."""
    return money(three_digits(value), scenario.money.currency)


def three_digits(value: float) -> float:
    """A number with three digits: what is known of many people is not known to the krone."""
    return float(f"{value:.2e}")


def prices_text(scenario: Scenario, basis: str) -> Words:
    """`2024 prices`, or `the prices of each year`."""
    return say("budget_nominal") if basis == NOMINAL else prices_of(scenario.money)


def years_text(years: Sequence[int]) -> str:
    """`2024`, or `2027-29` of several."""
    first, last = years[0], years[-1]
    if first == last:
        return str(first)
    short = str(last)[2:] if first // 100 == last // 100 else str(last)
    return f"{first}-{short}"


def whole_span(years: Sequence[int]) -> str:
    """`2024`, or `2024-2028` of several."""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}-{years[-1]}"


def line_labels(rollout: Rollout) -> dict[str, Words]:
    """What each line of the programme's cost is called, by the beginning of its path."""
    found: dict[str, Words] = {}
    if rollout.staff is not None:
        for role in rollout.staff.roles:
            found[f"rollout.staff.role.{role.name}"] = role.label
    for line in rollout.lines:
        found[f"rollout.line.{line.name}"] = line.label
    return found


def line_label(rollout: Rollout, path: str, scenario: Scenario) -> Words:
    """What a line of the programme's cost is called: a role, a line, overhead, or a place."""
    for start, label in line_labels(rollout).items():
        if path == start or path.startswith(f"{start}."):
            return label
    last = path.rpartition(".")[2]
    if path.startswith("rollout.") and last in ("overhead", "place"):
        return say(f"budget_line_{last}")
    return scenario.holders[path].label if path in scenario.holders else path
