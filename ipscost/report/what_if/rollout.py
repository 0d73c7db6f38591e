"""sensitivity and threshold of a rollout: the answer in words, and what its numbers are called."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.budget.question import RolloutQuestion
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.report.frame import prices_of, whom
from ipscost.scenario.rollout import PRICES, WAGES, Rollout
from ipscost.words.locale import currency_sign
from ipscost.words.text import Text, Words, money, say, within

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


def label(question: RolloutQuestion, varied: Varied) -> Text:
    """What a table calls a number of the rollout."""
    return _called("label", question, varied)


def subject(question: RolloutQuestion, varied: Varied) -> Text:
    """What a sentence calls it."""
    return _called("subject", question, varied)


def _called(kind: str, question: RolloutQuestion, varied: Varied) -> Text:
    names = dict(_names(question.budget.rollout))
    name, values = names[varied.path]
    return say(f"rollout_{kind}_{name}", **values)


def _names(rollout: Rollout) -> Iterator[tuple[str, tuple[str, dict[str, Words]]]]:
    """By the path of each number, the end of the key of its words, and what stands in them."""
    intake, support, staff = rollout.intake, rollout.support, rollout.staff
    plain = {
        "target": intake.target,
        "recruitment": intake.recruitment,
        "ramp_up": intake.ramp_up,
        "delay": intake.delay,
        "of": intake.of,
        "support_months": None if support is None else support.months,
        "leaving": None if support is None else support.leaving,
        "place": rollout.place,
        "between_sites": rollout.between_sites,
        "share": None if rollout.financing is None else rollout.financing.share,
    }
    if staff is not None:
        plain |= {
            "caseload": staff.caseload,
            "clients_per_year": staff.clients_per_year,
            "hired_ahead": staff.hired_ahead,
            "vacancy": staff.vacancy,
            "employer": staff.employer,
            "employer_above": staff.employer_above,
            "pension": staff.pension,
            "overhead": staff.overhead,
        }
        for role in staff.roles:
            for name, number in (
                ("salary", role.salary),
                ("per", role.per),
                ("posts", role.posts),
            ):
                if number is not None:
                    yield number.path, (name, {"label": role.label})
    for name, number in plain.items():
        if number is not None:
            yield number.path, (name, {})
    for each in rollout.lines:
        yield each.amount.path, ("line", {"label": each.label})
        if each.growth is not None:
            yield each.growth.path, ("growth", {"label": each.label})
    for grant in rollout.grants:
        for year, amount in grant.amounts.items():
            yield amount.path, ("grant", {"label": grant.label, "year": str(year)})
        if grant.own_share is not None:
            yield grant.own_share.path, ("own_share", {"label": grant.label})
    rates = {} if rollout.indexation is None else rollout.indexation.rates
    for name, rate in rates.items():
        own = name in (PRICES, WAGES)
        values: dict[str, Words] = {} if own else {"kind": say(f"kind_{name}")}
        yield rate.path, (name if own else "kind", values)
