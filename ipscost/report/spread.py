"""What the numbers of how persons differ are called, and how those that are derived are made."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.report.uses import values_of
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.spread import COST, SECTION, TOTAL, Spread, derivation, spread_used
from ipscost.words.text import Text, Words, listing, say, typed, within


@dataclass(frozen=True, slots=True)
class SpreadName:
    """A number of how persons differ: its label, how it is read, and how it was derived, if so."""

    number: Quantity
    label: Text
    read: Text
    derived: Words | None = None


def spread_names(scenario: Scenario) -> dict[str, SpreadName]:
    """The numbers by path: those that are stated, then those that are derived."""
    between = scenario.spread
    found = {}
    for each in between.by_path.values() if between is not None else ():
        parts = {"sd": each.sd, "cv": each.cv, "zero": each.zero}
        for key, number in parts.items():
            if number is not None:
                found[number.path] = _named(number, key, of=_of(scenario, each))
    if between is not None:
        for key, number in (("together", between.together), ("frailty", between.frailty)):
            if number is not None:
                found[number.path] = _named(number, key)
    for path in scenario.holders:
        made, spread = derivation(scenario, path), spread_used(scenario, path)
        if made is None or spread is None or not spread.is_derived or spread.sd is None:
            continue
        numbers: dict[str, Words] = {
            "sd": typed(made.sd),
            "se": typed(made.error),
            "n": str(made.persons),
            "n0": str(made.reference),
        }
        key = "spread_derived_mean" if made.reference is None else "spread_derived_difference"
        if made.arms:
            key = "spread_derived_means"
            sds = [say("spread_of_arm", sd=typed(sd), n=str(n)) for sd, n in made.arms]
            numbers["arms"] = listing(sds)
        how = say(key, path=made.number.path, **numbers)
        named = _named(spread.sd, "sd", of=_of(scenario, spread))
        found[spread.sd.path] = SpreadName(named.number, named.label, named.read, how)
    return found


def _of(scenario: Scenario, spread: Spread) -> Words:
    """What a spread is of, within a sentence."""
    if spread.path == COST:
        return say("spread_of_total")
    holder = scenario.holders.get(spread.path) or scenario.groups[spread.path]
    return within(holder.label)


def _named(number: Quantity, key: str, *, of: Words = "") -> SpreadName:
    label = say(f"spread_label_{key}", label=of)
    return SpreadName(number, label, say("read_mean", label=label, **values_of(number)))


def below(scenario: Scenario, path: str) -> tuple[str, ...]:
    """The numbers of the spread at a path such as `spread.cost.care`, or at that of one of them."""
    whole = f"{SECTION}.{COST}"
    wanted = f"{whole}.{TOTAL}" if path == whole else path
    found = spread_names(scenario)
    return tuple(each for each in found if each == wanted or each.rpartition(".")[0] == wanted)
