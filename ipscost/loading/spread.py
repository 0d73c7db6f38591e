"""How persons differ, from the section `spread`, checked against what the scenario has."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from ipscost.errors import nearest
from ipscost.loading.amounts.arms import below
from ipscost.loading.amounts.plain import read_plain
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_spread import OneSpreadKeys, SpreadKeys
from ipscost.loading.rollout.around import Around
from ipscost.messages import Message
from ipscost.scenario.nouns import Category, Outcome, Quantity
from ipscost.scenario.spread import (
    COST,
    COUNTS,
    NEGATIVE_BINOMIAL,
    OUTCOME,
    POISSON,
    TOTAL,
    Spread,
    SpreadBetween,
    least_cv,
)
from ipscost.units import SHARE, Money, Unit, parse_unit
from ipscost.words.text import say

A_SHARE = Wanted(("mean",), False, "beta")
A_SPREAD = Wanted(("mean",), False, "gamma", gains=False)
RATIO = "ratio"
"""The unit of a coefficient of variation."""


def read_spread(
    at: Checked[SpreadKeys] | None, reader: Reader, around: Around
) -> SpreadBetween | None:
    """What the section states, or None where there is none or something is wrong with it."""
    if at is None:
        return None
    before, reading = at.problems.errors(), _Reading(reader, around)
    own = below(at)
    found = [reading.one(each, part, own) for part in (COST, OUTCOME) for each in at.parts_of(part)]
    together = reading.number(at.get("together"), "share", A_SHARE, own)
    frailty = at.part("frailty")
    cv = None
    if frailty is not None:
        cv = reading.number(frailty["cv"], RATIO, A_SPREAD, below(frailty, own))
        if "together" in at:
            message = Message("expected one of together and frailty, found both")
            fix = Message("take together out, or take frailty out")
            frailty.refuse_key("E331", message, fix)
        elif any(each is not None and each.dist in COUNTS for each in found):
            message = Message("a frailty multiplies amounts, and counts would no longer be whole")
            frailty.refuse_key("E331", message, Message("take frailty out"))
    if at.problems.errors() > before:
        return None
    spreads = {each.path: each for each in found if each is not None}
    return SpreadBetween(spreads, together, cv, text_of(at.keys.note), at.key)


class _Reading:
    """Reads spreads with the reader of the scenario."""

    def __init__(self, reader: Reader, around: Around) -> None:
        self.reader, self.around = reader, around

    def number(
        self, at: Cursor | None, unit: str, wanted: Wanted, inherited: Inherited
    ) -> Quantity | None:
        """The number at a cursor, plain or with its source; None without one that is right."""
        if at is None:
            return None
        inherited = replace(inherited, unit=(unit, at.span))
        return read_plain(self.reader, at, wanted, inherited, say("spread_chosen"))

    def one(self, at: Checked[OneSpreadKeys], part: str, above: Inherited) -> Spread | None:
        """The spread of a category, group or outcome; None if something is wrong with it."""
        path = self._path(at, part)
        if path is None or not _is_one(at):
            return None
        own = below(at, above)
        use = self._use(path)
        if at.keys.dist in COUNTS and not _is_count(at, use):
            return None
        sd = cv = None
        if at.keys.dist == POISSON:
            pass
        elif "sd" in at:
            unit = self._unit(at, path)
            sd = None if unit is None else self.number(at["sd"], unit, A_SPREAD, own)
        else:
            cv = self.number(at["cv"], RATIO, A_SPREAD, own)
        zero = self.number(at.get("zero"), "share", A_SHARE, own)
        if sd is None and cv is None and at.keys.dist != POISSON:
            return None
        is_of_use = at.keys.dist in COUNTS or (sd is not None and sd.unit.money is None)
        price = use.price if use is not None and is_of_use else None
        found = Spread(path, sd, cv, zero, at.keys.dist, False, at.key, price)
        return found if self._is_possible(at, found) else None

    # --- what it is of -------------------------------------------------------------------------

    def _path(self, at: Checked[OneSpreadKeys], part: str) -> str | None:
        """The path of what a spread is of; None, with a problem, where the scenario has none."""
        if part == COST and at.name == TOTAL:
            return COST
        path = f"{part}.{at.name.removeprefix(f'{part}.')}"
        around = self.around
        costs = (*around.groups, *(each.path for each in around.categories))
        known = costs if part == COST else tuple(each.path for each in around.outcomes)
        if path in known or not around.is_whole:
            return path
        names = [each.removeprefix(f"{part}.") for each in known]
        message = Message("unknown outcome {name}", name=at.name)
        if part == COST:
            names = [TOTAL, *names]
            message = Message("no cost category is called {name}", name=at.name)
        fix = nearest(at.name, names) if names else Message("take {key} out", key=at.name)
        at.refuse_key("E330", message, fix)
        return None

    def _unit(self, at: Checked[OneSpreadKeys], path: str) -> str | None:
        """The unit of a standard deviation; None, with a problem, if it is not that of a mean."""
        outcome = next((each for each in self.around.outcomes if each.path == path), None)
        here = at["sd"]
        stated = here.get("unit") if here.is_mapping else None
        place = stated or at.get("unit")
        used, wanted = self._unit_of_use(path), self._wanted(outcome)
        if used is not None and (at.keys.dist in COUNTS or (place and place.text == str(used))):
            wanted = used
        if place is None or not place.is_scalar:
            message = Message("expected the unit of a standard deviation, found none")
            at.refuse_key("E331", message, Message("add unit: {unit}", unit=wanted))
            return None
        try:
            unit = parse_unit(place.text)
        except ValueError:  # refused where the keys are checked
            return place.text
        is_like = unit == wanted
        if wanted.money is not None:
            is_like = unit.money is not None and unit.per == wanted.per
        if not is_like:
            message = Message("expected the unit {known}, found {unit}", known=wanted, unit=unit)
            place.refuse("E331", message, Message("write {meant}", meant=wanted))
            return None
        return place.text

    def _wanted(self, outcome: Outcome | None) -> Unit:
        """The unit in which persons differ: money per person, or what an outcome is counted in."""
        if outcome is not None:
            return outcome.unit
        return Unit(self.reader.money or Money("DKK", 2024), ("person",))

    def _use(self, path: str) -> Category | None:
        """The category whose use times a price is stated; None where it is no such category."""
        found = next((each for each in self.around.categories if each.path == path), None)
        is_use = found is not None and found.price is not None and found.arms
        return found if is_use and found and not (found.rules or found.continues) else None

    def _unit_of_use(self, path: str) -> Unit | None:
        """The unit of the use over the whole horizon; None where there is no such use."""
        category = self._use(path)
        if category is None:
            return None
        unit = next(iter(category.arms.values())).unit
        return Unit(unit.head, ("person",))

    # --- whether there is such a distribution --------------------------------------------------

    def _is_possible(self, at: Checked[OneSpreadKeys], found: Spread) -> bool:
        """Refuses a spread that no distribution has: too small for so many who have nothing."""
        outcome = next((each for each in self.around.outcomes if each.path == found.path), None)
        if outcome is not None and outcome.unit == SHARE:
            message = Message(
                "{name} is a share of people, who either have it or not", name=at.name
            )
            at.refuse_key("E332", message, Message("take {key} out", key=at.name))
            return False
        if found.dist == NEGATIVE_BINOMIAL and not self._varies(at, found):
            return False
        if found.zero is None:
            return True
        zero = found.zero.value
        if found.dist == "normal":
            message = Message("a normal distribution has nobody with exactly nothing")
            at["dist"].refuse("E332", message, Message("write gamma, or write lognormal"))
            return False
        if zero >= 1:
            message = Message("expected a share of persons below 1, found {value:g}", value=zero)
            at["zero"].refuse("E332", message, Message("write a share such as 0.4"))
            return False
        if found.dist in COUNTS:
            return True
        cv = self._cv(found)
        least = (zero / (1 - zero)) ** 0.5
        if cv is None or cv >= least:
            return True
        message = Message(
            "where {zero:g} of persons have nothing, the coefficient of variation is at least "
            "{least:.3g}, found {cv:.3g}",
            zero=zero,
            least=least,
            cv=cv,
        )
        most = int(1000 * cv**2 / (1 + cv**2)) / 1000
        fix = Message("write zero: {most:g}", most=most)
        at["zero"].refuse("E332", message, fix)
        return False

    def _varies(self, at: Checked[OneSpreadKeys], found: Spread) -> bool:
        """Refuses counts that differ less between persons than chance alone makes them."""
        zero = 0.0 if found.zero is None else found.zero.value
        reference = next((name for name, arm in self.around.arms.items() if arm.reference), "")
        use, cv = self._use(found.path), self._cv(found)
        mean = None if use is None else use.arms.get(reference)
        if mean is None or not mean.is_known or mean.value <= 0 or cv is None or zero >= 1:
            return True
        count = mean.value * (
            1.0 if not mean.unit.monthly or use is None else sum(use.timing.weights)
        )
        least = least_cv(count, zero)
        if cv >= least:
            return True
        key = "cv" if found.sd is None else "sd"
        number = least if found.sd is None else least * count
        message = Message(
            "counts with the mean {mean:g} have a coefficient of variation of at least {least:.3g} "
            "by chance alone, found {cv:.3g}",
            mean=count,
            least=least,
            cv=cv,
        )
        upward = math.ceil(number * 1000) / 1000
        at[key].refuse("E332", message, Message("write {meant}", meant=f"{upward:g}"))
        return False

    def _cv(self, found: Spread) -> float | None:
        """The coefficient of variation where it is stated or the mean is; None if it is neither."""
        if found.cv is not None:
            return found.cv.value
        holders: tuple[Any, ...] = (*self.around.categories, *self.around.outcomes)
        holder = next((each for each in holders if each.path == found.path), None)
        reference = next((name for name, arm in self.around.arms.items() if arm.reference), "")
        mean = None if holder is None else holder.arms.get(reference)
        if mean is None or not mean.is_known or not mean.mean or found.sd is None:
            return None
        of_use = found.price is not None
        months = sum(holder.timing.weights) if of_use and holder and mean.unit.monthly else 1.0
        return abs(float(found.sd.mean / mean.mean / months))


def _is_count(at: Checked[OneSpreadKeys], use: Category | None) -> bool:
    """Refuses counts of what is no use of something that has a price."""
    if use is not None:
        return True
    message = Message(
        "only a use with a price, stated by arm, comes in counts, and {name} has none", name=at.name
    )
    at.refuse_key("E332", message, Message("take {key} out", key=at.name))
    return False


def _is_one(at: Checked[OneSpreadKeys]) -> bool:
    """Refuses both ways to state a spread at once, and neither; a Poisson distribution has none."""
    stated = [key for key in ("sd", "cv") if key in at]
    if at.keys.dist == POISSON:
        if stated:
            message = Message(
                "the mean alone decides how Poisson counts differ, found {key}", key=stated[0]
            )
            at[stated[0]].refuse_key("E331", message, Message("take {key} out", key=stated[0]))
        return not stated
    if len(stated) == 1:
        return True
    if stated:
        message = Message("expected one of sd and cv, found both")
        at["cv"].refuse_key("E331", message, Message("take cv out, or take sd out"))
    else:
        message = Message("expected one of sd and cv, found none")
        at.refuse_key("E331", message, Message("add cv: ... (the standard deviation by the mean)"))
    return False
