"""What an account lacks, in words: a sentence in place of a claim, and the notes behind it."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost import known
from ipscost.analysis.estimates import View
from ipscost.analysis.frame import prices_of, whom
from ipscost.scenario import perspectives
from ipscost.scenario.nouns import Outcome
from ipscost.words.text import Text, Words, horizon, listing, money, say

MOST_NAMED = 3


def sentence(view: View, arm: str, *, name: Words = "") -> Words:
    """That it is not known what an arm saves, what the known part comes to, and what is missing.

    `name` is what the arm is called where its label is not enough.
    """
    scenario, total = view.run.scenario, view.total(arm)
    saves = total.point <= 0
    key = "headline_unknown"
    if not total.empty:
        key = "headline_partial_saves" if saves else "headline_partial_costs"
    return say(
        key,
        arm=name or scenario.arms[arm].label,
        reference=scenario.arms[scenario.reference].label,
        whom=whom(scenario, view.perspective),
        amount=money(abs(total.point), scenario.money.currency),
        horizon=horizon(scenario.months),
        year=prices_of(scenario.money),
        parts=missing_text(view, arm, MOST_NAMED),
    )


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
        label = category.label
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
        words = {"holder": scenario.categories[holder].label}
        yield say(key, labels=listing(labels), **words)


def left_out(view: View, arm: str, outcome: Outcome | None) -> Text | None:
    """Why an arm cannot be decided on: its account or outcome is not known; None where both are.

    Without an `outcome` cost alone counts.
    """
    point, label = view.run.point, view.run.scenario.arms[arm].label
    if view.total(arm).partial:
        return say("left_out_cost", arm=label, parts=missing_text(view, arm, MOST_NAMED))
    if outcome is None or point.outcome_told[point.arm(arm), point.outcomes.index(outcome.path)]:
        return None
    base = outcome.arms.get(view.run.scenario.reference)
    if base is not None and not base.is_known:
        reference = view.run.scenario.arms[view.run.scenario.reference].label
        words = {"arm": label, "outcome": outcome.label, "reference": reference}
        return say("left_out_effect_base", **words)
    return say("left_out_effect", arm=label, outcome=outcome.label)


def way_out(view: View, outcome: Outcome | None) -> tuple[str, str] | None:
    """The option, and its value, under which an arm can be decided on; None where there is none.

    Another perspective, or another outcome.
    """
    scenario, arms = view.run.scenario, view.run.scenario.interventions
    for name in perspectives.known(scenario):
        if any(left_out(view.seen_from(name), arm, outcome) is None for arm in arms):
            return "perspective", name
    for each in scenario.outcomes:
        if any(left_out(view, arm, each) is None for arm in arms):
            return "outcome", each.path.partition(".")[2]
    return None
