"""What a sentence takes for granted: what its notes say at length, in a few words beside a claim.

A probability and an interval hold the stated uncertainty alone. They are no more certain than the
numbers without any, the assumptions and what is extrapolated, so the sentence names these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ipscost.analysis.frame import parts_of
from ipscost.analysis.reaches import of_saving, without_effect
from ipscost.quantity import Quantity
from ipscost.scenario import Scenario
from ipscost.words import listing, say

Claim = tuple[Scenario, tuple[Quantity, ...]]
"""A scenario, and the numbers of it that something which is claimed rests on."""
NORMAL_TEST = ("p", "probability")
"""The published results that say how sure a total is."""


def taken(scenario: Scenario, arm: str, language: str) -> str:
    """`, if 2 numbers ... are exact and 3 assumptions hold`, or nothing; of what an arm saves."""
    return provided([(scenario, of_saving(scenario, arm))], language)


def intervals(scenario: Scenario, found: Iterable[Quantity], language: str) -> tuple[str, ...]:
    """The sentence that intervals of what rests on these numbers hold under the conditions."""
    parts = conditions([(scenario, tuple(found))], language)
    return (say("given_intervals", language, parts=joined(parts, language)),) if parts else ()


def provided(claims: Sequence[Claim], language: str, more: Sequence[str] = ()) -> str:
    """`, if` and the conditions of claims, with `more` of them; nothing where there are none."""
    parts = [*conditions(claims, language), *more]
    return say("given_if", language, parts=joined(parts, language)) if parts else ""


def joined(parts: Sequence[str], language: str) -> str:
    """Conditions one after another: `a and if b`."""
    return say("given_and", language).join(parts)


def conditions(claims: Sequence[Claim], language: str) -> list[str]:
    """The conditions under which what rests on these numbers of scenarios is so sure.

    Each assumption is one, however often it is made.
    """
    numbers = [number for _, found in claims for number in found]
    fixed = {(q.path, q.value, str(q.unit)) for q in numbers if q.is_fixed}
    parts = list(_counted("given_exact", len(fixed), language))
    texts = {q.assumption for q in numbers if q.assumption}
    if not any(parts_of(scenario) for scenario, _ in claims):
        parts += _counted("given_assumed", len(texts), language)
    elif texts:
        parts += _counted("given_extrapolated", len(texts), language)
    else:
        parts.append(say("given_extrapolated_none", language))
    return parts


def _counted(key: str, number: int, language: str) -> Iterator[str]:
    if number:
        yield say(f"{key}_one" if number == 1 else f"{key}_many", language, count=number)


def is_by_construction(scenario: Scenario, arm: str) -> bool:
    """True where the uncertainty of the total was chosen to give a published result of it.

    The file says so under `reproduces:`. A setting that changes a cost ends it.
    """
    if len(without_effect(scenario, scenario.settings)) < len(scenario.settings):
        return False
    return any(
        target.by_construction and target.what in NORMAL_TEST and target.path == "cost"
        for target in scenario.targets
        if target.arm == arm
    )


def unmoved(scenario: Scenario, language: str, views: Sequence[str] = ()) -> tuple[str, ...]:
    """That settings change nothing of a saving, since it depends on none of them; or nothing.

    From the scenario's own perspective, or from all `views`.
    """
    paths = list(without_effect(scenario, scenario.settings, views))
    if not paths:
        return ()
    key = "unmoved_one" if len(paths) == 1 else "unmoved_many"
    return (say(key, language, paths=listing(paths, language)),)
