"""What an account lacks, in words: a sentence in place of a claim, and the notes behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ipscost import known
from ipscost.analysis.estimates import View
from ipscost.analysis.lacking import COST, EFFECT, LeftOut, Undecided
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.report.frame import about_whom, prices_of, whom
from ipscost.run import Run
from ipscost.scenario.nouns import Outcome
from ipscost.words.text import Words, horizon, listing, money, opening, say, sentences, within

MOST_NAMED = 3


def sentence(view: View, arm: str, *, name: Words = "") -> Words:
    """That it is not known what an arm saves, what the known part comes to, and what is missing.

    Of an effect that is carried over also of whom, and on what condition.

    `name` is what the arm is called where its label is not enough.
    """
    scenario, total = view.run.scenario, view.total(arm)
    saves = total.point <= 0
    key = "headline_unknown"
    if not total.empty:
        key = "headline_partial_saves" if saves else "headline_partial_costs"
    told = say(
        key,
        arm=name or within(scenario.arms[arm].label),
        reference=within(scenario.arms[scenario.reference].label),
        whom=whom(scenario, view.perspective),
        amount=money(abs(total.point), scenario.money.currency),
        horizon=horizon(scenario.stated_months),
        year=prices_of(scenario.money),
        parts=missing_text(view, arm, MOST_NAMED),
    )
    if scenario.transfer is None:
        return told
    return sentences(told, say("about_people", people=about_whom(scenario)))


def missing_text(view: View, arm: str, most: int = 0) -> Words:
    """The categories that an account lacks, each with why; of more than `most` the first alone."""
    parts = list(_parts(view, arm))
    if 0 < most < len(parts):
        more = say("others_too", count=len(parts) - most + 1)
        parts = [*parts[: most - 1], more]
    return listing(parts)


def _parts(view: View, arm: str) -> Iterator[Words]:
    """What an account lacks: what is not known, not divided, or known within another amount alone.

    What such an amount holds is not told again where its own division is what is lacking.
    """
    scenario, told = view.run.scenario, view.run.point.told[view.run.point.arm(arm)]
    lacking = {category.path for category in view.missing(arm)}
    holders, counted = known.holders(scenario, arm), view.weight() != 0
    held: dict[tuple[int, str], list[Words]] = {}
    for place, category in enumerate(scenario.categories):
        label = within(category.label)
        holder = holders[place]
        if category.path not in lacking:
            continue
        if told[place]:
            yield say("missing_undivided", label=label)
        elif holder < 0:
            yield say("missing_unknown", label=label)
        elif scenario.categories[holder].path not in lacking:
            key = "missing_part_of" if counted[place] else "missing_share_of"
            held.setdefault((holder, key), []).append(label)
    for (holder, key), labels in held.items():
        words = {"holder": within(scenario.categories[holder].label)}
        yield say(key, labels=listing(labels), **words)


def left_out(run: Run, outcome: Outcome | None, arms: Iterable[LeftOut]) -> tuple[Words, ...]:
    """A sentence for each arm that cannot be decided on, on cost alone or with an outcome."""
    view = View(run, run.scenario.perspective)
    return tuple(_left_out(view, each, outcome) for each in arms)


def _left_out(view: View, found: LeftOut, outcome: Outcome | None) -> Words:
    """Why an arm is left out: its account, its effect or that of the reference is not known."""
    scenario = view.run.scenario
    label = opening(scenario.arms[found.arm].label)
    if found.what == COST:
        return say("left_out_cost", arm=label, parts=missing_text(view, found.arm, MOST_NAMED))
    assert outcome is not None
    if found.what == EFFECT:
        return say("left_out_effect", arm=label, outcome=within(outcome.label))
    reference = within(scenario.arms[scenario.reference].label)
    words = {"arm": label, "outcome": within(outcome.label), "reference": reference}
    return say("left_out_effect_base", **words)


def refusal(why: Undecided) -> AskedError:
    """What the command line says where nothing can be decided: why, and what can be asked."""
    text = sentences(*left_out(why.run, why.outcome, why.arms))
    if why.way is None:
        return AskedError(Message("{text} Nothing can be said until that is stated", text=text))
    option, name = why.way
    return AskedError(
        Message("{text} It is known with --{option} {name}", text=text, option=option, name=name)
    )
