"""sensitivity and threshold of a rollout: the answer in words, and what its numbers are called."""

from __future__ import annotations

from ipscost.analysis.budget.question import RolloutQuestion
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.report.frame import prices_of, whom
from ipscost.report.rollout import rollout_names
from ipscost.report.uses import Names
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, money, say, within

OTHERS, EVERYBODY = "others", "all"


def of_rollout(question: Question) -> RolloutQuestion | None:
    """The question, if it is one of a rollout."""
    return question if isinstance(question, RolloutQuestion) else None


def account_named(question: RolloutQuestion) -> Words:
    """Whose net is asked for, within a sentence: `the municipality`."""
    scenario, account = question.scenario, question.account
    if account == EVERYBODY:
        return say("rollout_everybody")
    if account == OTHERS and question.budget.rollout.financing is not None:
        return within(question.budget.rollout.financing.others)
    return whom(scenario, account)


def answer(question: RolloutQuestion) -> Words:
    """What the account saves or pays by the end of the accounts, in one sentence."""
    scenario, now = question.scenario, float(question.now[0])
    key = "rollout_same" if now == 0 else "rollout_saves" if now > 0 else "rollout_costs"
    return say(
        key,
        arm=scenario.arms[question.arms[0]].label,
        whom=account_named(question),
        amount=money(abs(now), scenario.money.currency),
        last=str(question.budget.years[-1]),
        year=prices_of(scenario.money),
    )


def line(question: RolloutQuestion) -> Words:
    """The line below a title: money, years, prices, whose account."""
    years, scenario = question.budget.years, question.scenario
    return say(
        "rollout_in",
        currency=currency_sign(scenario.money.currency),
        years=f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0]),
        year=prices_of(scenario.money),
        whom=account_named(question),
    )


def options(question: RolloutQuestion) -> list[str]:
    """The options that ask the same question on the command line."""
    return ["--budget", "--payer", question.account]


def names(question: RolloutQuestion, varied: Varied) -> Names:
    """What a number of the rollout is called in a table and in a sentence."""
    return rollout_names(question.budget.rollout)[varied.path]
