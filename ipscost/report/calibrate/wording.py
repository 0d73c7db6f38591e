"""The names of unknowns and targets, and what the targets do not determine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from ipscost.analysis.calibrate.calibrated import Calibrated
from ipscost.analysis.calibrate.results import close_pairs
from ipscost.analysis.verify import unit_of
from ipscost.scenario.calibration import CalibrationTarget, Unknown
from ipscost.scenario.nouns import Category, Scenario
from ipscost.words.text import (
    Text,
    Words,
    listing,
    number,
    points,
    quoted,
    say,
    sentences,
    typed,
)


def unknown_names(found: Calibrated) -> tuple[Words, ...]:
    """The name of each unknown: its label, or what it belongs to; its path if two share a name."""
    names = [_unknown(found.scenario, unknown) for unknown in found.unknowns]
    often = Counter(names)
    return tuple(
        name if often[name] == 1 else unknown.path
        for name, unknown in zip(names, found.unknowns, strict=True)
    )


def _unknown(scenario: Scenario, unknown: Unknown) -> Words:
    if unknown.label is not None:
        return unknown.label
    if unknown.owner is None:
        return unknown.path
    label, quantity = unknown.owner, unknown.quantity
    arm = scenario.arms.get(unknown.path.rpartition(".")[2])
    if arm is not None:
        return say(f"calibrate_is_{quantity.role}", label=label, arm=arm.label)
    holders = scenario.holders.values()
    if any(isinstance(h, Category) and h.price is quantity for h in holders):
        return say("calibrate_is_price", label=label)
    return label


def target_name(scenario: Scenario, target: CalibrationTarget) -> Words:
    """`Level, IPS: In job`, or the target's own label."""
    if target.label is not None:
        return target.label
    if target.path == "cost":
        label: Text = say("total")
    elif target.path in scenario.groups:
        label = scenario.groups[target.path].label
    else:
        label = scenario.holders[target.path].label
    arm = scenario.arms[target.arm].label
    if target.after:
        before = scenario.holders[target.after].label
        return say("calibrate_after", arm=arm, label=label, before=before)
    return say("result_of", what=say(f"what_{target.what}"), arm=arm, label=label)


def is_points(scenario: Scenario, target: CalibrationTarget) -> bool:
    """True for a difference of two shares, which is shown in percentage points."""
    return target.what == "difference" and unit_of(target, scenario) == "share"


def target_value(found: Calibrated, target: CalibrationTarget) -> Words:
    """The value of a target as it was published: `59.9%`, `72,000`."""
    unit = unit_of(target, found.scenario)
    if is_points(found.scenario, target):
        return points(target.value)
    return number(target.value, unit)


def counted(found: Calibrated) -> Words:
    """`5 numbers fitted to 9 targets`."""
    parts = {}
    for key, count in (("unknown", len(found.unknowns)), ("target", len(found.targets))):
        word = f"calibrate_{key}_one" if count == 1 else f"calibrate_{key}s"
        parts[f"{key}s"] = say(word, count=count)
    return say("calibrate_count", **parts)


def told_apart(found: Calibrated, names: tuple[Words, ...]) -> Iterator[Words]:
    """What the targets do not determine, or that they determine everything."""
    for direction in found.fit.null:
        yield _open(direction, names)
    pairs = list(close_pairs(found))
    for first, second, rho in pairs:
        yield say(
            "calibrate_near_same" if rho > 0 else "calibrate_near_opposite",
            first=quoted(names[first]),
            second=quoted(names[second]),
            rho=rho_text(rho),
        )
    if not pairs and not found.fit.is_open.any() and int(found.fit.free.sum()) > 1:
        condition = typed(found.fit.condition, 3)
        yield say("calibrate_apart", condition=condition)


def rho_text(rho: float) -> Words:
    """A correlation to three decimals, never rounded to 1."""
    most = 0.999
    if abs(rho) <= most:
        return typed(rho, 3)
    word, limit = ("over", most) if rho > 0 else ("under", -most)
    return sentences(say(word), typed(limit))


def _open(direction: np.ndarray, names: tuple[Words, ...]) -> Words:
    """Which numbers can change together without changing any target."""
    inside = [quoted(name) for name in names]
    up = [name for name, part in zip(inside, direction, strict=True) if part > 0]
    down = [name for name, part in zip(inside, direction, strict=True) if part < 0]
    key = "calibrate_open_opposite"
    if not down:
        key = "calibrate_open_one" if len(up) == 1 else "calibrate_open_same"
    return say(
        key,
        both=listing([*up, *down]),
        up=listing(up),
        down=listing(down),
    )
