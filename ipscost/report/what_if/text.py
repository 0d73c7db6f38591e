"""What sensitivity and threshold share: the result in words, labels, and the record."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import asdict

from ipscost.analysis.budget.question import is_of_rollout
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import Bounds, Swing
from ipscost.analysis.what_if.turning import Mark
from ipscost.directions import LOWER
from ipscost.errors import STDIN
from ipscost.report.frame import about_whom, in_money, prices_of, whom
from ipscost.report.notes.gaps import MOST_NAMED
from ipscost.report.report import FLAG
from ipscost.report.uses import names
from ipscost.report.what_if import rollout
from ipscost.report.what_if.rollout import of_rollout
from ipscost.scenario.left_out import is_left_out
from ipscost.scenario.nouns import Analysis, Outcome
from ipscost.scenario.quantity import RATIOS
from ipscost.units import RATIO, SHARE
from ipscost.words.text import (
    Words,
    horizon,
    in_sentence,
    listing,
    money,
    named,
    one_of,
    rate,
    say,
    series,
    within,
)


def record(question: Question, level: float, bounds: Bounds | None = None) -> dict[str, object]:
    """What is needed to reproduce the result."""
    more: dict[str, object] = {"level": level}
    if question.outcome is not None:
        more |= {"outcome": question.outcome.path, "wtp": question.wtp}
    if (own := of_rollout(question)) is not None:
        more["account"] = own.account
    if bounds:
        more["bounds"] = [f"{path}={low:g}:{high:g}" for path, (low, high) in bounds.items()]
    return {**asdict(question.run.record), **more}


def answer_sentence(question: Question, arm: str) -> Words:
    """The result at the point estimates, in one sentence."""
    if (own := of_rollout(question)) is not None:
        return rollout.answer(own)
    now = float(question.now[question.arms.index(arm)])
    key = "answer_benefit"
    if question.outcome is None:
        key = "answer_same" if now == 0 else "answer_saves" if now > 0 else "answer_costs"
    words: dict[str, Words] = {}
    if (population := about_whom(question.scenario)) is not None:
        key, words = f"{key}_of", {"population": population}
    return say(
        key,
        arm=arm_label(question, arm),
        reference=within(arm_label(question, question.scenario.reference)),
        whom=whom(question.scenario),
        amount=amount(question, now if question.outcome is not None else abs(now)),
        worth=worth(question),
        horizon=horizon(question.scenario.stated_months),
        year=prices_of(question.scenario.money),
        **words,
    )


def answer_title(question: Question) -> Words:
    """`Saving`, or `Net benefit at ... per QALY`."""
    if of_rollout(question) is not None:
        return say("rollout_saving")
    if question.outcome is None:
        return say("saving")
    return say("answer_benefit_at", worth=worth(question))


def money_line(question: Question) -> Words:
    """The line below a title: money, horizon, perspective."""
    if (own := of_rollout(question)) is not None:
        return rollout.line(own)
    scenario = question.scenario
    return say("answer_in", **in_money(scenario))


# --- how it is called ------------------------------------------------------------------------


def arm_label(question: Question, arm: str) -> Words:
    """The name of an arm for a reader."""
    return question.scenario.arms[arm].label


def amount(question: Question, value: float) -> Words:
    """An amount of the reported money in a sentence."""
    return money(value, question.scenario.money.currency)


def worth(question: Question) -> Words:
    """`264,116 kr. per QALY`: the threshold of a net benefit; nothing for a saving."""
    outcome = question.outcome
    if outcome is None:
        return ""
    label, avoided = in_sentence(outcome.label), outcome.better == LOWER
    one = one_of(str(outcome.unit.head), label, avoided=avoided)
    return say("worth_each", money=amount(question, question.wtp), one=one)


def saver(question: Question) -> Words:
    """Whose saving it is, within a sentence."""
    own = of_rollout(question)
    return whom(question.scenario) if own is None else rollout.account_named(own)


def label_of(question: Question, varied: Varied) -> Words:
    """The label of a varied number in a table."""
    if (own := of_rollout(question)) is not None and is_of_rollout(varied.path):
        return rollout.names(own, varied).label
    if varied.use is not None:
        return names(varied.use, question.scenario).label
    return _of_no_use("label", varied)


def subject_of(question: Question, varied: Varied) -> Words:
    """How a sentence refers to a varied number."""
    if (own := of_rollout(question)) is not None and is_of_rollout(varied.path):
        return rollout.names(own, varied).subject
    if varied.use is not None:
        return names(varied.use, question.scenario).subject
    return _of_no_use("subject", varied)


def _of_no_use(kind: str, varied: Varied) -> Words:
    """A discount rate, or what an outcome is worth."""
    if varied.holder is None:
        return say(f"{kind}_{varied.path.replace('.', '_')}")
    assert isinstance(varied.holder, Outcome)
    less = "_lower" if varied.holder.better == LOWER else ""
    return say(f"{kind}_threshold{less}", label=varied.holder.label)


def bar_label(question: Question, bar: Swing) -> Words:
    """The label of a number in a table, with its unit, and a mark if it changes the sign."""
    label = series((label_of(question, bar.varied), shown_unit(bar.varied)))
    return say("flagged", label=label, flag=FLAG) if bar.flips else label


def mark_label(mark: Mark, level: float) -> Words:
    """The label of a threshold in a table: its unit, and whether it is that of the interval."""
    unit: Words = "%" if mark.unit == "share" else named(mark.unit)
    return say("row_sure", unit=unit, level=rate(level)) if mark.is_sure else unit


def analysis_name(analysis: Analysis | None) -> tuple[str, Words]:
    """The path and the label of a scenario analysis, or of the base case."""
    if analysis is None:
        return "base", say("base_case")
    return f"analyses.{analysis.name}", analysis.label


def shown_unit(varied: Varied) -> Words:
    """The unit of a number; nothing for shares and ratios, which need none."""
    return "" if varied.unit in (SHARE, RATIO) else named(str(varied.unit))


def some(names: Sequence[Words]) -> Words:
    """The first of several names, and how many more there are."""
    if len(names) <= MOST_NAMED:
        return listing(names)
    return listing([*names[: MOST_NAMED - 1], say("others_too", count=len(names) - MOST_NAMED + 1)])


# --- commands to type ------------------------------------------------------------------------


def threshold_command(question: Question, path: str) -> str:
    """The command that finds the threshold of a number for the same question."""
    return _command(question, ["threshold", _file(question), path, *_asked(question)])


def try_command(question: Question, varied: Varied, value: float) -> str:
    """The command that shows the same result with a number set to `value`."""
    words = ["simulate", _file(question)]
    if (own := of_rollout(question)) is not None:
        words = ["budget", _file(question), "--payer", own.account]
    elif question.outcome is not None:
        words = ["sensitivity", _file(question), *_asked(question)]
    return _command(question, words, [setting(question, varied, f"{value:.10g}")])


def simulate_command(question: Question) -> str:
    """The command that shows the saving as it is, to which settings can be added."""
    return _command(question, ["simulate", _file(question)])


def setting(question: Question, varied: Varied, text: str) -> str:
    """What `--set` takes for a number to have the value that `text` states.

    A number with uncertainty is set as a whole, without it: what was stated as a median, or with
    an interval around it, would be another number with the value alone changed. One that is
    correlated with others keeps its uncertainty, without which it could not be.
    """
    role = {"price": "mean", "threshold": "mean"}.get(varied.role, varied.role)
    if varied.role in ("rate", "count"):
        return f"{varied.path}={text}"
    is_free = varied.path not in question.together
    if varied.quantity is not None and not varied.quantity.is_fixed and is_free:
        unit = "" if role in RATIOS else f", unit: {varied.unit}"
        return f"{varied.path}={{{role}: {text}{unit}}}"
    return f"{varied.path}.{role}={text}"


def _file(question: Question) -> str:
    return "-" if question.scenario.file == STDIN else question.scenario.file


def _asked(question: Question) -> list[str]:
    """The options that define the question: outcome, threshold and arms."""
    if (own := of_rollout(question)) is not None:
        return rollout.options(own)
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
    left_out = [setting for setting in scenario.settings if is_left_out(setting)]
    for setting in (*scenario.settings, *more):
        found += [] if setting in left_out else ["--set", setting]
    if left_out:
        found += [word for arm in scenario.interventions for word in ("--arm", arm)]
    if scenario.money.year != scenario.stated_money.year:
        found += ["--price-year", str(scenario.money.year)]
    return shlex.join(found)
