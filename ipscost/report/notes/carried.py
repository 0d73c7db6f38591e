"""What of a trial's effect is carried over to another group, what goes with it, and what stays."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ipscost.analysis.carried import CarriedEffect, CarriedOver, carried_over
from ipscost.report.notes.about import About
from ipscost.run import Run
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.transfer import POINTS, effects_of
from ipscost.units import SHARE
from ipscost.words.text import (
    Words,
    behind,
    clause,
    listing,
    number,
    percent,
    points,
    say,
    sentences,
    within,
)

MOST_CARRIED = 6
"""So many are named in a caveat of what goes with an effect; of more the rest are counted."""


def carried(about: About[object]) -> Iterator[Words]:
    """What is carried over, with all that goes with it and the levels of this group."""
    found = carried_over(about.run)
    if found is None:
        return
    scenario = about.scenario
    yield sentences(carried_text(found, scenario), *_baselines(found, scenario))
    if found.transfer.note is not None:
        yield clause(found.transfer.note)


def carried_text(found: CarriedOver, scenario: Scenario, most: int = 0) -> Words:
    """What is carried over, what goes with it and what stays; of more than `most` the first."""
    own = [sentences(within(each.label), _share(scenario.base(q))) for each, q in found.own]
    return sentences(
        effect_text(found, scenario, most),
        _with("carried_with", [within(each.label) for each in found.hangs], most),
        _with("carried_moved", [within(each.label) for each in found.moved], most),
        _with("carried_own", own, most),
        _with("carried_stays", [within(each.label) for each in found.stays], most),
    )


def effect_text(found: CarriedOver, scenario: Scenario, most: int = 0) -> Words:
    """What is carried over of the effect, and which costs that would take below 0."""
    below = [within(each.label) for each in found.below]
    return sentences(_effect(found, scenario), _with("carried_below", below, most))


def _with(key: str, names: Sequence[Words], most: int) -> Words:
    """A sentence about what these are called, of many about the first; nothing of none."""
    if not names:
        return ""
    if 0 < most < len(names):
        names = [*names[: most - 1], say("others_too", count=len(names) - most + 1)]
    return say(key, names=listing(names))


def _effect(found: CarriedOver, scenario: Scenario) -> Words:
    """In which way the effect is carried over, and what becomes of the trial's."""
    transfer, several = found.transfer, len(found.effects) > 1
    changes = [_change(each, transfer.scale, scenario, several) for each in found.effects]
    values: dict[str, Words] = {"scale": say(f"as_{transfer.scale}"), "changes": listing(changes)}
    for name in ("share", "weight"):
        if (number := getattr(transfer, name)) is not None:
            values[name] = _share(scenario.base(number))
    values["factor"] = listing(_factors(found))
    key = f"carried_{transfer.way}"
    return say(key if changes else f"{key}_alone", **values)


def _factors(found: CarriedOver) -> list[Words]:
    """How much of the trial's effect is carried over, on its scale, where arms differ of each."""
    factors = {each.here / each.trial for each in found.effects if each.trial}
    if found.transfer.scale != POINTS:
        factors = {_in_logs(each) for each in found.effects if each.trial != 1}
    return [percent(factor, 0) for factor in sorted(factors)]


def _in_logs(effect: CarriedEffect) -> float:
    """What is carried over of a ratio, as a share of its logarithm."""
    return math.log(effect.here) / math.log(effect.trial)


def _change(effect: CarriedEffect, scale: str, scenario: Scenario, several: bool) -> Words:
    """What an effect becomes: `1.29 becomes 1.13`."""
    ends = (effect.trial, effect.here)
    was, now = (points(end) if scale == POINTS else number(end, "ratio") for end in ends)
    text = say("carried_change", was=was, now=now)
    label = scenario.arms[effect.arm].label
    return say("labelled", label=label, text=text) if several else text


def _share(value: float) -> Words:
    """A share of an effect: 50%."""
    return percent(value, 0 if abs(value - round(value, 2)) < 1e-9 else 1)


def carried_of(run: Run, holder: Category | Outcome) -> Words:
    """How much of a category or outcome is carried over; nothing where nothing is carried over."""
    found = carried_over(run)
    if found is None or not holder.numbers or (isinstance(holder, Outcome) and holder.course):
        return ""
    scenario, transfer = run.scenario, found.transfer
    shares = transfer.shares_of(holder.path, holder.kind if isinstance(holder, Category) else "")
    if not shares:
        return say("carried_not")
    is_share = isinstance(holder, Outcome) and holder.unit == SHARE and scenario.model is None
    paths = listing([number.path for number in shares])
    if shares[0].role == "mean" and len(shares) == 1:
        amount = _share(scenario.base(shares[0]))
    else:
        amount = listing(_factors(found))
    if is_share:
        scale = say(f"as_{transfer.scale}")
        return say("carried_part_on_scale", share=amount, paths=paths, scale=scale)
    return say("carried_part", share=amount, paths=paths)


def carried_number(run: Run, number: Quantity, arm: str) -> Words:
    """What is made of a number by which the moves of an arm differ; nothing of any other."""
    found, model = carried_over(run), run.scenario.model
    if found is None or model is None:
        return ""
    effects = effects_of(model, run.scenario.reference).get(arm, ())
    change = next((each for each in found.effects if each.arm == arm), None)
    if change is None or not effects or effects[0].path != number.path:
        return ""
    return _change(change, found.transfer.scale, run.scenario, several=False)


def _baselines(found: CarriedOver, scenario: Scenario) -> Iterator[Words]:
    """The level of each outcome in the reference arm of this group, beside the trial's."""
    for path, own in found.transfer.baselines.items():
        outcome = next(each for each in scenario.outcomes if each.path == path)
        base = outcome.arms.get(scenario.reference)
        levels = [_level(scenario.base(own), str(outcome.unit)), say("carried_unknown")]
        if base is not None and base.is_known:
            levels[1] = _level(scenario.base(base), str(outcome.unit))
        yield say(
            "carried_base",
            label=outcome.label,
            arm=within(scenario.arms[scenario.reference].label),
            here=levels[0],
            trial=levels[1],
        )


def _level(value: float, unit: str) -> Words:
    """A level of an outcome with its unit."""
    return percent(value, 1) if unit == str(SHARE) else sentences(number(value, unit), behind(unit))
