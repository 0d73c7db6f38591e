"""What the reports of sensitivity and threshold have in common: the answer in words, the record."""

from __future__ import annotations

from dataclasses import asdict

from ipscost.analysis.summary import perspective_text
from ipscost.analysis.tornado import Bounds
from ipscost.analysis.what_if import Question
from ipscost.words import horizon, say


def record(question: Question, level: float, bounds: Bounds | None = None) -> dict[str, object]:
    """What the answer can be had again from."""
    more: dict[str, object] = {"level": level}
    if question.outcome is not None:
        more |= {"outcome": question.outcome.path, "wtp": question.wtp}
    if bounds:
        more["bounds"] = [f"{path}={low:g}:{high:g}" for path, (low, high) in bounds.items()]
    return {**asdict(question.run.record), **more}


def answer_sentence(question: Question, arm: str, language: str) -> str:
    """The answer at the expected values in one sentence."""
    now = float(question.now[question.arms.index(arm)])
    key = "answer_benefit"
    if question.outcome is None:
        key = "answer_saves" if now >= 0 else "answer_costs"
    worth = question.worth(language) if question.outcome is not None else ""
    return say(
        key,
        language,
        arm=question.arm_label(arm, language),
        reference=question.arm_label(question.scenario.reference, language),
        whom=question.whom(language),
        amount=question.money(now if question.outcome is not None else abs(now), language),
        worth=worth,
        horizon=horizon(question.scenario.months, language),
        year=question.scenario.money.year,
    )


def answer_title(question: Question, language: str) -> str:
    """`Saving`, or `Net benefit at ... per QALY`."""
    if question.outcome is None:
        return say("saving", language)
    return say("answer_benefit_at", language, worth=question.worth(language))


def money_line(question: Question, language: str) -> str:
    """The line below a title: money, horizon, perspective."""
    scenario = question.scenario
    return say(
        "answer_in",
        language,
        currency="kr." if scenario.money.currency == "DKK" else scenario.money.currency,
        horizon=horizon(scenario.months, language),
        year=scenario.money.year,
        perspective=perspective_text(scenario, language),
    )
