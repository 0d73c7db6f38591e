"""What a sentence takes for granted: what its notes say at length, in a few words beside a claim.

A probability and an interval hold the stated uncertainty alone. They are no more certain than the
numbers without any, the assumptions and what is extrapolated, so the sentence names these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ipscost.analysis.frame import parts_of
from ipscost.analysis.reaches import of_effect, of_saving, without_effect
from ipscost.run import Run
from ipscost.scenario.model import once
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.words import listing, say

Claim = tuple[Scenario, tuple[Quantity, ...]]
"""A scenario, and the numbers of it that something which is claimed rests on."""
NORMAL_TEST = ("p", "probability")
"""The published results that say how sure a total is."""


def taken(scenario: Scenario, arm: str, language: str) -> str:
    """`, if 2 numbers ... are exact ...`, or nothing; of what an arm saves."""
    return provided([(scenario, of_saving(scenario, arm))], language)


def intervals(scenario: Scenario, found: Iterable[Quantity], language: str) -> tuple[str, ...]:
    """The sentence that intervals of what rests on these numbers hold under conditions.

    Nothing where there are none.
    """
    parts = conditions([(scenario, tuple(found))], language)
    return _told("given_intervals", parts, scenario, language)


def provided(claims: Sequence[Claim], language: str, more: Sequence[str] = ()) -> str:
    """`, if` and the conditions of claims, with `more` of them; nothing where there are none."""
    parts = [*conditions(claims, language), *more]
    return say("given_if", language, parts=joined(parts, language)) if parts else ""


def joined(parts: Sequence[str], language: str) -> str:
    """Conditions one after another: `a and if b`."""
    return say("given_and", language).join(parts)


def conditions(claims: Sequence[Claim], language: str) -> list[str]:
    """The conditions under which what rests on these numbers of scenarios is so sure.

    Each number is one, however many claims rest on it; the same words may be the assumption of
    several numbers, each of which may fail.
    """
    numbers = [number for _, found in claims for number in found]
    parts = list(_counted("given_exact", _different(filter(_is_exact, numbers)), language))
    assumed = _different(q for q in numbers if q.assumption and q.is_known)
    if not any(parts_of(scenario) for scenario, _ in claims):
        parts += _counted("given_assumed", assumed, language)
    elif assumed:
        parts += _counted("given_extrapolated", assumed, language)
    else:
        parts.append(say("given_extrapolated_none", language))
    return parts


def _different(numbers: Iterable[Quantity]) -> int:
    """How many numbers these are, where the same one may stand several times."""
    return len({(q.path, q.value, str(q.unit)) for q in numbers})


def _is_exact(number: Quantity) -> bool:
    """True for a number that is known, and whose uncertainty is not."""
    return number.is_known and number.is_fixed


def _counted(key: str, number: int, language: str) -> Iterator[str]:
    if number:
        yield say(f"{key}_one" if number == 1 else f"{key}_many", language, count=number)


def of_decision(run: Run, path: str, arms: Sequence[str]) -> tuple[Quantity, ...]:
    """The numbers that a choice between `arms` rests on, by cost and by the outcome at `path`.

    By cost alone where there is no such outcome.
    """
    scenario, found = run.scenario, list[Quantity]()
    for arm in (arm for arm in arms if arm != scenario.reference):
        found += of_saving(scenario, arm)
        for outcome in scenario.outcomes:
            found += of_effect(scenario, outcome, arm) if outcome.path == path else ()
    return once(tuple(found))


def sure(run: Run, path: str, arms: Sequence[str], language: str) -> tuple[str, ...]:
    """The sentence that probabilities and intervals of a choice hold under conditions."""
    parts = conditions([(run.scenario, of_decision(run, path, arms))], language)
    return _told("given_sure", parts, run.scenario, language)


def _told(key: str, parts: Sequence[str], scenario: Scenario, language: str) -> tuple[str, ...]:
    """A sentence with conditions, and that the uncertainty is by construction, on one line."""
    sentences = [say(key, language, parts=joined(parts, language))] if parts else []
    sentences += constructed(scenario, language)
    return (" ".join(sentences),) if sentences else ()


def unmeasured(run: Run, path: str, arms: Sequence[str], language: str) -> tuple[str, ...]:
    """That nothing is said of the numbers without a stated uncertainty, where there are some."""
    fixed = sum(_is_exact(number) for number in of_decision(run, path, arms))
    if not fixed:
        return ()
    return (say("unmeasured_one" if fixed == 1 else "unmeasured_many", language, count=fixed),)


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


def constructed(scenario: Scenario, language: str, arm: str = "") -> tuple[str, ...]:
    """That the uncertainty of a total, of `arm` or of any arm, is by construction; or nothing."""
    arms = (arm,) if arm else scenario.interventions
    found = any(is_by_construction(scenario, each) for each in arms)
    return (say("given_construction", language),) if found else ()


def unmoved(scenario: Scenario, language: str, views: Sequence[str] = ()) -> tuple[str, ...]:
    """That settings change nothing of a saving, since it depends on none of them; or nothing.

    From the scenario's own perspective, or from all `views`.
    """
    paths = list(without_effect(scenario, scenario.settings, views))
    if not paths:
        return ()
    key = "unmoved_one" if len(paths) == 1 else "unmoved_many"
    return (say(key, language, paths=listing(paths, language)),)
