"""What the reports of sensitivity and threshold have in common: the answer in words, the record."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import asdict

from ipscost.analysis.frame import perspective_text, prices_of
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import Bounds
from ipscost.errors import STDIN
from ipscost.scenario.quantity import RATIOS
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, horizon, say


def record(question: Question, level: float, bounds: Bounds | None = None) -> dict[str, object]:
    """What the answer can be had again from."""
    more: dict[str, object] = {"level": level}
    if question.outcome is not None:
        more |= {"outcome": question.outcome.path, "wtp": question.wtp}
    if bounds:
        more["bounds"] = [f"{path}={low:g}:{high:g}" for path, (low, high) in bounds.items()]
    return {**asdict(question.run.record), **more}


def answer_sentence(question: Question, arm: str) -> Words:
    """The answer by the point estimates in one sentence."""
    now = float(question.now[question.arms.index(arm)])
    key = "answer_benefit"
    if question.outcome is None:
        key = "answer_saves" if now >= 0 else "answer_costs"
    worth = question.worth() if question.outcome is not None else ""
    return say(
        key,
        arm=question.arm_label(arm),
        reference=question.arm_label(question.scenario.reference),
        whom=question.whom(),
        amount=question.money(now if question.outcome is not None else abs(now)),
        worth=worth,
        horizon=horizon(question.scenario.months),
        year=prices_of(question.scenario.money),
    )


def answer_title(question: Question) -> Words:
    """`Saving`, or `Net benefit at ... per QALY`."""
    if question.outcome is None:
        return say("saving")
    return say("answer_benefit_at", worth=question.worth())


def money_line(question: Question) -> Words:
    """The line below a title: money, horizon, perspective."""
    scenario = question.scenario
    return say(
        "answer_in",
        currency=currency_sign(scenario.money.currency),
        horizon=horizon(scenario.months),
        year=prices_of(scenario.money),
        perspective=perspective_text(scenario),
    )


# --- commands to type ------------------------------------------------------------------------


def threshold_command(question: Question, path: str) -> str:
    """The command that finds where a number turns the sign of the same answer."""
    return _command(question, ["threshold", _file(question), path, *_asked(question)])


def try_command(question: Question, varied: Varied, value: float) -> str:
    """The command that shows the same answer with a number at `value`.

    A number with uncertainty is set as a whole, without it: what was stated as a median, or with
    an interval around it, would be another number with the value alone changed.
    """
    text = f"{value:.10g}"
    role = {"price": "mean", "threshold": "mean"}.get(varied.role, varied.role)
    if varied.role in ("rate", "count"):
        setting = f"{varied.path}={text}"
    elif varied.quantity is not None and not varied.quantity.is_fixed:
        unit = "" if role in RATIOS else f", unit: {varied.unit}"
        setting = f"{varied.path}={{{role}: {text}{unit}}}"
    else:
        setting = f"{varied.path}.{role}={text}"
    words = ["simulate", _file(question)]
    if question.outcome is not None:
        words = ["sensitivity", _file(question), *_asked(question)]
    return _command(question, words, [setting])


def _file(question: Question) -> str:
    return "-" if question.scenario.file == STDIN else question.scenario.file


def _asked(question: Question) -> list[str]:
    """The options that say what the answer is: outcome, worth and arms."""
    words = []
    if question.outcome is not None:
        words += ["--outcome", question.outcome.path.partition(".")[2]]
        words += ["--wtp", f"{question.wtp:.12g}"] if question.is_given else []
    if question.arms != tuple(question.scenario.interventions):
        words += [word for arm in question.arms for word in ("--arm", arm)]
    return words


def _command(question: Question, words: Sequence[str], more: Sequence[str] = ()) -> str:
    """A command with the settings of the scenario and `more`, quoted for a shell."""
    scenario = question.scenario
    found = ["ipscost", *words]
    for setting in (*scenario.settings, *more):
        found += ["--set", setting]
    if scenario.money.year != scenario.stated_money.year:
        found += ["--price-year", str(scenario.money.year)]
    return shlex.join(found)
